"""Tests of the claims of this repository."""
