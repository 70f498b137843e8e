"""How joined propositions read, in LaTeX and in words, by how their parts read."""

from __future__ import annotations

from collections.abc import Callable

import sympy

from probatum.proposition.kinds import All, Joined, Quantified
from probatum.proposition.subjects.cardinality import AtMost
from probatum.type_names import Statement

Reading = Callable[[Statement], str]
LATEX_BRACKETS = (r"\left(", r"\right)")


def words_of_joined(value: Joined, words_of: Reading) -> str:
    """The parts with what is said of them: `x > 0; or y > 0`."""
    if _denies(value):
        return f"not ({words_of(value.parts[0])})"
    parts = [_apart(value, part, words_of) for part in value.parts]
    said = value.between[0].join(parts)
    return f"{value.beginning} these {len(parts)}: {said}" if value.beginning else said


def latex_of_joined(value: Joined, latex_of: Reading) -> str:
    """The same in LaTeX."""
    if _denies(value):
        return rf"\lnot \left({latex_of(value.parts[0])}\right)"
    parts = [_apart(value, part, latex_of, LATEX_BRACKETS) for part in value.parts]
    said = value.between[1].join(parts)
    return rf"\text{{{value.beginning}:}} \quad {said}" if value.beginning else said


def _denies(value: Joined) -> bool:
    """Whether it says of one thing that it is not so."""
    return isinstance(value, AtMost) and value.number == 0 and len(value.parts) == 1


def _apart(
    value: Joined, part: Statement, reading: Reading, brackets: tuple[str, str] = ("(", ")")
) -> str:
    """What has parts or, but beside all others, variables of its own, in brackets, and so what is
    said to follow from something.
    """
    said = reading(part)
    while isinstance(part, Quantified) and not part.variables and part.given == sympy.true:
        part = part.then
    binds = isinstance(part, Quantified)
    listed = isinstance(value, All) and (brackets != LATEX_BRACKETS or len(value.parts) == 1)
    nested = isinstance(part, (Joined, sympy.Implies)) or (binds and not listed)
    return said.join(brackets) if nested else said
