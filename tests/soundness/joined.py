"""Generates propositions that are joined, whose truth is known: by the cells of a line, or by parts that are known."""

from __future__ import annotations

import itertools
from random import Random
from typing import Any as Value

from probatum import All, And, Any, AtLeast, AtMost, Eq, Exactly, Exists, ForAll, Ge, Gt, Iff, Le, Lt, Ne
from tests.soundness.propositions import TRUE, family, fraction, known, x, y

RELATIONS = (Lt, Le, Gt, Ge, Eq, Ne)


def _part(random: Random, ends: list[Value]) -> Value:
    end = fraction(random, -3, 3)
    ends.append(end)
    return random.choice(RELATIONS)(x, end)


def _at(part: Value, point: Value) -> bool:
    return bool(part.func(part.lhs.xreplace({x: point}), part.rhs))


def _told(kind: type, number: int, truths: list[bool]) -> bool:
    total = sum(truths)
    return {
        Any: total > 0,
        Iff: total != 1,
        AtLeast: total >= number,
        AtMost: total <= number,
        Exactly: total == number,
    }[kind]


@family
def joined_on_a_line(random: Random) -> tuple[Value, str]:
    """Bounds on one number, of which so and so many are true: tried at each bound and between all."""
    ends: list[Value] = []
    kind = random.choice([Any, Iff, AtLeast, AtMost, Exactly])
    parts = [_part(random, ends) for _ in range(2 if kind is Iff else random.randint(2, 4))]
    number = random.randint(0, len(parts))
    places = sorted(set(ends))
    points = [*places, places[0] - 1, places[-1] + 1, *((low + high) / 2 for low, high in itertools.pairwise(places))]
    holds = all(_told(kind, number, [_at(part, point) for part in parts]) for point in points)
    made = kind(number, *parts) if kind in (AtLeast, AtMost, Exactly) else kind(*parts)
    return ForAll(x, then=made), known(holds)


@family
def joined_of_closed(random: Random) -> tuple[Value, str]:
    """Statements that are known to be true or false, joined."""
    parts, truths = [], []
    for _ in range(random.randint(2, 3)):
        shift = fraction(random, -2, 2)
        exists, strict = random.random() < 0.5, random.random() < 0.5
        relation = (Lt if exists else Gt) if strict else (Le if exists else Ge)
        parts.append((Exists if exists else ForAll)(x, then=relation((x - 1) ** 2 + shift, 0)))
        above = shift > 0 if strict else shift >= 0
        below = shift < 0 if strict else shift <= 0
        truths.append(bool(below if exists else above))
    kind = random.choice([Any, AtLeast, AtMost, Exactly] + ([Iff] if len(parts) == 2 else []))
    number = random.randint(0, len(parts))
    made = kind(number, *parts) if kind in (AtLeast, AtMost, Exactly) else kind(*parts)
    return made, known(_told(kind, number, truths))


@family
def equivalence_with_a_quantifier(random: Random) -> tuple[Value, str]:
    """What a parabola does, and what is so exactly then."""
    shift, wrong = fraction(random, -2, 2), random.random() < 0.5
    inside = Exists(y, then=Le((y - x) ** 2 + shift, x))
    bound = Ge(x, shift + (fraction(random, 1, 2) if wrong else 0))
    wrong = wrong and bound.rhs != shift
    return ForAll(x, then=Iff(inside, bound)), known(not wrong)


@family
def joined_below_hypotheses(random: Random) -> tuple[Value, str]:
    """One of two that exclude each other, and what both need."""
    low = fraction(random, -3, 3)
    return ForAll((x, y), given=And(Gt(x, low), Ne(y, x)), then=Exactly(2, All(x > y, x > low - 1), Lt(x, y), Gt(x, low - 2))), TRUE
