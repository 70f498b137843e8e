"""Tests of how the words of a text are spelt: what is told apart, and what is the same."""

from __future__ import annotations

import pytest

from probatum.spelling import folded, spellings


@pytest.mark.parametrize(
    ("words", "as_folded"),
    [
        ("n²", "n^2"),
        ("n₂", "n_2"),
        ("A⁻¹", "A^−^1"),
        ("1½", "1 1⁄2"),
        ("½", "1⁄2"),
        ("ﬁrst\u00a0２", "first 2"),
        ("con\u00adver\u200bges", "converges"),
        ("Apple™ nº 5", "AppleTM no 5"),
        ("cafe\u0301", "café"),
        ("$x^2$", "$x^2$"),
    ],
)
def test_folding_keeps_the_sign_of_what_is_raised_or_lowered(words: str, as_folded: str) -> None:
    assert folded(words) == as_folded


def test_marks_on_one_letter_are_put_in_order_thirty_at_a_time() -> None:
    high, left = "\u0315", "\u0316"  # which is the order of their classes turned round
    assert folded("a" + high * 15 + left * 15) == "a" + left * 15 + high * 15
    assert folded("a" + high * 31 + left) == "a" + high * 30 + "\u034f" + left + high
    assert folded("a" + (high + left) * 200_000).replace("\u034f", "").count(high) == 200_000


def test_marks_may_be_straight_or_curly() -> None:
    assert spellings("a  b") == ("a b",)
    assert spellings('("it\'s")') == ('("it\'s")', "(“it’s”)")
    assert spellings("“it’s”") == ("“it’s”", '"it\'s"')
