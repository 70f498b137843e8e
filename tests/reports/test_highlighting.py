"""Code keeps its text and gains roles."""

from __future__ import annotations

from probatum_reports.words.highlighting import LONGEST, code_runs, function_of

CODE = '\n@claim("steps", at="answer.2")  # one sentence\ndef steps(limit=3):\n    return limit not in (1, 2)\n\n'


def test_the_runs_join_to_the_code() -> None:
    assert "".join(run.text for run in code_runs(CODE)) == CODE


def test_roles_are_found() -> None:
    roles = {run.text: run.role for run in code_runs(CODE) if run.role}
    assert roles["@claim"] == "name"
    assert roles['"steps"'] == "string"
    assert roles["# one sentence"] == "comment"
    assert roles["def"] == "keyword"
    assert roles["steps"] == "name"
    assert roles["not"] == roles["in"] == "keyword"


def test_code_that_is_no_python_keeps_its_text() -> None:
    assert "".join(run.text for run in code_runs("def (((\x00 'unclosed\n")) == "def (((\x00 'unclosed\n"


def test_very_long_code_stays_plain() -> None:
    assert [run.role for run in code_runs("x = 1\n" * LONGEST)] == [""]


def test_the_function_is_what_follows_its_decorator() -> None:
    assert function_of('@claim("def of x")\ndef steps(count=3):\n    return 1\n') == "def steps(count=3):\n    return 1\n"
    assert function_of("no function") == "no function"
