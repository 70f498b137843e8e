"""Variables that are no numbers, and what is built from them: what vectors, functions,
operators and matrices have in common.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, ClassVar

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.spelling.names import check_name
from probatum.proposition.subjects.possible import check_possible
from probatum.proposition.written import evaluated
from probatum.type_names import Authored, Condition, Expression, OneOrMore, Vector

__all__ = ("vectors",)

Properties = tuple[tuple[str, Any], ...]

OF_VECTORS = "dot({0}, y), norm({0}), cosine({0}, y)"
OF_NUMBERS = (
    "functions of one number, such as sqrt({0}) or Max({0}, y); several numbers are a Matrix, "
    "vectors(...) or features(...)"
)
NAMES = "…"  # where the names stand in the words of a domain
FLAGS = ("convex", "quadratic", "monotone", "nonexpansive")  # properties that have no constant


class General(sympy.Symbol):  # type: ignore[misc]
    """A variable of a domain other than the numbers; `properties` are those that define the domain,
    with their constants.
    """

    properties: Properties
    asked: ClassVar[str]  # what is written of one, {0} being what it is called
    assumed: ClassVar[Mapping[str, bool]] = {}  # what SymPy is told

    def __new__(cls, name: str, properties: Properties = ()) -> General:
        made: General = sympy.Symbol.__xnew__(cls, name, **cls.assumed)
        made.properties = properties
        return made

    def __getnewargs_ex__(self) -> Any:
        return (self.name, self.properties), {}

    def _hashable_content(self) -> Hashable:
        return (self.name, type(self).__name__, self.properties)

    @property
    def constants(self) -> dict[str, Expression]:
        """The properties that have a constant, by name."""
        return {name: value for name, value in self.properties if isinstance(value, sympy.Expr)}

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        return {self}.union(*(value.free_symbols for value in self.constants.values()))

    def _xreplace(self, rule: Mapping[Expression, Expression]) -> tuple[Expression, bool]:
        if self in rule:
            return rule[self], True
        changed = tuple(
            (name, value.xreplace(rule) if isinstance(value, sympy.Expr) else value)
            for name, value in self.properties
        )
        return (
            (self, False) if changed == self.properties else (type(self)(self.name, changed), True)
        )

    def xreplace(self, rule: Mapping[Expression, Expression]) -> Expression:
        """With other constants, where these are replaced."""
        return self._xreplace(rule)[0]

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words; `printed` prints a constant in LaTeX and in
        words. The names of what ranges over it come last in the words, or where `NAMES` stands.
        """
        raise NotImplementedError


class Built(sympy.Expr):  # type: ignore[misc]
    """Something that is built from variables of other domains: a vector or a number."""

    is_commutative = True
    precedence = 1000  # for SymPy's printers: they put no parentheses around it

    def __new__(cls, *parts: Expression) -> Built:
        made: Built = sympy.Expr.__new__(cls, *map(sympy.sympify, parts))
        return made

    @property
    def needed(self) -> Condition:
        """What it needs of the numbers in it, to be something."""
        return sympy.true


class Refusing:
    """Arithmetic of vectors: sums, differences and multiples, and nothing else."""

    def __mul__(self, other: Authored) -> Expression:
        if is_vector(other):
            raise DefinitionError(
                f"got the product of the vectors {self} and {other}, wanted dot({self}, {other})"
            )
        return super().__mul__(other)  # type: ignore[misc]

    def __rmul__(self, other: Authored) -> Expression:
        if is_vector(other):
            raise DefinitionError(
                f"got the product of the vectors {other} and {self}, wanted dot({other}, {self})"
            )
        return super().__rmul__(other)  # type: ignore[misc]

    def __matmul__(self, other: Authored) -> Expression:
        raise DefinitionError(
            f"got {self} @ {other}, wanted dot({self}, y) of two vectors, A @ {self} with a "
            f"matrix A, or dot({self}, A @ y)"
        )

    def __rmatmul__(self, other: Authored) -> Expression:
        raise DefinitionError(
            f"got {other} @ {self}, wanted dot({other if is_vector(other) else 'y'}, {self}) of "
            f"two vectors, A @ {self} with a matrix A, or A({self}) with an operator"
        )

    def __pow__(self, exponent: Expression, mod: Expression = None) -> Expression:
        raise DefinitionError(
            f"got the power {exponent} of the vector {self}, wanted one of a number, "
            f"such as norm({self})**{exponent}"
        )

    def __rtruediv__(self, other: Authored) -> Expression:
        raise DefinitionError(
            f"got {other} divided by the vector {self}, wanted a number to divide by, "
            f"such as norm({self})"
        )

    def __abs__(self) -> Expression:
        raise DefinitionError(f"got the absolute value of the vector {self}, wanted norm({self})")


