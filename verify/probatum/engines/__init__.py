"""What searches and solves for the deciders, one file each: SMT, exact polynomials, certificates,
cases tried. No engine asks another.
"""
