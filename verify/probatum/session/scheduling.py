"""Deals claims out to workers: claims that use the same modules meet in one process,
which imports and computes for all of them once.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from threading import Lock
from types import ModuleType
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Group(Generic[T]):
    """The tasks of one module of claims, in their order, and the names of the modules that it
    uses.
    """

    def __init__(self, uses: Iterable[str], tasks: Iterable[T] = ()) -> None:
        self.uses = frozenset(uses)
        self.tasks = deque(tasks)


class Deal(Generic[T]):
    """Who decides what: each worker takes group after group, and where none is left helps another
    out, from the end.
    """

    def __init__(self, groups: Iterable[Group[T]], workers: int) -> None:
        self.waiting = [group for group in groups if group.tasks]
        self.taken: list[list[Group[T]]] = [[] for _ in range(workers)]
        self.busy: set[int] = set()
        self.apart: deque[T] = deque()
        self.lock = Lock()

    def again(self, task: T) -> None:
        """Deal a task once more, when all others are done: it, or one beside it,
        ended all workers at once.
        """
        with self.lock:
            self.apart.append(task)

    def next(self, worker: int) -> T | None:
        """The worker's next task; None where all are dealt."""
        with self.lock:
            self.busy.discard(worker)
            task = self._next(worker)
            if task is None and self.apart and not self.busy:
                task = self.apart.popleft()
            self.busy |= set() if task is None else {worker}
            return task

    def _next(self, worker: int) -> T | None:
        mine = self.taken[worker]
        if not (mine and mine[-1].tasks) and self.waiting:
            best = max(self.waiting, key=lambda group: self._nearness(group, worker))
            self.waiting.remove(best)
            mine.append(best)
        if mine and mine[-1].tasks:
            return mine[-1].tasks.popleft()
        longest = max(
            (group for groups in self.taken for group in groups),
            key=lambda group: len(group.tasks),
            default=None,
        )
        return longest.tasks.pop() if longest and longest.tasks else None

    def _nearness(self, group: Group[T], worker: int) -> int:
        """How many modules a group shares with what the worker has had,
        less those that it shares with what another has.
        """
        shared = [
            len(group.uses & frozenset().union(*(other.uses for other in groups)))
            for groups in self.taken
        ]
        return shared.pop(worker) - max(shared, default=0)


def used(names: dict[str, Any]) -> set[str]:
    """The names of the modules whose modules, functions and classes are among a module's names."""
    found = (
        value.__name__ if isinstance(value, ModuleType) else getattr(value, "__module__", None)
        for value in names.values()
    )
    return {name for name in found if isinstance(name, str)} - {str(names.get("__name__"))}
