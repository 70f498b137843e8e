"""Traps for the deciders together: what must never come is a wrong decisive answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import sympy
from hypothesis import strategies as st

from probatum.decide.deciding import decide
from probatum.decide.numbers import symbolic
from probatum.decision import Decided, Truth
from probatum.engines.solvers import smt
from probatum.engines.trying import search
from probatum.errors import DefinitionError, UndefinedError
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property

x, y, z, a, b = reals("x y z a b")
n, m = integers("n m")
p = sympy.Symbol("p", real=True, positive=True)
R, sqrt, exp, log = sympy.Rational, sympy.sqrt, sympy.exp, sympy.log
Make = Callable[[], Any]
JUMPS = sympy.Integral(2 * sympy.floor(x) + 1, (x, -1, 1))  # is 0


def strong(found: Decided) -> bool:
    """Whether a truth is more than sampled."""
    return all(map(strong, found.parts)) if found.parts else bool(found.agreeing)


def answer(make: Make) -> str:
    """What the deciders say: true, sampled, false, undecided, vacuous, conflict, undefined, or malformed."""
    try:
        found = decide(make())
    except UndefinedError:
        return "undefined"
    except DefinitionError:
        return "malformed"
    return "sampled" if found.truth is Truth.TRUE and not strong(found) else str(found.truth)


OPEN = ("undecided", "sampled")
CERTAIN: list[tuple[str, Make, str]] = [
    ("1/x is nowhere 0", lambda: ForAll(x, given=Ne(x, 0), then=Ne(1 / x, 0)), "true"),
    ("1/x, 0 admitted", lambda: ForAll(x, then=Ne(1 / x, 0)), "undefined"),
    ("1/0 is no number", lambda: Exists(x, given=Eq(x, 0), then=Eq(1 / x, 5)), "false"),
    ("a quotient of two", lambda: ForAll((x, y), given=Gt(x, y), then=Lt(1 / x, 1 / y)), "undefined"),
    ("a quotient of one sign", lambda: ForAll((x, y), given=(Gt(x, y), Gt(y, 0)), then=Lt(1 / x, 1 / y)), "true"),
    ("a quotient of two signs", lambda: ForAll((x, y), given=(Gt(x, y), Ne(y, 0), Ne(x, 0)), then=Lt(1 / x, 1 / y)), "false"),
    ("hypotheses with a quotient", lambda: ForAll(x, given=Gt(1 / x, 0), then=Gt(x, 0)), "true"),
    ("hypotheses with a quotient, false", lambda: ForAll(x, given=Lt(1 / x, 1), then=Gt(x, 1)), "false"),
    ("x/x is cancelled by SymPy", lambda: ForAll(x, then=Equal(x / x, 1)), "hollow"),
    ("x/x held together", lambda: ForAll(x, then=Eq(sympy.Mul(x, 1 / x, evaluate=False), 1)), "undefined"),
    ("a product of zeros, of none", lambda: ForAll(n, given=Ge(n, 0), then=Eq(sympy.Product(0, (m, 1, n)), 0)), "false"),
    ("a product of zeros, of some", lambda: ForAll(n, given=Ge(n, 1), then=Eq(sympy.Product(0, (m, 1, n)), 0)), "true"),
    ("a product of none is 1", lambda: Exists(n, given=Ge(n, 0), then=Eq(sympy.Product(0, (m, 1, n)), 1)), "true"),
    ("a power of a root is whole", lambda: ForAll(n, then=Gt(1 / ((3 * sqrt(2)) ** (n**2 + 1) - 18) ** 2, 0)), "undefined"),
    ("a power of a root is a half", lambda: ForAll(n, then=Gt(1 / ((sqrt(2) / 2) ** (2 * n**2 + 2) - R(1, 4)) ** 2, 0)), "undefined"),
    ("a power of a root is no third", lambda: ForAll(n, then=Gt(1 / ((sqrt(2) / 2) ** (2 * n**2 + 2) + R(1, 3)) ** 2, 0)), "true"),
    (
        "an integral of jumps",
        lambda: ForAll(a, then=Eq(sympy.sign(JUMPS) ** 2 + a, a)),
        "true",
    ),
    (
        "an integral of jumps, not",
        lambda: ForAll(a, then=Eq(sympy.sign(JUMPS) ** 2 + a, a + 1)),
        "false",
    ),
    ("0**0 of integers", lambda: ForAll(n, given=Eq(n, 0), then=Eq(0**n, 1)), "true"),
    ("0**0 of reals", lambda: ForAll((x, y), given=(Ge(x, 0), Ge(y, 0)), then=Ge(x**y, 0)), "undefined"),
    ("x**0", lambda: ForAll(x, then=Equal(x**0, 1)), "hollow"),
    ("a negative power of 0", lambda: ForAll((x, n), given=Ge(x, 0), then=Ge(x**n, 0)), "undefined"),
    ("the root of a square", lambda: ForAll(x, then=Eq(sqrt(x**2), x)), "false"),
    ("the root of a negative number", lambda: ForAll(x, then=Ge(sqrt(x), 0)), "undefined"),
    ("a cube root of a negative number", lambda: ForAll(x, given=Ge(x, -8), then=Ge(x ** R(1, 3), -2)), "undefined"),
    ("a product of roots", lambda: ForAll((x, y), given=(Ge(x, 0), Ge(y, 0)), then=Eq(sqrt(x) * sqrt(y), sqrt(x * y))), "true"),
    (
        "a product of roots of negative numbers",
        lambda: ForAll((x, y), given=Gt(x * y, 0), then=Eq(sqrt(x) * sqrt(y), sqrt(x * y))),
        "undefined",
    ),
    ("a closed root of a negative number", lambda: ForAll((), then=Ge(sympy.Pow(-2, R(1, 2), evaluate=False), 0)), "undefined"),
    ("the logarithm of 0", lambda: ForAll(x, given=Ge(x, 0), then=Le(log(x), x)), "undefined"),
    ("the logarithm of a square", lambda: ForAll(x, given=Ne(x, 0), then=Eq(log(x**2), 2 * log(x))), "undefined"),
    ("0.1 + 0.2", lambda: Equal(Printed("0.1") + Printed("0.2"), Printed("0.3")), "true"),  # type: ignore[operator]
    ("0.1 + 0.2 in order", lambda: ForAll((), then=Le(R(1, 10) + R(2, 10), R(3, 10))), "true"),
    ("0.1 + 0.2 not above", lambda: ForAll((), then=Gt(R(1, 10) + R(2, 10), R(3, 10))), "false"),
    ("0.3 rounded", lambda: Rounded(R(1, 10) + R(2, 10), Printed("0.30000000000000000")), "true"),
    ("0.3 rounded wrongly", lambda: Rounded(R(1, 10) + R(2, 10), Printed("0.30000000000000004")), "false"),
    ("half a unit up", lambda: Rounded(R(5, 2), Printed("3")), "true"),
    ("half a unit down", lambda: Rounded(R(5, 2), Printed("2")), "true"),
    ("just beyond half a unit", lambda: Rounded(R(5, 2) + R(1, 10**40), Printed("2")), "false"),
    ("digits of a near integer", lambda: Rounded(exp(sympy.pi * sqrt(163)), Printed("262537412640768744")), "true"),
    ("a near integer is none", lambda: Equal(exp(sympy.pi * sqrt(163)), 262537412640768744), "false"),
    ("huge exponents", lambda: Equal(sympy.Pow(2, 10**6) * sympy.Pow(2, -(10**6)), 1), "true"),
    ("integers between halves", lambda: ForAll(n, then=Ne(2 * n, 1)), "true"),
    ("reals between halves", lambda: ForAll(x, then=Ne(2 * x, 1)), "false"),
    ("an integer half exists", lambda: Exists(n, then=Eq(2 * n, 1)), "false"),
    ("strict steps of reals", lambda: ForAll((x, y), given=Gt(x, y), then=Ge(x, y + 1)), "false"),
    ("an integer above a half", lambda: ForAll(n, given=Gt(n, R(1, 2)), then=Ge(n, 1)), "true"),
    ("an empty integer interval", lambda: ForAll(n, given=(Gt(n, 0), Lt(n, 1)), then=Eq(n, 7)), "vacuous"),
    ("a set forgets multiplicity", lambda: Equal(sympy.FiniteSet(2, 2, 50), (2, 50)), "true"),
    ("a multiset does not", lambda: Equal(Multiset((2, 2, 50)), (2, 50)), "false"),
    ("no values at all", lambda: Equal(Multiset(()), ()), "true"),
    ("no values beside others", lambda: ForAll(x, then=Exists(y, given=Gt(y, x), then=Equal((), ()))), "hollow"),
    ("no values and one", lambda: Equal((), (1,)), "false"),
    (
        "a multiset whose elements change places",
        lambda: ForAll((x, y), then=Equal(Multiset((sympy.Min(x, y), sympy.Max(x, y))), (x, y))),
        "true",
    ),
    (
        "a multiset that repeats an element",
        lambda: ForAll((x, y), then=Equal(Multiset((sympy.Min(x, y), sympy.Max(x, y))), (x, x))),
        "false",
    ),
    (
        "a multiset of three against a tuple",
        lambda: ForAll((x, y), given=Gt(x, y), then=Equal(Multiset((x, y, x)), (sympy.Max(x, y), sympy.Min(x, y), x))),
        "true",
    ),
    (
        "a multiset of absolute values",
        lambda: ForAll(x, then=Equal(Multiset((sympy.Abs(x - 4), -sympy.Abs(x - 4))), Multiset((x - 4, 4 - x)))),
        "true",
    ),
    ("eigenvalues of the unit matrix", lambda: Equal(Multiset((1, 1)), (1, 1)), "true"),
    ("contradictory hypotheses", lambda: ForAll((x, y), given=(Gt(x, y), Gt(y, x)), then=Eq(x, 7)), "vacuous"),
    ("hypotheses at a point of null measure", lambda: AlmostAll(x, given=Eq(x, 0), then=Eq(x, 1)), "undecided"),
    ("x^2 = 2 has a solution", lambda: Exists(x, then=Eq(x**2, 2)), "true"),
    ("x^2 = 2 has two", lambda: ForAll(x, given=Eq(x**2, 2), then=Eq(x, sqrt(2))), "false"),
    ("x^2 = 2, positive", lambda: ForAll(x, given=(Eq(x**2, 2), Gt(x, 0)), then=Eq(x, sqrt(2))), "true"),
    ("x^3 = 2", lambda: Exists(x, then=Eq(x**3, 2)), "true"),
    ("a model of two roots", lambda: Exists((x, y), given=(Eq(x**2, 2), Eq(y**2, 3)), then=Gt(x + y, 3)), "true"),
    ("the dual order of quantifiers", lambda: Exists(y, then=ForAll(x, then=Le(x, y))), "false"),
    ("a nested root", lambda: ForAll(x, given=Ge(x, 0), then=Exists(y, given=Ge(y, 0), then=Eq(sqrt(y), x))), "true"),
    ("a nested root, false", lambda: ForAll(x, then=Exists(y, given=Ge(y, 0), then=Eq(sqrt(y), x))), "false"),
    ("a nested root under for all", lambda: ForAll(x, given=Ge(x, 0), then=ForAll(y, given=Gt(y, x), then=Gt(sqrt(y), sqrt(x)))), "true"),
    ("the same name side by side", lambda: All(Exists(x, then=Gt(x, 1)), Exists(x, then=Lt(x, 1))), "true"),
    ("hyperbolic functions", lambda: ForAll(x, then=Eq(sympy.cosh(x) ** 2 - sympy.sinh(x) ** 2, 1)), "true"),
    ("a tangent touches its bound nowhere", lambda: ForAll(x, then=Lt(sympy.tanh(x), 1)), "true"),
    ("an exponential below its tangent", lambda: Exists(x, given=Gt(x, 0), then=Lt(exp(x), 1 + x)), "false"),
    ("almost nowhere", lambda: AlmostAll((x, y), then=Ne((x + y) ** 2 - x**2 - 2 * x * y, y**2)), "false"),
    ("almost everywhere", lambda: AlmostAll((x, y), then=Ne(x * y, 0)), "true"),
    ("not almost everywhere", lambda: AlmostAll((x, y), then=Gt(x * y, 0)), "false"),
    ("an orbit that breaks at its last run step", lambda: Orbit(x, 0, x + 1, then=Lt(x, 59)), "false"),
    ("an orbit that does not stay", lambda: Orbit(x, R(1, 2), 2 * x, then=Lt(x, 10**6)), "false"),
    ("an orbit of a rotation", lambda: Orbit((x, y), (3, 4), ((3 * x - 4 * y) / 5, (4 * x + 3 * y) / 5), then=Eq(x**2 + y**2, 25)), "true"),
    ("an orbit undefined later", lambda: Orbit(x, R(5, 2), 1 / (x - 2), then=Gt(x, -9)), "undefined"),
    ("an orbit that passes by a pole", lambda: Orbit(x, 3, 1 / (x - 1), then=Gt(x, -9)), "undecided"),
    ("an orbit with a false start", lambda: Orbit(x, 2, x / 2, then=Lt(x, 2)), "false"),
    ("a filter that rejects all seen", lambda: Property({"k": st.integers().filter(lambda k: False)}, lambda k: False, "no"), "undecided"),
    (
        "a filter that rejects everything",
        lambda: Property({"k": st.integers(1, 9).filter(lambda k: False)}, lambda k: False, "no"),
        "vacuous",
    ),
]
HONEST: list[tuple[str, Make, tuple[str, ...]]] = [
    ("a nested quotient", lambda: ForAll(x, given=Ne(x, 0), then=Exists(y, given=Ne(y, 0), then=Eq(1 / y, x))), ("true", *OPEN)),
    ("a nested quotient without the guard", lambda: ForAll(x, then=Exists(y, given=Ne(y, 0), then=Eq(1 / y, x))), ("false", *OPEN)),
    ("an integer beside a real", lambda: ForAll(x, then=Exists(n, then=(Le(n, x) & Lt(x, n + 1)))), ("true", *OPEN)),
    ("strict steps of integers", lambda: ForAll((n, m), given=Gt(n, m), then=Ge(n, m + 1)), ("true", *OPEN)),
    ("a bound that touches", lambda: ForAll(x, given=(Ge(x, 0), Le(x, 1)), then=Le(sympy.sin(x), x)), ("true",)),
    ("a bound that touches inside", lambda: ForAll(x, given=(Ge(x, -1), Le(x, 1)), then=Le(sympy.cos(x), 1)), ("true",)),
    ("a bound that is crossed by little", lambda: ForAll(x, given=(Ge(x, -1), Le(x, 1)), then=Lt(sympy.cos(x), 1)), ("false", *OPEN)),
    ("what search does not find may exist", lambda: Exists(x, then=Eq(sympy.sin(x), R(1, 7))), ("undecided", "true")),
    ("a transcendental witness", lambda: Exists(x, then=Eq(exp(x), 7)), ("undecided", "true")),
    ("a needle", lambda: ForAll(x, then=Ne(exp(x), 12345)), ("false", *OPEN)),
    ("a needle of an integer", lambda: ForAll(n, given=Gt(n, 0), then=Ne(sympy.floor(exp(n)), 10**9)), OPEN),
    ("an orbit that breaks late", lambda: Orbit(x, 0, x + 1, then=Lt(x, 5000)), ("undecided", "false")),
    (
        "an orbit that breaks late, with an invariant",
        lambda: Orbit(x, 0, x + 1, then=Lt(x, 5000), invariant=Ge(x, 0)),
        ("undecided", "false"),
    ),
    ("an exponential between its bounds", lambda: ForAll(x, given=Eq(x, 1), then=Lt(exp(x), 2)), ("false", *OPEN)),
    ("an exponential of one", lambda: ForAll(x, given=Eq(x, 1), then=Lt(exp(x), 3)), ("true", *OPEN)),
    ("exponentials of halves", lambda: ForAll(x, given=Gt(x, 0), then=Gt(exp(x / 2) * exp(x / 3), exp(x / 7))), ("true", *OPEN)),
    ("a logarithm between its bounds", lambda: ForAll(x, given=Gt(x, 0), then=Le(log(x), x - 1)), ("true", *OPEN)),
    ("a logarithm too low", lambda: ForAll(x, given=Gt(x, 0), then=Le(log(x), x - 2)), ("false", *OPEN)),
    (
        "exp inside Exists inside ForAll",
        lambda: ForAll(a, given=Gt(a, 0), then=Exists(y, given=Eq(y, 1), then=Eq(exp(y), 3))),
        ("false", *OPEN),
    ),
    (
        "exp inside ForAll inside ForAll",
        lambda: ForAll(a, given=Gt(a, 0), then=ForAll(y, given=Eq(y, 1), then=Lt(exp(y), 3))),
        ("true", *OPEN),
    ),
    (
        "a set of absolute values",
        lambda: ForAll(x, then=Equal(sympy.FiniteSet(sympy.Abs(x - 4), -sympy.Abs(x - 4)), sympy.FiniteSet(x - 4, 4 - x))),
        ("true", *OPEN),
    ),
]
# The last entry says what was wrong.
WRONG_ONCE: list[tuple[str, Make, tuple[str, ...], str]] = [
    (
        "a hyperbolic sine of a square",
        lambda: ForAll(x, given=Eq(sympy.sinh(x**2), 2), then=Gt(x, 0)),
        ("false", *OPEN),
        "squares in hyperbolic functions became exponentials of logarithms",
    ),
    (
        "a hyperbolic sine of a square is met below zero",
        lambda: Exists(x, given=Lt(x, 0), then=Eq(sympy.sinh(x**2), 2)),
        ("true", *OPEN),
        "the same",
    ),
    (
        "a hyperbolic tangent of a reciprocal",
        lambda: ForAll(x, given=Lt(sympy.tanh(1 / x), -R(1, 2)), then=Gt(x, 5)),
        ("false", *OPEN),
        "the same, found to be about nothing",
    ),
    (
        "an identically zero polynomial in disguise",
        lambda: AlmostAll(x, then=Ne(x * (sympy.sin(1) ** 2 + sympy.cos(1) ** 2 - 1), 0)),
        ("false", *OPEN),
        "coefficients are not proved to be different from zero",
    ),
    ("almost all integers", lambda: AlmostAll(n, then=Ne(n, 0)), ("malformed", *OPEN), "a point of the integers is no null set"),
    (
        "almost all of an integer and a real",
        lambda: AlmostAll((n, x), then=Ne(n * x, 0)),
        ("false", "malformed", *OPEN),
        "the line n = 0 is no null set",
    ),
    (
        "almost all, of a conjunction",
        lambda: AlmostAll((x, y), then=(Ne(x, 0) & Ne(y, 0))),
        ("true", *OPEN),
        "interior() leaves Not(And(...)) as it is: conflict",
    ),
    (
        "almost all, of a jump",
        lambda: AlmostAll(x, then=Eq(sympy.sign(x) ** 2, 1)),
        ("true", *OPEN),
        "a strict inequality between functions that jump is not open",
    ),
    (
        "almost all, of a branch",
        lambda: AlmostAll(x, then=Lt(sympy.Piecewise((1, Eq(x, 0)), (0, True)), R(1, 2))),
        ("true", *OPEN),
        "a strict inequality between functions that jump is not open",
    ),
    (
        "an orbit that leaves the integers",
        lambda: Orbit(n, 2**70, n / 2, then=Ne(4 * n, 1)),
        ("false", "malformed", *OPEN),
        "the induction takes the state for an integer, the steps do not keep it one",
    ),
    (
        "an integer named a half",
        lambda: ForAll(n, given=sympy.Or(Eq(n, R(1, 2)), Eq(n, 1)), then=Ge(n, 1)),
        ("true", *OPEN),
        "exhaustion takes 1/2 for a value of an integer: conflict",
    ),
    (
        "two variables of one name",
        lambda: ForAll((p, sympy.Symbol("p", real=True)), then=Gt(p, 0)),
        ("true", "malformed"),
        "z3 takes both for one",
    ),
    (
        "a variable with a sign of its own",
        lambda: ForAll(p, then=Gt(p**2 + p, 0)),
        ("true", "malformed"),
        "SymPy keeps the sign, z3 does not: conflict",
    ),
    ("a cotangent", lambda: ForAll(x, then=Eq(sympy.cot(x) * sympy.sin(x), sympy.cos(x))), ("undefined", *OPEN), "no rule for cot"),
    ("a gamma function", lambda: ForAll(x, then=Eq(sympy.gamma(x + 1), x * sympy.gamma(x))), ("undefined", *OPEN), "no rule for gamma"),
    ("a derivative", lambda: ForAll(x, then=Eq(x * sympy.Derivative(log(x), x), 1)), ("undefined", *OPEN), "derivatives count as defined"),
    (
        "an angle of the origin",
        lambda: ForAll((x, y), given=(Le(sympy.Abs(x), 1), Le(sympy.Abs(y), 1)), then=Lt(sympy.atan2(y, x), 4)),
        ("undefined", *OPEN),
        "no rule for atan2",
    ),
    (
        "a hypothesis that Python evaluated",
        lambda: ForAll(x, given=x != 0, then=Gt(x**2, 0)),
        ("true", "malformed"),
        "x != 0 is True and vanishes",
    ),
]


@pytest.mark.parametrize(("make", "wanted"), [trap[1:] for trap in CERTAIN], ids=[trap[0] for trap in CERTAIN])
def test_what_is_decided_is_right(make: Make, wanted: str) -> None:
    assert answer(make) == wanted


@pytest.mark.parametrize(("make", "honest"), [trap[1:] for trap in HONEST], ids=[trap[0] for trap in HONEST])
def test_what_is_hard_is_right_or_open(make: Make, honest: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(smt, "BUDGET", 1_000_000)
    assert answer(make) in honest


@pytest.mark.parametrize(
    ("make", "honest"),
    [trap[1:3] for trap in WRONG_ONCE],
    ids=[trap[0] for trap in WRONG_ONCE],
)
def test_what_was_decided_wrongly_once_is_right_or_open(make: Make, honest: tuple[str, ...]) -> None:
    assert answer(make) in honest


@pytest.mark.parametrize("then", [Lt(x**2, -1), Eq(sympy.sin(x), 2), Gt(sympy.cos(x), 1), Eq(exp(x), 7)], ids=str)
def test_search_never_refutes_that_something_exists(then: Any) -> None:
    """That nothing was found among samples shows nothing."""
    assert search.decide(Exists(x, then=then)).outcome.value in ("undecided", "proved")


def test_search_refutes_that_something_exists_only_by_all_cases() -> None:
    found = search.decide(Exists(n, given=(Ge(n, 0), Le(n, 9)), then=Eq(sympy.floor(exp(n)), 11)))
    assert (found.outcome.value, found.tried) == ("refuted", 10)


def test_a_huge_power_is_not_multiplied_out(monkeypatch: pytest.MonkeyPatch) -> None:
    given_to: list[str] = []

    def guarded(name: str) -> Any:
        def transform(expression: Any, *arguments: Any, **options: Any) -> Any:
            powers = [power for power in expression.atoms(sympy.Pow) if power.base.is_Add and power.exp.is_Integer]
            given_to.extend(f"{name}({power})" for power in powers if power.exp >= 10**6)
            return expression

        return transform

    for name in ("expand", "factor", "cancel", "simplify", "together"):
        monkeypatch.setattr(sympy, name, guarded(name))
    for then in (Gt(x ** (10**9), 1), Gt((x + 1) ** (10**9), 1), Eq((x + 1) ** (10**9), (1 + x) ** (10**9 + 1))):
        assert symbolic.decide(ForAll(x, given=Gt(x, 1), then=then)).outcome.value in ("proved", "undecided")
    assert given_to == []


def test_a_domain_of_astronomical_size_is_not_written_down(monkeypatch: pytest.MonkeyPatch) -> None:
    def listed(*values: Any) -> list[Any]:
        raise AssertionError(f"{np.prod([float(len(choices)) for choices in values]):g} cases")

    monkeypatch.setattr("itertools.product", listed)
    many = integers("n1 n2 n3 n4 n5")
    within = sympy.And(*(part for variable in many for part in (Ge(variable, -10_000), Le(variable, 10_000))))
    assert search.finite_domain(ForAll(many, given=within, then=Gt(sum(many), 0))) is None


@pytest.mark.parametrize("value", [1, None, "yes", []])
def test_a_predicate_that_returns_no_truth_value_is_no_support(value: Any) -> None:
    with pytest.raises(DefinitionError, match=rf"^Property: got a predicate that returns {type(value).__name__}, wanted True or False$"):
        decide(Property({"k": st.integers()}, lambda k: value, "something"))


def test_numpy_truth_values_are_truth_values() -> None:
    assert decide(Property({"k": st.integers(0, 9)}, lambda k: bool(np.less(k, 10)), "digits")).truth is Truth.TRUE
    assert decide(Property({"k": st.integers(0, 9)}, lambda k: np.less(k, 10), "digits")).truth is Truth.TRUE


def test_a_predicate_that_raises_is_neither_support_nor_refutation() -> None:
    def broken(k: int) -> bool:
        raise ZeroDivisionError(f"k = {k}")

    def asserting(k: int) -> bool:
        assert k > 10**9, "an assertion of the author's own code"
        return True

    with pytest.raises(ZeroDivisionError, match="k = 0"):
        decide(Property({"k": st.integers()}, broken, "broken"))
    with pytest.raises(AssertionError, match="an assertion of the author's own code"):
        decide(Property({"k": st.integers()}, asserting, "asserting"))


def test_a_decision_does_not_depend_on_what_was_decided_before() -> None:
    statements = [trap[1] for trap in CERTAIN[::7]]
    first = [answer(make) for make in statements]
    assert [answer(make) for make in reversed(statements)] == first[::-1]


def test_the_next_state_in_an_orbit_is_not_the_present_one() -> None:
    assert answer(lambda: Orbit(x, 1, x / 2, then=Lt(after(x), x))) == "true"
    assert answer(lambda: Orbit(x, 1, x / 2, then=Lt(x, after(x)))) == "false"
