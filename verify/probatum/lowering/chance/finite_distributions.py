"""Random variables that take a few values: special cases of a statement about expectations,
in which each of these is a sum.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import sympy

from probatum.lowering.chance.conditional_means import at_case
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, Group, group_of, in_outcomes, outcome
from probatum.lowering.chance.random_variables import (
    conditional_means,
    needs_of,
    of_moments,
    supports,
)
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import with_parts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import Conditional, RandomVariable, Total
from probatum.type_names import Condition, Expression, Point, Symbol


@dataclass(slots=True)
class Distribution:
    """The values that the variables of one group take together, with their probabilities.

    balanced: each variable is as likely to lie as far above zero as below, where that is known.
    """

    variables: tuple[Symbol, ...]
    cases: list[tuple[Point, Expression]] = field(default_factory=list)
    conditions: list[Condition] = field(default_factory=list)
    free: list[Symbol] = field(default_factory=list)
    balanced: bool = False

    def mean(self, function: Expression) -> Expression:
        """Of a function of outcomes."""
        return sympy.Add(*(chance * function.xreplace(point) for point, chance in self.cases))

    def mean_given(self, function: Expression, given: Symbol, value: Expression) -> Expression:
        """Of a function of outcomes, among the cases in which a variable has that value."""
        number = outcome(given)
        cases = [(point, chance) for point, chance in self.cases if point[number] == value]
        whole = sympy.Add(*(chance for _, chance in cases))
        return sympy.Add(*(chance * function.xreplace(point) for point, chance in cases)) / whole


@dataclass(frozen=True, slots=True)
class Special:
    """A special case: the statement about numbers, and the distributions that it is about."""

    statement: ForAll
    distributions: tuple[Distribution, ...]

    def described(self, point: Point) -> Iterator[tuple[str, Expression]]:
        """Which values are taken with which probability."""
        for each in self.distributions:
            merged: dict[str, Expression] = {}
            for values, chance in each.cases:
                words = ", ".join(
                    f"{v.name} = {sympy.sympify(values[outcome(v)]).xreplace(point)}"
                    for v in each.variables
                )
                probability = sympy.sympify(chance).xreplace(point)
                merged[words] = merged.get(words, sympy.Integer(0)) + probability
            yield from ((f"P({words})", chance) for words, chance in merged.items() if chance != 0)


def special_cases(statement: ForAll) -> Iterator[Special]:
    """One value, two values of equal probability, two of any, of two variables what leaves them
    uncorrelated, three; none where copies depend on one another.
    """
    variables = [each for each in statement.variables if isinstance(each, RandomVariable)]
    if any({"drawn_from", "correlation"} & set(each.known) for each in variables):
        return
    groups: dict[Group, list[Symbol]] = {}
    for each in variables:
        groups.setdefault(group_of(each), []).append(each)
    given = {
        part.args[1]
        for condition in (statement.given, statement.then)
        for part in condition.atoms(Conditional)
    }
    of_copies_each = any(part.atoms(Total) for part in (statement.given, statement.then))
    told = (_balanced, _skewed) if of_copies_each else ()
    in_pairs = any(len(group) > 1 for group in groups.values())
    beside = (_uncorrelated, _uncorrelated_in_turn) if in_pairs and not given else ()
    for make in (constant, *told, even, of_two, *beside, _three):
        made = [make(tuple(group)) for group in groups.values()]
        for one in made:
            _split(one, given)
        found = tuple(map(fitting, made))
        try:
            stated = stated_of(statement, found)
        except TypeError:  # SymPy compares nothing with a quotient that has no value there
            continue
        yield Special(stated, found)


def uniform(statement: ForAll, variables: tuple[Symbol, ...], count: int) -> Special:
    """Each variable takes so many values, each with the same probability."""
    made = _made(variables, [sympy.Rational(1, count)] * count)
    return Special(stated_of(statement, (made,)), (made,))


def of_copies(statement: ForAll, one: Symbol) -> Iterator[Special]:
    """The statement about a few variables of one call that are independent, and have the
    distribution of one.
    """
    several = [each for each in statement.variables if isinstance(each, RandomVariable)]
    for make in (constant, even, of_two):
        single = fitting(make((one,)))
        joint = Distribution(tuple(several), [], single.conditions, single.free)
        for cases in product(single.cases, repeat=len(several)):
            values = [point[outcome(one)] for point, _ in cases]
            point = dict(zip(map(outcome, several), values, strict=True))
            joint.cases.append((point, sympy.Mul(*(chance for _, chance in cases))))
        stated = stated_of(statement, (joint,))
        given = sympy.And(stated.given, *needs_of(with_variables(statement, one)))
        yield Special(with_parts(stated, given=given), (single,))


def with_variables(statement: ForAll, one: Symbol) -> ForAll:
    """The statement with one more variable, of which constants are known."""
    return for_all((*statement.variables, one), statement.given, statement.then)


def _value(variable: Symbol, case: int) -> Symbol:
    return sympy.Symbol(f"{variable.name} {case}", real=True)


def _made(variables: tuple[Symbol, ...], chances: list[Expression]) -> Distribution:
    """As many cases as chances, each with a value for each variable, which are all to be found."""
    made = Distribution(variables)
    for case, chance in enumerate(chances, start=1):
        point = {outcome(each): _value(each, case) for each in variables}
        made.cases.append((point, chance))
        made.free += point.values()
    return made


def constant(variables: tuple[Symbol, ...]) -> Distribution:
    return _made(variables, [sympy.Integer(1)])


def even(variables: tuple[Symbol, ...]) -> Distribution:
    half = sympy.Rational(1, 2)
    return _made(variables, [half, half])


def _balanced(variables: tuple[Symbol, ...]) -> Distribution:
    """One deviation from the mean, to both sides."""
    half = sympy.Rational(1, 2)
    return _around_mean(variables, [(1, half), (-1, half)])


def _skewed(variables: tuple[Symbol, ...]) -> Distribution:
    """Two deviations from the mean to one side, seldom, and half of one to the other."""
    half, fifth = sympy.Rational(1, 2), sympy.Rational(1, 5)
    return _around_mean(variables, [(2, fifth), (-half, 4 * fifth)])


def _around_mean(
    variables: tuple[Symbol, ...], steps: list[tuple[Expression, Expression]]
) -> Distribution:
    """So many deviations from the mean, with these probabilities: both as they are known, or to be
    found.
    """
    made = Distribution(variables)
    points: list[Point] = [{} for _ in steps]
    for each in variables:
        mean, deviation = (_value(each, case) for case in (1, 2))
        known = each.known
        spread = _root(known["variance"]) if "variance" in known else deviation
        centre = known.get("mean", mean)
        free = {mean, deviation} & (centre + spread).free_symbols
        made.free += sorted(free, key=str)
        for point, (step, _) in zip(points, steps, strict=True):
            point[outcome(each)] = centre + step * spread
    chances = [sympy.sympify(chance) for _, chance in steps]
    made.cases = list(zip(points, chances, strict=True))
    return made


def _uncorrelated(variables: tuple[Symbol, ...]) -> Distribution:
    """Of two, the second is above its mean where the first is to a side of its own, and as far
    below where that is in the middle: each is symmetric by itself. Of zeros and ones all cases.
    """
    if all("bernoulli" in each.known for each in variables):
        return _of_corners(variables)
    if len(variables) != 2:
        return of_two(variables)
    half, quarter = sympy.Rational(1, 2), sympy.Rational(1, 4)
    made = Distribution(variables, balanced=True)
    points: list[Point] = [{}, {}, {}]
    for each, steps in zip(variables, ((-1, 0, 1), (1, -1, 1)), strict=True):
        mean, deviation = (_value(each, case) for case in (1, 2))
        centre = 0 if each.known.get("symmetric") else mean
        made.free += sorted({mean, deviation} & {centre, deviation}, key=str)
        for point, step in zip(points, steps, strict=True):
            point[outcome(each)] = centre + step * deviation
    made.cases = list(zip(points, (quarter, half, quarter), strict=True))
    return made


def _uncorrelated_in_turn(variables: tuple[Symbol, ...]) -> Distribution:
    return _uncorrelated(variables[::-1])


def _of_corners(variables: tuple[Symbol, ...]) -> Distribution:
    """All cases of what is zero or one, with any probabilities."""
    corners = list(product((0, 1), repeat=len(variables)))
    made = _weighted(variables, len(corners))
    cases = zip(corners, made.cases, strict=True)
    made.cases = [
        (dict(zip(map(outcome, variables), map(sympy.Integer, corner), strict=True)), chance)
        for corner, (_, chance) in cases
    ]
    made.free = [each for each in made.free if each.name.startswith("chance of ")]
    return made


def _root(variance: Expression) -> Expression:
    """A number with this square; of which sign does not matter where it is a variable's."""
    square = variance.is_Pow and variance.exp == 2
    return variance.base if square else sympy.sqrt(variance)


