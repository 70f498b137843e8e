"""Decides by experiment: the intervals of an effect over its runs against a threshold, in every
specification.
"""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal

import numpy as np
import sympy

from probatum.counterexample import Missed
from probatum.decide.numbers.experiments import (
    CERTAIN_DIGITS,
    Arm,
    Repetition,
    check_repetition,
    values_of,
)
from probatum.decide.numbers.idle_choices import check_arms, check_choices
from probatum.decision import Decision, Interval, Outcome, Reason
from probatum.engines.decider import Ask
from probatum.errors import DefinitionError, MeasurementError
from probatum.proposition.subjects.choices import Free
from probatum.proposition.subjects.measured import Measured
from probatum.type_names import Array, Expression, Statement

NAME = "measurement"
ENGINE = "experiment"
TURN = 87
INTERVAL_DIGITS, VALUE_DIGITS = 4, 6
MOST_SHOWN = 4


Specification = tuple["Expression", ...]  # a number or a name for each free choice
Curve = dict[Specification, list["Interval"]]
Sides = dict[Specification, "bool | None"]


def takes(statement: Statement) -> bool:
    """Experiments."""
    return isinstance(statement, Measured)


def decide(statement: Measured, ask: Ask) -> Decision:
    """Support what every specification shows; refute what none of them shows and some contradict,
    or what is true in a simple region only; leave open what is a patchwork. Raises
    MeasurementError, and DefinitionError where the threshold is no number.
    """
    if statement.threshold.free_symbols:
        raise DefinitionError(
            f"Measured: got threshold={statement.threshold}, wanted a number without variables"
        )
    arm = _first_arm(statement)
    if arm is None:
        return Decision(NAME, Outcome.VACUOUS, Reason.NO_CASE)
    check_repetition(Repetition(statement.experiment, arm))
    curve = {values: _cases(statement, values) for values in statement.specifications}
    check_choices(statement)
    check_arms(statement)
    sides = {values: _side(statement, intervals) for values, intervals in curve.items()}
    outcome, reason, shown = _found(statement, curve, sides)
    intervals = [interval for some in curve.values() for interval in some]
    against = [interval for interval in intervals if interval.side is False]
    return Decision(
        NAME,
        outcome,
        _in_words(reason, statement, shown, sides),
        _counterexample(statement, against, len(intervals)) if outcome is Outcome.REFUTED else None,
        tried=len(intervals),
        admitted=len(intervals),
        measured=True,
        intervals=tuple(intervals),
    )


def _found(statement: Measured, curve: Curve, sides: Sides) -> tuple[Outcome, str, list[Interval]]:
    """What the whole curve says, why, and the intervals that show it."""
    intervals = [interval for some in curve.values() for interval in some]
    still = [interval for interval in intervals if interval.side is None]
    if set(sides.values()) == {True}:
        throughout = Reason.THROUGHOUT if len(sides) > 1 else Reason.MEASURED
        return Outcome.SUPPORTED, throughout, intervals
    if True not in sides.values() and False in sides.values():
        nowhere = Reason.NOWHERE_SHOWN if None in sides.values() else Reason.NOWHERE
        return Outcome.REFUTED, nowhere if len(sides) > 1 else Reason.MEASURED_NOT, intervals
    if len(sides) == 1:
        reason = Reason.STRADDLING if all(one.varies for one in still) else Reason.NO_VARIATION
        return Outcome.UNDECIDED, reason, still
    region = simple_region(statement.over, sides)
    if region:
        return Outcome.REFUTED, f"{Reason.REGION} {region}", intervals
    return Outcome.UNDECIDED, Reason.PATCHWORK, [one for one in intervals if one.side is not True]


def simple_region(over: tuple[Free, ...], sides: Sides) -> str:
    """The interval of one numeric choice in which all specifications are true, while outside not
    all are at any value, and some are false; in words, empty where there is none.
    """
    found = [
        (len(inside), _interval_of(free, inside))
        for place, free in enumerate(over)
        if free.is_numeric and (inside := _inside(free, place, sides))
    ]
    return max(found, default=(0, ""))[1]


