"""What holds in every case that a statement speaks of: where its hypotheses are met, and so all in
it that stands behind no condition has a value.
"""

from __future__ import annotations

from collections.abc import Iterable

from probatum.proposition.definedness import defined
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition


def holds_in_every_case(needed: Condition, statement: ForAll) -> bool:
    """Whether a condition is one of the hypotheses, or what these or the conclusion need to have a
    value; of a statement that has one wherever its hypotheses are met.
    """
    stated = (statement.given, defined(statement.given), defined(statement.then))
    return {*conjuncts(needed)} <= {*_all_of(stated)}


def _all_of(conditions: Iterable[Condition]) -> Iterable[Condition]:
    return (part for condition in conditions for part in conjuncts(condition))
