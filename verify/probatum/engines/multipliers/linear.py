"""A problem over inner products as linear forms: its cases without extremes and roots,
each with claims and conditions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.problem import NamedCondition, Problem
from probatum.proposition.parts import conjuncts
from probatum.proposition.reading.sentences import words_of
from probatum.type_names import Condition, Expression, Matrix

EXTREMES = (sympy.Abs, sympy.Max, sympy.Min)
MOST_CASES = 8


class NotLinearError(Exception):
    """A claim that is not linear in inner products and values."""


@dataclass(frozen=True, slots=True)
class Form:
    """A linear form: a symmetric matrix for the inner products, a number for each value,
    and a constant; all of the parameters.
    """

    matrix: Matrix
    values: tuple[Expression, ...]
    constant: Expression


@dataclass(frozen=True, slots=True)
class Linear:
    """That one of the claims is at least zero where the parameters are as given and the conditions
    hold.
    """

    problem: Problem
    given: Condition
    claims: tuple[Form, ...]
    conditions: tuple[Form, ...]
    equations: tuple[bool, ...]


def squared(problem: Problem) -> Problem:
    """The problem with the squares of two sides that are multiples of lengths,
    in the goal and in conditions.
    """
    conditions = tuple(
        replace(each, expression=_squared_difference(each.expression, problem))
        for each in problem.conditions
    )
    goal = problem.goal
    if isinstance(goal, (sympy.LessThan, sympy.GreaterThan)):
        sides = _squared_sides(goal.lts, goal.gts, problem)
        goal = sympy.LessThan(*sides, evaluate=False) if sides else goal
    return replace(problem, goal=goal, conditions=conditions)


def _squared_difference(difference: Expression, problem: Problem) -> Expression:
    """A difference of two such sides as that of their squares, which has the same sign."""
    terms = sympy.Add.make_args(difference)
    negative = [term for term in terms if term.could_extract_minus_sign()]
    high = sympy.Add(*(term for term in terms if term not in negative))
    sides = _squared_sides(-sympy.Add(*negative), high, problem)
    return sides[1] - sides[0] if sides else difference


def _squared_sides(
    low: Expression, high: Expression, problem: Problem
) -> tuple[Expression, Expression] | None:
    """The squares of sides that are not below zero, one of which at least is a length."""
    entries = set(problem.entries)
    if not any(_is_length(part, entries) for part in (low + high).atoms(sympy.Pow)):
        return None
    low, high = (_of_length(side, entries, problem.given) for side in (low, high))
    return None if low is None or high is None else (low, high)


def _of_length(side: Expression, entries: set[Expression], given: Condition) -> Expression | None:
    """The square of a length times something that is not negative;
    None for what is no such thing.
    """
    if not side.free_symbols & entries:
        known = side.is_nonnegative or side == 0 or sign_under(side, given)[0] > 0
        return _square(side) if known else None
    roots = [factor for factor in sympy.Mul.make_args(side) if _is_length(factor, entries)]
    rest = sympy.Mul(*(factor for factor in sympy.Mul.make_args(side) if factor not in roots))
    if len(roots) != 1 or rest.free_symbols & entries:
        return None
    if not (rest.is_nonnegative or sign_under(rest, given)[0] > 0):
        return None
    return _square(rest) * roots[0].base


def _is_length(factor: Expression, entries: set[Expression]) -> bool:
    return (
        isinstance(factor, sympy.Pow)
        and factor.exp == sympy.Rational(1, 2)
        and bool(factor.base.free_symbols & entries)
    )


def _square(factor: Expression) -> Expression:
    """The square, inside extremes of what is not negative."""
    if isinstance(factor, (sympy.Max, sympy.Min)) and all(
        part.is_nonnegative for part in factor.args
    ):
        return factor.func(*map(_square, factor.args))
    return factor.args[0] ** 2 if isinstance(factor, sympy.Abs) else factor**2


def supposing_less(problem: Problem) -> Problem:
    """The problem with those of its hypotheses that are linear, strict ones with equality too: what
    is shown of it is shown of the problem.
    """
    if problem.also == sympy.true:
        return problem
    strict = [
        NamedCondition(words_of(part), part.gts - part.lts)
        for part in conjuncts(problem.also)
        if isinstance(part, (sympy.StrictLessThan, sympy.StrictGreaterThan))
    ]
    linear = tuple(each for each in strict if _is_linear(problem, each.expression))
    return replace(problem, conditions=(*problem.conditions, *linear), also=sympy.true)


def _is_linear(problem: Problem, expression: Expression) -> bool:
    try:
        return bool(_form(problem, expression))
    except NotLinearError:
        return False


def cases(problem: Problem) -> list[Linear]:
    """All cases together say what the problem says; raises NotLinearError where that is not
    linear.
    """
    if problem.also != sympy.true:
        raise NotLinearError
    found = []
    for given, goal, conditions in _without_extremes(problem):
        for alternatives in _alternatives(goal):
            claims = tuple(_form(problem, relation.gts - relation.lts) for relation in alternatives)
            forms = tuple(_form(problem, condition.expression) for condition in conditions)
            found.append(
                Linear(
                    problem,
                    given,
                    claims,
                    forms,
                    tuple(condition.equation for condition in conditions),
                )
            )
        if len(found) > MOST_CASES:
            raise NotLinearError
    return found


def _without_extremes(
    problem: Problem,
) -> Iterator[tuple[Condition, Condition, tuple[NamedCondition, ...]]]:
    """The cases in which absolute values and extremes of parameters are one of their arguments."""
    waiting = [(problem.given, problem.goal, problem.conditions)]
    parameters = set(problem.parameters)
    while waiting:
        given, goal, conditions = waiting.pop()
        atoms = [goal, *(condition.expression for condition in conditions)]
        extremes = sorted(
            (e for atom in atoms for e in atom.atoms(*EXTREMES) if e.free_symbols <= parameters),
            key=sympy.default_sort_key,
        )
        inner = [
            extreme
            for extreme in extremes
            if not any(argument.has(*EXTREMES) for argument in extreme.args)
        ]
        if not inner:
            yield given, goal, conditions
            continue
        for supposed, value in _one_of(inner[0]):
            put = {inner[0]: value}
            changed = tuple(
                NamedCondition(each.name, each.expression.xreplace(put), each.equation)
                for each in conditions
            )
            waiting.append((sympy.And(given, supposed), goal.xreplace(put), changed))


def _one_of(extreme: Expression) -> Iterator[tuple[Condition, Condition]]:
    if isinstance(extreme, sympy.Abs):
        yield sympy.Ge(extreme.args[0], 0), extreme.args[0]
        yield sympy.Le(extreme.args[0], 0), -extreme.args[0]
        return
    for chosen in extreme.args:
        relation = sympy.Ge if isinstance(extreme, sympy.Max) else sympy.Le
        yield (
            sympy.And(*(relation(chosen, other) for other in extreme.args if other is not chosen)),
            chosen,
        )


def _alternatives(goal: Condition) -> Iterator[tuple[Condition, ...]]:
    """Lists of inequalities; the goal says that of each list one holds."""
    match goal:
        case sympy.And():
            for part in goal.args:
                yield from _alternatives(part)
        case sympy.Or():
            inner = [list(_alternatives(part)) for part in goal.args]
            if any(len(lists) != 1 for lists in inner):
                raise NotLinearError
            yield tuple(relation for lists in inner for relation in lists[0])
        case sympy.Equality():
            yield (sympy.LessThan(goal.lhs, goal.rhs, evaluate=False),)
            yield (sympy.GreaterThan(goal.lhs, goal.rhs, evaluate=False),)
        case sympy.LessThan() | sympy.GreaterThan():
            yield from _of_extremes(goal)
        case _:
            raise NotLinearError


def _of_extremes(relation: Relational) -> Iterator[tuple[Condition, ...]]:
    """min(a, b) <= t as one of a <= t, b <= t; max(a, b) <= t as both of them, as |a| <= t is of
    a and -a.
    """
    low, high = relation.lts, relation.gts
    several = [(low, sympy.Min), (high, (sympy.Max, sympy.Abs))]
    both = [(low, (sympy.Max, sympy.Abs)), (high, sympy.Min)]
    for side, kinds in several:
        if isinstance(side, kinds):
            yield tuple(_with_side(relation, side, part) for part in _parts(side))
            return
    for side, kinds in both:
        if isinstance(side, kinds):
            yield from ((_with_side(relation, side, part),) for part in _parts(side))
            return
    yield (relation,)


def _parts(extreme: Expression) -> tuple[Expression, ...]:
    """What an extreme is the largest or the smallest of."""
    if isinstance(extreme, sympy.Abs):
        return extreme.args[0], -extreme.args[0]
    parts: tuple[Expression, ...] = extreme.args
    return parts


def _with_side(relation: Relational, side: Expression, part: Expression) -> Condition:
    return relation.func(
        *(part if each is side else each for each in relation.args), evaluate=False
    )


def _form(problem: Problem, expression: Expression) -> Form:
    entries, values = problem.entries, problem.values
    try:
        polynomial = (
            sympy.Poly(sympy.expand(expression), *entries, *values) if entries or values else None
        )
    except BasePolynomialError as error:
        raise NotLinearError from error
    if (
        polynomial is None
        or polynomial.total_degree() > 1
        or {*entries, *values} & polynomial.free_symbols_in_domain
    ):
        raise NotLinearError
    size = len(problem.basis)
    of = {
        powers.index(1) if any(powers) else -1: coefficient
        for powers, coefficient in polynomial.terms()
    }
    places = {entry: place for place, entry in enumerate(entries)}

    def entry(i: int, j: int) -> Expression:
        share = of.get(places[problem.gram[min(i, j), max(i, j)]], sympy.Integer(0))
        return share if i == j else share / 2

    matrix = sympy.ImmutableMatrix(size, size, entry)
    numbers = tuple(
        of.get(len(entries) + number, sympy.Integer(0)) for number in range(len(values))
    )
    return Form(matrix, numbers, of.get(-1, sympy.Integer(0)))
