"""Tests of vectors of any dimension: what is true in all, from which dimension on the rest is false, how it reads, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from sympy import And

from probatum import (
    Eq,
    ForAll,
    cosine,
    dot,
    fixed_point,
    functions,
    gradient,
    matrices,
    minimizer,
    norm,
    operators,
    proximal,
    reals,
    sets,
    vectors,
)
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex
from probatum.proposition.written import Written
from tests.made import finding_of, message

x, y, z = vectors("x y z")
a, L, mu, p, q, r = reals("a L mu p q r")
f = functions("f", smooth=L, strongly=mu)

SHARES = And(p >= 0, q >= 0, r >= 0)
SHORTER, MOVING = sympy.Min(1, a / norm(x)), And(a > 0, norm(x) > 0)  # clipped at the length a
MEAN_SQUARE = p * norm(x) ** 2 + q * norm(y) ** 2 + r * norm(z) ** 2

TRUE = [
    ForAll((x, y), then=dot(x, y) ** 2 <= dot(x, x) * dot(y, y)),
    ForAll((x, y), then=norm(x + y) <= norm(x) + norm(y)),
    ForAll((x, y), then=Eq(norm(x + y) ** 2 + norm(x - y) ** 2, 2 * norm(x) ** 2 + 2 * norm(y) ** 2)),
    ForAll((x, y), given=Eq(dot(x, y), 0), then=Eq(norm(x + y) ** 2, norm(x) ** 2 + norm(y) ** 2)),
    ForAll((x, y), given=And(norm(x) > 0, norm(y) > 0), then=cosine(x, y) <= 1),
    ForAll((x, y, a), given=a > 0, then=2 * dot(x, y) <= a * norm(x) ** 2 + norm(y) ** 2 / a),
    ForAll((x, y, z), then=norm(x - z) ** 2 <= 2 * norm(x - y) ** 2 + 2 * norm(y - z) ** 2),
    ForAll((x, y, z), then=norm((x + y + z) / 3) ** 2 <= (norm(x) ** 2 + norm(y) ** 2 + norm(z) ** 2) / 3),
    ForAll((x, y, z, p, q, r), given=And(SHARES, Eq(p + q + r, 1)), then=norm(p * x + q * y + r * z) ** 2 <= MEAN_SQUARE),
    ForAll((x, a), given=MOVING, then=norm(SHORTER * x) <= a),
]
FALSE = {
    1: [
        ForAll((x, y, z, p, q, r), given=And(SHARES, Eq(p + q + r, 2)), then=norm(p * x + q * y + r * z) ** 2 <= MEAN_SQUARE),
        ForAll((x, y), then=norm(x + y) <= norm(x) + norm(y) / 2),
        ForAll((x, a), given=MOVING, then=Eq(norm(SHORTER * x), a)),
        ForAll((x, a), given=MOVING, then=Eq(norm(SHORTER * x), norm(x))),
        ForAll((x, y, a), given=a > 0, then=2 * dot(x, y) <= a * norm(x) ** 2 + norm(y) ** 2 / (2 * a)),
        ForAll((x, y), then=Eq(norm(x + y) ** 2, norm(x) ** 2 + norm(y) ** 2)),
    ],
    2: [
        ForAll((x, y), then=Eq(dot(x, y) ** 2, dot(x, x) * dot(y, y))),
        ForAll((x, y), given=Eq(dot(x, y), 0), then=Eq(norm(x) * norm(y), 0)),
    ],
}


@pytest.mark.parametrize("statement", TRUE, ids=map(str, range(len(TRUE))))
def test_it_is_true_in_every_dimension(statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert (decided.truth, decided.decisions[0].reason[:20]) == (Truth.TRUE, "in every dimension: ")


@pytest.mark.parametrize(("dimension", "statement"), [(n, each) for n, found in FALSE.items() for each in found])
def test_it_is_false_from_a_dimension_on(dimension: int, statement: Any) -> None:
    decided = decide(statement, thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.decisions[0].reason.startswith(f"false from dimension {dimension} on: ")


def test_a_statement_reads_as_in_a_textbook() -> None:
    statement = ForAll((f, x, L, mu), given=And(mu > 0, mu < L), then=mu * norm(x - minimizer(f)) <= norm(gradient(f, x)))
    latex = latex_of(statement)
    assert latex == (
        r"\forall\,L, \mu \in \mathbb{R},\; f \in L \text{-smooth} \text{, } \mu \text{-strongly convex}"
        r" \text{ functions on } \mathbb{R}^n,\; x \in \mathbb{R}^n:\; \mu > 0,\; \mu < L \;\Rightarrow\; "
        r"\mu\,\lVert x - x_{*}^{f} \rVert \le \lVert \nabla f\left(x\right) \rVert"
    )
    check_latex(latex, "statement")
    assert sentence_of(statement) == (
        "For all real L, μ and L-smooth, μ-strongly convex functions f and vectors x with μ > 0 and μ < L: μ·‖x - x⋆[f]‖ ≤ ‖∇f(x)‖."
    )


REFUSED = [
    (lambda: x * y, "got the product of the vectors x and y, wanted dot(x, y)"),
    (lambda: x**2, "got the power 2 of the vector x, wanted one of a number, such as norm(x)**2"),
    (lambda: 1 / x, "got 1 divided by the vector x, wanted a number to divide by, such as norm(x)"),
    (lambda: abs(x), "got the absolute value of the vector x, wanted norm(x)"),
    (lambda: dot(x, a), "dot: got the number a, wanted a vector made by vectors(...)"),
    (lambda: f(a), "f(...): got the number a, wanted a vector made by vectors(...)"),
    (lambda: functions("f", smooth=True), "functions: got smooth=True, wanted its constant, such as smooth=L"),
    (lambda: functions("f", convex=L), "functions: got convex=L, wanted convex=True, or nothing"),
    (lambda: functions("f", smooth=x), "functions: smooth=: got x, wanted a number"),
    (lambda: functions("f"), "functions: got 'f' without a property, wanted at least one of convex, smooth"),
    (lambda: sets("C")(x), "C(...): got a set called, wanted projection(C, x) or member(C, x)"),
    (lambda: gradient(x, x), "gradient: got x, wanted one made by functions(...) or operators(...)"),
    (lambda: fixed_point(f), "fixed_point: got f, wanted one made by functions(...) or operators(...)"),
    (lambda: matrices("A", eigenvalues_in=mu), "matrices: got eigenvalues_in=mu, wanted the ends of an interval, such as (mu, L)"),
    (lambda: vectors(""), "vectors: got '', wanted names split by blanks, such as 'x y'"),
    (lambda: vectors(","), "vectors: got ',', wanted names split by blanks, such as 'x y'"),
    (lambda: functions(3, convex=True), "functions: got 3, wanted names split by blanks, such as 'x y'"),
]


@pytest.mark.parametrize(("write", "words"), REFUSED, ids=[words[:30] for _, words in REFUSED])
def test_what_is_no_such_thing_is_refused(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value).startswith(words)


LATE = [
    (ForAll((x, y), then=(x - y) * (x + y) <= 1), "got the product of the vectors"),
    (ForAll((x, y), then=x <= y), "got the order x <= y between vectors, wanted one between numbers"),
    (ForAll((x, a), then=x + a <= 1), "got the number a beside vectors, wanted a vector"),
    (
        ForAll((x, functions("g", smooth=L, lipschitz=mu), L, mu), then=functions("g", smooth=L, lipschitz=mu)(x) <= 1),
        "functions: got 'g' with lipschitz, smooth, wanted one of these together: ",
    ),
    (
        ForAll((x, functions("g", smooth=L), L), then=norm(proximal(functions("g", smooth=L), 1, x)) <= 1),
        "proximal: got the function g, wanted a convex one, or a monotone operator",
    ),
    (
        ForAll((x, operators("A", monotone=True)), then=norm(x - fixed_point(operators("A", monotone=True))) <= 1),
        "fixed_point: got the operator A, wanted a nonexpansive or Lipschitz one",
    ),
]


@pytest.mark.parametrize(("statement", "words"), LATE, ids=[words[:30] for _, words in LATE])
def test_what_mixes_vectors_and_numbers_is_refused_when_it_is_decided(statement: Any, words: str) -> None:
    with pytest.raises(DefinitionError, match=r"^got|^functions|^proximal|^fixed") as caught:
        decide(statement)
    assert str(caught.value).startswith(words)


def test_a_step_that_may_not_be_positive_has_no_proximal_point() -> None:
    g = functions("g", convex=True)
    with pytest.raises(UndefinedError, match="needs a > 0"):
        decide(ForAll((g, x, y, a), then=norm(proximal(g, a, x) - proximal(g, a, y)) <= norm(x - y)))


def test_dividing_by_a_length_that_may_be_zero_is_undefined() -> None:
    with pytest.raises(UndefinedError, match="the hypotheses admit a point at which the proposition is undefined"):
        decide(ForAll((x, y), then=cosine(x, y) <= 1))


def test_hypotheses_that_admit_zeros_only_say_nothing() -> None:
    decided = decide(ForAll((x, y), given=norm(x) ** 2 + norm(y) ** 2 <= 0, then=dot(x, y) <= 1))
    assert decided.truth is not Truth.TRUE
    assert decide(ForAll(x, given=norm(x) ** 2 <= -1, then=norm(x) <= 0)).truth is Truth.VACUOUS


def test_a_claim_holds_and_its_tight_rate_turns_at_one_per_cent() -> None:
    def shrinks(factor=(1 - a * mu) ** 2):  # type: ignore[no-untyped-def]
        ends = [start - a * gradient(f, start) for start in (x, y)]
        given = And(mu > 0, mu < L, a > 0, a <= 2 / (L + mu))
        return ForAll((f, x, y, a, L, mu), given=given, then=norm(ends[0] - ends[1]) ** 2 <= factor * norm(x - y) ** 2)

    finding = finding_of(shrinks)
    assert (finding["verdict"], finding["strength"]) == ("holds", "proved"), finding["reason"]
    assert [(control["use"], control["slack"]) for control in finding["controls"]] == [("bound", "1 %")]


def test_a_rate_times_what_a_function_lies_above_its_smallest_value_is_a_bound() -> None:
    def decreases(rate=1 - mu / L, limit=1):  # type: ignore[no-untyped-def]
        best, end = f(minimizer(f)), x - limit / L * gradient(f, x)
        return ForAll((f, x, L, mu), given=And(mu > 0, mu < L), then=f(end) - best <= rate * (f(x) - best))

    finding = finding_of(decreases)
    assert finding["facts"][0]["use"] == "bound"


def test_at_equal_constants_the_values_are_known_too() -> None:
    best = minimizer(f)
    above = f(x) - f(best) - mu / 2 * norm(x - best) ** 2
    assert decide(ForAll((f, x, mu, L), given=And(mu > 0, mu <= L), then=above >= 0), thorough=False).truth is Truth.TRUE
    only = functions("f", smooth=L, strongly=L)
    level = only(x) - only(minimizer(only)) - L / 2 * norm(x - minimizer(only)) ** 2
    assert decide(ForAll((only, x, L), given=L > 0, then=Eq(level, 0)), thorough=False).truth is Truth.TRUE


def test_a_vector_that_a_hypothesis_names_is_put_in_its_place() -> None:
    g = functions("g", smooth=L)
    given = And(L > 0, Eq(y, x - gradient(g, x) / L))
    drop = norm(gradient(g, x)) ** 2 / (2 * L)
    assert decide(ForAll((g, x, y, L), given=given, then=g(y) <= g(x) - drop), thorough=False).truth is Truth.TRUE
    assert decide(ForAll((g, x, y, L), given=given, then=g(y) <= g(x) - 2 * drop), thorough=False).truth is Truth.FALSE


def test_bad_use_in_a_claim_names_its_file_and_line() -> None:
    def multiplied(bound=1):  # type: ignore[no-untyped-def]
        return ForAll((x, y), then=(x - y) * (x + y) <= bound)

    assert message(multiplied).startswith("claims/sums/opening.py:")
    assert "got the product of the vectors x - y and x + y, wanted dot(...) of them" in message(multiplied)


def test_a_difference_of_the_same_is_the_vector_zero() -> None:
    assert decide(ForAll((x, y), then=Eq(norm(x - x + y), norm(-y)))).truth is Truth.TRUE
    assert decide(ForAll((x, y), then=dot(Written("-", x, x), y) >= 1)).truth is Truth.FALSE
