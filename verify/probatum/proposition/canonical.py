"""Brings conditions and statements to one form, so that what says the same in other signs is
equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from types import MappingProxyType

import sympy
from sympy.core.relational import Relational

from probatum.proposition.kinds import All, Equal, ForAll, Joined, Quantified
from probatum.proposition.kinds import Any as Either
from probatum.proposition.parts import free_symbols, is_scalar, subpropositions, substitute
from probatum.proposition.subjects.cardinality import Counted
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Values

# The factors of each term of a sum, and its coefficient.
Terms = dict[frozenset[Expression], Expression]
ANY_NAME = sympy.Dummy("any", real=True)
UNCHANGED: Values = MappingProxyType({})
MOST_RENAMED = 5  # variables that are renamed in all ways


def renamings(variables: frozenset[Symbol], names: frozenset[Expression]) -> Iterator[Point]:
    """All ways to give these variables those names, of which there are as many."""
    if 0 < len(variables) == len(names) <= MOST_RENAMED:
        own, others = (
            sorted(symbols, key=sympy.default_sort_key) for symbols in (variables, names)
        )
        yield from (dict(zip(own, order, strict=True)) for order in permutations(others))


def same(one: Expression, other: Expression) -> bool:
    """Whether two statements suppose and conclude the same, up to moved terms,
    signs and the names of variables.
    """
    wanted = _form(one)
    if _form(other) == wanted:
        return True
    ways = renamings(_bound(other), _bound(one)) if _nameless(one) == _nameless(other) else ()
    return any(
        _form(other, way) == wanted or _same_of_unknowns(one, other, way)
        for way in ways
        if all(own.assumptions0 == name.assumptions0 for own, name in way.items())
    )


def _same_of_unknowns(one: Statement, other: Statement, way: Point) -> bool:
    """Whether they are the same with names of which nothing is known: of others SymPy may see what
    is so, and leave a truth value in its place, as in x^2 >= 0.
    """
    unknown = {name: sympy.Dummy(name.name) for name in way.values()}
    names = {own: unknown[name] for own, name in way.items()}
    return bool(_form(one, unknown) == _form(other, names))


def _nameless(statement: Statement) -> object:
    """The form with one name for all bound variables, which no renaming changes."""
    return _form(statement, dict.fromkeys(_bound(statement), ANY_NAME))


def _bound(statement: Statement) -> frozenset[Symbol]:
    return frozenset(
        symbol for inner in subpropositions(statement) for symbol in getattr(inner, "variables", ())
    )


def _form(statement: Statement, names: Values = UNCHANGED) -> object:
    """The form with other names of variables; what is of all x and some y is another of all y."""
    match statement:
        case ForAll() if not statement.variables and statement.given == sympy.true:
            return _form(statement.then, names)
        case Quantified():
            given = frozenset(map(normal, sympy.And.make_args(substitute(statement.given, names))))
            spoken = free_symbols((statement.given, statement.then))
            over = frozenset(
                names.get(each, each) for each in statement.variables if each in spoken
            )
            return type(statement).__name__, over, given, _form(statement.then, names)
        case All():
            return "And", frozenset(_form(part, names) for part in statement.parts)
        case Either():
            return "Or", frozenset(_form(part, names) for part in statement.parts)
        case Joined():
            number = statement.amount if isinstance(statement, Counted) else None
            parts = frozenset(_form(part, names) for part in statement.parts)
            return type(statement).__name__, number, parts
    told = substitute(statement, names)
    if isinstance(told, Equal) and is_scalar(told.left) and is_scalar(told.right):
        return normal(sympy.Eq(told.left, told.right, evaluate=False))
    return normal(told) if isinstance(told, sympy.Basic) else told


def normal(condition: Condition) -> object:
    """The same form for relations that differ by being flipped, by moved terms,
    by a factor on both sides, or by `Not`.
    """
    if isinstance(condition, (sympy.And, sympy.Or)):
        return type(condition).__name__, frozenset(map(normal, condition.args))
    if isinstance(condition, sympy.Not):
        inner = condition.args[0]
        if isinstance(inner, sympy.Not):
            return normal(inner.args[0])
        return normal(inner.negated) if isinstance(inner, Relational) else condition
    if not isinstance(condition, Relational):
        return condition
    relation, terms = difference(condition)
    if is_reckoned(
        condition
    ):  # x/2 > 2 x/5 says more than x > 0, though a line of reckoning leads there
        return relation, *(frozenset(_terms(side).items()) for side in _less_and_more(condition))
    if not any(
        factor.free_symbols for key in terms for factor in key
    ):  # x < x + 1 is not x < x + 2, though both are 0 < 1
        return condition.reversed if condition.rel_op in (">", ">=") else condition
    if not all(sympy.sympify(value).is_finite for value in terms.values()):
        return condition  # it has no value
    forms = (
        (terms, {key: -value for key, value in terms.items()})
        if relation in ("==", "!=")
        else (terms,)
    )
    return relation, frozenset(map(_up_to_a_factor, forms))


def difference(condition: Condition) -> tuple[str, Terms]:
    """Less, at most, equal or unequal to zero, and what is."""
    less, more = _less_and_more(condition)
    terms = _terms(less)
    for key, value in _terms(more).items():
        terms[key] = terms.get(key, 0) - value
    relation = {">": "<", ">=": "<="}.get(condition.rel_op, condition.rel_op)
    return relation, {key: value for key, value in terms.items() if value != 0}


def _less_and_more(condition: Condition) -> tuple[Expression, Expression]:
    turned = condition.rel_op in (">", ">=")
    return (condition.rhs, condition.lhs) if turned else (condition.lhs, condition.rhs)


def is_reckoned(condition: Condition) -> bool:
    """Whether a term stands on both sides in different numbers, so that there is something to
    reckon.
    """
    less, more = map(_terms, _less_and_more(condition))
    return any(
        less[key] != more[key]
        for key in less.keys() & more.keys()
        if any(part.free_symbols for part in key)
    )


def _up_to_a_factor(terms: Terms) -> frozenset[object]:
    size = max(map(abs, terms.values()), default=1)
    return frozenset((key, value / size) for key, value in terms.items())


def _terms(expression: Expression) -> Terms:
    """A sum as its terms, with a fixed sign in factors that are sums: -(a - b) c is (b - a) c."""
    terms: Terms = {}
    for term in sympy.Add.make_args(expression):
        coefficient, rest = term.as_coeff_Mul()
        factors = sympy.Mul.make_args(rest)
        turned = [
            factor for factor in factors if factor.is_Add and factor.could_extract_minus_sign()
        ]
        signed = (-factor if factor in turned else factor for factor in factors)
        key = frozenset(sympy.Mul.make_args(sympy.Mul(*signed)))  # (a - b) (b - a) is a square
        terms[key] = terms.get(key, 0) + coefficient * (-1) ** len(turned)
    return terms
