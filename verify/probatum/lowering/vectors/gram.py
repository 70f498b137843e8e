"""Statements about vectors of any dimension become statements about their inner products,
by Gram matrices.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, permutations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.classes.interpolation import (
    Class,
    Inner,
    Pair,
    Sample,
    are_apart,
    at_equal_constants,
)
from probatum.lowering.classes.translation_invariance import values_at_zero
from probatum.lowering.problem import Combination, NamedCondition, Problem
from probatum.lowering.theorem import Theorem
from probatum.lowering.vectors.spans import Spans, placeholder, row_of
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.domains import Built, General, VectorVariable, is_vector
from probatum.proposition.subjects.functions import (
    FixedPoint,
    FunctionVariable,
    Member,
    Minimizer,
    OperatorVariable,
)
from probatum.proposition.subjects.products import Norm, check, components
from probatum.type_names import Condition, Expression, Matrix, Point, Symbol, Symbols, Vector

GRAM = Theorem("Gram matrices", "Horn, Johnson, Matrix Analysis, 2nd ed., section 7.2", exact=True)


def lower(statement: ForAll) -> Problem:
    """The statement over inner products; exact unless a class's conditions are only necessary.
    Raises DefinitionError for bad use.
    """
    spans = Spans()
    statement = _solved(statement)
    for part in (*conjuncts(statement.given), statement.then):
        if not isinstance(part, Member):
            check(part)
    given: list[Condition] = []
    about: list[Condition] = []
    members: list[Condition] = []
    for part in conjuncts(statement.given):
        (
            members if isinstance(part, Member) else about if part.has(Built, General) else given
        ).append(part)
    for member in members:
        _contain(spans, member)
    about = [part for part in about if not spans.supposes(part, sympy.And(*given))]
    supposed = [spans.lowered(part) for part in about]
    goal = spans.lowered(statement.then)
    named: list[tuple[Expression, Combination]] = [
        (variable, spans.combination(variable))
        for variable in statement.variables
        if isinstance(variable, VectorVariable)
    ]
    for function in list(spans.samples):
        if row_of(function).has_smallest:
            spans.combination(Minimizer(function))
    conditions, theorems = _conditions(spans, statement.given)
    linear, others = _sorted(supposed, about)
    parameters = tuple(
        variable for variable in statement.variables if not isinstance(variable, General)
    )
    classed = [
        variable
        for variable in statement.variables
        if isinstance(variable, (FunctionVariable, OperatorVariable))
    ]
    needs = [
        need for function in dict.fromkeys((*classed, *spans.samples)) for need in _needs(function)
    ]
    given += [need for need in (*needs, *spans.needed) if not _said(need, given)]
    return Lowering(
        spans=spans,
        parameters=parameters,
        given=sympy.And(*given),
        conditions=(*conditions, *linear),
        also=sympy.And(*others),
        goal=goal,
        named=named,
        theorems=theorems,
    ).problem()


def _needs(function: Symbol) -> Iterator[Condition]:
    return row_of(function).needs(dict(function.properties))


def _said(need: Expression, given: list[Condition]) -> bool:
    """Whether a hypothesis says as much, or more, as it stands."""
    if not isinstance(need, Relational):
        return bool(need in given)
    strict = {sympy.LessThan: sympy.StrictLessThan, sympy.GreaterThan: sympy.StrictGreaterThan}.get(
        need.func, need.func
    )
    forms = (need, need.reversed, strict(*need.args), strict(*need.args).reversed)
    return any(form in given for form in forms)


def _contain(spans: Spans, member: Expression) -> None:
    convex_set, point = member.args
    spans.add(convex_set, Sample(words_of(point), spans.combination(point), {}, sympy.Integer(0)))


def _solved(statement: ForAll) -> ForAll:
    """Hypotheses that say what a vector is, put in its place."""
    given, then = [_said_of_vectors(part) for part in conjuncts(statement.given)], statement.then
    for part in list(given):
        if not (isinstance(part, sympy.Equality) and any(map(is_vector, part.args))):
            continue
        for left, right in (part.args, part.args[::-1]):
            if isinstance(left, VectorVariable) and left not in right.free_symbols:
                given.remove(part)
                given = [other.xreplace({left: right}) for other in given]
                then = then.xreplace({left: right})
                others = tuple(variable for variable in statement.variables if variable != left)
                return _solved(for_all(others, sympy.And(*given), then))
    return with_parts(statement, given=sympy.And(*given))


def _said_of_vectors(part: Condition) -> Condition:
    """That a length is zero, as an equation that says what one of the vectors is."""
    if not (isinstance(part, sympy.Equality) and part.rhs == 0 and isinstance(part.lhs, Norm)):
        return part
    shares = components(part.lhs.args[0])
    for vector, share in shares.items():
        others = [other for other in shares if other != vector]
        if not isinstance(vector, VectorVariable) or not (share.is_Rational and share != 0):
            continue
        if not any(vector in other.free_symbols for other in others) and others:
            return _as_equation(vector, shares)
    built = [vector for vector, share in shares.items() if share.is_Rational and share != 0]
    return _as_equation(built[-1], shares) if built and len(shares) > 1 else part


def _as_equation(vector: Vector, shares: Combination) -> Condition:
    """What a vector is where a combination in which it stands is zero."""
    others = (-share / shares[vector] * each for each, share in shares.items() if each != vector)
    return sympy.Eq(vector, sympy.Add(*others), evaluate=False)


def _conditions(spans: Spans, given: Condition) -> tuple[list[NamedCondition], list[Theorem]]:
    """The conditions of all classes on their samples."""
    found: list[NamedCondition] = []
    theorems: list[Theorem] = []
    for function, samples in spans.samples.items():
        row = row_of(function)
        theorems.append(
            row.theorem(len(samples), has_smallest=any(sample.smallest for sample in samples))
        )
        constants = dict(function.properties)
        unseen = not any(sample.value in spans.asked for sample in samples) and all(
            sample.value != 0 for sample in samples
        )
        both_ways = (
            unseen and len(samples) == 2 and row.values_can_be_chosen
        )  # they can if the sum can be met
        sampled = Sampled(function, samples, spans.inner, both_ways)
        found += sampled.conditions(row)
        if not are_apart(constants, given):
            found += sampled.conditions(replace(row, pair=at_equal_constants))
    return found, theorems


@dataclass(frozen=True, slots=True)
class Sampled:
    """A function of a class with its samples; both_ways: whether its values can be chosen so that
    the sum of both orders suffices.
    """

    function: Symbol
    samples: list[Sample]
    inner: Inner
    both_ways: bool

    def conditions(self, row: Class) -> Iterator[NamedCondition]:
        """What the class says of each pair of samples, and of each."""
        name, constants = self.function.name, dict(self.function.properties)
        between = permutations if row.ordered and not self.both_ways else combinations
        for i, j in between(self.samples, 2):
            pair = Pair(i, j, self.inner, constants, self.both_ways)
            for expression in row.pair(pair):
                yield NamedCondition(f"{name}: {i.name} and {j.name}", expression)
        for i in self.samples:
            for expression in row.single(Pair(i, i, self.inner, constants)):
                yield NamedCondition(f"{name}: {i.name}", expression)
            for j in self.samples:
                if j.smallest and j is not i:
                    for expression in row.beside_smallest(Pair(i, j, self.inner, constants)):
                        yield NamedCondition(f"{name}: {i.name} beside {j.name}", expression)


def _sorted(
    supposed: list[Condition], about: list[Condition]
) -> tuple[list[NamedCondition], list[Condition]]:
    """Hypotheses that are linear in inner products and values, and the others."""
    linear, others = [], []
    for part, said in zip(supposed, about, strict=True):
        if isinstance(part, sympy.Equality):
            linear.append(NamedCondition(words_of(said), part.lhs - part.rhs, equation=True))
        elif isinstance(part, (sympy.LessThan, sympy.GreaterThan)):
            linear.append(NamedCondition(words_of(said), part.gts - part.lts))
        else:
            others.append(part)
    return linear, others


@dataclass(frozen=True, slots=True)
class Lowering:
    """A statement in inner products: hypotheses on the parameters, conditions that are linear in
    inner products and values, the others, and what is to be shown.
    """

    spans: Spans
    parameters: Symbols
    given: Condition
    conditions: tuple[NamedCondition, ...]
    also: Condition
    goal: Condition
    named: list[tuple[Expression, Combination]]
    theorems: list[Theorem]

    def problem(self) -> Problem:
        """The problem over the smallest basis that is seen: what nothing depends on is taken for
        zero.
        """
        spans, basis = self.spans, _basis(self.spans)
        matrix = sympy.Matrix(
            len(basis), len(basis), lambda i, j: _product_of(basis[min(i, j)], basis[max(i, j)])
        )
        products = _products(spans, basis, matrix)
        values = sorted(
            (
                {sample.value for samples in spans.samples.values() for sample in samples}
                - {sympy.Integer(0)}
            ),
            key=str,
        )
        change = dict(products)
        lowered = [
            NamedCondition(each.name, each.expression.xreplace(change), each.equation)
            for each in self.conditions
        ]
        also, goal = self.also.xreplace(change), self.goal.xreplace(change)
        zeros = values_at_zero(
            spans.samples.values(),
            [
                *(each.expression for each in lowered),
                *also.atoms(Relational),
                *goal.atoms(Relational),
            ],
        )
        lowered = [
            NamedCondition(each.name, sympy.expand(each.expression.xreplace(zeros)), each.equation)
            for each in lowered
        ]
        free = (
            {symbol for each in lowered for symbol in each.expression.free_symbols}
            | also.free_symbols
            | goal.xreplace(zeros).free_symbols
        )
        return Problem(
            parameters=self.parameters,
            given=self.given,
            basis=tuple(basis),
            gram=sympy.ImmutableMatrix(matrix),
            values=tuple(value for value in values if value not in zeros and value in free),
            conditions=tuple(each for each in lowered if each.expression != 0),
            also=also.xreplace(zeros),
            goal=goal.xreplace(zeros),
            theorems=(GRAM, *dict.fromkeys(self.theorems)),
            points=tuple(_shown_points(spans, self.named)),
            worths=tuple(
                (sample.value.name, sample.value.xreplace(zeros))
                for all_ in spans.samples.values()
                for sample in all_
                if sample.value != 0
            ),
            functions=tuple(
                (function, tuple(spans.with_solved(sample) for sample in samples))
                for function, samples in spans.samples.items()
            ),
        )


def _product_of(left: Expression, right: Expression) -> Symbol:
    return sympy.Symbol(f"⟨{left}, {right}⟩", real=True)


def _shown_points(
    spans: Spans, named: list[tuple[Expression, Combination]]
) -> Iterator[tuple[str, Combination]]:
    for variable, combination in named:
        yield variable.name, combination
    for samples in spans.samples.values():
        for sample in samples:
            if sample.name not in {words_of(variable) for variable, _ in named}:
                yield sample.name, spans.resolved(sample.point)
            for base in sample.image:
                if isinstance(base, sympy.Symbol) and not isinstance(base, VectorVariable):
                    yield base.name, spans.resolved(sample.image)


def _basis(spans: Spans) -> list[Vector]:
    """The vectors that inner products depend on: of those that occur in differences only,
    one is taken for zero.
    """
    basis = list(dict.fromkeys(base for vector in spans.used for base in vector))
    points = [base for base in basis if isinstance(base, (VectorVariable, Minimizer, FixedPoint))]
    images = [base for base in basis if base not in points]
    for group in (points, images, tuple(basis), *combinations(points, 2), *combinations(images, 2)):
        present = [base for base in group if base in basis]
        if len(present) > 1 and all(
            sympy.cancel(sum(vector.get(base, 0) for base in present)) == 0 for vector in spans.used
        ):
            fixed = next(
                (base for base in present if isinstance(base, (Minimizer, FixedPoint))), present[-1]
            )
            basis.remove(fixed)
            for vector in spans.used:
                vector.pop(fixed, None)
    return basis


def _products(spans: Spans, basis: list[Symbol], matrix: Matrix) -> Point:
    found = {}
    for i, left in enumerate(spans.used):
        for j, right in enumerate(spans.used[i:], start=i):
            found[placeholder(i, j)] = sympy.Add(
                *(
                    a * b * matrix[basis.index(u), basis.index(v)]
                    for u, a in left.items()
                    for v, b in right.items()
                )
            )
    return found
