"""Tells whether a correction says no more than that the claim is false, or is of single cases."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, permutations, product

import sympy
from sympy.logic.boolalg import Boolean

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.judge.substance.single_cases import is_of_single_cases
from probatum.proposition.canonical import normal, renamings, same
from probatum.proposition.evaluated import plain
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, Joined, Quantified, for_all
from probatum.proposition.subjects.ultimate import ForSmall, Ultimate
from probatum.type_names import Condition, Expression, Point, Statement, Symbol

NO_MORE = (
    "got a statement of which any counterexample to the claim is a witness, so that it says no "
    "more than that the claim is false, wanted what is true instead"
)
ONE_CASE = (
    "got a statement of single cases, wanted one about all cases for which something else is true"
)
NOT_THE_SAME = (
    "got that sides differ almost everywhere, which such sides do unless they are the same, so "
    "that it says no more than that the claim is false, wanted what is true instead"
)
NOT_TOLD = (ProbatumError, NotImplementedError, TypeError, ValueError)
MOST_WAYS = 10  # to give the variables of a correction the names of the claim's
MOST_VALUES = 4  # that may stand for one of these
ENTIRE = (sympy.exp, sympy.sin, sympy.cos, sympy.sinh, sympy.cosh)  # equal everywhere or hardly


def says_no_more(correction: Statement, statement: Statement) -> str:
    """Why a correction says no more than that the claim is false somewhere, of which it speaks for
    many cases; empty where it may say more.
    """
    said, claimed = plain(correction), whole(plain(statement))
    if claimed is None:
        return NO_MORE if _is_unequal(said, plain(statement)) else ""
    if is_of_single_cases(claimed, _follows):
        return ""
    return _why(said, claimed)


def narrows_to_single_cases(conditioned: Statement, statement: Statement) -> bool:
    """Whether a condition leaves single cases of a statement that is about more."""
    left, claimed = whole(plain(conditioned)), whole(plain(statement))
    return (
        left is not None
        and claimed is not None
        and is_of_single_cases(left, _follows)
        and not is_of_single_cases(claimed, _follows)
    )


def _why(said: Statement, claimed: ForAll) -> str:
    """The same of one part."""
    if isinstance(said, ForAll) and not said.variables and said.given == sympy.true:
        said = said.then
    if isinstance(said, Joined):
        return _of_joined(said, claimed)
    if isinstance(said, AlmostAll) and _differ_unless_the_same(said, claimed):
        return NOT_THE_SAME
    opposite = _opposite(claimed)
    if _is_shown(said, claimed) or (opposite is not None and same(said, opposite)):
        return NO_MORE
    return ONE_CASE if _is_single(said) or _has_a_fixed_value(said, claimed) else ""


def _of_joined(said: Joined, claimed: ForAll) -> str:
    """Each list of parts of which one must be so has one that says no more."""
    found = []
    for clause in said.clauses():
        found.append(next(filter(None, (_of_part(*literal, claimed) for literal in clause)), ""))
        if not found[-1]:
            return ""
    return next(iter(found), "")


def _of_part(part: Statement, truth: bool, claimed: ForAll) -> str:
    """A part that must be so, or must not be."""
    if truth:
        return _why(part, claimed)
    if same(part, claimed):
        return NO_MORE
    told = whole(part)
    then = None if told is None else condition_of(told.then)
    if told is None or then is None:
        return ""
    return _why(Exists(told.variables, given=told.given, then=sympy.Not(then)), claimed)


def _is_unequal(said: Statement, statement: Statement) -> bool:
    """Whether it is no more than that two numbers are not equal, which were said to be."""
    one, other = condition_of(said), condition_of(statement)
    if one is None or not isinstance(other, sympy.Equality):
        return False
    return bool(normal(one) == normal(sympy.Ne(*other.args, evaluate=False)))


def _differ_unless_the_same(said: AlmostAll, claimed: ForAll) -> bool:
    """Whether it is of sides without kinks and ends that they are unequal almost everywhere, and
    each counterexample to the claim shows them unequal.
    """
    then = said.then
    if not isinstance(then, sympy.Unequality) or not _is_shown(
        Exists(said.variables, then=then), claimed
    ):
        return False
    return all(_is_entire(side, {*said.variables}) for side in then.args)


def _is_entire(side: Expression, variables: set[Symbol]) -> bool:
    """Whether it is made of polynomials and such functions: a theorem of identity holds."""
    named = side.replace(
        lambda part: isinstance(part, ENTIRE) and _is_entire(part.args[0], variables),
        lambda part: sympy.Dummy(real=True),
    )
    return bool(named.is_polynomial(*named.free_symbols))


def _is_single(said: Statement) -> bool:
    told = whole(said) or _some(said)
    return told is not None and not _tells_it(told) and is_of_single_cases(told, _follows)


def _tells_it(statement: Quantified) -> bool:
    """Whether it is of all cases that only some of them are as supposed: x = 1 if x + 1/x = 2."""
    if not (isinstance(statement, ForAll) and isinstance(statement.then, Boolean)):
        return False
    supposed = set(map(normal, statement.given.atoms(sympy.Equality)))
    return any(
        not {*part.args}.isdisjoint(statement.variables) and normal(part) not in supposed
        for part in statement.then.atoms(sympy.Equality)
    )


def whole(statement: Statement) -> ForAll | None:
    """A statement for all, or for all but a few, with those inside; None for others."""
    if not isinstance(statement, (ForAll, AlmostAll, Ultimate)):
        return None
    given, inner = statement.given, whole(statement.then)
    if isinstance(statement, ForSmall):
        given = sympy.And(given, statement.variable > 0)
    if inner is None:
        return for_all(statement.variables, given, statement.then) if statement.variables else None
    variables = (*statement.variables, *inner.variables)
    return for_all(variables, sympy.And(given, inner.given), inner.then)


def _some(statement: Statement) -> Exists | None:
    """A statement for some, those inside put together; None for others."""
    if not isinstance(statement, Exists):
        return None
    then = statement.then
    while isinstance(then, ForAll) and not then.variables and then.given == sympy.true:
        then = then.then
    inner = _some(then)
    if inner is None:
        return statement
    variables = (*statement.variables, *inner.variables)
    return Exists(variables, given=sympy.And(statement.given, inner.given), then=inner.then)


def _is_shown(said: Statement, claimed: ForAll) -> bool:
    """Whether each counterexample to the claim shows it, also for all of something else."""
    outside, given = (), sympy.true
    if isinstance(said, ForAll) and isinstance(said.then, Exists):
        outside, given, said = said.variables, said.given, said.then
    some, breaking = _some(said), _breaking(claimed)
    shown = None if some is None else condition_of(some.then)
    if some is None or breaking is None or shown is None:
        return False
    witness = sympy.And(some.given, shown)
    own, names = frozenset(some.variables), frozenset(claimed.variables)
    if names & {*outside}:
        return False
    written = [witness] if own <= names else []
    written += [witness.xreplace(way) for way in (*_ways(own, names), *renamings(own, names))]
    supposed = sympy.And(given, breaking)
    variables = (*claimed.variables, *outside)
    return any(_follows(variables, supposed, each) for each in dict.fromkeys(written))


def _opposite(statement: Statement) -> Statement | None:
    """The opposite, with each quantifier turned into the other one; None for what has others."""
    if not isinstance(statement, (ForAll, Exists)):
        condition = condition_of(statement)
        return None if condition is None else sympy.Not(condition)
    inner = _opposite(statement.then)
    if inner is None or isinstance(statement, Exists):
        return None if inner is None else for_all(statement.variables, statement.given, inner)
    return Exists(statement.variables, given=statement.given, then=inner)


def _breaking(claimed: ForAll) -> Condition | None:
    then = condition_of(claimed.then)
    return None if then is None else sympy.And(claimed.given, sympy.Not(then))


def _ways(own: frozenset[Symbol], names: frozenset[Symbol]) -> Iterator[Point]:
    """The ways to give each variable a name, of which several may have one; none where there are
    too many.
    """
    ordered, others = (sorted(each, key=sympy.default_sort_key) for each in (own, names))
    if len(others) ** len(ordered) <= MOST_WAYS:
        for chosen in product(others, repeat=len(ordered)):
            if all(map(_may_stand, chosen, ordered)):
                yield dict(zip(ordered, chosen, strict=True))


def _may_stand(name: Symbol, variable: Symbol) -> bool:
    """Whether each value of a name is one of the variable."""
    return type(name) is type(variable) and bool(name.is_integer or not variable.is_integer)


def _has_a_fixed_value(said: Statement, claimed: ForAll) -> bool:
    """Whether it is that there is a counterexample with one value for some of the variables."""
    some, breaking = _some(said), _breaking(claimed)
    shown = None if some is None else condition_of(some.then)
    numbers = all(type(each) is sympy.Symbol for each in claimed.variables)
    if some is None or breaking is None or shown is None or not numbers:
        return False
    witness = sympy.And(some.given, shown)
    fixed = _fixed(witness)
    witness = witness.xreplace(fixed)
    own = sorted({*some.variables} - {*fixed}, key=sympy.default_sort_key)
    missing = len(claimed.variables) - len(own)
    if not own or missing < 1:
        return False
    values = sorted({*fixed.values(), *witness.atoms(sympy.Rational)}, key=sympy.default_sort_key)
    values = [*fixed.values()] or values[:MOST_VALUES]
    ways = (
        (dict(zip(own, chosen, strict=True)), dict(zip(others, put, strict=True)))
        for chosen in permutations(claimed.variables, len(own))
        for others in [[each for each in claimed.variables if each not in chosen]]
        for put in product(values, repeat=missing)
        if all(map(_may_stand, chosen, own))
    )
    return any(
        _follows(tuple(named.values()), breaking.xreplace(put), witness.xreplace(named))
        for named, put in islice(ways, MOST_WAYS)
    )


def _fixed(condition: Condition) -> Point:
    """The values that equations in a conjunction give to variables."""
    return {
        name: value
        for part in sympy.And.make_args(condition)
        if isinstance(part, sympy.Equality)
        for name, value in (part.args, part.args[::-1])
        if name.is_Symbol and value.is_number
    }


def _follows(variables: tuple[Symbol, ...], given: Condition, then: Condition) -> bool:
    try:
        return settle(for_all(variables, given, then)).truth is Truth.TRUE
    except NOT_TOLD:
        return False
