"""Tests of bad input through pytest: a clear error of its claim, and all other claims decided and in the ledger."""

from __future__ import annotations

import sys
import tempfile
from typing import Any

import pytest

from tests.each import each
from tests.project import OUTLINE, TRUE, Project
from tests.schema import check_records

PATH = "claims/sums/opening.py"


def claim(name: str, body: str, parameters: str = "value=2", at: str = '"opening.1"', below: str = "") -> str:
    """The source of a claim."""
    head = f"@Passage({at}).states\n{below}def {name.replace('-', '_')}({parameters}):\n"
    return f'{head}    """A statement."""\n    return {body}\n'


BAD: dict[str, tuple[str, str]] = {
    "unknown passage": (claim("bad", "Equal(1 + 1, value)", at='"opening.9"'), "Passage('opening.9'): the outline ends at opening.2"),
    "unknown section": (claim("bad", "Equal(1 + 1, value)", at='"closing.1"'), "Passage('closing.1'): the outline has opening"),
    "no proposition": (claim("bad", "None"), "bad(): got NoneType 'None', wanted a relation or a proposition"),
    "a number": (claim("bad", "value"), "bad(): got Integer '2', wanted a relation or a proposition"),
    "a function that raises": (
        claim("bad", "int('one')"),
        "got ValueError: invalid literal for int() with base 10: 'one', wanted a proposition",
    ),
    "an item that is not there": (claim("bad", "[][1]"), "got the item 1 of an empty list, wanted one that has items"),
    "no control": (claim("bad", "Equal(2, 2)", ""), "got no control, wanted at least one"),
    "a free variable": (claim("bad", "ForAll(x, then=Lt(x, y + value))"), "bad(): got the free variable y, wanted"),
    "a float in a fact": (
        claim("bad", "Equal(1 + 1, value)", "value=0.5"),
        "fact 'value': got the float 0.5, wanted an exact number: write it as printed, '0.5'",
    ),
    "a float in an expression": (claim("bad", "ForAll(x, then=Lt(x, 0.5 * x + value))"), "got the float 0.500000000000000 in"),
    "and": (claim("bad", "ForAll(x, then=0 < x and x < value)"), "(x > 0), wanted a condition: write Eq(...), And(...)"),
    "==": (claim("bad", "ForAll(x, then=x == value)"), "(x == 2), wanted a condition: write Eq(...)"),
    "a comparison of a truth value": (
        claim("bad", "ForAll(x, then=(0 < x) < value)"),
        "got x > 0 and 2 compared, wanted numbers on both sides",
    ),
    "broken LaTeX": (claim("bad", "Equal(1 + 1, value)").replace("A statement.", r"Is $\\frac{1$ so?"), "which does not render"),
    "a control that changes nothing": (
        claim("bad", "Equal(1 + 1, value)", below='@fails_with("same", value=2)\n'),
        "fails_with 'same': got {'value': 2}, wanted at least one fact to differ from the claim",
    ),
    "an unknown fact in a control": (
        claim("bad", "Equal(1 + 1, value)", below='@fails_with("typo", valeu=2)\n'),
        "fails_with 'typo': got the fact 'valeu', wanted one of value",
    ),
    "unknown rests_on": (claim("bad", "Equal(1 + 1, value)", below='@rests_on("nothing")\n'), "got 'nothing', wanted the id of a claim"),
    "unknown strict_reading_of": (
        claim("bad", "Equal(1 + 1, value)", below='@strict_reading_of("nothing")\n'),
        "got 'nothing', wanted the id of a claim",
    ),
    "a limit that cannot be": (
        claim("bad", "Equal(1 + 1, value)", below='@limits(seconds="x")\n'),
        "@limits: got seconds='x', wanted a number of seconds above 0",
    ),
    "no function": (
        "bad = Passage('opening.1').states(type('bad', (), {})())\n",
        "got <opening.bad object> below a decorator of claims, wanted a function",
    ),
    "a long id": (
        claim("bad", "Equal(1 + 1, value)").replace("states", f"states(id={'a' * 5000!r})"),
        "id: got 5000 letters, aaaaaaaaaaaaaaaaaaaa..., wanted at most 200",
    ),
    "a malformed id": (
        claim("bad", "Equal(1 + 1, value)").replace("states", 'states(id="Bad One")'),
        "id: got 'Bad One', wanted lower-case words",
    ),
}


