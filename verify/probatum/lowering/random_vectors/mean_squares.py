"""Means of what is made of random vectors: squares of lengths and inner products are numbers, mean
lengths lie between the length of the mean and the root of the mean square.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import permutations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.under_bounds import sign_under
from probatum.errors import DefinitionError
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.products import Dot, Norm, components, dot, norm
from probatum.proposition.subjects.random import Expectation, Noise, RandomVariable
from probatum.type_names import Condition, Expression, Symbol, Vector

LENGTHS = Theorem(
    "a mean length is at least the length of the mean, and its square at most the mean square",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=False,
)
Combination = dict[Expression, Expression]


@dataclass(slots=True)
class MeanSquares:
    """The means of squared lengths of random vectors, and of what is only bounded by these."""

    spreads: dict[Expression, Symbol]
    lengths: dict[Vector, Symbol] = field(default_factory=dict)
    shares: dict[tuple[Vector, Expression], Symbol] = field(default_factory=dict)

    @property
    def are_exact(self) -> bool:
        """Whether all numbers within the conditions are those of some random vectors."""
        return not (self.lengths or self.shares)

    def lowered(self, expression: Expression) -> Expression:
        """A number or condition with these in place of expectations."""
        if isinstance(expression, Expectation):
            if expression.atoms(RandomVariable) and not expression.atoms(Noise):
                return expression
            if type(expression) is not Expectation:
                raise DefinitionError(f"got {expression}, wanted E(...) of {_KINDS}")
            return self.mean(expression.args[0])
        if isinstance(expression, Noise):
            raise DefinitionError(
                f"got the random vector {expression} outside of E(...), wanted it in an expectation"
            )
        if not expression.args or isinstance(expression, General):
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return expression.func(*map(self.lowered, expression.args), **options)

    def mean(self, expression: Expression) -> Expression:
        """The expectation of a sum of lengths, inner products and squares of these."""
        if not expression.atoms(Noise):
            return _of_number(expression)
        if isinstance(expression, sympy.Add):
            return sympy.Add(*map(self.mean, expression.args))
        if isinstance(expression, sympy.Mul):
            rest = sympy.Mul(*(each for each in expression.args if not each.atoms(Noise)))
            noisy = [factor for factor in expression.args if factor.atoms(Noise)]
            apart = not (rest.atoms(RandomVariable) and noisy[0].atoms(RandomVariable))
            if len(noisy) == 1 and apart:  # noise is independent of all else
                return _of_number(rest) * self.mean(noisy[0])
        if isinstance(expression, Dot):
            return self._product(*map(self._parts, expression.args))
        if isinstance(expression, Norm):
            return self._length(self._parts(expression.args[0]))
        if isinstance(expression, sympy.Pow) and expression.exp == 2:
            if isinstance(expression.base, Norm):
                parts = self._parts(expression.base.args[0])
                return self._product(parts, parts)
            if isinstance(expression.base, Dot):
                return self._squared(*map(self._parts, expression.base.args))
        raise DefinitionError(f"E: got {expression}, wanted {_KINDS}")

    def _parts(self, vector: Vector) -> Combination:
        found = components(vector)
        for base in found:
            if not isinstance(base, Noise) and base.atoms(Noise):
                raise DefinitionError(
                    f"E: got {base}, wanted random vectors in sums only: "
                    "nothing is known of what is built from them"
                )
        return found

    def _fixed(self, parts: Combination) -> Vector:
        return sympy.Add(
            *(share * base for base, share in parts.items() if base not in self.spreads)
        )

    def _product(self, left: Combination, right: Combination) -> Expression:
        both = (
            _of_number(left.get(each, 0) * right.get(each, 0)) * spread
            for each, spread in self.spreads.items()
        )
        return _of_number(dot(self._fixed(left), self._fixed(right))) + sympy.Add(*both)

    def _length(self, parts: Combination) -> Expression:
        _check_fixed(parts)
        if len(parts) == 1:
            ((base, share),) = parts.items()
            return sympy.Abs(share) * self._named(base)
        return self._named(sympy.Add(*(share * base for base, share in parts.items())))

    def _named(self, vector: Vector) -> Symbol:
        return self.lengths.setdefault(vector, sympy.Symbol(f"E‖{vector}‖", real=True))

    def _squared(self, left: Combination, right: Combination) -> Expression:
        """Of an inner product in which one side alone is random."""
        sides = [left, right] if any(each in self.spreads for each in right) else [right, left]
        fixed, noisy = sides
        _check_fixed(fixed | noisy)
        if any(each in self.spreads for each in fixed):
            raise DefinitionError(
                "E: got the square of an inner product of two random vectors, wanted one of a "
                "random vector and another"
            )
        vector = self._fixed(fixed)
        found = dot(vector, self._fixed(noisy)) ** 2
        for each in self.spreads:
            if each in noisy:
                name = sympy.Symbol(f"E⟨{vector}, {each}⟩²", real=True)
                found += noisy[each] ** 2 * self.shares.setdefault((vector, each), name)
        return found

    def conditions(self) -> Iterator[Condition]:
        """What is true of the numbers."""
        for each, spread in self.spreads.items():
            yield sympy.Ge(spread, 0)
            yield sympy.Le(spread, each.constants["spread"])
        for vector, length in self.lengths.items():
            parts = components(vector)
            yield sympy.Ge(length, norm(self._fixed(parts)), evaluate=False)
            yield sympy.Le(length**2, self._product(parts, parts), evaluate=False)
        for (one, first), (other, second) in permutations(self.lengths.items(), 2):
            between = sympy.expand(one - other)
            if not between.atoms(Noise):
                yield sympy.Le(first, second + norm(between), evaluate=False)
        for (vector, each), share in self.shares.items():
            yield sympy.Ge(share, 0)
            most = norm(vector) ** 2 * self.spreads[each]
            yield sympy.Le(share, most, evaluate=False)


def _of_number(expression: Expression) -> Expression:
    """The mean of what holds no random vector."""
    expression = sympy.sympify(expression)
    return Expectation(expression) if expression.atoms(RandomVariable) else expression


def _check_fixed(parts: Combination) -> None:
    """Random numbers multiply no vector of which a mean is bounded only."""
    for base, share in parts.items():
        if share.atoms(RandomVariable):
            raise DefinitionError(
                f"E: got {base} times {share} beside a random vector, wanted it in squared norms "
                "and inner products"
            )


_KINDS = "sums of norms and inner products of random vectors, and of squares of these"


@dataclass(frozen=True, slots=True)
class WithoutNoise:
    """A statement without random vectors, and whether what breaks it breaks the one that it came
    from.
    """

    statement: ForAll
    is_exact: bool


def without_noise(statement: ForAll) -> WithoutNoise:
    """The statement with mean squares of random vectors as numbers."""
    noises = [variable for variable in statement.variables if isinstance(variable, Noise)]
    means = MeanSquares({each: sympy.Symbol(f"E‖{each.name}‖²", real=True) for each in noises})
    *given, then = (means.lowered(each) for each in (*conjuncts(statement.given), statement.then))
    within = (known_where_defined(each, statement.given) for each in means.conditions())
    variables = (
        *(variable for variable in statement.variables if not isinstance(variable, Noise)),
        *means.spreads.values(),
        *means.lengths.values(),
        *means.shares.values(),
    )
    stated = for_all(variables, sympy.And(*given, *within), then)
    return WithoutNoise(stated, means.are_exact)


def by_triangles(statement: ForAll) -> ForAll | None:
    """The statement with the length of its mean, and the root of the mean square of its noise, in
    place of a mean length; None where roots of noise are left over, so that less would be said.
    """
    then = statement.then
    if not isinstance(then, (sympy.LessThan, sympy.GreaterThan)):
        return None
    difference = sympy.expand(then.gts - then.lts)
    means = [each for each in difference.atoms(Expectation) if each.atoms(Noise)]
    for mean in means:
        length = mean.args[0]
        if type(mean) is not Expectation or not isinstance(length, Norm):
            return None
        parts = components(length.args[0])
        noise = {base: share for base, share in parts.items() if isinstance(base, Noise)}
        if any(base.atoms(Noise) for base in parts if base not in noise):
            return None
        if length.atoms(RandomVariable):
            return None
        share = difference.coeff(mean)
        rest = sympy.expand(difference - share * mean)
        if share.has(mean) or rest.has(mean) or sign_under(share, statement.given)[0] >= 0:
            return None
        fixed = sympy.Add(*(share * base for base, share in parts.items() if base not in noise))
        longer = norm(fixed) + _root_of_squares(noise, statement.given)
        difference = sympy.expand(difference.xreplace({mean: longer}))
    lengths = sorted(difference.atoms(Norm), key=str)
    left = sympy.expand(difference - sympy.Add(*(difference.coeff(n) * n for n in lengths)))
    if not means or left != 0 or any(difference.coeff(n).has(Norm) for n in lengths):
        return None
    return with_parts(statement, then=_in_sides(difference, lengths, statement.given))


def _root_of_squares(noise: Combination, given: Condition) -> Expression:
    """What a mean length of noise is at most, with squares in front of the root."""
    squares = (share**2 * base.constants["spread"] for base, share in noise.items())
    outside, inside = sympy.Integer(1), sympy.Integer(1)
    for side, way in zip(sympy.fraction(sympy.together(sympy.Add(*squares))), (1, -1), strict=True):
        number, factors = sympy.factor_list(side)
        inside *= number**way
        for base, power in factors:
            sign = sign_under(base, given)[0]
            outside *= (sign * base if sign else sympy.Abs(base)) ** (way * (power // 2))
            inside *= base ** (way * (power % 2))
    return outside * sympy.sqrt(inside)


def _in_sides(difference: Expression, lengths: list[Expression], given: Condition) -> Condition:
    """That a sum of multiples of lengths is at least zero, with what is taken away on its side."""
    low: list[tuple[Expression, Expression]] = []
    high: list[tuple[Expression, Expression]] = []
    for length in lengths:
        share = sympy.factor(difference.coeff(length))
        (low if sign_under(share, given)[0] < 0 else high).append((share, length))
    sides = (
        sympy.Add(*(-share * length for share, length in low)),
        sympy.Add(*(share * length for share, length in high)),
    )
    return sympy.LessThan(*sides, evaluate=False)
