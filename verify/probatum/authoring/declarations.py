"""Keeps what has been said of a function on its way to a claim,
and the first thing that was wrong with it.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any, TypeVar

from probatum.authoring.definition import Claim, checked
from probatum.authoring.expectation import (
    Conditional,
    Expectation,
    Holds,
    Open,
    Refuted,
    Undefined,
)
from probatum.authoring.placeable import MARK
from probatum.claim_notes import FIELDS, notes_of
from probatum.errors import DefinitionError
from probatum.printing import without_addresses
from probatum.type_names import Authored

MADE: list[Declarations] = []  # in this process: a run holds what it collects against it
REPLACED = (
    "got another claim of the same code by the same name after it, as in a loop, wanted a function "
    "of its own for each"
)
WANTED = "wanted a function"
HERE = Path(__file__).parent
EXPECTATIONS = ("exactly_if", "true_if", "refuted", "has_no_value", "undecided_so_far")
SWALLOWED = re.compile(
    r"[\a\b\f\r\v]|(?<![\n\t])\t(?=\w)"
)  # what \alpha, \beta, \frac, \rho, \varphi and \theta begin with, unless raw
BROKEN = re.compile(r"\n(?:abla|eq|eg|u|e|ot|i|mid)\b")  # and \nabla, within a formula
Decorated = TypeVar("Decorated", bound=Callable[..., Any])


class Declarations:
    """What has been said of one function so far, and the first thing that was wrong with it."""

    def __init__(self, function: FunctionType) -> None:
        self.function = function
        self.imported = function.__globals__.get("__spec__")  # another one for each import
        self.fields: dict[str, Authored] = {}
        self.words: set[str] = set()
        self.beside: list[FunctionType] = []
        self.defect: DefinitionError | None = None
        self._claim: Claim | None = None

    @property
    def id(self) -> str:
        """The id that the author gives, or the function's name."""
        return str(self.fields.get("id", id_of(self.function)))

    @property
    def path(self) -> str:
        """The file of the function."""
        return self.function.__code__.co_filename

    @property
    def line(self) -> int:
        """The line on which its definition starts, decorators included."""
        return self.function.__code__.co_firstlineno

    @property
    def origin(self) -> tuple[str, int, int, int]:
        """The code that makes it, in one import of its module: one that is reloaded keeps its
        names, and makes its claims anew.
        """
        return self.path, self.line, id(self.function.__globals__), id(self.imported)

    def say(self, word: str, **fields: Authored) -> None:
        """Note what a decorator says, which may be said once."""
        if word in self.words:
            self.fault(f"got @{word} twice, wanted it once")
        self.words.add(word)
        self.fields |= fields
        self._claim = None

    def say_of(self, word: str, field: str, name: str, entry: Authored) -> None:
        """Note what a decorator says by a name of its own, which may be said once for each name."""
        known = self.fields.get(field, {})
        if name in known:
            self.fault(f"got @{word} twice for {name!r}, wanted a name for each")
        self.fields[field] = {
            name: entry
        } | known  # the lowest decorator speaks first, and is read last
        self._claim = None

    def fault(self, problem: str, function: Authored = None) -> None:
        """Keep the first thing that is wrong, in a function: it is this claim's error,
        so that the module's other claims survive.
        """
        error = DefinitionError(problem)
        error.place = place_of(self.function if function is None else function)
        self.defect = self.defect or error
        self._claim = None

    def because(self, function: Decorated) -> Decorated:
        """The reasons behind the statement: a generator of pairs, why in words and a relation or
        proposition; may take facts.
        """
        self._beside(function, "because", because=function)
        return function

    def corrected(self, function: Authored = None, /, **facts: Authored) -> Authored:
        """What is true instead of a statement that is refuted: a function like a claim's, or,
        with other facts, a docstring alone.
        """
        if function is None:
            return lambda function: self._corrected(function, facts)
        return self._corrected(function, None)

    def _corrected(self, function: Authored, facts: dict[str, Authored] | None) -> Authored:
        if facts == {}:
            self.fault(
                "got @corrected() without a fact, wanted @corrected, "
                "or the facts as they should be",
                function,
            )
        if facts is not None and not says_nothing_else(function):
            self.fault(
                "corrected: got other facts and a formula, wanted facts and a docstring, "
                "or a formula of its own",
                function,
            )
        self._beside(function, "corrected", corrected=(function, facts))
        return function

    def _beside(self, function: Authored, word: str, **fields: Authored) -> None:
        self.say(word, **fields)
        if not isinstance(function, FunctionType):
            self.fault(f"@{word}: got {function!r}, wanted a function below it")
        else:
            self.beside.append(function)

    @property
    def claim(self) -> Claim:
        """The claim as it has been said, checked."""
        if self._claim is None:
            self._claim = self._checked()
            if self._claim.defect is not None:
                vars(self.function)["__signature__"] = (
                    inspect.Signature()
                )  # no parameter may send pytest looking for a fixture
        return self._claim

    def _checked(self) -> Claim:
        said: dict[str, Authored] = {"id": self.id, "at": "", "implied": False} | self.fields
        said["notes"] = notes_of({name: said.pop(name) for name in FIELDS if name in said})
        said |= {"function": self.function, "beside": tuple(sorted(self.beside, key=line_of))}
        said["wording"] = self._wording(self.function)
        said["expect"] = self._expectation(
            said.pop("corrected", None), said.pop("strength", ""), said.get("expect")
        )
        if "at" not in self.fields:
            self.fault("got no passage, wanted @passage.states or @passage.implies above it")
        return checked(said, self.defect)

    def _wording(self, function: Authored) -> str:
        text = wording_of(function)
        if not text:
            self.fault("got no docstring, wanted what it says in words as its docstring", function)
        elif is_swallowed(function.__doc__):
            self.fault(
                f"docstring: got a control character in {text!r}, "
                'wanted LaTeX in a raw docstring: r"""..."""',
                function,
            )
        return text

    def _expectation(
        self,
        corrected: tuple[Authored, Authored] | None,
        strength: str,
        condition: Conditional | Undefined | Open | None,
    ) -> Expectation:
        both = [word for word in EXPECTATIONS if word in self.words]
        if len(both) > 1:
            self.fault(f"got @{both[0]} and @{both[1]}, wanted one of them")
        if ("refuted" in self.words) != (corrected is not None):
            self._fault_of_correction(corrected)
        if corrected is not None:
            function, facts = corrected
            return Refuted(
                self._wording(function), function if facts is None else facts, strength=strength
            )
        return Holds(strength) if condition is None else replace(condition, strength=strength)

    def _fault_of_correction(self, corrected: tuple[Authored, Authored] | None) -> None:
        if corrected is None:
            self.fault(
                "got @refuted alone, wanted below it what is true instead: "
                f"@{self.function.__name__}.corrected"
            )
        else:
            wanted = "wanted @refuted above the claim, or no correction"
            self.fault(f"got a correction of a claim that is not refuted, {wanted}", corrected[0])


