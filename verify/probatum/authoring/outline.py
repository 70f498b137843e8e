"""The document that claims speak of: its title, source and outline of passages,
read from `outline.toml` beside the claims.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from probatum.errors import OutlineError
from probatum.untrusted_files import TooLargeError, bounded
from probatum.vocabulary import PassageRole

FILE = "outline.toml"
ANSWER = "answer.md"
LARGEST = 16 * 1024 * 1024  # bytes
WANTED = {FILE: "the outline of the document beside its claims"}
NAME = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*\Z")
LONGEST_NAME = 200  # letters: files are named by it, with more before and behind
MOST_DOTS = 100
DOTTED = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{MOST_DOTS}}}")
# What is no key without quotation marks: comments and texts, those that are not ended as well.
TEXTS = re.compile(
    r"""#[^\n]*+|"{3}(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:"{3})?|'{3}(?:[^']++|'(?!''))*+(?:'{3})?"""
    r"""|"(?:[^"\\\n]++|\\.)*+"?|'[^'\n]*+'?"""
)
DIGEST = re.compile(r"[0-9a-f]{64}\Z")


@dataclass(frozen=True, slots=True)
class Passage:
    """One numbered piece of the text, known by the SHA-256 of its normalized words."""

    id: str
    sha256: str
    roles: tuple[str, ...]
    gist: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text with its passages in order."""

    id: str
    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True)
class Document:
    """One text and its outline."""

    id: str
    title: str
    url: str
    licence: str
    revision: str
    sections: tuple[Section, ...]
    answer: str = ""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages in order."""
        return tuple(passage for section in self.sections for passage in section.passages)

    @cached_property
    def ids(self) -> dict[str, None]:
        """The ids of all passages in order, each found at once: thousands of claims ask."""
        return {passage.id: None for passage in self.passages}

    def missing(self, at: str) -> str | None:
        """None where the outline has the passage; else what is wrong with the place, in words."""
        if at in self.ids:
            return None
        section = [name for name in self.ids if name.rpartition(".")[0] == at.rpartition(".")[0]]
        return (
            f"Passage({at!r}): the outline ends at {section[-1]}"
            if section
            else f"Passage({at!r}): the outline has "
            f"{', '.join(section.id for section in self.sections)}"
        )


def read_outline(folder: Path) -> Document:
    """The document of a folder of claims; raises OutlineError naming the file and what is wrong."""
    path = folder / FILE
    return replace(parsed(text_of(path), path), answer=_answer(folder / ANSWER))


def parsed(text: str, path: Path) -> Document:
    """The document that a text of TOML describes, without its answer;
    raises OutlineError naming its file and what is wrong.
    """
    data = toml(text, path)
    about = _table(data, "document", path)
    sections = tuple(_sections(data, path))
    _check_unique(sections, path)
    texts = {name: _text(about, name, path) for name in ("title", "url", "licence", "revision")}
    return Document(_name(about, path), **texts, sections=sections)


def text_of(path: Path) -> str:
    """The text of a file, in UTF-8; raises OutlineError naming it where it cannot be read."""
    try:
        return bounded(path, LARGEST).decode("utf-8-sig").replace("\r\n", "\n")
    except TooLargeError as error:
        raise OutlineError(f"{path}: {error}") from error
    except FileNotFoundError:
        raise OutlineError(
            f"{path}: got no such file, wanted {WANTED.get(path.name, 'a text')}"
        ) from None
    except UnicodeDecodeError as error:
        raise OutlineError(f"{path}: got {error}, wanted readable text in UTF-8") from error
    except OSError as error:
        raise OutlineError(f"{path}: got {error.strerror}, wanted a readable file") from error


def toml(text: str, path: Path) -> dict[str, object]:
    """What a text of TOML says; raises OutlineError naming its file where it says nothing
    readable.
    """
    if DOTTED.search(TEXTS.sub("_", text)):  # for which tomllib takes the square of the time
        raise OutlineError(f"{path}: got a key of more than {MOST_DOTS} parts, wanted fewer")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise OutlineError(f"{path}: got values nested too deeply, wanted readable TOML") from error
    except ValueError as error:  # also of a number or a date that TOML allows and Python has not
        raise OutlineError(f"{path}: got {error}, wanted readable TOML") from error


def _answer(path: Path) -> str:
    return text_of(path) if path.is_file() else ""


def _sections(data: dict[str, object], path: Path) -> Iterator[Section]:
    entries = data.get("section")
    if not isinstance(entries, list) or not entries:
        raise OutlineError(f"{path}: got no [[section]], wanted at least one")
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("passage", []), list):
            raise OutlineError(
                f"{path}: got the section {entry!r}, wanted [[section]] with [[section.passage]]"
            )
        passages = tuple(_passage(passage, path) for passage in entry.get("passage", ()))
        yield Section(_name(entry, path), _text(entry, "title", path), passages)


def _passage(entry: dict[str, object], path: Path) -> Passage:
    if not isinstance(entry, dict):
        raise OutlineError(
            f"{path}: got the passage {entry!r}, wanted a table with id, sha256, roles and gist"
        )
    name = _name(entry, path)
    digest, roles = _text(entry, "sha256", path), entry.get("roles", [])
    if not isinstance(roles, list):
        raise OutlineError(f"{path}: passage {name!r}: got roles={roles!r}, wanted a list")
    if not DIGEST.match(digest):
        raise OutlineError(
            f"{path}: passage {name!r}: got sha256={digest!r}, wanted 64 hexadecimal digits"
        )
    unknown = [role for role in roles if role not in list(PassageRole)]
    if unknown:
        raise OutlineError(
            f"{path}: passage {name!r}: got the role {unknown[0]!r}, "
            f"wanted some of {', '.join(PassageRole)}"
        )
    return Passage(name, digest, tuple(roles), str(entry.get("gist", "")))


def _check_unique(sections: tuple[Section, ...], path: Path) -> None:
    names = {
        "section": [section.id for section in sections],
        "passage": [passage.id for section in sections for passage in section.passages],
    }
    for what, of in names.items():
        twice = [name for name, count in Counter(of).items() if count > 1]
        if twice:
            raise OutlineError(f"{path}: got the {what} {min(twice)!r} twice, wanted each once")


def _table(data: dict[str, object], name: str, path: Path) -> dict[str, object]:
    table = data.get(name)
    if not isinstance(table, dict):
        raise OutlineError(f"{path}: got no [{name}], wanted one")
    return table


def _name(table: dict[str, object], path: Path) -> str:
    name = _text(table, "id", path)
    if not NAME.match(name):
        raise OutlineError(
            f"{path}: got the id {name!r}, wanted lower-case words joined by dots and hyphens"
        )
    if len(name) > LONGEST_NAME:
        raise OutlineError(
            f"{path}: got an id of {len(name)} letters, {name[:20]}..., "
            f"wanted at most {LONGEST_NAME}"
        )
    return name


def _text(table: dict[str, object], name: str, path: Path) -> str:
    value = table.get(name)
    if not isinstance(value, str) or not value:
        raise OutlineError(f"{path}: got {name}={value!r}, wanted a text")
    return value
