"""Finds limits that hold parameters: for each sign that a parameter may have, by the theorems for
numbers, and where a function is continuous.
"""

from __future__ import annotations

import sympy

from probatum.calculus.answer import Exact
from probatum.calculus.identity import vanishes
from probatum.calculus.limits import limit
from probatum.calculus.near_zero import INFINITE
from probatum.lowering.sign_cases import Case, bases, cases
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.continuity import is_continuous
from probatum.proposition.definedness import defined
from probatum.type_names import Condition, Expression

CONTINUOUS = Theorem(
    "A function has its value for a limit where it is continuous",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 4.6",
    exact=True,
)
INSIDE = {  # of a condition, where it holds all around as well
    sympy.GreaterThan: sympy.StrictGreaterThan,
    sympy.LessThan: sympy.StrictLessThan,
    sympy.Equality: lambda *_: sympy.false,
}


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


def limit_at_a_place(construct: Expression) -> Value | None:
    """The value at a place in the middle of the domain of a continuous function."""
    inner, variable, place, _ = construct.args
    if place.is_infinite or place.has(variable) or not is_continuous(inner, variable):
        return None
    inside = defined(inner).replace(
        lambda part: type(part) in INSIDE and part.has(variable),
        lambda part: INSIDE[type(part)](*part.args),
    )
    at = {variable: place}
    return Value(inner.xreplace(at), CONTINUOUS, (((), sympy.true, inside.xreplace(at)),))


def _common(forms: list[tuple[Case, Expression]]) -> Expression | None:
    """A form that takes the value of each case."""
    for case, value in forms:
        form = value.xreplace(case.back)
        if all(vanishes(form.xreplace(other.put) - wanted) for other, wanted in forms):
            return form
    return None
