"""Code keeps its text and gains roles."""

from __future__ import annotations

from probatum_reports.words.highlighting import LONGEST, code_runs, function_of

CODE = '\n@assuming("one", at=2)  # one sentence\ndef steps(limit=3):\n    return limit not in (1, 2)\n\n'


def test_the_runs_join_to_the_code() -> None:
    assert "".join(run.text for run in code_runs(CODE)) == CODE


def test_roles_are_found() -> None:
    roles = {run.text: run.role for run in code_runs(CODE) if run.role}
    assert roles["@assuming"] == "name"
    assert roles['"one"'] == "string"
    assert roles["# one sentence"] == "comment"
    assert roles["def"] == "keyword"
    assert roles["steps"] == "name"
    assert roles["not"] == roles["in"] == "keyword"


def test_code_that_is_no_python_keeps_its_text() -> None:
    assert "".join(run.text for run in code_runs("def (((\x00 'unclosed\n")) == "def (((\x00 'unclosed\n"


def test_very_long_code_stays_plain() -> None:
    assert [run.role for run in code_runs("x = 1\n" * LONGEST)] == [""]


def test_the_function_is_what_follows_its_decorator() -> None:
    assert function_of('@assuming("def of x")\ndef steps(count=3):\n    return 1\n') == "def steps(count=3):\n    return 1\n"
    assert function_of("no function") == "no function"
    assert function_of("x = 1\n") == "x = 1\n"
    for nested in ("-" * 6000 + "1", "x" + "[0]" * 6000):
        assert function_of(nested) == nested
    assert function_of("def one(): return 1\n") == "def one(): return 1\n"


CLAIM = '''
@passage.states
def steps(
    count=3,
):
    """It takes
    three."""
    return count  # as it is


@steps.because
def _():
    yield "so", True
'''


def test_the_function_is_shown_without_what_the_card_says_in_words() -> None:
    assert function_of(CLAIM) == "def steps(\n    count=3,\n):\n    return count  # as it is\n"
    assert function_of('def words():\n    """Alone."""\n') == 'def words():\n    """Alone."""\n'