def of_two(variables: tuple[Symbol, ...]) -> Distribution:
    return _weighted(variables, 2)


def _three(variables: tuple[Symbol, ...]) -> Distribution:
    return _weighted(variables, 3)


def _weighted(variables: tuple[Symbol, ...], count: int) -> Distribution:
    name = "·".join(each.name for each in variables)
    weights = [sympy.Symbol(f"chance of {name} {case}", real=True) for case in range(1, count)]
    made = _made(variables, [*weights, 1 - sympy.Add(*weights)])
    made.free += weights
    made.conditions += [sympy.Ge(chance, 0) for _, chance in made.cases]
    return made


def _split(made: Distribution, given: set[Symbol]) -> None:
    """Each case into two in which what others are given is the same."""
    if not given & set(made.variables):
        return
    cases = []
    for point, chance in made.cases:
        fixed = {outcome(v): point[outcome(v)] for v in made.variables if v in given}
        other = {
            outcome(v): sympy.Symbol(f"{point[outcome(v)].name} again", real=True)
            for v in made.variables
            if v not in given
        }
        made.free += other.values()
        cases += [(point, chance / 2), (fixed | other, chance / 2)]
    made.cases = cases


def fitting(made: Distribution) -> Distribution:
    """With what is known of the variables: values 0 and 1, symmetry, of those together that may
    depend on each other, mean and variance.
    """
    for variable in made.variables:
        known, number = variable.known, outcome(variable)
        if "bernoulli" in known:
            values = [point[number] for point, _ in made.cases]
            made.conditions += [sympy.Or(sympy.Eq(v, 0), sympy.Eq(v, 1)) for v in values]
    together: dict[Group, list[Symbol]] = {}
    for variable in made.variables:
        if variable.known.get("symmetric") and not made.balanced:
            together.setdefault(group_of(variable), []).append(outcome(variable))
    for numbers in together.values():
        made.cases = [
            (way, chance / 2)
            for point, chance in made.cases
            for way in (point, point | {number: -point[number] for number in numbers})
        ]
    for variable in made.variables:
        known, number = variable.known, outcome(variable)
        mean = known.get("bernoulli", known.get("mean"))
        if mean is not None:
            made.conditions += _unless_same(made.mean(number), mean)
        if "variance" in known:
            spread = made.mean(number**2) - made.mean(number) ** 2
            made.conditions += _unless_same(spread, known["variance"])
    return made


