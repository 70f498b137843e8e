"""What holds of any n numbers holds on average of n random copies, however these depend on one
another.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.chance.outcomes import chances
from probatum.lowering.chance.random_variables import needs_of, supports
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.random import Expectation, FeatureVariable, RandomVariable, Total
from probatum.type_names import Expression, Symbol

STRICT = (sympy.StrictLessThan, sympy.StrictGreaterThan)
MOST = 2  # the highest power of a sum that moments are asked about first


def of_any_numbers(statement: ForAll) -> ForAll | None:
    """A statement about sums over n numbers from which one about expectations of these sums
    follows; None where it speaks of other expectations, or of no higher powers of sums.
    """
    then, copies, supposed = statement.then, _copies(statement), supports(statement)
    if not copies or not isinstance(then, _Inequality):
        return None
    if statement.given.has(Expectation) or (supposed and not all(map(_is_any, copies))):
        return None  # these may contradict each other
    means = sorted(then.atoms(Expectation), key=sympy.default_sort_key)
    outer = {mean: sympy.Dummy(real=True) for mean in means}
    sides = [side.xreplace(outer) for side in (then.lts, then.gts)]
    linear = all(_is_linear(side, set(outer.values())) for side in sides)
    if not (linear and all(map(_is_of_sums_alone, means)) and any(map(_is_high, means))):
        return None
    numbers = {each: _numbers(each) for each in copies}
    inside = {symbol: mean.args[0].xreplace(numbers) for mean, symbol in outer.items()}
    low, high = (side.xreplace(inside) for side in sides)
    kind = sympy.Lt if isinstance(then, STRICT) else sympy.Le
    given = [part.xreplace(numbers) for part in conjuncts(statement.given)]
    variables = tuple(numbers.get(each, each) for each in statement.variables)
    return for_all(
        variables, sympy.And(*given, *needs_of(statement)), kind(low, high, evaluate=False)
    )


def _copies(statement: ForAll) -> list[Symbol]:
    """The random variables, where all are copies of one number; else none."""
    found = [each for each in statement.variables if isinstance(each, RandomVariable)]
    alike = len({each.known.get("of") for each in found}) == 1
    return found if alike and all("of" in each.known for each in found) else []


def _is_any(copies: Symbol) -> bool:
    """Whether nothing is known of the distribution."""
    return set(copies.known) <= {"call", "independent", "of"}


def _numbers(copies: Symbol) -> Symbol:
    known = (("call", "features"), ("independent", False), ("of", copies.known["of"]))
    return FeatureVariable(copies.name, known)


def _is_of_sums_alone(mean: Expression) -> bool:
    """Whether it is the mean of what is made of sums over all copies, and of no other mean."""
    if type(mean) is not Expectation or len(mean.args) != 1 or mean.args[0].has(Expectation):
        return False
    return not chances(mean.args[0].xreplace(_sums(mean)))


def _sums(mean: Expression) -> dict[Expression, Symbol]:
    return {each: sympy.Dummy(real=True) for each in mean.atoms(Total)}


def _is_linear(side: Expression, means: set[Symbol]) -> bool:
    """Whether it is a sum of multiples of the means."""
    if not side.free_symbols & means:
        return True
    polynomial = side.as_poly(*means)
    if polynomial is None or polynomial.total_degree() > 1:
        return False
    return not means & polynomial.free_symbols_in_domain


def _is_high(mean: Expression) -> bool:
    """Whether a sum stands in a function there, or a power that is higher than a square."""
    sums = _sums(mean)
    polynomial = mean.args[0].xreplace(sums).as_poly(*sums.values()) if sums else None
    return bool(sums) and (polynomial is None or polynomial.total_degree() > MOST)
