"""Tests of runs over many documents."""
