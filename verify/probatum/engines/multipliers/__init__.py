"""Certificates: multipliers that a solver proposes, made exact and checked."""
