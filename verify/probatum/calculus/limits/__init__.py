"""Limits, and where there is none."""
