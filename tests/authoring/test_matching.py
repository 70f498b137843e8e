"""Tests of recognizing passages: the same words wherever they went, edited ones, and what is too different."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from probatum.authoring.matching import matched, nearest
from probatum.authoring.text import Words, digest, sketch

SENTENCE = "The product of two numbers is at most their sum."


def words(*sentences: str) -> list[Words]:
    """Sentences as they are recognized."""
    return [Words(digest(sentence), sketch(sentence)) for sentence in sentences]


@pytest.mark.parametrize(
    "edited",
    [
        "The product of two numbers is at most their mean.",
        "The product of two positive numbers is at most their sum.",
        "the Product of two numbers, is at most their sum!",
        "So the product of any two numbers is no more than their sum.",
    ],
)
def test_an_edited_passage_is_recognized(edited: str) -> None:
    assert matched(words("First.", SENTENCE), words("Another opening of it all.", edited)) == {1: 1}


@pytest.mark.parametrize("other", ["A sum is no product.", "Adding one to both numbers adds one to the geometric mean.", "数"])
def test_another_sentence_is_not_recognized(other: str) -> None:
    assert matched(words(SENTENCE), words(other)) == {}


def test_of_passages_alike_each_stays_itself() -> None:
    assert matched(words("Yes.", "Why?", "Yes."), words("Yes.", "No.", "Why?", "Yes.")) == {0: 0, 2: 1, 3: 2}
    assert matched(words("Why?", "Yes."), words("Yes.", "Why?", "Yes.")) == {1: 0, 2: 1}, "the new one is that before the question"


def test_the_same_words_are_found_wherever_they_went() -> None:
    assert matched(words("One.", "Two.", "Three."), words("Three.", "One.", "Two.")) == {0: 2, 1: 0, 2: 1}


def test_the_most_alike_are_paired_first() -> None:
    now = words("The product of two numbers is at least their mean.", "The product of two numbers is at most their sum!")
    assert matched(words(SENTENCE), now) == {1: 0}


def test_a_script_without_blanks_is_recognized_too() -> None:
    assert matched(words("正規化は勾配降下法の収束を速める。"), words("正規化は常に勾配降下法の収束を速める。")) == {0: 0}


def test_without_a_sketch_a_passage_is_recognized_by_its_words_or_by_its_place() -> None:
    earlier = [Words(digest(sentence)) for sentence in ("First.", SENTENCE, "Last.")]
    assert matched(earlier, words("First.", SENTENCE, "Last.")) == {0: 0, 1: 1, 2: 2}
    assert matched(earlier, words("First.", "Another.", "Last.")) == {0: 0, 1: 1, 2: 2}
    assert matched(earlier, words("Another.", "Last.")) == {1: 2}, "two are gone before it, and which of them it was cannot be known"
    assert matched(earlier, words("First.", "Last.", "Another.")) == {0: 0, 1: 2}, "not in its place"
    assert matched(words("First.", SENTENCE), words("First.", "Another.")) == {0: 0}, "with a sketch, it is known that it is not the same"


def test_the_nearest_shares_most() -> None:
    assert nearest(words(SENTENCE)[0], words("Nothing alike here", "A product of numbers.", "Zzz")) == 1
    assert nearest(words(SENTENCE)[0], [Words("0" * 64)]) is None


@given(some.lists(some.sampled_from("abcdef"), max_size=12), some.lists(some.sampled_from("abcdef"), max_size=12))
def test_no_passage_is_two_and_none_is_left_out_that_stands_there(before: list[str], after: list[str]) -> None:
    found = matched(words(*before), words(*after))
    assert len({*found.values()}) == len(found)
    same = [letter for letter in set(before) | set(after) for _ in range(min(before.count(letter), after.count(letter)))]
    assert sorted(before[old] for new, old in found.items() if before[old] == after[new]) == sorted(same)


def test_each_row_of_a_long_table_stays_itself_where_all_are_edited() -> None:
    def rows(size: str) -> list[Words]:
        return words(*(f"The value number {number} of the table is {size}, and so is all else." for number in range(100)))

    assert matched(rows("large"), rows("small")) == {place: place for place in range(100)}
