"""States that a statement has no value where its author says so."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.judge.variants import parameters
from probatum.proposition.kinds import Equal, ForAll, Rounded, for_all
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Statement


def without_value(statement: Statement, where: Condition | None) -> ForAll:
    """That it is undefined for all parameters for which a condition holds;
    raises DefinitionError where the condition speaks of others.
    """
    inner, variables, given = statement, (), sympy.true
    if isinstance(statement, ForAll):
        inner, variables, given = statement.then, statement.variables, statement.given
    if where is not None:
        parameters(statement, where)
    meant = evaluated(sympy.And(defined(given), _meant(inner)))
    supposed = sympy.And(given, sympy.true if where is None else where)
    return for_all(variables, supposed, sympy.Not(meant))


def _meant(inner: Statement) -> Condition:
    match inner:
        case Equal():
            return sympy.And(defined(inner.left), defined(inner.right))
        case Rounded():
            return defined(inner.expression)
        case sympy.logic.boolalg.Boolean():
            return defined(inner)
        case ForAll() if not inner.variables and inner.given == sympy.true:
            return _meant(inner.then)
    raise DefinitionError(
        f"has_no_value: got {type(inner).__name__} as what is stated, wanted a relation, "
        "an Equal or a Rounded, for all values or of numbers"
    )
