"""Proofs and counterexamples as numbers that anybody can check, on the standard library alone."""
