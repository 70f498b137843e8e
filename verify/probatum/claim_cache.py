"""What functions found while one claim was decided: kept for that claim, and forgotten before the
next, so that a claim is decided the same after any others, and in any process.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from sympy.core import random
from sympy.core.cache import clear_cache

if TYPE_CHECKING:
    from functools import _lru_cache_wrapper

Found = TypeVar("Found")
SEED = 0
_all: list[_lru_cache_wrapper[object]] = []


def cached_for_claim(maxsize: int) -> Callable[[Callable[..., Found]], _lru_cache_wrapper[Found]]:
    """Keep as many results of a function. What it finds may hang on what work was left when it was
    asked: `functools.lru_cache` is for what hangs on its arguments alone.
    """

    def caching(function: Callable[..., Found]) -> _lru_cache_wrapper[Found]:
        made = lru_cache(maxsize)(function)
        _all.append(made)
        return made

    return caching


def forget() -> None:
    """Forget all results of all functions, and SymPy's: what it knows takes no work again."""
    for each in _all:
        each.cache_clear()
    clear_cache()
    draw_anew()


def draw_anew() -> None:
    """Have SymPy draw from here on what it draws in any process: it seeds its generators by
    chance.
    """
    for generator in (random.rng, random._assumptions_rng):
        generator.seed(SEED)
