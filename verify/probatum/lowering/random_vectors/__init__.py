"""Vectors that are random, or stand beside what is."""
