"""Whether a statement about vectors, functions of a class or matrices has a value, and is about
something.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import TypeVar

import sympy

from probatum.decide.sense.averages import About, where_defined
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import UNSHOWN, in_its_own
from probatum.decision import DEFINEDNESS, VACUITY, Decision, Outcome, Reason
from probatum.errors import UndefinedError
from probatum.lowering.chance.random_variables import is_random
from probatum.lowering.classes.simple_members import NoTrialError, diagonal, on_a_line
from probatum.lowering.matrices.inverse_signs import by_sign
from probatum.lowering.matrices.moments import matrix_of
from probatum.lowering.vectors import coefficients
from probatum.lowering.vectors.gram import lower
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, unchecked, with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.sense.obligations import obligations
from probatum.proposition.sense.reality import what_is_needed
from probatum.proposition.subjects.domains import is_vector
from probatum.proposition.subjects.functions import FunctionVariable
from probatum.proposition.subjects.products import Norm
from probatum.type_names import Condition, Statement, Symbol

Kind = TypeVar("Kind", bound=ForAll | Exists)


def undefined(written: Statement, asked: ForAll, about: About) -> Decision | None:
    """None where the statement is known to be defined wherever its hypotheses hold, by what is
    found `about` what must hold.
    """
    for obligation in obligations(written):
        for part in conjuncts(obligation.then):
            doubt = _doubt(part, written, asked, about)
            if doubt:
                return doubt
    return None


def _doubt(needed: Condition, written: Statement, asked: ForAll, about: About) -> Decision | None:
    """None where what must hold is known to follow from the hypotheses."""
    shown = [in_its_own(decision) for decision in about(with_parts(asked, then=needed))]
    if any(decision.outcome is Outcome.REFUTED for decision in shown):
        values = next(decision.counterexample for decision in shown if decision.counterexample)
        point = ", ".join(f"{name} = {words_of(value)}" for name, value in values.values)
        raise UndefinedError(
            "the hypotheses admit a point at which the proposition is undefined: "
            f"{point or 'any'}: {what_is_needed(needed, written)}"
        )
    if any(decision.outcome is Outcome.PROVED for decision in shown):
        return None
    return Decision(
        DEFINEDNESS,
        Outcome.UNDECIDED,
        f"not known to be defined wherever its hypotheses hold: {words_of(needed)}",
    )


def as_witness(written: Statement, asked: Kind) -> Kind:
    """What is asked to be there, where all has a value as it was written: elsewhere nothing is a
    witness, whatever stands in place of what is not there, or cancels.
    """
    of_all = for_all(written.variables, written.given, written.then)
    if is_random(of_all):
        needed = plain(where_defined(of_all, wholly=True).given)
    else:
        needed = sympy.And(*(plain(each.then) for each in obligations(of_all)))
    return with_parts(asked, given=sympy.And(asked.given, needed))


def vacuous(statement: ForAll) -> Decision | None:
    """None where a case is known in which not all vectors are zero."""
    signed = [vacuous(part) for part in by_sign(statement)]
    if signed:
        return None if None in signed else signed[0]
    for special in _special_cases(statement):
        lengths = [variable for variable in special.variables if _is_coordinate(variable)]
        some = sympy.Or(*(sympy.Ne(variable, 0) for variable in lengths)) if lengths else sympy.true
        some = sympy.true if all(map(_says_zero, conjuncts(statement.then))) else some
        case = unchecked(
            Exists,
            variables=special.variables,
            given=sympy.true,
            then=sympy.And(special.given, some),
        )
        if _outcome(attempt(UNSHOWN, case)) is Outcome.PROVED:
            return None
    if matrix_of(statement) is not None:
        return Decision(
            VACUITY,
            Outcome.UNDECIDED,
            "not known whether the hypotheses admit any case in which not all vectors are zero",
        )
    problem = lower(statement)
    none = for_all(
        problem.in_inner_products().variables, problem.in_inner_products().given, sympy.false
    )
    if _outcome(attempt(UNSHOWN, none)) is Outcome.PROVED:
        return Decision(VACUITY, Outcome.VACUOUS, Reason.NO_CASE)
    return Decision(
        VACUITY,
        Outcome.UNDECIDED,
        "not known whether the hypotheses admit any case in which not all vectors are zero",
    )


def _says_zero(then: Condition) -> bool:
    """Whether it says that a vector is zero, as what is supposed may do."""
    if not isinstance(then, sympy.Equality):
        return False
    length = then.lhs.base if then.lhs.is_Pow else then.lhs
    return is_vector(then.lhs) or (isinstance(length, Norm) and then.rhs == 0)


def _is_coordinate(variable: Symbol) -> bool:
    name: str = variable.name
    return name.split(" ")[-1].isdigit() and not name.startswith(coefficients.NAME)


def _special_cases(statement: ForAll) -> Iterator[ForAll]:
    """The statement with parabolas for functions, and in small dimensions."""
    if any(isinstance(variable, FunctionVariable) for variable in statement.variables):
        with suppress(NoTrialError):
            yield on_a_line(statement)
    if matrix_of(statement) is not None:
        yield from (diagonal(statement, size) for size in (1, 2))
        return
    problem = lower(statement)
    if not problem.basis:
        yield problem.in_inner_products()
    if not problem.exact:
        return
    if set(problem.entries) != set(problem.known):
        for dimension in range(1, min(len(problem.basis), 2) + 1):
            yield problem.in_coordinates(dimension)
        if len(problem.basis) > 2:
            yield problem.at_right_angles()
    yield problem.some_not_zero()


def _outcome(decisions: tuple[Decision, ...]) -> Outcome:
    return decisions[0].outcome if decisions else Outcome.UNDECIDED
