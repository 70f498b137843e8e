"""Members of a class that can be written down, tried as counterexamples: parabolas and lines
through zero in one variable, diagonal matrices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import sympy
from sympy.core.relational import Relational

from probatum.lowering.classes.interpolation import steepest
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.phrases.symmetric import Applied, MatrixVariable, invertible
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.proposition.subjects.functions import (
    FixedPoint,
    Gradient,
    Member,
    Minimizer,
    OperatorVariable,
    Proximal,
    SetVariable,
    Value,
)
from probatum.proposition.subjects.products import Dot, Norm
from probatum.type_names import Condition, Expression, Symbol, Vector

HALF = sympy.Rational(1, 2)
# Properties of which it is known which parabolas have them: none is tried of another.
PARABOLAS = frozenset((
    "convex", "smooth", "strongly", "polyak", "secant", "error_bound", "bounded_growth",
    "quadratic",
))  # fmt: skip


class NoTrialError(Exception):
    """Nothing of the kind is in a class."""


def on_a_line(statement: ForAll) -> ForAll:
    """The statement about numbers instead of vectors, and parabolas c (x - m)^2/2 instead of
    functions: a special case of it.

    Raises NoTrialError where a class has no parabola.
    """
    bound: dict[Expression, Expression] = {}
    admitted = []
    for variable in statement.variables:
        bound[variable] = (
            sympy.Symbol(f"{variable.name} 1", real=True)
            if isinstance(variable, General)
            else variable
        )
        if isinstance(variable, General) and not isinstance(variable, VectorVariable):
            admitted += list(_in_class(variable, bound[variable]))
    line = _Line(bound)
    given = [line.value(part) for part in conjuncts(statement.given)]
    then = line.value(statement.then)
    centres = tuple(line.centres.values())
    return for_all((*bound.values(), *centres), sympy.And(*admitted, *line.needed, *given), then)


def _in_class(variable: General, curvature: Expression) -> Iterator[Condition]:
    """Which curvatures are in the class."""
    if isinstance(variable, MatrixVariable):
        yield from (
            sympy.Ge(curvature, variable.constants["low"]),
            sympy.Le(curvature, variable.constants["high"]),
        )
        return
    properties: Mapping[str, Expression] = dict(variable.properties)
    if isinstance(variable, SetVariable):
        raise NoTrialError
    if isinstance(variable, OperatorVariable):
        yield from _of_operator(properties, curvature)
        return
    if not set(properties) <= PARABOLAS:
        raise NoTrialError
    for name in ("smooth", "error_bound", "bounded_growth"):
        if name in properties:
            yield sympy.Le(curvature, properties[name])
            yield sympy.Gt(properties[name], 0)
            if "convex" not in properties and "strongly" not in properties:
                yield sympy.Ge(curvature, -properties[name] if name == "smooth" else 0)
    for name in ("strongly", "secant"):
        if name in properties:
            yield sympy.Ge(curvature, properties[name])
            yield sympy.Ge(properties[name], 0)
    if "convex" in properties:
        yield sympy.Ge(curvature, 0)
    if "polyak" in properties:
        steep = sympy.And(sympy.Gt(curvature, 0), sympy.Ge(curvature, properties["polyak"]))
        yield sympy.Or(steep, sympy.Eq(curvature, 0))  # what is constant is smallest everywhere
        yield sympy.Ge(properties["polyak"], 0)


def _of_operator(properties: Mapping[str, Expression], slope: Expression) -> Iterator[Condition]:
    if "monotone" in properties:
        yield sympy.Ge(slope, 0)
    if "strongly_monotone" in properties:
        yield from (
            sympy.Ge(slope, properties["strongly_monotone"]),
            sympy.Ge(properties["strongly_monotone"], 0),
        )
    if "cocoercive" in properties:
        yield from (
            sympy.Ge(slope, 0),
            sympy.Le(slope * properties["cocoercive"], 1),
            sympy.Gt(properties["cocoercive"], 0),
        )
    for bound in steepest(properties):
        yield from (sympy.Le(slope, bound), sympy.Ge(slope, -bound))


class _Line:
    """Vectors as numbers; each function a parabola, the first of a statement with its smallest
    value at zero.
    """

    def __init__(self, bound: Mapping[Expression, Expression]) -> None:
        self.bound = bound
        self.centres: dict[Expression, Expression] = {}
        self.needed: list[Condition] = []
        self.first: Expression = None

    def centre(self, function: Symbol) -> Expression:
        """Where the parabola is smallest."""
        if self.first in (None, function):
            self.first = function
            return sympy.Integer(0)
        return self.centres.setdefault(
            function, sympy.Symbol(f"centre of {function.name}", real=True)
        )

    def value(self, expression: Expression) -> Expression:
        """An expression or condition on the line."""
        if isinstance(expression, General):
            return self.bound[expression]
        if isinstance(expression, Member):
            raise NoTrialError
        if not isinstance(expression, Built):
            if not expression.args:
                return expression
            options = {"evaluate": False} if isinstance(expression, Relational) else {}
            return expression.func(*map(self.value, expression.args), **options)
        return self._built(expression)

    def _built(self, expression: Expression) -> Expression:
        parts = [self.value(part) for part in expression.args]
        match expression:
            case Dot():
                return parts[0] * parts[1]
            case Norm():
                return sympy.Abs(parts[0])
            case Applied():
                if expression.args[1] < 0:
                    self.needed.append(sympy.Ne(parts[0], 0))
                return parts[0] ** parts[1] * parts[2]
        function, curvature = expression.args[0], parts[0]
        centre = self.centre(function)
        match expression:
            case Value():
                return HALF * curvature * (parts[1] - centre) ** 2
            case Gradient():
                return curvature * (parts[1] - centre)
            case Minimizer():
                if isinstance(function, OperatorVariable) or not {"convex", "strongly"} & set(
                    dict(function.properties)
                ):
                    self.needed.append(
                        sympy.Ge(curvature, 0)
                        if not isinstance(function, OperatorVariable)
                        else sympy.true
                    )
                return centre
            case FixedPoint():
                self.needed.append(
                    sympy.Eq(centre, 0, evaluate=False) if centre != 0 else sympy.true
                )
                return sympy.Integer(0) if centre == 0 else centre
            case Proximal():
                self.needed.append(sympy.Gt(parts[1], 0))
                return (parts[2] + parts[1] * curvature * centre) / (1 + parts[1] * curvature)
        raise NoTrialError


def at_ends(statement: ForAll) -> ForAll:
    """The statement about the diagonal matrix with the ends of the interval as eigenvalues."""
    matrix = next(
        variable for variable in statement.variables if isinstance(variable, MatrixVariable)
    )
    form = diagonal(statement, 2)
    ends = (matrix.constants["low"], matrix.constants["high"])
    put = {
        sympy.Symbol(f"{matrix.name} {axis + 1}", real=True): end for axis, end in enumerate(ends)
    }
    variables = tuple(variable for variable in form.variables if variable not in put)
    return for_all(variables, form.given.xreplace(put), form.then.xreplace(put))


def diagonal(statement: ForAll, size: int) -> ForAll:
    """The statement about a diagonal matrix of this size, and vectors of as many coordinates."""
    matrix = next(
        variable for variable in statement.variables if isinstance(variable, MatrixVariable)
    )
    eigenvalues = [sympy.Symbol(f"{matrix.name} {axis + 1}", real=True) for axis in range(size)]
    bound = {
        variable: [sympy.Symbol(f"{variable.name} {axis + 1}", real=True) for axis in range(size)]
        for variable in statement.variables
        if isinstance(variable, VectorVariable)
    }
    low, high = matrix.constants["low"], matrix.constants["high"]
    within = [
        relation
        for value in eigenvalues
        for relation in (sympy.Ge(value, low), sympy.Le(value, high))
    ]
    if any(part.args[1] < 0 for part in _applied(statement)):
        within.append(invertible(matrix))
    given = sympy.And(
        *within, *(_diagonal(part, bound, eigenvalues) for part in conjuncts(statement.given))
    )
    numbers = [variable for variable in statement.variables if not isinstance(variable, General)]
    variables = (*numbers, *eigenvalues, *(entry for vector in bound.values() for entry in vector))
    return for_all(variables, given, _diagonal(statement.then, bound, eigenvalues))


def _applied(statement: ForAll) -> set[Symbol]:
    return {
        part for condition in (statement.given, statement.then) for part in condition.atoms(Applied)
    }


def _diagonal(
    expression: Expression,
    bound: Mapping[Expression, list[Expression]],
    eigenvalues: list[Expression],
) -> Expression:
    if isinstance(expression, (Dot, Norm)):
        left, right = (
            _coordinates(expression.args[index], bound, eigenvalues) for index in (0, -1)
        )
        product = sympy.Add(*(a * b for a, b in zip(left, right, strict=True)))
        return sympy.sqrt(product) if isinstance(expression, Norm) else product
    if not expression.args or not expression.has(Built):
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(
        *(_diagonal(part, bound, eigenvalues) for part in expression.args), **options
    )


def _coordinates(
    vector: Vector, bound: Mapping[Expression, list[Expression]], eigenvalues: list[Expression]
) -> list[Expression]:
    from probatum.proposition.subjects.products import components

    found: list[Expression] = [sympy.Integer(0)] * len(eigenvalues)
    for part, coefficient in components(vector).items():
        if isinstance(part, Applied):
            inside = _coordinates(part.args[2], bound, eigenvalues)
            own = [
                value ** part.args[1] * entry
                for value, entry in zip(eigenvalues, inside, strict=True)
            ]
        else:
            own = bound[part]
        found = [before + coefficient * entry for before, entry in zip(found, own, strict=True)]
    return found
