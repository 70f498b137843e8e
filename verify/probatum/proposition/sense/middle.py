"""Where a point of a domain is at none of its ends."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.proposition.parts import conjuncts
from probatum.proposition.slopes.continuity import is_continuous
from probatum.proposition.slopes.derivative import differentiable
from probatum.proposition.unknown import unknown
from probatum.type_names import Condition, Expression, Symbol

# Of what is asked whether it has one, where values are put in; not so in a derivative.
SLOPE = sympy.Function("slope")


def in_the_middle(domain: Condition, variables: set[Symbol]) -> Condition:
    """That a point of a domain is at none of its ends; where a bound is met but not crossed, or
    jumps there, that is not known.
    """
    return sympy.And(*(_inside(part, variables) for part in conjuncts(domain)))


def _inside(part: Condition, variables: set[Symbol]) -> Condition:
    """The same of one of the parts, all of which hold at the point: of several of which one holds,
    in the middle of where one of them does.
    """
    if isinstance(part, sympy.Or) and part.atoms(sympy.Ge, sympy.Le):
        sides = sorted((each.lhs - each.rhs for each in part.atoms(Relational)), key=str)
        one = (sympy.And(each, in_the_middle(each, variables)) for each in part.args)
        return sympy.Or(*one, unknown(SLOPE(sides[0])))
    compared = sorted((each.lhs - each.rhs for each in part.atoms(Relational)), key=str)
    steady = sympy.And(*(one for side in compared for one in _steady(side, variables)))
    if not isinstance(part, (sympy.Ge, sympy.Le)) or not part.free_symbols & variables:
        return steady
    above = part.gts - part.lts
    varying = sorted(variables & part.free_symbols, key=sympy.default_sort_key)
    slopes = [sympy.Eq(sympy.diff(above, variable), 0) for variable in varying]
    met = sympy.And(*slopes, unknown(SLOPE(above)))
    return sympy.And(steady, sympy.Or(sympy.Gt(above, 0), met))


def _steady(side: Expression, variables: set[Symbol]) -> Iterator[Condition]:
    """Where what is compared does not jump, as far as that is known."""
    for variable in sorted(variables & side.free_symbols, key=sympy.default_sort_key):
        if not is_continuous(side, variable):
            smooth = differentiable(side, variable)
            open_question = unknown(SLOPE(side))
            yield open_question if smooth is None else sympy.Or(smooth, open_question)
