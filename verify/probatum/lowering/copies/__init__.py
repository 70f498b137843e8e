"""Sums over an index, and over independent copies of what is random."""
