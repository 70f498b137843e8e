"""The terms and formulas of z3, and its solvers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from functools import partial
from itertools import count
from typing import TypeAlias

import sympy
import z3

from probatum.engine_catalogue import Z3
from probatum.engines.solvers import patience
from probatum.engines.solvers.logic import Answer, Solution

Term: TypeAlias = z3.ArithRef
Formula: TypeAlias = z3.BoolRef
Make: TypeAlias = Callable[..., z3.Ast]
# Of work that z3 does not count; what it counts is over long before: by a small budget in less.
LEAST_MILLISECONDS, UNITS_IN_ONE = 2_000, 200
MOST_WITH_QUANTIFIERS = 200_000  # units, which are long where quantifiers make formulas
MOST_WITH_FLOORS = 2_000_000  # and between integers and reals


class Z3Logic:
    """Terms in one context of z3; what the solver did before in that context sways its search."""

    ENGINE = Z3.name

    def __init__(self, context: z3.Context) -> None:
        self.context = context
        self.numbers = count()
        self.has_constants = False
        self.has_integers = False
        self.has_quantifiers = self.has_floors = False
        self.plain: z3.Tactic | None = None  # to make it takes as long as many answers

    def real(self, called: str) -> Term:
        """A new constant, known to z3 by a number alone."""
        self.has_constants = True
        return z3.Real(next(self.numbers), self.context)

    def integer(self, called: str) -> Term:
        """A new constant, known to z3 by a number alone."""
        self.has_constants = self.has_integers = True
        self.has_floors = self.has_floors or called == "floor"
        return z3.Int(next(self.numbers), self.context)

    def as_real(self, integer: Term) -> Term:
        return z3.ToReal(integer)

    def number(self, value: sympy.Rational) -> Term:
        return z3.RealVal(f"{value.p}/{value.q}", self.context)

    def total(self, terms: Sequence[Term]) -> Term:
        return self._arithmetic(z3.Z3_mk_add, terms) if terms else self.number(sympy.S.Zero)

    def product(self, terms: Sequence[Term]) -> Term:
        return self._arithmetic(z3.Z3_mk_mul, terms) if terms else self.number(sympy.S.One)

    def quotient(self, dividend: Term, divisor: Term) -> Term:
        return dividend / divisor

    def negative(self, term: Term) -> Term:
        return -term

    def choice(self, condition: Formula, term: Term, otherwise: Term) -> Term:
        return z3.If(condition, term, otherwise)

    def truth(self, value: bool) -> Formula:
        return z3.BoolVal(value, self.context)

    def compare(self, left: Term | Formula, operator: str, right: Term | Formula) -> Formula:
        return {
            "<": lambda: left < right,
            "<=": lambda: left <= right,
            ">": lambda: left > right,
            ">=": lambda: left >= right,
            "==": lambda: left == right,
            "!=": lambda: left != right,
        }[operator]()

    def every(self, formulas: Sequence[Formula]) -> Formula:
        return self._boolean(z3.Z3_mk_and, formulas) if formulas else self.truth(True)

    def some(self, formulas: Sequence[Formula]) -> Formula:
        return self._boolean(z3.Z3_mk_or, formulas) if formulas else self.truth(False)

    def _arithmetic(self, make: Make, terms: Sequence[Term]) -> Term:
        return z3.ArithRef(self._made(make, terms), self.context)

    def _boolean(self, make: Make, formulas: Sequence[Formula]) -> Formula:
        return z3.BoolRef(self._made(make, formulas), self.context)

    def _made(self, make: Make, parts: Sequence[Term | Formula]) -> z3.Ast:
        """What z3 makes of parts of one sort, of which its Python would first ask the sort of
        each.
        """
        array = (z3.Ast * len(parts))(*(part.as_ast() for part in parts))
        return make(self.context.ref(), len(parts), array)

    def opposite(self, formula: Formula) -> Formula:
        return z3.Not(formula)

    def implication(self, premise: Formula, conclusion: Formula) -> Formula:
        return z3.Implies(premise, conclusion)

    def for_all(self, constants: Sequence[Term], formula: Formula) -> Formula:
        self.has_quantifiers = True
        return z3.ForAll(list(constants), formula)

    def there_is(self, constants: Sequence[Term], formula: Formula) -> Formula:
        self.has_quantifiers = True
        return z3.Exists(list(constants), formula)

    def solve(self, formulas: Sequence[Formula], budget: int) -> Solution:
        """The quick solvers go first, and pass on what they cannot tell within their share of z3's
        resource units.
        """
        if not self.has_constants and z3.is_false(z3.simplify(self.every(formulas))):
            return Solution(Answer.CONTRADICTION)  # between numbers, which leave nothing to search
        if self.has_floors:
            budget = min(budget, MOST_WITH_FLOORS)
        units = min(budget, MOST_WITH_QUANTIFIERS) if self.has_quantifiers else budget
        for solver, share in self._solvers():
            solver.set("rlimit", units // share)
            allowed = min(patience.left(), _milliseconds(budget))
            solver.set("timeout", allowed)
            for formula in formulas:
                z3.Z3_solver_assert(self.context.ref(), solver.solver, formula.as_ast())
            answer = solver.check()
            if answer == z3.unknown and _why_unknown(solver.reason_unknown()) is Answer.CLOCK:
                patience.spend(allowed)
            if answer != z3.unknown:
                break
        if answer == z3.sat:
            return _possible(solver.model())
        return Solution(
            Answer.CONTRADICTION if answer == z3.unsat else _why_unknown(solver.reason_unknown())
        )

    def _solvers(self) -> Iterator[tuple[z3.Solver, int]]:
        """z3's solvers for these formulas, each with its share of the budget;
        for real arithmetic the plain one is quick.
        """
        if self.has_quantifiers or self.has_integers:
            yield z3.Solver(ctx=self.context), 1
        else:
            self.plain = self.plain or z3.Tactic("qfnra-nlsat", ctx=self.context)
            yield self.plain.solver(), 4
            yield z3.SolverFor("QF_NRA", ctx=self.context), 1


def _milliseconds(budget: int) -> int:
    return max(LEAST_MILLISECONDS, budget // UNITS_IN_ONE)


def _possible(model: z3.ModelRef) -> Solution:
    return Solution(
        Answer.POSSIBLE,
        lambda term: _number(model.eval(term, model_completion=True)),
        partial(_moved, model),
    )


def _moved(
    model: z3.ModelRef, constant: Term, value: sympy.Rational, formulas: Sequence[Formula]
) -> Solution | None:
    """Evaluated between rational numbers alone: others may take any amount of work."""
    number = (z3.IntVal if constant.is_int() else z3.RealVal)(str(value), model.ctx)
    if model.eval(constant, model_completion=True).eq(number):
        return _possible(model)
    if any(map(z3.is_algebraic_value, (model[known] for known in model))):
        return None
    other = copy(model)
    other.update_value(constant, number)
    true = z3.is_true(other.eval(z3.And(list(formulas)), model_completion=True))
    return _possible(other) if true else None


def _why_unknown(reason: str) -> Answer:
    if reason == "timeout":
        return Answer.CLOCK
    return Answer.BUDGET if "resource" in reason or "cancel" in reason else Answer.UNKNOWN


def _number(value: Term) -> sympy.Expr:
    if z3.is_int_value(value):
        return sympy.Integer(value.as_long())
    if z3.is_rational_value(value):
        return sympy.Rational(value.numerator_as_long(), value.denominator_as_long())
    coefficients = [int(str(coefficient)) for coefficient in value.poly()]
    variable = sympy.Dummy("t")
    polynomial = sympy.Poly(list(reversed(coefficients)), variable)
    return polynomial.real_roots(radicals=True)[value.index() - 1]
