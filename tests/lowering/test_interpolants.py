"""Tests of functions through given points: there is one exactly where the conditions on pairs hold, and it is of the class."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest
import sympy
from sympy import Integer, Rational

from probatum import Exists, ForAll, functions, gradient, minimizer, norm, operators, reals, vectors
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.lowering.classes.interpolants import Node, Piece, explicit, is_of_class
from tests.each import each

f = functions("f", convex=True)
KINDS = [
    {"convex": True},
    {"strongly": Integer(1)},
    {"convex": True, "smooth": Integer(2)},
    {"strongly": Integer(1), "smooth": Integer(3)},
    {"smooth": Integer(2)},
]


def ends(kind: dict[str, sympy.Expr]) -> tuple[sympy.Expr, sympy.Expr | None]:
    """Between what curvatures of the class lie."""
    high = kind.get("smooth")
    return (-high, high) if high is not None and len(kind) == 1 else (kind.get("strongly", Integer(0)), high)


def conditions_hold(nodes: list[Node], low: sympy.Expr, high: sympy.Expr | None) -> bool:
    """The conditions on ordered pairs, by their formula."""
    for i, j in ((i, j) for i in nodes for j in nodes if i is not j):
        apart, turned = i.at - j.at, i.slope - j.slope
        above = i.value - j.value - j.slope * apart
        needed = low * apart**2 / 2 if high is None else (turned**2 + low * high * apart**2 - 2 * low * turned * apart) / (2 * (high - low))
        if above < needed:
            return False
    return True


def instances(kind: dict[str, sympy.Expr], count: int) -> Iterator[list[Node]]:
    """Three points with slopes and values that the class may have, or may not."""
    low, _ = ends(kind)
    draw = random.Random(str(kind))
    for _ in range(count):
        nodes: list[Node] = []
        for at in sorted(draw.sample(range(-4, 5), 3)):
            slope, value = Rational(draw.randint(-4, 4)), Integer(0)
            if nodes:
                before = nodes[-1]
                slope = before.slope + Rational(draw.randint(-9 if low < 0 else 0, 9), 4) * (at - before.at)
                value = before.value + (before.slope + slope) * (at - before.at) / 2 + Rational(draw.randint(-2, 2), 4)
            nodes.append(Node(Integer(at), slope, value))
        yield nodes


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_there_is_a_function_exactly_where_the_conditions_hold(kind: dict[str, sympy.Expr]) -> None:
    seen = [(conditions_hold(nodes, *ends(kind)), explicit(f, nodes, kind) is not None) for nodes in instances(kind, 60)]
    assert {admitted for admitted, _ in seen} == {True, False}
    assert all(admitted == written for admitted, written in each(seen))


def test_what_need_not_be_convex_is_smallest_at_the_end_of_a_gradient_step() -> None:
    curved, x = {"smooth": Integer(2)}, sympy.Symbol("x", real=True)
    seen = 0
    for nodes in each(instances(curved, 60)):
        written = explicit(functions("g", smooth=2), nodes, curved)
        if written is not None:
            least, place = min((node.value - node.slope**2 / 4, node.at - node.slope / 2) for node in nodes)
            seen += 1
            assert written.xreplace({x: place}) == least
            assert all(written.xreplace({x: Rational(at, 8)}) >= least for at in each(range(-80, 81)))
    assert seen > 3


def test_a_function_off_the_class_is_turned_down() -> None:
    bowl, node = [Piece(Integer(2), Integer(0), Integer(0), None)], [Node(Integer(1), Integer(2), Integer(1))]
    assert is_of_class(bowl, node, {"convex": True, "smooth": Integer(2)})
    assert not is_of_class(bowl, node, {"convex": True, "smooth": Integer(1)})
    assert not is_of_class(bowl, node, {"convex": True, "lipschitz": Integer(9)})
    assert not is_of_class(bowl, [Node(Integer(1), Integer(2), Integer(0))], {"convex": True})
    assert not is_of_class(bowl, [Node(Integer(1), Integer(3), Integer(1))], {"convex": True})
    kink = [Piece(Integer(0), Integer(-1), Integer(0), Integer(0)), Piece(Integer(0), Integer(1), Integer(0), None)]
    assert is_of_class(kink, [Node(Integer(0), Rational(1, 2), Integer(0))], {"convex": True, "lipschitz": Integer(1)})
    assert not is_of_class(kink, [], {"convex": True, "smooth": Integer(9)})
    assert not is_of_class(kink, [Node(Rational(-1, 2), Integer(0), Rational(1, 2))], {"convex": True})
    torn = [kink[0], Piece(Integer(0), Integer(1), Integer(1), None)]
    assert not is_of_class(torn, [], {"convex": True})


def test_where_only_one_curvature_is_possible_the_function_is_a_parabola() -> None:
    written = explicit(f, [Node(Integer(3), Integer(7), Integer(10))], {"strongly": Integer(2), "smooth": Integer(2)})
    assert written == sympy.Symbol("x", real=True) ** 2 + sympy.Symbol("x", real=True) - 2


def test_a_function_has_no_piece_of_no_length() -> None:
    nodes = [Node(Integer(at), Integer(2 * at), Integer(at**2)) for at in (-1, 0, 1)]
    written = explicit(f, nodes, {"convex": True, "smooth": Integer(2)})
    assert isinstance(written, sympy.Piecewise)
    x = sympy.Symbol("x", real=True)
    assert [branch.expr for branch in written.args] == [-2 * x - 1, x**2, 2 * x - 1]


def test_an_operator_is_straight_between_its_points() -> None:
    (monotone,) = (operators("A", monotone=True),)
    x = sympy.Symbol("x", real=True)
    nodes = [Node(Integer(0), Integer(0), Integer(0)), Node(Integer(2), Integer(1), Integer(0))]
    written = explicit(monotone, nodes, {"monotone": True})
    assert written is not None
    assert [written.xreplace({x: Integer(at)}) for at in (-1, 1, 2, 5)] == [0, Rational(1, 2), 1, 1]
    assert explicit(operators("A", strongly_monotone=1), nodes, {"strongly_monotone": Integer(1)}) is None


OPERATORS: list[dict[str, sympy.Expr | bool]] = [
    {"monotone": True},
    {"strongly_monotone": Rational(1, 2)},
    {"cocoercive": Rational(1, 2)},
    {"lipschitz": Integer(2)},
    {"nonexpansive": True},
    {"lipschitz": Integer(2), "nonexpansive": True},
    {"lipschitz": Rational(1, 2), "nonexpansive": True},
    {"monotone": True, "lipschitz": Integer(2)},
    {"strongly_monotone": Rational(1, 2), "lipschitz": Integer(2)},
    {"strongly_monotone": Rational(1, 2), "cocoercive": Rational(1, 2)},
    {"cocoercive": Rational(1, 4), "lipschitz": Integer(2)},
]


def belong_to(kind: dict[str, sympy.Expr | bool], apart: sympy.Expr, turned: sympy.Expr) -> bool:
    """Whether two points and their values may be those of an operator of the class, by its definition."""
    needed = {
        "monotone": apart * turned >= 0,
        "strongly_monotone": apart * turned >= kind.get("strongly_monotone", 0) * apart**2,
        "cocoercive": apart * turned >= kind.get("cocoercive", 0) * turned**2,
        "lipschitz": abs(turned) <= kind.get("lipschitz", 0) * abs(apart),
        "nonexpansive": abs(turned) <= abs(apart),
    }
    return all(needed[name] for name in kind)


@pytest.mark.parametrize("kind", OPERATORS, ids=str)
def test_there_is_an_operator_exactly_where_each_two_points_admit_one(kind: dict[str, sympy.Expr | bool]) -> None:
    some, x = operators("A", **kind), sympy.Symbol("x", real=True)
    quarters = [Rational(number, 4) for number in (-9, -8, -4, -3, -2, 0, 1, 2, 3, 4, 5, 8, 9, 16, 17)]
    for slopes in each(itertools.product(quarters, repeat=2)):
        values = [Integer(1), 1 + slopes[0], 1 + slopes[0] + 2 * slopes[1]]
        nodes = [Node(Integer(at), value, Integer(0)) for at, value in zip((-1, 0, 2), values, strict=True)]
        written = explicit(some, nodes, kind)
        assert (written is not None) == all(belong_to(kind, Integer(1), slope) for slope in each(slopes))
        if written is not None:
            assert [written.xreplace({x: node.at}) for node in nodes] == values
            flat = kind.get("strongly_monotone", 0)  # beyond the points it is as flat as can be
            assert [written.xreplace({x: Integer(at)}) for at in (-5, 9)] == [values[0] - 4 * flat, values[2] + 7 * flat]
            taken = [(at, written.xreplace({x: at})) for at in map(sympy.sympify, (-5, -1, Rational(-1, 3), 0, 1, 9))]
            assert all(belong_to(kind, b[0] - a[0], b[1] - a[1]) for a, b in each(itertools.combinations(taken, 2)))


def test_an_operator_has_one_value_at_a_point() -> None:
    some, x = operators("A", monotone=True), sympy.Symbol("x", real=True)
    twice, other = [Node(Integer(1), Integer(3), Integer(0))] * 2, Node(Integer(1), Integer(4), Integer(0))
    assert explicit(some, twice, {"monotone": True}) == 3
    assert explicit(some, [*twice, other], {"monotone": True}) is None
    steep = explicit(operators("A", strongly_monotone=2), twice, {"strongly_monotone": Integer(2)})
    assert steep == 2 * x + 1


@pytest.mark.parametrize("bound", [Integer(2), reals("M"), Rational(1, 2)], ids=str)
def test_of_two_bounds_on_the_values_of_an_operator_both_hold(bound: sympy.Expr) -> None:
    start, end = vectors("v w")
    both = operators("T", lipschitz=bound, nonexpansive=True)
    moved, apart = norm(both(start) - both(end)), norm(start - end)
    variables = (both, start, end, *sorted(bound.free_symbols, key=str))
    for claim in (moved <= apart, moved <= bound * apart):
        assert decide(ForAll(variables, then=claim), thorough=False).truth is Truth.TRUE
        assert decide(Exists(variables, then=sympy.Not(claim)), thorough=False).truth is Truth.FALSE
    for claim in (moved <= apart / 3, 3 * moved <= bound * apart):
        assert decide(ForAll(variables, then=claim), thorough=False).truth is Truth.FALSE


def test_a_counterexample_is_a_function_that_is_written_down() -> None:
    a, bound = reals("a M")
    x = vectors("x")
    steep = functions("f", convex=True, lipschitz=bound)
    best = minimizer(steep)
    end = x - a * gradient(steep, x)
    claim = norm(end - best) ** 2 <= norm(x - best) ** 2 - 2 * a * (steep(x) - steep(best))
    decided = decide(ForAll((steep, x, a, bound), given=sympy.And(a > 0, bound > 0), then=claim), thorough=False)
    assert decided.truth is Truth.FALSE
    assert decided.counterexample is not None
    shown = dict(decided.counterexample.values)
    t = sympy.Symbol("t", real=True)
    written = shown["f(t)"]
    assert written.xreplace({t: shown["x"]}) == shown["f(x)"]
    slope = written.xreplace({t: shown["x"] + 1}) - written.xreplace({t: shown["x"]})
    assert abs(slope) <= shown["M"]
