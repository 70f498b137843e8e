"""What analysis says of expressions, whoever asks: values of integrals, series, products, limits
and derivatives, signs and zeros between points. SymPy proposes, certified methods confirm.
"""
