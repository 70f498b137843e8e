"""Decides one claim, from its function to its finding: a pure function of the claim."""

from __future__ import annotations

import hashlib
import textwrap
import traceback
from dataclasses import replace
from typing import Any, cast

import sympy

from probatum import entries
from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Conditional, Open, Refuted, Undefined
from probatum.authoring.facts import Fact, changed, facts_of, shown
from probatum.authoring.figure import checked
from probatum.decide.asking import begin, decide, idle_hypotheses, settle
from probatum.decision import BY_WORD, Decided, Decision, Outcome, Strength, Truth
from probatum.errors import (
    ClaimCrashedError,
    DefinitionError,
    MemoryLimitError,
    MissingExtraError,
    ProbatumError,
    UndefinedError,
    in_words,
)
from probatum.judge import record
from probatum.judge.bearing import bears
from probatum.judge.case import Case, Version, build, values_of
from probatum.judge.chain import proved_by
from probatum.judge.circularity import circular
from probatum.judge.evidence import Evidence, Support
from probatum.judge.links import links
from probatum.judge.parts import decide_next
from probatum.judge.relevance import unused, variables_of
from probatum.judge.trials import trials, turned
from probatum.judge.typed import TYPED, typed
from probatum.judge.undefined import where_in_words, without_value
from probatum.judge.variants import conditioned, follows, outside
from probatum.judge.verdict import Verdict, judge
from probatum.proposition.hollow import LOOSER, weakened
from probatum.proposition.measured import Measured
from probatum.proposition.parts import subpropositions
from probatum.proposition.property import Property
from probatum.words import Role, Word


def find(claim: Claim, document: str, path: str) -> entries.Finding:
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
        missing = MissingExtraError(
            f"got no module {problem.name!r}, wanted what the claim imports: "
            "pip install 'probatum[experiments]'"
        )
        return failed(case, missing.with_traceback(problem.__traceback__), document, path)
    except MemoryError as problem:
        limit = MemoryLimitError(
            "got a request for more memory than it may use, wanted less: see claim_megabytes, "
            "or the claim's @limits"
        )
        return failed(case, limit.with_traceback(problem.__traceback__), document, path)
    except KeyboardInterrupt:
        raise  # the user's, unless in a worker, which gets no keys
    except (
        BaseException
    ) as problem:  # whatever a claim may raise, also what pytest takes for a test that is skipped
        crash = ClaimCrashedError(f"got {in_words(problem)}, wanted a proposition{_hint(problem)}")
        return failed(case, crash.with_traceback(problem.__traceback__), document, path)


def failed(case: Case, problem: ProbatumError, document: str, path: str) -> entries.Finding:
    """The finding of a claim that could not be decided; what was decided before stays in it."""
    error: entries.Fault = {
        "slug": problem.slug,
        "message": f"{_place(case.claim, problem, path)}: claim {case.claim.id!r}: {problem}",
    }
    return _record(
        case,
        Verdict(Word.ERROR, None, "The claim could not be decided: see the error."),
        error,
        document,
        path,
    )


def _hint(problem: BaseException) -> str:
    if isinstance(problem, TypeError) and "truth value" in in_words(problem):
        return (
            " (Python's `and`, `or`, `not` and chained comparisons ask for a truth value: "
            "write And(...), Or(...), Not(...))"
        )
    return ""


def _place(claim: Claim, problem: BaseException, path: str) -> str:
    """The file and line: of the frame in the claim's own file where there is one,
    else of its definition.
    """
    frames = [
        frame
        for frame in traceback.extract_tb(problem.__traceback__)
        if frame.filename == claim.path
    ]
    file, line = getattr(problem, "place", None) or ("", 0)
    return f"{path}:{frames[-1].lineno if frames else line if file == claim.path else claim.line}"


