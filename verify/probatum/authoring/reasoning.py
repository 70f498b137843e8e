"""The chain of reasons behind a statement: its links as propositions, and whether they compose to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.proposition.kinds import KINDS, ForAll, proposition, unchecked
from probatum.proposition.wording import check_wording
from probatum.proposition.written import plain

UP, DOWN, SAME = ("<", "<="), (">", ">="), ("==",)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the reasoning: why, and the statement to decide."""

    reason: str
    step: Any
    statement: Any


def links_of(because: Any, statement: Any) -> tuple[Link, ...]:
    """The links for a statement: relations are taken for all its variables, under its hypotheses."""
    return tuple(_link(entry, statement) for entry in (because or ()))


def _link(entry: Any, statement: Any) -> Link:
    reason, step = entry if isinstance(entry, tuple) and len(entry) == 2 and isinstance(entry[0], str) else ("", entry)
    if reason:
        check_wording(reason, "because=: reason")
    if isinstance(step, KINDS):
        return Link(reason, step, step)
    if not isinstance(step, Relational):
        raise DefinitionError(f"because=: got {step!r}, wanted a relation, a proposition, or a pair of a reason and one of these")
    if isinstance(statement, ForAll):
        return Link(reason, step, unchecked(ForAll, variables=statement.variables, given=statement.given, then=step))
    return Link(reason, step, proposition(step, "because="))


def composes(links: Iterable[Link], statement: Any) -> bool:
    """Whether neighbouring links share their terms and together say what the statement says."""
    steps = [plain(link.step) for link in links]
    then = plain(statement.then) if isinstance(statement, ForAll) else None
    if not steps or not isinstance(then, Relational) or not all(isinstance(step, Relational) for step in steps):
        return False
    shared = all(left.rhs == right.lhs for left, right in pairwise(steps))
    return shared and (steps[0].lhs, steps[-1].rhs) == (then.lhs, then.rhs) and _implied({step.rel_op for step in steps}, then.rel_op)


def _implied(operators: set[str], wanted: str) -> bool:
    """Whether a chain of these relations implies the wanted one between its ends."""
    if wanted in SAME:
        return operators <= set(SAME)
    ways = [way for way in (UP, DOWN) if operators <= {*way, *SAME}]
    strict = bool(operators & {"<", ">"})
    if wanted == "!=":
        return bool(ways) and strict
    return any(wanted in way and (strict or wanted in ("<=", ">=")) for way in ways)
