"""What texts say of numbers that are nearly equal, and of where a value is smallest or largest."""

from __future__ import annotations

from dataclasses import dataclass

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.kinds import All, ForAll
from probatum.proposition.numbers.exact import exact
from probatum.proposition.parts import put, unchecked
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.subjects.coercion import hypotheses_of, variables_of
from probatum.proposition.written import Written, evaluated
from probatum.type_names import Authored, Comparison, Condition, Expression, Symbol

__all__ = ("about", "close_to", "largest", "smallest")


def close_to(value: Authored, stated: Authored, *, within: Authored) -> Comparison:
    """That a value is at most `within` away from what is stated: close to 3, within "0.1"."""
    size = _tolerance(within, "close_to")
    return _at_most(exact(value, "close_to"), exact(stated, "close_to"), size)


def about(value: Authored, stated: Authored, *, within: Authored) -> Comparison:
    """That a value differs from what is stated by at most a share of it: about 2, within "0.1"."""
    share, given = _tolerance(within, "about"), exact(stated, "about")
    return _at_most(exact(value, "about"), given, share * sympy.Abs(given))


def _at_most(value: Expression, stated: Expression, size: Expression) -> Comparison:
    between = value - stated
    if defined(between) != sympy.And(defined(value), defined(stated)):
        between = Written("-", value, stated)
    return sympy.LessThan(sympy.Abs(between), size, evaluate=False)


def _tolerance(within: Authored, where: str) -> Expression:
    size = exact(within, f"{where}: within=")
    if size.is_number and not size.is_nonnegative:
        raise DefinitionError(f"{where}: got within={size}, wanted a tolerance of at least zero")
    return size


def smallest(
    value: Authored,
    over: Authored,
    *,
    at: Authored,
    given: Authored = sympy.true,
    only: bool = True,
) -> All:
    """That a value is smallest over a variable at a place that `given` admits; only: nowhere
    else as small.
    """
    beats = Best("smallest", sympy.Gt if only else sympy.Ge, only)
    return beats.stated(value, over, at, given)


def largest(
    value: Authored,
    over: Authored,
    *,
    at: Authored,
    given: Authored = sympy.true,
    only: bool = True,
) -> All:
    """That a value is largest over a variable at a place that `given` admits; only: nowhere else
    as large.
    """
    beats = Best("largest", sympy.Lt if only else sympy.Le, only)
    return beats.stated(value, over, at, given)


class Admitted(ForAll):
    """That a place is among those that are compared, which may well be supposed."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Best:
    """What is said of a value that is best somewhere: by which word, in which relation the others
    stand to it, and whether it is so nowhere else.
    """

    where: str
    relation: type[Comparison]
    only: bool

    def stated(self, value: Authored, over: Authored, at: Authored, given: Authored) -> All:
        """That it is best at a place, which is admitted."""
        (variable,) = _one(over, self.where)
        place, expression = exact(at, f"{self.where}: at="), exact(value, self.where)
        condition = hypotheses_of(given, f"{self.where}: given=")
        if not expression.has(variable) or place.has(variable):
            raise DefinitionError(
                f"{self.where}: got {expression} over {variable} at {place}, wanted a value that "
                "depends on the variable, and a place that does not"
            )
        met = put(evaluated(defined(condition)), {variable: place})
        has_value = sympy.And(evaluated(defined(place)), met)
        if has_value == sympy.false:  # which SymPy compares with nothing
            return All(_admitting(sympy.false))
        best = put_inside(expression, {variable: place})
        whole = variable.is_integer and not place.is_integer
        kind = sympy.Eq(sympy.floor(place), place) if whole else sympy.true
        admitted = sympy.And(put(condition, {variable: place}), has_value, kind)
        there = _admitting(admitted)
        if admitted == sympy.false:
            return All(there)
        elsewhere = sympy.And(condition, sympy.Ne(variable, place)) if self.only else condition
        then = self.relation(expression, best, evaluate=False)
        if admitted == sympy.true:
            return All(ForAll(variable, given=elsewhere, then=then))
        return All(ForAll(variable, given=sympy.And(elsewhere, admitted), then=then), there)


def _admitting(admitted: Condition) -> ForAll:
    there: ForAll = unchecked(Admitted, variables=(), given=sympy.true, then=admitted)
    return there


def _one(over: Authored, where: str) -> tuple[Symbol]:
    variables = variables_of(over, where)
    if len(variables) != 1:
        raise DefinitionError(
            f"{where}: got the variables {variables}, wanted one; of several, "
            "a ForAll over them with the relation to the value at the place"
        )
    return (variables[0],)
