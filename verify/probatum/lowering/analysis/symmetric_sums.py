"""Limits of sums from -n to n: the series of what stands at both ends, which may converge where
neither half does.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.closed_value import Enclosed, Exact
from probatum.calculus.summation.series import series
from probatum.lowering.analysis.uniform_limits import beside
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Expression, Symbol

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
        rest = sympy.Add(*(each for each in summands if each is not summand))
        form = _form(factor, term, index, alone=rest == 0)
        if form is not None:
            everywhere = ((index,), sympy.true, defined(term))
            yield Value(beside(form, rest, construct), BOTH_ENDS, (everywhere,))


def _form(factor: Expression, term: Expression, index: Symbol, *, alone: bool) -> Expression | None:
    """The series of pairs and the term between them, where it is known to converge whatever the
    parameters are; where it is infinite, that of pairs if it is `alone`; else None.
    """
    between = term.xreplace({index: sympy.Integer(0)})
    pairs = sympy.factor_terms(term + term.xreplace({index: -index}))
    if pairs == 0:
        return factor * between
    share, pair = pairs.as_independent(index, as_Add=False)
    if pair.free_symbols - {index}:
        return None
    found = series(pair, index, sympy.Integer(1), sympy.oo)
    if isinstance(found, Enclosed) or (isinstance(found, Exact) and found.value.is_finite):
        return factor * (between + share * sympy.Sum(pair, (index, 1, sympy.oo)))
    number = factor * share
    if alone and isinstance(found, Exact) and number.is_Number:
        return sympy.Sum(number * pair, (index, 1, sympy.oo))
    return None
