"""Decides one claim: from its function to its finding, a plain record; a pure function of the claim."""

from __future__ import annotations

import hashlib
import textwrap
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import STRENGTHS, Conditional, Refuted
from probatum.authoring.facts import Fact, changed, facts_of, shown
from probatum.authoring.figure import checked
from probatum.authoring.reasoning import Link, composes, links_of
from probatum.decide.asking import begin, decide, idle_hypotheses
from probatum.decision import Decided, Strength, Truth, Word
from probatum.errors import ClaimCrashedError, DefinitionError, MemoryLimitError, MissingExtraError, ProbatumError, in_words
from probatum.judge import record
from probatum.judge.controls import Control, derive, described
from probatum.judge.variants import conditioned, outside
from probatum.judge.verdict import Evidence, Trial, Verdict, judge
from probatum.proposition.kinds import Property, free_symbols, proposition, subpropositions
from probatum.proposition.measured import Measured


@dataclass(slots=True)
class Case:
    """What becomes known of a claim while it is decided; nothing is lost when something raises."""

    claim: Claim
    kind: str = ""
    uses: dict[str, str] = field(default_factory=dict)
    versions: list[dict[str, Any]] = field(default_factory=list)
    controls: list[dict[str, Any]] = field(default_factory=list)
    still_true: list[dict[str, Any]] = field(default_factory=list)
    links: list[dict[str, Any]] = field(default_factory=list)
    composed: bool = False
    figure: dict[str, Any] | None = None


def find(claim: Claim, document: str, path: str) -> dict[str, Any]:
    """The finding of a claim, as the ledger records it.

    document: the id of its document; path: its file as readers know it, relative to the project.
    """
    case = Case(claim)
    if claim.defect is not None:
        return failed(case, claim.defect, document, path)
    begin()
    try:
        return _record(case, judge(_decide(case)), None, document, path)
    except ProbatumError as problem:
        return failed(case, problem, document, path)
    except ModuleNotFoundError as problem:
        missing = MissingExtraError(f"got no module {problem.name!r}, wanted what the claim imports: pip install 'probatum[experiments]'")
        return failed(case, missing.with_traceback(problem.__traceback__), document, path)
    except MemoryError as problem:
        limit = MemoryLimitError(
            "got a request for more memory than it may use, wanted less: see claim_megabytes, or the claim's megabytes="
        )
        return failed(case, limit.with_traceback(problem.__traceback__), document, path)
    except KeyboardInterrupt:
        raise  # the user's, unless in a worker, which gets no keys
    except BaseException as problem:  # whatever a claim may raise, also what pytest takes for a test that is skipped
        crash = ClaimCrashedError(f"got {in_words(problem)}, wanted a proposition{_hint(problem)}")
        return failed(case, crash.with_traceback(problem.__traceback__), document, path)


def failed(case: Case, problem: ProbatumError, document: str, path: str) -> dict[str, Any]:
    """The finding of a claim that could not be decided; what was decided before stays in it."""
    error = {"slug": problem.slug, "message": f"{_place(case.claim, problem, path)}: claim {case.claim.id!r}: {problem}"}
    return _record(case, Verdict(Word.ERROR, None, "The claim could not be decided: see the error."), error, document, path)


def _hint(problem: BaseException) -> str:
    if isinstance(problem, TypeError) and "truth value" in in_words(problem):
        return " (Python's `and`, `or`, `not` and chained comparisons ask for a truth value: write And(...), Or(...), Not(...))"
    return ""


def _place(claim: Claim, problem: BaseException, path: str) -> str:
    """The file and line: of the frame in the claim's own file where there is one, else of its definition."""
    frames = [frame for frame in traceback.extract_tb(problem.__traceback__) if frame.filename == claim.path]
    return f"{path}:{frames[-1].lineno if frames else claim.line}"


