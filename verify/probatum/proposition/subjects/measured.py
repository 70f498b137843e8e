"""The proposition that an experiment shows an effect: its data, treatments, seeds,
metric and threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Literal, get_args

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import Choice, exact
from probatum.proposition.parts import Stated
from probatum.proposition.relation import Relation
from probatum.proposition.spelling.prose import check_reason, check_wording
from probatum.proposition.subjects.choices import Free
from probatum.proposition.subjects.domains import a_number
from probatum.type_names import Authored, Column, Condition, Expression

__all__ = ("Measured",)

Effect = Literal["value", "difference", "ratio", "factor"]
ORDERS = ("Lt", "Le", "Gt", "Ge")
DATA = "data"  # the free choice that comes with the data
USUAL = sympy.Rational(95, 100)  # confidence
LEAST_SURE = sympy.Rational(1, 2)  # an interval that misses more often than not is none
FEWEST_RUNS = 5  # fewer tell next to nothing of how much runs vary
EXPLAINED = {
    "difference": "{treatment} minus {baseline}",
    "ratio": "{treatment} divided by {baseline}",
    "factor": "the factor between {treatment} and {baseline}, whichever is larger",
}


@dataclass(frozen=True, slots=True)
class Measured(Stated):
    """The effect of a treatment, measured in an experiment, is beyond a threshold: in every
    specification, in all cases or a `share` of them, the 95 % t interval of its mean over the
    seeds lies beyond it.

    experiment: a function (data, treatment, seeds) to one number a seed, in their order,
        each by its seed and the other arguments alone, which one arm is run again for without its
        first seed and in the other order; with no seeds, to one number.
    data, treatment: names, or several: each data set with each treatment is a case.
    metric: what the numbers are.
    over: the free choices, which the experiment gets as further arguments. Each combination of
        their values is a specification, and the verdict is about all of them (Simonsohn, Simmons,
        Nelson 2020, "Specification curve analysis"). Data given as a free choice belong to these.
    relation, threshold: what the effect must satisfy.
    justified: why this threshold, whatever the result.
    baseline: the treatment to compare with.
    effect: the `value` itself (the mean over the runs), or its `difference` from the baseline,
        its `ratio` to it (the geometric mean), or the `factor` between both, whichever is larger.
    seeds: of the runs; none for an experiment without randomness, which is decided by exhaustion
        of the cases.
    share: of the cases that must satisfy it, for "usually".
    paired: whether runs with the same seed share what else varies.
    confidence: of the interval.
    """

    experiment: Callable[..., Column]
    data: Authored
    treatment: Authored
    metric: str = field(kw_only=True)
    relation: Relation = field(kw_only=True)
    threshold: Expression = field(kw_only=True)
    justified: str = field(kw_only=True)
    baseline: Authored = field(default=None, kw_only=True)
    effect: Effect = field(default="value", kw_only=True)
    seeds: Iterable[int] = field(default=(), kw_only=True)
    share: Expression = field(default=1, kw_only=True)
    paired: bool = field(default=True, kw_only=True)
    confidence: Expression = field(default="0.95", kw_only=True)
    over: Authored = field(default=(), kw_only=True)
    given: Condition = field(default=sympy.true, kw_only=True)  # which specifications count

    def __post_init__(self) -> None:
        if not callable(self.experiment):
            raise DefinitionError(
                f"Measured: got {self.experiment!r} as experiment, wanted a function (data, "
                "treatment, seeds)"
            )
        if getattr(self.relation, "name", "") not in ORDERS:
            raise DefinitionError(
                f"Measured: got relation={self.relation!r}, wanted one of {', '.join(ORDERS)}"
            )
        check_wording(self.metric, "Measured: metric")
        check_reason(self.justified, "Measured: justified")
        if self.effect not in get_args(Effect) or (self.effect == "value") != (
            self.baseline is None
        ):
            wanted = "a baseline= for a difference, ratio or factor, and none for a value"
            raise DefinitionError(
                f"Measured: got effect={self.effect!r} with baseline={self.baseline!r}, "
                f"wanted {wanted}"
            )
        changes = {
            "over": _free(self.over, self.data),
            "data": self.data.values if isinstance(self.data, Free) else _names(self.data, "data"),
            "treatment": _names(self.treatment, "treatment"),
            "baseline": None if self.baseline is None else _names(self.baseline, "baseline")[0],
            "threshold": _threshold(self.threshold),
            "seeds": _seeds(self.seeds),
            "share": _part(self.share, "share", of_all=True),
            "confidence": _part(self.confidence, "confidence", of_all=False),
        }
        for name, value in changes.items():
            object.__setattr__(self, name, value)

    @property
    def has_free_data(self) -> bool:
        """Whether each data set is a specification of its own."""
        return any(free.choice == DATA for free in self.over)

    @property
    def specifications(self) -> tuple[tuple[object, ...], ...]:
        """The values of the free choices, in each combination that counts."""
        return tuple(filter(self._counts, product(*(free.values for free in self.over))))

    def _counts(self, values: tuple[object, ...]) -> bool:
        here = {
            free.choice: value
            for free, value in zip(self.over, values, strict=True)
            if free.is_numeric
        }
        return bool(self.given.xreplace(here) == sympy.true)

    def cases(self, specification: tuple[object, ...] = ()) -> tuple[tuple[str, str], ...]:
        """Each data set with each treatment, in a specification."""
        data = specification[:1] if self.has_free_data else self.data
        return tuple(product(data, self.treatment))

    def arguments(self, specification: tuple[object, ...]) -> tuple[tuple[str, object], ...]:
        """What the experiment gets of a specification, beside the data."""
        return tuple(
            (free.argument, free.passed(value))
            for free, value in zip(self.over, specification, strict=True)
            if free.choice != DATA
        )

    def told(self, specification: tuple[object, ...]) -> str:
        """A specification in words."""
        pairs = zip(self.over, specification, strict=True)
        return ", ".join(free.told(value) for free, value in pairs)

    @property
    def count(self) -> int:
        """How many cases a specification has."""
        return len(self.treatment) * (1 if self.has_free_data else len(self.data))

    @property
    def needed(self) -> int:
        """How many of the cases of a specification must satisfy the relation."""
        return int(sympy.ceiling(self.share * self.count))

    @property
    def words(self) -> str:
        """The statement in plain words, without its relation's right side."""
        effect = EXPLAINED.get(self.effect, "{treatment}").format(
            treatment=" or ".join(self.treatment), baseline=self.baseline
        )
        over = (
            f" over {len(tuple(self.seeds))} "
            f"{'paired ' * (self.paired and self.effect != 'value')}runs each{self._surely}"
            if self.seeds
            else ""
        )
        among = (
            ""
            if self.needed == self.count
            else f", in at least {self.needed} of {self.count} cases"
        )
        return (
            f"{self.metric.rstrip('.')}, {effect}, on {', '.join(self.data)}{over}{among}"
            f"{self._throughout}"
        )

    @property
    def _surely(self) -> str:
        """How sure the intervals are, in words, where that is not what readers expect."""
        return "" if self.confidence == USUAL else f", by {self.confidence * 100} % intervals"

    @property
    def _throughout(self) -> str:
        """Over which grid, in words; empty where nothing but the data is free."""
        free = ", ".join(f"{free.choice}" for free in self.over if free.choice != DATA)
        only = "" if self.given == sympy.true else f" with {self.given}"
        count = len(self.specifications)
        return f", for {count} choice{'s' * (count != 1)} of {free}{only}" if free else ""


