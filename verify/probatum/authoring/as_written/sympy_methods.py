"""Names of the algebra system: what leaves a thing as it was written, what writes it anew,
and what only builds.
"""

from __future__ import annotations

from collections.abc import Mapping

KEEPING = {
    "subs",
    "xreplace",
    "transpose",
    "row",
    "col",
    "reshape",
    "tolist",
    "flat",
    "diagonal",
    "applyfunc",
    "extract",
    "append",
}
REWRITING = {
    "simplify", "expand", "factor", "cancel", "together", "apart", "radsimp", "ratsimp", "powsimp",
    "powdenest", "trigsimp", "logcombine", "expand_log", "expand_trig", "expand_power_base",
    "expand_power_exp", "expand_mul", "expand_multinomial", "expand_func", "multiply_elementwise",
    "factor_terms", "gcd_terms", "collect",
    "nsimplify", "doit", "rewrite", "det", "trace", "inv",
    "adjugate", "cofactor", "dot", "cross", "norm", "multiply", "add", "pow", "solve", "combsimp",
    "kronecker_product", "hadamard_product", "gammasimp", "hyperexpand", "sqrtdenest",
}  # fmt: skip
CHANGING = {
    "force",
    "modulus",
    "tolerance",
    "symmetric",
    "frac",
}  # options with which values change
BUILDING = {"diag", "eye", "zeros", "ones", "sympify", "symbols", "Wild", "flatten", "banded"}


def keeps_values(name: str, options: Mapping[str, object]) -> bool:
    """Whether what a call writes anew has the same value wherever it has one."""
    return name in REWRITING and CHANGING.isdisjoint(options)
