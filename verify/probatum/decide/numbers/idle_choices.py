"""Finds the free choices, treatments and data on which none of an experiment's numbers hangs."""

from __future__ import annotations

import dis
import inspect
from collections.abc import Callable, Iterator
from types import CodeType

import numpy as np

from probatum.decide.numbers.experiments import Arm, values_of
from probatum.errors import MeasurementError
from probatum.proposition.subjects.measured import DATA, Measured
from probatum.type_names import Column

FEWEST_NUMBERS = 5  # at each value: fewer may be the same by chance


def check_choices(statement: Measured) -> None:
    """Raise MeasurementError where each number is the same, to its last digit, whatever a free
    choice is: whole numbers may well be, and one is no more than itself.
    """
    for place, free in enumerate(statement.over):
        if free.choice != DATA and _is_idle(statement, place):
            taken = dict.fromkeys(values[place] for values in statement.specifications)
            told = " or ".join(free.told(value) for value in taken)
            raise MeasurementError(
                f"{free.choice}: got the same numbers in all runs with {told}, wanted an "
                "experiment whose numbers hang on each of its free choices: use it, or leave it out"
            )


def check_arms(statement: Measured) -> None:
    """Raise MeasurementError where several treatments or data sets are compared by an experiment
    whose code looks at neither: that numbers are the same is no such sign, as a treatment may well
    change nothing.
    """
    compared = (
        ("data", len(statement.data)),
        ("treatment", len({*statement.treatment, statement.baseline} - {None})),
    )
    for place, (name, many) in enumerate(compared):
        if many > 1 and not _looks_at(statement.experiment, place):
            raise MeasurementError(
                f"{name}: got an experiment that does not look at it, wanted one whose numbers "
                "hang on it, where several are compared: use it, or give one alone"
            )


def _looks_at(experiment: Callable[..., Column], place: int) -> bool:
    """Whether the code of a function has the parameter at a place in it; of what is no plain
    function, or hides its parameters, nothing is known.
    """
    code = getattr(inspect.unwrap(experiment), "__code__", None)
    place += inspect.ismethod(experiment)  # behind what it is a method of
    if not isinstance(code, CodeType) or place >= code.co_argcount:
        return True
    name = code.co_varnames[place]
    return (
        name in code.co_cellvars  # a function inside of it looks
        or bool({"locals", "vars", "eval"} & {*code.co_names})
        or any(_is_about(step.argval, name) for step in dis.get_instructions(code))
    )


def _is_about(argument: object, name: str) -> bool:
    return name in argument if isinstance(argument, tuple) else argument == name


def _is_idle(statement: Measured, place: int) -> bool:
    """Whether all numbers are the same at several values of a choice, with the others as they
    are.
    """
    rows: dict[tuple[object, ...], list[tuple[float, ...]]] = {}
    for values in statement.specifications:
        others = (*values[:place], *values[place + 1 :])
        rows.setdefault(others, []).append(tuple(_numbers(statement, values)))
    several = [row for row in rows.values() if len(row) > 1]
    return bool(several) and all(_is_same(row) for row in several)


def _is_same(row: list[tuple[float, ...]]) -> bool:
    first = row[0]
    whole = all(number.is_integer() for number in first)
    return len(first) >= FEWEST_NUMBERS and not whole and all(other == first for other in row)


def _numbers(statement: Measured, values: tuple[object, ...]) -> Iterator[float]:
    """The numbers of all arms in a specification."""
    seeds, more = tuple(statement.seeds), statement.arguments(values)
    for data, treatment in statement.cases(values):
        for arm in filter(None, (treatment, statement.baseline)):
            found = values_of(statement.experiment, Arm(data, arm, seeds, more))
            yield from np.asarray(found).tolist()
