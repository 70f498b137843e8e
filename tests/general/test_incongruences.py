"""Tests of proofs by residues as data: right ones pass, each wrong number is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from probatum.certificates.incongruence import Incongruence, problems
from probatum.certificates.recheck import main
from tests.each import each
from tests.general.test_certificates import changed, ledger

# n^2 - 2 k^2 = 5, modulo 8.
SQUARES = {
    "modulus": 8,
    "numbers": [["n", None, 0], ["k", None, 0]],
    "relations": [[[["1", [2, 0]], ["-2", [0, 2]], ["-5", [0, 0]]], 0, True]],
}
# n is no multiple of 3, and n^2 + k^2 = 3 m.
DIVIDED = {
    "modulus": 3,
    "numbers": [["n", None, 0], ["k", None, 0], ["m", None, 0]],
    "relations": [[[["1", [2, 0, 0]], ["1", [0, 2, 0]], ["-3", [0, 0, 1]]], 0, True], [[["1", [1, 0, 0]]], 3, False]],
}
# 2^n n = 8 k + 2 for n from 3 on.
POWERS = {
    "modulus": 8,
    "numbers": [["n", None, 3], ["n", "2", 3], ["k", None, 0]],
    "relations": [[[["1", [1, 1, 0]], ["-8", [0, 0, 1]], ["-2", [0, 0, 0]]], 0, True]],
}
SATISFIED = "residues modulo {} satisfy all relations"
WRONG = [
    (SQUARES, ("modulus",), 7, SATISFIED.format(7)),
    (SQUARES, ("modulus",), 4, SATISFIED.format(4)),
    (SQUARES, ("modulus",), 1, "there is no modulus, or no relation"),
    (SQUARES, ("relations",), [], "there is no modulus, or no relation"),
    (SQUARES, ("relations", 0, 0, 2, 0), "-7", SATISFIED.format(8)),
    (SQUARES, ("relations", 0, 0, 0, 1), [1, 0], SATISFIED.format(8)),
    (SQUARES, ("relations", 0, 0, 0, 0), "1/2", "a coefficient is no integer"),
    (SQUARES, ("relations", 0, 1), 3, "the modulus is no multiple of a divisor"),
    (SQUARES, ("relations", 0, 1), 2, SATISFIED.format(8)),
    (SQUARES, ("relations", 0, 2), False, "what is not 0 has residues of all kinds"),
    (SQUARES, ("numbers", 1, 0), "n", "a number is named twice"),
    (SQUARES, ("modulus",), 210, "it is too long to be checked: more than 20000 cases"),
    (SQUARES, ("modulus",), 10**12, "it is too long to be checked: more than 20000 cases"),
    (DIVIDED, ("relations", 1, 2), True, SATISFIED.format(3)),
    (DIVIDED, ("relations", 0, 0, 1, 0), "2", SATISFIED.format(3)),
    (POWERS, ("numbers", 1, 2), 2, "an exponent begins at two places"),
    (POWERS, ("numbers", 1, 1), "3", SATISFIED.format(8)),
    (POWERS, ("numbers", 0), ["m", None, 0], None),
    (POWERS, ("numbers",), [["n", None, 1], ["n", "2", 1], ["k", None, 0]], SATISFIED.format(8)),
    (SQUARES, ("numbers", 0, 1), "1/2", "got ValueError: got 1/2, wanted an integer as text"),
    (SQUARES, ("numbers", 0, 2), -1, "got ValueError: got -1, wanted a whole number from 0 on"),
    (SQUARES, ("numbers", 0, 1), 2, "got ValueError: got 2, wanted a text"),
    (SQUARES, ("relations", 0, 2), 1, "got ValueError: got 1, wanted true or false"),
]


def test_right_ones_pass_and_are_written_as_they_were_read() -> None:
    for data in each([SQUARES, DIVIDED, POWERS]):
        proof = Incongruence.read(data)
        assert problems(proof) == []
        assert proof.written() == data


@pytest.mark.parametrize(("data", "path", "value", "problem"), WRONG, ids=[f"{row[1]}={row[2]}" for row in WRONG])
def test_each_wrong_number_is_seen(
    data: dict[str, Any], path: tuple[Any, ...], value: Any, problem: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = {"kind": "incongruence", **changed(data, path, value)}
    assert main([str(ledger(tmp_path, wrong))]) == (1 if problem else 0)
    assert f"a-claim: incongruence: {problem or 'right'}\n" in capsys.readouterr().out
