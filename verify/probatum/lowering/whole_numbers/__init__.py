"""Integers: divisibility, remainders, powers; which numbers are rational or algebraic."""
