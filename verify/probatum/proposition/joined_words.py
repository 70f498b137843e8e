"""How joined propositions read, in LaTeX and in words, by how their parts read."""

from __future__ import annotations

from collections.abc import Callable

from probatum.proposition.kinds import All, Joined, Quantified
from probatum.type_names import Statement

Reading = Callable[[Statement], str]
LATEX_BRACKETS = (r"\left(", r"\right)")


def words_of_joined(value: Joined, words_of: Reading) -> str:
    """The parts with what is said of them: `x > 0; or y > 0`."""
    parts = [_apart(value, part, words_of) for part in value.parts]
    said = value.between[0].join(parts)
    return f"{value.beginning} these {len(parts)}: {said}" if value.beginning else said


def latex_of_joined(value: Joined, latex_of: Reading) -> str:
    """The same in LaTeX."""
    parts = [_apart(value, part, latex_of, LATEX_BRACKETS) for part in value.parts]
    said = value.between[1].join(parts)
    return rf"\text{{{value.beginning}:}} \quad {said}" if value.beginning else said


def _apart(
    value: Joined, part: Statement, reading: Reading, brackets: tuple[str, str] = ("(", ")")
) -> str:
    """What has parts or, but beside all others, variables of its own, in brackets."""
    said = reading(part)
    binds = isinstance(part, Quantified) and bool(part.variables)
    nested = isinstance(part, Joined) or (binds and not isinstance(value, All))
    return said.join(brackets) if nested else said
