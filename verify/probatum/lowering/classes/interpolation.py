"""Classes of functions, sets and operators: the conditions on values and gradients at finitely many
points that one of them meets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.theorem import Theorem
from probatum.proposition.subjects.possible import LEAST_AND_MOST
from probatum.type_names import Condition, Expression, Values, Vector

Inner = Callable[[Expression, Expression], Expression]
TAYLOR = "Taylor, Hendrickx, Glineur, Math. Prog. 161 (2017) 307-345, Theorem 4"
TAYLOR_2 = "Taylor, Hendrickx, Glineur, SIAM J. Optim. 27(3) (2017) 1283-1313"
DRORI = "Drori, Shamir, International Conference on Machine Learning 2020, Theorem 7"
RYU = "Ryu, Taylor, Bergeling, Giselsson, SIAM J. Optim. 30(3) (2020) 2251-2271, section 2"


@dataclass(frozen=True, slots=True)
class Sample:
    """A point with the gradient (of an operator, the value) there, as combinations of vectors,
    and the function's value.

    spoken_of: whether the statement speaks of that gradient, and not only of what has it.
    """

    name: str
    point: Values
    image: Mapping[Expression, Expression]
    value: Expression
    smallest: bool = False
    spoken_of: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two samples with what conditions are made of; `constants` are the class's.

    both_ways: where values do not matter, half the sum of a condition and the one the other way
    round.
    """

    i: Sample
    j: Sample
    inner: Inner
    constants: Mapping[str, Expression]
    both_ways: bool = False

    @property
    def apart(self) -> Expression:
        """The first point less the second."""
        return difference(self.i.point, self.j.point)

    @property
    def turned(self) -> Expression:
        """The first gradient less the second."""
        return difference(self.i.image, self.j.image)

    def above(self) -> Expression:
        """How far the first value lies above the tangent at the second point."""
        if self.both_ways:
            return self.inner(self.turned, self.apart) / 2
        return self.i.value - self.j.value - self.inner(self.j.image, self.apart)

    def square(self, vector: Vector) -> Expression:
        """The squared norm."""
        return self.inner(vector, vector)


@dataclass(frozen=True, slots=True)
class Class:
    """A class: its conditions on an ordered pair, on a point,
    and on a point beside one where the function is smallest.

    Each yields expressions that are at least zero.

    needs: what is true of the constants of every class of the row.
    most: the largest number of points for which the conditions suffice; 0 for any number,
        1 for never.
    """

    name: str
    source: str
    pair: Callable[[Pair], Iterator[Expression]]
    single: Callable[[Pair], Iterator[Expression]] = lambda pair: iter(())
    beside_smallest: Callable[[Pair], Iterator[Expression]] = lambda pair: iter(())
    needs: Callable[[Mapping[str, Expression]], Iterator[Expression]] = lambda constants: iter(())
    most: int = 0
    ordered: bool = True
    extra: bool = False  # whether beside_smallest says anything
    has_proximal: bool = False
    has_smallest: bool = False  # whether its definition names a point where it is smallest

    @property
    def values_can_be_chosen(self) -> bool:
        """Whether values matter on pairs only, so that for two points the sum of both conditions
        says whether there are any.
        """
        return self.ordered and not self.extra and self.pair is not _indicator

    def theorem(self, points: int, *, has_smallest: bool = False) -> Theorem:
        """The theorem that the conditions rest on, for so many points; of what is smooth and not
        convex, a smallest value is a part of another.
        """
        source = DRORI if has_smallest and self.pair is _smooth and not self.most else self.source
        return Theorem(self.name, source, exact=self.most == 0 or 1 < points <= self.most)


def difference(
    left: Mapping[Expression, Expression], right: Mapping[Expression, Expression]
) -> dict[Expression, Expression]:
    """The difference of two combinations."""
    found = dict(left)
    for vector, coefficient in right.items():
        found[vector] = found.get(vector, 0) - coefficient
    return {vector: coefficient for vector, coefficient in found.items() if coefficient != 0}


def _convex(pair: Pair) -> Iterator[Expression]:
    yield pair.above() - pair.constants.get("strongly", 0) / sympy.Integer(2) * pair.square(
        pair.apart
    )


def _smooth_convex(pair: Pair) -> Iterator[Expression]:
    mu, smooth = pair.constants.get("strongly", 0), pair.constants["smooth"]
    turned, apart = pair.turned, pair.apart
    tilt = 2 * mu * pair.inner(turned, apart) - mu * smooth * pair.square(apart) if mu != 0 else 0
    yield 2 * (smooth - mu) * pair.above() - pair.square(turned) + tilt


