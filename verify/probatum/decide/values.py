"""Puts closed forms in place of series, integrals, limits and remainders with parameters,
where the hypotheses are shown to admit them.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus import candidates
from probatum.decision import Truth
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.factorial_remainders import without_factorials
from probatum.lowering.limits import limit_at_a_place, limit_by_signs
from probatum.lowering.parameters import values
from probatum.lowering.value import Value
from probatum.proposition.binders import BINDERS
from probatum.proposition.definedness import defined
from probatum.proposition.kinds import KINDS, Equal, ForAll, Rounded
from probatum.proposition.parts import conjuncts, rewrite, unchecked
from probatum.proposition.written import evaluated, is_written
from probatum.type_names import Condition, Expression, Point, Statement, Symbols


def with_values(statement: Statement, ask: Ask) -> Statement:
    """The statement with values for what is open in it; `ask` decides the conditions under which
    they are right.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return statement
    known: Point = {}
    for construct in _open(statement.then):
        found = _value(construct, statement, ask)
        if found is not None:
            known[construct] = found
    if not known:
        return statement
    then = rewrite(statement.then, lambda part: part.xreplace(known))
    return unchecked(ForAll, variables=statement.variables, given=statement.given, then=then)


def _open(then: Statement) -> list[Expression]:
    """The open series, integrals, limits and remainders of a condition or equality, as written."""
    found: list[Expression] = []

    def note(expression: Expression) -> Expression:
        found.extend(
            part
            for part in expression.atoms(*BINDERS, sympy.Mod)
            if part.free_symbols and _says_no_more_than_its_value(part.args[0])
        )
        return expression

    if not isinstance(then, KINDS) or isinstance(then, (Equal, Rounded)):
        rewrite(then, note)
    return list(dict.fromkeys(found))


def _says_no_more_than_its_value(inside: Expression) -> bool:
    """Whether it is defined wherever its value is: x/x, of which the value is 1, is not."""
    return not is_written(inside) or _needs(inside) == _needs(evaluated(inside))


def _needs(inside: Expression) -> set[Condition]:
    """What must hold for it to be defined: of a product that it is not zero, of each factor."""
    parts = conjuncts(evaluated(defined(inside)))
    return {each for part in parts for each in _by_factors(part)}


def _by_factors(condition: Condition) -> Iterator[Condition]:
    if not isinstance(condition, sympy.Unequality) or condition.rhs != 0:
        yield condition
        return
    for factor in sympy.Mul.make_args(condition.lhs):
        base, power = factor.as_base_exp()
        if not factor.is_number:
            yield sympy.Ne(base if power.is_positive else factor, 0)
        elif factor == 0:
            yield sympy.false


def _value(construct: Expression, statement: ForAll, ask: Ask) -> Expression | None:
    """The closed form of which all conditions are proved; None where there is none."""
    plain = evaluated(construct)
    if not _true(((), sympy.true, _of_parameters(plain)), statement, ask):
        return None
    if isinstance(plain, sympy.Limit):
        there = limit_at_a_place(plain)
        if there is not None and _admitted(there, statement, ask):
            return there.form
        return limit_by_signs(plain, statement.given)
    found = without_factorials(plain) if isinstance(plain, sympy.Mod) else values(plain)
    proposed = candidates.sharing(found, candidates.SHARED)
    return next((value.form for value in proposed if _admitted(value, statement, ask)), None)


def _of_parameters(construct: Expression) -> Condition:
    """What the parameters alone must satisfy for the inside to be defined:
    a closed form may hold it no longer.
    """
    return sympy.And(
        *(
            part
            for part in conjuncts(defined(construct.args[0]))
            if part.free_symbols <= construct.free_symbols
        )
    )


def _admitted(value: Value, statement: ForAll, ask: Ask) -> bool:
    return all(_true(needed, statement, ask) for needed in value.conditions)


def _true(needed: tuple[Symbols, Condition, Condition], statement: ForAll, ask: Ask) -> bool:
    """Whether a condition is proved of all parameters that the statement admits,
    and of what is bound beside them.

    needed: what is bound, what is supposed of it, and the condition.
    """
    bound, supposed, wanted = needed
    if wanted == sympy.true:
        return True
    given = sympy.And(statement.given, supposed)
    try:
        found = ask(
            unchecked(ForAll, variables=(*statement.variables, *bound), given=given, then=wanted)
        )
    except UndefinedError:
        return False
    return found.truth is Truth.TRUE and bool(found.agreeing)
