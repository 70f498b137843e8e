"""From what deciders find to one finding: controls, other versions of the statement,
and the verdict.
"""
