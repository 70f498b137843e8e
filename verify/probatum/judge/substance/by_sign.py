"""Finds conditions that hang on nothing but what the statement compares: on its sign, say."""

from __future__ import annotations

import operator

import sympy
from sympy.concrete.expr_with_limits import ExprWithLimits
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanAtom

from probatum.decide.deciding import settle
from probatum.decision import Truth
from probatum.proposition.kinds import ForAll
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

COMPARED, HELD = sympy.symbols("_compared _held", real=True)
OF_SEVERAL = (sympy.Max, sympy.Min)
MOST_OPERATIONS = 100
MOST_DEGREE = 6


class _BesideItError(Exception):
    """It speaks of more than what the statement compares."""


def by_its_sign(condition: Condition, wanted: Condition) -> Condition:
    """The wanted relation where the condition hangs on nothing but the difference of its sides,
    and says the same of it: sign(y - x) >= 0 is x <= y, and so is |x - y| <= y - x; else the
    condition.
    """
    told = _told(condition, wanted)
    return condition if told is None or not _same(told, wanted) else wanted


def _told(condition: Condition, wanted: Condition) -> Condition | None:
    """The condition as one of the difference that the relation compares; None where it is none."""
    if condition == wanted or not isinstance(wanted, Relational):
        return None
    try:
        difference = sympy.expand(evaluated(wanted.lhs - wanted.rhs))
        if difference.is_number or difference.count_ops() > MOST_OPERATIONS:
            return None
        told = _Told(difference).condition(evaluated(condition))
    except (_BesideItError, sympy.PolynomialError):
        return None
    is_one = not isinstance(told, BooleanAtom) and told.free_symbols == {COMPARED}
    return told if is_one else None


def supposes_it(statement: Statement) -> bool:
    """Whether each thing that a statement concludes is one that it supposes, said by a sign, a step
    or the larger of two; what it supposes by algebra may well be all that it needs.
    """
    if not isinstance(statement, ForAll) or not isinstance(statement.then, Boolean):
        return False
    supposed = sympy.And.make_args(statement.given)
    return all(
        any(_in_disguise(_told(one, part), part) for one in supposed)
        for part in sympy.And.make_args(statement.then)
    )


def restates_by_sign(link: Statement, statement: Statement) -> bool:
    """Whether a reason is the statement, said by a sign, a step or the larger of two; one that
    says it by algebra may well be a step of the reasoning.
    """
    said, wanted = (each.then if isinstance(each, ForAll) else each for each in (link, statement))
    if not (isinstance(said, Boolean) and isinstance(wanted, Boolean)):
        return False
    return _in_disguise(_told(said, wanted), wanted)


def _in_disguise(told: Condition | None, wanted: Condition) -> bool:
    """Whether it is the wanted relation by something else than algebra."""
    if told is None or all(
        side.is_polynomial() for one in told.atoms(Relational) for side in one.args
    ):
        return False
    return _same(told, wanted)


def no_more(said: Statement, stated: Statement) -> bool:
    """Whether one condition hangs on nothing but what another compares, and follows from it:
    x - x^2 >= -1 from x^2 <= x.
    """
    if not (isinstance(said, Boolean) and isinstance(stated, Boolean)):
        return False
    told = _told(said, stated)
    return told is not None and _implies(_plainly(stated), told)


def _same(told: Condition, wanted: Condition) -> bool:
    plainly = _plainly(wanted)
    return _implies(told, plainly) and _implies(plainly, told)


def _plainly(wanted: Condition) -> Condition:
    return wanted.func(COMPARED, 0, evaluate=False)


def _implies(supposed: Condition, then: Condition) -> bool:
    return settle(ForAll(COMPARED, given=supposed, then=then)).truth is Truth.TRUE


