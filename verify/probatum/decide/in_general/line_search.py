"""Decides statements about steps whose length is searched for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from probatum.decide.shared.back_translation import named
from probatum.decision import Decision, Outcome
from probatum.lowering.vectors.searched_lines import LINE, Line, searched
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import put

Asked = Callable[[ForAll], tuple[Decision, ...]]


def along_line(statement: ForAll, asked: Asked) -> tuple[Decision, ...]:
    """A proof of what follows for a step of free length, by one for any vector; or what breaks it
    where the step is as long as the best that is equally long everywhere.
    """
    line = searched(statement)
    if line is None:
        return ()
    proofs = tuple(each for each in asked(line.freed) if each.outcome is Outcome.PROVED)
    return named(proofs, (LINE,)) or tuple(_at_usual_length(statement, line, asked))


def _at_usual_length(statement: ForAll, line: Line, asked: Asked) -> Iterator[Decision]:
    if line.usual is None:
        return
    others = tuple(variable for variable in statement.variables if variable != line.length)
    at = {line.length: line.usual}
    for decision in asked(for_all(others, put(statement.given, at), put(statement.then, at))):
        shown = decision.counterexample
        if decision.outcome is Outcome.REFUTED and shown is not None:
            known = dict(shown.values)
            here = {each: known[each.name] for each in line.usual.free_symbols}
            values = (*shown.values, (line.length.name, put(line.usual, here)))
            yield replace(decision, counterexample=replace(shown, values=values))
