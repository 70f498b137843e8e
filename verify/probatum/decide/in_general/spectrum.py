"""Decides statements about a symmetric matrix of any size: over moments,
or by a small diagonal matrix.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import sympy

from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    BUDGET,
    NAME,
    SMALL_BUDGET,
    Broken,
    Within,
    named,
    refutation,
    together,
)
from probatum.decide.shared.second_engine import proved_again
from probatum.decision import Decision, Outcome, Reason
from probatum.engines.solvers import smt
from probatum.lowering.classes.simple_members import at_ends, diagonal
from probatum.lowering.matrices.eigenvectors import EIGENVECTORS, along_eigenvectors
from probatum.lowering.matrices.inverse_signs import by_sign
from probatum.lowering.matrices.moments import MOMENTS, by_moments, combination, matrix_of, ranges
from probatum.lowering.matrices.one_vector import EACH_EIGENVALUE, EIGENVALUE, at_each_eigenvalue
from probatum.lowering.matrices.solved_for_vectors import Solved, solved
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put
from probatum.proposition.phrases.symmetric import MatrixVariable
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.type_names import Comparison, Condition, Expression, Point

EVERY_SIZE = "for matrices of every size"
UNKNOWN = Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN)


def about_matrix(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Where equations between vectors are solved, about those that are left; where it speaks of an
    inverse, for each sign of the eigenvalues that the hypotheses admit.
    """
    low = matrix_of(statement).constants["low"]
    parts = by_sign(statement)
    if parts and not _about_low(statement, sympy.Gt(low, 0)):
        found = [_of_one_sign(part, statement, thorough=thorough) for part in parts]
        return together([each for each in found if each is not None]) or (UNKNOWN,)
    return _of_solved(statement, thorough=thorough)


def _of_one_sign(part: ForAll, written: ForAll, *, thorough: bool) -> tuple[Decision, ...] | None:
    """What is found for eigenvalues of one sign, about the matrix that the author speaks of; None
    where the hypotheses on numbers admit none.
    """
    own, constants = matrix_of(written), matrix_of(part).constants
    none = _of_parameters(part, sympy.false, None, sympy.Le(constants["low"], constants["high"]))
    if smt.decide(none, budget=SMALL_BUDGET, shown=False).outcome is Outcome.PROVED:
        return None
    found = _of_solved(part, thorough=thorough)
    return found if own in part.variables else tuple(_turned(each, own.name) for each in found)


def _turned(decision: Decision, name: str) -> Decision:
    """A counterexample with the opposite matrix."""
    shown = decision.counterexample
    if shown is None:
        return decision
    values = tuple((each, -value if each == name else value) for each, value in shown.values)
    return replace(decision, counterexample=replace(shown, values=values))


