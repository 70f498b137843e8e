"""Proves inequalities of several real variables along one of them: falling to where it is smallest,
growing from there on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.asymptotics.near_forms import QUOTIENTS
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.forms.linear_part import linear
from probatum.calculus.proposals import TooMuchWorkError, at_most, share
from probatum.calculus.signs.under_bounds import grows
from probatum.decision import Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import SYMPY
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.every_case import follows
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.smoothness import KINKS, NotKnownError, condition
from probatum.type_names import Comparison, Condition, Expression, Statement, Symbol, Symbols

NAME = "extremes"
ENGINE = SYMPY.name
DEEPEST = 2  # of statements about slopes that are proved by slopes
LARGEST = 90  # operations of a difference
MOST_KINKS = 3
MOST_POINTS = 6  # at which the difference may be smallest
WORK = 4_000_000  # calls
TRANSCENDENTAL = (
    sympy.exp,
    sympy.log,
    sympy.sin,
    sympy.cos,
    sympy.tanh,
    sympy.atan,
    sympy.sinh,
    sympy.cosh,
)
_open: list[Expression] = []  # the statements that are being decided: each asks for others


def applies(statement: Statement) -> bool:
    """Inequalities for all values of several real variables in which a function is more than
    algebra.
    """
    if not isinstance(statement, ForAll) or len(statement.variables) < 2 or len(_open) >= DEEPEST:
        return False
    if any(variable.is_integer for variable in statement.variables):
        return False
    parts = (
        conjuncts(statement.then) if isinstance(statement.then, sympy.logic.boolalg.Boolean) else ()
    )
    return (
        bool(parts) and all(_is_inequality(part) for part in parts) and _is_analysis(statement.then)
    )


def _is_inequality(part: Expression) -> bool:
    return isinstance(part, Relational) and hasattr(part, "gts")


def _is_analysis(then: Statement) -> bool:
    return bool(then.has(*TRANSCENDENTAL)) or any(
        not power.exp.is_number for power in then.atoms(sympy.Pow)
    )


@dataclass(frozen=True, slots=True)
class Positive:
    """An expression that is to be no less than zero for all admitted values; strict: to be more."""

    difference: Expression
    strict: bool
    variables: Symbols
    given: Condition


@dataclass(frozen=True, slots=True)
class Along:
    """What is to be positive, along one variable between bounds that the others give."""

    wanted: Positive
    variable: Symbol
    still: Expression  # what is supposed of the others
    bounds: tuple[Expression, ...]  # relations with the variable alone on one side

    def statement(self, then: Statement, *more: Expression) -> ForAll:
        """That a condition holds for all admitted values that satisfy more conditions."""
        given = sympy.And(self.wanted.given, *more)
        return for_all(self.wanted.variables, given, then)

    def at(self, value: Expression, then: Statement) -> ForAll:
        """That a condition holds where the variable has a value that the others give."""
        others = tuple(variable for variable in self.wanted.variables if variable != self.variable)
        return for_all(others, self.still, then.xreplace({self.variable: value}))


def proved(statement: Statement, ask: Ask) -> Decision:
    """Prove each inequality along one of the variables; `ask` decides where its slope has which
    sign.
    """
    with _opened(statement):
        try:
            proved = all(_proved(part, statement, ask) for part in conjuncts(statement.then))
        except TooMuchWorkError:
            return Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET)
    if proved:
        return Decision(NAME, Outcome.ENCLOSED, Reason.SLOPES)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NO_SLOPE)


@contextmanager
def _opened(statement: Statement) -> Iterator[None]:
    _open.append(statement)
    try:
        yield
    finally:
        _open.pop()


def _proved(part: Expression, statement: ForAll, ask: Ask) -> bool:
    """Whether an inequality holds in each case of its absolute values, along some variable."""
    strict = part.rel_op in ("<", ">")
    for given, difference in _cases(statement.given, part.gts - part.lts):
        if difference.count_ops() > LARGEST or difference.has(*KINKS):
            return False
        ways = [
            _along(variable, Positive(difference, strict, statement.variables, given))
            for variable in statement.variables
        ]
        if not _proved_along([way for way in ways if way is not None], ask):
            return False
    return True


def _cases(given: Condition, difference: Expression) -> list[tuple[Condition, Expression]]:
    """The hypotheses and the difference with each absolute value by its sign;
    what is subtracted is no less than both.
    """
    kinks = sorted(difference.atoms(sympy.Abs), key=sympy.default_sort_key)
    if not kinks or len(kinks) > MOST_KINKS:
        return [(given, difference)]
    kink, inside = kinks[0], kinks[0].args[0]
    found = []
    for side, where in ((inside, sympy.Ge(inside, 0)), (-inside, sympy.Le(inside, 0))):
        more = sympy.true if difference.coeff(kink).is_negative else _solved(where)
        found += _cases(sympy.And(given, more), difference.xreplace({kink: side}))
    return found


def _solved(relation: Comparison) -> Condition:
    """A linear relation with one variable alone on the left."""
    for variable in sorted(relation.free_symbols, key=sympy.default_sort_key):
        slope, rest = linear(relation.lhs, variable) or (0, relation)
        if slope in (1, -1):
            return (
                relation.func(variable, -rest)
                if slope == 1
                else relation.reversed.func(variable, rest)
            )
    return relation


def _along(variable: Symbol, wanted: Positive) -> Along | None:
    """The inequality along a variable, where the hypotheses admit an interval of it;
    None where that is not seen.
    """
    if not wanted.difference.has(variable):
        return None
    given = wanted.given
    parts = [part for part in conjuncts(given) if part.has(variable)]
    bounds = [_bound(part, variable) for part in parts]
    if any(bound is None for bound in bounds):
        return None
    still = sympy.And(
        *(part for part in conjuncts(given) if not part.has(variable)), *_between(bounds, variable)
    )
    return Along(wanted, variable, still, tuple(bounds))


def _bound(part: Expression, variable: Symbol) -> Comparison | None:
    if not _is_inequality(part):
        return None
    for one, other in ((part.gts, part.lts), (part.lts, part.gts)):
        if one == variable and not other.has(variable):
            return part
    solved = _solved(part.func(part.lhs - part.rhs, 0)) if part.has(variable) else part
    sides = (solved.lhs, solved.rhs) if isinstance(solved, Relational) else ()
    return solved if sides and sides[0] == variable and not sides[1].has(variable) else None


def _between(bounds: list[Expression], variable: Symbol) -> Iterator[Expression]:
    """What the bounds say of the others: there is room between the lower and the upper ones."""
    for low in (bound for bound in bounds if bound.gts == variable):
        for high in (bound for bound in bounds if bound.lts == variable):
            strict = {low.rel_op, high.rel_op} & {"<", ">"}
            yield sympy.Lt(low.lts, high.gts) if strict else sympy.Le(low.lts, high.gts)


@dataclass(frozen=True, slots=True)
class Lowest:
    """Where a difference may be smallest along a variable, with the form that has the sign of its
    slope, and where it is smooth.
    """

    point: Expression
    slope: Expression
    smooth: Condition
    way: Along


def _proved_along(ways: list[Along], ask: Ask) -> bool:
    """Whether the difference is smallest at a zero of its slope, or at an end,
    along one of the variables.
    """
    with share(WORK), at_most(WORK):
        found = [
            (way, _core(way.wanted.difference.diff(way.variable)), _smooth(way)) for way in ways
        ]
        found = [(way, slope, smooth) for way, slope, smooth in found if smooth is not None]
        inner = [
            Lowest(point, slope, smooth, way)
            for way, slope, smooth in found
            for point in _zeros(slope, way)
        ]
        ends = [
            Lowest(point, slope, smooth, way)
            for way, slope, smooth in found
            for point in _ends(way)
        ]
    return any(_is_lowest(where, ask) for where in [*inner, *ends][:MOST_POINTS])


def _smooth(way: Along) -> Expression | None:
    try:
        return condition(way.wanted.difference, way.variable)
    except NotKnownError:
        return None


def _is_lowest(where: Lowest, ask: Ask) -> bool:
    """Whether there is a point, and the difference is no less than zero there, growing above it and
    falling below it.
    """
    point, slope, smooth, way = where.point, where.slope, where.smooth, where.way
    variable, least = way.variable, way.wanted.difference.xreplace({way.variable: point})
    inside = [bound.xreplace({variable: point}) for bound in way.bounds]
    closed = sympy.And(*(_weak(bound) for bound in inside), smooth.xreplace({variable: point}))
    if not follows(defined(point), way.still):
        closed = sympy.And(defined(point), closed)
    wanted = sympy.Gt(least, 0) if way.wanted.strict else sympy.Ge(least, 0)
    return (
        _true(way.at(point, closed), ask)
        and (smooth == sympy.true or _true(way.statement(smooth), ask))
        and _true(way.statement(sympy.Ge(slope, 0, evaluate=False), sympy.Gt(variable, point)), ask)
        and _true(way.statement(sympy.Le(slope, 0, evaluate=False), sympy.Lt(variable, point)), ask)
        and (_is_nothing(least, way) or _true(way.at(point, wanted), ask))
    )


def _weak(bound: Expression) -> Condition:
    """A bound with its end: a continuous difference that is no less than zero up to there is so
    there too.
    """
    if not isinstance(bound, Relational):
        return bound
    return {"<": sympy.Le, ">": sympy.Ge}.get(bound.rel_op, bound.func)(bound.lhs, bound.rhs)


def _is_nothing(least: Expression, way: Along) -> bool:
    return not way.wanted.strict and vanishes(least)


def _true(statement: ForAll, ask: Ask) -> bool:
    if statement.then == sympy.true or statement.given == sympy.false:
        return True
    if statement.then == sympy.false:
        return False
    try:
        found = ask(statement)
    except UndefinedError:
        return False
    return found.truth is Truth.VACUOUS or (found.truth is Truth.TRUE and bool(found.agreeing))


def _core(slope: Expression) -> Expression:
    """A form of the slope that has its sign: without squares and exponentials as factors;
    differences of exponentials by exponents.
    """
    turned = slope.replace(
        lambda part: part.func in QUOTIENTS, lambda part: QUOTIENTS[part.func](part.args[0])
    )
    whole = turned if grows(turned) else sympy.factor(sympy.together(turned))
    kept = [factor for factor in sympy.Mul.make_args(whole) if not _is_positive(factor)]
    return sympy.Mul(*(_compared(factor) for factor in kept))


def _is_positive(factor: Expression) -> bool:
    base, power = factor.as_base_exp()
    return (
        bool(factor.is_positive)
        or isinstance(factor, sympy.exp)
        or (power.is_Integer and power < 0 and bool(base.is_positive))
    )


def _compared(factor: Expression) -> Expression:
    """e^a - e^b, and the like with another growing function, has the sign of a - b."""
    if factor.is_Add and len(factor.args) == 2:
        parts = [summand.as_coeff_Mul() for summand in factor.args]
        (one, first), (other, second) = sorted(parts, key=lambda part: -part[0])
        if one == 1 and other == -1 and first.func == second.func and isinstance(first, GROWING):
            return sympy.expand(_inside(first) - _inside(second))
    return factor


def _inside(function: Expression) -> Expression:
    return function.exp if isinstance(function, sympy.exp) else function.args[0]


GROWING = (sympy.exp, sympy.log, sympy.atan, sympy.tanh, sympy.sinh, sympy.asinh, sympy.erf)


def _zeros(slope: Expression, way: Along) -> list[Expression]:
    """Zeros of the slope: of a polynomial its roots, else other variables at which it vanishes."""
    if slope.is_polynomial(way.variable) and sympy.degree(slope, way.variable) in (1, 2):
        return list(sympy.roots(slope, way.variable))
    if not slope.has(way.variable):
        return []
    return [
        other
        for other in way.wanted.variables
        if other != way.variable and vanishes(slope.xreplace({way.variable: other}))
    ]


def _ends(way: Along) -> list[Expression]:
    return [bound.lts if bound.gts == way.variable else bound.gts for bound in way.bounds]
