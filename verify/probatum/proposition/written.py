"""Expressions as their author wrote them, where the algebra system would at once have made
something else of them.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational
from sympy.core.symbol import Str
from sympy.matrices.matrixbase import MatrixBase
from sympy.printing.precedence import precedence

from probatum.proposition.numbers.constant import UNDEFINED, Lacking
from probatum.proposition.slopes.derivative import by_the_algebra_system, derivative
from probatum.type_names import (
    Change,
    Condition,
    Expression,
    Function,
    Point,
    Printer,
    Symbol,
    Values,
)

DERIVATIVE, SUBSTITUTION, PROVIDED, REWRITTEN = "diff", "at", "where", "from"
MAYBE_UNREAL = (ExprWithLimits, sympy.zoo, sympy.nan, sympy.I)
NO_NUMBERS = {
    each: Lacking(each, UNDEFINED, f"{each} is no number") for each in (sympy.zoo, sympy.nan)
}
OPERATORS: dict[str, Callable[[Expression, Expression], Expression]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
ASSUMED = (
    "real", "extended_real", "complex", "finite", "integer", "rational", "algebraic", "zero",
    "nonzero", "positive", "negative", "nonnegative", "nonpositive", "extended_positive",
    "extended_negative", "extended_nonnegative", "extended_nonpositive", "even", "odd", "imaginary",
    "infinite",
)  # fmt: skip


class Written(sympy.Expr):  # type: ignore[misc]
    """An operation with its operands, not carried out: x/x stays x/x, though its value is 1.

    Made where evaluation would lose what was written; all else that authors build is an ordinary
    expression. `where` stands for a value together with the condition under which what was written
    has one, `from` for a value with what it was made from.
    """

    __slots__ = ()
    is_commutative = True

    def __new__(cls, operation: str | Str, *operands: Expression) -> Written:
        name = operation if isinstance(operation, Str) else Str(operation)
        made: Written = sympy.Expr.__new__(cls, name, *map(sympy.sympify, operands))
        return made

    @property
    def operation(self) -> str:
        return str(self.args[0].name)

    @property
    def operands(self) -> tuple[Expression, ...]:
        return tuple(self.args[1:])

    @property
    def value(self) -> Expression:
        """What the algebra system makes of it."""
        return evaluated(self)

    @property
    def free_symbols(self) -> set[Symbol]:
        if self.operation != SUBSTITUTION:
            return {symbol for operand in self.operands for symbol in operand.free_symbols}
        inside, *pairs = self.operands
        put = {symbol for value in pairs[1::2] for symbol in value.free_symbols}
        return (set(inside.free_symbols) - set(pairs[::2])) | put

    @property
    def is_number(self) -> bool:
        return not self.free_symbols

    def __getattr__(self, name: str) -> Expression:
        """What only a certain kind of value has, such as the numerator of a fraction."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.value, name)

    def _xreplace(self, rule: Values) -> tuple[Expression, bool]:
        """Substitution leaves the operation standing; in a derivative it comes after the
        derivation.
        """
        if self in rule:
            return rule[self], True
        if self.operation == SUBSTITUTION:
            inside, *pairs = self.operands
            outer = {old: new for old, new in rule.items() if old not in pairs[::2]}
            values = [
                pair.xreplace(rule) if number % 2 else pair for number, pair in enumerate(pairs)
            ]
            made = Written(SUBSTITUTION, inside.xreplace(outer), *values)
            return made, made != self
        if self.operation in (DERIVATIVE, REWRITTEN):
            touched = {old: new for old, new in rule.items() if old in self.free_symbols}
            return (
                (
                    Written(
                        SUBSTITUTION, self, *(part for pair in touched.items() for part in pair)
                    ),
                    True,
                )
                if touched
                else (self, False)
            )
        made = Written(self.operation, *(operand.xreplace(rule) for operand in self.operands))
        return made, made != self

    def _eval_subs(self, old: Expression, new: Expression) -> Expression | None:
        return self.xreplace({old: new}) if old.is_Symbol else None

    def _eval_evalf(self, prec: int) -> Expression:
        return self.value._eval_evalf(prec)

    def _eval_derivative(self, symbol: Symbol) -> Expression:
        return self.value.diff(symbol)

    def doit(self, **hints: Any) -> Expression:
        return self.value.doit(**hints)

    @property
    def precedence(self) -> int:
        """How tightly what is shown holds together; printers ask for it."""
        return int(precedence(as_shown(self)))

    def _sympystr(self, printer: Printer) -> str:
        return str(printer._print(as_shown(self)))

    def _latex(self, printer: Printer) -> str:
        return str(printer._print(as_shown(self)))

    def __float__(self) -> float:
        return float(self.value)

    def __int__(self) -> int:
        return int(self.value)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __lt__(self, other: Expression) -> Condition:
        return self._related(sympy.StrictLessThan, other)

    def __le__(self, other: Expression) -> Condition:
        return self._related(sympy.LessThan, other)

    def __gt__(self, other: Expression) -> Condition:
        return self._related(sympy.StrictGreaterThan, other)

    def __ge__(self, other: Expression) -> Condition:
        return self._related(sympy.GreaterThan, other)

    def _related(self, kind: type[Relational], other: Expression) -> Condition:
        """A relation as written, which may stand among hypotheses; of numbers, its truth."""
        right = sympy.sympify(other)
        if self.free_symbols | right.free_symbols:
            return kind(self, right, evaluate=False)
        return kind(self.value, evaluated(right))


