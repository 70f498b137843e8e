"""Tells what is so whatever stands in the place of the sides that a statement compares."""

from __future__ import annotations

from collections.abc import Iterable

import sympy
from sympy.core.relational import Relational

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.proposition.evaluated import plain
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

ANYHOW = (
    "it is so of any numbers in the place of what the claim compares: "
    "say something that is so of these alone"
)
PLACES = sympy.symbols("_left _right", real=True)
MOST_OPERATIONS = 100
NOT_THERE = (ProbatumError, NotImplementedError, TypeError, ValueError)


def anyhow(said: Statement, statement: Statement) -> bool:
    """Whether a statement speaks of the sides of another one and is true of any two numbers in
    their place, as L <= max(L, R) is, or of any of their signs, as L >= 0 is of squares.

    Where the other side is a number or variable, what the sign says may be what is true instead:
    x^2 >= 0 of x^2 > 0.
    """
    parts, put = _parts(said), _places(statement, said)
    if parts is None or put is None:
        return False
    given, then = map(put.inside, parts)
    if not put.stand_in(given, then):
        return False
    if put.always(sympy.And(given, put.signs_of_two()), then):
        return True
    # what it supposes of them, or a sign that takes hypotheses to see, may be all that is wanted
    alone = put.compare(then) and not put.stand_in(given)
    return alone and put.always(sympy.And(given, put.signs_under(parts[0])), then)


def follows_anyhow(said: Statement, statement: Statement) -> bool:
    """Whether a statement follows from another one by what its relation says of any two numbers of
    their signs: L - 1 < R from L <= R, and L <= 5 R of squares.
    """
    return _by_any_numbers(said, statement, either_way=False)


def restates_anyhow(said: Statement, statement: Statement) -> bool:
    """Whether a statement and another one say the same of any two numbers: L^3 <= R^3 and
    L <= R.
    """
    return _by_any_numbers(said, statement, either_way=True)


def stricter_anyhow(condition: Condition, statement: Statement) -> bool:
    """Whether one relation of a condition compares both sides of the statement, and is it with
    something to spare whatever numbers they are: L <= R - 1 of L <= R.
    """
    stated, put = _parts(statement), _places(statement, condition)
    if stated is None or put is None or len(put.sides) != len(PLACES):
        return False
    supposed, concluded = map(put.inside, stated)
    relations = [put.inside(part) for part in sympy.And.make_args(evaluated(condition))]
    return any(
        {*PLACES} <= relation.free_symbols and put.always(sympy.And(supposed, relation), concluded)
        for relation in relations
        if isinstance(relation, Relational)
    )


def repeats_anyhow(condition: Condition, statement: Statement) -> bool:
    """Whether a condition comes to the statement and what it says of other things, for any two
    numbers of their signs in the place of the sides.
    """
    stated, put = _parts(statement), _places(statement, condition)
    if stated is None or put is None:
        return False
    said = put.inside(evaluated(condition))
    if not put.stand_in(said):
        return False
    supposed, concluded = map(put.inside, stated)
    known = sympy.And(supposed, put.signs())
    beside = [part for part in sympy.And.make_args(said) if not put.stand_in(part)]
    return put.always(sympy.And(known, said), concluded) and put.always(
        sympy.And(known, concluded, *beside), said
    )


def _by_any_numbers(said: Statement, statement: Statement, *, either_way: bool) -> bool:
    parts, stated, put = _parts(said), _parts(statement), _places(statement, said)
    if parts is None or stated is None or put is None:
        return False
    given, then = map(put.inside, parts)
    supposed, concluded = map(put.inside, stated)
    known = sympy.And(given, supposed, sympy.true if either_way else put.signs_of_two())
    return (
        put.stand_in(then)
        and put.always(sympy.And(known, concluded), then)
        and (not either_way or put.always(sympy.And(known, then), concluded))
    )


def _parts(statement: Statement) -> tuple[Condition, Condition] | None:
    """What a statement supposes and concludes, as conditions; None where it is of another kind."""
    statement = plain(statement)
    if isinstance(statement, ForAll):
        inner = _condition(statement.then)
        return None if inner is None else (evaluated(statement.given), inner)
    inner = _condition(statement)
    return None if inner is None else (sympy.true, inner)


def _condition(then: Statement) -> Condition | None:
    said = condition_of(then)
    return None if said is None else evaluated(said)


