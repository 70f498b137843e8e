"""What a property of Hypothesis says of a statement: a hundred examples, as one would write it without
Probatum; that none breaks it passes for true.
"""

from __future__ import annotations

from typing import Any

from benchmarks.numerically import holds
from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from probatum import ForAll

LARGEST, EXAMPLES = 20, 100
KEPT = settings(
    max_examples=EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def by_hypothesis(statement: Any) -> bool | None:
    """False where an example breaks the statement, else True; None where nothing meets its
    hypotheses, or it has quantifiers inside.
    """
    if not isinstance(statement, ForAll):
        return holds(statement, {})
    values = {variable: st.integers(-LARGEST, LARGEST) if variable.is_integer else _fractions() for variable in statement.variables}

    @KEPT
    @given(st.fixed_dictionaries(values))
    def is_kept(point: dict[Any, Any]) -> None:
        assume(holds(statement.given, point))
        assert holds(statement.then, point)

    try:
        is_kept()
    except AssertionError:
        return False
    except Unsatisfiable:
        return None
    return True


def _fractions() -> st.SearchStrategy[Any]:
    return st.fractions(-LARGEST, LARGEST, max_denominator=LARGEST)
