"""What operators and calls in an author's module do: what the algebra system would at once evaluate away is kept as written."""

from __future__ import annotations

import builtins
import functools
import itertools
import math
import operator
from collections.abc import Callable, Hashable, Iterable
from functools import lru_cache
from itertools import permutations
from typing import Any

import sympy
from sympy.combinatorics import Permutation
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.vocabulary import BUILDING, KEEPING, REWRITING
from probatum.proposition.definedness import defined
from probatum.proposition.exact import Printed
from probatum.proposition.written import DERIVATIVE, OPERATORS, PROVIDED, REWRITTEN, SUBSTITUTION, Written, evaluated, is_written

LARGEST_DETERMINANT = 3
LARGEST = 200  # nodes of what is kept as written; beyond, its value and where it is defined are kept
ROOTS = (sympy.sqrt, sympy.cbrt, sympy.root)
Keep = Callable[..., Any]


def add(left: Any, right: Any) -> Any:
    """left + right"""
    return _operate("+", left, right)


def subtract(left: Any, right: Any) -> Any:
    """left - right"""
    return _operate("-", left, right)


def multiply(left: Any, right: Any) -> Any:
    """left * right"""
    return _operate("*", left, right)


def divide(left: Any, right: Any) -> Any:
    """left / right"""
    return _operate("/", left, right)


def power(left: Any, right: Any) -> Any:
    """left ** right"""
    return _operate("**", left, right)


def floor_divide(left: Any, right: Any, operate: Keep = operator.floordiv) -> Any:
    """left // right, with the condition that nothing is divided by zero"""
    result = operate(left, right)
    if not isinstance(result, sympy.Expr) or not (_is_exact(left) and _is_exact(right)):
        return result
    return provided(result, sympy.And(defined(sympy.sympify(left)), defined(sympy.sympify(right)), sympy.Ne(right, 0)))


def modulo(left: Any, right: Any) -> Any:
    """left % right"""
    return floor_divide(left, right, operator.mod)


IN_PLACE: dict[str, tuple[Keep, Keep]] = {
    "add": (add, operator.iadd),
    "subtract": (subtract, operator.isub),
    "multiply": (multiply, operator.imul),
    "divide": (divide, operator.itruediv),
    "floor_divide": (floor_divide, operator.ifloordiv),
    "modulo": (modulo, operator.imod),
    "power": (power, operator.ipow),
}


def updated(name: str, present: Any, value: Any) -> Any:
    """present += value, and the like"""
    operate, in_place = IN_PLACE[name]
    return operate(present, value) if isinstance(present, sympy.Basic) or isinstance(value, sympy.Basic) else in_place(present, value)


def same(left: Any, right: Any) -> Any:
    """left == right"""
    return value_of(left) == value_of(right)


def other(left: Any, right: Any) -> Any:
    """left != right"""
    return value_of(left) != value_of(right)


def value_of(thing: Any) -> Any:
    """What the algebra system makes of a thing, where it is kept as written."""
    if isinstance(thing, (list, tuple)) and type(thing) in (list, tuple):
        return type(thing)(map(value_of, thing))
    if isinstance(thing, dict) and type(thing) is dict:
        return {value_of(key): value_of(value) for key, value in thing.items()}
    if isinstance(thing, MatrixBase) or (isinstance(thing, sympy.Basic) and not isinstance(thing, sympy.Symbol)):
        return evaluated(_hashable(thing)) if is_written(_hashable(thing)) else thing
    return thing


def _hashable(thing: Any) -> Any:
    return sympy.ImmutableMatrix(thing) if isinstance(thing, MatrixBase) else thing


def _operate(name: str, left: Any, right: Any) -> Any:
    operate = OPERATORS[name]
    if isinstance(left, MatrixBase) or isinstance(right, MatrixBase):
        return _matrix(name, left, right)
    if not (isinstance(left, sympy.Expr) or isinstance(right, sympy.Expr)):
        return operate(left, right)
    if not (_is_exact(left) and _is_exact(right)):
        return operate(left, right)
    operands = sympy.sympify(left), sympy.sympify(right)
    if all(operand.is_Number for operand in operands):
        return operate(left, right)
    result = operate(*operands)
    return result if _stands(name, *operands, result) else kept(name, operands)


