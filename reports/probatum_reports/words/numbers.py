"""Numbers as people read them: few digits, rounded so that what is said of them stays true."""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Context, Decimal, InvalidOperation
from fractions import Fraction

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
FEW = 3  # digits of a number that is shown beside its exact value
TINY, HUGE = Decimal("1e-4"), Decimal("1e7")


def rounded(text: str, digits: int = FEW, direction: str = ROUND_HALF_EVEN) -> str:
    """A decimal with few digits, its trailing zeros left out; what is no decimal stays as it is."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite():
        return text
    return shown(Context(prec=digits, rounding=direction).plus(number))


def shown(number: Decimal) -> str:
    """A number in digits, or as a power of ten where the digits would be mostly zeros."""
    if number and not TINY <= abs(number) < HUGE:
        digits, _, power = f"{number.normalize():E}".partition("E")
        return (
            f"{digits} · "
            f"10{power.removeprefix('+').translate(str.maketrans('0123456789-', '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'))}"
        ).replace("-", "−")
    plain = f"{number:f}"
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return f"{plain if abs(number) < 10_000 else f'{Decimal(plain):,}'}".replace("-", "−")


def at_most(number: Decimal) -> str:
    """Two digits, rounded up."""
    return shown(Context(prec=2, rounding=ROUND_CEILING).plus(number))


def at_least(number: Decimal) -> str:
    """Two digits, rounded down."""
    return shown(Context(prec=2, rounding=ROUND_FLOOR).plus(number))


def per_cent(words: str) -> str:
    """Numbers, or a range of them, in per cent: 0.5 to 2 is 50 to 200 %."""
    return f"{NUMBER.sub(lambda number: shown(100 * Decimal(number[0])), words)}\u00a0%"


def exact(text: str) -> Decimal:
    """A fraction such as 1/2 as a decimal."""
    number = Fraction(text)
    return Decimal(number.numerator) / Decimal(number.denominator)
