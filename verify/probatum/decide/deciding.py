"""Asks every decider that takes a proposition, after making sure that it is defined and not about
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

import sympy

from probatum.calculus.carrying_out import capped, carried_out
from probatum.decide.by_closed_form.arcs_undone import with_arcs_undone
from probatum.decide.by_closed_form.closed_forms import with_values
from probatum.decide.by_closed_form.edges import by_edges
from probatum.decide.by_closed_form.evaluated_inside import evaluated_inside
from probatum.decide.by_closed_form.limit_theorems import by_limit_theorems
from probatum.decide.by_closed_form.limits_in_cases import by_limits, with_limits_told
from probatum.decide.by_closed_form.moving_ranges import with_ranges_told
from probatum.decide.by_closed_form.under_integrals import about_integrals
from probatum.decide.by_closed_form.witnesses_inside import with_witnesses_carried_out
from probatum.decide.in_general import general
from probatum.decide.in_general.declared_laws import about_declared_laws
from probatum.decide.in_general.possible_distributions import or_about_nothing
from probatum.decide.numbers import joined, orbits, ultimate
from probatum.decide.numbers.invariants import by_invariant
from probatum.decide.portfolio import Inquiry, but_doubts, decisive, otherwise
from probatum.decide.sense.presuppositions import there_is
from probatum.decide.sense.vacuity import none_such, vacuous
from probatum.decide.sense.ways import Ways
from probatum.decide.sense.well_posed import (
    but_for_some,
    undefined,
    undefined_as_written,
    undefined_in_the_end,
    undefined_where_valued,
    without_values_told,
)
from probatum.decide.shared.against_writing import held_against_writing
from probatum.decide.shared.attempt import attempt, could_not, runs_the_author_s_code, unless_raised
from probatum.decide.shared.back_translation import NAME as GENERAL
from probatum.decide.shared.back_translation import resting_on
from probatum.decide.shared.composed import of_parts
from probatum.decision import (
    AS_WRITTEN,
    DEFINEDNESS,
    DOUBTS,
    VACUITY,
    Decided,
    Decision,
    Outcome,
    Truth,
)
from probatum.engines.solvers import patience, smt
from probatum.errors import DefinitionError, ProbatumError, UndefinedError
from probatum.frames import roomy
from probatum.lowering.analysis.parameter_signs import by_signs
from probatum.lowering.analysis.region import region, solved
from probatum.lowering.matrices.given_matrices import over_the_reals, theorems
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.conjunctions import conjunction
from probatum.lowering.rewriting.definitions import STEPS, with_cases
from probatum.lowering.rewriting.joined import flattened
from probatum.lowering.sums.terms_inside import with_terms_told
from probatum.proposition.evaluated import closed, plain, question, with_written, without_idle
from probatum.proposition.hollow import BY_ITSELF, hollow
from probatum.proposition.kinds import AlmostAll, Equal, ForAll, Joined, for_all
from probatum.proposition.parts import free_symbols, leaves, rewrite, without_hints
from probatum.proposition.sense.bodies import holds_construct
from probatum.proposition.sense.obligations import where_witnessed, where_written
from probatum.proposition.written import bare
from probatum.type_names import Condition, Expression, Statement


@roomy
def decide(statement: Statement, *, thorough: bool = True, inner: bool = True) -> Decided:
    """The decisions on a closed proposition; `thorough` asks all deciders,
    else the first decisive answer is enough.

    inner: whether some case must satisfy what is supposed inside, too;
    a negation supposes inside what need not be.
    Raises UndefinedError where the hypotheses admit a point at which the proposition is undefined.
    """
    patience.renew()
    return _decided(statement, thorough, inner, of_the_author=True)


def _decided(statement: Statement, thorough: bool, inner: bool, *, of_the_author: bool) -> Decided:
    """Decide; what deciders ask of one another may repeat a hypothesis,
    what an author states may not.
    """
    if isinstance(statement, ForAll) and statement.invariant is not None:
        return _with_invariant(statement, statement.invariant, thorough, inner)
    parts = conjunction(statement) or by_signs(statement)
    if parts:
        return of_parts(statement, parts, inner, partial(_decide_parts, thorough, of_the_author))
    authored = statement = closed(statement)
    nothing = hollow(statement) if of_the_author else None
    if nothing:
        if (
            rewrite(statement, bare) != statement
        ):  # only its value was kept, with where it is defined
            undefined_as_written(statement, _WAYS)  # that it is undefined somewhere says more
        false = _false_after_all(statement, thorough, nothing)
        return false or Decided(statement, (_hollow(statement, nothing, inner),))
    rests_on = theorems(statement)
    if rests_on:
        told = rewrite(statement, with_cases)
        if rests_on == (STEPS,):  # which have values exactly where their cases have
            found = _decided(told, thorough, inner, of_the_author=False)
            return replace(resting_on(found, rests_on), proposition=statement)
        doubt = undefined_as_written(told, _WAYS)
        if doubt:
            return Decided(statement, (doubt,))
        meant = over_the_reals(where_written(told))
        found = _decided(meant, thorough, inner, of_the_author=False)
        return replace(resting_on(found, rests_on), proposition=statement)
    statement = with_witnesses_carried_out(statement)
    if general.is_general(statement):
        return _in_general(statement, thorough, inner)
    if general.multipliers_of(statement) is not None:
        raise DefinitionError(general.NO_VECTORS)
    statement = without_values_told(statement, _WAYS)
    written, asked_for_all = statement, _for_all(statement)
    valued = unless_raised(lambda: _valued(asked_for_all), asked_for_all)
    statement = written if valued == asked_for_all else valued
    by_theorems = unless_raised(lambda: by_limit_theorems(valued, settle), None)
    if by_theorems:
        told, rests_on = by_theorems
        found = resting_on(_of_told(written, told, thorough, inner), rests_on)
        return held_against_writing(written, found) if of_the_author else found
    parts = unless_raised(lambda: _cases(valued), ())
    if parts:
        found = _in_each_case(written, parts, thorough, inner)
        return held_against_writing(written, found) if of_the_author else found
    asked = question(where_written(statement))
    try:
        doubt = (
            undefined_where_valued(written, (statement,), _WAYS)
            or (undefined_as_written(statement, _WAYS) if _may_hide(statement) else None)
            or undefined_in_the_end(statement, _WAYS)
        )
        decisions = (doubt,) if doubt else _decisions(carried_out(asked), thorough, inner)
    except Exception as problem:
        if isinstance(problem, ProbatumError) or runs_the_author_s_code(statement):
            raise
        decisions = (
            Decision(
                DEFINEDNESS,
                Outcome.UNDECIDED,
                f"not known to be defined: SymPy {could_not(problem)}",
            ),
        )
    found = Decided(statement, tuple(capped(asked, decision) for decision in decisions))
    if orbits.takes(statement) and found.truth is Truth.UNDECIDED:
        found = _with_companions(found, thorough, inner)
    if found.truth is Truth.UNDECIDED:
        found = unless_raised(lambda: about_integrals(written, _WAYS), None) or found
    if not of_the_author:
        return found
    return replace(held_against_writing(written, found), proposition=authored)  # as it is shown


def _with_companions(found: Decided, thorough: bool, inner: bool) -> Decided:
    """What is found of an iteration with an invariant that goes beyond what is stated."""
    stronger = orbits.with_companions(found.proposition, settle)
    if stronger is None:
        return found
    again = _decided(stronger, thorough, inner, of_the_author=False)
    proved = again.truth is Truth.TRUE and again.is_strong
    return Decided(found.proposition, again.decisions, again.parts) if proved else found


def _cases(statement: Statement) -> tuple[ForAll, ...]:
    """The statement in each case of what holds parameters and has no value in closed form for all
    of them.
    """
    return by_limits(statement, settle) or by_edges(statement, settle)


def _of_told(written: Statement, told: ForAll, thorough: bool, inner: bool) -> Decided:
    """What is found of a statement by the same in other words."""
    doubt = undefined_where_valued(written, (told,), _WAYS)
    if doubt:
        return Decided(written, (doubt,))
    return replace(_decided(told, thorough, inner, of_the_author=False), proposition=written)


def _in_each_case(
    written: Statement, parts: tuple[Expression, ...], thorough: bool, inner: bool
) -> Decided:
    """What is found of a statement for each answer that a limit, a series or an integral in it
    has.
    """
    doubt = undefined_where_valued(written, parts, _WAYS)
    if doubt:
        return Decided(written, (doubt,))
    return of_parts(written, parts, inner, partial(_decide_parts, thorough, False))


def _in_general(statement: Statement, thorough: bool, inner: bool) -> Decided:
    """The decisions on a statement about vectors, functions, matrices or what is random."""
    free = sorted(symbol.name for symbol in free_symbols(plain(statement)))
    if free:
        names = ", ".join(free)
        raise DefinitionError(
            f"got the free variable {names}, wanted it bound: ForAll((..., {names}), ...)"
        )
    ask = partial(_decided, thorough=thorough, inner=inner, of_the_author=False)
    by_laws = about_declared_laws(statement, ask)
    return by_laws or Decided(statement, _of_no_law(statement, thorough))


def _of_no_law(statement: Statement, thorough: bool) -> tuple[Decision, ...]:
    """The same of what is about no declared distribution."""
    flat = flattened(without_hints(statement))
    if isinstance(flat, Joined):  # each part by itself
        joined.check_defined(flat, settle)
        return attempt(joined, flat, settle)
    about, own = partial(_about_numbers, thorough=thorough), general.multipliers_of(statement)
    try:
        found = general.decide(flat, thorough=thorough, ask=about, multipliers=own)
        return or_about_nothing(Decided(flat, found), _of_general, settle)
    except ProbatumError:
        raise
    except Exception as problem:
        return (Decision(GENERAL, Outcome.UNDECIDED, f"SymPy {could_not(problem)}"),)


def _of_general(statement: Statement) -> Decided:
    return Decided(statement, general.decide(statement, thorough=False, ask=settle))


def _may_hide(statement: Statement) -> bool:
    """Whether evaluation may hide where something is undefined: by cancelling, or inside of a
    limit, an integral, a sum or a product.
    """
    return with_written(statement) or any(map(holds_construct, leaves(statement)))


def _with_invariant(
    statement: ForAll, invariant: Condition, thorough: bool, inner: bool
) -> Decided:
    """The decisions on a statement by itself; where none decides, by its author's invariant."""
    alone = without_hints(statement)
    found = _decided(alone, thorough, inner, of_the_author=True)
    if found.truth not in (Truth.TRUE, Truth.UNDECIDED) or found.is_strong or found.parts:
        return Decided(statement, found.decisions, found.parts)
    doubtful = any(one.decider in DOUBTS for one in found.decisions)
    ask = _settle_well if thorough else settle
    more = () if doubtful else by_invariant(alone, plain(invariant), ask)
    return Decided(statement, (*found.decisions, *more))


