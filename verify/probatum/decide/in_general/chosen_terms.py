"""Decides statements that choose vectors, or numbers for functions, matrices and random variables:
by terms of what they are chosen for, over moments, or by special cases that defy every choice.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice, product

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.in_general.chosen_numbers import (
    CONSTANTS,
    About,
    asked_of_numbers,
    is_general,
    not_defined,
)
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    LEAST_BUDGET,
    NAME,
    Within,
    named,
    of_opposite,
    together,
)
from probatum.decide.shared.prenex import Block, prenex
from probatum.decision import DECISIVE, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.errors import DefinitionError, ProbatumError
from probatum.lowering.chance.expectations import LINEARITY, by_expectations
from probatum.lowering.chance.finite_distributions import special_cases
from probatum.lowering.chance.finite_means import has_mean
from probatum.lowering.chance.random_variables import is_random
from probatum.lowering.classes.simple_members import NoTrialError, on_a_line
from probatum.lowering.every_case import follows
from probatum.lowering.vectors.in_the_plane import axes_in_plane, in_the_plane
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, put_standing, unchecked
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General, VectorVariable, is_vector
from probatum.proposition.subjects.functions import (
    FunctionVariable,
    Gradient,
    SetVariable,
    minimizer,
    projection,
)
from probatum.proposition.subjects.products import Norm, dot, norm
from probatum.proposition.subjects.random import Expectation, Noise, OneFeature, RandomVariable
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Symbols

MOST_PROPOSED = 400
MOST_SETTLED = 4  # choices that are handed to all deciders
MOST_SPECIAL = 4  # kinds of distributions that are to defy every choice
QUICKLY = Within(LEAST_BUDGET, shown=False)
ZERO = sympy.Integer(0)
Names = Mapping[Symbol, tuple[Symbol, ...]]  # what stands for a vector in a special case


@dataclass(frozen=True, slots=True)
class Choosing:
    """A statement for all of some, for which others are chosen, and perhaps for all of more."""

    outer: Symbols
    given: Condition
    rest: tuple[Block, ...]
    condition: Condition

    @property
    def inner(self) -> Symbols:
        return tuple(variable for block in self.rest for variable in block.variables)

    @property
    def chosen(self) -> Symbols:
        return tuple(each for block in self.rest if block.exists for each in block.variables)

    @property
    def variables(self) -> Symbols:
        return (*self.outer, *self.inner)

    @property
    def is_of_terms(self) -> bool:
        """Whether numbers and vectors alone are chosen, for more than numbers, of which the class
        is the same for all choices.
        """
        inner = [each for each in self.inner if isinstance(each, General)]
        general = [each for each in self.outer if isinstance(each, General)]
        constants = {
            each
            for one in general
            for value in one.constants.values()
            for each in value.free_symbols
        }
        alone = all(type(each) is VectorVariable for each in inner)
        return alone and bool(general) and not constants & {*self.inner}

    @property
    def innermost(self) -> Condition:
        """What stands after all quantifiers, where those inside suppose nothing beside it."""
        said = self.condition
        for block in reversed(self.rest):
            given = block.given
            said = sympy.And(given, said) if block.exists else sympy.Or(sympy.Not(given), said)
        return said

    @property
    def open(self) -> ForAll:
        """The same of all, whether chosen or not."""
        return for_all(self.variables, self.given, self.innermost)

    def around(self, lowered: ForAll, names: Names) -> Statement | None:
        """The quantifiers over what a special case speaks of; None where it supposes something of
        what is chosen.
        """
        inner = {entry for each in self.inner for entry in names.get(each, (each,))}
        if lowered.given.free_symbols & inner or not inner <= {*lowered.variables}:
            return None
        said: Statement = lowered.then
        for block in reversed(self.rest):
            kind = Exists if block.exists else ForAll
            variables = tuple(e for each in block.variables for e in names.get(each, (each,)))
            said = unchecked(kind, variables=variables, given=sympy.true, then=said)
        outer = tuple(each for each in lowered.variables if each not in inner)
        if not outer:
            return said
        return unchecked(ForAll, variables=outer, given=lowered.given, then=said)


def with_chosen_terms(written: Statement, ask: Ask, about: About) -> tuple[Decision, ...] | None:
    """What is found of a statement in which vectors or numbers are chosen for vectors, functions,
    matrices or random variables; None for others.

    ask: decides statements about numbers; about: those about more.
    """
    found = prenex(plain(written))
    if found is None:
        return None
    blocks, condition = found
    if len({block.exists for block in blocks}) < 2 or not any(map(is_general, blocks)):
        return None
    opposite = blocks[0].exists
    if opposite:
        blocks = [replace(block, exists=not block.exists) for block in blocks]
        condition = sympy.Not(condition)
    first = next(place for place, block in enumerate(blocks) if block.exists)
    outer, rest = blocks[:first], blocks[first:]
    variables = tuple(each for block in outer for each in block.variables)
    given = sympy.And(*(block.given for block in outer))
    stated = Choosing(variables, given, tuple(rest), condition)
    if not stated.is_of_terms:
        return None
    doubt = not_defined(written, stated.open, about)
    found_of_it = doubt or _by_moments(stated, ask) or _defied(stated, ask)
    found_of_it = found_of_it or _by_terms(stated, about)
    decisions = found_of_it or (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)
    return tuple(map(of_opposite, decisions)) if opposite else decisions


def _by_moments(stated: Choosing, ask: Ask) -> tuple[Decision, ...]:
    """Numbers that are chosen for moments of random variables, as which there is a choice for
    these: refuted only where a distribution has such moments.
    """
    if not is_random(stated.open) or any(_is_other(each) for each in stated.variables):
        return ()
    inner = set(stated.inner)
    if not all(_is_apart(mean, inner) for mean in stated.innermost.atoms(Expectation)):
        return ()
    with suppress(DefinitionError):
        lowered, possible = by_expectations(stated.open)
        asked = stated.around(lowered, {})
        found = None if asked is None else asked_of_numbers(asked, ask)
        if found is not None and found.is_strong:
            kinds = DECISIVE if found.truth is Truth.TRUE else (Outcome.REFUTED,)
            if found.truth is Truth.TRUE or (found.truth is Truth.FALSE and possible):
                decided = [each for each in found.all_decisions if each.outcome in kinds]
                return named(tuple(decided[:1]), (LINEARITY,))
    return ()


def _is_other(variable: Symbol) -> bool:
    is_random_one = isinstance(variable, RandomVariable) and not isinstance(variable, OneFeature)
    return isinstance(variable, General) and not is_random_one


def _is_apart(part: Expression, inner: set[Symbol]) -> bool:
    """Whether what is chosen stands in means as a factor alone, so that moments are free of it."""
    if not part.atoms(RandomVariable) or not part.free_symbols & inner:
        return True
    power = part.is_Pow and part.exp.is_Integer and part.exp > 0
    plain_part = isinstance(part, (sympy.Add, sympy.Mul, Expectation)) or power
    return plain_part and all(_is_apart(each, inner) for each in part.args)


def _defied(stated: Choosing, ask: Ask) -> tuple[Decision, ...]:
    """A refutation by cases of a special kind for which nothing can be chosen."""
    for special, names in _special(stated.open):
        asked = stated.around(special, names)
        found = None if asked is None else asked_of_numbers(asked, ask)
        if found is not None and found.truth is Truth.FALSE and found.is_strong:
            broken = [each for each in found.all_decisions if each.outcome is Outcome.REFUTED]
            reason = "already in a special case: {}"
            return tuple(replace(e, reason=reason.format(e.reason)) for e in broken[:1])
    return ()


def _special(about: ForAll) -> Iterator[tuple[ForAll, Names]]:
    """Special cases, which speak of numbers alone, with the numbers that stand for vectors."""
    general = [each for each in about.variables if isinstance(each, General)]
    with suppress(DefinitionError, NoTrialError, TypeError):
        if not is_random(about):
            names = {each: (sympy.Symbol(f"{each.name} 1", real=True),) for each in general}
            yield on_a_line(about), names
        elif all(isinstance(each, RandomVariable) and "of" not in each.known for each in general):
            yield from ((each.statement, {}) for each in islice(special_cases(about), MOST_SPECIAL))
    if all(type(each) is VectorVariable for each in general):
        axes = axes_in_plane(general)
        yield in_the_plane(about, axes), axes


def _by_terms(stated: Choosing, about: About) -> tuple[Decision, ...]:
    """A proof for terms of what they are chosen for; where these need something, for others where
    that is not so.
    """
    unit = VectorVariable("one of length one")  # no author's name has a blank
    proposed = list(islice(_choices(stated, unit), MOST_PROPOSED))
    settled = 0
    for choice in proposed:
        needed = sympy.And(*(defined(term) for term in choice.values()))
        form = _Form(stated, choice, unit, needed)
        if not form.is_promising:
            continue
        settled += 1
        proofs = form.proofs(about)
        if proofs and needed != sympy.true:
            beyond = _elsewhere(form, proposed, about)
            proofs = () if beyond is None else together([proofs, *([beyond] if beyond else [])])
        if proofs:
            shown = tuple((each.name, to) for each, to in choice.items() if not is_vector(each))
            counterexample = Counterexample(shown) if shown else None
            return (replace(proofs[0], counterexample=counterexample),)
        if settled == MOST_SETTLED:
            break
    return ()


def _elsewhere(form: _Form, proposed: list[Point], about: About) -> tuple[Decision, ...] | None:
    """Proofs for other terms, where what some need is not so; none where that is nowhere, and None
    where neither is known.
    """
    everywhere = for_all(form.stated.outer, form.stated.given, form.case)
    if form.case.free_symbols <= {*form.stated.outer} and _proofs_of(everywhere, about):
        return ()
    before = form.chosen_before_case.items()
    for choice in proposed:
        if before <= choice.items() and sympy.And(*map(defined, choice.values())) == sympy.true:
            other = replace(form, choice=choice, case=sympy.Not(form.case))
            if other.is_promising:
                return other.proofs(about)
    return None


def _proofs_of(part: ForAll, about: About) -> tuple[Decision, ...] | None:
    """Those that are found; none where it is about nothing, and None where there are none."""
    with suppress(ProbatumError):
        decisions = about(part)
        proved = tuple(each for each in decisions if each.outcome in DECISIVE)
        if proved or any(each.outcome is Outcome.VACUOUS for each in decisions):
            return proved
    return None


@dataclass(frozen=True, slots=True)
class _Form:
    """A statement with terms in place of what is chosen, in one case."""

    stated: Choosing
    choice: Point
    unit: Symbol
    case: Condition

    @property
    def needs_unit(self) -> bool:
        """Whether a vector of length one, which there is, is chosen; or shows that there are other
        vectors than zero.
        """
        beside = self.case.has(Norm) and not is_random(self.stated.open)
        return beside or any(term.has(self.unit) for term in self.choice.values())

    @property
    def chosen_before_case(self) -> Point:
        """What is chosen before it is known whether the case is given."""
        rest, known = self.stated.rest, {*self.stated.outer}
        while rest and not self.case.free_symbols <= known:
            known, rest = known | {*rest[0].variables}, rest[1:]
        return {each: self.choice[each] for each in known & self.choice.keys()}

    @property
    def parts(self) -> Iterator[ForAll]:
        """That what is chosen may be chosen, and what is then so."""
        before, given = [*self.stated.outer], [self.stated.given]
        if self.needs_unit:
            before.append(self.unit)
            given.append(sympy.Eq(Norm(self.unit), 1))
        for block in self.stated.rest:
            here = put_standing(block.given, self.choice)
            if block.exists and here != sympy.true:
                known = (part for part in conjuncts(self.case) if part.free_symbols <= {*before})
                yield for_all(tuple(before), sympy.And(*given, *known), here)
            if not block.exists:
                before += block.variables
                given.append(here)
        then = put_standing(self.stated.condition, self.choice)
        yield for_all(tuple(before), sympy.And(*given, self.case), then)

    @property
    def is_promising(self) -> bool:
        """Whether nothing breaks it in a special case."""
        try:
            forms = [each for part in self.parts for each, _ in islice(_special(part), 2)]
            found = [one for form in forms for one in attempt(QUICKLY, form)]
        except ProbatumError:
            return False
        return not any(each.outcome is Outcome.REFUTED for each in found)

    def proofs(self, about: About) -> tuple[Decision, ...] | None:
        """One of all parts, none where all are about nothing; None where one is missing."""
        found: list[tuple[Decision, ...]] = []
        for part in self.parts:
            proved = _proofs_of(part, about)
            if proved is None:
                return None
            found += [proved] if proved else []
        return together(found) if found else ()


def _choices(stated: Choosing, unit: Symbol) -> Iterator[Point]:
    """Simple terms of what comes before, for each that is chosen."""
    terms: list[list[tuple[Symbol, Expression]]] = []
    before = [*stated.outer]
    for block in stated.rest:
        if not block.exists:
            before = [*block.variables, *before]
            continue
        vectors = [*_special_points(before, stated.given), *_vectors_of(before, unit)]
        numbers = list(_numbers_of(before, stated.open))
        for each in block.variables:
            proposed = dict.fromkeys(vectors if is_vector(each) else numbers)
            terms.append([(each, t) for t in proposed if t.is_integer or not each.is_integer])
    yield from map(dict, product(*terms))


def _vectors_of(before: list[Symbol], unit: Symbol) -> Iterator[Expression]:
    vectors = [each for each in before if _is_fixed(each)]
    numbers = [each for each in before if not isinstance(each, General)]
    functions = [each for each in before if isinstance(each, FunctionVariable)]
    yield from (sign * each for each in vectors for sign in (1, -1))
    yield from (sign * each / norm(each) for each in vectors for sign in (1, -1))
    yield from (ZERO, unit, -unit)
    for one, other in product(vectors, repeat=2):
        if one != other:
            yield from ((one + other) / 2, one + other, one - other)
            yield one - dot(one, other) / norm(other) ** 2 * other
    yield from (each * number for each in vectors for number in numbers)
    for function, point in product(functions, vectors):
        constants = [value for _, value in function.properties if isinstance(value, sympy.Expr)]
        for constant in constants:
            yield point - Gradient(function, point) / constant
    yield from (each * factor for each in vectors for factor in (2, sympy.Rational(1, 2)))


def _special_points(before: list[Symbol], given: Condition) -> Iterator[Expression]:
    """Where functions are smallest that are known to be so somewhere; nearest points of sets."""
    for each in before:
        bent = each.constants.get("strongly") if isinstance(each, FunctionVariable) else None
        if bent is not None and follows(sympy.Gt(bent, 0), given):
            yield minimizer(each)
        if isinstance(each, SetVariable):
            yield from (projection(each, point) for point in before if _is_fixed(point))


def _is_fixed(variable: Symbol) -> bool:
    return isinstance(variable, VectorVariable) and not isinstance(variable, Noise)


def _numbers_of(before: list[Symbol], stated: ForAll) -> Iterator[Expression]:
    for each in before:
        if not isinstance(each, General):
            yield from (each, 1 / each, 2 * each, each**2)
        elif isinstance(each, RandomVariable) and "of" not in each.known and has_mean(each, stated):
            yield Expectation(each)
    yield from CONSTANTS
    vectors = [each for each in before if _is_fixed(each)]
    yield from map(norm, vectors)
    yield from (dot(one, other) for one, other in product(vectors, repeat=2) if one != other)
