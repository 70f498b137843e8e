"""Random variables with declared distributions."""
