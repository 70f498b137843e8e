"""Tests of how propositions read: as LaTeX that renders, and as plain sentences."""

from __future__ import annotations

from typing import Any

import pytest
import sympy
from hypothesis import strategies as st

from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.spelling.prose import check_latex
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property

x, y, x2, rate, alpha = reals("x y x2 rate alpha")
n, k = integers("n k")
EXAMPLES = [
    (
        ForAll((x, y), given=sympy.And(Gt(x, 0), Lt(x, y)), then=Lt(x**2, y**2)),
        r"\forall\,x, y \in \mathbb{R}:\; x > 0,\; x < y \;\Rightarrow\; x^{2} < y^{2}",
        "For all real x, y with x > 0 and x < y: x² < y².",
    ),
    (
        Exists((n, k), given=Gt(n, 1), then=Eq(n * k, 6)),
        r"\exists\,n, k \in \mathbb{Z}:\; n > 1 \;\land\; k\,n = 6",
        "There are integer n, k with n > 1 and k·n = 6.",
    ),
    (Exists(x, then=Eq(x, 1)), r"\exists\,x \in \mathbb{R}:\; x = 1", "There is real x with x = 1."),
    (AlmostAll(x, then=Ne(x, 0)), r"\text{for almost all } x \in \mathbb{R}:\; x \ne 0", "For almost all real x: x ≠ 0."),
    (
        ForAll((x, n), then=Le(x, n)),
        r"\forall\,n \in \mathbb{Z},\; x \in \mathbb{R}:\; x \le n",
        "For all integer n and real x: x ≤ n.",
    ),
    (
        ForAll(x, given=sympy.Or(Lt(x, 0), Gt(x, 1)), then=sympy.And(Ne(x, 0), sympy.Or(Lt(x, 1), Gt(x, 1)))),
        None,
        "For all real x with (x > 1 or x < 0): (x > 1 or x < 1) and x ≠ 0.",
    ),
    (Equal(Multiset((2, 50)), (2, 50)), r"\{2, 50\} = \{2, 50\}", "{2, 50} = {2, 50}."),
    (Equal(sympy.Matrix([[1, x], [0, 2]]), sympy.eye(2), r"\nabla^2 f"), None, "[[1, x], [0, 2]] = [[1, 0], [0, 1]]."),
    (Equal(sympy.Matrix([1, x]), sympy.Matrix([1, 2])), None, "[1, x] = [1, 2]."),
    (Rounded(sympy.sqrt(2), Printed("1.41")), r"\sqrt{2} \approx 1.41", None),
    (
        Orbit(x2, 1, x2 / 2, then=Lt(after(x2), x2)),
        r"{x_{2}}_{0} = 1,\; x_{2} \mapsto",
        "Starting from (x₂) = (1) and repeating (x₂) ↦ (x₂/2), at every step x₂′ < x₂.",
    ),
    (
        Orbit((x, y), (1, 0), (y, -x), then=Ge(x, -1)),
        r"{\left( x, \  y\right)}_{0} = \left( 1, \  0\right)",
        "Starting from (x, y) = (1, 0) and repeating (x, y) ↦ (y, -x), at every step x ≥ -1.",
    ),
    (
        All(Equal(x, 1), Lt(y, 2)),
        r"x = 1 \quad \text{and} \quad y < 2",
        None,
    ),
    (Property({"k": st.none()}, bool, "50 % of {all} cost_$5 & more."), None, "50 % of {all} cost_$5 & more."),
    (ForAll(x, then=sympy.Implies(Gt(x, 0), Lt(-x, 1))), None, "For all real x: x > 0 implies -x < 1."),
    (ForAll(x, then=sympy.Not(sympy.And(Gt(x, 0), Lt(x, 1)), evaluate=False)), None, None),
    (ForAll(rate, then=Lt(sympy.Abs(1 - rate * alpha), 1)), None, "For all real rate: |α·rate - 1| < 1."),
    (ForAll(x, then=Exists(y, then=Gt(y, x))), None, "For all real x: there is real y with y > x."),
]


@pytest.mark.parametrize(("statement", "latex", "sentence"), EXAMPLES, ids=[str(number) for number in range(len(EXAMPLES))])
def test_statements_read_well_and_render(statement: Any, latex: str | None, sentence: str | None) -> None:
    assert latex is None or latex_of(statement).startswith(latex)
    assert sentence is None or sentence_of(statement) == sentence
    if not isinstance(statement, Orbit):
        check_latex(latex_of(statement), "statement")


def test_an_orbit_of_an_indexed_variable_renders() -> None:
    check_latex(latex_of(Orbit(x2, 1, x2 / 2, then=Lt(after(x2), x2))), "statement")


def test_an_orbit_renders() -> None:
    check_latex(latex_of(Orbit(x, 1, x / 2, then=Lt(after(x), x))), "statement")
    check_latex(latex_of(Orbit((x, y), (1, 0), (y, -x), then=Ge(x, -1))), "statement")


def test_what_names_the_left_side_stands_in_the_formula() -> None:
    assert latex_of(Equal(x, 1, r"\lambda_{\min}")) == r"\lambda_{\min} = 1"


def test_words_stand_upright_and_letters_slanted() -> None:
    assert latex_of(rate) == r"\mathrm{rate}"
    assert latex_of(alpha) == r"\alpha"
    assert latex_of(x2) == "x_{2}"
    assert latex_of(after(x2)) == "x_{2}'"
    assert latex_of(reals("size_left")) == r"\mathrm{size}_{\mathrm{left}}"


def test_the_same_statement_reads_the_same_in_whatever_order_it_was_written() -> None:
    first, second = sympy.And(Lt(y, 2), Gt(x, 0)), sympy.And(Gt(x, 0), Lt(y, 2))
    assert latex_of(first) == latex_of(second)


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [(All(Equal(x, 1), Lt(y, 2)), "x = 1; and y < 2."), (Rounded(sympy.sqrt(2), Printed("1.41")), "sqrt(2) rounds to 1.41.")],
    ids=["All", "Rounded"],
)
def test_a_variable_keeps_its_letter_at_the_start_of_a_sentence(statement: Any, sentence: str) -> None:
    assert sentence_of(statement) == sentence


def test_text_is_escaped_in_formulas() -> None:
    text = Property({"k": st.none()}, bool, "a_b {c} 5% $x$ #1 & d")
    check_latex(latex_of(text), "statement")
    assert latex_of(text) == r"\text{a\_b \{c\} 5\% \$x\$ \#1 \& d}"


@pytest.mark.parametrize("sign", ["^", "~", "\\"])
def test_signs_of_latex_are_escaped_in_formulas(sign: str) -> None:
    check_latex(latex_of(Property({"k": st.none()}, bool, f"a{sign}b")), "statement")
