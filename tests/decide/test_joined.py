"""Tests of propositions that are joined: equivalences, disjunctions, so and so many of several; with false twins."""

from __future__ import annotations

from typing import Any as Value

import pytest
import sympy
from sympy import cos, exp, log, sin, sqrt

from probatum import (
    All,
    And,
    Any,
    AtLeast,
    AtMost,
    Eq,
    Equal,
    Eventually,
    Exactly,
    Exists,
    ForAll,
    ForSmall,
    Ge,
    Gt,
    Iff,
    Le,
    Lt,
    Ne,
    Or,
    Orbit,
    Property,
    after,
    integers,
    norm,
    reals,
    vectors,
)
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, UndefinedError
from probatum.judge.variants import negated
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.joined import opposite, prenexed
from probatum.proposition.canonical import same
from probatum.proposition.joining import condition_of
from probatum.proposition.parts import subpropositions
from probatum.proposition.phrases.connective import denied
from probatum.proposition.reading.sentences import latex_of, sentence_of, words_of
from tests.authored import truth_of
from tests.each import each

x, y, a, b, c, q = reals("x y a b c q")
n, k, m = integers("n k m")
u, v = vectors("u v")
SQUARE, STRICT, NONE = ForAll(x, then=Ge(x**2, 0)), ForAll(x, then=Gt(x**2, 0)), Exists(x, then=Lt(x**2, 0))
LONGER = (Ge(norm(u), norm(v)), Ge(norm(v), norm(u)))
SHRINKS = Lt(sympy.Abs(1 - a * x), 1)
ROOT = Exists(x, then=Eq(a * x**2 + b * x + c, 0))

