"""The claims of the question how normalization helps gradient descent to converge."""
