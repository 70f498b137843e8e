"""Decides statements about vectors over their inner products: by SMT, by certificates,
and by counterexamples in few dimensions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import sympy

from probatum.decide.in_general.known_products import by_known_products
from probatum.decide.in_general.vector_counterexamples import (
    explicit_values,
    is_single_valued,
    single_values,
)
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    BUDGET,
    LEAST_BUDGET,
    NAME,
    SMALL_BUDGET,
    UNSHOWN,
    Broken,
    Within,
    named,
    rational,
    refutation,
)
from probatum.decide.shared.second_engine import proved_again
from probatum.decision import DECISIVE, Decision, Outcome, Reason
from probatum.engine_catalogue import SYMPY
from probatum.engines.decider import Decider
from probatum.engines.multipliers import linear_certificates, linear_counterexamples, semidefinite
from probatum.engines.multipliers.linear import (
    Linear,
    NotLinearError,
    cases,
    squared,
    supposing_less,
)
from probatum.engines.polynomials.rational import places
from probatum.engines.solvers import smt
from probatum.lowering.classes.simple_members import NoTrialError, on_a_line
from probatum.lowering.problem import Problem
from probatum.lowering.vectors.gram import lower
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.functions import FunctionVariable, OperatorVariable
from probatum.type_names import Expression

MOST_PLACES = 4  # points of the parameters at which parabolas are tried
FEW = 2  # vectors of which SMT knows at once
MOST_AT_ONCE = 4  # inner products that no hypothesis says beside others, of which it is asked first
MOST_BY_MINORS = 6  # inner products that no hypothesis says, of which it may know
EVERY_DIMENSION = "in every dimension"
NECESSARY = "the class is known by necessary conditions only, from which no counterexample follows"


def about_vectors(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """A counterexample that can be written down, else a proof over inner products,
    else a counterexample in few dimensions.
    """
    problem = squared(lower(statement))
    if problem.goal == sympy.true:
        proved = Decision(NAME, Outcome.PROVED, Reason.IDENTITY, engine=SYMPY.name)
        return named((proved,), problem.theorems, EVERY_DIMENSION)
    if not problem.basis:
        return named(attempt(smt, problem.in_inner_products()), problem.theorems)
    told = by_known_products(problem, EVERY_DIMENSION)
    if told:
        again = thorough and told[0].outcome in DECISIVE
        return (*told, *(_again(problem) if again else ()))
    simple = _by_parabolas(statement)
    if simple is not None:
        return (simple,)
    few = len(problem.basis) <= FEW
    unknown = len(problem.entries) - len(problem.known)
    at_once = few or (problem.known and unknown <= MOST_AT_ONCE)
    proofs = _by_solver(problem, Within(SMALL_BUDGET, shown=False)) if at_once else ()
    if not proofs or thorough:
        by_certificate = _by_certificate(problem)
        if by_certificate is not None:
            alone = thorough and not proofs and by_certificate.outcome is Outcome.PROVED
            return (*proofs, by_certificate, *(_again(problem) if alone else ()))
    if few and not proofs:
        proofs = _by_solver(problem)
    if proofs:
        return (*proofs, *(_again(problem) if thorough else ()))
    refuted = _refuted(problem, BUDGET if few else SMALL_BUDGET) if problem.exact else None
    if refuted is not None:
        return (refuted,)
    late = () if few or unknown > MOST_BY_MINORS else _by_solver(problem)
    if late:
        return (*late, *(_again(problem) if thorough else ()))
    return (Decision(NAME, Outcome.UNDECIDED, _why_not(problem)),)


def _why_not(problem: Problem) -> str:
    if not problem.exact:
        return NECESSARY
    if not semidefinite.is_available():
        return (
            "neither a proof nor a counterexample is found; certificates need the extra: "
            "pip install 'probatum[certificates]'"
        )
    return "neither a certificate nor a counterexample is found"


def _by_solver(problem: Problem, solver: Decider = UNSHOWN) -> tuple[Decision, ...]:
    """A proof by SMT over inner products."""
    found = attempt(solver, problem.in_inner_products())
    proofs = tuple(decision for decision in found if decision.outcome is Outcome.PROVED)
    return named(proofs, problem.theorems, EVERY_DIMENSION)


def _again(problem: Problem) -> tuple[Decision, ...]:
    """Another proof of what is proved over inner products."""
    proofs = proved_again(problem.in_inner_products())
    return named(proofs, problem.theorems, EVERY_DIMENSION)


def _by_certificate(problem: Problem) -> Decision | None:
    """A proof by multipliers, one certificate for each case; or values that break a case."""
    if not semidefinite.is_available():
        return None
    reduced = problem.reduced
    weaker = supposing_less(reduced)
    try:
        found = []
        for case in cases(weaker):
            broken = (
                linear_counterexamples.breaking(case)
                if weaker is reduced and problem.exact
                else None
            )
            if broken is not None:
                return _broken(problem, case, broken)
            made = linear_certificates.certificate(case)
            if made is None:
                return None
            found.append(made)
    except (NotLinearError, sympy.PolynomialError, sympy.CoercionFailed):
        return None
    reason = f"{Reason.CERTIFICATE}: {'; '.join(map(linear_certificates.in_words, found))}"
    checks = tuple({"kind": "certificate", **made.written()} for made in found)
    decision = Decision(
        linear_certificates.NAME,
        Outcome.PROVED,
        reason,
        engine=linear_certificates.ENGINE,
        checks=checks,
    )
    return named((decision,), problem.theorems, EVERY_DIMENSION)[0]


def _broken(
    problem: Problem, case: Linear, broken: linear_counterexamples.Found
) -> Decision | None:
    """The counterexample: in fewer dimensions where SMT finds one at the same parameters,
    else as it is.
    """
    here = {
        name: sympy.Rational(v.numerator, v.denominator)
        for name, v in zip(case.problem.parameters, broken.place, strict=True)
    }
    known = problem.completed(here)
    at = {parameter: known[parameter] for parameter in problem.parameters}
    fixed = problem.at(at)
    simpler = _refuted(fixed, SMALL_BUDGET, most=2)
    parameters = tuple((parameter.name, value) for parameter, value in at.items())
    if simpler is not None and simpler.counterexample:
        shown = replace(
            simpler.counterexample, values=(*parameters, *simpler.counterexample.values)
        )
        return replace(simpler, counterexample=shown)
    dimension = len(problem.basis)
    rows = problem.coordinates(dimension)
    pairs = (
        (entry, value)
        for row, own in zip(rows, broken.coordinates, strict=True)
        for entry, value in zip(row, own, strict=True)
    )
    found = {entry.name: rational(value) for entry, value in pairs if entry != 0}
    found |= {
        value.name: rational(number)
        for value, number in zip(problem.values, broken.values, strict=True)
    }
    if not is_single_valued(fixed, found, dimension):
        return None
    check = linear_counterexamples.breach(case, broken)
    decision = Decision(
        linear_certificates.NAME,
        Outcome.REFUTED,
        Reason.COUNTEREXAMPLE,
        engine=linear_certificates.ENGINE,
        checks=({"kind": "breach", **check.written()},) if check else (),
    )
    values = (*parameters, *explicit_values(fixed, found, dimension))
    where = f"false in dimension {dimension} and above"
    breaks = Broken(decision, fixed.in_coordinates(dimension), found, dimension)
    return refutation(breaks, values, where, problem.theorems)


def _by_parabolas(statement: ForAll) -> Decision | None:
    """A counterexample in one variable, with a parabola for each function and a multiple for each
    operator.
    """
    if not any(isinstance(variable, FunctionVariable) for variable in statement.variables):
        return None
    try:
        special = on_a_line(statement)
    except NoTrialError:
        return None
    for known, form, budget in _easier(statement, special):
        for decision in attempt(Within(budget), form):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                found = known | dict(decision.counterexample.values)
                shown = _with_parabolas(statement, found)
                broken = Broken(decision, special, found, 1)
                return refutation(broken, shown, "false from dimension 1 on")
    return None


def _easier(
    statement: ForAll, special: ForAll
) -> Iterator[tuple[dict[str, Expression], ForAll, int]]:
    """The statement at a few points of its parameters, then for all of them; what is known of them,
    and how much work each is worth.
    """
    numbers = [variable for variable in statement.variables if not isinstance(variable, General)]
    within = sympy.And(
        *(part for part in conjuncts(special.given) if part.free_symbols <= set(numbers))
    )
    for place in islice(places(numbers, within), MOST_PLACES if numbers else 0):
        at = {number: rational(value) for number, value in zip(numbers, place, strict=True)}
        rest = tuple(variable for variable in special.variables if variable not in at)
        form = for_all(rest, special.given.xreplace(at), special.then.xreplace(at))
        yield {number.name: value for number, value in at.items()}, form, LEAST_BUDGET
    yield {}, special, SMALL_BUDGET


def _with_parabolas(
    statement: ForAll, found: dict[str, Expression]
) -> tuple[tuple[str, Expression], ...]:
    x = sympy.Symbol("x", real=True)
    shown = []
    for variable in statement.variables:
        value = found[f"{variable.name} 1" if isinstance(variable, General) else variable.name]
        if isinstance(variable, OperatorVariable):
            shown.append((f"{variable.name}(x)", value * x))
        elif isinstance(variable, FunctionVariable):
            centre = found.get(f"centre of {variable.name}", sympy.Integer(0))
            shown.append((f"{variable.name}(x)", value * (x - centre) ** 2 / 2))
        else:
            shown.append((variable.name, value))
    return tuple(shown)


def _refuted(problem: Problem, budget: int, *, most: int = 9) -> Decision | None:
    """A counterexample in as few dimensions as one is found in."""
    true_below = True
    for dimension in range(1, min(len(problem.basis), most) + 1):
        form = problem.in_coordinates(dimension)
        for decision in _ofsingle_values(problem, form, budget, dimension):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                found = dict(decision.counterexample.values)
                words = (
                    f"false from dimension {dimension} on"
                    if true_below
                    else f"false in dimension {dimension} and above"
                )
                shown = explicit_values(problem, found, dimension)
                broken = Broken(decision, form, found, dimension)
                return refutation(broken, shown, words, problem.theorems)
            true_below = true_below and decision.outcome is Outcome.PROVED
    return None


def _ofsingle_values(
    problem: Problem, form: ForAll, budget: int, dimension: int
) -> Iterator[Decision]:
    """The decisions; where a counterexample has two gradients at one point, another is sought."""
    for decision in attempt(Within(budget), form):
        shown = decision.counterexample if decision.outcome is Outcome.REFUTED else None
        if shown is None or is_single_valued(problem, dict(shown.values), dimension):
            yield decision
            continue
        given = sympy.And(form.given, *single_values(problem, dimension))
        stricter = for_all(form.variables, given, form.then)
        for again in attempt(Within(budget), stricter):
            if again.outcome is Outcome.REFUTED:
                yield again
