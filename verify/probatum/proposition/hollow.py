"""Finds statements that say nothing: both sides the same, or the conclusion among the hypotheses."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit
from probatum.proposition.written import bare

REFLEXIVE = ("==", "<=", ">=")
SAME_SIDES = "both sides are built from the same expression, so it says nothing: state one of them unevaluated, or by its definition"
SUPPOSED = "the conclusion stands among the hypotheses, so it says nothing: suppose what the text supposes, and no more"


def hollow(statement: Any) -> str | None:
    """Why a proposition or condition says nothing; None where it says something."""
    return _hollow(statement, frozenset(), about=False)


def _hollow(statement: Any, supposed: frozenset[Any], *, about: bool) -> str | None:
    """supposed: the hypotheses so far; about: whether it speaks of any variables."""
    match statement:
        case ForAll() | AlmostAll():
            return _hollow(statement.then, supposed | _parts(statement.given), about=about or bool(statement.variables))
        case Exists():
            return _hollow(statement.then, supposed, about=True)  # what it is found among is not supposed
        case All():
            return next(filter(None, (_hollow(part, supposed, about=about) for part in statement.parts)), None)
        case Orbit():
            return _same_sides(statement.then, about=True)
        case Equal():
            return SAME_SIDES if _alike(statement.left, statement.right) and (about or not _numbers(statement.left)) else None
    if not isinstance(statement, sympy.logic.boolalg.Boolean):
        return None
    return _same_sides(statement, about=about) or (SUPPOSED if _is_supposed(statement, supposed) else None)


def _same_sides(condition: Any, *, about: bool) -> str | None:
    """One such part is enough: what it stands beside is better stated without it."""
    if isinstance(condition, Relational):
        same = condition.rel_op in REFLEXIVE and bare(condition.lhs) == bare(condition.rhs)
        return SAME_SIDES if same and (about or not _numbers(condition.lhs)) else None
    inner = condition.args if isinstance(condition, (sympy.And, sympy.Or)) else condition.args[1:] if _implies(condition) else ()
    return next(filter(None, (_same_sides(part, about=about) for part in inner)), None)


def _numbers(side: Any) -> bool:
    """Whether a side is made of explicit numbers only: that they are the same is then what is said."""
    elements = side.elements if isinstance(side, Multiset) else side.flat() if isinstance(side, sympy.MatrixBase) else side
    if isinstance(elements, (tuple, list, sympy.Tuple, sympy.FiniteSet)):
        return all(map(_numbers, elements))
    return bool(elements.is_Rational)


def _is_supposed(condition: Any, supposed: frozenset[Any]) -> bool:
    if isinstance(condition, sympy.And):
        return all(_is_supposed(part, supposed) for part in condition.args)
    if isinstance(condition, sympy.Or):
        return normal(condition) in supposed or any(_is_supposed(part, supposed) for part in condition.args)
    if _implies(condition):
        premise, conclusion = condition.args
        return _is_supposed(conclusion, supposed | _parts(premise))
    return normal(condition) in supposed


def _implies(condition: Any) -> bool:
    return isinstance(condition, sympy.Implies)


def _parts(condition: Any) -> frozenset[Any]:
    """What a hypothesis supposes, part by part, in normal form."""
    if isinstance(condition, sympy.And):
        return frozenset().union(*map(_parts, condition.args))
    return frozenset() if condition == sympy.true else frozenset((normal(condition),))


def normal(condition: Any) -> Any:
    """The same form for relations that differ by being flipped, by a sign on both sides, or by `Not`."""
    if isinstance(condition, (sympy.And, sympy.Or)):
        return type(condition).__name__, frozenset(map(normal, condition.args))
    if isinstance(condition, sympy.Not) and isinstance(condition.args[0], Relational):
        return normal(condition.args[0].negated)
    if not isinstance(condition, Relational):
        return condition
    less, more = (condition.rhs, condition.lhs) if condition.rel_op in (">", ">=") else (condition.lhs, condition.rhs)
    sides = _sides(less, more)
    if condition.rel_op in ("==", "!="):
        return condition.rel_op, sides | _sides(more, less)
    return "<" if condition.rel_op in ("<", ">") else "<=", sides


def _sides(less: Any, more: Any) -> frozenset[Any]:
    """Both sides up to a positive factor, as they are and with the sign of both turned."""
    low, high = _terms(less), _terms(more)
    size = max(map(abs, (*low.values(), *high.values())), default=0) or 1
    pair = tuple(frozenset((key, value / size) for key, value in side.items()) for side in (low, high))
    turned = tuple(frozenset((key, -value) for key, value in side) for side in reversed(pair))
    return frozenset((pair, turned))


def _terms(expression: Any) -> dict[frozenset[Any], Any]:
    """A sum as its terms, with a fixed sign in factors that are sums: -(a - b) c is (b - a) c."""
    terms: dict[frozenset[Any], Any] = {}
    for term in sympy.Add.make_args(expression):
        coefficient, rest = term.as_coeff_Mul()
        factors = sympy.Mul.make_args(rest)
        turned = [factor for factor in factors if factor.is_Add and factor.could_extract_minus_sign()]
        key = frozenset(-factor if factor in turned else factor for factor in factors)
        terms[key] = terms.get(key, 0) + coefficient * (-1) ** len(turned)
    return {key: value for key, value in terms.items() if value != 0}


def _alike(left: Any, right: Any) -> bool:
    """Whether two sides of an `Equal` are the same; against a multiset a tuple has no order."""
    if isinstance(left, Multiset) or isinstance(right, Multiset):
        return bool(_unordered(left) == _unordered(right))
    return bool(left == right or (not isinstance(left, sympy.Set) and bare(left) == bare(right)))


def _unordered(side: Any) -> Any:
    elements = side.elements if isinstance(side, Multiset) else side
    return sorted(map(bare, elements), key=sympy.default_sort_key) if isinstance(elements, (tuple, sympy.Tuple)) else elements