def holds_by_definition(measured: Measured) -> bool:
    """Whether it is beyond its threshold whatever is measured: a factor is at least 1, a ratio of
    positive numbers more than 0.
    """
    least, name = {"factor": 1, "ratio": 0}.get(measured.effect), measured.relation.name
    if least is None or name not in ("Ge", "Gt"):
        return False
    strictly = measured.effect == "factor" and name == "Gt"
    return bool(measured.threshold < least if strictly else measured.threshold <= least)


def _free(over: Authored, data: Authored) -> tuple[Free, ...]:
    """The free choices, that of the data first; raises DefinitionError."""
    choices = tuple(over) if isinstance(over, (tuple, list)) else (over,)
    wrong = [choice for choice in choices if not isinstance(choice, Free)]
    if wrong:
        raise DefinitionError(
            f"Measured: got {wrong[0]!r} in over=, wanted Free(choice, values, because)"
        )
    if isinstance(data, Free):
        choices = (Free(DATA, data.values, data.because), *choices)
    names = [choice.argument for choice in choices]
    if len(set(names)) < len(names):
        raise DefinitionError(f"Measured: got the choices {names}, wanted each once")
    return choices


def _names(value: Authored, where: str) -> tuple[str, ...]:
    names = tuple(
        str(name)
        for name in (value if isinstance(value, (tuple, list)) else (value,))
        if isinstance(name, (str, Choice))
    )
    if not names or len(set(names)) < (len(value) if isinstance(value, (tuple, list)) else 1):
        raise DefinitionError(
            f"Measured: got {value!r} as {where}, wanted a name, or several, each once"
        )
    blank = [name for name in names if name != " ".join(name.split()) or not name]
    if blank:
        raise DefinitionError(
            f"Measured: got {blank[0]!r} as {where}, wanted a name without blanks around it"
        )
    return names


def _seeds(value: Authored) -> tuple[int, ...]:
    seeds = tuple(value)
    if any(
        not isinstance(seed, int) or isinstance(seed, bool) or seed < 0 for seed in seeds
    ) or len(set(seeds)) < len(seeds):
        raise DefinitionError(
            f"Measured: got the seeds {seeds}, wanted non-negative integers, each once"
        )
    if 0 < len(seeds) < FEWEST_RUNS:
        raise DefinitionError(
            f"Measured: got {len(seeds)} seeds, wanted at least {FEWEST_RUNS}, "
            "or none where nothing is random"
        )
    return seeds


def _threshold(value: Authored) -> Expression:
    threshold = a_number(value, "Measured: threshold")
    if threshold.is_number and not threshold.is_finite:
        raise DefinitionError(f"Measured: got threshold={threshold}, wanted a finite number")
    return threshold


def _part(value: Authored, where: str, *, of_all: bool) -> Authored:
    part = exact(value, f"Measured: {where}")
    fits = part.is_Rational and (0 < part <= 1 if of_all else LEAST_SURE <= part < 1)
    if not fits:
        wanted = "above 0 and at most 1" if of_all else f"from {LEAST_SURE} on and below 1"
        raise DefinitionError(f"Measured: got {where}={part}, wanted a number {wanted}")
    return part
