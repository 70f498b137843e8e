"""Names of the algebra system: what leaves a thing as it was written, what writes it anew, what
answers at each value of the variables, and what only builds.
"""

from __future__ import annotations

from collections.abc import Mapping

KEEPING = {
    "subs", "xreplace", "transpose", "row", "col", "reshape", "tolist", "flat", "diagonal",
    "extract", "append", "row_join", "col_join", "row_insert", "col_insert", "row_del", "col_del",
    "row_swap", "col_swap", "row_op", "col_op", "zip_row_op", "permute", "permute_rows",
    "permute_cols", "upper_triangular", "lower_triangular", "minor_submatrix", "vec", "vech",
    "copy", "as_mutable", "as_immutable", "as_dummy",
}  # fmt: skip
REWRITING = {
    "simplify", "expand", "factor", "cancel", "together", "apart", "radsimp", "ratsimp", "powsimp",
    "powdenest", "trigsimp", "logcombine", "expand_log", "expand_trig", "expand_power_base",
    "expand_power_exp", "expand_mul", "expand_multinomial", "expand_func", "multiply_elementwise",
    "factor_terms", "gcd_terms", "collect",
    "nsimplify", "doit", "rewrite", "det", "trace", "inv",
    "adjugate", "cofactor", "dot", "cross", "norm", "multiply", "add", "pow", "solve", "combsimp",
    "kronecker_product", "hadamard_product", "gammasimp", "hyperexpand", "sqrtdenest",
}  # fmt: skip
POINTWISE = {
    "minor", "cofactor_matrix", "adjoint", "conjugate", "evalf", "n", "N", "real_root",
    "piecewise_fold", "normal", "charpoly", "as_real_imag", "contains", "union", "intersect",
    "intersection", "complement", "to_cnf", "to_dnf", "to_nnf", "simplify_logic", "signsimp",
    "expand_complex", "horner", "elementary_row_op", "elementary_col_op", "vandermonde",
    "companion", "jordan_cell", "jordan_block", "block_diag", "rot_axis1", "rot_axis2",
    "rot_axis3", "chebyshevt_poly", "chebyshevu_poly", "legendre_poly", "hermite_poly",
    "laguerre_poly", "as_expr", "eval", "nth", "all_coeffs", "coeffs", "add", "sub", "mul",
    "as_poly", "refine", "compose", "shift", "terms", "monoms",
}  # fmt: skip
PARTS = {
    "coeff", "coeff_monomial", "as_independent", "as_coeff_mul", "as_coeff_add", "as_coeff_Mul",
    "as_coeff_Add", "as_coefficients_dict", "as_base_exp", "as_powers_dict", "as_numer_denom",
    "as_ordered_terms", "as_ordered_factors", "as_two_terms", "as_content_primitive", "primitive",
    "as_terms", "as_set", "fraction", "numer", "denom", "atoms", "removeO", "getO", "make_args",
    "preorder_traversal", "postorder_traversal", "args_cnc", "extract_additively", "rcollect",
    "extract_multiplicatively", "linear_eq_to_matrix", "collect_const", "separatevars",
}  # fmt: skip  # which are told by how a thing is written
OF_UNKNOWNS = {
    "series", "nseries", "aseries", "residue", "maximum", "minimum", "stationary_points",
    "singularities", "continuous_domain", "function_range", "periodicity", "fps", "fourier_series",
    "dsolve", "rsolve", "interpolate", "interpolating_poly", "leadterm", "as_leading_term",
    "difference_delta", "solve_univariate_inequality", "reduce_inequalities",
    "rational_interpolate", "nsolve", "solve_poly_system", "apart_list", "sqf_part", "sqf",
    "primitive_element", "minimal_polynomial", "taylor_term", "solve_rational_inequalities",
}  # fmt: skip  # which are told what they are about by further arguments
OF_ONE_VARIABLE = {
    "real_roots", "nroots", "all_roots", "ground_roots", "intervals", "decompose", "sqf_norm",
}  # fmt: skip  # which need not be told, where there is no other
SOLVING = {"solve", "linsolve", "solveset", "nonlinsolve", "solve_linear_system", "roots"}
CHANGING = {
    "force", "modulus", "tolerance", "symmetric", "frac", "subs", "assumptions",
}  # fmt: skip  # options with which values change
BUILDING = {
    "diag", "eye", "zeros", "ones", "sympify", "symbols", "Wild", "flatten", "banded", "subsets",
    "variations", "cartes", "randMatrix", "hilbert", "latex", "pretty", "srepr", "sstr", "pprint",
    "symarray", "numbered_symbols", "hstack", "vstack",
}  # fmt: skip


def tells_at_each_value(name: str, options: Mapping[str, object]) -> bool:
    """Whether what a call answers of variables is so for each of their values; of parts,
    for the way in which a thing is written.
    """
    known = KEEPING | REWRITING | POINTWISE | PARTS | BUILDING | SOLVING
    return name in known and CHANGING.isdisjoint(options)


def ways(name: str, options: Mapping[str, object]) -> dict[str, bool]:
    """Whether what a call writes anew has the same value wherever it has one, and whether variables
    among its arguments are what it is about.
    """
    rewriting = name in REWRITING and CHANGING.isdisjoint(options)
    return {"rewriting": rewriting, "about": name in PARTS | OF_UNKNOWNS | SOLVING}
