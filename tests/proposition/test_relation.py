"""Tests of the six relations: nothing is evaluated away, and each has its opposite."""

from __future__ import annotations

import pytest
import sympy

from probatum.errors import DefinitionError, ExactnessError
from probatum.proposition.relation import RELATIONS, Eq, Ge, Gt, Le, Lt, Ne, Relation

x = sympy.Symbol("x", real=True)
positive = sympy.Symbol("p", positive=True)


@pytest.mark.parametrize("relation", RELATIONS.values(), ids=str)
def test_a_relation_is_not_evaluated_away(relation: Relation) -> None:
    for left, right in [(x, x), (positive, 0), (1, 2)]:
        made = relation(left, right)
        assert (made.lhs, made.rhs) == (left, right)
        assert isinstance(made, relation.kind)


@pytest.mark.parametrize(("relation", "other"), [(Lt, Gt), (Le, Ge), (Gt, Lt), (Ge, Le), (Eq, Ne), (Ne, Eq)])
def test_each_relation_has_its_reverse(relation: Relation, other: Relation) -> None:
    assert relation.reversed is other
    assert relation.reversed.reversed is relation


def test_a_float_in_a_relation_is_refused_by_the_relations_name() -> None:
    with pytest.raises(ExactnessError, match=r"^Lt: got the float 0\.5, wanted an exact number: write it as printed, '0\.5'$"):
        Lt(x, 0.5)


def test_a_relation_is_never_evaluated_and_may_say_so() -> None:
    assert Lt(1, 2, evaluate=False) == Lt(1, 2)
    with pytest.raises(DefinitionError, match="Lt: got evaluate=True, wanted none"):
        Lt(1, 2, evaluate=True)
