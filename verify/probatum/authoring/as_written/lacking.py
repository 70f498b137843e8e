"""What an author asks of a symbol that it does not have, such as an attribute, an item or a length:
it is told what is written of such a thing.
"""

from __future__ import annotations

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import is_condition
from probatum.errors import DefinitionError, MissingItemError, MissingKeyError
from probatum.proposition.kinds import KINDS
from probatum.proposition.subjects.complex_numbers import Complex
from probatum.proposition.subjects.domains import asked_of
from probatum.type_names import Authored, Expression, Function

OF_COMPLEX = "modulus({0}), conjugate({0}), {0}.real, {0}.imag"
CONDITIONS = "conditions joined by And(...), Or(...), Not(...); a relation has .lhs and .rhs"
PROPOSITIONS = (
    "it as it is: a value is put in where it is made, as by a function of the value that returns it"
)
NONE_LISTED = (
    "; where SymPy lists no solution there is none that the variable can be, or it finds none: "
    "write the solution down, and state the equation of it"
)
OF_MATRICES = "what SymPy's matrices have, such as {0}.T, {0}.dot(y), {0}.norm(), sum({0})"
LONGEST = 60  # characters of a thing that is named again in what to write
SETS = (set, frozenset, sympy.Set)
LISTS = (list, tuple, sympy.Tuple, MatrixBase)
HOMES = ("probatum.proposition.", "sympy.")


def is_thing(thing: object) -> bool:
    """Whether it is an expression, or another thing of a statement that is no collection."""
    return isinstance(thing, (sympy.Expr, Complex))


def lacking(thing: Expression, what: str) -> DefinitionError:
    """The error for what a thing is asked for and does not have."""
    if is_condition(thing):
        shown, said = str(thing), CONDITIONS
    elif isinstance(thing, KINDS):
        shown, said = str(thing), PROPOSITIONS
    elif isinstance(thing, (Complex, MatrixBase)):
        form = OF_COMPLEX if isinstance(thing, Complex) else OF_MATRICES
        shown = thing.words if isinstance(thing, Complex) else str(thing)
        said = form.format(shown if len(shown) <= LONGEST else "M")
    else:
        shown, said = str(thing), asked_of(thing)
    return DefinitionError(f"got {what} of {shown}, wanted {said}")


def attribute_of(thing: object, name: str) -> object:
    """thing.name"""
    try:
        return getattr(thing, name)
    except AttributeError as error:
        told = without_attribute(error)
        if told is None:
            raise
        raise told from error


def without_attribute(error: AttributeError) -> DefinitionError | None:
    """What is said of an attribute that a thing of a statement does not have; None for any other
    thing.
    """
    thing = error.obj
    known = is_thing(thing) or is_condition(thing) or isinstance(thing, (MatrixBase, *KINDS))
    return lacking(thing, f"the attribute {error.name!r}") if known else None


def item_of(thing: Authored, index: object) -> object:
    """thing[index]"""
    try:
        return thing[index]
    except (LookupError, TypeError) as error:
        by_symbol = isinstance(index, sympy.Basic) and isinstance(thing, LISTS)
        if by_symbol or isinstance(error, LookupError):
            raise _not_there(thing, index) or error from error
        if is_thing(thing) or is_condition(thing) or isinstance(thing, KINDS):
            raise lacking(thing, "an item") from error
        if isinstance(thing, SETS):
            raise DefinitionError(
                f"got the item {index} of the set {thing}, wanted the number itself: what is in "
                "a set has no order"
            ) from error
        name = getattr(thing, "__name__", None)
        if name is None or not str(getattr(thing, "__module__", "")).startswith(HOMES):
            raise
        raise DefinitionError(f"got {name}[{index}], wanted {name}({index})") from error


def _not_there(thing: Authored, index: object) -> Exception | None:
    """What is said of an item that is not there; None for one that no statement is made of."""
    if isinstance(thing, MatrixBase):
        rows, columns = thing.shape
        return MissingItemError(
            f"got the item {index} of a matrix of shape {thing.shape}, wanted one "
            f"from [0, 0] to [{rows - 1}, {columns - 1}]"
        )
    if isinstance(thing, dict):
        keys = [key for key in thing if isinstance(key, sympy.Basic)]
        shown = ", ".join(map(str, keys))
        said = f"got the item {index} of {thing}, wanted one of its keys: {shown}"
        return MissingKeyError(said) if keys else None
    if not isinstance(thing, LISTS):
        return None
    if len(thing) == 0:
        return MissingItemError(
            f"got the item {index} of an empty list, wanted one that has items{NONE_LISTED}"
        )
    shown = str(thing) if len(str(thing)) <= LONGEST else f"a list of {len(thing)}"
    return MissingItemError(
        f"got the item {index} of {shown}, wanted one from 0 to {len(thing) - 1}"
    )


def not_called(thing: Expression) -> Function:
    """What is called in place of an expression that is no function: it says so."""

    def refuse(*arguments: object, **_: object) -> object:
        shown = ", ".join(map(str, arguments))
        product = f"the product {thing}*({shown}), or " if len(arguments) == 1 else ""
        raise DefinitionError(
            f"got {thing}({shown}), where {thing} is no function, wanted {product}{asked_of(thing)}"
        )

    return refuse
