"""Tests of what is supposed of what stands under a root: that it is at least zero where it is a squared length, and nothing else."""

from __future__ import annotations

import pytest
from sympy import And, Expr, Ge, Le, expand, sqrt

from probatum import ForAll, dot, functions, norm, reals, vectors
from probatum.lowering.problem import minors
from probatum.lowering.vectors.gram import lower
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition

a, b = reals("a b")
f = functions("f", convex=True)
v, w = vectors("v w")
of_v, both, of_w = dot(v, v), dot(v, w), dot(w, w)
LENGTHS = {
    norm(v - 2 * w): of_v - 4 * both + 4 * of_w,
    norm(a * v + b * w): a**2 * of_v + 2 * a * b * both + b**2 * of_w,
    norm(v / a + w): a**2 * of_v + 2 * a**3 * both + a**4 * of_w,  # of the same sign, and with a value at zero
    norm(v / 3 + w) / 2: of_v + 6 * both + 9 * of_w,
}
OTHERS = {
    "product": both,
    "less": of_v - of_w,
    "more": of_v + 2 * both,
    "opposite": -of_v,
    "of unknown sign": a * of_v,
    "beside a number": of_v - 1,
    "beside a value": of_v + f(v),
    "the square of a product": both**2 - of_v,
    "of two": of_v + of_w - 4 * both,
}


def supposed(root: Expr) -> set[Condition]:
    """What is said of inner products beside that their matrix has no negative minors."""
    problem = lower(ForAll((f, v, w, a, b), then=And(Le(root, norm(v) + norm(w)), f(v) >= f(w), both <= 1)))
    own = {Ge(minor, 0) for minor in minors(problem.gram)}
    gram = {of: problem.gram[i, j] for of, i, j in ((of_v, 0, 0), (both, 0, 1), (of_w, 1, 1))}
    back = {symbol: of for of, symbol in gram.items()}
    said = {part.xreplace(back) for part in conjuncts(problem.in_inner_products().given) if part not in own and part.func is Ge}
    return {part.lhs for part in said if part.rhs == 0 and part.has(of_v, both, of_w) and not part.has(f)}


@pytest.mark.parametrize("length", LENGTHS, ids=str)
def test_a_squared_length_is_at_least_zero(length: Expr) -> None:
    positive = {expand(said).primitive()[1] for said in supposed(length)}
    assert LENGTHS[length] in positive


@pytest.mark.parametrize("name", OTHERS)
def test_nothing_is_supposed_of_another_number(name: str) -> None:
    assert not {expand(said) for said in supposed(sqrt(OTHERS[name]))} & {expand(OTHERS[name]), expand(OTHERS[name] * a)}