def replaced(found: Iterable[Declarations]) -> list[Declarations]:
    """Claims made by the same code of the same module as one of those that were found, which are
    not among these: in a loop, each takes the name of the one before.
    """
    several = [*found]
    known, places = set(map(id, several)), {claim.origin for claim in several}
    return [claim for claim in MADE if id(claim) not in known and claim.origin in places]


def declarations_of(function: Authored) -> Declarations:
    """What has been said of a function so far."""
    said = getattr(function, "__dict__", {}).get(MARK)
    if not isinstance(said, Declarations):
        if not isinstance(function, FunctionType):
            raise DefinitionError(f"got {function!r} below a decorator of claims, {WANTED}")
        said = Declarations(function)
        vars(function).update({MARK: said, "because": said.because, "corrected": said.corrected})
        MADE.append(said)
    return said


def below(decorated: Authored) -> Authored:
    """What a decorator of claims stands above: a function; for anything else, one that says so,
    whose error it is, so that the module's other claims survive.
    """
    is_known = MARK in getattr(decorated, "__dict__", {})
    return decorated if is_known or isinstance(decorated, FunctionType) else _stand_in(decorated)


def _stand_in(decorated: Authored) -> FunctionType:
    def nothing() -> None:
        """Below a decorator of claims stands no function."""

    inner, frame = inspect.unwrap(decorated), _calling()
    name, code = _name_of(inner), getattr(inner, "__code__", None)
    file, line = (
        (code.co_filename, code.co_firstlineno)
        if isinstance(code, CodeType)
        else (frame.f_code.co_filename, frame.f_lineno)
    )
    made = nothing.__code__.replace(co_filename=file, co_firstlineno=line, co_name=name)
    function = FunctionType(made, frame.f_globals, name)
    function.__doc__ = nothing.__doc__
    got = without_addresses(repr(decorated))
    declarations_of(function).fault(f"got {got} below a decorator of claims, {WANTED}")
    return function


def _name_of(value: Authored) -> str:
    """Its own name, that of the function that it calls, or that of its type."""
    several = (getattr(one, "__name__", None) for one in (value, getattr(value, "func", None)))
    return next((name for name in several if isinstance(name, str)), type(value).__name__)


def claim_of(function: Authored) -> Claim:
    """The claim that a function has become."""
    return declarations_of(function).claim


def id_of(function: FunctionType) -> str:
    """A function's name as an id."""
    return function.__name__.replace("_", "-")


def line_of(function: Authored) -> int:
    """The line on which a function starts, decorators included."""
    return place_of(function)[1]


def place_of(function: Authored) -> tuple[str, int]:
    """The file and the line on which a function starts, decorators included."""
    return (
        (function.__code__.co_filename, function.__code__.co_firstlineno)
        if isinstance(function, FunctionType)
        else ("", 0)
    )


def wording_of(function: Authored) -> str:
    """The words of a function's docstring, without its line breaks."""
    return " ".join((function.__doc__ or "").split()) if isinstance(function, FunctionType) else ""


def is_swallowed(text: str) -> bool:
    """Whether Python took the beginning of a LaTeX command in a docstring for a control
    character.
    """
    return bool(SWALLOWED.search(text)) or any(
        BROKEN.search(formula) for formula in text.split("$")[1::2]
    )


def says_nothing_else(function: Authored) -> bool:
    """Whether a function has a docstring and no other body."""

    def nothing() -> None:
        """Nothing."""

    def body(function: Authored) -> tuple[bytes, tuple[object, ...]]:
        return function.__code__.co_code, function.__code__.co_consts[1:]

    return isinstance(function, FunctionType) and body(function) == body(nothing)


def caller() -> str:
    """The file and line that called into the authors' side."""
    frame = _calling()
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


def _calling() -> FrameType:
    frame = sys._getframe(1)
    while frame.f_back is not None and Path(frame.f_code.co_filename).is_relative_to(HERE):
        frame = frame.f_back
    return frame