def check_others(project: Project, result: pytest.RunResult, number: int = 1) -> None:
    """The other claims are decided, the ledger is whole and well formed, and the engine keeps its traceback to itself."""
    assert result.ret == pytest.ExitCode.TESTS_FAILED, result.stdout.str()
    assert project.verdicts["two-is-two"] == "holds"
    assert sorted(project.verdicts.values()).count("error") == number
    assert project.ledger["run"]["complete"] is True
    assert "Traceback" not in result.stdout.str()
    assert "INTERNALERROR" not in result.stdout.str()
    check_records(project.ledger)


@pytest.mark.parametrize(("source", "wanted"), BAD.values(), ids=BAD)
def test_bad_input_is_an_error_of_its_claim_alone(project: Project, source: str, wanted: str) -> None:
    project.claims(source, TRUE)
    result = project.run("--in-process")
    check_others(project, result)
    (bad,) = [finding for finding in project.ledger["findings"] if finding["verdict"] == "error"]
    lines = (project.line_of("@Passage"), project.line_of("return"), project.line_of("bad"))
    assert bad["error"]["message"].startswith(tuple(f"{PATH}:{line}: claim " for line in lines))
    assert wanted in bad["error"]["message"]
    assert any(line.startswith("error ") and wanted in line for line in result.outlines) or "render" in wanted


def test_a_parameter_without_a_default_is_an_error_of_its_claim(project: Project) -> None:
    project.claims(claim("bad", "Equal(1 + 1, value)", "value"), TRUE)
    result = project.run("--in-process")
    check_others(project, result)
    assert "got the parameter 'value' without a default" in project.finding("bad")["error"]["message"]


def test_a_place_that_is_no_text_is_an_error_of_its_claim(project: Project) -> None:
    project.claims(claim("bad", "Equal(1 + 1, value)", at="5"), TRUE)
    check_others(project, project.run("--in-process"))


def test_controls_that_are_no_mapping_are_an_error_of_their_claim(project: Project) -> None:
    project.claims(claim("bad", "Equal(1 + 1, value)", below="@fails_with(5)\n"), TRUE)
    check_others(project, project.run("--in-process"))


@pytest.mark.parametrize("at", ["", "Opening 1"])
def test_a_place_that_is_no_name_is_an_error_of_its_claim(project: Project, at: str) -> None:
    project.claims(claim("bad", "Equal(1 + 1, value)", at=repr(at)), TRUE)
    project.run("--in-process")
    assert project.verdicts == {"bad": "error", "two-is-two": "holds"}
    assert f"Passage({at!r}): the outline has opening" in project.finding("bad")["error"]["message"]


@pytest.mark.parametrize("at", ["", "Opening 1"])
def test_a_ledger_with_a_place_that_is_no_name_is_well_formed(project: Project, at: str) -> None:
    project.claims(claim("bad", "Equal(1 + 1, value)", at=repr(at)), TRUE)
    project.run("--in-process")
    check_records(project.ledger)


def test_a_second_claim_of_an_id_is_an_error_and_the_first_stands(project: Project) -> None:
    project.claims(TRUE, TRUE.replace("def two_is_two", "def again").replace("states", 'states(id="two-is-two")'))
    result = project.run("--in-process")
    check_others(project, result)
    first, second = project.line_of("@Passage"), project.line_of("def again") - 1
    wanted = f"{PATH}:{second}: claim 'two-is-two': got the id 'two-is-two', which {PATH}:{first} has already, wanted another"
    assert project.finding("two-is-two.2")["error"]["message"] == wanted


def test_a_second_claim_of_an_id_in_another_module_is_an_error(project: Project) -> None:
    project.claims(TRUE)
    project.claims(TRUE.replace("two_is_two", "again").replace("states", 'states(id="two-is-two")'), name="closing")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert sorted(project.verdicts.values()) == ["error", "holds"]
    assert "claims/sums/closing.py:" in project.finding("two-is-two.2")["error"]["message"]


OUTLINES: dict[str, tuple[str | None, str]] = {
    "missing": (None, "got no such file, wanted the outline of the document beside its claims"),
    "no TOML": ("= broken", "wanted readable TOML"),
    "no document": (OUTLINE.replace("[document]", "[paper]"), "got no [document], wanted one"),
    "no title": (OUTLINE.replace('title = "On sums"', ""), "got title=None, wanted a text"),
    "a malformed digest": (OUTLINE.replace("0000", "xyz"), "wanted 64 hexadecimal digits"),
}


