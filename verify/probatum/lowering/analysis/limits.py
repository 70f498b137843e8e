"""Finds limits that hold parameters: in each case of their signs, by the theorems for numbers, and
where a function is continuous.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

import sympy

from probatum.calculus.closed_value import Answer, Enclosed, Exact, Open, Undefined
from probatum.calculus.forms.identity import vanishes
from probatum.calculus.limits.limit import holds_near, limit_of_defined
from probatum.lowering.analysis.sign_cases import MOST_PARAMETERS, Case, bases, of_one, together
from probatum.lowering.theorem import Theorem
from probatum.lowering.value import Value
from probatum.proposition.binders import called
from probatum.proposition.parts import conjuncts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.slopes.continuity import is_continuous
from probatum.type_names import Condition, Expression, Point, Symbol

CONTINUOUS = Theorem(
    "A function has its value for a limit where it is continuous",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 4.6",
    exact=True,
)
PARTIAL_SUMS = Theorem(
    "The sum of a series is the limit of its partial sums",
    "Rudin, Principles of Mathematical Analysis, 3rd ed., definition 3.21",
    exact=True,
)
INSIDE = {  # of a condition, where it holds all around as well
    sympy.GreaterThan: sympy.StrictGreaterThan,
    sympy.LessThan: sympy.StrictLessThan,
    sympy.Equality: lambda *_: sympy.false,
}
MOST_CASES = 24

Excluded = Callable[[Condition], bool]  # whether no admitted parameters meet a condition


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the limit is where the parameters meet a condition."""

    where: Condition
    found: Answer

    @property
    def number(self) -> Expression | None:
        """The limit where it is a real number."""
        found = self.found.value if isinstance(self.found, Exact) else sympy.oo
        return None if found.is_infinite else found


@dataclass(frozen=True, slots=True)
class _Abstract:
    """A limit in which symbols stand for what is added up of parameters, and what each means;
    parameters that are written by others.
    """

    inner: Expression
    meaning: Point
    written: Point = field(default_factory=dict)


def outcomes(construct: Expression, excluded: Excluded) -> tuple[Outcome, ...]:
    """What the limit is in each case of the parameters that is admitted, as few as are needed;
    none where it is not known whether there is something to have a limit.
    """
    inner, variable, *_ = construct.args
    short = _abstract(inner, variable)
    found = _in_each_case(short, construct, excluded)
    if not found or any(isinstance(answer, Open) for _, answer in found):
        other_way = _by_difference(short, construct) or _by_quotient(short, construct, excluded)
        if other_way is not None:
            again = _in_each_case(other_way, construct, excluded)
            if again and not any(isinstance(answer, Open) for _, answer in again):
                short, found = other_way, again
    common = _common(found)
    if common is not None:
        return (Outcome(sympy.true, Exact(common.xreplace(short.meaning))),)
    return tuple(_apart(found, short.meaning))


def _in_each_case(
    short: _Abstract, construct: Expression, excluded: Excluded
) -> list[tuple[Case, Answer]]:
    inner, variable, point, direction = construct.args
    found: list[tuple[Case, Answer]] = []
    for case in _admitted(short, construct, excluded):
        has_value = _has_value(short, construct, case, excluded)
        if has_value is None:
            return []
        body = short.inner.xreplace(case.put)
        reason = f"{called(inner)} has no value near {called(variable)} = {point}"
        answer: Answer = Undefined(reason) if not has_value else Open("SymPy finds no number")
        if has_value and not body.has(sympy.zoo, sympy.nan):
            place = point.xreplace(short.written).xreplace(case.put)
            answer = limit_of_defined(body, variable, place, str(direction))
        if getattr(answer, "agreed", False) or isinstance(answer, Enclosed):
            answer = Open("two methods agree, and neither is a proof")
        found.append((case, answer))
    return found


def _has_value(
    short: _Abstract, construct: Expression, case: Case, excluded: Excluded
) -> bool | None:
    """Whether what the limit is of has a value all around, which a factor 0 may hide."""
    inner, variable, point, direction = construct.args
    symbols = {meant: symbol for symbol, meant in short.meaning.items()}
    place = point.xreplace(short.written).xreplace(case.put)
    near = (variable, place, str(direction))
    sure = True
    for part in conjuncts(defined(inner)):
        if part.has(variable):
            put = part.xreplace(symbols).xreplace(short.written).xreplace(case.put)
            if holds_near(sympy.Not(put), *near):
                return False
            sure = sure and (holds_near(put, *near) or excluded(_not_anyway(part, variable)))
    return sure or None


