"""Sums, series and products: in closed form, or enclosed with their tails."""
