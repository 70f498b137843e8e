"""Tries a predicate on cases that Hypothesis generates: the same ones on every run, the failing one
shrunk.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sympy.logic.boolalg import Boolean, BooleanAtom

from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Reason
from probatum.errors import DefinitionError
from probatum.proposition.subjects.property import Property
from probatum.proposition.truth import truth_at
from probatum.type_names import Authored

FEWEST_ADMITTED = 10  # generated cases for each that a predicate admits, as Hypothesis has it
MOST_KEPT = 1_024  # kinds of numbers of which Hypothesis remembers what it may draw
FEWEST = 2  # cases: of a single one, nothing is said of whatever is generated
NOTHING_LEFT, REJECTED = "nothing left to do", "invalid"  # as Hypothesis words it


@dataclass(slots=True)
class _Tried:
    """What came of the cases so far.

    told: what Hypothesis says of its own run: the fate of each case, and why it stopped.
    """

    tried: int = 0
    admitted: int = 0
    failing: dict[str, Authored] = field(default_factory=dict)
    told: list[Any] = field(default_factory=list)


def generated(statement: Property, name: str, engine: str) -> Decision:
    """Refute a property by a case, or support it by those that were tried.

    name, engine: of the decider. Raises DefinitionError.
    """
    from hypothesis.errors import InvalidArgument, Unsatisfiable

    _check_call(statement)
    seen = _Tried()
    try:
        _run(statement, seen)
    except InvalidArgument as problem:
        raise DefinitionError(
            f"Property: got {statement.strategies} as strategies, of which Hypothesis says: "
            f"{problem}, wanted a strategy for each argument"
        ) from problem
    except Unsatisfiable:
        return _none_met(seen, name)
    except AssertionError:
        if not seen.failing:
            raise
        shown = Counterexample(tuple((each, _plain(seen.failing[each])) for each in seen.failing))
        return Decision(name, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown)
    return _supported(seen, name, engine)


def _supported(seen: _Tried, name: str, engine: str) -> Decision:
    few = seen.admitted < FEWEST or seen.admitted * FEWEST_ADMITTED < seen.tried
    return Decision(
        name,
        Outcome.UNDECIDED if few else Outcome.SUPPORTED,
        Reason.FEW_CASES if few else Reason.SAMPLED,
        tried=seen.tried,
        admitted=seen.admitted,
        engine=engine,
    )


def _none_met(seen: _Tried, name: str) -> Decision:
    """Vacuous where strategies have no value, or all of theirs were tried; else it is not known
    whether another one is admitted.
    """
    fates = [
        case["status"]
        for run in seen.told
        for phase, part in run.items()
        if phase.endswith("-phase")
        for case in part["test-cases"]
    ]
    stopped = {run.get("stopped-because") for run in seen.told}
    all_tried = stopped == {NOTHING_LEFT} and set(fates) == {REJECTED} and len(fates) >= FEWEST
    if all_tried or not seen.told:
        return Decision(name, Outcome.VACUOUS, Reason.NO_CASE, tried=len(fates), admitted=0)
    reason = f"{Reason.NONE_MET}: of {len(fates)} generated"
    return Decision(name, Outcome.UNDECIDED, reason, tried=len(fates), admitted=0)


def _run(statement: Property, seen: _Tried) -> None:
    """Raises AssertionError where the predicate is false."""
    from hypothesis import HealthCheck, Phase, Verbosity, given, settings, statistics

    collector: Any = statistics.collector

    def attempt(**arguments: Any) -> None:
        seen.tried += 1
        holds = _said(statement.predicate(**arguments))
        seen.admitted += 1
        if not holds:
            seen.failing |= arguments
            raise AssertionError

    profile = settings(
        max_examples=statement.examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        verbosity=Verbosity.quiet,
        print_blob=False,
        report_multiple_bugs=False,
    )
    with _constants_of(statement.predicate), collector.with_value(seen.told.append):
        profile(given(**statement.strategies)(attempt))()


@contextmanager
def _constants_of(predicate: Callable[..., Authored]) -> Iterator[None]:
    """Let Hypothesis draw, of numbers and texts in modules, those alone that stand in the
    predicate's own: it would read all of the project that are imported by then, others after other
    claims.
    """
    try:
        from hypothesis.internal.conjecture import providers
        from hypothesis.internal.conjecture.providers import CONSTANTS_CACHE, _get_local_constants
        from hypothesis.internal.constants_ast import Constants, constants_from_module
    except ImportError:  # no part of its interface: a version without them draws as it does
        yield
        return
    module = sys.modules.get(getattr(predicate, "__module__", None) or "")
    found = constants_from_module(module) if module else Constants()
    kinds = ("integers", "floats", "bytes", "strings")
    in_order: dict[str, Any] = {kind: sorted(getattr(found, kind), key=repr) for kind in kinds}
    own = Constants(**in_order)
    kept = type(CONSTANTS_CACHE)(MOST_KEPT)
    vars(providers).update(_get_local_constants=lambda: own, CONSTANTS_CACHE=kept)
    try:
        yield
    finally:
        before = {"_get_local_constants": _get_local_constants, "CONSTANTS_CACHE": CONSTANTS_CACHE}
        vars(providers).update(before)


def _said(holds: Authored) -> bool:
    """What a predicate says of a case, also as a relation between numbers."""
    if isinstance(holds, Boolean) and not holds.free_symbols:
        known = truth_at(holds, {})
        holds = holds if known is None else known
    if not isinstance(holds, (bool, np.bool_, BooleanAtom)):
        raise DefinitionError(
            f"Property: got a predicate that returns {type(holds).__name__}, wanted True or False"
        )
    return bool(holds)


def _check_call(statement: Property) -> None:
    """Raise DefinitionError where a predicate does not take what is generated; what hides its
    parameters is called as it is.
    """
    try:
        parameters = inspect.signature(statement.predicate)
    except (TypeError, ValueError):
        return
    try:
        parameters.bind(**statement.strategies)
    except TypeError as problem:
        raise DefinitionError(
            f"Property: got a predicate of {parameters} ({problem}), wanted one of "
            f"({', '.join(map(str, statement.strategies))})"
        ) from problem


def _plain(value: Authored) -> str:
    return value if isinstance(value, str) else repr(value)
