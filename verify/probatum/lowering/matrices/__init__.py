"""Matrices: symmetric ones of any size by their moments, given ones by their entries and
eigenvalues.
"""
