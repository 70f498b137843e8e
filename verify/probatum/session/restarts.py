"""Lets a pool start its process anew only so often: one that never comes to a claim would be
replaced for ever.
"""

from __future__ import annotations

import multiprocessing
from multiprocessing.process import BaseProcess
from typing import Any

from probatum.session.current_part import CurrentPart
from probatum.session.parent import keep_running, method

MOST_STARTS = 5  # in a row, of processes that come to no claim


class FewStarts:
    """The context by which a pool starts processes, which note their current part as soon as they
    begin with a claim.
    """

    def __init__(self, part: CurrentPart) -> None:
        self.context: Any = multiprocessing.get_context(method())
        self.part = part
        self.heard, self.left = 0.0, MOST_STARTS

    def __getattr__(self, name: str) -> Any:
        return getattr(self.context, name)

    def Process(self, *arguments: Any, **options: Any) -> BaseProcess:  # noqa: N802 -- multiprocessing's name
        """A process to be started; raises OSError, which pebble takes for a broken pool,
        where too many came to no claim.
        """
        heard, before = self.part.since.value, self.heard
        self.heard, self.left = heard, (self.left if heard == before else MOST_STARTS) - 1
        if self.left < 0:
            raise OSError(f"got {MOST_STARTS} processes that ended before they began with a claim")
        keep_running()
        process: BaseProcess = self.context.Process(*arguments, **options)
        return process