@pytest.mark.parametrize(("outline", "wanted"), OUTLINES.values(), ids=OUTLINES)
def test_a_malformed_outline_is_an_error_of_its_claims(project: Project, outline: str | None, wanted: str) -> None:
    project.claims(TRUE)
    other = Project(project.pytester, "claims/other")
    other.write("claims/other/outline.toml", OUTLINE.replace('id = "sums"', 'id = "other"'))
    other.claims(TRUE.replace("two_is_two", "still_two"), name="still")
    path = project.root / "claims/sums/outline.toml"
    path.unlink()
    if outline is not None:
        path.write_text(outline, encoding="utf-8")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "error", "still-two": "holds"}
    text = project.finding("two-is-two")["error"]["message"]
    assert "outline.toml: " in text
    assert wanted in text
    check_records(project.ledger)


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (
            '@Passage("opening.9").not_checkable("No formula.")\ndef beauty():\n    """Beautiful."""',
            "Passage('opening.9'): the outline ends at opening.2",
        ),
        (
            '@Passage("opening.1").not_checkable("No formula.")\ndef Beauty():\n    """Beautiful."""',
            "id: got 'Beauty', wanted lower-case words",
        ),
        ('@Passage("opening.1").not_checkable("No formula.")\ndef beauty():\n    """ """', "docstring: got '', wanted a sentence"),
        ('@Passage("opening.1").not_checkable("$")\ndef beauty():\n    """Beautiful."""', "reason: got an odd number of $"),
    ],
    ids=["passage", "id", "wording", "reason"],
)
def test_a_malformed_entry_of_what_cannot_be_checked_is_an_error_of_the_run(project: Project, entry: str, wanted: str) -> None:
    project.claims(entry, TRUE)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"two-is-two": "holds"}
    (line,) = [line for line in result.outlines if line.startswith("probatum: error: ")]
    assert f"{PATH}:{project.line_of('not_checkable')}: not_checkable " in line
    assert wanted in line
    assert project.ledger["documents"][0]["not_checkable"] == []


def test_an_id_of_what_cannot_be_checked_is_its_own(project: Project) -> None:
    project.claims(TRUE, '@Passage("opening.1").not_checkable("No formula.", id="two-is-two")\ndef again():\n    """Beautiful."""')
    assert project.run("--in-process").ret == pytest.ExitCode.TESTS_FAILED


HOSTILE = [
    ("a control character", "A \\x1b[31mred\\x1b[0m statement.", "error"),
    ("markup", "<script>alert(1)</script> & <b>.", "holds"),
    ("a text that turns around", "A \\u202estatement.", "error"),
    ("a lone surrogate", "A \\ud800 statement.", None),
]


