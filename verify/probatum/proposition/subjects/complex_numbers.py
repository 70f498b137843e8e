"""Complex numbers as pairs of real ones, so that all that is decided is real."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import reduce
from typing import ClassVar

import sympy
from sympy.core.symbol import Str
from sympy.logic.boolalg import Boolean

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.spelling.upright import upright
from probatum.proposition.subjects.domains import names_of
from probatum.proposition.unknown import unknown
from probatum.proposition.written import (
    OPERATORS,
    PROVIDED,
    REWRITTEN,
    Written,
    evaluated,
    is_written,
)
from probatum.type_names import Authored, Condition, Expression, Printer, Symbols

__all__ = ("complexes", "conjugate", "modulus")

LARGEST = 24  # exponent
JOINED = {sympy.Add: "+", sympy.Mul: "*", sympy.Pow: "**"}


class SameNumber(Boolean):  # type: ignore[misc]
    """That two complex numbers are equal: what was written, and both their parts."""

    @property
    def parts(self) -> tuple[tuple[Expression, Expression], ...]:
        """The real parts, and the imaginary parts, of left and right."""
        _, real, imaginary, other_real, other_imaginary = self.args
        return ((real, other_real), (imaginary, other_imaginary))

    def _sympystr(self, printer: Printer) -> str:
        return str(self.args[0].name)

    def _latex(self, printer: Printer) -> str:
        return upright(str(self.args[0].name).replace("**", "^"))


@dataclass(frozen=True, slots=True, eq=False)
class Complex:
    """A complex number by its coordinates, how it is written, and where that is defined, whatever
    of it cancels.
    """

    x: Expression
    y: Expression
    words: str
    where: Condition = sympy.true
    _op_priority: ClassVar = 20.0  # by which SymPy's numbers leave an operation to what is right

    @property
    def real(self) -> Expression:
        """The real part."""
        return self._provided(self.x)

    @property
    def imag(self) -> Expression:
        """The imaginary part."""
        return self._provided(self.y)

    def _provided(self, part: Expression) -> Expression:
        return part if self.where == sympy.true else Written(PROVIDED, part, self.where)

    def _both(self, other: Complex) -> Condition:
        return sympy.And(self.where, other.where)

    def __add__(self, other: Authored) -> Complex:
        right = number(other)
        words = f"{self.words} + {right.words}"
        return Complex(self.x + right.x, self.y + right.y, words, self._both(right))

    def __neg__(self) -> Complex:
        return Complex(-self.x, -self.y, f"-({self.words})", self.where)

    def __sub__(self, other: Authored) -> Complex:
        right = number(other)
        words = f"{self.words} - ({right.words})"
        return Complex(self.x - right.x, self.y - right.y, words, self._both(right))

    def __mul__(self, other: Authored) -> Complex:
        right = number(other)
        real = self.x * right.x - self.y * right.y
        imaginary = self.x * right.y + self.y * right.x
        words = f"({self.words}) ({right.words})"
        return Complex(real, imaginary, words, self._both(right))

    def __truediv__(self, other: Authored) -> Complex:
        right = number(other)
        top, square = self * right.conjugate(), right.x**2 + right.y**2
        words = f"({self.words})/({right.words})"
        where = sympy.And(top.where, sympy.Ne(square, 0))
        if square == 0:
            return Complex(sympy.zoo, sympy.zoo, words, where)
        return Complex(top.x / square, top.y / square, words, where)

    def __pow__(self, exponent: Authored) -> Complex:
        power = exact(exponent, "a power of a complex number")
        if not _is_short(power):
            raise DefinitionError(
                f"got {self.words} to the {power}, wanted an integer exponent of at most "
                f"{LARGEST}: powers, exp and log of complex numbers are not stated otherwise; "
                "their modulus and angle are real numbers"
            )
        made = Complex(sympy.Integer(1), sympy.Integer(0), "1", self.where)
        for _ in range(abs(int(power))):
            made = made * self
        made = 1 / made if power < 0 else made
        return replace(made, words=f"({self.words})^{power}")

    def __radd__(self, other: Authored) -> Complex:
        return number(other) + self

    def __rsub__(self, other: Authored) -> Complex:
        return number(other) - self

    def __rmul__(self, other: Authored) -> Complex:
        return number(other) * self

    def __rtruediv__(self, other: Authored) -> Complex:
        return number(other) / self

    def __abs__(self) -> Expression:
        return modulus(self)

    def conjugate(self) -> Complex:
        """The mirror image in the real axis."""
        return Complex(self.x, -self.y, f"conjugate({self.words})", self.where)

    def __str__(self) -> str:
        return self.words

    @property
    def variables(self) -> Symbols:
        """The two real variables of a complex one."""
        return (self.x, self.y)

    def __lt__(self, other: Authored) -> bool:
        raise DefinitionError(f"got {self.words} in an inequality: {NO_ORDER}")

    __le__ = __gt__ = __ge__ = __lt__

    def _sympy_(self) -> Expression:
        raise DefinitionError(
            f"got the complex number {self.words} where a real one is wanted: take its .real, "
            ".imag or modulus(...), or relate complex numbers by Eq or Ne"
        )


NO_ORDER = "complex numbers have no order, wanted Eq or Ne, or their modulus, .real or .imag"


def complexes(names: str) -> Complex | tuple[Complex, ...]:
    """Complex variables: one for one name, several for names split by blanks; `.real` and `.imag`
    are their real variables.
    """
    made = tuple(
        Complex(
            sympy.Symbol(f"Re({name})", real=True), sympy.Symbol(f"Im({name})", real=True), name
        )
        for name in names_of(names, "complexes")
    )
    return made[0] if len(made) == 1 else made


def modulus(value: Authored) -> Expression:
    """The distance of a complex number from zero."""
    pair = number(value)
    return pair._provided(sympy.sqrt(pair.x**2 + pair.y**2))


def conjugate(value: Authored) -> Complex:
    """The mirror image of a complex number in the real axis."""
    return number(value).conjugate()


def number(value: Authored) -> Complex:
    """A complex number as it is, another as one: `I` is SymPy's."""
    if isinstance(value, Complex):
        return value
    written = exact(value, "a complex number")
    if written.has(sympy.I):
        return replace(_with_unit(written), words=str(written))
    stated = evaluated(written)
    plain = written.is_Symbol or written.is_Number
    itself = sympy.true if plain else sympy.Eq(written, written, evaluate=False)
    return Complex(stated, sympy.Integer(0), str(written), itself)


