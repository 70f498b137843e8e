"""Tests that what comes next has one place: a toy of each is added to a copy of the project, and nothing else is touched."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, ClassVar

import pytest
import sympy

from probatum.decide import deciding, registry
from probatum.decision import Decision, Outcome
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import Stated, free_symbols, leaves, rewrite, subpropositions, substitute
from probatum.proposition.relation import Gt, Lt
from probatum.proposition.subjects.coercion import reals
from tests import growth
from tests.each import each
from tests.test_architecture import LONGEST

ROOT = Path(__file__).parents[1]
x, y, z = reals("x y z")


@dataclass(frozen=True, slots=True)
class Between(Stated):
    """A toy kind: for all `inner` between two ends, `then`."""

    inside: ClassVar = ("low", "high", "then")
    inner: sympy.Symbol
    low: sympy.Expr
    high: sympy.Expr
    then: Any

    def bound(self, part: str) -> tuple[sympy.Symbol, ...]:
        return (self.inner,) if part == "then" else ()


TOY = Between(x, y, z + x, ForAll((), then=Gt(x, y)))


def test_walkers_ask_a_new_kind_what_it_contains_and_binds() -> None:
    assert free_symbols(Between(x, y, z, Gt(x, 0))) == {y, z}
    assert free_symbols(TOY) == {x, y, z}  # the upper end speaks of an x outside
    assert (TOY.binds, list(leaves(TOY))) == ({x}, [y, z + x, sympy.true, Gt(x, y)])
    assert list(subpropositions(TOY)) == [TOY, TOY.then]


def test_a_new_kind_is_rewritten_without_any_change_elsewhere() -> None:
    assert substitute(TOY, {y: z}) == Between(x, z, z + x, ForAll((), then=Gt(x, z)))
    assert rewrite(TOY, lambda part: part) == TOY


def toy_engine(outcome: Outcome) -> Any:
    """An engine that takes one statement, and says of it what it was made to say."""
    return SimpleNamespace(
        NAME="toy",
        ENGINE="a toy",
        takes=lambda statement: isinstance(statement, ForAll) and statement.variables == (x, y),
        decide=lambda statement, ask: Decision("toy", outcome, "as a toy says"),
    )


@pytest.mark.parametrize("outcome", [Outcome.PROVED, Outcome.UNDECIDED])
def test_a_new_engine_is_one_row(monkeypatch: pytest.MonkeyPatch, outcome: Outcome) -> None:
    monkeypatch.setattr(registry, "DECIDERS", (toy_engine(outcome), *registry.DECIDERS))
    found = deciding.decide(ForAll((x, y), given=Lt(0, x), then=Gt(x + y**2, 0)))
    assert ("a toy" in found.agreeing) is (outcome is Outcome.PROVED)
    assert [(decision.engine, decision.outcome) for decision in found.decisions if decision.decider == "toy"] == [("a toy", outcome)]
    alone = deciding.decide(ForAll(x, then=Gt(x**2, -1)))
    assert "toy" not in [decision.decider for decision in alone.decisions]


# What is said and decided in the copy, in a process of its own: one claim with a toy field, and statements for the others.
CLAIMS = '''
import json
import pydoc
from pathlib import Path

import probatum
from _pytest.config import _prepareconfig
from probatum import Equal, ForAll, Ge, Le, Lt, Neither, Passage, assuming, dated, functions, instead_of, reals, since, vectors
from probatum.authoring.declarations import claim_of
from probatum.decide.shared.second_engine import asked_again
from probatum.decide.deciding import decide
from probatum.judge.finding import find
from probatum.errors import ProbatumError
from probatum.lowering.rewriting.halves import TOY
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.records.validation import problem
from probatum.records.ledger import assemble
from probatum.records.provenance import versions
from probatum.settings import plays
from probatum_reports.content.reasons import in_words
from probatum_reports.content.edition import Edition
from probatum_reports.formats.page import write_pages
from probatum_reports.words.terms import BY_NAME as TERMS
from probatum_reports.words.verdicts import BY_NAME

x = reals("x")
place = Passage("opening.1")


@place.states
@assuming("Numbers are real.")
@dated("in the year 1999", "and later")
@instead_of("neither-is-so")
@since(1998)
def neither_is_so(below=Lt):
    """One more than a square is not below zero, nor is every number below its square."""
    return Neither(ForAll(x, then=below(x**2 + 1, 0)), ForAll(x, then=Lt(x, x**2)))


@place.states
def no_sentence():
    """A toy."""
    return Equal(1, 1)


@place.states
@dated("an odd $")
def misread():
    """Another toy."""
    return Equal(1, 1)


def bare():
    """A third toy."""
    return Equal(1, 1)


undated = []
for values in (["1998"], [True], [-5], [], [1, 2]):
    made = type(bare)(bare.__code__, globals(), f"undated{len(undated)}")
    made.__doc__ = bare.__doc__
    undated.append(place.states(since(*values)(made)))


def refused(make):
    try:
        return make()
    except ProbatumError as error:
        return [error.slug, str(error)]


v, w = vectors("v w")
f = functions("f", tame=x)
halfway = (f(v) + f(w)) / 2
finding = find(claim_of(neither_is_so), "toys", "toys.py")
both = Neither(Equal(1 + 1, 2), Equal(1, 2))
halves = decide(ForAll(x, given=Ge(x, 0), then=Lt(TOY(x), x + 1)))
passages = [{"id": "opening.1", "sha256": "0" * 64, "roles": ["claim"], "gist": "Toys"}]
sections = [{"id": "opening", "title": "Opening", "passages": passages}]
document = {"id": "toys", "title": "Toys", "url": "https://example.org", "licence": "CC0", "revision": "1"}
document |= {"sections": sections, "not_checkable": [], "answer": "Yes."}
run = {"selected": 1, "total": 1, "complete": True, "versions": {}, "commit": None}
ledger = assemble([document], [finding], run)
toy = json.loads(json.dumps(ledger))
toy["findings"][0] |= {"verdict": "toy", "strength": "played"}
toy["findings"][0]["versions"][0] |= {"role": "played", "truth": "playful", "strength": "played"}
print(json.dumps({
    "home": probatum.__file__,
    "finding": finding,
    "kind": [str(decide(both).truth), sentence_of(both), latex_of(both)],
    "theorem": [str(halves.truth), [str(one.reason) for one in halves.carrying]],
    "engine": sorted({one.engine for one in decide(Equal(1 + 1, 2)).decisions}),
    "again": [one.engine for one in asked_again(ForAll(x, then=Lt(0, x)))],
    "read": [in_words(["Credulous"])[0][0], TERMS["engine"].meaning],
    "versions": versions(),
    "ledger": problem(ledger),
    "word": [problem(toy), BY_NAME["toy"].counted, write_pages(Edition(toy), Path("toy")).read_text(encoding="utf-8")],
    "option": [plays(_prepareconfig(arguments).option) for arguments in ([], ["--claims-toy"])],
    "class": [str(decide(ForAll((x, f, v, w), then=then)).truth) for then in (Le(f((v + w) / 2), halfway), Lt(f((v + w) / 2), halfway))],
    "classes": [sentence_of(ForAll((x, f, v), then=Le(f(v), f(v) + 1))), refused(lambda: functions("g", tame=-1))],
    "malformed": [refused(lambda: ForAll(x, then=1999)), find(claim_of(no_sentence), "toys", "toys.py")["error"]],
    "help": pydoc.plain(pydoc.render_doc(probatum)),
    "misread": str(claim_of(misread).defect),
    "no year": [str(claim_of(made).defect) for made in undated],
    "page": write_pages(Edition(ledger), Path()).read_text(encoding="utf-8"),
}))
'''


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What is said in a copy of the project that has one more of each."""
    root = tmp_path_factory.mktemp("grown")
    for package in (growth.ENGINE, growth.PAGE):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    for addition in growth.ADDITIONS:
        addition.put(root)
    (root / "toys.py").write_text(CLAIMS, encoding="utf-8")
    path = os.pathsep.join(str(root / package.partition("/")[0]) for package in (growth.ENGINE, growth.PAGE))
    done = subprocess.run(
        [sys.executable, "toys.py"], cwd=root, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert Path(said["home"]).is_relative_to(root)
    said["long"] = [path.name for path in each(root.rglob("*.py")) if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST]
    return said


def test_no_module_is_too_long_for_what_is_added(grown: Any) -> None:
    assert grown["long"] == []


def test_a_new_kind_that_joins_is_decided_read_and_judged(grown: Any) -> None:
    finding = grown["finding"]
    assert (finding["kind"], finding["verdict"], finding["as_expected"]) == ("Neither", "holds", True)
    assert grown["kind"] == ["false", "2 = 2; nor 1 = 2.", r"2 = 2 \quad \text{nor} \quad 1 = 2"]


def test_a_new_theorem_leads_on_and_is_named(grown: Any) -> None:
    truth, reasons = grown["theorem"]
    assert truth == "true"
    assert [reason for reason in reasons if reason.endswith("(by Toys as halves (nowhere, section 1))")] == each(reasons)


def test_a_new_engine_is_asked(grown: Any) -> None:
    assert "a toy" in grown["engine"]


def test_another_smt_engine_is_asked_again_and_named_to_readers(grown: Any) -> None:
    assert grown["again"] == ["Credulous", "cvc5"]
    assert [said for said in grown["read"] if "Credulous" in said] == each(grown["read"])
    assert "tomlkit" in grown["versions"]


def test_a_new_field_of_a_claim_reaches_ledger_and_card(grown: Any) -> None:
    assert (grown["finding"]["dated"], grown["finding"]["replaces"]) == (["in the year 1999", "and later"], ["neither-is-so"])
    assert grown["ledger"] == ""
    assert "<dt>Said</dt><dd>in the year 1999</dd><dd>and later</dd>" in grown["page"]
    assert re.search(r'<dt>Instead of</dt><dd><a [^>]*href="#neither-is-so"', grown["page"])


def test_a_new_field_of_a_claim_is_public_and_checked(grown: Any) -> None:
    assert re.search(r"dated\(\*values.*\n +When it was said\.\n", grown["help"])
    assert grown["misread"] == "dated: got an odd number of $ in 'an odd $', wanted each formula between two"


def test_a_new_field_that_is_no_text_is_checked(grown: Any) -> None:
    assert grown["no year"] == [
        f"@since: got {got}, wanted a whole number from 0 on" for got in ("'1998'", "True", "-5", "nothing", "1, 2")
    ]


def test_a_new_field_that_is_no_text_reaches_ledger_and_card(grown: Any) -> None:
    assert grown["finding"]["since"] == 1998
    assert "<dt>Since</dt><dd>1998</dd>" in grown["page"]


def test_new_words_are_known_to_ledger_and_page(grown: Any) -> None:
    problem, counted, page = grown["word"]
    assert (problem, counted) == ("", "toys")
    assert re.search(r'<span class="stamp">a toy played\b', page)
    assert "As children play: true in play (played)" in page


@pytest.mark.parametrize("addition", growth.DECLARED, ids=lambda addition: addition.what)
def test_what_is_declared_is_declared_once(addition: growth.Addition) -> None:
    assert len(addition.touched) == 1


def test_a_new_option_is_asked_for_on_the_command_line(grown: Any) -> None:
    assert grown["option"] == [False, True]


def test_a_new_function_class_is_decided_read_and_refused(grown: Any) -> None:
    assert grown["class"] == ["true", "false"]
    said, (slug, problem) = grown["classes"]
    assert "-tame functions" in said
    assert (slug, problem) == ("malformed", "functions: got tame=-1, wanted a positive number")


def test_a_new_error_of_a_malformed_claim_is_told_by_its_slug(grown: Any) -> None:
    (slug, problem), fault = grown["malformed"]
    assert (slug, problem.endswith("got a toy, wanted a relation"), fault["slug"]) == ("a-toy", True, "a-toy")


@pytest.mark.parametrize("addition", growth.ADDITIONS, ids=lambda addition: addition.what)
def test_contributing_names_each_file_that_an_addition_takes(addition: growth.Addition) -> None:
    named = set(re.findall(r"`((?:verify|reports)/[\w/.]+)`", row_of(addition.what)))
    new = {path.rpartition("/")[0] for path in addition.files}
    assert {*addition.lines, *new} == named


def test_the_readme_names_each_option() -> None:
    declared = re.findall(r'"(--[a-z-]+)"', (ROOT / growth.ENGINE / "plugin.py").read_text(encoding="utf-8"))
    named = re.findall(r"^\| `(--[a-z-]+)", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert [option for option in each(declared) if option not in named] == []


def row_of(what: str) -> str:
    """What CONTRIBUTING says of where something new goes."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Where does my change go?")[1].split("\n## ")[0]
    (row,) = re.findall(rf"^\| {what} \| (.+) \|$", table, flags=re.MULTILINE)
    return str(row)


def test_contributing_says_where_a_change_goes() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Where does my change go?")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (an? [^|]+?) \| (.+) \|$", table, flags=re.MULTILINE)
    assert {name for name, _ in rows} >= {"a kind", "a theorem", "an engine", "a certificate"}
    named = re.findall(r"`((?:verify|reports|tests)/[\w/.]+)`", table)
    for path in each(named):
        assert (ROOT / path).exists(), path
