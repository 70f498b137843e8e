"""A bound on several equal steps of a method is one on a single step, applied to each in turn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.domains import Built, BuiltVector, General, VectorVariable, is_vector
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import with_parts
from probatum.proposition.products import components
from probatum.type_names import Expression, Symbol, Vector

STEPS = Theorem(
    "a bound on one step from any point holds for each step in turn",
    "Polyak, Introduction to Optimization, 1987, section 1.4",
    exact=False,
)
MOST = 6  # steps
Combination = dict[Expression, Expression]


@dataclass(frozen=True, slots=True)
class OneStep:
    """What proves a statement about several steps: a bound on one of them, whose rate is at least
    zero.
    """

    bound: ForAll
    rate: ForAll


def one_step(statement: ForAll) -> OneStep | None:
    """The statement about the last step from any point; None where it is none about several equal
    steps, of which a power of one rate is a bound.
    """
    then = statement.then
    if not isinstance(then, (sympy.LessThan, sympy.GreaterThan)) or statement.given.has(Built):
        return None
    if statement.given.atoms(VectorVariable):
        return None
    factors = sympy.Mul.make_args(then.gts)
    whole = sympy.Mul(*(each for each in factors if not each.has(Built)))
    start = sympy.Mul(*(each for each in factors if each.has(Built)))
    if not start.has(Built):
        return None
    ends = [_written(then.lts)]
    while len(ends) <= MOST and (further := _later(ends[-1])) is not None:
        ends.append(further)
    if ends[-1] == _written(start):
        ends.pop()
    if not 2 <= len(ends) <= MOST:
        return None
    last, rate = ends[-1], _root(whole, len(ends))
    if rate is None:
        return None
    if any(_put(start, _steps(end)) != last for end in ends[:-1]):
        return None
    bound = sympy.LessThan(last, rate * start, evaluate=False)
    numbers = tuple(each for each in statement.variables if not isinstance(each, General))
    not_negative = sympy.GreaterThan(rate, 0)
    return OneStep(
        with_parts(statement, then=bound), for_all(numbers, statement.given, not_negative)
    )


def _later(end: Expression) -> Expression | None:
    """What is at the end, as made of where the first step led, which is called like the start;
    None where no first step is seen.
    """
    steps = _steps(end)
    for start, step in steps.items():
        following = VectorVariable(f"{start.name} later")
        moved = _After(step, _pivot(step, start), following).of(end)
        if moved.has(start):
            return None
        end = moved.xreplace({following: start})
    return _written(end) if steps else None


def _steps(end: Expression) -> dict[Symbol, Vector]:
    """For each vector that steps start from, where the first one leads: the innermost point that is
    built of what is taken there.
    """
    found: dict[Symbol, Vector] = {}
    for point in sorted(set(_taken(end)), key=lambda point: (_size(point), str(point))):
        starts = point.atoms(VectorVariable)
        if point.has(BuiltVector) and len(starts) == 1:
            found.setdefault(next(iter(starts)), point)
    return {start: point for start, point in found.items() if _pivot(point, start) is not None}


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
    return not isinstance(built.args[0], General) or is_vector(built.args[0])


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
        root = sympy.root(factor, count) if factor > 0 else None
        return root if root is not None and root.is_Rational else None
    if exponent == 1 and isinstance(base, (sympy.Max, sympy.Min)):
        roots = [_root(part, count) for part in base.args]
        return None if None in roots else base.func(*map(_amount, roots))
    return base ** (exponent / count) if (exponent / count).is_Integer else None


def _amount(root: Expression) -> Expression:
    """The root that is at least zero, of a number that has one."""
    return root if root.is_nonnegative else sympy.Abs(root)
