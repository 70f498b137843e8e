"""The decorators by which an author notes something of a claim, one for each field of
`probatum.claim_notes`.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType

from probatum.authoring.declarations import Decorated, below, declarations_of
from probatum.authoring.misuse import Saying, fitting, misused
from probatum.claim_notes import BY_DECORATOR, FIELDS, problem_of
from probatum.type_names import Authored


def __getattr__(name: str) -> Callable[..., Saying]:
    if name not in BY_DECORATOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _decorator(name)


def _decorator(word: str) -> Callable[..., Saying]:
    """The decorator that is called so."""
    field = BY_DECORATOR[word]

    def saying(*values: Authored) -> Saying:
        if values and isinstance(values[0], FunctionType):
            return misused(word, values[0])

        def say(function: Decorated) -> Decorated:
            function = below(function)
            said = declarations_of(function)
            if problem := problem_of(field, values):
                said.fault(f"@{word}: {problem}")
            said.say(word, **{field: values})
            return function

        return say

    saying.__name__ = saying.__qualname__ = word
    saying.__doc__ = FIELDS[field].meaning
    return fitting(saying)
