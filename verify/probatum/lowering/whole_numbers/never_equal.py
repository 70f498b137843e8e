"""Equations between integers that arithmetic alone decides, by simpler ones that say the same."""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.under_bounds import grows
from probatum.claim_cache import cached_for_claim
from probatum.lowering.theorem import Theorem
from probatum.lowering.whole_numbers.irrationality import (
    FORMS,
    ROOTS,
    apart_by_forms,
    apart_by_roots,
)
from probatum.lowering.whole_numbers.prime_powers import (
    PRIMES,
    apart_by_logarithms,
    apart_by_primes,
)
from probatum.lowering.whole_numbers.transcendence import LINDEMANN, apart
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.type_names import Comparison, Condition, Expression, Statement

LARGEST = 60  # operations of a relation


@cached_for_claim(256)
def by_arithmetic(statement: Statement) -> tuple[Statement, tuple[Theorem, ...]]:
    """The statement with each equation, inequation and strict inequality between integers by what
    says the same without a transcendental number, a root, a form or a power; and by which theorems.
    """
    if not isinstance(statement, (ForAll, Exists)):
        return statement, ()
    if not any(variable.is_integer for variable in statement.variables):
        return statement, ()
    used: dict[Theorem, None] = {}

    def written(part: Condition) -> Condition:
        if not isinstance(part, Relational):
            whole = isinstance(part, (sympy.And, sympy.Or, sympy.Not))
            return part.func(*map(written, part.args)) if whole else part
        found = _by_one(part, statement.given)
        if found is None:
            return part
        condition, theorem = found
        used[theorem] = None
        return condition

    then = written(statement.then)
    given = written(statement.given)
    return with_parts(statement, given=given, then=then), tuple(used)


def _by_one(relation: Comparison, given: Condition) -> tuple[Condition, Theorem] | None:
    """The relation by the first theorem that says where its sides differ."""
    if relation.rel_op in ("<=", ">=") or relation.count_ops() > LARGEST:
        return None
    left, right = relation.args
    if not (isinstance(left, sympy.Expr) and isinstance(right, sympy.Expr)):
        return None
    if grows(left) or grows(right):
        return None
    supposed = sympy.And(*(part for part in conjuncts(given) if part != relation))
    for theorem, differ in _ways(left, right, supposed):
        if differ is not None:
            return _in_place(relation, differ), theorem
    return None


def _ways(
    left: Expression, right: Expression, given: Condition
) -> Iterator[tuple[Theorem, Condition | None]]:
    """Where two sides differ, by one theorem after the other; None where one does not say it."""
    difference = left - right
    yield PRIMES, apart_by_primes(left, right)
    yield PRIMES, apart_by_logarithms(difference)
    yield LINDEMANN, apart(difference, given)
    yield ROOTS, apart_by_roots(difference)
    yield FORMS, apart_by_forms(difference)


def _in_place(relation: Comparison, differ: Condition) -> Condition:
    match relation.rel_op:
        case "!=":
            return differ
        case "==":
            return sympy.Not(differ)
    weak = {"<": sympy.Le, ">": sympy.Ge}[relation.rel_op]
    return sympy.And(weak(*relation.args, evaluate=False), differ)
