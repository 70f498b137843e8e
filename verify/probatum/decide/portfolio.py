"""Asks one decider after the other until enough engines decide: agreeing, or in conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from probatum.decide import registry
from probatum.decide.numbers import witnesses
from probatum.decide.shared.attempt import attempt
from probatum.decide.shared.back_translation import settling, with_meaning
from probatum.decide.shared.second_engine import asked_again
from probatum.decision import DECISIVE, NOBODY, Decision, Outcome, Reason
from probatum.engines.decider import Ask
from probatum.engines.solvers import smt
from probatum.type_names import Statement


@dataclass(frozen=True, slots=True)
class Inquiry:
    """How thoroughly it is asked, and what deciders are handed for asking others: of a simpler
    statement, by the first that decides, or by as many engines as can.
    """

    thorough: bool
    settle: Ask
    settle_well: Ask

    @property
    def ask(self) -> Ask:
        """As thoroughly as this is asked itself."""
        return self.settle_well if self.thorough else self.settle

    def in_turn(self, statement: Statement) -> tuple[Decision, ...]:
        """The decisions of one decider after the other, until enough engines decide."""
        decisions: list[Decision] = []
        for decider in registry.DECIDERS:
            if decider is registry.COSTLY[0] and not decisive(decisions):
                decisions += otherwise(statement, partial(_by_algebra, ask=self.settle))
            wanted = registry.WITNESSES if self.thorough and decider not in registry.COSTLY else 1
            if len(decisive(decisions)) < wanted:
                decisions += attempt(decider, statement, self.ask)
        if (
            self.thorough
            and len(decisive(decisions)) == 1
            and not any(decision.outcome is Outcome.REFUTED for decision in decisions)
        ):
            decisions += self._asked_again(statement, decisions)
        return but_doubts(decisions) or (Decision(NOBODY, Outcome.UNDECIDED, Reason.SCOPE),)

    def _asked_again(self, statement: Statement, decisions: list[Decision]) -> Iterator[Decision]:
        """Another solver's answer; what one finds possible and the other contradictory is a
        conflict. Of what one has proved, the other gets what the proof needs.
        """
        contradictory = any(decision.reason == Reason.NO_COUNTEREXAMPLE for decision in decisions)
        asked = smt.essential(statement) if contradictory else statement
        answers = asked_again(asked, self.settle)
        if not decisive(answers):
            yield from self._with_formulas(statement, decisions)
        for decision in answers:
            disagrees = contradictory and decision.reason == Reason.POSSIBLE
            yield (
                replace(decision, outcome=Outcome.REFUTED, reason=Reason.DISAGREES)
                if disagrees
                else decision
            )

    def _with_formulas(self, statement: Statement, decisions: list[Decision]) -> Iterator[Decision]:
        """Proofs by formulas for what is said to exist, by other engines than have proved it."""
        known = decisive(decisions)
        for decision in attempt(witnesses.Again(), statement, self.settle_well):
            if known.isdisjoint(decision.engine.split(" and ")):
                yield decision


def otherwise(
    statement: Statement, ask: Callable[[Statement], Iterable[Decision]]
) -> tuple[Decision, ...]:
    """The decisions on the statement as a theorem writes it, the first one that helps; proofs alone
    where what it leads to may be false of other cases.
    """
    for rewriting in registry.OTHERWISE:
        theorem = rewriting.theorem
        other, same = with_meaning(statement, rewriting.written(statement))
        found = tuple(ask(other)) if other != statement else ()
        if not same:
            found = tuple(decision for decision in found if decision.outcome in DECISIVE)
        settled = settling(found, (theorem,))
        if settled:
            return settled
    return ()


def _by_algebra(statement: Statement, ask: Ask) -> Iterator[Decision]:
    for prover in registry.ALGEBRA:
        yield from attempt(prover, statement, ask)


def but_doubts(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions, without the support of cases where one may break the statement after all."""
    several = tuple(decisions)
    doubt = any(decision.reason == Reason.NOT_CONFIRMED for decision in several)
    return tuple(
        decision for decision in several if not (doubt and decision.outcome is Outcome.SUPPORTED)
    )


def decisive(decisions: Iterable[Decision]) -> set[str]:
    """The engines that prove, enclose or refute."""
    return {
        decision.engine
        for decision in decisions
        if decision.outcome in (*DECISIVE, Outcome.REFUTED)
    }
