"""A sum of n independent zeros and ones is 0 where all are 0, and n where all are 1."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.random_variables import varies_freely
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.proposition.random import Expectation, Probability, RandomVariable, Total
from probatum.type_names import Condition, Expression, Symbol

ALL_ALIKE = Theorem(
    "independent events all happen with the product of their probabilities",
    "Billingsley, Probability and Measure, 3rd ed., section 4",
    exact=True,
)


def with_powers(statement: ForAll) -> ForAll:
    """The statement that speaks of powers in place of the probabilities that a sum of independent
    copies that are 0 or 1 is as small, or as large, as it can be, or is not.
    """
    given, then = map(_rewritten, (statement.given, statement.then))
    same = (given, then) == (statement.given, statement.then)
    return statement if same else with_parts(statement, given=given, then=then)


def _rewritten(part: Expression) -> Expression:
    if isinstance(part, Probability):
        found = _of_event(part.args[0])
        return part if found is None else found
    if not part.args or isinstance(part, Expectation) or not part.has(Probability):
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*map(_rewritten, part.args), **options)


def _of_event(event: Condition) -> Expression | None:
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
    return known.get(compared)


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
