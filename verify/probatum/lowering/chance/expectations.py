"""Statements about expectations become statements about moments: by linearity,
independence and counting of equal terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import factorial
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.errors import DefinitionError
from probatum.lowering.chance.absolute_means import of_amounts
from probatum.lowering.chance.cauchy_schwarz import of_products
from probatum.lowering.chance.conditional_means import above_zero_given, at_least_zero_given
from probatum.lowering.chance.derived_moments import derived
from probatum.lowering.chance.inverses import of_inverses
from probatum.lowering.chance.outcomes import (
    Feature,
    Group,
    chances,
    featured,
    indicator,
    inner_means,
    is_positive,
    outcome,
)
from probatum.lowering.chance.products import (
    Exponents,
    bounds_of_mean,
    canonical,
    group,
    known_moment,
    rows_of_moment,
)
from probatum.lowering.chance.proportional_means import of_proportional
from probatum.lowering.chance.random_variables import (
    check_together,
    conditional_means,
    is_rare,
    needs_of,
    of_moments,
    of_one_value,
    supports,
    varies_freely,
)
from probatum.lowering.chance.sums import (
    OverCopies,
    Powers,
    combined,
    over_distinct,
    partitions,
    power_of,
    sum_of_fixed,
    without_totals,
)
from probatum.lowering.chance.values_taken import LARGEST_POWER, above_zero, at_least_zero
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.problem import minors
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import (
    Conditional,
    Covariance,
    Expectation,
    FeatureVariable,
    OneFeature,
    Probability,
    RandomVariable,
    Total,
    Variance,
)
from probatum.type_names import Condition, Expression, Symbol

LINEARITY = Theorem(
    "expectation is linear, of independent ones multiplicative",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=True,
)
LARGEST = 4  # matrix of moments of which all minors are asked


@dataclass(slots=True)
class Moments:
    """The moments that expectations come to, and how high they are.

    supposed: hypotheses on the values of random variables; conditional: on conditional means;
    with_known: whether what is known of a moment stands in its place.
    """

    supposed: tuple[Condition, ...] = ()
    with_known: bool = True
    conditional: tuple[Condition, ...] = ()
    needed: dict[Exponents, Symbol] = field(default_factory=dict)
    equations: dict[Symbol, Condition] = field(default_factory=dict)  # of several distinct draws

    def lowered(self, expression: Expression) -> Expression:
        """A number or condition with moments in place of expectations."""
        if isinstance(expression, Expectation) and inner_means(expression):
            inner = {each: self.lowered(each) for each in inner_means(expression)}
            args = (each.xreplace(inner) for each in expression.args)
            return self.lowered(expression.func(*args))
        if isinstance(expression, Variance):
            (inside,) = expression.args
            return sympy.expand(self.mean(inside**2) - self.mean(inside) ** 2)
        if isinstance(expression, Covariance):
            left, right = expression.args
            return sympy.expand(self.mean(left * right) - self.mean(left) * self.mean(right))
        if isinstance(expression, Probability):
            return self.mean(indicator(expression.args[0]))
        if isinstance(expression, Expectation):
            return self.mean(expression.args[0])
        if isinstance(expression, (RandomVariable, Total, Conditional)) and chances(expression):
            is_feature = isinstance(expression, OneFeature)
            where, wanted = ("total", "a sum") if is_feature else ("E", "an expectation")
            rest = "or an average over its index" if is_feature else "a variance or a covariance"
            raise DefinitionError(
                f"got {expression} outside of {where}(...), wanted it in {wanted}, {rest}"
            )
        if not expression.args:
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return derived(expression.func(*map(self.lowered, expression.args), **options))

    def mean(self, expression: Expression) -> Expression:
        """The expectation of a polynomial in random variables, functions and sums of them."""
        summed = without_totals(sympy.expand(featured(expression)))
        for variable in sorted(chances(summed), key=str):
            if "of" in variable.known:
                raise DefinitionError(
                    f"got {variable} outside of total(...), "
                    "wanted the sum or the mean of its copies"
                )
        return self.of_one(summed)

    def of_one(self, summed: Expression) -> Expression:
        """The same, where what is no sum over copies is of one of them."""
        variables = sorted({*chances(summed), *summed.atoms(OverCopies)}, key=str)
        try:
            terms = sympy.Poly(summed, *variables).terms() if variables else [((), summed)]
        except BasePolynomialError as error:
            raise DefinitionError(
                f"E: got {summed}, wanted a polynomial in what is random"
            ) from error
        if any(sum(powers) > LARGEST_POWER for powers, _ in terms):
            raise DefinitionError(f"E: got {summed}, wanted powers up to {LARGEST_POWER}")
        found = [
            coefficient * self._monomial(list(zip(variables, powers, strict=True)))
            for powers, coefficient in terms
        ]
        return sympy.expand(sympy.Add(*found))

    def _monomial(self, factors: list[tuple[Expression, int]]) -> Expression:
        singles = {
            variable: power
            for variable, power in factors
            if power and not isinstance(variable, OverCopies)
        }
        copies = [
            variable
            for variable, power in factors
            for _ in range(power)
            if isinstance(variable, OverCopies)
        ]
        check_together([*singles, *(variable for each in copies for variable in each.exponents)])
        return self._product(singles) * self._sums(copies)

    def _product(self, powers: Powers) -> Expression:
        """The mean of a product of powers: those of independent ones apart."""
        groups: dict[Group, Powers] = {}
        for generator, power in powers.items():
            groups.setdefault(group(generator), {})[generator] = power
        return sympy.Mul(*map(self.moment, groups.values()))

    def moment(self, powers: Powers) -> Expression:
        """The mean of a product of powers within one group."""
        key = canonical(powers)
        found = self._found(key)
        if found is not None:
            return found
        name = f"E[{'·'.join(power_of(*each) for each in key)}]"
        return self.needed.setdefault(key, sympy.Symbol(name, real=True))

    def _found(self, key: Exponents | Expression) -> Expression | None:
        """A moment that is known, or spoken of already."""
        if isinstance(key, sympy.Expr):
            return key
        if len(key) == 1 and isinstance(key[0][0], RandomVariable):
            variable, power = key[0]
            if variable.known.get("symmetric") and power % 2:
                return sympy.Integer(0)
            known = known_moment(variable, power)
            if known is not None and self.with_known:
                return known if power == 1 else known + self.moment({variable: 1}) ** 2
        return self.needed.get(key)

    def of_function(self, function: Expression, variables: Sequence[Symbol]) -> Expression | None:
        """The mean of a function of outcomes, where it comes to moments that are spoken of."""
        numbers = {outcome(each): each for each in variables}
        if not function.is_polynomial(*numbers):
            within = tuple(v for number, v in numbers.items() if number in function.free_symbols)
            return self._found(canonical({Feature(function, within): 1}))
        whole = []
        for exponents, coefficient in sympy.Poly(function, *numbers).terms():
            powers = {
                each: power for each, power in zip(variables, exponents, strict=True) if power
            }
            found = self._found(canonical(powers)) if powers else sympy.Integer(1)
            if found is None:
                return None
            whole.append(coefficient * found)
        return sympy.expand(sympy.Add(*whole))

    def with_spreads(self, statement: ForAll) -> None:
        """Speaks of mean and mean square of each variable of which the variance is known."""
        for variable in statement.variables:
            if isinstance(variable, RandomVariable) and "variance" in variable.known:
                self.moment({variable: 1})
                self.moment({variable: 2})

    def facts(self) -> Iterator[tuple[Symbol, Expression]]:
        """What is known of the moments that were kept as they are."""
        for key, symbol in self.needed.items():
            variable, power = key[0]
            alone = len(key) == 1 and isinstance(variable, RandomVariable)
            if alone and known_moment(variable, power) is not None:
                yield symbol, Moments(with_known=True).moment({variable: power})

    def _sums(self, factors: list[Expression]) -> Expression:
        """The mean of a product of sums over copies: for each way in which indices agree,
        as many as there are.
        """
        fixed = [sum_of_fixed(each.weight, each.count) for each in factors if not each.exponents]
        factors = [each for each in factors if each.exponents]
        found = []
        for blocks in partitions(factors) if factors else ():
            mean = self._of_distinct([combined(block) for block in blocks])
            weights = [sympy.Mul(*(each.weight for each in block)) for block in blocks]
            found.append(over_distinct(weights, factors[0].count) * mean)
        return sympy.Mul(*fixed, sympy.Add(*found) if factors else 1)

    def _of_distinct(self, blocks: list[Powers]) -> Expression:
        """The mean of a product over distinct copies."""
        known = next(iter(blocks[0])).known
        if len(blocks) > 1 and "drawn_from" in known:
            return self._of_draws(blocks, known["drawn_from"])
        if len(blocks) > 1 and "correlation" in known:
            return self._of_correlated(blocks, known["correlation"])
        return sympy.Mul(*map(self._product, blocks))

    def _of_draws(self, blocks: list[Powers], values: Expression) -> Expression:
        """Of draws without replacement: the sum over distinct values by sums over all of them."""
        whole = []
        for merged in partitions([OverCopies(block, values) for block in blocks]):
            signs = [(-1) ** (len(block) - 1) * factorial(len(block) - 1) for block in merged]
            means = [values * self._product(combined(block)) for block in merged]
            whole.append(sympy.Mul(*signs, *means))
        name = "·".join(
            sorted(OverCopies(block, values).name.removeprefix("Σ") for block in blocks)
        )
        mean = sympy.Symbol(f"E[{name} of distinct draws]", real=True)
        ways = sympy.Mul(*(values - place for place in range(len(blocks))))
        self.equations[mean] = sympy.Eq(sympy.expand(ways * mean - sympy.Add(*whole)), 0)
        return mean

    def _of_correlated(self, blocks: list[Powers], correlation: Expression) -> Expression:
        """Of equally correlated copies: that of two is all that is known."""
        (first, *_), *_ = blocks
        if [dict(block) for block in blocks] != 2 * [{first: 1}]:
            raise DefinitionError(
                f"E: got products of {first} beyond two copies, wanted those of two: "
                "nothing else is known of equally correlated ones"
            )
        mean = self.moment({first: 1})
        return correlation * (self.moment({first: 2}) - mean**2) + mean**2

    def conditions(self) -> Iterator[Condition]:
        """What moments of one distribution satisfy."""
        conditional = self.beside_means(self.conditional)
        spoken = tuple(self.needed)
        groups: dict[Group, set[Any]] = {}
        for key in self.needed:
            for generator, _ in key:
                within = groups.setdefault(group(generator), set())
                within |= set(rows_of_moment(generator))
        for generators in groups.values():
            yield from self._of_group(sorted(generators, key=str))
        for key, symbol in tuple(self.needed.items()):
            yield from bounds_of_mean(key[0][0], symbol)
        yield from of_products(spoken, self.of_function)
        yield from of_amounts(dict(self.needed), self.of_function)
        yield from of_proportional(dict(self.needed))
        degree = max(2, self._highest())
        bounds = list(at_least_zero(self.beside_means(self.supposed), self._spoken(), degree))
        yield from map(self.of_one, bounds)
        yield from map(self.mean, at_least_zero_given(conditional, spoken, bounds, degree))

    def _of_group(self, rows_of: Sequence[Symbol]) -> Iterator[Expression]:
        highest = self._highest(rows_of)
        rows: list[Powers] = [{}, *({generator: 1} for generator in rows_of)]
        rows += [{g: 2} for g in rows_of if isinstance(g, RandomVariable)] if highest > 2 else []

        def entry(i: int, j: int) -> Expression:
            powers = dict(Counter(rows[i]) + Counter(rows[j]))
            return self.moment(powers) if powers else sympy.Integer(1)

        most = 2 if highest > 2 and len(rows) > LARGEST else None  # of many, few say enough
        yield from minors(sympy.Matrix(len(rows), len(rows), entry), most)

    def strictly(self) -> Iterator[Condition]:
        """Means of what is positive at each outcome."""
        for difference in above_zero(self.beside_means(self.supposed)):
            yield sympy.Gt(self.of_one(difference), 0)
        for difference in above_zero_given(self.beside_means(self.conditional)):
            yield sympy.Gt(self.mean(difference), 0)
        for key, symbol in tuple(self.needed.items()):
            of = key[0][0]
            if isinstance(of, Feature) and of.given is None and is_positive(of.of, self.supposed):
                yield sympy.Gt(symbol, 0)
        yield from of_one_value(tuple(self.needed), self.moment)
        yield from of_inverses(dict(self.needed), self.supposed, lambda one: self.moment({one: 1}))

    def beside_means(self, supposed: Iterable[Condition]) -> tuple[Condition, ...]:
        """What is supposed, with moments in place of the means that it speaks of."""
        return tuple(
            part.xreplace({mean: self.lowered(mean) for mean in inner_means(part)})
            for part in supposed
        )

    def _highest(self, rows_of: Sequence[Symbol] | None = None) -> int:
        degrees = (
            sum(power for _, power in key)
            for key in self.needed
            if rows_of is None or {generator for generator, _ in key} <= set(rows_of)
        )
        return max(degrees, default=0)

    def _spoken(self) -> set[Symbol]:
        """The variables of which moments are known, or spoken of."""
        spoken = {g for key in self.needed for g, _ in key if isinstance(g, RandomVariable)}
        supposed = {v for part in self.supposed for v in part.atoms(RandomVariable)}
        return spoken | {v for v in supposed if known_moment(v, 1) is not None}

    @property
    def are_possible(self) -> bool | None:
        """Whether moments that meet the conditions are some distribution's: up to the second.

        Up to the fourth of one that varies freely where no equality holds, which is None: a
        positive definite matrix of moments is enough. Of more nothing is known here.
        """
        generators = {generator for key in self.needed for generator, _ in key}
        restricted = self.supposed or self.conditional
        if restricted or any(isinstance(generator, Feature) for generator in generators):
            return False
        if any("bernoulli" in variable.known for variable in generators):
            return False  # of dependent ones, which take two values only
        highest = self._highest()
        if highest <= 2:
            return True
        return (
            None
            if highest <= 4
            and not self.equations
            and all(len(key) == 1 and varies_freely(key[0][0]) for key in self.needed)
            else False
        )


def by_expectations(
    statement: ForAll, more: Callable[[Moments], Iterable[Expression]] = lambda _: ()
) -> tuple[ForAll, bool | None]:
    """The statement over moments, and whether what breaks it breaks the statement;
    None where it does off the bounds of the moments.

    more: what else is at least zero of the moments.
    """
    moments = Moments(supports(statement), conditional=conditional_means(statement))
    given = [moments.lowered(part) for part in of_moments(statement)]
    then = moments.lowered(statement.then)
    needs = needs_of(statement)
    strictly = tuple(moments.strictly())
    entries = [*more(moments), *moments.conditions()]
    possible = [sympy.Ge(entry, 0) for entry in entries if entry.free_symbols]
    supposed = sympy.And(*given, *needs)
    facts = (known_where_defined(each, supposed) for each in (*possible, *strictly))
    fixed = [each for each in statement.variables if isinstance(each, FeatureVariable)]
    numbers = [each for each in statement.variables if not isinstance(each, General)]
    stated = for_all(
        (*fixed, *numbers, *moments.needed.values(), *moments.equations),
        sympy.And(*given, *needs, *facts, *moments.equations.values()),
        then,
    )
    return stated, False if any(map(is_rare, statement.variables)) else moments.are_possible