def _inside(free: Free, place: int, sides: Sides) -> list[Expression]:
    """The values of a choice that are true throughout; none where these are no interval, or where
    nothing is false at the others.
    """
    rows = {
        value: [side for values, side in sides.items() if values[place] == value]
        for value in free.values
        if any(values[place] == value for values in sides)
    }
    inside = [value for value, row in rows.items() if all(row)]
    outside = [row for row in rows.values() if not all(row)]
    order = list(rows)
    joined = bool(inside) and (order.index(inside[-1]) - order.index(inside[0]) == len(inside) - 1)
    return inside if joined and any(False in row for row in outside) else []


def _interval_of(free: Free, inside: list[Expression]) -> str:
    low, high = (f"{float(end):.{VALUE_DIGITS}g}" for end in (inside[0], inside[-1]))
    if low == high:
        return f"{free.choice} = {low}"
    if inside[-1] == free.values[-1]:
        return f"{free.choice} ≥ {low}"
    return (
        f"{free.choice} ≤ {high}"
        if inside[0] == free.values[0]
        else f"{low} ≤ {free.choice} ≤ {high}"
    )


def _side(statement: Measured, intervals: list[Interval]) -> bool | None:
    """Whether a specification is beyond the threshold in as many cases as are needed, or cannot
    be; None where neither is known.
    """
    sides = [interval.side for interval in intervals]
    if sides.count(True) >= statement.needed:
        return True
    return False if len(sides) - sides.count(False) < statement.needed else None


def _relation(statement: Measured, end: Decimal) -> bool:
    return bool(statement.relation.kind(sympy.Rational(str(end)), statement.threshold))


def _in_words(reason: str, statement: Measured, shown: list[Interval], sides: Sides) -> str:
    told = [f"{one.case} {_ends(one)}" for one in shown[:MOST_SHOWN]]
    rest = [f"and {len(shown) - MOST_SHOWN} more"] if len(shown) > MOST_SHOWN else []
    sure = f"{float(statement.confidence):.3g} intervals " if statement.seeds else ""
    against = f"{statement.relation.sign} {float(statement.threshold):.{VALUE_DIGITS}g}"
    if len(sides) == 1:
        return f"{reason} ({sure}against {against}: {', '.join(told + rest)})"
    found = list(sides.values())
    count = f"{found.count(True)} of {len(found)} specifications are beyond it"
    count += f", {found.count(False)} are not" if None in found else ""
    return f"{reason} ({count}; {sure}against {against}: {', '.join(told + rest)})"


def _ends(interval: Interval) -> str:
    ends = [_shown(end) for end in (interval.low, interval.high)]
    return ends[0] if interval.low == interval.high else f"{ends[0]} to {ends[1]}"


def _shown(end: Decimal) -> str:
    """In few digits, unless it needs more to be told from the threshold."""
    few = f"{float(end):.{VALUE_DIGITS}g}"
    return few if Decimal(few) == end else f"{float(end):.{CERTAIN_DIGITS}g}"


def _counterexample(statement: Measured, against: list[Interval], count: int) -> Missed:
    values = tuple((one.case, _ends(one)) for one in against[:MOST_SHOWN])
    wanted = f"{statement.relation.sign} {float(statement.threshold):.{VALUE_DIGITS}g}"
    return Missed(values, f"{len(against)} of {count} cases against the wanted {wanted}.")


def _cases(statement: Measured, specification: Specification) -> list[Interval]:
    return [
        _interval(statement, data, treatment, specification)
        for data, treatment in statement.cases(specification)
    ]


