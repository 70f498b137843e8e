"""What joins conditions, or puts values into them, keeps all that they need: where the algebra
system drops a part, it is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanAtom, BooleanFunction

from probatum.authoring.as_written.keeping import is_condition, needs
from probatum.authoring.as_written.questions import check_conditions
from probatum.authoring.as_written.substituting import substituted
from probatum.errors import EvaluatedError
from probatum.proposition.kinds import KINDS
from probatum.proposition.phrases.connective import joined
from probatum.type_names import Authored, Condition, Function

CONNECTIVES = (BooleanFunction, sympy.Not)


def connective(kind: Authored) -> Function:
    """A class of connectives of SymPy's, of conditions or propositions."""

    def join(*parts: Authored, **options: Authored) -> Authored:
        flat = [
            item
            for part in parts
            for item in (part if isinstance(part, (list, tuple)) else (part,))
        ]
        check_conditions(kind.__name__, flat)
        if not any(isinstance(part, KINDS) for part in flat):
            return all_kept(kind(*parts, **options), kind.__name__, flat)
        return joined(kind.__name__, tuple(flat))

    return join


def all_kept(result: Authored, name: str, parts: Iterable[Authored]) -> Authored:
    """What joins conditions. Raises EvaluatedError where the algebra system dropped one of them
    that has no value for some numbers: it found that it says nothing.
    """
    conditions = [part for part in parts if isinstance(part, sympy.Basic)]
    dropped = _single(conditions) - _single([result])
    if not dropped or _needed(dropped) <= _needed(_single([result])):
        return result
    shown = ", ".join(map(str, conditions))
    if isinstance(result, BooleanAtom):
        raise EvaluatedError(
            f"got {name}({shown}), which SymPy takes for {str(result).lower()}, wanted a "
            "condition: where its parts are defined it says nothing; say where that is"
        )
    raise EvaluatedError(
        f"got {name}({shown}), which SymPy takes for {result}, wanted that alone, or beside it the "
        f"condition under which {', '.join(sorted(map(str, dropped)))} has a value"
    )


def member(element: Authored, collection: Authored, **options: Authored) -> Condition:
    """That something is in a set. Raises EvaluatedError where the algebra system knows that of
    all numbers, or of none, though not for all of them there is something.
    """
    result = sympy.Contains(element, collection, **options)
    if isinstance(result, BooleanAtom) and needs(sympy.sympify(element)) != sympy.true:
        raise EvaluatedError(
            f"got Contains({element}, {collection}), which SymPy takes for "
            f"{str(result).lower()}, wanted the condition under which {element} has a value"
        )
    return result


def put_in_condition(
    method: Function,
    owner: Condition,
    pairs: tuple[Authored, ...],
    options: dict[str, Authored],
) -> Condition:
    """A substitution in a condition: into the sides of its relations, which stay as they are
    built; what is put for conditions in it leaves what it needs.
    """
    name = method.__name__
    pairs = tuple(list(part) if isinstance(part, Iterator) else part for part in pairs)
    put = [
        part
        for part in sympy.flatten(_entries(pairs))
        if is_condition(part) or isinstance(part, bool)
    ]
    if put:
        return all_kept(method(*pairs, **options), name, (owner, *put))

    def at(part: Authored) -> Authored:
        if is_condition(part):
            return put_in_condition(getattr(part, name), part, pairs, options)
        return substituted(getattr(part, name), part, pairs, options)

    if isinstance(owner, Relational):
        return owner.func(*map(at, owner.args), evaluate=False)
    if isinstance(owner, BooleanFunction):
        return connective(owner.func)(*map(at, owner.args))
    if isinstance(owner, sympy.Contains):
        element, collection = owner.args
        return member(at(element), getattr(collection, name)(*pairs, **options))
    return method(*pairs, **options)


def _entries(pairs: tuple[Authored, ...]) -> list[Authored]:
    """What is put for what, one after the other."""
    return [list(part.items()) if isinstance(part, Mapping) else part for part in pairs]


def _single(conditions: Iterable[Authored]) -> set[Condition]:
    """The conditions that are not made of others."""
    return {single for condition in conditions for single in _singles(condition)}


def _singles(condition: Authored) -> Iterator[Condition]:
    if isinstance(condition, BooleanFunction):
        for part in condition.args:
            yield from _singles(part)
    elif is_condition(condition):
        yield condition


def _needed(conditions: Iterable[Condition]) -> set[Condition]:
    return {part for condition in conditions for part in sympy.And.make_args(needs(condition))} - {
        sympy.true
    }
