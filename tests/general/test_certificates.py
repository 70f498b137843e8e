"""Tests of certificates and exact counterexamples: right ones pass, each wrong number is seen, and no library is needed."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from probatum.certificates import breach, certificate, recheck
from probatum.certificates.breach import Breach
from probatum.certificates.certificate import Certificate
from probatum.certificates.matrix import is_positive_semidefinite, squares
from probatum.certificates.polynomial import Polynomial
from probatum.certificates.recheck import main
from probatum.ledger_entries import FORMAT
from probatum.records.ledger import LARGEST, digest_of
from tests.each import each

# a, then x and y as vectors: |x|^2 - 2a<x, y> + a^2|y|^2 >= 0 for every a, as one square; from a > 0 also a|x - y|^2 >= 0.
SQUARE = {
    "variables": ["a", "x", "y"],
    "vectors": [1, 2],
    "hypotheses": [[[["1", [1, 0, 0]]], True]],
    "claims": [[[["1", [0, 0, 0]]], [["1", [1, 2, 0]], ["-2", [1, 1, 1]], ["1", [1, 0, 2]]]]],
    "terms": [["square", [["1", [1, 0, 0]]], [["1", [0, 1, 0]], ["-1", [0, 0, 1]]], ""]],
    "signs": [[[["1", [1, 0, 0]]], [["1", [[0, 1]]]], "", False]],
}
# x = (1, 0), y = (0, 1) and a = 1/2 break |x|^2 <= a <y, y>.
BROKEN = {
    "variables": ["a", "x", "y"],
    "vectors": [1, 2],
    "values": [["1/2"], ["1", "0"], ["0", "1"]],
    "relations": [[[["1", [1, 0, 0]]], ">"], [[["1", [1, 0, 2]], ["-1", [0, 2, 0]]], "<"], [[["1", [0, 1, 1]]], "="]],
}


def said(kind: str, data: dict[str, Any]) -> list[str]:
    """What is wrong with data of a kind."""
    return certificate.problems(Certificate.read(data)) if kind == "certificate" else breach.problems(Breach.read(data))


def test_right_ones_pass_and_are_written_as_they_were_read() -> None:
    assert said("certificate", SQUARE) == said("breach", BROKEN) == []
    assert Certificate.read(SQUARE).written() == SQUARE
    assert Breach.read(BROKEN).written() == BROKEN


WRONG = [
    (("claims", 0, 1, 0, 0), "2", "the two sides of the identity differ"),
    (("terms", 0, 2, 1, 0), "1", "the two sides of the identity differ"),
    (("claims", 0, 0, 0, 0), "-1", "the factor of a claim may be below zero"),
    (("terms", 0, 1, 0, 0), "-1", "the factor of a square may be below zero"),
    (("terms", 0, 0), "luck", "the rule 'luck' is not known"),
    (("terms", 0, 0), "condition", "vectors stand where they are no inner products"),
    (("signs", 0, 1, 0, 0), "-1", "the factor of a square may be below zero"),
    (("signs", 0, 1, 0, 1, 0, 1), 2, "the factor of a square may be below zero"),
    (("signs",), [], "the factor of a square may be below zero"),
    (("vectors",), [0, 1, 2], "vectors stand where they are no inner products"),
    (("claims",), [], "no factor of a claim is known to be positive"),
]


def changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The data with another value in one place."""
    made = copy.deepcopy(data)
    place = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return made


@pytest.mark.parametrize(("path", "value", "problem"), WRONG, ids=[f"{path}={value}" for path, value, _ in WRONG])
def test_each_wrong_number_of_a_certificate_is_seen(path: tuple[Any, ...], value: Any, problem: str) -> None:
    assert problem in said("certificate", changed(SQUARE, path, value))


@pytest.mark.parametrize(
    "path", [("values", 0, 0), ("values", 1, 0), ("values", 2, 0), ("relations", 1, 1), ("relations", 1, 0, 1, 0)], ids=str
)
def test_each_wrong_number_of_a_counterexample_is_seen(path: tuple[Any, ...]) -> None:
    value = "=" if path == ("relations", 1, 1) else "1/9" if path == ("values", 1, 0) else "5" if path[:2] != ("values", 0) else "-3"
    assert said("breach", changed(BROKEN, path, value)) != []


def test_a_sign_left_to_an_engine_is_taken_on_its_word() -> None:
    trusting = changed(SQUARE, ("signs", 0), [[["1", [1, 0, 0]]], [], "z3", False])
    assert said("certificate", trusting) == []


def test_a_matrix_is_positive_semidefinite_where_it_is_a_sum_of_squares() -> None:
    cases = [
        ([[1, 1], [1, 1]], True),
        ([[0, 0], [0, 2]], True),
        ([[0, 1], [1, 0]], False),
        ([[0, 0], [0, -1]], False),
        ([[2, 3], [3, 4]], False),
    ]
    for rows, answer in each(cases):
        matrix = [[Fraction(entry) for entry in row] for row in rows]
        assert is_positive_semidefinite(matrix) is answer, rows
    found = squares([[Fraction(2), Fraction(1)], [Fraction(1), Fraction(1)]])
    assert found == [(Fraction(2), [Fraction(1), Fraction(1, 2)]), (Fraction(1, 2), [Fraction(0), Fraction(1)])]
    others: list[list[list[int]]] = [[[1, 2], [3, 4]], [[1, 3], [2, 4]], [[1, 2]], [[1], [1]], [[1, 2], [2, 1], [0, 0]], [[]]]
    for other in each(others):
        with pytest.raises(ValueError, match="got a matrix that is not symmetric, wanted a symmetric one"):
            squares([[Fraction(entry) for entry in row] for row in other])


