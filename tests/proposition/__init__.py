"""Tests of what can be stated."""
