"""Statements about first-order methods and the false ones beside them, with their sources in the order of a textbook."""

from __future__ import annotations

from typing import Any

from sympy import Abs, And, Expr, Max, Min, Rational, sqrt

from probatum import (
    Eq,
    ForAll,
    fixed_point,
    functions,
    gradient,
    member,
    minimizer,
    norm,
    operators,
    projection,
    proximal,
    reals,
    resolvent,
    sets,
    vectors,
    zero_of,
)
from probatum.proposition.subjects.products import dot

x, y, z, x0, y0, x1, star = vectors("x y z x0 y0 x1 star")
a, L, mu, b, k, M, R, t, q = reals("a L mu b k M R t q")
STRONG = And(mu > 0, mu < L)
STEP = And(STRONG, a > 0)
CONVEX_STEP = And(L > 0, a > 0, a <= 1 / L)


def number(text: str) -> Expr:
    """A rational number as printed."""
    return Rational(text)


def descent(f: Any, point: Any, steps: int = 1, rate: Any = a) -> Any:
    """The point after so many gradient steps."""
    for _ in range(steps):
        point = point - rate * gradient(f, point)
    return point


def contraction(factor: Expr) -> ForAll:
    """Polyak 1987, section 1.4."""
    f = functions("f", smooth=L, strongly=mu)
    apart = norm(descent(f, x0) - descent(f, y0)) ** 2
    return ForAll((f, x0, y0, a, L, mu), given=STEP, then=apart <= factor * norm(x0 - y0) ** 2)


def value_after(steps: int, offset: Expr, given: Any = CONVEX_STEP) -> ForAll:
    """Drori, Teboulle 2014, Theorem 3.1."""
    f = functions("f", convex=True, smooth=L)
    best = minimizer(f)
    bound = L * norm(x0 - best) ** 2 / (4 * steps * L * a + offset)
    return ForAll((f, x0, a, L), given=given, then=f(descent(f, x0, steps)) - f(best) <= bound)


def sufficient_decrease(share: Expr) -> ForAll:
    """Nesterov 2004, section 1.2.3."""
    f = functions("f", smooth=L)
    drop = a * (1 - L * a * share) * norm(gradient(f, x0)) ** 2
    return ForAll((f, x0, a, L), given=And(L > 0, a > 0), then=f(descent(f, x0)) <= f(x0) - drop)


def gradient_shrinks(limit: Expr, convex: bool = True) -> ForAll:
    """A step below 2/L makes no gradient longer."""
    f = functions("f", smooth=L, convex=True) if convex else functions("f", smooth=L)
    shorter = norm(gradient(f, descent(f, x0))) <= norm(gradient(f, x0))
    return ForAll((f, x0, a, L), given=And(L > 0, a > 0, a < limit / L), then=shorter)


def line_search(power: int) -> ForAll:
    """De Klerk, Glineur, Taylor 2017, Theorem 1.2."""
    f = functions("f", smooth=L, strongly=mu)
    best, g0, g1 = f(minimizer(f)), gradient(f, x0), gradient(f, x1)
    given = And(STRONG, Eq(dot(g1, g0), 0), Eq(dot(g1, x1 - x0), 0))
    return ForAll((f, x0, x1, L, mu), given=given, then=f(x1) - best <= ((L - mu) / (L + mu)) ** power * (f(x0) - best))


def proximal_point(factor: Expr) -> ForAll:
    """Taylor, Hendrickx, Glineur 2017, Theorem 4.1."""
    f = functions("f", convex=True)
    best = minimizer(f)
    return ForAll((f, x0, a), given=a > 0, then=f(proximal(f, a, x0)) - f(best) <= norm(x0 - best) ** 2 / (factor * a))


