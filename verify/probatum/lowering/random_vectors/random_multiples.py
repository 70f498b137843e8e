"""Vectors times random numbers beside functions of a class, as in f(x + X y): X y is its mean and
noise along y; a few values of X make points of which each is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import product

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.chance.random_variables import needs_of, supports
from probatum.lowering.random_vectors.lifting import FAIR, SKEWED, Coin, at_point
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import General, VectorVariable, is_vector
from probatum.proposition.subjects.functions import Gradient, Value
from probatum.proposition.subjects.products import Dot, Norm, components, norm
from probatum.proposition.subjects.random import (
    Conditional,
    Covariance,
    Expectation,
    Noise,
    Probability,
    RandomVariable,
    Total,
    Variance,
)
from probatum.type_names import Condition, Expression, Symbol, Vector

ALONG = Theorem(
    "a vector times a random number is the mean and noise along that vector",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)
EACH_VALUE = Theorem(
    "a mean over few values is their sum times probabilities",
    "Billingsley, Probability and Measure, 3rd ed., section 5",
    exact=True,
)
COINS = (FAIR, SKEWED)
KNOWN = {"call", "independent", "mean", "variance", "bernoulli"}
UNKNOWN = (Conditional, Probability, Total)
Way = tuple[dict[Expression, Expression], Expression]  # values, and their probability


def are_multiples(statement: ForAll) -> bool:
    """Whether it speaks of functions of a class, or operators, and of random numbers that vectors
    are multiplied by, or that stand beside vectors.
    """
    kinds = [each for each in statement.variables if isinstance(each, General)]
    numbers = [each for each in kinds if isinstance(each, RandomVariable)]
    vectors = [each for each in kinds if isinstance(each, VectorVariable)]
    if len(numbers) + len(vectors) == len(kinds):
        return False
    points = {
        (point, is_vector(point))
        for part in (*conjuncts(statement.given), statement.then)
        for built in part.atoms(Value, Gradient, Norm, Dot)
        for point in built.args
        if _random_in(point)
    }
    beside = bool(numbers and vectors) and all(set(each.known) <= KNOWN for each in numbers)
    return any(in_space for _, in_space in points) or (beside and not points)


def _random_in(part: Expression) -> set[Symbol]:
    """The random numbers that stand in it outside of means."""
    apart = part.replace(
        lambda found: isinstance(found, Expectation), lambda found: sympy.Integer(0)
    )
    found: set[Symbol] = apart.atoms(RandomVariable)
    return found


def random_numbers(statement: ForAll) -> list[Symbol]:
    """The random numbers of a statement; raises DefinitionError where more is known of one than is
    made use of.
    """
    found = [each for each in statement.variables if isinstance(each, RandomVariable)]
    for each in found:
        more = set(each.known) - KNOWN
        if more or not each.known["independent"]:
            raise DefinitionError(
                f"got a function of a class beside a vector times {each}, of which more is known, "
                "wanted a random number of which mean, variance or bernoulli= alone are known, or "
                "independent ones"
            )
    for part in (statement.given, statement.then):
        unknown = sorted(part.atoms(*UNKNOWN), key=str)
        if unknown:
            raise DefinitionError(
                f"got {unknown[0]} beside functions of a class at random points, wanted means, "
                "variances and covariances"
            )
    return found


def of_values(statement: ForAll) -> ForAll:
    """The statement with both values of those random numbers that are 0 or 1."""
    ways = [
        [
            ({each: sympy.Integer(1)}, each.known["bernoulli"]),
            ({each: sympy.Integer(0)}, 1 - each.known["bernoulli"]),
        ]
        for each in random_numbers(statement)
        if "bernoulli" in each.known
    ]
    return _at_each(statement, ways, []) if ways else statement


def at_outcomes(statement: ForAll) -> list[ForAll]:
    """The statement without means, at each outcome, which together prove it; none where it is not
    linear in means, or more is known of these, so that there may be no such numbers.
    """
    then, numbers = statement.then, random_numbers(statement)
    known = {name for each in numbers for name in each.known} & {"mean", "variance"}
    noisy = any(isinstance(each, Noise) for each in statement.variables)
    if known or noisy or statement.given.has(Expectation):
        return []
    if not isinstance(then, (sympy.LessThan, sympy.GreaterThan)):
        return []
    difference = then.gts - then.lts
    means = {each: sympy.Dummy(real=True) for each in difference.atoms(Expectation)}
    apart = sympy.expand(difference.xreplace(means))
    kinds = {type(each) for each in means}
    nested = any(each.args[0].has(Expectation) for each in means)
    if kinds != {Expectation} or nested or not apart.is_polynomial(*means.values()):
        return []
    if sympy.Poly(apart, *means.values()).total_degree() > 1 or _random_in(apart):
        return []
    values = {each: sympy.Symbol(each.name, real=True) for each in numbers}
    inside = {dummy: mean.args[0] for mean, dummy in means.items()}
    claim = sympy.GreaterThan(apart.xreplace(inside), 0, evaluate=False)
    rare = [each for each in numbers if "bernoulli" in each.known]
    found = []
    for ends in product((0, 1), repeat=len(rare)):
        at = values | dict(zip(rare, map(sympy.Integer, ends), strict=True))
        variables = (at.get(each, each) for each in statement.variables)
        kept = tuple(each for each in variables if not each.is_number)
        supposed = [at_point(part, at) for part in conjuncts(statement.given)]
        given = sympy.And(*supposed, *needs_of(statement))
        found.append(for_all(kept, given, at_point(claim, at)))
    return found


def of_coin(statement: ForAll, coin: Coin) -> ForAll:
    """The statement for random numbers that are one of a few values, about their mean."""
    ways, given, numbers = [], needs_of(statement), []
    for each in random_numbers(statement):
        mean = each.known.get("mean", sympy.Symbol(f"E {each.name}", real=True))
        step = sympy.Symbol(f"step of {each.name}", real=True)
        ways.append([({each: mean + share * step}, chance) for share, chance in coin.faces])
        numbers += [step] if "mean" in each.known else [mean, step]
        if "variance" in each.known:
            square = sympy.Add(*(chance * share**2 for share, chance in coin.faces))
            given.append(sympy.Eq(square * step**2, each.known["variance"], evaluate=False))
    stated = _at_each(statement, ways, given)
    return for_all((*stated.variables, *numbers), stated.given, stated.then)


def _at_each(statement: ForAll, ways: Sequence[list[Way]], given: Sequence[Condition]) -> ForAll:
    """The statement with means over these values, and what is supposed of each value that is
    taken.
    """
    joint = []
    for each in product(*ways):
        values = {one: value for point, _ in each for one, value in point.items()}
        joint.append((values, sympy.Mul(*(chance for _, chance in each))))
    of_each = supports(statement)
    taken = [
        (values, chance)
        for values, chance in joint
        if not any(at_point(part, values) == sympy.false for part in of_each)
    ]
    averages = _Averages(taken or joint)
    parts = [part for part in conjuncts(statement.given) if part not in of_each]
    supposed = [averages.of(part) for part in parts]
    supposed += [
        sympy.Or(sympy.Eq(chance, 0), at_point(part, values))
        for part in of_each
        for values, chance in joint
    ]
    known = needs_of(statement)
    variables = tuple(each for each in statement.variables if each not in joint[0][0])
    return for_all(variables, sympy.And(*supposed, *known, *given), averages.of(statement.then))


@dataclass(frozen=True, slots=True)
class _Averages:
    """Means over a few ways that random numbers may come out."""

    ways: list[Way]

    def of(self, part: Expression) -> Expression:
        """A number or condition with sums in place of means."""
        if isinstance(part, Expectation):
            return _without_variance(part, self._mean)
        if part in self.ways[0][0]:
            raise _outside(part)
        if not part.args or isinstance(part, General):
            return part
        options = {"evaluate": False} if isinstance(part, Relational) else {}
        return part.func(*map(self.of, part.args), **options)

    def _mean(self, inside: Expression) -> Expression:
        inside = inside.replace(lambda found: isinstance(found, Expectation), self.of)
        values = [(at_point(inside, point), chance) for point, chance in self.ways]
        return sympy.Add(
            *(
                chance * (Expectation(value) if value.atoms(RandomVariable, Noise) else value)
                for value, chance in values
            )
        )


def _without_variance(part: Expression, mean: Expression) -> Expression:
    """A mean, variance or covariance by means."""
    if isinstance(part, Variance):
        (inside,) = part.args
        return mean(sympy.expand(inside**2)) - mean(inside) ** 2
    if isinstance(part, Covariance):
        left, right = part.args
        return mean(sympy.expand(left * right)) - mean(left) * mean(right)
    return mean(part.args[0])


def _outside(each: Symbol) -> DefinitionError:
    return DefinitionError(f"got {each} outside of E(...), wanted it in an expectation")


def with_noise(statement: ForAll) -> ForAll:
    """The statement with the mean of each random number and noise along the vector that it
    multiplies; what is supposed of its values is not.
    """
    numbers = random_numbers(statement)
    along = _Along({each: _Number.of(each) for each in numbers})
    of_each = supports(statement)
    parts = [part for part in conjuncts(statement.given) if part not in of_each]
    given = [along.of(part) for part in parts]
    then = along.of(statement.then)
    more: list[Condition] = [*needs_of(statement)]
    variables = [each for each in statement.variables if each not in numbers]
    for each in numbers:
        number = along.numbers[each]
        variables += number.unknown
        more.append(sympy.Ge(number.variance, 0))
        if each in along.directions:
            around = along.around(each)
            variables.append(around)
            spread = around.constants["spread"]
            more.append(sympy.Eq(Expectation(norm(around) ** 2), spread, evaluate=False))
    return for_all(tuple(variables), sympy.And(*given, *more), then)


@dataclass(frozen=True, slots=True)
class _Number:
    """What stands for the mean and the variance of a random number, and which of them is a
    variable of the statement.
    """

    mean: Expression
    variance: Expression
    unknown: tuple[Symbol, ...]

    @classmethod
    def of(cls, each: Symbol) -> _Number:
        known = each.known
        mean = known.get("mean", sympy.Symbol(f"E {each.name}", real=True))
        variance = known.get("variance", sympy.Symbol(f"Var {each.name}", real=True))
        kept = [(mean, "mean"), (variance, "variance")]
        return cls(mean, variance, tuple(symbol for symbol, name in kept if name not in known))

    def moment(self, power: int) -> Expression:
        """The mean of the number, or of its square."""
        return self.mean if power == 1 else self.variance + self.mean**2


@dataclass(frozen=True, slots=True)
class _Along:
    """Random numbers as means, and noise along one vector for each that multiplies one."""

    numbers: dict[Symbol, _Number]
    directions: dict[Symbol, Vector] = field(default_factory=dict)

    def around(self, each: Symbol) -> Symbol:
        """The noise: the vector times how far the number is from its mean."""
        along = self.directions[each]
        spread = self.numbers[each].variance * norm(along) ** 2
        return Noise(f"({each.name} - E {each.name})·({along})", (("spread", spread),))

    def of(self, part: Expression) -> Expression:
        """A number or condition without random numbers."""
        if isinstance(part, Expectation):
            return _without_variance(part, self._mean)
        if isinstance(part, RandomVariable):
            raise _outside(part)
        if not part.args or isinstance(part, General):
            return part
        options = {"evaluate": False} if isinstance(part, Relational) else {}
        return part.func(*map(self.of, part.args), **options)

    def _mean(self, inside: Expression) -> Expression:
        terms = sympy.Add.make_args(sympy.expand(inside))
        return sympy.Add(*map(self._mean_of_term, terms))

    def _mean_of_term(self, term: Expression) -> Expression:
        powers = term.as_powers_dict()
        alone = {each: powers.pop(each) for each in self.numbers if each in powers}
        rest = sympy.Mul(*(base**power for base, power in powers.items()))
        if not _random_in(rest) and not rest.atoms(Noise):
            known = (self._moment(each, power) for each, power in alone.items())
            return sympy.Mul(self.of(rest), *known)
        products = [each for each in powers if isinstance(each, Dot) and powers[each] == 1]
        if alone and products:
            left, right = products[0].args
            left, right = (right, left) if _random_in(right) else (left, right)
            if not _random_in(right):
                factor = sympy.Mul(*(each**power for each, power in alone.items()))
                moved = Dot(left, sympy.expand(factor * right))
                return self._mean_of_term(rest.xreplace({products[0]: moved}))
        if alone:
            raise DefinitionError(
                f"E: got {term}, wanted random numbers as factors of vectors, or of what is not "
                "random"
            )
        return Expectation(self._inside(rest))

    def _moment(self, each: Symbol, power: Expression) -> Expression:
        if power not in (1, 2):
            raise DefinitionError(f"E: got {each**power}, wanted {each} or its square")
        return self.numbers[each].moment(int(power))

    def _inside(self, part: Expression) -> Expression:
        """What is averaged, with noise."""
        if is_vector(part):
            return self._vector(part)
        if isinstance(part, Expectation):
            return self.of(part)
        if isinstance(part, RandomVariable):
            raise DefinitionError(f"E: got a function of {part}, wanted a vector times {part}")
        if not part.args or isinstance(part, General):
            return part
        return part.func(*map(self._inside, part.args))

    def _vector(self, vector: Vector) -> Vector:
        found: dict[Vector, Expression] = {}
        times: dict[Symbol, dict[Vector, Expression]] = {}
        for base, share in components(vector).items():
            made = base if isinstance(base, General) else base.func(*map(self._inside, base.args))
            rest = sympy.expand(share)
            for each in sorted(_random_in(rest), key=str):
                slope = rest.coeff(each, 1)
                rest = sympy.expand(rest - slope * each)
                if _random_in(slope) or each in _random_in(rest):
                    raise DefinitionError(
                        f"got {base} times {share}, wanted it times random numbers that are added"
                    )
                times.setdefault(each, {})[made] = self.of(slope)
            found[made] = self.of(rest)
        parts = [_combined(found), *(self._multiple(each, own) for each, own in times.items())]
        return sympy.Add(*parts)

    def _multiple(self, each: Symbol, shares: dict[Vector, Expression]) -> Vector:
        """A vector times a random number."""
        along = self.directions.setdefault(each, _combined(shares))
        own = components(along)
        base = next(iter(own))
        ratio = sympy.cancel(shares.get(base, sympy.Integer(0)) / own[base])
        if any(
            sympy.cancel(shares.get(one, 0) - ratio * own.get(one, 0)) != 0
            for one in (*shares, *own)
        ):
            raise DefinitionError(
                f"got {each} times {along} and times {_combined(shares)}, wanted it times "
                "multiples of one vector"
            )
        return ratio * (self.numbers[each].mean * along + self.around(each))


def _combined(shares: dict[Vector, Expression]) -> Vector:
    return sympy.expand(sympy.Add(*(share * base for base, share in shares.items())))


def values_of(statement: ForAll) -> Iterator[tuple[ForAll, str]]:
    """Special cases of the statement, in which each random number has two values; and in words."""
    for coin, words in zip(COINS, WORDS, strict=True):
        yield of_coin(statement, coin), words


WORDS = (
    "for numbers that are as far above their mean as below it, with equal probability",
    "for numbers that are far above their mean with probability 1/5, else a quarter as far below",
)
