"""Tests of claims that an import makes and nothing collects: the run is red and names them."""

from __future__ import annotations

import os
from pathlib import Path
from textwrap import indent

import pytest

from tests.project import FALSE, HEADER, OUTLINE, TRUE, Project, record_words

RED = "squares_grow"
NAMED = FALSE.replace(".states", ".states(id='squares-grow')")
LOST = {
    "in a helper": "import sys, pathlib\nsys.path.insert(0, str(pathlib.Path(__file__).parents[2]))\nimport lost_helper\n",
    "deleted": FALSE.replace("@Passage", "stated = Passage").replace("squares_grow", "red")
    + "red.__name__ = 'squares_grow'\nstated(red)\ndel red\n",
    "from a text": f"exec({NAMED!r}.replace('squares_grow', '_hidden'), dict(globals()))\n",
    "below another decorator": "import functools\n" + FALSE.replace("@Passage", "@functools.lru_cache\n@Passage"),
}
NOWHERE = "no module of claims defines, where nothing collects it"
HOW = {"below another decorator": "its module did not define when it was imported"}


@pytest.mark.parametrize("way", LOST)
def test_a_claim_that_an_import_makes_is_decided_or_named(project: Project, way: str) -> None:
    project.write("lost_helper.py", HEADER + FALSE)
    project.claims(TRUE)
    path = project.root / project.folder / "opening.py"
    path.write_text(path.read_text(encoding="utf-8") + LOST[way], encoding="utf-8")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "holds"}
    (line,) = [line for line in result.outlines if line.startswith("probatum: error:")]
    assert f"claim 'squares-grow': got a claim that {HOW.get(way, NOWHERE)}, wanted its finding" in line, "told once"


def test_a_claim_of_the_same_code_in_other_names_is_named(project: Project) -> None:
    """As where one text is executed several times, and of what comes of it one is kept."""
    text = NAMED.replace("'squares-grow'", "NAME")
    project.claims(
        f"text = {text!r}\nkept, left = dict(globals(), NAME='kept', Gt=Ge), dict(globals(), NAME='left')\n"
        "exec(text, kept)\nexec(text, left)\nsquares_grow = kept['squares_grow']"
    )
    result = project.run_apart("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    (line,) = [line for line in result.outlines if line.startswith("probatum: error:")]
    assert f"claim 'left': got a claim that {NOWHERE}, wanted its finding" in line


def test_each_claim_of_one_code_that_nothing_collects_is_named(project: Project) -> None:
    """Where all that can be read off the files is that there is some claim."""
    project.claims(MADE_BEFORE, name="helping")
    project.claims(TRUE, "from helping import make\nfirst, second = make(1, 'first'), make(3, 'second')")
    result = project.run_apart("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    line = project.line_of("@Passage", "helping")
    said = [f"probatum: error: claims/sums/helping.py:{line}: claim {name!r}: got a claim that {NOWHERE}" for name in ("first", "second")]
    assert [line for line in result.outlines if "error" in line] == [f"{words}, wanted its finding" for words in said]


MADE_BEFORE = "def make(bound, name):\n    @Passage('opening.1').states(id=name)\n    def squares_grow(relation=Gt):\n" + (
    "        'A square is larger.'\n        return relation(2, bound)\n    return squares_grow\n\n"
)
REPLACED = {
    "in a loop": "for bound in (3, 1):\n    squares_grow = make(bound, f'larger-than-{bound}')\n",
    "twice": "squares_grow = make(3, 'larger-than-3')\nsquares_grow = make(1, 'larger-than-1')\n",
    "of a list": "squares_grow = [make(3, 'larger-than-3'), make(1, 'larger-than-1')][1]\n",
}


@pytest.mark.parametrize("way", REPLACED)
def test_a_claim_whose_name_another_of_the_same_code_takes_is_named(project: Project, way: str) -> None:
    project.claims(TRUE)
    path = project.root / project.folder / "opening.py"
    path.write_text(path.read_text(encoding="utf-8") + MADE_BEFORE + REPLACED[way], encoding="utf-8")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "holds", "larger-than-1": "holds"}
    result.stdout.fnmatch_lines(["*claim 'larger-than-3': got another claim of the same code by the same name after it*"])


RELOADED = {
    "by another": ("closing", "import importlib, opening\nimportlib.reload(opening)"),
    "by itself": ("opening", "import importlib, sys\nagain = 'again' in globals()\n"
    "if not again: importlib.reload(sys.modules[__name__])"),
}  # fmt: skip


@pytest.mark.parametrize("way", RELOADED)
def test_a_module_that_is_reloaded_makes_its_claims_anew(project: Project, way: str) -> None:
    name, source = RELOADED[way]
    project.claims(TRUE)
    project.claims(*([TRUE, source] if name == "opening" else [source, FALSE]), name=name)
    result = project.run_apart("--in-process")
    assert [line for line in result.outlines if "probatum: error" in line] == []
    assert project.verdicts == {"two-is-two": "holds"} | ({} if name == "opening" else {"squares-grow": "refuted"})
    assert project.ledger["run"]["complete"]


BY_ONE_NAME = (
    "def first():\n    @Passage('opening.1').states(id='false-one')\n    def made(relation=Gt):\n        'One is more than two.'\n"
    "        return relation(1, 1 + 1)\n    return made\n\n"
    "def second():\n    @Passage('opening.1').states(id='true-one')\n    def made(relation=Gt):\n        'Two is more than one.'\n"
    "        return relation(1 + 1, 1)\n    return made\n\nother = first()\nmade = second()\n"
)


def test_a_worker_decides_the_claim_that_stands_by_the_name(project: Project) -> None:
    """Where functions have another name than that by which they stand in their module."""
    project.claims(BY_ONE_NAME)
    assert project.run().ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"false-one": "refuted", "true-one": "holds"}


