"""Tests of iterations of which a step is known by an inequality: each true statement with a false one beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sympy import Abs, And, sqrt, true

from probatum.counterexample import Run
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.proposition.kinds import ForAll, Orbit
from probatum.proposition.reading.sentences import latex_of, words_of
from probatum.proposition.relation import Le
from probatum.proposition.subjects.coercion import after, reals

e, u, c, e0, t, p, s, m, b, h, k, C, D, D0, w, B, N, g = reals("e u c e_0 t p s m b h k C D D_0 w B N g")


def linear(factor: Any, given: Any) -> ForAll:
    """A factor at each step: e at most c e gives e at most c^k e_0."""
    return ForAll((c, e0), given=given, then=Orbit((e, u), (e0, e0), (after(e), factor * u), given=after(e) <= c * e, then=e <= u))


def reciprocal(share: int) -> ForAll:
    """D' at most D - w D^2 gives O(1/k)."""
    bound = D * (1 + share * w * k * D0) <= D0
    known = And(after(D) >= 0, after(D) <= D - w * D**2)
    orbit = Orbit((D, k), (D0, 0), (after(D), k + 1), given=known, then=bound, invariant=And(D >= 0, k >= 0, bound))
    return ForAll((D0, w), given=And(D0 >= 0, w > 0), then=orbit)


def with_noise(share: int) -> ForAll:
    """a' at most (1 - m) a + b."""
    known = after(e) <= (1 - m) * e + b
    orbit = Orbit((e, u), (e0, 1), (after(e), (1 - m) * u), given=known, then=e <= u * e0 + b / (share * m))
    return ForAll((m, b, e0), given=And(m > 0, m <= 1, b >= 0), then=orbit)


def frank_wolfe(share: int) -> ForAll:
    """Jaggi, ICML 2013, Theorem 1, from its first step on."""
    bound = h <= share * C / (k + 2)
    known = after(h) <= (1 - 2 / (k + 2)) * h + 2 * C / (k + 2) ** 2
    orbit = Orbit((h, k), (e0, 1), (after(h), k + 1), given=known, then=bound, invariant=And(k >= 1, bound))
    return ForAll((C, e0), given=And(C >= 0, e0 <= C / 2), then=orbit)


def falling_steps(share: int) -> ForAll:
    """Descent with noise and steps that fall like 1/k; Bottou, Curtis, Nocedal, SIAM Review 60 (2018), Theorem 4.7."""
    bound = h <= N / (k + g)
    known = after(h) <= (1 - 2 / (k + g)) * h + B / (k + g) ** 2
    orbit = Orbit((h, k), (e0, 0), (after(h), k + 1), given=known, then=bound, invariant=And(k >= 0, bound))
    return ForAll((B, N, g, e0), given=And(B >= 0, g >= 2, share * N >= B, g * e0 <= N), then=orbit)


def product(least: int) -> ForAll:
    """The product of 1 + t over any numbers is at least 1 and their sum, where each is at least 0."""
    more = p >= 1 + s
    known = And(t >= 0, s >= 0, more) if least == 0 else None
    orbit = Orbit((p, s, t), (1, 0, e0), (p * (1 + t), s + t, after(t)), given=after(t) >= least, then=more, invariant=known)
    return ForAll(e0, given=e0 >= least, then=orbit)


def shrinking(beyond: Any) -> ForAll:
    """About a step: halved, and positive, is less than before."""
    known = And(after(e) <= e / 2, after(e) > beyond)
    return ForAll(e0, given=e0 > 0, then=Orbit(e, e0, after(e), given=known, then=after(e) < e, invariant=e > beyond))


TRUE: dict[str, Callable[[], Any]] = {
    "a factor at each step": lambda: linear(c, c >= 0),
    "one over the number of steps": lambda: reciprocal(1),
    "a factor and noise": lambda: with_noise(1),
    "Frank and Wolfe": lambda: frank_wolfe(2),
    "steps that fall": lambda: falling_steps(1),
    "a product of any numbers": lambda: product(0),
    "about a step": lambda: shrinking(0),
    "never above the start": lambda: ForAll(e0, then=Orbit(e, e0, after(e), given=after(e) <= e, then=e <= e0)),
    "within the noise": lambda: ForAll(
        (c, e0),
        given=And(c > 0, c < 1),
        then=Orbit((e, u), (e0, e0), (after(e), c * u + 1), given=Le(Abs(after(e) - c * e), 1), then=e <= u),
    ),
}
FALSE: dict[str, Callable[[], Any]] = {
    "a factor of any sign": lambda: linear(c, true),
    "a smaller factor": lambda: linear(c / 2, And(c >= 0, e0 >= 0)),
    "twice as fast": lambda: reciprocal(2),
    "half the noise": lambda: with_noise(2),
    "Frank and Wolfe, half": lambda: frank_wolfe(1),
    "steps that fall, half": lambda: falling_steps(2),
    "a product of numbers of both signs": lambda: product(-1),
    "about a step that may be to zero": lambda: ForAll(
        e0, given=e0 > 0, then=Orbit(e, e0, after(e), given=after(e) <= e / 2, then=after(e) < e)
    ),
    "below the start": lambda: ForAll(e0, then=Orbit(e, e0, after(e), given=after(e) <= e, then=e < e0)),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE.keys())
