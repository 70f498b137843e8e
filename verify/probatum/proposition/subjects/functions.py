"""Functions of a class, operators of a class and symmetric matrices: what they do to vectors,
at named points.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.subjects.domains import (
    NAMES,
    Built,
    BuiltVector,
    General,
    a_number,
    a_vector,
    is_vector,
    of_domain,
)
from probatum.proposition.subjects.possible import check_possible
from probatum.proposition.subjects.random import RandomVariable
from probatum.type_names import (
    Authored,
    Condition,
    Expression,
    OneOrMore,
    Printer,
    Symbol,
    Vector,
)

__all__ = (
    "fixed_point", "functions", "gradient", "member", "minimizer", "operators", "projection",
    "proximal", "resolvent", "sets", "zero_of",
)  # fmt: skip

WORDS = {
    "convex": "convex",
    "quadratic": "quadratic",
    "smooth": "{}-smooth",
    "strongly": "{}-strongly convex",
    "lipschitz": "{}-Lipschitz",
    "polyak": "with ‖∇f‖² ≥ 2·{}·(f − f*)",
    "secant": "with ⟨∇f(x), x − x*⟩ ≥ {}·‖x − x*‖²",
    "error_bound": "with ‖∇f(x)‖ ≤ {}·‖x − x*‖",
    "bounded_growth": "with f − f* ≤ {}·‖x − x*‖²/2",
    "diameter": "of diameter at most {}",
    "monotone": "monotone",
    "strongly_monotone": "{}-strongly monotone",
    "cocoercive": "{}-cocoercive",
    "nonexpansive": "nonexpansive",
}
BEHIND = ("with ", "of ")  # how a property begins that is said after the names
FORMULAS = {
    "polyak": r"\text{{with }} \lVert \nabla f \rVert^2 \ge 2 \cdot {} \left(f - f^*\right) "
    r"\text{{: }}",
    "secant": r"\text{{with }} \langle \nabla f(x), x - x^* \rangle \ge {} \lVert x - x^* "
    r"\rVert^2 \text{{: }}",
    "error_bound": r"\text{{with }} \lVert \nabla f(x) \rVert \le {} \lVert x - x^* \rVert "
    r"\text{{: }}",
    "bounded_growth": r"\text{{with }} f - f^* \le {} \lVert x - x^* \rVert^2 / 2 \text{{: }}",
}


class FunctionVariable(General):
    """A function from R^n to the reals, of a class."""

    kind = "functions"
    asked = "{0}(x), gradient({0}, x), minimizer({0}), proximal({0}, step, x)"

    def __call__(self, point: Authored) -> Expression:
        """Its value at a point, or at a random number."""
        value = exact(point, f"{self.name}(...)")
        if not is_vector(value) and value.atoms(RandomVariable):
            return Value(self, value)
        return Value(self, a_vector(point, f"{self.name}(...)"))

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        said = [WORDS[name].format(printed(value)[1]) for name, value in self.properties]
        behind = " and ".join(text for text in said if text.startswith(BEHIND))
        before = ", ".join(text for text in said if not text.startswith(BEHIND))
        words = f"{before} {self.kind} {NAMES} {behind}".strip()
        latex = r" \text{, } ".join(
            _latex(name, printed(value)[0]) for name, value in self.properties
        )
        if self.kind == "closed convex sets":
            return rf"\text{{closed convex sets }} {latex}", words
        return rf"{latex} \text{{ {self.kind} on }} \mathbb{{R}}^n", words


def _latex(name: str, constant: str) -> str:
    """A property in LaTeX: its words upright, its constant as a formula."""
    if name in FORMULAS:
        return FORMULAS[name].format(constant)
    before, _, behind = WORDS[name].partition("{}")
    parts = (rf"\text{{{before}}}", constant if "{}" in WORDS[name] else "", rf"\text{{{behind}}}")
    return " ".join(part for part in parts if part not in ("", r"\text{}"))


class SetVariable(FunctionVariable):
    """A closed convex set, as the function that is 0 on it and infinite elsewhere."""

    kind = "closed convex sets"
    asked = "projection({0}, x), member({0}, x)"

    def __call__(self, point: Authored) -> Expression:
        raise DefinitionError(
            f"{self.name}(...): got a set called, wanted projection({self.name}, x) "
            f"or member({self.name}, x)"
        )


class OperatorVariable(FunctionVariable):
    """An operator on R^n, of a class; where it has several values, any of them is meant,
    the same at the same point.
    """

    kind = "operators"
    asked = "{0}(x), zero_of({0}), fixed_point({0}), resolvent({0}, step, x)"

    def __call__(self, point: Authored) -> Expression:
        """Its value at a point."""
        return Gradient(self, a_vector(point, f"{self.name}(...)"))


class Value(Built):
    """The value of a function at a point."""

    is_real = True

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        text = rf"{printer._print(self.args[0])}\left({printer._print(self.args[1])}\right)"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"{printer._print(self.args[0])}({printer._print(self.args[1])})"


def above_smallest(expression: Authored) -> Expression:
    """The expression with each value of a function as its smallest one, where that is named,
    and what lies above it.
    """
    values = expression.atoms(Value)
    smallest = {value.args[0]: value for value in values if isinstance(value.args[1], Minimizer)}
    above = {
        value: smallest[value.args[0]] + sympy.Dummy("above", nonnegative=True)
        for value in sorted(values, key=str)
        if value.args[0] in smallest and value != smallest[value.args[0]]
    }
    return sympy.expand(expression.xreplace(above)) if above else expression


class Gradient(BuiltVector):
    """The gradient, or a subgradient, of a function at a point; of an operator, its value there."""

    def _latex(self, printer: Printer) -> str:
        sign = "" if isinstance(self.args[0], OperatorVariable) else r"\nabla "
        return rf"{sign}{printer._print(self.args[0])}\left({printer._print(self.args[1])}\right)"

    def _sympystr(self, printer: Printer) -> str:
        sign = "" if isinstance(self.args[0], OperatorVariable) else "∇"
        return f"{sign}{printer._print(self.args[0])}({printer._print(self.args[1])})"


class Minimizer(BuiltVector):
    """A point at which a function is smallest; of an operator, one that it sends to zero."""

    def _latex(self, printer: Printer) -> str:
        return rf"x_{{*}}^{{{printer._print(self.args[0])}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"x⋆[{printer._print(self.args[0])}]"


class FixedPoint(BuiltVector):
    """A point that an operator leaves where it is."""

    def _latex(self, printer: Printer) -> str:
        return rf"\mathrm{{fix}}_{{{printer._print(self.args[0])}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"fix[{printer._print(self.args[0])}]"


class Proximal(BuiltVector):
    """The proximal point of a function with a step; of an operator, its resolvent."""

    @property
    def needed(self) -> Condition:
        return sympy.Gt(self.args[1], 0)

    def _latex(self, printer: Printer) -> str:
        function, step, point = map(printer._print, self.args)
        if isinstance(self.args[0], SetVariable):
            return rf"\mathrm{{proj}}_{{{function}}}\left({point}\right)"
        name = "J" if isinstance(self.args[0], OperatorVariable) else r"\mathrm{prox}"
        return rf"{name}_{{{step} {function}}}\left({point}\right)"

    def _sympystr(self, printer: Printer) -> str:
        function, step, point = map(printer._print, self.args)
        if isinstance(self.args[0], SetVariable):
            return f"proj[{function}]({point})"
        name = "J" if isinstance(self.args[0], OperatorVariable) else "prox"
        return f"{name}[{step}·{function}]({point})"


def functions(
    names: str,
    *,
    convex: bool | None = None,
    smooth: Authored = None,
    strongly: Authored = None,
    lipschitz: Authored = None,
    polyak: Authored = None,
    secant: Authored = None,
    error_bound: Authored = None,
    bounded_growth: Authored = None,
    quadratic: bool | None = None,
) -> OneOrMore:
    """Functions from R^n to the reals, for every n, of a class: one for one name,
    a tuple for several names split by blanks.

    convex=True: it is convex.
    smooth=L: the gradient is L-Lipschitz.
    strongly=mu: it is mu-strongly convex.
    lipschitz=M: |f(x) - f(y)| <= M |x - y|.
    polyak=mu: |g|^2 >= 2 mu (f - f*).
    secant=mu and error_bound=L: <g, x - x*> >= mu |x - x*|^2 and |g| <= L |x - x*|.
    bounded_growth=L: f - f* <= L |x - x*|^2 / 2.
    quadratic=True, beside smooth=L: it is quadratic.
    """
    given = {
        "convex": convex, "smooth": smooth, "strongly": strongly, "lipschitz": lipschitz,
        "polyak": polyak, "secant": secant, "error_bound": error_bound,
        "bounded_growth": bounded_growth, "quadratic": quadratic,
    }  # fmt: skip
    return _some(names, "functions", FunctionVariable, given)


def sets(names: str, *, diameter: Authored = None) -> OneOrMore:
    """Closed convex sets that are not empty: one for one name, a tuple for several names split by
    blanks.
    """
    return of_domain(names, "sets", SetVariable, {"diameter": diameter})


def operators(
    names: str,
    *,
    monotone: bool | None = None,
    strongly_monotone: Authored = None,
    cocoercive: Authored = None,
    lipschitz: Authored = None,
    nonexpansive: bool | None = None,
) -> OneOrMore:
    """Operators on R^n, for every n, of a class (maximal where that is more): one for one name,
    a tuple for several names.
    """
    given = {
        "monotone": monotone, "strongly_monotone": strongly_monotone, "cocoercive": cocoercive,
        "lipschitz": lipschitz, "nonexpansive": nonexpansive,
    }  # fmt: skip
    return _some(names, "operators", OperatorVariable, given)


def _some(names: str, where: str, kind: type[General], given: Mapping[str, Authored]) -> OneOrMore:
    found = of_domain(names, where, kind, given)
    if all(value is None for value in given.values()):
        raise DefinitionError(
            f"{where}: got {names!r} without a property, wanted at least one of {', '.join(given)}"
        )
    return found


def a_function(value: Authored, where: str, kind: type[General] = FunctionVariable) -> Symbol:
    """The value, which must be a function, or an operator, of a class."""
    if not isinstance(value, kind):
        raise DefinitionError(
            f"{where}: got {value!r}, wanted one made by functions(...) or operators(...)"
        )
    return value


def gradient(function: Authored, point: Authored) -> Vector:
    """The gradient of a function at a point; of one that has none there any subgradient,
    the same at the same point.
    """
    a_function(function, "gradient")
    if isinstance(function, (OperatorVariable, SetVariable)):
        raise DefinitionError(
            f"gradient: got {function.name}, wanted a function made by functions(...)"
        )
    return Gradient(function, a_vector(point, "gradient"))


def minimizer(function: Authored) -> Vector:
    """A point at which the function is smallest: whoever names it supposes that there is one."""
    if isinstance(a_function(function, "minimizer"), (OperatorVariable, SetVariable)):
        raise DefinitionError(
            f"minimizer: got {function.name}, wanted a function made by functions(...)"
        )
    return Minimizer(function)


def zero_of(operator: Authored) -> Vector:
    """A point that the operator sends to zero: whoever names it supposes that there is one."""
    return Minimizer(a_function(operator, "zero_of", OperatorVariable))


def fixed_point(operator: Authored) -> Vector:
    """A point that the operator leaves where it is: whoever names it supposes that there is one."""
    return FixedPoint(a_function(operator, "fixed_point", OperatorVariable))


def proximal(function: Authored, step: Authored, point: Authored) -> Vector:
    """The point y that minimizes step f(y) + |y - point|^2/2, for a convex f and a step that is
    positive.
    """
    a_function(function, "proximal")
    return Proximal(function, _step(step, "proximal"), a_vector(point, "proximal: point"))


def resolvent(operator: Authored, step: Authored, point: Authored) -> Vector:
    """The point y for which point - y is in step A(y), for a monotone A and a step that is
    positive.
    """
    a_function(operator, "resolvent", OperatorVariable)
    return Proximal(operator, _step(step, "resolvent"), a_vector(point, "resolvent: point"))


def _step(step: Authored, where: str) -> Expression:
    number = a_number(step, f"{where}: step")
    check_possible(where, {"step": number})
    return number


def projection(convex_set: Authored, point: Authored) -> Vector:
    """The point of a closed convex set that is nearest."""
    a_function(convex_set, "projection", SetVariable)
    return Proximal(convex_set, 1, a_vector(point, "projection: point"))


def member(convex_set: Authored, point: Authored) -> Condition:
    """That a point lies in a closed convex set."""
    a_function(convex_set, "member", SetVariable)
    return Member(convex_set, a_vector(point, "member: point"))


class Member(sympy.logic.boolalg.BooleanFunction):  # type: ignore[misc]
    """That a point lies in a closed convex set."""

    @classmethod
    def eval(cls, *args: Expression) -> None:
        return None

    def _latex(self, printer: Printer) -> str:
        return rf"{printer._print(self.args[1])} \in {printer._print(self.args[0])}"

    def _sympystr(self, printer: Printer) -> str:
        return f"{printer._print(self.args[1])} ∈ {printer._print(self.args[0])}"
