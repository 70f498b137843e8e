"""Tries the controls of a claim: what is changed must make it false, or leave it true where its
author says so.
"""

from __future__ import annotations

import itertools
from typing import Any

from probatum.authoring.facts import changed
from probatum.decide.asking import decide
from probatum.decision import Decided, Truth
from probatum.errors import (
    DefinitionError,
    ProbatumError,
)
from probatum.judge import record
from probatum.judge.case import Case, Version
from probatum.judge.controls import Control, derive, described
from probatum.judge.evidence import Trial
from probatum.judge.parts import decide_next
from probatum.judge.perturbing import perturbed
from probatum.proposition.kinds import proposition
from probatum.proposition.readings import plain
from probatum.words import FactRole, Origin, Role, Word

MOST_CHANGES = 12  # of a statement that takes no facts, until one turns it


def turned(name: str, statement: Any) -> Trial:
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
    strengths = [strength for truth, strength in truths if truth is Truth.TRUE]
    survived = bool(strengths) and all(truth in (Truth.TRUE, Truth.HOLLOW) for truth, _ in truths)
    return Trial(
        name, Truth.TRUE if survived else Truth.UNDECIDED, strengths[0] if survived else None
    )


def trials(case: Case, version: Version) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
    """Run all controls on the version that is true."""
    claim, own = case.claim, version.function is case.claim.function
    derived, case.uses = derive(version.facts, _statement_of(version.function))
    if not own:
        case.uses = derive(claim.facts, _statement_of(claim.function))[1]
    named = (
        tuple(
            Control(name, Origin.NAMED, FactRole.SETTING, (("", change),))
            for name, change in claim.controls.items()
        )
        if own
        else ()
    )
    harmless = {
        name: entry if isinstance(entry, tuple) else (None, entry)
        for name, entry in claim.still_true.items()
    }
    controls = [control for control in (*derived, *named) if control.name not in harmless]
    if not controls and claim.expect.verdict is Word.HOLDS:
        raise DefinitionError(
            "got no control, wanted at least one: a result before `*` that the engine can "
            "change, or @fails_with for a setting"
        )
    tried = [_trial(case, control, version) for control in controls]
    if not controls and not own:
        tried.append(turned("the correction", version.statement))
        case.turned(Role.CORRECTED, tried[-1])
    return tuple(tried), tuple(
        _harmless(case, name, change, reason, derived, version)
        for name, (change, reason) in harmless.items()
    )


def _statement_of(function: Any) -> Any:
    return lambda **values: plain(proposition(function(**values), function.__name__))


def _trial(case: Case, control: Control, version: Version) -> Trial:
    """Try the changes in order until one turns the verdict."""
    decide_next(f"the control {control.name!r}")
    slack, facts = None, version.facts
    for step, change in control.changes:
        statement = version.make(**changed(facts, change))
        decided, problem = _attempt(statement)
        if decided.truth is Truth.FALSE:
            slack = step or None
            break
    case.controls.append(
        record.control(control, described(change, facts), statement, decided, slack, problem)
    )
    return Trial(control.name, decided.truth, decided.strength)


def _attempt(statement: Any) -> tuple[Decided, str]:
    try:
        return decide(statement, thorough=False), ""
    except ProbatumError as error:
        return Decided(statement), str(error)


def _harmless(
    case: Case, name: str, change: Any, reason: str, derived: tuple[Control, ...], version: Version
) -> Trial:
    decide_next(f"the change {name!r}, said to leave it true")
    known = {control.name: control.changes[0][1] for control in derived}
    if change is None and name not in known:
        raise DefinitionError(
            f"holds_with: got {name!r}, wanted a derived control "
            f"({', '.join(known) or 'there is none'}), or other facts"
        )
    decided, _ = _attempt(
        version.make(**changed(version.facts, known[name] if change is None else change))
    )
    case.still_true.append({"name": name, "reason": reason, "truth": str(decided.truth)})
    return Trial(name, decided.truth, decided.strength)