def _decide(case: Case) -> Evidence:
    claim = case.claim
    decide_next("its function")
    statement = build(claim.function, values_of(claim.facts))
    case.kind = type(statement).__name__
    _check_use(claim.facts, claim.function, "")
    stated = _stated(case, statement)
    evidence = Evidence(
        claim.expect.verdict, _floor(claim, statement), stated, scope=claim.scope is not None
    )
    true_version = Version(statement, claim.function, claim.facts)
    if stated.truth is Truth.FALSE and isinstance(claim.expect, Conditional):
        true_version, evidence = _under_condition(case, true_version, claim.expect, evidence)
    if stated.truth is Truth.UNDEFINED and isinstance(claim.expect, Undefined):
        true_version, evidence = _without_value(case, true_version, claim.expect, evidence)
    if stated.truth is Truth.FALSE and isinstance(claim.expect, Refuted):
        true_version, evidence = _as_corrected(case, true_version, claim.expect, evidence)
    if claim.reduction is not None:
        evidence = replace(evidence, reduction=_reduction(case, claim.reduction, statement))
    found = links(case, true_version.statement, values_of(claim.facts))
    evidence = _by_reasons(case, replace(evidence, links=found))
    decide_next("its figure")
    case.figure = None if claim.figure is None else checked(claim.figure(**values_of(claim.facts)))
    if isinstance(claim.expect, Open) or evidence.is_without_value:
        return evidence  # of what is not known to be true no change need be false
    controls, still_true = trials(case, true_version)
    return replace(evidence, controls=controls, still_true=still_true)


def _by_reasons(case: Case, evidence: Evidence) -> Evidence:
    """The evidence where the reasons prove the version that should be true."""
    role, before = evidence.last
    after = proved_by(evidence.links, before)
    if after == before:
        return evidence
    case.composed = True
    case.versions = [
        record.version(role, version["wording"], after, ()) if version["role"] == role else version
        for version in case.versions
    ]
    return evidence.with_last(after)


def _stated(case: Case, statement: Any) -> Decided:
    """The statement decided; that it has no value somewhere is an error,
    unless its author says so.
    """
    unsaid = _typed(case.claim.function, case.claim.facts)
    try:
        return _version(case, Role.STATED, "", statement, unsaid=unsaid)
    except UndefinedError as problem:
        if not isinstance(case.claim.expect, Undefined) or problem.decision is None:
            raise
        decided = Decided(statement, (cast(Decision, problem.decision),))
        case.versions.append(record.version(Role.STATED, "", decided, ()))
        return decided


def _without_value(
    case: Case, stated: Version, expect: Undefined, evidence: Evidence
) -> tuple[Version, Evidence]:
    """What shows that it has no value where its author says so, and the statement elsewhere."""
    decide_next("where it has no value")
    nowhere = settle(without_value(stated.statement, expect.where))
    wording = where_in_words(expect)
    case.versions.append(record.version(Role.UNDEFINED, wording, nowhere, ()))
    evidence = replace(evidence, nowhere=nowhere)
    if expect.where is None or nowhere.truth is not Truth.TRUE:
        return stated, evidence
    elsewhere = sympy.Not(expect.where)
    version = replace(
        stated, statement=conditioned(stated.statement, elsewhere), restrict=elsewhere
    )
    try:
        decided = _version(
            case, Role.CONDITIONED, f"${record.latex_of(elsewhere)}$", version.statement
        )
    except UndefinedError as problem:
        raise UndefinedError(f"has_no_value: also outside of {expect.where}: {problem}") from None
    return version, replace(evidence, conditioned=decided)


def _check_use(facts: tuple[Fact, ...], function: Any, where: str) -> None:
    """Raise DefinitionError where a result leaves the statement as it is, whatever it is."""
    idle = unused(facts, function)
    if idle:
        raise DefinitionError(
            f"{where}got the result {idle[0]}, which the statement does not use, "
            "wanted results that it depends on: use it, or leave it out"
        )


def _under_condition(
    case: Case, stated: Version, expect: Conditional, evidence: Evidence
) -> tuple[Version, Evidence]:
    """The statement under its condition, and what shows that the condition is needed."""
    statement, condition = stated.statement, expect.condition
    if circular(condition, statement):
        raise DefinitionError(
            f"{expect.word}: got the condition {condition}, which repeats the statement, "
            "wanted one that says when it is true"
        )
    version = replace(stated, statement=conditioned(statement, condition), restrict=condition)
    evidence = replace(
        evidence,
        conditioned=_version(case, Role.CONDITIONED, _condition(expect), version.statement),
    )
    if expect.sharp:
        opposite = _version(
            case,
            Role.OUTSIDE,
            f"$\\lnot({record.latex_of(condition)})$",
            outside(statement, condition),
            inner=False,
        )
        return version, replace(evidence, outside=opposite)
    wording = f"${record.latex_of(expect.weaker)}$"
    weaker = _version(
        case, Role.WEAKER, wording, conditioned(statement, expect.weaker), thorough=False
    )
    return version, replace(
        evidence, weaker=weaker, weaker_follows=settle(follows(statement, condition, expect.weaker))
    )


