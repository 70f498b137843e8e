"""Decides remainders of powers by following them, with those of all variables,
until they repeat.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from math import lcm, prod

import sympy
from sympy.core.relational import Relational

from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Why
from probatum.engines.decider import Ask, nobody
from probatum.lowering.components import equations
from probatum.lowering.scope import OutOfScopeError
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.parts import conjuncts, unchecked
from probatum.proposition.truth import truth_at
from probatum.shapes import Condition, Expression, Point, Statement, Symbol, Symbols, Values

NAME = "cycles"
ENGINE = "exact search"
MOST_CASES = 20_000
ROUNDED = (sympy.floor, sympy.ceiling)


def takes(statement: Statement) -> bool:
    """Conditions on remainders of powers and equalities of remainders, for all integers."""
    if not isinstance(statement, ForAll) or not statement.variables:
        return False
    inner = statement.then
    if not isinstance(inner, (Equal, sympy.logic.boolalg.Boolean)) or not all(
        variable.is_integer for variable in statement.variables
    ):
        return False
    parts = (inner.left, inner.right) if isinstance(inner, Equal) else (inner,)
    known = [part for part in parts if isinstance(part, sympy.Basic) and part.has(sympy.Mod)]
    return bool(known) and (isinstance(inner, Equal) or any(map(_powers, known)))


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove what holds for all residues, refute by the first numbers that have residues for which
    it does not.
    """
    try:
        inner = statement.then
        if isinstance(inner, Equal):
            inner = sympy.Or(*(sympy.And(*way) for way in equations(inner)))
        return _decided(
            unchecked(
                ForAll,
                variables=statement.variables,
                given=statement.given,
                then=_in_remainders(inner),
            )
        )
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Why.SCOPE)


def _in_remainders(condition: Condition) -> Condition:
    """Quotients rounded down or up, by the remainder that they leave."""
    return condition.replace(lambda part: isinstance(part, ROUNDED), _in_remainder)


def _in_remainder(part: Expression) -> Expression:
    inside = part.args[0]
    left = sympy.Mod(inside, 1) if isinstance(part, sympy.floor) else -sympy.Mod(-inside, 1)
    return inside - left


def _decided(statement: ForAll) -> Decision:
    bounds, rest = _bounds(statement)
    period = _period(sympy.And(statement.then, *rest))
    growing = {base for part in (statement.then, *rest) for base in _bases(part)}
    tried = 0
    for point in _cases(statement.variables, bounds, period, growing):
        tried += 1
        if (
            truth_at(sympy.And(*rest), point) is not False
            and truth_at(statement.then, point) is not True
        ):
            return _broken(statement, point, tried)
    return Decision(NAME, Outcome.PROVED, Why.RESIDUES, tried=tried)


def _broken(statement: ForAll, point: Values, tried: int) -> Decision:
    if truth_at(statement.given, point) is True and truth_at(statement.then, point) is False:
        shown = Counterexample(tuple((variable.name, value) for variable, value in point.items()))
        return Decision(NAME, Outcome.REFUTED, Why.COUNTEREXAMPLE, shown, tried=tried)
    return Decision(NAME, Outcome.UNDECIDED, Why.TOUCHING, tried=tried)


def _bounds(statement: ForAll) -> tuple[dict[Symbol, int], list[Condition]]:
    """Where variables start, and the hypotheses that are no such bound."""
    found: dict[Expression, int] = {}
    rest = []
    for part in conjuncts(statement.given):
        low = part.lts if isinstance(part, Relational) and hasattr(part, "gts") else None
        if low is not None and low.is_Rational and part.gts in statement.variables:
            first = sympy.floor(low) + 1 if part.rel_op in ("<", ">") else sympy.ceiling(low)
            found[part.gts] = max(int(first), found.get(part.gts, int(first)))
        else:
            rest.append(part)
    return found, rest


