"""Whether a statement makes sense: it is defined wherever its hypotheses hold, and about
something.
"""
