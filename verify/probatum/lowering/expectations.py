"""Statements about expectations become statements about moments: by linearity,
independence and counting of equal terms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.errors import DefinitionError
from probatum.lowering.problem import minors
from probatum.lowering.theorem import Theorem
from probatum.proposition.domains import General
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.products import Dot, Norm, components
from probatum.proposition.random import (
    Covariance,
    Expectation,
    Noise,
    RandomVariable,
    Total,
    Variance,
)
from probatum.shapes import Condition, Expression, Symbol

LINEARITY = Theorem(
    "expectation is linear, of independent ones multiplicative",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=True,
)
LARGEST_POWER = 8
Exponents = tuple[tuple[Any, int], ...]


def is_random(statement: ForAll) -> bool:
    """Whether a statement speaks of anything random."""
    return any(isinstance(variable, (RandomVariable, Noise)) for variable in statement.variables)


@dataclass(slots=True)
class Moments:
    """The moments that expectations come to, and how high they are."""

    needed: dict[Exponents, Condition] = field(default_factory=dict)

    def lowered(self, expression: Expression) -> Expression:
        """A number or condition with moments in place of expectations."""
        if isinstance(expression, Variance):
            (inside,) = expression.args
            return sympy.expand(self.mean(inside**2) - self.mean(inside) ** 2)
        if isinstance(expression, Covariance):
            left, right = expression.args
            return sympy.expand(self.mean(left * right) - self.mean(left) * self.mean(right))
        if isinstance(expression, Expectation):
            return self.mean(expression.args[0])
        if isinstance(expression, (RandomVariable, Total)):
            raise DefinitionError(
                f"got {expression} outside of E(...), wanted it in an expectation, "
                "a variance or a covariance"
            )
        if not expression.args:
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return expression.func(*map(self.lowered, expression.args), **options)

    def mean(self, expression: Expression) -> Expression:
        """The expectation of a polynomial in random variables and sums of them."""
        summed = _without_totals(expression)
        variables = sorted(summed.atoms(RandomVariable, _Power), key=str)
        try:
            terms = sympy.Poly(summed, *variables).terms()
        except BasePolynomialError as error:
            raise DefinitionError(
                f"E: got {expression}, wanted a polynomial in what is random"
            ) from error
        if any(sum(powers) > LARGEST_POWER for powers, _ in terms):
            raise DefinitionError(f"E: got {expression}, wanted powers up to {LARGEST_POWER}")
        found = [
            coefficient * self._monomial(list(zip(variables, powers, strict=True)))
            for powers, coefficient in terms
        ]
        return sympy.expand(sympy.Add(*found))

    def _monomial(self, factors: list[tuple[Expression, int]]) -> Expression:
        singles = {
            variable: power
            for variable, power in factors
            if power and isinstance(variable, RandomVariable)
        }
        copies = [
            variable
            for variable, power in factors
            for _ in range(power)
            if isinstance(variable, _Power)
        ]
        if any("of" in variable.known for variable in singles):
            raise DefinitionError(
                f"got {next(iter(singles))} outside of total(...), "
                "wanted the sum or the mean of its copies"
            )
        _check_together([*singles, *(variable for each in copies for variable in each.exponents)])
        return self._product(singles) * self._sums(copies)

    def _product(self, powers: dict[Expression, int]) -> Expression:
        """The mean of a product of powers: those of independent ones apart."""
        together = {
            variable: power
            for variable, power in powers.items()
            if not variable.known["independent"]
        }
        apart = [
            {variable: power} for variable, power in powers.items() if variable.known["independent"]
        ]
        return sympy.Mul(*(self._moment(part) for part in ([together] if together else []) + apart))

    def _moment(self, powers: dict[Expression, int]) -> Expression:
        key = tuple(sorted(powers.items(), key=lambda entry: str(entry[0].name)))
        if len(key) == 1:
            (variable, power), known = key[0], key[0][0].known
            if "bernoulli" in known:
                return known["bernoulli"]
            if known.get("symmetric") and power % 2:
                return sympy.Integer(0)
            if power == 1 and "mean" in known:
                return known["mean"]
            if power == 2 and "variance" in known:
                return known["variance"] + self._moment({variable: 1}) ** 2
        return self.needed.setdefault(
            key, sympy.Symbol(f"E[{'·'.join(_power_of(*each) for each in key)}]", real=True)
        )

    def _sums(self, factors: list[Expression]) -> Expression:
        """The mean of a product of sums over copies: for each way in which indices agree,
        as many as there are.
        """
        if not factors:
            return sympy.Integer(1)
        count = factors[0].count
        found = []
        for blocks in _partitions(factors):
            means = [self._product(_combined(block)) for block in blocks]
            found.append(sympy.Mul(*(count - place for place in range(len(blocks))), *means))
        return sympy.Add(*found)

    def conditions(self) -> Iterator[Condition]:
        """What moments of one distribution satisfy, and whether to suppose more than that for a
        counterexample.
        """
        calls: dict[Any, set[Any]] = {}
        for key in self.needed:
            for variable, _ in key:
                group = variable if variable.known["independent"] else variable.known["call"]
                calls.setdefault(group, set()).add(variable)
        for variables in calls.values():
            yield from self._of_group(sorted(variables, key=lambda variable: str(variable.name)))

    def _of_group(self, variables: Sequence[Symbol]) -> Iterator[Expression]:
        highest = max(
            sum(power for _, power in key)
            for key in self.needed
            if {v for v, _ in key} <= set(variables)
        )
        rows: list[dict[Expression, int]] = [{}, *({variable: 1} for variable in variables)]
        rows += [{variable: 2} for variable in variables] if highest > 2 else []

        def entry(i: int, j: int) -> Expression:
            powers = dict(Counter(rows[i]) + Counter(rows[j]))
            return self._moment(powers) if powers else sympy.Integer(1)

        yield from minors(sympy.Matrix(len(rows), len(rows), entry))

    @property
    def are_possible(self) -> bool | None:
        """Whether moments that meet the conditions are some distribution's: up to the second;
        None where only without equality.

        Up to the fourth of one variable a positive definite matrix of moments is enough;
        of more nothing is known here.
        """
        if any("bernoulli" in variable.known for key in self.needed for variable, _ in key):
            return False  # of dependent ones, which take two values only
        highest = max((sum(power for _, power in key) for key in self.needed), default=0)
        if highest <= 2:
            return True
        return (
            None
            if highest <= 4
            and all(len(key) == 1 and key[0][0].known["independent"] for key in self.needed)
            else False
        )


def _power_of(variable: Symbol, power: int) -> str:
    return variable.name if power == 1 else f"{variable.name}^{power}"


class _Power(sympy.Symbol):  # type: ignore[misc]
    """The sum of a product of powers over all copies."""

    exponents: dict[Expression, int]
    count: Expression

    def __new__(cls, exponents: dict[Expression, int], count: Expression) -> _Power:
        made: _Power = sympy.Symbol.__xnew__(
            cls,
            "Σ" + "·".join(_power_of(*each) for each in sorted(exponents.items(), key=str)),
            real=True,
        )
        made.exponents, made.count = exponents, count
        return made


def _without_totals(expression: Expression) -> Expression:
    """Sums over copies as sums of products of powers, the innermost first."""
    if isinstance(expression, Total):
        inside = _without_totals(expression.args[0])
        variables = sorted(inside.atoms(RandomVariable), key=str)
        count = next(variable.known["of"] for variable in expression.atoms(RandomVariable))
        terms = sympy.Poly(inside, *variables).terms() if variables else [((), inside)]
        return sympy.Add(
            *(
                coefficient * _summed(dict(zip(variables, powers, strict=True)), count)
                for powers, coefficient in terms
            )
        )
    if not expression.args or isinstance(expression, General):
        return expression
    return expression.func(*map(_without_totals, expression.args))


def _summed(powers: dict[Expression, int], count: Expression) -> Expression:
    exponents = {variable: power for variable, power in powers.items() if power}
    return _Power(exponents, count) if exponents else count


def _combined(block: list[Expression]) -> dict[Expression, int]:
    return dict(sum((Counter(each.exponents) for each in block), Counter()))


def _partitions(items: list[Expression]) -> Iterator[list[list[Expression]]]:
    """All ways to put things into blocks."""
    if not items:
        yield []
        return
    first, *rest = items
    for blocks in _partitions(rest):
        yield [[first], *blocks]
        for place, block in enumerate(blocks):
            yield [*blocks[:place], [first, *block], *blocks[place + 1 :]]


def _check_together(variables: Sequence[Symbol]) -> None:
    calls = sorted({variable.known["call"] for variable in variables})
    if len(calls) > 1:
        raise DefinitionError(
            f"got {calls[0]} and {calls[1]} multiplied, of which nobody says how they depend, "
            "wanted them in one call of random, with independent=True or independent=False"
        )


def by_expectations(statement: ForAll) -> tuple[ForAll, bool | None]:
    """The statement over moments, and whether what breaks it breaks the statement;
    None where it does off the bounds of the moments.
    """
    moments = Moments()
    given = [moments.lowered(part) for part in conjuncts(statement.given)]
    then = moments.lowered(statement.then)
    random_ones = [
        variable for variable in statement.variables if isinstance(variable, RandomVariable)
    ]
    needs = [need for variable in random_ones for need in _needs(variable)]
    possible = [sympy.Ge(entry, 0) for entry in moments.conditions() if entry.free_symbols]
    numbers = [variable for variable in statement.variables if not isinstance(variable, General)]
    stated: ForAll = unchecked(
        ForAll,
        variables=(*numbers, *moments.needed.values()),
        given=sympy.And(*given, *needs, *possible),
        then=then,
    )
    return stated, moments.are_possible


def _needs(variable: Symbol) -> Iterator[Condition]:
    known = variable.known
    if "variance" in known:
        yield sympy.Ge(known["variance"], 0)
    if "bernoulli" in known:
        yield from (sympy.Ge(known["bernoulli"], 0), sympy.Le(known["bernoulli"], 1))
    if "of" in known:
        yield sympy.Ge(known["of"], 1)


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
    stated: ForAll = unchecked(
        ForAll, variables=variables, given=given, then=lowered(statement.then)
    )
    return stated


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
