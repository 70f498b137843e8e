"""Tests of series and integrals whose closed form fails for a value or two of a parameter, which are decided by themselves."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

a, b, x, y = sympy.symbols("a b x y", real=True)
n, k, m = sympy.symbols("n k m", integer=True)
ROWS = {
    "ForAll(n, given=n >= 1, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), pi))": Truth.TRUE,
    "ForAll(n, given=n >= 0, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), pi))": Truth.FALSE,
    "ForAll(n, then=Eq(Integral(sin(n*x)**2, (x, 0, 2*pi)), Piecewise((0, Eq(n, 0)), (pi, True))))": Truth.TRUE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Eq(Sum((1 - b)*b**k, (k, 0, oo)), 1))": Truth.FALSE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Le(Sum((1 - b)*b**k, (k, 0, oo)), 1))": Truth.TRUE,
    "ForAll(b, given=And(-1 < b, b <= 1), then=Eq(Sum((1 - b)*b**k, (k, 0, oo)), Piecewise((1, b < 1), (0, True))))": Truth.TRUE,
    "ForAll(b, given=And(0 <= b, b <= 1), then=Ge(Sum(b**k, (k, 0, oo)), 1))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x), (x, 0, oo)), 1))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x), (x, 0, oo)), sign(a)))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Eq(Integral(exp(-a*x), (x, 0, oo)), 1/(a + 1)))": Truth.FALSE,
    "ForAll(a, given=a >= 0, then=Le(Integral(exp(-a*x), (x, 0, oo)), 10))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(a*exp(-a*x)/a, (x, 0, oo)), 1/a))": None,
    "ForAll(a, given=a >= 0, then=Eq(Integral(cos(a*x), (x, 0, 1)), 1))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), Piecewise((sin(a)/a, Ne(a, 0)), (1, True))))": Truth.TRUE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), Piecewise((sin(a)/a, Ne(a, 0)), (0, True))))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(cos(a*x), (x, 0, 1)), sin(a)/a))": None,
    "ForAll(x, given=And(-1 <= x, x <= 1), then=Eq(Sum(x**k/k, (k, 1, oo)), Piecewise((-log(1 - x), x < 1), (0, True))))": Truth.FALSE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Sum(a**k, (k, 0, oo))*(1 - a), 0))": None,
    "ForAll(a, given=a >= -1, then=Ge(Integral(x**a, (x, 0, 1))*(a + 1), 0))": None,
    "ForAll(a, given=a >= -1, then=Eq(Integral(x**a, (x, 0, 1))*(a + 1), 1))": None,
    "ForAll(a, given=a > -1, then=Eq(Integral(x**a, (x, 0, 1))*(a + 1), 1))": Truth.TRUE,
    "ForAll(a, given=a >= 0, then=Ge(a*Integral(exp(-a*x), (x, 0, oo)), 0))": None,
    "ForAll(a, given=a <= 1, then=Ge(Integral(1/x**a, (x, 0, 1))*(1 - a), 0))": None,
    "ForAll(a, given=a >= -1, then=Ge(Piecewise((Integral(x**a, (x, 0, 1)), a > -1), (0, True)), 0))": Truth.TRUE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(1 + Piecewise((Sum(a**k, (k, 0, oo))*(1 - a), a <= 1), (0, True)), 0))": None,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(1 + Piecewise((Sum(a**k, (k, 0, oo))*(1 - a), a < 1), (0, True)), 0))": Truth.TRUE,
    "ForAll((n, m), given=Ne(n, m), then=Eq(Integral(cos(n*x)*cos(m*x), (x, 0, 2*pi)), 0))": Truth.FALSE,
    "ForAll((n, m), given=And(Ne(n, m), Ne(n, -m)), then=Eq(Integral(cos(n*x)*cos(m*x), (x, 0, 2*pi)), 0))": Truth.TRUE,
    "ForAll((n, m), then=Eq(Integral(cos(n*x)*sin(m*x), (x, 0, 2*pi)), 0))": Truth.TRUE,
    "ForAll((n, m), given=And(n >= 1, m >= 1), then=Eq(Integral(sin(n*x)*sin(m*x), (x, 0, 2*pi)), pi*KroneckerDelta(n, m)))": Truth.TRUE,
    "ForAll((n, m), given=And(n >= 0, m >= 0), then=Eq(Integral(cos(n*x)*cos(m*x), (x, 0, 2*pi)), pi*KroneckerDelta(n, m)))": Truth.FALSE,
}


@pytest.mark.parametrize("source", ROWS)
def test_the_one_other_value_counts(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k, m=m) is ROWS[source]


SUPPOSED = {  # with what the parameter is equal to
    "ForAll((a,y), given=Eq(a,0), then=Ge(y**2+Integral(exp(-a*x),(x,0,oo))*a,0))": None,
    "ForAll((a,b,y), given=Eq(a,b), then=Ge(y**2+Integral(exp(-(a-b)*x),(x,0,oo))*(a-b),0))": None,
    "ForAll((a,x), given=And(Eq(a,x), x>0), then=Eq(Integral(a*x,(x,0,x)), x**3/2))": Truth.TRUE,
    "ForAll((a,x), given=And(Eq(a,x), x>0), then=Eq(Integral(a*x,(x,0,x)), x**3/3))": Truth.FALSE,
    "ForAll((n,y), given=Eq(n,Rational(1,2)), then=Ge(y**2+Integral(x**n,(x,0,1)),0))": Truth.VACUOUS,
    "ForAll((a,y), given=And(Eq(a,0),y>1), then=Ge(y**2*a*Integral(exp(-a*x),(x,0,oo)),0))": None,
    "ForAll((n,y), given=And(Eq(n,-1),y>1), then=Ge(y+(n+1)*Integral(x**n,(x,0,1)),0))": None,
    "ForAll((a,y), given=And(Eq(a,0),y>1), then=Gt(y,a*Integral(x**a,(x,1,oo))))": None,
    "ForAll((a,y), given=And(Eq(a,-2),y>1), then=Gt(y,Integral(x**a,(x,1,oo))))": Truth.TRUE,
    "ForAll((a,y), given=And(Eq(a,-2),y>=1), then=Gt(y,Integral(x**a,(x,1,oo))))": Truth.FALSE,
    "ForAll((a,y), given=And(Eq(a,-2),y>=1), then=Ge(y,Integral(x**a,(x,1,oo))))": Truth.TRUE,
    "ForAll((a,y), given=And(Eq(a,1),y>=1), then=Ge(y,(1-a)*Sum(a**k,(k,0,oo))))": None,
    "ForAll((a,y), given=And(Eq(2*a,1),y>=1), then=Ge(y,(1-a)*Sum(a**k,(k,0,oo))))": Truth.TRUE,
    "ForAll((a,y), given=And(Eq(2*a,1),y>=1), then=Gt(y,(1-a)*Sum(a**k,(k,0,oo))))": Truth.FALSE,
    "ForAll((a,y), given=And(Eq(a,-1),y>=1), then=Ge(y,Sum(a**k,(k,0,oo))))": None,
    "ForAll((a,b,y), given=And(Eq(a+b,0),y>=1), then=Ge(y,(a+b)*Integral(exp(-(a+b)*x),(x,0,oo))))": None,
    "ForAll((a,b,y), given=And(Eq(a+b,1),y>=1), then=Ge(y,(a+b)*Integral(exp(-(a+b)*x),(x,0,oo))))": Truth.TRUE,
    "ForAll((a,y), given=Eq(a,0), then=Ge(y**2+Integral(x/a,(x,-1,1)),0))": None,
    "ForAll((a,y), given=Eq(a,0), then=Ge(y**2+Limit(atan(x)/a,x,oo),0))": None,
    "ForAll((a,y), given=Eq(a,0), then=Ge(y**2+a*Limit(1/(a*x),x,oo),0))": None,
    "ForAll((a,y), given=Eq(a,0), then=Ge(y**2+Limit(atan(a*x),x,oo),0))": Truth.TRUE,
    "ForAll((a,y), given=Eq(a,1), then=Eq(y*Limit(atan(a*x),x,oo),y*pi/2))": Truth.TRUE,
    "ForAll((a,y), given=Eq(a,-1), then=Eq(y*Limit(atan(a*x),x,oo),y*pi/2))": Truth.FALSE,
    "ForAll((a,y), given=Eq(a,1), then=Eq(y*Integral(x/(x-a),(x,1,2)),y))": None,
    "ForAll((a,y), given=Eq(a,0), then=Eq(y*Sum(k/a,(k,1,3))*a,y))": None,
    "ForAll((a,y), given=Eq(a,0), then=Eq(y*Sum(k*a,(k,1,3)),0))": Truth.TRUE,
    "ForAll((a,y), given=Eq(a,0), then=Eq(y*a/a*Integral(exp(-x),(x,a,oo)),y))": None,
    "ForAll((a,y), given=Eq(a,0), then=Eq(y*Integral(exp(-x),(x,a,oo)),y))": Truth.TRUE,
    "ForAll((a,y), given=Eq(a,1), then=Eq(y*Integral(exp(-x),(x,a,oo)),y))": Truth.FALSE,
    "ForAll((a,b,y), given=And(Eq(a,b),b>0), then=Eq(y*Integral(exp(-a*x)*b,(x,0,oo)),y))": Truth.TRUE,
}


@pytest.mark.parametrize("source", SUPPOSED)
def test_a_supposed_edge_counts(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k, m=m) is SUPPOSED[source]


CLOSED = {
    "ForAll(a, given=a > 0, then=Eq(Integral(1/(x**2 + a), (x, -oo, oo)), pi/sqrt(a)))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Integral(1/(x**2 + a), (x, -oo, oo)), pi/a))": Truth.FALSE,
    "ForAll(a, given=a > 0, then=Eq(Integral(x/(x**2 + a), (x, 0, 1)), log(1 + 1/a)/2))": Truth.TRUE,
    "ForAll(a, given=a > 1, then=Eq(Integral(1/(x**2 + 2*x + a), (x, -oo, oo)), pi/sqrt(a)))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(1/(x**2 + a), (x, -oo, oo)), 1))": Truth.UNDECIDED,
    "ForAll(x, then=Eq(Integral(Integral(a*y, (y, 0, a)), (a, 0, x)), x**4/8))": Truth.TRUE,
    "ForAll(x, then=Eq(Integral(Integral(a*y, (y, 0, a)), (a, 0, x)), x**3/6))": Truth.FALSE,
    "ForAll(a, given=a > 1, then=Eq(Integral(1/y, (y, 1, x), (x, 1, a)), a*log(a) - a + 1))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eq(Integral(1/y**2, (y, 1, x), (x, 0, a)), a))": Truth.UNDECIDED,
    "ForAll(a, given=a > -1, then=Eq(Integral(Heaviside(x), (x, -1, a)), Max(a, 0)))": Truth.TRUE,
    "ForAll(a, given=a > -1, then=Eq(Integral(Heaviside(x), (x, -1, a)), a))": Truth.FALSE,
    "ForAll((n, m), given=And(1 <= m, m <= n), then=Eq(Sum(k**2*KroneckerDelta(k, m), (k, 1, n)), m**2))": Truth.TRUE,
    "ForAll((n, m), given=And(1 <= m, 1 <= n), then=Eq(Sum(KroneckerDelta(k, m), (k, 1, n)), 1))": Truth.FALSE,
    "ForAll((n, m), given=And(m >= -5, n >= 1), then=Eq(Sum(KroneckerDelta(k, m)/k, (k, -1, n)), 1/m))": None,
    "ForAll(m, given=m >= 1, then=Eq(Sum(KroneckerDelta(k, m)/k, (k, 1, oo)), 1/m))": Truth.TRUE,
    "ForAll((n, m), given=n >= 2, then=Eq(Sum(KroneckerDelta(k, m)*KroneckerDelta(k, 2), (k, 1, n)), KroneckerDelta(m, 2)))": Truth.TRUE,
    "ForAll((n, m), given=n >= 1, then=Eq(Sum(KroneckerDelta(k, m)*KroneckerDelta(k, 2), (k, 1, n)), KroneckerDelta(m, 2)))": Truth.FALSE,
    "ForAll(a, given=Abs(a) < 1, then=Eq(Sum(a**k, (k, 0, oo)).subs(a, a**2), 1/(1 - a**2)))": Truth.TRUE,
    "ForAll(a, given=Abs(a) < 1, then=Eq(Sum(a**k, (k, 0, oo)).subs(a, a**2), 1/(1 - a)))": Truth.FALSE,
    "ForAll(a, then=Eq(Limit(a**n, n, oo).subs(a, a**2), 0))": Truth.FALSE,
    "ForAll(a, then=Eq(Integral(a*x/a, (x, 0, 1)), Rational(1, 2)))": None,
}


@pytest.mark.parametrize("source", CLOSED)
def test_closed_forms_with_parameters_count_where_they_are_right(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k, m=m) is CLOSED[source]


OPEN = Truth.UNDECIDED
INSIDE = {
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Sum(Sum(a**k, (k, 0, oo))*(1 - a)*m, (m, 1, 3)), 0))": None,
    "ForAll(a, given=And(0 <= a, a < 1), then=Eq(Sum(Sum(a**k, (k, 0, oo))*(1 - a)*m, (m, 1, 3)), 6))": Truth.TRUE,
    "ForAll(a, given=And(0 <= a, a < 1), then=Eq(Sum(Sum(a**k, (k, 0, oo))*(1 - a)*m, (m, 1, 3)), 5))": Truth.FALSE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Integral(Sum(a**k, (k, 0, oo))*(1 - a)*x, (x, 0, 1)), 0))": None,
    "ForAll((a, n), given=And(0 <= a, a <= 1, n >= 1), then=Eq(Sum(Sum(a**k, (k, 0, oo))*(1 - a), (m, 1, n)), n))": None,
    "ForAll((a, n), given=And(0 <= a, a < 1, n >= 1), then=Eq(Sum(Sum(a**k, (k, 0, oo))*(1 - a), (m, 1, n)), n))": Truth.TRUE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Product(Sum(a**k, (k, 0, oo))*(1 - a) + 1, (m, 1, 2)), 0))": None,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Eq(Sum((Sum(a**k, (k, 0, oo)) - Sum(a**k, (k, 0, oo)))*m, (m, 1, 2)), 0))": None,
    "ForAll(n, given=n >= 0, then=Ge(Sum(Integral(exp(-n*x), (x, 0, oo))*n*m, (m, 1, 2)), 0))": None,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Sum(Integral(x**a, (x, 0, 1))*(1 - a), (m, 1, 3)), 0))": Truth.TRUE,
    "ForAll(x, given=x > 0, then=Ge(Sum(Sum(1, (k, 0, oo))*0 + x, (m, 1, 3)), 0))": None,
    "ForAll(x, given=x > 0, then=Ge(Sum(0*Sum(2**(-k), (k, 0, oo)) + x, (m, 1, 3)), 0))": Truth.TRUE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Sum(Integral(Sum(a**k, (k, 0, oo))*(1 - a)*x, (x, 0, 1)), (m, 1, 3)), 0))": None,
    "ForAll(a, given=And(0 <= a, a < 1), then=Ge(Sum(Integral(Sum(a**k, (k, 0, oo))*(1 - a)*x, (x, 0, 1)), (m, 1, 3)), 0))": Truth.TRUE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(diff(Sum(Sum(a**k, (k, 0, oo))*(1 - a)*y, (m, 1, 3)), y).subs(y, 1), 0))": None,
    "Exists(x, then=Eq(Sum(x + 0*Sum(1/k, (k, 1, oo)), (m, 1, 3)), 6))": Truth.FALSE,
    "Exists(x, then=Eq(Sum(x + 0*Sum(1/k**2, (k, 1, oo)), (m, 1, 3)), 6))": Truth.TRUE,
    "Exists(x, then=Eq(Limit(y*x + 0*Sum(1/k, (k, 1, oo)), y, 1), 6))": Truth.FALSE,
    "ForAll(a, given=And(0 <= a, a <= 1), then=Ge(Limit(Sum(a**k, (k, 0, oo))*(1 - a)*y, y, 1), 0))": None,
}


@pytest.mark.parametrize("source", INSIDE)
def test_what_is_infinite_at_an_edge_counts_inside_of_other_constructs(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k, m=m) is INSIDE[source]


S, INFINITE, ONE = "Sum(a**k, (k, 0, oo))", "Integral(1/y, (y, 0, 1))", "Integral(exp(-y), (y, 0, oo))"
PUT_IN = {
    f"ForAll(b, then=Eq(({S}*(1 - a)).subs(a, 1), 0))": None,
    f"ForAll(b, then=Eq(({S}*(1 - a)).subs(a, Rational(1, 2)), 1))": Truth.TRUE,
    f"ForAll(b, then=Eq(({S}*(1 - a)).subs(a, Rational(1, 2)), 2))": Truth.FALSE,
    "ForAll(b, then=Eq((lambda q: Sum(q**k, (k, 0, oo))*(1 - q))(1), 0))": None,
    f"ForAll(b, then=Eq(Lambda(a, {S}*(1 - a))(1), 0))": None,
    f"ForAll(b, then=Eq(Subs({S}*(1 - a), a, 1), 0))": None,
    f"ForAll(b, then=Eq(({S} - {S}).subs(a, 1), 0))": None,
    "ForAll(b, then=Eq(Subs(diff(x*Abs(x), x, 2), x, 0), 0))": None,
    "ForAll(b, then=Le(Subs(diff(Abs(x), x), x, 0), 6))": None,
    "ForAll(b, then=Eq(Subs(diff(x**2*Abs(x), x, 2), x, 0), 0))": Truth.TRUE,
    "ForAll(b, then=Eq(Subs(diff(x*Abs(x), x, 2)*y, (x, y), (1, 1)), 0))": Truth.FALSE,
    "ForAll((x, y), then=Eq(Subs(x - y, (x, y), (y, x)), y - x))": Truth.TRUE,
    f"ForAll(b, then=Eq((Matrix([[0, 1]])*Matrix([[{INFINITE}], [1]]))[0], 1))": None,
    f"ForAll(b, then=Eq((Matrix([[0, 1]])*Matrix([[{ONE}], [2]]))[0], 1))": Truth.FALSE,
    f"ForAll(b, then=Eq(Matrix([{INFINITE}, 1]).dot(Matrix([0, 1])), 1))": None,
    f"ForAll(b, then=Eq(Matrix([{ONE}, 1]).dot(Matrix([1, 1])), 2))": Truth.TRUE,
    f"ForAll(b, then=Eq((eye(2)*Matrix([{INFINITE}, 1]))[1], 1))": None,
    f"ForAll(b, then=Eq(Matrix([1, {INFINITE}, 0]).cross(Matrix([0, 0, 1]))[2], 0))": None,
    f"ForAll(b, then=Eq((Matrix([[{INFINITE}, 1], [0, 1]])**0)[0, 0], 1))": None,
    f"ForAll(b, then=Eq(Mul(0, {INFINITE}, evaluate=False), 0))": None,
    f"ForAll(b, then=Eq(Pow({INFINITE}, 0, evaluate=False), 1))": None,
    f"ForAll(b, then=Eq(Mul({ONE}, 2, evaluate=False), 2))": Truth.TRUE,
    "ForAll(x, then=Eq(Mul(0, x/x, evaluate=False), 0))": None,
    f"ForAll(x, given=Eq(x, 0), then=Le(diff(Abs(x - 1 + {ONE}), x), 5))": None,
    f"ForAll(x, given=x > 0, then=Eq(diff(Abs(x - 1 + {ONE}), x), 1))": Truth.TRUE,
    f"ForAll(b, then=Eq(expand(({INFINITE} + 1)*0), 0))": None,
}


@pytest.mark.parametrize("source", PUT_IN)
def test_what_has_no_value_counts_where_it_is_put_in_or_an_entry(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, b=b, n=n, k=k, m=m) is PUT_IN[source]


BEST = {
    f"smallest({S}*(1 - a), a, at=1, given=And(0 <= a, a <= 1))": None,
    "smallest(x*Integral(exp(-x*y), (y, 0, oo)), x, at=0, given=x >= 0, only=False)": None,
    "smallest(x**2/x*x, x, at=0)": None,
    f"smallest(x**2 + {ONE}, x, at=0)": Truth.TRUE,
    f"smallest(x**2 + {ONE}, x, at=1)": Truth.FALSE,
    "smallest(Piecewise((x**2, x > 0), (-x, True)), x, at=0)": Truth.TRUE,
}


@pytest.mark.parametrize("source", BEST)
def test_a_place_without_a_value_is_no_best_one(source: str) -> None:
    assert truth_of(source, x=x, y=y, a=a, k=k) is BEST[source]
