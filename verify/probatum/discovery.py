"""Finds what modules of a package declare, so that what is new there needs no row in a list
elsewhere.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).parent
OFFERS = re.compile(rb"\n__all__ = (\([^)]*\))")


def declaring(package: str, name: str) -> Iterator[ModuleType]:
    """The modules of a package that define a name at their left margin, in the order of their
    paths. Others are not imported: some bring in what is rarely needed.
    """
    defines = re.compile(rb"\n%s\b *[:=]" % name.encode())
    for module, source in _sources(package):
        if defines.search(source):
            yield import_module(module)


def offered(package: str) -> dict[str, str]:
    """The names that modules of a package offer to authors, each with its module: what stands in
    their `__all__`. No module is imported for it.
    """
    found = ((module, OFFERS.search(source)) for module, source in _sources(package))
    return {
        name: module
        for module, names in found
        if names is not None
        for name in ast.literal_eval(names[1].decode())
    }


def _sources(package: str) -> Iterator[tuple[str, bytes]]:
    """The modules of a package and of its subpackages, with what stands in them."""
    for path in sorted(HERE.joinpath(*package.split(".")[1:]).iterdir()):
        module = f"{package}.{path.stem}"
        if path.suffix == ".py" and path.stem.isidentifier() and path.stem != "__init__":
            yield module, path.read_bytes()
        elif (path / "__init__.py").is_file():
            yield from _sources(module)
