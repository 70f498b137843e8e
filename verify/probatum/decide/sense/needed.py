"""What must be shown so that a statement is defined, each with what needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy

from probatum.calculus.carrying_out import carried_out
from probatum.lowering.analysis.region import solved
from probatum.lowering.matrices.given_matrices import over_the_reals
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import AlmostAll, ForAll, Joined, for_all
from probatum.proposition.parts import conjuncts, leaves, subpropositions, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.obligations import NO_NUMBERS, obligations
from probatum.proposition.unknown import taking_unknown
from probatum.type_names import Condition, Expression, Statement


def each_needed(statement: Statement) -> Iterator[tuple[Statement, ForAll]]:
    """What must be shown, each with what needs it: of what is joined, the part, as almost all may
    be undefined for almost none; where hypotheses hold on a line or plane, in its coordinates.
    """
    if isinstance(statement, Joined) and _says_almost_all(statement):
        for part in statement.parts:
            yield from each_needed(part)
        return
    for obligation in map(over_the_reals, obligations(statement)):
        if isinstance(statement, AlmostAll) and obligation.variables == statement.variables:
            there = solved(with_parts(statement, then=obligation.then))
            if there.variables != statement.variables:
                admitted = sympy.And(there.given, defined(there.given))
                yield there, for_all(there.variables, admitted, there.then)
                continue
        yield statement, obligation


def needed_in_each(
    cases: Sequence[Sequence[tuple[Statement, ForAll]]], obligation: ForAll
) -> list[Condition]:
    """What must be so of the same variables in every case, as far as it can be said, wherever the
    obligation supposes no less: what is needed where x > 1 is not asked about elsewhere.
    """
    told = [
        [
            part
            for one, needed in case
            if needed.variables == obligation.variables and _supposes(obligation, one, needed)
            for part in conjuncts(taking_unknown(needed, sympy.true).then)
        ]
        for case in cases
    ]
    return [part for part in told[0] if all(part in case for case in told)]


def _supposes(obligation: ForAll, one: Statement, needed: ForAll) -> bool:
    """Whether what is needed in a case rests on hypotheses of the obligation and of the case."""
    known = {*conjuncts(obligation.given)}
    if isinstance(one, ForAll):
        known |= {*conjuncts(sympy.And(one.given, defined(one.given)))}
    return {*conjuncts(needed.given)} <= known


def _says_almost_all(statement: Statement) -> bool:
    return any(isinstance(part, AlmostAll) for part in subpropositions(statement))


def inside_almost_all(statement: Statement, obligation: ForAll) -> bool:
    """Whether almost all is said inside, for each value of something else: that it is undefined at
    a point says nothing.
    """
    return not isinstance(statement, AlmostAll) and any(
        isinstance(part, AlmostAll) and {*part.variables} <= {*obligation.variables}
        for part in subpropositions(statement)
    )


def told_of(part: Condition, closed: set[Expression]) -> Condition | None:
    """What is needed with the values of what is closed in it, where these are numbers and more is
    needed; what closed constructs need themselves shows once they are carried out.
    """
    if not part.has(*closed):
        return part
    told = carried_out(part) if part.free_symbols else part
    return None if told.has(*closed, *NO_NUMBERS) or told == part else told


def is_in_complex_radicals(statement: Statement) -> bool:
    """Whether it holds I, which may stand for a real number that only its value shows."""
    return any(leaf.has(sympy.I) for leaf in leaves(statement) if isinstance(leaf, sympy.Basic))


def closed_constructs(statement: Statement) -> set[Expression]:
    """Sums, integrals and the like that hang on no variable."""
    found = (leaf.atoms(*BINDERS) for leaf in leaves(statement) if isinstance(leaf, sympy.Basic))
    return {each for some in found for each in some if not each.free_symbols}
