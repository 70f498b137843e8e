"""Tests of the command line: what it offers, and what it refuses."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from probatum import __version__
from probatum.command import GROUP, main


@pytest.mark.parametrize("arguments", [[], ["-h"], ["--help"]], ids=["nothing", "-h", "--help"])
def test_help_lists_the_commands(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    output = capsys.readouterr().out
    assert output.startswith("usage: probatum COMMAND ...")
    assert "  report    Writes the report of a ledger and prints the path of report.html.\n" in output
    commands = entry_points(group=GROUP)
    told = dict(line.split(maxsplit=1) for line in output.partition("commands:\n")[2].partition("\n\n")[0].splitlines())
    assert told.keys() == {command.name for command in commands}
    assert [purpose for purpose in told.values() if not purpose.endswith(".")] == [], "each is a whole sentence"


def test_the_version_is_the_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"probatum {__version__}\n"


def test_an_unknown_command_is_bad_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["prove"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("probatum: got the command 'prove', wanted one of ")
    assert "report" in error


def test_a_command_gets_its_arguments_and_gives_its_code(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "--ledger", str(tmp_path / "missing.json")]) == 2
    assert "missing.json" in capsys.readouterr().err


def test_the_script_is_installed() -> None:
    script = Path(sys.executable).with_name("probatum")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"probatum {__version__}\n"
