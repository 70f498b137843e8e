"""Statements about variables with declared distributions become statements about their parameters:
means, variances and probabilities are written down.
"""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanFunction

from probatum.errors import DefinitionError
from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.outcomes import Feature, TogetherError, inner_means, outcome
from probatum.lowering.chance.products import Exponents
from probatum.lowering.laws.integrated_out import mean_of_two
from probatum.lowering.laws.law_events import probability, without_extremes
from probatum.lowering.laws.law_means import mean
from probatum.lowering.laws.law_sums import Merging
from probatum.lowering.laws.laws import Mean
from probatum.lowering.laws.one_value import Of
from probatum.lowering.rewriting.components import as_condition
from probatum.lowering.theorem import Theorem
from probatum.proposition.binders import BINDERS
from probatum.proposition.kinds import Exists, ForAll, Joined
from probatum.proposition.parts import conjuncts, put_standing, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.distributions import BinomialLaw, Distribution
from probatum.proposition.subjects.random import (
    Conditional,
    Covariance,
    Expectation,
    Noise,
    Probability,
    RandomVariable,
    Total,
    Variance,
)
from probatum.proposition.written import PROVIDED, Written, evaluated
from probatum.type_names import Condition, Expression, Statement, Symbol

LAWS = Theorem(
    "means and probabilities of named distributions",
    "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd ed., chapters 13, 19 "
    "and 26; Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd ed., chapters 3 to 5",
    exact=True,
)
OUTERMOST = (Expectation, Conditional, Total)


class NotWrittenDownError(Exception):
    """A mean is not known in closed form, or stands where it cannot be written down.

    needed: what must be so for it to have a value; error: what would be wrong with it, were it of
    no other kind.
    """

    def __init__(
        self, needed: Condition = sympy.true, error: DefinitionError | None = None
    ) -> None:
        super().__init__()
        self.needed, self.error = needed, error


def has_law(variable: Symbol) -> bool:
    """Whether a variable has a declared distribution."""
    return isinstance(variable, RandomVariable) and "distribution" in variable.known


def speaks_of_laws(expression: Expression) -> bool:
    """Whether an expression speaks of such a variable."""
    return any(map(has_law, expression.atoms(RandomVariable)))


def written_down(
    stated: Statement, bound: frozenset[Symbol] = frozenset(), known: Condition = sympy.true
) -> Statement:
    """The statement about the parameters; raises NotWrittenDownError where a mean is not known.

    bound: the variables that are bound outside; known: what is supposed there.
    """
    if type(stated) in (ForAll, Exists):
        return _quantified(stated, bound, known)
    if isinstance(stated, Joined):
        parts = tuple(written_down(part, bound, known) for part in stated.parts)
        return with_parts(stated, parts=parts)
    condition = as_condition(stated)
    if isinstance(condition, Boolean):
        return WrittenDown(known).condition(condition)
    raise NotWrittenDownError


def _quantified(
    stated: ForAll | Exists, bound: frozenset[Symbol], known: Condition
) -> ForAll | Exists:
    own = frozenset(stated.variables)
    if own & bound:
        raise NotWrittenDownError
    inside = bound | own
    with_law = [each for each in stated.variables if has_law(each)]
    for each in with_law:
        _check_bound(each, inside)
    needs = [need for each in needs_with_law(with_law) for need in conjuncts(each)]
    of_numbers = [part for part in conjuncts(stated.given) if not part.atoms(*OUTERMOST)]
    for part in of_numbers:
        _check_no_outcome(part)
    of_numbers = [evaluated(part) for part in of_numbers if not part.atoms(RandomVariable)]
    known = sympy.And(known, *needs, *of_numbers)
    given = WrittenDown(known).condition(stated.given)
    then = written_down(stated.then, inside, known)
    variables = tuple(each for each in stated.variables if not has_law(each))
    if isinstance(then, Boolean) and not then.free_symbols:  # it hangs on none of the others
        needed = given.free_symbols.union(*(each.free_symbols for each in needs))
        variables = tuple(each for each in variables if each in needed)
    return with_parts(stated, variables=variables, given=sympy.And(given, *needs), then=then)


def needs_with_law(variables: list[Symbol]) -> list[Condition]:
    """What is true of the parameters of these, and of how many copies there are."""
    return [sympy.And(*needs_of_law(each)) for each in variables]


def needs_of_law(variable: Symbol) -> list[Condition]:
    known = variable.known
    law: Distribution = known["distribution"]
    counted = [sympy.Ge(known["of"], 1)] if "of" in known else []
    valued = [evaluated(defined(each)) for each in law.args]
    return [*(each for each in valued if each != sympy.true), *law.needs, *counted]


def _check_bound(variable: Symbol, bound: frozenset[Symbol]) -> None:
    """Raise DefinitionError where a parameter is bound after the variable, or nowhere."""
    free = sorted(symbol.name for symbol in variable.free_symbols - {variable} - bound)
    if free:
        names = ", ".join(free)
        raise DefinitionError(
            f"got {variable} with the distribution {variable.known['distribution']}, "
            f"wanted {names} bound with it: ForAll(({variable}, {names}), ...)"
        )


