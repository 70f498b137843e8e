"""Names what in a statement is no real number: the root of a negative number, the logarithm,
an imaginary part.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.proposition.numbers.constant import ANSWERS, Lacking
from probatum.proposition.parts import rewrite
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import truth_at
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Values

COMPLEX = (
    '(complex numbers are stated by z = complexes("z"), with Eq and Ne, modulus(z), conjugate(z), '
    "z.real and z.imag)"
)
REAL_ONLY_WITHIN = (sympy.log, sympy.asin, sympy.acos, sympy.acosh, sympy.atanh)


def reasons(statement: Statement) -> list[str]:
    """Why values in the statement are not there, or not known."""
    found = {
        part.reason
        for expression in _expressions(statement)
        for part in expression.atoms(Lacking)
        if part.kind not in ANSWERS
    }
    return sorted(found)


def what_is_needed(needed: Condition, statement: Statement) -> str:
    """What must hold for the statement to be defined, in words; of what never holds, the smallest
    parts that have a value nowhere.
    """
    if needed != sympy.false:
        return f"needs {words_of(needed)}"
    parts = {part for expression in _expressions(statement) for part in _nowhere(expression)}
    named = sorted(parts, key=sympy.default_sort_key)
    return "; ".join(map(_without_value, named)) or "it has no value"


def _without_value(part: Expression) -> str:
    unreal = part is sympy.I
    return f"{part} is not a real number {COMPLEX}" if unreal else f"{words_of(part)} has no value"


def _nowhere(expression: Expression) -> Iterator[Expression]:
    inside = getattr(expression, "operands", expression.args)
    inner = [part for each in inside if isinstance(each, sympy.Basic) for part in _nowhere(each)]
    yield from inner
    if not inner and evaluated(defined(expression)) == sympy.false:
        yield expression


def no_real_numbers(statement: Statement, point: Values) -> list[str]:
    """The smallest parts of the statement that are no real numbers at the point."""
    parts = {
        part for expression in _expressions(statement) for part in _smallest(expression, point)
    }
    return [
        f"{part} is not a real number{' there' if point else ''}"
        + (f" {COMPLEX}" if part is sympy.I else "")
        for part in sorted(parts, key=sympy.default_sort_key)
    ]


def _expressions(statement: Statement) -> list[Expression]:
    found: list[Expression] = []

    def note(expression: Expression) -> Expression:
        found.append(expression)
        return expression

    rewrite(statement, note)
    return found


def _smallest(expression: Expression, point: Values) -> Iterator[Expression]:
    inner = [part for argument in expression.args for part in _smallest(argument, point)]
    yield from inner
    if not inner and _is_unreal(expression, point):
        yield expression


def _is_unreal(expression: Expression, point: Values) -> bool:
    if expression is sympy.I or (isinstance(expression, sympy.CRootOf) and not expression.is_real):
        return True
    rooted = (
        expression.is_Pow and not expression.exp.is_Integer
        if isinstance(expression, sympy.Expr)
        else False
    )
    if not (rooted or isinstance(expression, REAL_ONLY_WITHIN)) or expression.free_symbols - set(
        point
    ):
        return False
    argument = expression.base if rooted else expression.args[0]
    return (
        truth_at(defined(argument), point) is True
        and truth_at(defined(expression), point) is False
        and not _is_pole(expression, point)
    )


def _is_pole(expression: Expression, point: Values) -> bool:
    """Whether it is infinite there rather than no real number: log 0,
    or a negative power of zero.
    """
    return (
        isinstance(expression, (sympy.log, sympy.Pow))
        and truth_at(sympy.Eq(expression.args[0], 0, evaluate=False), point) is True
    )
