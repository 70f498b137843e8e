"""Decides statements about what is random: by moments, outcome by outcome, by a few values."""

from __future__ import annotations

from functools import partial

import sympy

from probatum.decide.in_general.almost_surely import almost_surely
from probatum.decide.in_general.beside_vectors import beside_vectors
from probatum.decide.in_general.bounded_chance import of_bounded
from probatum.decide.in_general.draws import with_values_drawn
from probatum.decide.in_general.few_numbers import of_few_numbers
from probatum.decide.in_general.one_copy import of_one_copy
from probatum.decide.in_general.random_vectors import (
    AboutVectors,
    about_multiples,
    about_noise,
    on_the_line,
)
from probatum.decide.in_general.small_counterexamples import (
    by_numbers,
    is_about_something,
    of_few_copies_each,
    of_few_values,
)
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    BUDGET,
    LEAST_BUDGET,
    NAME,
    Within,
    named,
    settling,
    together,
)
from probatum.decision import DECISIVE, DEFINEDNESS, VACUITY, Decision, Outcome, Reason
from probatum.engine_catalogue import SYMPY
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.chance.association import ASSOCIATED, of_increasing
from probatum.lowering.chance.chords import CHORDS, by_chords
from probatum.lowering.chance.conditional_means import with_known_means
from probatum.lowering.chance.deviations import DEVIATIONS, of_deviations
from probatum.lowering.chance.events import EVENTS, beside_events
from probatum.lowering.chance.expectations import LINEARITY, by_expectations
from probatum.lowering.chance.jensen import JENSEN, of_convex
from probatum.lowering.chance.joint_convexity import JOINTLY_CONVEX, by_joint_convexity
from probatum.lowering.chance.pointwise import POINTWISE, has_high_powers, routes
from probatum.lowering.chance.two_values import with_possible_values
from probatum.lowering.chance.values_taken import without_amounts
from probatum.lowering.copies.copies_as_numbers import of_any_numbers
from probatum.lowering.copies.indices import (
    AS_LIKELY,
    SUM,
    WEIGHTS,
    are_beside_copies,
    as_expectations,
    as_weighted,
    sums_over_indices,
)
from probatum.lowering.copies.instantiation import none_supposed
from probatum.lowering.copies.shares import SHARES, by_shares
from probatum.lowering.copies.sums_as_one import SUMS, hidden_sum, with_one_variable
from probatum.lowering.copies.sums_of_products import PRODUCTS_OF_SUMS, with_products_of_sums
from probatum.lowering.random_vectors.lifting import of_numbers
from probatum.lowering.random_vectors.random_multiples import are_multiples
from probatum.lowering.random_vectors.vectors_beside_chance import are_beside_chance
from probatum.lowering.rewriting.increasing_sides import INCREASING, without_outer
from probatum.lowering.theorem import Theorem
from probatum.lowering.vectors.coefficients import with_named_constructs
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.sense.obligations import obligations
from probatum.proposition.subjects.random import (
    Noise,
    Probability,
    RandomVariable,
)
from probatum.type_names import Expression

UNKNOWN_MOMENTS = "not known whether any distribution has the moments of the counterexample"
NOT_KNOWN = "not known whether any distribution has the moments at which it is undefined"
FEW_MOMENTS = 6  # and parameters, of which all deciders are asked

SETTLED = (Outcome.PROVED, Outcome.REFUTED, Outcome.VACUOUS)