def _assumption(name: str) -> Callable[[Written], bool | None]:
    return lambda self: getattr(self.value, f"is_{name}")


for _name in ASSUMED:
    setattr(Written, f"_eval_is_{_name}", _assumption(_name))


@lru_cache(maxsize=4096)
def is_written(expression: Expression) -> bool:
    """Whether anything in an expression or condition stands as its author wrote it."""
    if isinstance(expression, Written):
        return True
    return (
        any(map(is_written, expression))
        if isinstance(expression, MatrixBase)
        else any(map(is_written, expression.args))
    )


@lru_cache(maxsize=4096)
def evaluated(expression: Expression) -> Expression:
    """The expression or condition as the algebra system evaluates it;
    relations stay as they are built.
    """
    if not is_written(expression):
        return expression
    if isinstance(expression, Written):
        return _carried_out(
            expression.operation, [evaluated(operand) for operand in expression.operands]
        )
    if isinstance(expression, (Relational, MatrixBase)):
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return _rebuilt(expression, evaluated, **options)
    return applied(expression.func, map(evaluated, expression.args))


def _carried_out(operation: str, operands: list[Expression]) -> Expression:
    if operation in OPERATORS:
        return OPERATORS[operation](*operands)
    if operation == DERIVATIVE:
        return by_the_algebra_system(*operands)
    if operation == SUBSTITUTION:
        inside = _differentiated(operands[0])
        return _placed(inside, _pairs(operands[1:]), lambda part, put: part.xreplace(put))
    if operation in (PROVIDED, REWRITTEN):
        return operands[0]
    return applied(getattr(sympy, operation), operands)


def _placed(expression: Expression, values: Point, place: Callable[..., Expression]) -> Expression:
    """The expression at values, which `place` puts in; of a derivative that nobody has carried out,
    what SymPy calls it there.
    """
    if expression.has(sympy.Derivative):
        return sympy.Subs(expression, tuple(values), tuple(values.values()))
    return place(expression, values)


def derivatives_written(expression: Expression) -> Expression:
    """With derivatives that SymPy left standing as written ones, so that values may be put in."""
    return expression.replace(
        lambda part: isinstance(part, sympy.Derivative),
        lambda part: Written(DERIVATIVE, part.expr, *part.variables),
    )


def _differentiated(expression: Expression) -> Expression:
    """With derivatives that stand in it carried out, so that values may be put in."""
    return expression.replace(
        lambda part: isinstance(part, sympy.Derivative),
        lambda part: derivative(part.expr, *part.variables),
    )


def applied(function: Function, operands: Iterable[Expression]) -> Expression:
    """What the algebra system makes of a function, or what is lacking, where it refuses."""
    operands = tuple(operands)
    try:
        return function(*operands)
    except (ValueError, ZeroDivisionError):  # an operand is no real number, or the second is 0
        construct = function(*operands, evaluate=False)
        return Lacking(construct, UNDEFINED, f"{construct} has no value")
    except TypeError:  # SymPy has compared what is no real number, such as a sum without a value
        if not any(operand.has(*MAYBE_UNREAL) for operand in operands):
            raise
        return function(*(operand.xreplace(NO_NUMBERS) for operand in operands), evaluate=False)