TWINS: list[tuple[Value, Value]] = [
    (ForAll(x, then=Iff(x**2 > 1, Or(x > 1, x < -1))), ForAll(x, then=Iff(x**2 > 1, x > 1))),
    (ForAll((x, y), then=Iff(Eq(x * y, 0), Any(Eq(x, 0), Eq(y, 0)))), ForAll((x, y), then=Iff(Eq(x * y, 0), All(Eq(x, 0), Eq(y, 0))))),
    (
        ForAll((a, b, c), given=Ne(a, 0), then=Iff(ROOT, b**2 - 4 * a * c >= 0)),
        ForAll((a, b, c), given=Ne(a, 0), then=Iff(ROOT, b**2 - 4 * a * c > 0)),
    ),
    (
        ForAll((a, b), then=Iff(ForAll(x, then=x**2 + a * x + b >= 0), a**2 <= 4 * b)),
        ForAll((a, b), then=Iff(ForAll(x, then=x**2 + a * x + b > 0), a**2 <= 4 * b)),
    ),
    (Any(STRICT, SQUARE), Any(STRICT, NONE)),
    (
        ForAll(x, then=Any(Exists(y, given=y > 0, then=Eq(y, x)), Exists(b, given=b >= 0, then=Eq(b, -x)))),
        ForAll(x, then=Any(Exists(y, given=y > 0, then=Eq(y, x)), Exists(b, given=b > 0, then=Eq(b, -x)))),
    ),
    (Exactly(1, STRICT, SQUARE, NONE), Exactly(2, STRICT, SQUARE, NONE)),
    (AtLeast(2, ForAll(x, then=Gt(exp(x), x)), SQUARE, NONE), AtLeast(2, ForAll(x, then=Gt(exp(x), 2 * x + 1)), SQUARE, NONE)),
    (AtMost(1, STRICT, SQUARE, NONE), AtMost(0, STRICT, SQUARE, NONE)),
    (AtLeast("0.3", STRICT, SQUARE, NONE), AtLeast("0.4", STRICT, SQUARE, NONE)),
    (AtMost("0.5", STRICT, SQUARE, NONE), AtMost("0.3", STRICT, SQUARE, NONE)),
    (Exactly(sympy.Rational(1, 3), STRICT, SQUARE, NONE), Exactly(sympy.Rational(2, 3), STRICT, SQUARE, NONE)),
    (ForAll(q, given=q > 0, then=Iff(Eventually(n, q**n < 1), q < 1)), ForAll(q, given=q > 0, then=Iff(Eventually(n, q**n < 1), q <= 1))),
    (ForAll(a, then=Iff(ForSmall(x, SHRINKS), a > 0)), ForAll(a, then=Iff(ForSmall(x, SHRINKS), a >= 0))),
    (
        ForAll(a, then=Exactly(1, Eventually(x, a * x > 0), Eventually(x, a * x < 0), Eq(a, 0))),
        ForAll(a, then=Exactly(1, Eventually(x, a * x >= 0), Eventually(x, a * x < 0), Eq(a, 0))),
    ),
    (Any(Eventually(n, n**2 < 100), STRICT, SQUARE), Any(Eventually(n, n**2 < 100), STRICT, NONE)),
    (ForAll((x, y), then=Exactly(1, x < y, y < x, Eq(x, y))), ForAll((x, y), then=Exactly(1, x < y, y < x))),
    (
        ForAll(n, given=n >= 0, then=Iff(2**n > n**2, Or(n < 2, n > 4))),
        ForAll(n, given=n >= 0, then=Iff(2**n > n**2, Or(n < 2, n > 3))),
    ),
    (
        ForAll(n, then=Iff(Exists(k, then=Eq(n, 2 * k)), Exists(m, then=Eq(n**2, 2 * m)))),
        ForAll(n, then=Iff(Exists(k, then=Eq(n, 4 * k)), Exists(m, then=Eq(n**2, 4 * m)))),
    ),
    (
        ForAll(n, then=Iff(Exists(k, then=Eq(n, 2 * k)), ForAll(m, then=Ne(n, 2 * m + 1)))),
        ForAll(n, then=Iff(Exists(k, then=Eq(n, 2 * k)), ForAll(m, then=Ne(n, 4 * m + 1)))),
    ),
    (ForAll(x, then=Iff(Exists(y, then=Eq(exp(y), x)), x > 0)), ForAll(x, then=Iff(Exists(y, then=Eq(exp(y), x)), x >= 0))),
    (
        ForAll(x, then=Iff(Exists(y, then=Eq(sin(y), x)), Le(sympy.Abs(x), 1))),
        ForAll(x, then=Iff(Exists(y, then=Eq(cos(y), x)), Lt(sympy.Abs(x), 1))),
    ),
    (
        ForAll(a, then=Iff(Exists(x, then=Eq(1 / x, a)), Ne(a, 0))),
        ForAll(a, then=Iff(Exists(x, then=Eq(1 / x, a)), a > 0)),
    ),
    (ForAll(x, given=x > 0, then=Iff(log(x) > 0, x > 1)), ForAll(x, given=x > 0, then=Iff(log(x) > 1, x > 2))),
    (Any(Orbit(x, 1, x / 2, then=x > 0), STRICT), Any(Orbit(x, 1, x / 2, then=x >= 1), STRICT)),
    (
        ForAll(a, then=Any(ForAll(x, then=a * x**2 >= 0), ForAll(x, then=a * x**2 <= 0))),
        ForAll(a, then=Any(ForAll(x, then=a * x >= 0), ForAll(x, then=a * x <= 0))),
    ),
    (
        ForAll(a, then=Any(Exists(x, then=x**2 < a), Exists(x, then=x**2 < 1 - a))),
        ForAll(a, then=Any(Exists(x, then=x**2 < a), Exists(x, then=x**2 < -a))),
    ),
    (
        Exists(x, then=Any(ForAll(y, then=x * y > y), ForAll(y, then=Eq(x * y, y)))),
        Exists(x, then=Any(ForAll(y, then=x * y > y), ForAll(y, then=Eq(x * y, 1)))),
    ),
    (  # several of these bind x, of which one comes to the front
        ForAll(a, given=a <= 2, then=Any(ForAll(x, then=x > a), Exists(x, then=exp(x) <= exp(a)))),
        ForAll(a, given=a <= 2, then=Any(ForAll(x, then=x > a), Exists(x, then=exp(x) - 1 <= a))),
    ),
    (
        ForAll(a, then=Any(ForAll(x, then=exp(x) > a), ForAll(y, then=Exists(x, then=exp(x) <= a)))),
        ForAll(a, given=a <= 2, then=Any(ForAll(x, then=x > a), ForAll(y, then=Exists(x, then=exp(x) - 1 <= a)))),
    ),
    (
        ForAll(a, then=Any(ForAll(x, then=exp(x) > a), ForAll(y, then=Exists(x, then=exp(x) < a)))),
        ForAll(a, then=Any(ForAll(x, then=x > a), ForAll(y, then=Exists(x, given=x > 0, then=exp(x) + y**2 < 1)))),
    ),
    (
        ForAll(a, then=Any(ForAll(x, then=x < a), Orbit(x, a, x + 1, then=x >= a))),
        ForAll(a, then=Any(ForAll(x, then=x < a), Orbit(x, a, x - 1, then=x >= a))),
    ),
    (
        ForAll(a, given=a > 0, then=Any(ForAll(x, given=x > 0, then=x > a), Orbit(y, a, y / 2, then=y > 0))),
        ForAll(a, given=a > 0, then=Any(ForAll(x, given=x > 0, then=x > a), Orbit(y, a, y / 2, then=y > 1))),
    ),
    (
        ForAll(a, then=Any(ForAll(x, then=x**2 >= a), Eventually(n, a * n > 1))),
        ForAll(a, then=Any(ForAll(x, then=x**2 > a), Eventually(n, a * n > 1))),
    ),
    (ForAll((u, v), then=Any(*LONGER)), ForAll((u, v), then=Exactly(1, *LONGER))),
    (
        Any(STRICT, ForAll((u, v), then=Le(norm(u + v), norm(u) + norm(v)))),
        Any(STRICT, ForAll((u, v), then=Ge(norm(u + v), norm(u) + norm(v)))),
    ),
]
READ = {
    "|x| is at least 0, or ...": (Any(SQUARE, x > 1), "(for all real x: x² ≥ 0); or x > 1"),
    "two of three": (AtLeast(2, x > 1, x > 2, x > 3), "at least two of these 3: x > 1; x > 2; x > 3"),
    "none of two": (Exactly(0, x > 1, x < 0), "exactly none of these 2: x > 1; x < 0"),
    "a share": (AtLeast("0.5", x > 1, x > 2), "at least 1/2 of these 2: x > 1; x > 2"),
    "exactly if": (Iff(x > 1, Any(x**2 > 1, x > 3)), "x > 1 exactly if (x² > 1; or x > 3)"),
    "most": (AtMost(7, *(x > number for number in range(8))), "at most 7 of these 8: " + "; ".join(f"x > {number}" for number in range(8))),
}
REFUSED: dict[str, tuple[Value, str]] = {
    "three": (lambda: Iff(x > 0, x > 1, x > 2), "Iff: got 3 propositions, wanted two"),
    "none": (lambda: Any(), "Any: got no parts, wanted at least one proposition"),
    "a number": (lambda: Any(x > 0, 3), "Any: got int '3', wanted a relation or a proposition"),
    "too many": (lambda: AtLeast(3, x > 0, x > 1), "AtLeast: got the number 3 for 2 propositions, wanted a whole number from 0 to 2"),
    "a share that is none": (lambda: AtLeast(sympy.Rational(5, 4), x > 0, x > 1), "or a share of them between 0 and 1, and then the prop"),
    "an uneven share": (lambda: Exactly("0.75", x > 0, x > 1), "Exactly: got 3/4 of 2 propositions, which is no whole number"),
    "no number": (
        lambda: AtMost(x > 0, x > 1),
        "AtMost: got the number x > 0 for 1 propositions, wanted a whole number from 0 to 1",
    ),
    "a predicate": (lambda: Any(Property({"i": None}, bool, "so"), x > 0), "Any: got a Property, wanted formal propositions"),
}


