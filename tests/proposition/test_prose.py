"""Tests of the words for readers: what cannot be shown as it is meant is refused."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.errors import DefinitionError
from probatum.proposition.spelling.prose import LONGEST, check_latex, check_wording


@pytest.mark.parametrize("text", ["Two.", r"The bound is $\frac{1}{2} \lVert x \rVert$.", "Größer als $x_1$ & <b>", "a" * LONGEST])
def test_words_that_can_be_shown_pass(text: str) -> None:
    check_wording(text, "wording")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", r"wording: got '', wanted a sentence"),
        (" \n ", r"wording: got ' \\n ', wanted a sentence"),
        (None, r"wording: got None, wanted a sentence"),
        (5, r"wording: got 5, wanted a sentence"),
        ("a" * (LONGEST + 1), rf"wording: got {LONGEST + 1} characters, wanted at most {LONGEST}"),
        ("a\x00b", r"wording: got a control character in 'a\\x00b', wanted printable text"),
        ("a\u202eb", r"wording: got a control character in .*, wanted printable text"),
        ("costs $5", r"wording: got an odd number of \$ in 'costs \$5', wanted each formula between two"),
        (r"is $\frac{1$", r"wording: got the LaTeX '\\\\frac\{1', which does not render: "),
        (r"is $\nosuchcommand$", r"wording: got the LaTeX '\\\\nosuchcommand', which does not render: "),
    ],
)
def test_words_that_cannot_be_shown_are_refused(text: Any, wanted: str) -> None:
    with pytest.raises(DefinitionError, match=wanted):
        check_wording(text, "wording")


def test_latex_is_checked_alone_too() -> None:
    check_latex("x^2", "a formula")
    with pytest.raises(DefinitionError, match=r"^a formula: got the LaTeX '\{', which does not render"):
        check_latex("{", "a formula")


def test_the_error_is_one_plain_line() -> None:
    with pytest.raises(DefinitionError) as caught:
        check_latex(r"\nosuchcommand", "a formula")
    assert str(caught.value).isprintable()
