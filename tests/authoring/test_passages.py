"""Tests of the record of the words that claims were written for: read back, malformed, and held against outlines of other revisions."""

from __future__ import annotations

from itertools import combinations, permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from probatum.authoring.outline import Document, Passage, Section
from probatum.authoring.passages import FILE, Gone, Kept, Record, adopted, displaced, doubts, read_record, written
from probatum.errors import OutlineError

A, B, C, D = (letter * 64 for letter in "abcd")
RECORD = Record((Kept("x.1", A, "00ff"), Kept("x.2", B), Kept("x.3", C)))


def document(**words: str) -> Document:
    """A document with these passages, `x1` for x.1, in this order."""
    passages = tuple(Passage(f"x.{name[1:]}", sha256, ("claim",), "") for name, sha256 in words.items())
    return Document("d", "D", "u", "l", "r", (Section("x", "X", passages),))


def doubted(held: Document, record: Record = RECORD) -> dict[str, str]:
    """What stands against the claims at each passage, up to what is to be done about it."""
    return {name: said.partition(". ")[0] for name, said in doubts(held, record, "outline.toml").items()}


def test_what_is_as_recorded_is_not_doubted() -> None:
    assert doubted(document(x1=A, x2=B, x3=C)) == {}


def test_an_id_that_was_given_up_vouches_for_no_words() -> None:
    said = "Nothing records the words that it was written for: passages.lock has no x.4"
    record = Record(RECORD.passages, retired=("x.4",))
    assert doubted(document(x1=A, x2=B, x3=C, x4=D), record) == {"x.4": said}
    assert doubted(document(x1=A, x2=B, x3=C), record) == {}


def test_what_is_adopted_is_what_the_outline_says() -> None:
    held = document(x1=A, x2=B)
    assert doubts(held, adopted(held), "outline.toml") == {}
    assert [entry.sha256 for entry in adopted(held).passages] == [passage.sha256 for passage in held.passages]


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        (document(x1=A, x2=D, x3=C), {"x.2": "Written for x.2, whose words were edited"}),
        (
            document(x1=D, x2=A, x3=B, x4=C),
            {
                "x.1": "Written for x.1, whose words stand at x.2 now",
                "x.2": "Written for x.2, whose words stand at x.3 now",
                "x.3": "Written for x.3, whose words stand at x.4 now",
                "x.4": "Nothing records the words that it was written for: passages.lock has no x.4",
            },
        ),
        (document(x1=A, x3=C), {"x.2": "Written for x.2, which is gone; nearest to it is x.1"}),
        (document(x2=B, x3=C), {"x.1": "Written for x.1, which is gone; nearest to it is x.2"}),
        (
            document(x1=A, x4=B, x3=C),
            {
                "x.2": "Written for x.2, which is gone; nearest to it is x.4",
                "x.4": "Nothing records the words that it was written for: passages.lock has no x.4",
            },
        ),
        (document(x2=B, x3=C, x1=A), {"x.1": "Written for x.1, which moved: it stood at the beginning, and stands after x.3"}),
        (
            document(x1=A, x3=C, x2=B),
            {
                "x.2": "Written for x.2, which moved: it stood after x.1, and stands after x.3",
                "x.3": "Written for x.3, which moved: it stood after x.2, and stands after x.1",
            },
        ),
        (document(), {name: f"Written for {name}, which is gone" for name in ("x.1", "x.2", "x.3")}),
    ],
    ids=["edited", "another draft", "gone", "the first gone", "renamed", "moved", "swapped", "all gone"],
)
def test_an_outline_of_another_revision_is_doubted_where_it_differs(held: Document, wanted: dict[str, str]) -> None:
    assert doubted(held) == wanted


