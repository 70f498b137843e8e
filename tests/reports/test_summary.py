"""What stands beside the page: the comparison of two ledgers, the Markdown summary, the badge."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from probatum.records.ledger import digest_of
from probatum_reports.command import badge as badge_command
from probatum_reports.command import diff
from probatum_reports.command import summary as summary_command
from probatum_reports.formats.comparison import changes, revisions, summed
from probatum_reports.formats.markdown import markdown
from probatum_reports.formats.summary import badge_svg, summary
from probatum_reports.words.prose import runs
from tests.each import each

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"
Ledger = Any
GREEN = "#176238"


@pytest.fixture
def ledger() -> Ledger:
    read: Ledger = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return read


def changed(ledger: Ledger, claim: str, **fields: Any) -> Ledger:
    made = copy.deepcopy(ledger)
    next(each for each in made["findings"] if each["id"] == claim).update(fields)
    return made


def without(ledger: Ledger, claim: str) -> Ledger:
    return ledger | {"findings": [each for each in ledger["findings"] if each["id"] != claim]}


def saved(ledger: Ledger, path: Path) -> str:
    ledger["digest"] = digest_of(ledger["documents"], ledger["findings"])
    path.write_text(json.dumps(ledger), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"verdict": "refuted"}, "worse   descent-sample/bowl-eigenvalues: holds (proved) -> refuted (proved)"),
        ({"verdict": "undecided", "strength": None}, "worse   descent-sample/bowl-eigenvalues: holds (proved) -> undecided"),
        ({"strength": "sampled"}, "worse   descent-sample/bowl-eigenvalues: holds (proved) -> holds (sampled)"),
        ({"as_expected": False}, "worse   descent-sample/bowl-eigenvalues: holds (proved) -> holds (proved), not as expected"),
    ],
)
def test_a_judgement_that_got_worse_is_named(ledger: Ledger, fields: dict[str, Any], line: str) -> None:
    (change,) = changes(ledger, changed(ledger, "bowl-eigenvalues", **fields))
    assert change.line == line
    (back,) = changes(changed(ledger, "bowl-eigenvalues", **fields), ledger)
    assert back.kind == "better"


def test_claims_come_and_go(ledger: Ledger) -> None:
    less = without(ledger, "bowl-eigenvalues")
    assert [change.line for change in changes(ledger, less)] == ["gone    descent-sample/bowl-eigenvalues: holds (proved)"]
    assert [change.kind for change in changes(less, ledger)] == ["new"]


def test_a_claim_given_up_as_not_checkable_got_worse(ledger: Ledger) -> None:
    given_up = copy.deepcopy(without(ledger, "bowl-eigenvalues"))
    given_up["documents"][0]["not_checkable"][0]["id"] = "bowl-eigenvalues"
    kinds = {change.claim.partition("/")[2]: change.kind for change in changes(ledger, given_up)}
    assert kinds == {"bowl-eigenvalues": "worse", "zigzags-feel-wasteful": "gone"}


def test_worse_comes_first_and_all_is_summed_up(ledger: Ledger) -> None:
    new = without(changed(ledger, "whitening-is-spherical", verdict="error", strength=None), "bowl-eigenvalues")
    found = changes(ledger, new)
    assert [change.kind for change in found] == ["worse", "gone"]
    assert summed(found) == "1 worse and 1 gone of 2 changed claims."
    assert summed(()) == "No verdict changed."


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda ledger: ledger, 0),
        (lambda ledger: without(ledger, "bowl-eigenvalues"), 0),
        (lambda ledger: changed(ledger, "bowl-eigenvalues", verdict="refuted"), 1),
        (lambda ledger: changed(ledger, "one-step-suffices", verdict="holds", strength="proved", as_expected=True), 0),
    ],
    ids=["same", "gone", "worse", "better"],
)
def test_the_exit_code_is_1_only_when_one_got_worse(
    ledger: Ledger, tmp_path: Path, change: Callable[[Ledger], Ledger], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = saved(ledger, tmp_path / "old.json"), saved(change(copy.deepcopy(ledger)), tmp_path / "new.json")
    assert diff([old, new]) == code
    assert capsys.readouterr().out.endswith(".\n")


def test_a_partial_run_passes_for_no_new_state(ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole, less = saved(ledger, tmp_path / "old.json"), without(copy.deepcopy(ledger), "bowl-eigenvalues")
    less["run"]["complete"] = False
    partial = saved(less, tmp_path / "new.json")
    assert diff([whole, partial]) == 2
    assert "new.json: got a partial run, of " in capsys.readouterr().err
    assert diff([whole, partial, "--partial"]) == diff([partial, whole]) == 0


def test_a_ledger_that_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert diff([str(SAMPLE), str(tmp_path / "none.json")]) == 2
    assert capsys.readouterr().err.startswith(f"probatum diff: {tmp_path / 'none.json'}: got ")


def test_the_summary_names_all_that_does_not_simply_hold(ledger: Ledger) -> None:
    text = summary(ledger)
    assert text.startswith("## Why does rescaling the inputs speed up gradient descent?\n")
    assert "**The text states 10 claims: 2 hold, 1 conditional, 1 refuted, 1 undecided" in text
    assert "13 of 14 passages accounted for" in text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 1 + 9
    assert [row.split(" | ")[0] for row in rows].count("| refuted, read strictly") == 1
    assert all(line.count(" | ") == 3 for line in each(rows))
    assert "| True instead: " in next(row for row in rows if row.startswith("| refuted |"))
    assert r"| True if $`\alpha < " in next(row for row in rows if row.startswith("| conditional |"))
    assert "| No " in next(row for row in rows if row.startswith("| undecided |"))
    assert "bowl-eigenvalues" not in text
    assert summary(ledger | {"documents": [], "findings": []}).strip() == "This ledger holds no document."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a | b\nc", r"a \| b c"),
        ("<script>[x](http://y) *b* `c`", r"&lt;script&gt;\[x\]\(http://y\) \*b\* \`c\`"),
        ("$|x| < `1`$ holds", r"$`\vert x\vert  < '1'`$ holds"),
        ("@someone # 1 \\", r"\@someone \# 1 \\"),
    ],
)
def test_nothing_in_a_wording_is_markdown(text: str, said: str) -> None:
    assert " ".join(markdown(runs(text)).split()) == " ".join(said.split())


def test_the_summary_goes_into_the_job_summary_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    job = tmp_path / "job.md"
    job.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(job))
    assert summary_command(["--ledger", str(SAMPLE)]) == 0
    printed = capsys.readouterr().out
    assert job.read_text(encoding="utf-8") == "before\n" + printed
    monkeypatch.delenv("GITHUB_STEP_SUMMARY")
    assert summary_command(["--ledger", str(SAMPLE)]) == 0
    assert capsys.readouterr().out == printed


def test_the_badge_says_the_counts_and_is_red_when_something_is_wrong(ledger: Ledger) -> None:
    svg = badge_svg(ledger)
    root = ElementTree.fromstring(svg)
    assert root.attrib["aria-label"].startswith("stated claims: 2 hold · 1 conditional · 1 refuted · 1 undecided")
    assert "#a3211b" in svg
    ledger["findings"] = [each for each in ledger["findings"] if each["as_expected"]]
    assert "#176238" in badge_svg(ledger)
    assert "stated claims: none yet" in badge_svg(ledger | {"documents": [], "findings": []})


def test_what_is_open_keeps_the_badge_from_being_green(ledger: Ledger) -> None:
    green, red = "#176238", "#a3211b"
    ledger["findings"] = [found for found in ledger["findings"] if found["as_expected"]]
    assert green in badge_svg(ledger)
    for claim in each([found["id"] for found in ledger["findings"]]):
        svg = badge_svg(changed(ledger, claim, verdict="open", strength=None))
        assert (green in svg, red in svg) == (False, False)
    both = changed(ledger, "bowl-eigenvalues", verdict="open", strength=None, as_expected=False)
    assert red in badge_svg(both)


def test_what_is_open_and_what_has_no_value_are_compared(ledger: Ledger) -> None:
    is_open = changed(ledger, "bowl-eigenvalues", verdict="open", strength=None)
    undefined = changed(ledger, "bowl-eigenvalues", verdict="undefined")
    assert [change.line for change in changes(ledger, is_open)] == ["worse   descent-sample/bowl-eigenvalues: holds (proved) -> open"]
    assert [change.line for change in changes(is_open, ledger)] == ["better  descent-sample/bowl-eigenvalues: open -> holds (proved)"]
    assert [change.kind for change in changes(is_open, undefined)] == ["better"]
    undecided = changed(is_open, "bowl-eigenvalues", verdict="undecided", as_expected=False)
    assert [change.kind for change in changes(is_open, undecided)] == ["worse"]
    assert "1 open" in summary(is_open)


BAD = [("suspect", "error"), ("undecided", "suspect"), ("vacuous", "conflict"), ("hollow", "survived")]


@pytest.mark.parametrize(("before", "after"), BAD)
def test_no_bad_end_is_better_than_one_before_it(ledger: Ledger, before: str, after: str) -> None:
    """Of those that say nothing of the text, too, the order is that of the verdicts."""
    old, new = (changed(ledger, "bowl-eigenvalues", verdict=verdict, strength=None, as_expected=False) for verdict in (before, after))
    assert [change.kind for change in changes(old, new)] == ["worse"]
    assert [change.kind for change in changes(new, old)] == ["better"]
    assert changes(new, new) == ()


def test_what_no_author_expects_any_more_is_no_better(ledger: Ledger) -> None:
    refuted = changed(ledger, "bowl-eigenvalues", verdict="refuted")
    (change,) = changes(refuted, changed(ledger, "bowl-eigenvalues", as_expected=False))
    assert change.line == "worse   descent-sample/bowl-eigenvalues: refuted (proved) -> holds (proved), not as expected"
    assert [change.kind for change in changes(refuted, ledger)] == ["better"]


def test_a_badge_of_nothing_is_not_green(ledger: Ledger) -> None:
    none = ledger | {"documents": [], "findings": []}
    assert "none yet" in badge_svg(none)
    assert GREEN not in badge_svg(none)
    bare = copy.deepcopy(ledger) | {"findings": []}
    bare["documents"][0]["not_checkable"] = []
    assert GREEN not in badge_svg(bare)


def test_claims_whose_outline_could_not_be_read_are_told(ledger: Ledger) -> None:
    """They are of no document, and what else there is may be green."""
    green = copy.deepcopy(ledger) | {"findings": [each for each in ledger["findings"] if each["as_expected"]][:2]}
    green["run"] |= {"complete": True, "selected": 2, "total": 2}
    green["findings"] = [each | {"said": "stated", "verdict": "holds", "reading_of": None, "rests_on": []} for each in green["findings"]]
    assert GREEN in badge_svg(green)
    failed = {"document": "unknown", "id": "lost", "verdict": "error", "strength": None, "as_expected": False, "at": "opening.1"}
    red = green | {"findings": [*green["findings"], green["findings"][0] | failed]}
    for short in (False, True):
        assert GREEN not in badge_svg(red, short=short)
        assert "1 notice" in badge_svg(red, short=short)
    assert "## Claims whose outline could not be read" in summary(red)
    assert "did not come out as the author expected:** lost (error)" in summary(red)
    alone = red | {"documents": []}
    assert "1 in error" in badge_svg(alone)
    assert "This ledger holds no document." not in summary(alone)


def test_the_badge_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "deep" / "badge.svg"
    assert badge_command(["--ledger", str(SAMPLE), "--output", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}\n"
    ElementTree.parse(path)


def reworded(ledger: Ledger, passage: str) -> Ledger:
    """The ledger with other words at a passage."""
    made = copy.deepcopy(ledger)
    passages = [each for section in made["documents"][0]["sections"] for each in section["passages"]]
    next(each for each in passages if each["id"] == passage)["sha256"] = "e" * 64
    return made


def test_a_changed_text_is_told_from_a_changed_verdict(ledger: Ledger) -> None:
    text = reworded(ledger, "answer.bowl.2")
    (change,) = changes(ledger, text)
    words = "the words of its passage answer.bowl.2 changed"
    assert change.line == f"revised descent-sample/bowl-eigenvalues: holds (proved); {words}"
    assert revisions(ledger, text) == ("text    descent-sample: 1 edited of 14 passages",)
    assert summed((change,)) == "1 revised of 1 changed claim."
    suspect = changed(text, "bowl-eigenvalues", verdict="suspect", strength=None, as_expected=False)
    (change,) = changes(ledger, suspect)
    assert change.line == f"worse   descent-sample/bowl-eigenvalues: holds (proved) -> suspect, not as expected; {words}"
    moved = changed(ledger, "bowl-eigenvalues", verdict="suspect", reason="Written for answer.bowl.2, which moved: far. Once")
    assert revisions(ledger, moved) == (), "its text is the same"
    (change,) = changes(ledger, moved)
    assert change.line.endswith("suspect (proved); Written for answer.bowl.2, which moved: far")
    assert changes(moved, moved) == ()


def test_of_passages_of_the_same_words_each_counts(ledger: Ledger) -> None:
    twins = copy.deepcopy(ledger)
    passages = twins["documents"][0]["sections"][0]["passages"]
    passages.append(copy.deepcopy(passages[0]) | {"id": "answer.twin.1"})
    assert revisions(ledger, twins) == ("text    descent-sample: 1 new of 15 passages",)
    assert revisions(twins, ledger) == ("text    descent-sample: 1 gone of 14 passages",)


def test_words_that_only_have_another_number_are_no_changed_text(ledger: Ledger) -> None:
    renumbered = copy.deepcopy(ledger)
    passages = [each for section in renumbered["documents"][0]["sections"] for each in section["passages"]]
    next(each for each in passages if each["id"] == "answer.bowl.2")["id"] = "answer.bowl.20"
    assert revisions(ledger, renumbered) == ()
    moved = changed(renumbered, "bowl-eigenvalues", at="answer.bowl.20")
    assert changes(ledger, moved) == ()
    (change,) = changes(ledger, changed(ledger, "bowl-eigenvalues", at="answer.bowl.3"))
    assert change.line.endswith("; its passage was answer.bowl.2, and is answer.bowl.3 with other words")
    (change,) = changes(ledger, renumbered)
    assert change.line.endswith("; the words of its passage answer.bowl.2 are gone")
