"""The exit code says what the ledger says: whatever a project does to hide a red claim, the run does not end with 0."""

from __future__ import annotations

import pytest

from probatum_reports.command import publish
from tests.project import FALSE, TRUE, Project

RED = FALSE
IN_MODULE: dict[str, str] = {  # what stands before the red claim in its module
    "skips-module": "import pytest\npytest.skip('later', allow_module_level=True)",
    "imports-or-skips": "import pytest\npytest.importorskip('nowhere_at_all')",
    "expects-failure": "import pytest\npytest.xfail('later')",
    "leaves": "import sys\nsys.exit(0)",
    "leaves-pytest": "import pytest\npytest.exit('enough', returncode=0)",
    "marks-module": "import pytest\npytestmark = pytest.mark.xfail(reason='later')",
    "is-no-test": "__test__ = False",
    "raises": "raise GeneratorExit",
    "skips-for-an-invisible-reason": "import pytest\npytestmark = pytest.mark.skip(reason='\u200b')",
}
AFTER: dict[str, str] = {  # what stands behind it
    "deletes": "del squares_grow",
    "overwrites": "def squares_grow():\n    pass",
    "marks": "import pytest\nsquares_grow = pytest.mark.skip(squares_grow)",
    "poses-as-another's": "squares_grow.__module__ = 'elsewhere'",
}
AROUND = "@pytest.hookimpl(wrapper=True, tryfirst=True)\n"
FIRST = "@pytest.hookimpl(tryfirst=True)\n"
ITEMS = "def pytest_collection_modifyitems(items):\n    "
OPTION = "def pytest_configure(config):\n    config.option."
SETUP = "def pytest_runtest_setup(item):\n    "
REPORT = "@pytest.hookimpl(wrapper=True, tryfirst=True)\ndef pytest_runtest_makereport(item, call):\n    report = yield\n    "
CONFTEST: dict[str, str] = {
    "late-skip": ITEMS + "for item in items: item.add_marker(pytest.mark.skip(reason='later'))",
    "late-xfail": ITEMS + "for item in items: item.add_marker(pytest.mark.xfail(reason='later'))",
    "latest-xfail": SETUP + "item.add_marker(pytest.mark.xfail(reason='later'))",
    "setup-skips": SETUP + "pytest.skip('later')",
    "setup-expects-failure": SETUP + "pytest.xfail('later')",
    "fixture-skips": "@pytest.fixture(autouse=True)\ndef later():\n    pytest.skip('later')",
    "drops-one": ITEMS + "items[:] = [item for item in items if item.name != 'squares_grow']",
    "drops-late": "def pytest_collection_finish(session):\n    session.items.pop()",
    "ignores": "collect_ignore = ['claims/sums/red.py']",
    "ignores-by-hook": "def pytest_ignore_collect(collection_path):\n    return True if collection_path.name == 'red.py' else None",
    "makes-no-item": FIRST + "def pytest_pycollect_makeitem(name):\n    return [] if name == 'squares_grow' else None",
    "calls-it-itself": f"{FIRST}def pytest_pyfunc_call():\n    return True",
    "runs-nothing": f"{FIRST}def pytest_runtestloop():\n    return True",
    "passes-report": REPORT + "report.outcome = 'passed'\n    return report",
    "expects-report": REPORT + "report.outcome, report.wasxfail = 'skipped', 'later'\n    return report",
    "other-report": REPORT + "return pytest.TestReport(item.nodeid, item.location, {}, 'passed', None, call.when)",
    "sets-exit-code": "@pytest.hookimpl(trylast=True)\ndef pytest_sessionfinish(session):\n    session.exitstatus = 0",
    "leaves-at-the-end": "def pytest_sessionfinish():\n    pytest.exit('enough', returncode=0)",
    "leaves-at-the-very-end": "def pytest_unconfigure():\n    raise SystemExit(0)",
    "leaves-before": f"{FIRST}def pytest_sessionfinish():\n    raise SystemExit(0)",
    "unregisters": ITEMS + "items[0].config.pluginmanager.unregister(name='probatum-recorder')\n    items[:] = items[:1]",
    "collects-nothing": f"{FIRST}def pytest_collection(session):\n    session.testscollected, session.items = 1, []\n    return True",
    "leaves-at-the-start": "def pytest_sessionstart():\n    pytest.exit('enough', returncode=0)",
    "leaves-before-the-start": "def pytest_configure():\n    pytest.exit('enough', returncode=0)",
    "is-a-command-of-its-own": f"{FIRST}def pytest_cmdline_main():\n    return 0",
    "only-looks": "def pytest_configure(config):\n    config.option.collectonly = True",
    "moves-claims": "def pytest_configure(config):\n    config._inicache['claims_paths'] = []",
    "blocks": "def pytest_configure(config):\n    for name in NAMES: config.pluginmanager.set_blocked(name)",
    "unregisters-all": "def pytest_sessionstart(session):\n    for name in NAMES: session.config.pluginmanager.unregister(name=name)",
    "unregisters-the-plugin": "def pytest_addoption(pluginmanager):\n    pluginmanager.unregister(name='probatum')",
    "is-around-the-command": f"{AROUND}def pytest_cmdline_main():\n    yield\n    return 0",
    "swaps-functions": ITEMS + "items[1].obj = items[0].obj",
    "rewrites-findings": REPORT + "if hasattr(report, 'probatum'): report.probatum['finding'].update(as_expected=True, verdict='holds')\n"
    "    report.outcome = 'passed'\n    return report",
    "rewrites-the-ledger": "def pytest_probatum_ledger_written(ledger_path):\n    text = ledger_path.read_text()\n"
    "    ledger_path.write_text(text.replace('refuted', 'holds').replace('false', 'true'))",
    "leaves-behind-the-run": "import os, threading\nwait = threading.main_thread().join\n"
    "threading.Thread(target=lambda: (wait(), os._exit(0))).start()",
    "leaves-as-the-threads-end": "import os, threading\nthreading._register_atexit(os._exit, 0)",
    "deselects": ITEMS + "red = [item for item in items if item.name == 'squares_grow']\n    items[:] = items[:1]\n"
    "    red[0].config.hook.pytest_deselected(items=red)",
    "deselects-by-name": OPTION + "keyword = 'two_is_two'",
    "deselects-by-mark": OPTION + "markexpr = 'not claim'",
    "deselects-by-node": OPTION + "deselect = ['claims/sums/red.py::squares_grow']",
    "ignores-by-option": OPTION + "ignore = ['claims/sums/red.py']",
    "ignores-by-pattern": OPTION + "ignore_glob = ['*/red.py']",
    "leaves-out-what-passed": OPTION + "lf = True",
    "names-another-file": "def pytest_configure(config):\n    config.args[:] = ['claims/sums/opening.py']",
    "names-another-file-before": f"{FIRST}def pytest_cmdline_main(config):\n    config.args[:] = ['claims/sums/opening.py']",
    "marks-the-session": "def pytest_sessionstart(session):\n    session.add_marker(pytest.mark.skip(reason='later'))",
    "marks-modules": "def pytest_collectstart(collector):\n    if isinstance(collector, pytest.Module) and collector.path.stem == 'red':\n"
    "        collector.add_marker(pytest.mark.skip(reason='later'))",
    "stops": "def pytest_runtest_setup(item):\n    pytest.exit('enough', returncode=0)",
}

