"""Deciders of statements about vectors, functions of a class, matrices and what is random."""
