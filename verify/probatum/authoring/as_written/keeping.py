"""What is kept as written, and what the algebra system makes of it, where it is defined."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from numbers import Rational

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.function import AppliedUndef
from sympy.logic.boolalg import Boolean
from sympy.matrices.matrixbase import MatrixBase

from probatum.errors import DefinitionError
from probatum.proposition.binders import BINDERS
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.sense.definedness import defined
from probatum.proposition.unknown import unknown
from probatum.proposition.written import (
    PROVIDED,
    REWRITTEN,
    Written,
    evaluated,
    is_written,
)
from probatum.type_names import Authored, Condition, Expression, Function, Symbol

SAYING = (str, bool, int, type(None))  # answers without a value that could be undefined
HOLDING = (sympy.Expr, MatrixBase, list, tuple, set, sympy.Tuple, sympy.FiniteSet)
LARGEST = 200  # nodes of what is kept as written; beyond, its value and where it is defined are


def value_of(thing: Authored) -> Authored:
    """What the algebra system makes of a thing, where it is kept as written."""
    if isinstance(thing, (list, tuple)) and type(thing) in (list, tuple):
        return type(thing)(map(value_of, thing))
    if isinstance(thing, dict) and type(thing) is dict:
        return {value_of(key): value_of(value) for key, value in thing.items()}
    if isinstance(thing, MatrixBase) or (
        isinstance(thing, sympy.Basic) and not isinstance(thing, sympy.Symbol)
    ):
        return evaluated(hashable(thing)) if is_written(hashable(thing)) else thing
    return thing


def hashable(thing: Authored) -> Authored:
    """The thing, of which a matrix can be changed no more."""
    return sympy.ImmutableMatrix(thing) if isinstance(thing, MatrixBase) else thing


def is_exact(thing: Authored) -> bool:
    """Whether it is an expression or number without rounding, NumPy's integers among them."""
    if isinstance(thing, sympy.Expr):
        return not isinstance(thing, sympy.Float)
    return isinstance(thing, (Rational, Printed)) and not isinstance(thing, bool)


def as_number(side: Authored) -> Authored:
    """A number of any library as SymPy's; any other thing as it is."""
    try:
        return sympy.sympify(side, strict=True)
    except sympy.SympifyError:
        return side


def beside(left: Authored, right: Authored) -> tuple[Authored, Authored]:
    """Both sides of an operator, where text beside an expression is a decimal as printed.

    Raises ExactnessError where it is none.
    """
    if isinstance(left, str) and _is_beside_text(right):
        return Printed(left), right
    if isinstance(right, str) and _is_beside_text(left):
        return left, Printed(right)
    return left, right


def _is_beside_text(side: object) -> bool:
    """Whether it is an expression; an integer says how often text is repeated."""
    return isinstance(side, sympy.Expr) and not isinstance(side, sympy.Integer)


def varies(left: Authored, right: Authored) -> bool:
    """Whether one of them is an expression of the algebra system."""
    return isinstance(left, sympy.Expr) or isinstance(right, sympy.Expr)


def kept(name: Authored, operands: Iterable[Authored]) -> Authored:
    """The operation as written; where that has grown too large, its value and where it is
    defined.
    """
    made = Written(name, *operands)
    if _nodes(made) <= LARGEST:
        return made
    return provided(evaluated(made), defined(made))


@lru_cache(maxsize=4096)
def _nodes(expression: Authored) -> int:
    return 1 + sum(map(_nodes, expression.args))


def provided(value: Authored, condition: Condition) -> Authored:
    """The value, with the condition under which what was written has one; where the value tells,
    nothing is added.
    """
    needed = set(sympy.And.make_args(evaluated(condition)))
    missing = needed - set(sympy.And.make_args(needs(value))) - {sympy.true}
    return Written(PROVIDED, value, sympy.And(*missing)) if missing else value


