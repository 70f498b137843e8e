"""Where what is summed, multiplied or integrated, or has a limit,
must be defined as its author wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.proposition.definedness import defined
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import rewrite, unchecked
from probatum.proposition.written import is_written
from probatum.shapes import Condition, Expression, Statement, Symbol

NEAR = sympy.Rational(1, 1000)  # of the point of a limit
CONSTRUCTS = (sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit)


def inner_obligations(statement: Statement) -> list[tuple[Expression, ForAll]]:
    """Each closed construct whose body is kept as written, with what must be shown of the body."""
    found: list[tuple[Expression, ForAll]] = []

    def note(expression: Expression) -> Expression:
        for construct in expression.atoms(*CONSTRUCTS):
            if not construct.free_symbols and is_written(construct.args[0]):
                found.extend((construct, obligation) for obligation in _obligations(construct))
        return expression

    rewrite(statement, note)
    return found


def _obligations(construct: Expression) -> Iterator[ForAll]:
    body = construct.args[0]
    if isinstance(construct, sympy.Limit):
        _, variable, point, direction = construct.args
        yield _obligation(variable, _near(variable, point, str(direction)), body)
        return
    for variable, low, high in (limit for limit in construct.limits if len(limit) == 3):
        whole = isinstance(construct, (sympy.Sum, sympy.Product))
        inside = sympy.Symbol(variable.name, integer=True) if whole else variable
        ends = [
            end
            for end in ((low, inside), (inside, high))
            if not any(side.is_infinite for side in end)
        ]
        between = (
            sympy.Le if whole else sympy.Lt
        )  # an integral may end where its integrand is undefined
        given = sympy.And(*(between(*end, evaluate=False) for end in ends))
        yield _obligation(inside, given, body.xreplace({variable: inside}))


def _near(variable: Symbol, point: Expression, direction: str) -> Condition:
    if point.is_infinite:
        return sympy.Gt(variable, 1 / NEAR) if point > 0 else sympy.Lt(variable, -1 / NEAR)
    low = point if direction == "+" else point - NEAR
    high = point if direction == "-" else point + NEAR
    return sympy.And(sympy.Lt(low, variable), sympy.Lt(variable, high), sympy.Ne(variable, point))


def _obligation(variable: Symbol, given: Condition, body: Expression) -> ForAll:
    made: ForAll = unchecked(ForAll, variables=(variable,), given=given, then=defined(body))
    return made
