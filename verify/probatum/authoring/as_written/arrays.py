"""Lets NumPy calculate with exact expressions in arrays of objects as the author's own operators
do.
"""

from __future__ import annotations

import operator
import sys
from collections.abc import Callable, Iterator
from numbers import Number

import sympy

from probatum.authoring.as_written.questions import asked
from probatum.type_names import Authored, Function

ASKING = {
    "any", "all", "count_nonzero", "nonzero", "flatnonzero", "argwhere", "where", "unique", "isin",
    "in1d", "array_equal", "array_equiv", "trim_zeros", "equal", "not_equal", "logical_and",
    "logical_or", "logical_not", "extract", "select",
}  # fmt: skip
CHOOSING = {"where", "extract", "select"}  # from all others by the first

taught: dict[
    str, Callable[[Authored, Authored], Authored]
] = {}  # the author's operators, by Python's names for them


class Operand:
    """An expression in an array, whose operators keep what is written."""

    __slots__ = ("value",)

    def __init__(self, value: Authored) -> None:
        self.value = value

    def __neg__(self) -> Operand:
        return Operand(taught["mul"](-1, self.value))

    def __abs__(self) -> Operand:
        return Operand(abs(self.value))

    def conjugate(self) -> Operand:
        """Itself, as all numbers are real; NumPy asks for it."""
        return self


def _operator(
    operate: Callable[[Authored, Authored], Authored], *, turned: bool
) -> Callable[[Operand, Authored], Authored]:
    def apply(self: Operand, other: Authored) -> Authored:
        if isinstance(other, sys.modules["numpy"].ndarray):
            return NotImplemented  # NumPy goes through its entries
        other = other.value if isinstance(other, Operand) else other
        return Operand(operate(other, self.value) if turned else operate(self.value, other))

    return apply


def _order(relation: Function) -> Function:
    def compare(self: Operand, other: Authored) -> Authored:
        return relation(self.value, other.value if isinstance(other, Operand) else other)

    return compare


for relation in (operator.lt, operator.le, operator.gt, operator.ge):
    setattr(Operand, f"__{relation.__name__}__", _order(relation))


def teach(**operators: Callable[[Authored, Authored], Authored]) -> None:
    """Have operands calculate with these operators, by Python's names for them."""
    taught.update(operators)
    for name, operate in operators.items():
        setattr(Operand, f"__{name}__", _operator(operate, turned=False))
        setattr(Operand, f"__r{name}__", _operator(operate, turned=True))


def is_array(thing: Authored) -> bool:
    """Whether a thing is an array of NumPy, or another thing of it but a number."""
    return type(thing).__module__ == "numpy" and not isinstance(thing, Number)


def is_of_objects(thing: Authored) -> bool:
    """Whether a thing is a NumPy array of objects."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and isinstance(thing, numpy.ndarray) and thing.dtype == object


def holds_expressions(thing: Authored) -> bool:
    """Whether a thing is a NumPy array of objects, some of which are expressions."""
    return is_of_objects(thing) and any(isinstance(entry, sympy.Expr) for entry in thing.flat)


def through(function: Function) -> Function:
    """A function of NumPy that calculates with operands where an array holds expressions."""

    owner = getattr(function, "__self__", None)
    asks = getattr(function, "__name__", "") in ASKING
    if holds_expressions(owner) and not asks:
        return lambda *rest, **options: through(
            lambda array, *more, **how: getattr(array, function.__name__)(*more, **how)
        )(owner, *rest, **options)

    def apply(*arguments: Authored, **options: Authored) -> Authored:
        if asks:
            chosen = getattr(function, "__name__", "") in CHOOSING and len(arguments) > 1
            for entry in _expressions(arguments[:1] if chosen else (owner, *arguments)):
                asked(entry)
        if not any(map(_has_expressions, arguments)):
            return function(*arguments, **options)
        return _plain(function(*map(_as_operands, arguments), **options))

    return apply


def operated(operate: Function, left: Authored, right: Authored) -> Authored:
    """An operation entry by entry, where there are expressions."""
    if not any(isinstance(s, sympy.Expr) or holds_expressions(s) for s in (left, right)):
        return operate(left, right)
    return through(operate)(left, right)


def _expressions(thing: Authored) -> Iterator[Authored]:
    if isinstance(thing, (list, tuple)) or is_of_objects(thing):
        for part in thing.flat if is_of_objects(thing) else thing:
            yield from _expressions(part)
    elif isinstance(thing, sympy.Expr):
        yield thing


def _each(array: Authored, change: Callable[[Authored], Authored]) -> Authored:
    changed = array.copy()
    for index, entry in enumerate(array.flat):
        changed.flat[index] = change(entry)
    return changed


def _has_expressions(thing: Authored) -> bool:
    """Whether a thing is an expression, or holds some, in an array or where one is made of it."""
    if type(thing) in (list, tuple):
        return any(map(_has_expressions, thing))
    return isinstance(thing, sympy.Expr) or holds_expressions(thing)


def _as_operands(thing: Authored) -> Authored:
    if isinstance(thing, sympy.Expr):
        return Operand(thing)
    if type(thing) in (list, tuple):
        return type(thing)(map(_as_operands, thing))
    return (
        _each(thing, lambda entry: Operand(sympy.sympify(entry)))
        if holds_expressions(thing)
        else thing
    )


def _plain(thing: Authored) -> Authored:
    if isinstance(thing, Operand):
        return thing.value
    if type(thing) in (list, tuple):
        return type(thing)(map(_plain, thing))
    numpy = sys.modules["numpy"]
    return (
        _each(thing, _plain)
        if isinstance(thing, numpy.ndarray) and thing.dtype == object
        else thing
    )
