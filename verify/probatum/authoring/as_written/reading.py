"""Text that an author's module has read as Python, by whatever name it calls what reads it, keeps
what is written there.
"""

from __future__ import annotations

import builtins
import os
import sys
from types import FrameType

from probatum.authoring.as_written.transcription import HOMES, MODULES, TEXT, transcribed_part
from probatum.type_names import Authored, Function

HERE = os.path.dirname(__file__) + os.sep


def as_code(text: object, name: str, path: str = TEXT) -> object:
    """What eval or exec reads, such that it keeps what is written."""
    if not isinstance(text, str):
        return text
    return transcribed_part(text.lstrip(" \t") if name == "eval" else text, name, path)


def with_names(known: dict[str, object] | None) -> dict[str, object] | None:
    """The names that eval or exec is given, with those that its code calls."""
    if known is not None:
        package = sys.modules[__package__]
        known |= {home: getattr(package, name) for home, name in zip(HOMES, MODULES, strict=True)}
    return known


def reading(function: Authored) -> Function | None:
    """What is called in place of what reads text as Python; None for any other."""
    if function is builtins.compile:
        return _compiled
    if function is not builtins.eval and function is not builtins.exec:
        return None
    run: Function = function

    def read(text: object, globals: Authored = None, locals: Authored = None) -> object:
        frame = _calling()
        names = (frame.f_globals, frame.f_locals) if globals is None else (globals, globals)
        own = names[1] if locals is None else locals
        return run(as_code(text, run.__name__), with_names(names[0]), own)

    return read


def _compiled(
    source: object, filename: str, mode: str, flags: int = 0, *rest: int, **options: int
) -> object:
    if flags or mode not in ("eval", "exec") or not isinstance(source, str):
        plain: Function = compile
        return plain(source, filename, mode, flags, *rest, **options)
    return as_code(source, mode, filename)


def _calling() -> FrameType:
    """The frame of the author's code that calls, which no function here is."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_code.co_filename.startswith(HERE):
        frame = frame.f_back
    return frame
