"""What stands inside of a limit, a series or an integral as its author wrote it, as it is evaluated
where that says no less.
"""

from __future__ import annotations

import sympy

from probatum.decide.by_closed_form.closed_forms import holds
from probatum.engines.decider import Ask
from probatum.proposition.binders import BINDERS
from probatum.proposition.in_place import Place, changed
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import rewrite
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import evaluated, is_written
from probatum.type_names import Expression, Statement


def evaluated_inside(statement: Statement, ask: Ask) -> Statement:
    """The statement with the insides evaluated that are proved to be defined wherever what comes of
    them is.
    """
    if not isinstance(statement, ForAll) or isinstance(statement.then, ForAll):
        return statement

    def put_in(part: Expression, place: Place) -> Expression | None:
        if not isinstance(part, BINDERS) or place.near(part) or not is_written(part.args[0]):
            return None
        return _evaluated(part, statement, ask)

    then = rewrite(statement.then, lambda part: changed(part, put_in))
    same = then == statement.then
    return statement if same else for_all(statement.variables, statement.given, then)


def _evaluated(construct: Expression, statement: ForAll, ask: Ask) -> Expression | None:
    inside, *rest = construct.args
    plain = evaluated(inside)
    needed = evaluated(defined(inside))
    variables = needed.free_symbols | plain.free_symbols
    bound = tuple(sorted(variables - {*statement.variables}, key=sympy.default_sort_key))
    if not holds((bound, defined(plain), needed), statement, ask):
        return None
    made: Expression = construct.func(plain, *rest)
    return made
