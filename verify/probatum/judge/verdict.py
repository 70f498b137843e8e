"""Decisions in, verdict out: the only place that judges."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.decision import Decided, Strength, Truth
from probatum.judge.evidence import DecidedLink, Evidence, Support, Trial
from probatum.judge.telling.summing_up import basis, fares, hollowness, point_of, reasons, without
from probatum.proposition.subjects.cardinality import AtMost
from probatum.vocabulary import Necessity, Role, Verdict

RESTS_ON = {
    Verdict.HOLDS: Role.STATED,
    Verdict.CONDITIONAL: Role.CONDITIONED,
    Verdict.REFUTED: Role.STATED,
    Verdict.UNDEFINED: Role.UNDEFINED,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What all decisions together say of the claim, how well, and why in one sentence."""

    verdict: Verdict
    reason: str
    strength: Strength | None = None

    @property
    def decisive(self) -> Role | None:
        """The version that a good verdict rests on."""
        return RESTS_ON.get(self.verdict)


def judge(evidence: Evidence) -> Judgement:
    """The verdict on a claim; what is undecided is open where its author said so."""
    judgement = _judged(evidence)
    if evidence.expected == Verdict.OPEN and judgement.verdict is Verdict.UNDECIDED:
        if any(link.decided.truth is Truth.FALSE for link in evidence.links):
            return Judgement(Verdict.UNDECIDED, f"A reason is false.{_open_links(evidence)}")
        return Judgement(Verdict.OPEN, _open(evidence, judgement.reason))
    return judgement


def _open(evidence: Evidence, reason: str) -> str:
    """What the author says of it; what each decider says stands with the decisions."""
    if not evidence.why_open:
        return f"Open, as expected. {reason}"
    found = _open_links(evidence) if evidence.stated.truth is Truth.UNDECIDED else f" {reason}"
    return f"Open, as expected: {evidence.why_open.rstrip('.')}.{found}"


def _judged(evidence: Evidence) -> Judgement:
    truths = [decided.truth for decided in evidence.all_decided] + [
        trial.truth for trial in evidence.all_trials
    ]
    if Truth.CONFLICT in truths:
        return Judgement(
            Verdict.CONFLICT, "Two deciders disagree: a fault of the engine, not of the text."
        )
    match evidence.stated.truth:
        case Truth.VACUOUS:
            return Judgement(
                Verdict.VACUOUS, "Nothing satisfies the hypotheses, so the statement says nothing."
            )
        case Truth.HOLLOW:
            return Judgement(Verdict.HOLLOW, f"It says nothing: {hollowness(evidence.stated)}.")
        case Truth.UNDECIDED:
            return Judgement(
                Verdict.UNDECIDED,
                f"No decider settles it: {reasons(evidence.stated)}.{_open_links(evidence)}",
            )
        case Truth.UNDEFINED if evidence.expected == Verdict.CONDITIONAL:
            return _conditional(evidence)
        case Truth.UNDEFINED:
            return _without_value(evidence)
        case Truth.TRUE:
            return _true_as_stated(evidence)
    return _false_as_stated(evidence)


def _true_as_stated(evidence: Evidence) -> Judgement:
    strength = _capped(evidence.stated.strength, evidence)
    if strength is None or strength < evidence.floor:
        return Judgement(Verdict.UNDECIDED, _too_weak(evidence.stated, evidence))
    if evidence.expected != Verdict.HOLDS:
        return Judgement(
            Verdict.HOLDS, "True as stated, although something else was expected.", strength
        )
    return _survival(evidence) or Judgement(
        Verdict.HOLDS, _true_in_words(evidence.stated, evidence), strength
    )


def _true_in_words(stated: Decided, evidence: Evidence) -> str:
    """What is known of a statement that holds: a sample, or a special case, is not called true."""
    if stated.strength is Strength.SAMPLED:
        return f"Nothing was found against it as stated: {basis(stated)}."
    if stated.strength is not _capped(stated.strength, evidence) and not _reduced(evidence):
        return f"True in the special case: {basis(stated)}."
    return f"True as stated: {basis(stated)}."