def _check_no_outcome(part: Condition) -> None:
    """Raise DefinitionError for what is supposed of the values of such a variable."""
    variables = sorted(filter(has_law, part.atoms(RandomVariable)), key=str)
    if variables:
        one = variables[0]
        raise DefinitionError(
            f"got {part} supposed of the values of {one}, which is {one.known['distribution']}, "
            "wanted hypotheses about its parameters"
        )


@dataclass(frozen=True, slots=True)
class WrittenDown:
    """What expressions come to where this is known of the parameters."""

    known: Condition

    def condition(self, said: Condition) -> Condition:
        """A condition with what its averages are; it has a value where it had one."""
        if not speaks_of_laws(said):
            return said
        if isinstance(said, BooleanFunction):
            return said.func(*map(self.condition, said.args))
        if not isinstance(said, Relational) or _are_bound(said):
            raise NotWrittenDownError
        averages = {each: self.mean(each) for each in _outermost(said) if speaks_of_laws(each)}
        names = {each: sympy.Dummy("average", real=True) for each in averages}
        there = {
            each: names[each] if found.there == sympy.true
            else Written(PROVIDED, names[each], found.there)
            for each, found in averages.items()
        }  # fmt: skip
        values = {names[each]: found.value for each, found in averages.items()}
        apart = said.func(*(side.xreplace(there) for side in said.args), evaluate=False)
        if speaks_of_laws(apart):
            left = sorted(filter(has_law, apart.atoms(RandomVariable)), key=str)[0]
            raise DefinitionError(
                f"got {left} outside of E(...), wanted it in an expectation, a variance, a "
                "covariance or a probability"
            )
        needed = put_standing(evaluated(defined(apart)), values)
        left_side, right_side = (
            put_standing(evaluated(side.xreplace(names)), values) for side in said.args
        )
        if needed != sympy.true:
            right_side = Written(PROVIDED, right_side, needed)
        return said.func(left_side, right_side, evaluate=False)

    def mean(self, average: Expression) -> Mean:
        """The value of an average, and where it has one."""
        if isinstance(average, (Conditional, Total)) or average.atoms(Noise, Conditional):
            raise NotWrittenDownError
        there = [self._needed(inside) for inside in average.args]
        try:
            return self._mean(average, there)
        except NotWrittenDownError as problem:
            raise NotWrittenDownError(sympy.And(*there), problem.error) from problem

    def _mean(self, average: Expression, there: list[Condition]) -> Mean:
        """The same with what it needs, to which more may be added."""
        merging = Merging(self.known)
        plain = evaluated(average)
        inner = {each: self.mean(each) for each in inner_means(plain) if speaks_of_laws(each)}
        there += [each.there for each in inner.values()]
        inside = {each: found.value for each, found in inner.items()}
        plain = plain.func(*(each.xreplace(inside) for each in plain.args))
        if type(plain) is Expectation:
            apart = sympy.expand(plain.args[0].replace(_is_of_several, _by_difference))
            if isinstance(apart, sympy.Add) and apart != sympy.expand(plain.args[0]):
                terms = [self.mean(Expectation(term)) for term in apart.args]
                there += [each.there for each in terms]
                return Mean(sympy.Add(*(each.value for each in terms)), sympy.And(*there))
        if isinstance(plain, Probability):
            plain = Probability(without_extremes(plain.args[0]))
        if len(plain.args) == 1 and not _is_polynomial(plain.args[0]):
            whole = merging.merged(plain.args[0])
            if merging.sums and merging.are_apart(whole):
                plain = plain.func(whole)
        product = self._of_all_copies(plain)
        if product is not None:
            return Mean(product.value, sympy.And(*there, product.there))
        moments = Moments()
        try:
            value = moments.lowered(plain)
        except TogetherError as problem:
            together = self._of_two(plain)
            if together is None:
                raise NotWrittenDownError from problem
            return Mean(together.value, sympy.And(*there, together.there))
        except DefinitionError as problem:
            raise NotWrittenDownError(error=problem) from problem
        if moments.equations:
            raise NotWrittenDownError
        put = {}
        for key, symbol in moments.needed.items():
            found = self._moment(key)
            put[symbol] = found.value
            there.append(found.there)
        value = value.xreplace(put)
        if value.free_symbols & {*moments.needed.values()}:  # a mean inside of another
            raise NotWrittenDownError
        return Mean(value, sympy.And(*there))

    def _of_two(self, plain: Expression) -> Mean | None:
        """Of a function of two independent variables together, or of a sum of such."""
        if isinstance(plain, Probability):
            indicator = sympy.Piecewise((1, plain.args[0]), (0, True))
            return mean_of_two(indicator, self.known)
        if isinstance(plain, (Covariance, Variance)):
            one, other = plain.args if isinstance(plain, Covariance) else 2 * plain.args
            product, *each = (self.mean(Expectation(part)) for part in (one * other, one, other))
            value = product.value - each[0].value * each[1].value
            return Mean(value, sympy.And(product.there, *(part.there for part in each)))
        if type(plain) is not Expectation:
            return None
        terms = sympy.Add.make_args(sympy.expand(plain.args[0]))
        if len(terms) == 1:
            return mean_of_two(terms[0], self.known)
        found = [self.mean(Expectation(term)) for term in terms]
        return Mean(
            sympy.Add(*(each.value for each in found)), sympy.And(*(e.there for e in found))
        )

    def _of_all_copies(self, plain: Expression) -> Mean | None:
        """Of the exponential of a sum of copies: as many factors as there are copies."""
        inside = plain.args[0]
        totals = inside.atoms(Total)
        if type(plain) is not Expectation or not isinstance(inside, sympy.exp) or len(totals) != 1:
            return None
        (whole,) = totals
        exponent = sympy.expand(inside.args[0])
        share = exponent.coeff(whole)
        rest = sympy.expand(exponent - share * whole)
        variable = whole.args[0]
        if (share * rest).atoms(RandomVariable) or not has_law(variable):
            return None
        number = outcome(variable)
        one = mean(
            sympy.exp(share * number), Of(number, variable.known["distribution"], self.known)
        )
        if one is None:
            return None
        return Mean(sympy.exp(rest) * one.value ** variable.known["of"], one.there)

    def _needed(self, inside: Expression) -> Condition:
        """What is averaged must have a value at each outcome but for some without a chance."""
        averages = {each: sympy.Dummy("average", real=True) for each in _outermost(inside)}
        back = {name: each for each, name in averages.items()}
        needed = evaluated(defined(inside.xreplace(averages))).xreplace(back)
        return sympy.And(*map(self._almost_surely, conjuncts(needed)))

    def _almost_surely(self, needed: Condition) -> Condition:
        """What makes a condition on one variable that is needed have probability 1."""
        variables = _without(needed).atoms(RandomVariable)
        if not variables:
            return self.condition(needed)
        if len(variables) > 1 or needed.atoms(*OUTERMOST):
            raise NotWrittenDownError
        (variable,) = variables
        number = outcome(variable)
        known = variable.known
        law = known.get("distribution")
        if "bernoulli" in known:
            law = BinomialLaw(sympy.Integer(1), known["bernoulli"])
        event = put_standing(needed, {variable: number})
        found = None if law is None else probability(event, Of(number, law, self.known))
        if found is None:
            raise NotWrittenDownError
        return sympy.Eq(found, 1, evaluate=False)

    def _moment(self, key: Exponents) -> Mean:
        """The mean of a product of powers of one variable and of functions of it."""
        variables = {
            each
            for generator, _ in key
            for each in (generator.variables if isinstance(generator, Feature) else (generator,))
        }
        if len(variables) > 1 or any(getattr(each, "given", None) for each, _ in key):
            raise NotWrittenDownError
        (variable,) = variables
        number = outcome(variable)
        function = sympy.Mul(
            *((each.of if isinstance(each, Feature) else number) ** power for each, power in key)
        )
        if not has_law(variable):
            if function.free_symbols & {number} and not function.is_polynomial(number):
                raise NotWrittenDownError
            return Mean(Expectation(function.xreplace({number: variable})))
        found = mean(function, Of(number, variable.known["distribution"], self.known))
        if found is None:
            raise NotWrittenDownError
        return found


