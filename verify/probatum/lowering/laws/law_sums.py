"""Sums of independent variables with declared distributions as one variable with that of the sum:
normal ones, and counts.

Billingsley, Probability and Measure, 3rd ed., section 20: normal and Poisson distributions, and
binomial ones of one probability, are closed under convolution.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.lowering.chance.random_variables import check_together
from probatum.lowering.every_case import follows
from probatum.proposition.subjects.distributions import (
    BinomialLaw,
    Distribution,
    NormalLaw,
    PoissonLaw,
)
from probatum.proposition.subjects.random import Conditional, RandomVariable, Total
from probatum.type_names import Condition, Expression, Symbol


class Share(NamedTuple):
    """A variable of a sum, by which it is multiplied, and how many copies are added."""

    variable: RandomVariable
    factor: Expression
    count: Expression

    @property
    def law(self) -> Distribution | None:
        """Its distribution; of zero or one, that of a single trial."""
        known = self.variable.known
        if "bernoulli" in known:
            return BinomialLaw(sympy.Integer(1), known["bernoulli"])
        law: Distribution | None = known.get("distribution")
        return law


@dataclass(slots=True)
class Merging:
    """The sums that one variable each stands for."""

    given: Condition
    sums: dict[Expression, RandomVariable] = field(default_factory=dict)

    def merged(self, expression: Expression) -> Expression:
        """The expression with a variable in place of each sum that has a known distribution."""
        if not _random(expression) or isinstance(expression, (RandomVariable, Total, Conditional)):
            whole = self._sum(expression) if isinstance(expression, Total) else None
            return expression if whole is None else whole
        if isinstance(expression, Relational):
            difference = self._sum(expression.lhs - expression.rhs)
            if difference is not None:
                return expression.func(difference, 0, evaluate=False)
            sides = map(self.merged, expression.args)
            return expression.func(*sides, evaluate=False)
        whole = self._sum(expression)
        if whole is not None:
            return whole
        return expression.func(*map(self.merged, expression.args))

    def are_apart(self, rest: Expression) -> bool:
        """Whether no variable is in two of the sums, or beside one."""
        within = [each.atoms(RandomVariable) for each in self.sums]
        within.append(rest.atoms(RandomVariable) - set(self.sums.values()))
        return not any(one & other for one, other in combinations(within, 2))

    def _sum(self, expression: Expression) -> Expression | None:
        """A variable and a number in place of a sum of several; None for what is none."""
        found = _shares(expression)
        if found is None:
            return None
        shares, rest = found
        if len(shares) == 1 and not expression.atoms(Total) and self._is_plain(shares[0]):
            return None
        law = self._law(shares)
        if law is None:
            return None
        whole = sympy.expand(expression - rest)
        if whole not in self.sums:
            independent = all(each.variable.known["independent"] for each in shares)
            known = (("call", shares[0].variable.known["call"]), ("independent", independent))
            self.sums[whole] = RandomVariable(f"({whole})", (*known, ("distribution", law)))
        return self.sums[whole] + rest

    def _is_plain(self, share: Share) -> bool:
        """Whether a variable may stand as it is: of a multiple of it that has a distribution of its
        own, the sign of the factor need not be seen.
        """
        signed = (sympy.Gt(share.factor, 0), sympy.Lt(share.factor, 0))
        seen = share.factor.is_number or any(follows(each, self.given) for each in signed)
        return bool(seen) or not isinstance(share.law, NormalLaw)

    def _law(self, shares: list[Share]) -> Distribution | None:
        variables: list[Symbol] = [each.variable for each in shares]
        check_together(variables)
        laws = [each.law for each in shares]
        if len(shares) > 1 and not all(each.known["independent"] for each in variables):
            return None
        if any({"drawn_from", "correlation"} & set(each.known) for each in variables):
            return None
        if all(isinstance(law, NormalLaw) for law in laws):
            return self._normal(shares)
        if any(each.factor != 1 for each in shares):
            return None
        if all(isinstance(law, PoissonLaw) for law in laws):
            return PoissonLaw(
                sympy.Add(*(each.count * each.law.parameters[0] for each in shares if each.law))
            )
        if all(isinstance(law, BinomialLaw) for law in laws):
            chances = {each.law.parameters[1] for each in shares if each.law}
            counts = [each.count * each.law.parameters[0] for each in shares if each.law]
            return BinomialLaw(sympy.Add(*counts), *chances) if len(chances) == 1 else None
        return None

    def _is_not_zero(self, factor: Expression) -> bool:
        """Whether a factor is seen to be none, wherever it has a value."""
        above = sympy.fraction(sympy.together(factor))[0]
        if above.is_number:
            return bool(above.is_nonzero)
        return follows(sympy.Ne(factor, 0), self.given)

    def _normal(self, shares: list[Share]) -> Distribution | None:
        """That of the sum, which varies where some variable is multiplied by more than zero."""
        if not any(self._is_not_zero(each.factor) for each in shares):
            return None
        means, variances = [], []
        for each in shares:
            law = each.law
            assert isinstance(law, NormalLaw)
            means.append(each.count * each.factor * law.parameters[0])
            variances.append(each.count * each.factor**2 * law.variance)
        return NormalLaw(sympy.Add(*means), sympy.Add(*variances))


def _random(expression: Expression) -> bool:
    return bool(expression.atoms(RandomVariable))


def _shares(expression: Expression) -> tuple[list[Share], Expression] | None:
    """What is added up, and the number beside; None for what is no such sum."""
    if not isinstance(expression, sympy.Expr):
        return None
    expanded = sympy.expand(expression)
    totals = expanded.atoms(Total)
    inside = {each for total in totals for each in total.atoms(RandomVariable)}
    if expanded.atoms(Conditional):
        return None
    single = expanded.xreplace({each: sympy.Dummy() for each in totals}).atoms(RandomVariable)
    generators = sorted({*totals, *single}, key=sympy.default_sort_key)
    if not generators or inside & single:
        return None
    try:
        terms = sympy.Poly(expanded, *generators).terms()
    except BasePolynomialError:
        return None
    shares: list[Share] = []
    rest: Expression = sympy.Integer(0)
    for powers, coefficient in terms:
        if sum(powers) > 1 or _random(coefficient):
            return None
        if not any(powers):
            rest = coefficient
            continue
        (generator,) = (g for g, power in zip(generators, powers, strict=True) if power)
        variable = generator.args[0] if isinstance(generator, Total) else generator
        if not isinstance(variable, RandomVariable) or (
            "of" in variable.known and not isinstance(generator, Total)
        ):
            return None
        count = variable.known["of"] if isinstance(generator, Total) else sympy.Integer(1)
        shares.append(Share(variable, coefficient, count))
    return (shares, rest) if shares else None
