"""What goes to a worker, and what comes back: a claim by name, and its finding."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.entries import Finding
from probatum.session.tracking.watching import Used


@dataclass(frozen=True, slots=True)
class Task:
    """A claim by name, so that a worker finds it by importing its module."""

    module: str
    file: str
    function: str
    document: str
    path: str
    folder: str
    import_path: tuple[str, ...]
    seconds: float
    megabytes: int


Answer = tuple[
    Finding, float, Used | None
]  # the finding, the seconds of processor time that it took, and what it used
Measured = tuple[
    Answer, bool
]  # and whether the claim left its worker in a state that no other should find
