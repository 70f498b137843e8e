"""Tells whether a correction says no more than that the claim is false, or is of a single case."""

from __future__ import annotations

import sympy
from sympy.logic.boolalg import Boolean

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.proposition.canonical import renamings, same
from probatum.proposition.evaluated import plain
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import Exists, ForAll, Joined, Quantified, for_all
from probatum.proposition.parts import free_symbols
from probatum.type_names import Condition, Statement, Symbol

NO_MORE = (
    "got a statement of which any counterexample to the claim is a witness, so that it says no "
    "more than that the claim is false, wanted what is true instead"
)
ONE_CASE = (
    "got a statement of a single case, wanted one about all cases for which something else is true"
)
NOT_TOLD = (ProbatumError, NotImplementedError, TypeError, ValueError)


def says_no_more(correction: Statement, statement: Statement) -> str:
    """Why a correction says no more than that the claim is false somewhere, of which it speaks for
    many cases; empty where it may say more.
    """
    said, claimed = plain(correction), _whole(plain(statement))
    if claimed is None or _is_of_one_case(claimed):
        return ""
    if _denies(said, claimed):
        return NO_MORE
    said = _whole(said) or said
    single = isinstance(said, (ForAll, Exists)) and not _tells_it(said) and _is_of_one_case(said)
    return ONE_CASE if single else ""


def _tells_it(statement: Quantified) -> bool:
    """Whether it is of all cases that only one of them is as supposed: x = 1 if x + 1/x = 2."""
    if not (isinstance(statement, ForAll) and isinstance(statement.then, Boolean)):
        return False
    return any(
        isinstance(part, sympy.Equality) and not {*part.args}.isdisjoint(statement.variables)
        for part in sympy.And.make_args(statement.then)
    )


def _whole(statement: Statement) -> ForAll | None:
    """A statement for all, those inside put together; None for others."""
    if not isinstance(statement, ForAll):
        return None
    inner = _whole(statement.then)
    if inner is None:
        return statement if statement.variables else None
    variables = (*statement.variables, *inner.variables)
    return for_all(variables, sympy.And(statement.given, inner.given), inner.then)


def _denies(said: Statement, claimed: ForAll) -> bool:
    """Whether it is that the claim is not so, or what each counterexample to that shows."""
    if isinstance(said, Joined):
        return any(
            not truth and same(part, claimed)
            for clause in said.clauses()
            if len(clause) == 1
            for part, truth in clause
        )
    if not isinstance(said, Exists):
        return False
    then, shown = condition_of(claimed.then), condition_of(said.then)
    if then is None or shown is None:
        return False
    breaking = sympy.And(claimed.given, sympy.Not(then))
    own, names = frozenset(said.variables), frozenset(claimed.variables)
    witness = sympy.And(said.given, shown)
    written = [witness] if own <= names else []
    written += [witness.xreplace(way) for way in renamings(own, names)]
    return any(_follows(claimed.variables, breaking, each) for each in written)


def _is_of_one_case(statement: Quantified) -> bool:
    """Whether what it supposes leaves one value to each number of which it concludes something."""
    spoken = free_symbols(statement.then)
    names = [each for each in statement.variables if each in spoken]
    given = _fixing(statement)
    numbers = all(type(each) is sympy.Symbol for each in statement.variables)
    if not names or not numbers or given == sympy.true:
        return False
    copies = {each: sympy.Dummy(each.name, **each.assumptions0) for each in statement.variables}
    alike = (sympy.Eq(each, copies[each], evaluate=False) for each in names)
    both = sympy.And(given, given.xreplace(copies))
    return _follows((*statement.variables, *copies.values()), both, sympy.And(*alike))


def _fixing(statement: Quantified) -> Condition:
    """What it supposes; of what there is, the values as well that it has."""
    if not isinstance(statement, Exists) or not isinstance(statement.then, Boolean):
        return statement.given
    values = (
        part
        for part in sympy.And.make_args(statement.then)
        if isinstance(part, sympy.Equality)
        and any(one.is_Symbol and other.is_number for one, other in (part.args, part.args[::-1]))
    )
    return sympy.And(statement.given, *values)


def _follows(variables: tuple[Symbol, ...], given: Condition, then: Condition) -> bool:
    try:
        return settle(for_all(variables, given, then)).truth is Truth.TRUE
    except NOT_TOLD:
        return False
