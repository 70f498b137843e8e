"""Statements about series and integrals whose closed form holds for all parameters but one value of
one: decided where it holds, and with that value put in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import sympy
from sympy.core.relational import Relational

from probatum.calculus import proposals
from probatum.decide.closed_forms import holds, is_of_defined, open_constructs
from probatum.engines.decider import Ask
from probatum.lowering.parameters import values
from probatum.lowering.value import Value
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, put_standing, rewrite
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

MOST_FORMS, MOST_EDGES = 3, 8
Edge = tuple[Symbol, Expression]  # a parameter, and what it is there


def by_edges(statement: Statement, ask: Ask) -> tuple[ForAll, ...]:
    """The statement where a closed form holds, and at the edge where it does not; none where there
    is no such form, or more than an edge is left.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return ()
    for construct in open_constructs(statement.then):
        plain = evaluated(construct)
        if not isinstance(plain, (sympy.Sum, sympy.Integral)):
            continue
        if not is_of_defined(plain, statement, ask):
            continue
        for value in islice(proposals.sharing(values(plain), proposals.SHARED), MOST_FORMS):
            where = _where(value, statement, ask)
            edge = None if where is None else _edge(where, statement, ask)
            if where is not None and edge is not None:
                return _at(statement, edge), _inside(statement, where)
    return ()


def _where(value: Value, statement: ForAll, ask: Ask) -> Condition | None:
    """What the parameters must meet beside the hypotheses for the form to be the value; None where
    that speaks of what is bound, or nothing is needed.
    """
    needed = [each for each in value.conditions if not holds(each, statement, ask)]
    bound = {symbol for variables, _, _ in needed for symbol in variables}
    where = sympy.And(*(wanted for _, _, wanted in needed))
    return None if where == sympy.true or where.free_symbols & bound else where


def _edge(where: Condition, statement: ForAll, ask: Ask) -> Edge | None:
    """The one value of a parameter at which the hypotheses hold and the condition does not."""
    for parameter, value in islice(_candidates(where, statement), MOST_EDGES):
        there = sympy.Or(where, sympy.Eq(parameter, value))
        if holds(((), sympy.true, there), statement, ask):
            return parameter, value
    return None


def _candidates(where: Condition, statement: ForAll) -> Iterator[Edge]:
    """Where two sides of a relation meet, for each parameter that it is linear in."""
    found: dict[Edge, None] = {}
    relations = [*where.atoms(Relational)]
    relations += [part for part in conjuncts(statement.given) if isinstance(part, Relational)]
    for relation in sorted(relations, key=sympy.default_sort_key):
        for difference in _without_sizes(relation.lhs - relation.rhs):
            for parameter in sorted(difference.free_symbols, key=sympy.default_sort_key):
                slope = sympy.diff(difference, parameter)
                if slope.is_number and slope != 0 and parameter in statement.variables:
                    rest = sympy.expand(difference - slope * parameter)
                    found[parameter, -rest / slope] = None
    yield from found


def _without_sizes(difference: Expression) -> Iterable[Expression]:
    sizes = difference.atoms(sympy.Abs)
    if not sizes:
        return (difference,)
    size = min(sizes, key=sympy.default_sort_key)
    return tuple(difference.xreplace({size: sign * size.args[0]}) for sign in (1, -1))


def _inside(statement: ForAll, where: Condition) -> ForAll:
    given = sympy.And(statement.given, where)
    return for_all(statement.variables, given, statement.then)


def _at(statement: ForAll, edge: Edge) -> ForAll:
    """The statement with the value of a parameter put in."""
    parameter, value = edge
    given = sympy.And(statement.given, sympy.Eq(parameter, value))
    then = rewrite(statement.then, lambda part: put_standing(part, {parameter: value}))
    return for_all(statement.variables, given, then)
