"""Whether a statement about what is random is defined as its author wrote it: under averages at
every outcome, beside them at all moments that its hypotheses admit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy
from sympy.core.relational import Relational

from probatum.decide.sense.possible_outcomes import have_a_chance, true_of_outcomes
from probatum.decision import DECISIVE, DEFINEDNESS, Decision, Outcome
from probatum.engines.decider import Ask
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.chance.outcomes import chances, outcome
from probatum.lowering.chance.random_variables import needs_of
from probatum.lowering.copies.sums_as_one import bounds_of_sum
from probatum.lowering.random_vectors.vectors_beside_chance import (
    are_beside_chance,
    axes_of,
    bounds_of_axes,
    entries_of,
    of_coordinates,
    vectors_of,
)
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.obligations import hides, needed_for, obligations
from probatum.proposition.sense.reality import what_is_needed
from probatum.proposition.slopes.derived_means import hangs_on, is_mean, is_smooth_mean
from probatum.proposition.subjects.domains import Built, General
from probatum.proposition.subjects.random import (
    Conditional,
    Expectation,
    Probability,
    RandomVariable,
    Total,
    average,
)
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import PROVIDED, Written, evaluated
from probatum.type_names import Condition, Expression, Symbol

AVERAGES = (Expectation, Conditional, Total)
About = Callable[[ForAll], tuple[Decision, ...]]


def undefined_on_average(written: ForAll, ask: Ask, about: About) -> Decision | None:
    """None where the statement is known to be defined wherever its hypotheses hold; raises
    UndefinedError where it is not.

    written: with one quantifier in front; ask: decides statements about numbers, about: those about
    what is random.
    """
    stated = with_parts(written, given=evaluated(written.given), then=evaluated(written.then))
    for part in dict.fromkeys(part for each in _outer(written.given) for part in _under(each)):
        doubt = _supposed_at_outcomes(part, stated, ask, about)
        if doubt:
            return doubt
    for part, anyway in _under_averages(written.then):
        asked = with_parts(stated, given=sympy.And(stated.given, sympy.Not(anyway)))
        doubt = _at_outcomes(part, asked, ask, about)
        if doubt:
            return doubt
    for part in _beside_averages(written):
        doubt = _at_moments(part, stated, ask, about)
        if doubt:
            return doubt
    return None


def check_derivatives(written: ForAll) -> None:
    """Raise DefinitionError where a mean is derived that need not have a derivative."""
    for said in (written.given, written.then):
        for found in evaluated(said).atoms(sympy.Derivative):
            for mean in filter(is_mean, sympy.preorder_traversal(found.expr)):
                rough = [by for by in found.variables if not is_smooth_mean(mean, by)]
                if rough:
                    raise _not_derivable(mean, rough[0])


def _not_derivable(mean: Expression, variable: Symbol) -> DefinitionError:
    got = f"got the derivative of {mean} by {variable}"
    if hangs_on(mean, variable):
        return DefinitionError(
            f"{got}, of which what is known of something random speaks, wanted the mean written "
            "down"
        )
    return DefinitionError(
        f"{got}, which need not have one, wanted a mean of products, of smooth functions of "
        f"{variable} and of what is random by itself"
    )


def where_defined(written: ForAll, *, wholly: bool = False) -> ForAll:
    """The statement about those cases at which its hypotheses are defined as written;
    wholly: and what it says, as far as it speaks of averages and other numbers.
    """
    needed = list(_beside_averages(written)) if wholly else []
    needed += _of_moments(written.given)
    if hides(written.given):
        apart, averages = _apart(written.given)
        needed.append(evaluated(needed_for(apart)).xreplace(averages))
    return with_parts(written, given=sympy.And(written.given, *needed)) if needed else written


def _apart(part: Expression) -> tuple[Expression, dict[Symbol, Expression]]:
    """An expression with numbers in place of the outermost averages, and what they stand for."""
    found = {each: sympy.Dummy("average", real=True) for each in _outer(part)}
    return part.xreplace(found), {dummy: evaluated(each) for each, dummy in found.items()}


def _outer(part: Expression) -> list[Expression]:
    return sorted(_outermost(part), key=sympy.default_sort_key)


def _outermost(part: Expression) -> set[Expression]:
    found: set[Expression] = part.atoms(*AVERAGES)
    return found - {deep for each in found for arg in each.args for deep in arg.atoms(*AVERAGES)}


def _beside_averages(written: ForAll) -> Iterator[Condition]:
    """What must hold of moments and other numbers."""
    then, averages = _apart(written.then)
    for obligation in obligations(with_parts(written, given=sympy.true, then=then)):
        for part in conjuncts(obligation.then):
            yield part.xreplace(averages)
    yield from _of_moments(written.then)


def _of_moments(said: Condition) -> Iterator[Condition]:
    """What must hold of moments and other numbers for what is averaged to have a value, where it is
    asked for.
    """
    averages = {each: sympy.Dummy("average", real=True) for each in _outer(said)}
    meant = {dummy: evaluated(each) for each, dummy in averages.items()}
    valued = {each: _where_of_moments(each, dummy) for each, dummy in averages.items()}
    needed, beside = (defined(said.xreplace(each)) for each in (valued, averages))
    known = {*conjuncts(evaluated(beside))}
    return (p.xreplace(meant) for p in conjuncts(evaluated(needed)) if p not in known)


def _where_of_moments(average: Expression, dummy: Symbol) -> Expression:
    """What stands for an average, with a value where all that is averaged in it has one at any
    outcome that has one.
    """
    parts = (part for each in _all(average) for part in _inside(each))
    needed = sympy.And(*(part for part in parts if not _is_of_outcomes(part)))
    return dummy if needed == sympy.true else Written(PROVIDED, dummy, needed)


def _under_averages(said: Condition) -> Iterator[tuple[Condition, Condition]]:
    """What must hold of every outcome, with random variables in place of outcomes, and where it
    need not, as numbers beside decide what is said.
    """
    parts = ((part, _anyway(said, average)) for average in _outer(said) for part in _under(average))
    yield from dict.fromkeys(parts)


def _under(average: Expression) -> Iterator[Condition]:
    parts = (part for each in _all(average) for part in _inside(each))
    return (part for part in parts if _is_of_outcomes(part))


def _anyway(said: Condition, average: Expression) -> Condition:
    """Where parameters decide what is said, whether an average has a value or not."""
    there = sympy.Eq(sympy.Dummy("there", real=True), 1)
    names = {each: sympy.Dummy("average", real=True) for each in _outer(said)}
    valued = {**names, average: Written(PROVIDED, names[average], there)}
    needed = taking_unknown(evaluated(defined(said.xreplace(valued))), sympy.false)
    told = sympy.to_nnf(needed.xreplace({there: sympy.false}), simplify=False)
    open_parts = (each for each in told.atoms(Relational) if each.free_symbols & {*names.values()})
    return told.xreplace(dict.fromkeys(open_parts, sympy.false))


def _all(part: Expression) -> list[Expression]:
    return sorted(part.atoms(*AVERAGES), key=sympy.default_sort_key)


def _inside(average: Expression) -> Iterator[Condition]:
    """The conditions under which what is averaged has a value."""
    for averaged in average.args:
        inside, averages = _apart(averaged)
        yield from conjuncts(evaluated(defined(inside)).xreplace(averages))


def _is_of_outcomes(part: Condition) -> bool:
    """Whether random variables stand in it that are under no average, or sums over copies."""
    return bool(_apart(part)[0].atoms(RandomVariable)) or any(map(_of_copies, _outermost(part)))


def _of_copies(average: Expression) -> bool:
    """Whether it is a sum over copies, which is random."""
    return isinstance(average, Total) and bool(chances(average))


def _at_outcomes(part: Condition, stated: ForAll, ask: Ask, about: About) -> Decision | None:
    """Of numbers that stand in place of the random variables, and of the averages beside them;
    what may fail there is asked for its probability.
    """
    (apart, *given), averages = _apart(sympy.Tuple(part, *conjuncts(stated.given)))
    axes = axes_of(vectors_of(stated)) if are_beside_chance(stated) else {}
    apart, *given = (of_coordinates(each, axes) if axes else each for each in (apart, *given))
    if apart.atoms(Built) or _vectors(apart):
        return _not_known(part)
    variables = [each for each in stated.variables if isinstance(each, RandomVariable)]
    numbers = [each for each in stated.variables if not isinstance(each, General)]
    values = {each: outcome(each) for each in variables}
    about_numbers = [each for each in given if not (each.atoms(Built) or _vectors(each))]
    possible = true_of_outcomes(variables, about_numbers)
    supposed = [*about_numbers, *needs_of(stated), *possible, *bounds_of_axes(axes)]
    for number, found in averages.items():
        supposed += bounds_of_sum(stated, found, number) if _of_copies(found) else ()
    asked = for_all(
        (*numbers, *entries_of(axes), *values.values(), *averages),
        sympy.And(*supposed).xreplace(values),
        apart.xreplace(values),
    )
    decided = ask(asked)
    if _settled(decided.decisions):
        return None
    if Outcome.REFUTED not in {decision.outcome for decision in decided.decisions}:
        return _not_known(part)
    if averages or not have_a_chance(about_numbers):
        return _by_probability(part, stated, about)
    at = decided.counterexample.at if decided.counterexample else ""
    raise _undefined_at(at, part, stated)


def _by_probability(part: Condition, stated: ForAll, about: About) -> Decision | None:
    """Of all distributions that the hypotheses admit: what has no value has no chance."""
    fails = sympy.Not(part)
    if part.atoms(*AVERAGES) or not isinstance(fails, Relational):
        return _not_known(part)
    try:
        found = about(with_parts(stated, then=sympy.Le(_chance_of(fails), 0)))
    except (DefinitionError, UndefinedError):
        return _not_known(part)
    if Outcome.REFUTED in {decision.outcome for decision in found}:
        shown = next((each.counterexample for each in found if each.counterexample), None)
        raise _undefined_at(shown.at if shown else "", part, stated)
    return None if _settled(found) else _not_known(part)


def _chance_of(event: Condition) -> Expression:
    """The probability of an event, which is that of each copy where there are several."""
    if not any("of" in variable.known for variable in event.atoms(RandomVariable)):
        return Probability(event)
    return Expectation(average(sympy.Piecewise((1, event), (0, True))))


def _settled(found: tuple[Decision, ...]) -> bool:
    return bool({decision.outcome for decision in found} & {*DECISIVE, Outcome.VACUOUS})


def _undefined_at(at: str, part: Condition, stated: ForAll) -> UndefinedError:
    return UndefinedError(
        "the hypotheses admit an outcome at which the proposition is undefined: "
        f"{at or 'any'}: {what_is_needed(part, stated)}"
    )


def _supposed_at_outcomes(
    part: Condition, stated: ForAll, ask: Ask, about: About
) -> Decision | None:
    """The same of what is supposed: where that is undefined nothing is said, and nobody knows
    here which distributions are left.
    """
    try:
        return _at_outcomes(part, stated, ask, about)
    except UndefinedError:
        return _not_known(part)


def _at_moments(part: Condition, stated: ForAll, ask: Ask, about: About) -> Decision | None:
    """Of numbers by what is supposed of them, else by all that is supposed."""
    if not part.atoms(*AVERAGES) and not any(isinstance(s, General) for s in part.free_symbols):
        numbers = [each for each in stated.variables if not isinstance(each, General)]
        alone = for_all(tuple(numbers), sympy.And(*_of_numbers(stated)), part)
        if any(each.outcome in DECISIVE for each in ask(alone).decisions):
            return None
    found = about(with_parts(stated, then=part))
    outcomes = {decision.outcome for decision in found}
    if Outcome.REFUTED in outcomes:
        shown = next((each.counterexample for each in found if each.counterexample), None)
        raise UndefinedError(
            "the hypotheses admit a case in which the proposition is undefined: "
            f"{shown.at if shown else 'any'}: {what_is_needed(part, stated)}"
        )
    return None if _settled(found) else _not_known(part)


def _not_known(part: Condition) -> Decision:
    reason = f"not known to be defined wherever its hypotheses hold: {words_of(part)}"
    return Decision(DEFINEDNESS, Outcome.UNDECIDED, reason)


def _vectors(part: Condition) -> bool:
    return any(
        isinstance(each, General) and not isinstance(each, RandomVariable)
        for each in part.free_symbols
    )


def _of_numbers(stated: ForAll) -> Iterator[Condition]:
    """What is supposed of numbers alone, and what is true of constants."""
    numbers = {each for each in stated.variables if not isinstance(each, General)}
    for part in conjuncts(stated.given):
        if part.free_symbols <= numbers and not part.atoms(*AVERAGES):
            yield part
    yield from needs_of(stated)