def _decide(case: Case) -> Evidence:
    claim = case.claim
    facts = claim.facts
    values = {fact.name: fact.value for fact in facts}
    statement = build(claim.function, values)
    case.kind = type(statement).__name__
    stated = _version(case, "stated", "", statement)
    found: dict[str, Any] = {
        "stated": stated,
        "expected": claim.expect.verdict,
        "floor": _floor(claim, statement),
        "scope": claim.scope is not None,
    }
    true_version, function, true_facts, restrict = statement, claim.function, facts, None
    if stated.truth is Truth.FALSE and isinstance(claim.expect, Conditional):
        condition = claim.expect.condition
        restrict = condition
        true_version = conditioned(statement, condition)
        found["conditioned"] = _version(case, "conditioned", _condition(claim.expect), true_version)
        if claim.expect.sharp:
            found["outside"] = _version(case, "outside", f"$\\lnot({record.latex_of(condition)})$", outside(statement, condition))
        else:
            weaker = conditioned(statement, claim.expect.weaker)
            found["weaker"] = _version(case, "weaker", f"${record.latex_of(claim.expect.weaker)}$", weaker, thorough=False)
    if stated.truth is Truth.FALSE and isinstance(claim.expect, Refuted):
        function, true_facts = _correction(claim)
        true_version = build(function, {fact.name: fact.value for fact in true_facts})
        found["corrected"] = _version(case, "corrected", claim.expect.wording, true_version)
    if claim.reduction is not None:
        found["reduction"] = _version(case, "reduction", "", build(claim.reduction, {}))
    found["links"] = _links(case, true_version, {fact.name: fact.value for fact in facts})
    case.figure = None if claim.figure is None else checked(claim.figure(**{fact.name: fact.value for fact in facts}))
    found["controls"], found["still_true"] = _trials(case, function, true_facts, restrict)
    return Evidence(**found)


def build(function: Any, values: Mapping[str, Any]) -> Any:
    """The proposition that a claim's function returns for these facts; raises DefinitionError where it returns none."""
    statement = proposition(function(**values), f"{function.__name__}()")
    free = sorted(symbol.name for symbol in free_symbols(statement))
    if free:
        names = ", ".join(free)
        raise DefinitionError(f"{function.__name__}(): got the free variable {names}, wanted it bound: ForAll(({names},), then=...)")
    return statement


def _floor(claim: Claim, statement: Any) -> Strength:
    """The least strength that counts: what the author says, else what the kind can reach."""
    if claim.expect.strength:
        return STRENGTHS[claim.expect.strength]
    kinds = {type(inner) for inner in subpropositions(statement)}
    return Strength.MEASURED if Measured in kinds else Strength.SAMPLED if Property in kinds else Strength.ENCLOSED


def _version(case: Case, role: str, wording: str, statement: Any, *, thorough: bool = True) -> Decided:
    decided = decide(statement, thorough=thorough)
    idle = idle_hypotheses(decided) if thorough and decided.truth is Truth.TRUE else ()
    case.versions.append(record.version(role, wording, decided, idle))
    return decided


def _condition(expect: Conditional) -> str:
    """The condition in the author's words, where there are any, and as a formula."""
    formula = f"${record.latex_of(expect.condition)}$"
    return f"{expect.wording.rstrip('.')}: {formula}" if expect.wording else formula


def _correction(claim: Claim) -> tuple[Any, tuple[Fact, ...]]:
    corrected = claim.expect.corrected  # type: ignore[union-attr]
    if callable(corrected):
        return corrected, facts_of(corrected)
    values = changed(claim.facts, corrected)
    return claim.function, tuple(Fact(fact.name, fact.role, values[fact.name]) for fact in claim.facts)


def _links(case: Case, statement: Any, values: Mapping[str, Any]) -> tuple[Decided, ...]:
    because = case.claim.because
    links: tuple[Link, ...] = links_of(because(**values) if callable(because) else because, statement)
    found = tuple(decide(link.statement, thorough=False) for link in links)
    case.links = [record.link(link, decided) for link, decided in zip(links, found, strict=True)]
    case.composed = composes(links, statement)
    return found


