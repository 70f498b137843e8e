"""What is known of a value, as a hypothesis that leaves out no case."""

from __future__ import annotations

import sympy

from probatum.proposition.definedness import defined
from probatum.type_names import Condition


def known_where_defined(fact: Condition) -> Condition:
    """The fact where it has a value. As a hypothesis of its own it would leave out those cases in
    which it has none, for a statement that has a value there, too.
    """
    needed = defined(fact)
    return fact if needed == sympy.true else sympy.Or(sympy.Not(needed), fact)
