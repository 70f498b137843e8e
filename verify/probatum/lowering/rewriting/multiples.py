"""Divisibility as products: what is divisible is the divisor times an integer."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean
from sympy.polys.polyerrors import BasePolynomialError

from probatum.lowering.rewriting.components import as_condition
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.numbers.integrality import is_whole
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols, Values

MULTIPLES = Theorem(
    "What is divisible by a number is that number times an integer",
    "Hardy, Wright, An Introduction to the Theory of Numbers, sections 1.1 and 5.2",
    exact=False,
)


def of_multiples(statement: Statement) -> Statement:
    """The statement with variables written as hypotheses of divisibility have them, and with each
    remainder in its conclusion as an equation of the quotient, where that is a polynomial; as it is
    where none is.
    """
    said = as_condition(statement.then) if isinstance(statement, ForAll) else None
    if not isinstance(statement, ForAll) or not isinstance(said, Boolean):
        return statement
    given = conjuncts(statement.given)
    put: dict[Symbol, Expression] = {}
    kept = []
    for hypothesis in given:
        found = _determined(hypothesis, put, statement.variables)
        if found is None:
            kept.append(hypothesis)
            continue
        variable, value = found
        put = {each: old.xreplace({variable: value}) for each, old in put.items()}
        put[variable] = value
    products = {
        relation: _as_product(relation, put)
        for relation in said.atoms(sympy.Eq)
        if relation.has(sympy.Mod)
    }
    if not any(product is not None for product in products.values()):
        return statement
    then = _with(said, products, put)
    supposed = sympy.And(*(each.xreplace(put) for each in kept))
    free = supposed.free_symbols | then.free_symbols
    return for_all(tuple(sorted(free, key=sympy.default_sort_key)), supposed, then)


def _difference(relation: Condition, put: Values) -> tuple[Expression, Expression] | None:
    """What an equation says to be divisible, and by what."""
    if not isinstance(relation, sympy.Eq):
        return None
    for one, other in (relation.args, relation.args[::-1]):
        remainder, others = _remainder(one), _remainder(other)
        if remainder is not None:
            number, divisor = remainder
            rest = others[0] if others is not None and others[1] == divisor else other
            if not rest.has(sympy.Mod):
                return (number - rest).xreplace(put), divisor.xreplace(put)
    return None


def _remainder(side: Expression) -> tuple[Expression, Expression] | None:
    """The number and the divisor of a remainder; SymPy writes what both share in front of it."""
    found = [part for part in sympy.Mul.make_args(side) if isinstance(part, sympy.Mod)]
    if len(found) != 1:
        return None
    number, divisor = found[0].args
    shared = side.xreplace({found[0]: sympy.Integer(1)})
    if shared == 1 or shared.has(sympy.Mod):
        return (number, divisor) if shared == 1 else None
    return sympy.cancel(shared * number), sympy.cancel(shared * divisor)


def _determined(
    hypothesis: Condition, put: Values, variables: Symbols
) -> tuple[Symbol, Expression] | None:
    """A variable that a hypothesis determines up to a multiple, and what it then is."""
    found = _difference(hypothesis, put)
    if found is None:
        return None
    difference, divisor = sympy.expand(found[0]), found[1]
    for variable in variables:
        slope = difference.coeff(variable)
        rest = sympy.expand(difference - slope * variable)
        apart = {variable, *put}.isdisjoint(rest.free_symbols | divisor.free_symbols)
        whole = is_whole(rest) and is_whole(divisor)
        if slope in (1, -1) and apart and whole and variable not in put:
            times = sympy.Symbol(f"multiple in {variable.name}", integer=True)
            return variable, slope * (divisor * times - rest)
    return None


def _as_product(relation: Condition, put: Values) -> Condition | None:
    """That a remainder is what it is said to be, as an equation with a quotient that is an integer;
    None where there is none.
    """
    found = _difference(relation, put)
    sides = [side for side in relation.args if _remainder(side) is None]
    if found is None or any(side != 0 for side in sides):
        return None
    number, divisor = found
    symbols = sorted(number.free_symbols | divisor.free_symbols, key=sympy.default_sort_key)
    try:
        quotient, left = sympy.div(number, divisor, *symbols, domain=sympy.QQ)
    except (BasePolynomialError, ZeroDivisionError):
        return None
    if left != 0 or not is_whole(quotient):
        return None
    return sympy.Eq(number, sympy.Mul(divisor, quotient, evaluate=False), evaluate=False)


def _with(
    condition: Condition, products: dict[Condition, Condition | None], put: Values
) -> Condition:
    """The condition with products in place of remainders, and values of variables."""
    if condition in products:
        product = products[condition]
        return condition.xreplace(put) if product is None else product
    if isinstance(condition, (sympy.And, sympy.Or, sympy.Not)):
        return condition.func(*(_with(part, products, put) for part in condition.args))
    return condition.xreplace(put)


REWRITINGS = (Rewriting(125, MULTIPLES, of_multiples),)
