"""A condition on a variable that is on its way, and what is shown where it fails at last."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy

from probatum.counterexample import Counterexample
from probatum.decide.shared.samples import POINTS
from probatum.decision import Decided, Decision, Outcome, Reason
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.steps.ultimate import meant
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import put
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.ultimate import Eventually, Ultimate
from probatum.proposition.truth import truth_at
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Symbols

DECIDER = "ultimate"
SIGNED = tuple(
    tuple(map(sympy.Rational, values.split()))
    for values in ("-1", "0", "-1 2", "2 -1", "-1/8", "-1/100", "5/4", "19/20")
)


@dataclass(frozen=True, slots=True)
class Course:
    """A condition on a variable that is on its way, for all values of the outer variables."""

    outer: Symbols
    given: Condition
    ultimate: Ultimate
    then: Condition  # that it is defined and true
    opposite: Condition  # that it is defined and not true

    @property
    def variable(self) -> Symbol:
        return self.ultimate.variable

    @property
    def later(self) -> bool:
        """Whether the variable grows without bound; else it falls to zero."""
        return isinstance(self.ultimate, Eventually)

    @property
    def end(self) -> Expression:
        """Where the variable is on its way to: oo, or 0 from above."""
        return sympy.oo if self.later else sympy.Integer(0)

    def every(self, stride: int, first: int) -> Course:
        """The same of every second or third integer."""
        there = {self.variable: stride * self.variable + first}
        return replace(self, then=put(self.then, there), opposite=put(self.opposite, there))

    def points(self) -> Iterator[Point]:
        """Values of the outer variables that satisfy the hypotheses, a few."""
        if not self.outer:
            yield {}
            return
        for values in (*POINTS, *SIGNED):
            point = dict(zip(self.outer, itertools.cycle(values), strict=False))
            whole = all(value.is_Integer for symbol, value in point.items() if symbol.is_integer)
            if whole and truth_at(self.given, point) is True:
                yield point

    def refuted_at(self, point: Point, which: Expression, engine: str) -> Decision:
        """That the opposite is so at last, at the point, where the variable is so."""
        name = words_of(self.variable)
        first = "" if which == self.variable else f"{words_of(which)} for "
        said = "from some number on" if self.later else "that is small enough"
        subject = "There it" if point else "It"
        shown = Counterexample(
            tuple((variable.name, value) for variable, value in point.items()),
            f"{subject} is false at {first}every {name} {said}.",
        )
        return Decision(DECIDER, Outcome.REFUTED, Reason.AGAIN_AND_AGAIN, shown, engine=engine)


def course_of(statement: Statement) -> Course | None:
    """A condition from some number on, for all values of outer variables or of none."""
    outer: Symbols = ()
    given: Condition = sympy.true
    while isinstance(statement, ForAll):
        outer, given = (*outer, *statement.variables), sympy.And(given, statement.given)
        statement = statement.then
    then = condition_of(statement.then) if isinstance(statement, Ultimate) else None
    if then is None:
        return None
    return Course(outer, given, statement, meant(then), meant(sympy.Not(then)))


def asked(statement: ForAll, ask: Ask) -> Decided:
    """What is found of a proposal, which may be undefined somewhere."""
    try:
        return ask(statement)
    except ProbatumError:
        return Decided(statement)
