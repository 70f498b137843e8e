"""Probabilities that a sum of n independent zeros and ones compares so with a number."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.random_variables import varies_freely
from probatum.lowering.every_case import follows
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.random import Expectation, Probability, RandomVariable, Total
from probatum.type_names import Condition, Expression, Symbol

ALL_ALIKE = Theorem(
    "independent events all happen with the product of their probabilities",
    "Billingsley, Probability and Measure, 3rd ed., section 4",
    exact=True,
)
REVERSED = {
    sympy.Le: sympy.Ge,
    sympy.Lt: sympy.Gt,
    sympy.Ge: sympy.Le,
    sympy.Gt: sympy.Lt,
}
MOST_TERMS = 6  # of the distribution that are added up
Counted = tuple[Expression, Expression, Condition]  # the chance of each, how many, what is supposed


def with_powers(statement: ForAll) -> ForAll:
    """The statement that speaks of powers in place of the probabilities that a sum of independent
    copies that are 0 or 1 compares so with a number near one of its ends, or is that number.
    """
    known = sympy.And(*(part for part in conjuncts(statement.given) if not part.has(Expectation)))
    given, then = (_rewritten(part, known) for part in (statement.given, statement.then))
    same = (given, then) == (statement.given, statement.then)
    return statement if same else with_parts(statement, given=given, then=then)


def _rewritten(part: Expression, known: Condition) -> Expression:
    if isinstance(part, Probability):
        found = _of_event(part.args[0], known)
        return part if found is None else found
    if not part.args or isinstance(part, Expectation) or not part.has(Probability):
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_rewritten(each, known) for each in part.args), **options)


def _of_event(event: Condition, supposed: Condition) -> Expression | None:
    """The probability that such a sum compares so with a number; None for other events."""
    totals = event.atoms(Total)
    if not isinstance(event, Relational) or len(totals) != 1:
        return None
    (whole,) = totals
    (copies,) = whole.args
    if not (isinstance(copies, RandomVariable) and {"bernoulli", "of"} <= set(copies.known)):
        return None
    compared = _compared(event, whole, copies.known["of"])
    if compared is None or not varies_freely(copies):
        return None
    chance, count = copies.known["bernoulli"], copies.known["of"]
    none, every = (1 - chance) ** count, chance**count
    low, high = sympy.Integer(0), count
    known = {
        (sympy.Eq, low): none,
        (sympy.Le, low): none,
        (sympy.Lt, low + 1): none,
        (sympy.Ne, low): 1 - none,
        (sympy.Gt, low): 1 - none,
        (sympy.Ge, low + 1): 1 - none,
        (sympy.Eq, high): every,
        (sympy.Ge, high): every,
        (sympy.Gt, high - 1): every,
        (sympy.Ne, high): 1 - every,
        (sympy.Lt, high): 1 - every,
        (sympy.Le, high - 1): 1 - every,
        (sympy.Ge, low): sympy.Integer(1),
        (sympy.Le, high): sympy.Integer(1),
        (sympy.Lt, low): sympy.Integer(0),
        (sympy.Gt, high): sympy.Integer(0),
    }
    found = known.get(compared)
    return _of_number(compared, (chance, count, supposed)) if found is None else found


def _of_number(compared: tuple[type[Relational], Expression], of: Counted) -> Expression | None:
    """The probability of what compares with another number, where the terms are known to be such;
    from the upper end, what is left of all of them is counted.
    """
    (kind, number), (chance, count, supposed) = compared, of
    left = sympy.expand(count - number)
    if left.is_Integer and not number.is_Integer:
        turned = REVERSED.get(kind, kind)
        return _of_number((turned, left), (1 - chance, count, supposed))
    if kind in (sympy.Eq, sympy.Ne):
        one = _term(number, of)
        return one if one is None or kind is sympy.Eq else 1 - one
    if not number.is_Integer or number > MOST_TERMS:
        return None
    most = number if kind in (sympy.Le, sympy.Gt) else number - 1
    terms = [_term(sympy.Integer(place), of) for place in range(most + 1)]
    if None in terms:
        return None
    below = sympy.Add(*terms)
    return below if kind in (sympy.Le, sympy.Lt) else 1 - below


def _term(number: Expression, of: Counted) -> Expression | None:
    """The probability that so many are 1; None where they are not known to be as many."""
    chance, count, supposed = of
    if number in (0, 1):  # there is one at least
        ways = count**number
    elif number.is_Integer and number > 1:
        ways = sympy.expand(sympy.expand_func(sympy.ff(count, number)) / sympy.factorial(number))
    else:
        ways = sympy.binomial(count, number)
    bounds = (sympy.Ge(number, 0), sympy.Le(number, count))
    if not number.is_integer:
        return None
    if number not in (0, 1) and not all(follows(b, supposed) for b in bounds):
        return None
    return ways * chance**number * (1 - chance) ** (count - number)


def _compared(
    event: Relational, whole: Expression, count: Symbol
) -> tuple[type[Relational], Expression] | None:
    """How the sum compares with which number, where a positive multiple of it stands alone."""
    left, right = event.args
    kind = event.func
    if right.has(whole) and not left.has(whole):
        left, right, kind = right, left, event.reversed.func
    if right.has(whole):
        return None
    factor = sympy.cancel(left / whole)
    if factor.atoms(Total, RandomVariable) or right.atoms(RandomVariable):
        return None
    if not (factor.is_positive or sympy.cancel(factor * count).is_positive):
        return None
    return kind, sympy.expand(sympy.cancel(right / factor))
