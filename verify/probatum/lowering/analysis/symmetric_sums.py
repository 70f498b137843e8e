"""Limits of sums from -n to n: the series of what stands at both ends, which may converge where
neither half does.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.analysis.uniform_limits import beside
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.definedness import defined
from probatum.type_names import Expression

BOTH_ENDS = Theorem(
    "The principal value of a series in both directions is the series of its pairs",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., definition 3.21",
    exact=True,
)


def of_symmetric_sums(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such a sum, times what is no part of it."""
    body, variable, point, _ = construct.args
    summands = sympy.Add.make_args(body)
    for summand in summands if point == sympy.oo and variable.is_integer else ():
        factor, total = summand.as_independent(sympy.Sum, as_Add=False)
        if not isinstance(total, sympy.Sum) or factor.has(variable) or len(total.limits) != 1:
            continue
        term, (index, *ends) = total.function, total.limits[0]
        if ends != [-variable, variable] or term.has(variable) or term.has(sympy.Sum):
            continue
        pairs = term + term.xreplace({index: -index})
        whole = term.xreplace({index: sympy.Integer(0)})
        whole += sympy.Sum(pairs, (index, 1, sympy.oo)) if pairs != 0 else 0
        rest = sympy.Add(*(each for each in summands if each is not summand))
        everywhere = ((index,), sympy.true, defined(term))
        yield Value(beside(factor * whole, rest, construct), BOTH_ENDS, (everywhere,))