def _about_numbers(statement: Statement, *, thorough: bool) -> Decided:
    """The decisions on a statement that another was lowered to, which may be about nothing,
    or undefined.
    """
    return Decided(statement, _decisions(carried_out(statement), thorough, inner=True))


def _for_all(statement: Statement) -> Statement:
    """An equality without variables as what holds for all values of none."""
    return for_all((), sympy.true, statement) if isinstance(statement, Equal) else statement


def _valued(statement: Statement) -> Statement:
    """The statement with closed forms of what holds parameters."""
    told = evaluated_inside(with_terms_told(statement), settle)
    told = with_ranges_told(told, settle)
    told = with_limits_told(told, settle)
    return with_arcs_undone(with_values(told, settle), settle)


def _decisions(statement: Statement, thorough: bool, inner: bool) -> tuple[Decision, ...]:
    """The decisions on a statement in which what is closed is carried out."""
    statement = where_witnessed(statement)
    if isinstance(statement, AlmostAll):
        doubt = undefined(statement, _WAYS)
        return (doubt,) if doubt else _almost_all(solved(statement), thorough)
    doubt = undefined(statement, _WAYS) or vacuous(statement, inner, _WAYS)
    return (doubt,) if doubt else _about_joined(without_idle(statement), thorough)


def _about_joined(statement: Statement, thorough: bool) -> tuple[Decision, ...]:
    """The decisions on a statement as one condition; where none decides, part by part."""
    flat = flattened(statement)
    inquiry = _inquiry(thorough)
    decisions: tuple[Decision, ...] = ()
    if ultimate.takes(statement):  # the others may look long for what these two see at once
        decisions = attempt(ultimate, statement, inquiry.ask)
        by_smt = attempt(smt, flat, inquiry.ask) if thorough or not decisive(decisions) else ()
        if decisive([*by_smt, *decisions]):
            return but_doubts([*by_smt, *decisions])
    decisions = (*decisions, *inquiry.in_turn(flat))
    if not decisive(decisions):
        decisions += otherwise(flat, inquiry.in_turn)
    if flat == statement or decisive(decisions):
        return decisions
    return (*decisions, *attempt(joined, statement, inquiry.ask))