def _with_unit(written: Expression) -> Complex:
    """An expression in which `I` stands, by the operations in it: SymPy's real part of a quotient
    is shortened.
    """
    if not written.has(sympy.I):
        return number(written)
    kept = isinstance(written, Written)
    operation = written.operation if kept else JOINED.get(written.func, "")
    parts = written.operands if kept else written.args
    if operation == "**" and _is_short(evaluated(parts[1])):
        raised: Complex = _with_unit(parts[0]) ** evaluated(parts[1])
        return raised
    if operation in "+-*/" and operation:
        return reduce(OPERATORS[operation], map(_with_unit, parts))
    if operation == PROVIDED:
        made = _with_unit(parts[0])
        return replace(made, where=sympy.And(made.where, parts[1]))
    if operation == REWRITTEN:
        made, of = map(_with_unit, parts)
        return replace(made, where=made._both(of))
    real, imaginary = evaluated(written).as_real_imag()
    itself = (sympy.Eq(part, part, evaluate=False) for part in (real, imaginary))
    kept = is_written(written) and not _is_finite_throughout(written)
    there = unknown(real + imaginary) if kept else sympy.true
    return Complex(real, imaginary, str(written), sympy.And(there, *itself))


def _is_finite_throughout(written: Expression) -> bool:
    """Whether it holds no variables, and is a number in each of its parts."""
    parts = (part for part in sympy.preorder_traversal(written) if isinstance(part, sympy.Expr))
    return not written.free_symbols and all(evaluated(part).is_finite for part in parts)


def _is_short(exponent: Expression) -> bool:
    return bool(exponent.is_Integer and abs(exponent) <= LARGEST)


def related(name: str, left: Authored, right: Authored) -> Condition:
    """Equality of complex numbers, or its opposite; DefinitionError for an order."""
    if name not in ("Eq", "Ne"):
        raise DefinitionError(f"{name}: got complex numbers: {NO_ORDER}")
    one, other = number(left), number(right)
    if one.words == other.words:  # says nothing, and is to be seen to
        same: Condition = sympy.Eq(one.real, one.real, evaluate=False)
    else:
        words = Str(f"{one.words} = {other.words}")
        same = SameNumber(words, one.real, one.imag, other.real, other.imag)
    return same if name == "Eq" else sympy.Not(same)
