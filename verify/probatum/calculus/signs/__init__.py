"""Where an expression keeps its sign, and where it changes."""
