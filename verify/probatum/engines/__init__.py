"""What searches and solves for the deciders: SMT, exact polynomials, certificates, cases tried.

One file each; no engine asks another.
"""