def needs(thing: Authored) -> Condition:
    """The condition under which a thing has a value, that its series, integrals and limits have one
    among it: of those that hold no variable, only who carries them out knows.
    """
    closed = (part for part in _outermost(thing) if not part.free_symbols)
    return sympy.And(defined(thing), *map(unknown, closed))


def _outermost(thing: Authored) -> Iterator[Expression]:
    """The series, integrals and limits in a thing, but for those in one another."""
    if isinstance(thing, BINDERS):
        yield thing
    elif isinstance(thing, MatrixBase):
        yield from (part for entry in thing.flat() for part in _outermost(entry))
    elif isinstance(thing, sympy.Basic) and thing.has(*BINDERS):
        yield from (part for argument in thing.args for part in _outermost(argument))


@dataclass(frozen=True, slots=True)
class Call:
    """What an author calls of the algebra system, and with what."""

    function: Function
    arguments: tuple[Authored, ...]
    options: dict[str, Authored] = field(default_factory=dict)

    def evaluated(self) -> Authored:
        """What it returns for evaluated arguments."""
        return self.function(*map(value_of, self.arguments), **value_of(self.options))


def rewritten(
    call: Call, inverted: Authored = None, *, rewriting: bool = True, about: bool = False
) -> Authored:
    """What the algebra system returns for evaluated arguments; a rewriting one is defined where its
    arguments are. about: whether variables among the arguments are what it is about, not values.
    """
    result, arguments = call.evaluated(), call.arguments
    if is_condition(result) and arguments and is_condition(arguments[0]):
        return result if needs(result) == needs(arguments[0]) else arguments[0]
    _check_conditions_are_kept(arguments)
    needed = [needs(hashable(part)) for part in _valued(arguments)]
    _check_not_lost(arguments, _forgotten(result, _free_within([*_valued(arguments)])))
    if not rewriting:
        return _provided_where_told(result, sympy.And(*needed), arguments if about else ())
    if inverted is not None:
        needed.append(sympy.Ne(value_of(inverted).det(), 0))
    condition = sympy.And(*needed)
    if (
        inverted is None
        and arguments
        and isinstance(arguments[0], sympy.Expr)
        and isinstance(result, sympy.Expr)
        and not isinstance(result, MatrixBase)
    ):
        if arguments[0].has(ExprWithLimits, sympy.Limit):  # which are carried out by deciders alone
            return arguments[0]
        return result if result == arguments[0] else kept(REWRITTEN, (result, arguments[0]))
    return provided_within(result, condition)


def is_condition(thing: Authored) -> bool:
    """Whether it is true or false of variables, and no number."""
    return isinstance(thing, Boolean) and not isinstance(thing, sympy.Expr)


def _check_conditions_are_kept(things: Iterable[Authored]) -> None:
    """Raise DefinitionError where what SymPy makes of a condition, or of a set, would forget where
    that is defined.
    """
    for thing in within(things):
        if (is_condition(thing) or isinstance(thing, sympy.Set)) and _forgets(thing):
            raise DefinitionError(
                f"got {thing}, which would be taken for {value_of(thing)}, that has a truth value "
                "where what was written has none, wanted one that is written as it is taken"
            )


def _forgets(thing: Condition) -> bool:
    """Whether the value of a condition or set is defined elsewhere than it, or, of a set, the value
    of anything in it: the ends of a set may be infinite.
    """
    parts = thing.atoms(Written) if isinstance(thing, sympy.Set) else (thing,)
    return any(_needs(part) != _needs(value_of(part)) for part in parts)


def within(things: Iterable[Authored]) -> Iterator[Authored]:
    """The things, and what lists and dictionaries among them hold."""
    for thing in things:
        if isinstance(thing, (list, tuple, set, sympy.Tuple)):
            yield from within(thing)
        elif isinstance(thing, dict):
            yield from within(thing.values())
        else:
            yield thing


def _valued(things: Iterable[Authored]) -> Iterator[Expression]:
    """The finite expressions and matrices among things, also in lists and dictionaries."""
    for thing in within(things):
        if isinstance(thing, (sympy.Expr, MatrixBase)) and thing not in (sympy.oo, -sympy.oo):
            yield thing


