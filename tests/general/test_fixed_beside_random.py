"""Tests of fixed numbers with an index beside random copies: means, variances and covariances of weighted sums."""

from __future__ import annotations

from itertools import permutations

import pytest

from probatum import Eq, features, integers, random, reals, total
from probatum.decide.deciding import decide
from probatum.decision import Outcome, Truth
from probatum.errors import DefinitionError
from probatum.lowering.chance.sums import over_distinct
from probatum.proposition.subjects.random import Total
from tests.authored import authored, truth_of

n, N = integers("n N")
m, s, r = reals("m s r")
w, q = features("w q", of=n)
X = random("X", of=n, mean=m, variance=s**2)
G = random("G", of=n)
B = random("B", of=n, bernoulli=r)
D = random("D", of=n, drawn_from=N, mean=m, variance=s**2)
C = random("C", of=n, correlation=r, mean=m, variance=s**2)
S = random("S", of=n, symmetric=True)
U, V = random("U V", independent=False, of=n)
NAMES = {"n": n, "N": N, "m": m, "s": s, "r": r, "w": w, "q": q, "X": X, "G": G, "B": B, "D": D, "C": C, "S": S, "U": U, "V": V}
NAMES["one"] = Eq(total(w), 1)

TRUE = [
    "ForAll((w, G, n), given=one, then=Eq(E(total(w*G)), E(average(G))))",
    "ForAll((w, G, n), given=one, then=Var(average(G)) <= Var(total(w*G)))",
    "ForAll((w, U, V, n), then=Eq(Cov(total(w*U), total(w*V)), total(w**2)*Cov(total(U), total(V))/n))",
    "ForAll((w, U, V, n), then=Cov(total(w*U), total(w*V))**2 <= Var(total(w*U))*Var(total(w*V)))",
    "ForAll((w, D, n, N, m, s), given=And(N>=2, Eq(total(w),0)), then=Eq(Var(total(w*D)), s**2*total(w**2)*N/(N-1)))",
    "ForAll((w, C, n, r, m, s), given=one, then=Eq(Var(total(w*C)), s**2*((1-r)*total(w**2)+r)))",
    "ForAll((w, C, n, r, m, s), given=one, then=Var(total(w*C)) >= s**2*((1-r)/n+r))",
    "ForAll((w, S, n), then=Eq(E(total(w*S)**3), 0))",
    "ForAll((w, S, n), then=Eq(E(total(w*S)**2), total(w**2)*E(average(S**2))))",
    "ForAll((w, S, n), then=E(total(w*S)**4) >= E(total(w*S)**2)**2)",
    "ForAll((w, X, n, m, s), then=Eq(E(total(w*X)**2), s**2*total(w**2) + m**2*total(w)**2))",
    "ForAll((w, X, n, m, s), then=Eq(E(total(w*(X-m)**2)), s**2*total(w)))",
    "ForAll((w, X, n, m, s), given=one, then=Eq(E(total(w*(X-total(w*X))**2)), s**2*(1-total(w**2))))",
    "ForAll((w, q, X, n, m, s), then=Eq(Var(total((w+q)*X)) + Var(total((w-q)*X)), 2*Var(total(w*X)) + 2*Var(total(q*X))))",
    "ForAll((w, q, X, n, m, s), then=Cov(total(w*X), total(q*X))**2 <= Var(total(w*X))*Var(total(q*X)))",
    "ForAll((w, q, X, n, m, s), given=Eq(total(w*q),0), then=Eq(Cov(total(w*X), total(q*X)), 0))",
    "ForAll((w, B, n, r), given=And(w>=0, one), then=And(0 <= E(total(w*B)), E(total(w*B)) <= 1))",
    "ForAll((w, B, n, r), given=And(w>=0, one), then=Var(total(w*B)) <= Rational(1,4))",
    "ForAll((w, G, n), given=And(w>=0, G>=0), then=E(total(w*G)) >= 0)",
    "ForAll((w, G, n), given=And(w>=0, one, G<=1), then=E(total(w*G)) <= 1)",
    "ForAll((w, G, n), then=Eq(E(total(exp(w)*G)), total(exp(w))*E(average(G))))",
    "ForAll((w, G, n), then=Eq(E(total(w*exp(G))), total(w)*E(average(exp(G)))))",
    "ForAll((w, G, n), given=w>0, then=Eq(E(total(G/w)), total(1/w)*E(average(G))))",
    "ForAll((w, n, X, m, s), given=And(one, Ne(s,0)), then=Var(average(X))/Var(total(w*X)) <= 1)",
    "Exists((w, X, n, m, s), given=one, then=Var(total(w*X)) > 3*s**2)",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Eq(Var(total(w*X)), s**2*total(w**2)))",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Eq(E(total(w*X)), m))",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Var(total(w*X)) >= s**2/n)",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Var(total(w*X)) >= Var(average(X)))",
    "ForAll((w, X, n, m, s), given=And(w>=0,Eq(total(w),1)), then=Var(total(w*X)) <= s**2)",
    "ForAll((w, X, n, m, s), then=Eq(Var(total(w*X)), s**2*total(w**2)))",
    "ForAll((w, q, X, n, m, s), then=Eq(Cov(total(w*X), total(q*X)), s**2*total(w*q)))",
    "ForAll((w, X, n, m, s), given=Eq(total(w),0), then=Eq(Cov(total(w*X), average(X)), 0))",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=E((total(w*X)-m)**2) >= E((average(X)-m)**2))",
    "ForAll((w, B, n, r), given=r>0, then=Eq(E(total(w*B/r)), total(w)))",
    "ForAll((w, B, n, r), given=r>0, then=Eq(Var(total(w*B/r)), (1-r)/r*total(w**2)))",
]
FALSE = [
    "ForAll((w, G, n), then=Eq(E(total(w*G)), E(average(G))))",
    "ForAll((w, G, n), given=one, then=Var(average(G)) < Var(total(w*G)))",
    "ForAll((w, U, V, n), then=Eq(Cov(total(w*U), total(w*V)), total(w)**2*Cov(total(U), total(V))/n))",
    "ForAll((w, D, n, N, m, s), given=And(N>=2, Eq(total(w),0)), then=Eq(Var(total(w*D)), s**2*total(w**2)))",
    "ForAll((w, C, n, r, m, s), given=one, then=Eq(Var(total(w*C)), s**2*total(w**2)))",
    "ForAll((w, X, n, m, s), then=Eq(E(total(w*X)**2), (s**2+m**2)*total(w**2)))",
    "ForAll((w, X, n, m, s), given=one, then=Eq(E(total(w*(X-total(w*X))**2)), s**2*(1-1/n)))",
    "ForAll((w, q, X, n, m, s), then=Cov(total(w*X), total(q*X)) <= 0)",
    "ForAll((w, X, n, m, s), given=one, then=Var(total(w*X)) >= s**2)",
    "ForAll((w, X, n, m, s), given=And(w>=0, one), then=Var(total(w*X)) <= s**2/2)",
    "ForAll((w, X, n, m, s), given=one, then=Var(total(w*X)) >= 2*s**2/n)",
    "ForAll((w, B, n, r), given=And(w>=0, one), then=Var(total(w*B)) <= Rational(1,5))",
    "Exists((w, X, n, m, s), given=one, then=Var(total(w*X)) < s**2/n)",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Var(total(w*X)) <= s**2)",
    "ForAll((w, X, n, m, s), given=Eq(total(w),1), then=Eq(Var(total(w*X)), s**2/n))",
    "ForAll((w, B, n, r), given=r>0, then=Eq(Var(total(w*B/r)), (1-r)*total(w**2)))",
]
NEVER_TRUE = [
    "ForAll((w, S, n), then=E(total(w*S)**4) <= E(total(w*S)**2)**2)",
    "ForAll((w, G, n), given=And(G>=0), then=E(total(w*G)) >= 0)",
]


