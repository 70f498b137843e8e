"""Functions and operators of a class in one variable through given points: written down piece by
piece, and checked to be of the class.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import sympy

from probatum.lowering.classes.interpolation import steepest
from probatum.lowering.theorem import Theorem
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.functions import OperatorVariable, SetVariable
from probatum.type_names import Expression, Number

INTERPOLANT = Theorem(
    "a function through the points that is quadratic piece by piece",
    "Taylor, Hendrickx, Glineur, Math. Prog. 161 (2017) 307-345, Theorem 4",
    exact=True,
)
VARIABLE = sympy.Symbol("x", real=True)
WRITTEN = ("convex", "smooth", "strongly", "lipschitz")


@dataclass(frozen=True, slots=True)
class Node:
    """A point, the slope there (of an operator, the value) and the value."""

    at: Number
    slope: Number
    value: Number

    def turned(self) -> Node:
        """Of the function times -1."""
        return Node(self.at, -self.slope, -self.value)


@dataclass(frozen=True, slots=True)
class Piece:
    """curvature x^2/2 + slope x + height, up to an end; the last piece has none."""

    curvature: Number
    slope: Number
    height: Number
    end: Number | None

    def turned(self) -> Piece:
        """Of the function times -1."""
        return Piece(-self.curvature, -self.slope, -self.height, self.end)

    def value(self, x: Expression) -> Expression:
        """Its value."""
        return self.curvature * x**2 / 2 + self.slope * x + self.height

    def steepness(self, x: Number) -> Number:
        """Its derivative."""
        return self.curvature * x + self.slope


def explicit(
    variable: General, nodes: Sequence[Node], constants: Mapping[str, Number]
) -> Expression | None:
    """The function or operator through the points, as a formula in x; None where it is not known
    how to write one down. Of those that need not be convex the largest, which is nowhere below
    the end of every gradient step of 1/L.
    """
    if isinstance(variable, SetVariable) or not all(
        number.is_Rational for node in nodes for number in (node.at, node.slope, node.value)
    ):
        return None
    if isinstance(variable, OperatorVariable):
        return _operator(nodes, constants)
    if set(constants) - set(WRITTEN):
        return None
    low, high = _curvatures(constants)
    either_way = low < 0
    nodes = [node.turned() for node in nodes] if either_way else nodes
    pieces = _pieces(nodes, low, high)
    if not is_of_class(pieces, nodes, constants):
        return None
    return formula([piece.turned() for piece in pieces] if either_way else pieces)


def with_values(nodes: Sequence[Node]) -> list[Node]:
    """Of two points whose values nothing depends on, with values between all that are possible."""
    unknown = [node for node in nodes if not node.value.is_number]
    if len(nodes) == 2 and unknown:
        (other,) = [node for node in nodes if node is not unknown[0]]
        start = other.value if other.value.is_number else sympy.Integer(0)
        rise = (unknown[0].slope + other.slope) * (unknown[0].at - other.at) / 2
        return [replace(other, value=start), replace(unknown[0], value=start + rise)]
    return list(nodes)


def formula(pieces: Sequence[Piece]) -> Expression:
    """The pieces as one expression."""
    if len(pieces) == 1:
        return pieces[0].value(VARIABLE)
    return sympy.Piecewise(
        *(
            (piece.value(VARIABLE), piece.end >= VARIABLE if piece.end is not None else True)
            for piece in pieces
        )
    )


def _curvatures(constants: Mapping[str, Number]) -> tuple[Number, Number | None]:
    """Between what the second derivative lies; nothing above where there may be none."""
    high = constants.get("smooth")
    if high is not None and not {"convex", "strongly"} & set(constants):
        return -high, high
    return constants.get("strongly", sympy.Integer(0)), high


def _pieces(nodes: Sequence[Node], low: Number, high: Number | None) -> list[Piece]:
    """The largest function of the class whose dual, over slopes, is linear between the points."""
    flat = [
        Node(n.at, n.slope - low * n.at, n.value - low * n.at**2 / 2) for n in nodes
    ]  # less low x^2/2
    if high is not None and high == low:
        return [Piece(low, flat[0].slope, flat[0].value - flat[0].slope * flat[0].at, None)]
    bend = sympy.Integer(0) if high is None else 1 / (high - low)
    corners = _hull([(n.slope, n.value - n.slope * n.at + bend * n.slope**2 / 2) for n in flat])
    found = []
    for place, (slope, height) in enumerate(corners):
        turn = None
        if place + 1 < len(corners):
            after, below = corners[place + 1]
            turn = (height - below) / (after - slope)
        end = None if turn is None else turn + bend * slope
        found.append(Piece(low, slope, height - bend * slope**2 / 2, end))
        if turn is not None and bend:
            stiff = 1 / bend
            top = stiff * turn**2 / 2 + height + turn * slope
            found.append(Piece(low + stiff, -stiff * turn, top, turn + bend * after))
    return found


def _hull(points: list[tuple[Number, Number]]) -> list[tuple[Number, Number]]:
    """The corners of the least concave function above the points."""
    highest: dict[Number, Number] = {}
    for slope, height in points:
        highest[slope] = max(height, highest.get(slope, height))
    found: list[tuple[Number, Number]] = []
    for slope, height in sorted(highest.items()):
        while len(found) > 1:
            (s, h), (t, k) = found[-2:]
            if (k - h) * (slope - s) > (height - h) * (t - s):
                break
            found.pop()
        found.append((slope, height))
    return found


def is_of_class(
    pieces: Sequence[Piece], nodes: Sequence[Node], constants: Mapping[str, Number]
) -> bool:
    """Whether it is continuous, its curvature, slopes and jumps of slope are those of the class,
    and it has the values and slopes that are wanted.
    """
    low, high = _curvatures(constants)
    if any(p.curvature < low or (high is not None and p.curvature > high) for p in pieces):
        return False
    for one, other in pairwise(pieces):
        jump = other.steepness(one.end) - one.steepness(one.end)
        if other.value(one.end) != one.value(one.end) or jump < 0 or (jump and high is not None):
            return False
    bound = constants.get("lipschitz")
    if bound is not None and not all(
        piece.curvature == 0 and abs(piece.slope) <= bound for piece in (pieces[0], pieces[-1])
    ):
        return False
    return all(_passes(pieces, node) for node in nodes)


def _passes(pieces: Sequence[Piece], node: Node) -> bool:
    """Whether the value at a point is met, and the slope is one of those there."""
    here = _around(pieces, node.at)
    slopes = [piece.steepness(node.at) for piece in here]
    return bool(here[0].value(node.at) == node.value and min(slopes) <= node.slope <= max(slopes))


def _around(pieces: Sequence[Piece], at: Number) -> list[Piece]:
    """The piece that a point lies in, and the next one where it lies on its end."""
    first = next(k for k, piece in enumerate(pieces) if piece.end is None or at <= piece.end)
    return [*pieces[first : first + (2 if at == pieces[first].end else 1)]]


def _operator(nodes: Sequence[Node], constants: Mapping[str, Number]) -> Expression | None:
    """Straight between the points, and beyond them as flat as the class admits."""
    known = {node.at: node.slope for node in nodes}
    if len(set(known.items())) != len({(node.at, node.slope) for node in nodes}):
        return None  # several values at one point
    low, high = _slopes(constants)
    corners = sorted(known.items())
    between = [(b - a) / (y - x) for (x, a), (y, b) in pairwise(corners)]
    if any(slope < low or (high is not None and slope > high) for slope in between):
        return None
    flat = max(low, sympy.Integer(0))
    lines = list(_lines(corners, [flat, *between, flat]))
    if len({line for line, _ in lines}) == 1:
        return lines[0][0]
    return sympy.Piecewise(
        *((line, end >= VARIABLE if end is not None else True) for line, end in lines)
    )


def _lines(
    corners: list[tuple[Number, Number]], slopes: list[Number]
) -> Iterator[tuple[Expression, Number | None]]:
    for place, slope in enumerate(slopes):
        at, value = corners[max(place - 1, 0)]
        end = corners[place][0] if place < len(corners) else None
        yield sympy.expand(value + slope * (VARIABLE - at)), end


def _slopes(constants: Mapping[str, Number]) -> tuple[Number, Number | None]:
    """Between what slopes of an operator on the line lie."""
    low, high = constants.get("strongly_monotone"), None
    if "cocoercive" in constants:
        low, high = max(low or 0, sympy.Integer(0)), 1 / constants["cocoercive"]
    if bounds := steepest(constants):
        most = min(bounds)
        high = most if high is None else min(most, high)
        low = max(-most if low is None and "monotone" not in constants else low or 0, -most)
    return sympy.sympify(low or 0), high
