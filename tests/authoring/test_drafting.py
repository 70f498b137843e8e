"""Tests of drafted outlines: sections, passages and their digests, and what is no text to draft one from."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from probatum.authoring.command import outline as command
from probatum.authoring.drafting import draft
from probatum.authoring.outline import Document, read_outline
from probatum.authoring.text import LONGEST, OPEN, digest, parts
from probatum.errors import OutlineError

ABOUT = {"title": "On sums", "url": "https://example.org/sums", "licence": "CC0", "revision": "1"}


def drafted(text: str, name: str, about: dict[str, str]) -> str:
    """The outline of a text in TOML."""
    return draft(parts(text), name, about)


def outlined(folder: Path, text: str, about: dict[str, str] = ABOUT) -> Document:
    """The document that the drafted outline of a text describes."""
    (folder / "outline.toml").write_text(drafted(text, "sums", about), encoding="utf-8")
    return read_outline(folder)


def test_each_line_is_a_passage_and_each_heading_a_section(tmp_path: Path) -> None:
    document = outlined(tmp_path, "# First things\n\nOne and one.\nTwo.\n\n## Second\nThree.\n")
    assert [(section.id, section.title) for section in document.sections] == [("first-things", "First things"), ("second", "Second")]
    assert [passage.id for passage in document.passages] == ["first-things.1", "first-things.2", "second.1"]
    assert [passage.sha256 for passage in document.passages] == [
        sha256(words).hexdigest() for words in (b"One and one.", b"Two.", b"Three.")
    ]
    assert {passage.roles for passage in document.passages} == {("claim",)}, "until the author says otherwise, a claim is missed"
    assert {passage.gist for passage in document.passages} == {""}
    assert (document.id, document.title, document.url, document.licence, document.revision) == ("sums", *ABOUT.values())


def test_the_author_finds_the_line() -> None:
    assert '[[section.passage]]  # line 4\nid = "text.2"' in drafted("# Text\nOne.\n\nTwo.\n", "sums", ABOUT)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("One.", ["the-text.1"]),
        ("One.\n# More\nTwo.", ["the-text.1", "more.1"]),
        ("# Sums\nOne.\n# Sums\nTwo.\n# Sums\nThree.", ["sums.1", "sums-2.1", "sums-3.1"]),
        ("# Sums 3\nOne.\n# Sums\nTwo.\n# Sums\nThree.", ["sums-3.1", "sums.1", "sums-4.1"]),
        ("# 和\nOne.\n# 差\nTwo.", ["section.1", "section-2.1"]),
        ("# A heading of too many words to be an id\nOne.", ["a-heading-of.1"]),
        ("#\nOne.", ["to-be-filled.1"]),
        ("# Only a heading\n# Sums\nOne.", ["sums.1"]),
    ],
)
def test_sections_have_ids_of_their_own(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert [passage.id for passage in outlined(tmp_path, text).passages] == ids


@pytest.mark.parametrize("same", ["One  and\tone.", " One and one. ", "One\u00a0and one.", "One and one．"])
def test_a_digest_is_of_the_words_alone(same: str) -> None:
    assert digest(same) == digest("One and one.")


def test_what_is_not_said_is_to_be_filled_in(tmp_path: Path) -> None:
    assert outlined(tmp_path, "One.", dict.fromkeys(ABOUT, "")).title == OPEN


@given(some.text(some.characters(codec="utf-8", exclude_characters="\r"), min_size=1))
def test_any_title_is_a_string_of_toml(tmp_path_factory: pytest.TempPathFactory, title: str) -> None:
    assert outlined(tmp_path_factory.mktemp("outline"), "One.", ABOUT | {"title": title}).title == title


@pytest.mark.parametrize("text", ["", " \n\n", "\n"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(OutlineError, match="got a text without words, wanted one passage per line"):
        drafted(text, "sums", ABOUT)


def test_a_line_may_be_long_but_not_a_page() -> None:
    assert "the-text.1" in drafted("word " * LONGEST, "sums", ABOUT)
    with pytest.raises(OutlineError, match=r"line 3: got 301 words, wanted at most 300: a passage says one thing or a few"):
        drafted("# A page\n\n" + "word " * (LONGEST + 1), "sums", ABOUT)


def test_the_command_prints_an_outline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "My sums!.txt"
    text.write_text("# Sums\nOne.\n", encoding="utf-8")
    assert command([str(text), "--title", "On  sums"]) == 0
    (tmp_path / "outline.toml").write_text(capsys.readouterr().out, encoding="utf-8")
    document = read_outline(tmp_path)
    assert (document.id, document.title, document.url) == ("my-sums", "On sums", OPEN)


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "got no such file, wanted a text"), (b"\xff\xfe", "can't decode byte"), (b"\n", "got a text without words")],
    ids=["missing", "bytes", "empty"],
)
def test_the_command_says_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, says: str) -> None:
    text = tmp_path / "text.txt"
    if content is not None:
        text.write_bytes(content)
    assert command([str(text)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(f"probatum outline: {text}: ")
    assert says in printed.err


def test_the_command_takes_no_words_that_it_cannot_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "text.txt"
    text.write_text("# A\nWords.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="2"):
        command([str(text), "--title", "\udcff"])
    assert r"--title: got '\udcff', wanted text in UTF-8" in capsys.readouterr().err
