"""Limits of integrals, sums and products by theorems on these: what they are in other words."""

from __future__ import annotations

import sympy

from probatum.decide.by_closed_form.closed_forms import admitted
from probatum.decide.by_closed_form.moving_ranges import with_parts_told
from probatum.engines.decider import Ask
from probatum.lowering.analysis.bounded_convergence import of_bounded_integrals
from probatum.lowering.analysis.rational_products import of_rational_products
from probatum.lowering.analysis.riemann_sums import of_sums
from probatum.lowering.analysis.symmetric_sums import of_symmetric_sums
from probatum.lowering.analysis.uniform_limits import of_integrals
from probatum.lowering.steps.euler_constant import of_harmonic_numbers
from probatum.lowering.sums.telescoping_products import of_products
from probatum.lowering.theorem import Theorem
from probatum.proposition.in_place import Place
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import leaves
from probatum.proposition.written import is_written
from probatum.type_names import Expression, Statement

WAYS = (
    of_products,
    of_rational_products,
    of_sums,
    of_harmonic_numbers,
    of_integrals,
    of_bounded_integrals,
    of_symmetric_sums,
)
INSIDE = (sympy.Integral, sympy.Sum, sympy.Product, sympy.harmonic)


def by_limit_theorems(statement: Statement, ask: Ask) -> tuple[ForAll, tuple[Theorem, ...]] | None:
    """The statement with such limits in other words, and the theorems by which these are right;
    `ask` decides what they need. None where there are none.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return None
    theorems: list[Theorem] = []

    def told(part: Expression, place: Place) -> Expression | None:
        if not isinstance(part, sympy.Limit) or place.near(part) or is_written(part):
            return None
        if part.args[1] in statement.variables or not part.args[0].has(*INSIDE):
            return None
        values = (value for way in WAYS for value in way(part))
        found = next((value for value in values if admitted(value, statement, ask)), None)
        if found is None:
            return None
        theorems.append(found.theorem)
        return found.form

    here = (leaf for leaf in leaves(statement.then) if isinstance(leaf, sympy.Basic))
    limits = any(leaf.has(sympy.Limit) for leaf in here)
    made = with_parts_told(statement, told) if limits else statement
    return (made, tuple(dict.fromkeys(theorems))) if theorems else None