def _not_anyway(condition: Condition, variable: Symbol) -> Condition:
    """That it is not so whatever the variable is."""
    parts = condition.args if isinstance(condition, sympy.Or) else (condition,)
    return sympy.Not(sympy.Or(*(part for part in parts if not part.has(variable))))


def _by_difference(short: _Abstract, construct: Expression) -> _Abstract | None:
    """One of two parameters as the other one and their difference: it matters which is larger; an
    integer remains one, of which powers of negative numbers have values.
    """
    _, variable, point, _ = construct.args
    free = (short.inner.free_symbols | point.free_symbols) - {variable}
    symbols = sorted(free, key=sympy.default_sort_key)
    if len(symbols) != 2 or bases(short.inner, variable):
        return None
    one, other = sorted(symbols, key=lambda each: not each.is_integer)
    kind = {"integer": True} if other.is_integer else {"real": True}
    difference = sympy.Symbol("d  ", **kind)
    written = {other: one + difference}
    meaning = {**short.meaning, difference: (other - one).xreplace(short.meaning)}
    return _Abstract(short.inner.xreplace(written), meaning, written)


def _by_quotient(short: _Abstract, construct: Expression, excluded: Excluded) -> _Abstract | None:
    """One of two bases of powers as the other one, which is positive, times their quotient: of a
    root of a^n + b^n, a is a factor.
    """
    _, variable, point, _ = construct.args
    free = (short.inner.free_symbols | point.free_symbols) - {variable}
    symbols = sorted(free, key=sympy.default_sort_key)
    if len(symbols) != 2 or not free <= bases(short.inner, variable) or point.has(*free):
        return None
    one, other = symbols
    if not excluded(sympy.Le(one.xreplace(short.meaning), 0)):
        return None
    above, quotient = sympy.Dummy(positive=True), sympy.Symbol("q  ", real=True)
    body = short.inner.xreplace({one: above, other: above * quotient})
    apart = body.replace(
        lambda part: part.is_Pow and part.base.is_Add and part.exp.has(variable),
        lambda power: sympy.expand_power_base(sympy.factor_terms(power.base) ** power.exp),
    )
    meaning = {**short.meaning, quotient: (other / one).xreplace(short.meaning)}
    return _Abstract(apart.xreplace({above: one}), meaning, {other: one * quotient})


def _abstract(inner: Expression, variable: Symbol) -> _Abstract:
    """A symbol for each sum of parameters by which something is multiplied or raised: of 1 - a in
    (1 - a)^n it matters where it is, not what it is made of.
    """
    meaning: Point = {}

    def shortened(expression: Expression) -> Expression:
        if not expression.has(variable):
            return _named(expression, meaning)
        if not expression.args:
            return expression
        if expression.is_Add:
            moving = [shortened(part) for part in expression.args if part.has(variable)]
            return sympy.Add(*moving, *(part for part in expression.args if not part.has(variable)))
        if expression.is_Mul:
            expression = _with_powers_joined(expression, variable, meaning)
        if _is_raised(expression, variable) and not expression.base.is_Atom:
            expression = _symbol_for(expression.base, meaning) ** expression.exp
        if isinstance(expression, (sympy.Mul, sympy.Pow, sympy.Function)):
            return expression.func(*map(shortened, expression.args))
        return expression

    return _Abstract(shortened(inner.replace(_is_sum, _collected(variable))), meaning)


def _is_raised(expression: Expression, variable: Symbol) -> bool:
    """Whether it is a power of what stays to what moves."""
    moves = bool(expression.is_Pow and expression.exp.has(variable))
    return moves and not expression.base.has(variable)


def _with_powers_joined(product: Expression, variable: Symbol, meaning: Point) -> Expression:
    """A product of powers with one whole exponent that moves as the power of one symbol: of a^n/2^n
    it matters where a/2 is.
    """
    moving = [
        factor for factor in product.args if _is_raised(factor, variable) and factor.exp.is_integer
    ]
    exponents = {factor.exp for factor in moving}
    if len(moving) < 2 or len(exponents | {-each for each in exponents}) != 2:
        return product
    exponent = min(exponents, key=sympy.default_sort_key)
    base = sympy.Mul(*(factor.base ** (factor.exp / exponent) for factor in moving))
    if base.is_number:
        return product
    rest = [factor for factor in product.args if factor not in moving]
    return sympy.Mul(*rest, _symbol_for(base, meaning) ** exponent)


def _named(expression: Expression, meaning: Point) -> Expression:
    """The symbol that stands for a sum of parameters."""
    if not expression.free_symbols or not expression.is_Add:
        return expression
    return _symbol_for(expression, meaning)


