"""Values of integrals, series, products, limits and derivatives: SymPy proposes,
certified methods confirm.
"""