def proximal_contraction(share: int) -> ForAll:
    """Rockafellar 1976."""
    f = functions("f", strongly=mu)
    closer = norm(proximal(f, a, x0) - proximal(f, a, y0)) <= norm(x0 - y0) / (1 + share * a * mu)
    return ForAll((f, x0, y0, a, mu), given=And(a > 0, mu >= 0), then=closer)


def subgradient_step(noise: int) -> ForAll:
    """Nesterov 2004, section 3.2.3."""
    f = functions("f", convex=True, lipschitz=M)
    best = minimizer(f)
    bound = norm(x0 - best) ** 2 - 2 * a * (f(x0) - f(best)) + noise * a**2 * M**2
    return ForAll((f, x0, a, M), given=And(a > 0, M > 0), then=norm(descent(f, x0) - best) ** 2 <= bound)


def polyak_step(less: int) -> ForAll:
    """Barre, Taylor, d'Aspremont 2020, Proposition 1."""
    f = functions("f", smooth=L, strongly=mu)
    best, g = minimizer(f), gradient(f, x0)
    given = And(STRONG, a >= 1 / L, a <= 1 / mu, Eq(a * norm(g) ** 2, 2 * (f(x0) - f(best))))
    factor = (a * L - 1) * (1 - a * mu) / (a * (L + mu) - less)
    return ForAll((f, x0, a, L, mu), given=given, then=norm(x0 - a * g - best) ** 2 <= factor * norm(x0 - best) ** 2)


def accelerated(longer: Expr, less: int = 0) -> ForAll:
    """Bansal, Gupta 2019, Theorem 5.3."""
    f = functions("f", convex=True, smooth=L)
    best = minimizer(f)
    between = (1 - 1 / t) * x + z / t
    after_x, after_z = between - gradient(f, between) / L, z - longer * t / L * gradient(f, between)
    before = (t**2 - t - less) * (f(x) - f(best)) + L / 2 * norm(z - best) ** 2
    behind = t**2 * (f(after_x) - f(best)) + L / 2 * norm(after_z - best) ** 2
    return ForAll((f, x, z, L, t), given=And(L > 0, t >= 1), then=behind <= before)


def proximal_gradient(kind: Any) -> ForAll:
    """Taylor, Hendrickx, Glineur 2018, Theorem 3.1."""
    f, h = functions("f", smooth=L, strongly=mu), functions("h", convex=True)
    ends = [proximal(h, a, descent(f, start)) for start in (x0, y0)]
    return ForAll(
        (f, h, x0, y0, a, L, mu), given=STEP, then=norm(ends[0] - ends[1]) <= kind(Abs(1 - a * L), Abs(1 - a * mu)) * norm(x0 - y0)
    )


def potential(share: int) -> ForAll:
    """Bansal, Gupta 2019, Theorem 3.3."""
    f = functions("f", convex=True, smooth=L)
    best, end = minimizer(f), descent(f, x0, rate=1 / L)

    def level(number_of_steps: Expr, point: Any) -> Any:
        return share * number_of_steps * (f(point) - f(best)) + L / 2 * norm(point - best) ** 2

    return ForAll((f, x0, L, k), given=And(L > 0, k >= 0), then=level(k + 1, end) <= level(k, x0))


def smallest_gradient(factor: Expr) -> ForAll:
    """Abbaszadehpeivasti, de Klerk, Zamani 2022."""
    f = functions("f", smooth=L)
    end = descent(f, x0, rate=1 / L)
    smaller = Min(norm(gradient(f, x0)) ** 2, norm(gradient(f, end)) ** 2)
    return ForAll((f, x0, L), given=L > 0, then=smaller <= factor * L * (f(x0) - f(end)))


def dominated_gradient(power: int) -> ForAll:
    """Polyak 1963."""
    f = functions("f", smooth=L, polyak=mu)
    best, end = f(minimizer(f)), descent(f, x0, rate=1 / L)
    return ForAll((f, x0, L, mu), given=STRONG, then=f(end) - best <= (1 - mu / L) ** power * (f(x0) - best))


