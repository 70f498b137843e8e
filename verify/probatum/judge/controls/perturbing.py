"""Changes a statement in one place, so that it must turn false:
the control of one that takes no facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.proposition.kinds import Equal, Joined, Multiset, Orbit, Quantified, Rounded
from probatum.proposition.parts import is_scalar, unchecked, with_parts
from probatum.proposition.relation import RELATIONS
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.type_names import Expression, Statement

Changed = Iterator[tuple[str, Any]]
OF_SIGN = {relation.kind: relation for relation in RELATIONS.values()}


def perturbed(statement: Statement) -> Changed:
    """The statement with one relation reversed, one side or one number moved, in this order;
    and what was changed, in words.
    """
    yield from _everywhere(statement, _reversed)
    yield from _everywhere(statement, _side_moved)
    yield from _everywhere(statement, _number_moved)


def _everywhere(statement: Statement, change: Callable[[Statement], Changed]) -> Changed:
    """The statement with the change made in one place of what it asserts;
    what it supposes stays.
    """
    match statement:
        case Quantified():
            for words, then in _everywhere(statement.then, change):
                yield (
                    words,
                    unchecked(
                        type(statement),
                        variables=statement.variables,
                        given=statement.given,
                        then=then,
                    ),
                )
        case Joined():
            for number, part in enumerate(statement.parts):
                for words, other in _everywhere(part, change):
                    yield (
                        words,
                        with_parts(
                            statement,
                            parts=(
                                *statement.parts[:number],
                                other,
                                *statement.parts[number + 1 :],
                            ),
                        ),
                    )
        case Orbit():
            for words, then in _everywhere(statement.then, change):
                yield words, with_parts(statement, then=then)
        case sympy.And() | sympy.Or():
            for number, part in enumerate(statement.args):
                for words, other in _everywhere(part, change):
                    yield (
                        words,
                        statement.func(
                            *statement.args[:number], other, *statement.args[number + 1 :]
                        ),
                    )
        case sympy.Implies():
            for words, conclusion in _everywhere(statement.args[1], change):
                yield words, sympy.Implies(statement.args[0], conclusion)
        case _:
            yield from change(statement)


def _reversed(leaf: Statement) -> Changed:
    match leaf:
        case Relational():
            other = OF_SIGN[leaf.func].reversed
            yield f"{OF_SIGN[leaf.func].sign} reversed", other(leaf.lhs, leaf.rhs)
        case Equal() if is_scalar(leaf.left) and is_scalar(leaf.right):
            yield "= reversed", sympy.Ne(leaf.left, leaf.right, evaluate=False)
        case Measured():
            fields = {name: getattr(leaf, name) for name in leaf.__dataclass_fields__}
            yield (
                f"{leaf.relation.sign} reversed",
                unchecked(Measured, **fields | {"relation": leaf.relation.reversed}),
            )
        case Property():
            predicate = leaf.predicate
            opposite = unchecked(
                Property,
                strategies=leaf.strategies,
                predicate=lambda **case: _denied(predicate(**case)),
                says=leaf.says,
                examples=leaf.examples,
            )
            yield "the predicate denied", opposite


def _denied(holds: Any) -> Any:
    """The opposite of what a predicate says, also of a relation between numbers."""
    return sympy.Not(holds) if isinstance(holds, Boolean) else not holds


def _side_moved(leaf: Statement) -> Changed:
    match leaf:
        case Relational():
            yield from (
                (f"{word} side moved", leaf.func(leaf.lhs + step, leaf.rhs, evaluate=False))
                for word, step in (("left", 1), ("right", -1))
            )
        case Equal():
            yield (
                "left side moved",
                unchecked(Equal, left=_moved(leaf.left), right=leaf.right, called=leaf.called),
            )
        case Rounded():
            yield (
                "last digit moved",
                unchecked(Rounded, expression=leaf.expression, digits=leaf.digits.shifted(1)),
            )


def _moved(side: Expression) -> Expression:
    """The side with its first element one larger."""
    if isinstance(side, Multiset):
        return Multiset((side.elements[0] + 1, *side.elements[1:]))
    if isinstance(side, sympy.MatrixBase):
        return sympy.ImmutableMatrix(*side.shape, [side[0] + 1, *list(side)[1:]])
    if isinstance(side, sympy.Tuple):
        return sympy.Tuple(_moved(side[0]), *side[1:])
    return side + 1 if is_scalar(side) else side


def _number_moved(leaf: Statement) -> Changed:
    if isinstance(leaf, Relational):
        for number in sorted(leaf.atoms(sympy.Rational), key=sympy.default_sort_key):
            for step in (1, -1):
                sides = [side.xreplace({number: number + step}) for side in leaf.args]
                yield f"{number} moved to {number + step}", leaf.func(*sides, evaluate=False)
