"""Sums over an index beside a constant, where some numbers add up to one: each has its share of the
constant.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.random import RandomVariable, Total
from probatum.type_names import Expression

SHARES = Theorem(
    "A sum is at least zero where each summand with its share of a constant is",
    "Hardy, Littlewood, Pólya, Inequalities, section 2.1",
    exact=False,
)
KINDS = (sympy.LessThan, sympy.GreaterThan)


def by_shares(statement: ForAll) -> Iterator[ForAll]:
    """The statement as one about a single sum, for each of the numbers that add up to one, and
    for all of them together; none where it is no inequality that is linear in its sums.
    """
    then = statement.then
    if not isinstance(then, KINDS):
        return
    difference = sympy.expand(then.gts - then.lts)
    totals = sorted(difference.atoms(Total), key=str)
    shares = {total: difference.coeff(total) for total in totals}
    rest = sympy.expand(difference - sympy.Add(*(shares[each] * each for each in totals)))
    if not totals or rest == 0 or any(map(_is_random, (rest, *shares.values()))):
        return
    summed = sympy.Add(*(share * total.args[0] for total, share in shares.items()))
    for whole in _of_one(statement):
        inside = sympy.expand(summed + rest * whole)
        yield with_parts(statement, then=sympy.Ge(Total(inside), 0, evaluate=False))


def _of_one(statement: ForAll) -> list[Expression]:
    """What adds up to one by a hypothesis, and of several the mean."""
    found = []
    for part in conjuncts(statement.given):
        if isinstance(part, sympy.Equality) and sympy.Integer(1) in part.args:
            (whole,) = set(part.args) - {sympy.Integer(1)}
            if isinstance(whole, Total) and not whole.args[0].atoms(Total):
                found.append(whole.args[0])
    return [*found, sympy.Add(*found) / len(found)] if len(found) > 1 else found


def _is_random(number: Expression) -> bool:
    return bool(number.atoms(RandomVariable, Total))
