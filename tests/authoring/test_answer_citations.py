"""Tests of answers: what is wrong with one is named with file and line, and what is right is left alone."""

from __future__ import annotations

import pytest

from probatum.authoring.answer_citations import problems

KNOWN = {"a-claim", "another"}


def found(text: str) -> list[str]:
    return list(problems(text, "claims/sums/answer.md", KNOWN.__contains__))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It holds [a-claim] [another].",
        "In $[0, 1]$ and [0, 1), $x_1^2$ and $\\frac{1}{2}$, for \\$5 [a-claim].",
        "[Not an id] and [] and [a claim].",
        "One.\r\n\r\nTwo [another].\r\n",
        "$\\frac{1}\n{2}$",
    ],
)
def test_a_sound_answer_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("It holds [a-clam].", "1: got the citation [a-clam], wanted the id of a claim"),
        ("One.\n\nTwo\nthree [no].", "4: got the citation [no], wanted the id of a claim"),
        ("One.\r\n\r\nTwo [no].", "3: got the citation [no], wanted the id of a claim"),
        ("[a-claim, another]", "1: got [a-claim, another], wanted one citation in each pair of brackets: [a-claim] [another]"),
        ("[a-clam, b-claim]", "1: got [a-clam, b-claim], wanted one citation in each pair of brackets: [a-clam] [b-claim]"),
        ("[a-claim;\nno]", "1: got [a-claim; no], wanted one citation in each pair of brackets: [a-claim] [no]"),
        ("x\n$y and\n\n$z$", r"2: got an odd number of $ in the paragraph, wanted each formula between two (a dollar is written \$)"),
        ("x\n\ny $\\frac{1}{$ z", "3: formula: got the LaTeX '\\\\frac{1}{', which does not render: "),
        ("$\\nosuch$", "1: formula: got the LaTeX '\\\\nosuch', which does not render: "),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(text: str, problem: str) -> None:
    (said,) = found(text)
    assert said.startswith(f"claims/sums/answer.md:{problem}")


def test_several_problems_come_in_order() -> None:
    assert [said.split(": ")[0].rpartition(":")[2] for said in found("[x]\n[y]\n\n[a-claim]\n\n$\\nosuch$ [z]")] == ["1", "2", "6", "6"]


def test_many_paragraphs_are_read_once() -> None:
    assert found("[x]\n\n" * 50_000 + "[a-claim]\r\n" * 50_000 + "[y] [y]")[-2:] == [
        f"claims/sums/answer.md:150001: got the citation [{name}], wanted the id of a claim" for name in "yy"
    ]


def test_brackets_of_numbers_are_no_citations() -> None:
    assert found("The interval [0, 1] and the pair [a, b].") == []
    assert found("A footnote [1].") == ["claims/sums/answer.md:1: got the citation [1], wanted the id of a claim"]