def _is_exact(thing: Any) -> bool:
    if isinstance(thing, sympy.Expr):
        return not isinstance(thing, sympy.Float)
    return isinstance(thing, (int, Printed)) and not isinstance(thing, bool)


def _stands(name: str, left: Any, right: Any, result: Any) -> bool:
    """Whether the result still shows the operation with both operands."""
    if name in "+-":
        right = -right if name == "-" else right
        return left == 0 or right == 0 or (result.is_Add and len(result.args) == _size(sympy.Add, left) + _size(sympy.Add, right))
    if name in "*/":
        right = 1 / right if name == "/" else right
        if left == 1 or (right == 1 and not left.is_Add):
            return True
        return result.is_Mul and len(result.args) == _size(sympy.Mul, left) + _size(sympy.Mul, right)
    return bool(right == 1 or (result.is_Pow and result.args == (left, right)) or result == sympy.exp(right, evaluate=False))


def _size(kind: Any, expression: Any) -> int:
    return len(kind.make_args(expression))


def kept(name: Any, operands: Iterable[Any]) -> Any:
    """The operation as written; where that has grown too large, its value and where it is defined."""
    made = Written(name, *operands)
    if _nodes(made) <= LARGEST:
        return made
    return provided(evaluated(made), defined(made))


@lru_cache(maxsize=4096)
def _nodes(expression: Any) -> int:
    return 1 + sum(map(_nodes, expression.args))


def provided(value: Any, condition: Any) -> Any:
    """The value, with the condition under which what was written has one; where the value tells, nothing is added."""
    needed = set(sympy.And.make_args(evaluated(condition)))
    missing = needed - set(sympy.And.make_args(defined(value))) - {sympy.true}
    return Written(PROVIDED, value, sympy.And(*missing)) if missing else value


def _matrix(name: str, left: Any, right: Any) -> Any:
    """Entry by entry; a product of matrices as the sums of products that it means."""
    if name in "+-" and isinstance(left, MatrixBase) and isinstance(right, MatrixBase) and left.shape == right.shape:
        return left._new(*left.shape, [_operate(name, *pair) for pair in zip(left.flat(), right.flat(), strict=True)])
    if name == "*" and isinstance(left, MatrixBase) and isinstance(right, MatrixBase) and left.cols == right.rows:
        return left._new(left.rows, right.cols, lambda i, j: total(_entry(left[i, k], right[k, j]) for k in range(left.cols)))
    if name in "*/" and isinstance(left, MatrixBase) and not isinstance(right, MatrixBase):
        return left.applyfunc(lambda entry: _operate(name, entry, right))
    if name == "*" and isinstance(right, MatrixBase) and not isinstance(left, MatrixBase):
        return right.applyfunc(lambda entry: _operate(name, left, entry))
    return _rewritten(OPERATORS[name], (left, right), {}, inverted=left if name == "**" and right < 0 else None)


def _entry(left: Any, right: Any) -> Any:
    """A product in a product of matrices; a 0 leaves nothing of what is defined everywhere."""
    other = right if left == 0 else left
    return sympy.Integer(0) if 0 in (left, right) and defined(other) == sympy.true else _operate("*", left, right)


def total(terms: Iterable[Any], start: Any = 0) -> Any:
    """sum(terms, start)"""
    for term in terms:
        start = add(start, term)
    return start


def product(factors: Iterable[Any], start: Any = 1) -> Any:
    """prod(factors)"""
    for factor in factors:
        start = multiply(start, factor)
    return start


AS_OPERATORS: dict[Any, Keep] = {
    operator.add: add,
    operator.sub: subtract,
    operator.mul: multiply,
    operator.truediv: divide,
    operator.floordiv: floor_divide,
    operator.mod: modulo,
    operator.pow: power,
    builtins.pow: lambda base, exponent, *modulus: pow(base, exponent, *modulus) if modulus else power(base, exponent),
    builtins.divmod: lambda left, right: (floor_divide(left, right), modulo(left, right)),
    sympy.Add: lambda *terms, **options: sympy.Add(*terms, **options) if options else total(terms),
    sympy.Mul: lambda *factors, **options: sympy.Mul(*factors, **options) if options else product(factors),
    sympy.Pow: lambda base, exponent, **options: sympy.Pow(base, exponent, **options) if options else power(base, exponent),
}