@pytest.mark.parametrize("source", TRUE)
def test_weighted_sums_are_as_stated(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_their_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NEVER_TRUE)
def test_what_breaks_at_moments_that_are_not_known_to_be_possible_is_not_true(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


def test_a_counterexample_shows_the_fixed_numbers() -> None:
    source = "ForAll((w, X, n, m, s), given=Eq(total(w), 1), then=Var(total(w*X)) <= s**2)"
    shown = decide(authored(source, **NAMES), thorough=False).counterexample
    assert shown is not None
    found = dict(shown.values)
    assert sum(found["w"]) == 1
    assert sum(weight**2 for weight in found["w"]) > 1


def test_weights_that_there_are_not_are_weights_of_nothing() -> None:
    source = "ForAll((w, G, n), given=And(w >= 1, Eq(total(w), 0)), then=E(total(w*G)) >= 0)"
    found = decide(authored(source, **NAMES), thorough=False)
    assert any(each.outcome is Outcome.VACUOUS for each in found.decisions)


def test_what_divides_by_a_weight_that_may_be_zero_is_not_true() -> None:
    source = "ForAll((w, G, n), then=Eq(E(total(G/w)), total(1/w)*E(average(G))))"
    assert truth_of(source, **NAMES) is not Truth.TRUE


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_sums_over_distinct_indices_are_those_by_counting(number: int) -> None:
    weights, values = [w, q, w * q], {w: (2, -1, 3, 5), q: (7, 4, -2, 1)}

    def at(term: object, place: int) -> int:
        return term.xreplace({each: values[each][place] for each in values})  # type: ignore[attr-defined,no-any-return]

    summed = over_distinct(weights, n)
    totals = {each: sum(at(each.args[0], place) for place in range(number)) for each in summed.atoms(Total)}
    counted = sum(at(weights[0], i) * at(weights[1], j) * at(weights[2], k) for i, j, k in permutations(range(number), 3))
    assert summed.xreplace({**totals, n: number}) == counted


@pytest.mark.parametrize(
    "source",
    [
        "ForAll((w, G, n), given=G <= w, then=E(total(w*G)) >= 0)",
        "ForAll((w, G, n), then=E(total(exp(w*G))) >= 0)",
        "ForAll((w, G, n), then=E(w*total(G)) >= 0)",
        "ForAll((w, G, n), then=total(w) <= total(G))",
        "ForAll((w, G, n), then=E(total(w*G)) <= w)",
    ],
)
def test_what_is_not_taken_is_an_error(source: str) -> None:
    with pytest.raises(DefinitionError):
        truth_of(source, **NAMES)
