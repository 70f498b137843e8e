"""Expressions in another form: without imaginary parts, solved for a variable, as they repeat."""
