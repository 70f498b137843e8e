"""Writes the outline of a revised text, with all that its author wrote in it: roles, gists,
titles and comments.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from probatum.authoring.revision import Passage
from probatum.type_names import Json

LINE = re.compile(r"# line \d+")  # as a draft says it


def rewritten(source: str, passages: Sequence[Passage], about: Mapping[str, str]) -> str:
    """The outline in TOML with its passages as they are now; a passage that it had keeps what was
    said of it.

    about: what else is said of the document now, such as its revision.
    """
    import tomlkit

    outline: Json = tomlkit.parse(source)
    outline["document"].update(about)
    sections = {str(section["id"]): section for section in outline["section"]}
    entries = [entry for section in outline["section"] for entry in section.get("passage", ())]
    said = dict(zip((passage.id for passage in passages), _entries(passages, entries), strict=True))
    written = tomlkit.aot()
    for (name, title), own in groupby(
        passages, key=lambda passage: (passage.section, passage.title)
    ):
        section = sections.get(
            name, tomlkit.table().add("id", name).add("title", title).add(tomlkit.nl())
        )
        section.pop("passage", None)
        section["passage"] = tomlkit.aot()
        for passage in own:
            section["passage"].append(said[passage.id])
        written.append(section)
    outline["section"] = written
    return str(tomlkit.dumps(outline)).rstrip("\n") + "\n"


def _entries(passages: Sequence[Passage], entries: Sequence[Json]) -> Iterator[Json]:
    """What the outline says of each passage: the entry with its words and id,
    else one with its words, else the one with its id.
    """
    said = _said(passages, entries)
    for passage in passages:
        entry = said.get(passage.id) or _new()
        if (entry["id"], entry["sha256"]) != (passage.id, passage.words.sha256):
            entry["id"], entry["sha256"] = passage.id, passage.words.sha256
        yield _ended(_on_its_line(entry, passage.words.line))


def _said(passages: Sequence[Passage], entries: Sequence[Json]) -> dict[str, Json]:
    """The entry of each passage that has one, by id; each entry is of one passage."""
    rules: tuple[Callable[[str, str], object], ...] = (
        lambda *both: both,
        lambda _, sha256: sha256,
        lambda name, _: name,
    )
    found: dict[str, Json] = {}
    free = list(entries)
    for rule in rules:
        waiting: dict[object, list[Json]] = {}
        for entry in reversed(free):
            waiting.setdefault(rule(str(entry["id"]), str(entry["sha256"])), []).append(entry)
        for passage in passages:
            if passage.id not in found and waiting.get(rule(passage.id, passage.words.sha256)):
                found[passage.id] = waiting[rule(passage.id, passage.words.sha256)].pop()
        free = [entry for entries in waiting.values() for entry in reversed(entries)]
    return found


def _new() -> Json:
    import tomlkit

    return tomlkit.table().add("id", "").add("sha256", "").add("roles", ["claim"]).add("gist", "")


def _on_its_line(entry: Json, line: int) -> Json:
    """The table with the number of its line, where a draft wrote one, or it is new."""
    if line and (not entry.trivia.comment or LINE.fullmatch(entry.trivia.comment)):
        entry.comment(f"line {line}")
        entry.trivia.comment_ws = "  "
    return entry


def _ended(entry: Json) -> Json:
    """The table without the empty lines behind it, of which the list that it goes into writes
    one.
    """
    body = entry.value.body
    while body and body[-1][0] is None and not str(body[-1][1].as_string()).strip():
        body.pop()
    return entry
