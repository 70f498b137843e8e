"""Statements about limits with parameters: what they say in each case of the parameters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanFunction

from probatum.calculus.carrying_out import as_answered
from probatum.calculus.closed_value import Exact, Open, Undefined
from probatum.decide.by_closed_form.closed_forms import (
    is_of_defined,
    limit_in_cases,
    needed_of_parameters,
    open_constructs,
)
from probatum.engines.decider import Ask
from probatum.lowering.analysis.limits import Outcome
from probatum.proposition.in_place import Place, changed
from probatum.proposition.kinds import Equal, Exists, ForAll, Joined, Quantified, for_all
from probatum.proposition.parts import (
    conjuncts,
    is_scalar,
    leaves,
    rewrite,
    subpropositions,
    with_parts,
)
from probatum.proposition.sense.definedness import among_answers
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbols

KINDS = (ForAll, Exists, Joined, Equal)
TOLD = (sympy.Limit, sympy.Sum, sympy.Integral)


def by_limits(statement: Statement, ask: Ask) -> tuple[ForAll, ...]:
    """The statement for each answer that a limit in it has by the parameters; none where there is
    no such limit, or it is not known.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return ()
    for construct in open_constructs(statement.then):
        plain = evaluated(construct)
        if isinstance(plain, TOLD) and is_of_defined(plain, statement, ask):
            found = limit_in_cases(plain, statement, ask)
            known = all(not isinstance(one.found, Open) for one in found)
            if found and (known or _stands_alone(construct, statement.then)):
                first = sorted(found, key=_has_number)
                return tuple(_where(one, construct, statement) for one in first)
    return ()


def _has_number(outcome: Outcome) -> int:
    """Where there is nothing, that is told first, and where there is no number, before others."""
    if isinstance(outcome.found, Undefined):
        return 0
    return 2 if isinstance(outcome.found, Exact) and outcome.number is not None else 1


def _stands_alone(construct: Expression, then: Statement) -> bool:
    """Whether it is one side of an equality, where each answer counts; of what is not known there,
    that it is undefined is out of the question.
    """
    sides = (then.left, then.right) if isinstance(then, Equal) else then.args
    return isinstance(then, (Equal, sympy.Equality)) and construct in sides


def _where(outcome: Outcome, construct: Expression, statement: ForAll) -> ForAll:
    """The statement where a limit has one answer, with that in its place."""
    given = sympy.And(statement.given, outcome.where)
    then = rewrite(statement.then, lambda part: _placed(part, construct, outcome))
    return for_all(statement.variables, given, _of_answers(then))


def _of_answers(then: Statement) -> Statement:
    """Two sides of which one is an answer that is no number, as what these say."""
    if not isinstance(then, Equal) or then.left == then.right:
        return then
    if not all(map(is_scalar, (then.left, then.right))):
        return then
    equality = sympy.Eq(then.left, then.right, evaluate=False)
    told = among_answers(equality)
    return then if told == equality else told


def _placed(
    expression: Expression, construct: Expression, outcome: Outcome, beside: bool = True
) -> Expression:
    """What stands there with the answer in place of a limit; `beside` a sign of equality each
    answer counts.
    """

    def value(part: Expression, place: Place) -> Expression | None:
        asked = part == construct and not place.near(part)
        return as_answered(construct, outcome.found, beside=False) if asked else None

    if expression == construct:
        return as_answered(construct, outcome.found, beside=beside)
    if not expression.has(construct):
        return expression
    relation = isinstance(expression, (Relational, sympy.Tuple))
    if not relation and not isinstance(expression, BooleanFunction):
        return changed(expression, value)
    parts = (_placed(part, construct, outcome, relation) for part in expression.args)
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    made = expression.func(*parts, **options)
    return among_answers(made) if isinstance(made, sympy.Equality) else made


@dataclass(frozen=True, slots=True)
class _Around:
    """What is bound around a condition, and supposed there; `ask` decides what follows.

    supposing: whether what has no value is not met here, as among hypotheses.
    """

    ask: Ask
    variables: Symbols = ()
    given: Condition = sympy.true
    supposing: bool = False

    @property
    def statement(self) -> ForAll:
        return for_all(self.variables, self.given, sympy.true)


