"""Tests of what is said of almost all numbers: beside zeros of analytic functions, jumps, and with parameters before it."""

from __future__ import annotations

import pytest

from probatum import integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from tests.authored import authored, truth_of

NAMES = dict(zip("xyabn", [*reals("x y a b"), integers("n")], strict=True))
TRUE = [
    "AlmostAll(x, then=floor(exp(x)) >= floor(x) + 1)",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=Mod(x, a) > 0))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=Ne(Mod(x, a), a/2)))",
    "AlmostAll(x, then=Or(x <= 0, And(x > 0, Ne(floor(log(x)), log(x)))))",
    "AlmostAll(x, then=Or(x <= 0, And(x > 0, floor(log(x)) < log(x))))",
    "AlmostAll(x, given=floor(log(x)) >= 0, then=x > 1)",
    "AlmostAll(x, then=Eq(floor(1 / x), ceiling(1 / x) - 1))",
    "AlmostAll(x, then=Ne(floor(x), x))",
    "AlmostAll(x, then=Ne(sin(x), 0))",
    "AlmostAll(x, then=Ne(sin(x), x))",
    "AlmostAll(x, then=Ne(Mod(x,1), 0))",
    "AlmostAll(x, then=floor(x) < x)",
    "AlmostAll(x, then=ceiling(x) > floor(x))",
    "AlmostAll(x, then=Eq(ceiling(x), floor(x)+1))",
    "AlmostAll((x,y), then=Ne(exp(x), y))",
    "AlmostAll((x,y), then=Ne(Abs(x), Abs(y)))",
    "AlmostAll((x,y), given=x**2+y**2 <= 1, then=x**2+y**2 < 1)",
    "AlmostAll(x, then=Eq(sign(x)**2, 1))",
    "ForAll(a, then=AlmostAll(x, then=Ne(x, a)))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=Ne(a*x, 1)))",
    "AlmostAll(x, then=Ne(tan(x), 1))",
    "AlmostAll(x, given=x > 0, then=Ne(log(x), sin(x)))",
    "AlmostAll(x, then=Ne(Max(x,0), 1))",
    "ForAll(a, given=Ne(a,0), then=AlmostAll(x, then=Ne(a*x**2+x, 0)))",
    "AlmostAll(x, then=Eq(floor(-x), -floor(x)-1))",
    "AlmostAll(x, then=Mod(x,1)+Mod(-x,1) >= 1)",
    "AlmostAll(x, given=And(x > 0,x < 3), then=Ne(x, floor(x)))",
    "AlmostAll((x,y), then=Ne(floor(x+y), x+y))",
    "AlmostAll((x,y), then=Ne(Mod(x*y,1), 0))",
    "AlmostAll(x, then=Ne(Derivative(Abs(x),x), 0))",
    "AlmostAll(x, then=Ne(sin(x), 1))",
    "AlmostAll(x, then=Or(Eq(floor(sin(x)), 0), Eq(floor(sin(x)),-1)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(sin(x), a)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(sin(a+x), 0)))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=Ne(sin(a*x), 0)))",
    "ForAll((a,b), given=Ne(b,0), then=AlmostAll(x, then=Ne(a*x+b, 0)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(floor(x)+x, a)))",
    "ForAll(a, given=And(a > 0,a < 1), then=AlmostAll(x, then=Ne(floor(x), a)))",
    "AlmostAll(x, then=Ne(Piecewise((x**2-1,x < 0),(x,True)), 0))",
    "AlmostAll((x,y), then=Ne(sin(x)*y, cos(y)*x))",
    "AlmostAll(x, then=Eq(Mod(x,2)+Mod(-x,2), 2))",
    "AlmostAll(x, given=x > 0, then=Ne(log(x), 0))",
    "AlmostAll(x, given=x > 0, then=log(x) < x-1)",
    "AlmostAll(x, then=exp(x) > 1+x)",
    "AlmostAll(x, then=cos(x) < 1)",
    "AlmostAll((x,y), then=x**2+y**2 > 2*x*y)",
    "AlmostAll((x,y), then=exp(x)+exp(y) > 2*exp((x+y)/2))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=x**2+a**2 > 2*a*x))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, given=And(x > 0,x <= a), then=x < a))",
    "AlmostAll(x, then=floor(x**2) < x**2)",
    "AlmostAll(x, then=Ne(atan2(x,1), 0))",
    "AlmostAll((x,y), then=Ne(sign(x*y), 0))",
    "AlmostAll(x, then=Ne(floor(x/2)*2+Mod(x,2), x+1))",
    "ForAll(n, then=AlmostAll(x, then=Ne(floor(x)+Rational(1,2), n)))",
    "ForAll(n, then=AlmostAll(x, then=Ne(n*x, 1)))",
]
FALSE = [
    "AlmostAll(x, then=floor(exp(x)) >= floor(x) + 2)",
    "AlmostAll(x, then=Ne(floor(x), 3))",
    "AlmostAll(x, then=floor(x) < 10)",
    "ForAll(a, then=AlmostAll(x, then=Ne(a*x, 0)))",
    "AlmostAll(x, then=Ne(Max(x,0), 0))",
    "AlmostAll(x, then=Mod(x,1) < Rational(1,2))",
    "AlmostAll(x, then=Ne(sin(x)**2+cos(x)**2, 1))",
    "AlmostAll(x, then=Ne(floor(x)*(x-floor(x)), 0))",
    "AlmostAll(x, then=Ne(floor(sin(x)), 0))",
    "ForAll(x, then=Or(Eq(floor(sin(x)), 0), Eq(floor(sin(x)),-1)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(sin(a*x), 0)))",
    "ForAll(a, given=a >= 0, then=AlmostAll(x, then=Ne(exp(a*x), 1)))",
    "ForAll((a,b), then=AlmostAll(x, then=Ne(a*x+b, 0)))",
    "ForAll((a,b), given=Ne(b,1), then=AlmostAll(x, then=Ne(a*x+b, 0)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(floor(x), a)))",
    "AlmostAll(x, then=Ne(Max(x,-x)-Abs(x), 0))",
    "AlmostAll(x, then=Ne(Piecewise((0,x < 0),(x,True)), 0))",
    "AlmostAll((x,y), then=Ne(sin(x+y), sin(x)*cos(y)+cos(x)*sin(y)))",
    "AlmostAll(x, then=Mod(x,2)+Mod(-x,2) > 2)",
    "AlmostAll(x, then=Eq(Mod(x,2), Mod(x,1)))",
    "AlmostAll(x, given=x > 0, then=Ne(log(x**2), 2*log(x)))",
    "AlmostAll(x, given=x > 0, then=log(x) < x-2)",
    "AlmostAll(x, then=cos(x) < Rational(999,1000))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=x**2+a**2 > 2*a*x+Rational(1,10)))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, given=x > 0, then=x < a))",
    "AlmostAll(x, then=floor(x)**2 <= x)",
    "AlmostAll((x,y), then=Ne(sign(x*y), 1))",
    "AlmostAll(x, then=Ne(floor(x/2)*2+Mod(x,2), x))",
    "ForAll(n, then=AlmostAll(x, then=Ne(floor(x), n)))",
    "ForAll(n, given=n >= 0, then=AlmostAll(x, then=Ne(n*x, n)))",
    "AlmostAll(x, given=And(x >= 0,x <= 1), then=asin(x) < pi/3)",
]

