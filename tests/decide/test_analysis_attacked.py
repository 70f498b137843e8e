"""Tests of statements of analysis that outside attacks found wrong or open, with false ones and such without a value beside them."""

from __future__ import annotations

import pytest
import sympy

from probatum.decision import Truth
from tests.authored import truth_of

NAMES = {name: sympy.Symbol(name, real=True) for name in "abcpqtxyz"} | {name: sympy.Symbol(name, integer=True) for name in "nkm"}
GAMMA = {  # integrals of real powers
    "ForAll(p, given=p>0, then=Eq(Integral(t**(p-1)*exp(-t),(t,0,oo)), gamma(p)))": Truth.TRUE,
    "ForAll(p, given=p>0, then=Eq(Integral(t**(p-1)*exp(-t),(t,0,oo)), gamma(p+1)))": Truth.FALSE,
    "ForAll(p, given=p>0, then=Eq(Integral(t**p*exp(-t),(t,0,oo)), gamma(p)))": Truth.FALSE,
    "ForAll(p, given=p>-1, then=Eq(Integral(t**p*exp(-t),(t,0,oo)), gamma(p+1)))": Truth.TRUE,
    "ForAll((p,c), given=And(p>0,c>0), then=Eq(Integral(t**(p-1)*exp(-c*t),(t,0,oo)), gamma(p)/c**p))": Truth.TRUE,
    "ForAll((p,c), given=And(p>0,c>0), then=Eq(Integral(t**(p-1)*exp(-c*t),(t,0,oo)), gamma(p)/c**(p+1)))": Truth.FALSE,
    "ForAll(p, given=p>-1, then=Eq(Integral(t**(p-1)*exp(-t),(t,0,oo)), gamma(p)))": None,
    "ForAll((p,c), given=And(p>0,c>=0), then=Eq(Integral(t**(p-1)*exp(-c*t),(t,0,oo)), gamma(p)/c**p))": None,
    "ForAll((p,q), given=And(p>0,q>0), then=Eq(Integral(t**(p-1)*(1-t)**(q-1),(t,0,1)), gamma(p)*gamma(q)/gamma(p+q)))": Truth.TRUE,
    "ForAll((p,q), given=And(p>0,q>0), then=Eq(Integral(t**(p-1)*(1-t)**(q-1),(t,0,1)), gamma(p)*gamma(q)/gamma(p+q+1)))": Truth.FALSE,
    "ForAll((p,q), given=And(p>0,q>0), then=Eq(Integral(t**p*(1-t)**(q-1),(t,0,1)), gamma(p)*gamma(q)/gamma(p+q)))": Truth.FALSE,
    "ForAll(c, given=c>0, then=Eq(Integral(sqrt(t)*exp(-c*t),(t,0,oo)), sqrt(pi)/(2*c*sqrt(c))))": Truth.TRUE,
    "ForAll(c, given=c>0, then=Eq(Integral(sqrt(t)*exp(-c*t),(t,0,oo)), sqrt(pi)/(2*sqrt(c))))": Truth.FALSE,
    "ForAll(c, given=c>0, then=Eq(Integral(exp(-c*t)/sqrt(t),(t,0,oo)), sqrt(pi/c)))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Eq(Integral(t**n*exp(-t),(t,0,oo)), factorial(n)))": Truth.TRUE,
    "ForAll(n, given=n>=1, then=Eq(Integral(t**(n-S(1)/2)*exp(-t),(t,0,oo)), gamma(n+S(1)/2)))": Truth.TRUE,
    "ForAll(p, given=p>0, then=Integral(t**(p-1)*exp(-t),(t,0,oo))>0)": Truth.TRUE,
    "ForAll(p, given=p>0, then=Eq(Integral(t**p*exp(-t),(t,0,oo)), p*Integral(t**(p-1)*exp(-t),(t,0,oo))))": Truth.TRUE,
    "ForAll(p, given=p>0, then=Eq(Integral(t**p*exp(-t),(t,0,oo)), (p+1)*Integral(t**(p-1)*exp(-t),(t,0,oo))))": Truth.FALSE,
    "ForAll((a,b,p), given=And(p>0,a<b), then=Eq(Integral((t-a)**(p-1),(t,a,b)), (b-a)**p/p))": Truth.TRUE,
    "ForAll((a,b,p), given=And(p>0,a<b), then=Eq(Integral((t-a)**p*(b-t)**2,(t,a,b)), 2*(b-a)**(p+3)/((p+1)*(p+2)*(p+3))))": Truth.TRUE,
    "ForAll(p, given=p>-1, then=Eq(Integral(t**(p-1),(t,0,1)), 1/p))": None,
    "ForAll(p, given=p>0, then=Eq(gamma(p), gamma(p+1)))": Truth.FALSE,
    "ForAll(p, given=p>0, then=Eq(gamma(p)*p, gamma(p+1)))": Truth.TRUE,
    "ForAll(p, given=p>0, then=gamma(p)>=1)": Truth.FALSE,
    "ForAll(p, given=p>0, then=gamma(p)>0)": Truth.TRUE,
    "ForAll((p,q), given=And(p>0,q>0), then=gamma(p+q)>=gamma(p)*gamma(q))": Truth.FALSE,
    "Exists(p, given=p>0, then=Eq(gamma(p),6))": Truth.TRUE,
    "Exists(p, given=p>0, then=gamma(p)<Rational(9,10))": Truth.TRUE,
    "Exists(p, given=p>0, then=gamma(p)<0)": Truth.FALSE,
    "ForAll(p, given=p>1, then=zeta(p)<2)": Truth.FALSE,
    "ForAll(x, then=erf(x)>=0)": Truth.FALSE,
}
INNER_ENDS = {  # an inner end has a value where the outer variables are
    "ForAll((), then=Equal(Integral(1,(y,-sqrt(1-x**2),sqrt(1-x**2)),(x,-1,1)),pi))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(1,(y,-sqrt(1-x**2),sqrt(1-x**2)),(x,-1,1)),3))": Truth.FALSE,
    "ForAll((), then=Equal(Integral(1,(y,0,sqrt(x)),(x,0,1)),Rational(2,3)))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(1,(y,0,1/x),(x,1,2)),log(2)))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(1,(y,0,sqrt(x)),(x,-1,1)),Rational(2,3)))": None,
    "ForAll((), then=Equal(Sum(k,(k,0,factorial(m)),(m,0,2)),5))": Truth.TRUE,
    "ForAll((), then=Equal(Sum(k,(k,0,factorial(m)),(m,-1,2)),5))": None,
    "Exists(a,then=Eq(Integral(1,(y,0,sqrt(x)),(x,0,1)),a))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(Integral(1,(y,0,sqrt(x))),(x,0,1)),Rational(2,3)))": Truth.TRUE,
    "ForAll((), then=Equal(Integral(1,(y,log(x),0),(x,0,1)),1))": Truth.TRUE,
    "ForAll(a, given=a>0, then=Equal(Integral(1,(y,0,sqrt(x)),(x,0,a)),2*a*sqrt(a)/3))": Truth.TRUE,
    "ForAll(n, given=n>=1, then=Equal(Sum(1,(k,1,m),(m,1,n)), n*(n+1)/2))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Equal(Sum(1,(k,1,factorial(m)),(m,0,n)), Sum(factorial(m),(m,0,n))))": Truth.TRUE,
    "ForAll(n, given=n>=0, then=Equal(Sum(1,(k,1,factorial(m)),(m,0,n)), Sum(factorial(m),(m,0,n))+1))": Truth.FALSE,
}
SEQUENCES = {  # powers of what is negative far out
    "ForAll((), then=Equal(Limit((-1/n)**n,n,oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-1/n)**n,n,oo),1))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-1-1/n)**(2*n),n,oo),exp(2)))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-3*n/(4*n+1))**n,n,oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-1-1/n)**n/n,n,oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-n/(n+1))**n,n,oo),0))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-n/(n+1))**n,n,oo),exp(-1)))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-n)**n/n**n,n,oo),1))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-n)**(2*n)/n**(2*n),n,oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-n)**(n*(n+1))/n**(n*(n+1)),n,oo),1))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-n)**(n*(n+1)/2)/n**(n*(n+1)/2),n,oo),1))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-1/n)**(n/2),n,oo),0))": None,
    "ForAll((), then=Equal(Limit((1-2/n)**n,n,oo),exp(-2)))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((2/n-1)**(2*n),n,oo),exp(-4)))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((2/n-1)**(2*n+1),n,oo),exp(-4)))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((2/n-1)**(2*n+1),n,oo),-exp(-4)))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-1/x)**x,x,oo),0))": None,
    "ForAll((), then=Equal(Limit((-1/n)**3*n,n,oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-2)**n*(-1/n)**n,n,oo),0))": Truth.TRUE,
    "ForAll((), then=Equal(Limit((-2)**n*(-1/(n))**n*n**n/2**n,n,oo),-1))": Truth.FALSE,
    "ForAll((), then=Equal(Limit((-2)**n*(-1/(n))**n*n**n/2**n,n,oo),1))": Truth.TRUE,
}
EIGENVALUES = {  # with roots of numbers of either sign
    "ForAll(a,given=a>=0,then=has_eigenvalues([[0,1],[-a,0]],(I*sqrt(a),-I*sqrt(a))))": Truth.TRUE,
    "ForAll(a,then=has_eigenvalues([[0,1],[-a,0]],(I*sqrt(a),-I*sqrt(a))))": Truth.TRUE,
    "ForAll(a,given=a>=0,then=has_eigenvalues([[0,1],[a,0]],(I*sqrt(a),-I*sqrt(a))))": Truth.FALSE,
    "ForAll(a,given=Abs(a)<=2,then=has_eigenvalues([[a,-1],[1,0]],(a/2+I*sqrt(4-a**2)/2,a/2-I*sqrt(4-a**2)/2)))": Truth.TRUE,
    "ForAll(a,then=has_eigenvalues([[a,-1],[1,0]],(a/2+I*sqrt(4-a**2)/2,a/2-I*sqrt(4-a**2)/2)))": Truth.TRUE,
    "ForAll(a,given=Abs(a)<=2,then=has_eigenvalues([[a,-1],[1,0]],(a/2+I*sqrt(4-a**2)/3,a/2-I*sqrt(4-a**2)/3)))": Truth.FALSE,
    "ForAll((a,b),given=a*b<=0,then=has_eigenvalues([[0,a],[b,0]],(I*sqrt(-a*b),-I*sqrt(-a*b))))": Truth.TRUE,
    "ForAll((a,b),given=a*b<=0,then=has_eigenvalues([[0,a],[b,0]],(I*sqrt(-a*b),I*sqrt(-a*b))))": Truth.FALSE,
    "ForAll((a,b,c),given=b*c>=0,then=has_eigenvalues([[a,b],[c,a]],(a+sqrt(b*c),a+sqrt(b*c))))": Truth.FALSE,
    "ForAll((a,b,c),given=b*c>=0,then=has_eigenvalues([[a,b],[c,a]],(a+sqrt(b*c),a-sqrt(b*c))))": Truth.TRUE,
    "ForAll((a,b,c),then=has_eigenvalues([[a,b],[c,a]],(a+sqrt(b*c),a-sqrt(b*c))))": None,
    "ForAll(b,given=b>=0,then=has_eigenvalues([[0,b],[1,0]],(sqrt(b),sqrt(b))))": Truth.FALSE,
    "ForAll(b,given=b>=0,then=has_eigenvalues([[0,b],[1,0]],(sqrt(b),-sqrt(b))))": Truth.TRUE,
    "ForAll((), then=has_eigenvalues([[0,1],[0,0]],(I*sqrt(0),-I*sqrt(0))))": Truth.TRUE,
    "ForAll((), then=has_eigenvalues([[0,1],[-1,0]],(I,-I)))": Truth.TRUE,
    "ForAll((), then=has_eigenvalues([[1,1],[-1,1]],(1+I,1-I)))": Truth.TRUE,
    "ForAll((), then=has_eigenvalues([[1,1],[-1,1]],(sqrt(2)*exp(I*pi/4),sqrt(2)*exp(-I*pi/4))))": Truth.TRUE,
    "ForAll((), then=has_eigenvalues([[0,1,0],[0,0,1],[1,0,0]],(1,(-1+I*sqrt(3))/2,(-1-I*sqrt(3))/2)))": Truth.TRUE,
    "ForAll(t,then=has_eigenvalues([[cos(t),-sin(t)],[sin(t),cos(t)]],(cos(t)+I*sin(t),cos(t)-I*sin(t))))": Truth.TRUE,
    "ForAll(t,then=has_eigenvalues([[cos(t),-sin(t)],[sin(t),cos(t)]],(exp(I*t),exp(-I*t))))": Truth.TRUE,
    "ForAll(a,then=has_eigenvalues([[0,1],[-a**2,0]],(I*a*a/a,-I*a)))": None,
}
BINOMIALS = {  # of a negative lower index: zero, or open, and never without a value
    "ForAll((), then=Equal(binomial(0, -1), 0))": Truth.TRUE,
    "ForAll((n, k), given=And(n >= 0, k >= 0), then=Eq(binomial(n + 1, k), binomial(n, k) + binomial(n, k - 1)))": Truth.UNDECIDED,
    "ForAll((n, k), given=And(n >= 0, k >= 1), then=Eq(binomial(n + 1, k), binomial(n, k) + binomial(n, k - 1)))": Truth.TRUE,
    "ForAll((n, k), given=And(n >= 0, k <= n), then=binomial(n, k) >= 1)": Truth.UNDECIDED,
    "ForAll((n, k), given=And(n >= 0, k >= 0), then=binomial(n, k) >= 1)": Truth.FALSE,
    "ForAll((n, k), given=k >= 0, then=binomial(n, k) >= 0)": None,
}
INFINITY = {  # is no number, whatever SymPy makes of it beside numbers
    "ForAll((), then=Eq(1/oo, 0))": None,
    "ForAll(x, then=Eq(x + 2**(-oo), x))": None,
    "ForAll(x, then=Eq(1/zoo, 0*x))": None,
    "ForAll((), then=Eq(Integral(exp(-x), (x, 0, 2*oo)), 1))": Truth.TRUE,
}
IN_THE_END = {  # where nothing satisfies what is supposed, nothing is said
    "ForSmall(t, ForAll(x, given=And(x > 1, x < t), then=Le(x, -1)))": Truth.VACUOUS,
    "ForSmall(t, ForAll(x, given=Abs(x) < t, then=x**2 <= Abs(x)))": Truth.TRUE,
    "Eventually(n, Implies(n < 0, Le(n, -100)))": Truth.VACUOUS,
    "Eventually(n, Implies(n > 5, n**2 > 25))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=Eventually(n, Implies(a*n < 0, Le(n, -100))))": Truth.VACUOUS,
    "ForAll(a, then=Eventually(n, Implies(n > a, n >= a)))": Truth.TRUE,
    "ForAll(a, given=a > 0, then=ForSmall(t, ForAll(x, given=And(a < x, x < t), then=x <= a)))": Truth.VACUOUS,
    "ForAll(a, given=a > 0, then=ForSmall(t, ForAll(x, given=And(0 < x, x < t), then=x <= a)))": Truth.TRUE,
    "Eventually(x, ForAll(y, given=And(y > x, y < x), then=y > 7))": Truth.VACUOUS,
    "Eventually(n, ForAll(x, given=x > n, then=x > 3))": Truth.TRUE,
}
ROWS = INFINITY | IN_THE_END | GAMMA | INNER_ENDS | SEQUENCES | EIGENVALUES | BINOMIALS


@pytest.mark.parametrize("source", ROWS)
def test_it_is_decided_as_it_is(source: str) -> None:
    assert truth_of(source, **NAMES) is ROWS[source]