def _of_solved(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    made = solved(statement, partial(_has_no_root, statement))
    found = _about_matrix(made.statement, thorough=thorough)
    if made.statement is statement:
        return found
    found = named(found, made.theorems) if made.theorems else found
    return tuple(_with_images(each, made, matrix_of(statement)) for each in found)


def _has_no_root(statement: ForAll, polynomial: Expression) -> bool:
    """Whether it has none among the eigenvalues, as the hypotheses on numbers alone tell."""
    constants = matrix_of(statement).constants
    within = (sympy.Le(constants["low"], EIGENVALUE), sympy.Le(EIGENVALUE, constants["high"]))
    asked = _of_parameters(statement, sympy.Ne(polynomial, 0), EIGENVALUE, *within)
    return smt.decide(asked, budget=SMALL_BUDGET, shown=False).outcome is Outcome.PROVED


def _with_images(decision: Decision, made: Solved, matrix: Expression) -> Decision:
    """A counterexample with the vectors that the author speaks of."""
    shown = decision.counterexample
    if shown is None:
        return decision
    found = dict(shown.values)
    if matrix.name not in found:  # of the numbers alone
        return decision
    at = {symbol: found[symbol.name] for symbol in made.statement.variables if symbol.name in found}
    values = {**found, **dict(_images(made, matrix, at))}
    kept = {
        str(each)
        for each in (*made.images, *made.statement.variables)
        if not isinstance(each, VectorVariable) or each in made.images
    }
    named_ones = tuple((name, value) for name, value in values.items() if name in kept)
    return replace(decision, counterexample=replace(shown, values=named_ones))


def _images(made: Solved, matrix: Expression, at: Point) -> Iterator[tuple[str, Expression]]:
    """What each vector is, by its coordinates along the axes of a diagonal matrix."""
    eigenvalues = _entries(at[matrix], diagonal_ones=True)
    for vector, image in made.images.items():
        entries = [
            sympy.Add(
                *(
                    put(share, at) * one**power * _entries(at[base])[axis]
                    for (base, power), share in combination(image).items()
                )
            )
            for axis, one in enumerate(eigenvalues)
        ]
        yield str(vector), entries[0] if len(entries) == 1 else sympy.Tuple(*entries)


def _entries(value: Expression, *, diagonal_ones: bool = False) -> list[Expression]:
    if diagonal_ones and isinstance(value, sympy.ImmutableMatrix):
        return [value[axis, axis] for axis in range(value.rows)]
    return list(value) if isinstance(value, sympy.Tuple) else [value]


def _about_matrix(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """A small diagonal matrix that breaks it, or a proof over moments. Few are broken by a matrix
    whose eigenvalues lie between the ends alone: that takes longest, and goes last.
    """
    if not statement.then.has(Built):
        known = _of_numbers(statement)
        if known:
            return known
    each = at_each_eigenvalue(statement)
    proofs = tuple(_proofs(each, (EACH_EIGENVALUE,), thorough=thorough)) if each else ()
    if proofs:
        return proofs
    line = diagonal(statement, 1)
    found = _refuted(statement, line, 1, true_below=True)
    if found:
        return found
    true_below = all(decision.outcome is Outcome.PROVED for decision in _within_little(line))
    return (
        _refuted(statement, at_ends(statement), 2, true_below=true_below)
        or tuple(_by_moments(statement, thorough=thorough))
        or _refuted(statement, diagonal(statement, 2), 2, true_below=true_below)
        or (UNKNOWN,)
    )


def _within_little(form: ForAll) -> tuple[Decision, ...]:
    return attempt(Within(SMALL_BUDGET), form)


def _refuted(
    statement: ForAll, form: ForAll, size: int, *, true_below: bool
) -> tuple[Decision, ...]:
    """The refutation by a diagonal matrix of this size, if one is found."""
    for decision in _within_little(form):
        if decision.outcome is Outcome.REFUTED and decision.counterexample:
            broken = Broken(decision, form, dict(decision.counterexample.values), size)
            return (_diagonal_refutation(statement, broken, true_below),)
    return ()


def _of_numbers(statement: ForAll) -> tuple[Decision, ...]:
    """What the hypotheses on numbers alone decide: with others beside them, proofs only."""
    numbers = tuple(
        variable for variable in statement.variables if not isinstance(variable, General)
    )
    alone = [part for part in conjuncts(statement.given) if not part.has(Built)]
    constants = matrix_of(statement).constants
    given = sympy.And(*alone, sympy.Le(constants["low"], constants["high"]))
    decisions = attempt(smt, for_all(numbers, given, statement.then))
    whole = len(alone) == len(list(conjuncts(statement.given)))
    return tuple(decision for decision in decisions if whole or decision.outcome is Outcome.PROVED)


def _by_moments(statement: ForAll, *, thorough: bool) -> Iterator[Decision]:
    low = matrix_of(statement).constants["low"]
    nonnegative, positive = (
        _about_low(statement, relation(low, 0)) for relation in (sympy.Ge, sympy.Gt)
    )
    for first, last, needs in ranges(statement):
        form = (
            None
            if needs and not nonnegative
            else by_moments(statement, first, last, positive=positive)
        )
        if form is None:
            continue
        along = along_eigenvectors(statement, form, first, last)
        theorems = (MOMENTS, EIGENVECTORS) if along else (MOMENTS,)
        proofs = tuple(_proofs(along or form, theorems, thorough=thorough))
        if proofs:
            yield from proofs
            return


def _proofs(form: ForAll, theorems: tuple[Theorem, ...], *, thorough: bool) -> Iterator[Decision]:
    """A proof of what the statement was lowered to, and another one by a second solver."""
    for decision in attempt(Within(BUDGET, shown=False), form):
        if decision.outcome is Outcome.PROVED:
            yield from named((decision,), theorems, EVERY_SIZE)
            yield from named(proved_again(form) if thorough else (), theorems, EVERY_SIZE)


def _about_low(statement: ForAll, relation: Comparison) -> bool:
    """Whether the hypotheses on the parameters imply something of the least eigenvalue."""
    asked = _of_parameters(statement, relation)
    found = smt.decide(asked, budget=SMALL_BUDGET, shown=False)
    return found.outcome is Outcome.PROVED


def _of_parameters(
    statement: ForAll, then: Condition, number: Expression | None = None, *given: Condition
) -> ForAll:
    """What the hypotheses on numbers alone say of these, and of one more."""
    numbers = [each for each in statement.variables if not isinstance(each, General)]
    alone = [part for part in conjuncts(statement.given) if not part.has(Built)]
    more = [] if number is None else [number]
    return for_all((*numbers, *more), sympy.And(*alone, *given), then)


def _diagonal_refutation(statement: ForAll, broken: Broken, true_below: bool) -> Decision:
    found, size = broken.found, broken.dimension
    matrix = matrix_of(statement)
    at = {variable: found[variable.name] for variable in broken.form.variables}
    for axis, end in enumerate((matrix.constants["low"], matrix.constants["high"])):
        found.setdefault(f"{matrix.name} {axis + 1}", put(end, at))
    shown: list[tuple[str, Expression]] = []
    for variable in statement.variables:
        entries = (
            [found[f"{variable.name} {axis + 1}"] for axis in range(size)]
            if isinstance(variable, General)
            else [found[variable.name]]
        )
        if isinstance(variable, MatrixVariable):
            shown.append(
                (
                    variable.name,
                    entries[0] if size == 1 else sympy.ImmutableMatrix(sympy.diag(*entries)),
                )
            )
        else:
            shown.append(
                (variable.name, entries[0] if len(entries) == 1 else sympy.Tuple(*entries))
            )
    where = (
        f"false from dimension {size} on" if true_below else f"false in dimension {size} and above"
    )
    return refutation(broken, tuple(shown), where)
