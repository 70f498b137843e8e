"""Limits of Riemann sums: the integral of what is summed, which is continuous, or rises or falls
all the way between ends where it may have no value.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus.forms.linear_part import linear
from probatum.claim_cache import cached_for_claim
from probatum.lowering.analysis.uniform_limits import (
    NEAR,
    Needed,
    at_one_over,
    beside,
    is_plain,
    surely_around,
)
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.type_names import Expression, Symbol

RIEMANN = Theorem(
    "Riemann sums of a continuous function converge to its integral",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorems 4.19 and 6.7",
    exact=True,
)
MONOTONE = Theorem(
    "Riemann sums of what rises or falls converge to its improper integral",
    "Pólya, Szegő, Problems and Theorems in Analysis I, part II, problem 20",
    exact=True,
)
FEW_DIGITS, LARGEST = 8, 10**6  # of an integral, where it is looked for


def of_sums(construct: Expression) -> Iterator[Value]:
    """The limit of a body of which one summand is such a sum, times a factor or not."""
    body, variable, point, _ = construct.args
    if point != sympy.oo or not variable.is_integer:
        return
    summands = sympy.Add.make_args(body)
    for summand in summands:
        factor, total = summand.as_independent(sympy.Sum, as_Add=False)
        if not isinstance(total, sympy.Sum):
            continue
        rest = sympy.Add(*(each for each in summands if each is not summand))
        for integral, theorem, conditions in _integrals(factor, total, variable):
            yield Value(beside(integral, rest, construct), theorem, conditions)


def _integrals(
    factor: Expression, total: Expression, variable: Symbol
) -> Iterator[tuple[Expression, Theorem, tuple[Needed, ...]]]:
    """What the sum converges to, by which theorem, and what must hold for that: with k = n x, each
    term is 1/n times what is near a function of x alone.
    """
    ends = _ends(total, variable)
    if ends is None:
        return
    (low, after), (high, before) = ends
    index, first, last = total.limits[0]
    at = sympy.Symbol(index.name, real=True)
    term = (factor * total.function).xreplace({index: at * variable})
    near = at_one_over(variable * term, variable)
    inside = near.xreplace({NEAR: sympy.Integer(0)})
    if not is_plain(inside):
        return
    summed = sympy.And(sympy.Ge(variable, 1), sympy.Ge(index, first), sympy.Le(index, last))
    parts = sympy.And(defined(factor), defined(total.function))
    everywhere = ((index, variable), summed, parts)
    within = sympy.And(sympy.Ge(at, low), sympy.Le(at, high))
    integral = sympy.Integral(inside, (at, low, high))
    around = surely_around(near, (at, NEAR))
    if around is not None:
        put = around.xreplace({NEAR: sympy.Integer(0)})
        yield integral, RIEMANN, (((at,), within, put), everywhere)
    if near.has(NEAR) or not is_continuous(near, at):
        return
    if after >= 0 >= before:
        yield integral, RIEMANN, (((at,), within, defined(near)), everywhere)
    if (low, high) == (0, 1) and after >= 1 and before <= 0 and not integral.free_symbols:
        for needed in _one_way(near, at):
            yield integral, MONOTONE, (*needed, *_finite(integral), everywhere)


def _one_way(near: Expression, at: Symbol) -> Iterator[tuple[Needed, ...]]:
    """That it is defined between zero and one, and rises there, or falls."""
    inside = sympy.And(sympy.Gt(at, 0), sympy.Lt(at, 1))
    slope = near.diff(at)
    for sign in (sympy.Ge(slope, 0), sympy.Le(slope, 0)):
        yield ((at,), inside, defined(near)), ((at,), inside, defined(slope)), ((at,), inside, sign)


def _finite(integral: Expression) -> Iterator[Needed]:
    """That the integral converges: it lies between two numbers."""
    found = _near(integral)
    if not found.is_Float or abs(found) > LARGEST:
        yield (), sympy.true, sympy.false
        return
    for bound, order in ((sympy.floor(found) - 1, sympy.Gt), (sympy.ceiling(found) + 1, sympy.Lt)):
        yield (), sympy.true, order(integral, bound, evaluate=False)


@cached_for_claim(64)
def _near(integral: Expression) -> Expression:
    """What SymPy takes the integral to be near; it looks long for one that diverges."""
    return integral.evalf(FEW_DIGITS)


def _ends(total: Expression, variable: Symbol) -> list[tuple[Expression, Expression]] | None:
    """Each end as what it is of n, and what is added to that; None where it is no such sum."""
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    found = []
    for end in total.limits[0][1:]:
        line = linear(end, variable)
        if line is None or not all(part.is_Integer for part in line):
            return None
        found.append(line)
    return found if found[0][0] < found[1][0] else None
