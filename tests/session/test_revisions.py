"""Tests of a text's revision through pytest: no claim stands silently on words that it was not written for."""

from __future__ import annotations

import pytest

from probatum.authoring.command import outline
from probatum.authoring.text import digest
from probatum.settings import OF_MACHINES
from tests.project import TRUE, Project
from tests.schema import check_records

LINES = ["One and one are two.", "Three is odd.", "A square is not negative.", "Sums are lovely.", "That is all."]
CLAIMS = [
    TRUE,
    '''
    @Passage("opening.2").states(id="three-is-odd")
    def three(left=1):
        """Three leaves one when halved."""
        return Equal(3 - 2, left)
    ''',
    '''
    @Passage("opening.3").states
    def squares(least=Ge):
        """$x^2$ is at least 0."""
        return ForAll(x, then=least(x**2, 0))
    ''',
    '@Passage("opening.4").not_checkable("Taste.")\ndef lovely():\n    """Sums are lovely."""\n',
]


@pytest.fixture
def revised(project: Project) -> Project:
    """A project on a text of four passages, recorded."""
    for name in ("outline.toml", "passages.lock"):
        (project.root / project.folder / name).unlink()
    project.claims(*CLAIMS)
    update(project, LINES)
    return project


def update(project: Project, lines: list[str], *options: str) -> None:
    """Hold the outline to a text."""
    text = project.write("text.txt", "\n".join(["# Opening", *lines]))
    assert outline([str(text), "--update", str(project.root / project.folder / "outline.toml"), *options]) == 0


