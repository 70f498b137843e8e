"""Decorators that are called otherwise than they take it: a fault of the claim below them, not of
its module.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from types import FunctionType
from typing import ParamSpec

from probatum.authoring.as_written.usage import parameters_of, written
from probatum.authoring.declarations import Decorated, below, declarations_of
from probatum.type_names import Authored

Decorator = Callable[[Decorated], Decorated]
Saying = Decorator[Authored]  # takes a function as it is, and says something of it
Taken = ParamSpec("Taken")


def fitting(decorator: Callable[Taken, Saying]) -> Callable[Taken, Saying]:
    """A decorator with arguments that raises nothing where it does not take those that it gets."""

    @functools.wraps(decorator)
    def called(*arguments: Taken.args, **options: Taken.kwargs) -> Saying:
        try:
            inspect.signature(decorator).bind(*arguments, **options)
        except TypeError as unfit:
            word = decorator.__name__
            if len(arguments) == 1 and isinstance(arguments[0], FunctionType) and not options:
                return misused(word, arguments[0])
            got = ", ".join(
                [*map(repr, arguments), *(f"{name}={value!r}" for name, value in options.items())]
            )
            wanted = written(parameters_of(decorator))
            if wanted.startswith(")"):  # none of its arguments is needed
                wanted = "..." + wanted.replace("or with", "with")
            return faulty(f"got @{word}({got}), {unfit}, wanted @{word}({wanted}")
        return decorator(*arguments, **options)

    return called


def misused(word: str, function: FunctionType) -> Saying:
    """What a decorator is without its brackets: a fault of the claim."""
    declarations_of(function).fault(f"got @{word} without brackets, wanted @{word}(...)")
    return function


def faulty(fault: str) -> Saying:
    """A decorator by which a claim has a fault."""

    def say(function: Decorated) -> Decorated:
        function = below(function)
        declarations_of(function).fault(fault)
        return function

    return say