def _is_of_several(part: Expression) -> bool:
    """Whether it is the greater or the less of two that are random."""
    several = isinstance(part, (sympy.Max, sympy.Min)) and len(part.args) == 2
    return several and all(each.atoms(RandomVariable) for each in part.args)


def _by_difference(part: Expression) -> Expression:
    """The greater of two is half of their sum and of how far they are apart; the less, of these
    half the difference.
    """
    one, other = part.args
    sign = 1 if isinstance(part, sympy.Max) else -1
    return (one + other) / 2 + sign * sympy.Abs(one - other) / 2


def _outermost(part: Expression) -> list[Expression]:
    found = part.atoms(*OUTERMOST)
    inner = {deep for each in found for arg in each.args for deep in arg.atoms(*OUTERMOST)}
    return sorted(found - inner, key=sympy.default_sort_key)


def _without(part: Expression) -> Expression:
    """The expression with numbers in place of its expectations."""
    means = [each for each in _outermost(part) if isinstance(each, Expectation)]
    return part.xreplace({each: sympy.Dummy("average", real=True) for each in means})


def _are_bound(said: Condition) -> bool:
    """Whether an average stands where variables are bound, as in a sum or a derivative."""
    inside = said.atoms(*BINDERS, sympy.Derivative, sympy.Subs)
    return any(speaks_of_laws(each) for each in inside)


def _is_polynomial(inside: Expression) -> bool:
    if isinstance(inside, Boolean):
        return False
    generators = inside.atoms(RandomVariable, Total)
    expanded = sympy.expand(inside)
    return bool(expanded.is_polynomial(*generators))
