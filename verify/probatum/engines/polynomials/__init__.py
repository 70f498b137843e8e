"""Exact polynomials and their quotients."""
