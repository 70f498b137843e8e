"""Says whether a condition is so from some number on, or near zero, by the limits of its sides."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.calculus.closed_value import Answer, Exact
from probatum.calculus.forms.ratio import ratio
from probatum.calculus.limits.limit import by_rules, sign_beside
from probatum.calculus.signs.between import sign_between
from probatum.calculus.summation.series import certain, series, turning
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Symbol

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
    plain = relation.has(sympy.harmonic) and not relation.has(sympy.Sum)
    if not order and plain and point == sympy.oo:
        order = _order(_by_logarithms(left - right, variable), variable, point)
        order = order or _by_first_terms(left - right, variable)
    summed = (left - right).replace(sympy.harmonic, _as_sum)
    if not order and relation.has(sympy.harmonic):
        order = _order(summed, variable, point)
    order = order or _side_of_limit(summed, variable, point)
    order = order or _of_logarithms(left, right, variable, point)
    side = "-" if point == sympy.oo else "+"
    order = order or sign_beside(left - right, variable, point, side) or 0
    return None if not order else (ABOVE if order > 0 else BELOW)[relation.rel_op]


def difference_at_last(
    relation: Condition, variable: Symbol, point: Expression
) -> Expression | None:
    """What the larger side minus the smaller tends to, whatever the other symbols are: they stand
    beside what moves, or multiply what has a finite limit; None where that is not known.
    """
    if not isinstance(relation, Relational) or isinstance(relation, sympy.Equality):
        return None
    above = (
        relation.lhs - relation.rhs
        if isinstance(relation, sympy.Ne)
        else relation.gts - relation.lts
    )
    still, moving = sympy.expand(above).as_independent(variable, as_Add=True)
    alone = [part for part in sympy.Add.make_args(moving) if part.free_symbols <= {variable}]
    limits = [_limit(sympy.Add(*alone), variable, point)]
    for part in sympy.Add.make_args(moving - sympy.Add(*alone)):
        factor, inner = part.as_independent(variable, as_Add=False)
        limit = _limit(inner, variable, point) if inner.free_symbols <= {variable} else None
        limits.append(factor * limit if limit is not None and limit.is_finite else None)
    if None in limits:
        return None
    total = sympy.Add(still, *limits)
    return None if total is sympy.nan else total


def _order(difference: Expression, variable: Symbol, point: Expression) -> int:
    """The sign that a difference has at last; 0 where it is not known."""
    still, moving = difference.as_independent(variable, as_Add=True)
    limit = _limit(moving, variable, point)
    total = sympy.nan if limit is None else limit + still
    return 0 if total is sympy.nan else _sign(total)


def _limit(moving: Expression, variable: Symbol, point: Expression) -> Expression | None:
    """What it tends to by rules and by series; None where that is not known."""
    totals = [part for part in sympy.Add.make_args(moving) if part.has(sympy.Sum)]
    sums = [_at_last(part, variable, point) for part in totals]
    rest = moving - sympy.Add(*totals)
    found = by_rules(rest, variable, point, "-" if point == sympy.oo else "+") if rest else rest
    if found is None or None in sums:
        return None
    total = sympy.Add(found, *sums)
    return None if total is sympy.nan else total


def _of_logarithms(left: Expression, right: Expression, variable: Symbol, point: Expression) -> int:
    """The order of two sides that are above zero at last, by that of their logarithms."""
    if not (left - right).has(sympy.Pow, sympy.factorial, sympy.gamma, sympy.binomial):
        return 0
    side = "-" if point == sympy.oo else "+"
    if any(sign_beside(each, variable, point, side) != 1 for each in (left, right)):
        return 0
    difference = sympy.expand_log(sympy.log(left) - sympy.log(right))
    found = sign_beside(difference, variable, point, side)
    if found or not difference.has(1 / variable):
        return found or 0
    return sign_beside(sympy.expand(difference * variable), variable, point, side) or 0


def _side_of_limit(difference: Expression, variable: Symbol, point: Expression) -> int:
    """The sign of a number times a sum and what this tends to, where the terms keep a sign, or turn
    it; of a distance that tends to zero, where what stands inside never is.
    """
    still, moving = difference.as_independent(variable, as_Add=True)
    end = _at_last(moving, variable, point)
    if end is None or not (end + still).is_zero:
        return 0
    factor, total = moving.as_coeff_Mul()
    if isinstance(total, sympy.Abs):
        apart = _side_of_limit(sympy.expand(total.args[0]), variable, point)
        return abs(apart) * (1 if factor > 0 else -1)
    return -_beyond(moving)


def _sign(number: Expression) -> int:
    """The sign of a number, by what is assumed of symbols in it, or by its enclosure."""
    if number.is_extended_positive or number.is_extended_negative:
        return 1 if number.is_extended_positive else -1
    if number.free_symbols:
        return 0
    ways = ((1, sympy.Gt), (-1, sympy.Lt))
    signs = (
        sign for sign, way in ways if truth_at(way(number, 0, evaluate=False), {}, exactly=False)
    )
    return next(signs, 0)


def _beyond(part: Expression) -> int:
    """The sign of what a number times a sum lacks of its series, where its terms keep one; where
    they turn it and fall, that of the first term left out (Leibniz).
    """
    factor, total = part.as_coeff_Mul()
    index, low, high = total.limits[0]
    number = sympy.Symbol(index.name, real=True)
    turn, size = turning(total.function, index)
    if turn < 0:
        first = sympy.expand((-1) ** (high + 1))
        slope = sign_between(size.xreplace({index: number}).diff(number), number, low, sympy.oo)
        sign = -slope * first if slope and first.is_number else 0
    else:
        sign = sign_between(total.function.xreplace({index: number}), number, low, sympy.oo) or 0
    return int(sign) * (1 if factor > 0 else -1)


def _by_logarithms(difference: Expression, variable: Symbol) -> Expression:
    """The same with log u + gamma in place of harmonic numbers of u, from which these differ by
    what tends to zero; as it is where they are multiplied by more than numbers.
    """
    expanded = sympy.expand(difference)
    for number in expanded.atoms(sympy.harmonic):
        factor = expanded.coeff(number)
        end = by_rules(number.args[0], variable, sympy.oo, "-")
        rest = sympy.expand(expanded - factor * number)
        if len(number.args) > 1 or not factor.is_number or rest.has(number) or end != sympy.oo:
            return difference
        size, inner = number.args[0].as_coeff_Mul()
        expanded = rest + factor * (
            sympy.log(abs(size)) + sympy.log(inner * sympy.sign(size)) + sympy.EulerGamma
        )
    return sympy.expand(expanded)


def _by_first_terms(difference: Expression, variable: Symbol) -> int:
    """The sign at last of what tends to zero more slowly than 1/n^3, by the first terms of the
    series of harmonic numbers: what these leave is below 1/(120 n^4) (DLMF, section 5.11(ii)).
    """
    near = difference
    for number in difference.atoms(sympy.harmonic):
        at = number.args[0]
        first = 1 / (2 * at) - 1 / (12 * at**2)
        near = near.xreplace({number: number + first}) if len(number.args) == 1 else near
    near = _by_logarithms(near, variable)
    if near.has(sympy.harmonic):
        return 0
    near = near.replace(sympy.log, lambda inside: _beside_the_variable(inside, variable))
    size = by_rules(sympy.expand(near * variable**3), variable, sympy.oo, "-")
    return 0 if size is None else _sign(size)


def _beside_the_variable(inside: Expression, variable: Symbol) -> Expression:
    """The logarithm of a polynomial by that of the variable, and of what tends to a number."""
    if not inside.is_polynomial(variable) or not inside.has(variable):
        return sympy.log(inside)
    degree = sympy.degree(inside, variable)
    rest = sympy.expand(inside / variable**degree)
    return degree * sympy.log(variable) + sympy.log(rest)


def _as_sum(number: Expression, power: Expression = ONE) -> Expression:
    index = sympy.Dummy(integer=True)
    return sympy.Sum(index**-power, (index, 1, number))


def _at_last(part: Expression, variable: Symbol, point: Expression) -> Expression | None:
    """What a number times a sum of ever more terms tends to, where the series has a value or is
    known to grow without bound; of a distance, by what stands inside of it.
    """
    factor, total = part.as_coeff_Mul()
    if isinstance(total, sympy.Abs):
        still, moving = sympy.expand(total.args[0]).as_independent(variable, as_Add=True)
        limit = _limit(moving, variable, point)
        return None if limit is None else factor * sympy.Abs(still + limit)
    if point != sympy.oo or not isinstance(total, sympy.Sum) or len(total.limits) != 1:
        return None
    index, low, high = total.limits[0]
    step = sympy.expand(high).diff(variable)
    if total.function.has(variable) or low.has(variable) or not (step.is_Integer and step > 0):
        return None
    found = certain(total.function, index, low)
    if found is None and total.function.free_symbols <= {index}:
        whole = series(total.function, index, low, sympy.oo)
        found = _infinity(whole)
    return None if found is None else factor * found


def _infinity(whole: Answer) -> Expression | None:
    """The infinity that a series is known for certain to come to."""
    if isinstance(whole, Exact) and not whole.agreed and whole.value.is_infinite:
        return whole.value
    return None


def _of_quotient(left: Expression, right: Expression, variable: Symbol, point: Expression) -> int:
    """By d'Alembert's ratio test: a positive quotient that is multiplied, from one integer to the
    next, by what tends to more than 1 grows without bound, and falls to zero below 1.
    """
    quotient = step_of_quotient(left, right, variable) if point == sympy.oo else None
    return 0 if quotient is None else _order(quotient - 1, variable, point)


def growth(relation: Relational, variable: Symbol) -> Expression | None:
    """What the larger side over the smaller is multiplied by at last, from one integer to the next:
    more than 1 says that the relation is so from some number on; None where it is not known.
    """
    quotient = step_of_quotient(relation.gts, relation.lts, variable)
    return None if quotient is None else by_rules(quotient, variable, sympy.oo, "-")


def step_of_quotient(left: Expression, right: Expression, variable: Symbol) -> Expression | None:
    """By what the quotient of two positive sides is multiplied from one integer above zero to the
    next; None where that is not known.
    """
    number = sympy.Symbol(variable.name, integer=True, positive=True)
    sides = [side.xreplace({variable: number}) for side in (left, right)]
    if not variable.is_integer or not all(side.is_positive for side in sides):
        return None
    above, below = (ratio(side, number) for side in sides)
    if above is None or below is None:
        return None
    quotient = above / below
    varying = any(power.exp.free_symbols for power in quotient.atoms(sympy.Pow))
    return (quotient if varying else sympy.cancel(quotient)).xreplace({number: variable})
