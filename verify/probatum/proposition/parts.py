"""Walks through what is stated: its parts, its free variables, and what becomes of it when they
change.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from operator import is_
from typing import Any, ClassVar, TypeVar

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.proposition.binders import BINDERS
from probatum.proposition.written import OPERATORS, Written, derivatives_written
from probatum.type_names import Change, Condition, Expression, Statement, Symbol, Symbols, Values

Kind = TypeVar("Kind", bound="Stated")
Provided = Callable[[Expression, Values, Expression], Expression]
STANDING = (*BINDERS, sympy.Derivative, sympy.Piecewise, Written)


class Stated:
    """What has parts: each kind names the fields that hold them, and what it binds in each.

    Whoever walks asks the kind: a new one is a class, and no walker knows of it.
    """

    __slots__ = ()
    inside: ClassVar[tuple[str, ...]] = ()
    hints: ClassVar[tuple[str, ...]] = ()  # fields that say how to prove it, and nothing of it
    is_proposition: ClassVar[bool] = True

    def bound(self, part: str) -> Symbols:
        """The variables of which nothing outside can speak in this part."""
        return ()

    @property
    def binds(self) -> set[Symbol]:
        """All variables that it binds, in whatever part."""
        return {symbol for name in self.inside for symbol in self.bound(name)}

    @property
    def as_condition(self) -> Condition | None:
        """The condition that it says, where it can be supposed; None for others."""
        return None

    def parts_inside(self) -> Iterator[tuple[str, Statement]]:
        """Each part that there is, by the name of its field."""
        for name in self.inside:
            part = getattr(self, name)
            if part is not None:
                yield name, part


def free_symbols(stated: Statement) -> set[Symbol]:
    """The variables of a proposition or expression that nothing in it binds."""
    if isinstance(stated, Stated):
        parts = stated.parts_inside()
        return set().union(*(free_symbols(part) - {*stated.bound(name)} for name, part in parts))
    if isinstance(stated, tuple):
        return set().union(*map(free_symbols, stated))
    return set(stated.free_symbols)


def rewrite(stated: Statement, change: Change) -> Statement:
    """The statement with `change` applied to each expression and condition in it, and in its hints;
    relations stay as they are built. It is the same one where nothing changes.
    """
    if isinstance(stated, Stated):
        own = {name: (part, rewrite(part, change)) for name, part in stated.parts_inside()}
        hints = {name: getattr(stated, name) for name in stated.hints}
        own |= {name: (hint, _hint(hint, change)) for name, hint in hints.items()}
        changed = {name: after for name, (before, after) in own.items() if after is not before}
        return with_parts(stated, **changed) if changed else stated
    if isinstance(stated, tuple):
        items = tuple(rewrite(item, change) for item in stated)
        return stated if all(map(is_, items, stated)) else items
    return change(stated)


def _hint(hint: Any, change: Change) -> Any:
    """A hint with what it says changed; what a multiplier is for may be a name, or a condition."""
    if isinstance(hint, Mapping):
        return {_hint(key, change): change(multiplier) for key, multiplier in hint.items()}
    return change(hint) if isinstance(hint, sympy.Basic) else hint


def supposing(symbol: Symbol, **known: bool) -> Symbol:
    """A symbol of the same name of which this is supposed: two that are told apart by more than
    their names stay two.
    """
    kind = sympy.Dummy if isinstance(symbol, sympy.Dummy) else sympy.Symbol
    return kind(symbol.name, **known)


def substitute(stated: Statement, values: Values) -> Statement:
    """The statement with exact values put in for free variables."""
    return rewrite(stated, lambda expression: put(expression, values)) if values else stated


def put(expression: Expression, values: Values) -> Expression:
    """`expression` with `values` in place of symbols, all at once."""
    if not values:
        return expression
    if expression.has(sympy.Derivative):
        expression = derivatives_written(expression)
    try:
        return expression.xreplace(values)
    except TypeError:  # SymPy compares with nothing what is no number there
        if isinstance(expression, sympy.Not):
            return sympy.Not(put(expression.args[0], values))
        if not isinstance(expression, (sympy.And, sympy.Or)):
            raise
        return _by_one_part(expression, values)


def _by_one_part(condition: Condition, values: Values) -> Condition:
    """The part of a condition that decides it, whether another one has a value or not."""
    decides = sympy.false if isinstance(condition, sympy.And) else sympy.true
    problem: TypeError | None = None
    for part in condition.args:
        try:
            if put(part, values) == decides:
                return decides
        except TypeError as found:
            problem = found
    assert problem is not None
    raise problem


def put_standing(
    expression: Expression, values: Values, provided: Provided = lambda inner, values, there: there
) -> Expression:
    """The same with relations that stay as they are built: SymPy would look for numbers to compare,
    those of integrals and series as well. What is kept as written, or is a sum, integral or limit,
    stays where it is multiplied by nothing there, as it may have no value; `provided` says what
    stands for the body of such a one with the values in it.
    """
    if isinstance(expression, Relational):
        sides = (put_standing(side, values, provided) for side in expression.args)
        return expression.func(*sides, evaluate=False)
    if isinstance(expression, (BooleanFunction, sympy.Tuple)):
        parts = (put_standing(part, values, provided) for part in expression.args)
        return expression.func(*parts)
    if not isinstance(expression, sympy.Expr):
        return put(expression, values)
    standing = outermost(expression, STANDING)
    there = {each: _at(each, values, provided) for each in standing if each not in values}
    names = {each: sympy.Dummy(real=True) for each in there}
    bare = put(expression.xreplace(names), values)
    result = bare.xreplace({name: there[each] for each, name in names.items()})
    parts = (part for part in dict.fromkeys(there.values()) if not part.is_Number)
    lost = (part for part in parts if not result.has(part))
    return sympy.Add(result, *(Written("*", part, sympy.S.Zero) for part in lost))


def _at(part: Expression, values: Values, provided: Provided) -> Expression:
    """A part that may have no value, with values put into what it is of, standing."""
    if isinstance(part, sympy.Piecewise):
        return sympy.Piecewise(
            *(
                (put_standing(value, values, provided), put(condition, values))
                for value, condition in part.args
            )
        )
    if isinstance(part, BINDERS):
        inner, *ends = part.args
        there = provided(inner, values, put_standing(inner, values, provided))
        return part.func(there, *(put(end, values) for end in ends))
    if isinstance(part, Written) and part.operation in OPERATORS:
        operands = (put_standing(operand, values, provided) for operand in part.operands)
        return Written(part.operation, *operands)
    return put(part, values)


def outermost(expression: Expression, kinds: tuple[type[Expression], ...]) -> Iterator[Expression]:
    """The parts of these kinds of which an expression is made; not those inside of one another, nor
    those of which there is a derivative.
    """
    if isinstance(expression, kinds):
        yield expression
    elif not isinstance(expression, sympy.Derivative):
        for part in expression.args:
            yield from outermost(part, kinds)


def leaves(stated: Statement) -> Iterator[Expression]:
    """The expressions and conditions of a statement."""
    if isinstance(stated, Stated):
        for _, part in stated.parts_inside():
            yield from leaves(part)
    elif isinstance(stated, tuple):
        for item in stated:
            yield from leaves(item)
    else:
        yield stated


def subpropositions(stated: Statement) -> Iterator[Statement]:
    """The statement and all propositions inside it."""
    yield stated
    for _, part in stated.parts_inside() if isinstance(stated, Stated) else ():
        for item in part if isinstance(part, tuple) else (part,):
            if isinstance(item, Stated) and item.is_proposition:
                yield from subpropositions(item)


def unchecked(kind: type[Kind], **fields: Any) -> Kind:
    """A proposition of `kind` from fields that are known to be well formed:
    a substitution may evaluate a relation.
    """
    stated = object.__new__(kind)
    set_fields(stated, **(_defaults(kind) | fields))  # type: ignore[arg-type]  # a class is hashable
    return stated


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    """What its fields are called."""
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _defaults(kind: type[Any]) -> dict[str, Any]:
    """What the fields hold of which nothing is said."""
    return {
        field.name: field.default
        for field in dataclasses.fields(kind)
        if field.default is not dataclasses.MISSING
    }


def with_parts(stated: Kind, **changed: Any) -> Kind:
    """The statement with these fields in place of its own, which are known to be well formed."""
    own = {name: getattr(stated, name) for name in _names(type(stated))}  # type: ignore[arg-type]
    return unchecked(type(stated), **(own | changed))


def without_hints(stated: Kind) -> Kind:
    """What is stated, without what its author says of how to prove it."""
    return with_parts(stated, **dict.fromkeys(stated.hints))


def set_fields(stated: Stated, **fields: Any) -> None:
    """Sets what a frozen statement holds, while it is made."""
    for name, value in fields.items():
        object.__setattr__(stated, name, value)


@lru_cache(maxsize=1024)
def conjuncts(condition: Condition) -> tuple[Condition, ...]:
    """The parts of a conjunction in a fixed order; none of `true`."""
    if condition == sympy.true:
        return ()
    if isinstance(condition, sympy.And):
        return tuple(sorted(condition.args, key=sympy.default_sort_key))
    return (condition,)


def is_scalar(value: Expression) -> bool:
    """Whether a value is an expression and no matrix (which SymPy counts among the expressions)."""
    return isinstance(value, sympy.Expr) and not isinstance(value, sympy.MatrixBase)


def is_between_matrices(condition: Condition) -> bool:
    """Whether it says that two matrices are equal, or that they are not."""
    return isinstance(condition, (sympy.Equality, sympy.Unequality)) and all(
        isinstance(side, sympy.MatrixBase) for side in condition.args
    )
