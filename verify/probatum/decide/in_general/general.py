"""Decides statements about vectors, functions of a class, matrices and what is random,
by what theorems make of them over numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import sympy

from probatum.decide.in_general.chance import about_random
from probatum.decide.in_general.chosen_numbers import with_chosen_numbers
from probatum.decide.in_general.chosen_terms import with_chosen_terms
from probatum.decide.in_general.each_case import in_each_case
from probatum.decide.in_general.inner_products import about_vectors
from probatum.decide.in_general.irrational import by_rational_numbers
from probatum.decide.in_general.line_search import along_line
from probatum.decide.in_general.multipliers import by_multipliers
from probatum.decide.in_general.of_independent import of_independent
from probatum.decide.in_general.random_vectors import AboutVectors
from probatum.decide.in_general.spectrum import about_matrix
from probatum.decide.in_general.whole_numbers import at_whole_numbers
from probatum.decide.sense.averages import check_derivatives, undefined_on_average, where_defined
from probatum.decide.sense.well_posed_in_general import as_witness, undefined, vacuous
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import (
    NAME,
    UNSHOWN,
    in_its_own,
    named,
    of_opposite,
    together,
)
from probatum.decision import DEFINEDNESS, Decision, Outcome, Reason
from probatum.engines.decider import Ask
from probatum.engines.multipliers.linear import squared
from probatum.errors import DefinitionError, UndefinedError
from probatum.lowering.chance.jointly import with_dependence
from probatum.lowering.chance.random_variables import is_random
from probatum.lowering.chance.two_values import ONE_OF_TWO, of_zero_or_one
from probatum.lowering.classes.equal_constants import by_constants
from probatum.lowering.classes.members import with_projections
from probatum.lowering.classes.one_curvature import SQUARE, without_one_curvature
from probatum.lowering.classes.quadratics import HESSIAN, without_quadratics
from probatum.lowering.classes.repeated_steps import STEPS, step_by_step
from probatum.lowering.matrices.moments import matrix_of
from probatum.lowering.rewriting.roots import without_roots
from probatum.lowering.theorem import Theorem
from probatum.lowering.vectors import coefficients
from probatum.lowering.vectors.existence import by_existence
from probatum.lowering.vectors.gram import lower
from probatum.lowering.vectors.vector_equations import in_lengths
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Equal, Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, leaves, rewrite, subpropositions, with_parts
from probatum.proposition.phrases.symmetric import MatrixVariable
from probatum.proposition.sense.obligations import obligations, where_supposed
from probatum.proposition.subjects.domains import Built, General
from probatum.proposition.subjects.functions import Member, Value
from probatum.type_names import Authored, Expression, Statement

NO_VECTORS = (
    "certificate=: got multipliers for a statement of another kind, "
    "wanted one about vectors and functions of a class"
)
Multipliers = Mapping[Authored, Expression]  # by what they multiply
CLOSED = {sympy.StrictLessThan: sympy.Le, sympy.StrictGreaterThan: sympy.Ge}


def is_general(statement: Statement) -> bool:
    """Whether a statement speaks of vectors, functions of a class, operators or matrices."""
    bound = {
        variable
        for part in subpropositions(statement)
        for variable in getattr(part, "variables", ())
    }
    return any(isinstance(variable, General) for variable in bound) or any(
        _speaks(leaf) for leaf in leaves(statement)
    )


def _speaks(leaf: Expression) -> bool:
    return isinstance(leaf, sympy.Basic) and bool(leaf.has(Built, Member))


def flat(statement: Statement) -> ForAll:
    """One quantifier with all variables, and a condition inside;
    raises DefinitionError for what is none.
    """
    if isinstance(statement, ForAll) and isinstance(statement.then, ForAll):
        inner = statement.then
        variables, given = (
            (*statement.variables, *inner.variables),
            sympy.And(statement.given, inner.given),
        )
        return flat(for_all(variables, given, inner.then))
    if isinstance(statement, ForAll) and isinstance(statement.then, Equal):
        then = sympy.Eq(statement.then.left, statement.then.right, evaluate=False)
        return flat(for_all(statement.variables, statement.given, then))
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, sympy.logic.boolalg.Boolean
    ):
        inside = type(statement.then if isinstance(statement, ForAll) else statement).__name__
        raise DefinitionError(
            f"got {inside} about vectors or functions, wanted ForAll(..., then=) "
            "with a relation, or relations joined"
        )
    return statement


def multipliers_of(statement: Statement) -> Multipliers | None:
    """What the author says to add, of a statement that is as it was written."""
    return statement.certificate if isinstance(statement, ForAll) else None


def decide(
    statement: Statement, *, thorough: bool, ask: Ask, multipliers: Multipliers | None = None
) -> tuple[Decision, ...]:
    """The decisions on a statement as its author wrote it; raises UndefinedError where it is
    undefined at an admitted point.

    ask: decides a statement about numbers, as thoroughly.
    """
    found = _decide(statement, thorough=thorough, ask=ask, multipliers=multipliers)
    decisions = tuple(_of_whole_numbers(in_its_own(decision), statement) for decision in found)
    if any(decision.reason == Reason.NOT_PUT_BACK for decision in decisions):
        decided = partial(decide, thorough=False, ask=ask)
        return at_whole_numbers(statement, decided) or decisions
    return decisions


def _of_whole_numbers(decision: Decision, statement: Statement) -> Decision:
    """Numbers that were lowered to real ones show nothing where they are to be integers, and are
    not.
    """
    whole = {variable.name for variable in statement.variables if variable.is_integer}
    shown = decision.counterexample.values if decision.counterexample else ()
    if all(getattr(value, "is_integer", True) for name, value in shown if name in whole):
        return decision
    return replace(
        decision, outcome=Outcome.UNDECIDED, reason=Reason.NOT_PUT_BACK, counterexample=None
    )


def _decide(
    statement: Statement, *, thorough: bool, ask: Ask, multipliers: Multipliers | None = None
) -> tuple[Decision, ...]:
    about = partial(decide, thorough=thorough, ask=ask)
    for choosing in (with_chosen_numbers, with_chosen_terms):
        chosen = choosing(statement, ask, about)
        if chosen is not None:
            return chosen
    statement = where_supposed(statement)
    if any(isinstance(variable, MatrixVariable) for variable in statement.variables):
        statement = rewrite(statement, in_lengths)
    statement = with_projections(statement)
    stated = plain(statement)
    about_some = isinstance(stated, Exists) and isinstance(stated.then, sympy.logic.boolalg.Boolean)
    asked = as_witness(statement, stated) if about_some else flat(stated)
    cases, formed = by_existence(asked), _in_forms(asked, multipliers)
    if len(cases) > 1 and (formed is not None or not is_random(asked)):
        doubt = undefined(statement, asked, partial(decide, thorough=False, ask=ask))
        apart = [_decide(case, thorough=thorough, ask=ask) for case in cases]
        return (doubt,) if doubt else in_each_case(apart, every=isinstance(asked, ForAll))
    if formed is not None:
        by_forms, theorem = formed
        doubt = undefined(statement, asked, partial(decide, thorough=False, ask=ask))
        found = decide(by_forms, thorough=thorough, ask=ask, multipliers=multipliers)
        return (doubt,) if doubt else named(found, (theorem,))
    if isinstance(asked, Exists):
        return _there_is(statement, thorough=thorough, ask=ask)
    if multipliers is not None and (is_random(asked) or matrix_of(asked) is not None):
        raise DefinitionError(NO_VECTORS)
    if is_random(asked):
        return _about_random(flat(statement), ask, partial(_about_vectors, thorough=thorough))
    if multipliers is not None:
        return _by_author(statement, asked, multipliers)
    return _about_vectors(statement, asked, thorough=thorough)


def _in_forms(
    asked: ForAll | Exists, multipliers: Multipliers | None
) -> tuple[Statement, Theorem] | None:
    """The statement with forms in place of functions that are determined by these; None where it
    has none, or its author multiplies their conditions.
    """
    by_hessian = without_quadratics(asked)
    if by_hessian is not asked:
        return by_hessian, HESSIAN
    squares = without_one_curvature(asked)
    return (squares, SQUARE) if squares is not asked and multipliers is None else None


def _about_random(written: ForAll, ask: Ask, about: AboutVectors) -> tuple[Decision, ...]:
    """What is found of the statement where it is defined as written."""
    dependent = with_dependence(written)
    if dependent is not None:
        return of_independent(written, dependent, lambda stated: _about_random(stated, ask, about))
    made = of_zero_or_one(written)
    if made is not None:
        return named(_about_random(made, ask, about), (ONE_OF_TWO,))
    check_derivatives(written)
    written = where_defined(written)
    doubt = undefined_on_average(written, ask, lambda stated: about_random(stated, ask, about))
    return (doubt,) if doubt else about_random(plain(written), ask, about)


def _some_random(written: ForAll, ask: Ask, about: AboutVectors) -> tuple[Decision, ...]:
    """The same of the opposite of what there is: where it is undefined is no witness, and no
    error.
    """
    try:
        return _about_random(where_defined(written, wholly=True), ask, about)
    except UndefinedError as error:
        return (Decision(DEFINEDNESS, Outcome.UNDECIDED, str(error)),)


def _there_is(statement: Exists, *, thorough: bool, ask: Ask) -> tuple[Decision, ...]:
    """Whether there are such vectors, functions or distributions: what breaks the opposite is a
    witness.
    """
    written = for_all(statement.variables, statement.given, sympy.Not(statement.then))
    if is_random(written):
        found = _some_random(written, ask, partial(_about_vectors, thorough=thorough))
    else:
        needed = [plain(obligation.then) for obligation in obligations(written)]
        opposite = with_parts(plain(written), given=sympy.And(plain(written.given), *needed))
        doubt = undefined(opposite, opposite, _quickly)
        found = (doubt,) if doubt else _asked(opposite, thorough=thorough)
    return tuple(map(of_opposite, found)) or (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def _by_author(
    statement: Statement, asked: ForAll, multipliers: Multipliers
) -> tuple[Decision, ...]:
    """By the author's own multipliers, where the statement is defined and not about nothing."""
    doubt = undefined(statement, asked, _quickly) or vacuous(asked)
    return (doubt or by_multipliers(squared(lower(asked)), multipliers),)


