"""Proves along one of several variables: identities in which nothing changes, inequalities that
are convex and level where they touch.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.identity import vanishes
from probatum.calculus.proposals import TooMuchWorkError, at_most
from probatum.decide.numbers.extremes import TRANSCENDENTAL
from probatum.decide.shared.composed import proofs
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.every_case import follows
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.smoothness import KINKS, NotKnownError, condition
from probatum.type_names import Condition, Expression, Statement, Symbol

NAME = "along"
CONSTANT = "along a variable nothing changes, and at one value of it the sides are the same"
CONVEX = "along a variable it is convex, and not negative where its slope is zero"
LARGEST = 60  # operations of a difference
WORK = 2_000_000  # calls
_open: list[Statement] = []  # what it asks is not asked of it again


@dataclass(frozen=True, slots=True)
class Line:
    """A difference along a variable, from a base that the others give."""

    statement: ForAll
    difference: Expression
    variable: Symbol
    base: Expression

    def at_base(self, expression: Expression) -> Expression:
        return expression.xreplace({self.variable: self.base})

    def holds(self, then: Condition) -> ForAll:
        """That a condition holds wherever the hypotheses do."""
        return for_all(self.statement.variables, self.statement.given, then)

    def holds_at_base(self, then: Condition) -> ForAll:
        """That there is a base, and a condition holds there, for all others for which the base is
        admitted: it is wherever any value is, if all between are.
        """
        others = tuple(one for one in self.statement.variables if one != self.variable)
        given, needed = self.at_base(self.statement.given), defined(self.base)
        there = sympy.true if follows(needed, given) else needed
        return for_all(others, given, sympy.And(there, self.at_base(then)))

    def smooth_from_base(self) -> ForAll:
        """That everything between the base and an admitted value is admitted, and the difference is
        smooth there; raises NotKnownError.
        """
        part = sympy.Symbol(f"part of {self.variable.name}", real=True)
        between = {self.variable: self.base + part * (self.variable - self.base)}
        given = self.statement.given
        smooth = condition(self.difference, self.variable)
        return for_all(
            (*self.statement.variables, part),
            sympy.And(given, sympy.Ge(part, 0), sympy.Le(part, 1)),
            sympy.And(given.xreplace(between), smooth.xreplace(between)),
        )


def applies(statement: Statement) -> bool:
    """One relation for all values of several real variables, in which a function is more than
    algebra.
    """
    if not isinstance(statement, ForAll) or len(statement.variables) < 2 or _open:
        return False
    relation = condition_of(statement.then)
    return (
        isinstance(relation, Relational)
        and relation.rel_op in ("==", "<=", ">=")
        and not any(variable.is_integer for variable in statement.variables)
        and relation.has(*TRANSCENDENTAL)
        and not relation.has(*KINKS)
        and relation.count_ops() <= LARGEST
    )


def proved(statement: Statement, ask: Ask) -> tuple[Decision, ...]:
    """Prove it along one of the variables; `ask` decides what is needed of it."""
    _open.append(statement)
    try:
        relation = condition_of(statement.then)
        equation = isinstance(relation, sympy.Equality)
        prove = _constant if equation else _convex
        for line in _lines(statement, relation):
            parts = _decided(prove(line), ask)
            if parts:
                return tuple(proofs(NAME, CONSTANT if equation else CONVEX, parts))
    except TooMuchWorkError:
        return (Decision(NAME, Outcome.UNDECIDED, Reason.BUDGET),)
    finally:
        _open.pop()
    return (Decision(NAME, Outcome.UNDECIDED, Reason.NO_SLOPE),)


def _lines(statement: ForAll, relation: Condition) -> Iterator[Line]:
    differences = [relation.lhs - relation.rhs]
    if not isinstance(relation, sympy.Equality):
        differences = [relation.gts - relation.lts, *_of_logarithms(relation)]
    for difference in differences:
        for variable in statement.variables:
            others = [one for one in statement.variables if one != variable]
            far = (sign * 2 / other for other in others for sign in (1, -1))
            bases = (sympy.Integer(0), *others, *far)
            for base in bases:
                yield Line(statement, difference, variable, base)


def _of_logarithms(relation: Condition) -> Iterator[Expression]:
    """An exponential less a sum, by the logarithms of both, an exponential taken out of the sum;
    that the sum is positive is seen from where its logarithm is smooth.
    """
    more, less = relation.gts, sympy.expand(relation.lts)
    if not isinstance(more, sympy.exp):
        return
    last = list(sympy.Add.make_args(less)[-1].atoms(sympy.exp))
    taken = last[0].exp if len(last) == 1 else sympy.Integer(0)
    rest = sympy.powsimp(sympy.expand(less * sympy.exp(sympy.expand(-taken))))
    yield sympy.expand(more.exp - taken) - sympy.log(rest)


def _constant(line: Line) -> Iterator[ForAll]:
    """That it is zero at the base, where it does not change along the variable; nothing else."""
    with at_most(WORK):
        still = line.difference.has(line.variable) and vanishes(line.difference.diff(line.variable))
    if still:
        yield line.holds_at_base(sympy.Eq(line.difference, 0, evaluate=False))
        yield line.smooth_from_base()


def _convex(line: Line) -> Iterator[ForAll]:
    """That it is convex, and not negative at the base, where its slope is zero; nothing else."""
    slope = line.difference.diff(line.variable)
    with at_most(WORK):
        level = vanishes(line.at_base(slope))
        bent = sympy.factor(sympy.together(slope.diff(line.variable))) if level else slope
    if level and bent != 0:
        yield line.smooth_from_base()
        yield line.holds(sympy.Ge(bent, 0, evaluate=False))
        yield line.holds_at_base(sympy.Ge(line.difference, 0, evaluate=False))


def _decided(statements: Iterator[ForAll], ask: Ask) -> list[Decided]:
    """What is decided of each, where all are proved; else nothing."""
    parts = []
    try:
        for statement in statements:
            found = ask(statement)
            if found.truth is not Truth.TRUE or not found.agreeing:
                return []
            parts.append(found)
    except (UndefinedError, NotKnownError):
        return []
    return parts