def _smooth(pair: Pair) -> Iterator[Expression]:
    smooth, apart = pair.constants["smooth"], pair.apart
    bend = pair.inner(pair.turned, apart)
    yield (
        4 * smooth * pair.above()
        - 2 * smooth * bend
        - pair.square(pair.turned)
        + smooth**2 * pair.square(apart)
    )


def _bounded(pair: Pair) -> Iterator[Expression]:
    yield pair.constants["lipschitz"] ** 2 - pair.square(pair.i.image)


def _indicator(pair: Pair) -> Iterator[Expression]:
    yield -pair.inner(pair.j.image, pair.apart)
    if "diameter" in pair.constants:
        yield pair.constants["diameter"] ** 2 - pair.square(pair.apart)


def _smooth_above_smallest(pair: Pair) -> Iterator[Expression]:
    """A gradient step of 1/L does not lead below the smallest value."""
    yield 2 * pair.constants["smooth"] * (pair.i.value - pair.j.value) - pair.square(pair.i.image)


def _polyak(pair: Pair) -> Iterator[Expression]:
    above = pair.i.value - pair.j.value
    yield above
    yield from _smooth_above_smallest(pair)
    yield pair.square(pair.i.image) - 2 * pair.constants["polyak"] * above


def _secant(pair: Pair) -> Iterator[Expression]:
    constants, apart = pair.constants, pair.apart
    if "secant" in constants:
        yield pair.inner(pair.i.image, apart) - constants["secant"] * pair.square(apart)
    if "error_bound" in constants:
        yield constants["error_bound"] ** 2 * pair.square(apart) - pair.square(pair.i.image)


def _bounded_growth(pair: Pair) -> Iterator[Expression]:
    growth = pair.constants["bounded_growth"]
    yield 2 * growth * (
        pair.j.value
        - pair.i.value
        - pair.inner(pair.i.image, difference(pair.j.point, pair.i.point))
    ) - pair.square(pair.i.image)


def _operator(pair: Pair) -> Iterator[Expression]:
    constants, turned, apart = pair.constants, pair.turned, pair.apart
    along = pair.inner(turned, apart)
    if not {"lipschitz", "nonexpansive", "cocoercive", "strongly_monotone"} & set(constants):
        yield along
    if "strongly_monotone" in constants:
        yield along - constants["strongly_monotone"] * pair.square(apart)
    if "cocoercive" in constants:
        yield along - constants["cocoercive"] * pair.square(turned)
    bounds = steepest(constants)
    yield from (bound**2 * pair.square(apart) - pair.square(turned) for bound in bounds)
    if bounds and "monotone" in constants:
        yield along


def steepest(constants: Mapping[str, Expression]) -> tuple[Expression, ...]:
    """What values of an operator differ by at most, in distances: by each property that says it."""
    named = (constants["lipschitz"],) if "lipschitz" in constants else ()
    return (*named, sympy.Integer(1)) if "nonexpansive" in constants else named


def _between(constants: Mapping[str, Expression]) -> Iterator[Condition]:
    """0 <= mu <= L, and each other constant at least zero: what is left out belongs to no class
    that is not empty.
    """
    for name, value in constants.items():
        if value is True:
            continue
        if name in ("smooth", "cocoercive", "bounded_growth"):
            yield sympy.Gt(value, 0)
        else:
            yield sympy.Ge(value, 0)
    for low, high in LEAST_AND_MOST:
        if {low, high} <= set(constants):
            yield sympy.Le(constants[low], constants[high])
    if {"strongly_monotone", "nonexpansive"} <= set(constants):
        yield sympy.Le(constants["strongly_monotone"], 1)
    if {"strongly_monotone", "cocoercive"} <= set(constants):
        yield sympy.Le(constants["strongly_monotone"] * constants["cocoercive"], 1)


def at_equal_constants(pair: Pair) -> Iterator[Expression]:
    """What the condition leaves out at mu = L, where it says nothing of the values;
    true for mu < L as well, and there a part of it that proofs for all mu up to L are made of.
    """
    if {"smooth", "strongly"} <= set(pair.constants):
        yield from _convex(pair)
        yield from _smooth_convex(replace(pair, constants={"smooth": pair.constants["smooth"]}))