def _period(condition: Condition) -> int:
    """A number such that the condition depends on polynomials and powers through their residues by
    it alone; raises otherwise.
    """
    moduli = [_modulus(part) for part in condition.atoms(sympy.Mod)]
    for relation in condition.atoms(Relational):
        outside = (relation.lhs - relation.rhs).xreplace(
            {part: sympy.Integer(0) for part in relation.atoms(sympy.Mod)}
        )
        if sympy.expand(outside).free_symbols:
            raise OutOfScopeError(str(relation))
    if not moduli or condition.atoms(*ROUNDED):
        raise OutOfScopeError("no remainder")
    return lcm(*moduli)


def _modulus(part: Expression) -> int:
    """By what an integer must be known for its remainder: by the divisor,
    times the denominators of what is divided.
    """
    inside, divisor = part.args
    if not (divisor.is_Integer and divisor > 0) or inside.has(sympy.Mod):
        raise OutOfScopeError(str(part))
    powers = _powers(inside)
    flat = sympy.Poly(sympy.expand(inside.xreplace({power: sympy.Dummy() for power in powers})))
    if not (flat.domain.is_ZZ or flat.domain.is_QQ) or not all(
        generator.is_Symbol for generator in flat.gens
    ):
        raise OutOfScopeError(str(part))
    return int(divisor) * lcm(
        *(int(coefficient.q) for coefficient in map(sympy.Rational, flat.coeffs()))
    )


def _powers(expression: Expression) -> list[Expression]:
    return [power for power in expression.atoms(sympy.Pow) if not power.exp.is_number]


def _bases(condition: Condition) -> Iterator[tuple[Expression, Expression]]:
    """Base and exponent of the powers of numbers; raises where an exponent is no integer variable
    times a number, or may be negative.
    """
    for power in _powers(condition):
        slope, rest = power.exp.as_independent(*power.exp.free_symbols, as_Add=True)[::-1]
        if not (power.base.is_Integer and len(power.exp.free_symbols) == 1 and rest.is_Integer):
            raise OutOfScopeError(str(power))
        coefficient, variable = slope.as_coeff_Mul()
        if not (coefficient.is_Integer and coefficient > 0 and variable.is_Symbol):
            raise OutOfScopeError(str(power))
        yield power.base, power.exp


def _cases(
    variables: Symbols, bounds: dict[Symbol, int], period: int, growing: set[Expression]
) -> Iterator[Point]:
    """Values of the variables that have every combination of residues, of powers as well."""
    ranges = []
    for variable in variables:
        powers = sorted(
            ((base, exponent) for base, exponent in growing if exponent.has(variable)), key=str
        )
        ranges.append(_values(variable, bounds, period, powers))
    if prod(map(len, ranges)) > MOST_CASES:
        raise OutOfScopeError("many residues")
    for values in itertools.product(*ranges):
        yield dict(zip(variables, map(sympy.Integer, values), strict=True))


def _values(
    variable: Symbol,
    bounds: dict[Symbol, int],
    period: int,
    powers: list[tuple[Expression, Expression]],
) -> list[int]:
    """From the start on until the residue of the variable and of all powers come again:
    then all comes again.
    """
    if powers and variable not in bounds:
        raise OutOfScopeError(f"{variable} without a start")
    start = bounds.get(variable, 0)
    seen: set[tuple[int, ...]] = set()
    values: list[int] = []
    for value in itertools.count(start):
        exponents = [
            int(exponent.xreplace({variable: sympy.Integer(value)})) for _, exponent in powers
        ]
        if any(exponent < 0 for exponent in exponents) or len(values) > MOST_CASES:
            raise OutOfScopeError("a negative exponent")
        here = (
            value % period,
            *(
                pow(int(base), exponent, period)
                for (base, _), exponent in zip(powers, exponents, strict=True)
            ),
        )
        if here in seen:
            return values
        seen.add(here)
        values.append(value)
    return values
