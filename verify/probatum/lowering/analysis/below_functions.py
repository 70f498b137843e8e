"""The first terms of power series of elementary functions, none of them negative, by these."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs import sign_under
from probatum.lowering.analysis.parameters import values
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.lowering.value import Value
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Point, Statement

PARTIAL = Theorem(
    "The first terms of a series without negative terms come to no more than the whole",
    "elementary",
    exact=False,
)
ORDERS = ("<", "<=", ">", ">=")


def by_functions(statement: Statement) -> Statement:
    """The statement with a function in place of the first terms of its power series, from which it
    follows; as it is where there are none.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Relational):
        return statement
    then = evaluated(statement.then)
    if not isinstance(then, Relational) or then.rel_op not in ORDERS:
        return statement
    sums = then.atoms(sympy.Sum)
    if len(sums) != 1:
        return statement
    (total,) = sums
    above = sympy.expand(then.gts - then.lts)
    factor = above.coeff(total)
    rest = sympy.expand(above - factor * total)
    if rest.has(total) or sign_under(factor, statement.given) != (-1, True):
        return statement
    whole = _whole(total, statement.given)
    if whole is None:
        return statement
    form, apart = whole
    order = sympy.Gt if then.rel_op in ("<", ">") and not apart else sympy.Ge
    below = order(sympy.expand(rest + factor * form), 0, evaluate=False)
    return for_all(statement.variables, statement.given, below)


def _whole(total: Expression, given: Condition) -> tuple[Expression, bool] | None:
    """What the series comes to for all parameters that are admitted, and whether its first terms
    never come to that; None where that, or the sign of the terms, is not known.
    """
    if len(total.limits) != 1 or len(total.limits[0]) != 3:
        return None
    index, low, high = total.limits[0]
    if not (low.is_Integer and low >= 0) or high.is_infinite or high.is_number:
        return None
    later = sympy.Symbol(index.name, integer=True, nonnegative=True)
    term = total.function.xreplace({index: later + low})
    sign, strict = sign_under(term, given)
    if sign != 1 or not total.function.free_symbols - {index}:
        return None
    series = sympy.Sum(total.function, (index, low, sympy.oo))
    at = {index: later + low}
    found = (each.form for each in values(series) if _is_right(each, at, given))
    form = next(found, None)
    return None if form is None else (form, strict)


def _is_right(value: Value, at: Point, given: Condition) -> bool:
    """Whether all that must hold for it to be the value is seen to."""
    needed = sympy.And(*(wanted.xreplace(at) for _, _, wanted in value.conditions))
    return all(_is_so(part, given) for part in conjuncts(needed))


def _is_so(condition: Condition, given: Condition) -> bool:
    if condition == sympy.true:
        return True
    if not isinstance(condition, Relational) or condition.rel_op not in ORDERS:
        return False
    sizes = condition.atoms(sympy.Abs)
    if any(sign_under(size.args[0], given)[0] != 1 for size in sizes):
        return False
    plain = condition.xreplace({size: size.args[0] for size in sizes})
    if plain in (sympy.true, *conjuncts(given)):
        return True
    if not isinstance(plain, Relational):
        return False
    sign, strict = sign_under(plain.gts - plain.lts, given)
    return sign == 1 and (strict or plain.rel_op in ("<=", ">="))


REWRITINGS = (Rewriting(53, PARTIAL, by_functions),)
