"""Powers with a variable exponent as numbers between bounds: Bernoulli's inequality."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.every_case import known_where_defined
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import put
from probatum.type_names import Condition, Expression, Symbol

BERNOULLI = Theorem(
    "Bernoulli's inequality", "Hardy, Littlewood, Polya, Inequalities, theorem 42", exact=False
)


def powers_of(condition: Condition, variable: Symbol) -> list[Expression]:
    """The powers of something else with the variable as their exponent."""
    found = (power for power in condition.atoms(sympy.Pow) if power.exp == variable)
    return sorted(
        (power for power in found if not power.base.has(variable)), key=sympy.default_sort_key
    )


def bounded(condition: Condition, variable: Symbol) -> Iterator[Condition]:
    """The condition with a bound of each power in its place, where sides may meet."""
    powers = powers_of(condition, variable)
    for bound in (_above, _below) if powers else (_above,):
        yield put(condition, {power: bound(power.base, variable) for power in powers})


def between_bounds(statement: ForAll, variable: Symbol) -> ForAll:
    """The statement about any positive numbers between the bounds of its powers, for exponents
    from one on: it proves the statement.
    """
    numbers = {*statement.variables}  # not what an integral goes over, at which a power varies
    powers = [each for each in powers_of(statement.then, variable) if each.free_symbols <= numbers]
    names = {
        power: sympy.Symbol(f"power {number}", real=True) for number, power in enumerate(powers, 1)
    }
    facts = [
        known_where_defined(_known(power.base, name, variable), statement.given)
        for power, name in names.items()
    ]
    given = sympy.And(statement.given, sympy.Ge(variable, 1), *facts)
    return for_all((*statement.variables, *names.values()), given, put(statement.then, names))


def _above(base: Expression, exponent: Symbol) -> Expression:
    """What b^n is at most for 0 < b < 1: its inverse is (1 + (1/b - 1))^n >= 1 + n (1/b - 1)."""
    return base / (base + exponent * (1 - base))


def _below(base: Expression, exponent: Symbol) -> Expression:
    """What b^n is at least for b >= 1."""
    return 1 + exponent * (base - 1)


def _known(base: Expression, power: Symbol, exponent: Symbol) -> Condition:
    """What is known of b^n for n >= 1: small for b below 1, large for b above."""
    small = sympy.Le(power * (base + exponent * (1 - base)), base)
    large = sympy.Ge(power, _below(base, exponent))
    below = sympy.And(sympy.Gt(base, 0), sympy.Lt(base, 1))
    return sympy.And(
        sympy.Implies(sympy.Gt(base, 0), sympy.Gt(power, 0)),
        sympy.Implies(sympy.Eq(base, 0), sympy.Eq(power, 0)),
        sympy.Implies(below, sympy.And(small, sympy.Le(power, 1))),
        sympy.Implies(sympy.Ge(base, 1), large),
    )
