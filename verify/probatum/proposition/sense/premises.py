"""What the implications in a condition suppose."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.type_names import Condition


def premises(condition: Condition, given: Condition = sympy.true) -> Iterator[Condition]:
    """What implications suppose, those inside others together with what these suppose."""
    if isinstance(condition, sympy.Implies):
        premise, conclusion = condition.args
        yield sympy.And(given, premise)
        yield from premises(conclusion, sympy.And(given, premise))
    elif isinstance(condition, (sympy.And, sympy.Or)):
        for part in condition.args:
            yield from premises(part, given)
