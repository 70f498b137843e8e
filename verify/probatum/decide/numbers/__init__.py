"""Deciders of statements about numbers, one file each."""
