"""Tests of the package as others get it: what is in the wheel, what an index shows, and what a project without it sees."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from email.message import Message
from email.parser import BytesParser
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]
HOME = "https://example.org/owner/name"


def built(folder: Path, **environment: str) -> ZipFile:
    """The wheel, built by the backend as any front end has it built."""
    code = f"import hatchling.build; print(hatchling.build.build_wheel({str(folder)!r}))"
    settings = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=settings | environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return ZipFile(folder / done.stdout.split()[-1])


def metadata(wheel: ZipFile) -> Message:
    name = next(name for name in wheel.namelist() if name.endswith(".dist-info/METADATA"))
    return BytesParser().parsebytes(wheel.read(name))


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> ZipFile:
    return built(tmp_path_factory.mktemp("wheel"), PROBATUM_REPOSITORY=HOME)


def test_types_licences_and_the_font_travel_with_the_package(published: ZipFile) -> None:
    names = {name.split(".dist-info/")[-1] for name in published.namelist()}
    assert {"probatum/py.typed", "probatum_reports/py.typed"} <= names
    licences = {"licenses/LICENSE", "licenses/reports/probatum_reports/assets/math-font-OFL.txt"}
    assert {name for name in names if name.startswith("licenses/")} == licences
    assert metadata(published)["License-Expression"] == "MIT AND OFL-1.1"
    assert {name.partition("/")[0] for name in names} - {"METADATA", "WHEEL", "RECORD", "licenses"} == {
        "entry_points.txt",
        "probatum",
        "probatum_reports",
    }


def test_an_index_page_shows_who_where_and_the_picture(published: ZipFile) -> None:
    about = metadata(published)
    assert about["Author"] == "The Probatum project"
    assert f"Repository, {HOME}" in (about.get_all("Project-URL") or [])
    assert "Development Status :: 3 - Alpha" in (about.get_all("Classifier") or [])
    assert about["Keywords"]
    text = str(about.get_payload())
    assert f"]({HOME}/raw/main/docs/report.png)" in text
    assert f"]({HOME}/blob/main/docs/tutorial.md)" in text
    assert "](docs/" not in text


def test_without_a_repository_nothing_leads_astray(tmp_path: Path) -> None:
    about = metadata(built(tmp_path, PROBATUM_REPOSITORY=""))
    text = str(about.get_payload())
    assert about.get_all("Project-URL") is None
    assert "# Probatum" in text
    assert "](docs/" not in text
    assert "![" not in text


def test_each_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"].values()
    asked = [*project["project"]["dependencies"], *(name for extra in extras for name in extra)]
    groups = [name for group in project["dependency-groups"].values() for name in group]
    names = {entry.partition(">")[0] for entry in (*asked, *groups)}
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    first_cells = [line.split("|")[1] for line in reasons.splitlines() if line.startswith("| ")]
    given = {name.strip() for cell in first_cells for name in cell.split(",")}
    assert names - given == set()


def test_the_experiments_are_in_the_default_group() -> None:
    """`uv run pytest claims` installs that group and no extra."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    experiments = project["project"]["optional-dependencies"]["experiments"]
    assert experiments
    assert set(experiments) <= set(project["dependency-groups"]["dev"])


@pytest.mark.parametrize("settings", ["[pytest]\n", "[pytest]\nclaims_paths = claims\nstrict = true\n"])
def test_the_plugin_can_be_switched_off_in_any_project(pytester: pytest.Pytester, settings: str) -> None:
    pytester.makeini(settings)
    pytester.makepyfile(test_one="def test_one():\n    assert True\n")
    pytester.mkdir("claims")
    result = pytester.runpytest_subprocess("-p", "no:probatum", "-W", "error")
    result.assert_outcomes(passed=1)
    assert result.ret == pytest.ExitCode.OK
