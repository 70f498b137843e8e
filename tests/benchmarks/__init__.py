"""Tests of the benchmarks that say something of truth."""