def test_two_claims_of_one_id_that_no_reader_of_sources_sees_are_named(project: Project) -> None:
    renamed = "def named(function):\n    function.__name__ = 'same'\n    return Passage('opening.1').states(function)\n\n"
    bodies = "def one(relation=Gt):\n    'Two is more.'\n    return relation(2, 1)\n\n"
    bodies += "def two(relation=Gt):\n    'One is more.'\n    return relation(1, 2)\n"
    project.claims(renamed + bodies + "\none = named(one)\ntwo = named(two)\n")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*claim 'same': got the id that claims/sums/opening.py:* has already, wanted another"])


def test_a_claim_that_a_hook_takes_away_is_named(project: Project) -> None:
    project.write(
        "conftest.py",
        "import pytest\n@pytest.hookimpl(wrapper=True, tryfirst=True)\ndef pytest_make_collect_report(collector):\n    report = yield\n"
        "    report.result = [item for item in report.result if 'squares' not in item.name]\n    return report\n",
    )
    project.claims(TRUE, FALSE)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*squares_grow*got a claim that something took out of the collection*"])
    assert project.run("--in-process", f"{project.folder}/opening.py::two_is_two").ret == pytest.ExitCode.OK, "on purpose"
    project.claims(TRUE.replace("two_is_two", "two_is_still_two"), name="closing")
    result = project.run("--in-process", f"{project.folder}/closing.py::two_is_still_two", f"{project.folder}/opening.py")
    assert result.ret == pytest.ExitCode.TESTS_FAILED, "of this file all was asked for"
    result.stdout.fnmatch_lines(["*squares_grow*got a claim that something took out of the collection*"])


PASSED = "pytest.CollectReport(collector.nodeid, 'passed', None, [])"
IMPORTED = f"collector.name.startswith('made') and {PASSED} or None"
HIDDEN = {  # what a conftest makes of a module whose claims no reader of sources sees, and which cannot be imported
    "outside": "@pytest.hookimpl(wrapper=True, tryfirst=True)\ndef pytest_make_collect_report(collector):\n"
    f"    report = yield\n    return report if report.passed else {PASSED}\n",
    "inside": "@pytest.hookimpl(wrapper=True, trylast=True)\ndef pytest_make_collect_report(collector):\n"
    f"    report = yield\n    return report if report.passed else {PASSED}\n",
    "instead": f"@pytest.hookimpl(tryfirst=True)\ndef pytest_make_collect_report(collector):\n    return {IMPORTED}\n",
}
MADE = "import nowhere_at_all\nmake = Passage('opening.1').states\nsquares = make(lambda relation=Gt: relation(1, 2))\n"


