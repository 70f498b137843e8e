"""Numbers under a root as squares: logarithms beside roots become logarithms beside powers."""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.calculus.proposals import BINDERS
from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.reading.sentences import is_real
from probatum.type_names import Condition, Expression, Statement, Symbol

SQUARES = Theorem("What is not negative is the square of its root", "elementary", exact=False)
HALF = sympy.Rational(1, 2)


def of_squares(statement: Statement) -> Statement:
    """The statement about the roots of the variables of which it has square roots, where a
    hypothesis says that these are not negative; else as it is.
    """
    if not isinstance(statement, ForAll) or not isinstance(
        statement.then, sympy.logic.boolalg.Boolean
    ):
        return statement
    parts = sympy.And(statement.given, statement.then)
    roots = {
        variable: sympy.Symbol(f"root of {variable.name}", real=True)
        for variable in statement.variables
        if is_real(variable)
        and any(_is_root(power, variable) for power in statement.then.atoms(sympy.Pow))
        and any(_keeps_from_negative(part, variable) for part in conjuncts(statement.given))
    }
    if not roots or parts.has(*BINDERS):
        return statement
    given, then = statement.given, statement.then
    for variable, root in roots.items():
        given = sympy.And(*(_supposed(part, variable, root) for part in conjuncts(given)))
        then = _of_square(then, variable, root)
    return for_all(
        tuple(roots.get(variable, variable) for variable in statement.variables),
        sympy.And(given, *(root >= 0 for root in roots.values())),
        then,
    )


def _is_root(power: Expression, variable: Symbol) -> bool:
    return bool(power.base == variable and power.exp.is_Rational and power.exp.q == 2)


def _beside(condition: Condition, variable: Symbol) -> Relational | None:
    """The relation of the variable, on the left, to a number that is not negative; None where it is
    none.
    """
    if not isinstance(condition, Relational):
        return None
    for one in (condition, condition.reversed):
        if one.lhs == variable and one.rhs.is_number and one.rhs.is_nonnegative:
            return one
    return None


def _keeps_from_negative(condition: Condition, variable: Symbol) -> bool:
    relation = _beside(condition, variable)
    return relation is not None and relation.rel_op in (">", ">=")


def _supposed(condition: Condition, variable: Symbol, root: Symbol) -> Condition:
    """What a hypothesis says of the root: where it bounds the variable, it bounds the root."""
    relation = _beside(condition, variable)
    if relation is None:
        return _of_square(condition, variable, root)
    return relation.func(root, sympy.sqrt(relation.rhs))


def _of_square(condition: Condition, variable: Symbol, root: Symbol) -> Condition:
    """With the square of the root for the variable; roots and logarithms first, of which SymPy
    would not know that the root is not negative.
    """
    turned = condition.replace(
        lambda part: part.is_Pow and _is_root(part, variable),
        lambda part: root ** (part.exp / HALF),
    )
    return turned.replace(sympy.log(variable), 2 * sympy.log(root)).xreplace({variable: root**2})


REWRITINGS = (Rewriting(100, SQUARES, of_squares),)
