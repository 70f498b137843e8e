"""Puts exact values back into a condition and says whether it is true there,
with certainty or not at all.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

import flint
import sympy
from sympy.core.relational import Relational

from probatum.proposition.numbers.arcs import ARCS, vanishes_as_arc
from probatum.proposition.numbers.digit_count import too_long_at
from probatum.proposition.numbers.enclosure import PRECISIONS, connect, enclose, truth
from probatum.proposition.numbers.logarithms import vanishes_by_logarithms
from probatum.proposition.numbers.rational import rational
from probatum.proposition.numbers.separation import is_exactly_zero
from probatum.proposition.parts import put
from probatum.proposition.sense.definedness import UNEVALUATED, defined
from probatum.proposition.unknown import is_unknown
from probatum.type_names import Comparison, Condition, Expression, Number

Point = Mapping[sympy.Symbol, Expression]
RELATIONS: dict[str, Callable[[flint.fmpq, flint.fmpq], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}
LARGEST_RESULT = 20_000  # bits; a power that is longer is not computed exactly
LARGEST_SIMPLIFIED = (
    10_000  # of numerators and denominators; simplifying e^1000000 - 1 computes all its digits
)
FLAT = 30  # beyond, the error function is as near to 1 as e^-900 is to 0
TURNING = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
FARTHEST = flint.arb(2) ** max(PRECISIONS)
LARGEST_ALGEBRAIC = 60  # operations; minimal polynomials grow exponentially with them


def truth_at(condition: Condition, point: Point, *, exactly: bool = True) -> bool | None:
    """Whether `condition` is true at an exact point; None where it is undefined there or not known.

    Without `exactly`, sides that no precision separates are left open instead of being compared by
    algebra.
    """
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        return _relation_at(condition, point, exactly)
    return connect(condition, lambda part: truth_at(part, point, exactly=exactly))


def holds_at(condition: Condition, point: Point) -> bool | None:
    """Whether `condition` is defined and true at an exact point; None where that is not known."""
    return truth_at(sympy.And(defined(condition), condition), point)


def _relation_at(relation: Comparison, point: Point, exactly: bool) -> bool | None:
    left, right = rational(relation.lhs, point), rational(relation.rhs, point)
    if left is not None and right is not None:
        return bool(RELATIONS[relation.rel_op](left, right))
    for precision in PRECISIONS:
        with flint.ctx.workprec(precision):
            decided = truth(
                relation, {symbol: enclose(value, {}) for symbol, value in point.items()}
            )
        if decided is not None:
            return decided
    return _exactly(relation, point, algebra=exactly)


def _exactly(relation: Comparison, point: Point, *, algebra: bool) -> bool | None:
    """For differences that no precision separates from zero: a rational number,
    an exact zero by algebra, or not known.
    """
    try:
        if not _computable(relation, point) or not _keeps_derivatives(relation, point):
            return None
        left, right = put(relation.lhs, point), put(relation.rhs, point)
    except (ValueError, ZeroDivisionError):  # of Max and Min, and of Mod, where they are undefined
        return None
    if left.is_Rational and right.is_Rational:
        return bool(RELATIONS[relation.rel_op](left, right))
    if not algebra or not (
        left.is_finite and right.is_finite and left.is_extended_real and right.is_extended_real
    ):
        return None
    if is_zero(left - right):
        return relation.rel_op in ("<=", ">=", "==")
    return None


def _keeps_derivatives(relation: Comparison, point: Point) -> bool:
    """Whether no derivative is lost, as in 0 times one, unless all are known to exist there."""
    if not relation.has(sympy.Derivative) or is_unknown(relation):
        return True
    kept = all(
        len(put(side, point).atoms(sympy.Derivative)) == len(side.atoms(sympy.Derivative))
        for side in relation.args
    )
    return kept or truth_at(defined(relation), point) is True


def _computable(relation: Comparison, point: Point) -> bool:
    """Whether no power in the relation grows beyond what is sensible to write down."""
    if any(too_long_at(side, point) for side in relation.args):
        return False
    for power in relation.atoms(sympy.Pow):
        exponent = put(power.exp, point)
        if exponent.is_Integer and abs(int(exponent)) > LARGEST_RESULT:
            return False
    return not any(
        _is_far(put(part.args[0], point)) for part in relation.atoms(*TURNING, sympy.exp)
    )


def _is_far(number: Number) -> bool:
    """Whether of an angle no precision in use tells the direction, and of an exponent none the
    digits of the power; algebra would compute them all.
    """
    found = enclose(number, {})
    beyond = not found.is_finite() and not found.is_nan()
    return beyond or bool(found.abs_lower() > FARTHEST)


def is_zero(number: Number) -> bool:
    """Whether an exact number is proved to be zero; False where that is not known."""
    if number.is_Rational:
        return bool(number == 0)
    exactly = is_exactly_zero(number)
    if exactly is not None:
        return exactly
    if number.has(*UNEVALUATED):  # SymPy would calculate them, however long that takes
        return False
    if number.is_algebraic and number.count_ops() <= LARGEST_ALGEBRAIC:
        try:
            variable = sympy.Dummy("t")
            return bool(sympy.minimal_polynomial(number, variable) == variable)
        except NotImplementedError:
            return False
    if number.has(*ARCS) and vanishes_as_arc(number):
        return True
    if number.has(sympy.log) and vanishes_by_logarithms(number):
        return True
    if any(max(abs(part.p), part.q) > LARGEST_SIMPLIFIED for part in number.atoms(sympy.Rational)):
        return False
    if any(not -FLAT < each.args[0] < FLAT for each in number.atoms(sympy.erf, sympy.erfc)):
        return False
    return bool(sympy.simplify(number) == 0)
