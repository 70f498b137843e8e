"""Cuts integrals where absolute values, maxima and branches turn at points that hold parameters."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.linear_part import linear
from probatum.lowering.theorem import Theorem
from probatum.proposition.slopes.smoothness import KINKS, NotKnownError, without_kinks
from probatum.type_names import Condition, Expression, Symbol

ADDITIVE = Theorem("Integrals over adjacent intervals add up", "DLMF, section 1.4(iv)", exact=True)
MOST_TURNS = 2
BELOW, INSIDE, ABOVE = range(3)  # where a turn lies, seen from the range


@dataclass(frozen=True, slots=True)
class Piece:
    """An integrand without kinks, and the part of the range where it is meant."""

    body: Expression
    low: Expression
    high: Expression


@dataclass(frozen=True, slots=True)
class Cut:
    """Pieces that make up an integral, where a condition on the parameters holds."""

    pieces: tuple[Piece, ...]
    condition: Condition


def cuts(body: Expression, variable: Symbol, low: Expression, high: Expression) -> Iterator[Cut]:
    """The ways to cut the range, one for each order in which turns and ends may lie and for each
    sign of what the variable is multiplied by; last, whatever the order is for a single turn.
    None where kinks turn at other than linear expressions.
    """
    turns = _turns(body, variable)
    if not turns or len(turns) > MOST_TURNS:
        return
    slopes = turning(body, variable)
    for signs in itertools.product((1, -1), repeat=len(slopes)):
        known = dict(zip(slopes, signs, strict=True))
        known |= {-slope: -sign for slope, sign in known.items()}
        yield from _cuts(_Order(body, variable, tuple(turns), known), (low, high))


def turning(body: Expression, variable: Symbol) -> tuple[Expression, ...]:
    """What holds parameters and is multiplied by the variable inside of kinks."""
    slopes = (slope for found in _turns(body, variable).values() for slope in found)
    return _sizes(slope for slope in slopes if slope.free_symbols)


def _sizes(slopes: Iterable[Expression]) -> tuple[Expression, ...]:
    """One of each pair that differ in sign."""
    found: list[Expression] = []
    for slope in slopes:
        if slope not in found and -slope not in found:
            found.append(slope)
    return tuple(found)


def _cuts(given: _Order, ends: tuple[Expression, Expression]) -> Iterator[Cut]:
    for turns in itertools.permutations(given.turns):
        for places in itertools.combinations_with_replacement((BELOW, INSIDE, ABOVE), len(turns)):
            if turns != given.turns and places.count(INSIDE) < MOST_TURNS:
                continue  # the same as for the other order, or said by the one below
            yield from _cut(replace(given, turns=turns), places, ends)
    if len(given.turns) == 1:
        yield from _clamped(given, ends)


def _turns(body: Expression, variable: Symbol) -> dict[Expression, list[Expression]]:
    """Where the insides of kinks are zero, which are linear in the variable, with all that it is
    multiplied by there; none where one is not linear, or a kink lies in another.
    """
    found: dict[Expression, list[Expression]] = {}
    for kink in body.atoms(*KINKS):
        for inside in _insides(kink):
            if inside.has(*KINKS) or not inside.is_polynomial(variable):
                return {}
            line = linear(inside, variable)
            if line is None:
                return {}
            if line[0] != 0:
                found.setdefault(_turn(*line), []).append(line[0])
    return {turn: sorted(found[turn], key=str) for turn in sorted(found, key=str)}


def _turn(slope: Expression, rest: Expression) -> Expression:
    return sympy.expand(sympy.cancel(-rest / slope))


def _insides(kink: Expression) -> Iterator[Expression]:
    if isinstance(kink, (sympy.Max, sympy.Min)):
        yield from (one - other for one, other in itertools.combinations(kink.args, 2))
    elif isinstance(kink, sympy.Piecewise):
        for _, where in kink.args:
            yield from (part.lhs - part.rhs for part in where.atoms(Relational))
    else:
        yield kink.args[0]


@dataclass(frozen=True, slots=True)
class _Order:
    """An integrand with kinks, and its turns in an order that they are supposed to lie in."""

    body: Expression
    variable: Symbol
    turns: tuple[Expression, ...]
    signs: Mapping[Expression, int]  # of slopes that hold parameters

    @property
    def condition(self) -> Condition:
        """That the slopes have the signs that they are supposed to have."""
        return sympy.And(*(sign * slope > 0 for slope, sign in self.signs.items()))

    def after(self, passed: int) -> Expression:
        """The integrand beyond so many turns; raises NotKnownError."""

        def sign(inside: Expression) -> int:
            slope, rest = linear(inside, self.variable) or (sympy.Integer(0), inside)
            if slope == 0:
                raise NotKnownError(str(inside))
            beyond = self.turns.index(_turn(slope, rest)) < passed
            rises = self.signs[slope] > 0 if slope.free_symbols else bool(slope > 0)
            return 1 if beyond == rises else -1

        def at(where: Condition) -> bool:
            if where in (sympy.true, sympy.false):
                return bool(where)
            if isinstance(where, (sympy.And, sympy.Or)):
                return (all if isinstance(where, sympy.And) else any)(map(at, where.args))
            if not isinstance(where, Relational):
                raise NotKnownError(str(where))
            return bool(where.func(sympy.Integer(sign(where.lhs - where.rhs)), 0))

        signs = {
            kink.args[0]: sign(kink.args[0])
            for kink in self.body.atoms(sympy.Abs, sympy.sign)
            if kink.has(self.variable)
        }
        return without_kinks(self.body, signs, at)


def _cut(
    order: _Order, places: tuple[int, ...], ends: tuple[Expression, Expression]
) -> Iterator[Cut]:
    below, inside = places.count(BELOW), places.count(INSIDE)
    chain = [ends[0], *order.turns[below : below + inside], ends[1]]
    wanted = [sympy.Le(turn, ends[0]) for turn in order.turns[:below]]
    wanted += [sympy.Le(one, other) for one, other in itertools.pairwise(chain)]
    wanted += [sympy.Ge(turn, ends[1]) for turn in order.turns[below + inside :]]
    parts = [list(part) for part in itertools.pairwise(chain)]
    yield from _made(order, below, parts, sympy.And(*wanted))


def _clamped(order: _Order, ends: tuple[Expression, Expression]) -> Iterator[Cut]:
    """What lies on either side of the turn, by the points there that are nearest to the ends:
    right in whatever order the three lie.
    """
    (turn,) = order.turns
    sides = [[side(end, turn) for end in ends] for side in (sympy.Min, sympy.Max)]
    yield from _made(order, 0, sides, sympy.true)


def _made(
    order: _Order, passed: int, parts: list[list[Expression]], wanted: Condition
) -> Iterator[Cut]:
    wanted = sympy.And(wanted, order.condition)
    if wanted == sympy.false:
        return
    try:
        pieces = tuple(
            Piece(order.after(passed + number), one, other)
            for number, (one, other) in enumerate(parts)
        )
    except (NotKnownError, ValueError):
        return
    yield Cut(pieces, wanted)