def with_limits_told(statement: Statement, ask: Ask) -> Statement:
    """The statement with what is said of limits among hypotheses, of what there is and in what is
    joined as what that says in each case of the parameters: right at all values of these.
    """
    kinds = all(isinstance(part, KINDS) for part in subpropositions(statement))
    if not kinds or not any(map(_has_limit, leaves(statement))):
        return statement
    if isinstance(statement, ForAll) and _is_plain(statement.then):  # `by_limits` takes it
        told = _told(statement.given, _Around(ask, statement.variables, supposing=True))
        return with_parts(statement, given=told)
    return _told_inside(statement, _Around(ask))


def _has_limit(leaf: Expression) -> bool:
    return isinstance(leaf, sympy.Basic) and leaf.has(*TOLD)


def _is_plain(then: Statement) -> bool:
    return isinstance(then, (Boolean, Equal))


def _told_inside(stated: Statement, around: _Around) -> Statement:
    match stated:
        case Quantified():
            variables = (*around.variables, *stated.variables)
            inside = replace(around, variables=variables, supposing=True)
            given = _told(stated.given, inside)
            known = sympy.And(around.given, *_without_limits(stated.given))
            supposing = isinstance(stated, Exists)
            then = _told_inside(stated.then, replace(inside, given=known, supposing=supposing))
            return with_parts(stated, given=given, then=then)
        case Joined():
            inside = replace(around, supposing=False)
            parts = (_told_inside(part, inside) for part in stated.parts)
            return with_parts(
                stated,
                parts=tuple(
                    for_all((), sympy.true, part) if isinstance(part, Boolean) else part
                    for part in parts
                ),
            )
        case Equal() if is_scalar(stated.left) and is_scalar(stated.right):
            relation = sympy.Eq(stated.left, stated.right, evaluate=False)
            told = _told(relation, around)
            return stated if told == relation else told
        case Boolean():
            return _told(stated, around)
    return stated


def _without_limits(given: Condition) -> Iterator[Condition]:
    return (part for part in conjuncts(given) if not part.has(*TOLD))


def _told(condition: Condition, around: _Around) -> Condition:
    """A condition with what it says of limits told."""
    if isinstance(condition, sympy.And):
        known = sympy.And(around.given, *_without_limits(condition))
        around = replace(around, given=known) if around.supposing else around
    elif not isinstance(condition, sympy.Or):
        around = replace(around, supposing=around.supposing and isinstance(condition, Relational))
    if isinstance(condition, BooleanFunction):
        return condition.func(*(_told(part, around) for part in condition.args))
    if not isinstance(condition, Relational):
        return condition
    for construct in open_constructs(condition):
        needed = needed_of_parameters(evaluated(construct)) if around.supposing else sympy.true
        there = replace(around, given=sympy.And(around.given, needed))
        cases = _cases(construct, there)
        if cases:
            told = (_in_case(one, construct, condition, there) for one in cases)
            return sympy.And(needed, sympy.Or(*told))
    return condition


def _cases(construct: Expression, around: _Around) -> tuple[Outcome, ...]:
    """What a limit is in each case, where all of that is known."""
    plain, statement = evaluated(construct), around.statement
    if not isinstance(plain, TOLD) or not plain.free_symbols <= {*around.variables}:
        return ()
    if not is_of_defined(plain, statement, around.ask):
        return ()
    found = limit_in_cases(plain, statement, around.ask)
    return () if any(isinstance(one.found, Open) for one in found) else found


def _in_case(
    outcome: Outcome, construct: Expression, relation: Condition, around: _Around
) -> Condition:
    """That the case is there, and what the relation says in it."""
    there = replace(around, given=sympy.And(around.given, outcome.where))
    number = isinstance(outcome.found, Exact) and outcome.number is not None
    answers = isinstance(relation, sympy.Equality) and construct in relation.args
    if around.supposing and not number and not answers:
        return sympy.false
    placed = _placed(relation, construct, outcome)
    if around.supposing and isinstance(outcome.found, Undefined):
        return sympy.false
    return sympy.And(outcome.where, _told(placed, there))
