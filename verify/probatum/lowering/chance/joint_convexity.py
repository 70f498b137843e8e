"""The mean of a function that is convex in several random variables together is at least the
function of their means.
"""

from __future__ import annotations

from itertools import combinations

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.chance.expectations import Moments
from probatum.lowering.chance.jensen import is_smooth_in, kinks_bend_upward
from probatum.lowering.chance.outcomes import Feature, outcome
from probatum.lowering.chance.random_variables import needs_of, of_moments, supports
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import General
from probatum.type_names import Condition, Expression, Symbol

JOINTLY_CONVEX = Theorem(
    "the mean of a convex function of several variables is at least the function of their means",
    "Rockafellar, Convex Analysis, section 4; Billingsley, Probability and Measure, section 21",
    exact=False,
)
STRICT = (sympy.StrictGreaterThan, sympy.StrictLessThan)
MOST = 3  # variables


def by_joint_convexity(statement: ForAll) -> ForAll | None:
    """A statement about means that implies it: that what is averaged is, at the means, as large;
    None where it is not seen to be convex.
    """
    then = statement.then
    if not isinstance(then, _Inequality):
        return None
    moments = Moments(supports(statement), with_known=False)
    given = [moments.lowered(part) for part in of_moments(statement)]
    claim = sympy.expand(moments.lowered(then.gts) - moments.lowered(then.lts))
    averaged = _averaged(moments, claim)
    if averaged is None:
        return None
    function, rest, variables = averaged
    counts = _counts(statement)
    positive = {*counts, *_positive(variables, moments.supposed)}
    if not 2 <= len(variables) <= MOST or not _is_convex(function, variables, positive):
        return None
    means = {outcome(each): moments.moment({each: 1}) for each in variables}
    kind = sympy.Gt if isinstance(then, STRICT) else sympy.Ge
    told = {
        mean: value for part in given for mean, value in _told(part, set(means.values()), counts)
    }
    worst = kind((function.xreplace(means) + rest).xreplace(told), 0, evaluate=False)
    numbers = [each for each in statement.variables if not isinstance(each, General)]
    within = [*needs_of(statement), *_signs(variables, moments)]
    kept = {*numbers, *means.values()} - set(told)
    about = [part.xreplace(told) for part in (*given, *within)]
    return for_all(
        tuple(sorted(kept, key=str)),
        sympy.And(*(part for part in about if part.free_symbols <= kept)),
        worst,
    )


def _averaged(
    moments: Moments, claim: Expression
) -> tuple[Expression, Expression, list[Symbol]] | None:
    """What is averaged in a claim that is linear in means, the rest, and the variables."""
    function, rest = sympy.Integer(0), claim
    variables: set[Symbol] = set()
    symbols = set(moments.needed.values())
    for key, symbol in moments.needed.items():
        alone = len(key) == 1 and key[0][1] == 1 and not isinstance(key[0][0], Feature)
        share = sympy.diff(claim, symbol)
        if share == 0 or alone:
            continue
        if share.free_symbols & symbols or any(_is_conditional(each) for each, _ in key):
            return None
        parts = [(each.of if isinstance(each, Feature) else outcome(each)) ** p for each, p in key]
        function += share * sympy.Mul(*parts)
        rest = sympy.expand(rest - share * symbol)
        if rest.has(symbol):
            return None
        for each, _ in key:
            variables |= set(each.variables) if isinstance(each, Feature) else {each}
    return function, rest, sorted(variables, key=str)


def _is_conditional(generator: Expression) -> bool:
    return isinstance(generator, Feature) and generator.given is not None


def _is_convex(function: Expression, variables: list[Symbol], positive: set[Symbol]) -> bool:
    """Whether it is smooth, and all minors of the second derivatives are seen to be at least zero,
    on all numbers, or on the positive ones, where it has a value.
    """
    put = {each: sympy.Dummy(each.name, positive=True) for each in positive}
    there = [put.get(outcome(each), outcome(each)) for each in variables]
    function = function.xreplace(put)
    lacking = any(part.has(*there) for part in conjuncts(defined(function)))
    upward = kinks_bend_upward(function, {each: each for each in there})
    if lacking or not (upward and is_smooth_in(function, there)):
        return False
    bent = sympy.hessian(function, there)
    minors = (
        bent.extract(list(rows), list(rows)).det()
        for count in range(1, len(there) + 1)
        for rows in combinations(range(len(there)), count)
    )
    return all(sympy.factor(sympy.simplify(each)).is_nonnegative for each in minors)


def _counts(statement: ForAll) -> set[Symbol]:
    """The numbers of copies, which are at least one by hypothesis."""
    given = conjuncts(statement.given)
    return {each for each in statement.variables if each.is_integer and (each >= 1) in given}


def _positive(variables: list[Symbol], supposed: tuple[Condition, ...]) -> list[Symbol]:
    return [outcome(each) for each in variables if (each > 0) in supposed]


def _signs(variables: list[Symbol], moments: Moments) -> list[Condition]:
    return [moments.moment({each: 1}) > 0 for each in variables if (each > 0) in moments.supposed]


def _told(
    part: Condition, means: set[Symbol], counts: set[Symbol]
) -> list[tuple[Symbol, Expression]]:
    """A mean and what an equation that is linear in it says it is, by a count."""
    if not isinstance(part, sympy.Equality):
        return []
    difference = sympy.expand(part.lhs - part.rhs)
    found = []
    for mean in difference.free_symbols & means:
        share = sympy.diff(difference, mean)
        rest = sympy.expand(difference - share * mean)
        if (share.is_Rational or share in counts) and not (rest.free_symbols & means):
            found.append((mean, -rest / share))
    return found
