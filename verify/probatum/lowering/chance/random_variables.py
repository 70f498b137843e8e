"""What is supposed of random variables: where their values lie, and what constants they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

import sympy
from sympy.core.relational import _Inequality

from probatum.errors import DefinitionError
from probatum.lowering.chance.conditional_means import is_conditional
from probatum.lowering.chance.outcomes import chances
from probatum.lowering.chance.products import Exponents
from probatum.lowering.chance.sums import Powers
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.random import (
    Conditional,
    Expectation,
    Noise,
    RandomVariable,
    Total,
)
from probatum.type_names import Condition, Expression, Symbol


def is_random(statement: ForAll) -> bool:
    """Whether a statement speaks of anything random."""
    return any(isinstance(variable, (RandomVariable, Noise)) for variable in statement.variables)


def supports(statement: ForAll) -> tuple[Condition, ...]:
    """The hypotheses on the values that random variables take."""
    return tuple(part for part in conjuncts(statement.given) if _is_support(part))


def conditional_means(statement: ForAll) -> tuple[Condition, ...]:
    """The hypotheses on conditional means, which are random."""
    return tuple(part for part in conjuncts(statement.given) if is_conditional(part))


def of_moments(statement: ForAll) -> tuple[Condition, ...]:
    """The hypotheses on moments and numbers."""
    parts = conjuncts(statement.given)
    return tuple(part for part in parts if not (_is_support(part) or is_conditional(part)))


def _is_support(part: Condition) -> bool:
    inside = part.replace(
        lambda found: isinstance(found, (Expectation, Conditional)), lambda found: sympy.Integer(0)
    )
    return bool(chances(inside)) and not inside.atoms(Total) and not is_conditional(part)


def needs_of(statement: ForAll) -> list[Condition]:
    """What is true of the constants of random variables."""
    variables = [each for each in statement.variables if isinstance(each, RandomVariable)]
    own = [need for variable in variables for need in _needs(variable)]
    supposed = supports(statement)
    return own + [need for variable in variables for need in _between_bounds(variable, supposed)]


Bounds = list[tuple[Expression, bool]]  # each with whether it is never taken


def bounds_of(variable: Symbol, supposed: Sequence[Condition]) -> tuple[Bounds, Bounds]:
    """Numbers between which all values lie, as hypotheses say: lower and upper ones."""
    lows: Bounds = []
    highs: Bounds = []
    for part in supposed:
        if not isinstance(part, _Inequality) or part.atoms(RandomVariable) != {variable}:
            continue
        strict = isinstance(part, (sympy.Gt, sympy.Lt))
        if part.lts == sympy.Abs(variable) and not part.gts.has(variable):
            lows.append((-part.gts, strict))
            highs.append((part.gts, strict))
        difference = sympy.expand(part.gts - part.lts)
        if difference.is_polynomial(variable) and sympy.degree(difference, variable) == 1:
            share = difference.coeff(variable)
            bound = sympy.expand(-difference.coeff(variable, 0) / share)
            if share.is_Rational:
                (lows if share > 0 else highs).append((bound, strict))
    return lows, highs


def _between_bounds(variable: Symbol, supposed: Sequence[Condition]) -> Iterator[Condition]:
    """That the lower bounds of all values are at most the upper ones: there is a value."""
    for part in supposed:
        about_it = isinstance(part, _Inequality) and part.lts == variable**2
        if about_it and not part.gts.atoms(RandomVariable):
            yield part.func(*(0 if side == part.lts else side for side in part.args))
    for (low, above), (high, below) in product(*bounds_of(variable, supposed)):
        if not (low.is_number and high.is_number):
            yield (sympy.Gt if above or below else sympy.Ge)(high, low)


def _needs(variable: Symbol) -> Iterator[Condition]:
    known = variable.known
    if "variance" in known:
        yield sympy.Ge(known["variance"], 0)
    if "bernoulli" in known:
        yield from (sympy.Ge(known["bernoulli"], 0), sympy.Le(known["bernoulli"], 1))
    if "of" in known:
        yield sympy.Ge(known["of"], 1)
    if "drawn_from" in known:
        yield sympy.Le(known["of"], known["drawn_from"])
        if "variance" in known:  # one value alone has none
            one = sympy.Eq(known["variance"], 0)
            yield sympy.Or(sympy.Ge(known["drawn_from"], 2), one)
    if "correlation" in known:
        correlation, count = known["correlation"], known["of"]
        yield from (sympy.Ge(correlation, -1), sympy.Le(correlation, 1))
        yield sympy.Ge(1 + (count - 1) * correlation, 0)


def of_one_value(
    spoken: Sequence[Exponents], moment: Callable[[Powers], Expression]
) -> Iterator[Condition]:
    """That what is drawn from one value alone does not vary, of which no variance is known."""
    squares = (key[0][0] for key in spoken if len(key) == 1 and key[0][1] == 2)
    for variable in squares:
        if "drawn_from" in variable.known and "variance" not in variable.known:
            constant = sympy.Eq(moment({variable: 2}), moment({variable: 1}) ** 2)
            yield sympy.Or(sympy.Ge(variable.known["drawn_from"], 2), constant)


def varies_freely(variable: Symbol) -> bool:
    """Whether it depends on no other of its call, and its copies on none of them."""
    return bool(variable.known["independent"]) and not _copies_depend(variable)


def is_rare(variable: Symbol) -> bool:
    """Whether copies that depend on one another are 0 or 1, which not all constants admit."""
    if not isinstance(variable, RandomVariable):
        return False
    return "bernoulli" in variable.known and _copies_depend(variable)


def _copies_depend(variable: Symbol) -> bool:
    return bool({"drawn_from", "correlation"} & set(variable.known))


def check_together(variables: Sequence[Symbol]) -> None:
    """Raise DefinitionError where variables of several calls are multiplied."""
    calls = sorted({variable.known["call"] for variable in variables})
    if len(calls) > 1:
        raise DefinitionError(
            f"got {calls[0]} and {calls[1]} multiplied, of which nobody says how they depend, "
            "wanted them in one call of random, with independent=True or independent=False"
        )
