"""What is supposed of conditional means, which are random, holds of means of its products with what
is given (Billingsley, Probability and Measure, 3rd ed., section 34).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import sympy
from sympy.core.relational import Relational

from probatum.lowering.chance.outcomes import Feature, in_outcomes, outcome
from probatum.lowering.chance.products import Exponents
from probatum.lowering.chance.values_taken import LARGEST_POWER, STRICT
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.random import Conditional, Expectation, RandomVariable
from probatum.type_names import Condition, Expression, Symbol


def is_conditional(part: Condition) -> bool:
    """Whether a hypothesis is a relation of conditional means that stand in no average."""
    if not isinstance(part, Relational) or isinstance(part, sympy.Ne):
        return False
    averages = part.atoms(Expectation)
    return bool(part.xreplace(dict.fromkeys(averages, sympy.Integer(0))).atoms(Conditional))


def with_known_means(statement: ForAll) -> ForAll:
    """The statement with conditional means as what hypotheses say they are."""
    parts = list(conjuncts(statement.given))
    for place in range(len(parts)):
        known = parts[place]  # as those before it have left it
        for mean, value in (known.args, known.args[::-1]) if isinstance(known, sympy.Eq) else ():
            if isinstance(mean, Conditional) and not value.atoms(Conditional):
                put = {mean: value}
                parts = [part if part == known else part.xreplace(put) for part in parts]
                statement = with_parts(statement, then=statement.then.xreplace(put))
                break
    return with_parts(statement, given=sympy.And(*parts))


def at_least_zero_given(
    supposed: Iterable[Condition],
    spoken: Iterable[Exponents],
    bounds: Iterable[Expression],
    degree: int,
) -> Iterator[Expression]:
    """Of what the mean is at least zero by hypotheses on conditional means: the differences of the
    sides, and these times functions of what is given, as far as a statement speaks of such, and of
    products up to a degree.

    bounds: polynomials that are at least zero for all values.
    """
    keys, positive = tuple(spoken), tuple(bounds)
    for part in supposed:
        equation = isinstance(part, sympy.Equality)
        high, low = part.args if equation else (part.gts, part.lts)
        given = {mean.args[1] for mean in part.atoms(Conditional)}
        own = _degree(high - low)
        factors = list(_factors(given, keys, degree - own))
        if not equation:
            within = [bound for bound in positive if bound.atoms(RandomVariable) <= given]
            factors = [factor for factor in factors if factor.is_nonnegative]
            factors += [bound for bound in within if _degree(bound) + own <= LARGEST_POWER]
        for factor in factors:
            product = sympy.expand(factor * (high - low))
            yield from (product, -product) if equation else (product,)


def above_zero_given(supposed: Iterable[Condition]) -> Iterator[Expression]:
    """Of what the mean is positive."""
    return (part.gts - part.lts for part in supposed if isinstance(part, STRICT))


def _factors(given: set[Symbol], keys: Iterable[Exponents], most: int) -> Iterator[Expression]:
    """One, powers of what is given up to a degree, and functions of it that are spoken of."""
    yield sympy.Integer(1)
    generators = dict.fromkeys(generator for key in keys for generator, _ in key)
    found: dict[Expression, None] = {}
    for generator in generators:
        if generator in given:
            found |= {generator**exponent: None for exponent in range(1, most + 1)}
        elif isinstance(generator, Feature) and generator.given is None:
            found |= dict.fromkeys(_functions_of(given, generator))
    yield from found


def _functions_of(given: set[Symbol], feature: Feature) -> Iterator[Expression]:
    """What a function is a product of that is a function of what is given."""
    back = {outcome(each): each for each in feature.variables}
    parts = [part for part in sympy.Mul.make_args(feature.of) if part.free_symbols & set(back)]
    own = [
        part for part in parts if {back[each] for each in part.free_symbols & set(back)} <= given
    ]
    if own:
        yield sympy.Mul(*own).xreplace(back)


def _degree(difference: Expression) -> int:
    """Of what the conditional means are of, or of what stands beside them."""
    inside = difference.xreplace({each: each.args[0] for each in difference.atoms(Conditional)})
    variables = inside.atoms(RandomVariable)
    polynomial = variables and inside.is_polynomial(*variables)
    return int(sympy.Poly(inside, *variables).total_degree()) if polynomial else 1


def at_case(
    part: Condition,
    values: dict[Symbol, Expression],
    mean: Callable[[Expression, Symbol, Expression], Expression],
) -> Condition:
    """The hypothesis where variables have these values.

    mean: of a function of outcomes where a variable has a value.
    """
    put = dict(values)
    for each in part.atoms(Conditional):
        inside, given = each.args
        put[each] = mean(in_outcomes(inside), given, values[given])
    return part.xreplace(put)
