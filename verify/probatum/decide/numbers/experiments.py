"""Runs experiments: one arm at a time, whose numbers must follow from the arguments alone."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache
from numbers import Real
from typing import TYPE_CHECKING

import numpy as np
import sympy

from probatum.errors import MeasurementError, ProbatumError, in_words
from probatum.type_names import Array, Column

if TYPE_CHECKING:
    from threadpoolctl import ThreadpoolController

CERTAIN_DIGITS = 12  # what differs beyond them may differ between machines
MOST_PRINTED = 60  # characters of what is no number
LARGEST = 1e150  # whose square is a floating-point number as well


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm of an experiment: data, treatment, a run for each seed, and the free choices."""

    data: str
    treatment: str
    seeds: tuple[int, ...]
    more: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Repetition:
    """The same run again; one for each experiment is enough."""

    experiment: Callable[..., Column]
    arm: Arm = field(compare=False)


@lru_cache(maxsize=8192)
def check_repetition(repetition: Repetition) -> None:
    """Raise MeasurementError where a seed has another number among other seeds, or the same
    arguments when they come again: what is found would be another thing in each run.
    """
    experiment, arm = repetition.experiment, repetition.arm
    later = replace(arm, seeds=arm.seeds[:0:-1])
    found, again = values_of(experiment, arm), _run(experiment, later)[::-1]
    found = found[len(found) - len(again) :]
    differ = np.flatnonzero(~np.isclose(found, again, rtol=10.0 ** (1 - CERTAIN_DIGITS), atol=0.0))
    if differ.size:
        worst = int(differ[0])
        run = f" for seed {arm.seeds[worst + 1]}" if arm.seeds else ""
        other = "with other seeds around it" if arm.seeds else "when called again"
        raise MeasurementError(
            f"{_where(experiment, arm)}: got {found[worst]:g}{run}, and {again[worst]:g} {other}, "
            "wanted the same number: it must follow from its seed and the other arguments alone, "
            "as with numpy.random.default_rng(seed)"
        )


@lru_cache(maxsize=8192)
def values_of(experiment: Callable[..., Column], arm: Arm) -> Array:
    """A number for each seed, of shape (seeds,), kept: controls share most arms with the statement.

    Raises MeasurementError.
    """
    return _run(experiment, arm)


def _run(experiment: Callable[..., Column], arm: Arm) -> Array:
    """A number for each seed. Raises MeasurementError."""
    seeds = arm.seeds
    _check_call(experiment, arm)
    where = _where(experiment, arm)
    try:
        with _one_thread():
            measured = experiment(arm.data, arm.treatment, seeds, **dict(arm.more))
    except (ProbatumError, ImportError, MemoryError):
        raise
    except Exception as problem:
        told = MeasurementError(f"{where}: got {in_words(problem)}, wanted numbers")
        raise told.with_traceback(problem.__traceback__) from problem
    found = np.atleast_1d(_numbers(measured, where))
    if found.shape != (len(seeds) or 1,):
        raise MeasurementError(
            f"{where}: got {found.shape} numbers, wanted "
            f"{f'one for each of {len(seeds)} seeds' if seeds else 'one'}"
        )
    if not np.isfinite(found).all():
        worst = int(np.flatnonzero(~np.isfinite(found))[0])
        run = f" for seed {seeds[worst]}" if seeds else ""
        raise MeasurementError(f"{where}: got {found[worst]}{run}, wanted finite numbers")
    if (largest := float(np.abs(found).max())) > LARGEST:
        raise MeasurementError(f"{where}: got {largest:g}, wanted numbers up to {LARGEST:g}")
    return found


def _check_call(experiment: Callable[..., Column], arm: Arm) -> None:
    """Raise MeasurementError where an experiment does not take what it is called with; what hides
    its parameters is called as it is.
    """
    try:
        parameters = inspect.signature(experiment)
    except (TypeError, ValueError):
        return
    try:
        parameters.bind(arm.data, arm.treatment, arm.seeds, **dict(arm.more))
    except TypeError as problem:
        wanted = ", ".join(["data", "treatment", "seeds", *(name for name, _ in arm.more)])
        raise MeasurementError(
            f"{_where(experiment, arm)}: got a function of {parameters} ({problem}), "
            f"wanted one of ({wanted})"
        ) from None


def _numbers(measured: object, where: str) -> Array:
    """What an experiment returned, as floating-point numbers. Raises MeasurementError."""
    try:
        array = np.asarray(measured)
    except ValueError:  # lists of several lengths
        array = np.array(None)
    if array.dtype.kind in "iuf":
        return array.astype(float)
    for item in array.flat:
        kind = type(item).__name__.rstrip("_")
        real = item.is_real if isinstance(item, sympy.Expr) else isinstance(item, (Real, Decimal))
        if not real or isinstance(item, bool):
            raise MeasurementError(
                f"{where}: got {kind} {str(item)[:MOST_PRINTED]!r}, wanted real "
                "numbers, in a list or an array"
            )
    try:
        return array.astype(float)
    except (TypeError, ValueError, OverflowError) as error:
        raise MeasurementError(
            f"{where}: got {str(measured)[:MOST_PRINTED]!r}, wanted real numbers, in a list or an "
            "array"
        ) from error


def _where(experiment: Callable[..., Column], arm: Arm) -> str:
    return f"{getattr(experiment, '__name__', 'experiment')}({arm.data!r}, {arm.treatment!r})"


def _one_thread() -> AbstractContextManager[object]:
    """Linear algebra in one thread where that can be said: on small arrays more are slower,
    and their number changes last digits.
    """
    threads = _threads(len(sys.modules))
    if threads is None:
        return nullcontext()
    limits: AbstractContextManager[object] = threads.limit(limits=1)
    return limits


@lru_cache(maxsize=1)
def _threads(_modules: int) -> ThreadpoolController | None:
    """What has threads of its own, looked for anew where modules have been imported since."""
    try:
        from threadpoolctl import ThreadpoolController  # comes with scikit-learn
    except ModuleNotFoundError:
        return None
    return ThreadpoolController()
