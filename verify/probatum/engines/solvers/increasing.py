"""What solvers are told of odd functions that rise everywhere, of which they know nothing."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.engines.solvers.logic import Formula, Logic, Term

# By function, what it stays between, and whether it lies nearer to zero than its argument.
# Source: NIST Digital Library of Mathematical Functions, sections 4.23, 4.37 and 7.2.
INCREASING: dict[type, tuple[sympy.Rational | None, bool]] = {
    sympy.atan: (sympy.Rational(15_707_963_268, 10**10), True),
    sympy.asinh: (None, True),
    sympy.erf: (sympy.Integer(1), False),
}
Pair = tuple[Term, Term]  # an argument and the value there


def facts(function: type, pair: Pair, others: list[Pair], logic: Logic) -> Iterator[Formula]:
    """Its sign, its bounds, and its order beside the same function of other arguments."""
    argument, value = pair
    zero = logic.number(sympy.Integer(0))
    for other in ((zero, zero), *others):
        for relation in ("<", "=="):
            arguments = logic.compare(argument, relation, other[0])
            yield logic.compare(arguments, "==", logic.compare(value, relation, other[1]))
    bound, nearer = INCREASING[function]
    if bound is not None:
        yield logic.compare(value, "<", logic.number(bound))
        yield logic.compare(value, ">", logic.number(-bound))
    if nearer:
        for sign in (">", "<"):
            beyond = logic.compare(argument, sign, zero)
            yield logic.implication(beyond, logic.compare(argument, sign, value))
