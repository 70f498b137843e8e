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
distributions Uniform Normal Exponential Bernoulli Binomial Poisson Geometric
experiments   Measured Free

Their manuals: docs/tutorial.md (a text of your own), docs/stating.md (phrases of texts and their
propositions), docs/general.md (vectors of any dimension, functions of a class, expectations).

Names are imported on first use, so that a project without claims pays nothing.
"""

from __future__ import annotations

import typing  # as a whole, since `Any` is a name of this package's own
from functools import cache
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
# Whose modules offer names to authors, each in its `__all__`.
OFFERING = ("probatum.authoring", "probatum.proposition")
OF_SYMPY = ("Abs", "And", "Implies", "Max", "Min", "Not", "Or")
__version__ = "0.1.0"


def __getattr__(name: str) -> typing.Any:
    if HERE.joinpath(f"{name}.py").is_file():  # a module that is not imported yet
        raise AttributeError(name)
    if name == "__all__":
        return sorted({*_homes(), *_note_decorators()})
    if name in _homes():
        return getattr(import_module(_homes()[name]), name)
    if name in _note_decorators():
        return getattr(import_module("probatum.authoring.note_decorators"), name)
    raise AttributeError(f"module 'probatum' has no attribute {name!r}")


def __dir__() -> list[str]:
    # what stands here by itself, and the decorators that note something: `help` prints all that is
    # listed, with what it inherits from SymPy, and `__all__` has the names
    return sorted({*globals(), *_note_decorators()})


@cache
def _homes() -> dict[str, str]:
    """The names that authors use but for those decorators, each with the module that offers it."""
    from probatum.discovery import offered

    homes = dict.fromkeys(OF_SYMPY, "sympy")
    return homes | {name: home for package in OFFERING for name, home in offered(package).items()}


@cache
def _note_decorators() -> tuple[str, ...]:
    """The decorators of the fields for readers, which are declared there alone."""
    return tuple(import_module("probatum.claim_notes").BY_DECORATOR)
