"""Decisions in, verdict out: the only place that judges."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.decision import Decided, Outcome, Strength, Truth, Word


@dataclass(frozen=True, slots=True)
class Trial:
    """A control that was run, or a change that was said to leave the statement true."""

    name: str
    truth: Truth
    strength: Strength | None = None

    @property
    def turned(self) -> bool:
        """Whether the opposite was decided; undecided is no turn."""
        return self.truth is Truth.FALSE


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that was decided for one claim, and what its author expects."""

    expected: str
    floor: Strength
    stated: Decided
    conditioned: Decided | None = None
    outside: Decided | None = None
    weaker: Decided | None = None
    corrected: Decided | None = None
    reduction: Decided | None = None
    scope: bool = False
    controls: tuple[Trial, ...] = ()
    still_true: tuple[Trial, ...] = ()
    links: tuple[Decided, ...] = ()

    @property
    def all_decided(self) -> tuple[Decided, ...]:
        """Everything decided, in order."""
        found = (self.stated, self.conditioned, self.outside, self.weaker, self.corrected, self.reduction, *self.links)
        return tuple(decided for decided in found if decided is not None)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What all decisions together say of the claim, how well, and why in one sentence."""

    word: Word
    strength: Strength | None
    reason: str


def judge(evidence: Evidence) -> Verdict:
    """The verdict on a claim; only `holds`, `conditional` and `refuted` can be expected."""
    if any(decided.truth is Truth.CONFLICT for decided in evidence.all_decided):
        return Verdict(Word.CONFLICT, None, "Two deciders disagree: a fault of the engine, not of the text.")
    match evidence.stated.truth:
        case Truth.VACUOUS:
            return Verdict(Word.VACUOUS, None, "Nothing satisfies the hypotheses, so the statement says nothing.")
        case Truth.HOLLOW:
            return Verdict(Word.HOLLOW, None, f"It says nothing: {_hollowness(evidence.stated)}.")
        case Truth.UNDECIDED:
            return Verdict(Word.UNDECIDED, None, f"No decider settles it: {_reasons(evidence.stated)}.")
        case Truth.TRUE:
            return _true_as_stated(evidence)
    return _false_as_stated(evidence)


def _true_as_stated(evidence: Evidence) -> Verdict:
    strength = _capped(evidence.stated.strength, evidence)
    if strength is None or strength < evidence.floor:
        return Verdict(Word.UNDECIDED, None, f"Only {strength.word if strength else 'nothing'}, where {evidence.floor.word} is needed.")
    if evidence.expected != "holds":
        return Verdict(Word.HOLDS, strength, "True as stated, although something else was expected.")
    return _survival(evidence) or Verdict(Word.HOLDS, strength, f"True as stated: {_found(evidence.stated)}.")


def _false_as_stated(evidence: Evidence) -> Verdict:
    if evidence.expected == "conditional":
        return _conditional(evidence)
    if evidence.expected == "refuted":
        return _corrected(evidence)
    return Verdict(Word.REFUTED, evidence.stated.strength, "False as stated, and no correction is given.")


def _conditional(evidence: Evidence) -> Verdict:
    conditioned = evidence.conditioned
    doubt = _not_established(conditioned, evidence, "under the condition")
    if doubt:
        return doubt
    strengths = [conditioned.strength if conditioned else None]
    if evidence.outside is not None:
        if evidence.outside.truth is not Truth.TRUE or not _strong(evidence.outside):
            return Verdict(
                Word.UNDECIDED, None, f"Not shown to be false for every case outside of the condition: {_reasons(evidence.outside)}."
            )
        strengths.append(evidence.outside.strength)
        ending = "and false whenever the condition fails"
    elif evidence.weaker is not None and evidence.weaker.truth is Truth.FALSE:
        ending = "and refuted under the weaker condition"
    else:
        return Verdict(Word.UNDECIDED, None, "The weaker condition was not refuted, so the condition is not shown to be needed.")
    strength = _capped(min(strength for strength in strengths if strength is not None), evidence)
    return _survival(evidence) or Verdict(Word.CONDITIONAL, strength, f"False as stated, true under the condition, {ending}.")


def _corrected(evidence: Evidence) -> Verdict:
    doubt = _not_established(evidence.corrected, evidence, "as corrected")
    if doubt:
        return doubt
    strength = _capped(evidence.corrected.strength if evidence.corrected else None, evidence)
    return _survival(evidence) or Verdict(Word.REFUTED, strength, "False as stated; the corrected statement is true.")


def _not_established(version: Decided | None, evidence: Evidence, how: str) -> Verdict | None:
    """The verdict where the version that should be true is not decided so."""
    if version is None:
        return Verdict(Word.UNDECIDED, None, f"False as stated, and nothing is decided {how}.")
    if version.truth is Truth.VACUOUS:
        return Verdict(Word.VACUOUS, None, f"False as stated, and nothing is left {how}.")
    if version.truth is Truth.HOLLOW:
        return Verdict(Word.HOLLOW, None, f"False as stated, and saying nothing {how}: {_hollowness(version)}.")
    if version.truth is Truth.FALSE:
        return Verdict(Word.UNDECIDED, None, f"False as stated, and false {how} too.")
    strength = _capped(version.strength, evidence)
    if version.truth is not Truth.TRUE or strength is None or strength < evidence.floor:
        return Verdict(Word.UNDECIDED, None, f"False as stated, and not decided {how}: {_reasons(version)}.")
    return None


def _survival(evidence: Evidence) -> Verdict | None:
    """The verdict where a control, a change said to be harmless, or a link of the reasoning does not do what it must."""
    survivors = [trial.name for trial in evidence.controls if not trial.turned]
    if survivors:
        return Verdict(Word.SURVIVED, None, f"A control did not turn: {', '.join(survivors)}.")
    turned = [trial.name for trial in evidence.still_true if not _still(trial, evidence.floor)]
    if turned:
        return Verdict(Word.UNDECIDED, None, f"Listed as still true, but not decided true: {', '.join(turned)}.")
    for number, link in enumerate(evidence.links, 1):
        if link.truth is Truth.HOLLOW:
            return Verdict(Word.HOLLOW, None, f"Link {number} of the reasoning says nothing: {_hollowness(link)}.")
    broken = [number for number, link in enumerate(evidence.links, 1) if link.truth is not Truth.TRUE or not _strong(link)]
    if broken:
        return Verdict(Word.UNDECIDED, None, f"The reasoning breaks: link {broken[0]} of {len(evidence.links)} is not decided true.")
    return None


def _still(trial: Trial, floor: Strength) -> bool:
    """Whether a harmless change was decided to leave the statement true, as well as the statement itself must be."""
    return trial.truth is Truth.TRUE and trial.strength is not None and trial.strength >= min(floor, Strength.ENCLOSED)


def _capped(strength: Strength | None, evidence: Evidence) -> Strength | None:
    """A special case supports the general statement at best, unless the reduction to it is itself decided."""
    if strength is None or not evidence.scope:
        return strength
    if evidence.reduction is not None and evidence.reduction.truth is Truth.TRUE and evidence.reduction.strength is not None:
        return min(strength, evidence.reduction.strength)
    return min(strength, Strength.SAMPLED)


def _strong(decided: Decided) -> bool:
    return decided.strength is not None and decided.strength >= Strength.ENCLOSED


def _hollowness(decided: Decided) -> str:
    hollow = (decision.reason for decision in decided.all_decisions if decision.outcome is Outcome.HOLLOW)
    return "; ".join(dict.fromkeys(map(str, hollow)))


def _reasons(decided: Decided) -> str:
    found = [f"{decision.decider}: {decision.reason}" for decision in decided.all_decisions]
    return "; ".join(dict.fromkeys(found))


def _found(decided: Decided) -> str:
    agreeing = decided.agreeing or sorted({name for part in decided.parts for name in part.agreeing})
    if agreeing:
        return f"{decided.strength.word if decided.strength else 'decided'} by {' and '.join(agreeing)}"
    measured = [decision.reason for decision in decided.all_decisions if decision.measured]
    if measured:
        return f"measured: {'; '.join(measured)}"
    tried = [decision for decision in decided.all_decisions if decision.admitted is not None]
    return f"supported by {tried[0].admitted} admitted of {tried[0].tried} cases" if tried else "supported"
