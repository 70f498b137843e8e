"""Decides the versions of a claim's statement: as stated, and as it should be true instead."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

import sympy

from probatum.authoring.definition import Claim
from probatum.authoring.expectation import Conditional, Expectation, Refuted, Undefined
from probatum.authoring.facts import Fact, changed, facts_of
from probatum.decide.deciding import decide, idle_hypotheses, settle
from probatum.decision import AS_WRITTEN, Decided, Decision, Outcome, Strength, Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.judge.announcing import decide_next
from probatum.judge.asserted import Asserted, build, values_of
from probatum.judge.case import Case
from probatum.judge.controls.trials import turned
from probatum.judge.evidence import Version
from probatum.judge.floors import held_to_their_kinds
from probatum.judge.subject import unused, variables_of
from probatum.judge.substance.any_sides import ANYHOW, anyhow, follows_anyhow
from probatum.judge.substance.as_typed import TYPED, typed
from probatum.judge.substance.by_sign import no_more, supposes_it
from probatum.judge.substance.circularity import circular, supposes_otherwise
from probatum.judge.substance.denial import narrows_to_single_cases, says_no_more
from probatum.judge.substance.idle import idle
from probatum.judge.substance.relevance import bears, without_what_bears
from probatum.judge.substance.to_the_point import NOT_ABOUT, beside_the_point, parts_of
from probatum.judge.substance.whatever_terms import whatever_terms
from probatum.judge.variants import conditioned, follows, nowhere, outside
from probatum.judge.without_value import without_value
from probatum.proposition.canonical import same
from probatum.proposition.evaluated import plain
from probatum.proposition.hollow import LOOSER, SUPPOSED, weakened
from probatum.proposition.kinds import ForAll, Proposition, for_all
from probatum.proposition.parts import free_symbols
from probatum.type_names import Condition, Function, Statement
from probatum.vocabulary import Role

SPECIAL = "it is the special case itself: give that from which the general case follows"


@dataclass(frozen=True, slots=True)
class Asked:
    """A version as it is asked about: by all deciders or the first that knows, and whether some
    case must satisfy what is supposed inside; `unsaid` is why it says nothing even where it is
    true.
    """

    role: Role
    statement: Proposition
    thorough: bool = True
    inner: bool = True
    unsaid: str = ""


def that_should_be_true(case: Case, stated: Asserted) -> Asserted:
    """Decide the statement as stated and, where it is as its author expects, what is true
    instead.
    """
    truth = _as_stated(case, stated).truth
    match case.claim.expect:
        case Conditional() as expect if truth is Truth.FALSE or _without(expect, truth):
            return _under_condition(case, stated, expect)
        case Undefined() as expect if truth is Truth.UNDEFINED:
            return _without_value(case, stated, expect)
        case Refuted() as expect if truth is Truth.FALSE:
            return _as_corrected(case, stated, expect)
    return stated


def reduced(case: Case, function: Function, special: Proposition) -> None:
    """Decide the reduction of the general statement to the special case, with a control of its
    own; without variables it is not general.
    """
    statement = build(function, {})
    if not variables_of(statement):
        raise DefinitionError(
            "reduction: got a statement without variables, wanted one from which the general "
            "case follows"
        )
    _decide(case, Asked(Role.REDUCTION, statement, unsaid=_unsaid_of_reduction(statement, special)))
    control, to_the_point = turned("the reduction", statement), bears(statement, special)
    found = case.evidence.versions[-1]
    case.evidence = case.evidence.with_version(replace(found, control=control, bears=to_the_point))


def _unsaid_of_reduction(reduction: Proposition, special: Proposition) -> str:
    """Why no part of a reduction that is about the special case says more than that; empty where
    one may.
    """
    parts = [*parts_of(reduction)]
    about = [part for part in parts if bears(part, special)] or parts
    unsaid = [_unsaid_of_part(part, special) for part in about]
    return "" if "" in unsaid else unsaid[0]


def _unsaid_of_part(reduction: Statement, special: Proposition) -> str:
    if _is_part_of(plain(reduction), plain(special)):
        return SPECIAL
    if weakened(reduction):
        return LOOSER
    if variables_of(reduction) <= variables_of(special) and follows_anyhow(reduction, special):
        return SPECIAL
    return ANYHOW if anyhow(reduction, special) or whatever_terms(reduction, special) else ""


def _is_part_of(reduction: Statement, special: Proposition) -> bool:
    """Whether it says no more than the special case: the same, or what follows from it by its
    sign, or under stronger hypotheses.
    """
    if same(reduction, special):
        return True
    if not (isinstance(reduction, ForAll) and isinstance(special, ForAll)):
        return False
    whole, other = (for_all(each.variables, sympy.true, each.then) for each in (reduction, special))
    if not (
        same(whole, other) or no_more(reduction.then, special.then)
    ) or special.given.free_symbols - {*reduction.variables}:
        return False
    kept = for_all(reduction.variables, reduction.given, special.given)
    return special.given == sympy.true or settle(kept).truth is Truth.TRUE


def check_use(facts: tuple[Fact, ...], function: Function, where: str) -> None:
    """Raise DefinitionError where a result leaves the statement as it is, whatever it is."""
    idle = unused(facts, function)
    if idle:
        raise DefinitionError(
            f"{where}got the result {idle[0]}, which the statement does not use, "
            "wanted results that it depends on: use it, or leave it out"
        )


def _as_stated(case: Case, stated: Asserted) -> Decided:
    """The statement decided; that it has no value somewhere is an error,
    unless its author says so.
    """
    unsaid = _typed(stated.function, stated.facts) or idle(stated.statement)
    try:
        return _decide(case, Asked(Role.STATED, stated.statement, unsaid=unsaid))
    except UndefinedError as problem:
        if not _without(case.claim.expect, Truth.UNDEFINED) or problem.decision is None:
            raise
        decided = Decided(stated.statement, (cast(Decision, problem.decision),))
        return _noted(case, Version(decided, role=Role.STATED))


def _under_condition(case: Case, stated: Asserted, expect: Conditional) -> Asserted:
    """The statement under its condition, and what shows that the condition is needed."""
    statement, condition = stated.statement, expect.condition
    _check_spoken_of(expect, statement)
    if circular(condition, statement):
        raise DefinitionError(
            f"{expect.word}: got the condition {condition}, which repeats the statement, "
            "wanted one that says when it is true"
        )
    asserted = replace(stated, statement=conditioned(statement, condition), restrict=condition)
    if not expect.sharp and narrows_to_single_cases(asserted.statement, statement):
        raise DefinitionError(
            f"{expect.word}: got the condition {condition}, which leaves single cases, wanted one "
            "about all cases for which it is true, or @exactly_if"
        )
    try:
        _decide(case, Asked(Role.CONDITIONED, asserted.statement))
    except UndefinedError as problem:
        where = f"also where {condition} holds"
        raise UndefinedError(f"{expect.word}: {where}: {problem}") from None
    if expect.sharp:
        _outside(case, statement, condition)
        return asserted
    everywhere = settle(follows(statement, sympy.true, expect.weaker))
    if everywhere.truth is Truth.TRUE:
        raise DefinitionError(
            f"{expect.word}: too_weak: got {expect.weaker}, which holds wherever the statement is "
            "made, wanted a condition that leaves something out"
        )
    weaker = conditioned(statement, expect.weaker)
    _decide(case, Asked(Role.WEAKER, weaker, thorough=False))
    found = settle(follows(statement, condition, expect.weaker))
    leaves_out = everywhere.truth is Truth.FALSE
    case.evidence = replace(case.evidence, weaker_follows=found, weaker_leaves_out=leaves_out)
    return asserted


def _check_spoken_of(expect: Conditional, statement: Proposition) -> None:
    """Raise DefinitionError where a condition is on a variable of which the statement says nothing,
    which may be whatever the condition needs.
    """
    if not isinstance(statement, ForAll):
        return
    numbers = {each for each in statement.variables if type(each) is sympy.Symbol}
    spoken = free_symbols(statement.given) | free_symbols(statement.then)
    if len(numbers) == len(statement.variables) and (
        idle := sorted(each.name for each in numbers & free_symbols(expect.condition) - spoken)
    ):
        raise DefinitionError(
            f"{expect.word}: got a condition on {idle[0]}, of which the statement says nothing, "
            "wanted one on what it speaks of"
        )


def _without(expect: Expectation, truth: Truth) -> bool:
    """Whether a statement that has no value somewhere is as its author expects: what is true
    exactly under a condition need not have one elsewhere.
    """
    sharp = isinstance(expect, Conditional) and expect.sharp
    return truth is Truth.UNDEFINED and (sharp or isinstance(expect, Undefined))


def _outside(case: Case, statement: Proposition, condition: Condition) -> None:
    """That it is false outside of the condition; where it has no value there for some, that it is
    true for none.
    """
    try:
        _decide(case, Asked(Role.OUTSIDE, outside(statement, condition), inner=False))
    except UndefinedError:
        _decide(case, Asked(Role.OUTSIDE, nowhere(statement, condition), inner=False))


def _without_value(case: Case, stated: Asserted, expect: Undefined) -> Asserted:
    """What shows that it has no value where its author says so, and the statement elsewhere."""
    decide_next("where it has no value")
    nowhere = settle(without_value(stated.statement, expect.where))
    _noted(case, Version(nowhere, role=Role.UNDEFINED))
    if expect.where is None or nowhere.truth is not Truth.TRUE:
        return stated
    elsewhere = sympy.Not(expect.where)
    statement = conditioned(stated.statement, elsewhere)
    try:
        _decide(case, Asked(Role.CONDITIONED, statement))
    except UndefinedError as problem:
        raise UndefinedError(f"has_no_value: also outside of {expect.where}: {problem}") from None
    return replace(stated, statement=statement, restrict=elsewhere)


def _as_corrected(case: Case, stated: Asserted, expect: Refuted) -> Asserted:
    """The corrected statement, which must be about what the claim is about."""
    function, facts = _correction(case.claim, expect)
    statement = build(function, values_of(facts))
    if function is not case.claim.function:
        check_use(facts, function, "corrected: ")
        if not bears(statement, stated.statement):
            raise DefinitionError(f"corrected: {NOT_ABOUT}")
        _check_needs_what_it_shares(statement, stated.statement)
    if why := says_no_more(statement, stated.statement):
        raise DefinitionError(f"corrected: {why}")
    unsaid = (
        LOOSER
        if weakened(statement)
        else SUPPOSED
        if supposes_it(statement) or supposes_otherwise(plain(statement))
        else ANYHOW
        if anyhow(statement, stated.statement)
        else _typed(function, facts) or idle(statement)
    )
    if not unsaid and function is not case.claim.function:  # one that has other facts is about them
        lack = beside_the_point(statement, stated.statement)
        if lack.error:
            raise DefinitionError(f"corrected: {lack.error}")
        unsaid = lack.hollow
    _decide(case, Asked(Role.CORRECTED, statement, unsaid=unsaid))
    return Asserted(statement, function, facts)


def _check_needs_what_it_shares(correction: Proposition, statement: Proposition) -> None:
    """Raise DefinitionError where a correction is about what the claim compares by nothing but
    hypotheses that it does not need.
    """
    beside = without_what_bears(correction, statement)
    if beside is not None and settle(beside).truth is Truth.TRUE:
        raise DefinitionError(
            "corrected: got a statement that has an expression in common with the claim only among "
            "hypotheses that it does not need, wanted one about what the claim compares"
        )


def _correction(claim: Claim, expect: Refuted) -> tuple[Function, tuple[Fact, ...]]:
    """What is true instead: a function with facts of its own, or the claim's with other facts."""
    if callable(expect.corrected):
        return expect.corrected, facts_of(expect.corrected)
    values = changed(claim.facts, expect.corrected)
    facts = (Fact(fact.name, fact.role, values[fact.name]) for fact in claim.facts)
    return claim.function, tuple(facts)


def _typed(function: Function, facts: tuple[Fact, ...]) -> str:
    """Why a version says nothing where it only compares what its author typed; empty for others."""
    return TYPED if typed(function, values_of(facts)) else ""


def _decide(case: Case, asked: Asked) -> Decided:
    """Decide a version and note it."""
    decide_next(f"the version {asked.role}")
    decided = decide(asked.statement, thorough=asked.thorough, inner=asked.inner)
    if case.evidence.floor < Strength.ENCLOSED and not case.claim.expect.strength:
        decided = held_to_their_kinds(decided)
    is_true = decided.truth is Truth.TRUE
    if asked.unsaid and is_true:
        hollow = Decision(AS_WRITTEN, Outcome.HOLLOW, asked.unsaid)
        return _noted(case, Version(Decided(asked.statement, (hollow,)), role=asked.role))
    idle = idle_hypotheses(decided) if asked.thorough and is_true else ()
    return _noted(case, Version(decided, role=asked.role, idle=idle))


def _noted(case: Case, version: Version) -> Decided:
    case.evidence = replace(case.evidence, versions=(*case.evidence.versions, version))
    return version.decided
