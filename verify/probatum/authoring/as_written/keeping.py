"""What is kept as written, and what the algebra system makes of it, where it is defined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.matrices.matrixbase import MatrixBase

from probatum.proposition.definedness import defined
from probatum.proposition.written import (
    PROVIDED,
    REWRITTEN,
    Written,
    evaluated,
    is_written,
)
from probatum.shapes import Authored, Condition, Function

LARGEST = 200  # nodes of what is kept as written; beyond, its value and where it is defined are


def value_of(thing: Authored) -> Authored:
    """What the algebra system makes of a thing, where it is kept as written."""
    if isinstance(thing, (list, tuple)) and type(thing) in (list, tuple):
        return type(thing)(map(value_of, thing))
    if isinstance(thing, dict) and type(thing) is dict:
        return {value_of(key): value_of(value) for key, value in thing.items()}
    if isinstance(thing, MatrixBase) or (
        isinstance(thing, sympy.Basic) and not isinstance(thing, sympy.Symbol)
    ):
        return evaluated(hashable(thing)) if is_written(hashable(thing)) else thing
    return thing


def hashable(thing: Authored) -> Authored:
    """The thing, of which a matrix can be changed no more."""
    return sympy.ImmutableMatrix(thing) if isinstance(thing, MatrixBase) else thing


def kept(name: Authored, operands: Iterable[Authored]) -> Authored:
    """The operation as written; where that has grown too large, its value and where it is
    defined.
    """
    made = Written(name, *operands)
    if _nodes(made) <= LARGEST:
        return made
    return provided(evaluated(made), defined(made))


@lru_cache(maxsize=4096)
def _nodes(expression: Authored) -> int:
    return 1 + sum(map(_nodes, expression.args))


def provided(value: Authored, condition: Condition) -> Authored:
    """The value, with the condition under which what was written has one; where the value tells,
    nothing is added.
    """
    needed = set(sympy.And.make_args(evaluated(condition)))
    missing = needed - set(sympy.And.make_args(defined(value))) - {sympy.true}
    return Written(PROVIDED, value, sympy.And(*missing)) if missing else value


@dataclass(frozen=True, slots=True)
class Call:
    """What an author calls of the algebra system, and with what."""

    function: Function
    arguments: tuple[Authored, ...]
    options: dict[str, Authored] = field(default_factory=dict)

    def evaluated(self) -> Authored:
        """What it returns for evaluated arguments."""
        return self.function(*map(value_of, self.arguments), **value_of(self.options))


def rewritten(call: Call, inverted: Authored = None, *, rewriting: bool = True) -> Authored:
    """What the algebra system returns for evaluated arguments; a rewriting one is defined where its
    arguments are.
    """
    result, arguments = call.evaluated(), call.arguments
    needed = [
        defined(hashable(argument))
        for argument in arguments
        if isinstance(argument, (sympy.Expr, MatrixBase)) and argument not in (sympy.oo, -sympy.oo)
    ]
    if not rewriting:
        things = [
            hashable(thing) for thing in arguments if isinstance(thing, (sympy.Basic, MatrixBase))
        ]
        is_kept = any(map(is_written, things))
        return provided_within(result, sympy.And(*needed), only_there=True) if is_kept else result
    if inverted is not None:
        needed.append(sympy.Ne(value_of(inverted).det(), 0))
    condition = sympy.And(*needed)
    if (
        inverted is None
        and arguments
        and isinstance(arguments[0], sympy.Expr)
        and isinstance(result, sympy.Expr)
    ):
        if arguments[0].has(ExprWithLimits, sympy.Limit):  # which are carried out by deciders alone
            return arguments[0]
        return result if result == arguments[0] else kept(REWRITTEN, (result, arguments[0]))
    return provided_within(result, condition)


def provided_within(
    result: Authored, condition: Condition, *, only_there: bool = False
) -> Authored:
    """The result with the condition at each expression in it; `only_there` where no variable of the
    condition is bound in the result.
    """
    if only_there and not condition.free_symbols <= _free_within(result):
        return result
    if isinstance(result, MatrixBase):
        return result.applyfunc(lambda entry: provided(entry, condition))
    if isinstance(result, sympy.Expr):
        return provided(result, condition)
    if type(result) in (list, tuple, set):
        return type(result)(provided_within(part, condition) for part in result)
    if type(result) is dict:
        return {key: provided_within(value, condition) for key, value in result.items()}
    if isinstance(result, (sympy.Tuple, sympy.FiniteSet)):
        return result.func(*(provided_within(part, condition) for part in result.args))
    return result


def _free_within(result: Authored) -> set[Authored]:
    if isinstance(result, (list, tuple, set)):
        return set().union(*map(_free_within, result))
    return set(getattr(result, "free_symbols", ()))
