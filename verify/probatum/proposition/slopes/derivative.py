"""Differentiates by the rules of the textbook, without the algebra system's own,
and says where the derivative exists.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational

from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.slopes.derived_means import is_mean, is_smooth_mean
from probatum.proposition.slopes.kinks import derived_by_sides, is_stepped
from probatum.proposition.slopes.smoothness import ENTIRE, NotKnownError, is_smooth
from probatum.proposition.slopes.smoothness import condition as analytic
from probatum.proposition.subjects.few_terms import all_written_out
from probatum.proposition.subjects.rounded import between_steps, is_rounded, step_length
from probatum.type_names import Comparison, Condition, Expression, Symbol

SMOOTH = tuple({*ENTIRE} - {sympy.Si, sympy.Shi})  # whose derivatives SymPy writes as quotients
WITHIN = (sympy.log, sympy.tan, sympy.atanh)  # smooth wherever they are defined
INSIDE: dict[Expression, Callable[[Expression], Condition]] = {  # smooth but at an end
    sympy.asin: lambda u: sympy.And(sympy.Gt(u, -1), sympy.Lt(u, 1)),
    sympy.acos: lambda u: sympy.And(sympy.Gt(u, -1), sympy.Lt(u, 1)),
    sympy.acosh: lambda u: sympy.Gt(u, 1),
}
MOST_VARYING = 3  # powers, each with cases of its own
RULES: dict[Expression, Callable[[Expression], Expression]] = {
    sympy.exp: sympy.exp,
    sympy.log: lambda u: 1 / u,
    sympy.sin: sympy.cos,
    sympy.cos: lambda u: -sympy.sin(u),
    sympy.tan: lambda u: 1 + sympy.tan(u) ** 2,
    sympy.sinh: sympy.cosh,
    sympy.cosh: sympy.sinh,
    sympy.tanh: lambda u: 1 - sympy.tanh(u) ** 2,
    sympy.atan: lambda u: 1 / (1 + u**2),
    sympy.asinh: lambda u: 1 / sympy.sqrt(1 + u**2),
    sympy.asin: lambda u: 1 / sympy.sqrt(1 - u**2),
    sympy.acos: lambda u: -1 / sympy.sqrt(1 - u**2),
    sympy.acosh: lambda u: 1 / sympy.sqrt(u**2 - 1),
    sympy.atanh: lambda u: 1 / (1 - u**2),
    sympy.Abs: sympy.sign,
}


def derivative(expression: Expression, *variables: Symbol) -> Expression:
    """The derivative by one variable after the other, not simplified; for what has no rule here,
    the algebra system's.
    """
    expression = all_written_out(expression)
    for variable in variables:
        rule = by_the_algebra_system if is_stepped(expression, variable) else _derivative
        expression = rule(expression, variable)
    return expression


def _derivative(expression: Expression, variable: Symbol) -> Expression:
    if variable not in expression.free_symbols:
        return sympy.Integer(0)
    if expression == variable:
        return sympy.Integer(1)
    if expression.is_Add:
        return _sum(*(_derivative(term, variable) for term in expression.args))
    if expression.is_Mul:
        return _sum(
            *(
                _product_without(expression.args, number, variable)
                for number in range(len(expression.args))
            )
        )
    if expression.is_Pow and variable not in expression.exp.free_symbols:
        outer = _product(
            expression.exp, sympy.Pow(expression.base, expression.exp - 1, evaluate=False)
        )
        found = _product(outer, _derivative(expression.base, variable))
        varies = expression.exp.is_integer and expression.exp.free_symbols
        return sympy.Piecewise((0, sympy.Eq(expression.exp, 0)), (found, True)) if varies else found
    if expression.func in RULES and len(expression.args) == 1:
        (inner,) = expression.args
        return _product(RULES[expression.func](inner), _derivative(inner, variable))
    return by_the_algebra_system(expression, variable)


def by_the_algebra_system(expression: Expression, *variables: Symbol) -> Expression:
    """SymPy's derivative, with a step for the derivative of what has a kink: half of it where the
    sides meet, so that of two with one slope this is left; else there is no derivative there. Of
    what has steps itself, that of either side; what is rounded stays as it is.
    """
    expression = all_written_out(expression)
    flat, levels = between_steps(expression, variables)
    if levels:
        return by_the_algebra_system(flat, *variables).xreplace(levels)
    found = sympy.diff(expression, *variables)
    if any(power.exp.free_symbols for power in expression.atoms(sympy.Pow)):
        found = sympy.powsimp(found)  # n x^(n - 1), of which n x^n/x is not the value at zero
        found = _with_small_exponents(expression, variables, found)
    stepped = any(is_stepped(expression, variable) for variable in variables)
    if stepped or found.has(sympy.DiracDelta):
        by_sides = derived_by_sides(expression, variables)
        return found if by_sides is None else by_sides
    return found.xreplace({step: _by_cases(step) for step in found.atoms(sympy.Heaviside)})


def _with_small_exponents(
    expression: Expression, variables: tuple[Symbol, ...], found: Expression
) -> Expression:
    """What is found, and what it is at the exponents of powers that come to nothing: n x^(n - 1)
    has no value at zero where n is 0, and the constant that is derived there has.
    """
    powers = [power for power in expression.atoms(sympy.Pow) if power.base.has(*variables)]
    varying = [power for power in powers if power.exp.is_integer and power.exp.free_symbols]
    if len(varying) > MOST_VARYING or any(power.exp.has(*variables) for power in varying):
        return found
    cases = [
        (there, expression.xreplace({power: power.base**number}))
        for power in sorted(varying, key=sympy.default_sort_key)
        for number in range(len(variables))
        if (there := sympy.Eq(power.exp, number)) != sympy.false
    ]
    small = ((by_the_algebra_system(inner, *variables), there) for there, inner in cases)
    return sympy.Piecewise(*small, (found, True))


def _by_cases(step: Expression) -> Expression:
    (inside, *_) = step.args
    return sympy.Piecewise(
        (1, sympy.Gt(inside, 0)), (sympy.Rational(1, 2), sympy.Eq(inside, 0)), (0, True)
    )


def _product_without(factors: Expression, number: int, variable: Symbol) -> Expression:
    inner = _derivative(factors[number], variable)
    return inner if inner == 0 else _product(*factors[:number], inner, *factors[number + 1 :])


def _sum(*terms: Expression) -> Expression:
    kept = [term for term in terms if term != 0]
    return sympy.Add(*kept, evaluate=False) if kept else sympy.Integer(0)


def _product(*factors: Expression) -> Expression:
    if 0 in factors:
        return sympy.Integer(0)
    kept = [factor for factor in factors if factor != 1]
    return sympy.Mul(*kept, evaluate=False) if kept else sympy.Integer(1)


def decides(expression: Expression, variable: Symbol) -> bool:
    """Whether `differentiable` is necessary as well: one part bends,
    and nothing beside it can make up for that.
    """
    rough = [
        term
        for term in sympy.Add.make_args(expression)
        if differentiable(term, variable) != sympy.true
    ]
    if len(rough) != 1:
        return not rough
    part = rough[0].as_coeff_Mul()[1]
    if part.is_Pow:
        slope = sympy.diff(part.base, variable)
        return bool(slope.is_number and slope != 0)
    two = two_cases(part, variable)
    bends = isinstance(part, (sympy.Abs, sympy.Max, sympy.Min, sympy.sign)) or _jumps(
        part, variable
    )
    inside = part.args if two is None else two[1:]
    smooth = all(differentiable(argument, variable) == sympy.true for argument in inside)
    if two is not None:  # a case may have no value beyond its border, and at it
        return smooth and all(is_smooth(case, variable) for case in inside)
    return smooth and bends


def _jumps(part: Expression, variable: Symbol) -> bool:
    """Whether it is what is rounded of something that moves steadily."""
    if not is_rounded(part):
        return False
    slope = sympy.diff(part.args[0], variable)
    return bool(slope.is_number and slope.is_nonzero)


def differentiable(expression: Expression, variable: Symbol) -> Condition:
    """A condition under which a defined real expression has a derivative;
    None where none is known.
    """
    if variable not in expression.free_symbols or expression == variable:
        return sympy.true
    if isinstance(expression, sympy.Piecewise):
        return _between_borders(expression, variable)
    if isinstance(expression, sympy.Integral):
        return _within_ends(expression, variable)
    mean = expression.expr if isinstance(expression, sympy.Derivative) else expression
    if is_mean(mean):
        return sympy.true if is_smooth_mean(mean, variable) else None
    inner = [
        differentiable(argument, variable)
        for argument in expression.args
        if isinstance(argument, sympy.Expr)
    ]
    if None in inner:
        return None
    own = _own(expression, variable)
    return None if own is None else sympy.And(own, *inner)


def _between_borders(expression: Expression, variable: Symbol) -> Condition:
    """Where no condition of a case distinction is about to change, or two cases meet there with the
    same slope. What is compared may jump past a border without meeting it.
    """
    borders = {
        relation for _, condition in expression.args for relation in condition.atoms(Relational)
    }
    compared = (border.lhs - border.rhs for border in borders)
    jumping = (each for each in compared if not is_continuous(each, variable))
    branches = (branch for branch, _ in expression.args)
    inside = [differentiable(each, variable) for each in (*branches, *jumping)]
    if None in inside:
        return None
    if (two := two_cases(expression, variable)) is not None:
        border, one, other = two
        meet = sympy.And(sympy.Eq(one, other), _meet(one, other, variable))
        return sympy.And(*inside, sympy.Or(sympy.Ne(border.lhs, border.rhs), meet))
    return sympy.And(*inside, *(sympy.Ne(border.lhs, border.rhs) for border in borders))


def _within_ends(integral: Expression, variable: Symbol) -> Condition:
    """Where what is integrated is continuous at an end that moves, or hangs smoothly on both the
    variable and the integral's own.

    Source: Leibniz's integral rule; W. Rudin, Principles of Mathematical Analysis, 3rd ed. (1976),
    theorems 6.20 and 9.42.
    """
    if len(integral.limits) != 1 or len(integral.limits[0]) != 3:
        return None
    function, (inner, *ends) = integral.function, integral.limits[0]
    moving = [end for end in ends if end.has(variable)]
    conditions = [differentiable(end, variable) for end in moving]
    if None in conditions or any(end.is_infinite for end in ends):
        return None
    if function.has(variable):
        smooth = is_smooth(function, variable) and is_smooth(function, inner)
        return sympy.And(*conditions) if smooth else None
    try:
        continuous = analytic(function, inner)
    except NotKnownError:
        return None
    return sympy.And(*conditions, *(continuous.xreplace({inner: end}) for end in moving))


def two_cases(
    expression: Expression, variable: Symbol
) -> tuple[Comparison, Expression, Expression] | None:
    """The order relation by which two cases are told apart, one on either side of a point, and
    these; None of others.
    """
    if not isinstance(expression, sympy.Piecewise) or len(expression.args) != 2:
        return None
    (one, border), (other, rest) = expression.args
    if not isinstance(border, Relational) or border.rel_op in ("==", "!=") or rest != sympy.true:
        return None
    slope = sympy.expand(border.lhs - border.rhs).diff(variable)
    return (border, one, other) if slope.is_number and slope != 0 else None


def _own(expression: Expression, variable: Symbol) -> Condition:
    if (
        expression.is_Add
        or expression.is_Mul
        or isinstance(expression, (*SMOOTH, *WITHIN, AppliedUndef))
    ):
        return sympy.true
    if expression.func in INSIDE:
        return INSIDE[expression.func](expression.args[0])
    if expression.is_Pow:
        return sympy.true if expression.exp.is_integer else sympy.Gt(expression.base, 0)
    if isinstance(expression, sympy.Abs):
        return _meet(expression.args[0], sympy.Integer(0), variable)
    if isinstance(expression, (sympy.Max, sympy.Min)) and len(expression.args) == 2:
        return _meet(expression.args[0], expression.args[1], variable)
    if isinstance(expression, sympy.sign) and expression.args[0] == variable:
        return sympy.Ne(variable, 0)
    if is_rounded(expression):
        steps = expression.args[0] / step_length(expression)
        return sympy.Ne(steps, sympy.floor(steps))
    return None


def _meet(left: Expression, right: Expression, variable: Symbol) -> Condition:
    """Two functions apart, or touching with the same slope: there a derivative exists where they
    take turns.
    """
    slopes = sympy.Eq(by_the_algebra_system(left - right, variable), 0)
    return sympy.Or(sympy.Ne(left, right), slopes)
