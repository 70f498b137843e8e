"""The terms and formulas of cvc5, and its solver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TypeAlias

import cvc5
import sympy
from cvc5 import Kind

from probatum.engine_catalogue import CVC5
from probatum.engines.solvers.cpu_limited import bounded
from probatum.engines.solvers.logic import Answer, Solution

Term: TypeAlias = cvc5.Term
Formula: TypeAlias = cvc5.Term
OPERATORS = {
    "<": Kind.LT,
    "<=": Kind.LEQ,
    ">": Kind.GT,
    ">=": Kind.GEQ,
    "==": Kind.EQUAL,
    "!=": Kind.DISTINCT,
}

# Of processor time, six times what the longest proof takes: coverings may work on without units.
SECONDS = 3


class Cvc5Logic:
    """Terms of a manager of their own, so that nothing that was decided before sways the search."""

    ENGINE = CVC5.name

    def __init__(self) -> None:
        self.terms = cvc5.TermManager()
        self.has_integers = False
        self.has_quantifiers = False

    def real(self, called: str) -> Term:
        return self.terms.mkConst(self.terms.getRealSort(), called)

    def integer(self, called: str) -> Term:
        self.has_integers = True
        return self.terms.mkConst(self.terms.getIntegerSort(), called)

    def as_real(self, integer: Term) -> Term:
        return self.terms.mkTerm(Kind.TO_REAL, integer)

    def number(self, value: sympy.Rational) -> Term:
        return self.terms.mkReal(f"{value.p}/{value.q}")

    def total(self, terms: Sequence[Term]) -> Term:
        return self._joined(Kind.ADD, terms, 0)

    def product(self, terms: Sequence[Term]) -> Term:
        return self._joined(Kind.MULT, terms, 1)

    def _joined(self, kind: cvc5.Kind, terms: Sequence[Term], neutral: int) -> Term:
        """The operation on two terms or more: cvc5 takes none on fewer."""
        if len(terms) < 2:
            return terms[0] if terms else self.terms.mkReal(neutral)
        return self.terms.mkTerm(kind, *terms)

    def quotient(self, dividend: Term, divisor: Term) -> Term:
        return self.terms.mkTerm(Kind.DIVISION, dividend, divisor)

    def negative(self, term: Term) -> Term:
        return self.terms.mkTerm(Kind.NEG, term)

    def choice(self, condition: Formula, term: Term, otherwise: Term) -> Term:
        return self.terms.mkTerm(Kind.ITE, condition, term, otherwise)

    def truth(self, value: bool) -> Formula:
        return self.terms.mkBoolean(value)

    def compare(self, left: Term | Formula, operator: str, right: Term | Formula) -> Formula:
        return self.terms.mkTerm(OPERATORS[operator], left, right)

    def every(self, formulas: Sequence[Formula]) -> Formula:
        return self._connected(Kind.AND, formulas, True)

    def some(self, formulas: Sequence[Formula]) -> Formula:
        return self._connected(Kind.OR, formulas, False)

    def _connected(self, kind: cvc5.Kind, formulas: Sequence[Formula], empty: bool) -> Formula:
        if len(formulas) < 2:
            return formulas[0] if formulas else self.truth(empty)
        return self.terms.mkTerm(kind, *formulas)

    def opposite(self, formula: Formula) -> Formula:
        return formula.notTerm()

    def implication(self, premise: Formula, conclusion: Formula) -> Formula:
        return self.terms.mkTerm(Kind.IMPLIES, premise, conclusion)

    def for_all(self, constants: Sequence[Term], formula: Formula) -> Formula:
        return self._bound(Kind.FORALL, constants, formula)

    def there_is(self, constants: Sequence[Term], formula: Formula) -> Formula:
        return self._bound(Kind.EXISTS, constants, formula)

    def _bound(self, kind: cvc5.Kind, constants: Sequence[Term], formula: Formula) -> Formula:
        """cvc5 tells variables from constants: those take the place of these."""
        self.has_quantifiers = True
        variables = [
            self.terms.mkVar(constant.getSort(), constant.getSymbol()) for constant in constants
        ]
        inside = formula.substitute(list(constants), variables)
        return self.terms.mkTerm(kind, self.terms.mkTerm(Kind.VARIABLE_LIST, *variables), inside)

    def solve(self, formulas: Sequence[Formula], budget: int) -> Solution:
        """Whether the formulas can be true together, within so many of cvc5's resource units;
        a point is not asked for.
        """
        found = bounded(partial(self._asked, formulas, budget), SECONDS)
        return Solution(Answer.CLOCK if found is None else Answer(found))

    def _asked(self, formulas: Sequence[Formula], budget: int) -> int:
        """The answer by its number, in one way after the other."""
        answer = Answer.UNKNOWN
        for options, share in self._ways():
            answer = self._checked(formulas, budget // share, options)
            if answer in (Answer.CONTRADICTION, Answer.POSSIBLE):
                break
        return answer.value

    def _ways(self) -> Iterator[tuple[dict[str, str], int]]:
        """Options of the solver, each with its share of the budget: cylindrical coverings alone,
        then linearization as well.

        Their steps grow, and cvc5 counts steps: shares are small,
        most of all where quantifiers make formulas while it works.
        """
        yield {"nl-ext": "none"}, 4
        yield {}, 4 if self.has_quantifiers else 1

    def _checked(self, formulas: Sequence[Formula], budget: int, options: dict[str, str]) -> Answer:
        solver = cvc5.Solver(self.terms)
        for name, value in {"rlimit-per": str(budget), **options}.items():
            solver.setOption(name, value)
        solver.setLogic(self._name())
        for formula in formulas:
            solver.assertFormula(formula)
        found = solver.checkSat()
        if found.isUnknown():
            used_up = found.getUnknownExplanation() == cvc5.UnknownExplanation.RESOURCEOUT
            return Answer.BUDGET if used_up else Answer.UNKNOWN
        return Answer.CONTRADICTION if found.isUnsat() else Answer.POSSIBLE

    def _name(self) -> str:
        """The smallest logic, by its SMT-LIB name, that the formulas belong to."""
        return ("" if self.has_quantifiers else "QF_") + ("NIRA" if self.has_integers else "NRA")
