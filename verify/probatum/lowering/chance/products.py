"""Products of powers of what is random within one group, as what their moment is known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import sympy

from probatum.lowering.chance.outcomes import Feature, Group, group_of, outcome
from probatum.lowering.chance.sums import Powers
from probatum.type_names import Expression, Symbol

Exponents = tuple[tuple[Expression, int], ...]


def group(generator: Expression) -> Group:
    return group_of(generator.variables[0] if isinstance(generator, Feature) else generator)


def rows_of_moment(generator: Expression) -> Iterator[Expression]:
    """What a moment is one of, of which squares have means that are at least zero."""
    if isinstance(generator, Feature) and generator.given is None:
        return
    yield generator
    if isinstance(generator, Feature):
        yield generator.given
        if generator.of in map(outcome, generator.variables):
            yield from (v for v in generator.variables if outcome(v) == generator.of)


def bounds_of_mean(generator: Expression, symbol: Symbol) -> Iterator[Expression]:
    """What the mean of a function is at least, and at most, where that is seen."""
    if not isinstance(generator, Feature) or generator.given is not None:
        return
    if is_indicator(generator.of):
        yield from (symbol, 1 - symbol)
    elif generator.of.is_nonnegative:
        yield symbol


def is_indicator(function: Expression) -> bool:
    """Whether a function is 1 where an event occurs and 0 elsewhere."""
    return isinstance(function, sympy.Piecewise) and all(
        value in (0, 1) for value, _ in function.args
    )


def known_moment(variable: Symbol, power: int) -> Expression | None:
    """The mean or the variance that is known."""
    known = variable.known
    if power == 1:
        return known.get("bernoulli", known.get("mean"))
    return known.get("variance") if power == 2 else None


def canonical(powers: Powers) -> Exponents | Expression:
    """A product of powers within one group as what its moment is known by, or its number."""
    means = {each for each in powers if isinstance(each, Feature) and each.given is not None}
    if means:
        return _of_means(powers, means)
    function = _in_numbers(powers)
    variables = _variables(powers)
    at = {outcome(variable): variable for variable in variables}
    if not function.free_symbols & set(at):
        return function
    if not function.is_polynomial(*at) or sympy.Poly(function, *at).length() > 1:
        return ((Feature(function, tuple(sorted(variables, key=str))), 1),)
    (exponents,) = sympy.Poly(function, *at).monoms()
    found = {at[number]: power for number, power in zip(at, exponents, strict=True) if power}
    found = {each: 1 if "bernoulli" in each.known else power for each, power in found.items()}
    return tuple(sorted(found.items(), key=lambda entry: str(entry[0].name)))


def _in_numbers(powers: Powers) -> Expression:
    """A product of powers as a function of outcomes; a power of an indicator is the indicator."""
    factors = []
    for each, power in powers.items():
        of = each.of if isinstance(each, Feature) else outcome(each)
        factors.append(of if is_indicator(of) else of**power)
    function = sympy.Mul(*factors)
    return sympy.powsimp(function, combine="exp") if function.has(sympy.exp) else function


def _variables(powers: Powers) -> set[Symbol]:
    return {
        variable
        for each in powers
        for variable in (each.variables if isinstance(each, Feature) else (each,))
    }


def _of_means(powers: Powers, means: set[Feature]) -> Exponents | Expression:
    """With conditional means: one of them comes to the mean of what it is of, and what stands
    beside several comes to its own.
    """
    given = {each.given for each in means}
    beside = {each: power for each, power in powers.items() if each not in means}
    of_given = {each: power for each, power in beside.items() if _variables({each: 1}) == given}
    others = {each: power for each, power in beside.items() if each not in of_given}
    if sum(powers[each] for each in means) == 1 and not others:
        (mean,) = means
        of = Feature(mean.of, mean.variables)
        return canonical({**of_given, of: 1})
    if others and len(given) == 1:
        (condition,) = given
        more = _variables(others) - given
        own = Feature(_in_numbers(others), (condition, *sorted(more, key=str)), condition)
        others = {own: 1}
    merged = Counter(of_given) + Counter({each: powers[each] for each in means}) + Counter(others)
    return tuple(sorted(merged.items(), key=lambda entry: str(entry[0].name)))
