"""Tells whether some part of a correction says something of what the claim compares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import sympy
from sympy.logic.boolalg import Boolean

from probatum.judge.substance.any_sides import ANYHOW, anyhow
from probatum.judge.substance.by_sign import supposes_it
from probatum.judge.substance.circularity import respelled, supposes_otherwise
from probatum.judge.substance.denial import says_no_more, whole
from probatum.judge.substance.idle import idle
from probatum.judge.substance.plainness import weight
from probatum.judge.substance.relevance import bears
from probatum.judge.substance.respelled import Supposing
from probatum.judge.substance.whatever_terms import whatever_terms
from probatum.proposition.canonical import normal, renamings
from probatum.proposition.evaluated import plain
from probatum.proposition.hollow import LOOSER, SAME_PARTS, SUPPOSED, weakened
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import All, ForAll, Iff, Orbit, for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Statement

NOT_ABOUT = (
    "got a statement that has no expression in common with the claim, wanted one about what the "
    "claim compares"
)
ANOTHER_VALUE = (
    "got that two numbers are not equal, of which the claim says that one is another, wanted what "
    "the value is instead"
)


MOST_CASES = 4  # of which one must be so, that are looked at one by one


class Lack(NamedTuple):
    """Why a part is beside the point: an error of its author's, or that it says nothing."""

    error: str = ""
    hollow: str = ""


def parts_of(statement: Statement) -> Iterator[Statement]:
    """What is said of the same variables one by one, each of which must be so."""
    match statement:
        case All():
            for part in statement.parts:
                yield from parts_of(part)
        case sympy.And():
            for part in conjuncts(statement):
                yield from parts_of(part)
        case ForAll():
            for part in parts_of(statement.then):
                yield for_all(statement.variables, statement.given, part)
        case _:
            yield statement


def to_the_point(correction: Statement, statement: Statement) -> Statement | None:
    """The first part of a correction that says something of the claim; None where none does."""
    found = (part for part in parts_of(correction) if lacking(part, statement) == Lack())
    return next(found, None)


def beside_the_point(correction: Statement, statement: Statement) -> Lack:
    """What the first part lacks that is about the claim, or the first, where each part lacks
    something; or all of them together do.
    """
    lacks = [lacking(part, statement) for part in parts_of(correction)]
    if Lack() in lacks:
        together = isinstance(correction, ForAll) and len(lacks) > 1
        supposes = together and _supposes(correction, statement)
        return Lack(hollow=SUPPOSED) if supposes else Lack()
    about = (lack for lack in lacks if lack.error != NOT_ABOUT)
    return next(about, lacks[0])


def lacking(part: Statement, statement: Statement) -> Lack:
    """What a part of a correction lacks."""
    essential = _without_what_is_beside(part, statement)
    if essential is None or not bears(essential, statement):
        return Lack(error=NOT_ABOUT)
    if _is_another_value(essential, statement):
        return Lack(error=ANOTHER_VALUE)
    if why := says_no_more(essential, statement):
        return Lack(error=why)
    if weakened(essential):
        return Lack(hollow=LOOSER)
    if _supposes(essential, statement):
        return Lack(hollow=SUPPOSED)
    if (
        anyhow(essential, statement)
        or whatever_terms(essential, statement)
        or _is_of_any_state(essential)
    ):
        return Lack(hollow=ANYHOW)
    return Lack(hollow=SAME_PARTS if _says_it_twice(essential, statement) else idle(essential))


def _without_what_is_beside(part: Statement, statement: Statement) -> Statement | None:
    """Of several relations one of which must be so, those that are about the claim, where the
    others are not so; None where these are always so.
    """
    then = getattr(part, "then", None)
    if not isinstance(part, ForAll) or not isinstance(then, Boolean):
        return part
    cases = sympy.Or.make_args(sympy.to_nnf(plain(then), simplify=False))
    about = [each for each in cases if bears(for_all(part.variables, sympy.true, each), statement)]
    others = [each for each in cases if each not in about]
    if not about or not others:  # by what it supposes it may be about the claim as well
        return part
    if Supposing(part.variables, plain(part.given)).follows(sympy.true, sympy.Or(*others)):
        return None
    left = sympy.And(part.given, *map(sympy.Not, others))
    return for_all(part.variables, left, sympy.Or(*about))