@pytest.mark.parametrize("true", [true for true, _ in TWINS], ids=words_of)
def test_what_is_true_together_is_proved(true: Value) -> None:
    found = decide(true)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("false", [false for _, false in TWINS], ids=words_of)
def test_its_false_twin_is_refuted(false: Value) -> None:
    assert decide(false).truth is Truth.FALSE


def test_an_iteration_is_bounded_exactly_for_some_factors() -> None:
    bounded = Orbit(x, 1, q * x, then=x <= 1)
    assert decide(ForAll(q, given=q > 0, then=Iff(bounded, q <= 1))).truth is Truth.TRUE
    assert decide(ForAll(q, given=q > 0, then=Iff(bounded, q <= 2))).truth is Truth.FALSE
    # an iteration that breaks late is not seen to break in its first steps, which refutes nothing
    late = Orbit(x, 1, x + q, then=x <= 10)
    assert decide(ForAll(q, given=q > 0, then=Iff(late, q < 0))).truth is Truth.UNDECIDED


def test_what_is_not_so_again_and_again_is_not_called_so() -> None:
    """Neither it nor its opposite is so from some number on: nothing is proved or refuted by one of the two alone."""
    signs = Eventually(n, q * (-1) ** n < 1)
    assert decide(ForAll(q, then=Iff(signs, sympy.Abs(q) <= 1))).truth is not Truth.TRUE
    assert decide(ForAll(q, then=Iff(signs, sympy.Abs(q) < 1))).truth is not Truth.FALSE


