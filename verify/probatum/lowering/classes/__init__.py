"""Functions, sets and operators of a class: what values and gradients at a few points one of them
may have.
"""
