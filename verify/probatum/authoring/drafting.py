"""Drafts the outline of a text of which each line is a passage: their numbers and digests, which nobody should make by hand."""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from probatum.errors import OutlineError

HEADING = re.compile(r"#+\s*(.*)")
LONGEST = 300  # words of a passage: in a reader's copy no longer one is found
WORDS = 3  # of a title, that an id takes over
OPEN = "to be filled in"
UNFILLED = 'roles = ["claim"]\ngist = ""\n'


def normalized(words: str) -> str:
    """The words as a digest is taken of them: in NFKC, joined by one space."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def digest(words: str) -> str:
    """The SHA-256 that a passage is known by."""
    return sha256(normalized(words).encode()).hexdigest()


def draft(text: str, name: str, about: dict[str, str]) -> str:
    """The outline of a text as TOML, for its author to fill in roles and gists; raises OutlineError where a line is no passage.

    A line is a passage, an empty one nothing; one that begins with # opens a section and is its title.
    """
    lines = [f"[document]\nid = {_string(name)}\n", *(f"{field} = {_string(value or OPEN)}\n" for field, value in about.items())]
    used: set[str] = set()
    for number, (title, passages) in enumerate(_sections(text), 1):
        plain = section = _slug(title) or "section"
        while section in used:
            section, number = f"{plain}-{number}", number + 1
        used.add(section)
        lines.append(f"\n[[section]]\nid = {_string(section)}\ntitle = {_string(title)}\n")
        for place, (line, words) in enumerate(passages, 1):
            lines.append(f'\n[[section.passage]]  # line {line}\nid = "{section}.{place}"\nsha256 = "{digest(words)}"\n{UNFILLED}')
    if len(lines) == 1 + len(about):
        raise OutlineError("got a text without words, wanted one passage a line")
    return "".join(lines)


def _sections(text: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    """The titles with their passages, each with the number of its line."""
    title, passages = "", list[tuple[int, str]]()
    for number, line in enumerate(text.splitlines(), 1):
        heading = HEADING.fullmatch(line.strip())
        if heading:
            if title or passages:
                yield title or "The text", passages
            title, passages = normalized(heading[1]) or OPEN, []
        elif line.strip():
            if len(line.split()) > LONGEST:
                raise OutlineError(
                    f"line {number}: got {len(line.split())} words, wanted at most {LONGEST}: a passage says one thing or a few"
                )
            passages.append((number, line))
    if title or passages:
        yield title or "The text", passages


def _slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", title.lower())[:WORDS])


def _string(text: str) -> str:
    """A basic string of TOML, which escapes as JSON does, and DEL as well."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def command(arguments: list[str]) -> int:
    """Prints the drafted outline of a file; 2 where it cannot be read, or is no such text."""
    parser = argparse.ArgumentParser(
        prog="probatum outline",
        description="Draft the outline of a text: one passage a line, a line that begins with # opens a section.",
    )
    parser.add_argument("text", type=Path, metavar="TEXT", help="the file with the text")
    parser.add_argument("--id", default="", help="the document's id (default: after the file's name)")
    for field in ("title", "url", "licence", "revision"):
        parser.add_argument(f"--{field}", default="", help=f"the {field} of the text")
    options = parser.parse_args(arguments)
    about = {field: normalized(getattr(options, field)) for field in ("title", "url", "licence", "revision")}
    try:
        text = options.text.read_text(encoding="utf-8")
        print(draft(text, options.id or _slug(options.text.stem) or "document", about), end="")
    except (OSError, UnicodeDecodeError, OutlineError) as error:
        print(f"probatum outline: {options.text}: {error}", file=sys.stderr)
        return 2
    return 0
