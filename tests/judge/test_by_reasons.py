"""Tests of reasons that prove: where each is proved and together they imply the statement, it is proved by them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sympy
from sympy import exp, log, sin

from probatum.authoring.expectation import Conditional, Open, Refuted
from probatum.decide.deciding import settle
from probatum.decision import Outcome, Truth
from probatum.engines.solvers import smt
from probatum.judge.finding import find
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.terms import in_atoms
from probatum.proposition.kinds import Equal, Exists, ForAll, Iff
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt
from probatum.proposition.subjects.coercion import integers, reals
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.products import dot, norm
from tests.each import each
from tests.made import PATH, beats, claim_of, finding_of

x, y, z, w, t = reals("x y z w t")
a1, a2, a3, a4, b1, b2, b3, b4 = reals("a1 a2 a3 a4 b1 b2 b3 b4")
n = integers("n")
A, B = (a1, a2, a3, a4), (b1, b2, b3, b4)
INNER = sum(p * q for p, q in zip(A, B, strict=True))
SIZES = sum(p**2 for p in A) * sum(q**2 for q in B)
CROSSED = sum((A[i] * B[j] - A[j] * B[i]) ** 2 for i in range(4) for j in range(i + 1, 4))
LAGRANGE = ("The difference is a sum of squares", Eq(SIZES - INNER**2, CROSSED))
SQUARES = ("and squares are not negative", Ge(CROSSED, 0))


def cauchy_schwarz(order: Any = Le) -> Any:
    """In four dimensions."""
    return ForAll((*A, *B), then=order(INNER**2, SIZES))


def waves(order: Any = Le, *, most: Any = 2) -> Any:
    """What no decider settles by itself."""
    return ForAll((x, y, z), given=And(Le(beats(x), y), Le(y, z)), then=order(beats(x), z))


And = sympy.And


@pytest.fixture(autouse=True)
def less_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nothing settles by itself is given up sooner."""
    monkeypatch.setattr(smt, "BUDGET", 1_000_000)


def test_cauchy_schwarz_in_four_dimensions_is_proved_by_its_two_links() -> None:
    assert not settle(cauchy_schwarz()).is_strong  # by itself it is sampled
    found = finding_of(cauchy_schwarz, because=[LAGRANGE, SQUARES])
    assert (found["verdict"], found["strength"], found["why"]["composed"]) == ("holds", "proved", True)
    (stated,) = found["versions"]
    last = stated["decisions"][-1]
    assert (last["decider"], last["outcome"]) == ("reasons", "proved")
    assert last["reason"] == "each of its reasons is proved, and together they imply it"
    assert last["engine"].startswith("its reasons (")
    assert "by its reasons (" in found["reason"]


@pytest.mark.parametrize(
    "because",
    [
        [LAGRANGE],
        [("This is about something else", Ge(a1**2 + b1**2, 2 * a1 * b1))],
        [("This is false", Eq(SIZES - INNER**2, 2 * CROSSED)), SQUARES],
    ],
    ids=["no sign", "beside the point", "false"],
)
def test_links_that_do_not_imply_it_prove_nothing(because: Any) -> None:
    assert finding_of(cauchy_schwarz, because=because)["verdict"] == "undecided"


def hard(order: Any = Lt) -> Any:
    """True only for x below 1, which no link may take from its own hypothesis."""
    return ForAll((x, y), given=And(Gt(x, 0), Le(y, sin(x) + sin(sympy.sqrt(2) * x))), then=order(y, 2 + x))


NARROW = ForAll((x, y), given=And(Gt(x, 1), Lt(x, 2)), then=Lt(sin(x) + sin(sympy.sqrt(2) * x), 2 + x))
OF_INTEGERS = ForAll(n, then=Lt(sin(n) + sin(sympy.sqrt(2) * n), 3 + n**2))
OTHER_NAME = ForAll(t, given=Gt(t, 0), then=Lt(sin(t) + sin(sympy.sqrt(2) * t), 2 + t))


