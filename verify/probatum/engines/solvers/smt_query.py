"""A statement as a question to an SMT engine: its outermost variables free, the rest a formula."""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.engines.solvers.logic import Formula, Logic, Solution
from probatum.engines.solvers.smt_translation import Translator
from probatum.proposition.kinds import AlmostAll, Equal, Exists, ForAll, Joined, Orbit, Rounded
from probatum.proposition.parts import conjuncts, subpropositions
from probatum.proposition.subjects.property import Property
from probatum.type_names import Expression, Statement

OUTERMOST = (ForAll, Exists, AlmostAll, Equal, Rounded, Joined)


def translates(statement: Statement) -> bool:
    """Whether the statement, with all inside it, is of kinds that translate."""
    outermost, *inner = map(type, subpropositions(statement))
    return outermost in OUTERMOST and not {Orbit, AlmostAll, Property} & set(inner)


class Query:
    """The outermost variables left free, the rest as one formula of an engine's logic."""

    def __init__(self, statement: Statement, logic: Logic) -> None:
        self.statement = statement
        self.logic = logic
        self.translator = Translator(logic)
        self.translator.prepare(list(_expressions(statement)))
        for variable in statement.variables:
            self.translator.variable(variable)
        self.given = [self.translator.guarded(part) for part in conjuncts(statement.given)]
        self.then = self.translator.formula(statement.then)
        self.facts = self.translator.scopes[0].constraints

    def solve(self, hypotheses: list[Formula], goal: Formula, budget: int) -> Solution:
        """Whether hypotheses and goal can be true together."""
        return self.logic.solve([*self.facts, *hypotheses, goal], budget)


def _expressions(statement: Statement) -> Iterator[Expression]:
    for inner in subpropositions(statement):
        for name in ("given", "then", "left", "right", "expression"):
            part = getattr(inner, name, None)
            if isinstance(part, sympy.Basic):
                yield part