def _too_weak(decided: Decided, evidence: Evidence) -> str:
    """Why what was decided true is not enough."""
    wanted = f"where {evidence.floor.word} is needed"
    if not evidence.scope or decided.strength is None or decided.strength < evidence.floor:
        return f"Only {decided.strength.word if decided.strength else 'nothing'}, {wanted}."
    if evidence.reduction is None:
        return (
            "Of the general statement only a special case is decided, "
            f"and no reduction to it, {wanted}."
        )
    return (
        f"Of the general statement only a special case is decided, {wanted}: "
        f"{_lacking(evidence.reduction, 'its reduction')}."
    )


def _lacking(support: Support, name: str) -> str:
    """What a reduction or a link lacks, in words."""
    if support.decided.truth is Truth.HOLLOW:
        return f"{name} says nothing: {hollowness(support.decided)}"
    if support.decided.truth is not Truth.TRUE or not support.decided.is_strong:
        return f"{name} is not decided true"
    if not support.bears:
        return (
            f"{name} has no expression in common with the statement, "
            "so that nothing shows what it reduces"
        )
    return f"the control of {name} did not turn"


def _false_as_stated(evidence: Evidence) -> Judgement:
    if evidence.expected == Verdict.CONDITIONAL:
        return _conditional(evidence)
    if evidence.expected == Verdict.REFUTED:
        return _corrected(evidence)
    return Judgement(
        Verdict.REFUTED, "False as stated, and no correction is given.", evidence.stated.strength
    )


def _without_value(evidence: Evidence) -> Judgement:
    """The verdict on a statement that has no value somewhere, as its author says."""
    nowhere, elsewhere = evidence.decided(Role.UNDEFINED), evidence.decided(Role.CONDITIONED)
    if doubt := _not_without(nowhere) or _not_elsewhere(elsewhere, evidence):
        return doubt
    parts = [part for part in (elsewhere, nowhere) if part]
    found = min(part.strength for part in parts if part.strength)
    strength = _capped(found, evidence)
    if strength is not found and (strength is None or strength < evidence.floor):
        return Judgement(Verdict.UNDECIDED, _too_weak(parts[0], evidence))
    said = f"It has no value {without(elsewhere)}."
    return _survival(evidence) or Judgement(Verdict.UNDEFINED, said, strength)


def _not_without(nowhere: Decided | None) -> Judgement | None:
    """The verdict where it is not shown to have no value where that is said."""
    if nowhere is not None and nowhere.truth is Truth.TRUE and nowhere.is_strong:
        return None
    if nowhere is not None and nowhere.truth is Truth.FALSE:
        return Judgement(
            Verdict.SURVIVED, f"It has a value after all: {point_of(nowhere)}".rstrip()
        )
    if nowhere is not None and nowhere.truth is Truth.VACUOUS:
        return Judgement(Verdict.VACUOUS, "Nothing satisfies the condition for having no value.")
    why = "" if nowhere is None else f": {reasons(nowhere)}"
    return Judgement(Verdict.UNDECIDED, f"Not shown to have no value where that is said{why}.")


def _not_elsewhere(elsewhere: Decided | None, evidence: Evidence) -> Judgement | None:
    """The verdict where the statement is not decided true wherever it has a value."""
    if elsewhere is None:
        return None
    known = {Truth.FALSE: "false", Truth.VACUOUS: "about nothing", Truth.HOLLOW: "saying nothing"}
    if elsewhere.truth is Truth.TRUE and (elsewhere.strength or 0) >= evidence.floor:
        return None
    found = known.get(elsewhere.truth, f"not decided: {reasons(elsewhere)}")
    return Judgement(Verdict.UNDECIDED, f"Without a value where that is said, elsewhere {found}.")