def _trials(case: Case, function: Any, facts: tuple[Fact, ...], restrict: Any) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
    """Run all controls on the version that is true."""
    claim = case.claim

    def make(**values: Any) -> Any:
        statement = build(function, values)
        return statement if restrict is None else conditioned(statement, restrict)

    derived, case.uses = derive(facts, lambda **values: proposition(function(**values), function.__name__))
    if function is not claim.function:
        case.uses = derive(claim.facts, lambda **values: proposition(claim.function(**values), claim.function.__name__))[1]
    named = (
        tuple(Control(name, "named", "setting", (("", change),)) for name, change in claim.controls.items())
        if function is claim.function
        else ()
    )
    harmless = {name: entry if isinstance(entry, tuple) else (None, entry) for name, entry in claim.still_true.items()}
    controls = [control for control in (*derived, *named) if control.name not in harmless]
    if not controls and claim.expect.verdict == "holds":
        raise DefinitionError(
            "got no control, wanted at least one: a result before `*` that the engine can change, or controls={...} for a setting"
        )
    trials = tuple(_trial(case, control, facts, make) for control in controls)
    return trials, tuple(_harmless(case, name, change, reason, derived, facts, make) for name, (change, reason) in harmless.items())


def _trial(case: Case, control: Control, facts: tuple[Fact, ...], make: Any) -> Trial:
    """Try the changes in order until one turns the verdict."""
    slack = None
    for step, change in control.changes:
        statement = make(**changed(facts, change))
        decided, problem = _attempt(statement)
        if decided.truth is Truth.FALSE:
            slack = step or None
            break
    case.controls.append(record.control(control, described(change, facts), statement, decided, slack, problem))
    return Trial(control.name, decided.truth)


def _attempt(statement: Any) -> tuple[Decided, str]:
    try:
        return decide(statement, thorough=False), ""
    except ProbatumError as error:
        return Decided(statement), str(error)


def _harmless(case: Case, name: str, change: Any, reason: str, derived: tuple[Control, ...], facts: tuple[Fact, ...], make: Any) -> Trial:
    known = {control.name: control.changes[0][1] for control in derived}
    if change is None and name not in known:
        raise DefinitionError(
            f"still_true: got {name!r}, wanted a derived control ({', '.join(known) or 'there is none'}) or (changed facts, reason)"
        )
    decided, _ = _attempt(make(**changed(facts, known[name] if change is None else change)))
    case.still_true.append({"name": name, "reason": reason, "truth": str(decided.truth)})
    return Trial(name, decided.truth, decided.strength)


def _record(case: Case, verdict: Verdict, error: dict[str, str] | None, document: str, path: str) -> dict[str, Any]:
    claim = case.claim
    code = _code(claim)
    expected = getattr(claim.expect, "verdict", "holds")
    return {
        "id": claim.id,
        "document": document,
        "at": claim.at,
        "wording": str(claim.wording),
        "implied": bool(claim.implied),
        "reading": "strict" if claim.reading == "strict" else "natural",
        "reading_of": claim.reading_of,
        "scope": claim.scope,
        "assumes": list(claim.assumes),
        "not_shown": list(claim.not_shown),
        "rests_on": list(claim.rests_on),
        "facts": [
            {"name": fact.name, "role": fact.role, "value": shown(fact.value), "use": case.uses.get(fact.name, "")} for fact in claim.facts
        ],
        "kind": case.kind,
        "verdict": str(verdict.word),
        "strength": verdict.strength.word if verdict.strength else None,
        "reason": verdict.reason,
        "expected": {"verdict": expected, "strength": getattr(claim.expect, "strength", "") or None},
        "as_expected": verdict.word == expected,
        "versions": case.versions,
        "controls": case.controls,
        "still_true": case.still_true,
        "why": {"composed": case.composed, "links": case.links},
        "figure": case.figure,
        "source": {
            "path": path,
            "line": claim.line,
            "function": claim.function.__name__,
            "code": code,
            "sha256": hashlib.sha256(code.encode()).hexdigest(),
        },
        "repeat": f"pytest {path}::{claim.function.__name__}",
        "error": error,
    }


def _code(claim: Claim) -> str:
    try:
        return textwrap.dedent(claim.code)
    except (OSError, TypeError):
        return ""
