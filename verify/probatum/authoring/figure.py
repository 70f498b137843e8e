"""Checks the data of a figure: plain numbers and words that reports can draw.

A figure is a dict:
    title, description: words; the description says in a sentence or two what the picture shows,
        for who cannot see it.
    x, y: axes, each {"label": words, "low": number, "high": number, "log": bool (optional)};
        they may have "ticks": [{"at": number, "label": words}, ...], for names instead of numbers.
    equal: whether a unit is as long on both axes (optional).
    series: [{"name": words, "kind": kind, "points": [[x, y], ...]}, ...], where the kind is
        "line", "points", "path", "bars", "region" or "curve";
        a path is a polyline with a mark at each point (the steps of an iteration);
        a curve is a thin line (a level curve), a region is a filled polygon;
        the bars of a series stand at the places in x["ticks"].
    marks: [mark, ...] (optional), thresholds drawn as lines, or single points, where a mark is
        {"label": words, "x": number}, {"label": words, "y": number} or
        {"label": words, "x": number, "y": number}.

Numbers are kept to six significant digits, so that they are the same on every machine.
"""

from __future__ import annotations

from probatum.errors import DefinitionError
from probatum.ledger_figures import Figure
from probatum.type_names import Authored

REQUIRED = {"title", "description", "x", "y", "series"}
OPTIONAL = {"equal", "marks", "live"}
KINDS = ("line", "points", "path", "bars", "region", "curve")
LARGEST = 1e100  # of a number: what a ledger may hold, and a drawing can compute with
MOST_NUMBERS = 20_000
SIGNIFICANT = 6


def checked(figure: Authored) -> Figure:
    """The figure as plain JSON data; raises DefinitionError saying what is wrong with it."""
    if not isinstance(figure, dict) or not set(figure) >= REQUIRED:
        raise DefinitionError(
            f"figure: got {type(figure).__name__}, wanted a dict with {', '.join(sorted(REQUIRED))}"
        )
    unknown = sorted(map(str, set(figure) - REQUIRED - OPTIONAL))
    if unknown:
        raise DefinitionError(
            f"figure: got {unknown[0]!r}, wanted {', '.join(sorted(REQUIRED | OPTIONAL))} only"
        )
    plain: Authored = _plain(figure, [0])
    for name in ("title", "description"):
        _expect(isinstance(plain[name], str), name, plain[name], "words")
    for name in ("x", "y"):
        _check_axis(name, plain[name])
    _expect(isinstance(plain["series"], list), "series", plain["series"], "a list")
    for series in plain["series"]:
        _check_series(series)
    for mark in plain.get("marks", ()):
        _expect(
            isinstance(mark, dict) and bool({"x", "y"} & set(mark)),
            "a mark",
            mark,
            "its label with x, y or both",
        )
    narrowed: Figure = plain
    return narrowed


def _expect(right: bool, name: str, got: object, wanted: str) -> None:
    if not right:
        raise DefinitionError(f"figure: {name}: got {str(got)[:80]!r}, wanted {wanted}")


def _check_axis(name: str, axis: Authored) -> None:
    _expect(
        isinstance(axis, dict) and {"label", "low", "high"} <= set(axis),
        f"axis {name}",
        axis,
        "label, low and high",
    )
    ends = (axis["low"], axis["high"])
    _expect(
        all(isinstance(end, float) for end in ends),
        f"axis {name}",
        ends,
        "numbers for low and high",
    )
    _expect(
        ends[0] < ends[1] and not (axis.get("log") and ends[0] <= 0),
        f"axis {name}",
        ends,
        "low below high, above 0 on a log axis",
    )


def _check_series(series: Authored) -> None:
    _expect(
        isinstance(series, dict) and {"name", "kind", "points"} <= set(series),
        "a series",
        series,
        "name, kind and points",
    )
    if series["kind"] not in KINDS:
        raise DefinitionError(
            f"figure: got the series kind {series['kind']!r}, wanted one of {', '.join(KINDS)}"
        )
    for point in series["points"]:
        pair = (
            isinstance(point, list)
            and len(point) == 2
            and all(isinstance(number, float) for number in point)
        )
        _expect(pair, "a point", point, "two numbers")


def _plain(value: Authored, counted: list[int]) -> Authored:
    if isinstance(value, dict):
        return {str(name): _plain(item, counted) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, counted) for item in value]
    if value is None or isinstance(value, (str, bool)):
        return value
    return _number(value, counted)


def _number(value: Authored, counted: list[int]) -> float:
    counted[0] += 1
    if counted[0] > MOST_NUMBERS:
        raise DefinitionError(
            f"figure: got more than {MOST_NUMBERS} numbers, wanted fewer: thin the curves out"
        )
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise DefinitionError(f"figure: got {value!r}, wanted a number or words") from error
    if not abs(number) <= LARGEST:
        raise DefinitionError(f"figure: got {number}, wanted finite numbers up to {LARGEST}")
    return float(f"{number:.{SIGNIFICANT}g}")
