"""Tests that `probatum recheck` sees through ledgers that were forged with a right digest, and never takes long over one."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from probatum.certificates import polynomial
from probatum.certificates.breach import Breach
from probatum.certificates.certificate import Certificate, Sign, Term, problems
from probatum.certificates.polynomial import MOST_PRODUCTS, Polynomial
from probatum.certificates.recheck import main
from probatum.ledger_entries import FORMAT
from probatum.records.ledger import digest_of
from tests.each import each
from tests.general.test_certificates import BROKEN, SQUARE, changed, ledger

PLACES = "wanted each place once"
TERM = ("terms", 0)
ONE = [["1", [0, 0, 0]]]
# What is supposed of a vector x alone, as if it were a number; nothing follows from it.
LINEAR: dict[str, Any] = {
    "variables": ["x"],
    "vectors": [0],
    "hypotheses": [],
    "claims": [[[["1", [0]]], [["1", [1]]]]],
    "terms": [["condition", [["1", [0]]], [["1", [1]]], "x"]],
    "signs": [],
}
# x = (1, 1) breaks <x, x> = x, which says nothing.
LINEARLY_BROKEN: dict[str, Any] = {
    "variables": ["x"],
    "vectors": [0],
    "values": [["1", "1"]],
    "relations": [[[["1", [1]]], ">"]],
}
VECTORS = "vectors stand where they are no inner products"
# |x|² + 2 >= 0 from |x|² >= 1, <x, y> = 0 and <y, y> = t; 3 times 1 is left, and a condition that is not needed.
SUPPOSED: dict[str, Any] = {
    "variables": ["t", "x", "y"],
    "vectors": [1, 2],
    "hypotheses": [[[["1", [1, 0, 0]]], False]],
    "claims": [[[["1", [0, 0, 0]]], [["1", [0, 2, 0]], ["2", [0, 0, 0]]]]],
    "terms": [
        ["condition", [["1", [0, 0, 0]]], [["1", [0, 2, 0]], ["-1", [0, 0, 0]]], "x is long"],
        ["equation", [["-1", [1, 0, 0]]], [["1", [0, 1, 1]]], "x and y are at right angles"],
        ["equation", [["1", [1, 0, 0]]], [["1", [0, 1, 1]]], "once more"],
        ["square", [["3", [0, 0, 0]]], [["1", [0, 0, 0]]], ""],
        ["square", [], [["1", [0, 1, 0]], ["1", [0, 0, 1]]], ""],
    ],
    "signs": [],
}
# t² >= 0 where t is at least zero, as t times t and as a square.
WEAK: dict[str, Any] = {
    "variables": ["t"],
    "vectors": [],
    "hypotheses": [[[["1", [1]]], False], [[], False]],
    "claims": [[[["1", [0]]], [["1", [2]]]]],
    "terms": [["condition", [["1", [1]]], [["1", [1]]], "t"]],
    "signs": [[[["1", [1]]], [["1", [[0, 1]]]], "", False]],
}
BELOW, NONE_POSITIVE = "may be below zero", "no factor of a claim is known to be positive"

FORGED: list[tuple[dict[str, Any], tuple[Any, ...], Any, str]] = [
    (LINEAR, ("vectors",), [0], VECTORS),
    (LINEAR, ("vectors",), [0, 0], PLACES),
    (LINEAR, ("vectors",), [0, -1], "wanted a whole number from 0 on"),
    (LINEAR, ("vectors",), [-1], "wanted a whole number from 0 on"),
    (LINEAR, ("vectors",), [1], "wanted one of 1 places"),
    (LINEAR, ("vectors",), [2], "wanted one of 1 places"),
    (LINEAR, ("vectors",), [False], "wanted a whole number from 0 on"),
    (LINEAR, ("vectors",), [0.0], "wanted a whole number from 0 on"),
    (LINEAR, ("vectors",), ["0"], "wanted a whole number from 0 on"),
    (LINEAR, ("vectors",), "0", "wanted a list"),
    (LINEAR, ("vectors",), {"0": 0}, "wanted a list"),
    (LINEARLY_BROKEN, ("vectors",), [0], VECTORS),
    (LINEARLY_BROKEN, ("vectors",), [0, 0], PLACES),
    (LINEARLY_BROKEN, ("vectors",), [-1, 0], "wanted a whole number from 0 on"),
    (LINEARLY_BROKEN, ("vectors",), [1], "wanted one of 1 places"),
    (SQUARE, ("variables",), ["a", "x", "x"], "wanted variables of different names"),
    (SQUARE, ("variables",), "axy", "wanted a list"),
    (SQUARE, ("variables",), ["a", "x", 7], "wanted a text"),
    (SQUARE, ("hypotheses", 0, 1), "true", "wanted true or false"),
    (SQUARE, ("hypotheses", 0, 1), 1, "wanted true or false"),
    (SQUARE, ("hypotheses",), [], "wanted one of 0 places"),
    (SQUARE, ("hypotheses",), [[[["1", [1, 0, 0]]], True], [[["1", [0, 1, 0]]], True]], "a vector stands in a hypothesis about numbers"),
    (SQUARE, ("claims", 0, 1, 0, 1), [-1, 2, 0], "wanted a whole number from 0 on"),
    (SQUARE, ("claims", 0, 1, 0, 1), [True, 2, 0], "wanted a whole number from 0 on"),
    (SQUARE, ("claims", 0, 1, 0, 1), [1, 2], "wanted 3 exponents"),
    (SQUARE, ("claims", 0, 1, 0, 1), [1, 2, 0, 0], "wanted 3 exponents"),
    (SQUARE, ("claims", 0, 1, 0, 1), "120", "wanted a list"),
    (SQUARE, ("claims", 0, 0, 0, 0), "-1/2", "the factor of a claim may be below zero"),
    (SQUARE, ("claims", 0, 0), [], NONE_POSITIVE),
    (SQUARE, ("claims", 0, 0), [["1", [0, 1, 0]], ["1", [0, 0, 0]]], VECTORS),
    (
        SQUARE,
        ("hypotheses",),
        [[[["1", [1, 0, 0]]], True], [[["1", [0, 1, 0]], ["1", [1, 0, 0]]], True]],
        "a vector stands in a hypothesis about numbers",
    ),
    (SUPPOSED, ("terms", 0, 1, 0, 0), "-1", "the factor of x is long may be below zero"),
    (SUPPOSED, ("terms", 0, 2, 0, 1), [0, 1, 0], VECTORS),
    (SUPPOSED, ("terms", 0, 2, 0, 1), [0, 3, 0], VECTORS),
    (SUPPOSED, ("terms", 1, 1, 0, 1), [0, 1, 0], VECTORS),
    (SUPPOSED, ("terms", 1, 0), "condition", "the factor of x and y are at right angles may be below zero"),
    (SUPPOSED, ("terms", 1, 0), "zero", "the rule 'zero' is not known"),
    (SUPPOSED, ("terms", 3, 2, 0, 1), [0, 2, 0], VECTORS),
    (SUPPOSED, ("terms", 4, 2, 0, 1), [0, 0, 0], VECTORS),
    (WEAK, ("signs", 0, 0, 0, 0), "-1", BELOW),
    (WEAK, ("signs", 0), [[["1", [1]]], [["0", []], ["1", [[0, 1]]]], "", False], BELOW),
    (WEAK, ("terms", 0, 1, 0, 0), "-1", "the two sides of the identity differ"),
    (SQUARE, ("claims", 0, 1, 0), {"1": 0, "2": 0}, "wanted a list"),
    (SQUARE, ("claims", 0, 1, 0, 0), 1, "wanted a text"),
    (SQUARE, ("claims", 0, 1, 0, 0), True, "wanted a text"),
    (SQUARE, ("claims", 0, 1, 0, 0), "1/0", "ZeroDivisionError"),
    (SQUARE, (*TERM, 0), ["square"], "wanted a text"),
    (SQUARE, (*TERM, 2), [["1", [0, 1, 1]]], VECTORS),
    (SQUARE, (*TERM, 1), [["1", [1, 2, 0]]], VECTORS),
    (SQUARE, (*TERM, 0), "equation", VECTORS),
    (SQUARE, ("signs", 0, 1, 0, 1, 0, 0), -1, "wanted a whole number from 0 on"),
    (SQUARE, ("signs", 0, 1, 0, 1, 0, 0), 1, "wanted one of 1 places"),
    (SQUARE, ("signs", 0, 1, 0, 1, 0, 1), -1, "wanted a whole number from 0 on"),
    (SQUARE, ("signs", 0, 1, 0, 0), "0", "the factor of a square may be below zero"),
    (SQUARE, ("signs", 0, 2), None, "wanted a text"),
    (SQUARE, ("signs", 0, 3), "", "wanted true or false"),
    (SQUARE, ("signs", 0), [[["1", [1, 0, 0]]], [], "z3"], "not enough values"),
    (BROKEN, ("variables",), ["a", "x", "x"], "wanted variables of different names"),
    (BROKEN, ("values", 0), ["1/2", "7"], "the values do not belong to the variables"),
    (BROKEN, ("values", 0), [], "the values do not belong to the variables"),
    (BROKEN, ("values", 1), ["1", "0", "0"], "the values do not belong to the variables"),
    (BROKEN, ("values", 1), ["1"], "the values do not belong to the variables"),
    (BROKEN, ("values",), [["1/2"], [], []], "the values do not belong to the variables"),
    (BROKEN, ("values",), [["1/2"], ["1", "0"]], "the values do not belong to the variables"),
    (BROKEN, ("values", 0, 0), 0.5, "wanted a text"),
    (BROKEN, ("values", 0, 0), True, "wanted a text"),
    (BROKEN, ("relations",), [], "the values do not belong to the variables"),
    (BROKEN, ("relations", 0, 1), "≥", "it does not hold"),
    (BROKEN, ("relations", 0, 1), [">"], "wanted a text"),
    (BROKEN, ("relations", 2, 0, 0, 1), [0, 1, 0], VECTORS),
]


@pytest.mark.parametrize(("data", "path", "value", "problem"), FORGED, ids=[f"{number}-{row[1]}" for number, row in enumerate(FORGED)])
def test_what_is_forged_is_wrong(
    data: dict[str, Any], path: tuple[Any, ...], value: Any, problem: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kind = "breach" if "values" in data else "certificate"
    assert main([str(ledger(tmp_path, {"kind": kind, **changed(data, path, value)}))]) == 1
    said = capsys.readouterr().out
    assert problem in said
    assert said.endswith("\n1 checked, 1 wrong\n")


@pytest.mark.parametrize(
    "digits", ["1e9", "1E999999999", " 1", "1\n", "+1", "1_0", "0.5", "١", "1/2/3", "1/-2", "--1", "nan", "inf", "", "9" * 5000]
)
def test_a_number_is_digits(digits: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for kind, data, path in each(
        [
            ("certificate", SQUARE, ("claims", 0, 1, 0, 0)),
            ("certificate", SQUARE, ("signs", 0, 1, 0, 0)),
            ("breach", BROKEN, ("values", 0, 0)),
            ("breach", BROKEN, ("relations", 0, 0, 0, 0)),
        ]
    ):
        assert main([str(ledger(tmp_path, {"kind": kind, **changed(data, path, digits)}))]) == 1
        assert "got ValueError: " in capsys.readouterr().out


@pytest.mark.parametrize("data", [SUPPOSED, WEAK], ids=["vectors", "numbers"])
def test_what_they_are_forged_from_is_right(data: dict[str, Any], tmp_path: Path) -> None:
    assert problems(Certificate.read(data)) == []
    assert main([str(ledger(tmp_path, {"kind": "certificate", **data}))]) == 0


@pytest.mark.parametrize("share", ["-1", "-1/2", "0"])
def test_a_sign_is_shown_by_positive_shares(share: str) -> None:
    """Where t is at least zero, -t is not; and nothing times 1 makes it no more than that."""
    t, less = [["1", [1]]], [[share, [1]]]
    hypotheses = [[t, False]]
    if share == "0":
        sign, factor = [t, [["0", []], ["1", [[0, 1]]]], "", False], t
    else:
        sign, factor = [less, [[share, [[0, 1]]]], "", False], less
    parts = {"hypotheses": hypotheses, "claims": [[factor, []]], "terms": [], "signs": [sign]}
    found = problems(Certificate.read({"variables": ["t"], "vectors": [], **parts}))
    assert found == ["the factor of a claim may be below zero", NONE_POSITIVE]
    assert not Sign(Polynomial(), engine="z3").positive


def test_products_of_too_many_terms_are_not_multiplied_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polynomial, "MOST_PRODUCTS", 4)
    two, five, one = (Polynomial({(power,): Fraction(1) for power in range(size)}) for size in (2, 5, 1))
    assert (two * two).written() == [["1", [2]], ["2", [1]], ["1", [0]]]
    for left, right in each([(one, five), (five, one), (two, five)]):
        with pytest.raises(OverflowError, match="a product of more than 4 terms"):
            left * right


@pytest.mark.parametrize("kind", [Polynomial, Breach, Certificate, Sign, Term])
def test_what_was_checked_stays_as_it_is(kind: type[Any]) -> None:
    made = object.__new__(kind)
    for name in each(field.name for field in fields(kind)):
        with pytest.raises(FrozenInstanceError):
            setattr(made, name, None)
    assert not hasattr(made, "__dict__")


def sign_of(hypothesis: Any, factor: Any, power: int) -> dict[str, Any]:
    """A certificate whose factor is said to be a power of a hypothesis about t."""
    sign = [factor, [["1", [[0, power]]]], "", False]
    parts = {"hypotheses": [[hypothesis, True]], "claims": [[factor, []]], "terms": [], "signs": [sign]}
    return {"kind": "certificate", "variables": ["t"], "vectors": [], **parts}


def test_what_would_take_forever_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    t = [["1", [1]]]
    many = [["1", [power]] for power in range(1 + round(MOST_PRODUCTS**0.5))]
    high = {"kind": "breach", "variables": ["t"], "vectors": [], "values": [["3"]]}
    cases = [
        (sign_of(t, [["1", [10**15]]], 10**15), "the factor of a claim may be below zero"),
        (sign_of(t, [["1", [101]]], 101), "the factor of a claim may be below zero"),
        (sign_of(many, many, 2), "it is too long to be multiplied out"),
        (high | {"relations": [[[["1", [10**9]]], ">"]]}, "it is too long to be calculated"),
        (high | {"relations": [[[["1", [101]]], ">"]]}, "it is too long to be calculated"),
    ]
    for check, problem in each(cases):
        assert main([str(ledger(tmp_path, check))]) == 1
        assert problem in capsys.readouterr().out
    right = [sign_of(t, [["1", [100]]], 100), high | {"relations": [[[["1", [100]]], ">"]]}]
    assert main([str(ledger(tmp_path, *right))]) == 0


def test_what_an_engine_says_of_a_sign_is_no_more_than_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where t is zero, t times a claim says nothing of the claim."""
    for positive, status in each([(False, 1), (True, 0)]):
        sign = [[["1", [1]]], [], "z3", positive]
        claim = [[["1", [1]]], [["-1", [0]]]]
        term = ["equation", [["1", [0]]], [["-1", [1]]], "t = 0"]
        check = {
            "kind": "certificate",
            "variables": ["t"],
            "vectors": [],
            "hypotheses": [],
            "claims": [claim],
            "terms": [term],
            "signs": [sign],
        }
        assert main([str(ledger(tmp_path, check))]) == status
        assert (NONE_POSITIVE in capsys.readouterr().out) is not positive


