"""Whether readers can tell the variables of a statement from each other and from its constants."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.parts import Stated, leaves
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.spelling.names import check_name, look
from probatum.proposition.subjects.domains import General
from probatum.type_names import Expression, Statement, Symbol

CONSTANTS = (sympy.NumberSymbol, type(sympy.I))


def check_told_apart(statement: Statement, where: str) -> None:
    """Raise DefinitionError where a variable has a name that reads as something else, or looks as
    another one, or as a constant, that is spoken of with it.
    """
    shown = {look(words_of(each)): each for each in _constants(statement)}
    _check(statement, shown, where)


def _constants(statement: Statement) -> set[Expression]:
    return {
        constant
        for leaf in leaves(statement)
        if isinstance(leaf, sympy.Basic)
        for constant in leaf.atoms(*CONSTANTS)
    }


def _check(statement: Statement, shown: dict[str, Expression], where: str) -> None:
    if isinstance(statement, tuple):
        for each in statement:
            _check(each, shown, where)
    if not isinstance(statement, Stated):
        return
    for field, part in statement.parts_inside():
        known = dict(shown)
        for variable in sorted(statement.bound(field), key=lambda each: str(each.name)):
            if not _is_coordinate(variable):
                check_name(variable.name, where)
            other = known.setdefault(look(words_of(variable)), variable)
            if other != variable:
                raise DefinitionError(
                    f"{where}: got {_told(other)} and {_told(variable)}, which look the same, "
                    f"{words_of(variable)}, wanted names that readers can tell apart"
                )
        _check(part, known, where)


def _told(part: Expression) -> str:
    if not isinstance(part, sympy.Symbol):
        return f"the constant {part}"
    return f"the variable {part.name!r}"


def _is_coordinate(variable: Symbol) -> bool:
    """Whether it is the real or imaginary part of a complex number."""
    named = not isinstance(variable, General) and variable.name[:3] in ("Re(", "Im(")
    return named and bool(variable.name.endswith(")"))
