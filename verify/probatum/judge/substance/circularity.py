"""Finds conditions that repeat the statement that they are the condition of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy
from sympy.core.relational import Relational

from probatum.judge.substance.any_sides import repeats_anyhow, stricter_anyhow
from probatum.judge.substance.by_sign import by_its_sign
from probatum.judge.substance.dressed import undressed, without_factor
from probatum.judge.substance.in_other_terms import in_other_terms
from probatum.judge.substance.plainness import weight
from probatum.judge.substance.respelled import Supposing
from probatum.judge.substance.told_alike import put_in, told_alike
from probatum.proposition.canonical import normal
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import All, Equal, ForAll, Joined
from probatum.proposition.parts import is_scalar
from probatum.proposition.written import OPERATORS, Written, evaluated
from probatum.type_names import Condition, Statement

SeenAs = Callable[[Condition, Condition], Condition]


def circular(condition: Condition, statement: Statement) -> bool:
    """Whether the condition, as it is written or worked out, is the statement or has it as a
    part, up to flipping, squaring and moving terms, to functions that rise or fall and are
    applied to both of its sides, to factors that are never zero, to what hangs on nothing but the
    difference of its sides, and to what is so of any two numbers in the place of these, or is
    the statement with something to spare; also where an equation tells it of another variable, or
    where it is equivalent and not plainer.

    A sharp condition says the same as the statement by definition;
    what it must not be is the statement in other signs. It may well be the plainer one of both,
    also by what multiplying out leaves.
    """
    then = _condition(statement.then) if isinstance(statement, ForAll) else None
    if then is None:
        return False
    if _is_plainer(condition, then):
        return normal(_worked_out(condition)) in map(normal, _forms(_worked_out(then)))
    supposed = _conjuncts(statement.given)
    return any(
        _has(_conjuncts(form) | supposed, wanted)
        for wanted in dict.fromkeys((then, _worked_out(then)))
        for stated in dict.fromkeys((condition, _worked_out(condition)))
        for option in _options(stated)
        for form in _said_otherwise(option, wanted)
    ) or any(repeats(condition, statement) for repeats in REPEATING)


def supposes_otherwise(statement: Statement) -> bool:
    """Whether each thing that a statement concludes is one that it supposes, with remainders,
    rounding or lengths written otherwise, or of a variable that it sets equal; what it supposes by
    algebra may well be all that it needs.
    """
    then = _condition(statement.then) if isinstance(statement, ForAll) else None
    if then is None:
        return False
    given = _without_not(statement.given)
    return (_conjuncts(then) <= _conjuncts(given) and not _same_by_algebra(then, given)) or any(
        _moved(put) <= _moved(rest) for rest, put in put_in(given, then)
    )


def _same_by_algebra(then: Condition, given: Condition) -> bool:
    """Whether multiplying out shows a conclusion among the hypotheses."""
    wanted, supposed = (
        {normal(each.func(sympy.expand(each.lhs - each.rhs), 0)) for each in relations}
        for relations in (then.atoms(Relational), given.atoms(Relational))
    )
    return wanted <= supposed


def _moved(condition: Condition) -> frozenset[object]:
    return frozenset(map(normal, sympy.And.make_args(condition)))


def _repeats_by_an_equation(condition: Condition, statement: ForAll) -> bool:
    """Whether a condition has the statement as a part, once an equation of it is put in."""
    then = _condition(statement.then)
    return then is not None and any(
        _has(_conjuncts(rest), put) for rest, put in put_in(_without_not(condition), then)
    )


def _repeats_its_sides(condition: Condition, statement: ForAll) -> bool:
    """Whether a part of it compares what the statement does, in other terms that are not much
    plainer, as n mod 2 is beside n^2 mod 2.
    """
    then = _condition(statement.then)
    if then is None or 2 * weight(condition)[0] <= weight(then)[0] > 0:
        return False
    then = _worked_out(then)
    return any(in_other_terms(each, then, statement) for each in _options(_worked_out(condition)))


def respelled(condition: Condition, statement: ForAll) -> bool:
    """Whether the statement comes to a condition that is not plainer."""
    then = _condition(statement.then)
    if then is None:
        return False
    supposing = Supposing(tuple(statement.variables), statement.given)
    return supposing.respells(_without_not(condition), then)


REPEATING = (
    repeats_anyhow,
    stricter_anyhow,
    _repeats_by_an_equation,
    _repeats_its_sides,
    respelled,
)


def _is_plainer(condition: Condition, then: Condition) -> bool:
    """Whether a condition has half the operations of a relation at most: then it may be what is
    left of it when it is multiplied out, as x y <= 0 is of (x + y)^2 <= x^2 + y^2.
    """
    return isinstance(then, Relational) and bool(2 * condition.count_ops() <= then.count_ops())


def _worked_out(condition: Condition) -> Condition:
    """The condition with its arithmetic carried out; as it is where more than that stands in it,
    or where nothing of its variables would be left.
    """
    standing = condition.atoms(Written)
    if not standing or any(part.operation not in OPERATORS for part in standing):
        return condition
    result = evaluated(condition)
    relations = result.atoms(Relational)
    return result if relations and all(each.free_symbols for each in relations) else condition


def _said_otherwise(option: Condition, wanted: Condition) -> Iterator[Condition]:
    yield option
    yield undressed(option)
    for seen_as in (without_factor, by_its_sign):
        yield _by_parts(option, wanted, seen_as)


def _by_parts(condition: Condition, then: Condition, seen_as: SeenAs) -> Condition:
    """Each conjunct as the part of the statement that it is seen as."""
    parts = list(sympy.And.make_args(condition))
    for part in sympy.And.make_args(then):
        parts = [seen_as(one, part) for one in parts]
    return sympy.And(*parts, evaluate=False)


def _has(parts: frozenset[object], then: Statement) -> bool:
    """Whether each conjunct of the statement is among the parts,
    as it is or in one of its other forms.
    """
    return all(
        any(_conjuncts(form) <= parts for form in _forms(part))
        or (isinstance(part, sympy.Or) and any(_has(parts, each) for each in part.args))
        for part in sympy.And.make_args(then)
    )


def _forms(part: Condition) -> Iterator[Condition]:
    """The relation itself, with both sides squared or taken absolutely, an equation as two
    inequalities, and an inequality as a stricter one or an equation, or a looser one without it.
    """
    yield part
    if isinstance(part, Relational):
        yield part.func(part.lhs**2, part.rhs**2, evaluate=False)
        yield part.func(sympy.Abs(part.lhs), sympy.Abs(part.rhs), evaluate=False)
    if isinstance(part, sympy.Equality):
        yield sympy.And(
            sympy.Le(part.lhs, part.rhs, evaluate=False),
            sympy.Ge(part.lhs, part.rhs, evaluate=False),
        )
    if isinstance(part, sympy.Unequality):
        yield sympy.Or(
            sympy.Lt(part.lhs, part.rhs, evaluate=False),
            sympy.Gt(part.lhs, part.rhs, evaluate=False),
        )
    if isinstance(part, (sympy.LessThan, sympy.GreaterThan)):
        yield sympy.Or(
            sympy.Lt(part.lts, part.gts, evaluate=False),
            sympy.Eq(part.lhs, part.rhs, evaluate=False),
        )
    if isinstance(part, (sympy.StrictLessThan, sympy.StrictGreaterThan)):
        yield sympy.And(
            sympy.Le(part.lts, part.gts, evaluate=False),
            sympy.Ne(part.lhs, part.rhs, evaluate=False),
        )


def _condition(then: Statement) -> Condition | None:
    """A statement without inner variables as one condition; None for others."""
    match then:
        case All():
            parts = [_condition(part) for part in then.parts]
            return None if None in parts else sympy.And(*parts)
        case Equal() if is_scalar(then.left) and is_scalar(then.right):
            return sympy.Eq(then.left, then.right, evaluate=False)
        case ForAll() if not then.variables:
            return _condition(then.then)
        case Joined():
            said = condition_of(then)
            return None if said is None else _without_not(said)
    return _without_not(then) if isinstance(then, sympy.logic.boolalg.Boolean) else None


def _options(condition: Condition) -> tuple[Condition, ...]:
    """The condition, and each of the cases that it joins by `Or`."""
    condition = _without_not(condition)
    return (condition, *condition.args) if isinstance(condition, sympy.Or) else (condition,)


def _without_not(condition: Condition) -> Condition:
    """The condition with `Not` and `Implies` carried out, however often they were written."""
    if isinstance(condition, sympy.Not):
        inner = condition.args[0]
        if isinstance(inner, Relational):
            return inner.negated
        return (
            _without_not(inner.args[0])
            if isinstance(inner, sympy.Not)
            else sympy.to_nnf(condition, simplify=False)
        )
    if isinstance(condition, (sympy.And, sympy.Or)):
        return condition.func(*map(_without_not, condition.args))
    return sympy.to_nnf(condition, simplify=False)


def _conjuncts(condition: Condition) -> frozenset[object]:
    return frozenset(map(_normal, sympy.And.make_args(_without_not(condition))))


def _normal(condition: Condition) -> object:
    """One form for what differs by moved and multiplied out terms, and by how remainders and
    lengths are written, only.
    """
    if isinstance(condition, (sympy.And, sympy.Or)):
        return type(condition).__name__, frozenset(map(_normal, condition.args))
    if not isinstance(condition, Relational):
        return normal(condition)
    difference = told_alike(condition.lhs - condition.rhs)
    return normal(condition.func(difference, 0, evaluate=False))
