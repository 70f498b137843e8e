"""What analysis says of expressions: values of integrals, series, limits and derivatives, signs.

SymPy proposes, certified methods confirm; whoever decides may ask.
"""
