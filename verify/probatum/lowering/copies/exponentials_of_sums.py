"""The mean of an exponential of a sum over independent copies is a power of that of one of them."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational, _Inequality

from probatum.lowering.chance.outcomes import chances
from probatum.lowering.chance.random_variables import varies_freely
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import with_parts
from probatum.proposition.subjects.random import Expectation, Total
from probatum.type_names import Expression

POWERS = Theorem(
    "the mean of a product of independent numbers is the product of their means",
    "Billingsley, Probability and Measure, 3rd ed., section 21",
    exact=True,
)


def with_means_of_one(statement: ForAll) -> ForAll:
    """The statement with powers of means of one copy in place of means of exponentials of sums; an
    inequality with an exponential, where it is one without the powers.
    """
    then = statement.then
    if isinstance(then, sympy.Equality):
        sides = [_powers(side) for side in then.args]
    else:
        sides = _roots(then) if isinstance(then, _Inequality) else []
    if not sides or sides == [*then.args]:
        return statement
    return with_parts(statement, then=then.func(*sides, evaluate=False))


def _powers(part: Expression) -> Expression:
    if type(part) is Expectation:
        found = _of_one(part)
        return part if found is None else sympy.exp(found[0]) * found[1] ** found[2]
    if not part.args or isinstance(part, Expectation) or not part.has(Expectation):
        return part
    return part.func(*map(_powers, part.args))


def _roots(then: Relational) -> list[Expression]:
    """The sides without the powers, where they are an exponential, and such a mean; else none."""
    for mean, bound in (then.args, then.args[::-1]):
        found = _of_one(mean) if type(mean) is Expectation else None
        if found is None or not (bound == 1 or isinstance(bound, sympy.exp)):
            continue
        alone, one, count = found
        exponent = sympy.Integer(0) if bound == 1 else bound.exp
        share = sympy.cancel((exponent - alone) / count)
        if not (share.has(count) or chances(share)):
            return [one if side is mean else sympy.exp(share) for side in then.args]
    return []


def _of_one(mean: Expression) -> tuple[Expression, Expression, Expression] | None:
    """A number, the mean of the exponential of one term, and how many there are: the mean is the
    exponential of the number times this power; None of others, or where copies depend.
    """
    (inside,) = mean.args
    totals = inside.atoms(Total)
    if not isinstance(inside, sympy.exp) or len(totals) != 1:
        return None
    (whole,) = totals
    found = chances(inside)
    if len(found) != 1 or whole.args[0].atoms(Expectation, Total):
        return None
    (copies,) = found
    rest = sympy.expand(inside.exp)
    share = rest.coeff(whole)
    alone = sympy.expand(rest - share * whole)
    if not varies_freely(copies) or chances(share) or alone.has(whole) or chances(alone):
        return None
    count = copies.known["of"]
    return alone, Expectation(Total(sympy.exp(share * whole.args[0]))) / count, count