@pytest.mark.parametrize("way", HIDDEN)
def test_a_module_that_a_hook_passes_is_named_where_it_was_not_imported(project: Project, way: str) -> None:
    project.claims(TRUE)
    project.claims(MADE, name="made")
    project.write("conftest.py", "import pytest\n\n" + HIDDEN[way])
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.ledger["run"]["complete"] is False
    result.stdout.fnmatch_lines(["*made.py: got a module of claims that was not imported, though a hook passed it, wanted its claims"])


def test_claims_behind_links_are_collected(project: Project, tmp_path: Path) -> None:
    project.claims(TRUE)
    module = project.write("elsewhere/red.py", HEADER + FALSE)
    os.symlink(module, project.root / project.folder / "red.py")
    assert project.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "holds", "squares-grow": "refuted"}


def another_document(project: Project) -> None:
    """A folder beside that of the claims, with an outline of its own."""
    outline = OUTLINE.replace("sums", "more")
    project.write("claims/more/outline.toml", outline)
    record_words(project.root / "claims/more", outline)


LINKS = {"in its folder": "claims/sums/red.py", "in another folder": "claims/more/opening.py"}


@pytest.mark.parametrize("way", LINKS)
def test_a_module_by_two_paths_is_named(project: Project, way: str) -> None:
    """One of the two may hold where the other does not: it reads what lies beside it."""
    module = project.claims(TRUE)
    link = project.root / LINKS[way]
    another_document(project)
    os.symlink(module, link)
    result = project.run_apart("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.ledger["run"]["complete"] is False
    first, second = sorted(["claims/sums/opening.py", LINKS[way]])
    said = f"{second}: got the module of claims that is {first} as well, by a link, wanted each by one path"
    assert [line for line in result.outlines if "error" in line] == [f"probatum: error: {said}"]


def test_one_id_in_two_documents_that_no_reader_of_sources_sees_is_named(project: Project) -> None:
    """Also where one of the two is as it was when an earlier run found it."""
    made = MADE_BEFORE + "squares_grow = make(1, 'larger-than-1')\n"
    project.claims(made)
    assert project.pytester.runpytest_subprocess("-p", "no:probatum_reports").ret == 0
    another_document(project)
    project.write("claims/more/closing.py", HEADER + made.replace("relation(2, bound)", "relation(bound, 2)"))
    result = project.pytester.runpytest_subprocess("-p", "no:probatum_reports")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.assert_outcomes(passed=1, failed=1)
    said = "*: claim 'larger-than-1': got the id that claims/more/closing.py:* has already, wanted another"
    result.stdout.fnmatch_lines([f"probatum: error: claims/sums/opening.py:{said}"])


@pytest.mark.parametrize("name", ["RED.PY", "red.pyw", "red.Py"])
def test_a_claim_in_a_file_that_is_no_module_for_its_name_is_named(project: Project, name: str) -> None:
    project.claims(TRUE)
    project.write(f"{project.folder}/{name}", HEADER + FALSE.lstrip())
    project.write(f"{project.folder}/script.pyw", "print('no claim')\n")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert (project.ledger["run"]["selected"], project.ledger["run"]["total"]) == (1, 2)
    said = f"{project.folder}/{name}:6: claim 'squares-grow': got a claim in a file whose name does not end in .py, wanted its finding"
    assert [line for line in result.outlines if "error" in line] == [f"probatum: error: {said}"]
    assert project.run("--in-process", f"{project.folder}/opening.py").ret == pytest.ExitCode.OK


def test_a_module_that_leaves_by_an_exit_is_one_that_cannot_be_imported(project: Project) -> None:
    project.claims(TRUE)
    project.claims(FALSE, "raise SystemExit(0)", name="second")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.stdout.fnmatch_lines(["got SystemExit(0), wanted a module of claims"])


def test_a_folder_that_is_not_there_is_named(project: Project) -> None:
    project.claims(TRUE)
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    project.pytester.makeini("[pytest]\nclaims_paths = claims claimz\n")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    said = "probatum: error: claims_paths: got claimz, wanted a folder or a file that is there"
    assert said in result.outlines
    project.pytester.makeini("[pytest]\nclaims_paths = claimz\n")
    assert project.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED
    assert project.run("--in-process", "tests").ret == pytest.ExitCode.OK


def test_a_link_that_leads_nowhere_is_named(project: Project) -> None:
    project.claims(TRUE)
    link = project.root / project.folder / "red.py"
    link.symlink_to("not-checked-out.py")
    (project.root / project.folder / ".#opening.py").symlink_to("an-editor-at-work")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    said = [line for line in result.outlines if "leads nowhere" in line]
    assert said == [f"probatum: error: {project.folder}/red.py: got a link that leads nowhere, wanted a module of claims"]
    assert project.run("--in-process", f"{project.folder}/opening.py").ret == pytest.ExitCode.OK


def test_a_file_whose_name_is_no_utf8_is_named_and_all_others_are_decided(project: Project) -> None:
    folder = os.fsencode(project.claims(TRUE).parent)
    try:
        for name in (b"\xff.py", b"\xff.csv"):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(HEADER + FALSE)
    except OSError:
        pytest.skip("here all names of files are UTF-8")
    result = project.pytester.runpytest_inprocess("--in-process", "-p", "no:probatum_reports")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "holds"}
    said = rf"probatum: error: {project.folder}/\xff.py: got a name that is no UTF-8, wanted a module of claims that can be named"
    assert said in result.outlines


