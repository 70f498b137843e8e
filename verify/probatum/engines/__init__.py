"""What solves for deciders: SMT, exact polynomials, certificates, cases tried; one file each."""
