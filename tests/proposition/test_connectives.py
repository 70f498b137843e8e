"""Tests of connectives by those that every decider reads, and of joined propositions as hypotheses."""

from __future__ import annotations

from itertools import product

import pytest
import sympy
from sympy import ITE, And, Eq, Equivalent, Ge, Gt, Le, Lt, Ne, Not, Or, Xor

from probatum import All, Any, AtLeast, AtMost, Exactly, Exists, ForAll, Iff, Orbit, integers, reals
from probatum.decide.deciding import decide
from probatum.decision import Truth
from probatum.errors import DefinitionError, EvaluatedError
from probatum.proposition.connectives import in_basic_connectives
from tests.each import each

x, y, z = reals("x y z")
n, k = integers("n k")
NAMES = reals("a b c d")
A, B, C, D = (Gt(name, 0) for name in NAMES)
BY = And, Or, Not, sympy.Implies
INVERSE = Gt(1 / x, 0, evaluate=False)


@pytest.mark.parametrize(
    "condition",
    [
        Equivalent(A, B),
        Equivalent(A, B, C),
        Xor(A, B),
        Xor(A, B, C, D),
        ITE(A, B, C),
        And(Equivalent(A, B), Or(C, Xor(A, D))),
        Not(Equivalent(A, Xor(B, C))),
    ],
    ids=str,
)
def test_a_connective_says_the_same_by_others(condition: sympy.Basic) -> None:
    basic = in_basic_connectives(condition)
    joining = [part for part in sympy.preorder_traversal(basic) if isinstance(part, sympy.logic.boolalg.BooleanFunction)]
    assert all(isinstance(part, BY) for part in each(joining))
    for values in each(list(product([-1, 1], repeat=4))):
        point = dict(zip(NAMES, values, strict=True))
        assert basic.subs(point) == condition.subs(point)


def test_what_has_no_other_connective_stays_as_it_is() -> None:
    kept = And(Gt(x / x, 0, evaluate=False), Or(A, Not(And(B, C))))
    assert in_basic_connectives(kept) is kept
    assert in_basic_connectives(A) is A


TRUTHS = [
    (Truth.TRUE, ForAll((x, y), given=Iff(y > 0, x > 0), then=Ge(x * y, 0))),
    (Truth.FALSE, ForAll((x, y), given=Iff(y > 0, x > 0), then=Gt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=[Iff(y > 0, x > 0), Ne(x * y, 0)], then=Gt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=All(Iff(y > 0, x > 0), Ne(x * y, 0)), then=Gt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=Iff(y > 0, INVERSE), then=Ne(x, 0))),
    (Truth.FALSE, ForAll((x, y), given=Iff(y > 0, INVERSE), then=Ne(y, 0))),
    (Truth.TRUE, ForAll((x, y), given=Exactly(1, y > 0, x > 0), then=Le(x * y, 0))),
    (Truth.FALSE, ForAll((x, y), given=Exactly(1, y > 0, x > 0), then=Lt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=AtLeast(1, y > 0, x > 0), then=Gt(sympy.Max(x, y), 0))),
    (Truth.FALSE, ForAll((x, y), given=AtMost(1, y > 0, x > 0), then=Gt(sympy.Max(x, y), 0))),
    (Truth.TRUE, ForAll((x, y), given=Any(y > 0, x > 0), then=Gt(sympy.Max(x, y), 0))),
    (Truth.FALSE, ForAll((x, y), given=Any(y > 0, x > 0), then=Gt(x + y, 0))),
    (Truth.TRUE, ForAll((x, y), given=Iff(And(x > 0, y > 0), x > 1), then=Or(Le(x, 1), Gt(y, 0)))),
    (Truth.FALSE, ForAll((x, y), given=Iff(And(x > 0, y > 0), x > 1), then=Or(Le(x, 0), Gt(y, 0)))),
    (Truth.TRUE, ForAll((x, y), given=Iff(Any(x > 0, y > 0), x > 1), then=Or(Le(x, 0), Gt(x, 1)))),
    (Truth.TRUE, ForAll((n, k), given=Iff(n > k, n > 0), then=Or(Le(n, 0), Lt(k, n)))),
    (Truth.TRUE, Exists((x, y), given=Iff(y > 0, x > 0), then=Gt(x * y, 0))),
    (Truth.FALSE, Exists((x, y), given=Iff(y > 0, x > 0), then=Lt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=Equivalent(y > 0, x > 0), then=Ge(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=Xor(y > 0, x > 0), then=Le(x * y, 0))),
    (Truth.FALSE, ForAll((x, y), given=Xor(y > 0, x > 0), then=Lt(x * y, 0))),
    (Truth.TRUE, ForAll((x, y), given=ITE(y > 0, x > 0, x <= 0), then=Ge(x * y, 0))),
    (Truth.TRUE, ForAll(x, then=Equivalent(Gt(x**3, 0), x > 0))),
    (Truth.FALSE, ForAll(x, then=Equivalent(Gt(x**2, 0), x > 0))),
]


@pytest.mark.parametrize(("truth", "statement"), TRUTHS)
def test_what_is_joined_can_be_supposed(truth: Truth, statement: ForAll) -> None:
    assert decide(statement).truth is truth


def test_a_hypothesis_on_a_step_may_be_joined() -> None:
    orbit = Orbit(x, 1, x / 2, then=x > 0, given=Iff(x > 0, x >= 0))
    assert isinstance(orbit.given, And)


SAME = "of all numbers, wanted one that says something of them"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Iff(INVERSE, INVERSE), f"ForAll: given=: got Iff of what SymPy takes for true {SAME}"),
        (Iff(x > 0, x <= 0), f"ForAll: given=: got Iff of what SymPy takes for false {SAME}"),
    ],
)
def test_what_says_nothing_of_numbers_is_refused(given: Iff, said: str) -> None:
    with pytest.raises(EvaluatedError) as refused:
        ForAll((x, y), given=given, then=x > 0)
    assert str(refused.value) == said


OWN = [
    Iff(y > 0, Exists(z, then=x * z > 0)),
    All(x > 0, ForAll(z, then=Eq(z, z + x))),
    Any(x > 0, ForAll((), given=y > 0, then=z > 0)),
]


@pytest.mark.parametrize("given", OWN)
def test_what_speaks_of_variables_of_its_own_is_refused(given: Iff) -> None:
    kind = type(given).__name__
    with pytest.raises(DefinitionError, match=rf"got a proposition, {kind}, wanted a condition: And\(...\), Or\(...\), Not"):
        ForAll((x, y), given=given, then=x > 0)
