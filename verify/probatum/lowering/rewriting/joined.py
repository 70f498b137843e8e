"""Joined propositions as conditions, and as statements with their quantifiers in front."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from typing import TypeVar

import sympy
from sympy.logic.boolalg import Boolean

from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.steps.orbits import broken
from probatum.lowering.steps.ultimate import never, unfolded
from probatum.lowering.theorem import Theorem
from probatum.lowering.whole_numbers.divisors import as_remainder
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import (
    All,
    Any,
    Exists,
    ForAll,
    Joined,
    Literal,
    Orbit,
    Quantified,
    for_all,
)
from probatum.proposition.parts import (
    conjuncts,
    put,
    rewrite,
    subpropositions,
    unchecked,
    with_parts,
    without_hints,
)
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.coercion import after
from probatum.proposition.subjects.ultimate import Ultimate
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols

PRENEX = Theorem(
    "Quantifiers brought to the front",
    "Kleene, Introduction to Metamathematics, section 35",
    exact=True,
)


Bound = TypeVar("Bound", bound=Quantified)
FIRST_STEPS = 3  # at which an iteration is looked at for breaking


def has_joined(statement: Statement) -> bool:
    """Whether propositions are joined in it otherwise than all of them at the top."""
    return any(isinstance(part, Joined) for part in subpropositions(statement))


def flattened(statement: Statement) -> Statement:
    """The statement with one condition in place of what is joined and has no variables of its own;
    where all parts are stated, they stay parts.
    """
    match statement:
        case Ultimate():
            return flattened(unfolded(statement))
        case ForAll() if isinstance(statement.then, ForAll):
            return flattened(_as_one(statement, statement.then))
        case Quantified():
            return with_parts(statement, then=_flat(statement.then))
        case All():
            return with_parts(statement, parts=tuple(map(flattened, statement.parts)))
        case Joined():
            flat = _flat(statement)
            closed = isinstance(flat, Boolean)
            return for_all((), sympy.true, flat) if closed else flat
    return statement


def _as_one(outer: ForAll, inner: ForAll) -> ForAll:
    """Two universal quantifiers, of which the inner one binds other names, as one; hints were
    written for one of them.
    """
    variables = (*outer.variables, *inner.variables)
    given = sympy.And(outer.given, inner.given)
    return with_parts(without_hints(inner), variables=variables, given=given)


def _flat(statement: Statement) -> Statement:
    remainder = as_remainder(statement)
    if remainder is not None:
        return remainder
    if not isinstance(statement, Joined):
        return flattened(statement) if isinstance(statement, Quantified) else statement
    parts = with_parts(statement, parts=tuple(map(_flat, statement.parts)))
    condition = condition_of(parts)
    return parts if condition is None else condition


@dataclass(frozen=True, slots=True)
class InFront:
    """A statement with its quantifiers in front; exact: whether it is false only where that is
    false that it came from.

    denied: where it says more than that this is not so from some number on: it is false for
    certain only where this is so.
    """

    statement: Statement
    exact: bool
    denied: Ultimate | None = None


def prenexed(statement: Statement) -> list[InFront]:
    """Statements that together prove a universal statement about what is joined;
    raises OutOfScopeError where there are none.
    """
    variables: Symbols = ()
    given: Condition = sympy.true
    while isinstance(statement, ForAll):
        variables, given = (*variables, *statement.variables), sympy.And(given, statement.given)
        statement = statement.then
    if not isinstance(statement, Joined):
        raise OutOfScopeError("nothing joined")
    return [
        InFront(case, not any(map(_is_partial, clause)), _denied(clause))
        for clause in statement.clauses()
        for case in _cases(_one_of(variables, given, clause))
    ]


def _cases(statement: Statement) -> list[Statement]:
    """One statement for each alternative of a hypothesis, where there are few."""
    either = [part for part in conjuncts(statement.given) if isinstance(part, sympy.Or)]
    if not isinstance(statement, ForAll) or len(either) != 1:
        return [statement]
    rest = [part for part in conjuncts(statement.given) if part is not either[0]]
    return [with_parts(statement, given=sympy.And(*rest, case)) for case in either[0].args]


def _is_partial(literal: Literal) -> bool:
    """Whether only a part of what makes it true is looked at: of an orbit, its first steps;
    of what is not so from some number on, that its opposite is.
    """
    part, truth = literal
    return not truth and any(
        isinstance(inner, (Orbit, Ultimate)) for inner in subpropositions(part)
    )


def _denied(clause: list[Literal]) -> Ultimate | None:
    """What is said not to be so from some number on, where nothing else is quantified."""
    quantified = [literal for literal in clause if condition_of(literal[0]) is None]
    match quantified:
        case [(Ultimate() as part, False)]:
            return part
    return None


def _one_of(variables: Symbols, given: Condition, literals: list[Literal]) -> Statement:
    """For all `variables` that satisfy `given`, one of the literals is so."""
    taken = _names(variables)
    said = (part for literal in literals for part in _alternatives(literal))
    parts = [_with_own_names(part, taken) for part in said]
    plain = sorted((part for part in parts if isinstance(part, Boolean)), key=_hard)
    universal = [part for part in parts if isinstance(part, ForAll)]
    existing = [part for part in parts if isinstance(part, Exists)]
    on_their_way = [part for part in parts if isinstance(part, (Orbit, Ultimate))]
    if universal:
        inner = _apart(universal, variables)
        bound = tuple(variable for part in inner for variable in part.variables)
        supposed = sympy.And(given, *(part.given for part in inner))
        others = (*plain, *existing, *on_their_way, *(part.then for part in inner))
        rest = [(part, True) for part in others]
        return _one_of((*variables, *bound), supposed, rest)
    if on_their_way:
        return _for_all(variables, _denying(given, plain), _only(on_their_way + existing))
    if not existing:
        return _for_all(variables, _denying(given, plain[:-1]), plain[-1])
    return _for_all(variables, _denying(given, plain), _some(existing, variables))


def _denying(given: Condition, conditions: list[Condition]) -> Condition:
    opposites = (sympy.to_nnf(sympy.Not(part), simplify=False) for part in conditions)
    return sympy.And(given, *opposites)


def _hard(condition: Condition) -> tuple[bool, int, Expression]:
    """The key by which the simplest conditions come first, which are supposed to be false."""
    grows = any(power.exp.free_symbols for power in condition.atoms(sympy.Pow))
    return (
        grows or bool(condition.atoms(sympy.Function)),
        condition.count_ops(),
        sympy.default_sort_key(condition),
    )


def _only(parts: list[Statement]) -> Statement:
    if len(parts) > 1:
        raise OutOfScopeError("an iteration, or a way to somewhere, beside other statements")
    return parts[0]


def _for_all(variables: Symbols, given: Condition, then: Statement) -> Statement:
    if not variables and given == sympy.true and isinstance(then, Exists):
        return then
    return for_all(variables, given, then)


def _alternatives(literal: Literal) -> list[Statement]:
    """The statements of which one is true exactly where the literal is."""
    part, truth = literal
    if isinstance(part, Joined) and condition_of(part) is None:
        if isinstance(part, Any if truth else All):
            return [one for inner in part.parts for one in _alternatives((inner, truth))]
        raise OutOfScopeError("what is joined inside of something else that is joined")
    signed = part if truth else opposite(part)
    condition = condition_of(signed)
    if condition is None and not isinstance(signed, (ForAll, Exists, Orbit, Ultimate)):
        raise OutOfScopeError(type(signed).__name__)
    return [signed if condition is None else condition]


def opposite(statement: Statement) -> Statement:
    """What is true exactly where the statement, which is defined, is false.

    Where what is said to exist is undefined it is no witness, so nothing is denied there.
    """
    condition = condition_of(statement)
    if condition is not None:
        return sympy.Not(condition)
    if isinstance(statement, Orbit):
        return broken(statement, FIRST_STEPS)
    if isinstance(statement, Ultimate):
        return never(statement)
    if isinstance(statement, ForAll):
        return with_kind(statement, Exists, statement.given, opposite(statement.then))
    if isinstance(statement, Exists):
        inner = condition_of(statement.then)
        if inner is not None:
            meant = sympy.And(statement.given, defined(statement.given), defined(inner))
            return with_kind(statement, ForAll, meant, sympy.Not(inner))
    raise OutOfScopeError(type(statement).__name__)


def with_kind(
    statement: Quantified, kind: type[Quantified], given: Condition, then: Statement
) -> Quantified:
    """The other quantifier of the same variables."""
    return unchecked(kind, variables=statement.variables, given=given, then=then)


def _apart(parts: Sequence[Bound], variables: Symbols) -> list[Bound]:
    """The parts with names of their own for what they bind, where others have them."""
    taken = _names(variables)
    found: list[Bound] = []
    for number, part in enumerate(parts):
        found.append(_renamed(part, taken) if number or taken & _names(part.variables) else part)
        taken |= _names(found[-1].variables)
    return found


def _with_own_names(part: Statement, taken: set[str]) -> Statement:
    """The part with other names for what it binds at any depth where these are taken: quantifiers
    in front reach over the parts that they stood beside.
    """
    match part:
        case Joined():
            parts = tuple(_with_own_names(each, taken) for each in part.parts)
            return with_parts(part, parts=parts)
        case Orbit():
            return _with_state_renamed(part, taken) if _names(part.state) & taken else part
        case Quantified():
            inner = with_parts(part, then=_with_own_names(part.then, taken))
            return _renamed(inner, taken) if _names(part.variables) & taken else inner
    return part


def _names(variables: Symbols) -> set[str]:
    return {variable.name for variable in variables}


def _renamed(part: Bound, taken: set[str]) -> Bound:
    names = _other_names(part.variables, taken, part)
    renamed: Bound = rewrite(part, lambda expression: put(expression, names))
    return with_parts(renamed, variables=tuple(names.values()))


def _with_state_renamed(orbit: Orbit, taken: set[str]) -> Orbit:
    """The iteration from the same start with other names for its state."""
    names = _other_names(orbit.state, taken, orbit)
    later = {after(old): after(new) for old, new in names.items()}

    def moved(part: Expression) -> Expression:
        return put(part, names | later)

    return with_parts(
        orbit,
        state=tuple(names.values()),
        step=rewrite(orbit.step, moved),
        given=moved(orbit.given),
        then=moved(orbit.then),
        invariant=None if orbit.invariant is None else moved(orbit.invariant),
    )


def _other_names(variables: Symbols, taken: set[str], part: Statement) -> dict[Symbol, Symbol]:
    """Variables under names that are neither taken nor bound inside of a part."""
    bound = {each for inner in subpropositions(part) for each in inner.binds}
    known = taken | _names(tuple(bound))
    names: dict[Symbol, Symbol] = {}
    for variable in variables:
        free = _free_name(variable.name, known | _names(tuple(names.values())))
        names[variable] = sympy.Symbol(free, **variable.assumptions0)
    return names


def _free_name(name: str, taken: set[str]) -> str:
    numbered = (f"{name} {number}" for number in count(2))
    return next(each for each in numbered if each not in taken)


def _some(existing: list[Exists], variables: Symbols) -> Exists:
    """That there are values for one of several existential statements."""
    if len(existing) == 1:
        return existing[0]
    inner = _apart(existing, variables)
    bodies = [condition_of(part.then) for part in inner]
    if None in bodies:
        raise OutOfScopeError("quantifiers inside of alternatives")
    ways = [
        sympy.And(part.given, body, defined(part.given), defined(body))
        for part, body in zip(inner, bodies, strict=True)
    ]
    bound = tuple(variable for part in inner for variable in part.variables)
    found: Exists = unchecked(Exists, variables=bound, given=sympy.true, then=sympy.Or(*ways))
    return found