ENDING = {  # would end the tests as well
    "leaves",
    "leaves-at-the-very-end",
    "leaves-before",
    "leaves-behind-the-run",
    "leaves-as-the-threads-end",
}
MADE: list[bytes] = []  # the ledger of the green run, which is the same wherever a project lies
GREEN = "def pytest_probatum_ledger_written(ledger_path):\n    ledger_path.write_text(ledger_path.read_text() + ' ')\n"


def green_before(project: Project) -> None:
    """Two modules, of which the run before found all true."""
    project.claims(TRUE)
    project.claims(RED.replace("relation=Gt", "relation=Ge").replace("0 < x", "1 <= x"), name="red")
    if not MADE:
        assert project.run("--in-process").ret == 0
        assert project.ledger["run"]["complete"]
        MADE.append(project.ledger_path.read_bytes())
    project.ledger_path.parent.mkdir(parents=True, exist_ok=True)
    project.ledger_path.write_bytes(MADE[0])


def check_red(project: Project, result: pytest.RunResult) -> None:
    """The run is red, and no ledger says that all is well."""
    assert result.ret != 0, result.stdout.str()
    if project.ledger_path.exists():
        assert not project.ledger["run"]["complete"] or project.verdicts["squares-grow"] == "refuted"


def hidden(project: Project, before: str = "", after: str = "", conftest: str = "") -> None:
    """The second claim is false now, and something is done about it."""
    project.claims(TRUE)
    project.claims(before, RED, after, name="red")
    names = ("probatum-collector", "probatum-recorder")
    project.write("conftest.py", f"import pytest\n\nNAMES = {names}\n\n\n{conftest}\n")


