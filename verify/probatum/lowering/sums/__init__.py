"""Sums, series and products up to n: in closed form, or between bounds."""
