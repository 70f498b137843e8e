"""Which claim rests on which, laid out: one row a claim, foundations above what rests on them,
one lane for each foundation.
"""

from __future__ import annotations

from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import TYPE_CHECKING

from probatum_reports.drawing.packing import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from probatum_reports.words.chips import Chip, Chips

ROW = 26
EM = 13  # a row is two ems high, so that lanes and list grow together
LANE = 14
MARGIN = 8
ON_PAPER = 60  # rows on a sheet, at the size that the style sheet prints them

Edges = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Lane:
    """A foundation's line down to all that rests on it, coloured by its verdict."""

    verdict: str
    path: str
    heads: str


@dataclass(frozen=True, slots=True)
class Graph:
    """The claims row by row, the lanes beside them in units of their view box,
    and the whole in words.
    """

    width: int
    height: int
    nodes: tuple[Chip, ...]
    lanes: tuple[Lane, ...]
    words: str

    @property
    def is_tall(self) -> bool:
        """Whether it is longer than a sheet of paper: a picture that goes on overleaf loses its
        lines.
        """
        return len(self.nodes) > ON_PAPER

    @property
    def wide(self) -> str:
        return f"{self.width / EM:.4g}em"

    @property
    def tall(self) -> str:
        return f"{self.height // EM}em"


def graph(rests_on: Mapping[str, Sequence[str]], chips: Chips) -> Graph | None:
    """The graph of the claims that rest on others, or others on them; None when there are none."""
    edges = {
        claim: [below for below in on if below in chips and below != claim]
        for claim, on in rests_on.items()
        if claim in chips
    }
    edges = {claim: list(dict.fromkeys(on)) for claim, on in edges.items() if on}
    if not edges:
        return None
    order = _ordered(edges)
    place = {claim: index for index, claim in enumerate(order)}
    lanes = _lanes(edges, place)
    indent = MARGIN + LANE * (1 + max(lanes.values()))
    return Graph(
        width=indent,
        height=ROW * len(order),
        nodes=tuple(chips[claim] for claim in order),
        lanes=tuple(
            _drawn(
                chips[below].verdict.name,
                [place[each] for each in (below, *_resting(below, edges))],
                indent - LANE * (lane + 1) + 2,
                indent,
            )
            for below, lane in lanes.items()
        ),
        words=f"{len(edges)} of {len(order)} claims rest on others.",
    )


def _ordered(edges: Edges) -> list[str]:
    """Foundations first, claims that hang together side by side;
    claims that rest on each other stay as they come.
    """
    order: list[str] = []
    for group in _groups(edges):
        within = {claim: edges.get(claim, []) for claim in group}
        try:
            order += TopologicalSorter(within).static_order()
        except CycleError:
            order += group
    return order


def _groups(edges: Edges) -> Iterator[list[str]]:
    """The claims that are connected, in the order in which they come."""
    linked: Edges = {}
    for claim, on in edges.items():
        for below in on:
            linked.setdefault(claim, []).append(below)
            linked.setdefault(below, []).append(claim)
    seen: set[str] = set()
    for first in linked:
        if first not in seen:
            group = _reached(first, linked)
            seen |= set(group)
            yield group


def _reached(first: str, linked: Edges) -> list[str]:
    found = [first]
    for claim in found:
        found += [each for each in dict.fromkeys(linked[claim]) if each not in found]
    return found


def _lanes(edges: Edges, place: Mapping[str, int]) -> dict[str, int]:
    """The lane of each foundation, so that no two lines run over each other."""
    foundations = [below for below in place if any(below in on for on in edges.values())]
    spans = [
        _span(place[each] for each in (below, *_resting(below, edges))) for below in foundations
    ]
    return dict(zip(foundations, rows(spans, gap=0.5), strict=True))


def _span(numbers: Iterable[int]) -> tuple[int, int]:
    several = list(numbers)
    return min(several), max(several)


def _resting(below: str, edges: Edges) -> list[str]:
    return [claim for claim, on in edges.items() if below in on]


def _drawn(verdict: str, rows: Sequence[int], x: int, indent: int) -> Lane:
    """From the row of a foundation into its lane at `x`, along it, and out of it to the rows of
    the claims that rest on it.
    """
    start, *ends = (ROW * row + ROW // 2 for row in rows)
    path = "".join(f"M{indent - 2} {start}H{x}V{end}H{indent - 5}" for end in ends)
    heads = "".join(
        f"M{indent - 8} {end - 4}L{indent - 2} {end}L{indent - 8} {end + 4}Z" for end in ends
    )
    return Lane(verdict, path, heads)