TRUE_BETWEEN_JUMPS = [
    "ForAll(a, then=AlmostAll(x, then=Ne(1/x, a)))",
    "ForAll(a, then=AlmostAll(x, then=1/(x-a)**2 > 0))",
    "ForAll(a, given=Ne(a,0), then=AlmostAll(x, then=Ne(a/x, 0)))",
    "ForAll(a, given=Ne(a,0), then=AlmostAll(x, then=Ne(x/a, 1)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(tan(x), a)))",
    "ForAll(a, then=AlmostAll(x, given=x > 0, then=Ne(log(x), a)))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=x**2/(x-a)**2 > 0))",
    "ForAll(a, given=a >= 0, then=AlmostAll(x, then=a*x**2/(x-a)**2 >= 0))",
    "ForAll(n, given=n >= 1, then=AlmostAll(x, then=1/(x-n)**2 > 0))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=floor(1/x) <= 1/x))",
    "AlmostAll(x, given=Mod(x,1) < Rational(1,2), then=x/x < 2)",
    "AlmostAll(x, then=1/x**2 > 0)",
    "AlmostAll((x,y), given=Eq(y,x), then=1/x**2 > 0)",
    "AlmostAll(x, then=1/Mod(x,1) > 1)",
    "AlmostAll(x, given=Mod(x,1) < Rational(1,2), then=Ne(x,0))",
    "AlmostAll((x,y), given=Eq(y,sin(x)), then=y <= 1)",
    "AlmostAll(x, given=Eq(Max(sin(x),0),0), then=sin(x) < 0)",
    "AlmostAll(x, given=Eq(sqrt(x**2),x), then=x > 0)",
    "AlmostAll(x, given=floor(x) >= 1, then=x > 1)",
    "AlmostAll(x, given=Eq(floor(x),1), then=And(x > 1,x < 2))",
    "AlmostAll(x, given=floor(x)/2 >= 1, then=x > 2)",
    "AlmostAll(x, then=floor(x+sign(x)) < x+sign(x))",
    "AlmostAll(x, then=floor(Max(x,x/2)) < Max(x,x/2))",
    "AlmostAll((x,y), then=Eq(floor((x+y)**2-x**2-2*x*y-y**2),0))",
]
FALSE_BETWEEN_JUMPS = [
    "AlmostAll(x, then=Abs(floor(x)) > 0)",
    "AlmostAll(x, then=Ne(Max(floor(x), 1), 1))",
    "AlmostAll(x, given=And(x > 1, x < 3), then=Max(floor(x), 1) > floor(x))",
    "AlmostAll(x, given=And(x > 1, x < 3), then=Ne(sign(floor(x) - 1), 0))",
    "AlmostAll(x, then=Min(floor(x), 0) < 0)",
    "AlmostAll(x, given=Eq(Abs(floor(x)), 0), then=x > Rational(1, 2))",
    "ForAll(a, then=AlmostAll(x, then=Ne(a/x, 0)))",
    "AlmostAll(x, given=Mod(x,1) < Rational(1,2), then=1/x > 0)",
    "AlmostAll(x, then=Ne(Abs(sin(x))-sin(x),0))",
    "AlmostAll(x, then=floor(Max(x,0)) < Max(x,0))",
    "AlmostAll(x, then=Ne(floor(Abs(x)-x),0))",
    "AlmostAll(x, then=Ne(Piecewise((sin(x), x < 0),(0,True)),0))",
    "AlmostAll(x, given=Or(Eq(sin(x),0), x > 5), then=x > 6)",
    "AlmostAll(x, given=Eq(sqrt(x**2),x), then=x > 1)",
    "AlmostAll(x, given=floor(x) >= 1, then=x > 2)",
    "AlmostAll(x, given=Eq(floor(x),1), then=x < Rational(3,2))",
    "AlmostAll(x, given=floor(x)/2 >= 1, then=x > 3)",
    "AlmostAll(x, then=ceiling(Max(x,0)) > Max(x,0))",
    "AlmostAll(x, then=Mod(Max(x,0),1) > 0)",
    "AlmostAll(x, then=Ne(floor(Piecewise((0,x < 0),(x,True))), Piecewise((0,x < 0),(x,True))))",
    "AlmostAll(x, then=floor(Abs(x)-x) < Abs(x)-x)",
    "AlmostAll(x, then=floor(sign(x)) < sign(x))",
    "AlmostAll(x, given=floor(Max(x,0)) >= Max(x,0), then=x > 0)",
    "AlmostAll((x,y), then=floor((x+y)**2-x**2-2*x*y-y**2) < 0)",
    "AlmostAll((x,y), then=(x+y)**2 > x**2+2*x*y+y**2)",
]
WITHOUT_A_VALUE = [
    "AlmostAll(x, then=log(x) < x)",
    "AlmostAll(x, then=sqrt(sin(x)) < 2)",
    "AlmostAll(x, given=Eq(x,0), then=1/x > 0)",
    "AlmostAll(x, given=Mod(x,1) < Rational(1,2), then=log(-1-x**2) > 0)",
    "AlmostAll(x, given=Mod(x,1) < Rational(1,2), then=log(x) < x)",
]
# where it has no value on a part that nothing measures
NOT_KNOWN = [
    "AlmostAll((x,y), given=Eq(x*y,1), then=1/(x-1)**2 > 0)",
    "AlmostAll((x,y), given=Eq(x*y,1), then=1/(x-1) > 0)",
    "AlmostAll((x,y), given=Eq(x**2+y**2,1), then=1/(x-1)**2 > 0)",
    "AlmostAll(x, given=Eq(sqrt(x**2),x), then=1/x**2 > 0)",
    "AlmostAll(x, given=atan2(x,1) > 0, then=1/(x-1)**2 > 0)",
]
NOT_TRUE = [
    "AlmostAll(x, then=atan(x)*floor(exp(x)) - 1 - Abs(x - 1) < ceiling(x))",  # not near 3: two floors are two integers
    "AlmostAll(x, then=Mod(x, pi) > 1)",
    "ForAll(a, given=Ne(a, 0), then=AlmostAll(x, then=Mod(x, a) > 0))",
    "ForAll(a, given=a > 0, then=AlmostAll(x, then=2*Mod(x, a) < a))",
    "ForAll((a, b), given=a > 0, then=AlmostAll(x, then=Ne(b*Mod(x, a), 0)))",
    # where what is rounded has no value, but what is said of it has
    "AlmostAll(x, then=Or(And(x < 0, x > 5), And(x > 0, floor(log(x)) <= log(x))))",
    "AlmostAll(x, then=Or(And(x >= -1, x <= 0), And(x > 0, Ne(Mod(log(x), 2), 0))))",
    "AlmostAll(x, then=Implies(x**2 > 1, And(x > 0, floor(sqrt(x - 1)) <= sqrt(x - 1))))",
    "ForAll(a, then=AlmostAll(x, then=Or(And(x < 0, x > 5 + a**2), And(x > 0, floor(log(x)) <= log(x)))))",
    "ForAll(a, then=AlmostAll(x, then=1/(x-a) > 0))",
    "ForAll(a, then=AlmostAll(x, then=Ne(log(x), a)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(sqrt(a), x)))",
    "ForAll(a, then=AlmostAll(x, then=Ne(x/a, 1)))",
    "ForAll(a, then=AlmostAll(x, then=a*x**2/(x-a)**2 >= 0))",
    "ForAll(a, then=AlmostAll(x, then=1/(a*x)**2 > 0))",
    "AlmostAll(x, then=Ne(sqrt(x**2+2*x+1),x+1))",
    "AlmostAll(x, then=Ne(atan(x)+atan(1/x),pi/2))",
    "AlmostAll(x, then=Ne(Mod(floor(x),2),0))",
    "AlmostAll((x,y), given=Eq(y,sin(x)), then=y < 1-x**2)",
    "AlmostAll(x, then=Ne(floor(x*0), 0))",
    "AlmostAll(x, then=floor(x-x) < x-x)",
]