def test_what_it_refutes_says_which_part_is_false() -> None:
    shown = decide(Exactly(2, STRICT, SQUARE, NONE)).counterexample
    assert shown is not None
    assert shown.shows == "For all real x: x² > 0: false; for all real x: x² ≥ 0: true; there is real x with x² < 0: false."


@pytest.mark.parametrize(
    "statement",
    [
        ForAll(x, then=Iff(Gt(1 / x, 0), x > 0)),
        ForAll(x, then=Any(Gt(1 / x, 0), Le(1 / x, 0))),
        ForAll(x, then=AtLeast(1, Gt(1 / x, 0), x > -1)),
        Iff(ForAll(x, then=Gt(1 / x, 0)), SQUARE),
        Any(ForAll(x, then=Gt(log(x), 0)), SQUARE),
    ],
    ids=words_of,
)
def test_parts_must_be_defined(statement: Value) -> None:
    with pytest.raises(UndefinedError, match="admit a point at which the proposition is undefined: x = "):
        decide(statement)


def test_a_part_that_decides_saves_what_is_undefined_beside_it() -> None:
    assert decide(ForAll(x, then=Any(Eq(x, 0), Gt(1 / x**2, 0)))).truth is Truth.TRUE
    assert decide(Iff(Exists(x, then=Gt(1 / x, 0)), SQUARE)).truth is Truth.TRUE  # where it is undefined is no witness


@pytest.mark.parametrize(
    ("statement", "truth"),
    [
        (ForAll(x, then=Iff(x > 1, Gt(2 * x, 2))), Truth.HOLLOW),
        (ForAll(x, given=x > 0, then=Any(x > 0, x > 1)), Truth.HOLLOW),
        (ForAll(x, given=And(x > 1, x < 1), then=Iff(x > 3, x > 4)), Truth.VACUOUS),
        (ForAll(x, given=x > 0, then=Iff(x < -1, x**3 < -5)), Truth.TRUE),  # both are false everywhere
    ],
    ids=words_of,
)
def test_what_says_nothing_is_told(statement: Value, truth: Truth) -> None:
    assert decide(statement).truth is truth


@pytest.mark.parametrize(("statement", "words"), READ.values(), ids=READ)
def test_they_read_as_texts_do(statement: Value, words: str) -> None:
    assert words_of(statement) == words


def test_their_latex_keeps_parts_apart() -> None:
    assert latex_of(Iff(x > 1, Any(y > 0, y < 0))) == r"x > 1 \;\Longleftrightarrow\; \left(y > 0 \quad \text{or} \quad y < 0\right)"
    assert latex_of(Exactly(1, x > 1, y > 0)) == r"\text{exactly one of:} \quad x > 1;\quad y > 0"
    assert sentence_of(AtMost(1, x > 1, y > 0)) == "At most one of these 2: x > 1; y > 0."


