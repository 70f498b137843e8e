"""Elementary statements as texts have them, each with a false twin and the point that breaks it.

Sources: CM = Graham, Knuth, Patashnik, Concrete Mathematics; DLMF = NIST Digital Library of Mathematical Functions;
M = Mitrinovic, Analytic Inequalities; F = Fungrim's topics (facts); course = what first-year courses prove.
"""

from __future__ import annotations

from benchmarks.pair import Table, slope
from sympy import (
    Abs,
    E,
    I,
    Integral,
    Max,
    Min,
    Mod,
    Product,
    Rational,
    Sum,
    acos,
    acosh,
    asin,
    asinh,
    atan,
    atanh,
    binomial,
    cos,
    cosh,
    exp,
    factorial,
    fibonacci,
    floor,
    log,
    oo,
    pi,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
    true,
)  # fmt: skip

from probatum import (
    And,
    Eq,
    Equal,
    Exists,
    ForAll,
    Ge,
    Gt,
    Iff,
    Le,
    Limit,
    Lt,
    Ne,
    Or,
    Orbit,
    Rounded,
    complexes,
    has_eigenvalues,
    integers,
    largest_root,
    modulus,
    reals,
    reflection,
    rotation,
    spectral_radius,
)  # fmt: skip

a, b, p, q, t, x, y = reals("a b p q t x y")
d, e = reals("delta epsilon")
k, m, n = integers("k m n")
z, w = complexes("z w")
always, half, third = true, Rational(1, 2), Rational(1, 3)
one = n >= 1
table = Table()
topic, of, plain = table.topic, table.of, table.plain

# fmt: off
topic("sums and products to n")
of(n, one, "CM 1.2", "1 + ... + n", Equal(Sum(k, (k, 1, n)), n*(n + 1)/2), Equal(Sum(k, (k, 1, n)), n*(n - 1)/2), n=1)
of(n, one, "CM 2", "the odd numbers add up to squares", Equal(Sum(2*k - 1, (k, 1, n)), n**2),
   Equal(Sum(2*k - 1, (k, 1, n)), n**2 + n - 1), n=2)
of(n, one, "CM 2.5", "squares", Equal(Sum(k**2, (k, 1, n)), n*(n + 1)*(2*n + 1)/6),
   Equal(Sum(k**2, (k, 1, n)), n*(n + 1)*(2*n + 1)/6 + 1), n=1)
of(n, one, "CM 2.3", "k times 2^k", Equal(Sum(k*2**k, (k, 1, n)), (n - 1)*2**(n + 1) + 2),
   Equal(Sum(k*2**k, (k, 1, n)), n*2**(n + 1) - 2), n=2)
of(n, one, "CM 2", "k times k!", Equal(Sum(k*factorial(k), (k, 1, n)), factorial(n + 1) - 1),
   Equal(Sum(k*factorial(k), (k, 1, n)), factorial(n + 1) - n), n=2)
of(n, n >= 0, "DLMF 1.2.3", "a row of Pascal's triangle", Equal(Sum(binomial(n, k), (k, 0, n)), 2**n),
   Equal(Sum(binomial(n, k), (k, 0, n)), 2**n + n), n=1)
of(n, one, "CM 5.2", "the mean of a fair binomial", Equal(Sum(k*binomial(n, k), (k, 0, n)), n*2**(n - 1)),
   Equal(Sum(k*binomial(n, k), (k, 0, n)), n*2**n), n=1)
of(n, n >= 0, "CM 5.2", "Vandermonde, the middle", Equal(Sum(binomial(n, k)**2, (k, 0, n)), binomial(2*n, n)),
   Equal(Sum(binomial(n, k)**2, (k, 0, n)), binomial(2*n, n) - n + 1), n=2)
of(n, one, "DLMF 1.2.4", "the alternating row vanishes", Equal(Sum((-1)**k*binomial(n, k), (k, 0, n)), 0),
   Equal(Sum((-1)**k*binomial(n, k), (k, 0, n)), (-1)**n), n=1)
of((x, n), n >= 1, "DLMF 1.2.2", "the binomial theorem", Equal(Sum(binomial(n, k)*x**k, (k, 0, n)), (1 + x)**n),
   Equal(Sum(binomial(n, k)*x**k, (k, 0, n)), (1 + x)**n + x), x=1, n=1)
of(n, one, "CM 2", "1/(k(k + 1)) telescopes", Equal(Sum(1/(k*(k + 1)), (k, 1, n)), n/(n + 1)),
   Equal(Sum(1/(k*(k + 1)), (k, 1, n)), 1 - 1/n), n=1)
of(n, one, "course", "1/((2k - 1)(2k + 1)) telescopes", Equal(Sum(1/((2*k - 1)*(2*k + 1)), (k, 1, n)), n/(2*n + 1)),
   Equal(Sum(1/((2*k - 1)*(2*k + 1)), (k, 1, n)), n/(2*n + 2)), n=1)
of((a, n), And(n >= 1, Ne(a, 1)), "CM 2.2", "the geometric sum", Equal(Sum(a**k, (k, 0, n - 1)), (1 - a**n)/(1 - a)),
   Equal(Sum(a**k, (k, 0, n - 1)), (1 - a**(n + 1))/(1 - a)), a=2, n=1)
of((a, n), And(n >= 0, Ne(a, 1)), "CM 2.3", "k times a^k", Equal(Sum(k*a**k, (k, 0, n)), a*(1 - (n + 1)*a**n + n*a**(n + 1))/(1 - a)**2),
   Equal(Sum(k*a**k, (k, 0, n)), a*(1 - n*a**n + n*a**(n + 1))/(1 - a)**2), a=2, n=1)
of(n, n >= 2, "CM 5.1", "the hockey stick", Equal(Sum(binomial(k, 2), (k, 2, n)), binomial(n + 1, 3)),
   Equal(Sum(binomial(k, 2), (k, 2, n)), binomial(n + 1, 2)), n=3)