def _hollow(statement: Statement, reason: str, inner: bool) -> Decision:
    doubt = vacuous(plain(statement), inner, _WAYS)
    if doubt and doubt.outcome is Outcome.VACUOUS:
        return doubt
    return Decision(AS_WRITTEN, Outcome.HOLLOW, reason)


def _false_after_all(statement: Statement, thorough: bool, nothing: str) -> Decided | None:
    """That it is false says more: there is none of what is supposed, or another part is not so; and
    so does that a relation is undefined where it or its opposite is said.
    """
    try:
        found = _decided(statement, thorough, inner=True, of_the_author=False)
    except ProbatumError as problem:
        if nothing == BY_ITSELF and isinstance(problem, UndefinedError):
            raise
        return None
    return found if found.truth is Truth.FALSE and found.agreeing else None


def _decide_parts(
    thorough: bool, of_the_author: bool, parts: Iterable[Expression], inner: bool
) -> Iterator[Decided]:
    """The parts one after the other; where one answer is enough, a false part ends it."""
    for part in parts:
        decided = _decided(part, thorough, inner, of_the_author=of_the_author)
        yield decided
        if decided.truth is Truth.FALSE and not thorough:
            return


def idle_hypotheses(decided: Decided) -> tuple[Condition, ...]:
    """The hypotheses that a proof by SMT does not need."""
    idle = [hypothesis for part in decided.parts for hypothesis in idle_hypotheses(part)]
    proved = any(
        decision.decider == smt.NAME and decision.outcome is Outcome.PROVED
        for decision in decided.decisions
    )
    if proved and isinstance(decided.proposition, ForAll):
        with suppress(OutOfScopeError):  # proved is what became of it with its values carried out
            idle += smt.idle_hypotheses(question(decided.proposition))
    return tuple(dict.fromkeys(idle))


