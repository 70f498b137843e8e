"""Quadratic functions of a class become symmetric matrices with eigenvalues in an interval."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.classes.interpolation import class_of_function
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import unchecked
from probatum.proposition.phrases.symmetric import Applied, MatrixVariable
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.proposition.subjects.functions import (
    FunctionVariable,
    Gradient,
    Minimizer,
    Proximal,
    Value,
)
from probatum.proposition.subjects.products import Dot, norm
from probatum.type_names import Condition, Expression, Symbol, Symbols, Vector

HESSIAN = Theorem(
    "a quadratic function is half the form of its Hessian, about its minimizer where there is one",
    "Luenberger, Ye, Linear and Nonlinear Programming, 4th ed., section 8.2",
    exact=True,
)
Quantified = ForAll | Exists


def _is_quadratic(variable: Symbol) -> bool:
    return isinstance(variable, FunctionVariable) and "quadratic" in dict(variable.properties)


def without_quadratics(statement: Quantified) -> Quantified:
    """The statement about the Hessians of its quadratic functions."""
    for variable in statement.variables:
        if _is_quadratic(variable):
            return without_quadratics(_by_hessian(statement, variable))
    return statement


def _by_hessian(statement: Quantified, function: Symbol) -> Quantified:
    known = dict(function.properties)
    bound = known.setdefault("smooth", sympy.Symbol(f"curvature of {function.name}", real=True))
    form, given, then = next(_about_a_point(statement, function, known))
    said = given.free_symbols | then.free_symbols
    properties = {name: value for name, value in known.items() if name != "quadratic"}
    needs = class_of_function(properties, function.name).needs(properties)
    variables = [form.matrix if v == function else v for v in statement.variables]
    variables += [] if "smooth" in dict(function.properties) else [bound]
    variables += [
        each for each in dict.fromkeys((*form.ends.values(), *form.unknowns)) if each in said
    ]
    stated: Quantified = unchecked(
        type(statement),
        variables=tuple(variables),
        given=sympy.And(given, *needs),
        then=then,
    )
    return stated


def _about_a_point(
    statement: Quantified, function: Symbol, known: Mapping[str, Expression]
) -> Iterator[tuple[_Form, Condition, Condition]]:
    """What the form about a point makes of a statement: about the minimizer where that is named,
    or the end of a proximal step, all else being measured from there; else about where zero is.
    """
    parts = (statement.given, statement.then)
    is_smallest = any(Minimizer(function) in part.atoms(Minimizer) for part in parts)
    matrix = _hessian(function, known, is_smallest)
    steps = {each for part in parts for each in part.atoms(Proximal) if each.args[0] == function}
    first = [VectorVariable(str(each)) for each in sorted(steps, key=str)[:1]]
    centre = VectorVariable(f"x⋆[{function.name}]") if is_smallest else next(iter(first), None)
    form = _Form(function, matrix, centre, is_smallest)
    given, then = map(form.of, parts)
    given = sympy.And(given, *form.equations)
    if centre is not None:
        points = [v for v in statement.variables if isinstance(v, VectorVariable)]
        points += [each for each in form.ends.values() if each != centre]
        moved = {point: point + centre for point in points}
        apart = [_moved(part, moved) for part in (given, then)]
        if not any(part.has(centre) for part in apart):
            yield form, *apart
    if is_smallest or centre is None:
        yield form, given, then
    form = _Form(function, matrix, None, is_smallest)
    given, then = map(form.of, parts)
    yield form, sympy.And(given, *form.equations), then


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
    """<x - s, H (x - s)>/2 + <b, x - s> + c about a point s, which is zero where there is none;
    without b where the function is smallest there.
    """

    function: Symbol
    matrix: Symbol
    centre: Symbol | None
    is_smallest: bool
    ends: dict[Expression, Vector] = field(default_factory=dict)  # of proximal steps
    equations: list[Condition] = field(default_factory=list)

    @property
    def slope(self) -> Vector:
        """The gradient there."""
        return (
            sympy.Integer(0)
            if self.is_smallest
            else VectorVariable(f"∇{self.function.name}({self.centre or 0})")
        )

    @property
    def constant(self) -> Symbol:
        """The value there."""
        return sympy.Symbol(f"{self.function.name}({self.centre or 0})", real=True)

    @property
    def unknowns(self) -> Symbols:
        """What a statement may depend on besides the Hessian."""
        return (self.centre if self.is_smallest else self.slope, self.constant)

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
            beyond = end + step * self._gradient(end) - self.of(point)
            self.equations.append(sympy.Gt(step, 0))
            self.equations.append(sympy.Eq(norm(sympy.expand(beyond)), 0, evaluate=False))
        return self.ends[expression]

    def _gradient(self, point: Vector) -> Vector:
        away = self._away(point)
        turned = Applied(self.matrix, sympy.Integer(1), away) if away != 0 else sympy.Integer(0)
        return turned + self.slope

    def _value(self, point: Vector) -> Expression:
        away = self._away(point)
        if away == 0:
            return self.constant
        bend = Dot(away, Applied(self.matrix, sympy.Integer(1), away)) / 2
        line = Dot(self.slope, away) if self.slope != 0 else 0
        return bend + line + self.constant

    def _away(self, point: Vector) -> Vector:
        return sympy.expand(point if self.centre is None else point - self.centre)


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
