"""Decides by experiment: the interval of an effect over its runs against a threshold,
case by case.
"""

from __future__ import annotations

import math
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache
from typing import Any

import numpy as np
import sympy

from probatum.decision import Counterexample, Decision, Outcome, Why
from probatum.errors import MeasurementError
from probatum.proposition.measured import Measured

NAME = "measurement"
ENGINE = "experiment"
CERTAIN_DIGITS = 12  # what differs beyond them may differ between machines
INTERVAL_DIGITS, VALUE_DIGITS = 4, 6
MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Interval:
    """Where an effect lies in one case, as decimals of few digits; of one value,
    both ends are the same.
    """

    case: str
    low: Decimal
    high: Decimal
    varies: bool

    def side(self, statement: Any) -> bool | None:
        """Whether the relation holds at both ends, or fails at both; None for neither,
        or where the runs do not vary.
        """
        ends = {bool(_relation(statement, end)) for end in (self.low, self.high)}
        return ends.pop() if len(ends) == 1 and self.varies else None

    def __str__(self) -> str:
        ends = [f"{float(end):.{VALUE_DIGITS}g}" for end in (self.low, self.high)]
        return ends[0] if self.low == self.high else f"{ends[0]} to {ends[1]}"


def takes(statement: Any) -> bool:
    """Experiments."""
    return isinstance(statement, Measured)


def decide(statement: Any, ask: Any) -> Decision:
    """Support, refute or leave open by the number of cases that are wholly on either side;
    raises MeasurementError.
    """
    intervals = [_interval(statement, data, treatment) for data, treatment in statement.cases]
    sides = [interval.side(statement) for interval in intervals]
    count, beyond = len(sides), sides.count(True)
    ends = tuple(
        (interval.case, f"{interval.low:f}", f"{interval.high:f}") for interval in intervals
    )
    more: dict[str, Any] = {"tried": count, "admitted": count, "measured": True, "intervals": ends}
    if beyond >= statement.needed:
        return Decision(
            NAME, Outcome.SUPPORTED, _reason(Why.MEASURED, statement, intervals), **more
        )
    if count - sides.count(False) < statement.needed:
        against = [
            interval for interval, side in zip(intervals, sides, strict=True) if side is False
        ]
        return Decision(
            NAME,
            Outcome.REFUTED,
            _reason(Why.MEASURED_NOT, statement, intervals),
            _shown(statement, against),
            **more,
        )
    still = [interval for interval, side in zip(intervals, sides, strict=True) if side is None]
    why = Why.STRADDLING if all(interval.varies for interval in still) else Why.NO_VARIATION
    return Decision(NAME, Outcome.UNDECIDED, _reason(why, statement, still), **more)


def _relation(statement: Any, end: Decimal) -> Any:
    return statement.relation.kind(sympy.Rational(str(end)), statement.threshold)


def _reason(why: str, statement: Any, intervals: list[Interval]) -> str:
    shown = [f"{interval.case} {interval}" for interval in intervals[:MOST_SHOWN]]
    rest = [f"and {len(intervals) - MOST_SHOWN} more"] if len(intervals) > MOST_SHOWN else []
    sure = f"{float(statement.confidence):.3g} intervals " if statement.seeds else ""
    against = f"{statement.relation.sign} {float(statement.threshold):.{VALUE_DIGITS}g}"
    return f"{why} ({sure}against {against}: {', '.join(shown + rest)})"


def _shown(statement: Any, against: list[Interval]) -> Counterexample:
    values = tuple((interval.case, str(interval)) for interval in against[:MOST_SHOWN])
    wanted = f"{statement.relation.sign} {float(statement.threshold):.{VALUE_DIGITS}g}"
    return Counterexample(
        values, f"{len(against)} of {len(statement.cases)} cases against the wanted {wanted}."
    )


def _interval(statement: Any, data: str, treatment: str) -> Interval:
    case = f"{data}, {treatment}" if len(statement.treatment) > 1 else data
    treated = _values(statement.experiment, data, treatment, statement.seeds)
    plain = (
        None
        if statement.baseline is None
        else _values(statement.experiment, data, statement.baseline, statement.seeds)
    )
    if statement.effect in ("ratio", "factor"):
        treated, plain = (
            _logarithm(treated, data, treatment),
            _logarithm(plain, data, statement.baseline),
        )
    center, half = _mean_and_half(treated, plain, statement.paired, float(statement.confidence))
    low, high = _effect(statement.effect, center - half, center + half)
    varies = (
        plain is None
        or not statement.seeds
        or len(set(treated.tolist())) > 1
        or len(set(plain.tolist())) > 1
    )
    if not statement.seeds:
        return Interval(
            case,
            _rounded(low, VALUE_DIGITS, ROUND_HALF_EVEN),
            _rounded(high, VALUE_DIGITS, ROUND_HALF_EVEN),
            varies,
        )
    return Interval(
        case,
        _rounded(low, INTERVAL_DIGITS, ROUND_FLOOR),
        _rounded(high, INTERVAL_DIGITS, ROUND_CEILING),
        varies,
    )


def _effect(effect: str, low: float, high: float) -> tuple[float, float]:
    """The ends in the unit of the effect; ratios and factors were measured as logarithms."""
    if effect == "factor":
        low, high = max(0.0, low, -high), max(abs(low), abs(high))
    return (math.exp(low), math.exp(high)) if effect in ("ratio", "factor") else (low, high)


def _mean_and_half(
    treated: Any, plain: Any, paired: bool, confidence: float
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


@lru_cache(
    maxsize=1024
)  # experiments are functions of their names and seeds: controls share most of them
def _values(experiment: Any, data: str, treatment: str, seeds: tuple[int, ...]) -> Any:
    with _one_thread():
        found = np.atleast_1d(np.asarray(experiment(data, treatment, seeds), dtype=float))
    where = f"{getattr(experiment, '__name__', 'experiment')}({data!r}, {treatment!r})"
    if found.shape != (len(seeds) or 1,):
        raise MeasurementError(
            f"{where}: got {found.shape} numbers, wanted "
            f"{f'one for each of {len(seeds)} seeds' if seeds else 'one'}"
        )
    if not np.isfinite(found).all():
        worst = int(np.flatnonzero(~np.isfinite(found))[0])
        run = f" for seed {seeds[worst]}" if seeds else ""
        raise MeasurementError(f"{where}: got {found[worst]}{run}, wanted finite numbers")
    return found


def _one_thread() -> AbstractContextManager[Any]:
    """Linear algebra in one thread where that can be said: on small arrays more are slower,
    and their number changes last digits.
    """
    try:
        from threadpoolctl import threadpool_limits  # comes with scikit-learn
    except ModuleNotFoundError:
        return nullcontext()
    limits: AbstractContextManager[Any] = threadpool_limits(1)
    return limits


def _logarithm(values: Any, data: str, treatment: str) -> Any:
    if (values <= 0).any():
        raise MeasurementError(
            f"{treatment!r} on {data!r}: got {values.min():g}, wanted positive numbers for a ratio"
        )
    return np.log(values)


def _rounded(value: float, digits: int, direction: str) -> Decimal:
    """To few digits, outwards; first to those that are the same on every machine."""
    certain = Decimal(f"{value:.{CERTAIN_DIGITS}g}")
    return Context(prec=digits, rounding=direction).plus(certain)
