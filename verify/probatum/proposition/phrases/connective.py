"""Joins and denies propositions of several kinds, or says what to write instead."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.errors import DefinitionError
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import (
    KINDS,
    All,
    Any,
    Equal,
    Exists,
    ForAll,
    Iff,
    Joined,
    Quantified,
    proposition,
)
from probatum.proposition.parts import conjuncts, is_scalar, unchecked
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.obligations import as_witness, obligations
from probatum.proposition.subjects.cardinality import AtMost
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import PROVIDED, Written
from probatum.type_names import Condition, Expression, Statement

JOINED = {"And": All, "Or": Any, "Equivalent": Iff}
INSTEAD = {
    "Implies": "ForAll(..., given=what is supposed, then=what follows)",
    "Xor": "Exactly(1, ...), of which one is so and no other",
}


def joined(name: str, parts: tuple[Expression, ...]) -> Statement:
    """The proposition that SymPy's `name` of these parts means; raises DefinitionError where there
    is none.
    """
    if name in JOINED and (name != "Equivalent" or len(parts) == 2):
        return JOINED[name](*parts)
    if name == "Not" and len(parts) == 1:
        return denied(parts[0])
    if name == "Implies" and len(parts) == 2 and (premise := _condition(parts[0])) is not None:
        return _implied(parts, premise)
    kind = next(type(part).__name__ for part in parts if isinstance(part, KINDS))
    instead = INSTEAD.get(name, "propositions joined by All, or claims of their own")
    raise DefinitionError(f"{name}: got {_article(kind)} {kind}, wanted relations: write {instead}")


def denied(statement: Statement) -> Statement:
    """The opposite of a proposition or condition; raises DefinitionError where it is of no kind."""
    if isinstance(statement, (ForAll, Exists)) and statement.variables:
        return _for_all_or_some(statement)
    if isinstance(statement, ForAll):
        always = statement.given == sympy.true
        return denied(statement.then) if always else _none_of(statement)
    if isinstance(statement, AtMost) and statement == _none_of(*statement.parts[:1]):
        return statement.parts[0]
    if isinstance(statement, Equal) and is_scalar(statement.left) and is_scalar(statement.right):
        return proposition(sympy.Ne(statement.left, statement.right, evaluate=False), "Not")
    if isinstance(statement, (All, Any)):
        kind = Any if isinstance(statement, All) else All
        return kind(*map(denied, statement.parts))
    if isinstance(statement, Boolean):
        return sympy.Not(statement)
    if isinstance(statement, Joined):
        condition = None if obligations(statement) else statement.as_condition
        opposite = sympy.true if condition is None else sympy.Not(condition)
        return _none_of(statement) if opposite.is_Atom else opposite  # what SymPy does not evaluate
    name = type(statement).__name__
    raise DefinitionError(
        f"Not: got {_article(name)} {name}, wanted a relation, an Equal of two numbers, "
        "ForAll, Exists, All or Any"
    )


def _condition(statement: Statement) -> Condition | None:
    """What is said as one condition, which has a value where all parts have one: of relations that
    exclude one another SymPy leaves none. None for what speaks of variables of its own, and for
    what is no statement.
    """
    if not isinstance(statement, Joined):
        return statement if isinstance(statement, Boolean) else None
    if (condition := statement.as_condition) is None:
        return None
    known = {*conjuncts(defined(condition))}
    lost = (one for one in obligations(statement) if not known.issuperset(conjuncts(one.then)))
    needed = sympy.And(*(sympy.Implies(one.given, one.then) for one in lost))
    return condition if needed == sympy.true else _where(needed, condition)


def _implied(parts: tuple[Expression, ...], premise: Condition) -> Statement:
    """What follows where a premise is so; where that may have no value, as for relations: then
    what follows must be true. Of what has variables of its own it is a hypothesis.
    """
    conclusion = _condition(parts[1]) if obligations(parts[0]) else None
    if conclusion is None:
        return ForAll((), given=premise, then=parts[1])
    return sympy.Implies(premise, conclusion)


def _where(needed: Condition, condition: Condition) -> Condition:
    """The condition, without a value where what is needed is not so."""
    present = sympy.Eq(Written(PROVIDED, sympy.S.Zero, needed), 0, evaluate=False)
    if condition == sympy.true:
        return present
    return sympy.Or(sympy.And(condition, present), sympy.Not(present))


def _none_of(statement: Statement) -> AtMost:
    """That it is not so, where no other kind says that."""
    return AtMost(0, statement)


def _for_all_or_some(statement: ForAll | Exists) -> Statement:
    """The other quantifier of the opposite; what has no value is no witness to be denied, and
    where what is said of all has none, its denial has none.
    """
    meant = as_witness(statement.then, known=statement.given)
    some = isinstance(statement, Exists)
    if not _told(statement.then) or not (some or meant == statement.then):
        return _none_of(statement)
    opposite, dual = denied(meant), ForAll if some else Exists
    return unchecked(dual, variables=statement.variables, given=statement.given, then=opposite)


def _told(inside: Statement) -> bool:
    """Whether it is known of all conditions inside where they are defined."""
    if isinstance(inside, Joined | Quantified):
        return all(map(_told, inside.parts if isinstance(inside, Joined) else (inside.then,)))
    if not isinstance(inside, Boolean):
        return True
    needed = defined(inside)
    return not inside.has(*BINDERS) and taking_unknown(needed, sympy.false) == needed


def _article(name: str) -> str:
    return "an" if name[0] in "AEO" else "a"
