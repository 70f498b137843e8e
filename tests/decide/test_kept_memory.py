"""Tests that memory which one context of z3 gives back serves the next."""

from __future__ import annotations

import ctypes
import sys

import pytest
import z3

import probatum.engines.solvers.smt  # noqa: F401 -- it has the memory kept
from probatum.engines.solvers import kept_memory

if sys.platform != "linux":
    pytest.skip("memory is kept on Linux alone", allow_module_level=True)
if not hasattr(ctypes.CDLL(None), "mallopt"):
    pytest.skip("the C library is not GNU's", allow_module_level=True)


def pages_of_a_context() -> int:
    """How many pages the system hands out for one."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    z3.Context()
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def test_what_one_context_gives_back_serves_the_next() -> None:
    pages_of_a_context()
    assert min(pages_of_a_context() for _ in range(3)) < 500  # of 4000


def test_another_c_library_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda name: object())
    kept_memory.keep_memory()


def test_another_system_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(ctypes, "CDLL", asked.append)
    monkeypatch.setattr(sys, "platform", "win32")
    kept_memory.keep_memory()
    assert not asked
