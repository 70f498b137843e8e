"""Where what is summed, multiplied or integrated, or has a limit,
must be defined as its author wrote it, and real.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.logic.boolalg import BooleanFunction

from probatum.proposition.kinds import AlmostAll, Equal, ForAll, Joined, Quantified, Rounded
from probatum.proposition.numbers.constant import Lacking, extended
from probatum.proposition.parts import Stated, conjuncts, leaves, put, unchecked
from probatum.proposition.sense.definedness import defined, fixed
from probatum.proposition.sense.obligations import to_show
from probatum.proposition.written import (
    DERIVATIVE,
    REWRITTEN,
    SUBSTITUTION,
    Written,
    evaluated,
    is_written,
)
from probatum.type_names import Condition, Expression, Statement, Symbol, Symbols

FAR = sympy.Integer(1000)  # from where on a limit looks at least, or what part of 1 it looks at
CONSTRUCTS = (sympy.Sum, sympy.Product, sympy.Integral, sympy.Limit)
COUNTED = (sympy.Sum, sympy.Product)


@dataclass(frozen=True, slots=True)
class Body:
    """A construct with what must hold of its body.

    certain: whether the construct is undefined, and what is said with it, where that is false;
    kept: whether its body is kept as written, so that nobody else looks whether it is defined.
    """

    construct: Expression
    needed: ForAll | AlmostAll
    certain: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class _Scope:
    """For which values of which variables something is said, or for almost all.

    counts: whether what is closed must have a value, as nothing else may decide.
    """

    variables: Symbols = ()
    given: Condition = sympy.true
    certain: bool = True
    almost: bool = False
    supposed: bool = False
    counts: bool = True

    def within(self, variables: Symbols, given: Condition) -> _Scope:
        """Where more variables are bound, under more conditions."""
        admitted = sympy.And(self.given, given, defined(given))
        return replace(self, variables=(*self.variables, *variables), given=admitted)

    def unsure(self) -> _Scope:
        """Where something else may decide."""
        return replace(self, certain=False, counts=False)

    def near(self) -> _Scope:
        """Where it is enough that something has a value close by."""
        return replace(self, certain=False)

    def where_met(self) -> _Scope:
        """Where values are chosen, or something is supposed of them: those without a value are not
        among them.
        """
        return replace(self, certain=False, supposed=True, counts=False)

    def body(
        self, construct: Expression, term: Expression, bound: set[Symbol], around: _Scope
    ) -> Iterator[Body]:
        """What must be shown of a construct's body here, if anything; an integral may have poles,
        but no holes, and is over one point at least.
        """
        kept, whole = _is_kept(term), defined(term)
        always, moving = _apart(whole, bound)
        wherever = around if isinstance(construct, sympy.Integral) else self
        yield from wherever.whatever(construct, always)
        if isinstance(construct, sympy.Integral):
            _, poles = _apart(defined(evaluated(term)) if kept else whole, bound)
            yield from self._needed(construct, poles, kept, almost=True)
            if kept:
                between = replace(self, given=sympy.And(self.given, poles))
                yield from between._needed(construct, moving, kept)
        else:
            yield from self._needed(construct, moving, kept)

    def _needed(
        self, construct: Expression, condition: Condition, kept: bool, *, almost: bool = False
    ) -> Iterator[Body]:
        for needed in to_show(self.variables, self.given, condition):
            asked = _of_almost_all(needed) if almost else needed
            yield Body(construct, asked, self.certain, kept)

    def whatever(self, construct: Expression, condition: Condition) -> Iterator[Body]:
        """What must be shown whatever the bound variables are; of what is chosen or supposed it is
        asked with that.
        """
        if not self.supposed:
            yield from self._needed(construct, condition, kept=True, almost=self.almost)

    def end(self, construct: Expression, end: Expression) -> Iterator[Body]:
        """What must be shown so that a construct ends somewhere, or a limit is taken there."""
        if not extended(end):
            yield from self._needed(construct, defined(end), kept=True, almost=self.almost)


def bodies(statement: Statement, scope: _Scope | None = None) -> Iterator[Body]:
    """Each construct; limits only where they hang on nothing else."""
    here = scope or _Scope()
    match statement:
        case Quantified():
            for condition in leaves(statement.given):
                yield from _inside(condition, here.where_met())
            inner = here.within(statement.variables, statement.given)
            every = isinstance(statement, (ForAll, AlmostAll))
            inner = replace(inner, almost=isinstance(statement, AlmostAll) and not here.variables)
            yield from bodies(statement.then, inner if every else inner.where_met())
        case Joined():
            for part in statement.parts:
                yield from bodies(part, here.unsure())
        case Stated():
            plain = isinstance(statement, (Equal, Rounded))
            for leaf in leaves(statement):
                yield from _inside(leaf, here if plain else here.unsure())
        case _:
            joined = isinstance(statement, BooleanFunction)
            yield from _inside(statement, here.unsure() if joined else here)


def _is_kept(term: Expression) -> bool:
    """Whether it stands as written, or what it is of is known to have no value."""
    return is_written(term) or bool(term.has(Lacking))


def _apart(condition: Condition, bound: set[Symbol]) -> tuple[Condition, Condition]:
    """What holds no bound variable, and the rest."""
    always = fixed(condition, bound)
    return sympy.And(*always), sympy.And(*(x for x in conjuncts(condition) if x not in always))


def _of_almost_all(needed: ForAll) -> AlmostAll:
    said = {name: getattr(needed, name) for name in ("variables", "given", "then")}
    stated: AlmostAll = unchecked(AlmostAll, **said)
    return stated


def holds_construct(leaf: Expression) -> bool:
    """Whether a sum, a product, an integral or a limit stands in it."""
    return isinstance(leaf, (sympy.Basic, sympy.MatrixBase)) and bool(leaf.has(*CONSTRUCTS))


def _inside(expression: Expression, scope: _Scope) -> Iterator[Body]:
    if isinstance(expression, CONSTRUCTS):
        yield from _of_construct(expression, scope)
        return
    if isinstance(expression, Written) and expression.operation == SUBSTITUTION:
        yield from _of_substitution(expression, scope)
        return
    guarded = isinstance(expression, sympy.Piecewise)
    for argument in expression.args:
        yield from _inside(argument, scope.unsure() if guarded else scope)


def _of_substitution(expression: Written, scope: _Scope) -> Iterator[Body]:
    """What stands in it, at the values that are put in: its own variables are none of the
    statement's. A derivative needs what it is the derivative of.
    """
    inside: Expression = expression
    values: dict[Symbol, Expression] = {}
    while isinstance(inside, Written) and inside.operation == SUBSTITUTION:  # one in another
        inside, *pairs = inside.operands
        own = zip(pairs[::2], (put(value, values) for value in pairs[1::2]), strict=True)
        values |= dict(own)
    for value in values.values():
        yield from _inside(value, scope)
    parts: tuple[Expression, ...] = (inside,)
    if isinstance(inside, Written) and inside.operation in (DERIVATIVE, REWRITTEN):
        parts = inside.operands[:1] if inside.operation == DERIVATIVE else inside.operands
    for part in parts:
        yield from _inside(put(part, values), scope)


def _of_construct(construct: Expression, scope: _Scope) -> Iterator[Body]:
    """Its own body, what stands in it, and its ends; a closed one means the same everywhere."""
    closed = not construct.free_symbols
    around = _Scope(certain=scope.counts, counts=scope.counts) if closed else scope
    if isinstance(construct, sympy.Limit):
        body, variable, point, direction = construct.args
        known = closed or point.is_infinite
        given = _near(body, variable, point, str(direction)) if known else sympy.true
        near = around.within((variable,), given).near()
        if closed:
            yield from near.body(construct, body, {variable}, around)
        else:
            yield from around.whatever(construct, _apart(defined(body), {variable})[0])
        yield from _inside(body, near)
        yield from around.end(construct, point)
        return
    whole = isinstance(construct, COUNTED)
    bound, given = _between(construct.limits, whole)
    at = put(construct.args[0], bound)
    inner = around.within(tuple(bound.values()), given)
    if _is_kept(at) or not whole:
        yield from inner.body(construct, at, set(bound.values()), around)
    yield from _inside(at, inner if _is_of_some(construct) else replace(inner, counts=False))
    for number, (_, *ends) in enumerate(construct.limits, 1):
        further_out = construct.limits[number:]
        bound, given = _between(further_out, whole)
        there = around.within(tuple(bound.values()), given) if further_out else around
        for end in (put(end, bound) for end in ends):
            yield from _inside(end, there)
            yield from there.end(construct, end)


def _is_of_some(construct: Expression) -> bool:
    """Whether something is surely integrated, added or multiplied."""
    if isinstance(construct, sympy.Integral):
        return True
    ends = [limit[1:] for limit in construct.limits]
    return all(len(each) == 2 and (each[1] - each[0]).is_extended_nonnegative for each in ends)


def _between(
    limits: Iterable[tuple[Expression, ...]], whole: bool
) -> tuple[dict[Symbol, Symbol], Condition]:
    """What the bound variables stand for, and that each lies between its ends; an integral may
    end where its integrand is undefined, and may run backwards.
    """
    bound = {
        limit[0]: sympy.Symbol(limit[0].name, integer=True) if whole else limit[0]
        for limit in limits
    }
    found = []
    for variable, *ends in (limit for limit in limits if len(limit) == 3):
        low, high = (put(end, bound) for end in ends)
        ways = {(low, high)} if whole else {(low, high), (high, low)}
        ordered = (_ordered(one, bound[variable], other, whole) for one, other in ways)
        found.append(sympy.Or(*ordered))
    return bound, sympy.And(*found)


def _ordered(low: Expression, inside: Symbol, high: Expression, whole: bool) -> Condition:
    if low is sympy.oo or high is -sympy.oo:
        return sympy.false
    between = sympy.Le if whole else sympy.Lt
    pairs = ((low, inside), (inside, high))
    finite = (pair for pair in pairs if not any(side.is_infinite for side in pair))
    return sympy.And(*(between(*pair, evaluate=False) for pair in finite))


def _near(body: Expression, variable: Symbol, point: Expression, direction: str) -> Condition:
    far = _far(body)
    if point.is_infinite:
        return sympy.Gt(variable, far) if point > 0 else sympy.Lt(variable, -far)
    low = point - 1 / far if "-" in direction else point
    high = point + 1 / far if "+" in direction else point
    return sympy.And(sympy.Lt(low, variable), sympy.Lt(variable, high), sympy.Ne(variable, point))


def _far(body: Expression) -> Expression:
    """Farther out than the numbers in it, at which it may have poles."""
    sizes = (abs(number.p) + number.q for number in body.atoms(sympy.Rational))
    return max(FAR, sympy.Integer((1 + sum(sizes)) ** 2))
