"""Deciders of statements about sums, integrals and limits: by what these come to."""
