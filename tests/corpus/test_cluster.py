"""A corpus is verified on a Dask cluster as by a run of its own: the same ledgers, and a document that ends its worker stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.corpus.corpus import Corpus
from tests.project import HEADER

EXTRA = pytest.importorskip("distributed", reason="the extra `dask` is not installed: make test-peers")
# the process of a survey, the parent of all such, its reaper, the worker of Dask
POISON = """
import os, signal
found = os.getpid()
for _ in range(3):
    found = int(next(line for line in open(f"/proc/{found}/status") if line.startswith("PPid")).split()[1])
os.kill(found, signal.SIGKILL)
"""


def test_the_ledgers_are_the_same_and_a_poisonous_document_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corpus = Corpus(tmp_path)
    for name in ("alpha", "beta", "gamma"):
        corpus.document(name)
    assert corpus.verify("--decide", "all") == 0
    alone = corpus.bytes("ledger.json", "index.jsonl")
    assert len(alone) == 4
    assert corpus.verify("--decide", "all", "--on", "dask", "--workers", "2") == 0
    assert corpus.bytes("ledger.json", "index.jsonl") == alone
    corpus.document("poison", header=POISON + HEADER)
    assert corpus.verify("--decide", "all", "--on", "dask", "--workers", "1") == 1
    assert corpus.bytes("ledger.json") == {name: raw for name, raw in alone.items() if name != "index.jsonl"}
    (problem,) = corpus.lines["poison"]["problems"]
    assert problem == "got KilledWorker, wanted findings"
