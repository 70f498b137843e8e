"""Tests of proximal steps of quadratic functions, and of quadratic functions without a bound of their curvature."""

from __future__ import annotations

import pytest

from probatum import And, functions, proximal, reals, vectors
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.type_names import Expression, Vector
from tests.authored import truth_of

a, b, mu, L = reals("a b mu L")
x, y = vectors("x y")
q = functions("q", quadratic=True, smooth=L, strongly=mu)
qc = functions("qc", quadratic=True, smooth=L, convex=True)
qs = functions("qs", quadratic=True, strongly=mu)
qf = functions("qf", quadratic=True, convex=True)
qq = functions("qq", quadratic=True)


def pr(function: Expression, point: Vector) -> Vector:
    """The proximal point with step a."""
    return proximal(function, a, point)


NAMES = {"a": a, "b": b, "mu": mu, "L": L, "x": x, "y": y, "q": q, "qc": qc, "qs": qs, "qf": qf, "qq": qq, "pr": pr}
NAMES |= {"ok": And(mu > 0, mu < L, a > 0), "oks": And(mu > 0, a > 0)}

TRUE = [
    "ForAll((q, x, y, a, mu, L), given=ok, then=norm(pr(q,x)-pr(q,y)) <= norm(x-y)/(1+a*mu))",
    "ForAll((q, x, y, a, mu, L), given=ok, then=norm(pr(q,x)-pr(q,y)) >= norm(x-y)/(1+a*L))",
    "ForAll((q, x, a, mu, L), given=ok, then=norm(pr(q,x)-minimizer(q)) <= norm(x-minimizer(q))/(1+a*mu))",
    "ForAll((q, x, a, mu, L), given=ok, then=Eq(pr(q,x) + a*gradient(q, pr(q,x)), x))",
    "ForAll((q, x, a, mu, L), given=ok, then=q(pr(q,x)) - q(minimizer(q)) <= (q(x)-q(minimizer(q)))/(1+a*mu)**2)",
    "ForAll((qs, x, y, a, mu), given=oks, then=norm(pr(qs,x)-pr(qs,y)) <= norm(x-y)/(1+a*mu))",
    "ForAll((qf, x, y, a), given=a>0, then=norm(pr(qf,x)-pr(qf,y)) <= norm(x-y))",
    "ForAll((qf, x, y), then=Eq(qf((x+y)/2), (qf(x)+qf(y))/2 - dot(gradient(qf,x)-gradient(qf,y), x-y)/8))",
    "ForAll((qs, x, mu), given=mu>0, then=norm(gradient(qs,x))**2 >= 2*mu*(qs(x)-qs(minimizer(qs))))",
    "ForAll((qc, x, y, a, L), given=And(L>0,a>0), then=norm(pr(qc,x)-pr(qc,y))**2 <= dot(pr(qc,x)-pr(qc,y), x-y))",
    "ForAll((qc, x, a, L), given=And(L>0,a>0), then=qc(pr(qc,x)) - qc(minimizer(qc)) <= norm(x-minimizer(qc))**2/(8*a))",
    "ForAll((q, x, y, a, b, mu, L), given=And(ok, b>a), then=norm(proximal(q,b,x)-minimizer(q)) <= norm(proximal(q,a,x)-minimizer(q)))",
    "ForAll((q, x, a, mu, L), given=ok, then=norm(pr(q,pr(q,x))-minimizer(q)) <= norm(x-minimizer(q))/(1+a*mu)**2)",
    "ForAll((q, x, a, mu, L), given=ok, then=Eq(pr(q,minimizer(q)), minimizer(q)))",
    "ForAll((qs, x, y, mu), given=mu>0, then=norm(gradient(qs,x)-gradient(qs,y)) >= mu*norm(x-y))",
    "Exists((qf, x, y, a), given=And(a>0, norm(x-y)>0), then=norm(pr(qf,x)-pr(qf,y)) < norm(x-y)/10)",
    "ForAll((qf, x, y), then=qf(x)+qf(y)-2*qf((x+y)/2) >= 0)",
    "ForAll((q, x, y, a, mu, L), given=ok, then=norm(pr(q,x)-pr(q,y)) < 2*norm(x-y) + 1)",
    "ForAll((qq, x, y), then=Eq(qq(x) + qq(y) - 2*qq((x + y)/2), dot(gradient(qq, x) - gradient(qq, y), x - y)/4))",
    "ForAll((qc, x, a, L), given=a>0, then=qc(pr(qc,x)) + norm(pr(qc,x)-x)**2/(2*a) <= qc(x))",
    "ForAll((qf, x, a), given=a>0, then=qf(pr(qf,x)) + norm(pr(qf,x)-x)**2/a <= qf(x))",
    "ForAll((qf, x, y, a), given=a>0, then=qf(pr(qf,x)) + norm(pr(qf,x)-x)**2/(2*a) <= qf(y) + norm(y-x)**2/(2*a))",
    "ForAll((qs, x, y, a, mu), given=oks, then=qs(pr(qs,x)) + norm(pr(qs,x)-x)**2/(2*a)"
    " + (1/a+mu)/2*norm(y-pr(qs,x))**2 <= qs(y) + norm(y-x)**2/(2*a))",
    "ForAll((qf, x, a), given=a>0, then=norm(gradient(qf,pr(qf,x))) <= norm(gradient(qf,x)))",
    "ForAll((qc, x, a, L), given=a>0, then=norm(gradient(qc,pr(qc,x))) >= norm(gradient(qc,x))/(1+a*L))",
]
FALSE = [
    "ForAll((qf, x, a), given=a>0, then=qf(pr(qf,x)) + 2*norm(pr(qf,x)-x)**2/a <= qf(x))",
    "ForAll((qf, x, y, a), given=a>0, then=qf(pr(qf,x)) + norm(pr(qf,x)-x)**2/(2*a) <= qf(y))",
    "ForAll((qs, x, y, a, mu), given=oks, then=qs(pr(qs,x)) + norm(pr(qs,x)-x)**2/(2*a)"
    " + (1/a+2*mu)/2*norm(y-pr(qs,x))**2 <= qs(y) + norm(y-x)**2/(2*a))",
    "ForAll((qf, x, a), given=a>0, then=norm(pr(qf,x)) <= norm(x))",
    "ForAll((qf, x, a), given=a>0, then=norm(gradient(qf,pr(qf,x))) <= norm(gradient(qf,x))/2)",
    "ForAll((q, x, y, a, mu, L), given=ok, then=norm(pr(q,x)-pr(q,y)) <= norm(x-y)/(1+a*L))",
    "ForAll((q, x, a, mu, L), given=ok, then=norm(pr(q,x)-minimizer(q)) <= norm(x-minimizer(q))/(1+2*a*mu))",
    "ForAll((q, x, a, mu, L), given=ok, then=q(pr(q,x)) - q(minimizer(q)) <= (q(x)-q(minimizer(q)))/(1+a*L)**2)",
    "ForAll((qs, x, y, a, mu), given=oks, then=norm(pr(qs,x)-pr(qs,y)) <= norm(x-y)/(1+2*a*mu))",
    "ForAll((qf, x, y, a), given=a>0, then=norm(pr(qf,x)-pr(qf,y)) <= norm(x-y)/2)",
    "ForAll((qs, x, mu), given=mu>0, then=norm(gradient(qs,x))**2 <= 2*mu*(qs(x)-qs(minimizer(qs))))",
    "ForAll((qc, x, a, L), given=And(L>0,a>0), then=qc(pr(qc,x)) - qc(minimizer(qc)) <= norm(x-minimizer(qc))**2/(9*a))",
    "ForAll((q, x, y, a, b, mu, L), given=And(ok, b>a), then=norm(proximal(q,b,x)-minimizer(q)) >= norm(proximal(q,a,x)-minimizer(q)))",
    "ForAll((q, x, a, mu, L), given=ok, then=norm(pr(q,pr(q,x))-minimizer(q)) <= norm(x-minimizer(q))/(1+a*mu)**3)",
    "ForAll((q, x, a, mu, L), given=ok, then=Eq(pr(q,x), minimizer(q)))",
    "ForAll((qf, x, y, a), given=a>0, then=norm(pr(qf,x)-pr(qf,y)) >= norm(x-y))",
    "ForAll((qf, x, y, a), given=a>0, then=norm(gradient(qf,x)-gradient(qf,y)) <= 1000*norm(x-y))",
    "ForAll((qs, x, y, mu), given=mu>0, then=norm(gradient(qs,x)-gradient(qs,y)) <= 3*mu*norm(x-y))",
    "ForAll((qs, x, y, mu), given=mu>0, then=norm(gradient(qs,x)-gradient(qs,y)) > mu*norm(x-y))",
    "Exists((qf, x, y, a), given=a>0, then=norm(pr(qf,x)-pr(qf,y)) > norm(x-y))",
    "Exists((qf, x, y, a), then=norm(pr(qf,x)-pr(qf,y)) > norm(x-y))",
    "ForAll((q, x, a, mu, L), given=ok, then=q(pr(q,x)) > q(minimizer(q)))",
    "ForAll((q, x, a, mu, L), given=ok, then=norm(gradient(q,pr(q,x))) <= norm(gradient(q,x))/(1+a*L))",
    "ForAll((qq, x, y), then=qq(x) + qq(y) - 2*qq((x + y)/2) >= 0)",
]
NEVER_TRUE = [
    "ForAll((q, x, y, a, mu, L), given=And(0<mu,mu<L), then=norm(pr(q,x)-pr(q,y)) <= norm(x-y))",
    "ForAll((q, x, y, a, mu, L), given=And(0<mu,mu<L,a>=0), then=norm(pr(q,x)-pr(q,y)) <= norm(x-y))",
    "ForAll((qf, x, y, a), then=norm(pr(qf,x)-pr(qf,y)) <= norm(x-y))",
    "ForAll((q, x, a, mu, L), given=And(ok, a<-1), then=norm(pr(q,x)) <= 0)",
]


@pytest.mark.parametrize("source", TRUE)
def test_steps_are_as_stated(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_their_twins_are_false(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("source", NEVER_TRUE)
def test_steps_that_are_not_positive_make_nothing_true(source: str) -> None:
    assert truth_of(source, **NAMES) is not Truth.TRUE


def test_a_function_that_may_bend_down_has_no_proximal_points() -> None:
    with pytest.raises(DefinitionError) as caught:
        truth_of("ForAll((qq, x, a), given=a > 0, then=norm(pr(qq, x)) >= 0)", **NAMES)
    assert "wanted one that is said to be convex" in str(caught.value)
