"""Tests of sums over an index from 1 to n, for every n: proved for any distribution, refuted by a few numbers."""

from __future__ import annotations

from typing import Any

import pytest
from sympy import Abs, And, Eq, Ne, Rational, exp, log

from probatum import E, ForAll, P, Var, average, features, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex

n, k = integers("n k")
c, t = reals("c t")
x, w = features("x w", of=n)
other = features("z", of=k)
X = random("X")
WEIGHTS = And(w >= 0, Eq(total(w), 1))
TRUE = {
    "squares and the square of a sum": ForAll((x, n), then=total(x) ** 2 <= n * total(x**2)),
    "deviations add up to nothing": ForAll((x, n), then=Eq(total(x - average(x)), 0)),
    "the mean is nearest": ForAll((x, n, c), then=total((x - average(x)) ** 2) <= total((x - c) ** 2)),
    "squared deviations": ForAll((x, n), then=Eq(total((x - average(x)) ** 2), total(x**2) - n * average(x) ** 2)),
    "Cauchy and Schwarz": ForAll((x, w, n), then=total(x * w) ** 2 <= total(x**2) * total(w**2)),
    "weights": ForAll((x, w, n), given=w >= 0, then=total(w * x**2) >= 0),
    "larger weights": ForAll((x, w, n), given=w >= 1, then=total(x**2) <= total(w * x**2)),
    "harmonic mean": ForAll((x, n), given=x > 0, then=total(x) * total(1 / x) >= n**2),
    "geometric mean": ForAll((x, n), given=x > 0, then=average(log(x)) <= log(average(x))),
    "Jensen": ForAll((x, n), then=exp(average(x)) <= average(exp(x))),
    "triangle inequality": ForAll((x, w, n), then=total(Abs(x + w)) <= total(Abs(x)) + total(Abs(w))),
    "between zero and one": ForAll((x, n), given=And(x >= 0, x <= 1), then=total(x**2) <= total(x)),
    "Chebyshev, about the mean": ForAll((X, t), given=t > 0, then=P(Abs(X - E(X)) >= t) <= Var(X) / t**2),
    "one step in other units": ForAll((x, w, n, c), given=w > 0, then=Eq(total(((w * x - c * (x / w)) / w - x + c * x / w**2) ** 2), 0)),
    "weights that add up to 1": ForAll((x, w, n), given=WEIGHTS, then=exp(total(w * x)) <= total(w * exp(x))),
    "weighted variance": ForAll((x, w, n, c), given=WEIGHTS, then=total(w * (x - total(w * x)) ** 2) <= total(w * (x - c) ** 2)),
    "weighted harmonic mean": ForAll((x, w, n), given=And(WEIGHTS, x > 0), then=1 / total(w / x) <= total(w * x)),
    "weighted, of three or more": ForAll((x, w, n), given=And(WEIGHTS, n >= 3), then=total(w * x) ** 2 <= total(w * x**2)),
    "shares of exponentials": ForAll((x, n), given=n >= 1, then=Eq(total(exp(x) / total(exp(x))), 1)),
    "exponentials do not add up to nothing": ForAll((x, n), given=n >= 1, then=Ne(total(exp(x)), 0)),
    "absolute deviation": ForAll(X, then=E(Abs(X - E(X))) ** 2 <= Var(X)),
}
FALSE = {
    "squares without n": ForAll((x, n), then=total(x) ** 2 <= total(x**2)),
    "squares turned round": ForAll((x, n), then=total(x) ** 2 >= n * total(x**2)),
    "from four numbers on": ForAll((x, n), given=n >= 4, then=total(x) ** 2 >= n * total(x**2)),
    "Cauchy and Schwarz turned round": ForAll((x, w, n), then=total(x * w) ** 2 >= total(x**2) * total(w**2)),
    "a product of sums": ForAll((x, w, n), then=Eq(total(x * w), total(x) * total(w))),
    "weights of any sign": ForAll((x, w, n), then=total(w * x**2) >= 0),
    "harmonic mean turned round": ForAll((x, n), given=x > 0, then=total(x) * total(1 / x) <= n**2),
    "Jensen turned round": ForAll((x, n), then=exp(average(x)) >= average(exp(x))),
    "beyond one": ForAll((x, n), given=x >= 0, then=total(x**2) <= total(x)),
    "shares that add up to 2": ForAll((x, n), given=n >= 1, then=Eq(total(exp(x) / total(exp(x))), 2)),
    "never equal": ForAll((x, n), then=total((x - average(x)) ** 2) > 0),
    "one step in units once too many": ForAll(
        (x, w, n, c), given=w > 0, then=Eq(total(((w * x - c * (x / w)) / w - x + c * w**-3 * x) ** 2), 0)
    ),
    "weights that add up to 2": ForAll((x, w, n), given=And(w >= 0, Eq(total(w), 2)), then=total(w * x) ** 2 <= total(w * x**2)),
    "weights of any sign that add up to 1": ForAll((x, w, n), given=Eq(total(w), 1), then=total(w * x) ** 2 <= total(w * x**2)),
    "weighted, turned round": ForAll((x, w, n), given=WEIGHTS, then=exp(total(w * x)) >= total(w * exp(x))),
    "weights squared": ForAll((x, w, n), given=WEIGHTS, then=total(w * x) ** 2 <= total(w**2 * x**2)),
    "logarithms with half of the weights": ForAll(
        (x, w, n), given=And(x > 0, w >= 0, Eq(total(w), Rational(1, 2))), then=log(total(w * x)) <= total(w * log(x))
    ),
    "exponentials with half of the weights": ForAll(
        (x, w, n), given=And(w >= 0, Eq(total(w), Rational(1, 2))), then=total(w * exp(x)) <= exp(total(w * x))
    ),
    "half of Chebyshev": ForAll((X, t), given=t > 0, then=P(Abs(X - E(X)) >= t) <= Var(X) / (2 * t**2)),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_proved(name: str) -> None:
    decided = decide(TRUE[name], thorough=False)
    assert (decided.truth, bool(decided.agreeing)) == (Truth.TRUE, True)


@pytest.mark.parametrize("name", FALSE)
def test_the_false_one_is_refuted(name: str) -> None:
    assert decide(FALSE[name], thorough=False).truth is Truth.FALSE


def test_a_counterexample_is_as_many_numbers_as_it_says() -> None:
    shown = decide(FALSE["from four numbers on"], thorough=False).counterexample
    assert shown is not None
    values = dict(shown.values)
    assert len(values["x"]) == values["n"] == 4
    assert sum(values["x"]) ** 2 < 4 * sum(entry**2 for entry in values["x"])


@pytest.mark.parametrize(
    "given",
    [
        And(WEIGHTS, Eq(total(w), 2)),
        And(w >= 2, Eq(total(w), 1)),
        And(WEIGHTS, x > average(x)),
        And(WEIGHTS, Eq(total(w - 1), n)),
        And(w >= c, n * c > 1, Eq(total(w), 1)),
        And(WEIGHTS, x > 1, x < 0),
    ],
    ids=str,
)
def test_hypotheses_that_no_numbers_meet_are_vacuous(given: Any) -> None:
    assert decide(ForAll((x, w, n, c), given=given, then=total(w * x) ** 3 <= 5), thorough=False).truth is Truth.VACUOUS


FEW = [And(w >= 0, Eq(total(w), 0)), And(w >= 1, Eq(total(w), 1)), And(WEIGHTS, x >= average(x)), And(Ne(w, 0), Eq(total(w), 0))]


@pytest.mark.parametrize("given", FEW, ids=str)
def test_hypotheses_that_few_numbers_meet_are_not(given: Any) -> None:
    assert decide(ForAll((x, w, n), given=given, then=total(w * x) ** 3 <= 5), thorough=False).truth is not Truth.VACUOUS


def test_weights_without_any_number_are_no_true_statement() -> None:
    assert decide(ForAll((x, w, n), given=And(WEIGHTS, n <= 0), then=total(w * x) <= 0), thorough=False).truth is not Truth.TRUE


def test_they_read_as_they_are_written() -> None:
    check_latex(latex_of(TRUE["weights"]), "statement")
    assert "numbers x, w with indices from 1 to n" in sentence_of(TRUE["weights"])


@pytest.mark.parametrize(
    ("write", "words"),
    [
        (lambda: features("", of=n), "features: got '', wanted names split by blanks"),
        (lambda: decide(ForAll((x, n), then=E(x) <= 1)), "got E[x] of numbers with an index, wanted total(...) or average(...)"),
        (lambda: decide(ForAll((x, X, n), given=x <= X, then=total(x) <= E(X))), "got x <= X of fixed numbers and random ones together"),
        (lambda: decide(ForAll((x, other, n, k), then=total(x) <= total(other))), "got numbers with an index beside others"),
        (lambda: total(x * other), "total: got x*z, wanted a term in random variables that all have of=n with one n"),
    ],
)
def test_what_is_not_taken_is_said(write: Any, words: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value).startswith(words)
