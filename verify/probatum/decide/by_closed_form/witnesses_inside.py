"""What is said to exist: nothing is a witness for which a sum, integral or limit has no value."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.calculus.carrying_out import carried_out
from probatum.proposition.kinds import All, Any, Exists, ForAll, Joined, Quantified
from probatum.proposition.parts import leaves, with_parts
from probatum.proposition.sense.bodies import holds_construct
from probatum.proposition.sense.obligations import beside, needed_beside, needed_inside
from probatum.proposition.written import evaluated
from probatum.type_names import Statement


def with_witnesses_carried_out(statement: Statement) -> Statement:
    """The statement in which nothing is a witness for which a closed sum, integral or limit inside
    has no value, before that cancels.
    """
    match statement:
        case Quantified():
            then = with_witnesses_carried_out(statement.then)
            if isinstance(statement, Exists) and any(map(holds_construct, leaves(then))):
                then = _as_carried_out(then)
            return with_parts(statement, then=then)
        case Joined():
            parts = tuple(map(with_witnesses_carried_out, statement.parts))
            return with_parts(statement, parts=parts)
    return statement


def _as_carried_out(then: Statement) -> Statement:
    """What is said of something chosen, and where that is defined with its values carried out."""
    match then:
        case ForAll():
            return with_parts(then, then=_as_carried_out(then.then))
        case All() | Any():
            return with_parts(then, parts=tuple(map(_as_carried_out, then.parts)))
        case Boolean():
            return sympy.And(then, evaluated(needed_beside(carried_out(then))))
    return beside(needed_inside(carried_out(then)), then)
