"""What statements are about: vectors, functions, matrices, what is random, limits, measurements."""
