"""Tests of what is said to exist where nothing inside has a value: that is no witness, and no error."""

from __future__ import annotations

import pytest

from probatum import integers, reals, vectors
from probatum.decide.deciding import settle
from probatum.decide.numbers import witnesses
from probatum.decide.shared.attempt import attempt
from probatum.decision import Decision, Outcome, Truth
from probatum.engines.decider import nobody
from probatum.engines.trying import search
from probatum.type_names import Statement
from tests.authored import authored, truth_of

NAMES = dict(zip("xyzatnkv", [*reals("x y z a t"), *integers("n k"), vectors("v")], strict=True))
TRUE = [
    "ForAll(x, given=x > 0, then=Exists(n, then=n * x >= exp(-x)))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, 1 / x)), Ne(x, 0)))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, log(x))), x > 0))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, sqrt(x))), x >= 0))",
    "ForAll((x, z), then=Iff(Exists(y, then=Eq(y, x / z)), Ne(z, 0)))",
    "ForAll(x, then=Iff(Not(Exists(y, then=Eq(y, 1 / x))), Eq(x, 0)))",
    "ForAll(x, then=Any(Exists(y, then=Eq(y, 1 / x)), Eq(x, 0)))",
    "ForAll(x, then=Exactly(1, Exists(y, then=Eq(y, 1 / x)), Eq(x, 0)))",
    "ForAll(x, given=x > 0, then=Exists(y, then=Eq(y, log(x))))",
    "ForAll(x, given=x < 0, then=Not(Exists(y, then=Eq(y, log(x)))))",
    "ForAll(x, given=Eq(x, 0), then=Not(Exists(y, then=Eq(y, 1 / x))))",
    "Exists(x, then=Not(Exists(y, then=Eq(y, 1 / x))))",
    "Exists(x, then=Exists(y, then=Eq(y, 1 / x)))",
    "Not(ForAll(x, then=Exists(y, then=Eq(y, 1 / x))))",
    "Not(Exists(y, then=Eq(1 / y, 0)))",
    "Not(Not(Exists(y, then=Eq(y, Sum(1 / n**2, (n, 1, oo))))))",
    "Not(ForAll(x, given=x > 0, then=log(x) > 0))",
    "Not(Exists(y, then=Eq(y, 1 / (y - y))))",
    "Not(Exists(x, given=x > 0, then=ForAll(y, then=log(y)**2 >= 0)))",
    # of a sum, an integral or a limit that has none
    "Not(Exists(y, then=Eq(y, Sum(1 / n, (n, 1, oo)))))",
    "Not(Exists(y, then=y > Sum(1 / n, (n, 1, oo))))",
    "Not(Exists(y, then=Eq(y, Integral(1 / x, (x, 0, 1)))))",
    "Not(Exists(y, then=Eq(y, Limit(sin(x), x, oo))))",
    "Not(Exists(n, then=Eq(Sum(k, (k, 1, n)), 4)))",
    "Exists(y, then=Eq(y, Sum(1 / n**2, (n, 1, oo))))",
    "Exists(x, then=x**2 + 0 * Integral(1 / sqrt(t), (t, 0, 1)) >= 0)",
    "ForAll(x, then=Exists(y, given=Eq(y, x + 1), then=Ne(1 / (y - x), 0)))",
    "ForAll(x, then=Exists(y, given=Ne(1 / (y - x), 0), then=Eq(y, x + 1)))",
    "Exists(x, then=ForAll(y, given=Ne(1 / (y - x), 0), then=Ne(y, x)))",
    "ForAll(a, then=Iff(Exists(y, then=Eq(y, Sum(a**k, (k, 0, oo)))), Abs(a) < 1))",
    "Exists(x, then=And(x > 0, Or(Eq(x, Sum(1 / n, (n, 1, oo))), Eq(x, 1))))",
]
FALSE = [
    # of an integer beside 1 / x, which is not there at zero
    "ForAll(x, given=x >= 0, then=Exists(n, then=n * x >= exp(-x)))",
    "ForAll(x, given=x >= 0, then=Exists(n, then=(n + Abs(n)) * x >= cos(x)))",
    "ForAll(x, given=x >= 0, then=Exists(n, then=(n**3 + n) * x**3 >= exp(-x)))",
    "ForAll(x, then=Exists(y, then=Eq(y, 1 / x)))",
    "ForAll(x, then=Exists(y, then=Eq(y, log(x))))",
    "ForAll(x, then=Exists(y, then=y > 1 / x))",
    "ForAll(n, then=Exists(y, then=y > factorial(n)))",
    "ForAll(x, then=Exists(y, then=And(Eq(y, x), 1 / x**2 > 0)))",
    "ForAll(x, then=All(Exists(y, then=Eq(y, 1 / x)), x**2 >= 0))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, 1 / x)), x > 0))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, log(x))), x >= 0))",
    "ForAll(x, given=x <= 0, then=Not(Exists(y, then=Eq(y, sqrt(x)))))",
    "Not(ForAll(x, given=x > 0, then=Exists(y, then=Eq(y, log(x)))))",
    "Not(Exists(y, then=Eq(1 / y, 2)))",
    "Not(Exists(y, then=log(y) > y / 10))",
    "Exists(x, given=x > 0, then=ForAll(y, then=log(y)**2 >= 0))",
    "Exists(x, then=ForSmall(t, log(-t) < x))",
    "Exists(x, then=sqrt(-1 - x**2) >= 0)",
    "Exists(x, then=Le(sqrt(sqrt(7) / (x - x)), 10**6))",
    "Exists(y, then=Eq(y, Sum(1 / n, (n, 1, oo))))",
    "Exists(y, then=Ne(y, Sum(1 / n, (n, 1, oo))))",
    "Exists(y, then=y > Sum(1 / n, (n, 1, oo)))",
    "Exists(y, given=y > Sum(1 / n, (n, 1, oo)), then=y > 0)",
    "Exists(y, then=Eq(y, Integral(1 / x, (x, 0, 1))))",
    "Exists(y, then=Eq(y, Limit(sin(x), x, oo)))",
    "Not(Exists(y, then=Eq(y, Integral(1 / sqrt(x), (x, 0, 1)))))",
    "Not(Exists(n, then=Eq(Sum(k, (k, 1, n)), 3)))",
    "ForAll(y, then=Eq(y, Sum(1 / n, (n, 1, oo))))",
    # of 1/0, which SymPy takes for another number
    "ForAll(x, then=Exists(y, given=Eq(y, x), then=Ne(1 / (y - x), 0)))",
    "ForAll(x, then=Exists(y, given=Ne(1 / (y - x), 0), then=Eq(y, x)))",
    "ForAll(x, then=Exists(y, then=And(Ne(1 / (y - x), 0), Eq(y, x))))",
    "ForAll(x, then=Exists(y, given=Eq(y, 0), then=Ne(x / y, 1)))",
    "ForAll(x, then=Exists(n, given=Eq(n, 0), then=Ne(x / n, x + 1)))",
    # of what cancels
    "Exists(x, then=Eq(x + 0 * Sum(1 / k, (k, 1, oo)), 6))",
    "Exists(x, then=Equal(x + 0 * Sum(1 / k, (k, 1, oo)), 6))",
    "Exists(x, then=x**2 + 0 * Integral(1 / t, (t, 0, 1)) >= 0)",
    "Exists(x, then=ForAll(y, then=y**2 + 0 * Integral(1 / t, (t, 0, 1)) >= x))",
    "Exists(x, then=All(Eq(x, 0 * Integral(1 / t, (t, 0, 1))), ForAll(y, then=y**2 >= x)))",
    "Exists(x, then=Exactly(1, Eq(x, 0 * Integral(1 / t, (t, 0, 1))), ForAll(y, then=y**2 >= x)))",
    "Exists(v, then=norm(v) * 0 * Sum(1 / k, (k, 1, oo)) >= 0)",
    "Exists(a, given=a >= 1, then=Eq(0 * Sum(a**k, (k, 0, oo)), 0))",
    "ForAll(a, then=Iff(Exists(y, then=Eq(y, Sum(a**k, (k, 0, oo)))), Abs(a) <= 1))",
]
UNDEFINED = [  # what is said of all must have a value, also where it stands beside what there is
    "ForAll(x, then=Iff(ForAll(y, then=Eq(y, 1 / x)), Ne(x, 0)))",
    "ForAll(x, then=Iff(Exists(y, then=Eq(y, x)), 1 / x > 0))",
    "ForAll(x, then=Not(ForAll(y, then=Eq(y, 1 / x))))",
    "ForAll(x, then=Iff(Not(ForAll(y, then=Eq(y, 1 / x))), Ne(x, 0)))",
    "Not(ForAll(x, then=1 / x > 0))",
    "ForAll(y, then=y > Sum(1 / n, (n, 1, oo)))",
    "ForAll(y, then=Ne(y, Sum(1 / n, (n, 1, oo))))",
    "ForAll(y, then=Eq(1 / y, Sum(1 / n, (n, 1, oo))))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_has_a_value_is_a_witness(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_what_has_none_is_no_witness(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", UNDEFINED)