@pytest.mark.parametrize(("make", "message"), REFUSED.values(), ids=REFUSED)
def test_malformed_ones_say_what_was_wanted(make: Value, message: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        make()
    assert message in str(caught.value)


def test_clauses_say_the_same_as_counts() -> None:
    parts = [ForAll((), then=Gt(x, number)) for number in range(3)]
    for number in range(4):
        for kind, compare in ((AtLeast, int.__ge__), (AtMost, int.__le__), (Exactly, int.__eq__)):
            for chosen in range(8):
                truths = {id(part): bool(chosen >> place & 1) for place, part in enumerate(parts)}
                joined = kind(number, *parts)
                met = all(any(truths[id(part)] is truth for part, truth in clause) for clause in joined.clauses())
                assert met is bool(compare(sum(truths.values()), number)), (kind, number, chosen)


def test_opposites_are_true_where_the_statement_is_false() -> None:
    pairs = [(Any(STRICT, NONE), Truth.FALSE), (Iff(SQUARE, NONE), Truth.FALSE), (AtLeast(1, STRICT, SQUARE), Truth.TRUE)]
    for statement, truth in each(pairs):
        assert decide(statement).truth is truth
        assert decide(negated(statement)).truth is (Truth.TRUE if truth is Truth.FALSE else Truth.FALSE)
    assert decide(denied(Any(STRICT, NONE))).truth is Truth.TRUE
    assert condition_of(opposite(Any(x > 0, y > 0))) == sympy.Not(Or(x > 0, y > 0))


def test_what_cannot_be_brought_to_the_front_is_undecided() -> None:
    deep = ForAll(a, then=Any(Iff(ForAll(x, then=a * x > 0), Orbit(x, 1, x + a, then=x > 0)), a > 3))
    with pytest.raises(OutOfScopeError):
        prenexed(deep)
    assert decide(deep).truth is Truth.UNDECIDED


def test_what_is_brought_to_the_front_has_names_of_its_own() -> None:
    """Two variables that are called the same in two places are two, however deep they stand: as one they would make this true."""
    low, high = ForAll(x, then=Exists(c, then=Eq(c**2, a - x))), ForAll(x, then=Exists(c, then=Eq(c**2, x - a)))
    deep = Any(ForAll(y, then=Any(ForAll(b, then=Exists(c, then=Eq(c * a * b, y))), low)), high)
    (made,) = prenexed(ForAll(a, then=deep))
    variables = made.statement.variables
    assert len(set(variables)) == len(variables) == 5
    assert decide(ForAll(a, then=deep)).truth is Truth.FALSE


def test_no_name_stands_for_two_where_one_comes_to_the_front() -> None:
    later = after(x)
    runs = Orbit((x, y), (a, 1), (later, y / 2), given=later <= x / 2, then=x <= a * y, invariant=And(y > 0, x <= a * y))
    inside = (Exists(x, then=x**2 < a), Eventually(x, a * x > 1), ForSmall(x, ForAll(y, then=x * y < a)), runs)
    for part in each(inside):
        (made,) = prenexed(ForAll(a, then=Any(ForAll(x, then=x > a), ForAll(b, then=part))))
        quantified = [each for each in subpropositions(made.statement) if each.binds]
        names = [symbol.name for each in quantified for symbol in each.binds]
        assert len(names) == len(set(names)) >= 4, made.statement
        assert part.start == made.statement.then.start if part is runs else True


def test_a_link_that_says_the_same_in_other_words_is_the_same() -> None:
    assert same(Any(x > 0, y > 0), Or(Gt(y, 0), Gt(2 * x, 0)))
    assert not same(Any(x > 0, y > 0), All(x > 0, y > 0))
    assert not same(AtLeast(1, x > 0, y > 0), AtLeast(2, x > 0, y > 0))


def test_mean_of_two_numbers() -> None:
    positive = And(x > 0, y > 0)
    assert decide(ForAll((x, y), given=positive, then=Iff(Eq((x + y) / 2, sqrt(x * y)), Eq(x, y)))).truth is Truth.TRUE
    assert decide(ForAll((x, y), given=positive, then=Iff(Ge((x + y) / 2, sqrt(x * y)), x >= y))).truth is Truth.FALSE
    assert decide(Equal(1, 2)).truth is Truth.FALSE


NOWHERE = "ForAll((u, v), then=dot(u, v)/norm(v) > norm(u))"
PARTS_OF_VECTORS = {
    f"Not({NOWHERE})": None,
    f"Any(ForAll(u, then=norm(u) >= 0), {NOWHERE})": None,
    f"Iff(ForAll(u, then=norm(u) >= 0), {NOWHERE})": None,
    "Iff(ForAll(u, then=norm(u) >= 0), ForAll(x, then=1/x > 1))": None,
    "AtMost(1, ForAll(u, then=norm(u) >= 0), ForAll(x, then=1/x > 1))": None,
    "Not(ForAll((u, v), given=Ne(norm(v), 0), then=dot(u, v)/norm(v) > norm(u)))": Truth.TRUE,
    "Not(ForAll((u, v), given=Ne(norm(v), 0), then=dot(u, v)/norm(v) <= norm(u)))": Truth.FALSE,
    "Not(Exists((u, v), then=dot(u, v)/norm(v) > norm(u)))": Truth.TRUE,
    "Any(ForAll(u, then=norm(u) < 0), Exists(x, then=1/x > 1))": Truth.TRUE,
    "Exactly(1, ForAll(u, then=norm(u) >= 0), ForAll(u, then=norm(u) > 0))": Truth.TRUE,
}


@pytest.mark.parametrize("source", PARTS_OF_VECTORS)
def test_what_is_joined_has_a_value_where_each_part_about_vectors_has_one(source: str) -> None:
    assert truth_of(source, u=u, v=v, x=x) is PARTS_OF_VECTORS[source]


DENIED = {
    "Exists(x, then=Not(Iff(x > 0, x > 1)))": Truth.TRUE,
    "ForAll(x, then=Not(Iff(x > 0, x > 1)))": Truth.FALSE,
    "ForAll(x, given=Not(Iff(x > 0, x > 1)), then=And(x > 0, x <= 1))": Truth.TRUE,
    "ForAll(x, then=Implies(Iff(x > 0, x > 1), Or(x <= 0, x > 1)))": Truth.TRUE,
    "ForAll(x, then=Implies(Iff(x > 0, x > 1), x <= 0))": Truth.FALSE,
    "ForAll(x, then=Not(Iff(x > 0, 1/x > 1)))": None,
    "ForAll(x, then=Not(AtLeast(3, 1/x > 0, 1/x <= 0, x > 5, x < -5)))": None,
    "ForAll(x, given=Ne(x, 0), then=Not(AtLeast(3, 1/x > 0, 1/x <= 0, x > 5, x < -5)))": Truth.TRUE,
    "ForAll(x, given=x < 5, then=Not(Exactly(1, 1/x > 0, 1/x <= 0, x > 5)))": None,
    "ForAll(x, given=x > 0, then=Not(AtMost(1, x > 0, x > -1, 1/(x - 1) > 5)))": None,
    "ForAll(x, then=Implies(Iff(Any(1/x > 0, 1/x <= 0), x <= 1), Or(x < 0, x > 0)))": None,
    "ForAll(x, given=Ne(x, 0), then=Implies(Iff(Any(1/x > 0, 1/x <= 0), x <= 1), Or(x < 0, x > 0)))": Truth.TRUE,
    "ForAll(x, then=Implies(AtLeast(1, 1/x > 0, 1/x <= 0), x**2 > 0))": None,
    "ForAll(x, then=Implies(AtLeast(1, 1/x > 0, 1/x <= 0), x**2 >= 0))": Truth.TRUE,
    "ForAll(x, given=Ne(x, 0), then=Implies(AtLeast(1, 1/x > 0, 1/x <= 0), x**2 > 1))": Truth.FALSE,
    "ForAll(x, then=Implies(Any(1/x > 0, x >= 0), x > 0))": Truth.FALSE,  # at 0 one of them is so
    "ForAll(x, given=x > 0, then=Not(Exactly(2, x > 1, x < 1)))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Not(AtLeast(1, x > 1, x < 2)))": Truth.FALSE,
    "ForAll(x, then=Not(AtMost(1, x > 1, x > 2, x > 3)))": Truth.FALSE,  # at 0 none is so
    "Not(Iff(ForAll(x, then=x > 0), ForAll(x, then=x**2 >= 0)))": Truth.TRUE,
    "Not(Iff(ForAll(x, then=x > 0), ForAll(x, then=x > 1)))": Truth.FALSE,
    "ForAll(n, given=And(n >= 1, n <= 3), then=Not(Implies(n < 7, ForAll(k, given=And(1 <= k, k <= 4), then=k >= n + 1))))": Truth.TRUE,
    "ForAll(n, given=And(n >= 1, n <= 3), then=Not(Implies(n < 3, ForAll(k, given=And(1 <= k, k <= 4), then=k >= n))))": Truth.FALSE,
}


@pytest.mark.parametrize("source", DENIED)
def test_what_is_joined_is_denied_and_supposed_as_a_whole(source: str) -> None:
    assert truth_of(source, x=x, n=n, k=k) is DENIED[source]


PARTIAL = {  # of x, with a premise by relations and by propositions
    "{}(log(x) > 0, x > 7), x > 1": None,
    "{}(log(x) > 0, x < -7), x > 1": None,
    "{}(log(x) > 0, x > 7), x**2 > 1": None,
    "{}(log(x) > 0, x > 7), x**3 + x > -1 - x**2 + Min(x, 0) * 9": None,
    "{}(1 / x > 0, x >= 0), x**2 >= 0": Truth.TRUE,
    "{}(1 / x > 0, x >= 0), x > 0": Truth.FALSE,
    "{}(1 / x > 0, x > 2), x > 0": None,
}


@pytest.mark.parametrize("source", PARTIAL)
@pytest.mark.parametrize("joining", ["Or", "Any"])
def test_a_premise_without_a_value_is_one_however_it_is_joined(source: str, joining: str) -> None:
    implied = f"Implies({source.format(joining)})"
    assert truth_of(f"ForAll(x, then={implied})", x=x) is PARTIAL[source]
    assert truth_of(f"ForAll(x, given=Ne(x, 0), then=Implies({joining}(1 / x > 0, x > 2), x > 0))", x=x) is Truth.TRUE
