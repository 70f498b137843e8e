"""Drafts the outline of a text of which each line is a passage: their numbers and digests,
which nobody should make by hand.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence

from probatum.authoring.text import OPEN, Part

WORDS = 3  # of a title, that an id takes over
UNFILLED = 'roles = ["claim"]\ngist = ""\n'


def draft(passages: Sequence[Part], name: str, about: Mapping[str, str]) -> str:
    """The outline of a text as TOML, for its author to fill in roles and gists."""
    lines = [
        f"[document]\nid = {_string(name)}\n",
        *(f"{field} = {_string(value or OPEN)}\n" for field, value in about.items()),
    ]
    used: set[str] = set()
    for number, part in enumerate(passages, 1):
        title = part.title or "The text"
        section = section_id(title, number, used)
        used.add(section)
        lines.append(f"\n[[section]]\nid = {_string(section)}\ntitle = {_string(title)}\n")
        for place, words in enumerate(part.passages, 1):
            lines.append(
                f'\n[[section.passage]]  # line {words.line}\nid = "{section}.{place}"\nsha256 = '
                f'"{words.sha256}"\n{UNFILLED}'
            )
    return "".join(lines)


def section_id(title: str, number: int, used: Collection[str]) -> str:
    """An id after the title, with the first number from `number` on that makes it one of its own
    where another has it.
    """
    plain = name = slug(title) or "section"
    while name in used:
        name, number = f"{plain}-{number}", number + 1
    return name


def slug(title: str) -> str:
    """The first words of a title as an id; empty where it has none in Latin letters."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())[:WORDS])


def _string(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does, and DEL as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