def _provided_where_told(
    result: Authored, condition: Condition, arguments: tuple[Authored, ...]
) -> Authored:
    """The result, where all that it was made of is defined; of unknowns that it no longer speaks of
    nothing is needed.
    """
    gone = unknowns(arguments) - _free_within(result)
    _check_not_lost(arguments, gone)
    parts = sympy.And.make_args(evaluated(condition))
    needed = sympy.And(*(part for part in parts if not part.free_symbols & gone))
    if needed == sympy.true or isinstance(result, SAYING):
        return result
    if isinstance(result, HOLDING):
        return provided_within(result, needed)
    raise DefinitionError(
        f"got what is defined only where {needed}, which {type(result).__name__} would forget, "
        "wanted what is defined everywhere"
    )


def _forgotten(result: Authored, free: set[Symbol]) -> set[Symbol]:
    """The variables of a call of which its answer cannot say for which values it is one: all where
    it only says yes or how many, those that are gone where it lists, or averages.
    """
    if _says(result):
        return free
    gone = free - _free_within(result)
    listed = isinstance(result, (list, tuple, set, dict))
    return gone if listed else {each for each in gone if _is_random(each)}


def _is_random(variable: Expression) -> bool:
    return type(variable).__module__.startswith("sympy.stats.")  # which is not imported for this


def _says(result: Authored) -> bool:
    """Whether it is, or holds, an answer that cannot say where it is defined."""
    if isinstance(result, (list, tuple, set)):
        return any(map(_says, result))
    return isinstance(result, (bool, int, sympy.logic.boolalg.BooleanAtom))


def _check_not_lost(arguments: tuple[Authored, ...], gone: set[Symbol]) -> None:
    """Raise DefinitionError where SymPy's answer for what something is equal to, of unknowns that
    it no longer speaks of, is none for what was written.
    """
    for part in _valued(arguments):
        if not is_written(hashable(part)):
            continue
        if any(condition.free_symbols & gone for condition in lost(part)):
            raise DefinitionError(
                f"got {part}, of which SymPy would forget where it has no value, wanted "
                f"{value_of(part)}, and that the two are equal stated by itself"
            )


def lost(part: Authored) -> set[Condition]:
    """What a thing needs, and its value does not."""
    return _needs(part) - _needs(value_of(part))


def _needs(thing: Authored) -> set[Condition]:
    return set(sympy.And.make_args(evaluated(needs(hashable(thing)))))


def unknowns(arguments: tuple[Authored, ...]) -> set[Symbol]:
    """The variables that a call is told to be about: named by themselves, in a list of such, or
    with a range.
    """
    found: set[Symbol] = set()
    for part in arguments[1:]:
        several = list(part) if isinstance(part, (list, tuple, set, sympy.Tuple)) else [part]
        named = {one for one in several if isinstance(one, sympy.Symbol)}
        if len(named) == len(several):
            found |= named
        elif len(several) == 3 and not isinstance(part, set):  # a variable with a range
            found |= named & {several[0]}
        found |= {name for one in several if isinstance(one, AppliedUndef) for name in one.args}
    return found


def provided_within(result: Authored, condition: Condition) -> Authored:
    """The result with the condition at each expression in it."""
    if isinstance(result, MatrixBase):
        return result.applyfunc(lambda entry: provided(entry, condition))
    if isinstance(result, sympy.Expr):
        return provided(result, condition)
    if type(result) in (list, tuple, set):
        return type(result)(provided_within(part, condition) for part in result)
    if type(result) is dict:
        return {key: provided_within(value, condition) for key, value in result.items()}
    if isinstance(result, (sympy.Tuple, sympy.FiniteSet)):
        return result.func(*(provided_within(part, condition) for part in result.args))
    return result


def _free_within(result: Authored) -> set[Symbol]:
    if isinstance(result, (list, tuple, set)):
        return set().union(*map(_free_within, result))
    return set(getattr(result, "free_symbols", ()))