def test_what_is_no_file_is_not_read(project: Project) -> None:
    project.claims(TRUE)
    os.mkfifo(project.root / project.folder / "pipe.py")
    assert project.run("--in-process").ret == pytest.ExitCode.OK


def test_a_hook_that_runs_tests_its_own_way_comes_after_claims(project: Project) -> None:
    project.write(f"{project.folder}/conftest.py", "def pytest_pyfunc_call(pyfuncitem):\n    return True\n")
    project.claims(TRUE, FALSE)
    project.run("--in-process").assert_outcomes(passed=1, failed=1)


def test_a_claim_in_a_file_whose_name_begins_with_a_dot_is_named(project: Project) -> None:
    project.claims(TRUE)
    project.claims(FALSE, name=".hidden")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["*/.hidden.py:*: claim 'squares-grow': got a claim in a file that was not collected, wanted its finding"])
    assert not project.ledger["run"]["complete"]


GONE = {
    "deleted": FALSE + "\ndel squares_grow\n",
    "made by a call": "def made():\n" + indent(NAMED.strip(), "    ") + "\nmade()\n",
}


@pytest.mark.parametrize("way", GONE)
def test_a_claim_that_gets_lost_is_named_also_where_only_what_failed_is_asked_for(project: Project, way: str) -> None:
    def run(*arguments: str) -> tuple[int | pytest.ExitCode, list[str]]:
        result = project.pytester.runpytest_subprocess("-p", "no:probatum_reports", *arguments)
        return result.ret, [line for line in result.outlines if "got a claim" in line]

    project.claims(TRUE.replace("two_is_two", "two_is_still_two"), name="closing")
    project.claims(TRUE, FALSE)
    assert run() == (pytest.ExitCode.TESTS_FAILED, [])
    assert run("--lf") == (pytest.ExitCode.TESTS_FAILED, []), "what passed is left out on purpose"
    project.claims(TRUE, GONE[way])
    code, (line,) = run("--lf")
    assert code == pytest.ExitCode.TESTS_FAILED
    assert "claim 'squares-grow'" in line


def test_claims_that_were_left_out_are_there_again_when_nothing_is_left_that_failed(project: Project) -> None:
    """What is noted of a module for later runs is all that it holds."""

    def run(*arguments: str) -> tuple[int | pytest.ExitCode, set[str]]:
        result = project.pytester.runpytest_subprocess("-p", "no:probatum_reports", *arguments)
        return result.ret, set(project.verdicts)

    still = TRUE.replace("two_is_two", "two_is_still_two")
    project.claims(still, name="closing")
    project.claims(TRUE, FALSE)
    everything = {"two-is-still-two", "two-is-two", "squares-grow"}
    assert run() == (pytest.ExitCode.TESTS_FAILED, everything)
    assert run("--lf") == (pytest.ExitCode.TESTS_FAILED, {"squares-grow"})
    assert run("--lf") == (pytest.ExitCode.TESTS_FAILED, {"squares-grow"})
    project.claims(TRUE)
    for _ in range(2):
        assert run("--lf") == (pytest.ExitCode.OK, {"two-is-still-two", "two-is-two"})