def _conditional(evidence: Evidence) -> Judgement:
    conditioned = evidence.decided(Role.CONDITIONED)
    doubt = _not_established(conditioned, evidence, "under the condition")
    if doubt:
        return doubt
    strengths = [conditioned.strength if conditioned else None]
    outside = evidence.decided(Role.OUTSIDE)
    if outside is not None:
        doubt = _not_sharp(outside, evidence)
        strengths.append(outside.strength)
        never = isinstance(outside.proposition, AtMost)
        ending = f"and {'never true where' if never else 'false whenever'} the condition fails"
    else:
        doubt = _not_needed(evidence.decided(Role.WEAKER), evidence)
        ending = "and refuted under the weaker condition"
    if doubt:
        return doubt
    strength = _capped(min(strength for strength in strengths if strength is not None), evidence)
    return _survival(evidence) or Judgement(
        Verdict.CONDITIONAL,
        f"{_as_stated(evidence)}, {fares(conditioned)} under the condition, {ending}.",
        strength,
    )


def necessity(evidence: Evidence) -> Necessity | None:
    """What is shown of the condition beside that the claim is true under it."""
    outside, weaker = evidence.decided(Role.OUTSIDE), evidence.decided(Role.WEAKER)
    if outside is not None and _not_sharp(outside, evidence) is None:
        return Necessity.SHARP
    if weaker is not None and _not_needed(weaker, evidence) is None:
        return Necessity.NEEDED
    return None


def _not_sharp(outside: Decided, evidence: Evidence) -> Judgement | None:
    """The verdict where the statement is not shown to be false wherever the condition fails."""
    if outside.truth is Truth.FALSE:
        return Judgement(
            Verdict.SURVIVED,
            f"Not sharp: {point_of(outside)}the condition fails and the statement holds.",
        )
    if outside.truth is not Truth.TRUE or not _as_strong(outside, evidence):
        return Judgement(
            Verdict.UNDECIDED,
            f"Not shown to be false for every case outside of the condition: {reasons(outside)}.",
        )
    return None


def _not_needed(weaker: Decided | None, evidence: Evidence) -> Judgement | None:
    """The verdict where the condition is not shown to be needed: by a weaker one,
    which it implies and which is not enough.
    """
    follows = evidence.weaker_follows
    if weaker is not None and weaker.truth is Truth.TRUE and _as_strong(weaker, evidence):
        return Judgement(
            Verdict.SURVIVED, "Not needed: the statement holds under the weaker condition, too."
        )
    if weaker is None or weaker.truth is not Truth.FALSE:
        why = "The weaker condition was not refuted"
    elif not evidence.weaker_leaves_out:
        why = "The weaker condition is not shown to leave something out"
    elif follows is None or follows.truth is not Truth.TRUE or not follows.is_strong:
        at = point_of(follows) if follows is not None and follows.truth is Truth.FALSE else ""
        missing = (
            f"{at}the condition holds and the one named as weaker fails"
            if at
            else "the condition is not shown to imply it"
        )
        why = f"Not weaker: {missing}"
    else:
        return None
    return Judgement(Verdict.UNDECIDED, f"{why}, so the condition is not shown to be needed.")


def _corrected(evidence: Evidence) -> Judgement:
    corrected = evidence.decided(Role.CORRECTED)
    doubt = _not_established(corrected, evidence, "as corrected")
    if doubt:
        return doubt
    strength = _capped(corrected.strength if corrected else None, evidence)
    if corrected is not None and corrected.strength is Strength.SAMPLED:
        ending = f"nothing was found against the corrected statement: {basis(corrected)}"
    else:
        ending = "the corrected statement is true"
    return _survival(evidence) or Judgement(
        Verdict.REFUTED, f"False as stated; {ending}.", strength
    )


def _not_established(version: Decided | None, evidence: Evidence, how: str) -> Judgement | None:
    """The verdict where the version that should be true is not decided so."""
    if version is None:
        return Judgement(
            Verdict.UNDECIDED, f"{_as_stated(evidence)}, and nothing is decided {how}."
        )
    if version.truth is Truth.VACUOUS:
        return Judgement(Verdict.VACUOUS, f"{_as_stated(evidence)}, and nothing is left {how}.")
    if version.truth is Truth.HOLLOW:
        return Judgement(
            Verdict.HOLLOW,
            f"{_as_stated(evidence)}, and saying nothing {how}: {hollowness(version)}.",
        )
    if version.truth is Truth.FALSE:
        return Judgement(Verdict.UNDECIDED, f"{_as_stated(evidence)}, and false {how} too.")
    strength = _capped(version.strength, evidence)
    if strength is None:  # as of all that is neither true nor false
        return Judgement(
            Verdict.UNDECIDED, f"{_as_stated(evidence)}, and not decided {how}: {reasons(version)}."
        )
    if strength < evidence.floor:
        weak = _too_weak(version, evidence)
        return Judgement(
            Verdict.UNDECIDED, f"{_as_stated(evidence)}, and not decided {how}. {weak}"
        )
    return None


