"""Quadratic functions of a class become symmetric matrices with eigenvalues in an interval."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.interpolation import class_of_function
from probatum.lowering.theorem import Theorem
from probatum.proposition.domains import Built, General, VectorVariable
from probatum.proposition.functions import FunctionVariable, Gradient, Minimizer, Proximal, Value
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import unchecked
from probatum.proposition.products import Dot
from probatum.proposition.symmetric import Applied, MatrixVariable
from probatum.type_names import Condition, Expression, Symbol, Symbols, Vector

HESSIAN = Theorem(
    "a quadratic function is half the form of its Hessian, about its minimizer where there is one",
    "Luenberger, Ye, Linear and Nonlinear Programming, 4th ed., section 8.2",
    exact=True,
)
Quantified = ForAll | Exists


def steps_of_quadratics(statement: ForAll) -> list[Expression]:
    """The steps of the proximal points of quadratic functions."""
    found = {each for part in (statement.given, statement.then) for each in part.atoms(Proximal)}
    return [each.args[1] for each in sorted(found, key=str) if _is_quadratic(each.args[0])]


def _is_quadratic(variable: Symbol) -> bool:
    return isinstance(variable, FunctionVariable) and "quadratic" in dict(variable.properties)


def without_quadratics(statement: Quantified) -> Quantified:
    """The statement about the Hessians of its quadratic functions."""
    for variable in statement.variables:
        if _is_quadratic(variable):
            return without_quadratics(_by_hessian(statement, variable))
    return statement


def _by_hessian(statement: Quantified, function: Symbol) -> Quantified:
    parts = (statement.given, statement.then)
    centre = VectorVariable(f"x⋆[{function.name}]")
    named = any(Minimizer(function) in part.atoms(Minimizer) for part in parts)
    known = dict(function.properties)
    bound = known.setdefault("smooth", sympy.Symbol(f"curvature of {function.name}", real=True))
    form = _Form(function, _hessian(function, known, named), centre if named else None)
    given, then = map(form.of, parts)
    given = sympy.And(given, *form.equations)
    if named:
        points = [v for v in statement.variables if isinstance(v, VectorVariable)]
        points += form.ends.values()
        moved = {point: point + centre for point in points}
        apart = [_moved(part, moved) for part in (given, then)]
        if not any(part.has(centre) for part in apart):
            given, then = apart
    also = tuple(each for each in form.unknowns if then.has(each) or given.has(each))
    properties = {name: value for name, value in known.items() if name != "quadratic"}
    needs = class_of_function(properties, function.name).needs(properties)
    variables = [form.matrix if v == function else v for v in statement.variables]
    variables += [*form.ends.values(), *([] if "smooth" in dict(function.properties) else [bound])]
    stated: Quantified = unchecked(
        type(statement),
        variables=(*variables, *also),
        given=sympy.And(given, *needs),
        then=then,
    )
    return stated


def _hessian(function: Symbol, known: Mapping[str, Expression], has_minimizer: bool) -> Symbol:
    """The Hessian, whose eigenvalues are the curvatures that the class admits; any one has a
    largest curvature.
    """
    if set(known) - {"quadratic", "convex", "strongly", "smooth"}:
        names = ", ".join(sorted(dict(function.properties)))
        raise DefinitionError(
            f"functions: got {function.name!r} with {names}, wanted quadratic "
            "beside smooth=, convex or strongly="
        )
    convex = has_minimizer or {"convex", "strongly"} & set(known)
    low = known.get("strongly", sympy.Integer(0) if convex else -known["smooth"])
    return MatrixVariable(f"∇²{function.name}", (("low", low), ("high", known["smooth"])))


@dataclass(frozen=True, slots=True)
class _Form:
    """<x - s, H (x - s)>/2 + c about the minimizer s; without one, <x, H x>/2 + <b, x> + c."""

    function: Symbol
    matrix: Symbol
    centre: Symbol | None
    ends: dict[Expression, Vector] = field(default_factory=dict)  # of proximal steps
    equations: list[Condition] = field(default_factory=list)

    @property
    def slope(self) -> Symbol:
        """The gradient at zero."""
        return VectorVariable(f"∇{self.function.name}(0)")

    @property
    def constant(self) -> Symbol:
        """The value at the minimizer, or at zero."""
        return sympy.Symbol(f"{self.function.name}({self.centre or 0})", real=True)

    @property
    def unknowns(self) -> Symbols:
        """What a statement may depend on besides the Hessian."""
        return (self.slope if self.centre is None else self.centre, self.constant)

    def of(self, expression: Expression) -> Expression:
        """An expression or condition with the form in place of the function."""
        if not expression.args or isinstance(expression, General):
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        if not isinstance(expression, Built) or expression.args[0] != self.function:
            return expression.func(*map(self.of, expression.args), **options)
        match expression:
            case Value():
                return self._value(self.of(expression.args[1]))
            case Gradient():
                return self._gradient(self.of(expression.args[1]))
            case Minimizer():
                return self.centre
        assert isinstance(expression, Proximal)
        return self._proximal(expression)

    def _proximal(self, expression: Expression) -> Vector:
        """The end of a proximal step: where the gradient times the step is what is left of it."""
        _, step, point = expression.args
        if not {"convex", "strongly"} & set(dict(self.function.properties)):
            raise DefinitionError(
                f"proximal: got the quadratic function {self.function.name}, wanted one that is "
                "said to be convex"
            )
        if expression not in self.ends:
            end = self.ends[expression] = VectorVariable(str(expression))
            reached = sympy.expand(end + step * self._gradient(end))
            self.equations.append(sympy.Gt(step, 0))
            self.equations.append(sympy.Eq(reached, self.of(point), evaluate=False))
        return self.ends[expression]

    def _gradient(self, point: Vector) -> Vector:
        away = sympy.expand(point if self.centre is None else point - self.centre)
        turned = Applied(self.matrix, sympy.Integer(1), away)
        return turned + self.slope if self.centre is None else turned

    def _value(self, point: Vector) -> Expression:
        away = sympy.expand(point if self.centre is None else point - self.centre)
        if away == 0:
            return self.constant
        bend = Dot(away, Applied(self.matrix, sympy.Integer(1), away)) / 2
        line = Dot(self.slope, away) if self.centre is None else 0
        return bend + line + self.constant


def _moved(expression: Expression, moved: dict[Expression, Expression]) -> Expression:
    """With points measured from another one, multiplied out where vectors are."""
    if expression in moved:
        return moved[expression]
    if not expression.args or isinstance(expression, General):
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    parts = [_moved(part, moved) for part in expression.args]
    if isinstance(expression, Built):
        parts = [sympy.expand(part) if not isinstance(part, General) else part for part in parts]
    return expression.func(*parts, **options)
