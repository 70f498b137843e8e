"""Tests of what an author writes."""
