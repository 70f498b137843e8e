"""What a decision shows: values of variables or of two sides, a state of an iteration, cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from probatum.type_names import Expression, Point
from probatum.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Counterexample:
    """A point at which a proposition fails (of a witness: is true): exact values of its variables,
    and what is so there.
    """

    values: tuple[tuple[str, Expression], ...]
    shows: str = ""
    kind: ClassVar[Kind] = Kind.POINT

    @classmethod
    def at_point(cls, point: Point) -> Counterexample:
        """The values of the variables at a point, by their names."""
        return cls(tuple((variable.name, value) for variable, value in point.items()))

    @property
    def tells(self) -> bool:
        """Whether there is anything to show; of a closed statement an engine may only say no."""
        return bool(self.values or self.shows)

    @property
    def at(self) -> str:
        """Where it is, in a line."""
        return ", ".join(f"{name} = {value}" for name, value in self.values)


@dataclass(frozen=True, slots=True)
class Sides(Counterexample):
    """What the two sides of a closed statement come to, by what they are called."""

    kind: ClassVar[Kind] = Kind.SIDES

    @property
    def at(self) -> str:
        return ""

    @classmethod
    def of(cls, left: Expression, right: Expression) -> Sides:
        """The sides of a relation or an equality."""
        return cls((("left side", left), ("right side", right)))


@dataclass(frozen=True, slots=True)
class Run(Counterexample):
    """A state of an iteration, or the parameters with which it is run, and after how many steps it
    fails.
    """

    step: int = 0
    kind: ClassVar[Kind] = Kind.RUN

    @property
    def tells(self) -> bool:
        return True

    @property
    def at(self) -> str:
        return f"{Counterexample(self.values).at} at step {self.step}".strip()


@dataclass(frozen=True, slots=True)
class Missed(Counterexample):
    """The cases of an experiment that miss the limit, each with what was measured."""

    kind: ClassVar[Kind] = Kind.CASES


def _text(value: Expression) -> str:
    """The value in plain form; Python writes no integer of very many digits."""
    try:
        return str(value)
    except ValueError:
        return "9" * 5_000


def complexity(counterexample: Counterexample) -> tuple[bool, int, int, str]:
    """Short exact values first, but some; of equally short ones, those with fewer zeros:
    where all is zero, a reader sees little.
    """
    values = [_text(value) for _, value in counterexample.values]
    if isinstance(counterexample, Run):
        values.append(str(counterexample.step))
    text = " ".join(values)
    return not counterexample.tells, len(text), values.count("0"), text
