"""Calls by something else: functions that call what they are handed, and methods that Python calls
for its operators.
"""

from __future__ import annotations

import builtins
import functools
import itertools
import operator
from collections.abc import Callable

import sympy

from probatum.authoring.as_written.operations import BY_PYTHON
from probatum.type_names import Authored

HANDED_FIRST = frozenset(map(id, (builtins.map, itertools.starmap, functools.reduce)))
OPERATOR_METHODS = {f"__{name}__": operate for name, operate in BY_PYTHON.items()} | {
    f"__r{name}__": lambda right, left, operate=operate: operate(left, right)
    for name, operate in BY_PYTHON.items()
}
Keeping = Callable[[Authored], Authored]  # from a function to one that keeps what is written


def handing_on(function: Authored, keeping: Keeping) -> Authored | None:
    """A function that calls what it is handed, such that this keeps what is written; None for any
    other.
    """
    if id(function) in HANDED_FIRST:
        return lambda operate, *things: function(keeping(operate), *things)
    if function is itertools.accumulate:
        return lambda items, operate=operator.add, **more: itertools.accumulate(
            items, keeping(operate), **more
        )
    if isinstance(function, functools.partial):
        return functools.partial(keeping(function.func), *function.args, **function.keywords)
    if function is operator.methodcaller:
        return lambda name, *rest, **options: (
            lambda thing: keeping(getattr(thing, name))(*rest, **options)
        )
    return None


def operator_method(function: Authored) -> Authored | None:
    """The method that Python calls for an operator of an expression; None for any other."""
    operate = OPERATOR_METHODS.get(getattr(function, "__name__", ""))
    owner = getattr(function, "__self__", None)
    if operate is None or not (isinstance(owner, sympy.Expr) or _of_expressions(function)):
        return None
    return operate if owner is None else functools.partial(operate, owner)


def _of_expressions(function: Authored) -> bool:
    return bool(getattr(function, "__module__", None) == sympy.Expr.__module__)