@pytest.mark.parametrize("link", [NARROW, OF_INTEGERS, OTHER_NAME], ids=["narrower", "of integers", "another name"])
def test_a_link_with_narrower_hypotheses_or_other_variables_proves_nothing_more(link: Any) -> None:
    found = finding_of(hard, because=[("A part of it", link)])
    assert found["verdict"] != "holds" or found["versions"][0]["decisions"][-1]["decider"] != "reasons"


def test_a_link_for_more_than_is_supposed_proves_it() -> None:
    """A link with weaker hypotheses covers those of the statement."""
    wide = ForAll(x, then=Le(sin(x) + sin(sympy.sqrt(2) * x), 2))
    parts = [
        ("A sine is at most 1", ForAll(x, then=Le(sin(x), 1))),
        ("and so is another", ForAll(x, then=Le(sin(sympy.sqrt(2) * x), 1))),
    ]
    found = finding_of(hard, because=parts)
    assert (found["verdict"], found["strength"]) == ("holds", "proved")
    assert settle(wide).truth is Truth.TRUE


def bounded(most: Any = 3) -> Any:
    """What follows from an enclosure of a part of it, and from nothing that is known of waves."""
    inside = And(Ge(x, 0), Le(x, 1), Le(y, exp(x) * sin(x)), Le(z, y))
    return ForAll((x, y, z), given=inside, then=Lt(z, most))


def test_the_strength_is_that_of_the_weakest_link() -> None:
    part = ForAll(x, given=And(Ge(x, 0), Le(x, 1)), then=Lt(exp(x) * sin(x), 3))
    assert not any(one.outcome is Outcome.PROVED for one in each(settle(part).decisions))
    found = finding_of(bounded, because=[("It is bounded", part)])
    assert (found["verdict"], found["strength"]) == ("holds", "enclosed")
    assert found["versions"][0]["decisions"][-1]["decider"] == "reasons"


def test_what_was_open_and_is_proved_by_reasons_is_open_no_longer() -> None:
    found = finding_of(cauchy_schwarz, because=[LAGRANGE, SQUARES], expect=Open("nobody knows"))
    assert (found["verdict"], found["as_expected"]) == ("holds", False)


def test_a_condition_and_a_correction_are_proved_by_reasons_too() -> None:
    def scaled(order: Any = Le) -> Any:
        return ForAll((*A, *B, t), then=order(INNER**2, t * SIZES))

    least = Conditional(Ge(t, 1), weaker=Ge(t, 0))
    links = [
        LAGRANGE,
        SQUARES,
        ("A number of at least 1 makes it no smaller", ForAll((*A, *B, t), given=Ge(t, 1), then=Ge((t - 1) * SIZES, 0))),
    ]
    found = finding_of(scaled, because=links, expect=least)
    assert (found["verdict"], found["strength"]) == ("conditional", "proved")

    def reversed_(order: Any = Ge) -> Any:
        return ForAll((*A, *B), then=order(INNER**2, SIZES))

    corrected = finding_of(reversed_, because=[LAGRANGE, SQUARES], expect=Refuted("The other way round.", cauchy_schwarz))
    assert (corrected["verdict"], corrected["strength"]) == ("refuted", "proved")


def test_terms_as_variables_prove_what_is_linear_in_them() -> None:
    linear = ForAll((x, y), given=And(Ge(x**2 * y, 3), Lt(log(x), exp(y))), then=Gt(2 * x**2 * y + exp(y), 6 + log(x)))
    atoms = in_atoms(linear)
    assert len(atoms.variables) == 3
    assert settle(atoms).truth is Truth.TRUE
    false = in_atoms(ForAll((x, y), given=Ge(x**2, y), then=Ge(x**2, y + 1)))
    assert settle(false).truth is Truth.FALSE  # of terms, which says nothing of the statement
    with pytest.raises(OutOfScopeError):
        in_atoms(ForAll(x, then=Ge((x + y) ** 500, 0)))


