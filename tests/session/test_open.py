"""Tests of a run with a claim that is open: it counts as neither, and is red as soon as it is decided."""

from __future__ import annotations

import pytest

from tests.project import HEADER, TRUE, Project

OPEN = """
@Passage("opening.2").states
@undecided_so_far("two waves whose crests never meet need an argument about irrational numbers")
def below_two(most=2):
    \"\"\"Two waves are below two.\"\"\"
    return ForAll(x, then=Lt(sin(x) + sin(sqrt(2) * x), most))
"""
WITHOUT = """
@Passage("opening.2").states
@has_no_value(Eq(x, 1), "at $x = 1$")
def quotient(value=1):
    \"\"\"A quotient is the sum.\"\"\"
    return ForAll(x, then=Eq((x**2 - 1) / (x - 1), x + value))
"""
IMPORTS = HEADER.replace("\nx, y", "from sympy import sin, sqrt\n\nx, y")


def test_a_run_tells_what_is_open_and_what_has_no_value(pytester: pytest.Pytester) -> None:
    project = Project(pytester)
    project.claims(TRUE, OPEN, WITHOUT, header=IMPORTS)
    result = project.run("-rx", report=True)
    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(passed=2, xfailed=1)
    text = result.stdout.str()
    assert "XFAIL claims/sums/opening.py::below_two" in text
    assert "open              1" in text
    assert "undefined         1   1 proved" in text
    assert "not as expected" not in text
    page = (project.root / "build/probatum/report.html").read_text(encoding="utf-8")
    for words in ("Without a value", "True elsewhere", "no method has settled it so far"):
        assert words in page
    decided = OPEN.replace("sin(x) + sin(sqrt(2) * x)", "sin(x)")
    project.claims(TRUE, decided, header=IMPORTS)
    result = project.run()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "found holds (proved), expected open: Two waves are below two." in result.stdout.str()
