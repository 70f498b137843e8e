"""What operators in an author's module do: what the algebra system would at once evaluate away is
kept as written.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Iterable
from functools import partial

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanAtom
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written import arrays, plain_arrays
from probatum.authoring.as_written.conditions import all_kept
from probatum.authoring.as_written.connecting import (
    conjunction,
    disjunction,
    exclusive,
    implication,
)
from probatum.authoring.as_written.connecting import negation as negation
from probatum.authoring.as_written.generic_answers import forgets, forgotten
from probatum.authoring.as_written.keeping import (
    Call,
    as_number,
    beside,
    is_exact,
    kept,
    needs,
    provided,
    rewritten,
    varies,
)
from probatum.authoring.as_written.of_numbers import compared
from probatum.authoring.as_written.questions import (
    check_conditions,
    inside,
    other,
    outside,
    same,
)
from probatum.authoring.as_written.standing import stands
from probatum.authoring.as_written.sympy_errors import attempted, not_operated
from probatum.authoring.as_written.transcription import ORDERS
from probatum.errors import DefinitionError
from probatum.proposition.binders import BINDERS
from probatum.proposition.numbers.digit_count import long_power
from probatum.proposition.phrases.symmetric import MatrixVariable, Multiple
from probatum.proposition.unknown import unknown
from probatum.proposition.written import OPERATORS, applied
from probatum.type_names import Authored, Expression, Function


def add(left: Authored, right: Authored) -> Authored:
    """left + right"""
    return _operate("+", left, right)


def subtract(left: Authored, right: Authored) -> Authored:
    """left - right"""
    return _operate("-", left, right)


def multiply(left: Authored, right: Authored) -> Authored:
    """left * right"""
    return _operate("*", left, right)


def divide(left: Authored, right: Authored) -> Authored:
    """left / right"""
    return _operate("/", left, right)


def power(left: Authored, right: Authored) -> Authored:
    """left ** right"""
    return _operate("**", left, right)


def raised(base: Authored, exponent: Authored, modulus: Authored = None) -> Authored:
    """pow(base, exponent, modulus); of what varies, a remainder where the exponent is at least 0.

    Raises DefinitionError for that of an inverse, which SymPy takes for a fraction.
    """
    if modulus is None:
        return power(base, exponent)
    if not any(getattr(part, "free_symbols", ()) for part in (base, exponent, modulus)):
        return pow(base, exponent, modulus)
    least = sympy.sympify(exponent)
    if least.is_negative:
        raise DefinitionError(
            f"pow: got {base} to the power {exponent} modulo {modulus}, wanted an exponent that is "
            "0 or more; an inverse m of n is stated: Eq(Mod(m*n, modulus), 1)"
        )
    left = modulo(power(base, exponent), modulus)
    known = least.is_nonnegative
    return left if known else provided(left, sympy.Or(sympy.Ge(least, 0), unknown(left)))


def floor_divide(left: Authored, right: Authored) -> Authored:
    """left // right, with the condition that nothing is divided by zero"""
    left, right = beside(left, right)
    if not (varies(left, right) and is_exact(left) and is_exact(right)):
        return left // right
    result = left // right
    return provided(
        result,
        sympy.And(needs(sympy.sympify(left)), needs(sympy.sympify(right)), sympy.Ne(right, 0)),
    )


def modulo(left: Authored, right: Authored) -> Authored:
    """left % right"""
    right = right if isinstance(left, str) else beside(left, right)[1]
    if not (varies(left, right) and is_exact(left) and is_exact(right)):
        return left % right
    operands = sympy.sympify(left), sympy.sympify(right)
    result = applied(sympy.Mod, operands)
    return result if result.args == operands else kept("Mod", operands)


def matrix_multiply(left: Authored, right: Authored) -> Authored:
    """left @ right"""
    if isinstance(left, MatrixBase) and isinstance(right, MatrixBase):
        return _operate("*", left, right)
    if plain_arrays.are_operands(left, right):
        return left @ right
    if type(left).__module__ == "numpy":
        return arrays.operated(operator.matmul, left, right)
    return attempted("@", operator.matmul, left, right)


