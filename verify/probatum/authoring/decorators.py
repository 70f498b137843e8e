"""What an author says of a function so that it is a claim: decorators, a sentence each,
in any order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import NoReturn, Protocol, overload

import sympy

from probatum.allowance import MEGABYTES, SECONDS
from probatum.authoring.declarations import (
    Decorated,
    below,
    caller,
    declarations_of,
    id_of,
    says_nothing_else,
    wording_of,
)
from probatum.authoring.definition import Scope, check_id
from probatum.authoring.expectation import Conditional, Open, Undefined
from probatum.authoring.misuse import Saying, faulty, fitting, misused
from probatum.authoring.placeable import UNCHECKABLE, NotCheckable
from probatum.errors import DefinitionError
from probatum.proposition.spelling.prose import check_reason, check_wording
from probatum.type_names import Authored, Condition, Function

__all__ = (
    "Passage", "decided_for", "drawn_by", "exactly_if", "fails_with", "has_no_value",
    "holds_with", "limits", "minimum_strength", "refuted", "strict_reading_of", "true_if",
    "undecided_so_far",
)  # fmt: skip

WANTED_OF_PASSAGES = "wanted @passage.states, @passage.implies or @passage.not_checkable"


class Stated(Protocol):
    """A claim's function, below which its reasons and its correction are said."""

    # the statement, for these facts
    def __call__(self, *arguments: Authored, **facts: Authored) -> Authored: ...

    # The reasons, as a generator of pairs of words and a relation.
    def because(self, function: Decorated) -> Decorated: ...

    # What is true instead.
    @overload
    def corrected(self, function: Decorated, /) -> Decorated: ...
    @overload
    def corrected(self, /, **facts: Authored) -> Callable[[Decorated], Decorated]: ...


class Passage:
    """A passage of the text, by its id in the outline; the claims below say what it states.

        passage = Passage("answer-1.rescaling.12")

        @passage.states
        @exactly_if(rate < 2 / (small + large), "exactly if the rate is below the best one")
        @assuming(EIGENVECTORS)
        def fastest_along_largest(faster=Lt):
            '''Progress is faster along the eigenvector of the largest eigenvalue
            than along that of the smallest.'''
            than_other = faster(left_along(large), left_along(small))
            return ForAll((rate, small, large), given=GIVEN, then=than_other)

        @fastest_along_largest.because
        def _():
            yield "Beyond the minimum or short of it", Eq(left_along(large), beyond)

    The docstring is the statement in our own words, formulas in $LaTeX$; the function's name,
    with hyphens, is the claim's id.
    Parameters are facts: before `*` what the text asserts, after it what it asserts it for.
    Decorators stand in any order:

    exactly_if, true_if: false as stated, true where a condition on the variables holds.
    refuted: false; what is true instead stands below, as `@name.corrected`.
    minimum_strength: the least strength that counts.
    has_no_value: undefined where a condition holds, true elsewhere.
    undecided_so_far: open.
    strict_reading_of: the claim beside it that reads the passage as it is meant.
    decided_for: a special case, as a `Scope`.
    assuming, not_shown, rests_on: what it supposes beyond the text, what it leaves open, and
        which claims it needs, for readers; `probatum.claim_notes` has all of this kind.
    fails_with: a control, changed facts under which it must fail.
    holds_with: a change that rightly leaves it true, and why.
    drawn_by: a function of facts that returns what to draw, as `probatum.authoring.figure`
        describes.
    limits: seconds, megabytes.

    A malformed claim raises nothing here, so that the module's other claims survive:
    it is reported as this claim's error.
    """

    def __init__(self, id: str) -> None:
        self.id = id

    def __repr__(self) -> str:
        return f"Passage({self.id!r})"

    def __call__(self, *_: Authored, **__: Authored) -> NoReturn:
        raise DefinitionError(f"{caller()}: got @passage alone, {WANTED_OF_PASSAGES}")

    def __getattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"got @passage.{name}, {WANTED_OF_PASSAGES}")

    @overload
    def states(self, function: Function, /) -> Stated: ...
    @overload
    def states(self, /, *, id: str) -> Callable[[Function], Stated]: ...
    def states(self, function: Authored = None, /, *, id: Authored = None) -> Authored:
        """The passage says so. id: the claim's, where it is not the function's name."""
        return self._places("states", False, function, id)

    @overload
    def implies(self, function: Function, /) -> Stated: ...
    @overload
    def implies(self, /, *, id: str) -> Callable[[Function], Stated]: ...
    def implies(self, function: Authored = None, /, *, id: Authored = None) -> Authored:
        """The passage implies so, without saying it.

        id: the claim's, where it is not the function's name.
        """
        return self._places("implies", True, function, id)

    def _places(self, word: str, implied: bool, function: Authored, id: Authored) -> Authored:
        def place(function: Authored) -> Authored:
            function = below(function)
            said = declarations_of(function)
            if other := said.words & {"states", "implies"} - {word}:
                said.fault(f"got @passage.{word} and @passage.{other.pop()}, wanted one of them")
            said.say(word, at=self.id, implied=implied, **({} if id is None else {"id": id}))
            return function

        return place if function is None else place(function)

    def not_checkable(self, reason: str, *, id: str = "") -> Callable[[Function], Authored]:
        """The passage says so, and nothing decides it, for a reason:
        the function below is a docstring alone.
        """
        if isinstance(reason, FunctionType):
            raise DefinitionError(
                f"{caller()}: got @passage.not_checkable without a reason, wanted the words why"
            )

        def note(function: Authored) -> Authored:
            name, defect = id or id_of(function), None
            try:
                check_id(name)
                check_wording(wording_of(function), "docstring")
                check_reason(reason, "reason")
                if not says_nothing_else(function):
                    raise DefinitionError("got a function with a body, wanted a docstring alone")
            except DefinitionError as error:
                defect = str(error)
            code = function.__code__
            entry = NotCheckable(
                name,
                wording_of(function),
                self.id,
                reason,
                code.co_filename,
                code.co_firstlineno,
                defect,
            )
            function.__globals__.setdefault(UNCHECKABLE, []).append(entry)
            return function

        return note


