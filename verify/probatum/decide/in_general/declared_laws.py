"""Decides statements about variables with declared distributions: about their parameters, or as
statements about all variables with these means and variances.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy
from sympy.core.relational import Relational

from probatum.decide.shared.attempt import unless_raised
from probatum.decide.shared.back_translation import NAME, resting_on
from probatum.decision import Decided, Decision, Outcome, Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.laws.any_law import OF_ANY, of_any_law
from probatum.lowering.laws.couplings import COUPLED, coupled
from probatum.lowering.laws.declared_laws import (
    LAWS,
    NotWrittenDownError,
    has_law,
    speaks_of_laws,
    written_down,
)
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import subpropositions, with_parts
from probatum.type_names import Condition, Statement

NOT_WRITTEN = "not known in closed form: a mean or a probability of a declared distribution"


def about_declared_laws(
    statement: Statement, decided: Callable[[Statement], Decided]
) -> Decided | None:
    """What is found of a statement about declared distributions; None of others."""
    bound = {
        variable
        for part in subpropositions(statement)
        for variable in getattr(part, "variables", ())
    }
    if not any(map(has_law, bound)):
        return None
    found = Decided(statement, (Decision(NAME, Outcome.UNDECIDED, NOT_WRITTEN),))
    told, lacking = unless_raised(lambda: _written_down(statement), (None, NotWrittenDownError()))
    if told is not None:
        found = replace(resting_on(decided(told), (LAWS,)), proposition=statement)
        supported = found.truth is Truth.TRUE and not found.is_strong
        if found.truth is not Truth.UNDECIDED and not supported:
            return found
    elif lacking.needed != sympy.true:
        _check_defined(statement, lacking.needed, decided)
    cases: list[Statement] = unless_raised(lambda: [*coupled(statement)], [])
    for case in cases:
        broken = _without_error(case, decided)
        if broken is not None and broken.truth is Truth.FALSE:
            return replace(resting_on(broken, (COUPLED,)), proposition=statement)
    other = unless_raised(lambda: of_any_law(statement), None)
    if other is None and lacking.error is not None:
        raise lacking.error
    if other is None:
        return found
    try:
        of_all = decided(other)
    except (DefinitionError, UndefinedError) as problem:
        if lacking.error is not None and isinstance(problem, DefinitionError):
            raise
        return found  # of others with such a mean
    if of_all.truth is Truth.TRUE and of_all.is_strong:
        return replace(resting_on(of_all, (OF_ANY,)), proposition=statement)
    return found


def _without_error(case: Statement, decided: Callable[[Statement], Decided]) -> Decided | None:
    try:
        return decided(case)
    except (DefinitionError, UndefinedError):
        return None


def _written_down(statement: Statement) -> tuple[Statement | None, NotWrittenDownError]:
    """The statement about the parameters, or None and why there is none."""
    try:
        return written_down(statement), NotWrittenDownError()
    except NotWrittenDownError as problem:
        return None, problem


def _check_defined(
    statement: Statement, needed: Condition, decided: Callable[[Statement], Decided]
) -> None:
    """Raise UndefinedError where the hypotheses admit parameters for which a mean that is not known
    has no value; of one relation, which has none there either.
    """
    if type(statement) is not ForAll or not isinstance(statement.then, Relational):
        return
    if speaks_of_laws(statement.given) or statement.then.has(sympy.Piecewise):
        return
    asked = unless_raised(lambda: written_down(with_parts(statement, then=needed)), None)
    found = None if asked is None else decided(asked)
    if found is not None and found.truth is Truth.FALSE:
        shown = found.counterexample
        where = f"{shown.at}: " if shown and shown.at else ""
        raise UndefinedError(
            "the hypotheses admit a point at which the proposition is undefined: "
            f"{where}what is averaged has no value with a chance"
        )