def _is_another_value(part: Statement, statement: Statement) -> bool:
    """Whether it is that two numbers are unequal, where the claim is that two are equal."""
    said, claimed = (condition_of(plain(each)) for each in (part, statement))
    return (
        isinstance(said, sympy.Unequality)
        and isinstance(claimed, sympy.Equality)
        and not said.free_symbols
        and not claimed.free_symbols
    )


def _supposes(part: Statement, statement: Statement) -> bool:
    """Whether it supposes what it concludes, in other terms; the claim's hypotheses are its own."""
    if supposes_it(part) or supposes_otherwise(plain(part)):
        return True
    said, claimed = whole(plain(part)), whole(plain(statement))
    if said is None:
        return False
    ways = [*_one_by_one(said, claimed)]
    return any(map(all, ([_respells(each, claimed) for each in way] for way in ways if way)))


def _one_by_one(said: ForAll, claimed: ForAll | None) -> Iterator[list[ForAll]]:
    """What is said; and where one of several relations must be so, each that the claim says, or
    else each, where the others are not, if these are heavier: of n^2 mod 4 it may be said that it
    is 0 or 1.
    """
    yield [said]
    then = condition_of(said.then)
    cases = () if then is None else sympy.Or.make_args(sympy.to_nnf(then, simplify=False))
    if not 1 < len(cases) <= MOST_CASES:
        return
    own = [each for each in cases if _is_claimed(each, claimed)] or cases
    if all(weight(one) > weight(each) for each in own for one in cases if one is not each):
        yield [
            for_all(said.variables, sympy.And(said.given, *_not_so(cases, each)), each)
            for each in own
        ]


def _not_so(cases: Iterable[Condition], but: Condition) -> Iterator[Condition]:
    yield from (sympy.Not(one) for one in cases if one is not but)


def _respells(said: ForAll, claimed: ForAll | None) -> bool:
    """Whether it supposes what it concludes under another spelling, and the claim does not."""
    known = _known(said, claimed)
    own, new = sympy.true, sympy.true
    for each in conjuncts(said.given):
        if each in known:
            own = sympy.And(own, each)
        else:
            new = sympy.And(new, each)
    return respelled(new, for_all(said.variables, own, said.then))


def _known(said: ForAll, claimed: ForAll | None) -> set[Condition]:
    """The hypotheses that the claim has as well, if of other variables, or before what follows, and
    what the claim says: of where that is so something plainer may be true.
    """
    if claimed is None:
        return set()
    premises = [*conjuncts(claimed.given)]
    then = condition_of(claimed.then)
    if then is not None:
        premises += [*conjuncts(then), sympy.Not(then)]
    if isinstance(claimed.then, Boolean):
        cases = sympy.Or.make_args(sympy.to_nnf(claimed.then, simplify=False))
        premises += [sympy.Not(each) for each in cases if len(cases) > 1]
    theirs = {normal(each) for each in premises}
    ways = [{}, *renamings(frozenset(said.variables), frozenset(claimed.variables))]
    return {
        each
        for each in conjuncts(said.given)
        if any(normal(each.xreplace(way)) in theirs for way in ways)
    }


def _is_of_any_state(part: Statement) -> bool:
    """Whether what is said along an iteration is so of any numbers, reached or not."""
    told = plain(part)
    then = condition_of(told.then) if isinstance(told, Orbit) else None
    if then is None:
        return False
    names = sorted(then.free_symbols, key=str)
    return Supposing(tuple(names), sympy.true).follows(sympy.true, then)


def _says_it_twice(part: Statement, statement: Statement) -> bool:
    """Whether it is that one relation is so exactly if another is, which is the same under another
    spelling: the other one of what the claim says is not plainer, or neither is.
    """
    said, claimed = whole(plain(part)), whole(plain(statement))
    inner = said.then if said is not None else None
    if said is None or not isinstance(inner, Iff):
        return False
    one, other = map(condition_of, inner.parts)
    if one is None or other is None:
        return False
    supposing = Supposing(said.variables, said.given)
    is_claimed = [_is_claimed(each, claimed) for each in (one, other)]
    ways = ((other, one), (one, other))  # the condition, and what is so under it
    found = [supposing.respells(*way) for way in ways]
    return all(found) or any(
        each and by_claim for each, by_claim in zip(found, is_claimed, strict=True)
    )


def _is_claimed(condition: Condition, claimed: ForAll | None) -> bool:
    then = None if claimed is None else condition_of(claimed.then)
    return then is not None and normal(then) == normal(condition)
