"""How joined propositions read, in LaTeX and in words, by how their parts read."""

from __future__ import annotations

from collections.abc import Callable

from probatum.proposition.kinds import All, Any, AtLeast, AtMost, Counted, Iff, Joined, Quantified
from probatum.shapes import Statement

Reading = Callable[[Statement], str]
LATEX_BRACKETS = (r"\left(", r"\right)")
NUMBERS = ("none", "one", "two", "three", "four", "five", "six")


def words_of_joined(value: Joined, words_of: Reading) -> str:
    """The parts with what is said of them: `x > 0; or y > 0`."""
    parts = [_apart(value, part, words_of) for part in value.parts]
    match value:
        case All():
            return "; and ".join(parts)
        case Any():
            return "; or ".join(parts)
        case Iff():
            return " exactly if ".join(parts)
    return f"{_number(value)} of these {len(parts)}: {'; '.join(parts)}"


def latex_of_joined(value: Joined, latex_of: Reading) -> str:
    """The same in LaTeX."""
    parts = [_apart(value, part, latex_of, LATEX_BRACKETS) for part in value.parts]
    match value:
        case All():
            return r" \quad \text{and} \quad ".join(parts)
        case Any():
            return r" \quad \text{or} \quad ".join(parts)
        case Iff():
            return r" \;\Longleftrightarrow\; ".join(parts)
    return rf"\text{{{_number(value)} of:}} \quad " + r";\quad ".join(parts)


def _number(value: Joined) -> str:
    assert isinstance(value, Counted)
    amount = value.number
    known = amount.is_Integer and int(amount) < len(NUMBERS)
    said = NUMBERS[int(amount)] if known else str(amount)
    kind = "at least" if isinstance(value, AtLeast) else "at most"
    return f"{kind if isinstance(value, (AtLeast, AtMost)) else 'exactly'} {said}"


def _apart(
    value: Joined, part: Statement, reading: Reading, brackets: tuple[str, str] = ("(", ")")
) -> str:
    """What has parts or, but beside all others, variables of its own, in brackets."""
    said = reading(part)
    binds = isinstance(part, Quantified) and bool(part.variables)
    nested = isinstance(part, Joined) or (binds and not isinstance(value, All))
    return said.join(brackets) if nested else said
