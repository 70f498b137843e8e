"""Findings as plain data: what was decided, in words and in LaTeX."""
