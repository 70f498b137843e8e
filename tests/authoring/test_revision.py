"""Tests of `probatum outline --update`: what is new, moved, edited or gone, and that ids stay with their words for ever."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from probatum.authoring.command import outline
from probatum.authoring.outline import read_outline
from probatum.authoring.passages import FILE, adopted, doubts, read_record
from probatum.authoring.text import digest
from tests.each import each

FIRST = ["# Means", "The mean of 2 and 8 is 4.", "The means of equal numbers are equal.", "A product is at most a sum.", "So beautiful!"]


class Author:
    """Somebody at a terminal, with a text and its outline."""

    def __init__(self, folder: Path, printed: pytest.CaptureFixture[str]) -> None:
        self.text = folder / "means.txt"
        self.outline = folder / "claims" / "means" / "outline.toml"
        self.printed = printed

    def updates(self, lines: list[str], *options: str) -> tuple[int, list[str]]:
        """The exit code, and what was printed, of an update to a text."""
        self.text.write_text("\n".join(lines), encoding="utf-8")
        code = outline([str(self.text), "--update", str(self.outline), *options])
        return code, self.printed.readouterr().out.splitlines()

    @property
    def words(self) -> dict[str, str]:
        """The digests in the outline, by passage, in order."""
        return {passage.id: passage.sha256 for passage in read_outline(self.outline.parent).passages}

    @property
    def suspect(self) -> set[str]:
        """The passages at which claims are suspect."""
        record = read_record(self.outline.parent)
        assert record is not None
        return {*doubts(read_outline(self.outline.parent), record, "")}


@pytest.fixture
def author(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Author:
    made = Author(tmp_path, capsys)
    assert made.updates(FIRST, "--title", "On means") == (0, ["4 passages: recorded."])
    return made


def test_a_new_document_is_drafted_and_recorded(author: Author) -> None:
    assert author.words == {f"means.{number}": digest(line) for number, line in enumerate(FIRST[1:], 1)}
    assert read_outline(author.outline.parent).title == "On means"
    assert author.suspect == set()
    assert author.updates(FIRST, "--check") == (0, ["4 passages: nothing differs."])


def test_an_inserted_passage_renames_no_other(author: Author) -> None:
    said = ["new     means.0-1: line 2, at the beginning", "new     means.2-1: line 5, after means.2", "6 passages: 2 new."]
    lines = [FIRST[0], "Welcome.", *FIRST[1:3], "By the way.", *FIRST[3:]]
    assert author.updates(lines) == (0, said)
    assert list(author.words) == ["means.0-1", "means.1", "means.2", "means.2-1", "means.3", "means.4"]
    assert author.suspect == set()
    assert author.updates([*lines[:5], "And another.", *lines[5:]])[1][0] == "new     means.2-2: line 6, after means.2-1"


def test_an_edited_passage_keeps_its_id_and_is_suspect_until_reviewed(author: Author) -> None:
    edited = [*FIRST[:3], "A product is at least a sum.", FIRST[4]]
    assert author.updates(edited) == (0, ["edited  means.3: line 4", "4 passages: 1 edited."])
    assert author.words["means.3"] == digest(edited[3])
    assert author.suspect == {"means.3"}
    assert author.updates(edited, "--check")[0] == 1, "nobody has looked"
    assert author.updates(edited, "--reviewed", "means.3") == (0, ["4 passages: recorded."])
    assert author.suspect == set()
    assert author.updates(edited, "--check")[0] == 0


def test_words_that_come_back_are_not_suspect(author: Author) -> None:
    author.updates([*FIRST[:3], "A product is at least a sum.", FIRST[4]])
    assert author.updates(FIRST) == (0, ["4 passages: recorded."])
    author.updates([*FIRST[:3], FIRST[4]])
    assert author.suspect == {"means.3"}
    assert author.updates(FIRST) == (0, ["4 passages: recorded."])
    assert author.suspect == set()


def test_edited_twice_is_edited_from_what_claims_were_written_for(author: Author) -> None:
    for ending in ("difference.", "quotient.", "sum."):
        author.updates([*FIRST[:3], f"A product is at most a {ending}", FIRST[4]])
        assert author.suspect == (set() if ending == "sum." else {"means.3"})


def test_a_moved_passage_is_suspect(author: Author) -> None:
    moved = [FIRST[0], FIRST[4], *FIRST[1:4]]
    assert author.updates(moved) == (
        0,
        ["moved   means.4: line 2, it stood after means.3 and stands at the beginning", "4 passages: 1 moved."],
    )
    assert list(author.words) == ["means.4", "means.1", "means.2", "means.3"]
    assert author.suspect == {"means.4"}
    assert author.updates(moved, "--reviewed", "means.4")[0] == 0
    assert author.suspect == set()


def test_what_moved_back_is_not_suspect_and_what_moved_on_is(author: Author) -> None:
    block = [FIRST[0], *FIRST[3:], *FIRST[1:3]]
    author.updates(block)
    moved = author.suspect
    assert {"means.1", "means.2"} <= moved
    author.updates([*block, "So new!"])
    assert author.suspect == moved
    author.updates([*FIRST[:1], FIRST[4], *FIRST[1:4]])
    assert author.suspect
    author.updates(FIRST)
    assert author.suspect == {"means.2-1"}


SUMS = ["# Sums", 'It takes n² steps, says "Ann\'s" book.', "A⁻¹ is positive.", "It is 1½ and x₁ × 10⁵."]


def begun_again(author: Author) -> None:
    """The author drafts another text."""
    author.outline.unlink()
    author.outline.with_name(FILE).unlink()
    author.updates(SUMS, "--title", "On sums")


FLAT = {"n2 steps": 1, "n₂ steps": 1, "A−1": 2, "A1": 2, "11⁄2": 3, "x1": 3, "x¹": 3, "105": 3}


@pytest.mark.parametrize("flat", FLAT)
def test_what_is_raised_or_lowered_is_not_what_is_flat(author: Author, flat: str) -> None:
    raised = {
        "n2 steps": "n² steps",
        "n₂ steps": "n² steps",
        "A−1": "A⁻¹",
        "A1": "A⁻¹",
        "11⁄2": "1½",
        "x1": "x₁",
        "x¹": "x₁",
        "105": "10⁵",
    }[flat]
    begun_again(author)
    assert author.updates([line.replace(raised, flat) for line in SUMS])[0] == 0
    assert author.suspect == {f"sums.{FLAT[flat]}"}


def test_other_quotation_marks_and_what_nobody_sees_are_no_edit(author: Author) -> None:
    begun_again(author)
    curly = [line.replace('"Ann\'s"', "“Ann’s”").replace("posi", "po\u00adsi\u200b") for line in SUMS]
    assert curly != SUMS
    assert author.updates(curly, "--check") == (0, ["3 passages: nothing differs."])
    assert author.updates([curly[0], curly[1].replace("Ann", "Eve"), *curly[2:]])[0] == 0
    assert author.suspect == {"sums.1"}
    assert author.updates(curly)[0] == 0
    assert author.suspect == set()


def test_a_passage_that_is_gone_takes_its_id_with_it(author: Author) -> None:
    less = [*FIRST[:3], FIRST[4]]
    assert author.updates(less) == (0, ["gone    means.3: nearest to it is means.1", "3 passages: 1 gone."])
    assert author.suspect == {"means.3"}
    assert author.updates(less, "--reviewed", "means.3")[0] == 0
    assert author.suspect == set()
    author.updates(FIRST)
    assert "means.3" not in author.words, "claims were told that it is gone: what comes now is new"
    assert "means.2-1" in author.words


def test_checking_writes_nothing(author: Author) -> None:
    files = [author.outline, author.outline.with_name(FILE)]
    before = [path.read_bytes() for path in files]
    assert author.updates(["# Means", "Nothing of it."], "--check")[0] == 1
    assert [path.read_bytes() for path in files] == before
    missing = author.outline.parent.parent / "more" / "outline.toml"
    assert outline([str(author.text), "--update", str(missing), "--check"]) == 1
    assert not missing.parent.exists()


def test_what_the_author_wrote_stays(author: Author) -> None:
    text = author.outline.read_text().replace('roles = ["claim"]\ngist = ""', '# mine\nroles = ["opinion"]\ngist = "It \\"is\\""', 1)
    author.outline.write_text("# of the whole\n" + text)
    author.updates([*FIRST, "# More", "New."], "--revision", "2")
    now = author.outline.read_text()
    assert now.startswith("# of the whole\n[document]\n")
    assert '# mine\nroles = ["opinion"]\ngist = "It \\"is\\""\n\n[[section.passage]]  # line 3\nid = "means.2"' in now
    assert [section.title for section in read_outline(author.outline.parent).sections] == ["Means", "More"]
    assert read_outline(author.outline.parent).revision == "2"
    assert list(author.words)[-1] == "more.1"
    author.updates(FIRST)
    assert author.outline.read_text() == "# of the whole\n" + text.replace('revision = "to be filled in"', 'revision = "2"')


def test_sections_stay_where_the_text_has_no_headings(author: Author) -> None:
    author.updates([*FIRST, "# More", "Of other means.", "The last of it."])
    author.updates([*FIRST[1:], "Of other means.", "In between.", "The last of it."])
    sections = {section.id: [passage.id for passage in section.passages] for section in read_outline(author.outline.parent).sections}
    assert sections == {"means": ["means.1", "means.2", "means.3", "means.4"], "more": ["more.1", "more.1-1", "more.2"]}
    assert author.suspect == {*()}


def test_an_outline_of_another_revision_is_put_right(author: Author) -> None:
    """Drafted anew, it has other ids; the record knows which words had which."""
    other = [FIRST[0], "A sentence of 2015.", *FIRST[1:]]
    author.text.write_text("\n".join(other))
    assert outline([str(author.text), "--title", "On means"]) == 0
    author.outline.write_text(author.printed.readouterr().out)
    assert author.suspect == {"means.1", "means.2", "means.3", "means.4", "means.5"}
    assert author.updates(other) == (0, ["new     means.0-1: line 2, at the beginning", "5 passages: 1 new."])
    assert author.suspect == set()
    assert author.words["means.1"] == digest(FIRST[1])


def test_an_outline_without_a_record_gets_one_of_what_it_says(author: Author) -> None:
    author.outline.with_name(FILE).unlink()
    assert outline(["--update", str(author.outline), "--check"]) == 1
    assert outline(["--update", str(author.outline)]) == 0
    assert author.printed.readouterr().out.splitlines()[-1] == "4 passages: recorded."
    assert author.suspect == set()
    assert author.updates([*FIRST[:4]])[1][0] == "gone    means.4: nearest to it is means.3", "without a sketch, the one before"


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--reviewed", "means.1"], "--reviewed: got 'means.1', wanted a passage that waits for it: there is none"),
        (["--reviewed", "zzz"], "--reviewed: got 'zzz', wanted a passage that waits for it: there is none"),
    ],
)
def test_only_what_waits_can_be_reviewed(author: Author, options: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert outline([str(author.text), "--update", str(author.outline), *options]) == 2
    assert capsys.readouterr().err == f"probatum outline: {says}\n"


def test_what_cannot_be_asked_for_says_so(author: Author, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        outline([str(author.text), "--check"])
    assert ended.value.code == 2
    assert "got no --update, wanted a text to draft an outline of" in capsys.readouterr().err
    assert outline([str(author.text), "--update", str(author.outline.with_name("outlines.toml"))]) == 2
    assert "outlines.toml, wanted an outline.toml" in capsys.readouterr().err
    author.outline.with_name(FILE).write_text("[")
    assert outline([str(author.text), "--update", str(author.outline)]) == 2
    assert "passages.lock: got " in capsys.readouterr().err


def test_a_file_that_cannot_be_written_is_named_and_nothing_is_said_to_be_recorded(
    author: Author, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *arguments: object, **options: object) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    fresh = author.outline.parent.parent / "fresh" / "outline.toml"
    assert outline([str(author.text), "--update", str(fresh)]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", f"probatum outline: {fresh.with_name(FILE)}: got No space left on device, wanted to write it\n")
    assert not [*fresh.parent.iterdir()], "nothing is left beside it"


SENTENCES = [f"{start} {middle} {end}." for start in ("A mean", "No sum") for middle in ("is above", "equals") for end in ("two", "nine")]


@settings(max_examples=30, deadline=None)
@given(some.lists(some.lists(some.sampled_from(SENTENCES), min_size=1, max_size=6), min_size=2, max_size=5))
def test_an_id_never_stands_for_other_words_unless_its_claims_are_suspect(
    tmp_path_factory: pytest.TempPathFactory, revisions: list[list[str]]
) -> None:
    folder = tmp_path_factory.mktemp("means")
    text, path = folder / "means.txt", folder / "outline.toml"
    first: dict[str, str] = {}
    for lines in each(revisions):
        text.write_text("\n".join(lines))
        assert outline([str(text), "--update", str(path)]) == 0
        document, record = read_outline(folder), read_record(folder)
        held = doubts(document, record or adopted(document), "")
        now = {passage.id: passage.sha256 for passage in document.passages}
        assert list(now.values()) == [digest(line) for line in lines], "the outline is that of the text"
        for name, sha256 in each(now.items()):
            assert first.setdefault(name, sha256) == sha256 or name in held, name
        gone = first.keys() - now.keys()
        assert {name for name in gone if name in held} == gone
        assert outline([str(text), "--update", str(path)]) == 0
        assert read_record(folder) == record, "an update done twice is one done once"
