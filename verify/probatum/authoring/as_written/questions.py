"""What an author's module asks while it runs: of a variable nobody can say whether it is zero,
and Python, which compares how things are written, would say no.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import sympy
from sympy.logic.boolalg import Boolean, BooleanAtom
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import is_condition, value_of
from probatum.authoring.as_written.lacking import is_thing, lacking
from probatum.errors import DefinitionError, EvaluatedError
from probatum.proposition.kinds import KINDS
from probatum.proposition.spelling.in_code import membership
from probatum.proposition.subjects.complex_numbers import Complex, related
from probatum.type_names import Authored

Asked = TypeVar("Asked")
LOOKED_UP = (set, frozenset, dict)
SETS = (set, frozenset, sympy.FiniteSet)
GROUPS = (tuple, list, set, frozenset, dict, sympy.Tuple, sympy.FiniteSet, MatrixBase)


def same(left: Authored, right: Authored) -> Authored:
    """left == right"""
    left, right = value_of(left), value_of(right)
    found = left == right
    if found is False and may_be_same(left, right):
        raise unknown_answer(f"{left} == {right}")
    return found


def other(left: Authored, right: Authored) -> Authored:
    """left != right"""
    left, right = value_of(left), value_of(right)
    found = left != right
    if found is True and may_be_same(left, right):
        raise unknown_answer(f"{left} != {right}")
    return found


def inside(item: Authored, collection: Authored) -> bool:
    """item in collection; of a set or dictionary, which of several variables one is."""
    if isinstance(collection, Iterator):
        collection = list(collection)
    if isinstance(collection, range) and _varies(item):  # Python would look at each
        raise unknown_answer(f"{item} in {collection}")
    try:
        found = item in collection
    except TypeError as error:
        if is_thing(collection) or is_condition(collection) or isinstance(collection, KINDS):
            raise lacking(collection, f"{item} as an item") from error
        if not isinstance(collection, sympy.Set):
            raise
        raise DefinitionError(
            f"got a question that depends on a variable ({item} in {collection}), wanted the "
            f"condition: write {membership(item, collection)}"
        ) from error
    names = isinstance(item, sympy.Symbol) and isinstance(collection, LOOKED_UP)
    for each in collection if isinstance(collection, GROUPS) and not found else ():
        if may_be_same(item, each) and not (names and isinstance(each, sympy.Symbol)):
            raise unknown_answer(f"{item} in {collection}")
    return found


def outside(item: Authored, collection: Authored) -> bool:
    """item not in collection"""
    return not inside(item, collection)


def asked(thing: Asked) -> Asked:
    """What stands after `if`, `while` or `not`, or beside `and` and `or`."""
    if isinstance(thing, KINDS):
        raise not_decided_yet(f"whether {thing} is true")
    condition = _is_condition(thing)
    if condition or _varies(thing):
        raise unknown_answer(
            str(thing) if condition else f"{thing}, which is true where it is not 0"
        )
    if _hides_its_value(thing):
        raise DefinitionError(
            f"got the question whether {thing} is 0, of which Python sees how it is written, "
            "wanted its value, or what is stated of it: Eq(..., 0)"
        )
    return thing


def matched(subject: Asked) -> Asked:
    """What stands after `match`, where a case compares it with a value."""
    parts = subject if isinstance(subject, (tuple, list)) else (subject,)
    for part in parts:
        if _varies(part):
            raise unknown_answer(f"which value {part} has")
    return subject


def refused_still() -> None:
    """Raise what is being caught where it is a refusal: what an author's module would do in place
    of what it asked for is not what its text says.
    """
    problem = sys.exc_info()[1]
    if problem is not None and _refusal(problem):
        raise problem


class Suppressing(contextlib.suppress):
    """contextlib.suppress, through which a refusal goes."""

    def __exit__(self, kind: Any, problem: Any, trace: Any) -> bool:
        refused = problem is not None and _refusal(problem)
        return not refused and super().__exit__(kind, problem, trace)


def _refusal(problem: BaseException) -> bool:
    if isinstance(problem, BaseExceptionGroup):
        return any(map(_refusal, problem.exceptions))
    return isinstance(problem, DefinitionError)


def check_conditions(where: str, parts: Iterable[Authored]) -> None:
    """Raise EvaluatedError for a truth value among conditions: Python has compared how things are
    written.
    """
    for part in parts:
        if isinstance(part, bool):
            raise EvaluatedError(
                f"{where}: got the truth value {part}, wanted conditions: `==`, `!=` and `in` give "
                "truth values; write Eq(a, b), Ne(a, b) and so on"
            )


def _is_condition(thing: object) -> bool:
    """Whether it is a condition that no one has decided; a symbol is a number."""
    return isinstance(thing, Boolean) and not isinstance(thing, (BooleanAtom, sympy.Symbol))


def _varies(thing: object) -> bool:
    number = isinstance(thing, Complex)
    return number or (isinstance(thing, sympy.Expr) and bool(thing.free_symbols))


def _hides_its_value(thing: object) -> bool:
    """Whether it is a number of which nobody has said that it is not 0."""
    number = value_of(thing)
    known = not isinstance(number, sympy.Expr) or number.is_Number
    return not known and number.is_zero is not False


def may_be_same(left: Authored, right: Authored) -> bool:
    """Whether two things that are written differently may have the same value.

    Raises DefinitionError where both are propositions, for what is the same of them is stated.
    """
    if isinstance(left, KINDS) and isinstance(right, KINDS):
        raise not_decided_yet(f"whether {left} and {right} say the same")
    if isinstance(left, Complex) or isinstance(right, Complex):
        return _may_be_same_number(left, right)
    if _is_condition(left):
        return isinstance(right, bool) or _is_condition(right)
    if isinstance(left, MatrixBase) and isinstance(right, MatrixBase):
        return left.shape == right.shape and may_be_same(list(left), list(right))
    if isinstance(left, SETS) and isinstance(right, SETS):
        return any(may_be_same(one, each) for one in left for each in right)
    if isinstance(left, (tuple, list, sympy.Tuple)) and isinstance(right, type(left)):
        pairs = list(zip(left, right, strict=False))
        alike = len(left) == len(right) and all(a == b or may_be_same(a, b) for a, b in pairs)
        return alike and any(may_be_same(a, b) for a, b in pairs)
    numbers = all(isinstance(side, (sympy.Expr, int, float)) for side in (left, right))
    if not numbers or not (_varies(left) or _varies(right)):
        return False
    return bool(sympy.Eq(left, right) != sympy.false)


def _may_be_same_number(left: Authored, right: Authored) -> bool:
    """Of two numbers of which at least one is complex."""
    numbers = all(isinstance(side, (sympy.Expr, Complex, int, float)) for side in (left, right))
    return numbers and bool(related("Eq", left, right) != sympy.false)


def not_decided_yet(question: str) -> DefinitionError:
    return DefinitionError(
        f"got the question {question}, which is decided only once the module has run, wanted what "
        "is stated: All(p, q) says both, Any(p, q) at least one of them, Iff(p, q) that they say "
        "the same, ~p the opposite; which proposition it is, `is` asks"
    )


def unknown_answer(question: str) -> DefinitionError:
    return DefinitionError(
        f"got a question that depends on a variable ({question}), wanted a condition: write "
        "Eq(...), And(...), Or(...), Not(...); or Piecewise, or one statement for each case; "
        "which variable it is, `is` asks"
    )
