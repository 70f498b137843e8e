"""Tests of integrals, series, products, limits and derivatives."""
