"""What is read off sources without running them: once for each content, and kept between runs."""

from __future__ import annotations

import hashlib
import inspect
import json
import sys
from collections.abc import Callable, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TypeVar

from probatum.type_names import Json

MOST = 4096  # contents that are kept, those asked for last
Read = TypeVar("Read")


class ParsedSources:
    """What functions read off the bytes of sources; each must say plain data, the same for the
    same bytes.
    """

    def __init__(self, earlier: Json = None) -> None:
        self.earlier = _whole(earlier)
        self.asked: dict[str, Json] = {}

    def of(self, source: bytes, read: Callable[[bytes], Read]) -> Read:
        """What `read` says of a source; it is asked where it never was, as it is written now."""
        name = f"{_version(read)} {hashlib.sha256(source).hexdigest()}"
        if name not in self.asked:
            self.asked[name] = self.earlier[name] if name in self.earlier else read(source)
        found: Read = self.asked[name]
        return found

    def kept(self) -> Json:
        """What to keep for later runs, as plain data."""
        both = {name: said for name, said in self.earlier.items() if name not in self.asked}
        both |= self.asked
        last = dict(islice(both.items(), max(len(both) - MOST, 0), None))
        return {"read": last, "digest": _digest(last)}


def _whole(data: Json) -> Mapping[str, Json]:
    """What an earlier run kept; nothing where it was changed since."""
    if not isinstance(data, dict) or not isinstance(read := data.get("read"), dict):
        return {}
    return read if data.get("digest") == _digest(read) else {}


def _digest(data: Json) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


@cache
def _version(read: Callable[[bytes], object]) -> str:
    """A function by its name, its module as it stands in the file, and the interpreter."""
    home = Path(inspect.getfile(read)).read_bytes() + sys.version.encode()
    return f"{read.__name__} {hashlib.sha256(home).hexdigest()[:16]}"
