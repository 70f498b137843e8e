"""Constants that no random variable, function, operator, set or matrix can have, refused where they
are written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.written import evaluated
from probatum.type_names import Authored, Condition, Expression

Kind = tuple[str, Callable[[Expression], Condition]]  # in words, and whether a number is of it
POSITIVE: Kind = ("a positive number", lambda value: sympy.Gt(value, 0))
NOT_NEGATIVE: Kind = ("a number that is at least zero", lambda value: sympy.Ge(value, 0))
CHANCE: Kind = (
    "a number from 0 to 1",
    lambda value: sympy.And(sympy.Ge(value, 0), sympy.Le(value, 1)),
)
SHARE: Kind = (
    "a number from -1 to 1",
    lambda value: sympy.And(sympy.Ge(value, -1), sympy.Le(value, 1)),
)
COUNT: Kind = (
    "a positive integer",
    lambda value: sympy.And(sympy.sympify(value.is_integer is not False), sympy.Ge(value, 1)),
)
KINDS: dict[str, Kind] = {
    **dict.fromkeys(("smooth", "cocoercive", "bounded_growth", "step"), POSITIVE),
    **dict.fromkeys(
        (
            "strongly", "lipschitz", "polyak", "secant", "error_bound", "diameter",
            "strongly_monotone", "variance", "spread",
        ),
        NOT_NEGATIVE,
    ),
    **dict.fromkeys(("of", "drawn_from"), COUNT),
    "bernoulli": CHANCE,
    "correlation": SHARE,
}  # fmt: skip
LEAST_AND_MOST = (
    ("strongly", "smooth"),
    ("secant", "error_bound"),
    ("strongly_monotone", "lipschitz"),
    ("of", "drawn_from"),
)


def check_possible(where: str, given: Mapping[str, Authored]) -> None:
    """Raise DefinitionError for a number that is none of its kind, and for two in the wrong
    order.
    """
    numbers = {
        name: evaluated(value) for name, value in given.items() if isinstance(value, sympy.Expr)
    }
    for name, number in numbers.items():
        words, holds = KINDS.get(name, ("", lambda _: sympy.true))
        if number.is_number and holds(number) == sympy.false:
            raise DefinitionError(f"{where}: got {name}={given[name]}, wanted {words}")
        if KINDS.get(name) is COUNT and not number.is_integer:
            raise DefinitionError(
                f"{where}: got {name}={given[name]}, which need not be one, wanted {words}"
            )
    for least, most in LEAST_AND_MOST:
        if {least, most} <= set(numbers) and sympy.Gt(numbers[least], numbers[most]) == sympy.true:
            raise DefinitionError(
                f"{where}: got {least}={given[least]} and {most}={given[most]}, "
                f"wanted {least} to be at most {most}"
            )
