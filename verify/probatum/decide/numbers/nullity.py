"""Decides what is said of almost all numbers, parameters before it or not: beside the zeros of
analytic functions, and beside the places where a function jumps, strict relations say no more than
others, and a floor is an integer with its argument strictly between it and the next one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import sympy
from sympy.core.relational import Relational

from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import by_engine
from probatum.decision import Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import ARB
from probatum.engines.decider import Ask
from probatum.errors import ProbatumError
from probatum.lowering.analysis.null_sets import (
    ANALYTIC,
    ANALYTIC_INSIDE,
    not_everywhere_zero,
)
from probatum.lowering.analysis.region import BRANCHING, ROUNDED, region
from probatum.lowering.every_case import known_where_defined
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.proposition.kinds import AlmostAll, Exists, ForAll, for_all
from probatum.proposition.parts import put, unchecked
from probatum.proposition.sense.definedness import defined
from probatum.proposition.truth import holds_at, truth_at
from probatum.type_names import Change, Comparison, Condition, Expression, Statement, Symbols

NAME = "nullity"
ENGINE = ARB.name  # that shows a function not to be zero somewhere; with whoever proves the rest
TURN = 75
SIMPLE = (0, 1, -1, 2)  # of all parameters
WEAK = {sympy.StrictLessThan: sympy.LessThan, sympy.StrictGreaterThan: sympy.GreaterThan}
CONTINUOUS = (*ANALYTIC, *ANALYTIC_INSIDE, *BRANCHING, sympy.tan, sympy.cot)


@dataclass(frozen=True, slots=True)
class Almost:
    """For all parameters that satisfy `where`, for almost all variables that satisfy `given`."""

    parameters: Symbols
    where: Condition
    variables: Symbols
    given: Condition
    then: Condition


def takes(statement: Statement) -> bool:
    """What is said of almost all numbers, for all values of others or alone."""
    if isinstance(statement, ForAll):
        statement = statement.then
    return isinstance(statement, AlmostAll)


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Proved where it holds of all beside what is of measure zero; refuted by a point around which
    it fails.
    """
    undecided = Decision(NAME, Outcome.UNDECIDED, Reason.NO_NULL_SET)
    try:
        almost = Asked(_almost(statement), ask).without_jumps()
        if not almost.speaks_of_some():
            return undecided
        weak = almost.weak()
        return (
            tuple(almost.proofs(weak))
            or tuple(almost.everywhere(weak))
            or tuple(almost.refutation(weak))
            or undecided
        )
    except OutOfScopeError:
        return Decision(NAME, Outcome.UNDECIDED, Reason.SCOPE)
    except ProbatumError:  # a part has no value somewhere
        return undecided


