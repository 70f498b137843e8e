"""No statement of a public report is decided wrongly, nor its twin; what is true of each was found by another way, too."""

from __future__ import annotations

import mpmath  # type: ignore[import-untyped]  # it has none
import pytest
import sympy

from tests.each import each
from tests.soundness.fuzz import OPEN, WRONG, judged, judged_too
from tests.soundness.public_reports import CLAIMS, REPORTS, UNDEFINED_SUM, VALUES, Claimed, Value

NOT_YET_DECIDED = {"sympy/sympy#15810", "sympy/sympy#19852", "sympy/sympy#13416", "sympy/sympy#18378"}


@pytest.mark.parametrize("row", VALUES, ids=lambda row: row.report)
def test_the_right_value_is_that_of_mpmath(row: Value) -> None:
    with mpmath.workdps(80):
        number = mpmath.mpf(row.number())
        right, answered = (
            mpmath.mpf(sympy.N(value, 40)) if sympy.sympify(value).is_finite else mpmath.inf for value in (row.right, row.answered)
        )
    assert abs(number - right) < row.near
    assert abs(number - answered) > 10 * row.near


@pytest.mark.parametrize("row", CLAIMS, ids=lambda row: row.report)
def test_the_two_sides_differ_where_they_are_said_to(row: Claimed) -> None:
    assert row.shows() > 0


@pytest.mark.parametrize("row", REPORTS, ids=lambda row: row.report)
def test_no_report_comes_out_wrong(row: Value | Claimed) -> None:
    first, *twins = row.statements()
    rows = [judged(first), *map(judged_too, twins)]
    assert [found for found in each(rows) if found[1] == WRONG] == []
    if row.report not in NOT_YET_DECIDED:
        assert [found for found in rows if found[1] == OPEN] == []


def test_a_sum_over_terms_that_divide_by_zero_is_undefined() -> None:
    assert judged(UNDEFINED_SUM)[1] not in (WRONG, OPEN)


def test_the_table_is_as_long_as_is_said() -> None:
    assert len({row.report for row in REPORTS} | {UNDEFINED_SUM.family}) >= 42
