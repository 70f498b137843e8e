"""What an author asks of a symbol that it does not have, such as an attribute, an item or a length:
it is told what is written of such a thing.
"""

from __future__ import annotations

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.errors import DefinitionError
from probatum.proposition.complex_numbers import Complex
from probatum.proposition.domains import asked_of
from probatum.type_names import Authored, Expression, Function

OF_COMPLEX = "modulus({0}), conjugate({0}), {0}.real, {0}.imag"
OF_MATRICES = "what SymPy's matrices have, such as {0}.T, {0}.dot(y), {0}.norm(), sum({0})"
LONGEST = 60  # characters of a thing that is named again in what to write
HOMES = ("probatum.proposition.", "sympy.")


def is_thing(thing: object) -> bool:
    """Whether it is an expression, or another thing of a statement that is no collection."""
    return isinstance(thing, (sympy.Expr, Complex))


def lacking(thing: Expression, what: str) -> DefinitionError:
    """The error for what a thing is asked for and does not have."""
    if isinstance(thing, (Complex, MatrixBase)):
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
        if not (is_thing(thing) or isinstance(thing, MatrixBase)):
            raise
        raise lacking(thing, f"the attribute {name!r}") from error


def item_of(thing: Authored, index: object) -> object:
    """thing[index]"""
    try:
        return thing[index]
    except TypeError as error:
        if is_thing(thing):
            raise lacking(thing, "an item") from error
        name = getattr(thing, "__name__", None)
        if name is None or not str(getattr(thing, "__module__", "")).startswith(HOMES):
            raise
        raise DefinitionError(f"got {name}[{index}], wanted {name}({index})") from error


def not_called(thing: Expression) -> Function:
    """What is called in place of an expression that is no function: it says so."""

    def refuse(*arguments: object, **_: object) -> object:
        shown = ", ".join(map(str, arguments))
        product = f"the product {thing}*({shown}), or " if len(arguments) == 1 else ""
        raise DefinitionError(
            f"got {thing}({shown}), where {thing} is no function, wanted {product}{asked_of(thing)}"
        )

    return refuse
