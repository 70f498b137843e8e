"""Sums and products of few terms by these, inside and around integrals, limits and series: the
theorems on these are about what is added up, or multiplied.
"""

from __future__ import annotations

import sympy

from probatum.proposition.binders import BINDERS, COUNTING
from probatum.proposition.parts import conjuncts, leaves, put, rewrite
from probatum.proposition.sense.bodies import holds_construct
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.subjects.few_terms import OPERATIONS, indices
from probatum.proposition.written import is_written, unevaluated
from probatum.type_names import Condition, Expression, Statement


def with_terms_told(statement: Statement) -> Statement:
    """The statement with these by their terms, where these say no less."""
    found = any(leaf.has(*COUNTING) for leaf in leaves(statement) if holds_construct(leaf))
    return rewrite(statement, _told) if found else statement


def _told(expression: Expression, inside: bool = False) -> Expression:
    """The expression; what stands inside of an integral, a limit or a series is written out."""
    if not holds_construct(expression) or not expression.has(*COUNTING):
        return expression
    few = isinstance(expression, COUNTING) and indices(expression) is not None
    if few and (inside or any(map(_is_endless, expression.function.atoms(*BINDERS)))):
        terms = _terms(expression)
        return expression if terms is None else _told(terms, inside)
    within = inside or _is_endless(expression)
    return unevaluated(expression, lambda part: _told(part, within))


def _is_endless(expression: Expression) -> bool:
    """Whether it is an integral, a limit or a series."""
    counted = isinstance(expression, COUNTING)
    ends = [end for limit in expression.limits for end in limit[1:]] if counted else ()
    return isinstance(expression, (sympy.Integral, sympy.Limit)) or sympy.oo in ends


def _terms(construct: Expression) -> Expression | None:
    """The sum or product of these; None where one of them is lost that may have no value."""
    found = indices(construct) or ()
    terms = [put_inside(construct.function, each) for each in found]
    if not terms or any(map(is_written, terms)):
        return None
    beside = _needed_beside(construct.function)
    needed = [defined(term) for term in terms] + [put(beside, each) for each in found]
    made = OPERATIONS[type(construct)](*terms)
    kept = all(made.has(each) for term in terms for each in term.atoms(*BINDERS))
    known = {*conjuncts(defined(made))}
    return made if kept and all(map(known.issuperset, map(conjuncts, needed))) else None


def _needed_beside(body: Expression) -> Condition:
    """What a term needs, whatever the integrals and series in it come to."""
    binders = body.atoms(*BINDERS)
    return defined(body.xreplace({each: sympy.Dummy(real=True) for each in binders}))
