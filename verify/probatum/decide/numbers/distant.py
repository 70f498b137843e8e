"""Decides by cases far out, or very near to zero, which no list of simple ones holds: powers of
ten, integers that the statement's numbers single out, and a long range, looked through in floating
point.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

import numpy as np
import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from probatum.calculus.signs.bounds import bounds
from probatum.counterexample import Counterexample
from probatum.decide.numbers.partial_sums import turning_point
from probatum.decide.shared.attempt import unless_raised
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask, nobody
from probatum.engines.trying.bulk import Columns, NotVectorizedError, truths, values
from probatum.engines.trying.cases import exact_fraction
from probatum.engines.trying.far_integers import pairs_of_integers, single_integers
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Array, Expression, Number, Point, Statement, Symbol, Symbols

NAME = "distant"
ENGINE = EXACT_SEARCH.name
TURN = 115
MOST_VARIABLES = 3
LOOKED_THROUGH = 200_000  # cases
MOST_CHECKED = 20  # of them, put in exactly
NEAREST = 8  # at which the sides of a relation are nearest to each other
STRAIGHT, FARTHEST = 2_000, 1e8  # of real numbers: in equal steps, and in equal ratios
FAR = tuple(sympy.Integer(10) ** power for power in (7, 9, 12, 15, 30, 100))
BESIDE = (sympy.Integer(0), sympy.Integer(1))  # of other variables
GROWING = (sympy.exp, HyperbolicFunction)
LARGE_INSIDE = (*GROWING, TrigonometricFunction)  # which would need all digits of what grows


def takes(statement: Statement) -> bool:
    """Conditions on few numbers."""
    return (
        isinstance(statement, (ForAll, Exists))
        and 0 < len(statement.variables) <= MOST_VARIABLES
        and isinstance(statement.then, sympy.logic.boolalg.Boolean)
    )


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Refute a universal statement, or confirm an existential one, by one case put in exactly."""
    tried = 0
    for case in _cases(statement):
        point: Point = dict(zip(statement.variables, case, strict=True))
        tried += 1
        if _decides(statement, point):
            return _found(statement, point, tried)
    far = turning_point(statement)
    if far is not None:
        return _found(statement, far, tried + 1)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NOT_FOUND, tried=tried)


def _cases(statement: Statement) -> Iterator[tuple[Number, ...]]:
    """The cases to put in exactly."""
    if all(variable.is_integer for variable in statement.variables):
        for case in _singled_out(statement):
            yield tuple(map(sympy.Integer, case))
    if not _grows_inside(statement):
        yield from dict.fromkeys(_powers_of_ten(statement.variables))
        yield from _looked_through(statement)


def _powers_of_ten(variables: Symbols) -> Iterator[tuple[Number, ...]]:
    """Large ones, and of real numbers small ones: of one variable, beside the same of the others,
    its opposite, and simple values.
    """
    whole = any(variable.is_integer for variable in variables)
    for size, sign in itertools.product(FAR, (1, -1)):
        for number in (sign * size, sign / size):
            for place, variable in enumerate(variables):
                if number.is_integer or not variable.is_integer:
                    for other in (number, -number, *BESIDE):
                        if other.is_integer or not whole:
                            after = len(variables) - place - 1
                            yield (*(other,) * place, number, *(other,) * after)


def _grows_inside(statement: Statement) -> bool:
    """Whether what grows beyond all digits stands inside of what needs them."""
    conditions = sympy.And(statement.given, statement.then, evaluate=False)
    return any(_grows(part.exp) for part in conditions.atoms(sympy.Pow)) or any(
        map(_grows, (part.args[0] for part in conditions.atoms(*LARGE_INSIDE)))
    )


def _grows(argument: Expression) -> bool:
    return bool(argument.has(*GROWING)) or any(
        power.exp.free_symbols for power in argument.atoms(sympy.Pow)
    )


def _singled_out(statement: Statement) -> Iterable[tuple[int, ...]]:
    """The integers that numbers of the statement single out, each once."""
    none: list[tuple[int, ...]] = []
    return dict.fromkeys(unless_raised(lambda: [*_proposed(statement)], none))