def about_random(statement: ForAll, ask: Ask, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    """By moments of random variables, or by mean squares of random vectors; several relations also
    one by one, that two numbers differ also by which is greater.
    """
    found = _about_random(statement, ask, about_vectors)
    then = statement.then
    if any(one.outcome in SETTLED for one in found):
        return found
    if isinstance(then, sympy.And):
        stated = (with_parts(statement, then=part) for part in conjuncts(then))
        return together([about_random(each, ask, about_vectors) for each in stated]) or found
    if not isinstance(then, sympy.Unequality):
        return found
    for greater in (sympy.Gt, sympy.Lt):
        stricter = with_parts(statement, then=greater(*then.args, evaluate=False))
        proofs = _about_random(stricter, ask, about_vectors)
        if any(one.outcome is Outcome.PROVED for one in proofs):
            return proofs
    return found


def _about_random(statement: ForAll, ask: Ask, about_vectors: AboutVectors) -> tuple[Decision, ...]:
    if are_beside_chance(statement):
        return beside_vectors(
            statement, partial(about_random, ask=ask, about_vectors=about_vectors)
        )
    if are_multiples(statement):
        return about_multiples(statement, about_vectors)
    statement = with_possible_values(with_known_means(with_named_constructs(statement)))
    statement = without_amounts(statement)
    if sums_over_indices(statement):
        beside = are_beside_copies(statement)
        return (_beside_copies if beside else _about_indices)(statement, ask, about_vectors)
    if of_numbers(statement):
        return on_the_line(statement, about_vectors)
    if any(isinstance(variable, Noise) for variable in statement.variables):
        return about_noise(statement, partial(_about_rest, ask=ask, about_vectors=about_vectors))
    bounded = of_bounded(statement, ask)
    if bounded:
        return bounded
    of_numbers_alone = _of_any_numbers(statement, ask, about_vectors)
    if of_numbers_alone:
        return of_numbers_alone
    of_one_alone = of_one_copy(
        statement, partial(about_random, ask=ask, about_vectors=about_vectors)
    )
    if of_one_alone:
        return of_one_alone
    deviating = of_deviations(statement)
    if deviating is not None:
        found = about_random(deviating, ask, about_vectors)
        proofs = tuple(each for each in found if each.outcome in DECISIVE)
        if proofs:
            return named(proofs, (DEVIATIONS,))
    total = hidden_sum(statement)
    if total is not None:
        return _about_sum(statement, total, ask)
    lowered, possible = by_expectations(statement)
    constant = None if possible else of_few_values(statement, most=1)
    if constant:
        return (constant,)
    first = not possible and has_high_powers(statement)  # of which SMT may take long
    by_outcomes = _of_outcomes(statement, ask) if first else ()
    if by_outcomes:
        return by_outcomes
    try:
        by_moments = _of_moments(lowered, possible, ask)
    except UndefinedError as error:
        if possible:
            raise
        return (Decision(DEFINEDNESS, Outcome.UNDECIDED, f"{NOT_KNOWN}: {error}"),)
    if any(decision.outcome in (Outcome.PROVED, Outcome.VACUOUS) for decision in by_moments):
        return by_moments
    by_outcomes = () if first else _of_outcomes(statement, ask)
    if by_outcomes:
        return by_outcomes
    broken = of_few_values(statement)
    if broken:
        return (broken,)
    proved = _of_events(statement) or _of_worst(statement, ask) or _of_convex(statement, ask)
    proved = proved or _under_increasing(statement, ask, about_vectors)
    proved = proved or almost_surely(statement, ask)
    return proved or tuple(with_values_drawn(statement, each) for each in by_moments)


def _about_rest(
    statement: ForAll, asked: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """What is found where random vectors stand no more, of random numbers that are left."""
    if any(isinstance(variable, RandomVariable) for variable in asked.variables):
        return about_random(asked, ask, about_vectors)
    return about_vectors(statement, asked)


def _of_any_numbers(
    statement: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """Proved of what holds of any numbers, of which the copies are some."""
    lowered = of_any_numbers(statement)
    found = () if lowered is None else _about_indices(lowered, ask, about_vectors)
    return settling(found, (POINTWISE,))


def _about_sum(statement: ForAll, total: Expression, ask: Ask) -> tuple[Decision, ...]:
    """Proved of any variable with mean and mean square of the sum, or refuted by few copies."""
    one = with_one_variable(statement, total)
    proved = _proved_of_any(one, ask)
    if not proved:
        (copies,) = total.atoms(RandomVariable)
        broken = of_few_copies_each(statement, copies)
        if broken:
            return (broken,)
        proved = _of_convex(one, ask)
    return _by(SUMS, proved) or (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def _proved_of_any(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """What is proved of all distributions, without a look for one that breaks it."""
    try:
        by_moments = _of_moments(*by_expectations(statement), ask)
    except UndefinedError:
        by_moments = ()
    if any(decision.outcome in (Outcome.PROVED, Outcome.VACUOUS) for decision in by_moments):
        return by_moments
    return _of_outcomes(statement, ask) or _of_events(statement)


def _by(theorem: Theorem, proved: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """The decisions by what a theorem makes of a statement; what that is about may be nothing."""
    vacuous = any(each.outcome is Outcome.VACUOUS for each in proved)
    return proved if vacuous else named(proved, (theorem,))


def _beside_copies(
    statement: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """Of fixed numbers with an index beside random copies: over the moments of these, and sums of
    the fixed ones; refuted only where copies have such moments.
    """
    lowered, possible = by_expectations(statement)
    try:
        found = _about_indices(lowered, ask, about_vectors)
    except UndefinedError as error:
        if possible:
            raise
        return (Decision(DEFINEDNESS, Outcome.UNDECIDED, f"{NOT_KNOWN}: {error}"),)
    if not possible and any(each.outcome is Outcome.REFUTED for each in found):
        return (Decision(NAME, Outcome.UNDECIDED, UNKNOWN_MOMENTS),)
    return named(found, (LINEARITY,))


def _about_indices(
    statement: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """Written out where there are few, else as they stand, with what multiplying out says of sums
    of what is at least zero, or summand by summand.
    """
    few = of_few_numbers(statement, ask)
    if few:
        return few
    found = _as_they_stand(statement, ask, about_vectors)
    if any(each.outcome is not Outcome.UNDECIDED for each in found):
        return found
    multiplied = with_products_of_sums(statement)
    ways = [(multiplied, PRODUCTS_OF_SUMS)] if multiplied != statement else []
    for way, theorem in (*ways, *((each, SHARES) for each in by_shares(statement))):
        settled = settling(_as_they_stand(way, ask, about_vectors), (theorem,))
        if settled:
            return settled
    return found


def _as_they_stand(
    statement: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """Proved for any distribution, or refuted by up to four numbers."""
    lowered, weighted = as_expectations(statement), as_weighted(statement)
    none = attempt(Within(LEAST_BUDGET, shown=False), none_supposed(statement))
    if any(each.outcome is Outcome.PROVED for each in none):
        return (Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE),)
    forms = [(weighted, WEIGHTS)] if weighted else []
    if not weighted or SUM in weighted.variables:
        forms.append((lowered, AS_LIKELY))
    for form, theorem in forms:
        try:
            found = about_random(form, ask, about_vectors)
        except UndefinedError as error:  # at a distribution that numbers need not have
            if form is forms[-1][0]:
                return (Decision(DEFINEDNESS, Outcome.UNDECIDED, f"{NOT_KNOWN}: {error}"),)
            continue
        if any(each.outcome is Outcome.VACUOUS for each in found):
            return found
        if any(each.outcome in (Outcome.PROVED, Outcome.ENCLOSED) for each in found):
            return named(found, (theorem,))
    broken = next(filter(None, map(partial(by_numbers, statement, lowered), (1, 2, 3, 4))), None)
    return (broken or Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def _of_moments(lowered: ForAll, possible: bool | None, ask: Ask) -> tuple[Decision, ...]:
    """What is decided over moments; refuted only where a distribution has them."""
    asked = _proved(lowered, ask) if possible is False else ask(lowered).decisions
    if any(decision.outcome is Outcome.VACUOUS for decision in asked):
        return asked
    decisions = named(asked, (LINEARITY,))
    if possible or not any(decision.outcome is Outcome.REFUTED for decision in decisions):
        return decisions
    unknown = (Decision(NAME, Outcome.UNDECIDED, UNKNOWN_MOMENTS),)
    if possible is False:
        return unknown
    inside = sympy.And(
        *(
            part.gts > part.lts if isinstance(part, sympy.GreaterThan) else part
            for part in conjuncts(lowered.given)
        )
    )
    strictly = for_all(lowered.variables, inside, lowered.then)
    found = named(ask(strictly).decisions, (LINEARITY,))
    return tuple(each for each in found if each.outcome is Outcome.REFUTED) or unknown


def _proved(lowered: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Only whether it is true for all moments; of many, with little work: what breaks it would say
    nothing.
    """
    if len(lowered.variables) <= FEW_MOMENTS or isinstance(lowered.then, sympy.Equality):
        return ask(lowered).decisions
    for obligation in obligations(lowered):
        if not any(each.outcome is Outcome.PROVED for each in ask(obligation).decisions):
            return (Decision(DEFINEDNESS, Outcome.UNDECIDED, NOT_KNOWN),)
    none = attempt(Within(LEAST_BUDGET, shown=False), with_parts(lowered, then=sympy.false))
    if any(each.outcome is Outcome.PROVED for each in none):
        return (Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE),)
    return attempt(Within(LEAST_BUDGET), lowered)


def _of_outcomes(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proved for each outcome and so on average, where some case is admitted."""
    for route in routes(statement):
        decisions: list[Decision] = []
        for one in route.statements:
            found = _asked(one, ask)
            if not any(each.outcome in (Outcome.PROVED, Outcome.ENCLOSED) for each in found):
                break
            decisions += [each for each in found if each.outcome is not Outcome.UNDECIDED]
        else:
            return _joined(decisions) if is_about_something(statement) else ()
    return ()


def _of_events(statement: ForAll) -> tuple[Decision, ...]:
    """Proved for all moments beside the events that it speaks of, where some case is admitted."""
    if not any(part.atoms(Probability) for part in (statement.given, statement.then)):
        return ()
    lowered, _ = by_expectations(statement, beside_events)
    proved = settling(attempt(Within(BUDGET, shown=False), lowered), (EVENTS,))
    return proved if proved and is_about_something(statement) else ()


def _of_convex(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proved for all moments by what means of convex functions, or of products of increasing ones,
    are at least, or that there are no such moments.
    """
    plain, _ = by_expectations(statement)
    for more, theorem in ((of_convex, JENSEN), (of_increasing, ASSOCIATED)):
        lowered, _ = by_expectations(statement, more)
        found = ask(lowered).decisions if lowered != plain else ()
        if any(each.outcome is Outcome.VACUOUS for each in found):
            return found
        settled = settling(found, (theorem,))
        if settled:
            return settled
    return ()


def _under_increasing(
    statement: ForAll, ask: Ask, about_vectors: AboutVectors
) -> tuple[Decision, ...]:
    """Proved without the logarithm around a side."""
    stricter = without_outer(statement)
    found = about_random(stricter, ask, about_vectors) if stricter else ()
    return settling(found, (INCREASING,))


def _of_worst(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proved for means of convex functions that are as bad as they can be, or at the means of what
    is convex in several variables, where some case is admitted.
    """
    for worst_of, theorem in ((by_chords, CHORDS), (by_joint_convexity, JOINTLY_CONVEX)):
        worst = worst_of(statement)
        proved = settling(_asked(worst, ask) if worst else (), (theorem,))
        if proved:
            return proved if is_about_something(statement) else ()
    return ()


def _asked(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """The decisions; none where a tangent plane is undefined at some means."""
    if statement.then in (sympy.true, sympy.false):
        proved = Decision(NAME, Outcome.PROVED, Reason.IDENTITY, engine=SYMPY.name)
        return (proved,) if statement.then == sympy.true else ()
    try:
        return ask(statement).decisions
    except UndefinedError:
        return ()


def _joined(decisions: list[Decision]) -> tuple[Decision, ...]:
    """One decision for several statements: as strong as the weakest of them."""
    decisive = [each for each in decisions if each.outcome in (Outcome.PROVED, Outcome.ENCLOSED)]
    weakest = next((e for e in decisive if e.outcome is Outcome.ENCLOSED), decisive[0])
    return named((weakest,), (POINTWISE,))
