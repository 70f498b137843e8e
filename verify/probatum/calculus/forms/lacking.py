"""What stands in place of a construct, such as an integral, in which something has no value."""

from __future__ import annotations

import sympy

from probatum.proposition.binders import COUNTING
from probatum.proposition.numbers.constant import OPEN, UNDEFINED, Lacking
from probatum.proposition.written import is_written
from probatum.type_names import Expression


def lacking_inside(construct: Expression) -> Lacking | None:
    """What stands in place of a construct in which something has no value, if that would be lost,
    as in 0 times a series.
    """
    body = construct.args[0]
    lacking = body.atoms(Lacking)
    if not lacking or not (is_written(body) or isinstance(body, Lacking)):
        return None
    certain = not body.has(sympy.Piecewise) and _has_terms(construct)
    first = min(lacking, key=lambda part: (part.kind == OPEN, part.reason))
    return Lacking(construct, UNDEFINED if certain and first.kind != OPEN else OPEN, first.reason)


def lacking_end(construct: Expression, rebuilt: Expression) -> Lacking | None:
    """What stands in place of a construct of which an end, or the point, has no value."""
    ends = [part for end in rebuilt.args[1:] for part in end.atoms(Lacking)]
    lacking = [part for part in ends if part.kind != OPEN]
    return Lacking(construct, UNDEFINED, lacking[0].reason) if lacking else None


def _has_terms(construct: Expression) -> bool:
    """Whether something is surely added or multiplied, integrated or brought to its limit."""
    if not isinstance(construct, COUNTING):
        return not isinstance(construct, sympy.Subs)
    ends = [limit[1:] for limit in construct.limits]
    return all(len(each) == 2 and (each[1] - each[0]).is_nonnegative for each in ends)