class _Told:
    """Conditions and expressions by the difference that a statement compares alone;
    raises _BesideItError where more stands in them.
    """

    def __init__(self, difference: Expression) -> None:
        self.difference = difference
        self.variables: frozenset[Symbol] = frozenset(difference.free_symbols)

    def condition(self, condition: Condition) -> Condition:
        """A condition of nothing but the difference."""
        if isinstance(condition, BooleanAtom):
            return condition
        if isinstance(condition, Relational):
            return condition.func(self.expression(condition.lhs - condition.rhs), 0)
        if isinstance(condition, (sympy.And, sympy.Or, sympy.Not, sympy.Implies)):
            return condition.func(*map(self.condition, condition.args))
        raise _BesideItError

    def expression(self, expression: Expression) -> Expression:
        """An expression of nothing but the difference."""
        if expression.count_ops() > MOST_OPERATIONS:
            raise _BesideItError
        expanded = sympy.expand(self._inside(expression))
        told = self._reduced(expanded)
        return self._in_an_extreme(expanded) if told is None else told

    def _inside(self, expression: Expression) -> Expression:
        """The expression with what functions are applied to told first, where it can be."""
        if not expression.free_symbols & self.variables:
            return expression
        if isinstance(expression, ExprWithLimits):
            return self._constant(expression)
        if isinstance(expression, sympy.Piecewise):
            return sympy.Piecewise(
                *(
                    (self.expression(value), self.condition(where))
                    for value, where in expression.args
                )
            )
        if isinstance(expression, (sympy.Add, sympy.Mul)):
            return expression.func(*map(self._inside, expression.args))
        if isinstance(expression, (sympy.Function, sympy.Pow, *OF_SEVERAL)):
            try:
                return expression.func(*map(self.expression, expression.args))
            except _BesideItError:
                return expression
        return expression

    def _constant(self, expression: ExprWithLimits) -> Expression:
        """A sum, product or integral of what does not hang on its index, between numbers."""
        bound = {index for index, *_ in expression.limits}
        ends = [end for _, *some in expression.limits for end in some]
        known = len(ends) == 2 * len(bound) and all(end.is_Rational for end in ends)
        if not known or expression.function.free_symbols & bound:
            return expression
        terms = 0 if isinstance(expression, sympy.Integral) else 1
        times = sympy.prod(high - low + terms for _, low, high in expression.limits)
        whole = operator.pow if isinstance(expression, sympy.Product) else operator.mul
        return self._inside(whole(expression.function, times))

    def _reduced(self, expression: Expression) -> Expression | None:
        """A polynomial in the difference as one; None for others. What stands in the difference
        as a term or factor, sqrt(x y) say, is a variable like x for that.
        """
        if not expression.free_symbols & self.variables:
            return expression
        generators = [gen for gen in sympy.Poly(self.difference).gens if gen.free_symbols]
        named = {gen: gen if gen.is_Symbol else sympy.Dummy(real=True) for gen in generators}
        held = expression.xreplace(named).xreplace({COMPARED: HELD})
        place = list(named.values())
        if held.free_symbols & self.variables - {*place} or not held.is_polynomial(*place):
            return None
        if sympy.Poly(held, *place).total_degree() > MOST_DEGREE:
            return None
        divisor = self.difference.xreplace(named) - COMPARED
        _, rest = sympy.reduced(held, [divisor], *place, COMPARED)
        told = sympy.expand(rest).xreplace({HELD: COMPARED})
        return None if told.free_symbols & {*place} else told

    def _in_an_extreme(self, expression: Expression) -> Expression:
        """A largest or smallest plus the rest as one of sums: max(a, b) - b is max(a - b, 0)."""
        extremes = expression.atoms(*OF_SEVERAL, sympy.Abs)
        if len(extremes) != 1:
            raise _BesideItError
        (extreme,) = extremes
        factor = expression.coeff(extreme)
        rest = sympy.expand(expression - factor * extreme)
        if not factor.is_Rational or rest.has(extreme):
            raise _BesideItError
        sides = (
            (*extreme.args, -extreme.args[0]) if isinstance(extreme, sympy.Abs) else extreme.args
        )
        upper = factor.is_positive != isinstance(extreme, sympy.Min)
        told = [self._reduced(sympy.expand(factor * side + rest)) for side in sides]
        if None in told:
            raise _BesideItError
        return (sympy.Max if upper else sympy.Min)(*told)