@fitting
def exactly_if(condition: Condition, words: str = "") -> Saying:
    """False as stated: true where a condition on the variables of the statement holds,
    and false everywhere else, or without a value.

    words: how a sentence goes on from "true", such as "exactly if the rate is below 1".
    """
    return _once("exactly_if", condition, expect=Conditional(condition, sharp=True, wording=words))


@fitting
def true_if(condition: Condition, words: str = "", *, too_weak: Condition = None) -> Saying:
    """False as stated: true where a condition on the variables holds.

    words: how a sentence goes on from "true", such as "if neither is above 2".
    too_weak: a weaker condition, which is not enough.
    """
    return _once(
        "true_if", condition, expect=Conditional(condition, weaker=too_weak, wording=words)
    )


@fitting
def has_no_value(where: Condition | None = None, words: str = "") -> Saying:
    """It has no value where a condition on the variables holds (a formula that divides by zero,
    say), and is true elsewhere; without a condition it has none anywhere.
    """
    return _once("has_no_value", where, expect=Undefined(where, words))


@fitting
def undecided_so_far(reason: str) -> Saying:
    """No method settles it yet, for a reason: shown as open, and red as soon as it is decided."""
    return _once("undecided_so_far", reason, expect=Open(reason), wanted=str)


def refuted(function: Authored = None, /) -> Authored:
    """False as stated; what is true instead stands below the claim, as `@name.corrected`."""
    if function is None or isinstance(function, (str, sympy.Basic)):
        return faulty("got @refuted with brackets, wanted @refuted, and below it @name.corrected")
    function = below(function)
    declarations_of(function).say("refuted")
    return function


@fitting
def minimum_strength(strength: str) -> Saying:
    """The least strength that counts: "proved", "enclosed", "sampled" or "measured"."""
    return _once("minimum_strength", strength, strength=strength)


@fitting
def strict_reading_of(claim: str) -> Saying:
    """The passage read more strictly than it is meant; `claim` is the id of the claim that reads it
    as it is meant.
    """
    return _once("strict_reading_of", claim, reading_of=claim, wanted=str)


@fitting
def decided_for(scope: Scope | str) -> Saying:
    """A special case of the statement is decided; a `Scope` says by what reduction the general case
    follows from it.
    """
    words, reduction = (scope.words, scope.reduction) if isinstance(scope, Scope) else (scope, None)
    return _once("decided_for", scope, scope=words, reduction=reduction)


@fitting
def drawn_by(figure: Callable[..., dict[str, Authored]]) -> Saying:
    """What draws it: a function of the facts that returns a figure,
    as `probatum.authoring.figure` describes.
    """
    return _once("drawn_by", None, figure=figure)


@fitting
def limits(*, seconds: float | None = None, megabytes: int | None = None) -> Saying:
    """The time and memory that this claim may take, instead of the project's."""
    given = (("seconds", seconds, SECONDS), ("megabytes", megabytes, MEGABYTES))
    set_here = [entry for entry in given if entry[1] is not None]
    good = {name: value for name, value, limit in set_here if limit.allows(str(value))}

    def say(function: Decorated) -> Decorated:
        function = below(function)
        for name, value, limit in set_here:
            if name not in good:
                declarations_of(function).fault(
                    f"@limits: got {name}={value!r}, wanted {limit.wanted}"
                )
        declarations_of(function).say(
            "limits", seconds=good.get("seconds"), megabytes=good.get("megabytes")
        )
        return function

    return say


@fitting
def fails_with(name: str, /, **facts: Authored) -> Saying:
    """A control: with these facts instead, the claim must fail. The name says in words what they
    are.
    """
    wanted = 'a name and other facts: @fails_with("slower", rate="0.015")'
    return ByName("fails_with", "controls", wanted).say(name, facts)


@fitting
def holds_with(name: str, reason: str = "", /, **facts: Authored) -> Saying:
    """A change that rightly leaves the claim true, and why: a derived control by its name,
    or facts of your own.
    """
    entry = (facts, reason) if facts else reason
    wanted = "a control's name and why it leaves the claim true"
    return ByName("holds_with", "still_true", wanted).say(name, entry)


def _once(word: str, first: object, *, wanted: type = object, **fields: Authored) -> Saying:
    """A decorator that says something once; without its brackets,
    `first` is the function that it should have got.
    """
    if isinstance(first, FunctionType):
        return misused(word, first)

    def say(function: Decorated) -> Decorated:
        function = below(function)
        said = declarations_of(function)
        if not isinstance(first, wanted):
            said.fault(f"@{word}: got {first!r}, wanted a {wanted.__name__}")
        said.say(word, **fields)
        return function

    return say


@dataclass(frozen=True, slots=True)
class ByName:
    """A decorator that says something by a name of its own: its word, the field of a claim that it
    fills, and what it wants.
    """

    word: str
    field: str
    wanted: str

    def say(self, name: Authored, entry: Authored) -> Saying:
        """The decorator; without its brackets, the name is the function that it should have got."""
        if isinstance(name, FunctionType):
            return misused(self.word, name)

        def say(function: Decorated) -> Decorated:
            function = below(function)
            said = declarations_of(function)
            if not isinstance(name, str) or not entry:
                said.fault(f"@{self.word}: got {name!r}, wanted {self.wanted}")
            else:
                said.say_of(self.word, self.field, name, entry)
            return function

        return say
