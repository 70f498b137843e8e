"""Calls of what statements are made of: one that does not fit is told how it is written."""

from __future__ import annotations

import inspect
from inspect import Parameter

from probatum.errors import DefinitionError
from probatum.type_names import Function

HOME = "probatum.proposition."


def telling(function: Function, keeping: Function) -> Function:
    """What is called in place of a kind of statement, or of what stands in one.

    Raises DefinitionError where it is given other arguments than it takes.
    """
    home = getattr(function, "__module__", None)
    if type(home) is not str or home[: len(HOME)] != HOME:
        return keeping

    def tell(*arguments: object, **options: object) -> object:
        try:
            return keeping(*arguments, **options)
        except TypeError as error:
            parameters = parameters_of(function)
            try:
                inspect.Signature(parameters).bind(*arguments, **options)
            except TypeError as unfit:
                name = getattr(function, "__name__", str(function))
                got = ", ".join(
                    [*map(_said, arguments), *(f"{key}={_said(options[key])}" for key in options)]
                )
                raise DefinitionError(
                    f"{name}: got {name}({got}), {unfit}, wanted {name}({written(parameters)}"
                ) from error
            raise

    return tell


def _said(argument: object) -> str:
    return repr(argument) if isinstance(argument, str) else str(argument)


def parameters_of(function: Function) -> list[Parameter]:
    """What it takes; of a kind that hands the rest on to the kind that it is one of, that too."""
    own = list(inspect.signature(function).parameters.values())
    if not own or own[-1].kind is not Parameter.VAR_KEYWORD or not isinstance(function, type):
        return own
    taken = {parameter.name for parameter in own}
    handed = [each for each in parameters_of(function.__mro__[1]) if each.name not in taken]
    named = [each for each in own if each.kind is Parameter.KEYWORD_ONLY]
    return [*(each for each in own[:-1] if each not in named), *handed, *named]


def written(parameters: list[Parameter]) -> str:
    """How a call is written, after its opening parenthesis, and what may be said in it besides."""
    needed = [each for each in parameters if each.default is Parameter.empty]
    besides = ", ".join(f"{each.name}=" for each in parameters if each not in needed)
    return ", ".join(map(_place, needed)) + ")" + (f", or with {besides}" if besides else "")


def _place(parameter: Parameter) -> str:
    if parameter.kind is Parameter.KEYWORD_ONLY:
        return f"{parameter.name}=..."
    stars: dict[object, str] = {Parameter.VAR_POSITIONAL: "*", Parameter.VAR_KEYWORD: "**"}
    return stars.get(parameter.kind, "") + parameter.name