def _proposed(statement: Statement) -> Iterator[tuple[int, ...]]:
    match statement.variables:
        case (variable,):
            yield from ((number,) for number in single_integers(statement, variable))
        case (first, second):
            yield from pairs_of_integers(statement, first, second)


def _looked_through(statement: Statement) -> Iterator[tuple[Number, ...]]:
    """Cases of a long range that floating point takes for such, the clearest first, then those
    nearest to that.
    """
    cases = _long_range(statement)
    columns = dict(zip(statement.variables, cases, strict=True))
    try:
        with np.errstate(all="ignore"):
            found = _clearest(statement, columns)
    except (NotVectorizedError, OverflowError):
        return
    for index in found:
        yield tuple(exact_fraction(float(column[index])) for column in cases)


def _long_range(statement: Statement) -> tuple[Array, ...]:
    """As many values of each variable."""
    each = int(LOOKED_THROUGH ** (1 / len(statement.variables)))
    ends = bounds(statement)
    axes = []
    for variable in statement.variables:
        low, high = ends.get(variable, (_low(statement, variable), None))
        axis = _integers if variable.is_integer else _reals
        axes.append(axis(low, high, each))
    return tuple(axis.ravel() for axis in np.meshgrid(*axes, indexing="ij"))


def _integers(low: Number | None, high: Number | None, each: int) -> Array:
    """From where the hypotheses let them begin, or around zero."""
    start = int(sympy.ceiling(low)) if low is not None else -each // 2
    end = start + each if high is None else min(start + each, int(sympy.floor(high)) + 1)
    return np.arange(start, end, dtype=float)


def _reals(low: Number | None, high: Number | None, each: int) -> Array:
    """Between the ends; where one is lacking, near to where they begin and farther and farther."""
    if low is not None and high is not None:
        return np.linspace(float(low), float(high), each)
    steps = np.concatenate(
        [np.linspace(0, STRAIGHT, each // 2), np.geomspace(1 / FARTHEST, FARTHEST, each // 2)]
    )
    if low is not None:
        return float(low) + steps
    return np.concatenate([-steps[::2], steps[1::2]])


def _low(statement: Statement, variable: Symbol) -> Number | None:
    """The greatest number that the hypotheses name below a variable."""
    named = [
        part.lts
        for part in conjuncts(statement.given)
        if isinstance(part, (sympy.Ge, sympy.Gt, sympy.Le, sympy.Lt))
        and part.gts == variable
        and part.lts.is_Rational
    ]
    return max(named, default=None)


def _clearest(statement: Statement, columns: Columns) -> Array:
    """Cases that decide it as floating point sees it, where the sides of its relation are farthest
    apart first, and then those where they are nearest to each other.
    """
    wanted = isinstance(statement, Exists)
    admitted = truths(statement.given, columns)
    hits = np.flatnonzero(admitted & (truths(statement.then, columns) == wanted))
    if not isinstance(statement.then, Relational):
        return hits[:MOST_CHECKED]
    size = columns[statement.variables[0]].shape
    apart = np.abs(values(statement.then.lhs, columns) - values(statement.then.rhs, columns))
    apart = np.broadcast_to(np.where(np.isfinite(apart), apart, 0), size)
    told = hits[apart[hits] > 0]
    near = np.where(np.broadcast_to(admitted, size) & (apart > 0), apart, np.inf)
    return np.concatenate(
        [
            told[np.argsort(-apart[told], kind="stable")][:MOST_CHECKED],
            np.argsort(near, kind="stable")[:NEAREST],
        ]
    )


def _decides(statement: Statement, point: Point) -> bool:
    """Whether a case breaks what is said of all, or bears out what is said of one."""
    if holds_at(statement.given, point) is not True:
        return False
    if isinstance(statement, Exists):
        return holds_at(statement.then, point) is True
    return truth_at(statement.then, point) is False


def _found(statement: Statement, point: Point, tried: int) -> Decision:
    shown = Counterexample.at_point(point)
    if isinstance(statement, Exists):
        return Decision(NAME, Outcome.PROVED, Reason.WITNESS, shown, tried)
    return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, tried)
