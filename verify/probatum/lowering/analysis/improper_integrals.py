"""Integrals with parameters over half lines: what antiderivatives tend to, and some that have no
antiderivative in closed form.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sympy

from probatum.calculus.forms.identity import vanishes
from probatum.calculus.forms.linear_part import linear
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.type_names import Condition, Expression, Symbol

DIRICHLET = Theorem("Dirichlet's integral", "DLMF, equation 6.2.14, scaled", exact=True)
FRULLANI = Theorem(
    "Frullani's integral of exponentials", "Gradshteyn, Ryzhik, equation 3.434.2", exact=True
)
POWER = Theorem("Powers above -1 are integrable at zero", "DLMF, section 1.4(v)", exact=True)
Tendency = tuple[Expression, Condition] | None  # a limit, and where it is one
TO_ONE = (sympy.erf, sympy.tanh)  # odd functions that tend to 1
BOUNDED = (sympy.sin, sympy.cos)


def at_infinity(expression: Expression, variable: Symbol) -> Tendency:
    """What an expression tends to as the variable grows, and the condition under which it does;
    None where no rule takes it.
    """
    logarithms, rest = _apart(sympy.expand(expression), variable)
    found = [_of_term(term, variable) for term in sympy.Add.make_args(rest)]
    found.append(_of_logarithms(logarithms, variable))
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return _of_term(sympy.factor(expression), variable)
    return sympy.Add(*(form for form, _ in known)), sympy.And(*(where for _, where in known))


def at_zero(expression: Expression, variable: Symbol) -> Tendency:
    """What a sum of powers, perhaps times logarithms, and of what is continuous at zero tends to
    there from above, and the condition under which it does; None for others.
    """
    found = [_of_start(term, variable) for term in sympy.Add.make_args(sympy.expand(expression))]
    known = [one for one in found if one is not None]
    if len(known) < len(found):
        return None
    return sympy.Add(*(form for form, _ in known)), sympy.And(*(where for _, where in known))


def _of_start(term: Expression, variable: Symbol) -> Tendency:
    power, others = sympy.Integer(0), []
    logarithms = False
    for factor in sympy.Mul.make_args(term):
        base, exponent = factor.as_base_exp()
        if base == variable and not exponent.has(variable):
            power += exponent
        elif base == sympy.log(variable) and exponent.is_Integer and exponent > 0:
            logarithms = True
        else:
            others.append(factor)
    rest = sympy.Mul(*others)
    if not is_continuous(rest, variable):
        return None
    there = defined(rest).xreplace({variable: sympy.Integer(0)})
    if power == 0:
        value = rest.xreplace({variable: sympy.Integer(0)})
        return None if logarithms else (value, there)
    return sympy.Integer(0), sympy.And(there, sympy.Gt(power, 0))


def _apart(
    expression: Expression, variable: Symbol
) -> tuple[list[tuple[Expression, Expression]], Expression]:
    """Factors and insides of the terms that are logarithms, and the rest."""
    logarithms, rest = [], []
    for term in sympy.Add.make_args(expression):
        factor, alone = term.as_independent(variable, as_Add=False)
        if isinstance(alone, sympy.log):
            logarithms.append((factor, alone.args[0]))
        else:
            rest.append(term)
    return logarithms, sympy.Add(*rest)


def _of_logarithms(terms: list[tuple[Expression, Expression]], variable: Symbol) -> Tendency:
    """Logarithms of polynomials, whose growth cancels."""
    if not all(inside.is_polynomial(variable) for _, inside in terms):
        return None
    polynomials = [(factor, sympy.Poly(inside, variable)) for factor, inside in terms]
    growth = sum(factor * polynomial.degree() for factor, polynomial in polynomials)
    if sympy.expand(growth) != 0:
        return None
    leads = [polynomial.LC() for _, polynomial in polynomials]
    form = sympy.Add(*(factor * sympy.log(p.LC()) for factor, p in polynomials))
    return form, sympy.And(*(sympy.Gt(lead, 0) for lead in leads))


def _of_term(term: Expression, variable: Symbol) -> Tendency:
    factor, rest = term.as_independent(variable, as_Add=False)
    for rule in RULES:
        found = rule(rest, variable)
        if found is not None:
            return factor * found[0], found[1]
    return None


def _of_constant(rest: Expression, variable: Symbol) -> Tendency:
    return None if rest.has(variable) else (rest, sympy.true)


def _of_power(rest: Expression, variable: Symbol) -> Tendency:
    base, exponent = rest.as_base_exp()
    if base != variable or exponent.has(variable) or exponent.is_number:
        return None
    return sympy.Integer(0), sympy.Lt(exponent, 0)


def _of_quotient(rest: Expression, variable: Symbol) -> Tendency:
    """Polynomials, the upper one of no higher degree."""
    upper, lower = sympy.fraction(sympy.together(rest))
    if not (upper.is_polynomial(variable) and lower.is_polynomial(variable)):
        return None
    upper, lower = sympy.Poly(upper, variable), sympy.Poly(lower, variable)
    if upper.degree() > lower.degree():
        return None
    same = upper.degree() == lower.degree()
    return upper.LC() / lower.LC() if same else sympy.Integer(0), sympy.Ne(lower.LC(), 0)


def _of_decay(rest: Expression, variable: Symbol) -> Tendency:
    """P(x) e^(-q(x)), perhaps with sines and cosines in P."""
    factors = sympy.Mul.make_args(rest)
    exponentials = [factor for factor in factors if isinstance(factor, sympy.exp)]
    others = sympy.Mul(*(factor for factor in factors if not isinstance(factor, sympy.exp)))
    waves = {wave: sympy.Dummy() for wave in others.atoms(*BOUNDED)}
    if not exponentials or not others.xreplace(waves).is_polynomial(variable):
        return None
    exponent = sympy.expand(sympy.Add(*(factor.exp for factor in exponentials)))
    if not exponent.is_polynomial(variable) or not exponent.has(variable):
        return None
    return sympy.Integer(0), sympy.Lt(sympy.Poly(exponent, variable).LC(), 0)


def _of_steps(rest: Expression, variable: Symbol) -> Tendency:
    """Functions of a line that tend to a half turn, or to one, on the side where it rises."""
    if not isinstance(rest, (sympy.atan, *TO_ONE)):
        return None
    slope, _ = linear(rest.args[0], variable) or (0, rest)
    if slope == 0:
        return None
    most = sympy.pi / 2 if isinstance(rest, sympy.atan) else sympy.Integer(1)
    return most * sympy.sign(slope), sympy.Ne(slope, 0)


RULES: tuple[Callable[[Expression, Symbol], Tendency], ...] = (
    _of_constant,
    _of_power,
    _of_quotient,
    _of_decay,
    _of_steps,
)


def without_antiderivatives(
    body: Expression, variable: Symbol, high: Expression
) -> Iterator[Value]:
    """Integrals from zero on of powers, of sines over the variable, and of two exponentials over
    it.
    """
    factor, rest = body.as_independent(variable, as_Add=False)
    if high != sympy.oo:
        base, power = rest.as_base_exp()
        if base == variable and not power.has(variable) and not power.is_number:
            wanted = sympy.And(sympy.Gt(power, -1), sympy.Ge(high, 0))
            form = factor * high ** (power + 1) / (power + 1)
            yield Value(form, POWER, (((), sympy.true, wanted),))
        return
    numerator = sympy.expand(rest * variable)
    speed = sympy.Wild("a", exclude=[variable])
    found = _matched(numerator, sympy.sin(speed * variable))
    if found and found[speed].free_symbols:
        form = factor * sympy.pi / 2 * sympy.sign(found[speed])
        yield Value(form, DIRICHLET, (((), sympy.true, sympy.true),))
    other = sympy.Wild("b", exclude=[variable])
    found = _matched(numerator, sympy.exp(-speed * variable) - sympy.exp(-other * variable))
    if found and found[speed] != 0 and found[other] != 0:
        wanted = sympy.And(sympy.Gt(found[speed], 0), sympy.Gt(found[other], 0))
        form = factor * sympy.log(found[other] / found[speed])
        yield Value(form, FRULLANI, (((), sympy.true, wanted),))


def _matched(expression: Expression, pattern: Expression) -> dict[Expression, Expression]:
    """What stands for the wild ones of a pattern; nothing where it does not match, or does not say
    the same with them.
    """
    found: dict[Expression, Expression] = expression.match(pattern) or {}
    return found if found and vanishes(pattern.xreplace(found) - expression) else {}
