"""Values put into what is summed, multiplied or integrated, or has a limit: it has a value there
where it had one before they were put in.
"""

from __future__ import annotations

import sympy

from probatum.proposition.parts import conjuncts, put, put_standing
from probatum.proposition.sense.definedness import defined
from probatum.proposition.unknown import is_unknown
from probatum.proposition.written import PROVIDED, Written
from probatum.type_names import Expression, Values


def put_inside(expression: Expression, values: Values) -> Expression:
    """The expression with values in place of symbols: 0/x, where 0 is put in, stays without a
    value at 0.
    """
    return put_standing(expression, values, _provided)


def _provided(inner: Expression, values: Values, there: Expression) -> Expression:
    """What stands for a body with the values in it, where the body has a value."""
    if inner.free_symbols.isdisjoint(values):
        return there
    known = conjuncts(defined(there))
    where = sympy.And(
        *(
            part
            for part in conjuncts(put(defined(inner), values))
            if part not in known and not (is_unknown(part) and there.has(part.lhs.args[0]))
        )
    )  # of what is not known, what still stands there is asked about there
    return there if where == sympy.true else Written(PROVIDED, there, where)