def are_apart(constants: Mapping[str, Expression], given: Condition) -> bool:
    """Whether the hypotheses say, as they stand, that mu < L."""
    if not {"smooth", "strongly"} <= set(constants):
        return True
    low, high = constants["strongly"], constants["smooth"]
    apart = sympy.Lt(low, high)
    if apart in (sympy.true, sympy.false):
        return bool(apart)
    return any(part in (apart, apart.reversed) for part in sympy.And.make_args(given))


def _nothing(pair: Pair) -> Iterator[Expression]:
    return iter(())


SMOOTH_STRONGLY = Class(
    "smooth strongly convex interpolation",
    TAYLOR,
    _smooth_convex,
    needs=_between,
    has_proximal=True,
)
CONVEX = Class(
    "convex interpolation", f"{TAYLOR} with L infinite", _convex, needs=_between, has_proximal=True
)
FUNCTIONS: dict[frozenset[str], Class] = {
    frozenset(("convex",)): CONVEX,
    frozenset(("strongly",)): CONVEX,
    frozenset(("convex", "smooth")): SMOOTH_STRONGLY,
    frozenset(("strongly", "smooth")): SMOOTH_STRONGLY,
    frozenset(("convex", "lipschitz")): Class(
        "convex Lipschitz interpolation",
        f"{TAYLOR_2}, Theorem 3.5",
        _convex,
        _bounded,
        needs=_between,
        has_proximal=True,
    ),
    frozenset(("convex", "smooth", "lipschitz")): Class(
        "convex smooth Lipschitz interpolation",
        f"{TAYLOR_2}, section 3",
        _smooth_convex,
        _bounded,
        needs=_between,
        has_proximal=True,
    ),
    frozenset(("smooth",)): Class(
        "smooth interpolation",
        f"{TAYLOR_2}, Theorem 3.10",
        _smooth,
        beside_smallest=_smooth_above_smallest,
        extra=True,
        needs=_between,
    ),
    frozenset(("smooth", "polyak")): Class(
        "smooth functions with the Polyak-Lojasiewicz inequality",
        "Polyak 1963; Abbaszadehpeivasti, de Klerk, Zamani 2023",
        _smooth,
        beside_smallest=_polyak,
        extra=True,
        needs=_between,
        most=1,
    ),
    frozenset(("convex", "bounded_growth")): Class(
        "convex functions below a parabola",
        "Goujaud, Taylor, Dieuleveut, arXiv 2205.15033, Theorem 2.6",
        _convex,
        beside_smallest=_bounded_growth,
        extra=True,
        has_smallest=True,
        needs=_between,
        has_proximal=True,
    ),
}
for _names in (("secant",), ("error_bound",), ("secant", "error_bound")):
    FUNCTIONS[frozenset(_names)] = Class(
        "restricted secant inequality and error bound",
        "Guille-Escuret, Goujaud, Ibrahim, Mitliagkas, arXiv 2203.00342",
        _nothing,
        beside_smallest=_secant,
        extra=True,
        has_smallest=True,
        needs=_between,
        most=1,
    )
SET = Class(
    "interpolation by a closed convex set",
    f"{TAYLOR_2}, Theorem 3.6",
    _indicator,
    needs=_between,
    has_proximal=True,
)


def class_of_function(properties: Mapping[str, Expression], name: str) -> Class:
    """The row of a function's properties; strong convexity is convexity.
    Raises DefinitionError where there is none.
    """
    known = frozenset(properties) - ({"convex"} if "strongly" in properties else frozenset())
    if "strongly" in known and "lipschitz" not in known and known <= {"strongly", "smooth"}:
        return FUNCTIONS[known]
    if known not in FUNCTIONS:
        rows = "; ".join(sorted(", ".join(sorted(row)) for row in FUNCTIONS))
        raise DefinitionError(
            f"functions: got {name!r} with {', '.join(sorted(properties))}, "
            f"wanted one of these together: {rows}"
        )
    return FUNCTIONS[known]


def class_of_operator(properties: Mapping[str, Expression]) -> Class:
    """The row of an operator's properties: each alone suffices for any number of points,
    two together for two points.
    """
    known = set(properties) - (
        {"monotone"} if {"cocoercive", "strongly_monotone"} & set(properties) else set()
    )
    proximal = bool({"monotone", "strongly_monotone", "cocoercive"} & set(properties))
    return Class(
        f"interpolation by operators: {', '.join(sorted(known)).replace('_', ' ')}",
        RYU,
        _operator,
        needs=_between,
        most=0 if len(known) == 1 else 2,
        ordered=False,
        has_proximal=proximal,
    )
