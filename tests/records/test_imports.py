"""Tests of imports that are followed by reading sources."""

from __future__ import annotations

from pathlib import Path

from probatum.records.imports import Following


def test_a_package_that_is_not_there_is_followed_no_further(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text("try:\n    import nowhere_at_all.inner\nexcept ImportError:\n    pass\n", encoding="utf-8")
    assert Following(tmp_path / "nothing").below([module])[module].files == frozenset()
