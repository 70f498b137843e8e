"""The ledger's entries for a figure: what is drawn, as data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, NotRequired, TypedDict

from probatum.ledger_constraints import PAIR, POSITIVE, Name, one_of, some_of


class Tick(TypedDict):
    """A name on an axis."""

    at: float
    label: str


class Axis(TypedDict):
    """An axis of a figure."""

    label: str
    low: float
    high: float
    log: NotRequired[bool]
    ticks: NotRequired[list[Tick]]


class Series(TypedDict):
    """Points of a figure that belong together."""

    name: str
    kind: Annotated[str, one_of("line", "points", "path", "bars", "region", "curve")]
    points: Sequence[Annotated[Sequence[float], PAIR]]


class Mark(TypedDict):
    """A threshold or a point of a figure."""

    label: str
    x: NotRequired[float]
    y: NotRequired[float]


# A field named after a keyword of Python.
Regime = TypedDict(
    "Regime", {"from": float, "label": str, "exactly": NotRequired[str], "claims": list[Name]}
)


class Live(TypedDict):
    """What a reader can play with."""

    curvatures: Annotated[list[float], PAIR]
    rate: Annotated[float, POSITIVE]
    start: Annotated[list[float], PAIR]
    regimes: list[Regime]


class Figure(TypedDict):
    """A figure as data."""

    title: str
    description: str
    x: Axis
    y: Axis
    equal: NotRequired[bool]
    series: list[Series]
    marks: NotRequired[list[Annotated[Mark, some_of("x", "y")]]]
    live: NotRequired[Live]
