"""Where what is stated is defined, and a real number."""
