"""A sum of independent copies is a random variable of which mean and mean square are known; for few
copies it is a sum of variables that have one distribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sympy
from sympy.core.relational import Relational, _Inequality

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.random_variables import needs_of, supports
from probatum.lowering.chance.values_taken import STRICT
from probatum.lowering.every_case import follows, known_by_numbers
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import (
    Expectation,
    Probability,
    RandomVariable,
    Total,
    Variance,
)
from probatum.type_names import Condition, Expression, Symbol

SUMS = Theorem(
    "mean and mean square of a sum of independent copies",
    "Billingsley, Probability and Measure, 3rd ed., section 22",
    exact=False,
)
POLYNOMIAL = (sympy.Add, sympy.Mul, Relational, sympy.logic.boolalg.Boolean)


def hidden_sum(statement: ForAll) -> Expression | None:
    """The one sum over copies that a conclusion has in a probability, or in a function that is no
    polynomial; None where there are several, or others random beside it.
    """
    found = set(_hidden(statement.then))
    if len(found) != 1 or any(_hidden(statement.given)):
        return None
    (total,) = found
    copies = total.atoms(RandomVariable)
    drawn = {
        name for each in copies for name in ("drawn_from", "correlation") if name in each.known
    }
    alone = len(copies) == 1 and not drawn and not total.args[0].atoms(Expectation)
    averages = [each for each in statement.then.atoms(Expectation) if each.has(total)]
    apart = sympy.Dummy("sum", real=True)
    beside = (each.xreplace({total: apart}).atoms(RandomVariable) for each in averages)
    return total if alone and not any(beside) else None


def _hidden(part: Expression) -> Iterator[Expression]:
    if isinstance(part, Probability):
        yield from part.atoms(Total)
    elif isinstance(part, (*POLYNOMIAL, Expectation)) or _is_power(part):
        for each in part.args:
            yield from _hidden(each)
    elif not isinstance(part, (Total, General)):
        inside = {each for each in part.atoms(Expectation) if each.has(Total)}
        yield from (found for each in inside for found in _hidden(each))
        apart = part.xreplace(dict.fromkeys(inside, sympy.Integer(0)))
        yield from apart.atoms(Total)


def _is_power(part: Expression) -> bool:
    return isinstance(part, sympy.Pow) and bool(part.exp.is_Integer and part.exp > 0)


def with_one_variable(statement: ForAll, total: Expression) -> ForAll:
    """The statement about a random variable in place of the sum, with what is known of it."""
    name = str(total)
    moments = Moments()
    mean, spread = (moments.lowered(each(total)) for each in (Expectation, Variance))
    have_values = sympy.And(defined(mean), defined(spread))
    supposed = sympy.And(statement.given, *needs_of(statement))
    if not moments.needed and follows(have_values, supposed):
        return _centred(statement, total, mean, spread)
    one = RandomVariable(name, (("call", name), ("independent", True)))
    same = (
        sympy.Eq(Expectation(one**power), Expectation(total**power), evaluate=False)
        for power in (1, 2)
    )
    known = (known_by_numbers(fact, supposed) for fact in same)
    given = sympy.And(statement.given, *known, *bounds_of_sum(statement, total, one))
    then = statement.then.xreplace({total: one})
    return for_all((*statement.variables, one), given, then)


def bounds_of_sum(statement: ForAll, total: Expression, whole: Expression) -> Iterator[Condition]:
    """What is supposed of each copy of a term, and so is of their sum."""
    copies, *others = total.atoms(RandomVariable)
    if others or not total.args[0].is_polynomial(copies):
        return
    if total.args[0].is_nonnegative:
        yield sympy.Ge(whole, 0, evaluate=False)
    term = sympy.Poly(total.args[0], copies)
    for difference, kind in _of_each(statement, copies):
        factor = sympy.LC(difference, copies) / term.LC()
        rest = sympy.expand(difference - factor * total.args[0])
        if term.LC().is_number and not rest.has(copies):
            yield kind(factor * whole + copies.known["of"] * rest, 0, evaluate=False)


def _of_each(statement: ForAll, copies: Symbol) -> Iterator[tuple[Expression, type[Relational]]]:
    """Polynomials in one copy that are at least zero, or above: as is supposed, or as it is 0 or
    1.
    """
    if "bernoulli" in copies.known:
        yield from ((copies, sympy.Ge), (1 - copies, sympy.Ge))
    for part in supports(statement):
        if isinstance(part, _Inequality) and part.atoms(RandomVariable) == {copies}:
            difference = sympy.expand(part.gts - part.lts)
            if difference.is_polynomial(copies):
                yield difference, sympy.Gt if isinstance(part, STRICT) else sympy.Ge


def _centred(statement: ForAll, total: Expression, mean: Expression, spread: Expression) -> ForAll:
    """The same about how far the mean of the copies is from what is expected."""
    (copies,) = total.atoms(RandomVariable)
    count, name = copies.known["of"], f"{total} centred"
    known = (("mean", sympy.Integer(0)), ("variance", sympy.cancel(spread / count**2)))
    one = RandomVariable(name, (("call", name), ("independent", True), *known))
    whole = count * one + mean
    put = statement.then.xreplace({total: whole})
    then = put.replace(lambda part: part.is_Add and part.has(one), sympy.expand)
    given = sympy.And(statement.given, *bounds_of_sum(statement, total, whole))
    return for_all((*statement.variables, one), given, then)


def of_few_copies(statement: ForAll, copies: RandomVariable, number: int) -> ForAll | None:
    """The statement about so many variables of one call in place of the copies; None where there
    is another number of them.
    """
    count = copies.known["of"]
    if count != number and not (isinstance(count, sympy.Symbol) and count.is_integer):
        return None
    several = tuple(
        RandomVariable(f"{copies.name} {place}", (("call", copies.name), ("independent", False)))
        for place in range(1, number + 1)
    )
    summed = {
        each: sympy.Add(*(each.args[0].xreplace({copies: one}) for one in several))
        for part in (statement.given, statement.then)
        for each in part.atoms(Total)
    }
    at = {count: sympy.Integer(number)} if count != number else {}
    parts = conjuncts(statement.given)
    statement = with_parts(statement, given=sympy.And(*_of_all(parts, copies, several)))
    given, then = (part.xreplace(summed).xreplace(at) for part in (statement.given, statement.then))
    if {copies} & (given.atoms(RandomVariable) | then.atoms(RandomVariable)):
        return None
    kept = (each for each in statement.variables if each not in (copies, count))
    made: ForAll = with_parts(statement, given=given, then=then)
    return for_all((*kept, *several), made.given, made.then)


def _of_all(
    parts: Iterable[Condition], copies: Symbol, several: tuple[Symbol, ...]
) -> Iterator[Condition]:
    """What is supposed of each copy, of all of them."""
    for part in parts:
        of_each = part.has(copies) and not part.atoms(Total)
        yield from (part.xreplace({copies: one}) for one in several) if of_each else (part,)


def alone(copies: RandomVariable) -> Symbol:
    """One of the copies, with all that is known of it."""
    known = tuple((name, value) for name, value in copies.properties if name != "of")
    return RandomVariable(copies.name, known)
