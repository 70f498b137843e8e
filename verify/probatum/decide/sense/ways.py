"""How it is asked whether a statement means anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from probatum.counterexample import Counterexample
from probatum.decision import Truth
from probatum.engines.decider import Ask
from probatum.type_names import Expression


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to ask whether a statement means anything: one answer is enough."""

    plainly: Ask  # of a condition for all values, as it is
    settle: Ask  # of what may hold anything that a text states
    stop: Callable[[Expression, Ask], Truth | Counterexample]  # where an iteration ends, if it does
