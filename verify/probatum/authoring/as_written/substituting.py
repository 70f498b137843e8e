"""What an author puts in for variables, with what it is put into."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import kept, provided
from probatum.authoring.as_written.operations import is_exact
from probatum.proposition.definedness import defined
from probatum.proposition.written import SUBSTITUTION, evaluated
from probatum.shapes import Authored, Condition, Expression, Values

SIGNS = {
    "is_positive": sympy.Gt, "is_negative": sympy.Lt, "is_nonnegative": sympy.Ge,
    "is_nonpositive": sympy.Le, "is_nonzero": sympy.Ne,
}  # fmt: skip


def put_in(expression: Expression, values: Values) -> Expression:
    """An expression, or a list or matrix of them, at values of its variables."""
    if isinstance(expression, (list, tuple)):
        return type(expression)(put_in(part, values) for part in expression)
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(lambda entry: put_in(entry, values))
    if not isinstance(expression, sympy.Expr) or all(old == new for old, new in values.items()):
        return expression
    return _at(expression, values)


def substituted(
    method: Authored, owner: Authored, pairs: tuple[Authored, ...], options: dict[str, Authored]
) -> Authored:
    """A substitution, with what was substituted into."""
    pairs = tuple(list(part) if isinstance(part, Iterator) else part for part in pairs)
    if isinstance(owner, MatrixBase):
        return owner.applyfunc(
            lambda entry: substituted(getattr(entry, method.__name__), entry, pairs, options)
        )
    if _is_in_order(method, pairs) and not options:
        for pair in pairs[0]:
            owner = substituted(owner.subs, owner, tuple(pair), options)
        return owner
    result = method(*pairs, **options)
    if not isinstance(result, sympy.Expr) or result == owner:
        return result
    values = _substitution(pairs)
    if values is None:
        return _replaced(method, owner, pairs, result)
    return _at(owner, values)


def _is_in_order(method: Authored, pairs: tuple[Authored, ...]) -> bool:
    """Whether values are put for several variables, one after the other."""
    listed = pairs[0] if len(pairs) == 1 and isinstance(pairs[0], (list, tuple)) else ()
    return bool(
        method.__name__ == "subs"
        and listed
        and all(isinstance(pair, (list, tuple)) and len(pair) == 2 for pair in listed)
        and all(isinstance(old, sympy.Symbol) and is_exact(new) for old, new in listed)
    )


def _at(expression: Expression, values: Mapping[Expression, Expression]) -> Expression:
    """The expression at values of its variables; of those that it binds there are none."""
    touched = {old: new for old, new in values.items() if old in expression.free_symbols}
    if not touched:
        return expression
    parts = (part for pair in touched.items() for part in pair)
    return provided(kept(SUBSTITUTION, (expression, *parts)), _admitted(touched))


def _replaced(
    method: Authored, owner: Authored, pairs: tuple[Authored, ...], result: Authored
) -> Authored:
    """What came of replacing parts, defined where the whole is once the same is replaced there;
    of replaced functions and patterns that is not said.
    """
    said = [[*part.items()] if isinstance(part, dict) else part for part in pairs]
    parts = sympy.flatten(said, cls=(list, tuple, set, sympy.Tuple))
    if not all(map(is_exact, parts)) or sympy.Tuple(*parts).has(sympy.Wild):
        return result
    needed = getattr(defined(owner), method.__name__)(*pairs)
    return provided(result, needed)


def _substitution(pairs: tuple[Authored, ...]) -> dict[Authored, Authored] | None:
    """What is put for which variable, all at once; None where the order may matter,
    or more than variables is replaced.
    """
    entries = (
        dict([pairs])
        if len(pairs) == 2
        else dict(pairs[0])
        if len(pairs) == 1 and not isinstance(pairs[0], sympy.Set)
        else {}
    )
    if not entries or not all(
        isinstance(old, sympy.Symbol) and is_exact(new) for old, new in entries.items()
    ):
        return None
    values = {old: sympy.sympify(new) for old, new in entries.items()}
    return (
        values
        if len(values) == 1
        or not {symbol for new in values.values() for symbol in new.free_symbols} & set(values)
        else None
    )


def _admitted(values: Mapping[Expression, Expression]) -> Condition:
    """Where values are such as the variables are that they are put in for: what the algebra system
    has made of a positive variable, or of an integer, is so of no other number.
    """
    needed = []
    for variable, value in values.items():
        here = evaluated(value)
        for name, relation in SIGNS.items():
            if getattr(variable, name) and not getattr(here, name):
                needed.append(relation(here, 0))
        if variable.is_integer and not here.is_integer:
            needed.append(sympy.Eq(sympy.floor(here), here))
    return sympy.And(*needed)
