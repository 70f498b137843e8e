"""Tests of several equal steps of a method: a bound on one step, from any point, is one on each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from probatum import functions, gradient, minimizer, operators, proximal, reals, vectors
from probatum.decide.deciding import decide
from probatum.decide.in_general.general import flat
from probatum.decision import Truth
from probatum.lowering.classes.repeated_steps import step_by_step
from probatum.proposition.evaluated import plain
from tests.authored import authored, truth_of
from tests.each import each

a, b, L, mu = reals("a b L mu")
x, y = vectors("x y")
f, h = functions("f", smooth=L, strongly=mu), functions("h", strongly=mu)
p = functions("p", convex=True)
c, g, T = functions("c", convex=True, smooth=L), functions("g", smooth=L), operators("T", nonexpansive=True)
Step = Callable[[Any], Any]


def times(step: Step) -> Callable[[Any, int], Any]:
    """So many steps from a point."""

    def made(point: Any, count: int) -> Any:
        for _ in range(count):
            point = step(point)
        return point

    return made


def descent(function: Any, rate: Any = a) -> Step:
    return lambda point: point - rate * gradient(function, point)


NAMES: dict[str, Any] = {"a": a, "b": b, "L": L, "mu": mu, "x": x, "y": y, "f": f, "h": h, "c": c, "g": g, "T": T}
NAMES |= {"f_after": times(descent(f)), "c_after": times(descent(c)), "g_after": times(descent(g))}
NAMES |= {"near": times(lambda point: proximal(h, a, point)), "mixed": times(lambda point: (1 - b) * point + b * T(point))}
NAMES |= {"best": minimizer(f), "least": minimizer(h), "lowest": minimizer(c)}
NAMES |= {"p": p, "split": times(lambda point: proximal(p, a, point - a * gradient(f, point)))}
NAMES["other"] = lambda point: point - b * gradient(f, point)
BOTH = "And(0 < mu, mu < L, 0 < a, a <= 1/L, 0 < b, b <= 1/L)"
CURVED = "And(0 < mu, mu < L, 0 < a, a <= 2/(L + mu))"


def about(then: str, given: str = CURVED, function: str = "f") -> str:
    """A statement about steps of a method."""
    return f"ForAll(({function}, x, y, a, b, L, mu), given={given}, then={then})"


PROXIMAL = {"given": "And(a > 0, mu >= 0)", "function": "h"}
TRUE = [
    about("norm(f_after(x, 2) - best)**2 <= (1 - a*mu)**4*norm(x - best)**2"),
    about("norm(f_after(x, 2) - best)**2 <= Max((1 - a*mu)**4, (1 - a*L)**4)*norm(x - best)**2", "And(0 < mu, mu < L, a > 0)"),
    about("norm(f_after(x, 2) - best) <= Max((1 - a*mu)**2, (1 - a*L)**2)*norm(x - best)", "And(0 < mu, mu < L, a > 0)"),
    about("norm(f_after(x, 3) - f_after(y, 3)) <= (1 - a*mu)**3*norm(x - y)"),
    about("f(f_after(x, 2)) - f(best) <= (1 - a*mu)**2*(f(x) - f(best))", "And(0 < mu, mu < L, 0 < a, a <= 1/L)"),
    about("norm(gradient(c, c_after(x, 2))) <= norm(gradient(c, x))", "And(0 < a, a < 2/L)", "c"),
    about("g(g_after(x, 2)) <= g(x)", "And(0 < a, a <= 2/L)", "g"),
    about("norm(near(x, 3) - least) <= norm(x - least)/(1 + a*mu)**3", **PROXIMAL),
    about("norm(mixed(x, 2) - mixed(y, 2)) <= norm(x - y)", "And(0 < b, b < 1)", "T"),
    about("norm(f_after(x, 2) - best) >= (1 - a*L)**2*norm(x - best)", "And(0 < mu, mu < L, 0 < a, a <= 1/L)"),
    about("norm(other(f_after(x, 1)) - best) <= (1 - a*mu)*(1 - b*mu)*norm(x - best)", BOTH),
    about("norm(other(f_after(x, 1)) - best) <= norm(x - best)", BOTH),
    about("norm(split(x, 2) - split(y, 2)) <= (1 - a*mu)**2*norm(x - y)", "And(0 < mu, mu < L, 0 < a, a <= 1/L)", "f, p"),
]
FALSE = [
    about("norm(f_after(x, 2) - f_after(y, 1)) <= norm(x - y)"),
    about("norm(f_after(x, 2) - best) <= norm(y - best)"),
    about("norm(f_after(x, 2) - best)**2 <= (1 - a*mu)**5*norm(x - best)**2", "And(0 < mu, mu < L, 0 < a, a <= 1/L)"),
    about("norm(f_after(x, 2) - best)**2 <= (1 - a*L)**4*norm(x - best)**2"),
    about("norm(f_after(x, 2) - best)**2 <= Rational(99, 100)*(1 - a*mu)**4*norm(x - best)**2"),
    about("g(g_after(x, 2)) <= g(x)", "And(0 < a, a <= 3/L)", "g"),
    about("norm(near(x, 2) - least) <= norm(x - least)/(1 + a*mu)**3", **PROXIMAL),
    about("norm(f_after(x, 2) - best) >= (1 - a*mu)**2*norm(x - best)", "And(0 < mu, mu < L, 0 < a, a <= 1/L)"),
    about("norm(other(f_after(x, 1)) - best) <= (1 - a*L)*(1 - b*mu)*norm(x - best)", BOTH),
    about("norm(split(x, 2) - split(y, 2)) <= (1 - a*mu)**3*norm(x - y)", "And(0 < mu, mu < L, 0 < a, a <= 1/L)", "f, p"),
    about("norm(mixed(x, 2) - mixed(y, 2)) <= (1 - b)*norm(x - y)", "And(0 < b, b < 1)", "T"),
]


@pytest.mark.parametrize("text", TRUE)
def test_a_bound_on_several_steps_is_proved_by_one_on_each(text: str) -> None:
    decided = decide(authored(text, **NAMES), thorough=False)
    assert decided.truth is Truth.TRUE
    assert any("a bound on one step from any point holds for each step in turn" in one.reason for one in each(decided.decisions))


@pytest.mark.parametrize("text", FALSE)
def test_what_is_false_of_several_steps_is_refuted(text: str) -> None:
    assert truth_of(text, **NAMES) is Truth.FALSE


def test_what_is_no_product_of_rates_of_single_steps_is_not_taken_for_one() -> None:
    rows = [
        about("norm(f_after(x, 1) - best) <= norm(x - best)"),
        about("f(x) <= 2*f(x) - f(x)"),
        about("norm(other(f_after(x, 1)) - best) <= (1 - a*b*mu)*norm(x - best)"),
        about("norm(other(f_after(x, 1)) - best) <= (1 - mu)*norm(x - best)"),
        about("norm(f_after(x, 3) - best)**2 <= Max((1 - a*mu)**3, (1 - a*L)**3)*norm(x - best)**2"),
        about("norm(f_after(x, 2) - best) <= (1 - a*mu)**3*norm(x - best)"),
        about("norm(f_after(x, 2) - best) <= 2*norm(x - best)"),
        about("norm(f_after(x, 2) - x) <= norm(x - best)"),
        about("norm(f_after(x, 2) - best) <= norm(x - best)", "And(0 < a, norm(x - best) <= 1)"),
        about("norm(f_after(x, 2) - best) < norm(x - best)"),
    ]
    for text in each(rows):
        assert step_by_step(flat(plain(authored(text, **NAMES)))) is None, text
