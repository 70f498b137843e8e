"""Vectors of any dimension: statements about their inner products."""
