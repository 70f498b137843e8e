"""Tests of findings: each verdict and each kind of proposition from a claim's function to its record, and what goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
import sympy
from hypothesis import strategies as st

from probatum.authoring.expectation import Conditional, Refuted
from probatum.decide import registry
from probatum.decision import Decision, Outcome
from probatum.judge.finding import find
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded
from probatum.proposition.relation import Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property
from tests.each import each
from tests.made import PATH, beats, claim_of, finding_of, message

x, y, z, rate, small, large = reals("x y z rate small large")
n = integers("n")
EIGENVALUES = Multiset((2, 50))
SHARP = rate < 2 / (small + large)
ADMITTED = sympy.And(small > 0, small < large, rate > 0, rate < 2 / large)


def double(value: Any = 4) -> Any:
    """True as it stands."""
    return Equal(2 + 2, value)


def means(order: Any = Le) -> Any:
    """True of two numbers; of more, it takes a reduction."""
    return ForAll((x, y), then=order(2 * x * y, x**2 + y**2))


def squares(relation: Any = Gt) -> Any:
    """False as it stands: of 1/2, say."""
    return ForAll(x, given=Gt(x, 0), then=relation(x**2, x))


def fastest(order: Any = Lt) -> Any:
    """The example of the design."""
    return ForAll((rate, small, large), given=ADMITTED, then=order(sympy.Abs(1 - rate * large), sympy.Abs(1 - rate * small)))


def bound(bound: Any = 2) -> Any:
    """False beyond the bound."""
    return ForAll(x, given=Gt(x, 0), then=Lt(x, bound))


def test_holds() -> None:
    finding = finding_of(double)
    assert (finding["verdict"], finding["strength"], finding["as_expected"]) == ("holds", "proved", True)
    assert finding["reason"] == "True as stated: proved by FLINT and z3."
    assert [(control["name"], control["turned"]) for control in finding["controls"]] == [("value up", True), ("value down", True)]
    assert finding["facts"] == [{"name": "value", "role": "result", "value": "4", "use": "exact value"}]
    assert finding["error"] is None


def test_conditional_and_sharp() -> None:
    finding = finding_of(fastest, expect=Conditional(SHARP, sharp=True))
    assert (finding["verdict"], finding["strength"], finding["as_expected"]) == ("conditional", "proved", True)
    assert [(version["role"], version["truth"]) for version in finding["versions"]] == [
        ("stated", "false"),
        ("conditioned", "true"),
        ("outside", "true"),
    ]
    assert [control["turned"] for control in finding["controls"]] == [True]
    stated = finding["versions"][0]["decisions"]
    assert any(decision["counterexample"] for decision in stated)


def test_conditional_with_a_weaker_condition() -> None:
    finding = finding_of(squares, expect=Conditional(Gt(x, 2), weaker=Gt(x, sympy.Rational(1, 2)), wording="beyond two"))
    assert (finding["verdict"], finding["as_expected"]) == ("conditional", True)
    assert [(version["role"], version["truth"]) for version in finding["versions"]] == [
        ("stated", "false"),
        ("conditioned", "true"),
        ("weaker", "false"),
    ]
    assert finding["versions"][1]["wording"].startswith("beyond two")


@pytest.mark.parametrize(
    ("expect", "verdict", "reason"),
    [
        (Conditional(Gt(x, 2), sharp=True), "survived", "Not sharp: at x = 2 the condition fails and the statement holds."),
        (Conditional(Gt(x, 2), weaker=Gt(x, 1)), "survived", "Not needed: the statement holds under the weaker condition, too."),
        (Conditional(Gt(x, 2), weaker=Lt(x, 1)), "undecided", "Not weaker: at x = 3 the condition holds and the one named as weaker fails"),
        (Conditional(Gt(x, sympy.Rational(1, 2)), sharp=True), "undecided", "False as stated, and false under the condition too."),
        (Conditional(Lt(x, -1), sharp=True), "vacuous", "False as stated, and nothing is left under the condition."),
    ],
    ids=str,
)
def test_a_wrong_condition_is_not_green(expect: Any, verdict: str, reason: str) -> None:
    finding = finding_of(squares, expect=expect)
    assert (finding["verdict"], finding["as_expected"]) == (verdict, False)
    assert finding["reason"].startswith(reason)


def test_a_condition_speaks_of_parameters_only() -> None:
    assert "condition: got the variable y, wanted parameters only: x" in message(squares, expect=Conditional(Gt(y, 2), sharp=True))
    wrong = message(lambda value=5: Equal(4, value), expect=Conditional(Gt(x, 2), sharp=True))
    assert "condition: got a Equal, wanted a ForAll whose variables the condition restricts" in wrong


def test_refuted_with_other_facts() -> None:
    finding = finding_of(lambda value=5: Equal(2 + 2, value), expect=Refuted("It is four.", {"value": 4}))
    assert (finding["verdict"], finding["strength"], finding["as_expected"]) == ("refuted", "proved", True)
    assert [(version["role"], version["truth"], version["wording"]) for version in finding["versions"]] == [
        ("stated", "false", ""),
        ("corrected", "true", "It is four."),
    ]
    assert [(control["name"], control["turned"]) for control in finding["controls"]] == [("value up", True), ("value down", True)]


def test_refuted_with_another_statement() -> None:
    def corrected(relation: Any = Ge) -> Any:
        return ForAll(n, then=relation(n**2, n))

    finding = finding_of(squares, expect=Refuted("Of integers, it is at least as large.", corrected))
    assert (finding["verdict"], finding["as_expected"]) == ("refuted", True)
    assert [control["change"] for control in finding["controls"]] == ["relation = ≤ (stated: ≥)"]


def test_refuted_without_a_correction_is_red() -> None:
    finding = finding_of(squares)
    assert (finding["verdict"], finding["as_expected"], finding["expected"]["verdict"]) == ("refuted", False, "holds")


@pytest.mark.parametrize("corrected", [{"value": 6}, lambda value=6: Equal(2 + 2, value)], ids=["facts", "function"])
def test_a_wrong_correction_is_not_green(corrected: Any) -> None:
    finding = finding_of(lambda value=5: Equal(2 + 2, value), expect=Refuted("It is six.", corrected))
    assert (finding["verdict"], finding["reason"]) == ("undecided", "False as stated, and false as corrected too.")


def test_undecided() -> None:
    finding = finding_of(lambda relation=Lt: ForAll(x, then=relation(beats(x), 2)))
    assert (finding["verdict"], finding["strength"], finding["as_expected"]) == ("undecided", None, False)


def test_vacuous() -> None:
    finding = finding_of(lambda relation=Lt: ForAll(x, given=sympy.And(Gt(x, 1), Lt(x, 0)), then=relation(x, 5)))
    assert (finding["verdict"], finding["as_expected"]) == ("vacuous", False)


def test_survived() -> None:
    finding = finding_of(lambda value=4, *, extra=1: Equal(2 + 2, value + 0 * extra), controls={"extra": {"extra": 2}})
    assert (finding["verdict"], finding["as_expected"]) == ("survived", False)
    assert finding["reason"] == "A control did not turn: extra."
    assert [(control["name"], control["origin"], control["turned"]) for control in finding["controls"]][-1] == ("extra", "named", False)


def test_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    def saying(outcome: Outcome) -> Any:
        return SimpleNamespace(
            NAME=str(outcome), ENGINE=f"{outcome}!", takes=lambda _: True, decide=lambda *_: Decision(str(outcome), outcome, "says so")
        )

    monkeypatch.setattr(registry, "DECIDERS", (saying(Outcome.PROVED), saying(Outcome.REFUTED)))
    finding = finding_of(double)
    assert (finding["verdict"], finding["as_expected"]) == ("conflict", False)
    assert finding["reason"] == "Two deciders disagree: a fault of the engine, not of the text."


def test_error_names_the_point_at_which_the_statement_is_undefined() -> None:
    text = message(lambda relation=Lt: ForAll(x, then=relation(1 / x, 1)))
    assert text.endswith("claim 'a-claim': the hypotheses admit a point at which the proposition is undefined: x = 0")


Row = tuple[Callable[..., Any], dict[str, Any], str]
KINDS: dict[str, Row] = {
    "Equal": (double, {}, "proved"),
    "Rounded": (lambda digits="3.14": Rounded(sympy.pi, digits), {}, "enclosed"),
    "ForAll": (lambda order=Gt: ForAll(x, then=order(x**2 + 1, 0)), {}, "proved"),
    "Exists": (lambda order=Gt: Exists(x, then=ForAll(y, then=order(y**2, x))), {}, "proved"),
    "nested": (lambda order=Gt: ForAll(x, then=Exists(y, given=Ge(y, 0), then=order(y, x))), {"still_true": {"order reversed": ""}}, ""),
    "Orbit": (lambda order=Gt, *, step="0.5": Orbit(x, 1, step * x, then=order(x, 0)), {"controls": {"back": {"step": "-0.5"}}}, "proved"),
    "AlmostAll": (lambda relation=Ne: AlmostAll((x, y), then=relation(x, y)), {}, "proved"),
    "All": (lambda value=4, bound=5: All(Equal(2 + 2, value), Lt(2 + 2, bound)), {}, "proved"),
    "Property": (
        lambda *, most=100: Property({"k": st.integers(0, 100)}, lambda k: bool(k <= most), "Small numbers are small."),
        {"controls": {"too small": {"most": 99}}},
        "sampled",
    ),
}


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "nested"])
def test_each_kind_of_proposition(kind: str) -> None:
    function, more, strength = KINDS[kind]
    finding = finding_of(function, **more)
    assert (finding["kind"], finding["verdict"], finding["strength"]) == (kind, "holds", strength), finding["reason"]
    assert finding["controls"]
    assert all(control["turned"] for control in each(finding["controls"]))


def test_a_sample_is_no_proof_of_a_formula() -> None:
    finding = finding_of(lambda order=Lt: ForAll(x, then=order(beats(x), 2)))
    assert (finding["verdict"], finding["reason"]) == ("undecided", "Only sampled, where enclosed is needed.")
    more = finding_of(lambda order=Lt: ForAll(x, given=Gt(x, 0), then=order(sympy.sin(x), x)), scope="Of some numbers.")
    assert more["verdict"] == "undecided"


def test_a_special_case_needs_its_reduction() -> None:
    case = {"scope": "Two numbers for many."}
    general = "Of the general statement only a special case is decided"
    assert finding_of(double, **case)["reason"] == f"{general}, and no reduction to it, where enclosed is needed."
    reduced = finding_of(means, **case, reduction=lambda: ForAll((x, y, z), then=Le(2 * x * y, x**2 + y**2 + z**2)))
    assert (reduced["verdict"], reduced["versions"][-1]["role"]) == ("holds", "reduction")
    wrong = finding_of(means, **case, reduction=lambda: ForAll((x, y, z), then=Le(2 * x * y, x**2 + y**2 - z**2)))
    assert (wrong["verdict"], wrong["reason"]) == ("undecided", f"{general}, where enclosed is needed: its reduction is not decided true.")


@pytest.mark.parametrize("reduction", [lambda: Equal(1, 1), lambda: Equal(2 + 2, 4), lambda: ForAll(x, then=Lt(1, 2))], ids=["1", "4", "x"])
def test_a_reduction_without_variables_reduces_nothing(reduction: Any) -> None:
    text = message(double, scope="Two numbers for many.", reduction=reduction)
    assert text.endswith("reduction: got a statement without variables, wanted one from which the general case follows")


def test_reasons_are_decided_and_composed() -> None:
    because = [("by AM-GM", Lt(x, x + 1)), ("and one more", Le(x + 1, x + 2))]
    finding = finding_of(lambda order=Lt: ForAll(x, then=order(x, x + 2)), because=because)
    assert finding["verdict"] == "holds"
    assert finding["why"]["composed"]
    assert [(link["reason"], link["truth"]) for link in finding["why"]["links"]] == [("by AM-GM", "true"), ("and one more", "true")]
    broken = finding_of(lambda order=Lt: ForAll(x, then=order(x, x + 2)), because=[("up", Lt(x, x + 1)), ("down", Lt(x + 1, x))])
    assert (broken["verdict"], broken["reason"]) == ("undecided", "The reasoning breaks: link 2 of 2 ('down') is not decided true.")


def test_harmless_changes_are_listed_with_their_reason() -> None:
    def statement(most: Any = 5) -> Any:
        return ForAll(x, given=sympy.And(Ge(x, 0), Le(x, 1)), then=Le(x, most))

    plain = finding_of(statement)
    assert [(control["name"], control["slack"]) for control in plain["controls"]] == [("most tightened", "tenth")]
    listed = finding_of(statement, still_true={"four": ({"most": 4}, "Four is enough.")})
    assert listed["verdict"] == "holds"
    assert listed["still_true"] == [{"name": "four", "reason": "Four is enough.", "truth": "true"}]
    wrong = finding_of(statement, still_true={"half": ({"most": "0.5"}, "Half is enough.")})
    assert (wrong["verdict"], wrong["reason"]) == ("undecided", "Listed as still true, but not decided true: half.")
    unknown = message(statement, still_true={"four": "Four is enough."})
    assert "holds_with: got 'four', wanted a derived control (most tightened), or other facts" in unknown


@pytest.mark.parametrize(
    ("function", "more", "wanted"),
    [
        (lambda value=4: None, {}, "<lambda>(): got NoneType 'None', wanted a relation or a proposition"),
        (lambda value=4: value, {}, "<lambda>(): got Integer '4', wanted a relation or a proposition"),
        (lambda value=4: value == 4, {}, "<lambda>(): got the truth value True, wanted a relation"),
        (lambda value=4: dict[str, Any]()["missing"], {}, "got KeyError: 'missing', wanted a proposition"),
        (lambda value=4: ForAll(x, then=Lt(x, y)), {}, "<lambda>(): got the free variable y, wanted "),
        (lambda value=4: Equal(0.5, value), {}, "Equal: got the float 0.5, wanted an exact number: write it as printed, '0.5'"),
        (lambda value=4: Lt(0.5 * x, value), {}, "Lt: got the float 0.500000000000000 in 0.5*x, wanted exact numbers only"),
        (lambda value=0.5: Equal(1, value), {}, "fact 'value': got the float 0.5, wanted an exact number: write it as printed, '0.5'"),
        (lambda value=4: ForAll(x, then=x > 0 and x < value), {}, "got TypeError: cannot determine truth value of Relational"),
        (lambda value=4: ForAll(x, then=0 < x < value), {}, "write And(...), Or(...), Not(...))"),
        (lambda value=4: ForAll(x, then=x == value), {}, "ForAll: then=: got the truth value False, wanted a relation: `and`, `==`"),
        (lambda *, value=4: Equal(4, value), {}, "got no control, wanted at least one: a result before `*` that the engine can change"),
        (double, {"id": "Not A Name"}, "id: got 'Not A Name', wanted lower-case words joined by hyphens"),
        (double, {"wording": ""}, "got no docstring, wanted what it says in words as its docstring"),
        (double, {"wording": r"$\frac{1$"}, "which does not render"),
        (
            double,
            {"controls": {"same": {"value": 4}}},
            "fails_with 'same': got {'value': 4}, wanted at least one fact to differ from the claim",
        ),
        (double, {"controls": {"typo": {"valeu": 5}}}, "fails_with 'typo': got the fact 'valeu', wanted one of value"),
        (double, {"expect": Refuted("It is four.", {"value": 4})}, "wanted at least one fact to differ from the claim"),
        (double, {"reading_of": 5}, "@strict_reading_of: got 5, wanted a str"),
        (double, {"scope": ""}, "Scope: got '', wanted a sentence"),
        (double, {"assumes": ["$"]}, "assumes: got an odd number of $"),
        (double, {"because": [5]}, "because: got 5, wanted pairs of words and a relation or proposition"),
        (double, {"because": [("why", 6)]}, "because: got 6, wanted pairs of words and a relation or proposition"),
        (double, {"because": [("$", Lt(1, 2))]}, "because: words: got an odd number of $"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_bad_input_is_an_error_of_its_claim(function: Any, more: dict[str, Any], wanted: str) -> None:
    finding = finding_of(function, **more)
    assert (finding["verdict"], finding["strength"], finding["as_expected"]) == ("error", None, False)
    text = finding["error"]["message"]
    assert wanted in text
    assert text.startswith(f"{PATH}:{function.__code__.co_firstlineno}: claim {more.get('id', 'a-claim')!r}: ")


MALFORMED: dict[str, dict[str, Any]] = {
    "a control without a name": {"controls": {5: {"value": 5}}},
    "a control without a fact": {"controls": {"slower": {}}},
    "assumes is a number": {"assumes": 5},
    "still true, and no reason": {"still_true": {"same": ""}},
    "scope is a number": {"scope": 5},
}


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_definition_raises_nothing(name: str) -> None:
    assert claim_of(double, **MALFORMED[name]).defect is not None


def test_an_error_names_the_line_that_raised() -> None:
    def crashing(value: Any = 4) -> Any:
        text = "no number"
        return Equal(int(text), value)

    line = crashing.__code__.co_firstlineno + 2
    assert message(crashing).startswith(f"{PATH}:{line}: claim 'a-claim': got ValueError: invalid literal")


def test_a_claim_that_leaves_is_an_error() -> None:
    def leaving(value: Any = 4) -> Any:
        raise SystemExit(0)

    assert "got SystemExit: 0, wanted a proposition" in message(leaving)


def test_what_was_decided_before_an_error_is_kept() -> None:
    finding = finding_of(double, still_true={"unknown": "It is harmless."})
    assert finding["verdict"] == "error"
    assert [version["role"] for version in finding["versions"]] == ["stated"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_is_a_function_of_its_claim(kind: str) -> None:
    function, more, _ = KINDS[kind]
    assert finding_of(function, **more) == finding_of(function, **more)


def test_a_finding_says_where_it_comes_from() -> None:
    finding = finding_of(double, assumes="Numbers are integers.", not_shown=["Anything else."], rests_on=["another"], implied=True)
    assert (finding["id"], finding["document"], finding["at"]) == ("a-claim", "sums", "opening.1")
    assert (finding["assumes"], finding["not_shown"], finding["rests_on"]) == (["Numbers are integers."], ["Anything else."], ["another"])
    assert finding["said"] == "implied"
    assert finding["source"]["path"] == PATH
    assert finding["source"]["code"].startswith("def double(value: Any = 4)")
    assert finding["repeat"] == f"pytest {PATH}::double"


def test_idle_hypotheses_are_reported() -> None:
    finding = finding_of(lambda order=Gt: ForAll((x, y), given=sympy.And(Gt(x, 1), Lt(y, 7)), then=order(x**2, x)))
    assert finding["versions"][0]["idle"] == ["y < 7"]
    assert finding["verdict"] == "holds"


def test_the_next_state_reads_as_such() -> None:
    finding = finding_of(lambda order=Lt: Orbit(x, 1, x / 2, then=order(after(x), x)))
    assert "at every step x′ < x" in finding["versions"][0]["statement"]["sentence"]


def test_multisets_are_facts_too() -> None:
    finding = finding_of(lambda values=(2, 50): Equal(Multiset((49 + 1, 2)), values))
    assert (finding["verdict"], [control["name"] for control in finding["controls"]]) == (
        "holds",
        ["values[0] up", "values[0] down", "values[1] up", "values[1] down"],
    )


def test_a_predicate_may_compare_with_a_fact() -> None:
    function = lambda *, most=100: Property({"k": st.integers(0, 100)}, lambda k: k <= most, "Small.")  # noqa: E731
    assert finding_of(function, controls={"too small": {"most": 99}})["verdict"] == "holds"


def test_a_multiset_as_a_result_gets_controls() -> None:
    assert finding_of(lambda values=EIGENVALUES: Equal(Multiset((49 + 1, 2)), values))["verdict"] == "holds"


def test_a_tightened_bound_tells_its_slack() -> None:
    def statement(most: Any = "1.05") -> Any:
        return ForAll(x, given=sympy.And(Ge(x, 0), Le(x, 1)), then=Le(x, most))

    assert [control["slack"] for control in finding_of(statement)["controls"]] == ["10 %"]


def test_what_cannot_be_written_down_is_an_error_with_what_can(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwritable(statement: Any) -> Any:
        raise RecursionError("too deep")

    monkeypatch.setattr("probatum.judge.telling.record.statement", unwritable)
    finding = finding_of(double)
    assert (finding["verdict"], finding["versions"], finding["id"]) == ("error", [], "a-claim")
    assert finding["error"]["message"].endswith("got RecursionError: too deep, wanted a proposition")


def test_what_was_decided_before_an_error_stays_in_the_finding() -> None:
    def reasons_of_nothing() -> Any:
        raise ValueError("no reason")

    claim = claim_of(double)
    found = find(replace(claim, because=reasons_of_nothing), "sums", PATH)
    assert found["error"] is not None
    assert "got ValueError: no reason" in found["error"]["message"]
    assert [(version["role"], version["truth"]) for version in found["versions"]] == [("stated", "true")]
    assert (found["kind"], found["controls"]) == ("Equal", [])