class VectorVariable(Refusing, General):
    """A vector of R^n, for every n."""

    asked = OF_VECTORS

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        return r"\mathbb{R}^n", "vectors"


class BuiltVector(Refusing, Built):
    """A vector that is built from others, by a function, an operator or a matrix."""


def vectors(names: str) -> OneOrMore:
    """Vectors of R^n, for every n: one for one name, a tuple for several names split by blanks."""
    found = tuple(VectorVariable(name) for name in names_of(names, "vectors"))
    return found if len(found) > 1 else found[0]


def names_of(names: Authored, where: str, *, several: bool = False) -> tuple[str, ...]:
    """The names in a text, split by blanks or commas; several: one may stand for several, as x1:4
    does.
    """
    found = tuple(names.replace(",", " ").split()) if isinstance(names, str) else ()
    if not found:
        raise DefinitionError(
            f"{where}: got {names!r}, wanted names split by blanks, such as 'x y'"
        )
    check_once(found, where)
    for name in () if several else found:
        check_name(name, where)
    return found


def check_once(names: tuple[str, ...], where: str) -> None:
    """Refuse a name that stands twice: both would be one variable. Raises DefinitionError there."""
    twice = [name for number, name in enumerate(names) if name in names[:number]]
    if twice:
        raise DefinitionError(f"{where}: got the name {twice[0]!r} twice, wanted each once")


def is_vector(expression: Authored) -> bool:
    """Whether an expression is a vector; zero is a number."""
    expression = getattr(expression, "value", expression)  # of what stands as written
    if isinstance(expression, (VectorVariable, BuiltVector)):
        return True
    return isinstance(expression, (sympy.Add, sympy.Mul)) and any(map(is_vector, expression.args))


def asked_of(thing: Expression) -> str:
    """What is written of an expression, such as `norm(x)` of the vector x."""
    inside = sorted(thing.atoms(General), key=str)
    if isinstance(thing, General):
        form = thing.asked
    elif is_vector(thing):
        form = OF_VECTORS
    else:
        form = next((part.asked for part in inside if part.is_real), OF_NUMBERS)
    return form.format(thing)


def a_vector(value: Authored, where: str) -> Vector:
    """The value, which must be a vector, or 0 for the one that is zero everywhere."""
    value = exact(value, where)
    if not is_vector(value) and evaluated(value) != 0:
        raise DefinitionError(
            f"{where}: got the number {value}, wanted a vector made by vectors(...), of any "
            f"dimension{_summed(value)}"
        )
    return value


def _summed(value: Expression) -> str:
    """How numbers with an index are added up, which are no vector."""
    indexed = any("of" in dict(part.properties) for part in value.atoms(General))
    return f"; of numbers with an index, total(...), such as total({value}**2)" if indexed else ""


def a_number(value: Authored, where: str) -> Expression:
    """The value, which must be a number."""
    value = exact(value, where)
    if not isinstance(value, sympy.Expr) or is_vector(value) or isinstance(value, General):
        raise DefinitionError(f"{where}: got {value}, wanted a number")
    if evaluated(value).is_real is False:
        raise DefinitionError(f"{where}: got {value}, wanted a real number")
    return value


def of_domain(
    name: Authored, where: str, kind: type[General], given: Mapping[str, Authored]
) -> OneOrMore:
    """Variables of one domain with properties: True for those without a constant,
    else the constant, exact.
    """
    properties = tuple(
        (word, _constant(word, value, where, word in FLAGS))
        for word, value in given.items()
        if value is not None
    )
    check_possible(where, dict(properties))
    found = tuple(kind(single, properties) for single in names_of(name, where))
    return found if len(found) > 1 else found[0]


def _constant(word: str, value: Authored, where: str, without: bool) -> Expression | bool:
    if without:
        if value is not True:
            raise DefinitionError(f"{where}: got {word}={value!r}, wanted {word}=True, or nothing")
        return True
    if isinstance(value, bool):
        raise DefinitionError(
            f"{where}: got {word}={value!r}, wanted its constant, such as {word}=L"
        )
    return a_number(value, f"{where}: {word}=")
