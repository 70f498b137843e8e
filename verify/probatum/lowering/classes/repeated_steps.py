"""A bound on several steps of a method is one on a single step, applied to each in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import with_parts
from probatum.proposition.subjects.domains import (
    Built,
    BuiltVector,
    General,
    VectorVariable,
    is_vector,
)
from probatum.proposition.subjects.products import components
from probatum.type_names import Condition, Expression, Symbol, Vector

STEPS = Theorem(
    "a bound on one step from any point holds for each step in turn",
    "Polyak, Introduction to Optimization, 1987, section 1.4",
    exact=False,
)
MOST = 6  # steps
Combination = dict[Expression, Expression]


@dataclass(frozen=True, slots=True)
class StepByStep:
    """What proves a statement about several steps: bounds on one step from any point, and that
    their rates are at least zero.
    """

    bounds: tuple[ForAll, ...]
    rates: tuple[ForAll, ...]


def step_by_step(statement: ForAll) -> StepByStep | None:
    """Statements about one step from any point; None where it is none about several steps, of
    which a product of rates is a bound.
    """
    then = statement.then
    about_points = statement.given.has(Built) or statement.given.atoms(VectorVariable)
    if about_points or not isinstance(then, (sympy.LessThan, sympy.GreaterThan)):
        return None
    above = (then.lts, then.gts, sympy.LessThan)
    below = (then.gts, then.lts, sympy.GreaterThan)
    for end, bound, kind in (above, below):
        factors = sympy.Mul.make_args(bound)
        rate = sympy.Mul(*(each for each in factors if not each.has(Built)))
        start = sympy.Mul(*(each for each in factors if each.has(Built)))
        for number in range(MOST if start.has(Built) else 0):
            found = _chain(_written(end), start, number)
            rates = _rates(found, rate) if found else None
            if found and rates:
                return _stated(statement, [kind(e, r * start, evaluate=False) for e, r in rates])
    return None


def _stated(statement: ForAll, bounds: list[Condition]) -> StepByStep:
    numbers = tuple(each for each in statement.variables if not isinstance(each, General))
    rates = (
        sympy.Mul(*(part for part in sympy.Mul.make_args(bound.rhs) if not part.has(Built)))
        for bound in bounds
    )
    return StepByStep(
        tuple(with_parts(statement, then=bound) for bound in bounds),
        tuple(for_all(numbers, statement.given, sympy.GreaterThan(rate, 0)) for rate in rates),
    )


def _chain(end: Expression, start: Expression, number: int) -> list[Expression] | None:
    """What is bounded after each single step, the last first; None where there are no several.

    number: which of the points that are built of what is taken at others a step leads to.
    """
    ends = [end]
    while len(ends) <= MOST and (further := _later(ends[-1], number)) is not None:
        ends.append(further)
    if ends[-1] == _written(start):
        ends.pop()
    if not 2 <= len(ends) <= MOST:
        return None
    earlier = (_put(start, _steps(end, number)) for end in reversed(ends[:-1]))
    return [ends[-1], *earlier]


def _rates(ends: list[Expression], rate: Expression) -> list[tuple[Expression, Expression]] | None:
    """Each single step with its rate: of equal ones a root; of two that differ, factors that speak
    of what the one step speaks of alone.
    """
    if len(set(ends)) == 1:
        root = _root(rate, len(ends))
        return None if root is None else [(end, root) for end in set(ends)]
    if len(ends) != 2:
        return None
    numbers = [{s for s in end.free_symbols if not isinstance(s, General)} for end in ends]
    own = [numbers[0] - numbers[1], numbers[1] - numbers[0]]
    shares: list[list[Expression]] = [[], []]
    for factor in sympy.Mul.make_args(rate):
        places = [place for place in (0, 1) if factor.free_symbols & own[place]]
        if factor != 1 and len(places) != 1:
            return None
        shares[places[0] if places else 0].append(factor)
    return [(end, sympy.Mul(*own)) for end, own in zip(ends, shares, strict=True)]


def _later(end: Expression, number: int) -> Expression | None:
    """What is at the end, as made of where the first step led, which is called like the start;
    None where no first step is seen.
    """
    steps = _steps(end, number)
    for start, step in steps.items():
        following = VectorVariable(f"{start.name} later")
        moved = _After(step, _pivot(step, start), following).of(end)
        if moved.has(start):
            return None
        end = moved.xreplace({following: start})
    return _written(end) if steps else None


def _steps(end: Expression, number: int) -> dict[Symbol, Vector]:
    """For each vector that steps start from, where the first one leads: of the points that are
    built of what is taken there, the one of this number, from inside.
    """
    found: dict[Symbol, list[Vector]] = {}
    for point in sorted(set(_taken(end)), key=lambda point: (_size(point), str(point))):
        starts = point.atoms(VectorVariable)
        if point.has(BuiltVector) and len(starts) == 1:
            found.setdefault(next(iter(starts)), []).append(point)
    steps = {start: points[number] for start, points in found.items() if number < len(points)}
    return {start: point for start, point in steps.items() if _pivot(point, start) is not None}


def _size(point: Vector) -> int:
    return sum(1 for _ in sympy.preorder_traversal(point))


def _taken(expression: Expression) -> Iterator[Vector]:
    """Points at which something is taken that is not the same everywhere."""
    for built in expression.atoms(Built):
        for part in built.args:
            if is_vector(part) and not _is_side(built) and part.has(VectorVariable):
                yield part


def _is_side(built: Expression) -> bool:
    """Whether vectors in it are no points: of a length, or an inner product."""
    return is_vector(built.args[0])


def _pivot(step: Vector, start: Symbol) -> Vector | None:
    """A part of the step that is only there where the step is; best with a number before it."""
    shares = components(step)
    own = [base for base in shares if base == start] or [
        base for base in shares if isinstance(base, BuiltVector) and base.has(start)
    ]
    return min(own, key=lambda base: not shares[base].is_Rational, default=None)


@dataclass(frozen=True, slots=True)
class _After:
    """Expressions in terms of where a step led."""

    step: Vector
    pivot: Vector | None
    following: Symbol

    def of(self, part: Expression) -> Expression:
        """The expression, with vectors in which the step stands as what follows."""
        if is_vector(part):
            return self.vector(part)
        if not part.args or isinstance(part, General):
            return part
        return part.func(*map(self.of, part.args))

    def vector(self, vector: Vector) -> Vector:
        """The combination, with the step in place of its pivot."""
        whole = components(self.step)
        moved: Combination = {}
        for base, share in components(vector).items():
            kept = base in whole or not isinstance(base, BuiltVector)
            made = base if kept else base.func(*map(self.of, base.args))
            moved[made] = moved.get(made, 0) + share
        times = sympy.cancel(moved.get(self.pivot, sympy.Integer(0)) / whole[self.pivot])
        if sympy.fraction(times)[1].free_symbols:
            return vector
        for base, share in whole.items():
            moved[base] = moved.get(base, 0) - times * share
        moved[self.following] = moved.get(self.following, 0) + times
        return _sum(moved)


def _written(part: Expression) -> Expression:
    """The expression, with each vector as one combination."""
    if is_vector(part):
        shares = components(part)
        return _sum({_inside(base): share for base, share in shares.items()})
    return _inside(part)


def _inside(part: Expression) -> Expression:
    if not part.args or isinstance(part, General):
        return part
    return part.func(*map(_written, part.args))


def _sum(shares: Combination) -> Vector:
    return sympy.Add(*(sympy.expand(share) * base for base, share in shares.items()))


def _put(expression: Expression, points: dict[Symbol, Vector]) -> Expression:
    """The expression at these points."""
    return _written(expression.xreplace(points))


def _root(rate: Expression, count: int) -> Expression | None:
    """What a product of powers, or the largest of some, is such a power of; None where it is not
    seen.
    """
    roots = [_root_of_factor(factor, count) for factor in sympy.Mul.make_args(rate)]
    return None if None in roots else sympy.Mul(*roots)


def _root_of_factor(factor: Expression, count: int) -> Expression | None:
    base, exponent = factor.as_base_exp()
    if base.is_Rational:
        root = sympy.root(factor, count)
        return root if root.is_Rational else None
    if exponent == 1 and isinstance(base, (sympy.Max, sympy.Min)):
        roots = [_root(part, count) for part in base.args]
        known = None not in roots and all(part.is_nonnegative for part in base.args)
        return base.func(*map(_amount, roots)) if known else None
    return base ** (exponent / count) if (exponent / count).is_Integer else None


def _amount(root: Expression) -> Expression:
    """The root that is at least zero, of a number that has one."""
    return root if root.is_nonnegative else sympy.Abs(root)
