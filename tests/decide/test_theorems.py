"""Tests of what follows from what a theorem leads to: from one that is not exact proofs alone, never refutations."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
import sympy
from sympy import Abs, log

from probatum import features, integers, random, reals
from probatum.counterexample import Counterexample
from probatum.decide import registry
from probatum.decide.deciding import settle
from probatum.decide.in_general import chance
from probatum.decide.portfolio import otherwise
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import named, settling, with_meaning
from probatum.decision import Decided, Decision, Outcome, Reason
from probatum.engines.solvers import smt
from probatum.lowering.copies.indices import as_expectations
from probatum.lowering.rewriting.logarithms import of_factors
from probatum.lowering.rewriting.squares import of_squares
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import for_all
from probatum.type_names import Statement
from tests.authored import authored
from tests.each import each

x, y = reals("x y")
X, n, m = random("X"), integers("n"), integers("m")
w, v = features("w v", of=n)
NAMES = {"x": x, "y": y, "X": X, "n": n, "m": m, "w": w, "v": v}
EXACT, OTHER = (Theorem(name, "somewhere", exact=exact) for name, exact in (("an equivalence", True), ("an implication", False)))
PROVED = Decision("decider", Outcome.PROVED, "for a reason", engine="engine")
ENCLOSED, OPEN, VACUOUS = (replace(PROVED, outcome=outcome) for outcome in (Outcome.ENCLOSED, Outcome.UNDECIDED, Outcome.VACUOUS))
REFUTED = replace(PROVED, outcome=Outcome.REFUTED, counterexample=Counterexample((("x", sympy.Integer(1)),)), checks=({"kind": "breach"},))


def outcomes(decisions: tuple[Decision, ...]) -> list[Outcome]:
    return [decision.outcome for decision in decisions]


def test_what_breaks_it_breaks_what_an_exact_theorem_starts_from() -> None:
    (said,) = named((REFUTED,), (EXACT,))
    assert said == replace(REFUTED, reason="for a reason (by an equivalence (somewhere))")
    assert outcomes(settling((REFUTED, OPEN), (EXACT, EXACT))) == [Outcome.REFUTED]


@pytest.mark.parametrize("theorems", [(OTHER,), (EXACT, OTHER), (OTHER, EXACT)], ids=str)
def test_from_any_other_no_refutation_follows(theorems: tuple[Theorem, ...]) -> None:
    (said,) = named((REFUTED,), theorems)
    assert (said.outcome, said.counterexample, said.checks) == (Outcome.UNDECIDED, None, ())
    assert said.reason.startswith(f"{Reason.STRONGER} (by ")
    assert settling((REFUTED, OPEN), theorems) == ()


@pytest.mark.parametrize("theorem", [EXACT, OTHER], ids=str)
def test_a_proof_follows_from_each_and_beside_it_a_refutation_is_told(theorem: Theorem) -> None:
    for decision in each((PROVED, ENCLOSED)):
        assert outcomes(named((decision, OPEN, VACUOUS), (theorem,))) == [decision.outcome, Outcome.UNDECIDED, Outcome.VACUOUS]
        assert outcomes(settling((decision, OPEN, VACUOUS), (theorem,))) == [decision.outcome]
        assert outcomes(settling((decision, REFUTED), (theorem,))) == [decision.outcome, Outcome.REFUTED], "at odds"


def refuted(statement: Statement) -> Decided:
    return Decided(statement, (REFUTED,))


def nobody(*_: object) -> Any:
    raise AssertionError("nobody should have asked")


OF_CHANCE: dict[str, tuple[Callable[..., tuple[Decision, ...]], str]] = {
    "convex and monotone functions": (chance._of_convex, "ForAll(X, then=E(X*exp(X)) >= E(X)*E(exp(X)) + E(X)**2)"),
    "chords": (chance._of_worst, "ForAll(X, given=And(X >= 0, X <= 1), then=E(exp(X)) <= 1 + E(X))"),
    "several variables": (chance._of_worst, "ForAll((w, v, n), given=And(w > 0, v > 0), then=total(w**2/v) >= total(w))"),
}


@pytest.mark.parametrize("name", OF_CHANCE)
def test_bounds_of_means_refute_nothing(name: str) -> None:
    decide, source = OF_CHANCE[name]
    asked: list[Statement] = []

    def ask(statement: Statement) -> Decided:
        asked.append(statement)
        return refuted(statement)

    stated = authored(source, **NAMES)
    if name == "several variables":
        stated = as_expectations(stated)
    assert decide(stated, ask) == ()
    assert asked


WRITTEN = {  # whether what breaks what is written otherwise breaks what was written
    "in_closed_form": ("ForAll(n, given=n >= 1, then=Le(Sum(k*factorial(k), (k, 1, n)), factorial(n + 1)))", True),
    "by_geometric_sums": ("ForAll((x, n), given=And(n >= 1, x > 0, x < 1), then=Le(Sum(x**k, (k, 0, n)), 1/(1 - x)))", False),
    "between_integrals": ("ForAll(n, given=n >= 1, then=Le(Sum(1/k, (k, 1, n)), 1 + log(n)))", False),
    "by_logarithms": ("ForAll(n, given=n >= 1, then=harmonic(n) >= log(n))", False),
    "by_tails": ("ForAll(n, given=n >= 1, then=Lt(Sum(1/k**2, (k, 1, n)), pi**2/6 - 1/(n + 1)))", False),
    "by_whole_series": ("ForAll(n, given=n >= 0, then=Lt(Sum(1/factorial(k), (k, 0, n)), 3))", False),
    "by_remainders": ("ForAll(n, given=n >= 1, then=Ge(2*Sum(Mod(k, 2), (k, 1, n)), n))", True),
    "by_differences": ("ForAll(n, given=n >= 0, then=Eq(Sum(floor(k/2), (k, 1, n)), floor(n**2/4)))", False),
    "by_functions": ("ForAll((x, n), given=And(x >= 0, n >= 0), then=Le(Sum(x**k/factorial(k), (k, 0, n)), exp(x)))", False),
    "by_whole_products": ("ForAll(n, given=n >= 1, then=Lt(Product(1 + 1/k**2, (k, 1, n)), 4))", False),
    "by_rising_quotients": ("ForAll(n, given=n >= 1, then=binomial(2*n, n) < 4**n/sqrt(3*n))", False),
    "in_closed_products": ("ForAll(n, given=n >= 2, then=Gt(Product(1 - 1/k**2, (k, 2, n)), S(1)/2))", True),
    "of_factors": ("ForAll(n, given=n >= 1, then=Le(log(factorial(n)), n*log(n)))", True),
    "in_logarithms": ("ForAll(x, given=x > 0, then=asinh(x) <= log(2*x + 1))", True),
    "in_error_functions": ("ForAll(x, then=erfc(x) + 2*erf(x) <= 2)", True),
    "in_gamma_functions": ("ForAll((x, y), given=And(x > 0, y > 0), then=Eq(beta(x + 1, y), beta(x, y)*x/(x + y)))", True),
    "exponentiated": ("ForAll((x, y), given=And(x > 0, y > 0), then=log(x) + log(y) >= 3)", True),
    "of_points_on_circle": ("ForAll(x, then=sin(x)**2 + 2*cos(x) <= 2)", False),
    "of_squares": ("ForAll((x, y), given=And(x >= 0, y >= 0), then=x*sqrt(y) + y >= sqrt(x))", False),
    "by_power_bounds": ("ForAll((x, n), given=And(x >= -1, n >= 1), then=(1 + x)**n >= n*x)", False),
    "under_premises": ("ForAll(n, then=Implies(n >= 0, factorial(n) >= 1))", True),
    "of_multiples": ("ForAll((n, k), given=And(n >= 1, Eq(Mod(k, n), 2)), then=Eq(Mod(k**2 - 4, n), 0))", False),
    "as_reals": ("ForAll(n, given=n >= 1, then=n**2 >= n)", False),
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_otherwise_refutes_where_it_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    source, says_the_same = WRITTEN[name]
    (rewriting,) = [each for each in registry.OTHERWISE if each.written.__name__ == name]
    monkeypatch.setattr(registry, "OTHERWISE", (rewriting,))
    stated = authored(source, **(NAMES | {"k": integers("k")}))
    assert rewriting.written(stated) != stated
    assert outcomes(otherwise(stated, lambda _: (REFUTED,))) == ([Outcome.REFUTED] if says_the_same else [])
    assert outcomes(otherwise(stated, lambda _: (PROVED,))) == [Outcome.PROVED]
    assert otherwise(stated, lambda _: (OPEN,)) == ()


def test_all_that_write_otherwise_are_looked_at() -> None:
    assert {*WRITTEN} == {each.written.__name__ for each in registry.OTHERWISE}


# What these lead to says more than what they start from: sums lie between integrals, a mean follows from each outcome, and so on.
PROVE_ALONE = {
    "lowering.analysis": {"GEOMETRIC_SUMS", "MONOTONE", "PARTIAL"},
    "lowering.chance": {
        "ASSOCIATED", "CHORDS", "EVENTS", "HOEFFDING", "JENSEN", "JOINTLY", "JOINTLY_CONVEX", "POINTWISE", "TANGENTS",
    },
    "lowering.random_vectors": {"ALONG", "LENGTHS", "LIFTED"},
    "lowering.copies": {"AS_LIKELY", "SHARES", "SUMS", "WEIGHTS"},
    "lowering.laws": {"OF_ANY"},
    "lowering.classes": {"STEPS"},
    "lowering.whole_numbers": {"REALS"},
    "lowering.sums": {"DIFFERENCES", "INTEGRALS", "TAILS", "WHOLE", "WHOLE_PRODUCT"},
    "lowering.steps": {"EULER", "INDUCTION", "RISING"},
    "lowering.rewriting": {"BERNOULLI", "CIRCLE", "GENERALIZED", "INCREASING", "MULTIPLES", "POWERS", "SQUARES"},
    "lowering.vectors": {"LINE"},
}  # fmt: skip


@pytest.mark.parametrize("folder", PROVE_ALONE)
def test_theorems_that_prove_alone_are_known(folder: str) -> None:
    package = f"probatum.{folder}"
    modules = [import_module(f"{package}.{found.name}") for found in pkgutil.iter_modules(import_module(package).__path__)]
    theorems = [(name, known) for module in modules for name, known in vars(module).items() if isinstance(known, Theorem)]
    own = {name for name, known in theorems if not known.exact}
    elsewhere = set().union(*(names for other, names in PROVE_ALONE.items() if other != folder))
    assert own - elsewhere == PROVE_ALONE[folder]


WITNESSES = {  # what is said has no value at what would be one of what is written otherwise
    "of a condition": "Exists(x, given=And(x < 0, x > -10), then=log(x) >= Rational(1, 2))",
    "of an equation": "Exists(x, given=And(x < 0, x > -10), then=Equal(log(x), 0))",
    "of a hypothesis": "Exists(x, given=log(x) >= 1, then=x < 0)",
    "inside of another": "Exists(y, given=y > 0, then=Exists(x, given=x < 0, then=log(x) >= 0))",
    "of a condition for all": "Exists(x, given=x < 0, then=ForAll(y, given=y >= 1, then=log(x) <= y - x))",
    "beside another": "Any(Exists(x, given=x < 0, then=log(x) >= 0), Exists(y, given=log(y) >= 0, then=y < 0))",
    "joined": "Exists(x, given=x < 0, then=Any(log(x) >= 0, Equal(log(x), 1)))",
}


@pytest.mark.parametrize("name", WITNESSES)
def test_a_witness_of_what_is_written_otherwise_is_one_of_what_was_written(name: str) -> None:
    stated = authored(WITNESSES[name], **NAMES)
    asked: list[Statement] = []

    def ask(statement: Statement) -> tuple[Decision, ...]:
        asked.append(statement)
        return tuple(decision for prover in registry.ALGEBRA for decision in attempt(prover, statement, settle))

    assert Outcome.PROVED not in outcomes(otherwise(stated, ask))
    assert bool(asked) is (name != "joined")


def test_a_witness_is_found_of_what_is_written_otherwise() -> None:
    stated = authored("Exists(x, given=And(x > 1, x < 10), then=2*log(x) >= Rational(1, 2))", **NAMES)
    (found,) = otherwise(stated, lambda statement: attempt(smt, statement, settle))
    assert found.outcome is Outcome.PROVED


def test_what_is_needed_of_other_variables_is_not_said() -> None:
    stated = authored("ForAll((x, y), given=And(x >= 0, log(x) <= y), then=sqrt(x)*x >= -y)", **NAMES)
    other = of_squares(stated)
    assert other != stated
    assert with_meaning(stated, other) == (other, False)
    joined = authored(WITNESSES["joined"], **NAMES)
    assert with_meaning(joined, of_factors(joined)) == (joined, False)


def test_parts_that_are_joined_have_their_meaning_each() -> None:
    stated = authored("Any(ForAll(x, given=log(x) >= 1, then=2*log(x) > 1), Exists(y, then=log(y) > 3))", **NAMES)
    meant, said = with_meaning(stated, of_factors(stated))
    every, some = meant.parts
    assert said
    assert every.given == sympy.And(x > 0, log(Abs(x)) >= 1)
    assert every.then == (2 * log(Abs(x)) > 1)
    assert some.then == sympy.And(y > 0, log(Abs(y)) > 3)


def test_zero_to_the_zero_is_one_and_has_a_logarithm() -> None:
    """log(x^n) is 0 at x = n = 0, where n log |x| has no value: among hypotheses, that would leave a case out."""
    powers = {
        x**n: log(Abs(x**n)),
        x ** (2 * n + 2): log(Abs(x ** (2 * n + 2))),
        2**n: n * log(2),
        x**2: 2 * log(Abs(x)),
        x**y: y * log(Abs(x)),
    }
    for power, meant in each(powers.items()):
        stated = for_all((x, y, n), sympy.Le(log(power), y**2), sympy.Ne(x, 0))
        assert of_factors(stated).given == sympy.Le(meant, y**2), power
