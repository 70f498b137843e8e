"""Whether each term of a sum, or factor of a product, is a real number."""

from __future__ import annotations

import sympy

from probatum.calculus.closed_value import Answer, Open, Undefined
from probatum.calculus.signs.between import sign_between
from probatum.proposition.binders import called
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Symbol

MOST_TERMS = 2_000


def refused(term: Expression, index: Symbol, low: Expression, high: Expression) -> Answer | None:
    """None where every term is known to be a real number."""
    wanted = defined(term)
    if wanted == sympy.true:
        return None
    last = high if high.is_Integer and high - low <= MOST_TERMS else low + 20
    for number in range(int(low), int(last) + 1):
        if truth_at(wanted, {index: sympy.Integer(number)}) is False:
            return Undefined(
                f"the term {called(term)} is undefined, or no real number, "
                f"at {called(index)} = {number}"
            )
    if last == high and all(
        truth_at(wanted, {index: sympy.Integer(number)})
        for number in range(int(low), int(last) + 1)
    ):
        return None
    return _refused_from(wanted, term, (index, low, high))


def _refused_from(
    wanted: Condition, term: Expression, limits: tuple[Symbol, Expression, Expression]
) -> Answer | None:
    """Condition by condition: a polynomial by its roots."""
    for condition in wanted.args if isinstance(wanted, sympy.And) else (wanted,):
        answer = _holds_from(condition, *limits)
        if answer is None:
            return Open(
                f"it is not known whether {called(condition)} at every term of the sum of "
                f"{called(term)}"
            )
        if answer is not True:
            return Undefined(
                f"the term {called(term)} is undefined, or no real number, "
                f"at {called(limits[0])} = {answer}"
            )
    return None


def _within_a_hundredth(root: Expression) -> Expression:
    """A real root, one that has no closed form as a rational number beside it."""
    return root.eval_rational(sympy.Rational(1, 100)) if isinstance(root, sympy.CRootOf) else root


def _holds_from(
    condition: Condition, index: Symbol, low: Expression, high: Expression
) -> Expression | None:
    """True where the condition holds at all integers of the range, else one at which it does not;
    None where that is not known.
    """
    if isinstance(condition, sympy.Or):
        return (
            True
            if any(_holds_from(part, index, low, high) is True for part in condition.args)
            else None
        )
    if not isinstance(condition, sympy.core.relational.Relational):
        return None
    difference = condition.lhs - condition.rhs
    if not difference.is_polynomial(index):
        return _keeps_sign(condition, index, low, high) or None
    polynomial = sympy.Poly(difference, index)
    if not (polynomial.domain.is_QQ or polynomial.domain.is_ZZ):
        return None
    roots = polynomial.real_roots(radicals=False)
    turning = [int(sympy.floor(_within_a_hundredth(root))) for root in roots]
    tried = {number for root in turning for number in range(root - 1, root + 3)} | {int(low)}
    tried |= {max(*turning, int(low)) + 3} if turning else set()
    inside = sorted(number for number in tried if low <= number <= high)
    return next(
        (number for number in inside if not truth_at(condition, {index: sympy.Integer(number)})),
        True,
    )


def _keeps_sign(condition: Condition, index: Symbol, low: Expression, high: Expression) -> bool:
    """Whether the condition holds at the first number, and the sign that it speaks of stays the
    same after it.
    """
    real = sympy.Symbol(index.name, real=True)
    sign = sign_between((condition.lhs - condition.rhs).xreplace({index: real}), real, low, high)
    fits = {
        "!=": sign in (1, -1),
        ">": sign == 1,
        ">=": sign == 1,
        "<": sign == -1,
        "<=": sign == -1,
    }.get(condition.rel_op, False)
    return (
        fits
        and truth_at(condition, {index: low}) is True
        and (high == sympy.oo or truth_at(condition, {index: high}) is True)
    )