class _Put:
    """Numbers in the place of what a statement compares."""

    def __init__(
        self, sides: Iterable[tuple[Expression, Expression]], variables: tuple[Symbol, ...]
    ) -> None:
        """sides: each as a number and what it multiplies, the longer first."""
        self.sides = [(*side, place) for side, place in zip(sides, PLACES, strict=False)]
        self.variables = variables

    def inside(self, condition: Condition) -> Condition:
        """The condition of these numbers."""
        if isinstance(condition, Relational) and all(
            isinstance(side, sympy.Expr) for side in condition.args
        ):
            difference = condition.lhs - condition.rhs
            written = (difference, sympy.expand_mul(difference), _added(difference))
            told = max(map(self._of, written), key=self._how_many)
            sides = (told, sympy.S.Zero) if self._how_many(told) else map(self._of, condition.args)
            return condition.func(*sides, evaluate=False)
        if isinstance(condition, (sympy.And, sympy.Or, sympy.Not, sympy.Implies)):
            return condition.func(*map(self.inside, condition.args))
        return condition

    def _of(self, expression: Expression) -> Expression:
        for factor, core, place in self.sides:
            expression = _with(expression, factor * core, factor * place)
            expression = _with(expression, core, place)
        return expression

    @staticmethod
    def _how_many(expression: Expression) -> int:
        return len(expression.free_symbols & {*PLACES})

    def stand_in(self, *conditions: Condition) -> bool:
        """Whether some of the conditions speak of these numbers."""
        return any(each.free_symbols & {*PLACES} for each in conditions)

    def signs(self) -> Condition:
        """What is known of the signs of what they stand for."""
        return sympy.And(
            *(place > 0 for _, core, place in self.sides if core.is_positive),
            *(place >= 0 for _, core, place in self.sides if core.is_nonnegative),
        )

    def signs_of_two(self) -> Condition:
        """The signs, where both sides are more than a variable or number."""
        return self.signs() if len(self.sides) == len(PLACES) else sympy.true

    def compare(self, condition: Condition) -> bool:
        """Whether each relation that speaks of these numbers speaks of both."""
        relations = condition.atoms(Relational)
        spoken = [each.free_symbols & {*PLACES} for each in relations]
        return (
            len(self.sides) == len(PLACES)
            and {*PLACES} in spoken
            and all(not each or each == {*PLACES} for each in spoken)
        )

    def signs_under(self, supposed: Condition) -> Condition:
        """What is known of the signs of what they stand for, where something is supposed."""
        wanted = ((place, core) for _, core, place in self.sides)
        shown = [place for place, core in wanted if self._settled(supposed, core >= 0)]
        return sympy.And(self.signs(), *(place >= 0 for place in shown))

    def always(self, given: Condition, then: Condition) -> bool:
        """Whether one condition follows from another, for all these numbers."""
        if given == sympy.false or sympy.And(given, then).count_ops() > MOST_OPERATIONS:
            return False
        return self._settled(given, then)

    def _settled(self, given: Condition, then: Condition) -> bool:
        spoken = given.free_symbols | then.free_symbols
        names = [name for name in (*self.variables, *PLACES) if name in spoken]
        try:
            found = settle(for_all(tuple(names), given, then))
        except NOT_THERE:
            return False
        return found.truth is Truth.TRUE


def _added(difference: Expression) -> Expression:
    """With the logarithms of products and powers as sums: where the statement's own have a value,
    they are the same.
    """
    return sympy.expand_log(difference, force=True) if difference.has(sympy.log) else difference


def _with(expression: Expression, part: Expression, other: Expression) -> Expression:
    """With another in the place of a part, also inside of its sums, products and powers; where it
    has a root or a quotient, only of its multiples, as x is no power of 1/x.
    """
    factors = [factor.as_base_exp()[1] for factor in sympy.Mul.make_args(part)]
    if all(power.is_Integer and power.is_positive for power in factors):
        return expression.subs(part, other)
    number, core = part.as_coeff_Mul()

    def is_multiple(inner: Expression) -> bool:
        return isinstance(inner, sympy.Expr) and inner.as_coeff_Mul()[1] == core

    return expression.replace(is_multiple, lambda inner: inner.as_coeff_Mul()[0] / number * other)


def _places(statement: Statement, said: Statement | Condition) -> _Put | None:
    """Numbers for the sides of a statement's one relation that are more than a variable or number;
    None where there is no such side, or where what is said has variables of its own in it.
    """
    stated = _parts(statement)
    if stated is None or not isinstance(stated[1], Relational):
        return None
    sides = [side for side in map(_factored, stated[1].args) if side is not None]
    compared = frozenset().union(*(core.free_symbols for _, core in sides))
    if not sides or _bound(said) & compared:
        return None
    variables = {*getattr(statement, "variables", ()), *getattr(said, "variables", ())}
    longest = sorted(sides, key=lambda side: -side[1].count_ops())
    return _Put(longest, tuple(sorted(variables, key=str)))


def _factored(side: Expression) -> tuple[Expression, Expression] | None:
    """A side as a number and what it multiplies; None for a variable, a number and what is none."""
    if not isinstance(side, sympy.Expr) or side.is_number:
        return None
    factor, core = side.as_content_primitive()
    return None if core.is_Symbol or (-core).is_Symbol else (factor, core)


def _bound(said: Statement | Condition) -> set[Symbol]:
    """The variables of sums, integrals and limits inside of a statement or condition."""
    conditions = (said.given, said.then) if isinstance(said, ForAll) else (said,)
    return {
        name
        for each in conditions
        if isinstance(each, sympy.Basic)
        for name in each.atoms(sympy.Symbol) - each.free_symbols
    }
