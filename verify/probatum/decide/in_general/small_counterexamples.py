"""Counterexamples of a few values: of random variables, or of numbers with an index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    LEAST_BUDGET,
    SMALL_BUDGET,
    Within,
    named,
    rational,
)
from probatum.decision import Decision, Outcome, Truth
from probatum.engines.decider import Ask
from probatum.engines.polynomials.rational import places
from probatum.engines.trying import search
from probatum.errors import ProbatumError
from probatum.lowering.chance.expectations import LINEARITY
from probatum.lowering.chance.finite_distributions import Special, of_copies, special_cases, uniform
from probatum.lowering.chance.outcomes import outcome
from probatum.lowering.chance.random_variables import needs_of
from probatum.lowering.copies.indices import as_expectations, of_count, sums_over_indices
from probatum.lowering.copies.sums_as_one import alone, of_few_copies
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.numbers.enclosure import decimal
from probatum.proposition.parts import conjuncts, unchecked, with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.domains import Built, General
from probatum.proposition.subjects.random import FeatureVariable, RandomVariable
from probatum.type_names import Expression, Point, Symbol

MOST_PLACES = 6
MOST_NUMBERS = (1, 2, 3, 4)
MOST_ASKED = 2  # kinds of distributions


def of_few_values(
    statement: ForAll, *, most: int | None = None, cases: Iterator[Special] | None = None
) -> Decision | None:
    """A counterexample in which each variable takes a few values; of so many kinds at most, or
    among these cases.
    """
    for special in islice(special_cases(statement) if cases is None else cases, most):
        for known, form, budget in _easier(special.statement):
            for decision in _tried(form, budget, samples=not known):
                if decision.outcome is Outcome.REFUTED and decision.counterexample:
                    found = known | dict(decision.counterexample.values)
                    return _broken(statement, special, decision, found)
    return None


def by_numbers(statement: ForAll, lowered: ForAll, number: int) -> Decision | None:
    """A counterexample of so many numbers."""
    indexed = [each for each in lowered.variables if isinstance(each, RandomVariable)]
    count = next(e.known["of"] for e in statement.variables if isinstance(e, FeatureVariable))
    if not isinstance(count, sympy.Symbol) and count != number:
        return None
    special = uniform(of_count(lowered, count, number), tuple(indexed), number)
    for known, form, budget in _easier(special.statement):
        for decision in _tried(form, budget, samples=not known):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                found = known | dict(decision.counterexample.values) | {count.name: number}
                return _of_numbers(statement, special, decision, found)
    return None


def of_few_copies_each(statement: ForAll, copies: Symbol) -> Decision | None:
    """A counterexample of one copy, or of two."""
    for number in (1, 2):
        form = of_few_copies(statement, copies, number)
        for special in of_copies(form, alone(copies)) if form else ():
            for known, easier, budget in _easier(special.statement):
                for decision in _tried(easier, budget, samples=not known):
                    if decision.outcome is Outcome.REFUTED and decision.counterexample:
                        found = known | dict(decision.counterexample.values)
                        found[str(copies.known["of"])] = sympy.Integer(number)
                        return _broken(statement, special, decision, found)
    return None


def _tried(form: ForAll, budget: int, *, samples: bool) -> Iterator[Decision]:
    """By SMT, and at a few points: of exponentials and logarithms SMT knows little."""
    yield from attempt(Within(budget), form)
    if samples:
        yield from attempt(search, form)


def is_about_something(statement: ForAll, ask: Ask | None = None) -> bool:
    """Whether some distribution of few values meets the hypotheses, or a few numbers with an index
    do; where they speak of other numbers alone, whether those are.

    ask: decides whether there are values, where neither SMT nor a few points show any.
    """
    never = with_parts(statement, then=sympy.false)
    if not statement.given.atoms(Built, RandomVariable):
        return any(_meets(form, budget) for _, form, budget in _easier(_of_constants(never)))
    if sums_over_indices(never):
        kinds = list(_of_equal_numbers(never))
        lowered = as_expectations(never)
        if any(by_numbers(never, lowered, number) for number in MOST_NUMBERS):
            return True
    else:
        kinds = [special.statement for special in special_cases(never)]
    return any(_meets(form, budget) for kind in kinds for _, form, budget in _easier(kind)) or (
        ask is not None and any(_there_are(kind, ask) for kind in kinds[:MOST_ASKED])
    )


def _of_equal_numbers(statement: ForAll) -> Iterator[ForAll]:
    """What is said of numbers that are all equal: of any number of them, of one."""
    lowered = as_expectations(statement)
    (equal, *_) = special_cases(lowered)
    yield equal.statement
    count = next(e.known["of"] for e in statement.variables if isinstance(e, FeatureVariable))
    if isinstance(count, sympy.Symbol):
        yield of_count(equal.statement, count, 1)


def _there_are(never: ForAll, ask: Ask) -> bool:
    stated: Exists = unchecked(
        Exists, variables=never.variables, given=sympy.true, then=never.given
    )
    try:
        return ask(stated).truth is Truth.TRUE
    except ProbatumError:
        return False


def _meets(never: ForAll, budget: int) -> bool:
    return any(each.outcome is Outcome.REFUTED for each in _tried(never, budget, samples=True))


def _of_constants(statement: ForAll) -> ForAll:
    """What is said of numbers, where these are what random variables have."""
    numbers = tuple(each for each in statement.variables if not isinstance(each, General))
    given = sympy.And(statement.given, *needs_of(statement))
    return for_all(numbers, given, statement.then)


def _easier(statement: ForAll) -> Iterator[tuple[dict[str, Expression], ForAll, int]]:
    """The statement for all parameters, and at a few of them; what is known of them,
    and how much work each is worth.
    """
    yield {}, statement, SMALL_BUDGET
    numbers = [v for v in statement.variables if not v.name.split(" ")[-1].isdigit()]
    within = sympy.And(
        *(part for part in conjuncts(statement.given) if part.free_symbols <= set(numbers))
    )
    for place in islice(places(numbers, within), MOST_PLACES if numbers else 0):
        at = {number: rational(value) for number, value in zip(numbers, place, strict=True)}
        if any(number.is_integer and not value.is_integer for number, value in at.items()):
            continue
        rest = tuple(variable for variable in statement.variables if variable not in at)
        form = for_all(rest, statement.given.xreplace(at), statement.then.xreplace(at))
        yield {number.name: value for number, value in at.items()}, form, LEAST_BUDGET


def _broken(
    statement: ForAll, special: Special, decision: Decision, found: dict[str, Expression]
) -> Decision:
    point = {variable: found[variable.name] for variable in special.statement.variables}
    values = tuple(
        (each.name, found[each.name])
        for each in statement.variables
        if not isinstance(each, General)
    )
    shown = Counterexample((*values, *special.described(point)), _sides(special, point))
    (said,) = named((decision,), (LINEARITY,))
    return replace(said, counterexample=shown)


def _of_numbers(
    statement: ForAll, special: Special, decision: Decision, found: dict[str, Expression]
) -> Decision:
    point = {variable: found[variable.name] for variable in special.statement.variables}
    (made,) = special.distributions
    values = [
        (each.name, sympy.sympify(found[each.name]))
        for each in statement.variables
        if not isinstance(each, General)
    ]
    for each in made.variables:
        numbers = [case[outcome(each)].xreplace(point) for case, _ in made.cases]
        values.append((each.name, sympy.Tuple(*numbers)))
    shown = Counterexample(tuple(values), _sides(special, point))
    return replace(decision, counterexample=shown)


def _sides(special: Special, point: Point) -> str:
    then = special.statement.then
    if not isinstance(then, sympy.core.relational.Relational):
        return "It fails."
    left, right = (
        decimal(side, point, 6) if side.free_symbols else words_of(side) for side in then.args
    )
    return f"The left side is {left}, the right side {right}, so it fails."
