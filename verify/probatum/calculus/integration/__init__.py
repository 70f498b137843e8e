"""Integrals: by formulas, by antiderivatives that are checked, by rigorous enclosure."""
