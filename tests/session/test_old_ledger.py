"""The ledger of an earlier run never speaks for a later one, at whatever moment that ends."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from probatum.errors import LedgerError
from probatum.records import project_files
from probatum.records.ledger import put_aside
from tests.project import TRUE, Project

KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"


@pytest.fixture
def verified(project: Project) -> Project:
    """A project with the ledger of a whole run."""
    project.claims(TRUE)
    assert project.run("--in-process").ret == 0
    assert project.ledger["run"]["complete"]
    return project


def before(project: Project) -> Path:
    """Where the ledger of the run before is kept."""
    return project.ledger_path.with_name("ledger-before.json")


@pytest.mark.parametrize("arguments", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_a_run_that_is_killed_while_it_collects_leaves_none(verified: Project, arguments: tuple[str, ...]) -> None:
    old = verified.ledger_path.read_bytes()
    verified.write(f"{verified.folder}/zero.py", KILLED)
    assert verified.run_apart(*arguments).ret != 0
    assert not verified.ledger_path.exists()
    assert before(verified).read_bytes() == old


def test_a_run_that_selects_nothing_leaves_none(verified: Project) -> None:
    result = verified.run("--in-process", "-k", "nothing_of_the_kind")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert "PARTIAL RUN    0/1 claims decided, no ledger written" in result.outlines
    assert not verified.ledger_path.exists()


@pytest.mark.parametrize("option", ["--collect-only", "--fixtures"])
def test_looking_at_claims_leaves_it(verified: Project, option: str) -> None:
    old = verified.ledger_path.read_bytes()
    said = "probatum: no claim was decided; build/probatum/ledger.json is of an earlier run"
    result = verified.run(option)
    assert result.ret == 0
    assert said in result.outlines
    assert verified.ledger_path.read_bytes() == old
    verified.ledger_path.unlink()
    assert said not in verified.run(option).outlines


@pytest.mark.parametrize("option", ["--co", "--fixtures", "--help", "--markers"])
def test_a_run_that_nobody_asked_only_to_look_is_red_and_leaves_none(verified: Project, option: str) -> None:
    old = verified.ledger_path.read_bytes()
    verified.pytester.makeini(f"[pytest]\nclaims_paths = claims\naddopts = {option}\n")
    result = verified.run()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert not verified.ledger_path.exists()
    assert before(verified).read_bytes() == old
    end = "got no finding (addopts or code of the project ask only to look, and not the command line), wanted one"
    looked = f"probatum: error: claims/sums/opening.py::two_is_two: {end}"
    kept = "probatum: error: got a run in which something kept claims from being collected, wanted their findings"
    told = [line for line in [*result.outlines, *result.errlines] if "probatum: error" in line]
    assert told == [kept if option in ("--help", "--markers") else looked]
    assert verified.run(option).ret == pytest.ExitCode.OK, "here somebody asked"
    assert verified.run("-o", "addopts=").ret == pytest.ExitCode.OK


def test_what_the_environment_asks_only_to_look_at_is_not_decided_either(verified: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--co")
    assert verified.run().ret == pytest.ExitCode.TESTS_FAILED
    assert not verified.ledger_path.exists()


def test_settings_below_the_root_do_not_only_look_at_claims(verified: Project) -> None:
    verified.write("claims/pytest.ini", "[pytest]\naddopts = --co\npython_files = opening.py\npython_functions = two_is_two\n")
    assert verified.run("claims").ret == pytest.ExitCode.TESTS_FAILED
    assert not verified.ledger_path.exists()


@pytest.mark.parametrize("option", ["--setup-plan", "--setup-only"])
def test_a_run_that_only_sets_up_decides_nothing_and_leaves_none(verified: Project, option: str) -> None:
    result = verified.run("--in-process", option)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "PARTIAL RUN    0/1 claims decided, no ledger written" in result.outlines
    assert not verified.ledger_path.exists()


def test_tests_alone_leave_it(verified: Project) -> None:
    old = verified.ledger_path.read_bytes()
    verified.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    assert verified.run("tests").ret == 0
    assert verified.ledger_path.read_bytes() == old


NONE = "claims_paths: got none, wanted the folders of claims"
EARLIER = (
    f"probatum: error: {NONE}: an earlier run decided those of claims/sums, "
    "see build/probatum/ledger-before.json, which is to be removed if they are gone"
)
NO_SETTING = {"by a setting that is gone": (), "by an option": ("-o", "claims_paths=")}


@pytest.mark.parametrize("way", NO_SETTING)
def test_a_run_for_which_no_setting_names_claims_leaves_none(verified: Project, way: str) -> None:
    verified.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    if not NO_SETTING[way]:
        verified.pytester.makeini("[pytest]\n")
    old = verified.ledger_path.read_bytes()
    for asked in (["tests"], ["--collect-only"]):
        assert verified.run(*NO_SETTING[way], *asked).ret == pytest.ExitCode.OK
        assert verified.ledger_path.read_bytes() == old, "no claims are to be decided"
    for asked in ([], ["claims", "tests"]):
        result = verified.run(*NO_SETTING[way], *asked)
        assert result.ret == pytest.ExitCode.TESTS_FAILED
        assert EARLIER in result.outlines
        assert not verified.ledger_path.exists()
    result = verified.run(*NO_SETTING[way], "claims")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert [line for line in result.outlines if NONE in line] == [EARLIER], "told once"
    before(verified).unlink()
    assert verified.run(*NO_SETTING[way]).ret == pytest.ExitCode.OK


def test_without_any_settings_the_root_may_be_another_folder(verified: Project) -> None:
    verified.root.joinpath("tox.ini").unlink()
    result = verified.run("claims")
    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    assert EARLIER in result.outlines
    assert not verified.ledger_path.exists()


def test_one_that_cannot_be_put_aside_for_lack_of_a_setting_is_named(verified: Project) -> None:
    verified.pytester.makeini("[pytest]\n")
    before(verified).joinpath("folder").mkdir(parents=True)
    verified.write("claims/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    result = verified.run()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["probatum: error: *ledger.json: got *, wanted to put it aside: it is the ledger of an earlier run"])


def test_a_run_that_ends_has_its_own_and_no_other(verified: Project) -> None:
    verified.claims(TRUE.replace("two_is_two", "still_two"))
    assert verified.run("--in-process").ret == 0
    assert verified.verdicts == {"still-two": "holds"}
    assert not before(verified).exists()


def test_one_that_cannot_be_put_aside_makes_the_run_red(verified: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", refused)
    monkeypatch.setattr(os, "replace", refused)
    result = verified.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        ["probatum: error: *ledger.json: got Permission denied, wanted to put it aside: it is the ledger of an earlier run"]
    )


def test_what_stands_where_it_is_put_aside_breaks_no_run(verified: Project) -> None:
    before(verified).joinpath("folder").mkdir(parents=True)
    verified.ledger_path.unlink()
    assert verified.run("--in-process").ret == 0
    assert verified.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED, "the old one cannot be put aside"


def test_one_of_two_runs_at_once_does_not_take_the_others(verified: Project) -> None:
    """The first ends while the second still collects: its ledger is of a run that is over, and stands until the second has its own."""
    waits = "import pathlib, time\nwhile not pathlib.Path('go').exists(): time.sleep(0.05)\n"
    verified.write(f"{verified.folder}/zero.py", waits)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:probatum_reports", "--in-process"]
    second = subprocess.Popen(command, cwd=verified.root, stdout=subprocess.DEVNULL)
    while not before(verified).exists():
        assert second.poll() is None
    assert verified.run("--in-process", f"{verified.folder}/opening.py").ret == 0
    assert verified.verdicts == {"two-is-two": "holds"}
    verified.write("go", "")
    assert second.wait() == 0
    assert verified.ledger["run"]["complete"]


def test_a_checkout_that_cannot_be_written_to_has_its_ledger_elsewhere(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.claims(TRUE)
    monkeypatch.setattr("probatum.records.project_files.can_write", lambda folder: False)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.OK
    assert not project.ledger_path.exists()
    (line,) = (line for line in result.outlines if line.startswith("ledger "))
    written = Path(line.split()[1])
    assert json.loads(written.read_text(encoding="utf-8"))["findings"][0]["verdict"] == "holds"
    shutil.rmtree(written.parent)


def foreign(folder: Path) -> None:
    """Others may write to it."""
    folder.chmod(0o777)


def linked(folder: Path) -> None:
    """It is elsewhere."""
    folder.rename(folder.with_name("elsewhere"))
    folder.symlink_to("elsewhere")


def in_the_way(folder: Path) -> None:
    """It is no folder."""
    folder.rmdir()
    folder.touch()


@pytest.mark.parametrize("change", [foreign, linked, in_the_way])
def test_what_others_may_have_put_among_temporary_files_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    monkeypatch.setattr(project_files, "can_write", lambda folder: folder == tmp_path / "own")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    assert project_files.writable(tmp_path / "own") == tmp_path / "own"
    folder = project_files.writable(tmp_path / "build")
    assert folder == project_files.writable(tmp_path / "build") != project_files.writable(tmp_path / "other")
    change(folder)
    apart = project_files.writable(tmp_path / "build")
    assert apart.name.startswith("probatum-")
    assert apart.stat().st_mode & 0o777 == 0o700
    assert apart != folder
    assert not [*apart.iterdir()]


def test_where_nothing_can_be_written_only_a_ledger_that_is_there_is_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr(os, "replace", refuse)
    path = tmp_path / "ledger.json"
    put_aside(path)
    path.touch()
    with pytest.raises(LedgerError, match="got Read-only file system, wanted to put it aside"):
        put_aside(path)