of(n, one, "course", "squares with alternating signs", Equal(Sum((-1)**k*k**2, (k, 1, n)), (-1)**n*n*(n + 1)/2),
   Equal(Sum((-1)**k*k**2, (k, 1, n)), n*(n + 1)/2), n=1)
of(n, one, "course", "sums of 1/k^2 stay below 2", Le(Sum(1/k**2, (k, 1, n)), 2 - 1/n),
   Le(Sum(1/k**2, (k, 1, n)), 2 - Rational(11, 10)/n), n=1)
of(n, one, "CM 6.3", "harmonic numbers from above", Le(Sum(1/k, (k, 1, n)), 1 + log(n)), Le(Sum(1/k, (k, 1, n)), log(n)), n=1)
of(n, one, "CM 6.3", "harmonic numbers from below", Ge(Sum(1/k, (k, 1, n)), log(n + 1)), Ge(Sum(1/k, (k, 1, n)), log(n + 1) + half), n=1)
of(n, one, "course", "roots from above", Le(Sum(1/sqrt(k), (k, 1, n)), 2*sqrt(n)),
   Le(Sum(1/sqrt(k), (k, 1, n)), Rational(19, 10)*sqrt(n)), n=204)
of(n, one, "course", "roots from below", Ge(Sum(1/sqrt(k), (k, 1, n)), sqrt(n)), Ge(Sum(1/sqrt(k), (k, 1, n)), sqrt(n) + half), n=1)
of(n, one, "course", "the product of 1 + 1/k", Equal(Product(1 + 1/k, (k, 1, n)), n + 1), Equal(Product(1 + 1/k, (k, 1, n)), n), n=1)
of(n, n >= 2, "course", "the product of 1 - 1/k^2", Equal(Product(1 - 1/k**2, (k, 2, n)), (n + 1)/(2*n)),
   Equal(Product(1 - 1/k**2, (k, 2, n)), n/(2*n - 1)), n=2)
of(n, one, "M 3.1.16", "odd over even numbers", Le(Product((2*k - 1)/(2*k), (k, 1, n)), 1/sqrt(2*n + 1)),
   Le(Product((2*k - 1)/(2*k), (k, 1, n)), 1/(2*n + 1)), n=1)
of(n, one, "CM 6.6", "sums of Fibonacci numbers", Equal(Sum(fibonacci(k), (k, 1, n)), fibonacci(n + 2) - 1),
   Equal(Sum(fibonacci(k), (k, 1, n)), fibonacci(n + 2) - n), n=2)
of(n, one, "CM 6.6", "Cassini", Equal(fibonacci(n + 1)*fibonacci(n - 1) - fibonacci(n)**2, (-1)**n),
   Equal(fibonacci(n + 1)*fibonacci(n - 1) - fibonacci(n)**2, 1), n=1)
of(n, one, "course", "sums of squared Fibonacci numbers", Equal(Sum(fibonacci(k)**2, (k, 1, n)), fibonacci(n)*fibonacci(n + 1)),
   Equal(Sum(fibonacci(k)**2, (k, 1, n)), fibonacci(n)*fibonacci(n + 1) + n - 1), n=2)
of(n, n >= 0, "CM 7.5", "Catalan numbers are whole", Equal(binomial(2*n, n)/(n + 1), binomial(2*n, n) - binomial(2*n, n + 1)),
   Equal(binomial(2*n, n)/(n + 1), binomial(2*n, n) - binomial(2*n, n + 2)), n=1)
of(n, n >= 2, "course", "the sum of 1/k! stays below 3", Le(Sum(1/factorial(k), (k, 0, n)), 3 - 1/n),
   Le(Sum(1/factorial(k), (k, 0, n)), Rational(27, 10)), n=4)

topic("powers, factorials, induction")
of(n, n >= 0, "course", "2^n > n", Gt(2**n, n), Gt(2**n, n + 1), n=0)
of(n, n >= 4, "course", "2^n >= n^2 from 4 on", Ge(2**n, n**2), Gt(2**n, n**2), n=4)
of((x, n), And(x >= -1, n >= 1), "DLMF 4.5.12", "Bernoulli", Ge((1 + x)**n, 1 + n*x), Ge((1 + x)**n, 1 + (n + 1)*x), x=1, n=1)
of(n, one, "course", "n! >= 2^(n - 1)", Ge(factorial(n), 2**(n - 1)), Ge(factorial(n), 2**n), n=1)
of(n, one, "course", "n! <= n^n", Le(factorial(n), n**n), Le(factorial(n), n**(n - 2)), n=2)
of(n, n >= 3, "course", "n^(n + 1) > (n + 1)^n", Gt(n**(n + 1), (n + 1)**n), Gt(n**(n + 1), 2*(n + 1)**n), n=3)
of(n, one, "course", "n! is at least (n/e)^n", Ge(factorial(n), (n/E)**n), Ge(factorial(n), (n/2)**n), n=6)
of(n, one, "DLMF 4.4.17", "(1 + 1/n)^n < e", Lt((1 + 1/n)**n, E), Lt((1 + 1/n)**n, Rational(27, 10)), n=100)
of(n, one, "M 3.6.1", "(1 + 1/n)^(n + 1) > e", Gt((1 + 1/n)**(n + 1), E), Gt((1 + 1/n)**n, 2), n=1)
of((q, n), And(q > 0, q < 1, n >= 0), "course", "powers of less than one shrink", Lt(q**(n + 1), q**n), Lt(q**(n + 1), q**n/2), q=half, n=0)
of((a, n), And(a >= 0, a <= 1, n >= 0), "course", "(1 - a)^n <= e^(-an)", Le((1 - a)**n, exp(-a*n)),
   Le((1 - a)**n, exp(-2*a*n)), a=Rational(1, 10), n=1)
