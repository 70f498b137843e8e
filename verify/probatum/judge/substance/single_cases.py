"""Tells whether what a statement supposes leaves single values to the numbers that it speaks of."""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy.logic.boolalg import Boolean

from probatum.proposition.kinds import Exists, Quantified
from probatum.proposition.parts import free_symbols
from probatum.type_names import Condition, Symbol

Follows = Callable[[tuple[Symbol, ...], Condition, Condition], bool]
MOST_CASES = 8  # that are told apart by Or


def is_of_single_cases(statement: Quantified, follows: Follows) -> bool:
    """Whether what it supposes leaves one value to each number of which it concludes something, or
    one in each of the cases that it tells apart, or the roots of a polynomial.
    """
    spoken = free_symbols(statement.then)
    names = [each for each in statement.variables if each in spoken]
    given = _fixing(statement)
    numbers = all(type(each) is sympy.Symbol for each in statement.variables)
    if not names or not numbers or given == sympy.true:
        return False
    cases = _cases(given)
    return bool(cases) and all(_is_single(case, statement, names, follows) for case in cases)


def _cases(given: Condition) -> list[Condition]:
    """The cases that are told apart by Or; the whole where they are many."""
    cases = [sympy.true]
    for part in sympy.And.make_args(given):
        cases = [sympy.And(case, each) for case in cases for each in sympy.Or.make_args(part)]
        if len(cases) > MOST_CASES:
            return [given]
    return [case for case in cases if case != sympy.false]


def _is_single(
    case: Condition, statement: Quantified, names: list[Symbol], follows: Follows
) -> bool:
    few = {each for each in statement.variables if _is_root(each, case)}
    if few.issuperset(names):
        return True
    copies = {each: sympy.Dummy(each.name, **each.assumptions0) for each in statement.variables}
    same = (sympy.Eq(each, copies[each], evaluate=False) for each in few)
    alike = (sympy.Eq(each, copies[each], evaluate=False) for each in names)
    both = sympy.And(case, case.xreplace(copies), *same)
    return follows((*statement.variables, *copies.values()), both, sympy.And(*alike))


def _is_root(variable: Symbol, case: Condition) -> bool:
    """Whether an equation makes it a root of a polynomial, of which there are few."""
    return any(
        isinstance(part, sympy.Equality)
        and part.free_symbols == {variable}
        and _has_roots(part.lhs - part.rhs, variable)
        for part in sympy.And.make_args(case)
    )


def _has_roots(difference: object, variable: Symbol) -> bool:
    expanded = sympy.expand(difference)
    return bool(expanded.is_polynomial(variable)) and variable in expanded.free_symbols


def _fixing(statement: Quantified) -> Condition:
    """What it supposes; of what there is, the values as well that it has."""
    if not isinstance(statement, Exists) or not isinstance(statement.then, Boolean):
        return statement.given
    values = (
        part
        for part in sympy.And.make_args(statement.then)
        if isinstance(part, sympy.Equality)
        and any(one.is_Symbol and other.is_number for one, other in (part.args, part.args[::-1]))
    )
    return sympy.And(statement.given, *values)