@pytest.mark.parametrize("statement", [*TRUE, *TRUE_BETWEEN_JUMPS])
def test_what_fails_on_a_null_set_is_true_of_almost_all(statement: str) -> None:
    found = decide(authored(statement, **NAMES), thorough=False)
    assert (found.truth, found.is_strong) == (Truth.TRUE, True)


@pytest.mark.parametrize("statement", [*FALSE, *FALSE_BETWEEN_JUMPS])
def test_what_fails_on_more_is_false_of_almost_all(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.FALSE


@pytest.mark.parametrize("statement", WITHOUT_A_VALUE)
def test_without_a_value_on_more_than_a_null_set_it_is_undefined(statement: str) -> None:
    assert truth_of(statement, **NAMES) is None


@pytest.mark.parametrize("statement", NOT_KNOWN)
def test_of_which_part_it_has_no_value_is_not_guessed(statement: str) -> None:
    assert truth_of(statement, **NAMES) is Truth.UNDECIDED


@pytest.mark.parametrize("statement", NOT_TRUE)
def test_what_fails_on_more_is_not_proved(statement: str) -> None:
    assert truth_of(statement, **NAMES) in (Truth.FALSE, Truth.UNDECIDED)


def test_where_it_has_no_value_nothing_is_said() -> None:
    assert truth_of("AlmostAll(x, then=Ne(log(x), 0))", **NAMES) is None
    assert truth_of("ForAll(a, given=a**2 < 0, then=AlmostAll(x, then=x < a))", **NAMES) is Truth.VACUOUS


@pytest.mark.parametrize(
    "statement",
    [
        "ForAll(a, given=a >= 0, then=AlmostAll(x, given=And(x >= 0, x <= a), then=x < a))",
        "ForAll(a, given=a >= 0, then=AlmostAll(x, given=And(x >= a, x <= a), then=x > a))",
    ],
)
def test_of_a_set_that_is_null_for_some_parameter_nothing_is_proved(statement: str) -> None:
    assert truth_of(statement, **NAMES) is not Truth.TRUE