of(n, n >= 0, "course", "3^n >= n^3", Ge(3**n, n**3), Gt(3**n, n**3), n=3)
of(n, one, "CM 5.1", "the middle binomial is at most 4^n", Le(binomial(2*n, n), 4**n), Le(binomial(2*n, n), 3**n), n=5)
of(n, one, "course", "the middle binomial is at least 4^n/(2n)", Ge(binomial(2*n, n), 4**n/(2*n)),
   Ge(binomial(2*n, n), 4**n/(n + half)), n=1)
of((x, n), And(x >= 0, x <= 1, n >= 1), "course", "powers below one", Le(x**n, x), Le(x**n, x**2), x=half, n=1)
of((x, n), And(x >= 0, x <= 1, n >= 0), "course", "(1 - x)^n >= 1 - nx", Ge((1 - x)**n, 1 - n*x), Ge((1 - x)**n, 1 - n*x/2), x=half, n=2)
of((a, b, n), And(a >= 0, b >= 0, n >= 1), "M 2.14", "powers of the mean", Ge((a**n + b**n)/2, ((a + b)/2)**n),
   Le((a**n + b**n)/2, ((a + b)/2)**n), a=0, b=1, n=2)
of((x, n), n >= 0, "course", "even powers are not negative", Ge(x**(2*n), 0), Gt(x**(2*n + 2), 0), x=0, n=0)
of(n, n >= 0, "course", "the sign of cos(pi n)", Equal(cos(pi*n), (-1)**n), Equal(cos(pi*n), (-1)**(n + 1)), n=0)
plain("course", "Newton's iteration for the root of 2 stays above it", Orbit(x, 2, (x + 2/x)/2, then=x**2 > 2),
      Orbit(x, 2, (x + 2/x)/2, then=x**2 > 2 + Rational(1, 1000)), because="the third iterate is 577/408, whose square is below 2.00001")

topic("divisibility")
of(n, always, "course", "n(n + 1) is even", Eq(Mod(n*(n + 1), 2), 0), Eq(Mod(n*(n + 1), 4), 0), n=1)
of(n, always, "course", "n^3 - n is divisible by 6", Eq(Mod(n**3 - n, 6), 0), Eq(Mod(n**3 - n, 12), 0), n=2)
of(n, always, "course", "n^5 - n is divisible by 30", Eq(Mod(n**5 - n, 30), 0), Eq(Mod(n**5 - n, 60), 0), n=2)
of(n, n >= 0, "course", "3^(2n + 1) + 2^(n + 2) is divisible by 7", Eq(Mod(3**(2*n + 1) + 2**(n + 2), 7), 0),
   Eq(Mod(3**(2*n + 1) + 2**(n + 1), 7), 0), n=0)
of(n, n >= 0, "course", "10^n leaves 1 by 9", Eq(Mod(10**n, 9), 1), Eq(Mod(10**n, 11), 1), n=1)
of(n, always, "course", "odd squares leave 1 by 8", Eq(Mod((2*n + 1)**2, 8), 1), Eq(Mod((2*n + 1)**2, 16), 1), n=1)
of(n, always, "course", "no square leaves 2 by 3", Ne(Mod(n**2, 3), 2), Ne(Mod(n**2, 7), 2), n=3)
of(n, always, "course", "no square is 2", Ne(n**2, 2), Ne(n**2, 4), n=2)
of(x, always, "CM 3.1", "the floor is at most the number", Le(floor(x), x), Lt(floor(x), x), x=0)
of(x, always, "CM 3.1", "and above the number less one", Gt(floor(x), x - 1), Gt(floor(x), x - half), x=Rational(3, 4))

topic("series and limits")
of(a, Abs(a) < 1, "DLMF 4.6", "the geometric series", Equal(Sum(a**k, (k, 0, oo)), 1/(1 - a)),
   Equal(Sum(a**k, (k, 0, oo)), 1/(1 + a)), a=half)
of(a, Abs(a) < 1, "course", "its derivative", Equal(Sum(k*a**k, (k, 1, oo)), a/(1 - a)**2),
   Equal(Sum(k*a**k, (k, 1, oo)), 1/(1 - a)**2), a=half)
of(a, always, "DLMF 4.2.19", "the exponential series", Equal(Sum(a**k/factorial(k), (k, 0, oo)), exp(a)),
   Equal(Sum(a**k/factorial(k), (k, 1, oo)), exp(a)), a=0)
plain("F Zeta", "1/k^2", Equal(Sum(1/k**2, (k, 1, oo)), pi**2/6), Equal(Sum(1/k**2, (k, 1, oo)), pi**2/8))
plain("DLMF 4.6.1", "the alternating harmonic series", Equal(Sum((-1)**(k + 1)/k, (k, 1, oo)), log(2)),
      Equal(Sum((-1)**k/k, (k, 1, oo)), log(2)))
