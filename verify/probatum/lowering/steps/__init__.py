"""What goes from one whole number to the next: sequences, iterations, induction."""
