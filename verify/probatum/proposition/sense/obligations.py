"""What must be shown so that a proposition is defined wherever its hypotheses hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanAtom, BooleanFunction

from probatum.proposition.binders import BINDERS
from probatum.proposition.joining import simple_parts
from probatum.proposition.kinds import (
    KINDS,
    All,
    Any,
    Equal,
    Exists,
    ForAll,
    Joined,
    Orbit,
    Quantified,
    Rounded,
    for_all,
)
from probatum.proposition.numbers.constant import Lacking
from probatum.proposition.parts import (
    Stated,
    conjuncts,
    free_symbols,
    is_between_matrices,
    leaves,
    put,
    rewrite,
    unchecked,
    with_parts,
)
from probatum.proposition.sense.definedness import among_answers, defined, defined_side, one_decides
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import RandomVariable
from probatum.proposition.subjects.ultimate import Ultimate
from probatum.proposition.unknown import taking_unknown
from probatum.proposition.written import (
    evaluated,
    is_written,
)
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols

NO_NUMBERS = (Lacking, sympy.oo, -sympy.oo)


def obligations(
    statement: Statement, variables: Symbols = (), given: Condition = sympy.true
) -> list[ForAll]:
    """What must be shown for `statement` to be defined wherever its hypotheses hold,
    as `ForAll` propositions.
    """
    match statement:
        case Quantified():
            admitted = sympy.And(given, statement.given, defined(statement.given))
            bound = (*variables, *statement.variables)
            found = obligations(statement.then, bound, admitted)
            if isinstance(statement, Ultimate):
                return [one for one in found if not _speaks_of(one, statement.variable)]
            chosen = isinstance(statement, Exists)
            return _not_known(found, statement.variables, admitted) if chosen else found
        case Any() if None not in (parts := simple_parts(statement)):
            return to_show(variables, given, one_decides(parts, lambda part: part))
        case Joined():
            return list(chain(*(obligations(part, variables, given) for part in statement.parts)))
        case Orbit():
            return _orbit_obligations(statement, variables, given)
        case Equal():
            return to_show(
                variables,
                given,
                sympy.And(defined_side(statement.left), defined_side(statement.right)),
            )
        case Rounded():
            return to_show(variables, given, defined(statement.expression))
    return [] if isinstance(statement, KINDS) else to_show(variables, given, defined(statement))


def _speaks_of(obligation: ForAll, variable: Symbol) -> bool:
    """Whether it hangs on a variable that is on its way: it is far enough when it is met."""
    return variable in free_symbols(obligation.given) | free_symbols(obligation.then)


def _not_known(found: list[ForAll], variables: Symbols, admitted: Condition) -> list[ForAll]:
    """What is not known to be defined whichever values are chosen; where the rest is undefined
    they are no witness, and no more is asked for.

    admitted: what is supposed of what is chosen.
    """
    kept = []
    chosen, own = set(variables), set(conjuncts(admitted))
    for obligation in found:
        if any(_ties(more, chosen) for more in set(conjuncts(obligation.given)) - own):
            continue
        parts = [part for part in conjuncts(obligation.then) if not part.free_symbols & chosen]
        possible = sympy.And(*(taking_unknown(part, sympy.true) for part in parts))
        open_parts = [part for part in parts if part != taking_unknown(part, sympy.true)]
        given = sympy.And(obligation.given, possible)
        kept += to_show(obligation.variables, given, sympy.And(*open_parts))
    return kept


def _ties(condition: Condition, chosen: set[Symbol]) -> bool:
    """Whether what else is spoken of is so only for some of what is chosen."""
    return bool(condition.free_symbols & chosen and condition.free_symbols - chosen)


def _orbit_obligations(orbit: Orbit, variables: Symbols, given: Condition) -> list[ForAll]:
    """Its start, and what it states there."""
    start = dict(zip(orbit.state, orbit.start, strict=True))
    here, step = put(defined(orbit.here), start), put(_where_met(orbit).admitted, start)
    return [
        *to_show((*variables, *orbit.open), given, defined(orbit.start)),
        *to_show((*variables, *orbit.open), sympy.And(given, step), here),
    ]


def _where_met(orbit: Orbit) -> Orbit:
    """The orbit whose steps are those at which what is given of a step has a value."""
    needed = evaluated(needed_beside(orbit.given))
    if needed == sympy.true:
        return orbit
    return with_parts(orbit, given=sympy.And(orbit.given, needed))


def lasting_obligations(statement: Statement) -> list[ForAll]:
    """What an orbit needs at every state where its invariant (without one, what it states) holds;
    nothing for other statements.

    They are sufficient: an orbit may miss a state at which they fail.
    """
    orbit = statement.then if isinstance(statement, ForAll) else statement
    if not isinstance(orbit, Orbit):
        return []
    variables, given = (
        (statement.variables, statement.given)
        if isinstance(statement, ForAll)
        else ((), sympy.true)
    )
    here = orbit.here
    own = sympy.true if orbit.is_about_a_step else here
    visited = own if orbit.invariant is None else orbit.invariant
    known = orbit.invariant is None and not orbit.is_about_a_step
    needed = sympy.And(defined(orbit.step), *([] if known else [defined(here)]))
    bound, reached = (*variables, *orbit.state), sympy.And(given, visited, defined(visited))
    admitted = sympy.And(reached, _where_met(orbit).admitted)
    return to_show((*bound, *orbit.open), admitted, needed)


def where_written(
    statement: Statement, known: Condition = sympy.true, *, chosen: bool = False
) -> Statement:
    """The statement about those points only at which its hypotheses are defined as written;
    so that a witness counts only there.

    known: what is supposed around it; chosen: whether something is chosen around it.
    """
    match statement:
        case Quantified():
            given = statement.given
            known = sympy.And(known, evaluated(given))
            choosing = isinstance(statement, Exists)
            then = where_written(statement.then, known, chosen=chosen or choosing)
            if hides(given):
                given = sympy.And(given, evaluated(needed_beside(given)))
            if choosing:
                then = as_witness(then, frozenset(statement.variables), known)
            elif isinstance(statement, Ultimate):  # elsewhere what has no value is undefined
                own = frozenset(() if chosen else free_symbols(then))
                then = as_witness(then, own, known)
            return with_parts(statement, given=given, then=then)
        case Orbit():
            orbit = _where_met(statement)
            if not is_written(orbit.then):
                return orbit
            then = sympy.And(orbit.then, evaluated(needed_beside(orbit.then)))
            return with_parts(orbit, then=then)
        case Joined():
            parts = tuple(where_written(part, known, chosen=chosen) for part in statement.parts)
            return with_parts(statement, parts=parts)
    return statement


def where_witnessed(statement: Statement) -> Statement:
    """The statement in which values are put in, where one of them is no real number: it is equal
    to none, and what reckons with it is no witness.
    """
    if not any(isinstance(leaf, Boolean) and leaf.has(*NO_NUMBERS) for leaf in leaves(statement)):
        return statement
    return where_written(rewrite(statement, _with_answers_told))


def _with_answers_told(leaf: Expression) -> Expression:
    if not isinstance(leaf, Boolean):
        return leaf
    return leaf.replace(lambda part: isinstance(part, sympy.Equality), among_answers)


def where_supposed(statement: Statement) -> Statement:
    """The statement about those cases only in which its outermost hypotheses are defined as
    written, and so are the constants of what it is about.
    """
    constants = (
        value
        for variable in statement.variables
        if isinstance(variable, General)
        for value in variable.constants.values()
    )
    supposed = needed_beside(statement.given)
    if not is_written(statement.given):  # what is random is looked at where it is averaged
        supposed = sympy.And(*(one for one in conjuncts(supposed) if not one.has(RandomVariable)))
    needed = evaluated(sympy.And(*map(defined, constants), supposed))
    if needed == sympy.true:
        return statement
    return with_parts(statement, given=sympy.And(statement.given, needed))


def as_witness(
    then: Statement, own: frozenset[Symbol] = frozenset(), known: Condition = sympy.true
) -> Statement:
    """What is said of something chosen, together with where that is defined: elsewhere it is no
    witness.

    own: the symbols of which engines look themselves where a relation is defined; known: what is
    supposed around it.
    """
    match then:
        case Boolean():
            looked_at = frozenset() if hides(then) else own
            needed = _not_seen(then, known)
            return sympy.And(then, *(one for one in needed if not looked_at & one.free_symbols))
        case ForAll():
            return _of_what_is_chosen(then, own, known)
        case Joined() if None not in simple_parts(then) and not isinstance(then, Any):
            return _with_defined_parts(then)
        case All() | Any():
            parts = tuple(as_witness(part, own, known) for part in then.parts)
            return with_parts(then, parts=parts)
        case Joined():
            needed = [one for part in then.parts for one in needed_inside(part)]
            return beside(needed, then)
        case Stated() if not isinstance(then, (Quantified, Orbit)):
            defined_there = evaluated(taking_unknown(_sides(then), sympy.true))
            return then if defined_there == sympy.true else beside([defined_there], then)
    return then


def beside(needed: Iterable[Statement], then: Statement) -> Statement:
    """A statement together with what it needs, which may be known to be false."""
    parts = [for_all((), sympy.true, x) if isinstance(x, Boolean) else x for x in (*needed, then)]
    return unchecked(All, parts=tuple(parts)) if len(parts) > 1 else then


def _not_seen(then: Condition, known: Condition) -> list[Condition]:
    """What a condition needs, apart from what is seen to hold."""
    parts = conjuncts(evaluated(needed_beside(then)))
    return [part for part in parts if not _follows(part, known)]


def needed_inside(part: Statement) -> Iterator[Statement]:
    """What must hold so that a part is defined, as far as that is known."""
    outside = free_symbols(part)
    for obligation in obligations(part):
        one = taking_unknown(obligation, sympy.true)
        inside = tuple(each for each in one.variables if each not in outside)
        yield (
            for_all(inside, one.given, one.then)
            if inside
            else sympy.Or(sympy.Not(one.given), one.then)
        )


def _of_what_is_chosen(statement: ForAll, own: frozenset[Symbol], known: Condition) -> Statement:
    """The same of all things about some that are chosen: these are no witness where something is
    undefined of one.
    """
    then = statement.then
    known = sympy.And(known, evaluated(statement.given))
    if not isinstance(then, Boolean):
        return with_parts(statement, then=as_witness(then, own, known))
    return with_parts(statement, then=sympy.And(then, *_not_seen(then, known)))


def _follows(needed: Condition, known: Condition) -> bool:
    """Whether a condition is seen to hold by one of those that are known."""
    if isinstance(needed, sympy.Or):
        return any(_follows(part, known) for part in needed.args)
    strictly = (
        {sympy.Gt(*needed.args), sympy.Lt(*needed.args)} if isinstance(needed, sympy.Ne) else set()
    )
    return not {needed, *strictly}.isdisjoint(conjuncts(known))


def to_show(variables: Symbols, given: Condition, needed: Condition) -> list[ForAll]:
    """That what is needed holds wherever the hypotheses do; nothing where it holds anyway."""
    if needed == sympy.true:
        return []
    given, needed = evaluated(given), evaluated(needed)
    more = sorted(
        (free_symbols(given) | free_symbols(needed)) - set(variables), key=sympy.default_sort_key
    )  # of what is written only
    return [for_all((*variables, *more), given, needed)]


def _sides(statement: Statement) -> Condition:
    """Where what a statement compares is defined."""
    return sympy.And(*map(defined_side, leaves(statement)))


def _with_defined_parts(joined: Joined) -> Joined:
    """What joins conditions, together with where these are defined."""
    parts = simple_parts(joined)
    if None in parts:
        return joined
    needed = sympy.And(*(evaluated(needed_for(part)) for part in parts))
    return joined if needed == sympy.true else beside([needed], joined)


def hides(condition: Condition) -> bool:
    """Whether what is made of it may have a value where it has none itself: other forms of
    functions, sums and derivatives have, and so has what is said of matrices.
    """
    of_numbers = isinstance(condition, (Relational, BooleanFunction, BooleanAtom))
    return (
        not of_numbers
        or any(map(is_between_matrices, condition.atoms(Relational)))
        or is_written(condition)
        or condition.has(sympy.Function, sympy.exp, sympy.Derivative, *BINDERS, *NO_NUMBERS)
    )


def needed_for(condition: Condition) -> Condition:
    """Where it is defined, as far as that is known; of what is kept as written and of derivatives,
    of which a formula stands in their place, wholly.
    """
    needed = defined(condition)
    wholly = is_written(condition) or condition.has(sympy.Derivative)
    return needed if wholly else taking_unknown(needed, sympy.true)


def needed_beside(condition: Condition) -> Condition:
    """Where all parts of a conjunction are defined: beside itself the same as where it is, and
    shorter.
    """
    return sympy.And(*map(needed_for, conjuncts(condition)))