def called(function: Any) -> Any:
    """The function itself, or, for one of the algebra system, one that keeps what it would evaluate away."""
    if function is builtins.sum:
        return total
    if function is math.prod or function is sympy.prod:
        return product
    if function is functools.reduce:
        return lambda operate, *more: functools.reduce(called(operate), *more)
    if function is itertools.accumulate:
        return lambda items, operate=operator.add, **more: itertools.accumulate(items, called(operate), **more)
    if isinstance(function, Hashable) and function in AS_OPERATORS:
        return AS_OPERATORS[function]
    if function is builtins.isinstance:
        return lambda thing, kinds: isinstance(value_of(thing), kinds)
    if isinstance(function, type):
        return _class(function)
    if function in ROOTS:
        return _root(function)
    owner = getattr(function, "__self__", None)
    if isinstance(owner, (sympy.Basic, MatrixBase)) and not isinstance(owner, type):
        return _method(function, owner)
    if (getattr(function, "__module__", "") or "").partition(".")[0] == "sympy" and owner is None:
        return _of_the_algebra_system(function)
    return function


def _class(kind: type[Any]) -> Any:
    if issubclass(kind, sympy.Number):
        return lambda *arguments: kind(*map(value_of, arguments))
    applied = issubclass(kind, (sympy.Function, sympy.Max, sympy.Min)) and not issubclass(kind, sympy.Piecewise)
    return _application(kind) if applied else kind


def _application(function: Any) -> Keep:
    def apply(*arguments: Any, **options: Any) -> Any:
        result = function(*arguments, **options)
        if options or not isinstance(result, sympy.Expr) or not all(isinstance(a, sympy.Expr) or _is_exact(a) for a in arguments):
            return result
        operands = tuple(map(sympy.sympify, arguments))
        stands = result.func == function and set(result.args) == set(operands)
        known = getattr(sympy, function.__name__, None) is function
        return result if stands or not known else kept(function.__name__, operands)

    return apply


def _root(function: Any) -> Keep:
    def take(base: Any, *degree: Any, **options: Any) -> Any:
        result = function(base, *degree, **options)
        if options or not _is_exact(base):
            return result
        radicand = sympy.sympify(base)
        exponent = sympy.Rational(1, 2 if function is sympy.sqrt else 3) if not degree else 1 / sympy.sympify(degree[0])
        stands = radicand.is_Number or (result.is_Pow and result.args == (radicand, exponent))
        return result if stands else kept("**", (radicand, exponent))

    return take


def _method(method: Any, owner: Any) -> Any:
    name = method.__name__
    if name == "diff" and isinstance(owner, sympy.Expr):
        return lambda *variables, **options: _derived(owner, *variables, **options)
    if name == "jacobian" and isinstance(owner, MatrixBase):
        return lambda variables: _jacobian(owner, variables)
    if name in ("subs", "xreplace") and isinstance(owner, sympy.Expr):
        return lambda *pairs, **options: _put(method, owner, pairs, options)
    if name in KEEPING:
        return method
    if name == "det" and isinstance(owner, MatrixBase) and owner.is_square and owner.rows <= LARGEST_DETERMINANT:
        return lambda *rest, **options: _determinant(owner, method(*rest, **options))
    if name == "inv" and isinstance(owner, MatrixBase):
        return lambda *rest, **options: _rewritten(lambda matrix, *more, **how: matrix.inv(*more, **how), (owner, *rest), options, owner)
    return lambda *rest, **options: _rewritten(
        lambda first, *more, **how: getattr(first, name)(*more, **how), (owner, *rest), options, rewriting=name in REWRITING
    )


def _determinant(matrix: Any, value: Any) -> Any:
    """The determinant, as the sum over permutations that it is by definition."""
    size = range(matrix.rows)
    terms = (multiply(Permutation(order).signature(), product(matrix[i, order[i]] for i in size)) for order in permutations(size))
    meant = total(terms)
    plain = value_of(value)
    return plain if meant == plain else kept(REWRITTEN, (plain, meant))


