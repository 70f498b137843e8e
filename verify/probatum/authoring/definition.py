"""A claim as data, checked: its words, place and facts, and the function from the facts to a
proposition.
"""

from __future__ import annotations

import inspect
import linecache
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import FunctionType

from probatum import ledger_entries
from probatum.authoring.expectation import Expectation, Holds, Refuted
from probatum.authoring.facts import Fact, changed, facts_of
from probatum.claim_notes import CITING, ClaimNotes, notes_by_name, notes_of
from probatum.errors import DefinitionError, ProbatumError
from probatum.proposition.spelling.prose import check_reason, check_wording
from probatum.type_names import Authored, Function
from probatum.vocabulary import Said

__all__ = ("Scope",)

NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
LONGEST_ID = 200  # letters: pages and addresses are named by it
DEFINES = re.compile(r"\s*(@|def\s)")


@dataclass(frozen=True, slots=True)
class Scope:
    """The special case that is decided, in words; `reduction` returns the proposition by which the
    general case follows.
    """

    words: str
    reduction: Function | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a passage, with all that its author says of it;
    `defect` is what is wrong with the definition.
    """

    id: str
    wording: str
    at: str
    function: Function
    implied: bool = False
    expect: Expectation = field(default_factory=Holds)
    controls: Mapping[str, Mapping[str, Authored]] = field(default_factory=dict)
    still_true: Mapping[str, Authored] = field(default_factory=dict)
    scope: str | None = None
    reduction: Function | None = None
    reading_of: str | None = None
    notes: ClaimNotes = field(default_factory=lambda: notes_of({}))
    because: Function | None = None
    figure: Callable[..., dict[str, Authored]] | None = None
    seconds: float | None = None
    megabytes: int | None = None
    beside: tuple[Function, ...] = ()
    facts: tuple[Fact, ...] = ()
    defect: ProbatumError | None = None

    @property
    def said(self) -> Said:
        """How the text says it; a strict reading stands beside another claim, the natural one."""
        if self.reading_of is not None:
            return Said.STRICT
        return Said.IMPLIED if self.implied else Said.STATED

    @property
    def entry(self) -> ledger_entries.Claim:
        """What the ledger says of it in its author's words."""
        return {
            "id": self.id,
            "at": self.at,
            "wording": str(self.wording),
            "said": str(self.said),
            "reading_of": self.reading_of,
            "scope": self.scope,
            **self.notes,
        }

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of claims that it names."""
        cited = [id for name in CITING for id in notes_by_name(self.notes)[name]]
        return (*cited, *([self.reading_of] if self.reading_of else []))

    @property
    def path(self) -> str:
        """The file of the claim's function."""
        return self.function.__code__.co_filename

    @property
    def line(self) -> int:
        """The line on which its definition starts, decorators included."""
        return self.function.__code__.co_firstlineno

    @property
    def code(self) -> str:
        """The source of its definition, its reasons and its correction."""
        return "\n\n".join(
            _source(function).rstrip() + "\n" for function in (self.function, *self.beside)
        )


def _source(function: Function) -> str:
    """The source of a function, from the lines that are known of its module: `inspect` has the
    system look for the file first, each time.
    """
    if isinstance(function, FunctionType) and not hasattr(function, "__wrapped__"):
        lines = linecache.getlines(function.__code__.co_filename, function.__globals__)
        lines = lines[function.__code__.co_firstlineno - 1 :]
        if lines and DEFINES.match(lines[0]):
            return "".join(inspect.getblock(lines))
    return inspect.getsource(function)


def checked(said: dict[str, Authored], defect: ProbatumError | None = None) -> Claim:
    """The claim with its facts, or with the defect of its definition and nothing that rests on
    it.
    """
    try:
        if defect is not None:
            raise defect
        whole = Claim(**said, facts=facts_of(said["function"]))
        _check(whole)
    except ProbatumError as error:
        words = str(said["id"]), str(said["wording"]), str(said["at"])
        return Claim(
            *words,
            said["function"],
            bool(said["implied"]),
            said.get("expect", Holds()),
            defect=error,
        )
    return whole


def check_id(id: object) -> None:
    """Raise DefinitionError for what is no id."""
    if not isinstance(id, str) or not NAME.match(id):
        raise DefinitionError(f"id: got {id!r}, wanted lower-case words joined by hyphens")
    if len(id) > LONGEST_ID:
        raise DefinitionError(
            f"id: got {len(id)} letters, {id[:20]}..., wanted at most {LONGEST_ID}"
        )


def _check(claim: Claim) -> None:
    check_id(claim.id)
    check_wording(claim.wording, "wording")
    if not isinstance(claim.at, str):
        raise DefinitionError(
            f"Passage: got {claim.at!r}, wanted the id of a passage, such as 'answer-1.3'"
        )
    for name, texts in notes_by_name(claim.notes).items():
        if name not in CITING:
            for text in texts:
                check_wording(text, name)
    if claim.id in (claim.reading_of, *notes_by_name(claim.notes)["rests_on"]):
        raise DefinitionError(
            f"got its own id {claim.id!r} as another claim's, wanted the one that it rests on, or "
            "reads more strictly"
        )
    if claim.scope is not None:
        check_wording(claim.scope, "Scope")
    claim.expect.check()
    _check_changes(claim)


def _check_changes(claim: Claim) -> None:
    if isinstance(claim.expect, Refuted):
        _check_correction(claim, claim.expect.corrected)
    for name, change in claim.controls.items():
        _check_change(f"fails_with {name!r}", claim, change)
    for name, entry in claim.still_true.items():
        change, reason = entry if isinstance(entry, tuple) else (None, entry)
        check_reason(reason, f"holds_with {name!r}: reason")
        if change is not None:
            _check_change(f"holds_with {name!r}", claim, change)


def _check_correction(claim: Claim, corrected: Mapping[str, Authored] | Function) -> None:
    """Controls turn what should be true: where that is another formula, they would change facts
    that it has not.
    """
    if not callable(corrected):
        _check_change("corrected", claim, corrected)
    elif claim.controls:
        raise DefinitionError(
            f"fails_with {next(iter(claim.controls))!r}: got a control of a refuted claim whose "
            "correction is a formula of its own, wanted a correction by other facts, or no control"
        )


def _check_change(what: str, claim: Claim, change: Mapping[str, Authored]) -> None:
    try:
        changed(claim.facts, change)
    except DefinitionError as error:
        raise type(error)(f"{what}: {error}") from error
