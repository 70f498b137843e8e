"""How what is stated reads, in LaTeX and in plain words."""
