"""Tells what is so whatever stands in the place of the terms that it has from another statement."""

from __future__ import annotations

from typing import Any

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.errors import ProbatumError
from probatum.proposition.evaluated import plain
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import leaves, rewrite, without_hints
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.limit import SIDES
from probatum.proposition.written import OPERATORS, Written
from probatum.type_names import Condition, Expression, Statement, Symbol

STANDING = (ExprWithLimits, sympy.Limit, sympy.Derivative, sympy.Subs)
NOT_TOLD = (
    ProbatumError,
    NotImplementedError,
    ArithmeticError,
    AttributeError,
    TypeError,
    ValueError,
)


def whatever_terms(said: Statement, statement: Statement) -> bool:
    """Whether a statement has terms of another one, and is true of any numbers in their place:
    0 times an integral is 0, and an integral is less than itself and one. One of what there is may
    choose it by what stands there.
    """
    if _condition(said) is None:
        return False
    put = _Put(_terms(statement))
    try:
        placed = plain(rewrite(without_hints(said), put.inside))
        if not put.numbers or any(isinstance(name, General) for name in _names(placed)):
            return False
        return settle(_for_any(placed, tuple(put.numbers.values()))).truth is Truth.TRUE
    except NOT_TOLD:
        return False


def _condition(said: Statement) -> Condition | None:
    return condition_of(said.then if isinstance(said, ForAll) else said)


def _for_any(placed: Statement, numbers: tuple[Symbol, ...]) -> Statement:
    if isinstance(placed, ForAll):
        own = (each for each in placed.variables if not isinstance(each, General))
        return for_all((*own, *numbers), placed.given, placed.then)
    return for_all(numbers, sympy.true, placed)


def _names(statement: Statement) -> set[Symbol]:
    """All names in what it supposes and concludes."""
    parts = (statement.given, statement.then) if isinstance(statement, ForAll) else (statement,)
    return {
        name
        for part in parts
        for leaf in leaves(part)
        for name in (leaf.atoms(sympy.Symbol) if isinstance(leaf, sympy.Basic) else ())
    }


def _alike(term: Expression) -> Expression:
    """A term with the same names for what its sums, integrals and limits are over; the side that
    a limit comes from stands there as a symbol as well.
    """
    free = term.free_symbols
    bound = dict.fromkeys(
        part
        for part in sympy.preorder_traversal(term)
        if part.is_Symbol and part not in free and str(part) not in SIDES.values()
    )
    names = {
        name: sympy.Symbol(f"_over{number}", **name.assumptions0)
        for number, name in enumerate(bound)
    }
    return term.xreplace(names) if names else term


def _terms(statement: Statement) -> frozenset[Expression]:
    """What stands in it, but for variables and plain numbers."""
    return frozenset(
        _alike(part.as_coeff_Mul()[1])
        for form in (statement, plain(statement))
        for leaf in leaves(form)
        if isinstance(leaf, sympy.Basic)
        for part in sympy.preorder_traversal(leaf)
        if isinstance(part, sympy.Expr) and _is_term(part)
    )


def _is_term(part: Expression) -> bool:
    core = part.as_coeff_Mul()[1]
    return not core.is_Symbol and not core.is_Rational


class _Put:
    """Numbers in the place of terms, the longest first."""

    def __init__(self, terms: frozenset[Expression]) -> None:
        self.terms = terms
        self.numbers: dict[Expression, Symbol] = {}

    def inside(self, part: Any) -> Any:
        """The expression or condition of these numbers; in sums, integrals and limits nothing is
        put.
        """
        if not isinstance(part, sympy.Basic):
            return part
        if isinstance(part, sympy.Expr):
            factor, core = part.as_coeff_Mul()
            if (term := _alike(core)) in self.terms:
                return factor * self.numbers.setdefault(term, sympy.Dummy("any", real=True))
        if isinstance(part, STANDING) or not part.args:
            return part
        if (beside := self._beside(part)) is not None:
            return self.inside(beside)
        if isinstance(part, Written):
            if part.operation not in OPERATORS:
                return part
            return Written(part.operation, *map(self.inside, part.operands))
        options = {"evaluate": False} if isinstance(part, Relational) else {}
        return part.func(*map(self.inside, part.args), **options)

    def _beside(self, part: Expression) -> Expression | None:
        """A sum or product with a number in the place of several of its parts that are such a term;
        None where there are none.
        """
        if not isinstance(part, (sympy.Add, sympy.Mul)):
            return None
        for term in sorted(self.terms, key=sympy.default_sort_key):
            if term.func is part.func and {*term.args} < {*part.args}:
                rest = (each for each in part.args if each not in term.args)
                return part.func(self.inside(term), *rest)
        return None
