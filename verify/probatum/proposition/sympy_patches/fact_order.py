"""Has SymPy ask after what it could conclude a fact from in the same order in any process: it takes
the names from a set, where they lie by their hashes, and shuffles them, which takes a while.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

assumptions: Any = import_module("sympy.core.assumptions")  # a function of SymPy's hides the module


def sort(names: list[str]) -> None:
    """Put the names of facts in order."""
    names.sort()


def correct() -> None:
    """Have SymPy sort them from now on."""
    assumptions.shuffle = sort
