"""The doors of the report: `probatum report`, the pytest plugin, and what an import costs."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from probatum.records.ledger import canonical, digest_of
from probatum_reports import plugin
from probatum_reports.command import report
from probatum_reports.content.reading import read
from probatum_reports.formats import page as pages
from tests.ledgers.many import many

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "run" / "ledger.json"
    path.parent.mkdir()
    return Path(shutil.copy(SAMPLE, path))


def test_the_page_is_written_beside_the_ledger(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["--ledger", str(ledger)]) == 0
    assert capsys.readouterr().out == f"{ledger.with_name('report.html')}\n"
    assert "stretched bowl" in ledger.with_name("report.html").read_text(encoding="utf-8")


def test_the_page_is_written_where_asked(ledger: Path, tmp_path: Path) -> None:
    assert report(["--ledger", str(ledger), "--output", str(tmp_path / "site" / "deep")]) == 0
    assert (tmp_path / "site" / "deep" / "report.html").is_file()
    assert not ledger.with_name("report.html").exists()


def test_a_missing_ledger_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["--ledger", str(tmp_path / "none.json")]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"probatum report: {tmp_path / 'none.json'}: got ")
    assert "wanted a ledger" in error


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "wanted a ledger"),
        ("[]", "wanted a Probatum ledger"),
        ('{"format": 3}', "got format 3, wanted 7: verify again with this version"),
        ('{"format": 99}', "got format 99"),
        ('{"format": 7}', "wanted a whole ledger"),
    ],
)
def test_what_is_no_ledger_is_said(ledger: Path, capsys: pytest.CaptureFixture[str], text: str, says: str) -> None:
    ledger.write_text(text, encoding="utf-8")
    assert report(["--ledger", str(ledger)]) == 2
    assert says in capsys.readouterr().err
    assert not ledger.with_name("report.html").exists()


def test_a_ledger_that_was_edited_is_refused(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ledger.write_text(ledger.read_text(encoding="utf-8").replace('"verdict": "refuted"', '"verdict": "holds"'), encoding="utf-8")
    assert report(["--ledger", str(ledger)]) == 2
    assert "changed after it was written" in capsys.readouterr().err


def test_a_ledger_of_another_shape_is_refused(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.loads(ledger.read_text(encoding="utf-8"))
    del data["findings"][0]["wording"]
    data["digest"] = digest_of(data["documents"], data["findings"])
    ledger.write_text(json.dumps(data), encoding="utf-8")
    assert report(["--ledger", str(ledger)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(
        f'probatum report: {ledger}: /findings/0: "wording" is a required property, wanted a ledger as its schema has it'
    )


def test_a_folder_that_cannot_be_written_to_is_said(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(["--ledger", str(ledger), "--output", str(ledger)]) == 2
    assert "wanted a place to write the report to" in capsys.readouterr().err


def test_an_unknown_option_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        report(["--ledgre", "x"])
    assert ended.value.code == 2
    assert "probatum report" in capsys.readouterr().err


def test_the_plugin_writes_the_page_and_returns_its_path(ledger: Path, pytestconfig: pytest.Config) -> None:
    assert plugin.pytest_probatum_ledger_written(pytestconfig, ledger) == ledger.with_name("report.html")
    assert ledger.with_name("report.html").is_file()


def test_what_is_read_is_legible(ledger: Path) -> None:
    data = json.loads(ledger.read_text(encoding="utf-8"))
    data["findings"][0]["wording"] = "two\u202e\r\nlines"
    data["run"]["versions"] = {"sym\u202epy": "1"}
    data["digest"] = digest_of(data["documents"], data["findings"])
    ledger.write_text(json.dumps(data), encoding="utf-8")
    assert read(ledger)["findings"][0]["wording"] == "two[U+202E]\nlines"
    assert read(ledger)["run"]["versions"] == {"sym[U+202E]py": "1"}


def test_the_plugin_imports_nothing_heavy() -> None:
    program = "import sys, pytest; before = set(sys.modules); import probatum_reports.plugin; print(*sorted(set(sys.modules) - before))"
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ended.stdout.split() == ["probatum_reports", "probatum_reports.plugin"]


def test_pages_that_stand_already_are_not_written_again(pytester: pytest.Pytester, ledger: Path) -> None:
    config = pytester.parseconfigure()
    page = plugin.pytest_probatum_ledger_written(config, ledger)
    first = page.stat().st_mtime_ns
    assert plugin.pytest_probatum_ledger_written(config, ledger).stat().st_mtime_ns == first
    page.write_text("changed", encoding="utf-8")
    plugin.pytest_probatum_ledger_written(config, ledger)
    assert "stretched bowl" in page.read_text(encoding="utf-8")
    page.unlink()
    assert plugin.pytest_probatum_ledger_written(config, ledger).is_file()


@pytest.fixture
def rendering(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates of the pages that are made, as they are made."""
    made: list[str] = []
    real = pages.render

    def render(template: str, **data: object) -> str:
        made.append(template)
        return real(template, **data)

    monkeypatch.setattr(pages, "render", render)
    return made


def test_pages_of_claims_stand_where_only_more_findings_are_taken_over(
    pytester: pytest.Pytester, tmp_path: Path, rendering: list[str]
) -> None:
    config, path, ledger = pytester.parseconfigure(), tmp_path / "ledger.json", many(600)
    ledger["digest"] = digest_of(ledger["documents"], ledger["findings"])

    def written(**run: object) -> tuple[str, dict[str, bytes]]:
        rendering.clear()
        path.write_text(canonical(ledger | {"run": ledger["run"] | run}), encoding="utf-8")
        html = plugin.pytest_probatum_ledger_written(config, path).read_text(encoding="utf-8")
        return html, {file.name: file.read_bytes() for file in tmp_path.glob("claims-*.html")}

    assert "came from earlier runs" not in written(reused=0)[0]
    assert rendering.count("part.html.j2") == 8
    html, found = written(reused=600)
    assert "600 findings of this run came from earlier runs" in html
    assert len(found) == 8
    assert rendering == ["page.html.j2"]
    written(reused=600)
    assert rendering == []
    written(reused=600, versions={"python": "4"})
    assert rendering.count("part.html.j2") == 8
    (tmp_path / "claims-3.html").write_text("changed", encoding="utf-8")
    assert written(reused=1, versions={})[1].keys() == found.keys()
    assert rendering.count("part.html.j2") == 8
    (tmp_path / "claims-3.html").write_text("changed", encoding="utf-8")
    assert written(reused=2, versions={})[1]["claims-3.html"].decode() != "changed"
    assert rendering.count("part.html.j2") == 8