def test_polynomials_are_multiplied_and_evaluated_exactly() -> None:
    both = Polynomial.read([["1/3", [1, 0]], ["-1", [0, 1]]], 2)
    assert (both * both).written() == [["1/9", [2, 0]], ["-2/3", [1, 1]], ["1", [0, 2]]]
    assert (both - both).terms == {}
    assert both.at([Fraction(1, 2), Fraction(1, 7)]) == Fraction(1, 42)
    alone = Polynomial.read([["1", [1]]], 1)
    with pytest.raises(ValueError, match="shorter than argument 1"):
        both * alone
    with pytest.raises(ValueError, match="longer than argument 1"):
        both.at([Fraction(1)])
    with pytest.raises(ValueError, match="wanted 2 exponents"):
        Polynomial.read([["1", [1]]], 2)


def ledger(tmp_path: Path, *checks: dict[str, Any], name: str = "a-claim") -> Path:
    """A ledger with these checks."""
    path = tmp_path / "ledger.json"
    finding = {"id": name, "versions": [{"decisions": [{"checks": list(checks)}, {}]}]}
    path.write_text(json.dumps({"format": FORMAT, "documents": [], "findings": [finding], "digest": digest_of([], [finding])}))
    return path


def test_recheck_says_of_each_whether_it_is_right(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    right = {"kind": "certificate", **SQUARE}, {"kind": "breach", **BROKEN}
    assert main([str(ledger(tmp_path, *right))]) == 0
    assert capsys.readouterr().out == "a-claim: certificate: right\na-claim: breach: right\n2 checked, 0 wrong\n"
    wrong = {"kind": "certificate", **changed(SQUARE, ("claims", 0, 1, 0, 0), "2")}
    assert main([str(ledger(tmp_path, wrong))]) == 1
    assert "a-claim: certificate: the two sides of the identity differ\n1 checked, 1 wrong" in capsys.readouterr().out
    trusting = {"kind": "certificate", **changed(SQUARE, ("signs", 0), [[["1", [1, 0, 0]]], [], "z3", False])}
    assert main([str(ledger(tmp_path, trusting))]) == 0
    assert "right; the signs of factors rest on z3" in capsys.readouterr().out
    assert main([str(ledger(tmp_path, {"kind": "certificate"}))]) == 1
    assert "got KeyError: 'variables'" in capsys.readouterr().out


HOSTILE: dict[str, Any] = {
    "no object": [],
    "no findings": {"findings": 7},
    "no finding": {"findings": [None]},
    "no versions": {"findings": [{"versions": "ab"}]},
    "no decision": {"findings": [{"id": "a", "versions": [{"decisions": [[]]}]}]},
    "no check": {"findings": [{"id": "a", "versions": [{"decisions": [{"checks": [3]}]}]}]},
    "unknown kind": {"findings": [{"id": "a", "versions": [{"decisions": [{"checks": [{"kind": "\x1b[2J"}]}]}]}]},
    "no kind": {"findings": [{"id": "a", "versions": [{"decisions": [{"checks": [{"kind": []}]}]}]}]},
}


def test_recheck_refuses_what_is_no_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "none.json"
    for text in each([None, *map(json.dumps, HOSTILE.values()), "[" * 10**5, '"\\ud800', "9" * 10**5]):
        path.unlink(missing_ok=True) if text is None else path.write_text(text)
        assert main([str(path)]) == 2, text
        said = capsys.readouterr().err
        assert said.strip().isprintable(), said
        assert said.startswith("probatum recheck: ")
        assert said.endswith(", wanted a ledger\n")
    path = ledger(tmp_path)
    monkeypatch.setattr(recheck, "LARGEST", len(path.read_bytes()))
    assert main([str(path)]) == 0
    monkeypatch.setattr(recheck, "LARGEST", 9)
    assert main([str(path)]) == 2
    assert "got ValueError: more than 9 bytes, wanted a ledger" in capsys.readouterr().err


def test_recheck_refuses_what_the_other_commands_refuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (recheck.FORMAT, recheck.LARGEST) == (FORMAT, LARGEST)
    path = ledger(tmp_path, {"kind": "certificate", **SQUARE})
    text = path.read_text()
    digest = json.loads(text)["digest"]
    assert main([str(path)]) == 0
    broken = {
        "the format 8": text.replace(f'"format": {FORMAT}', '"format": 8').encode(),
        f"the format '{FORMAT}'": text.replace(f'"format": {FORMAT}', f'"format": "{FORMAT}"').encode(),
        "the format 6": text.replace(f'"format": {FORMAT}', '"format": 6').encode(),
        "changed after they were written": text.replace("a-claim", "another").encode(),
        "that were changed after": text.replace(digest, "0" * 64).encode(),
        "findings that were changed": text.replace(digest, "f" * 64).encode(),
        "a name that an object has twice": text.replace('{"format"', '{"findings": [], "format"').encode(),
        "not JSON compliant": text.replace('"documents": []', '"documents": [1e400]').encode(),
        "got ValueError: NaN": text.replace('"documents": []', '"run": NaN, "documents": []').encode(),
        "UnicodeDecodeError": text.encode("utf-16"),
    }
    for said, raw in each(broken.items()):
        path.write_bytes(raw)
        assert main([str(path)]) == 2, said
        assert said in capsys.readouterr().err


def test_recheck_prints_nothing_that_steers_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = ledger(tmp_path, {"kind": "certificate"}, name="\x1b[2J\ud800")
    assert main([str(path)]) == 1
    assert capsys.readouterr().out.startswith("\\x1b[2J\\ud800: certificate: got KeyError")


def test_recheck_needs_no_library() -> None:
    program = (
        "import sys, probatum.certificates.recheck; "
        "print([name for name in ('sympy', 'z3', 'numpy', 'flint', 'cvc5', 'clarabel', 'scipy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
