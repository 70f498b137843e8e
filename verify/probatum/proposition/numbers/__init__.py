"""Exact numbers: their values, their enclosures, and whether they are zero or integers."""