def _interval(
    statement: Measured, data: str, treatment: str, specification: Specification = ()
) -> Interval:
    more = statement.arguments(specification)
    arm = Arm(data, treatment, tuple(statement.seeds), more)
    treated = values_of(statement.experiment, arm)
    plain = (
        None
        if statement.baseline is None
        else values_of(statement.experiment, replace(arm, treatment=statement.baseline))
    )
    if plain is not None and statement.effect in ("ratio", "factor"):
        treated, plain = (
            _logarithm(treated, data, treatment),
            _logarithm(plain, data, statement.baseline),
        )
    center, half = _mean_and_half(treated, plain, statement.paired, float(statement.confidence))
    ends = _effect(statement.effect, center - half, center + half)
    differ = any(len(set(runs.tolist())) > 1 for runs in (treated, plain) if runs is not None)
    a_count = plain is None and float(treated[0]).is_integer()  # may well be the same in each run
    varies = not statement.seeds or differ or a_count
    low, high = (
        (
            _rounded(ends[0], INTERVAL_DIGITS, ROUND_FLOOR),
            _rounded(ends[1], INTERVAL_DIGITS, ROUND_CEILING),
        )
        if statement.seeds
        else (_on_its_side(end, statement) for end in ends)
    )
    beyond = {_relation(statement, end) for end in (low, high)}
    return Interval(
        case=_case(statement, data, treatment, specification),
        low=low,
        high=high,
        varies=varies,
        side=beyond.pop() if len(beyond) == 1 and varies else None,
        specification=tuple(map(str, specification)),
    )


def _case(statement: Measured, data: str, treatment: str, specification: Specification) -> str:
    """What tells the case from the others, in words."""
    told_already = statement.has_free_data or (specification and len(statement.data) == 1)
    several = (
        "" if told_already else data,
        statement.told(specification),
        treatment if len(statement.treatment) > 1 else "",
    )
    return ", ".join(filter(None, several))


def _effect(effect: str, low: float, high: float) -> tuple[float, float]:
    """The ends in the unit of the effect; ratios and factors were measured as logarithms."""
    if effect == "factor":
        low, high = max(0.0, low, -high), max(abs(low), abs(high))
    return (math.exp(low), math.exp(high)) if effect in ("ratio", "factor") else (low, high)


def _mean_and_half(
    treated: Array, plain: Array | None, paired: bool, confidence: float
) -> tuple[float, float]:
    """The mean effect and half the width of its t interval (Student's;
    Welch's where runs are not paired).
    """
    samples = [treated] if plain is None else [treated - plain] if paired else [treated, -plain]
    center = sum(float(np.mean(sample)) for sample in samples)
    if len(treated) == 1:
        return center, 0.0
    squares = [float(np.var(sample, ddof=1)) / len(sample) for sample in samples]
    total = sum(squares)
    if total == 0.0:
        return center, 0.0
    from scipy.special import stdtrit  # an extra; far quicker to import than scipy.stats

    freedom = total**2 / sum(
        square**2 / (len(sample) - 1) for square, sample in zip(squares, samples, strict=True)
    )
    return center, float(stdtrit(freedom, (1 + confidence) / 2)) * math.sqrt(total)


def _first_arm(statement: Measured) -> Arm | None:
    """The first that is run; None where none is."""
    for specification in statement.specifications:
        for data, treatment in statement.cases(specification):
            seeds, more = tuple(statement.seeds), statement.arguments(specification)
            return Arm(data, treatment, seeds, more)
    return None


def _logarithm(values: Array, data: str, treatment: str) -> Array:
    if (values <= 0).any():
        raise MeasurementError(
            f"{treatment!r} on {data!r}: got {values.min():g}, wanted positive numbers for a ratio"
        )
    return np.log(values)


def _on_its_side(value: float, statement: Measured) -> Decimal:
    """The value in few digits, or in as many as it needs to be on its side of the threshold."""
    certain = _rounded(value, CERTAIN_DIGITS, ROUND_HALF_EVEN)
    few = _rounded(value, VALUE_DIGITS, ROUND_HALF_EVEN)
    return few if _relation(statement, few) == _relation(statement, certain) else certain


def _rounded(value: float, digits: int, direction: str) -> Decimal:
    """To few digits, outwards; first to those that are the same on every machine."""
    certain = Decimal(f"{value:.{CERTAIN_DIGITS}g}")
    return Context(prec=digits, rounding=direction).plus(certain)
