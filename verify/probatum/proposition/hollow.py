"""Finds statements that say nothing: both sides the same, or the conclusion among the hypotheses or
looser than one of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational

from probatum.proposition.canonical import difference, is_reckoned, normal, same
from probatum.proposition.kinds import (
    All,
    Any,
    Equal,
    Exists,
    Iff,
    Joined,
    Multiset,
    Orbit,
    Quantified,
)
from probatum.proposition.parts import is_scalar
from probatum.proposition.phrases.nearness import Admitted
from probatum.proposition.subjects.measured import Measured, holds_by_definition
from probatum.proposition.subjects.random import declared
from probatum.proposition.tautology import is_tautology
from probatum.proposition.written import bare
from probatum.type_names import Condition, Expression, Statement, Symbol

LOOSER_KINDS = {
    "<": (sympy.Le, sympy.Ne),
    ">": (sympy.Ge, sympy.Ne),
    "==": (sympy.Le, sympy.Ge),
}
REFLEXIVE = ("==", "<=", ">=")
SAME_SIDES = (
    "both sides are built from the same expression, so it says nothing: "
    "state one of them unevaluated, or by its definition"
)
SAME_PARTS = (
    "both parts say the same in these or other signs, so it says nothing: "
    "state what the one is equivalent to"
)
LOOSER = (
    "the conclusion is one of the hypotheses with a looser bound, so it says nothing: "
    "state what is true instead of what was said"
)
BY_DEFINITION = (
    "a factor is at least 1 and a ratio more than 0 whatever is measured, so it says nothing: "
    "state by how much the two differ"
)
WITH_ITSELF = (
    "a treatment is compared with itself, so it says nothing: "
    "give baseline= another treatment than those that it is for"
)
BY_ITSELF = (
    "it is true whatever its relations come to, so it says nothing: "
    "state which of them is so, and when"
)
SUPPOSED = (
    "the conclusion stands among the hypotheses, so it says nothing: "
    "suppose what the text supposes, and no more"
)


def hollow(statement: Statement) -> str | None:
    """Why a proposition or condition says nothing; None where it says something."""
    return _hollow(statement, frozenset(), about=False)


def _hollow(statement: Statement, supposed: frozenset[Condition], *, about: bool) -> str | None:
    """supposed: the hypotheses so far; about: whether it speaks of any variables."""
    match statement:
        case Admitted():
            return None
        case Measured():
            if statement.baseline in statement.treatment:
                return WITH_ITSELF
            return BY_DEFINITION if holds_by_definition(statement) else None
        case Exists() if weakened(statement):
            return SUPPOSED
        case Quantified():
            return _hollow(
                statement.then,
                supposed | _parts(statement.given),
                about=about or bool(statement.variables),
            )
        case Iff() if same(*statement.parts):
            return SAME_PARTS
        case Joined():
            known = supposed if isinstance(statement, (All, Any)) else frozenset[Condition]()
            found = (_hollow(part, known, about=about) for part in statement.parts)
            return next(filter(None, found), None) or _by_itself(statement)
        case Orbit():
            return _same_sides(statement.then, about=True) or (
                SUPPOSED if _is_supposed(statement.then, _parts(statement.given)) else None
            )
        case Equal():
            if _alike(statement.left, statement.right) and (about or not _numbers(statement.left)):
                return SAME_SIDES
            if not (is_scalar(statement.left) and is_scalar(statement.right)):
                return None
            meant = sympy.Eq(statement.left, statement.right, evaluate=False)
            return SUPPOSED if _is_supposed(meant, supposed) else None
    if not isinstance(statement, sympy.logic.boolalg.Boolean):
        return None
    if _is_supposed(statement, supposed):
        return _same_sides(statement, about=about) or SUPPOSED
    return _same_sides(statement, about=about) or _by_itself(statement)


def _by_itself(statement: Statement) -> str | None:
    return BY_ITSELF if is_tautology(statement) else None


def _same_sides(condition: Condition, *, about: bool) -> str | None:
    """One such part is enough: what it stands beside is better stated without it."""
    if isinstance(condition, Relational):
        alike = condition.rel_op in REFLEXIVE and _as_written(condition.lhs, condition.rhs)
        return SAME_SIDES if alike and (about or not _numbers(condition.lhs)) else None
    inner = (
        condition.args
        if isinstance(condition, (sympy.And, sympy.Or))
        else condition.args[1:]
        if _implies(condition)
        else ()
    )
    return next(filter(None, (_same_sides(part, about=about) for part in inner)), None)


def is_of_numbers(statement: Statement) -> bool:
    """Whether it compares explicit numbers only."""
    match statement:
        case Equal():
            return _numbers(statement.left) and _numbers(statement.right)
        case Relational():
            return all(map(_numbers, statement.args))
    return False


def _numbers(side: Expression) -> bool:
    """Whether a side is made of explicit numbers only: that they are the same is then what is
    said.
    """
    elements = (
        side.elements
        if isinstance(side, Multiset)
        else side.flat()
        if isinstance(side, sympy.MatrixBase)
        else side
    )
    if isinstance(elements, (tuple, list, sympy.Tuple, sympy.FiniteSet)):
        return all(map(_numbers, elements))
    return bool(elements.is_Rational)


def _is_supposed(condition: Condition, supposed: frozenset[Condition]) -> bool:
    if isinstance(condition, sympy.And):
        return all(_is_supposed(part, supposed) for part in condition.args)
    if isinstance(condition, sympy.Or):
        return normal(condition) in supposed or any(
            _is_supposed(part, supposed) for part in condition.args
        )
    if _implies(condition):
        premise, conclusion = condition.args
        return _is_supposed(conclusion, supposed | _parts(premise))
    return normal(condition) in supposed or normal(condition) in map(normal, declared(condition))


def _implies(condition: Condition) -> bool:
    return isinstance(condition, sympy.Implies)


def _parts(condition: Condition) -> frozenset[object]:
    """What a hypothesis supposes, part by part, in normal form, and what it is short of being
    strict or an equation.
    """
    if isinstance(condition, sympy.And):
        return frozenset().union(*map(_parts, condition.args))
    if condition == sympy.true:
        return frozenset()
    looser = LOOSER_KINDS.get(condition.rel_op, ()) if isinstance(condition, Relational) else ()
    forms = (kind(condition.lhs, condition.rhs, evaluate=False) for kind in looser)
    return frozenset(map(normal, (condition, *forms)))


def weakened(statement: Statement) -> bool:
    """Whether each thing that a statement concludes is one of its hypotheses,
    or one with a looser bound: x > 1, so x > 0.
    """
    return _weakened(statement, ())


def _weakened(statement: Statement, supposed: tuple[Condition, ...]) -> bool:
    match statement:
        case Quantified():
            return _weakened(statement.then, (*supposed, *sympy.And.make_args(statement.given)))
        case Any():
            return any(_weakened(part, supposed) for part in statement.parts)
        case All():
            return all(_weakened(part, supposed) for part in statement.parts)
        case sympy.And():
            return all(_weakened(part, supposed) for part in statement.args)
        case sympy.Or():
            return any(_weakened(part, supposed) for part in statement.args)
        case sympy.Implies():
            return _weakened(
                statement.args[1], (*supposed, *sympy.And.make_args(statement.args[0]))
            )
        case Relational():
            return any(
                _bounds(hypothesis, statement)
                for hypothesis in supposed
                if isinstance(hypothesis, Relational)
            )
    return False


def _bounds(hypothesis: Condition, conclusion: Condition) -> bool:
    """Whether a relation follows from a hypothesis on the same expression by comparing their
    bounds.
    """
    if is_reckoned(hypothesis) or is_reckoned(conclusion):
        return False
    pairs = itertools.product(_bounded(hypothesis), _bounded(conclusion))
    return any(
        one and one == other and _looser(given, wanted, low - high)
        for (given, one, low), (wanted, other, high) in pairs
    )


def _bounded(condition: Condition) -> Iterator[tuple[str, frozenset[Expression], Expression]]:
    """The relation, and the terms with variables and the constant that together stand in it to
    zero; both ways round of an equation.
    """
    relation, terms = difference(condition)
    varying = {
        key: value for key, value in terms.items() if any(factor.free_symbols for factor in key)
    }
    constant = sympy.Add(
        *(value * sympy.Mul(*key) for key, value in terms.items() if key not in varying)
    )
    size = max(map(abs, varying.values()), default=1)
    for sign in (1, -1) if relation in ("==", "!=") else (1,):
        yield (
            relation,
            frozenset((key, sign * value / size) for key, value in varying.items()),
            sign * constant / size,
        )


def _looser(given: str, wanted: str, slack: Expression) -> bool:
    """Whether e < 0, e = 0 and so on imply the wanted relation of e - slack to zero."""
    enough = {
        "<": slack.is_positive,
        "<=": slack.is_nonnegative,
        "==": slack.is_zero,
        "!=": slack.is_nonzero,
    }
    match given:
        case "==":
            return bool(enough[wanted])
        case "!=":
            return wanted == "!=" and bool(slack.is_zero)
        case "<":
            return wanted != "==" and bool(slack.is_nonnegative)
    return wanted != "==" and bool(enough["<=" if wanted == "<=" else "<"])


def _alike(left: Expression, right: Expression) -> bool:
    """Whether two sides of an `Equal` are the same; against a multiset a tuple has no order."""
    if isinstance(left, Multiset) or isinstance(right, Multiset):
        return bool(_unordered(left) == _unordered(right))
    return bool(left == right or (not isinstance(left, sympy.Set) and _as_written(left, right)))


def _as_written(left: Expression, right: Expression) -> bool:
    """Whether two expressions are written alike, whatever their sums and integrals are over."""
    one, other = bare(left), bare(right)
    if one == other:
        return True
    if not (isinstance(one, sympy.Basic) and isinstance(other, sympy.Basic)):
        return False
    names: dict[Symbol, Symbol] = {}
    if not _renamed(one, other, names) or len({*names.values()}) < len(names):
        return False
    moved = {symbol for pair in names.items() if pair[0] != pair[1] for symbol in pair}
    return not moved & one.free_symbols


def _renamed(one: Expression, other: Expression, names: dict[Symbol, Symbol]) -> bool:
    """Whether they differ by the names of what is bound in them alone, which are noted."""
    if isinstance(one, ExprWithLimits) and isinstance(other, ExprWithLimits):
        bound = [[limit[0] for limit in each.limits] for each in (one, other)]
        for own, name in zip(*bound, strict=False):
            if names.setdefault(own, name) != name or own.assumptions0 != name.assumptions0:
                return False
    if not one.args or not other.args:
        return bool(names.get(one, one) == other)
    return (
        one.func == other.func
        and len(one.args) == len(other.args)
        and all(_renamed(*parts, names) for parts in zip(one.args, other.args, strict=True))
    )


def _unordered(side: Expression) -> object:
    elements = side.elements if isinstance(side, Multiset) else side
    return (
        sorted(map(bare, elements), key=sympy.default_sort_key)
        if isinstance(elements, (tuple, sympy.Tuple))
        else elements
    )
