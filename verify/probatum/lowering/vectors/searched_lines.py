"""A step of free length along a direction is a vector of its own, at right angles to what the
direction is at right angles to: an exact line search.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import Built, General, VectorVariable, is_vector
from probatum.proposition.subjects.functions import Gradient
from probatum.proposition.subjects.products import Dot, components, dot
from probatum.type_names import Condition, Expression, Symbol, Vector

LINE = Theorem(
    "what holds of every vector at right angles to what a direction is at right angles to holds of "
    "every multiple of that direction",
    "de Klerk, Glineur, Taylor, Optim. Lett. 11 (2017) 1185-1199, section 2",
    exact=False,
)


class _ElsewhereError(Exception):
    """The length stands elsewhere than before the direction."""


@dataclass(frozen=True, slots=True)
class Line:
    """A statement about a step of free length.

    freed: one from which it follows, with a vector in place of the step;
    usual: what the length of the best step is of those that are as long wherever they start, None
        where the class does not say.
    """

    freed: ForAll
    length: Symbol
    usual: Expression | None


def searched(statement: ForAll) -> Line | None:
    """A gradient times a number of which nothing else speaks, as a vector; None where there is none
    that is at right angles to something.
    """
    for length in statement.variables:
        if isinstance(length, General):
            continue
        directions = {
            base
            for vector in _vectors(statement)
            for base, share in components(vector).items()
            if share.has(length)
        }
        if len(directions) != 1:
            continue
        (direction,) = directions
        if isinstance(direction, Gradient) and not direction.has(length):
            freed = _freed(statement, length, direction)
            if freed is not None:
                return Line(freed, length, _usual(dict(direction.args[0].properties)))
    return None


def _usual(constants: Mapping[str, Expression]) -> Expression | None:
    ends = [constants[name] for name in ("smooth", "strongly") if name in constants]
    return 2 / sympy.Add(*ends) if len(ends) > 1 else None


def _vectors(statement: ForAll) -> Iterator[Vector]:
    for part in (statement.given, statement.then):
        for built in part.atoms(Built):
            yield from filter(is_vector, built.args)


def _freed(statement: ForAll, length: Symbol, direction: Vector) -> ForAll | None:
    """The statement with the step as a vector; None where the length stands elsewhere, too."""
    step = VectorVariable(f"{length.name} {direction}")
    line = _Line(length, direction, step)
    about = [part for part in conjuncts(statement.given) if part.has(Built) or not part.has(length)]
    try:
        given = [line.of(part) for part in about]
        then = line.of(statement.then)
    except _ElsewhereError:
        return None
    angles = [angle for part in given for angle in _right_angles(part, direction, step)]
    if not angles:
        return None
    others = (variable for variable in statement.variables if variable != length)
    return for_all((*others, step), sympy.And(*given, *angles), then)


def _right_angles(part: Condition, direction: Vector, step: Vector) -> Iterator[Condition]:
    """That the step is at right angles to what the direction is supposed to be."""
    if isinstance(part, sympy.Equality) and part.rhs == 0 and isinstance(part.lhs, Dot):
        for one, other in (part.lhs.args, part.lhs.args[::-1]):
            shares = components(one)
            if set(shares) == {direction} and shares[direction].is_number:
                yield sympy.Eq(dot(step, other), 0, evaluate=False)


@dataclass(frozen=True, slots=True)
class _Line:
    """Expressions with the step in place of the direction times the length."""

    length: Symbol
    direction: Vector
    step: Vector

    def of(self, part: Expression) -> Expression:
        """The expression; raises _ElsewhereError where the length stands alone."""
        if not part.has(self.length):
            return part
        if is_vector(part):
            return self._of_vector(part)
        if not part.args:
            raise _ElsewhereError
        unevaluated = isinstance(part, sympy.core.relational.Relational)
        options = {"evaluate": False} if unevaluated else {}
        return part.func(*map(self.of, part.args), **options)

    def _of_vector(self, vector: Vector) -> Vector:
        terms = []
        for base, share in components(vector).items():
            if not share.has(self.length):
                terms.append(share * self._inside(base))
                continue
            times = sympy.diff(share, self.length)
            rest = sympy.expand(share - times * self.length)
            if base != self.direction or times.has(self.length) or rest.has(self.length):
                raise _ElsewhereError
            terms += [times * self.step, rest * base]
        return sympy.Add(*terms)

    def _inside(self, base: Vector) -> Vector:
        """What is taken at a point, with the step in it."""
        return base.func(*map(self.of, base.args)) if base.has(self.length) else base
