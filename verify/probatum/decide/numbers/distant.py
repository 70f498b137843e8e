"""Decides by cases far out, or very near to zero, which no list of simple ones holds: powers of
ten, and of integers those that the statement's numbers single out, and all of a long range, looked
through in floating point.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.hyperbolic import HyperbolicFunction
from sympy.functions.elementary.trigonometric import TrigonometricFunction

from probatum.calculus.bounds import bounds
from probatum.counterexample import Counterexample
from probatum.decision import Decision, Outcome, Reason
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.bulk import Columns, NotVectorizedError, truths, values
from probatum.engines.decider import Ask, nobody
from probatum.engines.far_integers import pairs_of_integers, single_integers
from probatum.proposition.kinds import Exists, ForAll
from probatum.proposition.parts import conjuncts
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Array, Expression, Number, Point, Statement, Symbol, Symbols

NAME = "distant"
ENGINE = EXACT_SEARCH.name
TURN = 115
MOST_VARIABLES = 3
LOOKED_THROUGH = 400_000  # cases
MOST_CHECKED = 20  # of them, put in exactly
NEAREST = 8  # at which the sides of a relation are nearest to each other
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
    return Decision(NAME, Outcome.UNDECIDED, Reason.NOT_FOUND, tried=tried)


def _cases(statement: Statement) -> Iterator[tuple[Number, ...]]:
    """The cases to put in exactly."""
    if not _grows_inside(statement):
        yield from dict.fromkeys(_powers_of_ten(statement.variables))
    if all(variable.is_integer for variable in statement.variables):
        for case in itertools.chain(_singled_out(statement), _looked_through(statement)):
            yield tuple(map(sympy.Integer, case))


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


def _singled_out(statement: Statement) -> Iterator[tuple[int, ...]]:
    """The integers that numbers of the statement single out, each once."""
    found: Iterator[tuple[int, ...]] = iter(())
    match statement.variables:
        case (variable,):
            found = ((number,) for number in single_integers(statement, variable))
        case (first, second):
            found = pairs_of_integers(statement, first, second)
    yield from dict.fromkeys(found)


def _looked_through(statement: Statement) -> Iterator[tuple[int, ...]]:
    """Cases of a long range that floating point takes for such, then those nearest to that."""
    cases = _long_range(statement)
    columns = dict(zip(statement.variables, cases, strict=True))
    try:
        with np.errstate(all="ignore"):
            hits = _hits(statement, columns)
            near = _nearest(statement, columns)
    except (NotVectorizedError, OverflowError):
        return
    for index in (*hits[:MOST_CHECKED], *near):
        yield tuple(int(column[index]) for column in cases)


def _long_range(statement: Statement) -> tuple[Array, ...]:
    """Integers from where the hypotheses let each begin, or around zero; as many of each."""
    each = int(LOOKED_THROUGH ** (1 / len(statement.variables)))
    known = bounds(statement)
    axes = []
    for variable in statement.variables:
        low, high = known.get(variable, (_low(statement, variable), None))
        start = int(sympy.ceiling(low)) if low is not None else -each // 2
        end = start + each if high is None else min(start + each, int(sympy.floor(high)) + 1)
        axes.append(np.arange(start, end, dtype=float))
    return tuple(axis.ravel() for axis in np.meshgrid(*axes, indexing="ij"))


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


def _hits(statement: Statement, columns: Columns) -> Array:
    wanted = isinstance(statement, Exists)
    admitted = truths(statement.given, columns)
    return np.flatnonzero(admitted & (truths(statement.then, columns) == wanted))


def _nearest(statement: Statement, columns: Columns) -> Array:
    """Where the sides of a relation come nearest to each other, as far as they are apart at all."""
    if not isinstance(statement.then, Relational):
        return np.array([], dtype=int)
    apart = np.abs(values(statement.then.lhs, columns) - values(statement.then.rhs, columns))
    apart = np.where(truths(statement.given, columns) & np.isfinite(apart), apart, np.inf)
    return (
        np.argsort(np.ravel(apart), kind="stable")[:NEAREST]
        if np.ndim(apart)
        else np.array([], dtype=int)
    )


def _decides(statement: Statement, point: Point) -> bool:
    """Whether a case breaks what is said of all, or bears out what is said of one."""
    if holds_at(statement.given, point) is not True:
        return False
    if isinstance(statement, Exists):
        return holds_at(statement.then, point) is True
    return truth_at(statement.then, point) is False


def _found(statement: Statement, point: Point, tried: int) -> Decision:
    shown = Counterexample(tuple((variable.name, value) for variable, value in point.items()))
    if isinstance(statement, Exists):
        return Decision(NAME, Outcome.PROVED, Reason.WITNESS, shown, tried)
    return Decision(NAME, Outcome.REFUTED, Reason.COUNTEREXAMPLE, shown, tried)