def restricted_secant(power: Expr) -> ForAll:
    """Guille-Escuret and others 2022, Proposition 1."""
    f = functions("f", secant=mu, error_bound=L)
    best = minimizer(f)
    factor = 1 - 2 * a * mu + a**2 * L * power
    return ForAll((f, x0, L, mu, a), given=STEP, then=norm(descent(f, x0) - best) ** 2 <= factor * norm(x0 - best) ** 2)


def proximal_residual(steps: int, factor: Expr) -> ForAll:
    """Gu, Yang 2020, section 4."""
    operator = operators("A", monotone=True)
    points = [x0]
    for _ in range(steps):
        points.append(resolvent(operator, a, points[-1]))
    return ForAll((operator, x0, a), given=a > 0, then=norm(points[-1] - points[-2]) ** 2 <= factor * norm(x0 - zero_of(operator)) ** 2)


def halpern(factor: Expr) -> ForAll:
    """Lieder 2021, Theorem 2.1."""
    operator = operators("T", nonexpansive=True)
    first = x0 / 2 + operator(x0) / 2
    second = x0 / 3 + 2 * operator(first) / 3
    return ForAll((operator, x0), then=norm(second - operator(second)) ** 2 <= factor * norm(x0 - fixed_point(operator)) ** 2)


def averaged(share: Expr) -> ForAll:
    """Bauschke, Combettes 2017, chapter 5."""
    operator = operators("T", nonexpansive=True)
    end, still = (1 - b) * x0 + b * operator(x0), fixed_point(operator)
    bound = norm(x0 - still) ** 2 - b * (1 - b * share) * norm(x0 - operator(x0)) ** 2
    return ForAll((operator, x0, b), given=And(b > 0, b < 1), then=norm(end - still) ** 2 <= bound)


def nearest(share: int) -> ForAll:
    """Bauschke, Combettes 2017, Theorem 3.16."""
    convex_set = sets("C")
    near = projection(convex_set, x)
    bound = norm(x - y) ** 2 - share * norm(x - near) ** 2
    return ForAll((convex_set, x, y), given=member(convex_set, y), then=norm(near - y) ** 2 <= bound)


def two_losses(shared: bool) -> ForAll:
    """Taylor, Bach 2019: a random one of two functions, which have one minimizer, or have not."""
    f, h = functions("f h", smooth=L, strongly=mu)
    slopes = gradient(f, star), gradient(h, star)
    optimal = And(Eq(slopes[0], 0), Eq(slopes[1], 0)) if shared else Eq(slopes[0] + slopes[1], 0)
    mean = (norm(descent(f, x0) - star) ** 2 + norm(descent(h, x0) - star) ** 2) / 2
    bound = Max(1 - a * mu, a * L - 1) ** 2 * norm(x0 - star) ** 2
    return ForAll((f, h, x0, star, L, mu, a), given=And(STEP, optimal), then=mean <= bound)


def strongly_accelerated(power: int) -> ForAll:
    """d'Aspremont, Scieur, Taylor 2021, Corollary 4.15, with q^2 = mu / L."""
    f = functions("f", smooth=L, strongly=q**2 * L)
    best = minimizer(f)
    between = (x + q * z) / (1 + q)
    after_x = between - gradient(f, between) / L
    after_z = (1 - q) * z + q * between - gradient(f, between) / (q * L)

    def potential(value: Any, point: Any) -> Any:
        return f(value) - f(best) + q**2 * L / 2 * norm(point - best) ** 2

    behind, before = potential(after_x, after_z), potential(x, z)
    return ForAll((f, x, z, L, q), given=And(L > 0, q > 0, q < 1), then=behind <= (1 - q) ** power * before)


