"""Inequalities between logarithms and other terms by the exponentials of both sides."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.type_names import Condition, Expression, Statement

GROWING = Theorem("The exponential function grows strictly", "DLMF, section 4.2(iii)", exact=True)
MOST_ROOTS = 6
LARGEST = 1_000  # power of e


def exponentiated(statement: Statement) -> Statement:
    """The statement with the exponentials of both sides of each relation that has a logarithm in
    it, with a rational number as factor; others as they are.
    """
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, sympy.logic.boolalg.Boolean
    ):
        return statement
    given, then = (
        sympy.And(*map(_grown, conjuncts(part))) for part in (statement.given, statement.then)
    )
    return with_parts(statement, given=given, then=then)


def _grown(relation: Condition) -> Condition:
    if not isinstance(relation, Relational) or not relation.has(sympy.log):
        return relation
    difference = sympy.expand(_without_base(relation.lhs - relation.rhs))
    terms = [summand.as_coeff_Mul() for summand in sympy.Add.make_args(difference)]
    roots = sympy.ilcm(1, *(factor.q for factor, _ in terms))
    plain = all(isinstance(term, sympy.log) or not term.has(sympy.log) for _, term in terms)
    most = max((abs(factor) for factor, term in terms if term == 1), default=0)
    if not plain or roots > MOST_ROOTS or most * roots > LARGEST:
        return relation
    sides = (
        sympy.Mul(*(_exp(abs(factor) * roots, term) for factor, term in terms if factor * sign > 0))
        for sign in (1, -1)
    )
    return relation.func(*sides, evaluate=False)


def _without_base(difference: Expression) -> Expression:
    """Times the logarithm of the number that all logarithms have as their base."""
    bases = {
        factor.base
        for factor in difference.atoms(sympy.Pow)
        if factor.exp == -1 and isinstance(factor.base, sympy.log) and factor.base.is_positive
    }
    return difference * bases.pop() if len(bases) == 1 else difference


def _exp(factor: Expression, term: Expression) -> Expression:
    """e^(factor * term) for a positive factor, extremes and absolute values by those of powers."""
    if isinstance(term, sympy.log):
        return term.args[0] ** factor
    if isinstance(term, (sympy.Max, sympy.Min)):
        return term.func(*(_exp(factor, argument) for argument in term.args))
    if isinstance(term, sympy.Abs):
        (inside,) = term.args
        return sympy.Max(_exp(factor, inside), _exp(factor, -inside))
    return sympy.exp(sympy.expand(factor * term))


REWRITINGS = (Rewriting(80, GROWING, exponentiated),)
