"""Makes values exact: integers, printed decimals, rationals and SymPy expressions come in,
floats are refused.
"""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import sympy
from sympy.core.relational import Relational
from sympy.matrices.matrixbase import MatrixBase

from probatum.errors import ExactnessError
from probatum.proposition.binders import check_derived, renamed_apart
from probatum.type_names import Authored, Expression

__all__ = ("Choice", "Printed")

DECIMAL = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\Z", re.ASCII)
LONGEST_DECIMAL = (
    400  # characters; a longer literal is a mistake, and 1e999999999 would fill the memory
)
LARGEST_EXPONENT = 400
LONG = 15  # characters of a float that no text prints
LARGEST_DENOMINATOR = 1000


class Printed:
    """A decimal as the text prints it: exact in arithmetic and comparison,
    its digits kept for `Rounded`.

    Raises ExactnessError where the text is no decimal numeral.
    """

    __slots__ = ("text", "value")

    def __init__(self, text: str) -> None:
        if not isinstance(text, str) or len(text) > LONGEST_DECIMAL or not DECIMAL.match(text):
            raise ExactnessError(
                f"got {_short(text)}, wanted a decimal as printed, such as '0.035'"
            )
        exponent = re.search(r"[eE]([+-]?\d+)", text)
        if exponent and abs(int(exponent[1])) > LARGEST_EXPONENT:
            raise ExactnessError(
                f"got {_short(text)}, wanted an exponent of at most {LARGEST_EXPONENT}"
            )
        self.text = text
        self.value = sympy.Rational(Fraction(text).numerator, Fraction(text).denominator)

    @property
    def unit(self) -> sympy.Rational:
        """One unit of the last printed digit."""
        mantissa, _, exponent = self.text.lower().partition("e")
        places = len(mantissa.partition(".")[2])
        return sympy.Rational(10) ** (int(exponent or 0) - places)

    def shifted(self, units: int) -> Printed:
        """The numeral with its last digit moved by so many units, printed to the same digit."""
        value = self.value + units * self.unit
        places = len(self.text.lower().partition("e")[0].partition(".")[2])
        if "e" in self.text.lower():
            exponent = int(self.text.lower().partition("e")[2])
            return Printed(f"{_fixed(value / sympy.Integer(10) ** exponent, places)}e{exponent}")
        return Printed(_fixed(value, places))

    def _sympy_(self) -> sympy.Rational:
        return self.value

    def __repr__(self) -> str:
        return repr(self.text)

    def __str__(self) -> str:
        return self.text

    def __hash__(self) -> int:
        return hash(self.value)

    def __eq__(self, other: object) -> bool:
        return bool(self.value == (other.value if isinstance(other, Printed) else other))

    def __float__(self) -> float:
        return float(self.value)

    def __neg__(self) -> sympy.Rational:
        return -self.value

    def __abs__(self) -> sympy.Rational:
        return abs(self.value)


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things known by name, such as a treatment or a data set:
    an exact word among the facts.

    It is what the text chose; what it leaves open is `Free`.
    """

    name: str

    def __post_init__(self) -> None:
        if not isinstance(self.name, str) or not self.name.strip():
            raise ExactnessError(f"Choice: got {self.name!r}, wanted a name")

    def __str__(self) -> str:
        return self.name


def _fixed(value: sympy.Rational, places: int) -> str:
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def _delegate(name: str) -> Callable[[Printed, object], Expression]:
    def operate(self: Printed, other: object) -> Expression:
        return getattr(self.value, name)(other.value if isinstance(other, Printed) else other)

    operate.__name__ = name
    return operate


for _operator in ("add", "sub", "mul", "truediv", "pow"):
    for _name in (f"__{_operator}__", f"__r{_operator}__"):
        setattr(Printed, _name, _delegate(_name))
for _operator in ("lt", "le", "gt", "ge"):
    setattr(Printed, f"__{_operator}__", _delegate(f"__{_operator}__"))


def exact(value: object, where: str = "a value") -> Expression:
    """Return `value` as exact SymPy data; tuples and lists become `Tuple`, matrices immutable,
    bound variables unlike all others.

    Raises ExactnessError for a float anywhere inside, and for what SymPy cannot take.
    """
    if isinstance(value, (float, complex)):
        raise ExactnessError(
            f"{where}: got the float {value!r}, wanted an exact number: write it as printed, "
            f"{str(value)!r}{_or_divided(value)}"
        )
    if isinstance(value, str):
        return Printed(value).value
    if isinstance(value, (tuple, list)):
        return sympy.Tuple(*(exact(item, where) for item in value))
    if isinstance(value, MatrixBase):
        return sympy.ImmutableMatrix(
            _without_floats(value, where).applyfunc(lambda entry: renamed_apart(entry, where))
        )
    if isinstance(value, Printed):
        return value.value
    if (type(value).__module__ or "").partition(".")[0] == "numpy":
        raise ExactnessError(
            f"{where}: got the NumPy value {_short(value)}, wanted an exact number"
        )
    if isinstance(value, type) and issubclass(value, Relational):
        raise ExactnessError(
            f"{where}: got SymPy's {value.__name__}, wanted a relation of probatum's, "
            "such as Ge: import it from probatum, after what is imported from SymPy"
        )
    try:
        found = renamed_apart(_without_floats(sympy.sympify(value, strict=True), where), where)
    except (sympy.SympifyError, TypeError) as error:
        raise ExactnessError(
            f"{where}: got {_short(value)}, wanted a number, a SymPy expression or a tuple of them"
        ) from error
    check_derived(found)
    return found


def _without_floats(value: Authored, where: str) -> Expression:
    floats = sorted(value.atoms(sympy.Float), key=str)
    if floats:
        raise ExactnessError(
            f"{where}: got the float {floats[0]} in {_short(value)}, wanted exact numbers only, "
            f"such as {_quotient(float(floats[0])) or 'Rational(1, 2)'}"
        )
    return value


def _or_divided(value: complex) -> str:
    """How else a float is written that nobody prints so, and may have come of a division."""
    if not isinstance(value, float) or (len(repr(value)) < LONG and not value.is_integer()):
        return ""
    quotient = _quotient(value) or "Rational(1, 3)"
    return f", or, where integers were divided, their quotients, such as {quotient}"


def _quotient(value: float) -> str:
    """The quotient of small integers that a float is the nearest to; nothing for an integer."""
    if not math.isfinite(value):
        return ""
    near = Fraction(value).limit_denominator(LARGEST_DENOMINATOR)
    known = near.denominator > 1 and float(near) == value
    return f"Rational({near.numerator}, {near.denominator})" if known else ""


def _short(value: object) -> str:
    text = f"the function {value.__name__}" if inspect.isroutine(value) else repr(value)
    return text if len(text) <= 120 else f"{text[:100]}... ({len(text)} characters)"