def _put(method: Any, owner: Any, pairs: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """A substitution, with what was substituted into."""
    result = method(*pairs, **options)
    values = _substitution(pairs)
    if values is None or not isinstance(result, sympy.Expr) or result == owner:
        return result
    touched = {old: new for old, new in values.items() if old in owner.free_symbols}
    return kept(SUBSTITUTION, (owner, *(part for pair in touched.items() for part in pair))) if touched else result


def _substitution(pairs: tuple[Any, ...]) -> dict[Any, Any] | None:
    """What is put for which variable, all at once; None where the order may matter, or more than variables is replaced."""
    entries = dict([pairs]) if len(pairs) == 2 else dict(pairs[0]) if len(pairs) == 1 and not isinstance(pairs[0], sympy.Set) else {}
    values = {old: sympy.sympify(new) for old, new in entries.items()}
    if not values or not all(isinstance(old, sympy.Symbol) and isinstance(new, sympy.Expr) for old, new in values.items()):
        return None
    return values if len(values) == 1 or not {symbol for new in values.values() for symbol in new.free_symbols} & set(values) else None


def _of_the_algebra_system(function: Any) -> Any:
    name = getattr(function, "__name__", "")
    if function is sympy.diff:
        return _derived
    if function is sympy.hessian:
        return _hessian
    if name in BUILDING:
        return function
    if function in STANDING:
        return lambda *arguments, **options: _carried_out(function, arguments, options)
    return lambda *arguments, **options: _rewritten(function, arguments, options, rewriting=name in REWRITING)


STANDING = {sympy.integrate: sympy.Integral, sympy.limit: sympy.Limit, sympy.summation: sympy.Sum, sympy.product: sympy.Product}


def _carried_out(function: Any, arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
    """A closed integral, limit, sum or product with its value: what was written is what is decided."""
    arguments = value_of(arguments)
    result = function(*arguments, **options)
    written = None if options else STANDING[function](*arguments)
    closed = isinstance(result, sympy.Expr) and written is not None and not written.free_symbols
    return kept(REWRITTEN, (result, written)) if closed and result != written else result


def _derived(expression: Any, *variables: Any, **options: Any) -> Any:
    by = _variables(variables)
    if options or by is None or not isinstance(expression, sympy.Expr):
        return sympy.diff(value_of(expression), *map(value_of, variables), **options)
    return kept(DERIVATIVE, (expression, *by))


def _variables(variables: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """One variable for each derivation; None for forms that are left to the algebra system."""
    found: list[Any] = []
    for variable in variables:
        if isinstance(variable, sympy.Symbol):
            found.append(variable)
        elif isinstance(variable, (int, sympy.Integer)) and found and 0 < variable < 10:
            found += [found[-1]] * (int(variable) - 1)
        else:
            return None
    return tuple(found) or None


def _hessian(expression: Any, variables: Any, *rest: Any, **options: Any) -> Any:
    by = tuple(variables)
    if rest or options or not all(isinstance(variable, sympy.Symbol) for variable in by):
        return sympy.hessian(value_of(expression), variables, *rest, **options)
    return sympy.Matrix(len(by), len(by), lambda i, j: _derived(sympy.sympify(expression), by[i], by[j]))


def _jacobian(functions: Any, variables: Any) -> Any:
    by, of = list(variables), functions.flat()
    if not all(isinstance(variable, sympy.Symbol) for variable in by):
        return value_of(functions).jacobian(variables)
    return sympy.Matrix(len(of), len(by), lambda i, j: _derived(of[i], by[j]))


def _rewritten(function: Keep, arguments: tuple[Any, ...], options: dict[str, Any], inverted: Any = None, *, rewriting: bool = True) -> Any:
    """What the algebra system returns for evaluated arguments; a rewriting one is defined where its arguments are."""
    result = function(*map(value_of, arguments), **value_of(options))
    if not rewriting:
        return result
    needed = [defined(_hashable(argument)) for argument in arguments if isinstance(argument, (sympy.Expr, MatrixBase))]
    if inverted is not None:
        needed.append(sympy.Ne(value_of(inverted).det(), 0))
    condition = sympy.And(*needed)
    if arguments and isinstance(arguments[0], sympy.Expr) and isinstance(result, sympy.Expr):
        known = not arguments[0].has(ExprWithLimits, sympy.Limit) or not arguments[0].free_symbols
        return kept(REWRITTEN, (result, arguments[0])) if known and result != arguments[0] else result
    if isinstance(result, MatrixBase):
        return result.applyfunc(lambda entry: provided(entry, condition))
    return provided(result, condition) if isinstance(result, sympy.Expr) else result
