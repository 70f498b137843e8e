"""Random vectors as vectors of a larger space, in which the mean of an inner product is an inner
product: functions of a class stay of the class.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import (
    Built,
    BuiltVector,
    General,
    VectorVariable,
    is_vector,
)
from probatum.proposition.subjects.functions import Gradient, Value
from probatum.proposition.subjects.products import Dot, Norm, dot, norm
from probatum.proposition.subjects.random import Expectation, Noise, RandomVariable, Variance
from probatum.type_names import Condition, Expression, Symbol

LIFTED = Theorem(
    "functions of random vectors: their means are functions of the same class on the space of "
    "random vectors of finite mean square",
    "Bauschke, Combettes, Convex Analysis and Monotone Operator Theory, 2nd ed., chapters 9, 16",
    exact=False,
)


def at_random_points(statement: ForAll) -> bool:
    """Whether functions are taken at points that are random."""
    parts = (*conjuncts(statement.given), statement.then)
    return any(
        built.atoms(Noise)
        for part in parts
        for built in part.atoms(Built)
        if not isinstance(built, (Dot, Norm, Expectation))
    )


def check_no_numbers(statement: ForAll) -> None:
    """Raise DefinitionError where random numbers are left beside functions at random points."""
    for each in statement.variables:
        if isinstance(each, RandomVariable):
            raise DefinitionError(
                f"got {each} beside a function of a class at a random vector, of which more is "
                "known, wanted random numbers of which mean, variance or bernoulli= alone are known"
            )


def of_numbers(statement: ForAll) -> bool:
    """Whether functions of a class are taken at random numbers."""
    parts = (*conjuncts(statement.given), statement.then)
    return any(value.atoms(RandomVariable) for part in parts for value in part.atoms(Value))


def with_vectors(statement: ForAll) -> ForAll:
    """The statement with each random number as a vector, its mean, and noise around that."""
    put: dict[Expression, Expression] = {}
    variables: list[Symbol] = []
    for each in statement.variables:
        if not isinstance(each, RandomVariable):
            variables.append(each)
            continue
        if set(each.known) - {"call", "independent"} or not each.known["independent"]:
            raise DefinitionError(
                f"got a function of a class at {each}, of which more is known, wanted a random "
                "number of which nothing is known, or one that is independent"
            )
        mean, spread = VectorVariable(f"E {each.name}"), sympy.Symbol(f"Var {each.name}", real=True)
        around = Noise(f"({each.name} - E {each.name})", (("spread", spread),))
        put |= {each: mean + around, Expectation(each): mean}
        put[Variance(each)] = Expectation(Norm(around) ** 2)
        variables += [mean, around, spread]
    parts = [part.xreplace(put) for part in (*conjuncts(statement.given), statement.then)]
    *given, then = parts
    _check_are_vectors(parts)
    return for_all(tuple(variables), sympy.And(*given), then)


def _check_are_vectors(parts: list[Condition]) -> None:
    """Nothing but functions of a class may speak of what is a vector now."""
    for part in parts:
        hidden = part.replace(
            lambda found: isinstance(found, (Value, Gradient, Norm)), lambda found: sympy.Integer(0)
        )
        if hidden.atoms(VectorVariable):
            raise DefinitionError(
                "got a random number beside a function of a class at it, wanted it in values of "
                "the function, in its mean there, and in its variance"
            )


def lifted(statement: ForAll) -> ForAll:
    """The statement with each noise as a vector that is orthogonal to all that does not depend on
    it, and expectations as what stands in them.
    """
    noises = _noises(statement)
    parts = [_checked(part) for part in (*conjuncts(statement.given), statement.then)]
    plain = {noise: VectorVariable(noise.name) for noise in noises}
    others = {base for part in parts for base in part.atoms(VectorVariable, BuiltVector)}
    others |= {Gradient(*value.args) for part in parts for value in part.atoms(Value)}
    others |= set(_at_means(parts, noises))
    apart = [
        sympy.Eq(Dot(plain[noise], base.xreplace(plain)), 0, evaluate=False)
        for noise in noises
        for base in sorted(others - {noise}, key=str)
        if noise not in base.atoms(Noise)
    ]
    *given, then = (_inside(part).xreplace(plain) for part in parts)
    bounds = [
        sympy.Le(Norm(vector) ** 2, noise.constants["spread"]) for noise, vector in plain.items()
    ]
    return _stated(statement, plain, [*given, *apart, *bounds], then)


def _at_means(parts: list[Condition], noises: list[Expression]) -> Iterator[Expression]:
    """Gradients where random points are on average."""
    still = dict.fromkeys(noises, sympy.Integer(0))
    for part in parts:
        for built in part.atoms(Value, Gradient):
            mean = built.args[1].xreplace(still)
            if mean != built.args[1] and is_vector(mean):
                yield Gradient(built.args[0], mean)


@dataclass(frozen=True, slots=True)
class Coin:
    """Noise that is a few multiples of one vector, each with a probability; zero on average."""

    words: str
    faces: tuple[tuple[Expression, Expression], ...]

    def of(self, statement: ForAll) -> ForAll:
        """The statement for such noise."""
        noises = _noises(statement)
        plain = {noise: VectorVariable(noise.name) for noise in noises}
        ways = []
        for faces in product(self.faces, repeat=len(noises)):
            steps, chances = zip(*faces, strict=True)
            point = {one: step * plain[one] for one, step in zip(noises, steps, strict=True)}
            ways.append((point, sympy.Mul(*chances)))
        parts = [_alone(part) for part in (*conjuncts(statement.given), statement.then)]
        *given, then = (_averaged(part, ways) for part in parts)
        return _stated(statement, plain, [*given, *self._bounds(plain)], then)

    def _bounds(self, plain: dict[Expression, Expression]) -> list[Condition]:
        square = sympy.Add(*(chance * step**2 for step, chance in self.faces))
        return [
            sympy.Le(square * Norm(vector) ** 2, noise.constants["spread"])
            for noise, vector in plain.items()
        ]


ONE, HALF = sympy.Integer(1), sympy.Rational(1, 2)
FAIR = Coin(
    "for noise that is one vector or its opposite with equal probability",
    ((ONE, HALF), (-ONE, HALF)),
)
RARE = Coin(
    "for noise that is one vector or its opposite with probability 1/20 each, else zero",
    ((ONE, HALF / 10), (-ONE, HALF / 10), (sympy.Integer(0), 9 * ONE / 10)),
)
SKEWED = Coin(
    "for noise that is twice one vector with probability 1/5, else half of its opposite",
    ((2 * ONE, ONE / 5), (-HALF, 4 * ONE / 5)),
)


def _stated(
    statement: ForAll, plain: dict[Expression, Expression], given: list[Condition], then: Condition
) -> ForAll:
    variables = tuple(plain.get(variable, variable) for variable in statement.variables)
    return for_all(variables, sympy.And(*given), then)


def _noises(statement: ForAll) -> list[Expression]:
    return [variable for variable in statement.variables if isinstance(variable, Noise)]


def _inside(part: Expression) -> Expression:
    return part.replace(lambda found: isinstance(found, Expectation), lambda found: found.args[0])


def _averaged(
    part: Expression, ways: list[tuple[dict[Expression, Expression], Expression]]
) -> Expression:
    return part.replace(
        lambda found: isinstance(found, Expectation) and not _is_of_numbers(found),
        lambda found: sympy.Add(*(chance * _at_way(found.args[0], way) for way, chance in ways)),
    )


def _is_of_numbers(mean: Expression) -> bool:
    """Whether random numbers alone are averaged, of which the mean is left."""
    return bool(mean.atoms(RandomVariable)) and not mean.atoms(Noise)


def _at_way(part: Expression, way: dict[Expression, Expression]) -> Expression:
    """The part for such noise, of which random numbers may be left to average."""
    found = at_point(part, way)
    return Expectation(found) if found.atoms(RandomVariable) else found


def at_point(part: Expression, point: dict[Expression, Expression]) -> Expression:
    """The part with vectors at a point; lengths and inner products of what is zero are."""
    if part in point:
        return point[part]
    if not part.args or isinstance(part, General):
        return part
    args = [at_point(each, point) for each in part.args]
    if isinstance(part, (Dot, Norm)):
        return (dot if isinstance(part, Dot) else norm)(*map(sympy.expand, args))
    return part.func(*args)


def _checked(part: Expression) -> Expression:
    """The part, in which expectations are of sums of values, inner products and squared norms."""
    for found in part.atoms(Expectation):
        if type(found) is not Expectation:
            raise DefinitionError(_OF_VECTORS.format(found))
        for term in sympy.Add.make_args(sympy.expand(found.args[0])):
            _, random_ones = term.as_independent(*term.atoms(Noise), as_Add=False)
            squared = (
                isinstance(random_ones, sympy.Pow)
                and isinstance(random_ones.base, Norm)
                and random_ones.exp == 2
            )
            if random_ones != 1 and not squared and not isinstance(random_ones, (Dot, Value)):
                raise DefinitionError(f"E: got {term}, wanted sums of values, {_SQUARES}")
    return _alone(part)


def _alone(part: Expression) -> Expression:
    """The part, in which random vectors stand in expectations."""
    outside = part.replace(
        lambda found: isinstance(found, Expectation), lambda found: sympy.Integer(0)
    )
    if outside.atoms(Noise):
        raise DefinitionError(
            f"got the random vector {next(iter(outside.atoms(Noise)))} outside of E(...), "
            "wanted it in an expectation"
        )
    return part


_SQUARES = "inner products and squared norms of random vectors"
_OF_VECTORS = f"got {{}}, wanted E(...) of {_SQUARES}"