plain("F Pi", "Leibniz", Equal(Sum((-1)**k/(2*k + 1), (k, 0, oo)), pi/4), Equal(Sum((-1)**k/(2*k + 1), (k, 0, oo)), pi/3))
plain("course", "1/(k(k + 1)) adds up to 1", Equal(Sum(1/(k*(k + 1)), (k, 1, oo)), 1), Equal(Sum(1/(k*(k + 1)), (k, 1, oo)), 2))
plain("course", "k/2^k adds up to 2", Equal(Sum(k/2**k, (k, 1, oo)), 2), Equal(Sum(k/2**k, (k, 1, oo)), 1))
of(a, always, "DLMF 4.4.17", "(1 + a/n)^n", Equal(Limit((1 + a/n)**n, n, oo), exp(a)), Equal(Limit((1 + a/n)**n, n, oo), 1 + a), a=1)
plain("DLMF 4.31.1", "sin x/x at 0", Equal(Limit(sin(x)/x, x, 0), 1), Equal(Limit(sin(x)/x, x, 0), 0))
plain("course", "(1 - cos x)/x^2 at 0", Equal(Limit((1 - cos(x))/x**2, x, 0), half), Equal(Limit((1 - cos(x))/x**2, x, 0), 1))
plain("DLMF 4.4.19", "(e^x - 1)/x at 0", Equal(Limit((exp(x) - 1)/x, x, 0), 1), Equal(Limit((exp(x) - 1)/x, x, 0), 0))
plain("DLMF 4.4.14", "x log x at 0", Equal(Limit(x*log(x), x, 0, "+"), 0), Equal(Limit(x*log(x), x, 0, "+"), -1))
plain("course", "the nth root of n", Equal(Limit(n**(1/n), n, oo), 1), Equal(Limit(n**(1/n), n, oo), E))
plain("course", "sqrt(n + 1) - sqrt(n)", Equal(Limit(sqrt(n + 1) - sqrt(n), n, oo), 0), Equal(Limit(sqrt(n**2 + n) - n, n, oo), 0))
of(a, always, "course", "sin(ax)/x at 0", Equal(Limit(sin(a*x)/x, x, 0), a), Equal(Limit(sin(a*x)/x, x, 0), 1), a=2)
plain("DLMF 4.4.13", "log n/n", Equal(Limit(log(n)/n, n, oo), 0), Equal(Limit(log(n)/log(2*n), n, oo), 0))

topic("derivatives")
of(x, x > 0, "DLMF 4.7.1", "log", Equal(slope(log(x), x), 1/x), Equal(slope(log(x), x), 1/x**2), x=2)
of(x, x > 0, "course", "sqrt", Equal(slope(sqrt(x), x), 1/(2*sqrt(x))), Equal(slope(sqrt(x), x), 1/sqrt(x)), x=1)
of(x, Ne(x, 0), "course", "1/x", Equal(slope(1/x, x), -1/x**2), Equal(slope(1/x, x), 1/x**2), x=1)
of((x, n), And(x > 0, n >= 1), "course", "x^n", Equal(slope(x**n, x), n*x**(n - 1)), Equal(slope(x**n, x), n*x**n), x=2, n=1)
of((x, a), always, "DLMF 4.20.1", "sin(ax)", Equal(slope(sin(a*x), x), a*cos(a*x)), Equal(slope(sin(a*x), x), cos(a*x)), x=0, a=2)
of((x, a), a > 0, "DLMF 4.7.8", "a^x", Equal(slope(a**x, x), a**x*log(a)), Equal(slope(a**x, x), x*a**(x - 1)), x=0, a=2)
of(x, always, "course", "the logistic function", Equal(slope(1/(1 + exp(-x)), x), exp(-x)/(1 + exp(-x))**2),
   Equal(slope(1/(1 + exp(-x)), x), exp(x)/(1 + exp(-x))**2), x=1)
of(x, always, "DLMF 4.34.3", "tanh", Equal(slope(tanh(x), x), 1 - tanh(x)**2), Equal(slope(tanh(x), x), 1 + tanh(x)**2), x=1)
of(x, always, "DLMF 4.24.9", "arctan", Equal(slope(atan(x), x), 1/(1 + x**2)), Equal(slope(atan(x), x), 1/(2 + x**2)), x=1)
of(x, Abs(x) < 1, "DLMF 4.24.7", "arcsin", Equal(slope(asin(x), x), 1/sqrt(1 - x**2)), Equal(slope(asin(x), x), 1/sqrt(1 + x**2)), x=half)
of(x, x > 0, "course", "x^x", Equal(slope(x**x, x), x**x*(1 + log(x))), Equal(slope(x**x, x), x*x**(x - 1)), x=2)
of(x, always, "course", "softplus", Equal(slope(log(1 + exp(x)), x), 1/(1 + exp(-x))),
   Equal(slope(log(1 + exp(x)), x), 1/(1 + exp(x))), x=1)
of(x, x > 0, "course", "the absolute value right of 0", Equal(slope(Abs(x), x), 1), Equal(slope(Abs(x), x), -1), x=1)
of(x, x < 0, "course", "ReLU left of 0", Equal(slope(Max(x, 0), x), 0), Equal(slope(Max(x, 0), x), 1), x=-1)
of(x, x > 0, "course", "x log x - x", Equal(slope(x*log(x) - x, x), log(x)), Equal(slope(x*log(x) - x, x), log(x) + 1), x=1)

topic("integrals")
of(a, always, "course", "x up to a", Equal(Integral(x, (x, 0, a)), a**2/2), Equal(Integral(x, (x, 0, a)), a**2), a=1)
of(n, n >= 0, "course", "x^n over the unit interval", Equal(Integral(x**n, (x, 0, 1)), 1/(n + 1)),
   Equal(Integral(x**n, (x, 0, 1)), 1/(n + 2)), n=0)
of(a, a > 0, "DLMF 4.2.2", "1/x up to a", Equal(Integral(1/x, (x, 1, a)), log(a)), Equal(Integral(1/x, (x, 1, a)), a - 1), a=2)
of(a, a > 0, "DLMF 4.10.1", "e^(-ax) over the half line", Equal(Integral(exp(-a*x), (x, 0, oo)), 1/a),
   Equal(Integral(exp(-a*x), (x, 0, oo)), a), a=2)
of(a, always, "course", "the sine up to a", Equal(Integral(sin(x), (x, 0, a)), 1 - cos(a)),
   Equal(Integral(sin(x), (x, 0, a)), cos(a) - 1), a=1)
plain("course", "an arch of the sine", Equal(Integral(sin(x), (x, 0, pi)), 2), Equal(Integral(sin(x), (x, 0, pi)), 1))
plain("course", "x e^(-x)", Equal(Integral(x*exp(-x), (x, 0, oo)), 1), Equal(Integral(x*exp(-x), (x, 0, oo)), 2))
plain("DLMF 4.24.3", "1/(1 + x^2)", Equal(Integral(1/(1 + x**2), (x, 0, 1)), pi/4), Equal(Integral(1/(1 + x**2), (x, 0, 1)), log(2)))
of(a, a > 0, "DLMF 7.2.1", "the Gaussian integral", Equal(Integral(exp(-a*x**2), (x, -oo, oo)), sqrt(pi/a)),
   Equal(Integral(exp(-a*x**2), (x, -oo, oo)), sqrt(pi)/a), a=2)
