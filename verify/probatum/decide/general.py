"""Decides statements about vectors of any dimension and functions of a class, by what theorems make of them over the real numbers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.decide import certified, semidefinite, smt, smt_cvc5
from probatum.decide.attempt import attempt
from probatum.decide.linear import Linear, NotLinearError, cases, squared
from probatum.decide.rational import places
from probatum.decision import Counterexample, Decision, Outcome, Why
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.expectations import LINEARITY, by_expectations, is_random, without_noise
from probatum.lowering.gram import lower, needed
from probatum.lowering.moments import MOMENTS, by_moments, matrix_of, ranges
from probatum.lowering.problem import Problem
from probatum.lowering.roots import without_roots
from probatum.lowering.theorem import Theorem
from probatum.lowering.trial import NoTrialError, at_ends, diagonal, on_a_line
from probatum.proposition.definedness import obligations
from probatum.proposition.domains import Built, General
from probatum.proposition.enclosure import decimal
from probatum.proposition.functions import Applied, FunctionVariable, MatrixVariable, Member, OperatorVariable
from probatum.proposition.kinds import Equal, Exists, ForAll, conjuncts, put, subpropositions, unchecked
from probatum.proposition.random import Noise
from probatum.proposition.statement import words_of
from probatum.proposition.written import leaves, plain

NAME = "general"
BUDGET, SMALL_BUDGET, LEAST_BUDGET = 4_000_000, 500_000, 100_000  # z3 resource units
MOST_PLACES = 4  # points of the parameters at which parabolas are tried
FEW = 2  # vectors of which SMT knows at once
EVERY_DIMENSION = "in every dimension"
EVERY_SIZE = "for matrices of every size"
MOST_BY_MINORS = 3  # of which it may know
NECESSARY = "the class is known by necessary conditions only, from which no counterexample follows"


def is_general(statement: Any) -> bool:
    """Whether a statement speaks of vectors, functions of a class, operators or matrices."""
    bound = {variable for part in subpropositions(statement) for variable in getattr(part, "variables", ())}
    return any(isinstance(variable, General) for variable in bound) or any(_speaks(leaf) for leaf in leaves(statement))


def _speaks(leaf: Any) -> bool:
    return isinstance(leaf, sympy.Basic) and bool(leaf.has(Built, Member))


def flat(statement: Any) -> ForAll:
    """One quantifier with all variables, and a condition inside; raises DefinitionError for what is none."""
    if isinstance(statement, ForAll) and isinstance(statement.then, ForAll):
        inner = statement.then
        variables, given = (*statement.variables, *inner.variables), sympy.And(statement.given, inner.given)
        return flat(unchecked(ForAll, variables=variables, given=given, then=inner.then))
    if isinstance(statement, ForAll) and isinstance(statement.then, Equal):
        then = sympy.Eq(statement.then.left, statement.then.right, evaluate=False)
        return flat(unchecked(ForAll, variables=statement.variables, given=statement.given, then=then))
    if not isinstance(statement, ForAll) or not isinstance(statement.then, sympy.logic.boolalg.Boolean):
        inside = type(statement.then if isinstance(statement, ForAll) else statement).__name__
        raise DefinitionError(f"got {inside} about vectors or functions, wanted ForAll(..., then=) with a relation, or relations joined")
    return statement


def decide(statement: Any, *, thorough: bool, ask: Any) -> tuple[Decision, ...]:
    """The decisions on a statement as its author wrote it; raises UndefinedError where it is undefined at an admitted point.

    ask: decides a statement about numbers, thoroughly or not.
    """
    asked = flat(plain(statement))
    if is_random(asked):
        return _about_random(asked, thorough=thorough, ask=ask)
    return _about_vectors(statement, asked, thorough=thorough)


def _about_random(statement: ForAll, *, thorough: bool, ask: Any) -> tuple[Decision, ...]:
    """By moments of random variables, or by mean squares of random vectors."""
    if any(isinstance(variable, Noise) for variable in statement.variables):
        lowered = without_noise(statement)
        return _named(_about_vectors(lowered, lowered, thorough=thorough), (LINEARITY,))
    lowered, exact = by_expectations(statement)
    decisions = _named(ask(lowered, thorough), (LINEARITY,))
    if exact or not any(decision.outcome is Outcome.REFUTED for decision in decisions):
        return decisions
    inside = sympy.And(*(part.gts > part.lts if isinstance(part, sympy.GreaterThan) else part for part in conjuncts(lowered.given)))
    return _named(ask(unchecked(ForAll, variables=lowered.variables, given=inside, then=lowered.then), thorough), (LINEARITY,))


def _about_vectors(statement: Any, asked: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Where it is defined and not about nothing, by Gram matrices or moments."""
    doubt = _undefined(statement, asked)
    if doubt:
        return (doubt,)
    asked, meant = without_roots(asked)
    doubt = _vacuous(asked)
    return (doubt,) if doubt else tuple(_as_meant(decision, meant) for decision in _asked(asked, thorough=thorough))


