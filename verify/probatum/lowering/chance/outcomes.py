"""What stands under an expectation as a polynomial in what is random: variables, functions of them
that are no polynomials, and conditional means.
"""

from __future__ import annotations

from collections.abc import Hashable

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.proposition.sense.definedness import UNDEFINED
from probatum.proposition.subjects.domains import General
from probatum.proposition.subjects.random import (
    Conditional,
    Expectation,
    FeatureVariable,
    RandomVariable,
    Total,
)
from probatum.type_names import Condition, Expression, Symbol

NEGATED = (
    sympy.StrictGreaterThan,
    sympy.StrictLessThan,
    sympy.Unequality,
)  # events by their complements
Group = Expression  # what stochastic dependence may hold within: a variable, or a call of random


def group_of(variable: RandomVariable) -> Group:
    """Variables of one group may depend on each other; those of several are independent."""
    return variable if variable.known["independent"] else variable.known["call"]


def outcome(variable: Symbol) -> Symbol:
    """A value that the random variable takes, as a number."""
    return sympy.Symbol(variable.name, real=True)


class TogetherError(DefinitionError):
    """What is averaged is a function of independent variables together."""


class Feature(sympy.Symbol):  # type: ignore[misc]
    """A function of random variables of one group, or a conditional mean, as a variable."""

    of: Expression  # in outcomes; of a conditional mean, that of which it is
    variables: tuple[Symbol, ...]
    given: Symbol | None

    def __new__(
        cls, of: Expression, variables: tuple[Symbol, ...], given: Symbol | None = None
    ) -> Feature:
        name = f"{of}" if given is None else f"E({of} | {given})"
        made: Feature = sympy.Symbol.__xnew__(cls, name, real=True)
        made.of, made.variables, made.given = of, variables, given
        return made

    def _hashable_content(self) -> Hashable:
        given = () if self.given is None else self.given  # SymPy sorts by it, and None has no order
        return (self.name, "Feature", self.of, self.variables, given)

    @property
    def known(self) -> dict[str, Expression]:
        """What is known of it, as of the variables that it is made of."""
        first = self.variables[0].known
        return {name: first[name] for name in ("call", "independent", "of") if name in first}


def chances(expression: Expression) -> set[Symbol]:
    """The random variables and functions of them in it; numbers with an index are fixed ones."""
    found: set[Symbol] = expression.atoms(RandomVariable, Feature)
    return {each for each in found if not isinstance(each, FeatureVariable)}


def inner_means(expression: Expression) -> list[Expression]:
    """Expectations inside of another, which are numbers there; the outermost of them."""
    found = {each for part in expression.args for each in part.atoms(Expectation)}
    inside = {deep for each in found for part in each.args for deep in part.atoms(Expectation)}
    return sorted(found - inside, key=str)


def indicator(condition: Condition) -> Expression:
    """1 where a condition on random variables is met, else 0."""
    if isinstance(condition, NEGATED):
        return 1 - indicator(condition.negated)
    variables = tuple(sorted(condition.atoms(RandomVariable), key=str))
    alike = all("bernoulli" in variable.known for variable in variables)
    if len({group_of(variable) for variable in variables}) > 1 and not alike:
        return _of_independent(condition)
    return _made(sympy.Piecewise((1, in_outcomes(condition)), (0, True)), set(variables))


def _of_independent(condition: Condition) -> Expression:
    """Of events of which each is decided by variables that may depend on each other: a product."""
    if isinstance(condition, sympy.Not):
        return 1 - indicator(condition.args[0])
    if isinstance(condition, (sympy.And, sympy.Or)):
        sorts: dict[frozenset[Group], list[Condition]] = {}
        for part in condition.args:
            sorts.setdefault(frozenset(map(group_of, part.atoms(RandomVariable))), []).append(part)
        parts = [condition.func(*each) for each in sorts.values()]
        if len(parts) == 1:  # each part is of several
            parts = list(condition.args)
        if isinstance(condition, sympy.And):
            return sympy.Mul(*map(indicator, parts))
        return 1 - sympy.Mul(*(1 - indicator(part) for part in parts))
    raise TogetherError(
        f"P: got {condition} of independent variables together, wanted conditions on one, "
        "or on variables of one call with independent=False"
    )


def featured(expression: Expression) -> Expression:
    """The expression as a polynomial in random variables and features."""
    if isinstance(expression, Expectation):
        raise DefinitionError(f"got {expression} inside of an expectation, wanted it outside")
    if isinstance(expression, Conditional):
        return _conditional(expression)
    if not chances(expression) or isinstance(expression, (General, Feature)):
        return expression
    if isinstance(expression, Total):
        return Total(featured(expression.args[0]))
    if isinstance(expression, (sympy.Add, sympy.Mul)):
        return expression.func(*map(featured, expression.args))
    if isinstance(expression, sympy.Pow) and expression.exp.is_Integer and expression.exp > 0:
        return featured(expression.base) ** expression.exp
    if expression.atoms(FeatureVariable):
        raise DefinitionError(
            f"E: got {expression} of fixed numbers and random ones together, wanted products of "
            "functions of each"
        )
    return _made(in_outcomes(expression), expression.atoms(RandomVariable))


