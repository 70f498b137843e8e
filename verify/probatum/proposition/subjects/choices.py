"""The choices that whoever runs an experiment is free to make, each a row of values with its
reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import Choice, exact
from probatum.proposition.spelling.prose import check_reason, check_wording
from probatum.type_names import Authored, Symbol

__all__ = ("Free",)


@dataclass(frozen=True, slots=True)
class Free:
    """A choice that the text leaves open: every value that it may take, and why these.

    Whatever is `Free` is tried at each value; a `Choice` is the one thing that the text names.
    choice: a variable, of numbers that rise, or words, of names; the experiment gets the value
    as the argument of that name. because: why these values, whatever the result.
    Raises DefinitionError.
    """

    choice: Symbol
    values: Authored
    because: str

    def __post_init__(self) -> None:
        values = tuple(self.values) if isinstance(self.values, (tuple, list)) else (self.values,)
        if self.is_numeric:
            numbers = tuple(exact(value, f"Free: {self.choice}") for value in values)
            if not all(number.is_Rational for number in numbers) or any(
                not here < there for here, there in pairwise(numbers)
            ):
                raise DefinitionError(
                    f"Free: got {self.values!r} for {self.choice}, wanted numbers that rise"
                )
            object.__setattr__(self, "values", numbers)
        else:
            check_wording(self.choice, "Free: choice")
            object.__setattr__(self, "values", _names(values, self.choice))
        check_reason(self.because, f"Free: because of {self.choice}")

    @property
    def is_numeric(self) -> bool:
        """Whether its values are numbers, so that intervals of it mean something."""
        return isinstance(self.choice, sympy.Symbol)

    @property
    def argument(self) -> str:
        """The name of the experiment's argument that takes its value."""
        return re.sub(r"\W+", "_", str(self.choice)).strip("_")

    def passed(self, value: Authored) -> Authored:
        """A value as the experiment gets it: a name, a whole number, or a float."""
        if not self.is_numeric:
            return value
        return int(value) if value.is_Integer else float(value)

    def told(self, value: Authored) -> str:
        """A value in words."""
        return f"{self.choice} {_decimal(value)}" if self.is_numeric else str(value)


def _names(values: tuple[Authored, ...], choice: str) -> tuple[str, ...]:
    names = tuple(str(value) for value in values if isinstance(value, (str, Choice)))
    if not names or len(set(names)) < len(values):
        raise DefinitionError(f"Free: got {values!r} for {choice}, wanted names, each once")
    return names


def _decimal(value: Authored) -> str:
    return f"{float(value):.6g}"
