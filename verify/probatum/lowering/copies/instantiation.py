"""What is supposed of each number with an index is so of any one of them, and of their sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sympy
from sympy.core.relational import Relational

from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.random import FeatureVariable, Total
from probatum.type_names import Condition, Expression, Symbol


def none_supposed(statement: ForAll) -> ForAll:
    """That no numbers satisfy what is supposed, by one of them and by sums, which are variables."""
    indexed = [each for each in statement.variables if isinstance(each, FeatureVariable)]
    count = indexed[0].known["of"]
    given: list[Condition] = [sympy.Ge(count, 1)]
    for part in conjuncts(statement.given):
        given += _said(part, indexed, count)
    one = {each: sympy.Symbol(each.name, real=True) for each in indexed}
    supposed = sympy.And(*given).xreplace(one)
    numbers = [each for each in statement.variables if each not in one]
    others = sorted(supposed.free_symbols - set(numbers), key=str)
    return for_all((*numbers, *others), supposed, sympy.false)


def _said(part: Condition, indexed: Sequence[Symbol], count: Expression) -> Iterator[Condition]:
    """Of one number, or of none; and of the sum over all of them."""
    lowered = _in_sums(part, indexed, count)
    yield lowered
    adds_up = isinstance(lowered, Relational) and not isinstance(lowered, sympy.Ne)
    if adds_up and lowered.has(*indexed):
        difference = lowered.lhs - lowered.rhs
        yield lowered.func(_sum(difference, indexed, count), 0, evaluate=False)


def _in_sums(part: Expression, indexed: Sequence[Symbol], count: Expression) -> Expression:
    if isinstance(part, Total):
        return _sum(_in_sums(part.args[0], indexed, count), indexed, count)
    if not part.args:
        return part
    options = {"evaluate": False} if isinstance(part, Relational) else {}
    return part.func(*(_in_sums(each, indexed, count) for each in part.args), **options)


def _sum(term: Expression, indexed: Sequence[Symbol], count: Expression) -> Expression:
    """A sum over the index, with a variable for each sum that does not fall apart."""
    found = []
    for addend in sympy.Add.make_args(sympy.expand(term)):
        factor, rest = addend.as_independent(*indexed, as_Add=False)
        whole = sympy.Symbol(f"sum of {rest}", real=True)
        found.append(factor * (count if rest == 1 else whole))
    return sympy.Add(*found)
