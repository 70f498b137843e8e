"""The decorators by which an author says texts of a claim, one for each field of
`probatum.claim_texts`.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType

from probatum.authoring.declarations import Decorated, below, declarations_of
from probatum.authoring.decorators import Saying, misused
from probatum.claim_texts import BY_DECORATOR, FIELDS
from probatum.type_names import Authored


def __getattr__(name: str) -> Callable[..., Saying]:
    if name not in BY_DECORATOR:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return _decorator(name)


def _decorator(word: str) -> Callable[..., Saying]:
    """The decorator that is called so."""
    field = BY_DECORATOR[word]

    def saying(*texts: Authored) -> Saying:
        if texts and isinstance(texts[0], FunctionType):
            return misused(word, texts[0])

        def say(function: Decorated) -> Decorated:
            function = below(function)
            said = declarations_of(function)
            if not texts or not all(isinstance(text, str) for text in texts):
                said.fault(f"@{word}: got {texts!r}, wanted one or more texts")
            said.say(word, **{field: texts})
            return function

        return say

    saying.__name__ = saying.__qualname__ = word
    saying.__doc__ = FIELDS[field].meaning
    return saying
