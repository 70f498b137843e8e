"""Puts closed forms in place of series, integrals, limits and remainders with parameters,
where the hypotheses are shown to admit them.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.calculus import proposals
from probatum.claim_cache import cached_for_claim
from probatum.decision import Truth
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.analysis.limit_outcomes import limit_outcomes
from probatum.lowering.analysis.limits import Outcome, as_series, limit_at_a_place
from probatum.lowering.analysis.parameters import values
from probatum.lowering.analysis.totals_in_cases import integral_outcomes, series_outcomes
from probatum.lowering.value import Value
from probatum.lowering.whole_numbers.factorial_remainders import without_factorials
from probatum.proposition.binders import BINDERS
from probatum.proposition.in_place import Place, changed, in_place
from probatum.proposition.kinds import KINDS, Equal, ForAll, Rounded, for_all
from probatum.proposition.parts import conjuncts, rewrite
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_nowhere_zero_around
from probatum.proposition.written import evaluated, is_written
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Symbols


def with_values(statement: Statement, ask: Ask) -> Statement:
    """The statement with values for what is open in it; `ask` decides the conditions under which
    they are right.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return statement
    known = _known(open_constructs(statement.then), statement, ask)
    around = _around(statement)
    also = _known(open_constructs(statement.then, near=True), around, ask)
    if not known and not also:
        return statement

    def value(part: Expression, place: Place) -> Expression | None:
        return (also if place.near(part) else known).get(part)

    then = rewrite(statement.then, lambda part: changed(part, value))
    return for_all(statement.variables, statement.given, then)


def _known(constructs: list[Expression], statement: ForAll, ask: Ask) -> Point:
    found = ((construct, _value(construct, statement, ask)) for construct in constructs)
    return {construct: value for construct, value in found if value is not None}


def _around(statement: ForAll) -> ForAll:
    """The statement under those hypotheses alone that hold near each point at which they hold:
    what is differentiated has a value there as well.
    """
    strict = (sympy.Gt, sympy.Lt, sympy.Ne)
    near = (
        part
        for part in conjuncts(statement.given)
        if isinstance(part, strict) and (part.lhs - part.rhs).is_polynomial()
    )
    return for_all(statement.variables, sympy.And(*near), statement.then)


def open_constructs(then: Statement, *, near: bool = False) -> list[Expression]:
    """The open series, integrals, limits and remainders of a condition or equality, as written, at
    the values of its variables; or those that are differentiated.
    """
    found: list[Expression] = []

    def note(expression: Expression) -> Expression:
        found.extend(
            part
            for part, place in in_place(expression)
            if isinstance(part, (*BINDERS, sympy.Mod)) and place.near(part) is near
            if part.free_symbols and _says_no_more_than_its_value(part)
        )
        return expression

    if not isinstance(then, KINDS) or isinstance(then, (Equal, Rounded)):
        rewrite(then, note)
    return list(dict.fromkeys(found))


def _says_no_more_than_its_value(construct: Expression) -> bool:
    """Whether its inside is defined wherever the value of that is: x/x, of which the value is 1,
    is not, nor 0 times a series; of a limit, all around its place.
    """
    inside = construct.args[0]
    if not is_written(inside):
        return True
    plain = evaluated(inside)
    if not {evaluated(each) for each in inside.atoms(*BINDERS)} <= plain.atoms(*BINDERS):
        return False
    more = _needs(inside) ^ _needs(plain)
    around = isinstance(construct, sympy.Limit) and more <= _needs(inside)
    return not more or (around and all(_is_so_around(each, construct.args[1]) for each in more))


def _is_so_around(needed: Condition, variable: Symbol) -> bool:
    zero = isinstance(needed, sympy.Unequality) and needed.rhs == 0
    return zero and is_nowhere_zero_around(needed.lhs, variable)


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
    if not is_of_defined(plain, statement, ask):
        return None
    if isinstance(plain, sympy.Limit):
        return _limit(plain, statement, ask)
    found = without_factorials(plain) if isinstance(plain, sympy.Mod) else values(plain)
    return _first_admitted(found, statement, ask)


def _first_admitted(proposed: Iterator[Value], statement: ForAll, ask: Ask) -> Expression | None:
    shared = proposals.sharing(proposed, proposals.SHARED)
    return next((value.form for value in shared if admitted(value, statement, ask)), None)


def _limit(construct: Expression, statement: ForAll, ask: Ask) -> Expression | None:
    """One closed form that is the limit wherever the hypotheses hold."""
    there = limit_at_a_place(construct)
    if there is not None and admitted(there, statement, ask):
        return there.form
    series = as_series(construct)
    if series is not None:
        return _first_admitted(values(series), statement, ask)
    found = limit_in_cases(construct, statement, ask)
    return found[0].number if len(found) == 1 else None


@cached_for_claim(64)
def limit_in_cases(construct: Expression, statement: ForAll, ask: Ask) -> tuple[Outcome, ...]:
    """What a limit, series or integral is in each case of the parameters that are admitted."""

    def excluded(where: Condition) -> bool:
        return where != sympy.true and holds(((), sympy.true, sympy.Not(where)), statement, ask)

    ways = {
        sympy.Limit: limit_outcomes,
        sympy.Sum: series_outcomes,
        sympy.Integral: integral_outcomes,
    }
    return ways[type(construct)](construct, excluded)


def is_of_defined(construct: Expression, statement: ForAll, ask: Ask) -> bool:
    """Whether the parameters satisfy what they alone must for the inside to be defined:
    a closed form may hold it no longer.
    """
    return holds(((), sympy.true, needed_of_parameters(construct)), statement, ask)


def needed_of_parameters(construct: Expression) -> Condition:
    """What they alone must satisfy for the inside to be defined."""
    return sympy.And(
        *(
            part
            for part in conjuncts(defined(construct.args[0]))
            if part.free_symbols <= construct.free_symbols
        )
    )


def admitted(value: Value, statement: ForAll, ask: Ask) -> bool:
    """Whether all that must hold for it to be the value is proved."""
    return all(holds(needed, statement, ask) for needed in value.conditions)


def holds(needed: tuple[Symbols, Condition, Condition], statement: ForAll, ask: Ask) -> bool:
    """Whether a condition is proved of all parameters that the statement admits,
    and of what is bound beside them.

    needed: what is bound, what is supposed of it, and the condition.
    """
    bound, supposed, wanted = needed
    if wanted == sympy.true:
        return True
    given = sympy.And(statement.given, supposed)
    try:
        found = ask(for_all((*statement.variables, *bound), given, wanted))
    except UndefinedError:
        return False
    return found.truth is Truth.TRUE and bool(found.agreeing)
