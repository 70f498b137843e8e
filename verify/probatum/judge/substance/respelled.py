"""Finds what is supposed that is the conclusion under another spelling: equivalent beside what else
is supposed, needed, and not plainer.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import sympy

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.judge.substance.plainness import is_plainer
from probatum.proposition.kinds import for_all
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Symbol

MOST_OPTIONS = 4  # cases that are looked into, beside the whole
MOST_PARTS = 6  # of a condition
NOT_TOLD = (ProbatumError, NotImplementedError, ArithmeticError, TypeError, ValueError)


class Supposing:
    """What is supposed of variables, and what follows from it."""

    def __init__(self, variables: tuple[Symbol, ...], given: Condition) -> None:
        self.variables = variables
        self.given = given

    def respells(self, condition: Condition, then: Condition) -> bool:
        """Whether each part of a conclusion that needs a condition is one of its parts, or of one
        of its cases, under another spelling that is not plainer; or all of them together are.
        """
        wanted = [part for part in conjuncts(then) if not self.follows(sympy.true, part)]
        ways = [wanted, [sympy.And(*wanted)]] if len(wanted) > 1 else [wanted]
        return bool(wanted) and any(
            all(self._covers(option, self._possible(part)) for part in way)
            for option in islice(_options(condition), 1 + MOST_OPTIONS)
            for way in ways
        )

    def follows(self, supposed: Condition, then: Condition) -> bool:
        """Whether a condition follows from this one and from what is supposed anyway."""
        given = sympy.And(self.given, supposed)
        if given == sympy.false or then in (sympy.true, sympy.false):
            return bool(then == sympy.true)
        try:
            return settle(for_all(self.variables, given, then)).truth is Truth.TRUE
        except NOT_TOLD:
            return False

    def _possible(self, then: Condition) -> Condition:
        """Without those of several parts, one of which must be so, that never are."""
        if not isinstance(then, sympy.Or):
            return then
        return sympy.Or(
            *(part for part in then.args if not self.follows(sympy.true, sympy.Not(part)))
        )

    def _covers(self, condition: Condition, part: Condition) -> bool:
        """Whether a part of the conclusion needs one that comes to it beside the others."""
        heavy = [each for each in conjuncts(condition) if not is_plainer(each, part)]
        if not heavy or len(conjuncts(condition)) > MOST_PARTS:
            return False
        needed = self._needed(condition, heavy, part)
        return any(
            self.follows(sympy.And(part, *(each for each in needed if each is not one)), one)
            for one in heavy
            if one in needed
        )

    def _needed(
        self, condition: Condition, heavy: list[Condition], part: Condition
    ) -> list[Condition]:
        """The parts of a condition without such as it does not take, the heavy ones left out first;
        none where they do not lead to the part of the conclusion.
        """
        needed = [*conjuncts(condition)]
        if not self.follows(condition, part):
            return []
        for one in sorted(needed, key=lambda each: each not in heavy):
            rest = [each for each in needed if each is not one]
            if self.follows(sympy.And(*rest), part):
                needed = rest
        return needed


def _options(condition: Condition) -> Iterator[Condition]:
    """The condition, and each of the cases that it joins by `Or`."""
    yield condition
    if isinstance(condition, sympy.Or):
        yield from sorted(condition.args, key=sympy.default_sort_key)
