"""Calls by something else: functions that call what they are handed, and methods that Python calls
for its operators.
"""

from __future__ import annotations

import builtins
import functools
import itertools
import operator
from collections.abc import Callable
from types import BuiltinFunctionType

import sympy

from probatum.authoring.as_written.operations import BY_PYTHON
from probatum.type_names import Authored

HANDED_FIRST = frozenset(map(id, (builtins.map, itertools.starmap, functools.reduce)))
# Those that have it called elsewhere, by their modules and names.
SENDING = {
    "concurrent.futures": ("map", "submit"),
    "multiprocessing.pool": (
        "apply", "apply_async", "imap", "imap_unordered", "map", "map_async", "starmap",
        "starmap_async",
    ),
    "asyncio.threads": ("to_thread",),
    "_operator": ("call",),
    "operator": ("call",),
}  # fmt: skip
OPERATOR_METHODS = {f"__{name}__": operate for name, operate in BY_PYTHON.items()} | {
    f"__r{name}__": lambda right, left, operate=operate: operate(left, right)
    for name, operate in BY_PYTHON.items()
}
SENT = {name for names in SENDING.values() for name in names}
Keeping = Callable[[Authored], Authored]  # from a function to one that keeps what is written


def handing_on(function: Authored, keeping: Keeping) -> Authored | None:
    """A function that calls what it is handed, such that this keeps what is written; None for any
    other.
    """
    if id(function) in HANDED_FIRST or _sends(function):
        return lambda operate, *things, **options: function(keeping(operate), *things, **options)
    if isinstance(function, functools._lru_cache_wrapper):
        inner = function.__wrapped__
        return keeping(inner) if isinstance(inner, BuiltinFunctionType) else None
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


def _sends(function: Authored) -> bool:
    """Whether it has another function called, in a thread or process, or at once."""
    name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
    if not isinstance(name, str) or name not in SENT:
        return False
    homes = {each.__module__ for each in type(owner).__mro__} | {
        getattr(function, "__module__", None)
    }
    return any(
        name in names and any(_is_within(home, each) for each in homes)
        for home, names in SENDING.items()
    )


def _is_within(home: str, module: object) -> bool:
    return isinstance(module, str) and (module == home or module.startswith(f"{home}."))


def operator_method(function: Authored) -> Authored | None:
    """The method that Python calls for an operator of an expression; None for any other."""
    operate = OPERATOR_METHODS.get(getattr(function, "__name__", ""))
    owner = getattr(function, "__self__", None)
    if operate is None or not (isinstance(owner, sympy.Expr) or _of_expressions(function)):
        return None
    return operate if owner is None else functools.partial(operate, owner)


def _of_expressions(function: Authored) -> bool:
    return bool(getattr(function, "__module__", None) == sympy.Expr.__module__)
