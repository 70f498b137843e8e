"""Continuous integration for the claims in a text: write what a text states, and have it decided.

Names are imported on first use, so that a project without claims pays nothing.
"""

from __future__ import annotations

import typing  # as a whole, since `Any` is a name of this package's own
from importlib import import_module

HOMES = {
    "probatum.authoring.saying": (
        "Passage", "assuming", "decided_for", "drawn_by", "exactly_if", "fails_with", "holds_with",
        "limits", "not_shown", "refuted", "rests_on", "strict_reading_of", "suffices", "true_if",
    ),
    "probatum.authoring.definition": ("Scope",),
    # that each say what took its place
    "probatum.authoring.former": ("Conditional", "Holds", "Refuted", "claim", "not_checkable"),
    "probatum.proposition.kinds": (
        "All", "AlmostAll", "Any", "AtLeast", "AtMost", "Equal", "Exactly", "Exists", "ForAll",
        "Iff", "Multiset", "Orbit", "Property", "Rounded",
    ),
    "probatum.proposition.narrowing": ("after", "integers", "reals"),
    "probatum.proposition.choices": ("Free",),
    "probatum.proposition.measured": ("Measured",),
    "probatum.proposition.limit": ("Limit",),
    "probatum.proposition.relation": ("Eq", "Ge", "Gt", "Le", "Lt", "Ne"),
    "probatum.proposition.exact": ("Choice", "Printed"),
    "probatum.proposition.domains": ("vectors",),
    "probatum.proposition.random": ("Cov", "E", "Var", "average", "noise", "random", "total"),
    "probatum.proposition.products": ("cosine", "dot", "norm"),
    "probatum.proposition.functions": (
        "fixed_point", "functions", "gradient", "inverse", "matrices", "member", "minimizer",
        "operators", "projection", "proximal", "resolvent", "sets", "zero_of",
    ),
    "sympy": ("Abs", "And", "Implies", "Max", "Min", "Not", "Or"),
}  # fmt: skip
ORIGIN = {name: home for home, names in HOMES.items() for name in names}
__all__ = sorted(ORIGIN)
__version__ = "0.1.0"


def __getattr__(name: str) -> typing.Any:
    if name not in ORIGIN:
        raise AttributeError(f"module 'probatum' has no attribute {name!r}")
    return getattr(import_module(ORIGIN[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
