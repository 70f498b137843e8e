"""What holds in every case that a statement speaks of: where its hypotheses are met, and so all in
it that stands behind no condition has a value.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.under_bounds import sign_under
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General
from probatum.type_names import Condition, Expression, Symbols

Quantified = ForAll | Exists
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)
ORDERS = (*STRICT, sympy.GreaterThan, sympy.LessThan)


def holds_in_every_case(needed: Condition, statement: Quantified) -> bool:
    """Whether a condition is one of the hypotheses, follows from their bounds, or is what these or
    the conclusion need to have a value; of a statement that has one wherever its hypotheses are
    met.
    """
    stated = (statement.given, defined(statement.given), defined(statement.then))
    known = {part for condition in stated for part in conjuncts(condition)}
    return all(_is_said(part, known, statement.given) for part in conjuncts(needed))


def known_where_defined(
    fact: Condition, given: Condition = sympy.true, of: Symbols | None = None
) -> Condition:
    """What is known wherever it has a value, as a condition that has one wherever the hypotheses
    are met: among them, no case is taken for excluded because it has none there.

    given: the hypotheses beside it, which may say that it has one; of: the symbols on which alone
    that may hang, where it does not hang on all.
    """
    needed = _not_followed(fact, given)
    if of is not None:
        needed = [part for part in needed if part.free_symbols <= {*of}]
    return _unless_undefined(fact, needed)


def known_by_numbers(fact: Condition, given: Condition) -> Condition:
    """The same where numbers alone say whether it has a value; where what is random, or has an
    index, does too, nothing is known.
    """
    needed = _not_followed(fact, given)
    return sympy.true if any(map(_is_of_more, needed)) else _unless_undefined(fact, needed)


def _not_followed(fact: Condition, given: Condition) -> list[Condition]:
    """What a fact needs to have a value, but for what is supposed."""
    return [part for part in conjuncts(defined(fact)) if not follows(part, given)]


def _is_of_more(needed: Condition) -> bool:
    return any(isinstance(each, General) for each in needed.free_symbols)


def _unless_undefined(fact: Condition, needed: list[Condition]) -> Condition:
    return sympy.Or(sympy.Not(sympy.And(*needed)), fact) if needed else fact


def follows(needed: Condition, given: Condition) -> bool:
    """Whether a condition is one of the hypotheses, or is seen to follow from their bounds."""
    known = set(conjuncts(given))
    return all(_is_said(part, known, given) for part in conjuncts(needed))


def _is_said(needed: Condition, known: set[Condition], given: Condition) -> bool:
    if needed in known or (isinstance(needed, Relational) and needed.reversed in known):
        return True
    if isinstance(needed, sympy.Or):
        return any(_is_said(part, known, given) for part in needed.args)
    if isinstance(needed, sympy.Ne):
        apart = needed.lhs - needed.rhs
        return sign_under(apart, given)[1] or _are_kept_apart(apart, known)
    if not isinstance(needed, ORDERS):
        return False
    sign, apart = sign_under(needed.gts - needed.lts, given)
    return sign == 1 and (apart or not isinstance(needed, STRICT))


def _are_kept_apart(difference: Expression, known: set[Condition]) -> bool:
    """Whether two sides are said to differ whose difference is this one, or its opposite."""
    said = (part.lhs - part.rhs for part in known if isinstance(part, sympy.Ne))
    return any(sympy.expand(difference - sign * other) == 0 for other in said for sign in (1, -1))
