"""The corpora that benchmarks make: the same for the same seed, of claims that come out as they were made."""

from __future__ import annotations

from pathlib import Path
from random import Random

from benchmarks.corpus import LEFT_OUT, of_elementary, of_families, rows, with_fact, write_document
from benchmarks.pair import ELEMENTARY

from probatum.authoring.as_written.transcription import transcribed
from tests.corpus.corpus import Corpus
from tests.each import each


def written(folder: Path, seed: int) -> dict[str, str]:
    """A document of eight claims, by file."""
    write_document(folder, seed, 8)
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_a_seed_makes_one_document_and_another_another(tmp_path: Path) -> None:
    first = written(tmp_path / "one" / "d1", 0)
    assert first.keys() == {"outline.toml", "passages.lock", "elementary.py", "families.py", "answer.md", "pyproject.toml"}
    assert written(tmp_path / "two" / "d1", 0) == first
    assert written(tmp_path / "three" / "d1", 1)["families.py"] != first["families.py"]
    assert written(tmp_path / "one" / "d2", 0)["families.py"] != first["families.py"]


def test_a_document_comes_out_as_it_was_made(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path)
    write_document(corpus.folder / "d1", 0, 8)
    assert corpus.verify("--decide", "all") == 0
    assert corpus.lines["d1"]["findings"] == 8
    assert corpus.lines["d1"]["verdicts"].keys() == {"holds", "refuted"}


def test_what_is_made_is_source() -> None:
    for made in (of_elementary, of_families):
        stated = made(Random(3))
        for _, claim in each(zip(range(300), stated, strict=False)):
            transcribed(claim.written("a.1"), "claim.py")


def test_what_is_left_out_is_there() -> None:
    assert {says for says, _, _ in rows(ELEMENTARY.read_text(encoding="utf-8"))} > LEFT_OUT


def test_what_a_claim_asserts_is_its_relation_its_right_side_or_its_digits() -> None:
    told = {
        "ForAll(x, given=x > 0, then=Le(x, x + 1))": "relation=Le",
        "Equal(1 + 1, 2 * y)": "value=2 * y",
        'Rounded(sqrt(2), "1.4")': "digits='1.4'",
    }
    for source, facts in each(told.items()):
        stated = with_fact("a", "b", source)
        assert stated is not None
        assert stated.facts == facts
    assert with_fact("a", "b", "Exists(x, then=Eq(x, 1))") is None
