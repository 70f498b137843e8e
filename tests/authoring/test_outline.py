"""Tests of outlines: what is read, and what is wrong with a malformed one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from probatum.authoring.outline import read_outline
from probatum.errors import OutlineError
from probatum.untrusted_files import PIECE, TooLargeError, bounded
from tests.each import each
from tests.project import DIGEST, OUTLINE


def written(folder: Path, text: str) -> Path:
    """A folder with an outline."""
    (folder / "outline.toml").write_text(text, encoding="utf-8")
    return folder


def test_an_outline_is_read_in_order(tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_text("Two is two.\n")
    document = read_outline(written(tmp_path, OUTLINE))
    assert (document.id, document.title, document.licence, document.revision) == ("sums", "On sums", "CC0", "1")
    assert [(passage.id, passage.roles) for passage in document.passages] == [("opening.1", ("claim",)), ("opening.2", ("opinion",))]
    assert [(section.id, section.title) for section in document.sections] == [("opening", "Opening")]
    assert document.answer == "Two is two.\n"


def test_an_answer_may_be_missing(tmp_path: Path) -> None:
    assert read_outline(written(tmp_path, OUTLINE)).answer == ""


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        ("opening.1", None),
        ("opening.3", "Passage('opening.3'): the outline ends at opening.2"),
        ("closing.1", "Passage('closing.1'): the outline has opening"),
        ("", "Passage(''): the outline has opening"),
    ],
)
def test_a_missing_passage_is_named_with_what_there_is(tmp_path: Path, at: str, wanted: str | None) -> None:
    assert read_outline(written(tmp_path, OUTLINE)).missing(at) == wanted


def test_a_missing_outline_says_where_it_belongs(tmp_path: Path) -> None:
    with pytest.raises(OutlineError, match=r"outline\.toml: got no such file, wanted the outline of the document beside its claims$"):
        read_outline(tmp_path)


ABOUT = OUTLINE.partition("[[section]]")[0]
MALFORMED = [
    ("title = ", "got Invalid value (at end of document), wanted readable TOML"),
    (ABOUT, "got no [[section]], wanted at least one"),
    (OUTLINE + '[[section]]\nid = "opening"\ntitle = "Again"\n', "got the section 'opening' twice, wanted each once"),
    ("section = 5\n" + ABOUT, "got no [[section]], wanted at least one"),
    ("section = []\n" + ABOUT, "got no [[section]], wanted at least one"),
    (OUTLINE.partition("[[section]]")[2].join(["[[section]]", ""]), "got no [document], wanted one"),
    (OUTLINE.replace('title = "On sums"', ""), "got title=None, wanted a text"),
    (OUTLINE.replace('licence = "CC0"', "licence = 5"), "got licence=5, wanted a text"),
    (OUTLINE.replace('title = "Opening"', 'title = ""'), "got title='', wanted a text"),
    (OUTLINE.replace('"opening.1"', '"Opening 1"'), "got the id 'Opening 1', wanted lower-case words joined by dots and hyphens"),
    (OUTLINE.replace('"sums"', f'"{"s" * 201}"'), "got an id of 201 letters, ssssssssssssssssssss..., wanted at most 200"),
    (OUTLINE.replace('"opening.2"', '"opening.1"'), "got the passage 'opening.1' twice, wanted each once"),
    (OUTLINE.replace(DIGEST, "abc", 1), "passage 'opening.1': got sha256='abc', wanted 64 hexadecimal digits"),
    (OUTLINE.replace('["opinion"]', '["joke"]'), "passage 'opening.2': got the role 'joke', wanted some of claim, definition"),
]


@pytest.mark.parametrize(
    ("text", "wanted"), MALFORMED, ids=[case[1] for case in MALFORMED[:2]] + [f"{n}" for n in range(2, len(MALFORMED))]
)
def test_a_malformed_outline_names_its_file_and_what_is_wrong(tmp_path: Path, text: str, wanted: str) -> None:
    with pytest.raises(OutlineError) as caught:
        read_outline(written(tmp_path, text))
    assert str(caught.value).startswith(f"{tmp_path / 'outline.toml'}: {wanted}")


SHAPES = {
    "sections of numbers": "section = [1, 2]\n",
    "a passage that is a number": OUTLINE.partition("[[section.passage]]")[0] + "passage = 5\n",
    "a passage that is a text": OUTLINE.partition("[[section.passage]]")[0] + 'passage = ["one"]\n',
    "roles that are a number": OUTLINE.replace('["opinion"]', "5"),
    "a role that is a list": OUTLINE.replace('["opinion"]', '[["claim"]]').replace('["claim"]\n', '["claim"]\n'),
}


@pytest.mark.parametrize("name", SHAPES)
def test_an_outline_of_another_shape_is_an_outline_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutlineError, match=r"outline\.toml: "):
        read_outline(written(tmp_path, SHAPES[name]))


@pytest.mark.parametrize("line", ['id = "sums"', 'id = "opening"\n'], ids=["document", "section"])
def test_an_id_that_the_ledger_cannot_hold_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(OutlineError):
        read_outline(written(tmp_path, OUTLINE.replace(line, 'id = "My Sums"\n', 1)))


def test_an_outline_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outline.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(OutlineError, match=r"outline\.toml: got .*, wanted readable text in UTF-8$"):
        read_outline(tmp_path)


def test_an_answer_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "answer.md").write_bytes(b"\xff\xfe")
    with pytest.raises(OutlineError, match=r"answer\.md: "):
        read_outline(written(tmp_path, OUTLINE))


HOSTILE = {
    "deep lists": ("zzz = " + "[" * 5_000 + "]" * 5_000, "values nested too deeply, wanted readable TOML"),
    "deep tables": ("zzz = " + "{a = " * 5_000 + "1" + "}" * 5_000, "values nested too deeply, wanted readable TOML"),
    "deep names": ("[" + ".".join("a" * 5_000) + "]", ""),
    "many names": ("zzz" + ".a" * 1_000_000 + " = 1", "got a key of more than 100 parts, wanted fewer"),
    "many names in marks": ('# it\'s\nb = {c = """\n""", zzz' + " . 'a'" * 200 + " = 1}", "got a key of more than 100 parts, wanted fewer"),
    "a huge number": ("zzz = " + "9" * 5_000, "wanted readable TOML"),
    "a date that is none": ("zzz = 2015-13-45", "wanted readable TOML"),
    "a name twice": (OUTLINE.replace('id = "sums"', 'id = "sums"\nid = "others"'), "wanted readable TOML"),
    "a table twice": (OUTLINE + "\n[document]\n", "wanted readable TOML"),
    "infinite": (OUTLINE.replace('title = "On sums"', "title = inf"), "got title=inf, wanted a text"),
    "a control character": (OUTLINE.replace("On sums", "On \x1b sums"), "wanted readable TOML"),
}


@pytest.mark.parametrize(("text", "wanted"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_outline_is_an_outline_error(tmp_path: Path, text: str, wanted: str) -> None:
    with pytest.raises(OutlineError) as caught:
        read_outline(written(tmp_path, text))
    assert str(caught.value).startswith(f"{tmp_path / 'outline.toml'}: got ")
    assert wanted in str(caught.value)


def test_points_in_texts_and_comments_are_no_key(tmp_path: Path) -> None:
    chain = ".".join("a" * 500)
    text = OUTLINE.replace("On sums", chain).replace("[document]", f"# {chain}\n[document]")
    assert read_outline(written(tmp_path, text)).title == chain


def test_an_outline_in_another_encoding_is_refused(tmp_path: Path) -> None:
    for encoding in ("utf-16", "utf-32", "cp500"):
        (tmp_path / "outline.toml").write_bytes(OUTLINE.encode(encoding))
        with pytest.raises(OutlineError, match=r"outline\.toml: got "):
            read_outline(tmp_path)


def test_an_outline_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "outline.toml").write_bytes(b"\xef\xbb\xbf" + OUTLINE.encode())
    assert read_outline(tmp_path).id == "sums"


def test_an_outline_larger_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("probatum.authoring.outline.LARGEST", 100)
    with pytest.raises(OutlineError, match=rf"outline\.toml: got {len(OUTLINE)} bytes, wanted at most 100$"):
        read_outline(written(tmp_path, OUTLINE))


def test_a_file_is_read_up_to_its_limit_in_no_more_memory_than_it_has(tmp_path: Path) -> None:
    file = tmp_path / "text"
    file.write_bytes(bytes(2 * PIECE + 1))
    assert [len(bounded(file, most)) for most in (2 * PIECE + 1, 10**15)] == [2 * PIECE + 1] * 2
    for most in each((0, 1, PIECE - 1, PIECE, 2 * PIECE - 1, 2 * PIECE)):
        with pytest.raises(TooLargeError, match=f"got {2 * PIECE + 1} bytes, wanted at most {most}"):
            bounded(file, most)
    with pytest.raises(TooLargeError, match="wanted at most 5"):
        bounded(Path("/dev/zero"), 5)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_pipe_into_which_nobody_writes_is_empty_and_another_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "outline.toml")
    with pytest.raises(OutlineError, match=r"outline\.toml: got "):
        read_outline(tmp_path)
    reading, writing = os.pipe()
    os.write(writing, OUTLINE.encode())
    os.close(writing)
    assert bounded(Path(f"/dev/fd/{reading}"), 10**6).decode() == OUTLINE
    os.close(reading)
