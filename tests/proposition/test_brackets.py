"""Tests that sentences and formulas have the brackets without which they would say something else."""

from __future__ import annotations

import pytest

from probatum import complexes, features, integers, random, reals
from probatum.proposition.evaluated import shown
from probatum.proposition.reading.sentences import latex_of, sentence_of
from probatum.proposition.spelling.prose import check_latex
from tests.authored import authored

a, t, x, y, z, xabs = reals("a t x y z xabs")
k, n = integers("k n")
u, w = features("u w", of=n)
NAMES = {"a": a, "t": t, "x": x, "y": y, "z": z, "xabs": xabs, "k": k, "n": n, "u": u, "w": w, "X": random("X"), "c": complexes("c")}
SLOPE, END = "Derivative(x**2, x, evaluate=False)", "Limit(a + 1/n, n, oo)"
SENTENCES = {
    f"ForAll(x, then=Eq({SLOPE}**2, 4*x**2))": "For all real x: (d/dx x²)² = 4·x².",
    f"ForAll(x, then=Eq(2**{SLOPE}, 4**x))": "For all real x: 2^(d/dx x²) = 4^x.",
    f"ForAll(x, given=x > 0, then=Eq(1/{SLOPE}, 1/(2*x)))": "For all real x with x > 0: 1/(d/dx x²) = 1/(2·x).",
    f"ForAll(x, given=x > 0, then=Eq({SLOPE}/x, 2))": "For all real x with x > 0: (d/dx x²)/x = 2.",
    f"ForAll(x, then=Eq(x*{SLOPE}, 2*x**2))": "For all real x: x·d/dx x² = 2·x².",
    "ForAll(x, then=Eq(Piecewise((x, x > 0), (-x, True))**2, x**2))": "For all real x: ((x where x > 0, else -x))² = x².",
    f"ForAll(x, then=Eq(-{SLOPE}, -2*x))": "For all real x: -d/dx x² = -2·x.",
    f"ForAll(a, then=Eq({END}**2, a**2))": "For all real a: (lim(n → ∞) (a + 1/n))² = a².",
    f"ForAll(a, then=Eq({END}/2, a/2))": "For all real a: (lim(n → ∞) (a + 1/n))/2 = a/2.",
    f"ForAll(a, given=a > 0, then=Eq(a**{END}, a**a))": "For all real a with a > 0: a^(lim(n → ∞) (a + 1/n)) = a^a.",
    f"ForAll(a, then=Eq(a*{END}, a**2))": "For all real a: a·lim(n → ∞) (a + 1/n) = a².",
    "ForAll((u, w, n), then=total(u*w)**2 <= total(u**2)*total(w**2))": (
        "For all integer n and numbers u, w with indices from 1 to n: (Σ(u·w))² ≤ Σ(u²)·Σ(w²)."
    ),
    "ForAll((X, t), then=P(Or(X >= t, X <= -t)) <= 1)": "For all real t and independent random variables X: P[X ≥ t or X ≤ -t] ≤ 1.",
    "ForAll((X, t), then=P(And(X >= t, X <= 2*t)) <= 1)": "For all real t and independent random variables X: P[X ≥ t and X ≤ 2·t] ≤ 1.",
    "ForAll(x, then=Implies(x > 0, Implies(x > 1, x > -1)))": "For all real x: x > 0 implies (x > 1 implies x > -1).",
    "ForAll(x, then=Implies(Implies(x > 0, x > 1), x > -1))": "For all real x: (x > 0 implies x > 1) implies x > -1.",
    "ForAll(x, then=Or(Implies(x > 0, x > 1), x > -1))": "For all real x: (x > 0 implies x > 1) or x > -1.",
    "ForAll(x, given=Implies(x > 0, x > 1), then=x > -1)": "For all real x with (x > 0 implies x > 1): x > -1.",
    "ForAll(x, then=Iff(Implies(x > 0, x <= 5), x <= 5))": "For all real x: (x > 0 implies x ≤ 5) exactly if x ≤ 5.",
    "ForAll(x, given=x > 0, then=All(ForAll(y, then=y**2 >= 0), x > -1))": (
        "For all real x with x > 0: (for all real y: y² ≥ 0; and x > -1)."
    ),
    "ForAll(x, then=Any(x**3 >= 0, x <= 7))": "For all real x: (x³ ≥ 0; or x ≤ 7).",
    "Exists(x, given=x > 0, then=Or(x < 1, x > 2))": "There is real x with x > 0 and (x > 2 or x < 1).",
    "Exists(x, then=Or(x < 1, x > 2))": "There is real x with x > 2 or x < 1.",
    "All(ForAll(x, then=x**2 >= 0), ForAll(y, then=y**2 >= 0))": "For all real x: x² ≥ 0; and for all real y: y² ≥ 0.",
    "AtMost(0, Exists(x, then=Eq(1/x, 0)))": "Not (there is real x with 1/x = 0).",
    "ForAll((x, xabs), then=xabs <= x)": "For all real x, xabs: xabs ≤ x.",
    "ForAll(x, given=sqrt(x)**2 <= 1, then=Le(-x, 0))": "For all real x with (sqrt(x))² ≤ 1: -x ≤ 0.",
    "Exists(x, given=Eq(x, -1), then=Le(exp(log(x)), 0))": "There is real x with x = -1 and exp(log(x)) ≤ 0.",
    "ForAll(x, given=And(1/(1/x) <= 1, x > 0), then=Le(x, 1))": "For all real x with 1/(1/x) ≤ 1 and x > 0: x ≤ 1.",
    "has_eigenvalues([[2, 1], [1, 2]], (1, 3))": "The eigenvalues of [[2, 1], [1, 2]] are 1, 3.",
    "ForAll(x, then=Le(log(exp(x)), x + 1))": "For all real x: x ≤ x + 1.",
}  # fmt: skip
FORMULAS = {
    "ForAll(x, then=Eq(Derivative(x**2*(x + 1), x, evaluate=False), 3*x**2 + 2*x))": (
        r"\frac{d}{d x} \left(x^{2}\,\left(x + 1\right)\right) ="
    ),
    "ForAll(x, then=Eq(Derivative(x**2 + 1, x, evaluate=False), 2*x))": r"\frac{d}{d x} \left(x^{2} + 1\right) =",
    "ForAll((u, w, n), then=total(u*w)**2 <= total(u**2)*total(w**2))": (
        r"\left(\sum_{i} \left(u\,w\right)\right)^{2} \le \left(\sum_{i} u^{2}\right)\,\sum_{i} w^{2}"
    ),
    "ForAll((u, n), then=average(u)**2 <= average(u**2))": r"\frac{\left(\sum_{i} u\right)^{2}}{n^{2}} \le \frac{\sum_{i} u^{2}}{n}",
    "ForAll((u, n), then=0 <= total(exp(u))**2)": r"\left(\sum_{i} e^{u}\right)^{2}",
    "ForAll(n, then=Eq(-Mod(-n, 3), -Mod(2*n, 3)))": (
        r"- {\left(\left(- n\right) \;\mathrm{mod}\; 3\right)} = - {\left(2\,n \;\mathrm{mod}\; 3\right)}"
    ),
    "ForAll(n, then=Eq(n + Mod(-n, 3), 3*Mod(n, 2)))": (
        r"n + \left(2\,n \;\mathrm{mod}\; 3\right) = 3\,{\left(n \;\mathrm{mod}\; 2\right)}"
    ),
    "ForAll(n, then=Eq(Mod(Mod(n, 4), 2), Mod(n, 2)))": r"\left(n \;\mathrm{mod}\; 4\right) \;\mathrm{mod}\; 2 = n \;\mathrm{mod}\; 2",
    "ForAll(n, then=Eq(Mod(n, 2)**2, Mod(n, 2)))": r"\left(n \;\mathrm{mod}\; 2\right)^{2} = n \;\mathrm{mod}\; 2",
    "ForAll(x, given=x > 0, then=Any(ForAll(y, then=y > x), x < 1))": (
        r"x > 0 \;\Rightarrow\; \left(\left(\forall\,y \in \mathbb{R}:\; y > x\right) \quad \text{or} \quad x < 1\right)"
    ),
    "ForAll(x, given=x > 0, then=Iff(x > 1, x**2 > 1))": r"x > 0 \;\Rightarrow\; \left(x > 1 \;\Longleftrightarrow\; x^{2} > 1\right)",
    "ForAll((x, y), given=Implies(x > 0, y > 0), then=y > x)": r"\left(x > 0 \Rightarrow y > 0\right) \;\Rightarrow\; y > x",
    "All(ForAll(x, then=x > 0), ForAll(y, then=y > 0))": (
        r"\left(\forall\,x \in \mathbb{R}:\; x > 0\right) \quad \text{and} \quad \left(\forall\,y \in \mathbb{R}:\; y > 0\right)"
    ),
    "Exists(x, given=x > 0, then=Or(x < 1, x > 2))": r"x > 0 \;\land\; \left(x > 2 \lor x < 1\right)",
    "AtMost(0, Exists(x, then=Eq(1/x, 0)))": r"\lnot \left(\exists\,x \in \mathbb{R}:\; \frac{1}{x} = 0\right)",
    "ForAll((x, xabs), then=xabs <= x)": r"\mathrm{xabs} \le x",
    "ForAll(x, then=Eq(Piecewise((x, x > 0), (-x, True))**2, x**2))": (
        r"\left(\begin{cases} x & \text{for}\: x > 0 \\- x & \text{otherwise} \end{cases}\right)^{2} = x^{2}"
    ),
    "ForAll(c, then=Eq(c*conjugate(c), modulus(c)**2))": r"\text{(c) (conjugate(c)) = (sqrt(Im(c)ˆ2 + Re(c)ˆ2))ˆ2}",
}  # fmt: skip


@pytest.mark.parametrize("source", SENTENCES)
def test_sentences_say_what_is_stated(source: str) -> None:
    assert sentence_of(shown(authored(source, **NAMES))) == SENTENCES[source]


@pytest.mark.parametrize("source", FORMULAS)
def test_formulas_say_what_is_stated(source: str) -> None:
    formula = latex_of(shown(authored(source, **NAMES)))
    assert FORMULAS[source] in formula
    check_latex(formula, "statement")
