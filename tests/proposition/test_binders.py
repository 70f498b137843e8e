"""Tests of bound variables: renamed apart, plain, and never taken for what an author names."""

from __future__ import annotations

import pytest
import sympy

from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError
from probatum.proposition.binders import renamed_apart
from probatum.proposition.kinds import Equal, ForAll, Orbit
from probatum.proposition.parts import put
from probatum.proposition.reading.sentences import latex_of, words_of
from probatum.proposition.relation import Eq, Ge, Gt
from probatum.proposition.subjects.coercion import integers, reals

x, y, z = reals("x y z")
n, k = integers("n k")
p = sympy.Symbol("p", positive=True)
q = sympy.Symbol("q", negative=True)


def test_a_bound_variable_is_no_free_one_of_the_same_name() -> None:
    apart = renamed_apart(x + sympy.Sum(x, (x, 1, 3)), "here")
    assert put(apart, {x: sympy.Integer(5)}).doit() == 11
    assert put(renamed_apart(sympy.Sum(x * y, (x, 1, 3)), "here"), {y: x}).doit() == 6 * x


@pytest.mark.parametrize("relation", [sympy.Eq, sympy.Ne, sympy.Lt])
def test_a_relation_stays_as_it_is_built(relation: type) -> None:
    apart = renamed_apart(relation(sympy.Sum(k, (k, 1, 3)), 7, evaluate=False), "here")
    assert apart.func is relation
    assert apart.args[1] == 7


def test_each_binder_has_its_own() -> None:
    nested = sympy.Sum(x * sympy.Integral(x, (x, 0, 1)), (x, 1, 3))
    names = {symbol.name for symbol in renamed_apart(nested, "here").atoms(sympy.Symbol)}
    assert names == {"x ", "x  "}
    twice = renamed_apart(sympy.Sum(k, (k, 1, 3), (k, 1, 2)), "here")
    assert [limit[0].name for limit in twice.limits] == ["k ", "k  "]


def test_the_end_of_a_range_may_name_what_is_free() -> None:
    apart = renamed_apart(sympy.Integral(x, (x, 0, x)), "here")
    assert apart.free_symbols == {x}


def test_what_says_the_same_is_the_same() -> None:
    left, right = Equal(sympy.Sum(k, (k, 1, 3)), 6), Equal(sympy.Sum(k, (k, 1, 3)), 6)
    assert left == right
    assert renamed_apart(left.left, "here") == left.left


def test_readers_see_the_author_s_name() -> None:
    statement = Equal(sympy.Sum(k, (k, 1, 3)), 6)
    assert latex_of(statement) == latex_of(sympy.Sum(k, (k, 1, 3))) + " = 6"
    assert words_of(statement) == "Sum(k, (k, 1, 3)) = 6"


@pytest.mark.parametrize(
    ("binder", "kind"),
    [
        (sympy.Sum(x, (x, 1, 3)), "integer"),
        (sympy.Product(x, (x, 1, 3)), "integer"),
        (sympy.Integral(sympy.Symbol("q"), (sympy.Symbol("q"), 0, 1)), "real"),
        (sympy.Limit(1 / n, n, sympy.oo), "integer"),
        (sympy.Limit(1 / x, x, sympy.oo), "real"),
        (sympy.Integral(p, (p, 0, 1)), "real"),
        (sympy.Integral(q, (q, -1, 0)), "real"),
        (sympy.Limit(1 / p, p, 0, "+"), "real"),
        (sympy.Limit(1 / q, q, 0, "-"), "real"),
        (sympy.Limit(1 / p, p, sympy.oo), "real"),
        (sympy.Subs(sympy.Derivative(sympy.Abs(x), x), x, 1), "real"),
    ],
    ids=str,
)
def test_bound_variables_are_plain(binder: sympy.Basic, kind: str) -> None:
    (bound,) = renamed_apart(binder, "here").atoms(sympy.Symbol) - {sympy.Symbol("+"), sympy.Symbol("-")}
    assert bound == sympy.Symbol(bound.name, **{kind: True})


HIDDEN = [
    (sympy.Integral(sympy.Abs(p), (p, -1, 1)), "positive"),
    (sympy.Integral(p, (p, 2, -1)), "positive"),
    (sympy.Integral(sympy.Abs(q), (q, -1, 1)), "negative"),
    (sympy.Limit(sympy.Abs(p) / p, p, 0, "+-"), "positive"),
    (sympy.Limit(sympy.Abs(p), p, 0, "-"), "positive"),
    (sympy.Sum(p, (p, 0, 4)), "positive"),
    (sympy.Integral(sympy.sin(sympy.pi * n) + n, (n, 0, 1)), "integer"),
]


@pytest.mark.parametrize(("binder", "supposed"), HIDDEN, ids=str)
def test_a_hidden_sign_that_the_range_does_not_have_is_refused(binder: sympy.Basic, supposed: str) -> None:
    (bound,) = binder.atoms(sympy.Symbol) - {sympy.Symbol("+-"), sympy.Symbol("-")}
    said = rf"^Equal: got {bound}, bound by {type(binder).__name__}, as a symbol that SymPy supposes {supposed}, which its range is not"
    with pytest.raises(DefinitionError, match=said):
        Equal(binder, 0)


def test_the_solver_s_own_variables_are_no_author_s() -> None:
    """For all y >= 0 and all r > 1000: the root of y is r; a solver that takes its own root for r calls it true."""
    for name in ("root!1", "exp!1", "root"):
        r = sympy.Symbol(name, real=True)
        assert decide(ForAll((y, r), given=(Ge(y, 0), Gt(r, 1000)), then=Eq(sympy.sqrt(y), r))).truth is Truth.FALSE


def test_no_variable_is_named_like_another_s_next_state() -> None:
    primed = sympy.Symbol("x'", real=True)
    with pytest.raises(DefinitionError, match=r"^Orbit: got the state variable x', wanted another name: it is that of the next state$"):
        Orbit((x, primed), (1, 2), (x, primed), then=Gt(x, 0))
    with pytest.raises(DefinitionError, match=r"^ForAll: got the variable x' bound again inside, wanted another name there$"):
        ForAll(primed, then=Orbit(x, 1, x + 1, then=Gt(primed, 0)))
