"""Powers, factorials, sums and the like in a counting variable as real variables:
what each is one step on follows from what it is here.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy

from probatum.calculus.signs.under_bounds import sign_under
from probatum.lowering.steps.counted_powers import Powers, base_and_exponent
from probatum.lowering.steps.counted_values import LARGEST_STEP, CountedValues, NotCountableError
from probatum.lowering.steps.sequence_bounds import facts_of_factorial, has_values_from
from probatum.lowering.sums.definite_sums import Recurrence, recurrence
from probatum.lowering.sums.pascal import Pascal, facts_of_coefficient
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Symbol


class Sequences(CountedValues):
    """Sequences in a counting variable that starts at zero, each by its value there."""

    def __init__(self, variable: sympy.Symbol, within: Condition | None = None) -> None:
        """Within: the hypotheses that hold here, where these alone tell what is defined here; None
        where all is that is stated.
        """
        super().__init__(variable)
        self.within = within
        self.powers = Powers(self, self._flat)
        self.definite: list[Expression] = []
        self.pascal = Pascal()
        self.starts: dict[Expression, Expression] = {}
        self.counts: dict[Expression, Expression] = {}  # of first terms that are taken together

    def at(self, expression: Expression, steps: int = 0) -> Expression:
        """The expression or condition so many steps on, by what stands here;
        raises NotCountableError.
        """
        self.pascal.note(expression, self.variable)
        moved = expression.xreplace({self.variable: self.variable + steps}) if steps else expression
        return self._flat(moved)

    def _flat(self, expression: Expression) -> Expression:
        if expression == self.variable:
            return self.number
        if expression in self.values:
            return self.values[expression]
        if not expression.has(self.variable) and not _with_unknown_numbers(expression):
            return expression
        if expression.is_Pow or isinstance(expression, sympy.exp):
            return self.powers.power(*base_and_exponent(expression))
        rule = RULES.get(expression.func)
        if rule is not None:
            return rule(self, expression)
        if not isinstance(expression, PLAIN):
            raise NotCountableError(str(expression))
        options = (
            {"evaluate": False} if isinstance(expression, sympy.core.relational.Relational) else {}
        )
        return expression.func(*map(self._flat, expression.args), **options)

    def factorial(self, expression: Expression) -> Expression:
        """(a n + b)! = (a n)! (a n + 1) ... (a n + b), counted from the least that the statement
        has where another parameter is added, or that is far out.
        """
        (inner,) = expression.args
        if not inner.has(self.variable):
            return self.value(expression, facts_of_factorial(inner))
        parameters = self.linear(inner)[1].as_coeff_Add()[1]
        least = self.pascal.least_factorial(inner, parameters)
        if least is None:
            raise NotCountableError(str(expression))
        slope, rest = self.steps(inner - parameters - least, "the factorial of")
        start = slope * self.variable + parameters + least
        self._check_start(start, expression)
        value = self.value(sympy.factorial(start), facts_of_factorial(start))
        first = self._flat(start)
        return sympy.Mul(value, *(first + number for number in range(1, rest + 1)))

    def _check_start(self, count: Expression, expression: Expression) -> None:
        """That a factorial or product that others are written by is seen to be defined here."""
        if self.within is None or count.free_symbols <= {self.variable}:
            return
        if sign_under(count, sympy.And(self.within, sympy.Ge(self.variable, 0)))[0] != 1:
            raise NotCountableError(str(expression))

    def binomial(self, expression: Expression) -> Expression:
        """By factorials where both lie between zero and the upper one,
        else a polynomial for a number below.
        """
        upper, lower = expression.args
        if lower.is_Integer and 0 <= lower <= LARGEST_STEP:
            return sympy.Mul(
                *(self._flat(upper) - number for number in range(int(lower)))
            ) / sympy.factorial(lower)
        rest = sympy.expand(upper - lower)
        try:
            if rest.free_symbols - {self.variable}:  # whether it is negative is not known
                return self._by_pascal(upper, lower)
            below = sympy.factorial(lower) * sympy.factorial(rest)
            return self._flat(sympy.factorial(upper) / below)
        except NotCountableError:
            return self._by_pascal(upper, lower)

    def _by_pascal(self, upper: Expression, lower: Expression) -> Expression:
        """By those with the least upper number that was met, and what is known of neighbours."""
        terms = self.pascal.reduced(upper, lower)
        if not terms:
            raise NotCountableError(str(sympy.binomial(upper, lower)))
        total = sympy.Integer(0)
        for times, coefficient in terms:
            known = tuple(self.values)
            total += times * self.value(coefficient, lambda value: [])
            if coefficient not in known:
                self.facts += map(self._flat, facts_of_coefficient(coefficient, known))
        return total

    def harmonic(self, expression: Expression) -> Expression:
        """H(a n + b) = H(a n) + 1/(a n + 1) + ... + 1/(a n + b)."""
        if len(expression.args) > 1:
            return self.total(expression.rewrite(sympy.Sum))
        slope, rest = self.steps(expression.args[0], "the harmonic number of")
        start = sympy.harmonic(slope * self.variable)
        value = self.value(start, lambda value: [sympy.Ge(value, 0, evaluate=False)])
        more = (1 / (slope * self.number + number) for number in range(1, rest + 1))
        return sympy.Add(value, *more)

    def fibonacci(self, expression: Expression) -> Expression:
        """F(n + b) by F(n) and F(n + 1)."""
        slope, rest = self.steps(expression.args[0], "the Fibonacci number of")
        if slope != 1 or len(expression.args) > 1:
            raise NotCountableError(str(expression))
        here = self.value(
            sympy.fibonacci(self.variable), lambda value: [sympy.Ge(value, 0, evaluate=False)]
        )
        following = self.value(
            sympy.fibonacci(self.variable + 1), lambda value: [sympy.Ge(value, 1, evaluate=False)]
        )
        return sympy.fibonacci(rest - 1) * here + sympy.fibonacci(rest) * following

    def total(self, expression: Expression) -> Expression:
        """The sum or product up to n + b, by that of the first n terms and those that follow;
        of the first n + b where b is large.
        """
        if not expression.has(self.variable):
            return self.value(expression, lambda value: [])
        if len(expression.limits) != 1 or len(expression.limits[0]) != 3:
            raise NotCountableError(str(expression))
        index, low, high = expression.limits[0]
        if low.has(self.variable) and not expression.function.has(self.variable):
            return self._between(expression)
        if expression.function.has(self.variable):
            try:
                return self._expanded_total(expression)
            except NotCountableError:
                return self._definite_sum(expression)
        slope, rest = self.linear(high - low + 1)
        number, parameters = rest.as_coeff_Add()
        least = 0 if parameters == 0 else -LARGEST_STEP  # then defined where what is stated is
        if not (slope.is_Integer and number.is_Integer and 0 < slope <= LARGEST_STEP):
            raise NotCountableError(str(expression))
        far = number if parameters != 0 or number > LARGEST_STEP else sympy.Integer(0)
        course = expression.func(expression.function, (index, low, slope + parameters))
        known = parameters + self.counts.setdefault(course, far)
        if number < least or not 0 <= rest - known <= LARGEST_STEP:
            raise NotCountableError(str(expression))
        if isinstance(expression, sympy.Product):
            self._check_start(slope * self.variable + known, expression)
        end = low + slope * self.variable + known
        first = expression.func(expression.function, (index, low, end - 1))
        following = (
            expression.function.xreplace({index: end + number})
            for number in range(int(rest - known))
        )
        joint = sympy.Add if isinstance(expression, sympy.Sum) else sympy.Mul
        return joint(self.value(first, lambda value: []), *map(self._flat, following))

    def _between(self, expression: Expression) -> Expression:
        """A sum whose lower end moves up, as what one sum has more than another."""
        index, low, high = expression.limits[0]
        slope, start = self.linear(low)
        whole = isinstance(expression, sympy.Sum) and slope.is_Integer and slope > 0
        if not whole or not has_values_from(expression.function, index, start):
            raise NotCountableError(str(expression))
        known = self.starts.setdefault(expression.function.xreplace({index: self.variable}), start)
        start = min(start, known)
        ends = high, low - 1
        both = (sympy.Sum(expression.function, (index, start, end)) for end in ends)
        return sympy.Add(
            *(sign * self._flat(total) for sign, total in zip((1, -1), both, strict=True))
        )

    def _expanded_total(self, expression: Expression) -> Expression:
        """A sum of terms with the counting variable: what does not hold the index is taken out."""
        index, low, high = expression.limits[0]
        if not isinstance(expression, sympy.Sum) or low.has(self.variable):
            raise NotCountableError(str(expression))
        total = sympy.Integer(0)
        for term in sympy.Add.make_args(sympy.expand(expression.function)):
            outside, inside = term.as_independent(index, as_Add=False)
            if inside.has(self.variable) or defined(outside) != sympy.true:
                raise NotCountableError(str(expression))
            total += self._flat(outside) * self._flat(_counted(inside, index, low, high))
        return total

    def _definite_sum(self, expression: Expression) -> Expression:
        """A sum whose terms hold the counting variable otherwise: by the recurrence of the first
        such sum that was met, so many steps on.
        """
        for first in self.definite:
            for steps in range(LARGEST_STEP):
                if expression == first.xreplace({self.variable: self.variable + steps}):
                    return self._by_recurrence(first, steps)
        self.definite.append(expression)
        return self._by_recurrence(expression, 0)

    def _by_recurrence(self, first: Expression, steps: int) -> Expression:
        found = recurrence(first, self.variable) if isinstance(first, sympy.Sum) else None
        if found is None:
            raise NotCountableError(str(first))
        values = [
            self.value(first.xreplace({self.variable: self.variable + place}), lambda value: [])
            for place in range(len(found.coefficients) - 1)
        ]
        for place in range(steps - len(values) + 1):
            here = Recurrence(
                tuple(self.at(coefficient, place) for coefficient in found.coefficients),
                self.at(found.rest, place),
            )
            values.append(here.following(values[place:]))
        return values[steps]


def _counted(inside: Expression, index: Symbol, low: Expression, high: Expression) -> Expression:
    return high - low + 1 if inside == 1 else sympy.Sum(inside, (index, low, high))


def _with_unknown_numbers(expression: Expression) -> bool:
    """Whether a power with an unknown integer exponent, or a factorial, binomial coefficient or sum
    of unknown numbers, stands inside.
    """
    whole = expression.atoms(sympy.factorial, sympy.Sum, sympy.Product)
    if any(part.free_symbols for part in whole):
        return True
    return any(
        not part.args[1].is_number and (part.args[1].is_integer or not part.is_Pow)
        for part in expression.atoms(sympy.Pow, sympy.binomial)
    )


PLAIN = (
    sympy.Add, sympy.Mul, sympy.Abs, sympy.Max, sympy.Min, sympy.sign, sympy.log,
    sympy.core.relational.Relational, sympy.And, sympy.Or, sympy.Not, sympy.Implies,
)  # fmt: skip
RULES: dict[Expression, Callable[[Sequences, Expression], Expression]] = {
    sympy.factorial: Sequences.factorial,
    sympy.binomial: Sequences.binomial,
    sympy.harmonic: Sequences.harmonic,
    sympy.fibonacci: Sequences.fibonacci,
    sympy.Sum: Sequences.total,
    sympy.Product: Sequences.total,
}
SEQUENCES = (*RULES, sympy.Pow, sympy.exp)