plain("course", "the absolute value of the cosine", Equal(Integral(Abs(cos(x)), (x, 0, pi)), 2),
      Equal(Integral(Abs(cos(x)), (x, 0, pi)), 0))
plain("course", "log x down to 0", Equal(Integral(log(x), (x, 0, 1)), -1), Equal(Integral(log(x), (x, 0, 1)), 1))
plain("course", "a quarter of the disc", Equal(Integral(sqrt(1 - x**2), (x, 0, 1)), pi/4), Equal(Integral(sqrt(1 - x**2), (x, 0, 1)), pi/2))
plain("course", "the mean of the squared cosine", Equal(Integral(cos(x)**2, (x, 0, pi)), pi/2), Equal(Integral(cos(x)**2, (x, 0, pi)), pi))
plain("course", "1/sqrt(x) down to 0", Equal(Integral(1/sqrt(x), (x, 0, 1)), 2), Equal(Integral(1/sqrt(x), (x, 0, 1)), 1))
of(n, n >= 0, "DLMF 5.2.1", "the factorial as an integral", Equal(Integral(x**n*exp(-x), (x, 0, oo)), factorial(n)),
   Equal(Integral(x**n*exp(-x), (x, 0, oo)), factorial(n + 1)), n=1)

topic("inequalities on intervals and half lines")
of(x, x >= 0, "DLMF 4.18.1", "sin x <= x", Le(sin(x), x), Le(sin(x), x - x**3/6), x=1)
of(x, x >= 0, "M 3.4.9", "sin x >= x - x^3/6", Ge(sin(x), x - x**3/6), Ge(sin(x), x - x**3/7), x=1)
of(x, always, "course", "cos x >= 1 - x^2/2", Ge(cos(x), 1 - x**2/2), Ge(cos(x), 1 - x**2/3), x=1)
of(x, always, "course", "cos x <= 1 - x^2/2 + x^4/24", Le(cos(x), 1 - x**2/2 + x**4/24), Le(cos(x), 1 - x**2/2 + x**4/25), x=half)
of(x, And(x >= 0, x < pi/2), "DLMF 4.18.2", "tan x >= x", Ge(tan(x), x), Ge(tan(x), 2*x), x=1)
of(x, And(x >= 0, x <= pi/2), "DLMF 4.18.1", "Jordan", Ge(sin(x), 2*x/pi), Ge(sin(x), 3*x/pi), x=Rational(3, 2))
of(x, And(x >= 0, x <= 3), "course", "sin x is not negative up to 3", Ge(sin(x), 0), Ge(sin(x), Rational(1, 5)), x=3)
of(x, And(x >= 0, x <= pi), "M 3.4.21", "a parabola below the sine", Ge(sin(x), x*(pi - x)/pi), Ge(sin(x), x*(pi - x)/2), x=half)
of(x, And(x >= 0, x <= pi), "course", "a parabola above the sine", Le(sin(x), 4*x*(pi - x)/pi**2), Le(sin(x), x*(pi - x)/3), x=half)
of(x, And(x >= 0, x < pi/2), "M 3.4.16", "Huygens", Ge(2*sin(x) + tan(x), 3*x), Ge(2*sin(x) + tan(x), 4*x), x=half)
of(x, x >= 0, "M 3.4.18", "Cusa", Le(3*sin(x), x*(2 + cos(x))), Le(3*sin(x), x*(1 + cos(x))), x=1)
of(x, And(x >= 0, x <= pi), "course", "sin x >= x cos x", Ge(sin(x), x*cos(x)), Ge(x*cos(x), sin(x)), x=1)
of(x, always, "DLMF 4.5.13", "e^x >= 1 + x", Ge(exp(x), 1 + x), Gt(exp(x), 1 + x), x=0)
of(x, x >= 0, "course", "e^x >= 1 + x + x^2/2", Ge(exp(x), 1 + x + x**2/2), Ge(exp(x), 1 + x + x**2), x=1)
of(x, x >= 0, "course", "e^(-x) <= 1 - x + x^2/2", Le(exp(-x), 1 - x + x**2/2), Le(exp(-x), 1 - x + x**2/3), x=half)
of(x, always, "course", "e^x >= ex", Ge(exp(x), E*x), Ge(exp(x), 3*x), x=1)
of(x, x > 0, "course", "e^x >= x^e", Ge(exp(x), x**E), Ge(exp(x), x**3), x=2)
of(x, x > 0, "DLMF 4.5.4", "log x <= x - 1", Le(log(x), x - 1), Le(log(x), (x - 1)/2), x=2)
of(x, x > 0, "DLMF 4.5.1", "log x >= 1 - 1/x", Ge(log(x), 1 - 1/x), Ge(log(x), 2 - 1/x), x=1)
of(x, x >= 1, "M 3.6.15", "log x <= sqrt(x) - 1/sqrt(x)", Le(log(x), sqrt(x) - 1/sqrt(x)), Le(log(x), 1 - 1/sqrt(x)), x=2)
of(x, x >= 0, "M 3.6.16", "log(1 + x) >= 2x/(2 + x)", Ge(log(1 + x), 2*x/(2 + x)), Le(log(1 + x), 2*x/(2 + x)), x=1)
of(x, x > -1, "course", "(1 + x) log(1 + x) >= x", Ge((1 + x)*log(1 + x), x), Ge(x*log(1 + x), x), x=1)
of(x, always, "course", "x e^(-x) is largest at 1", Le(x*exp(-x), exp(-1)), Le(x*exp(-x), third), x=1)
of(x, x > 0, "course", "x log x is least at 1/e", Ge(x*log(x), -exp(-1)), Ge(x*log(x), -third), x=Rational(37, 100))
of(x, x > 0, "course", "x^x is least at 1/e", Ge(x**x, exp(-exp(-1))), Ge(x**x, Rational(7, 10)), x=Rational(37, 100))
of(x, x > 0, "course", "x^(1/x) is largest at e", Le(x**(1/x), exp(exp(-1))), Le(x**(1/x), sqrt(2)), x=3)
of(x, x >= 0, "DLMF 4.32", "sinh x >= x", Ge(sinh(x), x), Ge(sinh(x), 2*x), x=1)
of(x, always, "M 3.6.10", "cosh x <= e^(x^2/2)", Le(cosh(x), exp(x**2/2)), Le(cosh(x), exp(x**2/3)), x=half)
of(x, x >= 0, "course", "tanh x <= x", Le(tanh(x), x), Le(tanh(x), x/2), x=1)
of(x, x >= 0, "DLMF 4.24", "arctan x >= x - x^3/3", Ge(atan(x), x - x**3/3), Ge(atan(x), x - x**3/4), x=half)
of(x, x >= 0, "M 3.4", "arctan x >= x/(1 + x^2)", Ge(atan(x), x/(1 + x**2)), Ge(atan(x), x), x=1)
of(x, x >= -1, "course", "sqrt(1 + x) <= 1 + x/2", Le(sqrt(1 + x), 1 + x/2), Le(sqrt(1 + x), 1 + x/3), x=1)
of(x, And(x > 0, x < 1), "course", "a fair coin has the largest entropy", Le(-x*log(x) - (1 - x)*log(1 - x), log(2)),
   Le(-x*log(x) - (1 - x)*log(1 - x), Rational(69, 100)), x=half)
