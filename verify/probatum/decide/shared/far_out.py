"""That there is a number, as it is so of all that are large enough: by limits of the sides."""

from __future__ import annotations

from collections.abc import Sequence

import sympy

from probatum.calculus.ultimately import ultimately
from probatum.decide.shared.prenex import Block
from probatum.lowering.analysis.sign_cases import bases, cases
from probatum.lowering.steps.ultimate import meant
from probatum.type_names import Condition

GROWTH = "orders of growth"  # by which limits are known


def so_far_out(blocks: Sequence[Block], condition: Condition) -> bool:
    """Whether for all values of the outer variables, or of none, a condition on one that is said to
    exist is so from some number on.
    """
    *outer, last = blocks
    if not last.exists or len(last.variables) != 1 or any(block.exists for block in outer):
        return False
    (variable,) = last.variables
    then = meant(sympy.And(last.given, condition))
    if not then.has(variable):
        return False
    parameters = tuple(each for block in outer for each in block.variables)
    if not parameters:
        return ultimately(then, variable, sympy.oo) is True
    given = sympy.And(*(block.given for block in outer))
    possible = cases(parameters, given, bases(then, variable))
    truths = (ultimately(then.xreplace(case.put), variable, sympy.oo) for case in possible)
    return bool(possible) and all(truths)
