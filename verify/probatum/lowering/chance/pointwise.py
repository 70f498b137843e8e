"""Inequalities between expectations become inequalities between values: of a function of what is
random, and its tangent plane at the means.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, group_of, in_outcomes, is_positive, outcome
from probatum.lowering.chance.random_variables import needs_of, of_moments, supports
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import Condition, Expression, Point, Symbol

POINTWISE = Theorem(
    "what is at least zero for each outcome is so on average",
    "Billingsley, Probability and Measure, 3rd ed., section 15",
    exact=False,
)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)
HIGH = 4  # the least power of a sum that is high


@dataclass(frozen=True, slots=True)
class Route:
    """Statements about outcomes that together prove one about expectations."""

    statements: tuple[ForAll, ...]


def has_high_powers(statement: ForAll) -> bool:
    """Whether a conclusion speaks of high powers of sums, of which many moments are compared."""
    powers = (each for each in statement.then.atoms(sympy.Pow) if each.base.is_Add)
    return any(each.exp.is_Integer and each.exp >= HIGH for each in powers)


def routes(statement: ForAll) -> Iterator[Route]:
    """Ways to prove a statement outcome by outcome, the plainest first; a statement that is no
    relation, or is several joined by `or`, has none.
    """
    ways = [list(_of_relation(statement, part)) for part in _relations(statement.then)]
    if ways and all(ways):
        for number in range(max(map(len, ways))):
            chosen = (each[min(number, len(each) - 1)] for each in ways)
            yield Route(tuple(one for each in chosen for one in each))


def _relations(then: Condition) -> list[Relational]:
    """Those that the conclusion consists of, each as one between a larger side and a smaller."""
    found: list[Relational] = []
    for part in conjuncts(then):
        if isinstance(part, sympy.Equality):
            found += [
                sympy.Ge(part.lhs, part.rhs, evaluate=False),
                sympy.Le(part.lhs, part.rhs, evaluate=False),
            ]
        elif isinstance(part, sympy.core.relational._Inequality):
            lower = part.lts.args if isinstance(part.lts, sympy.Max) else (part.lts,)
            upper = part.gts.args if isinstance(part.gts, sympy.Min) else (part.gts,)
            kind = sympy.Gt if isinstance(part, STRICT) else sympy.Ge
            found += [kind(high, low, evaluate=False) for high in upper for low in lower]
        else:
            return []
    return found


def _of_relation(statement: ForAll, relation: Relational) -> Iterator[list[ForAll]]:
    supposed = supports(statement)
    moments = Moments(supposed, with_known=False)
    given = [moments.lowered(part) for part in of_moments(statement)]
    claim = sympy.expand_mul(moments.lowered(relation.gts) - moments.lowered(relation.lts))
    moments.with_spreads(statement)
    supposed = moments.beside_means(moments.supposed)
    values = Means(moments, statement)
    if len(values.symbols) < len(moments.needed) + len(moments.equations):
        return  # conditional means and distinct draws are no functions of one outcome
    here = [*given, *needs_of(statement), *values.conditions(supposed)]
    ends = list(values.ends(supposed))
    kind = sympy.Gt if isinstance(relation, STRICT) else sympy.Ge
    claim = values.in_means(claim)
    for form, needed in _forms(claim, values.symbols):
        plane = sympy.expand_mul(values.tangent(form))
        yield [
            *(values.stated(here, need) for need in needed),
            values.stated(here, kind(plane, 0, evaluate=False)),
        ]
        if ends:
            inside = [*here, *(sympy.Gt(end, 0) for end, _ in ends)]
            yield [
                *(values.stated(inside, need) for need in needed),
                values.stated(inside, kind(plane, 0, evaluate=False)),
                *(
                    values.stated(
                        [], kind(sympy.expand_mul(claim.xreplace(put)), 0, evaluate=False)
                    )
                    for _, put in ends
                ),
            ]


def _forms(
    claim: Expression, means: dict[Symbol, Expression]
) -> Iterator[tuple[Expression, list[Condition]]]:
    """The claim as it is, and solved for a mean that is in it once, with what must be positive."""
    yield claim, []
    for mean in means:
        share = sympy.diff(claim, mean)
        if share != 0 and mean not in share.free_symbols and share.free_symbols:
            for sign in (1, -1):
                form = sympy.expand_mul(claim / (sign * share))
                yield form, [sympy.Gt(sign * share, 0, evaluate=False)]


class Means:
    """The means that a statement speaks of, as numbers, each with the function that it is of."""

    def __init__(self, moments: Moments, statement: ForAll) -> None:
        self.moments, self.statement = moments, statement
        self.known = dict(moments.facts())
        self.variables = sorted(
            {
                variable
                for key in moments.needed
                for generator, _ in key
                for variable in _variables(generator)
            },
            key=str,
        )
        self.symbols = {
            symbol: self._function(key)
            for key, symbol in moments.needed.items()
            if not any(isinstance(g, Feature) and g.given is not None for g, _ in key)
        }

    def _function(self, key: tuple[tuple[Symbol, int], ...]) -> Expression:
        """What a mean is the mean of, in outcomes; of a symmetric one alone the half sum with what
        it is at the opposite: of several that depend on each other each by itself is symmetric.
        """
        function = sympy.Mul(
            *((g.of if isinstance(g, Feature) else outcome(g)) ** power for g, power in key)
        )
        variables = {v for g, _ in key for v in _variables(g)}
        for variable in variables if len(variables) == 1 else ():
            if variable.known.get("symmetric"):
                number = outcome(variable)
                function = (function + function.xreplace({number: -number})) / 2
        return function

    def in_means(self, claim: Expression) -> Expression:
        """With what is known of means put aside: a parameter that is a mean as that mean."""
        back = {
            value: symbol for symbol, value in self.known.items() if isinstance(value, sympy.Symbol)
        }
        claim = claim.xreplace(back)
        for variable in self.variables:
            spread = variable.known.get("variance")
            first, second = (self.moments.needed.get(((variable, power),)) for power in (1, 2))
            if second is not None and spread is not None and first is not None:
                claim = _with_variance(claim, spread, second - first**2)
        return claim

    def tangent(self, form: Expression) -> Expression:
        """The form at the means, and its first-order change towards what the functions are at an
        outcome.
        """
        changes = (
            sympy.diff(form, mean) * (function - mean) for mean, function in self.symbols.items()
        )
        return sympy.Add(form, *changes)

    def conditions(self, supposed: tuple[Condition, ...]) -> Iterator[Condition]:
        """What outcomes satisfy, and means of what lies in an interval: of several that depend on
        each other all at once.
        """
        for part in supposed:
            here = in_outcomes(part)
            yield here
            variables = part.atoms(RandomVariable)
            for variable in variables:
                number = outcome(variable)
                if variable.known.get("symmetric") and len(variables) == 1:
                    yield here.xreplace({number: -number})
                    continue
                together = {each for each in variables if group_of(each) == group_of(variable)}
                means = {outcome(each): self.moments.needed.get(((each, 1),)) for each in together}
                if None not in means.values() and is_interval(part, *together):
                    yield here.xreplace(means)
        for mean, function in self.symbols.items():
            if is_positive(function, supposed):
                yield sympy.Gt(mean, 0)
            elif function.is_nonnegative:
                yield sympy.Ge(mean, 0)
        for variable in self.variables:
            if "bernoulli" in variable.known:
                number = outcome(variable)
                yield sympy.Or(sympy.Eq(number, 0), sympy.Eq(number, 1))

    def ends(self, supposed: tuple[Condition, ...]) -> Iterator[tuple[Expression, Point]]:
        """What is positive of a mean unless the variable is constant; the means that there are of
        functions of that constant.
        """
        for part in supposed:
            variables = part.atoms(RandomVariable)
            if len(variables) != 1 or not isinstance(part, (sympy.Ge, sympy.Le)):
                continue
            (variable,) = variables
            mean = self.moments.needed.get(((variable, 1),))
            alone = {outcome(variable)}
            own = {
                symbol: function
                for symbol, function in self.symbols.items()
                if function.free_symbols & alone
            }
            together = {outcome(each) for each in self.variables} - alone
            if any(function.free_symbols & together for function in own.values()):
                continue
            slope = sympy.diff(part.gts - part.lts, variable)
            bounds = is_interval(part, variable) and (slope.is_positive or slope.is_negative)
            if mean is not None and bounds:
                end = sympy.solve(part.gts - part.lts, variable)[0]
                put = {
                    symbol: function.xreplace({outcome(variable): end})
                    for symbol, function in own.items()
                }
                yield (part.gts - part.lts).xreplace({variable: mean}), put

    def stated(self, here: list[Condition], then: Condition) -> ForAll:
        """For all outcomes, parameters and means that are left."""
        known = {symbol: value for symbol, value in self.known.items() if symbol in self.symbols}
        then = _put(then, known)
        numbers = [each for each in self.statement.variables if not isinstance(each, General)]
        variables = {*numbers, *self.symbols, *map(outcome, self.variables)}
        kept = then.free_symbols & variables
        given = [part.xreplace(known) for part in here]
        while True:
            more = {
                symbol
                for part in given
                if part.free_symbols & kept
                for symbol in part.free_symbols & set(numbers)
            }
            if more <= kept:
                break
            kept |= more
        return for_all(
            tuple(sorted(kept, key=str)),
            sympy.And(*(part for part in given if part.free_symbols <= kept)),
            then,
        )


def _put(then: Condition, known: Point) -> Condition:
    """A relation with what is known; false where a side has no value there."""
    sides = [side.xreplace(known) for side in then.args]
    lacking = any(side.has(sympy.nan, sympy.zoo) for side in sides)
    return sympy.false if lacking else then.func(*sides, evaluate=False)


def _variables(generator: Expression) -> tuple[Symbol, ...]:
    return generator.variables if isinstance(generator, Feature) else (generator,)


def _with_variance(claim: Expression, spread: Expression, instead: Expression) -> Expression:
    """The claim with a variance by its moments, where it speaks of the parameter of that."""
    if isinstance(spread, sympy.Symbol):
        return claim.xreplace({spread: instead})
    if isinstance(spread, sympy.Pow) and spread.exp == 2 and isinstance(spread.base, sympy.Symbol):
        root = spread.base
        changed = claim.replace(
            lambda part: part.is_Pow and part.base == root and part.exp.is_even,
            lambda part: instead ** (part.exp / 2),
        )
        return claim if changed.has(root) else changed
    return claim


def is_interval(part: Condition, *variables: Symbol) -> bool:
    """Whether a hypothesis admits with two values, of several together, all between them: one that
    is linear in these.
    """
    if not isinstance(part, sympy.core.relational._Inequality):
        return False
    difference = sympy.expand(part.lhs - part.rhs)
    if not difference.is_polynomial(*variables):
        return False
    return bool(sympy.Poly(difference, *variables).total_degree() == 1)
