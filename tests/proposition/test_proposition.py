"""Tests of propositions: what is well formed, what is refused, and what is bound in them."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import sympy
from hypothesis import strategies as st

import probatum
from probatum.errors import DefinitionError, EvaluatedError, ExactnessError
from probatum.proposition import relation
from probatum.proposition.kinds import All, AlmostAll, Equal, Exists, ForAll, Multiset, Orbit, Rounded, proposition
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.parts import conjuncts, free_symbols, rewrite, subpropositions, substitute, unchecked, with_parts, without_hints
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.complex_numbers import complexes
from probatum.proposition.subjects.domains import vectors
from probatum.proposition.subjects.property import Property
from probatum.proposition.subjects.random import noise

x, y, z = reals("x y z")
n = integers("n")


def test_variables_are_real_or_integer() -> None:
    assert (x.is_real, x.is_integer, n.is_integer) == (True, None, True)
    assert x.is_positive is None, "a sign belongs in given="
    assert reals("a") == sympy.Symbol("a", real=True)


@pytest.mark.parametrize("make", [reals, integers, complexes, vectors, partial(noise, spread=1)])
def test_names_are_split_by_blanks_and_commas(make: Any) -> None:
    spoken = [getattr(each, "words", None) or each.name for each in make("a, b  c,d")]
    assert spoken == ["a", "b", "c", "d"]
    assert not isinstance(make("a"), tuple)


@pytest.mark.parametrize("make", [reals, integers, complexes, vectors, partial(noise, spread=1)])
@pytest.mark.parametrize("names", ["", " ", ",", 3, None, ()])
def test_what_names_nothing_is_refused(make: Any, names: Any) -> None:
    where = getattr(make, "func", make).__name__
    with pytest.raises(DefinitionError, match=rf"^{where}: got {re.escape(repr(names))}, wanted names split by blanks, such as 'x y'$"):
        make(names)


def test_several_real_variables_may_have_one_name() -> None:
    listed: Any = ("x1", "x2", "x3")
    assert reals("x1:4") == reals("x1 x2 x3") == reals(listed)


def test_the_next_state_is_another_variable_of_the_same_kind() -> None:
    assert after(x).name == "x'"
    assert after(x) != x
    assert after(n).is_integer


@pytest.mark.parametrize("kind", [ForAll, Exists, AlmostAll])
def test_hypotheses_may_be_a_relation_or_several(kind: Any) -> None:
    wanted = sympy.And(x > 0, y > 0)
    assert kind((x, y), given=wanted, then=x < y).given == wanted
    assert kind([x, y], given=(x > 0, y > 0), then=x < y).given == wanted
    assert kind(x, then=x < 1).given == sympy.true
    assert kind(x, then=x < 1).variables == (x,)


TRUTH_VALUE = "got the truth value {}, wanted a relation: `and`, `==` and chained comparisons give truth values"


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (lambda: ForAll(x, then=x == 1), "ForAll: then=: " + TRUTH_VALUE.format("False")),
        (lambda: ForAll(x, then=x != 1), "ForAll: then=: " + TRUTH_VALUE.format("True")),
        (lambda: Exists(x, then=sympy.Eq(x, x)), "Exists: then=: " + TRUTH_VALUE.format("True")),
        (lambda: proposition(1 < 2, "f()"), "f(): " + TRUTH_VALUE.format("True")),
        (lambda: Orbit(x, 1, x, then=True), "Orbit: then=: " + TRUTH_VALUE.format("True")),
        (lambda: Orbit(x, 1, x, then=x > 0, invariant=True), "Orbit: invariant=: " + TRUTH_VALUE.format("True")),
        (lambda: Equal(x == 1, True), "Equal: got the truth value False on the left, wanted an expression, matrix, tuple or multiset"),
        (lambda: Equal(x, sympy.true), "Equal: got the truth value True on the right, wanted an expression"),
        (lambda: All(x > 0, x == 1), "All: " + TRUTH_VALUE.format("False")),
    ],
)
def test_a_truth_value_is_no_relation(make: Callable[[], Any], wanted: str) -> None:
    with pytest.raises(EvaluatedError) as caught:
        make()
    assert str(caught.value).startswith(wanted)


@pytest.mark.parametrize("given", [x != 0, x == 0], ids=["x != 0", "x == 0"])
@pytest.mark.parametrize("kind", [ForAll, Exists, AlmostAll])
def test_a_truth_value_is_no_hypothesis(kind: Any, given: Any) -> None:
    with pytest.raises(EvaluatedError, match="given=: got the truth value"):
        kind(x, given=given, then=x**2 > 0)


def test_python_asks_sympy_for_truth_values_at_once() -> None:
    """These raise before Probatum sees anything; the finding adds a hint."""
    with pytest.raises(TypeError, match="truth value"):
        ForAll(x, then=0 < x < 1)
    with pytest.raises(TypeError, match="truth value"):
        ForAll(x, then=x > 0 and x < 1)


@pytest.mark.parametrize(
    ("make", "wanted"),
    [
        (lambda: ForAll(x, then=x + 1), "ForAll: then=: got Add 'x + 1', wanted a relation or a proposition"),
        (lambda: ForAll(x, then=x), "ForAll: then=: got Symbol 'x', wanted a relation or a proposition"),
        (lambda: ForAll(x, then=None), "ForAll: then=: got NoneType 'None', wanted a relation or a proposition"),
        (lambda: ForAll(x, given="x > 0", then=x > 0), "ForAll: given=: got str 'x > 0', wanted a relation or a proposition"),
        (
            lambda: ForAll(x, given=Exists(y, then=x < y), then=x > 0),
            "ForAll: given=: got a proposition, Exists, wanted a condition: put its variables in front, "
            "ForAll((x, y), given=..., then=...): what follows from one of them follows from each",
        ),
        (
            lambda: ForAll(x, given=[x > 0, ForAll(y, then=x < y**2)], then=x > 0),
            "ForAll: given=: got a proposition, ForAll, wanted a condition: say that what follows is so or one breaks it, "
            "then=Any(..., Exists(y, then=Not(...)))",
        ),
        (lambda: ForAll(x, given=Equal(x, 1), then=x > 0), "ForAll: given=: got a proposition, Equal, wanted a condition: Eq(a, b)"),
        (
            lambda: Exists(x, given=Orbit(x, 1, x, then=x > 0), then=x > 0),
            "Exists: given=: got a proposition, Orbit, wanted a condition: And(...), ",
        ),
        (lambda: ForAll(("x",), then=x > 0), "ForAll: got 'x' as a variable, wanted one made by reals(...) or integers(...)"),
        (lambda: ForAll(sympy.Symbol("c"), then=x > 0), "ForAll: got c as a variable, wanted one made by reals(...) or integers(...)"),
        (lambda: ForAll((x, x), then=x > 0), "ForAll: got the variables (x, x), wanted each once"),
        (lambda: ForAll(x, then=Property({"k": st.none()}, bool, "says")), "ForAll: got a Property as then=, wanted a relation"),
        (
            lambda: AlmostAll(x, then=Exists(y, then=x < y)),
            "AlmostAll: got Exists as then=, wanted a relation or relations joined by And, Or",
        ),
        (lambda: Orbit((x, y), 1, x, then=x > 0), "Orbit: got 2 state variables, 1 start values, 1 steps, wanted as many"),
        (lambda: Orbit((x, x), (1, 1), (x, x), then=x > 0), "Orbit: got the variables (x, x), wanted each once"),
        (lambda: All([]), "All: got no parts, wanted at least one proposition"),
        (lambda: All(1), "All: got int '1', wanted a relation or a proposition"),
        (lambda: Property({}, bool, "says"), "Property: got {} as strategies, wanted a mapping of argument names to strategies"),
        (lambda: Property({"k": st.none()}, 5, "says"), "Property: got 5 as predicate, wanted a function"),  # type: ignore[arg-type]
        (lambda: Property({"k": st.none()}, bool, "says", 0), "Property: got examples=0, wanted an integer from 1 to 100000"),
        (lambda: proposition("x", "f()"), "f(): got str 'x', wanted a relation or a proposition"),
    ],
)
def test_what_is_malformed_is_refused(make: Callable[[], Any], wanted: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        make()
    assert str(caught.value).startswith(wanted)


@pytest.mark.parametrize(
    ("place", "make"),
    [
        ("Equal", lambda: Equal(0.5, 1)),
        ("Rounded", lambda: Rounded(0.5 * x, Printed("0.5"))),
        ("digits", lambda: Rounded(x, Printed("a half"))),
        ("given", lambda: ForAll(x, given=x > 0.5, then=x > 0)),
        ("then", lambda: ForAll(x, then=x > 0.5)),
        ("start", lambda: Orbit(x, 0.5, x, then=x > 0)),
        ("step", lambda: Orbit(x, 1, 0.5 * x, then=x > 0)),
        ("Multiset", lambda: Multiset((1, 0.5))),
    ],
)
def test_a_float_is_refused_where_it_enters(place: str, make: Callable[[], Any]) -> None:
    with pytest.raises(ExactnessError, match=r"got (the float 0\.50*|'a half')") as caught:
        make()
    assert place in str(caught.value) or place == "digits"


def test_a_variable_bound_again_inside_is_refused() -> None:
    for inner in (Exists(x, then=x > 0), Orbit(x, 1, x / 2, then=x > 0), ForAll(y, then=Exists(x, then=x > y)), All(Exists(x, then=x > 0))):
        with pytest.raises(DefinitionError, match=r"^ForAll: got the variable x bound again inside, wanted another name there$"):
            ForAll(x, then=inner)


def test_two_variables_of_one_name_are_refused() -> None:
    with pytest.raises(DefinitionError):
        ForAll((x, sympy.Symbol("x", real=True, positive=True)), then=x > 0)


@pytest.mark.parametrize("assumption", ["positive", "nonzero", "even", "prime"])
def test_a_variable_with_more_assumptions_is_refused(assumption: str) -> None:
    with pytest.raises(DefinitionError, match="wanted one made by reals"):
        ForAll(sympy.Symbol("p", real=True, **{assumption: True}), then=x > 0)


def test_the_same_variable_may_be_bound_side_by_side() -> None:
    made = All(ForAll(x, then=x**2 >= x), ForAll(x, then=x**2 <= x))
    assert free_symbols(made) == set()


@pytest.mark.parametrize(
    ("statement", "free"),
    [
        (ForAll(x, given=x > y, then=x > z), {y, z}),
        (Exists((x, y), then=x < y), set()),
        (ForAll(x, then=Exists(y, then=relation.Lt(x, y + z))), {z}),
        (Orbit(x, y, x / 2, then=after(x) < x), {y}),
        (Orbit(x, x, x / 2, then=after(x) < z), {x, z}),
        (Orbit(x, 1, x / 2, then=x > 0, invariant=x < y), {y}),
        (All(Equal(x, 1), Rounded(y, Printed("1.0"))), {x, y}),
        (Equal(Multiset((x, 1)), (1, y)), {x, y}),
        (Equal(sympy.Matrix([[x]]), sympy.Matrix([[1]])), {x}),
        (Equal(sympy.Limit(x * y, x, 0), 0), {y}),
        (Property({"k": st.none()}, bool, "says"), set()),
    ],
)
def test_free_variables_are_those_that_nothing_binds(statement: Any, free: set[Any]) -> None:
    assert free_symbols(statement) == free


def test_substitution_reaches_every_part_and_keeps_what_is_built() -> None:
    inner = Exists(y, given=y > x, then=relation.Eq(y, x + 1))
    assert substitute(inner, {x: sympy.Integer(2)}).then == relation.Eq(y, 3)
    parts = All(Equal(x, 1, r"\lambda"), Rounded(x, Printed("1.0")), Orbit(z, x, z * x, then=after(z) > x), Equal(Multiset((x,)), (1,)))
    put = substitute(parts, {x: sympy.Integer(1)})
    assert (put.parts[0].left, put.parts[0].called, put.parts[1].expression) == (1, r"\lambda", 1)
    assert (put.parts[2].start, put.parts[2].step, put.parts[3].left) == ((1,), (z,), Multiset((1,)))
    assert substitute(inner, {}) is inner
    property_ = Property({"k": st.none()}, bool, "says")
    assert rewrite(property_, lambda expression: expression + 1) is property_


def test_values_are_put_in_all_at_once() -> None:
    assert substitute(Equal(x, y), {x: y, y: x}) == Equal(y, x)


def test_a_bare_relation_is_a_closed_statement() -> None:
    made = proposition(relation.Lt(1, 2), "f()")
    assert isinstance(made, ForAll)
    assert (made.variables, made.then) == ((), relation.Lt(1, 2))
    assert proposition(made, "f()") is made


def test_parts_are_listed_in_a_fixed_order() -> None:
    assert conjuncts(sympy.true) == ()
    assert conjuncts(x > 0) == (x > 0,)
    assert conjuncts(sympy.And(y > 0, x > 0)) == conjuncts(sympy.And(x > 0, y > 0))
    inner = Exists(y, then=x < y)
    assert [type(part) for part in subpropositions(All(ForAll(x, then=inner), Equal(1, 1)))] == [All, ForAll, Exists, Equal]


def test_printed_digits_are_kept() -> None:
    assert Rounded(x, "67.380").digits.text == "67.380"  # type: ignore[arg-type]
    digits = Printed("0.5")
    assert Rounded(x, digits).digits is digits


def test_multisets_count_and_sets_do_not() -> None:
    assert Equal(Multiset((1, 1)), (1, 1)).left.elements == (1, 1)
    assert sympy.FiniteSet(1, 1) == sympy.FiniteSet(1)
    assert Multiset((x, 2)).free_symbols == {x}
    assert Multiset(()).free_symbols == set()


HINTED = ForAll((n, x), given=x > 0, then=n**2 + x > 0, invariant=n + x > 0, certificate={"claim": x, x > 0: 2})
BARE = ForAll((n, x), given=x > 0, then=n**2 + x > 0)


def test_hints_stay_with_what_is_changed() -> None:
    moved = with_parts(HINTED, then=n**2 + x >= 0)
    assert (moved.invariant, moved.certificate) == (n + x > 0, {"claim": x, x > 0: 2})
    there = substitute(HINTED, {x: y})
    assert (there.then, there.invariant, there.certificate) == (n**2 + y > 0, n + y > 0, {"claim": y, y > 0: 2})
    assert pickle.loads(pickle.dumps(HINTED)) == HINTED


def test_hints_tell_statements_apart_and_are_taken_off_by_name() -> None:
    assert HINTED != BARE
    assert without_hints(HINTED) == BARE
    assert hash(without_hints(HINTED)) == hash(BARE)
    assert len({HINTED, BARE, with_parts(HINTED)}) == 2
    assert without_hints(HINTED).then is HINTED.then
    orbit = Orbit(x, 1, x / 2, then=x > 0, invariant=x > 0)
    assert without_hints(orbit).invariant == orbit.invariant, "an iteration's is a part of it"


def test_nothing_said_of_a_hint_is_none() -> None:
    made = unchecked(ForAll, variables=(x,), given=sympy.true, then=x > 0)
    assert (made.certificate, made.invariant) == (None, None)
    assert made == ForAll(x, then=x > 0)


@pytest.mark.parametrize(
    "made",
    [
        lambda: reals("x x"),
        lambda: integers("n, n"),
        lambda: reals("x1:3 x1"),
        lambda: reals("a b b"),
        lambda: probatum.vectors("x y x"),
        lambda: probatum.functions("f f", convex=True),
        lambda: probatum.random("X X"),
        lambda: probatum.features("u u", of=3),
        lambda: probatum.noise("u u", spread=1),
        lambda: probatum.complexes("z z"),
    ],
    ids=["reals", "integers", "ranges", "texts", "vectors", "functions", "random", "features", "noise", "complexes"],
)
def test_a_name_that_stands_twice_is_refused(made: Any) -> None:
    with pytest.raises(DefinitionError, match=r"got the name '\w+' twice, wanted each once"):
        made()


def test_a_variable_of_the_same_name_is_not_bound_inside() -> None:
    with pytest.raises(DefinitionError, match="got the variable n bound again inside"):
        ForAll(reals("n"), then=ForAll(integers("n"), then=integers("n") > 1))
