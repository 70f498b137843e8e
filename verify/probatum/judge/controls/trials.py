"""Tries the controls of a claim: what is changed must make it false, or leave it true where its
author says so.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import replace

import sympy

from probatum.authoring.definition import Claim
from probatum.authoring.facts import changed
from probatum.decide.deciding import decide
from probatum.decision import Decided, Truth
from probatum.errors import DefinitionError, ProbatumError
from probatum.judge.announcing import decide_next
from probatum.judge.asserted import Asserted
from probatum.judge.case import Case
from probatum.judge.controls.deriving import Change, Control, derive
from probatum.judge.controls.perturbing import perturbed
from probatum.judge.evidence import Harmless, Trial, Tried
from probatum.judge.subject import is_made_anew
from probatum.judge.substance.to_the_point import parts_of, to_the_point
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import ForAll, Proposition, proposition
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.parts import with_parts
from probatum.type_names import Authored, Function
from probatum.vocabulary import FactRole, Origin, Role, Verdict

MOST_CHANGES = 12  # of a statement that takes no facts, until one turns it


def turned(name: str, statement: Proposition) -> Trial:
    """The control of a statement that takes no facts: the first change of it, in one place,
    that makes it false.
    """
    truths = []
    decide_next(f"a control of {name}")
    for words, changed_statement in itertools.islice(perturbed(plain(statement)), MOST_CHANGES):
        decided, _ = _attempt(changed_statement)
        if decided.truth is Truth.FALSE:
            return Trial(f"{name}: {words}", Truth.FALSE, decided.strength, words)
        truths.append((decided.truth, decided.strength))
    strengths = [strength for truth, strength in truths if truth is Truth.TRUE and strength]
    survived = bool(strengths) and all(truth in (Truth.TRUE, Truth.HOLLOW) for truth, _ in truths)
    return Trial(
        name, Truth.TRUE if survived else Truth.UNDECIDED, min(strengths) if survived else None
    )


def trials(case: Case, asserted: Asserted) -> None:
    """Run all controls on the version that should be true."""
    claim = case.claim
    derived = _derived(case, asserted)
    controls = [
        control
        for control in (*derived.values(), *_named(claim))
        if control.name not in claim.still_true
    ]
    _check_seen(claim, asserted, [*derived.values(), *_named(claim)])
    if not controls and claim.expect.verdict is Verdict.HOLDS:
        raise DefinitionError(
            "got no control, wanted at least one: a result before `*` that the engine can "
            "change, or @fails_with for a setting"
        )
    for control in controls:
        _note(case, _tried(control, asserted))
    if asserted.function is not claim.function:
        _turn_correction(case, asserted.statement, changed=bool(controls))
    for name, entry in claim.still_true.items():
        found = _harmless(name, entry, derived, asserted)
        still_true = (*case.evidence.still_true, found)
        case.evidence = replace(case.evidence, still_true=still_true)


def _turn_correction(case: Case, statement: Proposition, *, changed: bool) -> None:
    """A control of a correction by itself, where no fact of it is changed, or another part may hold
    all of them than the one that is about the claim.
    """
    correction = case.evidence.version(Role.CORRECTED)
    several = len([*parts_of(statement)]) > 1
    if correction is None or (changed and not several):
        return
    part = to_the_point(statement, case.evidence.stated.proposition) if several else None
    own = turned("the correction", statement if part is None else part)
    case.evidence = case.evidence.with_version(replace(correction, control=own))
    _note(case, own)


def _check_seen(claim: Claim, asserted: Asserted, controls: list[Control]) -> None:
    """Raise DefinitionError where a number that is asserted stands in the code of an experiment or
    predicate alone, and no control changes it.
    """
    if not is_made_anew(asserted.statement):
        return
    changes = [change for control in controls for _, change in control.changes]
    harmless = [entry[0] for entry in claim.still_true.values() if isinstance(entry, tuple)]
    seen = {name for change in (*changes, *harmless) for name in change}
    for fact in asserted.facts:
        is_number = isinstance(fact.value, (Printed, sympy.Expr))
        if fact.role is FactRole.RESULT and is_number and fact.name not in seen:
            raise DefinitionError(
                f"got the result {fact.name}, which stands in code alone, so that the engine does "
                f"not know how to change it, wanted @fails_with(..., {fact.name}=...)"
            )


def _note(case: Case, trial: Trial) -> None:
    case.evidence = replace(case.evidence, controls=(*case.evidence.controls, trial))


def _derived(case: Case, asserted: Asserted) -> dict[str, Control]:
    """The controls that the use of facts gives; a correction by a function has its own facts,
    beside those of the claim.
    """
    claim = case.claim
    derived, uses = derive(asserted.facts, _statement_of(asserted.function))
    if asserted.function is not claim.function:
        uses = derive(claim.facts, _statement_of(claim.function))[1]
    case.evidence = replace(case.evidence, uses=uses)
    return {control.name: control for control in derived}


def _named(claim: Claim) -> list[Control]:
    """The controls that the author names, which are changes of the claim's own facts."""
    return [
        Control(name, Origin.NAMED, FactRole.SETTING, (("", change),))
        for name, change in claim.controls.items()
    ]


def _statement_of(function: Function) -> Callable[..., Proposition]:
    return lambda **values: plain(proposition(function(**values), function.__name__))


def _tried(control: Control, asserted: Asserted) -> Tried:
    """Try the changes in order until one turns the verdict."""
    decide_next(f"the control {control.name!r}")
    for change in control.changes:
        tried = _with(change, control, asserted)
        if tried.turned:
            break
    return tried


def _with(change: Change, control: Control, asserted: Asserted) -> Tried:
    step, facts = change
    statement = asserted.make(**changed(asserted.facts, facts))
    decided, problem = _attempt(_by_itself(statement))
    return Tried(
        control.name,
        decided.truth,
        decided.strength,
        control=control,
        facts=asserted.facts,
        changed=facts,
        step=step,
        statement=statement,
        decided=decided,
        problem=problem,
    )


def _by_itself(statement: Proposition) -> Proposition:
    """A changed statement without the multipliers that prove the one that was stated."""
    own = isinstance(statement, ForAll) and statement.certificate is not None
    return with_parts(statement, certificate=None) if own else statement


def _attempt(statement: Proposition) -> tuple[Decided, str]:
    try:
        return decide(statement, thorough=False), ""
    except ProbatumError as error:
        return Decided(statement), str(error)


def _harmless(
    name: str, entry: Authored, derived: Mapping[str, Control], asserted: Asserted
) -> Harmless:
    decide_next(f"the change {name!r}, said to leave it true")
    change, reason = entry if isinstance(entry, tuple) else (None, entry)
    if change is None and name not in derived:
        raise DefinitionError(
            f"holds_with: got {name!r}, wanted a derived control "
            f"({', '.join(derived) or 'there is none'}), or other facts"
        )
    facts = changed(asserted.facts, derived[name].changes[0][1] if change is None else change)
    decided, _ = _attempt(asserted.make(**facts))
    return Harmless(name, decided.truth, decided.strength, reason=reason)