def _symbol_for(expression: Expression, meaning: Point) -> Symbol:
    known = next((key for key, value in meaning.items() if value == expression), None)
    kind = {"integer": True} if expression.is_integer else {"real": True}
    symbol = known or sympy.Symbol(f"c{len(meaning)}  ", **kind)
    meaning[symbol] = expression
    return symbol


def _is_sum(expression: Expression) -> bool:
    return bool(expression.is_Add)


def _collected(variable: Symbol) -> Callable[..., Expression]:
    """Of a polynomial, each power of the variable once."""

    def collected(total: Expression) -> Expression:
        whole = total.has(variable) and total.is_polynomial(variable)
        return sympy.collect(sympy.expand(total), variable) if whole else total

    return collected


def _admitted(short: _Abstract, construct: Expression, excluded: Excluded) -> Iterator[Case]:
    """The cases that the hypotheses admit; none where there are too many."""
    _, variable, point, _ = construct.args
    place = point.xreplace(short.written)
    free = (short.inner.free_symbols | place.free_symbols) - {variable}
    symbols = sorted(free, key=sympy.default_sort_key)
    below = bases(short.inner, variable)
    if len(symbols) > MOST_PARAMETERS:
        return
    choices = [
        [case for case in of_one(each, each in below) if not excluded(_where(case, short.meaning))]
        for each in symbols
    ]
    possible = [together(chosen) for chosen in itertools.product(*choices)]
    if len(possible) <= MOST_CASES:
        several = len(symbols) > 1
        yield from (
            case for case in possible if not (several and excluded(_where(case, short.meaning)))
        )


def _where(case: Case, meaning: Point) -> Condition:
    """That the parameters are where a case has them."""
    parts = (place.as_relational(symbol) for symbol, place in case.places.items())
    return sympy.And(*(part.xreplace(meaning) for part in parts))


def _common(found: list[tuple[Case, Answer]]) -> Expression | None:
    """A form that takes the finite value of each case."""
    values = [answer.value for _, answer in found if isinstance(answer, Exact)]
    if len(values) < len(found) or any(value.is_infinite for value in values):
        return None
    for case, value in zip((case for case, _ in found), values, strict=True):
        form = value.xreplace(case.back)
        if all(
            vanishes(form.xreplace(other.put) - wanted)
            for (other, _), wanted in zip(found, values, strict=True)
        ):
            return form
    return None


def _apart(found: list[tuple[Case, Answer]], meaning: Point) -> Iterator[Outcome]:
    """The cases, those with one answer beside each other as one."""
    told = [(case, _in_terms(answer, case.back)) for case, answer in found]
    for symbol in found[0][0].places if found else ():
        told = _merged(told, symbol)
    for case, answer in told:
        yield Outcome(_where(case, meaning), _in_terms(answer, meaning))


def _in_terms(answer: Answer, values: Point) -> Answer:
    if not isinstance(answer, Exact):
        return answer
    return replace(answer, value=answer.value.xreplace(values))


def _merged(told: list[tuple[Case, Answer]], symbol: Symbol) -> list[tuple[Case, Answer]]:
    """The cases in which one symbol is in an interval instead of several."""
    kept: list[tuple[Case, Answer]] = []
    for case, answer in told:
        place = case.places[symbol]
        for index, (other, same) in enumerate(kept):
            union = sympy.Union(place, other.places[symbol])
            apart = {**other.places, symbol: place} != case.places
            if (
                same == answer
                and not apart
                and isinstance(union, (sympy.Interval, sympy.FiniteSet))
            ):
                kept[index] = (replace(other, places={**other.places, symbol: union}), answer)
                break
        else:
            kept.append((case, answer))
    return kept


def limit_at_a_place(construct: Expression) -> Value | None:
    """The value at a place in the middle of the domain of a continuous function."""
    inner, variable, place, _ = construct.args
    if place.is_infinite or place.has(variable) or not is_continuous(inner, variable):
        return None
    inside = defined(inner).replace(
        lambda part: type(part) in INSIDE and part.has(variable),
        lambda part: INSIDE[type(part)](*part.args),
    )
    at = {variable: place}
    return Value(inner.xreplace(at), CONTINUOUS, (((), sympy.true, inside.xreplace(at)),))


def as_series(construct: Expression) -> Expression | None:
    """The series of which the partial sums have this limit; None where it is none of them."""
    inner, variable, point, _ = construct.args
    if not isinstance(inner, sympy.Sum) or point != sympy.oo or len(inner.limits) != 1:
        return None
    index, low, *high = inner.limits[0]
    if high not in ([variable], [variable - 1], [variable + 1]) or not variable.is_integer:
        return None
    alone = not inner.function.has(variable) and not low.has(variable)
    return sympy.Sum(inner.function, (index, low, sympy.oo)) if alone else None
