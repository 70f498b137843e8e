"""The command `probatum outline`: drafts the outline of a text,
and keeps it to the text's revisions.
"""

from __future__ import annotations

import contextlib
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from pathlib import Path

from probatum.authoring.drafting import draft, slug
from probatum.authoring.outline import FILE as OUTLINE
from probatum.authoring.outline import Document, parsed, text_of
from probatum.authoring.passages import FILE, read_record, written
from probatum.authoring.revised_outline import rewritten
from probatum.authoring.revision import Revision, revise
from probatum.authoring.text import Part, Words, normalized, parts
from probatum.errors import OutlineError
from probatum.printing import printable

ABOUT = ("title", "url", "licence", "revision")


def outline(arguments: list[str]) -> int:
    """Drafts the outline of a text, or brings an outline up to date with a revised text.

    1 where --check finds a difference, 2 for what cannot be read.
    """
    parser = _parser()
    options = parser.parse_args(arguments)
    if options.update is None and (options.text is None or options.check or options.reviewed):
        parser.error(
            "got no --update, wanted a text to draft an outline of, "
            "or --update OUTLINE beside --check and --reviewed"
        )
    try:
        if options.update is None:
            print(_draft(options, options.text.stem), end="")
            return 0
        return _update(options)
    except (OSError, OutlineError) as error:
        said = (
            f"{error.filename or 'the output'}: got {error.strerror}"
            if isinstance(error, OSError)
            else str(error)
        )
        print(printable(f"probatum outline: {said}"), file=sys.stderr)
        return 2


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="probatum outline",
        description="Draft the outline of a text: each line is a passage, "
        "and a line that begins with # opens a section. "
        "With --update, bring an outline up to date with a revised text: ids, roles and gists are "
        "kept, and the changes are printed. Claims about a passage that was edited, moved or "
        "removed are suspect until --reviewed names it.",
    )
    parser.add_argument(
        "text",
        type=Path,
        nargs="?",
        metavar="TEXT",
        help="the file with the text (default: none, take the outline as it stands)",
    )
    parser.add_argument(
        "--update",
        type=Path,
        metavar="OUTLINE",
        help="the outline.toml to write; passages.lock is kept next to it",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing, and exit with 1 if something differs",
    )
    parser.add_argument(
        "--reviewed",
        nargs="+",
        default=[],
        metavar="PASSAGE",
        help="passages whose claims have been checked against their present words",
    )
    parser.add_argument(
        "--id",
        type=_writable,
        default="",
        help="the id of a new document (default: after the file's name)",
    )
    for field in ABOUT:
        parser.add_argument(
            f"--{field}", type=_writable, default="", help=f"the {field} of the text"
        )
    return parser


def _writable(text: str) -> str:
    """What can be written in UTF-8: what a terminal hands on otherwise stands for bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError(f"got {text!r}, wanted text in UTF-8") from None
    return text


def _about(options: Namespace) -> dict[str, str]:
    return {field: normalized(getattr(options, field)) for field in ABOUT}


def _draft(options: Namespace, stem: str) -> str:
    return draft(_parts_of(options.text), options.id or slug(stem) or "document", _about(options))


def _parts_of(text: Path) -> Sequence[Part]:
    source = text_of(text)
    try:
        return parts(source)
    except OutlineError as error:
        raise OutlineError(f"{text}: {error}") from error


def _update(options: Namespace) -> int:
    path = options.update
    if path.name != OUTLINE:
        raise OutlineError(
            f"--update: got {path}, wanted an {OUTLINE}, by which name claims find it"
        )
    is_new = not path.exists() and options.text is not None
    source = _draft(options, path.resolve().parent.name) if is_new else text_of(path)
    document, record = parsed(source, path), read_record(path.parent)
    revision = revise(_parts(options.text, document), document, record, options.reviewed)
    about = {field: value for field, value in _about(options).items() if value}
    outlined = (
        source if _is_as(document, revision, about) else rewritten(source, revision.passages, about)
    )
    differs = is_new or outlined != source or revision.record != record or bool(revision.changes)
    if differs and not options.check:
        parsed(outlined, path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path.with_name(FILE), written(revision.record))
        _write(path, outlined)
    for change in revision.changes:
        print(printable(change.line))
    print(_summed(revision, differs))
    return int(differs and options.check)


def _parts(text: Path | None, document: Document) -> Sequence[Part]:
    """The passages of the text, or those of the outline as it stands."""
    if text is not None:
        return _parts_of(text)
    sections = document.sections
    return [
        Part(section.title, tuple(Words(passage.sha256) for passage in section.passages))
        for section in sections
    ]


def _is_as(document: Document, revision: Revision, about: dict[str, str]) -> bool:
    """Whether the outline says already what the revision does."""
    said = [
        (section.id, passage.id, passage.sha256)
        for section in document.sections
        for passage in section.passages
    ]
    now = [(passage.section, passage.id, passage.words.sha256) for passage in revision.passages]
    return said == now and all(getattr(document, field) == value for field, value in about.items())


def _summed(revision: Revision, differs: bool) -> str:
    kinds = [change.kind for change in revision.changes]
    counts = [
        f"{kinds.count(kind)} {kind}"
        for kind in ("new", "moved", "edited", "gone")
        if kind in kinds
    ]
    passages = f"{len(revision.passages)} passage{'' if len(revision.passages) == 1 else 's'}"
    return f"{passages}: {', '.join(counts) or ('recorded' if differs else 'nothing differs')}."


def _write(path: Path, text: str) -> None:
    """Put a file in place in one step; raises OutlineError naming it where it cannot be."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_text(text, encoding="utf-8", newline="\n")
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutlineError(f"{path}: got {error.strerror}, wanted to write it") from error
