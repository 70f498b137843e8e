"""Goes through all claims of the repository: each comes out as its author recorded, and every control turns its claim."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy
import pytest

from probatum.authoring.census import census, claim_files
from probatum.authoring.command import outline
from probatum.authoring.outline import read_outline
from probatum.authoring.passages import doubts, read_record
from probatum.session.stash import RECORDER
from tests.each import each
from tests.schema import check_records

ROOT = Path(__file__).parents[2]


def found(output: Path, *more: str, **environment: str) -> dict[str, Any]:
    """The ledger of a run of the claims."""
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:probatum_reports", "-o", f"probatum_output={output}", *more]
    command = [sys.executable, "-m", "pytest", *options, "claims"]
    done = subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False)
    assert (output / "ledger.json").is_file(), done.stdout + done.stderr
    data: dict[str, Any] = json.loads((output / "ledger.json").read_text(encoding="utf-8"))
    return data


@pytest.fixture(scope="module")
def ledger(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What this very run has found, where it has decided all claims by now; else what a run of its own finds."""
    recorder = request.config.stash.get(RECORDER, None)
    if recorder is not None and len(recorder.findings) == len(census(claim_files([ROOT / "claims"]))):
        return dict(recorder.found())
    return found(tmp_path_factory.mktemp("probatum"))


def test_all_claims_are_decided(ledger: dict[str, Any]) -> None:
    assert len(ledger["findings"]) == len(census(claim_files([ROOT / "claims"])))
    assert ledger["run"]["complete"] is True


@pytest.mark.skipif(platform.machine() not in ("x86_64", "AMD64"), reason="other processors cannot be told to be older ones")
def test_an_older_processor_measures_the_same(ledger: dict[str, Any], tmp_path: Path) -> None:
    """Its last digits are others: linear algebra and elementary functions have their own code for each processor."""
    extensions = numpy.show_config(mode="dicts")["SIMD Extensions"].get("found", [])
    older = {"OPENBLAS_CORETYPE": "Nehalem", "NPY_DISABLE_CPU_FEATURES": " ".join(extensions)}
    measured = found(tmp_path, "-m", "measured", **older)["findings"]
    assert len(measured) > 20
    names = {finding["id"] for finding in measured}
    assert measured == [finding for finding in ledger["findings"] if finding["id"] in names]


def test_every_claim_comes_out_as_expected(ledger: dict[str, Any]) -> None:
    wrong = {
        finding["id"]: f"{finding['verdict']}, expected {finding['expected']['verdict']}: {finding['error'] or finding['reason']}"
        for finding in ledger["findings"]
        if finding["verdict"] != finding["expected"]["verdict"] or not finding["as_expected"]
    }
    assert wrong == {}


def test_every_control_turns_its_claim(ledger: dict[str, Any]) -> None:
    survivors = {
        finding["id"]: [control["name"] for control in finding["controls"] if not control["turned"] or control["truth"] != "false"]
        for finding in ledger["findings"]
    }
    assert {name: left for name, left in survivors.items() if left} == {}
    origins = Counter(control["origin"] for finding in ledger["findings"] for control in finding["controls"])
    assert origins["derived"] > len(ledger["findings"]) / 2, "most claims have a result that the engine can change"


def test_every_claim_has_something_that_can_break_it(ledger: dict[str, Any]) -> None:
    """Of a claim that is conditional or refuted, the statement itself was refuted."""
    bare = [finding["id"] for finding in ledger["findings"] if finding["verdict"] == "holds" and not finding["controls"]]
    assert bare == []
    for finding in each(ledger["findings"]):
        if finding["verdict"] in ("conditional", "refuted"):
            assert finding["versions"][0]["truth"] == "false", finding["id"]


def test_no_result_is_left_out_of_its_statement(ledger: dict[str, Any]) -> None:
    unseen = [
        f"{finding['id']}: {fact['name']}"
        for finding in ledger["findings"]
        for fact in finding["facts"]
        if fact["use"] == "not seen in the statement"
    ]
    assert unseen == []


def test_the_records_are_as_the_schema_says(ledger: dict[str, Any]) -> None:
    check_records(ledger)


def test_the_words_that_the_claims_were_written_for_are_recorded_from_the_text() -> None:
    """A record that a run writes where it finds none knows no sketches, and what the claims were written for is not in it."""
    folder = ROOT / "claims" / "normalization"
    record = read_record(folder)
    assert record is not None
    assert [passage.id for passage in each(record.passages) if not passage.sketch or not passage.is_reviewed] == []
    assert doubts(read_outline(folder), record, "outline.toml") == {}
    assert outline(["--update", str(folder / "outline.toml"), "--check"]) == 0