def _settle_well(statement: Statement) -> Decided:
    """The same by as many engines as can."""
    return _decided(statement, True, False, of_the_author=False)


def settle(statement: Statement) -> Decided:
    """What is found of a simpler statement that a decider asks about;
    it may repeat its own hypothesis.
    """
    return _decided(statement, False, False, of_the_author=False)


def _inquiry(thorough: bool) -> Inquiry:
    return Inquiry(thorough, settle, _settle_well)


def _plainly(statement: Statement) -> Decided:
    return Decided(statement, _inquiry(thorough=False).in_turn(statement))


_WAYS = Ways(_plainly, settle, orbits.stop)


def _almost_all(statement: AlmostAll, thorough: bool) -> tuple[Decision, ...]:
    """The decisions where the hypotheses admit a set of positive measure;
    on one of measure zero what holds everywhere holds.
    """
    doubt = none_such(there_is(statement.variables, statement.given), _WAYS)
    if doubt:
        return (doubt,)
    statement = but_for_some(statement, _WAYS)
    try:
        admitted = region(statement.given)
    except OutOfScopeError:
        return (
            Decision(
                VACUITY,
                Outcome.UNDECIDED,
                "not known whether the hypotheses admit a set of positive measure",
            ),
        )
    doubt = none_such(there_is(statement.variables, admitted.inner), _WAYS)
    if doubt is None:
        return _inquiry(thorough).in_turn(statement)
    for_each = for_all(statement.variables, statement.given, statement.then)
    everywhere = Decided(statement, _inquiry(thorough).in_turn(for_each))
    if everywhere.agreeing and everywhere.truth is Truth.TRUE:
        return everywhere.decisions
    wording = doubt.reason
    if doubt.outcome is Outcome.VACUOUS and admitted.exact:
        wording = "the hypotheses admit a set of measure zero, on which almost all is not decided"
    return (Decision(VACUITY, Outcome.UNDECIDED, wording),)