def _pairs(operands: list[Expression]) -> dict[Expression, Expression]:
    return dict(zip(operands[::2], operands[1::2], strict=True))


def _rebuilt(expression: Expression, change: Change, **options: Any) -> Expression:
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(change)
    return expression.func(*map(change, expression.args), **options)


def as_shown(expression: Expression) -> Expression:
    """The expression for readers, with nothing carried out."""
    return _standing(expression, _shown_derivative, _shown_substitution)


def _shown_derivative(inside: Expression, *variables: Symbol) -> Expression:
    return sympy.Derivative(inside, *variables, evaluate=False)


def _shown_substitution(inside: Expression, *pairs: Expression) -> Expression:
    return sympy.Subs(inside, pairs[::2], pairs[1::2])


def as_decided(expression: Expression) -> Expression:
    """The expression for deciders: nothing simplified, derivatives by the rules of the textbook."""
    return _standing(
        expression, derivative, lambda inside, *pairs: _put(inside, _pairs(list(pairs)))
    )


def _put(expression: Expression, values: Point) -> Expression:
    """Substitution that evaluates nothing."""
    if expression in values:
        return values[expression]
    if isinstance(expression, sympy.Derivative):
        return _placed(derivative(expression.expr, *expression.variables), values, _put)
    if isinstance(expression, ExprWithLimits):
        return expression.subs(list(values.items()))
    return (
        unevaluated(expression, lambda part: _put(part, values))
        if expression.free_symbols & set(values)
        else expression
    )


def _standing(
    expression: Expression, derive: Callable[..., Expression], substitute: Callable[..., Expression]
) -> Expression:
    if not is_written(expression):
        return expression
    if not isinstance(expression, Written):
        return unevaluated(expression, lambda part: _standing(part, derive, substitute))
    operands = [_standing(operand, derive, substitute) for operand in expression.operands]
    if expression.operation == DERIVATIVE:
        return derive(*operands)
    if expression.operation == SUBSTITUTION:
        return substitute(*operands)
    if expression.operation in (PROVIDED, REWRITTEN):
        return operands[0 if expression.operation == PROVIDED else 1]
    return _operation(expression.operation, operands)


@lru_cache(maxsize=4096)
def bare(expression: Expression) -> Expression:
    """The expression as written, without the conditions noted where only the value was kept."""
    if not is_written(expression):
        return expression
    if isinstance(expression, Written) and expression.operation == PROVIDED:
        return bare(expression.operands[0])
    if isinstance(expression, Written):
        return Written(expression.operation, *map(bare, expression.operands))
    return unevaluated(expression, bare)


def _operation(name: str, operands: list[Expression]) -> Expression:
    left, right = operands[0], operands[-1]
    match name:
        case "+":
            return sympy.Add(left, right, evaluate=False)
        case "-":
            return sympy.Add(left, _negative(right), evaluate=False)
        case "*":
            return sympy.Mul(left, right, evaluate=False)
        case "/":
            return sympy.Mul(left, sympy.Pow(right, -1, evaluate=False), evaluate=False)
        case "**":
            return sympy.Pow(left, right, evaluate=False)
        case "sqrt":
            return sympy.Pow(left, sympy.Rational(1, 2), evaluate=False)
    return getattr(sympy, name)(*operands, evaluate=False)


def _negative(expression: Expression) -> Expression:
    return -expression if expression.is_Number else sympy.Mul(-1, expression, evaluate=False)


def unevaluated(expression: Expression, change: Change) -> Expression:
    """The expression with its parts changed and not evaluated again."""
    evaluating = (
        sympy.Add,
        sympy.Mul,
        sympy.Pow,
        sympy.Function,
        sympy.Max,
        sympy.Min,
        sympy.Derivative,
        Relational,
    )
    return _rebuilt(
        expression, change, **({"evaluate": False} if isinstance(expression, evaluating) else {})
    )
