"""A claim as its author writes it: words, place, facts and a function from the facts to a proposition."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from probatum.authoring.expectation import Conditional, Expectation, Holds, Refuted
from probatum.authoring.facts import Fact, changed, facts_of
from probatum.errors import DefinitionError, ProbatumError
from probatum.proposition.wording import check_wording

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MARK = "__probatum_claim__"
UNCHECKABLE = "__probatum_not_checkable__"
MADE: list[Claim] = []  # in this process: a run holds what it collects against it
Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a passage, with all that its author says of it; `defect` is what is wrong with the definition."""

    id: str
    wording: str
    at: str
    function: Callable[..., Any]
    implied: bool = False
    expect: Expectation = field(default_factory=Holds)
    controls: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    still_true: Mapping[str, Any] = field(default_factory=dict)
    scope: str | None = None
    reduction: Callable[..., Any] | None = None
    reading: str = "natural"
    reading_of: str | None = None
    assumes: tuple[str, ...] = ()
    not_shown: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    because: Any = ()
    figure: Callable[..., dict[str, Any]] | None = None
    seconds: float | None = None
    megabytes: int | None = None
    facts: tuple[Fact, ...] = ()
    defect: ProbatumError | None = None

    @property
    def path(self) -> str:
        """The file of the claim's function."""
        return self.function.__code__.co_filename

    @property
    def line(self) -> int:
        """The line on which its definition starts, decorator included."""
        return self.function.__code__.co_firstlineno

    @property
    def code(self) -> str:
        """The source of its definition."""
        return inspect.getsource(self.function).rstrip() + "\n"


@dataclass(frozen=True, slots=True)
class NotCheckable:
    """A statement that cannot be decided, with the reason; it counts in the coverage."""

    id: str
    wording: str
    at: str
    reason: str
    path: str
    line: int
    defect: str | None = None


def claim(
    id: str = "",
    wording: str = "",
    *,
    at: str = "",
    implied: bool = False,
    expect: Expectation | None = None,
    controls: Mapping[str, Mapping[str, Any]] | None = None,
    still_true: Mapping[str, Any] | None = None,
    scope: str | None = None,
    reduction: Callable[..., Any] | None = None,
    reading: str = "natural",
    reading_of: str | None = None,
    assumes: Iterable[str] = (),
    not_shown: Iterable[str] = (),
    rests_on: Iterable[str] = (),
    because: Any = (),
    figure: Callable[..., dict[str, Any]] | None = None,
    seconds: float | None = None,
    megabytes: int | None = None,
) -> Callable[[Function], Function]:
    """Mark a function from facts to a proposition as a claim.

    id: the claim's name, lower-case words joined by hyphens. wording: the statement in our own words, formulas in $LaTeX$.
    at: the passage. implied: the text implies it without stating it. expect: `Holds()`, `Conditional(...)` or `Refuted(...)`.
    controls: changed facts, by name, under which the claim must fail. still_true: a derived control's name with the reason why
    it rightly stays true, or a name of your own with (changed facts, reason). scope: the special case decided; reduction: a
    function that returns the proposition that the general case follows from it. reading, reading_of: "strict" and the claim
    whose stricter reading this is. because: relations, or (reason, relation) pairs, that lead to the statement; or a function
    of facts that returns them. figure: a function of the facts that returns what to draw, as `probatum.authoring.figure` describes.
    seconds, megabytes: limits of this claim, instead of the project's.

    A malformed definition raises nothing here, so that the module's other claims survive: it is reported as this claim's error.
    """

    def mark(function: Function) -> Function:
        made = {
            "id": id, "wording": wording, "at": at, "function": function, "implied": implied, "expect": expect or Holds(),
            "controls": controls or {}, "still_true": still_true or {}, "scope": scope, "reduction": reduction, "reading": reading,
            "reading_of": reading_of, "assumes": assumes, "not_shown": not_shown, "rests_on": rests_on, "because": because,
            "figure": figure, "seconds": seconds, "megabytes": megabytes,
        }  # fmt: skip
        checked = _checked(made)
        if checked.defect is not None:
            vars(function)["__signature__"] = inspect.Signature()  # no parameter may send pytest looking for a fixture
        setattr(function, MARK, checked)
        MADE.append(checked)
        return function

    return mark


