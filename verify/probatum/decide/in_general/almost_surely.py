"""Decides statements about means by what is so almost surely: what is supposed to be constant, and
what is zero because its mean is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import sympy

from probatum.decide.in_general.constants import of_constants
from probatum.decide.in_general.small_counterexamples import is_about_something
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import LEAST_BUDGET, Within, named
from probatum.decision import DECISIVE, Decision, Outcome
from probatum.engines.decider import Ask
from probatum.errors import UndefinedError
from probatum.lowering.chance.almost_surely import SURELY, Fact, Opposite, opposites
from probatum.proposition.kinds import ForAll
from probatum.proposition.sense.obligations import obligations
from probatum.type_names import Condition, Expression

QUICKLY = Within(LEAST_BUDGET, shown=False)
MOST_ZEROS = 6  # conditions that hold almost surely


def almost_surely(statement: ForAll, ask: Ask) -> tuple[Decision, ...]:
    """Proofs: where all is constant, of the numbers that there are; else the opposite is supposed,
    and leads to outcomes of which there are none.
    """
    constant = of_constants(statement, ask)
    if constant:
        return constant
    proofs: list[Decision] = []
    for way in opposites(statement):
        chain = None if way is None else _Chain(way, ask)
        if chain is None or not chain.ends():
            return ()
        proofs += chain.proofs
    weakest = next((one for one in proofs if one.outcome is Outcome.ENCLOSED), proofs[0])
    return named((weakest,), (SURELY,)) if is_about_something(statement) else ()


@dataclass(slots=True)
class _Chain:
    """What is zero almost surely where a conclusion fails, one after the other."""

    way: Opposite
    ask: Ask
    zeros: list[Condition] = field(default_factory=list)
    proofs: list[Decision] = field(default_factory=list)

    def ends(self) -> bool:
        """Whether no outcome is left, or a mean below zero is that of what is at least zero."""
        if not all(self._is_shown(each) for each in obligations(self.way.needed)):
            return False
        left = list(self.way.facts)
        while len(self.zeros) < MOST_ZEROS:
            fact = next(filter(self._is_at_least_zero, left), None)
            if fact is None:
                return False
            left.remove(fact)
            self.zeros += self._of_zero(fact.function)
            if fact.strict or self._is_seen(self.way.of_outcomes(tuple(self.zeros), sympy.false)):
                return True
        return False

    def _of_zero(self, function: Expression) -> Iterator[Condition]:
        """That a function is zero; of one of which SMT knows little, where that is so."""
        yield sympy.Eq(function, 0, evaluate=False)
        if not _is_rational(function):
            for only, bend in self.way.bends(function):
                if self._is_shown(self.way.connected((), bend)):
                    yield only

    def _is_at_least_zero(self, fact: Fact) -> bool:
        """Whether the function is so at every outcome that is left."""
        then = sympy.Ge(fact.function, 0, evaluate=False)
        if self._is_seen(self.way.of_outcomes(tuple(self.zeros), then)):
            return True
        return not (self.zeros or _is_rational(fact.function)) and self._is_shown(
            self.way.connected((), then)
        )

    def _is_seen(self, statement: ForAll) -> bool:
        """Whether SMT shows it, and that it has a value."""
        return all(
            self._is_kept(attempt(QUICKLY, each)) for each in (statement, *obligations(statement))
        )

    def _is_shown(self, statement: ForAll) -> bool:
        if statement.then in (sympy.true, sympy.false):
            return bool(statement.then)
        try:
            return self._is_kept(self.ask(statement).decisions)
        except UndefinedError:
            return False

    def _is_kept(self, decisions: tuple[Decision, ...]) -> bool:
        proof = next((each for each in decisions if each.outcome in DECISIVE), None)
        if proof is not None:
            self.proofs.append(proof)
        return proof is not None


def _is_rational(function: Expression) -> bool:
    """Whether SMT decides about it: it consists of numbers, variables, powers and pieces."""
    return not function.atoms(sympy.Function) - function.atoms(
        sympy.Piecewise, sympy.Abs, sympy.Max, sympy.Min
    )