def test_what_waits_for_a_review_is_doubted() -> None:
    record = Record((Kept("x.1", A, written_for=D), Kept("x.2", B, stood_after=""), Kept("x.3", C)), (Gone("x.4", D, nearest="x.3"),))
    assert doubted(document(x1=A, x2=B, x3=C), record) == {
        "x.1": "Written for x.1, whose words were edited",
        "x.2": "Written for x.2, which moved: it stood at the beginning, and stands after x.1",
        "x.4": "Written for x.4, which is gone; nearest to it is x.3",
    }
    said = doubts(document(x1=A, x2=B, x3=C), record, "claims/d/outline.toml")["x.1"]
    assert said.endswith(". Once somebody has looked: probatum outline TEXT --update claims/d/outline.toml --reviewed x.1")
    said = doubts(document(x1=A, x2=B), record, "claims/d/outline.toml")["x.1"]
    assert said.endswith(". To see what changed: probatum outline TEXT --update claims/d/outline.toml"), "first the ids are put right"


def kept_by_every_longest(before: str, now: str) -> set[str]:
    """By trying all: the letters that stand in every longest common subsequence of two orders."""
    common = [letter for letter in now if letter in before]
    for size in range(len(common), -1, -1):
        runs = [run for run in combinations(common, size) if [*run] == sorted(run, key=before.index)]
        if runs:
            return set.intersection(*map(set, runs))
    return set()


def test_displaced_is_all_but_what_every_longest_order_keeps() -> None:
    orders = ["".join(order) for order in permutations("abcde")]
    assert len(orders) == 120
    found = {order: set("abcde") - displaced("abcde", order) for order in orders}
    assert found == {order: kept_by_every_longest("abcde", order) for order in orders}


@given(some.lists(some.sampled_from("abcdefgh"), unique=True), some.lists(some.sampled_from("abcdefgh"), unique=True))
def test_what_comes_and_goes_displaces_nothing(before: list[str], now: list[str]) -> None:
    common = [letter for letter in now if letter in before]
    assert displaced(before, now) == set(common) - kept_by_every_longest("".join(before), "".join(now))
    assert displaced(before, [letter for letter in before if letter in now]) == set()


@pytest.mark.parametrize(
    "record",
    [
        RECORD,
        Record(),
        Record((Kept("x.1", A, "", B, ""), Kept("x.2-1", A, "0a", "", "x.1")), (Gone("x.3", C, "01", "x.2", "x.1"),), ("x.9", "x.8")),
    ],
)
def test_a_record_is_read_back_as_it_was_written(tmp_path: Path, record: Record) -> None:
    (tmp_path / FILE).write_text(written(record))
    assert read_record(tmp_path) == record


def test_there_may_be_no_record(tmp_path: Path) -> None:
    assert read_record(tmp_path) is None


MALFORMED = {
    "no toml": ("[", "wanted readable TOML"),
    "deep": ("retired = " + "[" * 5_000, "wanted readable TOML"),
    "a list": ("passages = []", "wanted [passages], [gone] and a list `retired`"),
    "a number": ("retired = 5", "wanted [passages], [gone] and a list `retired`"),
    "no name": ('retired = ["X 1"]', "got 'X 1', wanted the id of a passage"),
    "no table": ('[passages]\n"x.1" = 5', "passage 'x.1': got 5, wanted a table of texts"),
    "a number in a table": ('[passages]\n"x.1" = {sha256 = 5}', "wanted a table of texts"),
    "unknown": (f'[passages]\n"x.1" = {{sha256 = "{A}", zzz = ""}}', "passage 'x.1': got 'zzz', wanted some of id, sha256, sketch"),
    "no digest": ('[passages]\n"x.1" = {}', "passage 'x.1': got the digests [''], wanted 64 hexadecimal digits each"),
    "half a digest": (f'[passages]\n"x.1" = {{sha256 = "{A}", written_for = "abc"}}', "wanted 64 hexadecimal digits each"),
    "no sketch": (f'[passages]\n"x.1" = {{sha256 = "{A}", sketch = "zz"}}', "got the sketch 'zz', wanted hexadecimal digits"),
    "twice": (f'[passages]\n"x.1" = {{sha256 = "{A}"}}\n"x.1" = {{sha256 = "{B}"}}', "wanted readable TOML"),
}


@pytest.mark.parametrize(("text", "wanted"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_record_says_so(tmp_path: Path, text: str, wanted: str) -> None:
    (tmp_path / FILE).write_text(text)
    with pytest.raises(OutlineError) as caught:
        read_record(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path / FILE}: ")
    assert wanted in str(caught.value)