def _as_meant(decision: Decision, meant: dict[Any, Any]) -> Decision:
    """The counterexample with the author's parameters in place of their roots."""
    if not meant or decision.counterexample is None:
        return decision
    known = dict(decision.counterexample.values)
    at = {symbol: known[symbol.name] for value in meant.values() for symbol in value.free_symbols if symbol.name in known}
    values = [(name, value) for name, value in known.items() if not name.startswith("√")]
    values += [(parameter.name, value.xreplace(at)) for parameter, value in meant.items()]
    return replace(decision, counterexample=replace(decision.counterexample, values=tuple(values)))


def _undefined(written: Any, asked: ForAll) -> Decision | None:
    """None where the statement is known to be defined wherever its hypotheses hold."""
    steps = _needed(asked)
    found = [*obligations(written), *([] if steps == sympy.true else [_about_numbers(asked, steps)])]
    for obligation in found:
        for part in conjuncts(obligation.then):
            shown = _asked(flat(plain(unchecked(ForAll, variables=asked.variables, given=asked.given, then=part))), thorough=False)
            if any(decision.outcome is Outcome.REFUTED for decision in shown):
                values = next(decision.counterexample for decision in shown if decision.counterexample)
                point = ", ".join(f"{name} = {words_of(value)}" for name, value in values.values)
                raise UndefinedError(f"the hypotheses admit a point at which the proposition is undefined: {point}: needs {words_of(part)}")
            if not any(decision.outcome is Outcome.PROVED for decision in shown):
                return Decision("definedness", Outcome.UNDECIDED, f"not known to be defined wherever its hypotheses hold: {words_of(part)}")
    return None


def _needed(statement: ForAll) -> Any:
    """What proximal steps, and inverses, need of the parameters."""
    matrix = matrix_of(statement)
    if matrix is None:
        return needed(statement)
    inverted = any(part.args[1] < 0 for each in (statement.given, statement.then) for part in each.atoms(Applied))
    return sympy.Gt(matrix.constants["low"], 0) if inverted else sympy.true


def _about_numbers(statement: ForAll, then: Any) -> ForAll:
    stated: ForAll = unchecked(ForAll, variables=statement.variables, given=statement.given, then=then)
    return stated


def _vacuous(statement: ForAll) -> Decision | None:
    """None where a case is known in which not all vectors are zero."""
    for special in _special_cases(statement):
        lengths = [variable for variable in special.variables if variable.name.split(" ")[-1].isdigit()]
        some = sympy.Or(*(sympy.Ne(variable, 0) for variable in lengths)) if lengths else sympy.true
        case = unchecked(Exists, variables=special.variables, given=sympy.true, then=sympy.And(special.given, some))
        if _outcome(attempt(smt, case, None)) is Outcome.PROVED:
            return None
    if matrix_of(statement) is not None:
        return Decision("vacuity", Outcome.UNDECIDED, "not known whether the hypotheses admit any case in which not all vectors are zero")
    problem = lower(statement)
    none = unchecked(ForAll, variables=problem.in_inner_products().variables, given=problem.in_inner_products().given, then=sympy.false)
    if _outcome(attempt(smt, none, None)) is Outcome.PROVED:
        return Decision("vacuity", Outcome.VACUOUS, Why.NO_CASE)
    return Decision("vacuity", Outcome.UNDECIDED, "not known whether the hypotheses admit any case in which not all vectors are zero")


def _special_cases(statement: ForAll) -> Iterator[ForAll]:
    """The statement with parabolas for functions, and in small dimensions."""
    if any(isinstance(variable, FunctionVariable) for variable in statement.variables):
        with suppress(NoTrialError):
            yield on_a_line(statement)
    if matrix_of(statement) is not None:
        yield from (diagonal(statement, size) for size in (1, 2))
        return
    problem = lower(statement)
    if problem.exact:
        for dimension in range(1, min(len(problem.basis), 2) + 1):
            yield problem.in_coordinates(dimension)


