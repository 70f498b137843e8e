"""Integrals, limits, sums and products whose value an author's module asks for: they are decided as
they are written.
"""

from __future__ import annotations

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import Call, lost, provided_within
from probatum.proposition.subjects.limit import Limit
from probatum.type_names import Authored, Expression, Symbol

STANDING = {
    sympy.integrate: sympy.Integral,
    sympy.limit: sympy.Limit,
    sympy.Limit: sympy.Limit,
    sympy.summation: sympy.Sum,
    sympy.product: sympy.Product,
    sympy.limit_seq: sympy.Limit,
}


def carried_out(
    function: Authored, arguments: tuple[Authored, ...], options: dict[str, Authored]
) -> Authored:
    """An integral, limit, sum or product between ends as it is written: its value is for deciders;
    without ends, what the algebra system finds, where what it is of needs no more than the value
    that is taken of it.
    """
    first, *rest = arguments
    if isinstance(first, MatrixBase):
        return first.applyfunc(lambda entry: carried_out(function, (entry, *rest), options))
    written = _standing(function, arguments, options)
    bounded = isinstance(written, sympy.Limit) or all(len(ends) == 3 for ends in written.limits)
    if bounded:
        return written
    found = Call(function, arguments, options).evaluated()
    return provided_within(found, sympy.And(*lost(first)))


def stands_for_many(owner: Authored) -> bool:
    """Whether an integral, limit, sum or product hangs on what it is not carried out for."""
    return any(each.free_symbols for each in owner.atoms(*STANDING.values()))


def _standing(
    function: Authored, arguments: tuple[Authored, ...], options: dict[str, Authored]
) -> Authored:
    """What is not carried out: a limit from both sides, unless its author says from which."""
    if function is sympy.limit_seq:
        return _of_a_sequence(*arguments, **options)
    if function not in (sympy.limit, sympy.Limit):
        return STANDING[function](*arguments)
    said = dict(zip(("e", "z", "z0", "dir"), arguments, strict=False)) | options
    return Limit(said["e"], said["z"], said["z0"], said.get("dir", "+-"))


def _of_a_sequence(terms: Expression, n: Symbol | None = None, *_: int) -> Expression:
    """The limit over the integers, also where the variable is not said to be one."""
    (named,) = terms.free_symbols if n is None else (n,)
    number = named if named.is_integer else sympy.Dummy(named.name, integer=True)
    return sympy.Limit(terms.xreplace({named: number}), number, sympy.oo)