def splitting(rate: Expr, given: Any = True) -> ForAll:
    """Giselsson, Boyd 2017, Theorem 2: Douglas-Rachford with relaxation 1."""
    f, h = functions("f", smooth=L, strongly=mu), functions("h", convex=True)

    def after(point: Any) -> Any:
        near = proximal(f, a, point)
        return point + proximal(h, a, 2 * near - point) - near

    return ForAll((f, h, x, y, a, L, mu), given=And(STEP, given), then=norm(after(x) - after(y)) <= rate * norm(x - y))


def heavy_ball(rate: Expr) -> ForAll:
    """Ghadimi, Feyzmahdavian, Johansson 2015, Theorem 4, its first step, at which nothing moves yet."""
    f = functions("f", smooth=L, strongly=mu)
    best = minimizer(f)
    momentum = Eq(b**2, (1 - a * mu) * (1 - a * L))
    left = f(descent(f, x0)) - f(best)
    return ForAll((f, x0, a, b, L, mu), given=And(STEP, a <= 1 / L, b >= 0, momentum), then=left <= rate * (f(x0) - f(best)))


def heavy_ball_twice(rate: Expr, **proof: Any) -> ForAll:
    """The second step of the same, with momentum, by its authors' two Lyapunov steps."""
    f = functions("f", smooth=L, strongly=mu)
    best = minimizer(f)
    x1 = descent(f, x0)
    x2 = descent(f, x1) + b * (x1 - x0)
    given = And(STEP, a <= 1 / L, b >= 0, Eq(b**2, (1 - a * mu) * (1 - a * L)))
    if proof:  # what smoothness says of each step, and convexity of the minimizer at each point
        share = 1 / (2 * (L - mu))
        now, before = {(f, x1, x2): share, (f, best, x1): a * mu * share}, {(f, x0, x1): share, (f, best, x0): a * mu * share}
        proof["certificate"] = now | {pair: (1 - a * mu) * each for pair, each in before.items()}
    return ForAll((f, x0, a, b, L, mu), given=given, then=f(x2) - f(best) <= rate**2 * (f(x0) - f(best)), **proof)


def subgradient_best(part: str) -> ForAll:
    """The better of two points, one step of the best length apart: Boyd, Xiao, Mutapcic 2003."""
    f = functions("f", convex=True, lipschitz=M)
    best = minimizer(f)
    x1 = descent(f, x0, rate=R / (M * sqrt(number("2"))))
    given = And(M > 0, R > 0, norm(x0 - best) <= R)
    return ForAll((f, x0, M, R), given=given, then=Min(f(x0), f(x1)) - f(best) <= M * R / sqrt(number(part)))


def common_minimizer() -> ForAll:
    """Taylor, Bach 2019: a random one of two functions with one minimizer, as a text says it."""
    f, h = functions("f h", smooth=L, strongly=mu)
    best = minimizer(f)
    mean = (norm(descent(f, x0) - best) ** 2 + norm(descent(h, x0) - best) ** 2) / 2
    bound = Max(1 - a * mu, a * L - 1) ** 2 * norm(x0 - best) ** 2
    return ForAll((f, h, x0, L, mu, a), given=And(STEP, Eq(minimizer(h), best)), then=mean <= bound)


def noisy(bound: str) -> ForAll:
    """Taylor, Hendrickx, Glineur 2017 (CDC): L = a = v = 1, mu = 1/10, R = 2; the bound is (0.9 + sqrt(1.81))^2."""
    f, h = functions("f h", smooth=1, strongly=number("1/10"))
    optimal = Eq(gradient(f, star), -gradient(h, star))
    mean = (norm(descent(f, x0, rate=1) - star) ** 2 + norm(descent(h, x0, rate=1) - star) ** 2) / 2
    given = And(optimal, norm(gradient(f, star)) <= 1, norm(x0 - star) <= 2)
    return ForAll((f, h, x0, star), given=given, then=mean <= number(bound))


