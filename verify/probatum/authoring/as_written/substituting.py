"""What an author puts in for variables, with what it is put into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from numbers import Real

import sympy
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import is_exact, kept, needs, provided
from probatum.errors import DefinitionError
from probatum.proposition.binders import BINDERS, renamed_apart
from probatum.proposition.in_place import Place, changed
from probatum.proposition.unknown import unknown
from probatum.proposition.written import DERIVATIVE, SUBSTITUTION, Written, evaluated
from probatum.type_names import (
    Authored,
    Change,
    Condition,
    Expression,
    Function,
    Symbol,
    Values,
)

SIGNS = {
    "is_positive": sympy.Gt, "is_negative": sympy.Lt, "is_nonnegative": sympy.Ge,
    "is_nonpositive": sympy.Le, "is_nonzero": sympy.Ne,
}  # fmt: skip

RARER = ("is_prime", "is_composite")
OF_FRACTIONS = ("is_rational", "is_irrational", "is_algebraic", "is_transcendental")


def put_in(expression: Expression, values: Values) -> Expression:
    """An expression, or a list or matrix of them, at values of its variables."""
    if isinstance(expression, (list, tuple)):
        return type(expression)(put_in(part, values) for part in expression)
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(lambda entry: put_in(entry, values))
    if not isinstance(expression, sympy.Expr) or all(old == new for old, new in values.items()):
        return expression
    return _at(expression, values)


def placed(
    expression: Expression, variables: Authored, values: Authored, **options: Authored
) -> Authored:
    """sympy.Subs: an expression at values of variables, which are put in all at once."""
    names, put = (
        tuple(part) if isinstance(part, (list, tuple, sympy.Tuple)) else (part,)
        for part in (variables, values)
    )
    known = isinstance(expression, (sympy.Expr, MatrixBase)) and len(names) == len(put)
    if options or not known or not all(isinstance(name, sympy.Symbol) for name in names):
        return sympy.Subs(expression, variables, values, **options)
    pairs = dict(zip(names, put, strict=True))
    return substituted(expression.subs, expression, (pairs,), {"simultaneous": True})


def substituted(
    method: Function, owner: Expression, pairs: tuple[Authored, ...], options: dict[str, Authored]
) -> Authored:
    """A substitution, with what was substituted into."""
    pairs = tuple(list(part) if isinstance(part, Iterator) else part for part in pairs)
    if isinstance(owner, MatrixBase):
        return owner.applyfunc(
            lambda entry: substituted(getattr(entry, method.__name__), entry, pairs, options)
        )
    values = _substitution(pairs)
    if values is not None:
        return _at(owner, values)
    entries = _entries(pairs)
    if entries is None:
        return _by_what_stands_in(method, owner, pairs, options)
    if method.__name__ == "subs" and len(entries) > 1 and not options.get("simultaneous"):
        for entry in entries:
            owner = substituted(owner.subs, owner, entry, options)
        return owner
    return _replaced(method, owner, dict(entries))


def _at(expression: Expression, values: Mapping[Expression, Expression]) -> Expression:
    """The expression at values of its variables; of those that it binds there are none."""
    touched = {old: new for old, new in values.items() if old in expression.free_symbols}
    return provided(_put_inside(expression, touched), _admitted(touched)) if touched else expression


def _put_inside(expression: Expression, values: Values) -> Expression:
    """The same; of a sum, integral or limit the values are put into what it is of, and its ends."""
    constructs: dict[Symbol, Expression] = {}

    def apart(part: Expression, place: Place) -> Expression | None:
        if not isinstance(part, BINDERS) or not part.free_symbols & set(values) or place.near(part):
            return None
        stand_in = sympy.Dummy(type(part).__name__, real=True)
        constructs[stand_in] = _inside_of(renamed_apart(part, "subs"), values)
        return stand_in

    inner = changed(expression, apart)
    if inner in constructs:
        return constructs[inner]
    put = {**values, **constructs}
    touched = {old: new for old, new in put.items() if old in inner.free_symbols}
    parts = (part for pair in touched.items() for part in pair)
    return kept(SUBSTITUTION, (_apart(inner, touched.values()), *parts)) if touched else inner


def _inside_of(construct: Expression, values: Values) -> Expression:
    """The construct, which binds nothing that stands in the values, with these in its parts."""
    if isinstance(construct, sympy.Limit):
        inner, variable, point, direction = construct.args
        inside, place = _put_inside(inner, values), _put_inside(point, values)
        return sympy.Limit(inside, variable, place, str(direction))
    if isinstance(construct, sympy.Subs):
        points = (_put_inside(point, values) for point in construct.point)
        inside = _put_inside(construct.expr, values)
        return sympy.Subs(inside, construct.variables, sympy.Tuple(*points))
    ends = (
        (limit[0], *(_put_inside(end, values) for end in limit[1:])) for limit in construct.limits
    )
    return construct.func(_put_inside(construct.function, values), *ends)


def _apart(expression: Expression, put: Iterable[Expression]) -> Expression:
    """The expression, whose bound variables get other names where one of them is put in."""
    names = set().union(*(value.free_symbols for value in put))
    met = any(part.has(*names) for part in expression.atoms(*BINDERS))
    return renamed_apart(expression, "a substitution") if met else expression


def _entries(pairs: tuple[Authored, ...]) -> list[tuple[Expression, Expression]] | None:
    """What is put for what, in the order of SymPy; None for functions and patterns."""
    first, *rest = pairs
    items = [pairs] if rest else list(first.items() if isinstance(first, Mapping) else first)
    if not all(isinstance(item, (tuple, list, sympy.Tuple)) and len(item) == 2 for item in items):
        return None
    flat = sympy.flatten([tuple(item) for item in items])
    if not all(map(_is_number, flat)) or sympy.Tuple(*flat).has(sympy.Wild):
        return None
    found = [(sympy.sympify(old), sympy.sympify(new)) for old, new in items]
    if isinstance(first, (Mapping, set, frozenset)):
        found.sort(key=lambda item: (-_nodes(item[0]), sympy.default_sort_key(item[0])))
    return found


def _nodes(expression: Expression) -> int:
    return sum(1 for _ in sympy.preorder_traversal(expression))


def _is_number(thing: Authored) -> bool:
    return isinstance(thing, (sympy.Expr, Real)) and not isinstance(thing, bool)


def _replaced(method: Function, owner: Expression, values: Values) -> Expression:
    """What comes of replacing parts, all at once, which are put in for a variable of their own."""
    if all(isinstance(old, sympy.Symbol) for old in values):
        return _at(owner, values)

    def replace(part: Expression, by: Values) -> Expression:
        """subs finds x**2 in x**4 as well, the others what stands there alone."""
        at_once = {"simultaneous": True} if len(by) > 1 else {}
        return part.subs(by, **at_once) if method.__name__ == "subs" else part.xreplace(by)

    own = {old: sympy.Dummy(real=True) for old in values}
    if replace(owner, own) == owner:
        return owner
    owner = _apart(owner, values.values())
    inner = replace(owner, own)
    if _is_moving(owner, inner, own.values()):
        return _where_defined(owner, lambda part: replace(part, values), values.values())
    return _at(inner, {own[old]: new for old, new in values.items()})


def _by_what_stands_in(
    method: Function, owner: Expression, pairs: tuple[Authored, ...], options: dict[str, Authored]
) -> Expression:
    """What comes of replacing a function, or what fits a pattern, each by what is made of it.

    Raises DefinitionError where that is not said by a function or a pattern.
    """
    told = all(callable(part) or isinstance(part, sympy.Basic) for part in pairs)
    if len(pairs) != 2 or not told or method.__name__ == "xreplace" or "map" in options:
        raise DefinitionError(
            f"{method.__name__}: got {', '.join(map(str, pairs))}, wanted expressions and what is "
            "put for them, or a function or pattern and what is made of it"
        )
    query, made = pairs
    found: dict[Symbol, Expression] = {}

    def new(*arguments: Authored, **matched: Authored) -> Expression:
        if callable(made):
            return sympy.sympify(made(*arguments, **matched))
        return made.xreplace({wild: matched[wild.name] for wild in made.atoms(sympy.Wild)})

    def stand_in(*arguments: Authored, **matched: Authored) -> Symbol:
        variable = sympy.Dummy(real=True)
        found[variable] = new(*arguments, **matched)
        return variable

    result = owner.replace(query, stand_in, **options)
    if _is_moving(owner, result, found):
        return _where_defined(
            owner, lambda part: part.replace(query, new, **options), found.values()
        )
    for variable in reversed(found):
        result = _at(result, {variable: found[variable]})
    return result


def _is_moving(owner: Expression, inner: Expression, own: Iterable[Symbol]) -> bool:
    """Whether something would not see what a variable of its own depends on; or it is an exponent:
    x**y has another domain than x**2.
    """
    if owner.atoms(sympy.Derivative, *BINDERS):
        return True
    written = owner.atoms(Written) | inner.atoms(Written)
    if any(part.operation in (DERIVATIVE, SUBSTITUTION) for part in written):
        return True
    exponents = [power.exp for power in inner.atoms(sympy.Pow)]
    exponents += [part.operands[1] for part in written if part.operation == "**"]
    return any(exponent.has(*own) for exponent in exponents if own)


def _where_defined(owner: Expression, replace: Change, put: Iterable[Expression]) -> Expression:
    """What has become of an expression, where it was defined and what was put in is, but for what
    is bound.
    """
    bound = {name for part in owner.atoms(*BINDERS) for name in part.atoms(sympy.Symbol)}
    bound -= owner.free_symbols
    needed = sympy.And(replace(evaluated(needs(owner))), *map(needs, put))
    parts = (part for part in sympy.And.make_args(needed) if not part.free_symbols & bound)
    return provided(replace(owner), sympy.And(*parts))


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


def _rarer(variable: Symbol) -> tuple[str, ...]:
    """What may be supposed of a variable beyond its sign and parity."""
    return RARER if variable.is_integer else (*RARER, *OF_FRACTIONS)


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
        if variable.is_integer and variable.is_even is not None and here.is_even is None:
            needed.append(sympy.Eq(sympy.Mod(here, 2), int(variable.is_odd)))
        if any(getattr(variable, name) and not getattr(here, name) for name in _rarer(variable)):
            needed.append(unknown(here))
    return sympy.And(*needed)