def _almost(statement: Statement) -> Almost:
    """The statement in one piece."""
    inner = statement.then if isinstance(statement, ForAll) else statement
    outer = statement if isinstance(statement, ForAll) else for_all((), sympy.true, inner)
    return Almost(outer.variables, outer.given, inner.variables, inner.given, inner.then)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of others about such a statement."""

    almost: Almost
    ask: Ask

    def without_jumps(self) -> Asked:
        """The same with an integer in place of each floor, strictly below what it rounds.

        Raises OutOfScopeError where that may be an integer more often than on a set of measure
        zero.
        """
        almost = self.almost
        rounded = _innermost(sympy.And(almost.given, almost.then, evaluate=False))
        if rounded is None:
            return self
        inner, written = _by_floor(rounded)
        names = f"whole {len(almost.parameters)}", "step"  # which no other variable has
        whole, step = (sympy.Dummy(name, integer=True) for name in names)
        if not replace(self, almost=replace(almost, parameters=(*almost.parameters, step))).is_null(
            inner - step
        ):
            raise OutOfScopeError(f"whether {inner} is an integer almost nowhere")
        put = {rounded: written(whole)}
        between = known_where_defined(sympy.And(whole < inner, inner < whole + 1))
        given = sympy.And(almost.given, defined(almost.given), defined(almost.then))
        return replace(
            self,
            almost=replace(
                almost,
                parameters=(*almost.parameters, whole),
                given=sympy.And(given.xreplace(put), between),
                then=almost.then.xreplace(put),
            ),
        ).without_jumps()

    def is_null(self, expression: Expression) -> bool:
        """Whether the zeros of an expression are shown to be of measure zero, whatever the
        parameters are.
        """
        needed = not_everywhere_zero(expression, self.almost.variables)
        return needed is not None and all(map(self._of_all_parameters, needed))

    def _of_all_parameters(self, condition: Condition) -> bool:
        if not condition.free_symbols:
            return truth_at(condition, {}, exactly=False) is True
        return self._proved(for_all(self.almost.parameters, self.almost.where, condition))

    def _proved(self, statement: Statement) -> bool:
        found = self.ask(statement)
        return found.truth is Truth.TRUE and bool(found.agreeing)

    def speaks_of_some(self) -> bool:
        """Whether the hypotheses admit a set of positive measure, whatever the parameters are, as
        is known where there is none before it.
        """
        almost = self.almost
        if not almost.where.free_symbols | {*almost.parameters} or almost.given == sympy.true:
            return True
        named = _named(almost.parameters)
        whole = tuple(one for one in almost.parameters if isinstance(one, sympy.Dummy))
        inner = region(almost.given).inner
        there = unchecked(
            Exists, variables=(*almost.variables, *whole), given=sympy.true, then=inner
        )
        return self._proved(for_all(named, almost.where, there) if named else there)

    def weak(self) -> Condition:
        """A condition that is as true, but on a set of measure zero: without strictness where the
        sides are seldom equal.
        """
        then = sympy.to_nnf(self.almost.then, simplify=False)
        put = {part: self._without_null(part) for part in then.atoms(Relational)}
        return then.xreplace({part: weak for part, weak in put.items() if weak != part})

    def _without_null(self, part: Comparison) -> Condition:
        if part.func not in (*WEAK, sympy.Equality, sympy.Unequality):
            return part
        if not self.is_null(part.lhs - part.rhs):
            return part
        if part.func in WEAK:
            return WEAK[part.func](*part.args)
        return sympy.true if isinstance(part, sympy.Unequality) else sympy.false

    def proofs(self, weak: Condition) -> Iterator[Decision]:
        """By each engine that proves it of all."""
        if weak == sympy.true:
            yield Decision(NAME, Outcome.PROVED, Reason.NULL_ZEROS)
            return
        almost = self.almost
        found = self.ask(
            for_all(
                (*almost.parameters, *almost.variables),
                sympy.And(almost.where, almost.given, defined(almost.then)),
                weak,
            )
        )
        if found.truth is Truth.TRUE:
            for proof in by_engine(found):
                yield Decision(NAME, Outcome.PROVED, Reason.NULL_ZEROS, engine=proof.engine)

    def refutation(self, weak: Condition) -> Iterator[Decision]:
        """By a point where all that is meant is strict, between functions that are continuous."""
        almost = self.almost
        failing = sympy.And(almost.given, sympy.Not(weak))
        if not _is_continuous(failing):
            return
        found = self.ask(
            unchecked(
                Exists,
                variables=(*almost.parameters, *almost.variables),
                given=almost.where,
                then=region(failing).inner,
            )
        )
        shown = next((each.counterexample for each in found.decisions if each.counterexample), None)
        if found.truth is Truth.TRUE and found.agreeing and shown is not None:
            names = {one.name for one in (*_named(almost.parameters), *almost.variables)}
            values = tuple((name, value) for name, value in shown.values if name in names)
            yield Decision(NAME, Outcome.REFUTED, Reason.OPEN_SET, Counterexample(values))

    def everywhere(self, weak: Condition) -> Iterator[Decision]:
        """By simple values of the parameters, of which it is false of almost all others."""
        almost = self.almost
        for number in SIMPLE if almost.parameters else SIMPLE[:1]:
            at = dict.fromkeys(almost.parameters, sympy.Integer(number))
            if holds_at(almost.where, at) is not True:
                continue
            given, failing = put(almost.given, at), put(sympy.Not(weak), at)
            if failing != sympy.true and not self._proved(
                for_all(almost.variables, given, failing)
            ):
                continue
            inner = region(given).inner
            if inner == sympy.true or self._proved(
                unchecked(Exists, variables=almost.variables, given=sympy.true, then=inner)
            ):
                values = ((one.name, at[one]) for one in _named(almost.parameters))
                yield Decision(
                    NAME, Outcome.REFUTED, Reason.EVERYWHERE, Counterexample(tuple(values))
                )
                return


def _named(parameters: Symbols) -> Symbols:
    """The parameters that the author has named."""
    return tuple(one for one in parameters if not isinstance(one, sympy.Dummy))


def _innermost(condition: Condition) -> Expression | None:
    """What is rounded, or a remainder, that holds no other in it."""
    found = [part for part in condition.atoms(*ROUNDED) if not _is_rounded_inside(part)]
    return min(found, key=sympy.default_sort_key, default=None)


def _is_rounded_inside(part: Expression) -> bool:
    return any(argument.has(*ROUNDED) for argument in part.args)


def _by_floor(rounded: Expression) -> tuple[Expression, Change]:
    """Of what it is the floor, and how it is written with that floor, but where that is whole."""
    if isinstance(rounded, sympy.Mod):
        number, modulus = rounded.args
        if modulus == 0:
            raise OutOfScopeError("a remainder by zero")
        return number / modulus, lambda whole: number - modulus * whole
    more = 1 if isinstance(rounded, sympy.ceiling) else 0
    return rounded.args[0], lambda whole: whole + more


def _is_continuous(condition: Condition) -> bool:
    """Whether no function jumps where it has a value, but those that are taken by their cases."""
    return all(
        isinstance(part, CONTINUOUS) or part.is_Add or part.is_Mul or part.is_Pow or not part.args
        for relation in condition.atoms(Relational)
        for side in relation.args
        for part in sympy.preorder_traversal(side)
        if isinstance(part, sympy.Expr)
    )