@pytest.mark.parametrize("name", [*IN_MODULE, *AFTER, *CONFTEST])
def test_no_route_hides_a_red_claim(project: Project, name: str) -> None:
    green_before(project)
    hidden(project, IN_MODULE.get(name, ""), AFTER.get(name, ""), CONFTEST.get(name, ""))
    run = project.run_apart if name in ENDING else project.run  # the latter is quicker
    check_red(project, run("--in-process"))


@pytest.mark.parametrize("arguments", [(), ("-n", "1")], ids=["alone", "xdist"])
def test_a_finding_that_is_changed_on_its_way_is_named(project: Project, arguments: tuple[str, ...]) -> None:
    green_before(project)
    hidden(project, conftest=CONFTEST["rewrites-findings"])
    result = project.run_apart("--in-process", *arguments)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert project.ledger["run"]["complete"] is False
    said = (
        "probatum: error: squares-grow: got a finding that was changed on its way, or whose worker of xdist crashed, wanted what was found"
    )
    assert said in result.outlines


def test_a_ledger_that_a_hook_changes_is_named(project: Project) -> None:
    project.claims(TRUE)
    project.write("conftest.py", GREEN)
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    said = "probatum: error: build/probatum/ledger.json: got a ledger that a hook or another run changed, wanted it as written"
    assert said in result.outlines


OF_WORKERS = [
    "drops-one",
    "setup-skips",
    "other-report",
    "skips-module",
    "deselects",
    "deselects-by-name",
    "names-another-file",
    "marks-modules",
]


@pytest.mark.parametrize("name", OF_WORKERS)
def test_no_route_hides_a_red_claim_from_xdist(project: Project, name: str) -> None:
    green_before(project)
    hidden(project, IN_MODULE.get(name, ""), "", CONFTEST.get(name, ""))
    check_red(project, project.run_apart("--in-process", "-n", "2"))


