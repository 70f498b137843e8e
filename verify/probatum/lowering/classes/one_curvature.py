"""Functions of which all curvatures are the same number are a square, a line and a constant."""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import unchecked
from probatum.proposition.subjects.domains import Built, General, VectorVariable, is_vector
from probatum.proposition.subjects.functions import (
    FunctionVariable,
    Gradient,
    Minimizer,
    Proximal,
    Value,
)
from probatum.proposition.subjects.products import Dot, Norm, dot, norm
from probatum.type_names import Condition, Expression, Symbol, Vector

SQUARE = Theorem(
    "a function whose curvatures are all L is L/2 times the squared length, a line and a constant",
    "Nesterov, Introductory Lectures on Convex Optimization, 2004, section 2.1",
    exact=True,
)
Quantified = ForAll | Exists


def without_one_curvature(statement: Quantified) -> Quantified:
    """The statement with such a form in place of each function that has one."""
    for variable in statement.variables:
        if _has_one(variable) and not _at_numbers(statement, variable):
            return without_one_curvature(_with_square(statement, variable))
    return statement


def _has_one(variable: Symbol) -> bool:
    if not isinstance(variable, FunctionVariable):
        return False
    known = dict(variable.properties)
    if set(known) - {"convex", "smooth", "strongly"} or len(known) < 2:
        return False
    return bool(known.get("smooth") == known.get("strongly"))


def _at_numbers(statement: Quantified, function: Symbol) -> bool:
    """Whether it is taken at what is no vector."""
    values = (each for part in (statement.given, statement.then) for each in part.atoms(Value))
    return any(
        each.args[0] == function and not is_vector(each.args[1]) and each.args[1] != 0
        for each in values
    )


def _with_square(statement: Quantified, function: Symbol) -> Quantified:
    form = _Square(function, dict(function.properties)["smooth"])
    given, then = map(form.of, (statement.given, statement.then))
    steps = (
        sympy.Gt(each.args[1], 0)
        for part in (statement.given, statement.then)
        for each in part.atoms(Proximal)
        if each.args[0] == function
    )
    said = given.free_symbols | then.free_symbols
    also = [each for each in (form.slope, form.constant) if each in said]
    variables = [each for each in statement.variables if each != function]
    stated: Quantified = unchecked(
        type(statement),
        variables=(*variables, *also),
        given=sympy.And(given, sympy.Gt(form.curvature, 0), *steps),
        then=then,
    )
    return stated


@dataclass(frozen=True, slots=True)
class _Square:
    """L/2 |x|^2 + <b, x> + c."""

    function: Symbol
    curvature: Expression

    @property
    def slope(self) -> Symbol:
        """The gradient at zero."""
        return VectorVariable(f"∇{self.function.name}(0)")

    @property
    def constant(self) -> Symbol:
        """The value at zero."""
        return sympy.Symbol(f"{self.function.name}(0)", real=True)

    def of(self, part: Expression | Condition) -> Expression:
        """An expression or condition with the form in place of the function."""
        if not part.args or isinstance(part, General):
            return part
        if isinstance(part, Built) and part.args[0] == self.function:
            return self._built(part)
        args = [self.of(each) for each in part.args]
        if isinstance(part, Built):
            args = [each if isinstance(each, General) else sympy.expand(each) for each in args]
            if isinstance(part, (Dot, Norm)) and 0 in args:
                return sympy.Integer(0)
        options = {"evaluate": False} if isinstance(part, Relational) else {}
        return part.func(*args, **options)

    def _built(self, part: Expression) -> Expression:
        if isinstance(part, Minimizer):
            return -self.slope / self.curvature
        point: Vector = sympy.expand(self.of(part.args[-1]))
        if isinstance(part, Gradient):
            return sympy.expand(self.curvature * point + self.slope)
        if isinstance(part, Value):
            return self.curvature / 2 * norm(point) ** 2 + dot(self.slope, point) + self.constant
        step = self.of(part.args[1])
        return sympy.expand((point - step * self.slope) / (1 + step * self.curvature))