def _as_corrected(
    case: Case, stated: Version, expect: Refuted, evidence: Evidence
) -> tuple[Version, Evidence]:
    """The corrected statement, which must be about what the claim is about."""
    function, facts = _correction(case.claim)
    statement = build(function, values_of(facts))
    if function is not case.claim.function:
        _check_use(facts, function, "corrected: ")
        if not bears(statement, stated.statement):
            raise DefinitionError(
                "corrected: got a statement that has no expression in common with the claim, "
                "wanted one about what the claim compares"
            )
    unsaid = LOOSER if weakened(statement) else _typed(function, facts)
    version = Version(statement, function, facts)
    return version, replace(
        evidence, corrected=_version(case, Role.CORRECTED, expect.wording, statement, unsaid=unsaid)
    )


def _typed(function: Any, facts: tuple[Fact, ...]) -> str:
    """Why a version says nothing where it only compares what its author typed; empty for others."""
    return TYPED if typed(function, values_of(facts)) else ""


def _reduction(case: Case, function: Any, special: Any) -> Support:
    """The reduction of the general statement to the special case, with a control of its own;
    without variables it is not general.
    """
    statement = build(function, {})
    if not variables_of(statement):
        raise DefinitionError(
            "reduction: got a statement without variables, wanted one from which the general "
            "case follows"
        )
    decided = _version(
        case, Role.REDUCTION, "", statement, unsaid=LOOSER if weakened(statement) else ""
    )
    control = turned("the reduction", statement)
    case.turned(Role.REDUCTION, control)
    return Support(decided, control, bears(statement, special))


def _floor(claim: Claim, statement: Any) -> Strength:
    """The least strength that counts: what the author says, else what the kind can reach."""
    if claim.expect.strength:
        return BY_WORD[claim.expect.strength]
    kinds = {type(inner) for inner in subpropositions(statement)}
    return (
        Strength.MEASURED
        if Measured in kinds
        else Strength.SAMPLED
        if Property in kinds
        else Strength.ENCLOSED
    )


def _version(
    case: Case,
    role: Role,
    wording: str,
    statement: Any,
    *,
    thorough: bool = True,
    inner: bool = True,
    unsaid: str = "",
) -> Decided:
    """Decide a version and note it; `unsaid` is why it says nothing even where it is true."""
    decide_next(f"the version {role}")
    decided = decide(statement, thorough=thorough, inner=inner)
    if unsaid and decided.truth is Truth.TRUE:
        decided = Decided(statement, (Decision("as written", Outcome.HOLLOW, unsaid),))
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
    return claim.function, tuple(
        Fact(fact.name, fact.role, values[fact.name]) for fact in claim.facts
    )


def _record(
    case: Case, verdict: Verdict, error: entries.Fault | None, document: str, path: str
) -> entries.Finding:
    claim = case.claim
    code = _code(claim)
    expected = getattr(claim.expect, "verdict", Word.HOLDS)
    return {
        "id": claim.id,
        "document": document,
        "at": claim.at,
        "wording": str(claim.wording),
        "implied": bool(claim.implied),
        "reading": str(claim.reading),
        "reading_of": claim.reading_of,
        "scope": claim.scope,
        "assumes": list(claim.assumes),
        "not_shown": list(claim.not_shown),
        "rests_on": list(claim.rests_on),
        "facts": [
            {
                "name": fact.name,
                "role": str(fact.role),
                "value": shown(fact.value),
                "use": case.uses.get(fact.name, ""),
            }
            for fact in claim.facts
        ],
        "kind": case.kind,
        "verdict": str(verdict.word),
        "strength": verdict.strength.word if verdict.strength else None,
        "decisive": verdict.decisive and str(verdict.decisive),
        "reason": verdict.reason,
        "expected": {
            "verdict": str(expected),
            "strength": getattr(claim.expect, "strength", "") or None,
        },
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
