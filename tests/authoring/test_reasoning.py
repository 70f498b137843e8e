"""Tests of the chain of reasons: what its links are, and when they compose to the statement."""

from __future__ import annotations

from typing import Any

import pytest
import sympy

from probatum.authoring.reasoning import composes, links_of, reasons_of
from probatum.errors import DefinitionError
from probatum.proposition.kinds import Equal, Exists, ForAll, proposition
from probatum.proposition.relation import RELATIONS, Eq, Ge, Gt, Le, Lt, Ne, Relation
from probatum.proposition.subjects.coercion import reals
from tests.each import each

x, y = reals("x y")
STATED = ForAll(x, given=Gt(x, 0), then=Lt(x, x + 2))


def test_links_are_taken_under_the_hypotheses_of_the_statement() -> None:
    links = links_of([("because one is positive", Lt(x, x + 1)), ("again", Le(x + 1, x + 2)), ("so", Equal(1, 1))], STATED)
    assert [link.reason for link in links] == ["because one is positive", "again", "so"]
    assert [type(link.statement) for link in links] == [ForAll, ForAll, Equal]
    assert (links[0].statement.variables, links[0].statement.given) == ((x,), Gt(x, 0))
    assert links_of((), STATED) == ()


def test_a_proposition_that_speaks_of_the_statements_variables_is_taken_under_its_hypotheses() -> None:
    free, equal, closed, own = links_of(
        [
            ("a root", Exists(y, then=Eq(y**2, x))),
            ("the same", Equal(x + 1, 1 + x)),
            ("none of x", Exists(y, then=Eq(y**2, 2))),
            ("of another x", ForAll(x, then=Ge(x**2, 0))),
        ],
        STATED,
    )
    for link in (free, equal):
        assert (link.statement.variables, link.statement.given, link.statement.then) == ((x,), Gt(x, 0), link.step)
    for link in (closed, own):
        assert link.statement == link.step


@pytest.mark.parametrize(
    "step",
    [sympy.And(Lt(x, 1), Gt(x, -1)), sympy.Or(Lt(x, 1), Gt(x, 2)), sympy.Implies(Lt(x, 1), Lt(x, 2)), sympy.Not(Eq(x, 1), evaluate=False)],
    ids=str,
)
def test_joined_relations_are_taken_under_the_hypotheses_too(step: Any) -> None:
    (link,) = links_of([("so", step)], STATED)
    assert link.statement == ForAll(x, given=Gt(x, 0), then=step)
    assert not composes([link], STATED)


def test_a_closed_statement_has_closed_links() -> None:
    link = links_of([("so", Lt(1, 2))], Equal(1, 1))[0]
    assert (link.statement.variables, link.statement.then) == ((), Lt(1, 2))


WANTED = r', wanted pairs of words and a relation or proposition: yield "why", relation$'


@pytest.mark.parametrize(
    "entry", [5, "because", ("why", 5), ("why", sympy.true), ("why", x), ("why", Lt(x, 1), "more"), (Lt(x, 1), "why"), Lt(x, 1), True]
)
def test_what_is_no_link_is_refused(entry: Any) -> None:
    with pytest.raises(DefinitionError, match=f"^because: got .*{WANTED}"):
        links_of([entry], STATED)


@pytest.mark.parametrize("words", ["", " ", "$"])
def test_a_link_says_why(words: str) -> None:
    with pytest.raises(DefinitionError, match=r"^because: words: got "):
        links_of([(words, Lt(x, 1))], STATED)


def some(rate: Any) -> Any:
    """Reasons of one of the facts."""
    yield "at this rate", Lt(x, rate)


def none() -> Any:
    """No reasons."""
    yield from ()


def no_pairs() -> Any:
    """What is no pair."""
    yield Lt(x, 1)


def returned() -> Any:
    """What is no generator."""
    return Lt(x, 1)


def test_reasons_take_the_facts_that_they_name() -> None:
    (link,) = reasons_of(some, {"rate": 3, "start": 4}, STATED)
    assert (link.reason, link.step) == ("at this rate", Lt(x, 3))


@pytest.mark.parametrize(
    ("function", "wanted"),
    [
        (some, "^because: got the parameter 'rate', wanted facts of the claim: start$"),
        (none, f"^because: got no reason{WANTED}"),
        (no_pairs, f"^because: got x < 1{WANTED}"),
        (returned, f"^because: got x < 1{WANTED}"),
    ],
)
def test_reasons_that_yield_no_pairs_are_named_by_their_line(function: Any, wanted: str) -> None:
    with pytest.raises(DefinitionError, match=wanted) as caught:
        reasons_of(function, {"start": 4}, STATED)
    assert caught.value.place == (__file__, function.__code__.co_firstlineno)


def chain(*steps: Any) -> Any:
    """Links of these steps."""
    return links_of([("so", step) for step in steps], STATED)


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
    assert composes(chain(steps[0](x, y), steps[1](y, x + 2)), statement) is wanted


def test_a_chain_whose_terms_do_not_meet_does_not_compose() -> None:
    assert not composes(chain(Lt(x, x + 1), Lt(x + 3, x + 2)), STATED)
    assert not composes(chain(Lt(x, x + 1)), STATED)
    assert not composes(chain(Lt(y, x + 2)), STATED)
    assert not composes((), STATED)
    assert not composes(chain(Lt(x, x + 2), Equal(1, 1)), STATED)
    assert not composes(chain(Lt(1, 2)), Equal(1, 1))


def test_a_single_link_may_be_the_whole() -> None:
    assert composes(chain(Lt(x, x + 2)), STATED)
    closed = proposition(Lt(1, 2), "f()")
    assert composes(chain(Lt(1, 2)), closed)


def test_every_relation_composes_with_equality_to_itself_or_not_at_all() -> None:
    for relation in each(RELATIONS.values()):
        statement = ForAll(x, then=relation(x, x + 2))
        found = composes(chain(Eq(x, y), relation(y, x + 2)), statement)
        assert found is (relation is not Ne)
