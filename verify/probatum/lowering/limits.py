"""Finds limits that hold parameters: for each sign that a parameter may have,
by the theorems for numbers.
"""

from __future__ import annotations

import sympy

from probatum.calculus.answer import Exact
from probatum.calculus.identity import vanishes
from probatum.calculus.limits import limit
from probatum.calculus.near_zero import INFINITE
from probatum.lowering.sign_cases import Case, bases, cases
from probatum.shapes import Condition, Expression


def limit_by_signs(construct: Expression, given: Condition) -> Expression | None:
    """One closed form that is the limit for every admitted sign of the parameters;
    None where there is none.
    """
    inner, variable, point, direction = construct.args
    parameters = tuple(sorted(construct.free_symbols, key=sympy.default_sort_key))
    forms = []
    for case in cases(parameters, given, bases(inner, variable)):
        put = case.put
        found = limit(inner.xreplace(put), variable, point.xreplace(put), str(direction))
        if not isinstance(found, Exact) or found.agreed or found.value.has(*INFINITE):
            return None
        forms.append((case, found.value))
    form = _common(forms)
    return None if form is None or form.has(variable) else form


def _common(forms: list[tuple[Case, Expression]]) -> Expression | None:
    """A form that takes the value of each case."""
    for case, value in forms:
        form = value.xreplace(case.back)
        if all(vanishes(form.xreplace(other.put) - wanted) for other, wanted in forms):
            return form
    return None