def _about_vectors(statement: Statement, asked: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Where it is defined and not about nothing, by Gram matrices or moments."""
    doubt = undefined(statement, asked, _quickly)
    if doubt:
        return (doubt,)
    cases = by_existence(asked)
    if len(cases) > 1:
        return in_each_case([_about_vectors(case, case, thorough=thorough) for case in cases])
    asked, meant = without_roots(coefficients.with_named_coefficients(asked))
    doubt = vacuous(asked)
    if doubt:
        return (doubt,)
    found = _by_constants(asked, thorough=thorough) or _asked(asked, thorough=thorough)
    return tuple(_as_meant(decision, meant) for decision in found)


def _by_constants(asked: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Proofs for constants of a class that differ, and for those that are equal; or values with
    constants that differ which break it.
    """
    parts = by_constants(asked)
    if parts is None:
        return ()
    less, equal = parts
    found = _asked(less, thorough=thorough)
    if any(each.outcome is Outcome.REFUTED for each in found):
        return found
    proved = tuple(each for each in found if each.outcome is Outcome.PROVED)
    of_one = _asked(equal, thorough=thorough) if proved else ()
    same = named(tuple(each for each in of_one if each.outcome is Outcome.PROVED), (SQUARE,))
    pairs = zip(proved, same, strict=False)  # each proof of the one with another of the other
    return tuple(both for pair in pairs for both in together([(proof,) for proof in pair]))


def _as_meant(decision: Decision, meant: dict[Expression, Expression]) -> Decision:
    """The counterexample with the author's parameters in place of their roots."""
    if decision.counterexample is None:
        return decision
    known = {
        name: value
        for name, value in decision.counterexample.values
        if not name.startswith(coefficients.NAME)
    }
    at = {
        symbol: known[symbol.name]
        for value in meant.values()
        for symbol in value.free_symbols
        if symbol.name in known
    }
    values = [(name, value) for name, value in known.items() if not name.startswith("√")]
    values += [(parameter.name, value.xreplace(at)) for parameter, value in meant.items()]
    return replace(decision, counterexample=replace(decision.counterexample, values=tuple(values)))


def _quickly(stated: ForAll) -> tuple[Decision, ...]:
    return _asked(flat(plain(stated)), thorough=False)


def _asked(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """By moments where there is a matrix, else over inner products."""
    cases = by_existence(statement)
    if len(cases) > 1:
        return in_each_case([_asked(case, thorough=thorough) for case in cases])
    statement = coefficients.with_named_constructs(statement)
    if matrix_of(statement) is not None:
        return about_matrix(statement, thorough=thorough)
    asked = partial(_asked, thorough=thorough)
    stepwise = _step_by_step(statement, thorough=thorough) or along_line(statement, asked)
    if stepwise:
        return stepwise
    found = about_vectors(statement, thorough=thorough)
    if any(decision.outcome is not Outcome.UNDECIDED for decision in found):
        return found
    near = by_rational_numbers(squared(lower(statement)))
    if near:
        return (near,)
    return (
        _in_each_order(statement, thorough=thorough)
        or _in_each_alternative(statement, thorough=thorough)
        or _supposed_less(statement, thorough=thorough)
        or found
    )


def _step_by_step(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Proofs of a bound on several steps, by one on each of them."""
    made = step_by_step(statement)
    if made is None or not all(map(_is_shown, made.rates)):
        return ()
    found = []
    for bound in made.bounds:
        decisions = _asked(bound, thorough=thorough)
        found.append(tuple(each for each in decisions if each.outcome is Outcome.PROVED))
        if not found[-1]:
            return ()
    return named(found[0] if len(found) == 1 else together(found), (STEPS,))


def _is_shown(about_numbers: ForAll) -> bool:
    found = attempt(UNSHOWN, about_numbers)
    shown = any(each.outcome is Outcome.PROVED for each in found)
    return bool(about_numbers.then == sympy.true) or shown


def _supposed_less(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """Proved of what is supposed with equality too."""
    less = [
        CLOSED[part.func](*part.args, evaluate=False)
        if part.func in CLOSED and part.has(Built)
        else part
        for part in conjuncts(statement.given)
    ]
    weaker = with_parts(statement, given=sympy.And(*less))
    if weaker.given == statement.given:
        return ()
    found = _asked(weaker, thorough=thorough)
    return tuple(each for each in found if each.outcome is Outcome.PROVED)


def _in_each_alternative(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """By each of several ranges in which numbers are supposed to lie."""
    parts = conjuncts(statement.given)
    ranges = [part for part in parts if isinstance(part, sympy.Or) and not part.has(Built, General)]
    if not ranges:
        return ()
    others = [part for part in parts if part != ranges[0]]
    found = [
        _asked(with_parts(statement, given=sympy.And(*others, one)), thorough=thorough)
        for one in ranges[0].args
    ]
    return together(found)


def _in_each_order(statement: ForAll, *, thorough: bool) -> tuple[Decision, ...]:
    """By which of two values of functions is larger, where the larger one, or the smaller, is
    spoken of.
    """
    extremes = [each for each in statement.then.atoms(sympy.Max, sympy.Min) if each.has(Value)]
    if len(extremes) != 1 or len(extremes[0].args) != 2:
        return ()
    (extreme,) = extremes
    relation = sympy.Ge if isinstance(extreme, sympy.Max) else sympy.Le
    found = []
    for one, other in (extreme.args, extreme.args[::-1]):
        given = sympy.And(statement.given, relation(one, other, evaluate=False))
        then = statement.then.xreplace({extreme: one})
        found.append(_asked(with_parts(statement, given=given, then=then), thorough=thorough))
    return together(found)
