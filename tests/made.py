"""Claims and findings made for tests, without files and without pytest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

import sympy

import probatum
from probatum.authoring import decorators
from probatum.authoring.declarations import Declarations, declarations_of
from probatum.authoring.definition import Claim, Scope
from probatum.authoring.expectation import Conditional, Holds, Open, Refuted, Undefined
from probatum.claim_notes import BY_DECORATOR
from probatum.judge.finding import find

PATH = "claims/sums/opening.py"


def beats(x: Any) -> Any:
    """Two waves whose crests never meet: below 2 everywhere, by as little as one likes, which only sampling supports."""
    return sympy.sin(x) + sympy.sin(sympy.sqrt(2) * x)


WORDS: dict[str, Callable[..., Any]] = {
    **{field: getattr(probatum, decorator) for decorator, field in BY_DECORATOR.items()},
    "reading_of": decorators.strict_reading_of,
    "figure": decorators.drawn_by,
}


def fresh(function: Callable[..., Any]) -> Callable[..., Any]:
    """A function of the same code: a claim marks its function, and several tests use one."""
    assert isinstance(function, FunctionType)
    made = FunctionType(function.__code__, function.__globals__, function.__name__, function.__defaults__, function.__closure__)
    made.__kwdefaults__ = function.__kwdefaults__
    return made


def claim_of(function: Callable[..., Any], **said: Any) -> Claim:
    """The claim that a function becomes by the decorators that say what stands in these fields of a claim."""
    made = fresh(function)
    made.__doc__ = said.pop("wording", "A statement.")
    place = decorators.Passage(said.pop("at", "opening.1"))
    stated = (place.implies if said.pop("implied", False) else place.states)(id=said.pop("id", "a-claim"))
    for decorator in _decorators(**said):
        decorator(made)
    stated(made)
    return declarations_of(made).claim


def _decorators(**said: Any) -> Iterator[Callable[[Any], Any]]:
    """What an author says above or below a claim, for fields of it."""
    expect = said.pop("expect", Holds())
    yield from expected(expect)
    if "because" in said:
        reasons = said.pop("because")
        yield lambda made: declarations_of(made).because(lambda: iter(reasons))
    if "scope" in said or "reduction" in said:
        yield decorators.decided_for(Scope(said.pop("scope", None), said.pop("reduction", None)))
    for name, change in said.pop("controls", {}).items():
        yield decorators.fails_with(name, **change)
    for name, entry in said.pop("still_true", {}).items():
        change, reason = entry if isinstance(entry, tuple) else ({}, entry)
        yield decorators.holds_with(name, reason, **change)
    for field, value in said.items():
        yield WORDS[field](*(value if isinstance(value, (list, tuple)) else [value]))


def expected(expect: Any) -> Iterator[Callable[[Any], Any]]:
    """What an author says of what is expected."""
    if expect.strength:
        yield decorators.minimum_strength(expect.strength)
    if isinstance(expect, Conditional) and expect.sharp:
        yield decorators.exactly_if(expect.condition, expect.wording)
    elif isinstance(expect, Conditional):
        yield decorators.true_if(expect.condition, expect.wording, too_weak=expect.weaker)
    elif isinstance(expect, Undefined):
        yield decorators.has_no_value(expect.where, expect.wording)
    elif isinstance(expect, Open):
        yield decorators.undecided_so_far(expect.reason)
    elif isinstance(expect, Refuted):
        yield decorators.refuted
        yield lambda made: corrected(declarations_of(made), expect)


def corrected(said: Declarations, expect: Refuted) -> None:
    """Say what is true instead."""

    def nothing_else() -> None:
        """What is true instead."""

    function = fresh(expect.corrected if callable(expect.corrected) else nothing_else)
    function.__doc__ = expect.wording
    (said.corrected if callable(expect.corrected) else said.corrected(**expect.corrected))(function)


def finding_of(function: Callable[..., Any], **arguments: Any) -> Any:
    """The finding of a claim made of a function."""
    return find(claim_of(function, **arguments), "sums", PATH)


def message(function: Callable[..., Any], **arguments: Any) -> str:
    """The error of the finding of a claim."""
    finding = finding_of(function, **arguments)
    assert finding["verdict"] == "error", finding["reason"]
    return str(finding["error"]["message"])
