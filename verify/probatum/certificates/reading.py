"""Reads lists, names, numbers and places as they are written, and refuses whatever else JSON may
hold.
"""

from __future__ import annotations

import re
from fractions import Fraction
from reprlib import repr as shortened
from typing import Any

RATIONAL = re.compile(r"-?[0-9]+(/[0-9]+)?")  # no 1e9, which is a billion digits from three letters


def entries(data: Any) -> list[Any]:
    """A list."""
    if not isinstance(data, list):
        raise ValueError(f"got {shortened(data)}, wanted a list")
    return data


def text(data: Any) -> str:
    """A text."""
    if not isinstance(data, str):
        raise ValueError(f"got {shortened(data)}, wanted a text")
    return data


def number(data: Any) -> Fraction:
    """A rational number from digits; raises ZeroDivisionError for a denominator of zero."""
    if not RATIONAL.fullmatch(text(data)):
        raise ValueError(f"got {shortened(data)}, wanted a rational number as text")
    return Fraction(data)


def count(data: Any) -> int:
    """A whole number from 0 on."""
    if type(data) is not int or data < 0:
        raise ValueError(f"got {shortened(data)}, wanted a whole number from 0 on")
    return data


def place(data: Any, size: int) -> int:
    """A place in a list of this size, counted from 0."""
    if count(data) >= size:
        raise ValueError(f"got {shortened(data)}, wanted one of {size} places")
    return count(data)


def truth(data: Any) -> bool:
    """True or false."""
    if not isinstance(data, bool):
        raise ValueError(f"got {shortened(data)}, wanted true or false")
    return data


def names(data: Any) -> tuple[str, ...]:
    """The names of variables, each another one."""
    found = tuple(map(text, entries(data)))
    if len(set(found)) < len(found):
        raise ValueError(f"got {shortened(data)}, wanted variables of different names")
    return found


def places(data: Any, size: int) -> tuple[int, ...]:
    """Places in a list of this size, each once."""
    found = tuple(place(each, size) for each in entries(data))
    if len(set(found)) < len(found):
        raise ValueError(f"got {shortened(data)}, wanted each place once")
    return found