@pytest.mark.parametrize(("wording", "verdict"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_hostile_words_do_not_reach_the_terminal(project: Project, wording: str, verdict: str | None) -> None:
    project.claims(claim("hostile", "Equal(1 + 1, value)").replace("A statement.", wording), TRUE)
    result = project.run("--in-process")
    assert "INTERNALERROR" not in result.stdout.str()
    assert "\x1b[31mred" not in result.stdout.str()
    if "ud800" in wording and sys.version_info >= (3, 13):  # which compiles no such docstring
        assert result.ret == pytest.ExitCode.INTERRUPTED
        return
    assert project.verdicts["two-is-two"] == "holds"
    assert verdict is None or project.verdicts["hostile"] == verdict


def test_a_ledger_of_all_kinds_of_trouble_is_well_formed(project: Project) -> None:
    sources: list[Any] = [text.replace("bad", f"bad{number}", 2) for number, (text, _) in enumerate(BAD.values())]
    project.claims(*sources, TRUE)
    result = project.run("--in-process")
    check_others(project, result, number=len(BAD))


def test_an_answer_that_cites_no_claim_is_a_problem_of_the_run(project: Project) -> None:
    project.claims(TRUE, '@Passage("opening.2").not_checkable("A feeling.")\ndef a_feeling():\n    """It feels so."""\n')
    answer = project.write(f"{project.folder}/answer.md", "So it is [two-is-two] [a-feeling].\n")
    assert project.run().ret == pytest.ExitCode.OK
    answer.write_text("So it is [two-is-two].\n\nMostly [two-is-too].\n", encoding="utf-8")
    result = project.run()
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(["probatum: error: claims/sums/answer.md:3: got the citation ?two-is-too?, wanted the id of a claim"])
    assert project.verdicts == {"two-is-two": "holds"}


CLUSTERS = {
    ("--claims-on=ray",): "--claims-on: got 'ray', wanted dask or dask:ADDRESS",
    ("--claims-on=dask:",): "--claims-on: got 'dask:', wanted dask or dask:ADDRESS",
    ("--claims-on=dask", "--in-process"): "--claims-on: got it beside --in-process, --pdb or -n, wanted one of them",
    ("--claims-on=dask", "-n", "2"): "--claims-on: got it beside --in-process, --pdb or -n, wanted one of them",
    ("--claims-on=dask",): "--claims-on: got no package 'distributed', wanted it: pip install 'probatum[dask]'",
}


@pytest.mark.parametrize("arguments", CLUSTERS, ids=" ".join)
def test_a_cluster_that_cannot_be_is_said_before_any_claim_is_collected(
    project: Project, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probatum.settings.find_spec", lambda name: None)
    project.claims(TRUE)
    result = project.run(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert any(line.endswith(CLUSTERS[arguments]) for line in result.errlines)
    assert not project.ledger_path.exists()


LIMITS = {
    "claim_seconds": ("a number of seconds above 0", ("x", "", "nan", "inf", "-1", "0", "1e300")),
    "claim_megabytes": ("a whole number of megabytes above 0", ("x", "0.5", "-5", "0", "9" * 20)),
    "claim_workers": ("auto, or a whole number from 1 to 1000", ("x", "0", "-1", "100000")),
}


def test_a_limit_that_cannot_be_ends_the_run_before_any_claim_is_collected(project: Project) -> None:
    project.claims(TRUE)
    for name, (wanted, values) in each(LIMITS.items()):
        for value in each(values):
            result = project.run(f"--override-ini={name}={value}")
            assert result.ret == 4
            result.stderr.fnmatch_lines([f"ERROR: {name}: got {value!r}, wanted {wanted}"])
    assert not project.ledger_path.exists()


def test_too_few_open_files_end_the_run_before_any_claim_is_collected(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.claims(TRUE)
    monkeypatch.setattr("resource.getrlimit", lambda kind: (63, 4096))
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: got a limit of 63 open files (ulimit -n), wanted at least 64"])
    assert not project.ledger_path.exists()
    monkeypatch.setattr("resource.getrlimit", lambda kind: (64, 4096))
    assert project.run("--in-process").ret == 0


@pytest.mark.parametrize("level", ["1", "2"])
def test_python_without_docstrings_ends_the_run_before_any_claim_is_collected(
    project: Project, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    project.claims(TRUE)
    monkeypatch.setenv("PYTHONOPTIMIZE", level)
    result = project.run_cold("--in-process")
    if level == "1":
        assert (result.ret, project.verdicts) == (0, {"two-is-two": "holds"})
        return
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = "ERROR: got Python without docstrings (-OO, PYTHONOPTIMIZE=2), wanted them: there claims are put into words"
    assert said in result.errlines
    assert not project.ledger_path.exists()


def test_where_no_worker_can_be_started_the_folder_is_named(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise OSError("AF_UNIX path too long")

    project.claims(TRUE)
    monkeypatch.setattr("multiprocessing.forkserver.ensure_running", refuse)
    result = project.run()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    said = "got AF_UNIX path too long, wanted a folder for temporary files in which processes can meet: another TMPDIR"
    assert [line for line in result.errlines if line] == [f"ERROR: {tempfile.gettempdir()}: {said}"]
    assert not project.ledger_path.exists()
    assert project.run("--in-process").ret == 0


@pytest.mark.parametrize("how", ["--in-process", "-n2"])
def test_claims_are_not_run_in_forks_of_a_plugin(project: Project, how: str) -> None:
    """Its option stands in for the plugin: a fork that decides a claim takes with it what it found."""
    project.write("forking.py", "def pytest_addoption(parser):\n    parser.addoption('--forked', action='store_true')\n")
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    project.claims(TRUE)
    plugin = ("-p", "forking", "--forked")
    project.pytester.syspathinsert()
    result = project.run(*plugin, how)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(
        ["ERROR: --forked: got it for a run of claims, each of which has a process of its own, wanted a run without it"]
    )
    assert project.run(*plugin, "tests").ret == pytest.ExitCode.OK, "others may be"
    assert project.run(*plugin, "--collect-only", "-q").ret == pytest.ExitCode.OK, "where nothing is decided"
    assert project.run("-p", "forking", "--in-process", project.folder).ret == pytest.ExitCode.OK
