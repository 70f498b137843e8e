"""Tests of what the terminal says: of a red claim, and in the table at the end."""

from __future__ import annotations

from typing import Any

from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.relation import Gt
from probatum.proposition.subjects.coercion import reals
from probatum.session.terminal import failure, summary
from probatum.vocabulary import Verdict
from tests.made import finding_of

x = reals("x")


def squares(relation: Any = Gt) -> Any:
    """False of 1/2, say."""
    return ForAll(x, given=Gt(x, 0), then=relation(x**2, x))


def ledger(*findings: dict[str, Any], selected: int = 2, total: int = 2) -> Any:
    """As much of a ledger as the table needs."""
    run = {"selected": selected, "total": total, "complete": selected == total}
    return {"findings": list(findings), "documents": [{"not_checkable": []}], "run": run}


def finding(verdict: str, strength: str | None = None, *, expected: bool = True, turned: tuple[bool, ...] = ()) -> Any:
    """As much of a finding as the table needs."""
    controls = [{"turned": one} for one in turned]
    judged = {"id": f"a-{verdict}", "verdict": verdict, "strength": strength, "as_expected": expected}
    return judged | {"controls": controls, "versions": [], "said": "stated"}


def version(is_proof: bool, witnesses: int) -> Any:
    """As much of a version as the table needs."""
    return {"is_proof": is_proof, "witnesses": witnesses, "engines": ["flint"]}


def test_a_red_claim_says_first_what_its_author_needs_first() -> None:
    lines = failure(finding_of(squares)).splitlines()
    assert lines[0] == "found refuted (proved), expected holds: A statement."
    assert lines[1].startswith("fails      at x = ")
    assert lines[2] == "because    False as stated, and no correction is given."
    assert lines[3].startswith("claim      a-claim, claims/sums/opening.py:")
    assert lines[4] == "stated     For all real x with x > 0: x² > x."
    assert any(line.startswith("  smt        refuted by ") for line in lines[5:])


def test_a_red_claim_names_the_change_with_which_it_is_true() -> None:
    lines = failure(finding_of(lambda value=(1, 5): Equal((1, 6), value))).splitlines()
    assert lines[0].startswith("found refuted (proved), expected holds")
    assert "true with  value = (1, 6) (stated: (1, 5))" in lines


def test_an_error_is_shown_instead_of_decisions() -> None:
    lines = failure(finding_of(lambda value=0.5: None)).splitlines()
    assert lines[0].startswith("found error, expected holds: ")
    assert lines[1].startswith("error      claims/sums/opening.py:")
    assert len(lines) == 4


def test_what_could_steer_the_terminal_is_shown_as_its_number() -> None:
    shown = failure(finding_of(squares) | {"wording": "A \x1b[31mred\x07 \u202estatement."})
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "\u202e" not in shown
    assert "\\x1b[31mred" in shown


def test_what_the_text_states_is_counted_first_and_apart() -> None:
    strict = finding("refuted", "proved") | {"said": "strict"}
    implied = finding("holds", "sampled") | {"said": "implied"}
    assert list(summary(ledger(strict, implied, finding("holds", "proved"))))[:3] == [
        "stated    holds             1   1 proved",
        "implied   holds             1   1 sampled",
        "strict    refuted           1   1 proved",
    ]


def test_the_table_counts_verdicts_with_their_strengths() -> None:
    lines = list(summary(ledger(finding("holds", "proved", turned=(True, True)), finding("holds", "sampled", turned=(True,)))))
    assert lines == ["holds             2   1 proved, 1 sampled", "controls          3   of 3 turned"]


def test_the_table_says_of_how_many_proofs_there_are_two() -> None:
    proofs = [version(True, 2), version(True, 1), version(True, 3)]
    others = [version(False, 2), version(False, 2), version(False, 0)]
    lines = list(summary(ledger(finding("holds", "proved") | {"versions": proofs}, finding("refuted", "proved") | {"versions": others})))
    assert lines[-1] == "two engines       2   of 3 proofs; alone: 1 by flint"


def test_every_verdict_has_its_line_in_a_fixed_order() -> None:
    lines = list(summary(ledger(*(finding(verdict) for verdict in reversed(Verdict)))))
    assert [line.split()[0] for line in lines[: len(Verdict)]] == list(Verdict)


def test_what_is_red_and_what_is_partial_is_said() -> None:
    lines = list(summary(ledger(finding("survived", expected=False, turned=(False,)), selected=1, total=7)))
    assert lines == [
        "survived          1",
        "controls          0   of 1 turned",
        "not as expected   1   a-survived",
        "PARTIAL RUN    1/7 claims decided",
    ]


def test_what_cannot_be_checked_is_counted() -> None:
    data = ledger(finding("holds", "proved"))
    data["documents"] = [{"not_checkable": [1, 2]}, {"not_checkable": [3]}]
    assert "not checkable     3" in list(summary(data))
