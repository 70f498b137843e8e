"""What is known of a value, as a hypothesis that leaves out no case."""

from __future__ import annotations

import sympy

from probatum.calculus.signs import sign_under
from probatum.proposition.definedness import defined
from probatum.proposition.parts import conjuncts
from probatum.type_names import Condition, Symbols

APART = (sympy.Ne, sympy.Gt, sympy.Lt)


def known_where_defined(
    fact: Condition, given: Condition = sympy.true, of: Symbols | None = None
) -> Condition:
    """The fact where it has a value. As a hypothesis of its own it would leave out those cases in
    which it has none, for a statement that has a value there, too.

    given: the hypotheses beside it, which may say that it has one; of: the symbols on which alone
    that may hang, where it does not hang on all.
    """
    needed = [part for part in conjuncts(defined(fact)) if not _is_said(part, given)]
    if of is not None:
        needed = [part for part in needed if part.free_symbols <= {*of}]
    return sympy.Or(sympy.Not(sympy.And(*needed)), fact) if needed else fact


def _is_said(needed: Condition, given: Condition) -> bool:
    """Whether hypotheses say as it stands, or by their bounds, that a number is not zero, or on
    which side of another one it is.
    """
    if needed in conjuncts(given):
        return True
    if not isinstance(needed, APART):
        return False
    above = needed.lhs - needed.rhs if isinstance(needed, sympy.Ne) else needed.gts - needed.lts
    sign, apart = sign_under(above, given)
    return apart and (sign == 1 or (sign == -1 and isinstance(needed, sympy.Ne)))
