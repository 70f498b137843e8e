"""What a statement is as evaluated, for deciders and for readers."""

from __future__ import annotations

from collections.abc import Callable

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanFunction

from probatum.proposition.kinds import Equal, ForAll, for_all
from probatum.proposition.parts import (
    conjuncts,
    free_symbols,
    leaves,
    rewrite,
    subpropositions,
    with_parts,
)
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import (
    DERIVATIVE,
    SUBSTITUTION,
    Written,
    as_decided,
    as_shown,
    evaluated,
    is_written,
)
from probatum.type_names import Change, Condition, Expression, Statement


def with_written(statement: Statement) -> bool:
    """Whether anything in a statement stands as its author wrote it."""
    return any(map(is_written, leaves(statement)))


def plain(statement: Statement) -> Statement:
    """The statement as the algebra system evaluates it."""
    return rewrite(statement, evaluated)


def without_idle(statement: Statement) -> Statement:
    """A universal statement, known to be defined wherever its hypotheses are met, without the
    relations that have a value nowhere: where they stand, other ones decide.
    """
    then = getattr(statement, "then", None)
    if not isinstance(statement, ForAll) or not isinstance(then, BooleanFunction):
        return statement
    idle = [part for part in then.atoms(Relational) if defined(part) == sympy.false]
    return with_parts(statement, then=then.xreplace(dict.fromkeys(idle, sympy.false)))


def question(statement: Statement) -> Statement:
    """The statement for deciders: as evaluated, but as written where evaluation alone would make
    both sides the same.
    """
    return _settled(rewrite(statement, _with_plain_insides), as_decided)


def _with_plain_insides(expression: Expression) -> Expression:
    """With derivatives of what is evaluated where the rules, applied to what was written, need more
    than that these exist, and would divide by zero: the root of x^4 is x^2. That they exist is
    asked of what was written.
    """
    if not is_written(expression):
        return expression
    return expression.replace(_divides_needlessly, _of_plain_inside)


def _divides_needlessly(part: Expression) -> bool:
    if not (isinstance(part, Written) and part.operation in (DERIVATIVE, SUBSTITUTION)):
        return False
    if not is_written(part.operands[0]):
        return False
    return not {*conjuncts(defined(as_decided(part)))} <= {*conjuncts(defined(part))}


def _of_plain_inside(part: Expression) -> Expression:
    inside, *others = part.operands
    plain_inside = inside.replace(sympy.Derivative, _derivative_of_plain)
    plain_inside = evaluated(inside) if part.operation == DERIVATIVE else plain_inside
    return Written(part.operation, plain_inside, *others)


def _derivative_of_plain(inside: Expression, *variables: Expression) -> Expression:
    return sympy.Derivative(evaluated(inside), *variables)


def shown(statement: Statement) -> Statement:
    """The statement for readers: as evaluated, but as written where evaluation leaves nothing to
    see, or where what is left has a value elsewhere.
    """
    return _settled(statement, as_shown, _has_a_value_elsewhere)


def _has_a_value_elsewhere(condition: Condition) -> bool:
    return bool(evaluated(defined(condition)) != evaluated(defined(evaluated(condition))))


def closed(statement: Statement) -> Statement:
    """The statement for all values of those variables that stand in what is written only,
    as a derivative's that is constant.
    """
    free = free_symbols(shown(statement)) - free_symbols(plain(statement))
    if not free:
        return statement
    more = tuple(sorted(free, key=sympy.default_sort_key))
    if isinstance(statement, ForAll):
        return with_parts(statement, variables=(*statement.variables, *more))
    return for_all(more, sympy.true, statement)


def _settled(
    statement: Statement, standing: Change, kept: Callable[[Condition], bool] = lambda _: False
) -> Statement:
    """The statement, evaluated but where that makes both sides the same, or a condition is kept."""
    if not with_written(statement):
        return statement
    equals = [part for part in subpropositions(statement) if isinstance(part, Equal)]
    collapsed = {
        part
        for equal in equals
        if plain(equal.left) == plain(equal.right)
        for part in leaves(equal)
    }
    return rewrite(
        statement,
        lambda part: (
            standing(part) if part in collapsed else _settled_condition(part, standing, kept)
        ),
    )


def _settled_condition(
    condition: Condition, standing: Change, kept: Callable[[Condition], bool]
) -> Condition:
    if isinstance(condition, Relational):
        sides = evaluated(condition.lhs), evaluated(condition.rhs)
        closed = not (sides[0].free_symbols | sides[1].free_symbols)
        stands = sides[0] == sides[1] or closed or (is_written(condition) and kept(condition))
        return standing(condition) if stands else evaluated(condition)
    if isinstance(condition, Boolean) and is_written(condition):
        parts = (_settled_condition(part, standing, kept) for part in condition.args)
        return condition.func(*parts)
    return evaluated(condition)