def drafted(project: Project, lines: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Put the outline of another revision in place, as a draft that knows nothing of the record."""
    text = project.write("other.txt", "\n".join(["# Opening", *lines]))
    capsys.readouterr()
    assert outline([str(text)]) == 0
    project.write(f"{project.folder}/outline.toml", capsys.readouterr().out)


def reason(project: Project, name: str) -> str:
    """Why a claim is judged so, up to what is to be done."""
    return str(project.finding(name)["reason"]).partition(". ")[0]


def test_claims_on_the_outline_of_another_revision_are_suspect(revised: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert revised.run("--in-process").ret == 0
    assert {*revised.verdicts.values()} == {"holds"}
    drafted(revised, ["A sentence of another year.", *LINES], capsys)
    result = revised.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert revised.verdicts == dict.fromkeys(("two-is-two", "three-is-odd", "squares"), "suspect")
    assert reason(revised, "squares") == "Written for opening.3, whose words stand at opening.4 now"
    told = [line for line in result.outlines if line.startswith("found suspect, expected holds: ")]
    assert len(told) == 3
    assert any(line.split() == ["suspect", "3"] for line in result.outlines)
    assert "not_checkable 'lovely': Written for opening.4, whose words stand at opening.5 now" in result.stdout.str()
    check_records(revised.ledger)
    finding = revised.finding("squares")
    assert (finding["strength"], finding["as_expected"]) == (None, False)
    assert finding["versions"][0]["truth"] == "true", "what was found stays in the ledger"


def test_an_edited_passage_makes_its_claims_suspect_until_somebody_has_looked(revised: Project) -> None:
    update(revised, [*LINES[:2], "A square is positive.", "Sums are lonely.", LINES[4]])
    result = revised.run("--in-process")
    assert revised.verdicts == {"two-is-two": "holds", "three-is-odd": "holds", "squares": "suspect"}
    assert reason(revised, "squares") == "Written for opening.3, whose words were edited"
    assert "not_checkable 'lovely': Written for opening.4, whose words were edited" in result.stdout.str()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    update(revised, [*LINES[:2], "A square is positive.", "Sums are lonely.", LINES[4]], "--reviewed", "opening.3", "opening.4")
    assert revised.run("--in-process").ret == 0
    assert {*revised.verdicts.values()} == {"holds"}


def test_a_passage_that_moved_or_is_gone_makes_its_claims_suspect(revised: Project) -> None:
    update(revised, [LINES[0], LINES[3], LINES[4], LINES[2]])
    assert revised.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert revised.verdicts == {"two-is-two": "holds", "three-is-odd": "suspect", "squares": "suspect"}
    assert reason(revised, "squares") == "Written for opening.3, which moved: it stood after opening.2, and stands after opening.5"
    assert reason(revised, "three-is-odd") == "Written for opening.2, which is gone; nearest to it is opening.5"
    update(revised, [LINES[0], LINES[3], LINES[4], LINES[2]], "--reviewed", "opening.2", "opening.3")
    revised.run("--in-process")
    assert revised.verdicts == {"two-is-two": "holds", "three-is-odd": "error", "squares": "holds"}, "nothing is left to claim it at"


def test_an_inserted_passage_leaves_all_claims_alone(revised: Project) -> None:
    update(revised, [LINES[0], "Between the lines.", *LINES[1:]])
    assert revised.run("--in-process").ret == 0
    assert {*revised.verdicts.values()} == {"holds"}


def test_the_first_run_records_what_the_claims_are_written_for(revised: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OF_MACHINES:
        monkeypatch.delenv(name, raising=False)
    record = revised.root / revised.folder / "passages.lock"
    record.unlink()
    result = revised.run("--in-process")
    assert (result.ret, {*revised.verdicts.values()}) == (0, {"holds"})
    result.stdout.fnmatch_lines([f"recorded * {revised.folder}/passages.lock: the words that its claims are written for"])
    file = revised.root / revised.folder / "outline.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(digest(LINES[0]), digest(LINES[-1])), encoding="utf-8")
    assert revised.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert revised.verdicts["two-is-two"] == "suspect"


@pytest.mark.parametrize("name", OF_MACHINES)
def test_a_machine_records_nothing_by_itself(revised: Project, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    record = revised.root / revised.folder / "passages.lock"
    record.unlink()
    monkeypatch.setenv(name, "true")
    assert revised.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert (not record.exists(), {*revised.verdicts.values()}) == (True, {"suspect"})
    assert revised.finding("squares")["reason"] == (
        f"Nothing records the words that it was written for: got no passages.lock beside {revised.folder}/outline.toml, "
        f"wanted it in the repository. Once somebody has looked, this writes it: probatum outline --update {revised.folder}/outline.toml"
    )
    assert outline(["--update", str(record.with_name("outline.toml"))]) == 0
    assert revised.run("--in-process").ret == 0


def test_a_record_that_cannot_be_read_is_an_error(revised: Project) -> None:
    revised.write(f"{revised.folder}/passages.lock", "[")
    revised.run("--in-process")
    assert {*revised.verdicts.values()} == {"error"}
    assert "passages.lock: got " in revised.finding("squares")["error"]["message"]


def test_a_folder_that_cannot_be_written_to_is_not_recorded_silently(revised: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OF_MACHINES:
        monkeypatch.delenv(name, raising=False)
    (revised.root / revised.folder / "passages.lock").unlink()
    monkeypatch.setattr("probatum.session.earlier_findings.can_write", lambda folder: folder != revised.root / revised.folder)
    assert revised.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert {*revised.verdicts.values()} == {"suspect"}


def test_a_record_that_leads_nowhere_is_an_error(revised: Project) -> None:
    record = revised.root / revised.folder / "passages.lock"
    record.unlink()
    record.symlink_to("nowhere")
    assert revised.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert "passages.lock: got no such file, wanted " in revised.finding("squares")["error"]["message"]


def test_a_claim_that_is_an_error_stays_one(revised: Project) -> None:
    revised.claims('@Passage("opening.1").states\ndef two_is_two(value=2):\n    """Two."""\n    return value\n', *CLAIMS[1:])
    update(revised, ["One and two are three.", *LINES[1:]])
    revised.run("--in-process")
    assert revised.verdicts == {"two-is-two": "error", "three-is-odd": "holds", "squares": "holds"}


def test_a_finding_that_is_taken_over_is_held_against_the_text_again(revised: Project) -> None:
    def run() -> pytest.RunResult:
        return revised.pytester.runpytest_inprocess("--in-process", "--claims-decide=changed", "-p", "no:probatum_reports")

    assert run().ret == 0
    assert run().ret == 0
    assert revised.ledger["run"]["reused"] == 3
    update(revised, [*LINES[:2], "A square is positive.", *LINES[3:]])
    assert run().ret == pytest.ExitCode.TESTS_FAILED
    assert revised.verdicts["squares"] == "suspect"
