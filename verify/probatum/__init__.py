"""Continuous integration for the claims in a text: write what a text states, and have it decided.

A claim is a function that returns a proposition, below the passage that says so:

    x = reals("x")
    passage = Passage("answer-1.rescaling.12")

    @passage.states
    def exponential_above_its_tangent(above=Ge):
        '''The exponential lies above its tangent at zero.'''
        return ForAll(x, then=above(exp(x), 1 + x))

`pytest claims` decides it. `help(probatum.ForAll)` says more of a name; all of these are here:

a claim       Passage .states .implies .not_checkable, exactly_if true_if refuted
              has_no_value undecided_so_far minimum_strength,
              decided_for Scope strict_reading_of limits holds_with fails_with drawn_by,
              and the functions below; on the claim: .because .corrected
variables     reals integers complexes vectors functions operators sets matrices random
              noise features
complex       modulus conjugate; Eq Ne; z.real and z.imag are real variables
propositions  ForAll Exists AlmostAll Eventually ForSmall Equal Rounded Orbit Property Measured
joined        All Any Iff Exactly AtLeast AtMost
in words      about close_to smallest largest
conditions    Eq Ne Lt Le Gt Ge And Or Not Implies
numbers       Abs Max Min Limit Printed Choice Multiset after; all else comes from SymPy
vectors       dot norm cosine
spectra       has_eigenvalues spectral_radius largest_root orthogonal rotation reflection
functions     gradient minimizer proximal projection member inverse resolvent zero_of fixed_point
expectations  E P Var Cov total average
experiments   Measured Free

Their manuals: docs/tutorial.md (a text of your own), docs/stating.md (phrases of texts and their
propositions), docs/general.md (vectors of any dimension, functions of a class, expectations).

Names are imported on first use, so that a project without claims pays nothing.
"""

from __future__ import annotations

import typing  # as a whole, since `Any` is a name of this package's own
from functools import cache
from importlib import import_module

HOMES = {
    "probatum.authoring.decorators": (
        "Passage", "decided_for", "drawn_by", "exactly_if", "fails_with", "has_no_value",
        "holds_with", "limits", "minimum_strength", "refuted", "strict_reading_of", "true_if",
        "undecided_so_far",
    ),
    "probatum.authoring.definition": ("Scope",),
    # that each say what took its place
    "probatum.authoring.removed_forms": (
        "Conditional", "Holds", "Refuted", "claim", "not_checkable", "suffices",
    ),
    "probatum.proposition.kinds": (
        "All", "AlmostAll", "Any", "Equal", "Exists", "ForAll", "Iff", "Multiset", "Orbit",
        "Rounded",
    ),
    "probatum.proposition.cardinality": ("AtLeast", "AtMost", "Exactly"),
    "probatum.proposition.property": ("Property",),
    "probatum.proposition.coercion": ("after", "integers", "reals"),
    "probatum.proposition.choices": ("Free",),
    "probatum.proposition.nearness": ("about", "close_to", "largest", "smallest"),
    "probatum.proposition.ultimate": ("Eventually", "ForSmall"),
    "probatum.proposition.measured": ("Measured",),
    "probatum.proposition.limit": ("Limit",),
    "probatum.proposition.relation": ("Eq", "Ge", "Gt", "Le", "Lt", "Ne"),
    "probatum.proposition.exact": ("Choice", "Printed"),
    "probatum.proposition.domains": ("vectors",),
    "probatum.proposition.random": (
        "Cov", "E", "P", "Var", "average", "features", "noise", "random", "total",
    ),
    "probatum.proposition.complex_numbers": ("complexes", "conjugate", "modulus"),
    "probatum.proposition.spectra": (
        "has_eigenvalues", "largest_root", "orthogonal", "reflection", "rotation",
        "spectral_radius",
    ),
    "probatum.proposition.products": ("cosine", "dot", "norm"),
    "probatum.proposition.functions": (
        "fixed_point", "functions", "gradient", "member", "minimizer", "operators", "projection",
        "proximal", "resolvent", "sets", "zero_of",
    ),
    "probatum.proposition.symmetric": ("inverse", "matrices"),
    "sympy": ("Abs", "And", "Implies", "Max", "Min", "Not", "Or"),
}  # fmt: skip
ORIGIN = {name: home for home, names in HOMES.items() for name in names}
__version__ = "0.1.0"


def __getattr__(name: str) -> typing.Any:
    if name == "__all__":
        return sorted({*ORIGIN, *_text_decorators()})
    if name in ORIGIN:
        return getattr(import_module(ORIGIN[name]), name)
    if name in _text_decorators():
        return getattr(import_module("probatum.authoring.text_decorators"), name)
    raise AttributeError(f"module 'probatum' has no attribute {name!r}")


def __dir__() -> list[str]:
    # what stands here by itself, and the decorators that say texts: `help` prints all that is
    # listed, with what it inherits from SymPy, and `__all__` has the names
    return sorted({*globals(), *_text_decorators()})


@cache
def _text_decorators() -> tuple[str, ...]:
    """The decorators of the fields that hold texts, which are declared there alone."""
    return tuple(import_module("probatum.claim_texts").BY_DECORATOR)
