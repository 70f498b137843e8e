"""What runs over whole numbers: sums and series, sequences, iterations, induction, remainders."""
