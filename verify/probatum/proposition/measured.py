"""The proposition that an experiment shows an effect: its data, treatments, seeds,
metric and threshold.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product
from typing import Any, Literal, get_args

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.exact import Choice, exact
from probatum.proposition.parts import Stated
from probatum.proposition.relation import Relation
from probatum.proposition.wording import check_wording

Effect = Literal["value", "difference", "ratio", "factor"]
ORDERS = ("Lt", "Le", "Gt", "Ge")
FEWEST_RUNS = 5  # fewer tell next to nothing of how much runs vary
EXPLAINED = {
    "difference": "{treatment} minus {baseline}",
    "ratio": "{treatment} divided by {baseline}",
    "factor": "the factor between {treatment} and {baseline}, whichever is larger",
}


@dataclass(frozen=True, slots=True)
class Measured(Stated):
    """The effect of a treatment, measured in an experiment, is beyond a threshold.

    experiment: a function (data, treatment, seeds) to one number a seed, in their order,
    the same on every call; with no seeds, to one number. data, treatment: names, or several:
    each data set with each treatment is a case. metric: what the numbers are.
    relation, threshold: what the effect must satisfy; justified: why this threshold,
    whatever the result. baseline: the treatment to compare with. effect:
    the `value` itself (the mean over the runs), or its `difference` from the baseline,
    its `ratio` to it (the geometric mean), or the `factor` between both, whichever is larger.
    seeds: of the runs; none for an experiment without randomness,
    which is decided by exhaustion of the cases. share: of the cases that must satisfy it,
    for "usually". paired: whether runs with the same seed share what else varies. confidence:
    of the interval.
    """

    experiment: Callable[[str, str, tuple[int, ...]], Any]
    data: Any
    treatment: Any
    metric: str = field(kw_only=True)
    relation: Relation = field(kw_only=True)
    threshold: Any = field(kw_only=True)
    justified: str = field(kw_only=True)
    baseline: Any = field(default=None, kw_only=True)
    effect: Effect = field(default="value", kw_only=True)
    seeds: Iterable[int] = field(default=(), kw_only=True)
    share: Any = field(default=1, kw_only=True)
    paired: bool = field(default=True, kw_only=True)
    confidence: Any = field(default="0.95", kw_only=True)

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
        for name in ("metric", "justified"):
            check_wording(getattr(self, name), f"Measured: {name}")
        if self.effect not in get_args(Effect) or (self.effect == "value") != (
            self.baseline is None
        ):
            wanted = "a baseline= for a difference, ratio or factor, and none for a value"
            raise DefinitionError(
                f"Measured: got effect={self.effect!r} with baseline={self.baseline!r}, "
                f"wanted {wanted}"
            )
        changes = {
            "data": _names(self.data, "data"),
            "treatment": _names(self.treatment, "treatment"),
            "baseline": None if self.baseline is None else _names(self.baseline, "baseline")[0],
            "threshold": exact(self.threshold, "Measured: threshold"),
            "seeds": _seeds(self.seeds),
            "share": _part(self.share, "share", of_all=True),
            "confidence": _part(self.confidence, "confidence", of_all=False),
        }
        for name, value in changes.items():
            object.__setattr__(self, name, value)

    @property
    def cases(self) -> tuple[tuple[str, str], ...]:
        """Each data set with each treatment."""
        return tuple(product(self.data, self.treatment))

    @property
    def needed(self) -> int:
        """How many of the cases must satisfy the relation."""
        return int(sympy.ceiling(self.share * len(self.cases)))

    @property
    def words(self) -> str:
        """The statement in plain words, without its relation's right side."""
        effect = EXPLAINED.get(self.effect, "{treatment}").format(
            treatment=" or ".join(self.treatment), baseline=self.baseline
        )
        over = (
            f" over {len(tuple(self.seeds))} "
            f"{'paired ' * (self.paired and self.effect != 'value')}runs each"
            if self.seeds
            else ""
        )
        among = (
            ""
            if self.needed == len(self.cases)
            else f", in at least {self.needed} of {len(self.cases)} cases"
        )
        return f"{self.metric.rstrip('.')}, {effect}, on {', '.join(self.data)}{over}{among}"


def _names(value: Any, where: str) -> tuple[str, ...]:
    names = tuple(
        str(name)
        for name in (value if isinstance(value, (tuple, list)) else (value,))
        if isinstance(name, (str, Choice))
    )
    if not names or len(set(names)) < (len(value) if isinstance(value, (tuple, list)) else 1):
        raise DefinitionError(
            f"Measured: got {value!r} as {where}, wanted a name, or several, each once"
        )
    return names


def _seeds(value: Any) -> tuple[int, ...]:
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


def _part(value: Any, where: str, *, of_all: bool) -> Any:
    part = exact(value, f"Measured: {where}")
    if not part.is_Rational or not 0 < part <= 1 or (part == 1 and not of_all):
        raise DefinitionError(
            f"Measured: got {where}={part}, wanted a number "
            f"{'above 0 and at most' if of_all else 'between 0 and'} 1"
        )
    return part