negative = partial(attempted, "-", operator.neg)  # -operand
positive = partial(attempted, "+", operator.pos)  # +operand
magnitude = partial(attempted, "abs", abs)  # abs(operand)
BY_PYTHON: dict[str, Function] = {  # by the names of Python's module `operator`
    "add": add,
    "sub": subtract,
    "mul": multiply,
    "truediv": divide,
    "floordiv": floor_divide,
    "mod": modulo,
    "pow": power,
}
arrays.teach(**BY_PYTHON)
IN_PLACE: dict[str, tuple[Function, Function]] = {
    "add": (add, operator.iadd),
    "subtract": (subtract, operator.isub),
    "multiply": (multiply, operator.imul),
    "divide": (divide, operator.itruediv),
    "floor_divide": (floor_divide, operator.ifloordiv),
    "modulo": (modulo, operator.imod),
    "power": (power, operator.ipow),
    "matrix_multiply": (matrix_multiply, operator.imatmul),
    "conjunction": (conjunction, operator.iand),
    "disjunction": (disjunction, operator.ior),
    "exclusive": (exclusive, operator.ixor),
    "implication": (implication, operator.irshift),
}


def updated(name: str, present: Authored, value: Authored) -> Authored:
    """present += value, and the like"""
    operate, in_place = IN_PLACE[name]
    if plain_arrays.is_array(present):
        return in_place(present, value)
    if arrays.is_of_objects(present):  # others may hold it by another name
        present[...] = operate(present, value)
        return present
    by_itself = hasattr(type(present), in_place.__name__.join(("__", "__")))
    written = isinstance(present, sympy.Basic) or isinstance(value, sympy.Basic)
    return operate(present, value) if written and not by_itself else in_place(present, value)


def update_at(name: str, collection: Authored, index: Authored, value: Authored) -> None:
    """collection[index] += value, and the like"""
    collection[index] = updated(name, collection[index], value)


between = slice  # collection[first:last]


def below(left: Authored, right: Authored) -> Authored:
    """left < right"""
    return _ordered(operator.lt, sympy.StrictLessThan, left, right)


def at_most(left: Authored, right: Authored) -> Authored:
    """left <= right"""
    return _ordered(operator.le, sympy.LessThan, left, right)


def above(left: Authored, right: Authored) -> Authored:
    """left > right"""
    return _ordered(operator.gt, sympy.StrictGreaterThan, left, right)


def at_least(left: Authored, right: Authored) -> Authored:
    """left >= right"""
    return _ordered(operator.ge, sympy.GreaterThan, left, right)


COMPARING: dict[str, Function] = {
    "same": same,
    "other": other,
    "below": below,
    "at_most": at_most,
    "above": above,
    "at_least": at_least,
    "inside": inside,
    "outside": outside,
}


def chained(names: tuple[str, ...], *sides: Authored) -> Authored:
    """left < middle < right, which holds where each pair is so related."""
    pairs = itertools.pairwise(sides)
    found = [COMPARING[name](*pair) for name, pair in zip(names, pairs, strict=True)]
    plain = not any(isinstance(part, Boolean) for part in found)
    if not plain:
        said = zip(names, found, strict=True)
        check_conditions("a chain", (part for name, part in said if name not in ORDERS))
    return all(found) if plain else all_kept(sympy.And(*found), "And", found)


def related(kind: type[Relational]) -> Function:
    """The algebra system's class of relations, which evaluates away what it takes for true."""
    return lambda *sides, **options: (
        kind(*sides, **options)
        if options or len(sides) != 2 or not _has_sides(*sides)
        else kind(*sides, evaluate=False)
    )


def _ordered(order: Function, kind: type[Relational], left: Authored, right: Authored) -> Authored:
    """The relation as written, where the algebra system would know it to be true or false of all
    numbers, or to be about what is no real number.
    """
    left, right = beside(left, right)
    if not (varies(left, right) and is_exact(left) and is_exact(right)):
        return compared(order, left, right)
    if any(isinstance(side, sympy.Expr) and side.has(*BINDERS) for side in (left, right)):
        return kind(sympy.sympify(left), sympy.sympify(right), evaluate=False)  # asks no digits
    try:
        found = order(left, right)
    except (TypeError, ValueError):  # of what is not real, or has no value
        found = None
    known = isinstance(found, BooleanAtom) and _has_sides(left, right)
    if not known and found is not None:
        return found
    return kind(sympy.sympify(left), sympy.sympify(right), evaluate=False)


def _has_sides(left: Authored, right: Authored) -> bool:
    """Whether both are exact, and one of them depends on something or is kept as written."""
    exact = is_exact(left) and is_exact(right)
    return exact and any(
        isinstance(side, sympy.Expr) and (side.free_symbols or not side.is_extended_real)
        for side in (left, right)
    )


def _operate(name: str, left: Authored, right: Authored) -> Authored:
    """The operation as written.

    Raises DefinitionError where what is made of symbols has none.
    """
    if plain_arrays.are_operands(left, right):
        return OPERATORS[name](left, right)
    try:
        return _operated(name, left, right)
    except (TypeError, ValueError) as error:
        told = not_operated(name, left, right)
        raise told or error from error


