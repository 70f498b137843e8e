"""Has SymPy settle conditions between numbers before it orders the cases of a Piecewise: of those
that stand as written it would divide both sides by zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sympy.core.relational import Relational
from sympy.functions.elementary import piecewise

from probatum.proposition.written import is_written
from probatum.type_names import Condition, Expression

_of_sympy = piecewise._piecewise_collapse_arguments


def collapsed(cases: Sequence[tuple[Expression, Condition]]) -> Any:
    """The cases as SymPy orders them, without those that are known to be none."""
    return _of_sympy([piecewise.ExprCondPair(value, _settled(where)) for value, where in cases])


def _settled(condition: Condition) -> Condition:
    between_numbers = (
        relation
        for relation in condition.atoms(Relational)
        if not relation.free_symbols and not is_written(relation)
    )
    return condition.xreplace({each: each.func(*each.args) for each in between_numbers})


def correct() -> None:
    """Have SymPy do so from now on."""
    piecewise._piecewise_collapse_arguments = collapsed
