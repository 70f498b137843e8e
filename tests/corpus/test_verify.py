"""`probatum verify`: each document as pytest would verify it alone, and none stops the others."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from textwrap import indent

import pytest

from probatum.command import main
from probatum.corpus.documents import CorpusError, documents
from tests.corpus.corpus import ANOTHER, Corpus
from tests.each import each
from tests.project import HEADER, OUTLINE, TRUE

NAMES = ("alpha", "beta", "gamma")
WRONG = TRUE.replace("Equal(1 + 1", "Equal(1 + 2")
HANGING = '''
@Passage("opening.1").states
def never(value=2):
    """It never ends."""
    import time
    time.sleep(3600)
'''
ENDING = '''
@Passage("opening.1").states
def ends_its_process(value=2):
    """It ends its process."""
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
'''
HELPER = "from helper import VALUE\n\n"


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """An empty one."""
    return Corpus(tmp_path)


def test_all_as_expected_is_a_zero_and_pytest_alone_finds_the_same(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    helped = TRUE.replace("two_is_two", "helped").replace("1 + 1", "VALUE")
    for number, name in enumerate(NAMES):  # modules of one name, and what they import
        folder = corpus.document(name, TRUE, ANOTHER, helped, header=HEADER + HELPER)
        (folder / "helper.py").write_text(f"VALUE = {2 if number else 1} * {1 if number else 2}\n", encoding="utf-8")
    assert corpus.verify("--workers", "2") == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["holds                9", "documents            3   0 not as expected"]
    first = corpus.bytes("ledger.json", "index.jsonl")
    assert first.keys() == {"index.jsonl", *(f"{name}/ledger.json" for name in NAMES)}

    alone = corpus.folder / "beta"
    (alone / "pytest.ini").write_text("[pytest]\nclaims_paths = .\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:probatum_reports", "-p", "no:cacheprovider"],
        cwd=alone,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    ledger = json.loads((alone / "build" / "probatum" / "ledger.json").read_text(encoding="utf-8"))
    assert ledger["digest"] == corpus.ledger("beta")["digest"]

    # again: one has changed, two stand; then all anew by one worker
    assert corpus.verify() == 0
    assert json.loads((corpus.output / "index.jsonl").read_text(encoding="utf-8").splitlines()[0])["reused"] == 6
    assert corpus.verify("--workers", "1", "--decide", "all") == 0
    assert corpus.bytes("ledger.json", "index.jsonl") == first


def test_a_document_without_a_record_is_suspect_and_stays_without(corpus: Corpus) -> None:
    record = corpus.document("alpha") / "passages.lock"
    record.unlink()
    corpus.document("beta")
    assert corpus.verify() == 1
    assert {name: line["verdicts"] for name, line in corpus.lines.items()} == {"alpha": {"suspect": 3}, "beta": {"holds": 3}}
    assert corpus.ledger("alpha")["findings"][0]["reason"].startswith(
        "Nothing records the words that it was written for: got no passages.lock"
    )
    assert not record.exists()
    assert main(["outline", "--update", str(record.with_name("outline.toml"))]) == 0
    assert corpus.verify() == 0


def test_a_dot_before_its_name_hides_no_document(corpus: Corpus) -> None:
    wanted = {".hidden", ".without-outline", "plain"}
    for name in each(wanted):
        corpus.document(name)
    (corpus.folder / ".without-outline/outline.toml").unlink()
    for place in (".environment/lib", ".environment/lib/__pycache__", "__pycache__"):
        (corpus.folder / place).mkdir(parents=True)
    (corpus.folder / ".environment/lib/opening.py").write_text(HEADER + TRUE, encoding="utf-8")
    assert {folder.name for folder in documents(corpus.folder)} == wanted


def test_claims_beside_the_documents_are_not_overlooked(corpus: Corpus) -> None:
    corpus.document("plain")
    (corpus.folder / "__init__.py").write_text("", encoding="utf-8")
    assert len(documents(corpus.folder)) == 1
    (corpus.folder / "astray.py").write_text(HEADER + TRUE, encoding="utf-8")
    with pytest.raises(CorpusError, match=r"got claims beside the documents, .*astray\.py.*, wanted each in the folder of its document"):
        documents(corpus.folder)


def test_a_document_that_fails_is_named_and_stops_no_other(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    corpus.document("good")
    corpus.document("bad-outline", outline="[document\n")
    corpus.document("exits", header='raise SystemExit("\\x1b[2Jgone\\n")\n')
    corpus.document("hangs", header="import time\ntime.sleep(3600)\n")
    corpus.document("killed", header="import os\nos.kill(os.getpid(), 9)\n")
    corpus.document("leaves", header="import os\nos._exit(0)\n")
    (corpus.document("listens") / "conftest.py").write_text("", encoding="utf-8")
    corpus.document("lost", TRUE, "del two_is_two")
    corpus.document("made", ANOTHER, f"exec({TRUE!r}, dict(globals()))")
    corpus.document("made-again", "for _ in range(2):" + indent(TRUE, "    "))
    corpus.document("no-claims", "\n")
    (corpus.document("no-outline") / "outline.toml").unlink()
    corpus.document("one-hangs", TRUE, HANGING, ENDING)
    corpus.document("skips", header='import pytest\npytest.skip("later", allow_module_level=True)\n')
    corpus.document("twin", outline=OUTLINE.replace('id = "sums"', 'id = "good"'))
    corpus.document("wrong", TRUE, WRONG.replace("two_is_two", "is_wrong"))
    (corpus.folder / "empty").mkdir()
    assert corpus.verify("--seconds", "15", "--workers", "4") == 1
    told = capsys.readouterr().out.splitlines()
    problems = {name: " ".join(line["problems"]) for name, line in corpus.lines.items()}
    wanted = {
        "bad-outline": "outline.toml: got Expected ']' at the end of a table declaration (at line 1, column 10), wanted readable TOML",
        "exits": "opening.py: got SystemExit: \x1b[2Jgone\n while it was imported, wanted a module of claims",
        "killed": "got a process that ended with signal SIGKILL, wanted a finding",
        "leaves": "opening.py: got ClaimCrashedError: got os._exit(0), wanted the run to end by itself while it was imported, "
        "wanted a module of claims",
        "listens": "conftest.py: got a conftest.py, wanted none: pytest, which reads it, takes no part in this",
        "lost": "opening.py:6: claim 'two-is-two': got a claim that its module did not define when it was imported, wanted its finding "
        "got no claim, wanted at least one",
        "made": "<string>:2: claim 'two-is-two': got a claim that no module of claims defines, wanted its finding",
        "made-again": "opening.py:7: claim 'two-is-two': got another claim of the same code by the same name after it, as in a loop, "
        "wanted a function of its own for each",
        "no-claims": "got no claim, wanted at least one",
        "no-outline": "outline.toml: got no such file, wanted the outline of the document beside its claims",
        "skips": "opening.py: got Skipped: later while it was imported, wanted a module of claims",
        "twin": "outline.toml: got the id 'good', which good has already, wanted another",
        "good": "",
        "one-hangs": "",
        "wrong": "",
    }
    hanging = problems.pop("hangs")
    assert hanging.startswith("got no finding within 15 s, the last ")
    assert hanging.endswith(" s of them at its modules, wanted one: see claim_seconds, or the claim's seconds=")
    assert problems == wanted
    assert "one-hangs: not as expected: ends-its-process, never" in told
    assert "wrong: not as expected: is-wrong" in told
    assert r"exits: error: opening.py: got SystemExit: \x1b[2Jgone while it was imported, wanted a module of claims" in told
    assert "documents           16   15 not as expected" in told
    errors = {finding["id"]: finding["error"] for finding in corpus.ledger("one-hangs")["findings"]}
    assert errors["two-is-two"] is None
    assert errors["ends-its-process"] == {
        "slug": "crashed",
        "message": "opening.py:17: claim 'ends-its-process': got a process that ended with signal SIGKILL, wanted a finding",
    }
    assert errors["never"]["slug"] == "time"
    assert not (corpus.output / "hangs").exists()


def test_a_killed_run_goes_on_and_comes_to_the_same(corpus: Corpus) -> None:
    wait = "import os, time\nwhile os.path.exists('wait'):\n    time.sleep(0.05)\n"
    for name in NAMES[:2]:
        corpus.document(name)
    (corpus.document("gamma", header=wait + HEADER) / "wait").write_text("", encoding="utf-8")
    command = "import sys; from probatum.command import main; sys.exit(main(sys.argv[1:]))"
    process = subprocess.Popen(
        [sys.executable, "-c", command, "verify", str(corpus.folder), "--output", str(corpus.output), "--workers", "1"],
        env={name: value for name, value in os.environ.items() if name != "CI"},
    )
    stands = corpus.output / "beta" / "grounds.json"
    while not stands.exists():
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not (corpus.output / "index.jsonl").exists()
    left = corpus.bytes("ledger.json")
    assert left.keys() == {"alpha/ledger.json", "beta/ledger.json"}
    stamps = {name: (corpus.output / name).stat().st_mtime_ns for name in left}

    (corpus.folder / "gamma" / "wait").unlink()
    assert corpus.verify("--decide", "changed") == 0
    assert {name: (corpus.output / name).stat().st_mtime_ns for name in left} == stamps
    resumed = corpus.bytes("ledger.json")
    assert corpus.verify("--decide", "all") == 0
    assert corpus.bytes("ledger.json") == resumed


def test_a_key_ends_a_run_at_once_and_all_that_it_started(corpus: Corpus) -> None:
    started = corpus.folder.parent / "started"
    endless = f"import os, pathlib\npathlib.Path({str(started)!r}).write_text(str(os.getpid()))\nwhile True:\n    pass\n"
    corpus.document("endless", header=endless)
    command = "import sys; from probatum.command import main; sys.exit(main(sys.argv[1:]))"
    arguments = ["verify", str(corpus.folder), "--output", str(corpus.output), "--seconds", "3000"]
    process = subprocess.Popen([sys.executable, "-c", command, *arguments], stderr=subprocess.PIPE, text=True)
    while not (started.exists() and started.read_text(encoding="utf-8")):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=300)
    assert (process.returncode, "stopped: go on by the same command" in said) == (2, True)
    worker = Path(f"/proc/{started.read_text(encoding='utf-8')}")
    for _ in range(600):
        if not worker.exists():
            break
        time.sleep(0.05)
    assert not worker.exists()


def test_an_index_from_elsewhere_takes_nothing_away_but_what_it_names(corpus: Corpus) -> None:
    corpus.document("alpha", TRUE)
    assert corpus.verify() == 0
    index = corpus.output / "index.jsonl"
    head, line = map(json.loads, index.read_text(encoding="utf-8").splitlines())
    for name in ("\0", "\ud800", ""):
        index.write_text("".join(f"{json.dumps(each)}\n" for each in (head, line | {"document": name})), encoding="utf-8")
        kept = corpus.output / "ledger.json"
        kept.write_text("{}", encoding="utf-8")
        assert corpus.verify("--decide", "changed") == 0
        assert kept.exists()


def test_what_was_damaged_or_has_changed_is_decided_again(corpus: Corpus) -> None:
    for name in NAMES:
        corpus.document(name, TRUE)
    (corpus.folder / "gamma" / "data.txt").write_text("1", encoding="utf-8")
    assert corpus.verify("--decide", "all") == 0
    whole = corpus.bytes("ledger.json", "index.jsonl")
    (corpus.output / "alpha" / "ledger.json").write_text("{}", encoding="utf-8")
    (corpus.output / "beta" / "grounds.json").write_text("[" * 1000, encoding="utf-8")
    (corpus.folder / "gamma" / "data.txt").write_text("2", encoding="utf-8")
    assert corpus.verify("--decide", "changed") == 0
    assert corpus.bytes("ledger.json", "index.jsonl") == whole  # none was taken over, or the index would count it
    corpus.document("gamma", WRONG)
    (corpus.folder / "beta" / "outline.toml").unlink()
    (corpus.folder / "alpha" / "opening.py").unlink()
    (corpus.folder / "alpha" / "outline.toml").unlink()
    assert corpus.verify("--decide", "changed") == 1
    assert {name: line["digest"] != "" for name, line in corpus.lines.items()} == {"beta": False, "gamma": True}
    assert corpus.bytes("ledger.json").keys() == {"gamma/ledger.json"}  # neither of one that is gone, nor of one that failed


def test_too_few_open_files_are_told_before_any_document_is_read(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("resource.getrlimit", lambda kind: (20, 4096))
    assert corpus.verify() == 2
    assert capsys.readouterr().err == "probatum verify: got a limit of 20 open files (ulimit -n), wanted at least 64\n"


def test_where_no_worker_can_be_started_nothing_is_verified(
    corpus: Corpus, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError("AF_UNIX path too long")

    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", refuse)
    corpus.document("alpha")
    assert corpus.verify() == 2
    assert "got AF_UNIX path too long, wanted a folder for temporary files" in capsys.readouterr().err


def test_what_cannot_be_verified_is_refused(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*arguments: str) -> str:
        with pytest.raises(SystemExit, match=r"^2$"):
            raise SystemExit(main(["verify", *arguments]))
        return capsys.readouterr().err

    assert said(str(tmp_path / "none")) == f"probatum verify: {tmp_path}/none: got no such folder, wanted one of documents\n"
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    assert said(str(file)) == f"probatum verify: {file}: got Not a directory, wanted a folder of documents\n"
    link = tmp_path / "link"
    link.symlink_to(link)
    assert said(str(link)) == f"probatum verify: {link}: got Too many levels of symbolic links, wanted a folder of documents\n"
    empty = f"probatum verify: {corpus.folder}: got no document, wanted a folder with an outline.toml for each"
    assert said(str(corpus.folder)) == f"{empty}\n"
    document = corpus.document("one", TRUE)
    assert said(str(document)).endswith(", or the folder above it: it has an outline.toml of its own\n")
    assert said(str(corpus.folder), "--output", str(file)).startswith(f"probatum verify: {file}/index.jsonl: got Not a directory")
    assert "--on: got 'spark', wanted dask or dask:ADDRESS" in said(str(corpus.folder), "--on", "spark")
    assert "--workers: got '0', wanted a whole number above 0" in said(str(corpus.folder), "--workers", "0")


def test_a_full_disk_is_an_error_of_the_run(corpus: Corpus, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    from probatum.corpus import run
    from probatum.errors import LedgerError

    def full(path: Path, text: str) -> None:
        raise LedgerError(f"{path}: got No space left on device, wanted to write it")

    corpus.document("one", TRUE)
    monkeypatch.setattr(run, "write_atomically", full)
    assert corpus.verify() == 1
    path = corpus.output / "one" / "ledger.json"
    assert corpus.lines["one"]["problems"] == each([f"{path}: got No space left on device, wanted to write it"])
    assert "one: error: " in capsys.readouterr().out


def test_a_claim_in_a_file_that_is_no_module_for_its_name_is_named(corpus: Corpus, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus.document("alpha", TRUE)
    assert corpus.verify() == 0
    (folder / "closing.PY").write_text(HEADER + WRONG.lstrip(), encoding="utf-8")
    assert corpus.verify() == 1, "the document has changed"
    said = "closing.PY:6: claim 'two-is-two': got a claim in a file whose name does not end in .py, wanted its finding"
    assert f"alpha: error: {said}" in "".join(capsys.readouterr())


SAME = "def make(value):\n    @Passage('opening.1').states(id='same')\n    def made(value=value):\n        'Two.'\n" + (
    "        return Equal(1 + 1, value)\n    return made\n\none, other = make(2), make(3)\n"
)
ALIKE = {
    "one id": (SAME, "closing.py:7: claim 'same': got the id that closing.py:7 has already, wanted another"),
    "one module": ("", "opening.py: got the module of claims that is closing.py as well, by a link, wanted each by one path"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_the_ledger_would_take_for_one_is_named(corpus: Corpus, capsys: pytest.CaptureFixture[str], name: str) -> None:
    folder = corpus.document("alpha", TRUE)
    source, said = ALIKE[name]
    if source:
        (folder / "closing.py").write_text(HEADER + source, encoding="utf-8")
    else:
        (folder / "closing.py").symlink_to("opening.py")
    assert corpus.verify() == 1
    told = "".join(capsys.readouterr())
    assert f"alpha: error: {said}" in told
    assert "PageError" not in told
    findings = corpus.ledger("alpha")["findings"]
    assert sorted(finding["id"] for finding in findings) == (["same", "two-is-two"] if source else ["two-is-two"])
