"""Says whether a condition is so from some number on, or near zero, by the limits of its sides."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.calculus.answer import Exact
from probatum.calculus.limits import by_rules
from probatum.calculus.ratio import ratio
from probatum.calculus.series import series
from probatum.shapes import Condition, Expression, Symbol

ONE = sympy.Integer(1)
WORTH_ASKING = 60  # operations in a relation
ABOVE = {">": True, ">=": True, "!=": True, "<": False, "<=": False, "==": False}
BELOW = {"<": True, "<=": True, "!=": True, ">": False, ">=": False, "==": False}


def ultimately(condition: Condition, variable: Symbol, point: Expression) -> bool | None:
    """Whether it is so for all values near enough to the point (oo, or 0 from above); None where
    no rule gives the limits, or they do not tell. Other symbols in it are of a known sign.
    """
    if condition in (sympy.true, sympy.false):
        return bool(condition)
    if isinstance(condition, Relational):
        return _of_sides(condition, variable, point)
    if not isinstance(condition, BooleanFunction):
        return None
    known = [ultimately(part, variable, point) for part in condition.args]
    match condition:
        case sympy.And():
            return False if False in known else None if None in known else True
        case sympy.Or():
            return True if True in known else None if None in known else False
        case sympy.Not():
            return None if known[0] is None else not known[0]
    return None


def _of_sides(relation: Relational, variable: Symbol, point: Expression) -> bool | None:
    """One side ends up above the other where their difference has a limit that is not zero."""
    left, right = relation.args
    others = relation.free_symbols - {variable}
    if any(other.is_zero is not False for other in others):
        return None
    if relation.count_ops() > WORTH_ASKING:
        return None
    if point == sympy.oo and variable.is_integer and not relation.has(sympy.Sum):
        positive = {variable: sympy.Symbol(variable.name, integer=True, positive=True)}
        known = relation.func(left.xreplace(positive) - right.xreplace(positive), 0)
        if known in (sympy.true, sympy.false):
            return bool(known)
    order = _order(left - right, variable, point) or _of_quotient(left, right, variable, point)
    if not order and relation.has(sympy.harmonic):
        order = _order((left - right).replace(sympy.harmonic, _as_sum), variable, point)
    return None if not order else (ABOVE if order > 0 else BELOW)[relation.rel_op]


def _order(difference: Expression, variable: Symbol, point: Expression) -> int:
    """The sign that a difference has at last; 0 where it is not known."""
    still, moving = difference.as_independent(variable, as_Add=True)
    totals = [part for part in sympy.Add.make_args(moving) if part.has(sympy.Sum)]
    sums = [_at_last(part, variable, point) for part in totals]
    rest = moving - sympy.Add(*totals)
    found = by_rules(rest, variable, point, "-" if point == sympy.oo else "+") if rest else rest
    if found is None or None in sums:
        return 0
    total = sympy.Add(found, still, *sums)
    return int(bool(total.is_extended_positive)) - int(bool(total.is_extended_negative))


def _as_sum(number: Expression, power: Expression = ONE) -> Expression:
    index = sympy.Dummy(integer=True)
    return sympy.Sum(index**-power, (index, 1, number))


def _at_last(part: Expression, variable: Symbol, point: Expression) -> Expression | None:
    """What a number times a sum of ever more terms tends to, where the series has a value."""
    factor, total = part.as_coeff_Mul()
    if point != sympy.oo or not isinstance(total, sympy.Sum) or len(total.limits) != 1:
        return None
    index, low, high = total.limits[0]
    step = sympy.expand(high).diff(variable)
    if total.function.has(variable) or low.has(variable) or not (step.is_Integer and step > 0):
        return None
    found = series(total.function, index, low, sympy.oo)
    return factor * found.value if isinstance(found, Exact) and not found.agreed else None


def _of_quotient(left: Expression, right: Expression, variable: Symbol, point: Expression) -> int:
    """By d'Alembert's ratio test: a positive quotient that is multiplied, from one integer to the
    next, by what tends to more than 1 grows without bound, and falls to zero below 1.
    """
    number = sympy.Symbol(variable.name, integer=True, positive=True)
    sides = [side.xreplace({variable: number}) for side in (left, right)]
    if point != sympy.oo or not variable.is_integer or not all(side.is_positive for side in sides):
        return 0
    above, below = (ratio(side, number) for side in sides)
    if above is None or below is None:
        return 0
    quotient = sympy.cancel(above / below).xreplace({number: variable})
    return _order(quotient - 1, variable, point)
