"""Tests of divisibility by what varies, as products; of every true statement a twin is false."""

from __future__ import annotations

import pytest
from sympy import And, Eq, Mod, Ne, Not

from probatum import ForAll, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.rewriting.multiples import MULTIPLES, of_multiples
from tests.authored import authored, truth_of
from tests.each import each

n, k, m, p, q = integers("n k m p q")
x, y = reals("x y")
NAMES = {"n": n, "k": k, "m": m, "p": p, "q": q}
TRUE = [
    "ForAll((n,k,m), given=And(m>=1,Eq(Mod(n,m),Mod(k,m))), then=Eq(Mod(n**2,m),Mod(k**2,m)))",
    "ForAll((n,k,m,p), given=And(m>=1,Eq(Mod(n-k,m),0)), then=Eq(Mod(n*p,m),Mod(k*p,m)))",
    "ForAll((n,k,m,p,q), given=And(m>=1,Eq(Mod(n,m),Mod(k,m)),Eq(Mod(p,m),Mod(q,m))), then=Eq(Mod(n*p,m),Mod(k*q,m)))",
    "ForAll((n,k,m), given=And(n>=1,k>=1,Eq(Mod(k,n),0),Eq(Mod(m,k),0)), then=Eq(Mod(m,n),0))",
    "ForAll((n,k,m), given=And(n>=1,Eq(Mod(k,n),0),Eq(Mod(k+m,n),0)), then=Eq(Mod(m,n),0))",
    "ForAll((n,k,m), given=And(n>=1,Eq(Mod(k,n),0),Eq(Mod(m,n),0)), then=Eq(Mod(3*k**2-5*m*k,n**2),0))",
    "ForAll((n,k), given=And(n>=1,Eq(Mod(k,n),1)), then=Eq(Mod(k**2-1,n),0))",
    "ForAll((n,k), given=Ne(n,k), then=Eq(Mod(n**5-k**5,n-k),0))",
    "ForAll((n,k,m), given=And(m>=1,Eq(Mod(n,m),0),Eq(Mod(k,m),0)), then=Equal(Mod(n+k,m),0))",
]
FALSE = [
    "ForAll((n,k,m), given=And(m>=1,Eq(Mod(n**2,m),Mod(k**2,m))), then=Eq(Mod(n,m),Mod(k,m)))",
    "ForAll((n,k,m,p), given=And(m>=1,Eq(Mod(n*p,m),Mod(k*p,m))), then=Eq(Mod(n,m),Mod(k,m)))",
    "ForAll((n,k,m,p,q), given=And(m>=1,Eq(Mod(n,m),Mod(k,m)),Eq(Mod(p,m),Mod(q,m))), then=Eq(Mod(n*q,m),Mod(k**2,m)))",
    "ForAll((n,k,m), given=And(n>=1,k>=1,m>=1,Eq(Mod(k,n),0),Eq(Mod(m,n),0)), then=Eq(Mod(m,k),0))",
    "ForAll((n,k,m), given=And(n>=1,Eq(Mod(k+m,n),0)), then=Eq(Mod(m,n),0))",
    "ForAll((n,k,m), given=And(n>=1,Eq(Mod(k,n),0),Eq(Mod(m,n),0)), then=Eq(Mod(3*k**2-5*m,n**2),0))",
    "ForAll((n,k), given=And(n>=1,Eq(Mod(k,n),1)), then=Eq(Mod(k**2+1,n),0))",
    "ForAll((n,k), given=Ne(n,k), then=Eq(Mod(n**5+k**5,n-k),0))",
    "ForAll((n,k,m), given=And(m>=1,Eq(Mod(n,m),0),Eq(Mod(k,m),0)), then=Equal(Mod(n+k+1,m),0))",
]


@pytest.mark.parametrize("statement", TRUE)
def test_products_prove_what_divides(statement: str) -> None:
    found = decide(authored(statement, **NAMES))
    assert found.truth is Truth.TRUE
    assert any(MULTIPLES.name in decision.reason for decision in found.carrying)


@pytest.mark.parametrize("statement", FALSE)
def test_what_does_not_divide_is_refuted(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.FALSE


def test_the_variable_is_written_as_a_multiple() -> None:
    written = of_multiples(ForAll((n, k), given=And(n >= 1, Eq(Mod(k, n), 2)), then=Eq(Mod(k**2 - 4, n), 0)))
    times = next(each_one for each_one in written.variables if each_one != n)
    assert written.variables == (times, n)
    assert written.given == (n >= 1)
    assert (written.then.lhs - (n * times + 2) ** 2 + 4).expand() == 0
    assert (written.then.lhs - written.then.rhs).expand() == 0


def test_what_is_no_product_is_left() -> None:
    statements = [
        ForAll((n, k), given=And(n >= 1, Eq(Mod(k, n), 0)), then=Eq(Mod(k, 2 * n), 0)),
        ForAll((n, k), given=And(n >= 1, Eq(Mod(2 * k, n), 0)), then=Eq(Mod(k, n), 0)),
        ForAll((n, k), given=And(n >= 1, k >= 1, Eq(Mod(k, n), 0), Eq(Mod(n, k), 0)), then=Eq(n, k)),
        ForAll((n, k), given=And(n >= 1, Eq(Mod(k, n), 1)), then=Eq(Mod(k**2, n), 1)),  # not of n = 1
        ForAll((n, k), given=And(n >= 1, Ne(Mod(k, n), 0)), then=Eq(Mod(k**2, n), 0)),
        ForAll((x, y), given=And(y > 0, Eq(Mod(x, y), 0)), then=Eq(Mod(x**2, y), 0)),
        ForAll((n, k), given=And(n >= 1, Eq(Mod(k, n), 0)), then=Not(Eq(Mod(k + 1, n), 0))),
    ]
    for statement in each(statements):
        assert of_multiples(statement) == statement
