"""Integrals, limits and what has parameters; sets up to measure zero."""