of((p, q), And(p > 0, p < 1, q > 0, q < 1), "course", "divergences are not negative", Ge(p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)), 0),
   Gt(p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)), 0), p=half, q=half)
of((p, q), And(p > 0, p < 1, q > 0, q < 1), "course", "Pinsker", Ge(p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)), 2*(p - q)**2),
   Ge(p*log(p/q) + (1 - p)*log((1 - p)/(1 - q)), 3*(p - q)**2), p=half, q=Rational(2, 5))
of((x, y), always, "course", "the exponential lies above its tangents", Ge(exp(x), exp(y)*(1 + x - y)),
   Ge(exp(x), exp(y)*(1 + 2*x - 2*y)), x=1, y=0)
of((x, y), always, "course", "the exponential is convex", Ge((exp(x) + exp(y))/2, exp((x + y)/2)),
   Ge((exp(x) + exp(y))/2, exp((x + y)/2) + half), x=0, y=0)
of((x, y), y > 0, "M 2.11", "Young's inequality", Le(x*y, exp(x) + y*log(y) - y), Le(x*y, exp(x) + y*log(y) - 2*y), x=0, y=1)
of((x, y), always, "course", "the sine does not stretch", Le(Abs(sin(x) - sin(y)), Abs(x - y)),
   Le(Abs(sin(x) - sin(y)), Abs(x - y)/2), x=1, y=0)
of(x, always, "course", "softplus above ReLU by at most log 2", Le(log(1 + exp(x)), Max(x, 0) + log(2)),
   Le(log(1 + exp(x)), Max(x, 0) + half), x=0)
of(x, always, "course", "the logistic function is nowhere steeper than 1/4", Le(exp(-x)/(1 + exp(-x))**2, Rational(1, 4)),
   Le(exp(-x)/(1 + exp(-x))**2, Rational(1, 5)), x=0)

topic("trigonometry")
of(x, always, "DLMF 4.18", "the sine is between -1 and 1", Le(Abs(sin(x)), 1), Lt(Abs(sin(x)), 1), x=pi/2)
of(x, always, "DLMF 4.21.28", "sin 2x", Equal(sin(2*x), 2*sin(x)*cos(x)), Equal(sin(2*x), 2*sin(x)), x=1)
of(x, always, "DLMF 4.21.29", "cos 3x", Equal(cos(3*x), 4*cos(x)**3 - 3*cos(x)), Equal(cos(3*x), 4*cos(x)**3 - 2*cos(x)), x=0)
of((x, y), always, "DLMF 4.21.7", "sums of sines", Equal(sin(x) + sin(y), 2*sin((x + y)/2)*cos((x - y)/2)),
   Equal(sin(x) + sin(y), 2*cos((x + y)/2)*sin((x - y)/2)), x=1, y=1)
of(x, And(x > 0, x < 3), "DLMF 4.21.21", "the tangent of half an angle", Equal(tan(x/2), sin(x)/(1 + cos(x))),
   Equal(tan(x/2), cos(x)/(1 + sin(x))), x=1)
of(x, And(-pi < x, x < pi), "course", "the cosine by the tangent of half the angle", Equal(cos(x), (1 - tan(x/2)**2)/(1 + tan(x/2)**2)),
   Equal(cos(x), 2*tan(x/2)/(1 + tan(x/2)**2)), x=0)
of(x, always, "DLMF 4.21", "half a turn", Equal(sin(x + pi), -sin(x)), Equal(sin(x + pi), sin(x)), x=1)
of((x, n), always, "DLMF 4.16", "whole turns", Equal(sin(x + 2*pi*n), sin(x)), Equal(sin(x + pi*n), sin(x)), x=1, n=1)
of((a, b, x), always, "course", "an amplitude", Le(a*sin(x) + b*cos(x), sqrt(a**2 + b**2)),
   Le(a*sin(x) + b*cos(x), Max(a, b)), a=1, b=1, x=1)
of(x, always, "course", "sin x cos x <= 1/2", Le(sin(x)*cos(x), half), Le(sin(x)*cos(x), third), x=1)
of(x, always, "course", "sin^4 + cos^4 >= 1/2", Ge(sin(x)**4 + cos(x)**4, half),
   Ge(sin(x)**4 + cos(x)**4, Rational(3, 5)), x=Rational(3, 4))