@pytest.mark.parametrize("name", ["blocks", "leaves-before-the-start", "is-a-command-of-its-own"])
def test_a_run_that_collected_no_claims_says_so_and_leaves_no_ledger(project: Project, name: str) -> None:
    green_before(project)
    hidden(project, conftest=CONFTEST[name])
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    result = project.run_apart("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    said = "probatum: error: got a run in which something kept claims from being collected, wanted their findings"
    assert result.errlines.count(said) == 1
    assert not project.ledger_path.exists()
    assert project.run_apart("--in-process", "tests").ret == 0, "asks for no claims"


@pytest.mark.parametrize("option", ["--version", "--help", "--markers", "--cache-show", "--collect-only", "--fixtures"])
def test_what_only_looks_or_tells_ends_with_a_zero(project: Project, option: str) -> None:
    green_before(project)
    before = project.ledger_path.read_bytes()
    assert project.pytester.runpytest_inprocess(option).ret == 0
    assert project.ledger_path.read_bytes() == before


def test_a_folder_of_claims_that_is_not_looked_into_is_lost(project: Project) -> None:
    project.claims(RED)
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 2\n")
    project.write("conftest.py", "collect_ignore = ['claims']\n")
    result = project.run("--in-process")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines(
        ["probatum: error: claims/sums/opening.py:6: claim 'squares-grow': got a claim in a file that was not collected, *"]
    )
    assert project.run("--in-process", "tests").ret == project.run("--in-process", "--ignore=claims").ret == 0


@pytest.mark.parametrize("name", ["__init__", "conftest"])
def test_a_claim_where_none_is_collected_is_lost(project: Project, name: str) -> None:
    project.claims(TRUE)
    project.claims(RED, name=name)
    result = project.run_apart("--in-process")  # apart: the package of claims would stay imported
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines([f"*claims/sums/{name}.py:6: claim 'squares-grow': got a claim in a file that was not collected*"])


def test_the_groups_of_xdist_lose_no_claim(project: Project) -> None:
    project.claims("import pytest\n\n@pytest.mark.xdist_group('together')" + TRUE)
    assert project.run_apart("--in-process", "-n", "2", "--dist", "loadgroup").ret == 0
    assert project.ledger["run"]["complete"]


LEAVING: dict[str, str] = {
    "at-once": "import os\nos._exit(0)",
    "by-another-name": "from posix import _exit\n_exit(0)",
    "as-another-program": "import os\nos.execv('/bin/true', ['true'])",
    "at-the-end": "import atexit, os\natexit.register(lambda: os._exit(0))",
    "in-a-thread": "import os, threading\nthreading.Timer(0.1, os._exit, (0,)).start()",
}


@pytest.mark.parametrize("name", LEAVING)
def test_no_module_ends_the_run_with_a_zero(project: Project, name: str) -> None:
    green_before(project)
    hidden(project, LEAVING[name])
    check_red(project, project.run_apart("-q"))


BELOW_PYTHON = {  # what a module that the claims import does, and the exit code of the command that publishes what it left
    "at-once": ("import ctypes\nctypes.CDLL(None)._exit(0)", 2),
    "at-the-end": ("import atexit, ctypes\natexit.register(ctypes.CDLL(None)._exit, 0)", 1),
}


@pytest.mark.parametrize("name", BELOW_PYTHON)
def test_what_c_code_ends_with_a_zero_is_not_published(project: Project, name: str) -> None:
    """No process can keep such code from ending it; another one does not take its word."""
    green_before(project)
    project.write("ending_below.py", BELOW_PYTHON[name][0])
    hidden(project, "import ending_below")
    assert project.run_apart("--in-process", "-q").ret == 0
    assert publish(["--ledger", str(project.ledger_path), "--output", str(project.root / "site")]) == BELOW_PYTHON[name][1]
    assert not (project.root / "site").exists()


@pytest.mark.parametrize(
    ("place", "leaving"), [("conftest.py", "raise SystemExit"), ("claims/conftest.py", "import os\nos._exit(0)")], ids=["exits", "leaves"]
)
def test_no_conftest_ends_the_run_with_a_zero(project: Project, place: str, leaving: str) -> None:
    green_before(project)
    hidden(project)
    project.write(place, leaving)
    result = project.run_apart("claims")
    assert result.ret in (pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.USAGE_ERROR)
    ended = "probatum: error: got SystemExit(None) while conftest.py and plugins were loaded, wanted a run"
    assert (ended in result.errlines) == (leaving == "raise SystemExit")


ODD: dict[str, str] = {
    "surrogate-raised": "raise ValueError('\\ud800')",
    "generator-exit": "raise GeneratorExit",
    "group": "raise BaseExceptionGroup('\\udfff', [KeyboardInterrupt(), SystemExit(0)])",
    "base": "raise BaseException",
    "interrupt": "raise KeyboardInterrupt",
    "expected-failure": "import pytest; pytest.xfail('later')",
    "skip": "import pytest; pytest.skip('later')",
    "import-or-skip": "import pytest; pytest.importorskip('nowhere_at_all')",
    "exit": "import pytest; pytest.exit('enough', returncode=0)",
    "mute": "raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})",
    "leaves": "import os; os._exit(0)",
    "leaves-by-another-program": "import os; os.execv('/bin/true', ['true'])",
}


def odd(name: str) -> str:
    """A claim that raises something that pytest or Python takes for more than an error."""
    return f'@Passage("opening.1").states\ndef {name.replace("-", "_")}(value=2):\n    """Says."""\n    {ODD[name]}\n'


WORDED = """
def saying(words):
    def put(claim):
        claim.__doc__ = words  # Python 3.13 compiles no such docstring
        return claim
    return put

@Passage("opening.1").states
@decided_for("\\udc00")
@saying("A \\ud800 statement.")
def worded(value=2):
    return Equal(1 + 1, value)
"""


@pytest.mark.parametrize("arguments", [(), ("-n", "2"), ("--in-process",)], ids=["workers", "xdist", "in-process"])
def test_whatever_a_claim_raises_is_its_own_error(project: Project, arguments: tuple[str, ...]) -> None:
    names = [name for name in ODD if not (name == "interrupt" and "--in-process" in arguments)]  # there it is as a key that was pressed
    project.claims(TRUE, *map(odd, names), WORDED)
    result = project.run_apart(*arguments)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert "INTERNALERROR" not in result.stdout.str()
    assert {name: project.verdicts[name] for name in names} == dict.fromkeys(names, "error")
    assert project.verdicts["two-is-two"] == "holds"
    assert project.ledger["run"]["complete"]


SKIPPED = "import pytest\n\n@pytest.mark.skip(reason='no time yet')" + RED


@pytest.mark.parametrize(
    ("source", "arguments"),
    [
        (SKIPPED, ()),
        (SKIPPED.replace("skip(", "skipif(1 < 2, "), ()),
        (RED, ("--deselect", "claims/sums/red.py::squares_grow")),
        (RED, ("--ignore", "claims/sums/red.py")),
        (RED, ("--ignore-glob", "*/red.py")),
        (RED, ("claims/sums/opening.py",)),
        (RED, ("-k", "two-is-two")),
    ],
    ids=["skip", "skipif", "deselect", "ignore", "ignore-glob", "file", "k"],
)
def test_what_is_left_out_on_purpose_is_a_partial_run(project: Project, source: str, arguments: tuple[str, ...]) -> None:
    project.claims(TRUE)
    project.claims(source, name="red")
    result = project.run("--in-process", *arguments)
    assert result.ret == 0, result.stdout.str()
    assert "PARTIAL RUN    1/2 claims decided" in result.outlines
    assert ("left out       claims/sums/red.py::squares_grow: no time yet" in result.outlines) == (source != RED)
    assert project.verdicts == {"two-is-two": "holds"}
    assert project.ledger["run"]["complete"] is False


@pytest.mark.parametrize("arguments", [(), ("-n", "2")], ids=["alone", "xdist"])
def test_a_claim_that_code_of_the_project_deselects_is_named(project: Project, arguments: tuple[str, ...]) -> None:
    hidden(project, conftest=CONFTEST["deselects"])
    result = project.run_apart("--in-process", *arguments)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    said = "got no finding (code of the project left it out, and not the command line), wanted one"
    assert f"probatum: error: claims/sums/red.py::squares_grow: {said}" in result.outlines


def test_code_of_the_project_may_leave_out_what_is_no_claim(project: Project) -> None:
    project.claims(TRUE)
    project.write("conftest.py", "def pytest_configure(config):\n    config.option.keyword = 'two_is_two'\n")
    project.write("tests/test_sums.py", "def test_sum():\n    assert 1 + 1 == 3\n")
    result = project.run("--in-process")
    assert result.ret == 0, result.stdout.str()
    assert project.ledger["run"]["complete"]


def test_what_a_mark_skips_is_not_decided_ahead_of_it(project: Project) -> None:
    """It is in the middle: while the first is waited for, those after it are decided."""
    waiting = TRUE.replace("return", "seconds and __import__('time').sleep(seconds.pop())\n    return")  # where it is called first
    project.claims("seconds = [2]", waiting, SKIPPED.replace("skip(", "skipif(1 < 2, "))
    result = project.run()
    assert result.ret == 0, result.stdout.str()
    assert "PARTIAL RUN    1/2 claims decided" in result.outlines
    assert project.verdicts == {"two-is-two": "holds"}


def test_a_run_says_which_claims_it_lost_and_how(project: Project) -> None:
    project.claims(TRUE, RED)
    project.claims("try:\n    import nowhere_at_all\n" + RED.replace("\n", "\n    ") + "\nexcept ImportError:\n    pass", name="swallowed")
    project.claims("import pytest\n\npytest.importorskip('nowhere_at_all')", RED, name="skipped")
    project.write("conftest.py", "import pytest\n" + SETUP + "pytest.skip('later')")
    result = project.run("--in-process")
    result.stdout.fnmatch_lines_random(
        [
            "probatum: error: claims/sums/skipped.py: got a module that skips itself (*nowhere_at_all*), wanted its claims",
            "probatum: error: claims/sums/swallowed.py:9: claim 'squares-grow': "
            "got a claim that its module did not define when it was imported, wanted its finding",
            "probatum: error: claims/sums/opening.py::two_is_two: got no finding (later), wanted one",
            "probatum: error: claims/sums/opening.py::squares_grow: got no finding (later), wanted one",
        ]
    )
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_claim_that_a_plugin_interrupts_is_an_error(project: Project) -> None:
    """As plugins do that limit the time of a test, or fork it: they raise, or report, what the claim itself did not say."""
    raises = "import signal\nsignal.signal(signal.SIGALRM, lambda *_: pytest.fail('Timeout >0.1s'))\n"
    project.claims('@Passage("opening.1").states\ndef slow(value=2):\n    """Slow."""\n    __import__("time").sleep(600)', TRUE)
    project.claims(RED, name="crashed")
    lines = [
        "def pytest_runtest_protocol(item):",
        "    if item.name == 'slow': signal.setitimer(signal.ITIMER_REAL, 1)",
        "    if item.name != 'squares_grow': return None",
        "    report = pytest.TestReport(item.nodeid, item.location, {}, 'failed', 'crashed with signal 9', '???')",
        "    item.ihook.pytest_runtest_logreport(report=report)",
        "    return True",
    ]
    crash = FIRST + "\n".join(lines) + "\n"
    project.write("conftest.py", "import pytest\n" + raises + crash)
    assert project.run_apart().ret == pytest.ExitCode.TESTS_FAILED
    assert project.verdicts == {"slow": "error", "two-is-two": "holds", "squares-grow": "error"}
    assert "got Failed: Timeout >0.1s, wanted a finding" in project.finding("slow")["error"]["message"]
    assert "got crashed with signal 9, wanted a finding" in project.finding("squares-grow")["error"]["message"]
    assert project.ledger["run"]["complete"]


HEEDING = """
import signal, sys
from probatum.session import early_exit

before = signal.signal(signal.SIGINT, print)
early_exit.forbid()
signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
early_exit.heed()
print(signal.getsignal(signal.SIGINT) is print, signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
"""


def test_what_a_project_does_at_signals_ends_with_the_run(project: Project) -> None:
    result = project.pytester.runpython(project.write("heeding.py", HEEDING))
    assert result.outlines == ["True True"]
