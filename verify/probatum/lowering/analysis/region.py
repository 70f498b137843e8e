"""Describes the set that hypotheses admit up to measure zero: by inequalities that hold only at
inner points.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.linear_part import linear
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.proposition.kinds import AlmostAll
from probatum.proposition.parts import conjuncts, put, unchecked
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.type_names import Comparison, Condition, Expression, Symbol

JUMPING = (sympy.frac, sympy.atan2, sympy.acot)
ROUNDED = (sympy.floor, sympy.ceiling, sympy.Mod)  # constant between jumps, or but for a constant
BRANCHING = (sympy.Abs, sympy.sign, sympy.Max, sympy.Min, sympy.Piecewise)
MOST_CASES = 64
STRICT = {sympy.LessThan: sympy.StrictLessThan, sympy.GreaterThan: sympy.StrictGreaterThan}


@dataclass(frozen=True, slots=True)
class Region:
    """Inner points of a set; `exact` where all others of the set are of measure zero."""

    inner: Expression
    exact: bool


def region(condition: Condition) -> Region:
    """The inner points of the set where the condition is defined and true.

    An equation has none that are seen, unless its sides are the same or integers. Raises
    OutOfScopeError where a function jumps and is no floor, and beyond so many cases.
    """
    condition = sympy.And(condition, defined(condition))
    if condition.atoms(*JUMPING):
        raise OutOfScopeError("a function that jumps")
    cases = []
    exact = True
    for case in _cases(condition):
        rounded = case.atoms(*ROUNDED)  # whole on an open set, perhaps
        exact = exact and not rounded and all(map(_rational, case.atoms(Relational)))
        smooth = sympy.And(case, *map(_between_jumps, rounded))
        cases.append(sympy.to_nnf(smooth, simplify=False))
        if len(cases) > MOST_CASES:
            raise OutOfScopeError("many cases")
    return Region(sympy.Or(*map(_strict, cases)), exact)


def _between_jumps(rounded: Expression) -> Condition:
    """Where a floor, or a remainder, goes on beside a point as it does there."""
    inner = rounded.args[0]
    if isinstance(rounded, sympy.Mod):
        modulus = rounded.args[1]
        if not modulus.is_Rational or modulus == 0:
            raise OutOfScopeError("a remainder by what is no number")
        inner = inner / modulus
    return sympy.StrictLessThan(sympy.floor(inner), inner)


def _cases(condition: Condition) -> Iterator[Condition]:
    """The condition with each absolute value and the like replaced by one of its branches,
    and where that branch is meant.
    """
    inner = [
        part
        for part in sympy.preorder_traversal(condition)
        if isinstance(part, BRANCHING) and not _branches_inside(part)
    ]
    if not inner:
        yield condition
        return
    chosen = min(inner, key=sympy.default_sort_key)
    for where, value in _branches(chosen):
        yield from _cases(sympy.And(where, condition.xreplace({chosen: value})))


def _branches_inside(part: Expression) -> bool:
    return any(argument.has(*BRANCHING) for argument in part.args)


def _branches(function: Symbol) -> list[tuple[Condition, Expression]]:
    """Where each branch is meant, up to measure zero, and its value there: what is no rational
    function may be zero on an open set, as a floor is.
    """
    if isinstance(function, sympy.Piecewise):
        earlier: Condition = sympy.false
        found = []
        for value, condition in function.args:
            found.append((sympy.And(sympy.Not(earlier), condition), value))
            earlier = sympy.Or(earlier, condition)
        return found
    if isinstance(function, (sympy.Max, sympy.Min)):
        return [(_extreme(function, number), value) for number, value in enumerate(function.args)]
    inside = function.args[0]
    if _vanishes(inside):
        return [(sympy.true, sympy.Integer(0))]
    sign = (
        (sympy.Integer(1), -sympy.Integer(1))
        if isinstance(function, sympy.sign)
        else (inside, -inside)
    )
    between = [] if inside.is_rational_function() else [(sympy.Eq(inside, 0), sympy.Integer(0))]
    return [(sympy.Gt(inside, 0), sign[0]), (sympy.Lt(inside, 0), sign[1]), *between]


def _extreme(function: Symbol, number: int) -> Condition:
    """Where that argument of a maximum or minimum is the one, the first of equal ones."""
    strict, weak = (sympy.Gt, sympy.Ge) if isinstance(function, sympy.Max) else (sympy.Lt, sympy.Le)
    mine = function.args[number]
    same = [_vanishes(mine - other) for other in function.args]
    if True in same[:number]:
        return sympy.false
    told = [
        place < number or (mine - other).is_rational_function()
        for place, other in enumerate(function.args)
    ]
    return sympy.And(
        *(
            (strict if apart else weak)(mine, other)
            for other, equal, apart in zip(function.args, same, told, strict=True)
            if not equal
        )
    )


def _strict(condition: Condition) -> Condition:
    if isinstance(condition, (sympy.And, sympy.Or)):
        return condition.func(*(_strict(part) for part in condition.args))
    if isinstance(condition, sympy.Not):
        raise OutOfScopeError("an opposite that is no relation")
    if not isinstance(condition, Relational) or not (
        isinstance(condition, sympy.Equality) or condition.func in STRICT
    ):
        return condition
    difference = condition.lhs - condition.rhs
    if _vanishes(difference):
        return sympy.true  # everywhere that it is defined
    if difference.is_integer:
        return _of_integers(condition)
    if isinstance(condition, sympy.Equality):
        return sympy.false
    return STRICT[condition.func](*condition.args)


def _of_integers(relation: Comparison) -> Condition:
    """A relation of integers by strict ones, which hold beside a point as well."""
    if isinstance(relation, sympy.Equality):
        difference = relation.lhs - relation.rhs
        return sympy.And(difference < 1, difference > -1)
    return sympy.StrictLessThan(relation.lts - relation.gts, 1)


def _vanishes(difference: Expression) -> bool:
    """Whether it is zero wherever it has a value; if not, the zeros of a rational function are of
    measure zero. Raises OutOfScopeError where a coefficient is perhaps zero.
    """
    if not difference.is_rational_function():
        return bool(sympy.expand(difference) == 0)
    numerator, _ = sympy.fraction(sympy.cancel(difference))
    symbols = sorted(numerator.free_symbols, key=str)
    coefficients = sympy.Poly(numerator, *symbols).coeffs() if symbols else [numerator]
    zero = {truth_at(sympy.Eq(each, 0), {}) for each in coefficients}
    if False in zero:
        return False
    if None in zero:
        raise OutOfScopeError("a coefficient that is perhaps zero")
    return True


def _rational(relation: Comparison) -> bool:
    return all(side.is_rational_function() for side in (relation.lhs, relation.rhs))


def solved(statement: AlmostAll) -> AlmostAll:
    """The statement without the variables for which a hypothesis is solved: of a line or plane,
    its coordinates say as much, with where hypotheses have values, as what is put in may cancel.
    """
    admitted = conjuncts(sympy.And(statement.given, defined(statement.given)))
    for equation in admitted:
        for variable in (
            statement.variables
            if isinstance(equation, sympy.Equality) and len(statement.variables) > 1
            else ()
        ):
            slope, rest = linear(equation.lhs - equation.rhs, variable) or (sympy.S.Zero, equation)
            if slope.is_Rational and slope != 0 and rest.is_polynomial():
                value = {variable: -rest / slope}
                others = tuple(other for other in statement.variables if other != variable)
                given = sympy.And(*(put(part, value) for part in admitted if part != equation))
                return solved(
                    unchecked(
                        AlmostAll, variables=others, given=given, then=put(statement.then, value)
                    )
                )
    return statement
