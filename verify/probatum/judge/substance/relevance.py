"""Tells whether a statement beside a claim's own, a correction or a reduction,
speaks of what the claim asserts.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.judge.subject import about
from probatum.proposition.canonical import normal, renamings
from probatum.proposition.evaluated import plain, shown
from probatum.proposition.kinds import Any as Either
from probatum.proposition.kinds import (
    Equal,
    ForAll,
    Joined,
    Multiset,
    Orbit,
    Quantified,
    Rounded,
    for_all,
)
from probatum.proposition.subjects.cardinality import AtLeast
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.proposition.written import evaluated
from probatum.type_names import Comparison, Condition, Expression, Statement, Symbol


@dataclass(frozen=True, slots=True)
class Pair:
    """What a relation compares, and whether the statement supposes or concludes it."""

    left: Expression
    right: Expression
    supposed: bool

    @property
    def compared(self) -> Comparison:
        """What stands on one side, up to a factor and a sign, where all is brought there."""
        return normal(sympy.Eq(self.left, self.right, evaluate=False))

    @property
    def variables(self) -> frozenset[Symbol]:
        return frozenset(self.left.free_symbols | self.right.free_symbols)

    @property
    def cancels(self) -> bool:
        """Whether the sides differ by a number whatever the variables are, and so by more than an
        identity would say.
        """
        if not self.variables or not all(
            isinstance(side, sympy.Expr) for side in (self.left, self.right)
        ):
            return False
        difference = evaluated(self.left) - evaluated(self.right)
        return not difference.free_symbols and difference != 0


def bears(other: Statement, statement: Statement) -> bool:
    """Whether the other statement compares what this one compares, or has an expression of it,
    if with other variables.

    Such an expression has several variables, as u v has, or is a constant such as sqrt(2).
    One of a single variable, as x^2, must be a whole side in both, or several of them be added on
    a side in both, and the claim compare nothing of another variable; or both sides be the same up
    to factors. What cancels, as in u v < u v + 1, is not compared. Of propositions of which
    one is enough, each must bear: another one may be all that is true.
    """
    if isinstance(other, Either) or (
        isinstance(other, AtLeast) and other.amount < len(other.parts)
    ):
        return all(bears(part, statement) for part in other.parts)
    if _subjects(other) & _subjects(statement):
        return True
    ours, theirs = (
        [*_pairs(plain(each), False), *_pairs(shown(each), False)] for each in (statement, other)
    )
    speaking = frozenset().union(*(pair.variables for pair in theirs if not pair.supposed))
    return any(
        _meet(ours_one, theirs_one)
        for ours_one, theirs_one in itertools.product(ours, theirs)
        if not (theirs_one.cancels or (ours_one.supposed and theirs_one.supposed))
        and (not theirs_one.supposed or theirs_one.variables & speaking)
    )


def without_what_bears(other: Statement, statement: Statement) -> Statement | None:
    """The other statement without those hypotheses by which alone it bears on this one; None where
    it does by what it concludes, or without them supposes nothing of it.
    """
    if not isinstance(other, ForAll) or bears(_supposing(other, sympy.true), statement):
        return None
    left = [
        part
        for part in sympy.And.make_args(other.given)
        if not bears(_supposing(other, part), statement)
    ]
    return _supposing(other, sympy.And(*left))


def _supposing(statement: ForAll, given: Condition) -> ForAll:
    return for_all(statement.variables, given, statement.then)


def _subjects(statement: Statement) -> frozenset[str]:
    """What experiments and predicates are about, which have no formula."""
    match statement:
        case Joined():
            return frozenset().union(*map(_subjects, statement.parts))
        case Measured() | Property():
            return about(statement)
    return frozenset()


def _pairs(statement: Statement, supposed: bool) -> Iterator[Pair]:
    match statement:
        case Quantified():
            yield from _pairs(statement.given, True)
            yield from _pairs(statement.then, supposed)
        case Joined():
            for part in statement.parts:
                yield from _pairs(part, supposed)
        case Orbit():
            yield from _pairs(statement.given, True)
            yield from _pairs(statement.then, supposed)
            yield from itertools.starmap(_moved, zip(statement.state, statement.step, strict=True))
        case Equal():
            yield from (
                Pair(left, right, supposed)
                for left, right in _entries(statement.left, statement.right)
            )
        case Rounded():
            yield Pair(statement.expression, statement.digits.value, supposed)
        case sympy.logic.boolalg.Boolean():
            yield from (
                Pair(relation.lhs, relation.rhs, supposed) for relation in _relations(statement)
            )


def _moved(state: Symbol, step: Expression) -> Pair:
    return Pair(state, step, False)


def _relations(condition: Condition) -> list[Comparison]:
    """In a fixed order, for the sake of the same work on any machine."""
    return sorted(condition.atoms(Relational), key=sympy.default_sort_key)


def _entries(left: Expression, right: Expression) -> Iterator[tuple[Expression, Expression]]:
    """What an equality compares, entry by entry; of values without an order, the whole."""
    one, other = map(_flat, (left, right))
    if len(one) == len(other):
        yield from zip(one, other, strict=True)


def _flat(side: Expression) -> list[Expression]:
    match side:
        case Multiset():
            return [sympy.Tuple(*sorted(side.elements, key=sympy.default_sort_key))]
        case sympy.MatrixBase():
            return list(side.flat())
        case tuple() | sympy.Tuple():
            return [entry for inner in side for entry in _flat(inner)]
    return [side]


def _meet(ours: Pair, theirs: Pair) -> bool:
    """Whether two relations compare the same, or sides of them have an expression in common."""
    if not ours.variables and not theirs.variables:
        return bool({ours.left, ours.right} & {theirs.left, theirs.right}) or _share_a_term(
            ours, theirs
        )
    if ours.variables & theirs.variables and ours.compared == theirs.compared:
        return True
    return _share_a_term(ours, theirs) or any(
        ours.compared == normal(renamed) for renamed in _renamed_relations(theirs, ours.variables)
    )


def _renamed_relations(pair: Pair, names: frozenset[Symbol]) -> Iterator[Comparison]:
    for way in renamings(pair.variables, names):
        yield sympy.Eq(pair.left.xreplace(way), pair.right.xreplace(way), evaluate=False)


def _share_a_term(ours: Pair, theirs: Pair) -> bool:
    terms, others = (
        [term for side in (pair.left, pair.right) for term in _terms(side)]
        for pair in (ours, theirs)
    )
    if any(
        _same_in_part(one, other) or _same_by_other_names(one, other)
        for one, other in itertools.product(terms, others)
    ):
        return True
    if len(ours.variables) < 2:
        return bool({*_wholes(ours), *_compared(ours)} & set(_wholes(theirs))) or _add_the_same(
            ours, theirs
        )
    return {*_cores(ours)} == {*_cores(theirs)} and all(map(_says_something, _cores(ours)))


def _cores(pair: Pair) -> Iterator[Expression]:
    """Both sides, up to a factor."""
    yield from (side.as_content_primitive()[1] for side in (pair.left, pair.right))


def _add_the_same(ours: Pair, theirs: Pair) -> bool:
    """Whether sums on their sides have several terms in common, up to a factor of each."""
    return any(
        one.is_Add and other.is_Add and len({*_summands(one)} & {*_summands(other)}) > 1
        for one, other in itertools.product(_cores(ours), _cores(theirs))
    )


def _summands(side: Expression) -> Iterator[Expression]:
    cores = (term.as_coeff_Mul()[1] for term in side.args)
    yield from filter(_says_something, cores)


def _wholes(pair: Pair) -> Iterator[Expression]:
    """Whole sides, up to a factor, also without the bars of an absolute value."""
    for side in (pair.left, pair.right):
        core = side.as_coeff_Mul()[1]
        inner = core.args[0].as_coeff_Mul()[1] if isinstance(core, sympy.Abs) else core
        yield from filter(_says_something, dict.fromkeys((core, inner)))


def _compared(pair: Pair) -> Iterator[Expression]:
    """The difference of the sides, either way."""
    yield from (pair.left - pair.right, pair.right - pair.left)


def _terms(side: Expression) -> Iterator[Expression]:
    """The expressions of several variables in a side, and constants that are no plain number."""
    parts = {part for form in (side, sympy.expand(side)) for part in sympy.preorder_traversal(form)}
    yield from (
        part
        for part in parts
        if isinstance(part, sympy.Expr) and _says_something(part) and len(part.free_symbols) != 1
    )


def _says_something(expression: Expression) -> bool:
    rest = expression.as_coeff_Mul()[1]
    return not rest.is_Symbol and not rest.is_Rational


def _same_in_part(one: Expression, other: Expression) -> bool:
    """Whether they are the same up to a factor, or have several terms of a sum or several factors
    in common.
    """
    if one == other or one == -other:
        return True
    if one.is_Mul and other.is_Mul:
        return _says_something(sympy.Mul(*(set(one.args) & set(other.args))))
    if one.is_Add and other.is_Add:
        return any(len(set(one.args) & set((sign * other).args)) > 1 for sign in (1, -1))
    return False


def _same_by_other_names(one: Expression, other: Expression) -> bool:
    """Whether they differ by the names of variables only, of which there are several:
    x^2 and y^2 would be no more than squares.
    """
    if len(one.free_symbols) < 2 or one.func != other.func or one.count_ops() != other.count_ops():
        return False
    ways = renamings(frozenset(other.free_symbols), frozenset(one.free_symbols))
    return any(other.xreplace(way) in (one, -one) for way in ways)