def is_positive(function: Expression, supposed: tuple[Condition, ...]) -> bool:
    """Whether a function of outcomes is seen to be so, as 1/x is where x is supposed to be so."""
    signed = {
        outcome(part.gts): sympy.Dummy(part.gts.name, positive=True)
        for part in supposed
        if isinstance(part, (sympy.StrictGreaterThan, sympy.StrictLessThan))
        and isinstance(part.gts, RandomVariable)
        and part.lts.is_nonnegative
    }
    return bool(function.xreplace(signed).is_positive)


def in_outcomes(expression: Expression) -> Expression:
    """The expression with outcomes as numbers in place of random variables."""
    if isinstance(expression, RandomVariable):
        return outcome(expression)
    if not expression.args or isinstance(expression, General):
        return expression
    if isinstance(expression, (Total, Conditional)):
        raise DefinitionError(
            f"E: got a function of {expression}, wanted a polynomial in what is random, "
            "or functions of single variables"
        )
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(*map(in_outcomes, expression.args), **options)


def _made(function: Expression, variables: set[Symbol]) -> Expression:
    """Features of a function of outcomes: products and sums fall apart."""
    if isinstance(function, sympy.exp):  # as products of exponentials are
        function = sympy.exp(sympy.expand(function.args[0]))
        if isinstance(function.args[0], sympy.Add) and _groups(function, variables) > 1:
            factors = (_made(sympy.exp(each), variables) for each in function.args[0].args)
            return sympy.Mul(*factors)
    known = {outcome(variable): variable for variable in variables}
    within = tuple(
        known[symbol]
        for symbol in sorted(function.free_symbols & set(known), key=lambda symbol: symbol.name)
    )
    if not within:
        return function
    if function in known:
        return known[function]
    if isinstance(function, (sympy.Add, sympy.Mul)):
        return function.func(*(_made(part, variables) for part in function.args))
    if isinstance(function, sympy.Abs) and isinstance(function.args[0], sympy.Mul):
        return _made(sympy.Mul(*map(sympy.Abs, function.args[0].args)), variables)
    if isinstance(function, sympy.Pow) and function.exp.is_Integer and abs(function.exp) != 1:
        base = function.base if function.exp > 0 else 1 / function.base
        return _made(base, variables) ** abs(function.exp)
    several = _groups(function, variables) > 1
    if several or all("bernoulli" in each.known for each in within):
        split = _at_zero_and_one(function, within, variables)
        if split is not None:
            return split
    if several:
        raise TogetherError(
            f"E: got {function} of independent variables together, wanted functions of each, "
            "and products of these"
        )
    return Feature(function, within)


def _at_zero_and_one(
    function: Expression, within: tuple[Symbol, ...], variables: set[Symbol]
) -> Expression | None:
    """A function of what is zero or one, and perhaps of more, by what it is at both; None where it
    has no value at one of them, or all of them vary otherwise.
    """
    for variable in within:
        if "bernoulli" in variable.known:
            here = outcome(variable)
            at_zero, at_one = (function.xreplace({here: sympy.Integer(end)}) for end in (0, 1))
            if at_zero.has(*UNDEFINED) or at_one.has(*UNDEFINED):
                return None
            less, more = _made(at_zero, variables), _made(at_one, variables)
            return sympy.expand(less + (more - less) * variable)
    return None


def _groups(function: Expression, variables: set[Symbol]) -> int:
    """Of how many groups a function of outcomes is."""
    return len({group_of(each) for each in variables if outcome(each) in function.free_symbols})


def _conditional(expression: Conditional) -> Expression:
    """A conditional mean, with what is given taken out, as is what is independent of it."""
    inside, given = sympy.expand(featured(expression.args[0])), expression.args[1]
    inside_variables = sorted(inside.atoms(RandomVariable, Feature), key=str)
    found = []
    for powers, coefficient in sympy.Poly(inside, *inside_variables).terms():
        entries = dict(zip(inside_variables, powers, strict=True))
        apart = [
            variable**power
            for variable, power in entries.items()
            if power and _variables(variable) == {given}
        ]
        rest = [
            (variable, power)
            for variable, power in entries.items()
            if power and _variables(variable) != {given}
        ]
        others = {one for variable, _ in rest for one in _variables(variable)}
        if any(group_of(one) != group_of(given) for one in others):
            raise DefinitionError(
                f"got {expression}, wanted a mean given a variable of the same call of random, "
                "with independent=False"
            )
        of = sympy.Mul(*(_in_numbers(variable) ** power for variable, power in rest))
        mean = Feature(of, (given, *sorted(others - {given}, key=str)), given) if rest else 1
        found.append(coefficient * sympy.Mul(*apart, mean))
    return sympy.Add(*found)


def _variables(generator: Expression) -> set[Symbol]:
    return set(generator.variables) if isinstance(generator, Feature) else {generator}


def _in_numbers(generator: Expression) -> Expression:
    if isinstance(generator, Feature):
        if generator.given is not None:
            raise DefinitionError(f"got {generator} given a variable, wanted one given once")
        return generator.of
    return outcome(generator)
