"""Tests of statements in every dimension and for every function of a class."""