def _as_stated(evidence: Evidence) -> str:
    """How the statement fails without its condition."""
    undefined = evidence.stated.truth is Truth.UNDEFINED
    return "Without a value somewhere as stated" if undefined else "False as stated"


def _survival(evidence: Evidence) -> Judgement | None:
    """The verdict where a control, a change said to be harmless,
    or a link of the reasoning does not do what it must.
    """
    survivors = [trial.name for trial in evidence.controls if trial.survived(evidence.floor)]
    if survivors:
        return Judgement(Verdict.SURVIVED, f"A control did not turn: {', '.join(survivors)}.")
    undecided = [
        f"{trial.name} ({_standing(trial)})" for trial in evidence.controls if not trial.turned
    ]
    if undecided:
        return Judgement(Verdict.UNDECIDED, f"A control was not decided: {', '.join(undecided)}.")
    harmful = [trial.name for trial in evidence.still_true if not trial.survived(evidence.floor)]
    if harmful:
        return Judgement(
            Verdict.UNDECIDED, f"Listed as still true, but not decided true: {', '.join(harmful)}."
        )
    return next(
        filter(
            None,
            (
                _broken(link, number, len(evidence.links))
                for number, link in enumerate(evidence.links, 1)
            ),
        ),
        None,
    )


def _standing(trial: Trial) -> str:
    """What is known of a control that neither turned nor survived."""
    return (
        f"{trial.strength.word} only"
        if trial.truth is Truth.TRUE and trial.strength
        else str(trial.truth)
    )


def _broken(link: Support, number: int, count: int) -> Judgement | None:
    """The verdict where a link of the reasoning does not carry."""
    if link.decided.truth is Truth.HOLLOW:
        return Judgement(
            Verdict.HOLLOW,
            f"Link {number} of the reasoning says nothing: {hollowness(link.decided)}.",
        )
    if link.established:
        return None
    return Judgement(
        Verdict.UNDECIDED,
        f"The reasoning breaks: {_lacking(link, f'link {number} of {count}{_said(link)}')}.",
    )


def _open_links(evidence: Evidence) -> str:
    """Which reasons are not decided either: with these, the rest might prove the statement."""
    count = len(evidence.links)
    lacking = [
        _lacking(link, f"link {number} of {count}{_said(link)}")
        for number, link in enumerate(evidence.links, 1)
        if not link.established
    ]
    return f" Of its reasons, {'; '.join(lacking)}." if lacking else ""


def _said(link: Support) -> str:
    """The author's words for a link, if any."""
    words = link.link.reason if isinstance(link, DecidedLink) else ""
    return f" ({words!r})" if words else ""


def _capped(strength: Strength | None, evidence: Evidence) -> Strength | None:
    """A special case supports the general statement at best, unless the reduction to it is itself
    decided.
    """
    if strength is None or not evidence.scope:
        return strength
    reduction = (
        evidence.reduction.decided.strength
        if evidence.reduction is not None and _reduced(evidence)
        else None
    )
    return min(strength, Strength.SAMPLED if reduction is None else reduction)


def _reduced(evidence: Evidence) -> bool:
    """Whether the reduction of the general statement to the special case is established."""
    return evidence.reduction is not None and evidence.reduction.established


def _as_strong(decided: Decided, evidence: Evidence) -> bool:
    """Whether it is decided by more than samples; about an experiment, by another one."""
    return decided.is_strong or evidence.stated.strength is Strength.MEASURED is decided.strength
