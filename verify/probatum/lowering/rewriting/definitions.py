"""What stands for something else by definition: an equation between matrices for those of their
entries, Heaviside's function and Kronecker's delta for their cases.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy

from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import COMPONENTS, equations
from probatum.lowering.theorem import Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import Equal
from probatum.proposition.parts import is_between_matrices
from probatum.proposition.sense.definedness import defined
from probatum.proposition.written import DERIVATIVE, SUBSTITUTION, Written, unevaluated
from probatum.type_names import Change, Comparison, Condition, Expression

STEPS = Theorem("Steps by cases", "SymPy, Heaviside and KroneckerDelta", exact=True)
HALF = sympy.Rational(1, 2)  # Heaviside's function at zero, where its author says nothing else


def definitions(expression: Expression) -> tuple[Theorem, ...]:
    """What the definitions are called by which something in it is written out."""
    parts = [*_parts(expression)]
    rows = ((is_between_matrices, COMPONENTS), (_is_step, STEPS))
    return tuple(theorem for stands, theorem in rows if any(map(stands, parts)))


def by_definition(expression: Expression) -> Expression:
    """The expression or condition with all such things written out; where matrices are compared it
    may have a value where it had none, which has to be asked first.
    """
    return _entries_compared(with_cases(expression))


def with_cases(expression: Expression) -> Expression:
    """The same of steps alone, which has a value exactly where it had one: nothing is evaluated.

    What is derived stays: the derivative of a step is no function.
    """
    if not _is_step(expression):
        return _with_parts(expression, with_cases)
    cases = _delta if _is_delta(expression) else _heaviside
    return cases(*map(with_cases, _operands(expression)))


def _entries_compared(expression: Expression) -> Expression:
    made = _with_parts(expression, _entries_compared)
    return _entry_by_entry(made) if is_between_matrices(made) else made


def _with_parts(expression: Expression, change: Change) -> Expression:
    """The expression with its parts changed, and with nothing evaluated on the way."""
    if _is_derived(expression):
        return expression
    if isinstance(expression, sympy.MatrixBase):
        return expression.applyfunc(change)
    parts = {part: change(part) for part in expression.args}
    same = all(part == changed for part, changed in parts.items())
    return expression if same else unevaluated(expression, parts.__getitem__)


def _parts(expression: Expression) -> Iterator[Expression]:
    """The expression and all that stands in it, but for what is derived."""
    if not _is_derived(expression):
        yield expression
        for part in expression.args:
            yield from _parts(part)


def _is_derived(expression: Expression) -> bool:
    written = isinstance(expression, Written) and expression.operation in (DERIVATIVE, SUBSTITUTION)
    return written or isinstance(expression, (sympy.Derivative, sympy.Subs))


def _entry_by_entry(relation: Comparison) -> Condition:
    """That all entries are equal, or that some are not; of matrices of two shapes none is equal."""
    equal = isinstance(relation, sympy.Equality)
    try:
        (found,) = equations(Equal(*relation.args))
    except OutOfScopeError:
        return sympy.sympify(not equal)
    pairs = [pair for pair in found if pair.lhs != pair.rhs]
    return sympy.And(*pairs) if equal else sympy.Or(*map(sympy.Not, pairs))


def _is_step(expression: Expression) -> bool:
    """Heaviside's function, of which the value at zero is one, or Kronecker's delta of two
    numbers.
    """
    if _function(expression) == sympy.Heaviside:
        return all(defined(at_zero) == sympy.true for at_zero in _operands(expression)[1:])
    return _is_delta(expression)


def _is_delta(expression: Expression) -> bool:
    return _function(expression) == sympy.KroneckerDelta and len(_operands(expression)) == 2


def _function(expression: Expression) -> Expression:
    if isinstance(expression, Written):
        return getattr(sympy, expression.operation, None)
    return expression.func


def _operands(expression: Expression) -> tuple[Expression, ...]:
    return expression.operands if isinstance(expression, Written) else expression.args


def _heaviside(number: Expression, at_zero: Expression = HALF) -> Expression:
    above, below = (kind(number, 0, evaluate=False) for kind in (sympy.Gt, sympy.Lt))
    return sympy.Piecewise((1, above), (0, below), (at_zero, True), evaluate=False)


def _delta(one: Expression, other: Expression) -> Expression:
    """By whether both are equal; where one may be infinite, by whether they differ by zero, which
    no infinity does: beside an equality sign it would be an answer.
    """
    if any(side.has(*BINDERS) for side in (one, other)):
        one, other = sympy.Add(one, -other, evaluate=False), sympy.S.Zero
    same = sympy.Eq(one, other, evaluate=False)
    return sympy.Piecewise((1, same), (0, True), evaluate=False)