def _outcome(decisions: tuple[Decision, ...]) -> Outcome:
    return decisions[0].outcome if decisions else Outcome.UNDECIDED


def _asked(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """A counterexample that can be written down, else a proof over inner products, else a counterexample in few dimensions."""
    if matrix_of(statement) is not None:
        return _with_matrix(statement, thorough=thorough)
    problem = squared(lower(statement))
    if not problem.basis:
        return _named(attempt(smt, problem.in_inner_products(), None), problem.theorems)
    simple = _by_parabolas(statement)
    if simple is not None:
        return (simple,)
    few = len(problem.basis) <= FEW
    proofs = tuple(_by_solver(problem, smt)) if few else ()
    if not proofs or thorough:
        by_certificate = _by_certificate(problem)
        if by_certificate is not None:
            return (*proofs, by_certificate)
    if proofs:
        return (*proofs, *(_by_solver(problem, smt_cvc5) if thorough else ()))
    refuted = _refuted(problem, BUDGET if few else SMALL_BUDGET) if problem.exact else None
    if refuted is not None:
        return (refuted,)
    late = () if few or len(problem.basis) > MOST_BY_MINORS else tuple(_by_solver(problem, smt))
    return late or (Decision(NAME, Outcome.UNDECIDED, _why_not(problem)),)


def _with_matrix(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """A small diagonal matrix that breaks it, else a proof over moments."""
    if not statement.then.has(Built):
        numbers = tuple(variable for variable in statement.variables if not isinstance(variable, General))
        given = sympy.And(*(part for part in conjuncts(statement.given) if not part.has(Built)))
        return attempt(smt, unchecked(ForAll, variables=numbers, given=given, then=statement.then), None)
    true_below = True
    forms = [(1, diagonal(statement, 1)), (2, at_ends(statement)), (2, diagonal(statement, 2))]
    for size, form in forms:
        for decision in attempt(_Within(SMALL_BUDGET), form, None):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                return (_diagonal_refutation(statement, decision, form, size, true_below),)
            true_below = true_below and (size > 1 or decision.outcome is Outcome.PROVED)
    return tuple(_by_moments(statement, thorough=thorough)) or (Decision(NAME, Outcome.UNDECIDED, Why.UNKNOWN),)


def _by_moments(statement: ForAll, *, thorough: bool) -> Iterator[Decision]:
    low = matrix_of(statement).constants["low"]
    nonnegative, positive = (_about_low(statement, relation(low, 0)) for relation in (sympy.Ge, sympy.Gt))
    for first, last, needs in ranges(statement):
        form = None if needs and not nonnegative else by_moments(statement, first, last, positive=positive)
        if form is None:
            continue
        for decision in attempt(_Within(BUDGET), form, None):
            if decision.outcome is Outcome.PROVED:
                yield from _named((decision,), (MOMENTS,), EVERY_SIZE)
                again = attempt(smt_cvc5, form, None) if thorough else ()
                yield from _named(tuple(each for each in again if each.outcome is Outcome.PROVED), (MOMENTS,), EVERY_SIZE)
                return


def _about_low(statement: ForAll, relation: Any) -> bool:
    """Whether the hypotheses on the parameters imply something of the least eigenvalue."""
    numbers = tuple(variable for variable in statement.variables if not isinstance(variable, General))
    given = sympy.And(*(part for part in conjuncts(statement.given) if not part.has(Built)))
    found = smt.decide(unchecked(ForAll, variables=numbers, given=given, then=relation), None, SMALL_BUDGET)
    return found.outcome is Outcome.PROVED


def _diagonal_refutation(statement: ForAll, decision: Decision, form: ForAll, size: int, true_below: bool) -> Decision:
    assert decision.counterexample is not None
    found = dict(decision.counterexample.values)
    matrix = matrix_of(statement)
    at = {variable: found[variable.name] for variable in form.variables}
    for axis, end in enumerate((matrix.constants["low"], matrix.constants["high"])):
        found.setdefault(f"{matrix.name} {axis + 1}", put(end, at))
    shown: list[tuple[str, Any]] = []
    for variable in statement.variables:
        entries = (
            [found[f"{variable.name} {axis + 1}"] for axis in range(size)] if isinstance(variable, General) else [found[variable.name]]
        )
        if isinstance(variable, MatrixVariable):
            shown.append((variable.name, entries[0] if size == 1 else sympy.ImmutableMatrix(sympy.diag(*entries))))
        else:
            shown.append((variable.name, entries[0] if len(entries) == 1 else sympy.Tuple(*entries)))
    where = f"false from dimension {size} on" if true_below else f"false in dimension {size} and above"
    return _refutation(decision, tuple(shown), form, found, size, where)


def _why_not(problem: Problem) -> str:
    if not problem.exact:
        return NECESSARY
    if not semidefinite.is_available():
        return "neither a proof nor a counterexample is found; certificates need the extra: pip install 'probatum[certificates]'"
    return "neither a certificate nor a counterexample is found"


def _by_solver(problem: Problem, solver: Any) -> Iterator[Decision]:
    """A proof by SMT over inner products."""
    for decision in attempt(solver, problem.in_inner_products(), None):
        if decision.outcome is Outcome.PROVED:
            yield from _named((decision,), problem.theorems, EVERY_DIMENSION)


def _by_certificate(problem: Problem) -> Decision | None:
    """A proof by multipliers, one certificate for each case; or values that break a case."""
    if not semidefinite.is_available():
        return None
    try:
        found = []
        for case in cases(problem):
            broken = certified.breaking(case) if problem.exact else None
            if broken is not None:
                return _broken(problem, case, broken)
            made = certified.certificate(case)
            if made is None:
                return None
            found.append(made)
    except (NotLinearError, sympy.PolynomialError, sympy.CoercionFailed):
        return None
    reason = f"{Why.CERTIFICATE}: {'; '.join(map(certified.in_words, found))}"
    checks = tuple({"kind": "certificate", **made.written()} for made in found)
    decision = Decision(certified.NAME, Outcome.PROVED, reason, engine=certified.ENGINE, checks=checks)
    return _named((decision,), problem.theorems, EVERY_DIMENSION)[0]


def _broken(problem: Problem, case: Linear, broken: certified.Found) -> Decision:
    """The counterexample: in fewer dimensions where SMT finds one at the same parameters, else as it is."""
    here = {name: sympy.Rational(v.numerator, v.denominator) for name, v in zip(case.problem.parameters, broken.place, strict=True)}
    at = {parameter: here[parameter] for parameter in problem.parameters}
    fixed = replace(
        problem,
        parameters=(),
        given=problem.given.xreplace(at),
        conditions=tuple(replace(each, expression=each.expression.xreplace(at)) for each in problem.conditions),
        goal=problem.goal.xreplace(at),
        points=tuple((name, {base: sympy.sympify(share).xreplace(at) for base, share in each.items()}) for name, each in problem.points),
    )
    simpler = _refuted(fixed, SMALL_BUDGET, most=2)
    parameters = tuple((parameter.name, value) for parameter, value in at.items())
    if simpler is not None and simpler.counterexample:
        shown = replace(simpler.counterexample, values=(*parameters, *simpler.counterexample.values))
        return replace(simpler, counterexample=shown)
    dimension = len(problem.basis)
    rows = problem.coordinates(dimension)
    pairs = ((entry, value) for row, own in zip(rows, broken.coordinates, strict=True) for entry, value in zip(row, own, strict=True))
    found = {entry.name: _rational(value) for entry, value in pairs if entry != 0}
    found |= {value.name: _rational(number) for value, number in zip(problem.values, broken.values, strict=True)}
    check = certified.breach(case, broken)
    decision = Decision(
        certified.NAME,
        Outcome.REFUTED,
        Why.COUNTEREXAMPLE,
        engine=certified.ENGINE,
        checks=({"kind": "breach", **check.written()},) if check else (),
    )
    values = (*parameters, *_explicit(fixed, found, dimension))
    where = f"false in dimension {dimension} and above"
    return _refutation(decision, values, fixed.in_coordinates(dimension), found, dimension, where, problem.theorems)


def _rational(value: Any) -> Any:
    return sympy.Rational(value.numerator, value.denominator)


@dataclass(frozen=True, slots=True)
class _Within:
    """The SMT decider with a budget of its own."""

    budget: int
    NAME = smt.NAME
    ENGINE = smt.ENGINE

    def takes(self, statement: Any) -> bool:
        return smt.takes(statement)

    def decide(self, statement: Any, ask: Any) -> Decision:
        return smt.decide(statement, ask, self.budget)


def _named(decisions: tuple[Decision, ...], theorems: tuple[Theorem, ...], where: str = "") -> tuple[Decision, ...]:
    """The decisions, each with the theorems that led to what was decided."""
    by = "; ".join(f"{theorem.name} ({theorem.source})" for theorem in theorems)
    return tuple(replace(decision, reason=f"{where + ': ' if where else ''}{decision.reason} (by {by})") for decision in decisions)


def _by_parabolas(statement: ForAll) -> Decision | None:
    """A counterexample in one variable, with a parabola for each function and a multiple for each operator."""
    if not any(isinstance(variable, FunctionVariable) for variable in statement.variables):
        return None
    try:
        special = on_a_line(statement)
    except NoTrialError:
        return None
    for known, form, budget in _easier(statement, special):
        for decision in attempt(_Within(budget), form, None):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                found = known | dict(decision.counterexample.values)
                return _refutation(decision, _with_parabolas(statement, found), special, found, 1, "false from dimension 1 on")
    return None


def _easier(statement: ForAll, special: ForAll) -> Iterator[tuple[dict[str, Any], ForAll, int]]:
    """The statement at a few points of its parameters, then for all of them; what is known of them, and how much work each is worth."""
    numbers = [variable for variable in statement.variables if not isinstance(variable, General)]
    within = sympy.And(*(part for part in conjuncts(special.given) if part.free_symbols <= set(numbers)))
    for place in islice(places(numbers, within), MOST_PLACES if numbers else 0):
        at = {number: _rational(value) for number, value in zip(numbers, place, strict=True)}
        rest = tuple(variable for variable in special.variables if variable not in at)
        form = unchecked(ForAll, variables=rest, given=special.given.xreplace(at), then=special.then.xreplace(at))
        yield {number.name: value for number, value in at.items()}, form, LEAST_BUDGET
    yield {}, special, SMALL_BUDGET


def _with_parabolas(statement: ForAll, found: dict[str, Any]) -> tuple[tuple[str, Any], ...]:
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
        for decision in attempt(_Within(budget), form, None):
            if decision.outcome is Outcome.REFUTED and decision.counterexample:
                found = dict(decision.counterexample.values)
                words = f"false from dimension {dimension} on" if true_below else f"false in dimension {dimension} and above"
                return _refutation(decision, _explicit(problem, found, dimension), form, found, dimension, words, problem.theorems)
            true_below = true_below and decision.outcome is Outcome.PROVED
    return None


def _explicit(problem: Problem, found: dict[str, Any], dimension: int) -> tuple[tuple[str, Any], ...]:
    """The parameters, the vectors as tuples of coordinates, and the values of functions."""
    point = {parameter: found[parameter.name] for parameter in problem.parameters}
    point |= {value: found[value.name] for value in problem.values if value.name in found}
    rows = problem.coordinates(dimension)
    known = {base: [put(entry, _at(found)) for entry in row] for base, row in zip(problem.basis, rows, strict=True)}
    shown: dict[str, Any] = {parameter.name: found[parameter.name] for parameter in problem.parameters if parameter.name in found}
    for name, combination in problem.points:
        entries = [sympy.Integer(0)] * dimension
        for base, coefficient in combination.items():
            share = put(sympy.sympify(coefficient), point)
            entries = (
                [entry + share * own for entry, own in zip(entries, known.get(base, entries), strict=True)] if base in known else entries
            )
        shown.setdefault(name, entries[0] if dimension == 1 else sympy.Tuple(*entries))
    for name, worth in problem.worths:
        shown.setdefault(name, put(worth, point))
    return tuple(shown.items())


class _at(dict):  # type: ignore[type-arg]  # noqa: N801
    """Symbols by their name."""

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__({sympy.Symbol(name, real=True): value for name, value in found.items()})


def _refutation(
    decision: Decision,
    values: tuple[tuple[str, Any], ...],
    form: ForAll,
    found: dict[str, Any],
    dimension: int,
    where: str,
    theorems: tuple[Theorem, ...] = (),
) -> Decision:
    point = {variable: found[variable.name] for variable in form.variables}
    shows = f"In dimension {dimension}{_sides(form.then, point)}."
    (named,) = _named((decision,), theorems, where) if theorems else (replace(decision, reason=f"{where}: {decision.reason}"),)
    return replace(named, counterexample=Counterexample(values, shows))


def _sides(then: Any, point: dict[Any, Any]) -> str:
    if not isinstance(then, Relational):
        return " it fails"
    left, right = (decimal(side, point, 6) if side.free_symbols else words_of(side) for side in then.args)
    return f" the left side is {left}, the right side {right}, so it fails"
