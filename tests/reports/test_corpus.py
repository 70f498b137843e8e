"""The pages of a corpus, and what differs between two runs of one."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from probatum.errors import LedgerError
from probatum.records.corpus_index import Line, line_of, read_index, write_index
from probatum.records.ledger import canonical, digest_of
from probatum_reports.command import diff
from probatum_reports.corpus import written
from probatum_reports.formats.corpus import corpus_page

SAMPLE = Path(__file__).parents[1] / "ledgers" / "sample.json"
HOSTILE = "</script><img src=x onerror=alert(1)>\u202e"
FAILED = line_of("broken", None, [f"outline.toml: got {HOSTILE}"])


def folder_of(root: Path, *lines: Line, **ledgers: Any) -> Path:
    """A folder of ledgers as a run leaves it."""
    for name, ledger in ledgers.items():
        ledger["digest"] = digest_of(ledger["documents"], ledger["findings"])
        (root / name).mkdir(parents=True)
        (root / name / "ledger.json").write_text(canonical(ledger), encoding="utf-8")
    write_index(root, [*lines, *(line_of(name, ledger) for name, ledger in ledgers.items())], 0, {})
    return root


def sample(**changed: str) -> Any:
    """The sample, with the verdicts of some of its claims changed."""
    ledger: Any = json.loads(SAMPLE.read_text(encoding="utf-8"))
    for finding in ledger["findings"]:
        finding["verdict"] = changed.get(finding["id"].replace("-", "_"), finding["verdict"])
    return ledger


def first_holding(ledger: Any) -> str:
    """The id of a claim that holds."""
    name: str = next(finding["id"] for finding in ledger["findings"] if finding["verdict"] == "holds")
    return name


def test_each_document_has_its_page_and_a_line_of_the_list(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, FAILED, one=sample(), two=sample())
    assert written(folder) == folder / "index.html"
    page = (folder / "index.html").read_text(encoding="utf-8")
    title = sample()["documents"][0]["title"]
    assert page.count(f'">{title}</a> <code>') == 2
    assert '<a href="one/report.html">' in page
    assert "3 documents, 26 claims: " in page
    assert "<b>broken</b> <code>broken</code> <span>no claim was decided</span>" in page
    assert title in unescape((folder / "two" / "report.html").read_text(encoding="utf-8"))
    assert not (folder / "broken").exists()


def test_pages_that_stand_are_not_written_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=sample(), two=sample())
    written(folder)
    (folder / "one" / "report.html").write_text("damaged", encoding="utf-8")
    before = (folder / "two" / "report.html").stat().st_mtime_ns
    whole = (folder / "two" / "report.html").read_bytes()
    (folder / "two" / "report.html").chmod(0o444)
    written(folder)
    assert (folder / "one" / "report.html").read_bytes() == whole
    assert (folder / "two" / "report.html").stat().st_mtime_ns == before
    (folder / "pages.json").write_text("[" * 100_000, encoding="utf-8")  # nobody can read it
    assert written(folder).is_file()


def test_names_and_problems_are_text_and_nothing_else() -> None:
    line: Line = {**FAILED, "document": "a b'\"<i>\udcff", "title": HOSTILE, "digest": "0", "verdicts": {"holds": 1200, "<b>": 1}}
    page = corpus_page([line, line_of("fine", None)])
    assert "<img" not in page
    assert "\u202e" not in page
    assert '<a href="a%20b%27%22%3Ci%3E%FF/report.html">&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;[U+202E]</a>' in page
    assert "1,200 hold, 1 &lt;b&gt;" in page
    assert '<strong class="alarm">1 not as expected.</strong>' in page


def test_a_ledger_that_the_index_does_not_speak_of_is_refused(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, one=sample(), two=sample())
    path = folder / "one" / "ledger.json"
    other = sample(**{first_holding(sample()).replace("-", "_"): "refuted"})
    other["digest"] = digest_of(other["documents"], other["findings"])
    path.write_text(canonical(other), encoding="utf-8")
    with pytest.raises(LedgerError, match=r"one/ledger\.json: got findings of digest \w{12}, wanted those that the index speaks of"):
        written(folder)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lines: [], "index.jsonl:1: got no readable JSON (Expecting value: line 1 column 1 (char 0))"),
        (lambda lines: lines[:-1], "index.jsonl: got 1 documents, wanted 2"),
        (lambda lines: [lines[0], "{", lines[2]], "index.jsonl:2: got no readable JSON ("),
        (lambda lines: [lines[0], "{}", lines[2]], "index.jsonl:2: got another line, wanted one with document, id, title,"),
        (lambda lines: [lines[0].replace('"format": 1', '"format": 7'), *lines[1:]], "index.jsonl: got format 7, wanted 1: verify again"),
        (
            lambda lines: [line.replace('"one"', '"../one"') for line in lines],
            "index.jsonl:2: got the document '../one', wanted a folder's name",
        ),
        (
            lambda lines: [line.replace('"problems": []', '"problems": 1') for line in lines],
            "index.jsonl:2: problems: got '1', wanted list",
        ),
    ],
    ids=["empty", "cut off", "half a line", "other fields", "other format", "another folder", "another type"],
)
def test_a_damaged_index_is_refused(tmp_path: Path, change: Any, said: str) -> None:
    path = folder_of(tmp_path, line_of("one", None), line_of("two", None)) / "index.jsonl"
    path.write_text("\n".join(change(path.read_text(encoding="utf-8").splitlines())), encoding="utf-8")
    with pytest.raises(LedgerError) as caught:
        read_index(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}/{said}")


def test_what_differs_is_told_by_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = first_holding(sample())
    worse = sample(**{name.replace("-", "_"): "undecided"})
    edited = sample()
    edited["documents"][0]["sections"][0]["passages"][0]["sha256"] = "0" * 64
    old = folder_of(tmp_path / "old", line_of("lost", None), a_same=sample(), b_worse=sample(), c_edited=sample(), d_gone=sample())
    new = folder_of(tmp_path / "new", FAILED, a_same=sample(), b_worse=worse, c_edited=edited, lost=sample())
    assert diff([str(old), str(new)]) == 1
    told = capsys.readouterr().out.splitlines()
    document = sample()["documents"][0]["id"]
    assert told[0].startswith(f"worse   {document}/{name}: holds (")
    assert told[1:] == [
        "new     broken: 0 claims",
        f"text    {document}: 1 edited of {len([1 for s in edited['documents'][0]['sections'] for _ in s['passages']])} passages",
        "gone    d_gone: 13 claims",
        "better  lost: no ledger -> 13 claims",
        "1 worse of 1 changed claim.",
    ]
    assert diff([str(old), str(old)]) == 0
    assert capsys.readouterr().out == "No verdict changed.\n"
    broken = folder_of(tmp_path / "broken", line_of("a_same", None, ["got no claim,\nwanted one"]))
    assert diff([str(old), str(broken)]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "worse   a_same: 13 claims -> no ledger",
        "worse   a_same: got no claim, wanted one",
    ]


def test_what_cannot_be_compared_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = folder_of(tmp_path / "old", one=sample())
    assert diff([str(folder), str(tmp_path / "none")]) == 2
    wanted = "wanted the index that `probatum verify` writes at its end\n"
    assert capsys.readouterr().err == f"probatum diff: {tmp_path}/none/index.jsonl: got No such file or directory, {wanted}"
    assert diff([str(folder), str(SAMPLE)]) == 2
    assert capsys.readouterr().err == f"probatum diff: {SAMPLE}/index.jsonl: got Not a directory, {wanted}"