of(x, always, "course", "|sin| + |cos| >= 1", Ge(Abs(sin(x)) + Abs(cos(x)), 1), Gt(Abs(sin(x)) + Abs(cos(x)), 1), x=0)
of(x, always, "course", "|sin| + |cos| <= sqrt 2", Le(Abs(sin(x)) + Abs(cos(x)), sqrt(2)),
   Le(Abs(sin(x)) + Abs(cos(x)), Rational(7, 5)), x=pi/4)
of((x, n), n >= 1, "course", "|sin nx| <= n |sin x|", Le(Abs(sin(n*x)), n*Abs(sin(x))), Le(Abs(sin(n*x)), Abs(sin(x))), x=half, n=2)
plain("DLMF 4.17", "the pentagon", Equal(cos(pi/5), (1 + sqrt(5))/4), Equal(cos(pi/5), (1 + sqrt(6))/4))
of(x, And(-pi/2 < x, x < pi/2), "DLMF 4.21.12", "the secant", Equal(1 + tan(x)**2, 1/cos(x)**2), Equal(1 + tan(x)**2, 1/cos(x)), x=1)

topic("inverse functions and logarithms")
plain("F Pi", "Machin", Equal(pi, 16*atan(Rational(1, 5)) - 4*atan(Rational(1, 239))),
      Equal(pi, 16*atan(Rational(1, 5)) - 4*atan(Rational(1, 238))))
plain("course", "arctan 1/2 + arctan 1/3", Equal(atan(half) + atan(third), pi/4), Equal(atan(half) + atan(third), pi/3))
of(x, x > 0, "DLMF 4.24.15", "arctan x + arctan 1/x", Equal(atan(x) + atan(1/x), pi/2), Equal(atan(x) + atan(1/x), pi/3), x=1)
of(x, Abs(x) <= 1, "DLMF 4.24", "arcsin + arccos", Equal(asin(x) + acos(x), pi/2), Equal(asin(x) + acos(x), pi/4), x=0)
of((x, y), x*y < 1, "DLMF 4.24.15", "sums of arctangents", Equal(atan(x) + atan(y), atan((x + y)/(1 - x*y))),
   Equal(atan(x) + atan(y), atan((x + y)/(2 - 2*x*y))), x=0, y=1)
of(x, always, "course", "sin of the arctangent", Equal(sin(atan(x)), x/sqrt(1 + x**2)), Equal(sin(atan(x)), 1/sqrt(1 + x**2)), x=0)
of(x, Abs(x) <= 1, "course", "cos of the arcsine", Equal(cos(asin(x)), sqrt(1 - x**2)), Equal(cos(asin(x)), 1 - x**2), x=half)
of(x, Abs(x) <= 1, "course", "twice an arctangent", Equal(2*atan(x), asin(2*x/(1 + x**2))), Equal(2*atan(x), asin(x/(1 + x**2))), x=1)
of(x, And(-pi/2 < x, x < pi/2), "DLMF 4.23", "arctan undoes tan", Equal(atan(tan(x)), x), Equal(atan(tan(x)), -x), x=1)
of(x, always, "DLMF 4.37.16", "the inverse hyperbolic sine", Equal(asinh(x), log(x + sqrt(x**2 + 1))),
   Equal(asinh(x), log(1 + sqrt(x**2 + 1))), x=0)
of(x, x >= 1, "DLMF 4.37.19", "the inverse hyperbolic cosine", Equal(acosh(x), log(x + sqrt(x**2 - 1))),
   Equal(acosh(x), log(x - sqrt(x**2 - 1))), x=2)
of(x, Abs(x) < 1, "DLMF 4.37.24", "the inverse hyperbolic tangent", Equal(atanh(x), log((1 + x)/(1 - x))/2),
   Equal(atanh(x), log((1 + x)/(1 - x))), x=half)
of(x, Ne(x, 0), "DLMF 4.8", "the logarithm of a square", Equal(log(x**2), 2*log(Abs(x))), Equal(log(x**2), log(Abs(x))), x=2)
of((x, y), And(x > 0, y > 0), "DLMF 4.8.1", "the logarithm of a product", Equal(log(x*y), log(x) + log(y)),
   Equal(log(x*y), log(x)*log(y)), x=2, y=1)
of((x, a), x > 0, "DLMF 4.8.7", "the logarithm of a power", Equal(log(x**a), a*log(x)), Equal(log(x**a), a + log(x)), x=2, a=2)
of(x, always, "DLMF 4.28", "hyperbolic Pythagoras", Equal(cosh(x)**2 - sinh(x)**2, 1), Equal(cosh(x)**2 + sinh(x)**2, 1), x=1)
plain("F Golden", "the golden ratio", Equal(((1 + sqrt(5))/2)**2, (3 + sqrt(5))/2), Equal(((1 + sqrt(5))/2)**2, 2 + sqrt(5)/2))
plain("course", "printed digits of e", Rounded(exp(1), "2.71828"), Rounded(exp(1), "2.71829"))

topic("spectra and complex numbers")
momentum, turn = [[1 + b - a, -b], [1, 0]], [[cos(t), -sin(t)], [sin(t), cos(t)]]
path = [[1, -1, 0], [-1, 2, -1], [0, -1, 1]]
triangle = [[a, 1, 0], [0, b, 1], [0, 0, p]]
small, slow = Abs(a) + Abs(b) + Abs(p) < 1, And(a > 0, b >= 0, b < 1)
swinging = And(a > 0, b > 0, (1 + b - a)**2 <= 4*b)
cubic = largest_root(x**3 + a*x**2 + b*x + p, x)
plain("course", "a symmetric matrix", has_eigenvalues([[2, 1], [1, 2]], (1, 3)),
      has_eigenvalues([[2, 1], [1, 2]], (1, 2)), because="the trace is 4")