V, W, X, Y = vectors("V W X Y")
CAUCHY = ("Cauchy and Schwarz", Le(dot(V, W), norm(V) * norm(W)))
AGAIN = ("and once more", Le(dot(X, Y), norm(X) * norm(Y)))


TOO_MUCH = ("and half of it", Le(dot(X, Y), norm(X) * norm(Y) / 2))


@pytest.mark.parametrize(
    ("because", "proved", "said"),
    [
        ([CAUCHY, AGAIN], True, "proved by its reasons ("),
        ([CAUCHY], False, "No decider settles it: "),
        ([CAUCHY, TOO_MUCH], False, ". Of its reasons, link 2 of 2 ('and half of it') is not decided true."),
    ],
)
def test_reasons_about_vectors_prove_what_follows_without_looking_into_terms(because: Any, proved: bool, said: str) -> None:
    def both(order: Any = Le) -> Any:
        """Of two pairs."""
        return ForAll((V, W, X, Y), then=order(dot(V, W) + dot(X, Y), norm(V) * norm(W) + norm(X) * norm(Y)))

    found = finding_of(both, because=because)
    by_reasons = [one for one in found["versions"][0]["decisions"] if one["decider"] == "reasons"]
    assert bool(by_reasons) == proved
    assert (found["verdict"] == "holds") == proved
    assert said in found["reason"]


def test_reasons_between_vectors_are_no_reasons_about_numbers() -> None:
    def same(order: Any = Le) -> Any:
        """What vectors are says nothing about numbers without looking into these."""
        return ForAll((V, W, t), given=Le(beats(t), dot(V, V)), then=order(beats(t), dot(V, W)))

    found = finding_of(same, because=[("The same vector", ForAll((V, W), given=Eq(V, W), then=Eq(dot(V, V), dot(V, W))))])
    assert "reasons" not in [one["decider"] for one in found["versions"][0]["decisions"]]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (Exists(z, then=Eq(z**2, x)), "holds"),
        (Exists(z, then=Eq(z**2, -x)), "undecided"),
        (ForAll(z, given=Gt(z, x), then=Gt(z, 0)), "holds"),
        (ForAll(z, given=Gt(z, x), then=Gt(z, 1)), "undecided"),
        (Iff(Gt(x, 0), Exists(z, given=Gt(z, 0), then=Eq(z**2, x))), "holds"),
        (Iff(Gt(x, 0), Exists(z, then=Eq(z**2, x))), "undecided"),
        (Exists(z, then=Eq(z, 1 / x)), "undecided"),
    ],
    ids=str,
)
def test_a_reason_with_quantifiers_speaks_of_the_statements_variables(said: Any, verdict: str) -> None:
    def means(below: Any = Le) -> Any:
        return ForAll((x, y), given=And(x >= 0, y >= 0), then=below(sympy.sqrt(x * y), (x + y) / 2))

    assert finding_of(means, because=[("so", said)])["verdict"] == verdict


@pytest.mark.parametrize(("two", "verdict"), [("1 + 1", "holds"), ("2", "hollow")])
def test_a_link_between_numbers_as_typed_says_nothing(two: str, verdict: str, tmp_path: Path) -> None:
    source = tmp_path / "claims.py"
    source.write_text(f"def why():\n    yield 'One and one', Equal({two}, 2)\n    yield 'is a square', Ge(x**2, 0)\n")
    names: dict[str, Any] = {"Equal": Equal, "Ge": Ge, "x": x}
    exec(compile(source.read_text(), str(source), "exec"), names)

    def squares(below: Any = Le) -> Any:
        return ForAll(x, then=below(0, x**4 + x**2))

    found = find(replace(claim_of(squares), because=names["why"]), "sums", PATH)
    assert found["verdict"] == verdict, found["reason"]
