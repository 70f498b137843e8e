"""LaTeX in the ledger becomes MathML on the page, or stays visible as source."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from probatum_reports.words.lines import lines, wide
from probatum_reports.words.mathematics import LONGEST, formula, typeset
from probatum_reports.words.prose import Text, runs
from tests.each import each


def tags(latex: str) -> list[str]:
    mathml = formula(latex).mathml
    assert mathml is not None
    return [element.tag for element in ElementTree.fromstring(mathml).iter()]


def test_a_formula_becomes_mathml() -> None:
    assert (
        formula(r"\frac{1}{x_2}").mathml == '<math alttext="1 over x 2"><mfrac><mn>1</mn><msub><mi>x</mi><mn>2</mn></msub></mfrac></math>'
    )


def test_a_block_is_in_display_style() -> None:
    block, inline = formula("x", block=True).mathml, formula("x").mathml
    assert block == '<math display="block"><mi>x</mi></math>'
    assert inline == "<math><mi>x</mi></math>"


@pytest.mark.parametrize(
    ("latex", "mathml"),
    [
        (r"x \Rightarrow y", '<math alttext="x implies y"><mi>x</mi><mo>⇒</mo><mi>y</mi></math>'),
        ("-x", '<math alttext="minus x"><mo>−</mo><mi>x</mi></math>'),
        (r"2\,x_1", '<math alttext="2 x 1"><mn>2</mn><msub><mi>x</mi><mn>1</mn></msub></math>'),
        (r"2\,3", '<math alttext="2 3"><mn>2</mn><mspace width=".16em"/><mn>3</mn></math>'),
        (
            r"x\,\text{for}\:y",
            '<math alttext="x for y"><mi>x</mi><mspace width=".16em"/><mtext>for</mtext><mspace width=".22em"/><mi>y</mi></math>',
        ),
        (r"\dfrac{x}{y}", '<math alttext="x over y"><mstyle displaystyle="true"><mfrac><mi>x</mi><mi>y</mi></mfrac></mstyle></math>'),
        (r"2\,\frac{1}{3}", '<math alttext="2 1 over 3"><mn>2</mn><mspace width=".16em"/><mfrac><mn>1</mn><mn>3</mn></mfrac></math>'),
        (
            r"\left(-x\right)",
            '<math alttext="(minus x)"><mrow><mo>(</mo><mo lspace="0" rspace="0">−</mo><mi>x</mi><mo>)</mo></mrow></math>',
        ),
        (r"\operatorname{rank} A", '<math alttext="rank A"><mrow><mi>rank</mi><mo lspace=".16em">\u2061</mo><mi>A</mi></mrow></math>'),
    ],
)
def test_nothing_is_written_that_changes_nothing(latex: str, mathml: str) -> None:
    assert formula(latex).mathml == mathml


def test_what_sympy_prints_is_understood() -> None:
    assert "mtable" in tags(r"\left[\begin{matrix}2 & 0\\0 & 50\end{matrix}\right]")
    assert "msqrt" in tags(r"\sqrt{\left|{x}\right|}")
    assert "mtd" in tags(r"\begin{cases} x & \text{for}\: x > 0 \\0 & \text{otherwise} \end{cases}")


@pytest.mark.parametrize(
    "latex",
    [r"\frac{1}{", r"\nosuchcommand", "a $ b", "", "  ", r"\href{javascript:alert(1)}{x}", r"\eqref{a}", r"\boxed{x}", "x" * (LONGEST + 1)],
)
def test_rejected_latex_keeps_its_source(latex: str) -> None:
    assert formula(latex).mathml is None
    assert formula(latex).latex == latex


@pytest.mark.parametrize(
    "latex",
    [
        "{" * 60_000 + "x" + "}" * 60_000,
        "{" * 1_500 + "x" + "}" * 1_500,
        r"\sqrt" * 700 + "{x}",
        r"\left(" * 300 + r"\right)" * 300,
        r"\newcommand{\a}{x}\a",
    ],
    ids=["far too long", "deep braces", "deep commands", "deep brackets", "a command of its own"],
)
def test_what_could_overflow_the_converter_is_rejected(latex: str) -> None:
    assert formula(latex).mathml is None


def test_no_style_attribute_is_left_but_alignment_stays() -> None:
    mathml = formula(r"\begin{aligned} a &= b \\ c &= d \end{aligned}").mathml
    assert mathml is not None
    assert " style=" not in mathml
    assert 'class="cell-right"' in mathml
    assert 'class="cell-left"' in mathml


def test_colours_of_the_author_are_dropped() -> None:
    assert formula(r"\color{red}{x}").mathml == "<math><mi>x</mi></math>"


def test_markup_in_a_formula_is_text() -> None:
    mathml = formula(r"\text{</math><script>alert(1)</script>}").mathml
    assert mathml is not None
    assert "<script" not in mathml
    assert tags(r"\text{<script>}") == ["math", "mtext"]


def test_a_formula_that_may_overflow_is_known_by_its_signs() -> None:
    assert not formula(r"\alpha < \frac{2}{\lambda_{\mathrm{largest}}}").is_wide
    assert formula(r"1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 = 78").is_wide


def test_words_and_formulas_take_turns() -> None:
    assert [(run.kind, getattr(run, "text", None) or getattr(run, "latex", None)) for run in runs(r"Let $x_1$ be \$5 or $y$.")] == [
        ("text", "Let "),
        ("formula", "x_1"),
        ("text", " be $5 or "),
        ("formula", "y"),
        ("text", "."),
    ]


def test_a_dollar_sign_alone_is_a_character() -> None:
    assert runs("It costs $5.") == (Text("It costs $5."),)
    assert runs("") == ()


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"\frac{\kappa - 1}{\kappa + 1}", "(κ minus 1) over (κ plus 1)"),
        (r"1 - 2\lambda_s/\lambda_l", "1 minus 2 λ s / λ l"),
        (r"x_1^2 + 25 x_2^2", "x 1 squared plus 25 x 2 squared"),
        (r"\sqrt{1 - \rho^{2}}", "square root of (1 minus ρ squared)"),
        (r"\left(1 - \alpha\right)^{k + 1}", "(1 minus α) to the power k plus 1"),
        (r"\forall\, x \in \mathbb{R}:\; x \ge 0 \;\Rightarrow\; x' \ne 1", "for all x in the reals: x at least 0 implies x′ is not 1"),
        (r"\left[\begin{matrix}2 & 0\\0 & 50\end{matrix}\right]", "[2, 0; 0, 50]"),
        (r"T^{-1}", "T to the power minus 1"),
        (r"\alpha", "α"),
    ],
)
def test_a_formula_is_said_in_words(latex: str, said: str) -> None:
    assert formula(latex).spoken == said


def test_a_single_sign_says_itself() -> None:
    assert formula("x").mathml == "<math><mi>x</mi></math>"


LONG_STATEMENT = (
    r"\forall\,\alpha, \lambda_{s}, \lambda_{l} \in \mathbb{R}:\; \alpha > 0,\; \lambda_{s} > 0,\; \lambda_{s} < \lambda_{l},\; "
    r"\alpha\,\left(\lambda_{l} + \lambda_{s}\right) < 2 \;\Rightarrow\; "
    r"\left|{\alpha\,\lambda_{l} - 1}\right| < \left|{\alpha\,\lambda_{s} - 1}\right|"
)


def test_a_long_formula_is_broken_where_it_keeps_apart_and_loses_nothing() -> None:
    found = lines(LONG_STATEMENT, 30)
    assert "".join(found) == LONG_STATEMENT
    assert found[0].endswith(r"\in \mathbb{R}:\; ")
    assert found[-1].startswith(r"\;\Rightarrow\;")
    assert all(wide(line) <= 30 for line in each(found))
    assert lines(LONG_STATEMENT, 1_000) == (LONG_STATEMENT,)


def test_statements_that_are_joined_stand_on_lines_of_their_own() -> None:
    assert lines(r"a = b \quad \text{and} \quad c = d", 100) == ("a = b", r"\text{and}  c = d")


@pytest.mark.parametrize("latex", [r"\frac{a = b}{c = d}", r"\left(a = b\right)", r"\begin{matrix}a = b\end{matrix}", r"x_{a = b}"])
def test_nothing_is_broken_within_brackets(latex: str) -> None:
    assert lines(latex, 2) == (latex,)


def test_every_line_is_set_or_none_is() -> None:
    assert [line.mathml is not None for line in typeset(LONG_STATEMENT + " = 0" * 20)].count(True) >= 2
    assert typeset(r"a = \nosuchcommand") == ()
    assert typeset("") == ()
