"""Tests of the chain of reasons: what its links are, and when they compose to the statement."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.authoring.reasoning import composes, links_of
from probatum.errors import DefinitionError
from probatum.proposition.kinds import Equal, ForAll, proposition, reals
from probatum.proposition.relation import RELATIONS, Eq, Ge, Gt, Le, Lt, Ne, Relation
from tests.each import each

x, y = reals("x y")
STATED = ForAll(x, given=Gt(x, 0), then=Lt(x, x + 2))


def test_links_are_taken_under_the_hypotheses_of_the_statement() -> None:
    links = links_of([("because one is positive", Lt(x, x + 1)), Le(x + 1, x + 2), Equal(1, 1)], STATED)
    assert [link.reason for link in links] == ["because one is positive", "", ""]
    assert [type(link.statement) for link in links] == [ForAll, ForAll, Equal]
    assert (links[0].statement.variables, links[0].statement.given) == ((x,), Gt(x, 0))
    assert links_of((), STATED) == ()


def test_a_closed_statement_has_closed_links() -> None:
    link = links_of([Lt(1, 2)], Equal(1, 1))[0]
    assert (link.statement.variables, link.statement.then) == ((), Lt(1, 2))


@pytest.mark.parametrize("entry", [5, "because", ("why", 5), ("why", Lt(x, 1), "more"), True])
def test_what_is_no_link_is_refused(entry: Any) -> None:
    with pytest.raises(
        DefinitionError, match=r"^because=: got .*, wanted a relation, a proposition, or a pair of a reason and one of these$"
    ):
        links_of([entry], STATED)


CHAINS: list[tuple[tuple[Relation, Relation], Relation, bool]] = [
    ((Lt, Le), Lt, True),
    ((Le, Le), Lt, False),
    ((Le, Le), Le, True),
    ((Eq, Le), Le, True),
    ((Eq, Lt), Le, True),
    ((Eq, Eq), Eq, True),
    ((Eq, Le), Eq, False),
    ((Gt, Ge), Gt, True),
    ((Gt, Ge), Ge, True),
    ((Gt, Lt), Lt, False),
    ((Gt, Lt), Gt, False),
    ((Ge, Ge), Lt, False),
    ((Lt, Lt), Ne, True),
    ((Le, Le), Ne, False),
    ((Ne, Ne), Ne, False),
    ((Ne, Eq), Ne, False),
]


@pytest.mark.parametrize(("steps", "whole", "wanted"), CHAINS, ids=str)
def test_a_chain_composes_where_its_relations_imply_the_whole(steps: tuple[Relation, Relation], whole: Relation, wanted: bool) -> None:
    statement = ForAll(x, then=whole(x, x + 2))
    assert composes(links_of([steps[0](x, y), steps[1](y, x + 2)], statement), statement) is wanted


def test_a_chain_whose_terms_do_not_meet_does_not_compose() -> None:
    assert not composes(links_of([Lt(x, x + 1), Lt(x + 3, x + 2)], STATED), STATED)
    assert not composes(links_of([Lt(x, x + 1)], STATED), STATED)
    assert not composes(links_of([Lt(y, x + 2)], STATED), STATED)
    assert not composes((), STATED)
    assert not composes(links_of([Lt(x, x + 2), Equal(1, 1)], STATED), STATED)
    assert not composes(links_of([Lt(1, 2)], Equal(1, 1)), Equal(1, 1))


def test_a_single_link_may_be_the_whole() -> None:
    assert composes(links_of([Lt(x, x + 2)], STATED), STATED)
    closed = proposition(Lt(1, 2), "f()")
    assert composes(links_of([Lt(1, 2)], closed), closed)


def test_every_relation_composes_with_equality_to_itself_or_not_at_all() -> None:
    for relation in each(RELATIONS.values()):
        statement = ForAll(x, then=relation(x, x + 2))
        found = composes(links_of([Eq(x, y), relation(y, x + 2)], statement), statement)
        assert found is (relation is not Ne)