def _short_enough(base: Expression, exponent: Expression) -> None:
    """Raise DefinitionError for a power of numbers that is too long."""
    if long_power(base, exponent):
        raise DefinitionError(
            f"got {base}**{exponent}, which has too many digits to be written down, "
            "wanted Pow(base, exponent, evaluate=False) alone on a side, or the logarithms of both"
        )


def _operated(name: str, left: Authored, right: Authored) -> Authored:
    operate, (left, right) = OPERATORS[name], beside(left, right)
    if arrays.is_array(left) or arrays.is_array(right):
        return arrays.operated(operate, left, right)
    if isinstance(left, MatrixBase) or isinstance(right, MatrixBase):
        return _matrix(name, left, right)
    if not (isinstance(left, sympy.Expr) or isinstance(right, sympy.Expr)):
        if name == "**" and isinstance(left, int) and isinstance(right, int):
            _short_enough(sympy.Integer(left), sympy.Integer(right))
        return operate(left, right)
    if not (is_exact(left) and is_exact(right)):
        return _inexact(name, left, right)
    operands = sympy.sympify(left), sympy.sympify(right)
    if name == "**" and all(operand.is_Rational for operand in operands):
        _short_enough(*operands)
    result = operate(*operands)
    if all(operand.is_Number for operand in operands) and _as_finite(result, operands):
        return operate(left, right)
    if forgets(type(result)) and result.free_symbols:
        raise forgotten(type(result).__name__)
    if isinstance(left, MatrixVariable) or isinstance(result, Multiple):  # of any size
        return result
    return result if stands(name, *operands, result) else kept(name, operands)


def _as_finite(result: Expression, operands: tuple[Expression, ...]) -> bool:
    """Whether no infinity among numbers is lost in what is made of them."""
    return bool(result.is_infinite) or all(operand.is_finite for operand in operands)


def _inexact(name: str, left: Authored, right: Authored) -> Authored:
    """What is made of another library's number as of SymPy's; floating point, which is refused
    where a statement holds it, is not lost.
    """
    result = OPERATORS[name](left, right)
    if not isinstance(result, sympy.Expr) or result.has(sympy.Float):
        return result
    operands = [as_number(side) for side in (left, right)]
    if not all(isinstance(operand, sympy.Expr) for operand in operands):
        return result
    exact = all(map(is_exact, operands))
    return _operate(name, *operands) if exact else kept(name, operands)


def _matrix(name: str, left: Authored, right: Authored) -> Authored:
    """Entry by entry; a product of matrices as the sums of products that it means."""
    if (
        name in "+-"
        and isinstance(left, MatrixBase)
        and isinstance(right, MatrixBase)
        and left.shape == right.shape
    ):
        return left._new(
            *left.shape,
            [_operate(name, *pair) for pair in zip(left.flat(), right.flat(), strict=True)],
        )
    if (
        name == "*"
        and isinstance(left, MatrixBase)
        and isinstance(right, MatrixBase)
        and left.cols == right.rows
    ):
        return left._new(
            left.rows,
            right.cols,
            lambda i, j: total(_entry(left[i, k], right[k, j]) for k in range(left.cols)),
        )
    if name in "*/" and isinstance(left, MatrixBase) and not isinstance(right, MatrixBase):
        return left.applyfunc(lambda entry: _operate(name, entry, right))
    if name == "*" and isinstance(right, MatrixBase) and not isinstance(left, MatrixBase):
        return right.applyfunc(lambda entry: _operate(name, left, entry))
    if name == "**" and getattr(right, "free_symbols", False):
        if left.free_symbols:  # SymPy finds powers by eigenvalues that it takes for different
            raise DefinitionError(f"got {left} to a power that varies, wanted a matrix of numbers")
        return rewritten(Call(OPERATORS[name], (left, right)), left)
    inverted = left if name == "**" and right < 0 else None
    return rewritten(Call(OPERATORS[name], (left, right)), inverted)


def _entry(left: Expression, right: Expression) -> Expression:
    """A product in a product of matrices; a 0 leaves nothing of what is defined everywhere."""
    other = right if left == 0 else left
    return (
        sympy.Integer(0)
        if 0 in (left, right) and needs(other) == sympy.true
        else _operate("*", left, right)
    )


def total(terms: Iterable[Authored], start: Authored = 0) -> Authored:
    """sum(terms, start)"""
    for term in terms:
        start = add(start, term)
    return start


def product(factors: Iterable[Authored], start: Authored = 1) -> Authored:
    """prod(factors)"""
    for factor in factors:
        start = multiply(start, factor)
    return start
