"""Events that say something of a power, a root, an exponential, a logarithm or a polynomial of a
value, as events that say between which numbers the value is.
"""

from __future__ import annotations

from itertools import pairwise

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.lowering.every_case import follows
from probatum.lowering.laws.one_value import Of
from probatum.type_names import Condition, Expression

ORDERS = (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)
TURNED = {sympy.Gt: sympy.Lt, sympy.Ge: sympy.Le, sympy.Eq: sympy.Eq}
UPWARDS = (sympy.Gt, sympy.Ge)
HIGHEST = 6  # degree of a polynomial of which the roots are looked for


def in_intervals(event: Condition, of: Of) -> Condition:
    """The same event, with what is said of functions of the value said of the value."""
    if isinstance(event, BooleanFunction):
        return event.func(*(in_intervals(part, of) for part in event.args))
    if not isinstance(event, Relational) or not event.has(of.value):
        return event
    if isinstance(event, sympy.Ne):
        return sympy.Not(in_intervals(sympy.Eq(*event.args, evaluate=False), of))
    if not isinstance(event, (*ORDERS, sympy.Eq)):
        return event
    difference = event.lhs - event.rhs if isinstance(event, sympy.Eq) else event.gts - event.lts
    if of.line(difference) is not None:
        return event
    kind = sympy.Ge
    if isinstance(event, (sympy.Eq, *STRICT)):
        kind = sympy.Eq if isinstance(event, sympy.Eq) else sympy.Gt
    found = _of_one_function(difference, kind, of)
    found = _of_polynomial(difference, kind, of) if found is None else found
    return event if found is None else found


def _of_one_function(difference: Expression, kind: type[Relational], of: Of) -> Condition | None:
    """That a multiple of one function of a line, and a number beside it, are above zero."""
    functions = (
        each
        for each in difference.atoms(sympy.Pow, sympy.exp, sympy.log)
        if each.has(of.value) and of.line(_inside(each)) is not None
    )
    for function in sorted(functions, key=sympy.default_sort_key):
        name = sympy.Dummy("function", real=True)
        inside = sympy.expand(difference.xreplace({function: name}))
        if inside.has(of.value) or not inside.is_polynomial(name):
            continue
        share = inside.coeff(name, 1)
        rest = sympy.expand(inside - share * name)
        sign = of.sign(share)
        if rest.has(name) or not sign:
            continue
        kind = kind if sign > 0 else TURNED[kind]
        return _inverted(function, sympy.cancel(-rest / share), kind, of)
    return None


def _inside(function: Expression) -> Expression:
    return function.base if isinstance(function, sympy.Pow) else function.args[0]


def _inverted(
    function: Expression, number: Expression, kind: type[Relational], of: Of
) -> Condition | None:
    """What it says of the line that its function is above, below or equal to a number."""
    inside = _inside(function)
    if isinstance(function, sympy.log):
        positive = sympy.Gt(inside, 0)
        return sympy.And(kind(inside, sympy.exp(number), evaluate=False), positive)
    sign = of.sign(number)
    always = sympy.true if kind in UPWARDS else sympy.false  # above what is below all values
    if isinstance(function, sympy.exp):
        if sign == 1:
            return kind(inside, sympy.log(number), evaluate=False)
        return None if sign is None else always
    if not function.exp.is_Rational or function.exp <= 0:
        return None
    is_odd = function.exp.is_Integer and function.exp % 2 == 1
    if sign == -1:
        root = -((-number) ** (1 / function.exp))
        return kind(inside, root, evaluate=False) if is_odd else always
    if sign is None and not follows(sympy.Ge(number, 0), of.given):
        return None
    root = number ** (1 / function.exp)
    if is_odd:
        return kind(inside, root, evaluate=False)
    return _on_both_sides(inside, root, kind, even=function.exp.is_Integer)


def _on_both_sides(
    inside: Expression, root: Expression, kind: type[Relational], even: bool
) -> Condition:
    """Of an even power; of a root, which has a value on one of the sides alone."""
    above = kind(inside, root, evaluate=False)
    if not even:
        return sympy.And(above, sympy.Ge(inside, 0, evaluate=False))
    below = kind(-inside, root, evaluate=False)
    join = sympy.Or if kind in (sympy.Eq, *UPWARDS) else sympy.And
    return join(above, below)


def _of_polynomial(difference: Expression, kind: type[Relational], of: Of) -> Condition | None:
    """By the roots of a polynomial with rational coefficients, between which it has one sign."""
    polynomial = sympy.Poly(difference, of.value) if difference.is_polynomial(of.value) else None
    if polynomial is None or not all(each.is_Rational for each in polynomial.coeffs()):
        return None
    if not 2 <= polynomial.degree() <= HIGHEST:
        return None
    roots = sorted(set(sympy.real_roots(polynomial)), key=lambda root: root.evalf(30))
    if any(root.has(sympy.CRootOf) for root in roots):
        return None
    if kind is sympy.Eq:
        return sympy.Or(*(sympy.Eq(of.value, root, evaluate=False) for root in roots))
    ends = [*pairwise([None, *roots, None])]
    above = [each for each in ends if polynomial.eval(_between(*each)) > 0]
    parts = [_inside_of(low, high, kind, of) for low, high in above]
    if kind is sympy.Ge:
        beside = {end for each in above for end in each}
        parts += [sympy.Eq(of.value, root, evaluate=False) for root in roots if root not in beside]
    return sympy.Or(*parts)


def _inside_of(
    low: Expression | None, high: Expression | None, kind: type[Relational], of: Of
) -> Condition:
    bounds = [] if low is None else [kind(of.value, low, evaluate=False)]
    bounds += [] if high is None else [kind(high, of.value, evaluate=False)]
    return sympy.And(*bounds)


def _between(low: Expression | None, high: Expression | None) -> Expression:
    """A rational number between two roots, which are apart."""
    if low is None:
        return sympy.Integer(0) if high is None else sympy.floor(high) - 1
    if high is None:
        return sympy.ceiling(low) + 1
    digits = 15
    while True:
        middle = sympy.Rational(str(((low + high) / 2).evalf(digits)))
        if (low < middle) == sympy.true and (middle < high) == sympy.true:
            return middle
        digits *= 2