def not_checkable(id: str, wording: str, *, at: str, reason: str) -> None:
    """Record a statement that cannot be decided, and why; call it at the top level of a claims module."""
    caller = sys._getframe(1)
    defect = None
    try:
        if not isinstance(id, str) or not NAME.match(id):
            raise DefinitionError(f"id: got {id!r}, wanted lower-case words joined by hyphens")
        check_wording(wording, "wording")
        check_wording(reason, "reason")
    except DefinitionError as error:
        defect = str(error)
    made = NotCheckable(id, wording, at, reason, caller.f_code.co_filename, caller.f_lineno, defect)
    caller.f_globals.setdefault(UNCHECKABLE, []).append(made)


def _checked(made: dict[str, Any]) -> Claim:
    """The claim with its facts, or with the defect of its definition and nothing that rests on it."""
    try:
        texts = {name: _texts(made[name], name) for name in ("assumes", "not_shown", "rests_on")}
        whole = Claim(**made | texts, facts=facts_of(made["function"]))
        _check(whole, whole.facts)
    except ProbatumError as error:
        expect = made["expect"] if isinstance(made["expect"], Expectation) else Holds()
        words = str(made["id"]), str(made["wording"]), str(made["at"])
        return Claim(*words, made["function"], bool(made["implied"]), expect, defect=error)
    return whole


def _texts(texts: Any, name: str) -> tuple[str, ...]:
    found = (texts,) if isinstance(texts, str) else texts
    if not isinstance(found, (tuple, list)) or not all(isinstance(text, str) for text in found):
        raise DefinitionError(f"{name}: got {texts!r}, wanted a text or a list of texts")
    return tuple(found)


def _check(made: Claim, facts: tuple[Fact, ...]) -> None:
    if not isinstance(made.id, str) or not NAME.match(made.id):
        raise DefinitionError(f"id: got {made.id!r}, wanted lower-case words joined by hyphens")
    check_wording(made.wording, "wording")
    if not isinstance(made.at, str):
        raise DefinitionError(f"at: got {made.at!r}, wanted the id of a passage, such as 'answer-1.3'")
    for name in ("assumes", "not_shown"):
        for text in getattr(made, name):
            check_wording(text, name)
    if made.scope is not None:
        check_wording(made.scope, "scope")
    if made.reading not in ("natural", "strict") or (made.reading == "strict") != (made.reading_of is not None):
        raise DefinitionError(
            f"reading: got {made.reading!r} of {made.reading_of!r}, wanted reading='strict' together with reading_of='a-claim'"
        )
    if not isinstance(made.expect, (Holds, Conditional, Refuted)):
        raise DefinitionError(f"expect: got {made.expect!r}, wanted Holds(), Conditional(...) or Refuted(...)")
    made.expect.check()
    _check_changes(made, facts)


def _check_changes(made: Claim, facts: tuple[Fact, ...]) -> None:
    for name, changes in (("controls", made.controls), ("still_true", made.still_true)):
        if not isinstance(changes, Mapping):
            raise DefinitionError(f"{name}: got {changes!r}, wanted a mapping from names")
    if isinstance(made.expect, Refuted) and not callable(made.expect.corrected):
        changed(facts, made.expect.corrected)
    for name, change in made.controls.items():
        if not isinstance(change, Mapping):
            raise DefinitionError(f"control {name!r}: got {change!r}, wanted a mapping from facts to their changed values")
        try:
            changed(facts, change)
        except DefinitionError as error:
            raise DefinitionError(f"control {name!r}: {error}") from error
    for name, entry in made.still_true.items():
        if isinstance(entry, tuple) and (len(entry) != 2 or not isinstance(entry[0], Mapping)):
            raise DefinitionError(f"still_true {name!r}: got {entry!r}, wanted a reason, or a pair of changed facts and a reason")
        change, reason = entry if isinstance(entry, tuple) else (None, entry)
        check_wording(reason, f"still_true {name!r}: reason")
        if change is not None:
            changed(facts, change)
