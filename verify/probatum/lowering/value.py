"""A closed form of a sum or an integral, with the conditions under which it is right."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.lowering.theorem import Theorem
from probatum.type_names import Condition, Expression, Symbols


@dataclass(frozen=True, slots=True)
class Value:
    """A closed form, and what must hold for it to be the value.

    conditions: each with the variables that it binds beside the parameters,
    what it supposes of them, and what must then hold.
    """

    form: Expression
    theorem: Theorem
    conditions: tuple[tuple[Symbols, Condition, Condition], ...]
