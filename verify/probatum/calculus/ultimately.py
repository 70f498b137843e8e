"""Says whether a condition is so from some number on, or near zero, by the limits of its sides."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.calculus.limits import by_rules
from probatum.shapes import Condition, Expression, Symbol

WORTH_ASKING = 60  # operations in a relation
ABOVE = {">": True, ">=": True, "!=": True, "<": False, "<=": False, "==": False}
BELOW = {"<": True, "<=": True, "!=": True, ">": False, ">=": False, "==": False}


def ultimately(condition: Condition, variable: Symbol, point: Expression) -> bool | None:
    """Whether it is so for all values near enough to the point (oo, or 0 from above); None where
    no rule gives the limits, or they do not tell.
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
    if relation.free_symbols - {variable} or relation.count_ops() > WORTH_ASKING:
        return None
    order = _order(left - right, variable, point) or _of_quotient(left, right, variable, point)
    return None if not order else (ABOVE if order > 0 else BELOW)[relation.rel_op]


def _order(difference: Expression, variable: Symbol, point: Expression) -> int:
    """The sign that a difference has at last; 0 where it is not known."""
    found = by_rules(difference, variable, point, "-" if point == sympy.oo else "+")
    return (
        0
        if found is None
        else int(bool(found.is_extended_positive)) - int(bool(found.is_extended_negative))
    )


def _of_quotient(left: Expression, right: Expression, variable: Symbol, point: Expression) -> int:
    """By d'Alembert's ratio test: a positive quotient that is multiplied, from one integer to the
    next, by what tends to more than 1 grows without bound, and falls to zero below 1.
    """
    number = sympy.Symbol(variable.name, integer=True, positive=True)
    sides = [side.xreplace({variable: number}) for side in (left, right)]
    if point != sympy.oo or not variable.is_integer or not all(side.is_positive for side in sides):
        return 0
    above, below = (_step(side, number) for side in sides)
    if above is None or below is None:
        return 0
    quotient = sympy.cancel(above / below).xreplace({number: variable})
    return _order(quotient - 1, variable, point)


def _step(term: Expression, number: Symbol) -> Expression | None:
    """By what a product of factorials, powers and rational functions is multiplied when the number
    grows by 1.
    """
    found = sympy.Integer(1)
    for factor in sympy.Mul.make_args(term):
        base, exponent = factor.as_base_exp()
        if isinstance(base, sympy.factorial) and exponent.is_Integer:
            top = sympy.expand(base.args[0])
            slope = top.coeff(number, 1)
            if not (slope.is_Integer and slope > 0 and (top - slope * number).is_Integer):
                return None
            found *= sympy.prod(top + one for one in range(1, int(slope) + 1)) ** exponent
        elif factor.is_rational_function(number):
            found *= factor.xreplace({number: number + 1}) / factor
        elif not base.has(number) and sympy.expand(exponent).diff(number).is_number:
            found *= base ** sympy.expand(exponent).diff(number)
        else:
            return None
    return found