TRUE = {
    "contraction": contraction(Max((1 - a * L) ** 2, (1 - a * mu) ** 2)),
    "value after one step": value_after(1, number("2")),
    "value after two steps": value_after(2, number("2")),
    "sufficient decrease": sufficient_decrease(number("1/2")),
    "gradient shrinks": gradient_shrinks(number("2")),
    "line search": line_search(2),
    "proximal point": proximal_point(number("4")),
    "proximal contraction": proximal_contraction(1),
    "subgradient step": subgradient_step(1),
    "Polyak's step": polyak_step(1),
    "accelerated": accelerated(number("1")),
    "proximal gradient": proximal_gradient(Max),
    "potential": potential(1),
    "smallest gradient": smallest_gradient(number("4/3")),
    "dominated gradient": dominated_gradient(1),
    "restricted secant": restricted_secant(L),
    "proximal residual, two": proximal_residual(2, number("1/4")),
    "proximal residual, three": proximal_residual(3, number("4/27")),
    "Halpern": halpern(number("4/9")),
    "averaged": averaged(number("1")),
    "nearest": nearest(1),
    "accelerated, strongly convex": strongly_accelerated(1),
    "splitting, short steps": splitting(1 / (1 + a * mu), a**2 * mu * L <= 1),
    "splitting, long steps": splitting(a * L / (1 + a * L), a**2 * mu * L >= 1),
    "splitting": splitting(Max(1 / (1 + a * mu), a * L / (1 + a * L))),
    "heavy ball": heavy_ball(1 - a * mu),
    "heavy ball, twice": heavy_ball_twice(1 - a * mu, certificate=True),
    "subgradients, the better point": subgradient_best("2"),
    "two losses with one minimizer": two_losses(shared=True),
    "two losses with one minimizer, as a text says it": common_minimizer(),
    "two losses with noise": noisy("5.042"),
}
FALSE = {
    "contraction, smaller factor": contraction(Min((1 - a * L) ** 2, (1 - a * mu) ** 2)),
    "contraction, 99 %": contraction(number("99/100") * Max((1 - a * L) ** 2, (1 - a * mu) ** 2)),
    "value after two steps, 2.1": value_after(2, number("21/10")),
    "value after one step, too long": value_after(1, number("2"), And(L > 0, a > 0, a <= number("19/10") / L)),
    "sufficient decrease, a third": sufficient_decrease(number("1/3")),
    "gradient shrinks, beyond": gradient_shrinks(number("21/10")),
    "gradient shrinks, not convex": gradient_shrinks(number("2"), convex=False),
    "line search, cube": line_search(3),
    "proximal point, 4.1": proximal_point(number("41/10")),
    "proximal contraction, twice": proximal_contraction(2),
    "subgradient step, no noise": subgradient_step(0),
    "Polyak's step, larger": polyak_step(0),
    "accelerated, longer": accelerated(number("11/10")),
    "accelerated, less": accelerated(number("1"), 1),
    "proximal gradient, smaller": proximal_gradient(Min),
    "potential, twice": potential(2),
    "smallest gradient, 1.3": smallest_gradient(number("13/10")),
    "dominated gradient, cube": dominated_gradient(3),
    "restricted secant, product": restricted_secant(mu),
    "proximal residual, 4.1": proximal_residual(2, number("10/41")),
    "proximal residual, 28": proximal_residual(3, number("4/28")),
    "Halpern, 9.1": halpern(number("40/91")),
    "averaged, half": averaged(number("1/2")),
    "nearest, twice": nearest(2),
    "two losses with minimizers of their own": two_losses(shared=False),
    "accelerated, strongly convex, squared": strongly_accelerated(2),
    "splitting, both at once": splitting(a * L / ((1 + a * L) * (1 + a * mu))),
    "heavy ball, as if the curvature were the largest": heavy_ball(1 - a * L),
    "heavy ball, twice, as if the curvature were the largest": heavy_ball_twice(1 - a * L),
    "subgradients, the better point, sooner": subgradient_best("3"),
    "two losses with less noise": noisy("4.8"),
}
