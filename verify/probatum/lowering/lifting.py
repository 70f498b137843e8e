"""Random vectors as vectors of a larger space, in which the mean of an inner product is an inner
product: functions of a class stay of the class.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.theorem import Theorem
from probatum.proposition.domains import Built, BuiltVector, General, VectorVariable, is_vector
from probatum.proposition.functions import Gradient, Value
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.products import Dot, Norm, components
from probatum.proposition.random import Expectation, Noise, RandomVariable, Variance
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
    return _stated(statement, plain, [*given, *apart], then)


def _at_means(parts: list[Condition], noises: list[Expression]) -> Iterator[Expression]:
    """Gradients where random points are on average."""
    still = dict.fromkeys(noises, sympy.Integer(0))
    for part in parts:
        for built in part.atoms(Value, Gradient):
            mean = built.args[1].xreplace(still)
            if mean != built.args[1] and is_vector(mean):
                yield Gradient(built.args[0], mean)


def by_coins(statement: ForAll) -> ForAll:
    """The statement for noise that is one vector or its opposite, each with probability 1/2."""
    noises = _noises(statement)
    plain = {noise: VectorVariable(noise.name) for noise in noises}
    signs = list(product((1, -1), repeat=len(noises)))
    ways = [
        {noise: sign * plain[noise] for noise, sign in zip(noises, each, strict=True)}
        for each in signs
    ]
    parts = [_checked(part) for part in (*conjuncts(statement.given), statement.then)]
    *given, then = (_averaged(part, ways) for part in parts)
    return _stated(statement, plain, given, then)


def _stated(
    statement: ForAll, plain: dict[Expression, Expression], given: list[Condition], then: Condition
) -> ForAll:
    bounds = [
        sympy.Le(Norm(vector) ** 2, noise.constants["spread"]) for noise, vector in plain.items()
    ]
    variables = tuple(plain.get(variable, variable) for variable in statement.variables)
    return for_all(variables, sympy.And(*given, *bounds), then)


def _noises(statement: ForAll) -> list[Expression]:
    return [variable for variable in statement.variables if isinstance(variable, Noise)]


def _inside(part: Expression) -> Expression:
    return part.replace(lambda found: isinstance(found, Expectation), lambda found: found.args[0])


def _averaged(part: Expression, ways: list[dict[Expression, Expression]]) -> Expression:
    return part.replace(
        lambda found: isinstance(found, Expectation),
        lambda found: sympy.Add(*(found.args[0].xreplace(way) for way in ways)) / len(ways),
    )


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


def without_noise(statement: ForAll) -> ForAll:
    """The statement with mean squares of random vectors as numbers."""
    noises = [variable for variable in statement.variables if isinstance(variable, Noise)]
    spreads = {each: sympy.Symbol(f"E‖{each.name}‖²", real=True) for each in noises}

    def lowered(expression: Expression) -> Expression:
        if isinstance(expression, Expectation):
            if type(expression) is not Expectation:
                raise DefinitionError(
                    f"got {expression}, wanted E(...) of inner products and squared norms of "
                    "random vectors"
                )
            return _mean(expression.args[0], spreads)
        if isinstance(expression, Noise):
            raise DefinitionError(
                f"got the random vector {expression} outside of E(...), wanted it in an expectation"
            )
        if not expression.args or isinstance(expression, General):
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return expression.func(*map(lowered, expression.args), **options)

    bounds = [
        relation
        for each, s in spreads.items()
        for relation in (sympy.Ge(s, 0), sympy.Le(s, each.constants["spread"]))
    ]
    variables = (
        *(variable for variable in statement.variables if not isinstance(variable, Noise)),
        *spreads.values(),
    )
    given = sympy.And(*map(lowered, conjuncts(statement.given)), *bounds)
    return for_all(variables, given, lowered(statement.then))


def _mean(expression: Expression, spreads: dict[Expression, Expression]) -> Expression:
    """The expectation of a sum of inner products and squared norms."""
    if not expression.atoms(Noise):
        return expression
    if isinstance(expression, sympy.Add):
        return sympy.Add(*(_mean(term, spreads) for term in expression.args))
    if isinstance(expression, sympy.Mul):
        rest = [factor for factor in expression.args if not factor.atoms(Noise)]
        random_ones = [factor for factor in expression.args if factor.atoms(Noise)]
        if len(random_ones) == 1:
            return sympy.Mul(*rest, _mean(random_ones[0], spreads))
    if isinstance(expression, Dot):
        return _mean_product(expression.args[0], expression.args[1], spreads)
    if (
        isinstance(expression, sympy.Pow)
        and isinstance(expression.base, Norm)
        and expression.exp == 2
    ):
        return _mean_product(expression.base.args[0], expression.base.args[0], spreads)
    raise DefinitionError(
        f"E: got {expression}, wanted sums of inner products and squared norms of random vectors"
    )


def _mean_product(
    left: Expression, right: Expression, spreads: dict[Expression, Expression]
) -> Expression:
    parts = [components(vector) for vector in (left, right)]
    for part in parts:
        for base in part:
            if not isinstance(base, Noise) and base.atoms(Noise):
                raise DefinitionError(
                    f"E: got {base}, wanted random vectors in sums only: "
                    "nothing is known of what is built from them"
                )
    fixed = [
        sympy.Add(*(share * base for base, share in part.items() if base not in spreads))
        for part in parts
    ]
    product = Dot(*fixed) if 0 not in fixed else sympy.Integer(0)
    return product + sympy.Add(
        *(
            parts[0].get(each, 0) * parts[1].get(each, 0) * spread
            for each, spread in spreads.items()
        )
    )