def test_one_of_several_claims_needs_a_positive_factor() -> None:
    """Of t times a claim and 1 - t times another, one counts at every t; of t and t², none at 0."""
    claim, t, rest = [["1", [0]]], [["1", [1]]], [["1", [0]], ["-1", [1]]]
    hypotheses = [[t, False], [rest, False]]
    signs = [[t, [["1", [[0, 1]]]], "", False], [rest, [["1", [[1, 1]]]], "", False], [[["1", [2]]], [["1", [[0, 2]]]], "", False]]
    for other, total, said in each(
        [
            (rest, [["1", [0]]], []),
            ([["1", [2]]], [["1", [2]], ["1", [1]]], [NONE_POSITIVE]),
        ]
    ):
        terms = [["square", factor, claim, ""] for factor in (t, other)]
        data = {
            "variables": ["t"],
            "vectors": [],
            "hypotheses": hypotheses,
            "claims": [[t, claim], [other, claim]],
            "terms": terms,
            "signs": signs,
        }
        assert problems(Certificate.read(data)) == said, total


NO_LEDGER: dict[str, Any] = {
    "findings that are a text": "",
    "findings that are an object": {},
    "a finding that is none": [None],
    "versions that are a text": [{"id": "a", "versions": "ab"}],
    "versions that are an object": [{"id": "a", "versions": {}}],
    "decisions that are an object": [{"id": "a", "versions": [{"decisions": {}}]}],
    "a decision that is none": [{"id": "a", "versions": [{"decisions": [[]]}]}],
    "checks that are none": [{"id": "a", "versions": [{"decisions": [{"checks": None}]}]}],
    "checks that are a text": [{"id": "a", "versions": [{"decisions": [{"checks": ""}]}]}],
    "checks that are an object": [{"id": "a", "versions": [{"decisions": [{"checks": {}}]}]}],
    "a check that is none": [{"id": "a", "versions": [{"decisions": [{"checks": [3]}]}]}],
    "an unknown kind": [{"id": "a", "versions": [{"decisions": [{"checks": [{"kind": "luck"}]}]}]}],
    "a kind that is none": [{"id": "a", "versions": [{"decisions": [{"checks": [{"kind": []}]}]}]}],
    "a name that is none": [{"id": ["a"], "versions": [{"decisions": [{"checks": [{"kind": "breach"}]}]}]}],
}


@pytest.mark.parametrize("findings", NO_LEDGER.values(), ids=NO_LEDGER)
def test_findings_of_another_shape_are_no_ledger(findings: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ledger.json"
    path.write_text(json.dumps({"format": FORMAT, "documents": [], "findings": findings, "digest": digest_of([], findings)}))
    assert main([str(path)]) == 2
    assert capsys.readouterr().err.endswith(", wanted a ledger\n")


def test_a_huge_message_is_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nested: list[Any] = []
    for _ in range(300):
        nested = [nested, "x" * 1000]
    assert main([str(ledger(tmp_path, {"kind": "certificate", **changed(SQUARE, ("claims", 0, 1, 0, 0), nested)}))]) == 1
    assert len(capsys.readouterr().out) < 500