def _unless_same(found: Expression, known: Expression) -> list[Condition]:
    same = sympy.expand(found - known) == 0
    return [] if same else [sympy.Eq(found, known, evaluate=False)]


def stated_of(statement: ForAll, distributions: tuple[Distribution, ...]) -> ForAll:
    supposed = supports(statement)
    moments = Moments(supposed, with_known=False)
    given = [moments.lowered(part) for part in of_moments(statement)]
    then, beside = moments.lowered(statement.then), moments.beside_means(supposed)
    conditional = moments.beside_means(conditional_means(statement))
    put = {symbol: _mean(key, distributions) for key, symbol in moments.needed.items()}
    numbers = [each for each in statement.variables if not isinstance(each, General)]
    everywhere = [
        _resolved(in_outcomes(part).xreplace(point), put)
        for part in beside
        for point in _points(part, distributions)
    ]
    conditions = [each for made in distributions for each in made.conditions]
    for part in conditional:
        conditions += (_resolved(each, put) for each in _at_cases(part, distributions))
    return for_all((*numbers, *(each for made in distributions for each in made.free)), sympy.And(
            *(_resolved(part, put) for part in given),
            *needs_of(statement), *everywhere, *conditions,
            *_apart(_given(statement, moments), distributions),
        ), _resolved(then, put))  # fmt: skip


def _resolved(part: Condition, put: Point) -> Condition:
    """With sums in place of means, and of the means in what is summed."""
    while part.free_symbols & set(put):
        part = part.xreplace(put)
    return part


def _points(part: Condition, distributions: tuple[Distribution, ...]) -> Iterator[Point]:
    """All outcomes of the variables in a condition."""
    within = [made for made in distributions if set(made.variables) & part.atoms(RandomVariable)]
    for cases in product(*(made.cases for made in within)):
        yield {number: value for point, _ in cases for number, value in point.items()}


def _mean(
    key: tuple[tuple[Symbol, int], ...], distributions: tuple[Distribution, ...]
) -> Expression:
    """A moment as a sum over the values."""
    first = key[0][0]
    variable = first.variables[0] if isinstance(first, Feature) else first
    (made,) = (each for each in distributions if variable in each.variables)
    terms = []
    for point, chance in made.cases:
        factors = []
        for generator, power in key:
            if not isinstance(generator, Feature):
                value = point[outcome(generator)]
            elif generator.given is None:
                value = generator.of.xreplace(point)
            else:
                here = point[outcome(generator.given)]
                value = made.mean_given(generator.of, generator.given, here)
            factors.append(value**power)
        terms.append(chance * sympy.Mul(*factors))
    return sympy.Add(*terms)


def _at_cases(part: Condition, distributions: tuple[Distribution, ...]) -> Iterator[Condition]:
    """A hypothesis on conditional means in each case."""
    variables = part.atoms(RandomVariable)
    for made in distributions:
        if variables <= set(made.variables):
            for point, _ in made.cases:
                values = {each: point[outcome(each)] for each in variables}
                yield at_case(part, values, made.mean_given)


def _given(statement: ForAll, moments: Moments) -> set[Symbol]:
    """The variables that something is given for."""
    features = {g for key in moments.needed for g, _ in key if isinstance(g, Feature)}
    supposed = (mean for part in conditional_means(statement) for mean in part.atoms(Conditional))
    return {*(each.given for each in features if each.given), *(m.args[1] for m in supposed)}


def _apart(given: set[Symbol], distributions: tuple[Distribution, ...]) -> Iterator[Condition]:
    """Values of what is given that are different, so that each case is what is given."""
    for made in distributions:
        for variable in set(made.variables) & given:
            values = [point[outcome(variable)] for point, _ in made.cases]
            yield from (
                sympy.Ne(one, other)
                for place, one in enumerate(values)
                for other in values[:place]
                if one != other
            )
            yield from (sympy.Gt(chance, 0) for _, chance in made.cases)
