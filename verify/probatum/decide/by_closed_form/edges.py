"""Statements about series and integrals whose closed form holds for all parameters but for one
value or two: decided where it holds, and with these values put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.calculus import proposals
from probatum.decide.by_closed_form.closed_forms import holds, is_of_defined, open_constructs
from probatum.engines.decider import Ask
from probatum.lowering.analysis.parameters import values
from probatum.lowering.value import Value
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, leaves, rewrite
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

MOST_FORMS, MOST_EDGES, MOST_PAIRED = 3, 8, 4
Edge = tuple[Symbol, Expression]  # a parameter, and what it is there


def by_edges(statement: Statement, ask: Ask) -> tuple[ForAll, ...]:
    """The statement where a closed form holds, and at the edges where it does not, or at the one
    that is supposed; none where there is no such form, or more than two edges are left.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return ()
    supposed = next(_supposed(statement), None)
    if supposed is not None:
        return _defined_like(statement, (_at(statement, supposed),))
    for construct in open_constructs(statement.then):
        plain = evaluated(construct)
        if not isinstance(plain, (sympy.Sum, sympy.Integral)):
            continue
        if not is_of_defined(plain, statement, ask):
            continue
        for value in islice(proposals.sharing(values(plain), proposals.SHARED), MOST_FORMS):
            where = _where(value, statement, ask)
            edges = () if where is None else _edges(where, statement, ask)
            if where is not None and edges:
                at_edges = tuple(_at(statement, edge) for edge in edges)
                told = _defined_like(statement, at_edges)
                return (*told, _inside(statement, where)) if told else ()
    return ()


def _defined_like(statement: ForAll, at_edges: tuple[ForAll, ...]) -> tuple[ForAll, ...]:
    """The same, unless a value that is put in makes infinite what has no value there: atanh(a),
    where a is 1, is no answer of a series that diverges.
    """
    most = _infinities(statement)
    return at_edges if all(_infinities(told) <= most for told in at_edges) else ()


def _infinities(statement: ForAll) -> int:
    return sum(
        part.is_number and (part.is_infinite or part is sympy.nan)
        for leaf in leaves(statement.then)
        if isinstance(leaf, sympy.Expr | Boolean)
        for part in sympy.preorder_traversal(leaf)
        if isinstance(part, sympy.Expr)
    )


def _supposed(statement: ForAll) -> Iterator[Edge]:
    """The parameters of what is open that a hypothesis equates with a number, or with what stands
    beside them.
    """
    equations = [part for part in conjuncts(statement.given) if isinstance(part, sympy.Equality)]
    for construct in open_constructs(statement.then):
        free = construct.free_symbols
        for equation in equations:
            for parameter, value in _solved(equation.lhs - equation.rhs, statement):
                if parameter in free and value.free_symbols <= free:
                    yield parameter, value


def _where(value: Value, statement: ForAll, ask: Ask) -> Condition | None:
    """What the parameters must meet beside the hypotheses for the form to be the value; None where
    that speaks of what is bound, or nothing is needed.
    """
    needed = [each for each in value.conditions if not holds(each, statement, ask)]
    bound = {symbol for variables, _, _ in needed for symbol in variables}
    where = sympy.And(*(wanted for _, _, wanted in needed))
    return None if where == sympy.true or where.free_symbols & bound else where


def _edges(where: Condition, statement: ForAll, ask: Ask) -> tuple[Edge, ...]:
    """The values of parameters, one or two, at which alone the hypotheses hold and the condition
    does not.
    """
    new = (edge for edge in _candidates(where, statement) if _is_new(edge, where, statement))
    candidates = [*islice(new, MOST_EDGES)]
    for few in ((edge,) for edge in candidates), combinations(candidates[:MOST_PAIRED], 2):
        for edges in few:
            there = sympy.Or(where, *(sympy.Eq(*edge) for edge in edges))
            if holds(((), sympy.true, there), statement, ask):
                return tuple(edges)
    return ()


def _is_new(edge: Edge, where: Condition, statement: ForAll) -> bool:
    """Whether it is about what the condition speaks of, and not supposed already."""
    parameter, value = edge
    supposed = (part for part in conjuncts(statement.given) if isinstance(part, sympy.Equality))
    known = {sympy.expand(part.lhs - part.rhs) for part in supposed}
    difference = sympy.expand(parameter - value)
    return where.has(parameter) and known.isdisjoint({difference, -difference})


def _candidates(where: Condition, statement: ForAll) -> Iterator[Edge]:
    """Where two sides of a relation meet, for each parameter that it is linear in."""
    found: dict[Edge, None] = {}
    relations = [*where.atoms(Relational)]
    relations += [part for part in conjuncts(statement.given) if isinstance(part, Relational)]
    for relation in sorted(relations, key=sympy.default_sort_key):
        for difference in _factors(relation.lhs - relation.rhs):
            found |= dict.fromkeys(_solved(difference, statement))
    yield from found


def _solved(difference: Expression, statement: ForAll) -> Iterator[Edge]:
    """Where a difference is zero, for each parameter that it is linear in."""
    for parameter in sorted(difference.free_symbols, key=sympy.default_sort_key):
        slope = sympy.diff(difference, parameter)
        if slope.is_number and slope != 0 and parameter in statement.variables:
            rest = sympy.expand(difference - slope * parameter)
            yield parameter, -rest / slope


def _factors(difference: Expression) -> Iterator[Expression]:
    for plain in _without_sizes(difference):
        yield from sympy.Mul.make_args(sympy.factor(plain))


def _without_sizes(difference: Expression) -> Iterable[Expression]:
    sizes = difference.atoms(sympy.Abs)
    if not sizes:
        return (difference,)
    size = min(sizes, key=sympy.default_sort_key)
    return tuple(difference.xreplace({size: sign * size.args[0]}) for sign in (1, -1))


def _inside(statement: ForAll, where: Condition) -> ForAll:
    """The statement where a condition holds, without the cases that this rules out."""
    apart = {
        sympy.expand(factor)
        for part in conjuncts(where)
        if isinstance(part, sympy.Unequality)
        for factor in sympy.Mul.make_args(sympy.factor(part.lhs - part.rhs))
    }

    def ruled_out(case: Condition) -> bool:
        difference = sympy.expand(case.lhs - case.rhs)
        return not apart.isdisjoint({difference, -difference})

    def told(cases: Expression) -> Expression:
        equalities = filter(ruled_out, cases.atoms(sympy.Equality))
        return cases.xreplace(dict.fromkeys(equalities, sympy.false))

    def without(part: Expression) -> Expression:
        return put_inside(part, {cases: told(cases) for cases in part.atoms(sympy.Piecewise)})

    given = sympy.And(statement.given, where)
    return for_all(statement.variables, given, rewrite(statement.then, without))


def _at(statement: ForAll, edge: Edge) -> ForAll:
    """The statement with the value of a parameter put in."""
    parameter, value = edge
    given = sympy.And(statement.given, sympy.Eq(parameter, value))
    then = rewrite(statement.then, lambda part: put_inside(part, {parameter: value}))
    return for_all(statement.variables, given, then)