def test_it_is_proved_for_every_run(statement: Callable[[], Any]) -> None:
    decided = decide(statement(), thorough=False)
    assert decided.truth is Truth.TRUE, [decision.reason for decision in decided.decisions]
    assert decided.agreeing


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE.keys())
def test_the_false_one_beside_it_breaks_in_a_run_that_is_shown(statement: Callable[[], Any]) -> None:
    decided = decide(statement())
    assert decided.truth is Truth.FALSE, [decision.reason for decision in decided.decisions]
    assert isinstance(decided.counterexample, Run)
    assert decided.counterexample.values


def test_a_step_that_nothing_makes_says_nothing() -> None:
    never = Orbit(e, e0, after(e), given=And(after(e) < e, after(e) > e), then=e <= 7)
    assert decide(ForAll(e0, then=never)).truth is Truth.VACUOUS


@pytest.mark.parametrize(("statement", "truth"), [
    (Orbit(e, 1, after(e), given=1 / after(e) > 0, then=e > 0), Truth.TRUE),
    (Orbit(e, 1, after(e), given=1 / after(e) > 0, then=e >= 1), Truth.FALSE),
    (Orbit(e, 2, after(e), given=sqrt(after(e) - 1) >= 0, then=e >= 1), Truth.TRUE),
    (Orbit(e, 2, after(e), given=sqrt(after(e) - 1) >= 0, then=e > 1), Truth.FALSE),
    (Orbit(e, 1, after(e), given=e / after(e) >= 1, then=e > 0), Truth.TRUE),
    (ForAll(e0, given=e0 > 0, then=Orbit(e, e0, after(e), given=after(e) <= 1 / (e - 1), then=e <= e0 + 5)), Truth.FALSE),
])  # fmt: skip
def test_what_is_given_of_a_step_and_has_no_value_is_not_met(statement: Any, truth: Truth) -> None:
    assert decide(statement).truth is truth


def test_a_run_ends_where_no_step_is_given() -> None:
    def counts(limit: int) -> Orbit:
        return Orbit(k, 0, k + 1, given=k < 3, then=k <= limit)

    assert decide(counts(2)).truth is not Truth.TRUE
    assert decide(counts(3)).truth is not Truth.FALSE
    assert decide(Orbit(k, 0, k + 1, given=k < 3, then=k < 4)).truth is Truth.TRUE
    assert decide(Orbit(k, 0, k + 1, given=k < 3, then=k <= 1)).truth is Truth.FALSE


def test_what_is_given_says_nothing_new() -> None:
    assert decide(ForAll((c, e0), then=Orbit(e, e0, after(e), given=after(e) <= c * e, then=after(e) <= c * e))).truth is Truth.HOLLOW


@pytest.mark.parametrize(
    ("orbit", "message"),
    [
        (lambda: Orbit(e, 1, after(e), then=e > 0), "got e' as the step of a state variable and nothing of it in given="),
        (lambda: Orbit((e, u), (1, 1), (e / 2, after(e)), then=e > 0), "got a step that depends on e', which is known by its own step"),
        (lambda: Orbit(e, 1, after(e), given=3, then=e > 0), "Orbit: given=: got int '3'"),
    ],
    ids=["nothing given", "the future", "no condition"],
)
def test_a_step_that_is_not_known_is_refused(orbit: Callable[[], Any], message: str) -> None:
    with pytest.raises(DefinitionError, match=message):
        orbit()


def test_it_reads_as_a_text_has_it() -> None:
    orbit = Orbit(e, e0, after(e), given=after(e) <= c * e, then=e <= e0)
    assert words_of(orbit) == "starting from (e) = (e₀) and repeating (e) ↦ (e′) with e′ ≤ c·e, at every step e ≤ e₀"
    assert r"e \mapsto e'\text{ with } e' \le c\,e:" in latex_of(orbit)