def test_what_is_said_of_all_has_a_value(source: str) -> None:
    assert truth_of(source, **NAMES) is None


def test_what_is_proposed_is_searched_a_counted_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[object] = []
    decide = search.decide
    monkeypatch.setattr(witnesses, "MOST_SEARCHED", 4)

    def counted(statement: Statement) -> Decision:
        searched.append(statement)
        return decide(statement)

    monkeypatch.setattr(search, "decide", counted)
    between = authored("ForAll((x, y), given=x < y, then=Exists((n, k), given=k > 0, then=And(x < n/k, n/k < y)))", **NAMES)
    found = witnesses.decide(between, nobody)
    assert not isinstance(found, tuple)
    assert found.outcome is Outcome.UNDECIDED
    assert 0 < len(searched) <= 2 * 4


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("ForAll(x, given=x >= 0, then=Exists(n, then=n*(exp(x) - x - 2)**2 > 1))", Outcome.UNDECIDED),
        ("ForAll(x, given=x >= 0, then=Exists(n, given=n >= 1, then=n*Abs(x**5 - x - 1) > 1))", Outcome.UNDECIDED),
        ("ForAll(x, given=x >= 0, then=Exists(n, then=n*x > 1))", Outcome.REFUTED),
        ("ForAll(x, given=x > 0, then=Exists(n, then=n*x > 1))", Outcome.PROVED),
    ],
)
def test_beside_what_has_no_value_there_is_no_integer(source: str, outcome: Outcome) -> None:
    found = attempt(witnesses, authored(source, **NAMES), settle)
    assert {one.outcome for one in found} == {outcome}


def test_what_is_not_known_to_be_defined_where_a_value_is_put_in_is_none() -> None:
    """SymPy takes asech(0) for infinite."""
    stated = authored("ForAll(x, then=Exists(y, given=Eq(y, 2*x), then=Ne(asech(y - 2*x), 0)))", **NAMES)
    assert {one.outcome for one in attempt(witnesses, stated, settle)} == {Outcome.UNDECIDED}