plain("course", "a Jordan block", has_eigenvalues([[2, 1], [0, 2]], (2, 2)),
      has_eigenvalues([[2, 1], [0, 2]], (2, 1)), because="the trace is 4")
plain("course", "a quarter turn", has_eigenvalues([[0, -1], [1, 0]], (I, -I)),
      has_eigenvalues([[0, -1], [1, 0]], (1, -1)), because="its determinant is 1")
plain("course", "the path of three nodes", has_eigenvalues(path, (0, 1, 3)),
      has_eigenvalues(path, (0, 2, 2)), because="its minors add up to 3")
plain("course", "a triangular matrix", ForAll((a, b, p), then=has_eigenvalues(triangle, (a, b, p))),
      ForAll((a, b, p), then=has_eigenvalues(triangle, (a, b, b))), because="the trace is a + b + p")
plain("course", "descent along an eigenvector",
      ForAll((a, t), given=And(a > 0, t > 0), then=Iff(spectral_radius([[1 - a*t]]) < 1, a < 2/t)),
      ForAll((a, t), given=And(a > 0, t > 0), then=Iff(spectral_radius([[1 - a*t]]) < 1, a < 1/t)), because="1 - 3/2 is -1/2")
plain("course", "momentum converges",
      ForAll((a, b), given=slow, then=Iff(spectral_radius(momentum) < 1, a < 2 + 2*b)),
      ForAll((a, b), given=slow, then=Iff(spectral_radius(momentum) < 1, a < 2)),
      because="at a = 2, b = 1/2 the product of the complex roots is 1/2")
plain("course", "momentum with complex roots", ForAll((a, b), given=swinging, then=Equal(spectral_radius(momentum), sqrt(b))),
      ForAll((a, b), given=swinging, then=Equal(spectral_radius(momentum), b)), because="the product of the roots is b")
plain("course", "roots inside the circle", ForAll((a, b, p), given=small, then=cubic < 1),
      ForAll((a, b, p), given=small, then=cubic < half), because="x^3 - 1/2 has a root above 3/4")
plain("course", "a rotation", ForAll(t, then=rotation(turn)), ForAll(t, then=reflection(turn)), because="its determinant is 1")
plain("DLMF 1.9", "the triangle inequality", ForAll((z, w), then=modulus(z + w) <= modulus(z) + modulus(w)),
      ForAll((z, w), then=modulus(z + w) >= modulus(z) + modulus(w)), because="1 - 1 is 0")
plain("DLMF 1.9", "moduli multiply", ForAll((z, w), then=Eq(modulus(z*w), modulus(z)*modulus(w))),
      ForAll((z, w), then=Eq(z*w, modulus(z)*modulus(w))), because="i times i is -1")
plain("course", "roots of unity", ForAll(z, given=Eq(z**3, 1), then=Eq(modulus(z), 1)),
      ForAll(z, given=Eq(z**3, 1), then=Eq(z, 1)), because="there are three")

topic("quantifiers")
plain("course", "cos x = x somewhere", Exists(x, then=Eq(cos(x), x)), Exists(x, then=Eq(cos(x), 2)), because="a cosine is at most 1")
plain("course", "e^x is never x", ForAll(x, then=Ne(exp(x), x)), ForAll(x, then=Ne(exp(x), 1 - x)), because="both are 1 at 0")
plain("course", "a quintic has a root", Exists(x, then=Eq(x**5 - x - 1, 0)),
      Exists(x, then=Eq(x**4 + x**2 + 1, 0)), because="a sum of squares and 1 is positive")
plain("course", "every number has a larger one", ForAll(x, then=Exists(y, then=y > x)),
      Exists(y, then=ForAll(x, then=y > x)), because="no number is above itself")
plain("course", "between two numbers is a third", ForAll((x, y), given=x < y, then=Exists(t, then=And(x < t, t < y))),
      ForAll((x, y), given=x < y, then=Exists(t, then=And(x < t, t < y, t > 0))), because="none above zero is between -2 and -1")
plain("course", "x^2 is continuous at 1",
      ForAll(e, given=e > 0, then=Exists(d, given=d > 0, then=ForAll(x, given=Abs(x - 1) < d, then=Abs(x**2 - 1) < e))),
      ForAll(e, given=e > 0, then=Exists(d, given=d > 1, then=ForAll(x, given=Abs(x - 1) < d, then=Abs(x**2 - 1) < e))),
      because="near 2 the square is near 4, whatever epsilon is")
plain("course", "a number that multiplies all to zero", Exists(x, then=ForAll(y, then=Eq(x*y, 0))),
      Exists(x, then=ForAll(y, then=Eq(x*y, 1))), because="0 times x is 0")
plain("course", "cubes reach every number", ForAll(y, then=Exists(x, then=Eq(x**3, y))),
      ForAll(y, then=Exists(x, then=Eq(x**2, y))), because="no square is -1")
plain("course", "Pell's equation", Exists((n, m), given=m > 0, then=Eq(n**2 - 2*m**2, 1)),
      Exists((n, m), given=m > 0, then=Eq(n**2 - 4*m**2, 1)), because="n - 2m and n + 2m would both be 1 or both -1")
plain("course", "a smallest value", Exists(y, then=ForAll(x, then=Ge(x**2 - 2*x, y))),
      Exists(y, then=ForAll(x, then=Ge(x**2 - 2*x**3, y))), because="a cubic has no least value")
plain("course", "two cases", ForAll(x, then=Or(x**2 >= 1, Abs(x) < 1)),
      ForAll(x, then=Or(x**2 > 1, Abs(x) < 1)), because="neither holds at 1")
plain("course", "minimum and maximum", ForAll((x, y), then=Eq(Min(x, y) + Max(x, y), x + y)),
      ForAll((x, y), then=Eq(Max(x, y) - Min(x, y), x - y)), because="at (0, 1) the left is 1 and the right -1")
# fmt: on
