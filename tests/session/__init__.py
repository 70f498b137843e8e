"""Tests of runs of pytest."""
