"""The chain of reasons behind a statement: its links as propositions,
and whether they compose to it.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sympy.core.relational import Relational
from sympy.logic.boolalg import And, Implies, Not, Or

from probatum.authoring.declarations import place_of
from probatum.authoring.facts import FactValue
from probatum.errors import DefinitionError
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import KINDS, ForAll, for_all, proposition
from probatum.proposition.parts import free_symbols
from probatum.proposition.spelling.prose import check_wording
from probatum.type_names import Authored, Function, Statement

WANTED = 'wanted pairs of words and a relation or proposition: yield "why", relation'
CONDITIONS = (Relational, And, Or, Not, Implies)
UP, DOWN, SAME = ("<", "<="), (">", ">="), ("==",)


@dataclass(frozen=True, slots=True)
class Link:
    """One step of the reasoning: why, and the statement to decide."""

    reason: str
    step: Statement
    statement: Statement


def reasons_of(
    function: Function, facts: Mapping[str, FactValue], statement: Statement
) -> tuple[Link, ...]:
    """The links that an author's generator yields for a statement,
    from those of the claim's facts that it takes.
    """
    unknown = [name for name in inspect.signature(function).parameters if name not in facts]
    if unknown:
        raise _at(
            function,
            f"got the parameter {unknown[0]!r}, wanted facts of the claim: "
            f"{', '.join(facts) or 'it has none'}",
        )
    yielded = function(**{name: facts[name] for name in inspect.signature(function).parameters})
    if not isinstance(yielded, Iterable):
        raise _at(function, f"got {yielded!r}, {WANTED}")
    try:
        links = links_of(yielded, statement)
    except DefinitionError as problem:
        problem.place = place_of(function)
        raise
    if not links:
        raise _at(function, f"got no reason, {WANTED}")
    return links


def _at(function: Function, problem: str) -> DefinitionError:
    error = DefinitionError(f"because: {problem}")
    error.place = place_of(function)
    return error


def links_of(pairs: Iterable[Authored], statement: Statement) -> tuple[Link, ...]:
    """The links for a statement: relations, also joined ones, are taken for all its variables,
    under its hypotheses, and so are propositions that speak of any of these.
    """
    return tuple(_link(pair, statement) for pair in pairs)


def _link(pair: Authored, statement: Statement) -> Link:
    if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], str)):
        raise DefinitionError(f"because: got {pair!r}, {WANTED}")
    reason, step = pair
    check_wording(reason, "because: words")
    if not isinstance(step, (*CONDITIONS, *KINDS)):
        raise DefinitionError(f"because: got {step!r}, {WANTED}")
    if isinstance(statement, ForAll) and (
        isinstance(step, CONDITIONS) or free_symbols(step) & {*statement.variables}
    ):
        return Link(reason, step, for_all(statement.variables, statement.given, step))
    return Link(reason, step, proposition(step, "because"))


def composes(links: Iterable[Link], statement: Statement) -> bool:
    """Whether neighbouring links share their terms and together say what the statement says."""
    steps = [plain(link.step) for link in links]
    then = plain(statement.then) if isinstance(statement, ForAll) else None
    if (
        not steps
        or not isinstance(then, Relational)
        or not all(isinstance(step, Relational) for step in steps)
    ):
        return False
    shared = all(left.rhs == right.lhs for left, right in pairwise(steps))
    return (
        shared
        and (steps[0].lhs, steps[-1].rhs) == (then.lhs, then.rhs)
        and _implied({step.rel_op for step in steps}, then.rel_op)
    )


def _implied(operators: set[str], wanted: str) -> bool:
    """Whether a chain of these relations implies the wanted one between its ends."""
    if wanted in SAME:
        return operators <= set(SAME)
    ways = [way for way in (UP, DOWN) if operators <= {*way, *SAME}]
    strict = bool(operators & {"<", ">"})
    if wanted == "!=":
        return bool(ways) and strict
    return any(wanted in way and (strict or wanted in ("<=", ">=")) for way in ways)
