"""Statements about vectors of any dimension become statements about their inner products,
by Gram matrices.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations, permutations
from typing import Any

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.interpolation import (
    SET,
    Class,
    Pair,
    Sample,
    are_apart,
    at_equal_constants,
    class_of_function,
    class_of_operator,
    difference,
)
from probatum.lowering.problem import Combination, Condition, Problem
from probatum.lowering.shifts import values_at_zero
from probatum.lowering.theorem import Theorem
from probatum.proposition.domains import Built, General, VectorVariable, is_vector
from probatum.proposition.functions import (
    Applied,
    FixedPoint,
    FunctionVariable,
    Gradient,
    Member,
    Minimizer,
    OperatorVariable,
    Proximal,
    SetVariable,
    Value,
)
from probatum.proposition.kinds import ForAll, conjuncts, unchecked
from probatum.proposition.products import Dot, Norm, check, components
from probatum.proposition.statement import words_of

GRAM = Theorem("Gram matrices", "Horn, Johnson, Matrix Analysis, 2nd ed., section 7.2", exact=True)


def _placeholder(left: int, right: int) -> Any:
    """The inner product of two used vectors, by their numbers, until the basis is chosen."""
    low, high = sorted((left, right))
    return sympy.Symbol(
        f"inner product {low} {high}", real=True, **({"nonnegative": True} if low == high else {})
    )


@dataclass(slots=True)
class Spans:
    """Named vectors as combinations of basis vectors, samples of functions there,
    and which inner products are used.
    """

    samples: dict[Any, list[Sample]] = field(default_factory=dict)
    used: list[dict[Any, Any]] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)
    smallest: dict[Any, Any] = field(default_factory=dict)
    needed: list[Any] = field(default_factory=list)
    asked: set[Any] = field(default_factory=set)

    def combination(self, vector: Any) -> dict[Any, Any]:
        """A vector over the basis."""
        found: dict[Any, Any] = {}
        for part, coefficient in components(vector).items():
            for base, share in self._of(part).items():
                found[base] = sympy.cancel(found.get(base, 0) + coefficient * share)
        return {base: coefficient for base, coefficient in found.items() if coefficient != 0}

    def _of(self, part: Any) -> Mapping[Any, Any]:
        match part:
            case VectorVariable():
                return {part: sympy.Integer(1)}
            case Gradient():
                return self.sample(
                    part.args[0], self.combination(part.args[1]), words_of(part.args[1])
                ).image
            case Minimizer():
                return self._special(part, {})
            case FixedPoint():
                return self._special(part, {part: sympy.Integer(1)})
            case Proximal():
                return self._proximal(part)
            case Applied():
                raise DefinitionError(
                    f"got the matrix {part.args[0]} beside functions or operators, "
                    "wanted one or the other in a statement"
                )
        raise DefinitionError(
            f"got the vector {part}, wanted one made of vectors, functions, operators and matrices"
        )

    def _special(self, part: Any, image: Mapping[Any, Any]) -> Mapping[Any, Any]:
        """A minimizer, or a fixed point: a vector of its own, at which the gradient is known."""
        function, one = part.args[0], {part: sympy.Integer(1)}
        if isinstance(part, FixedPoint) and not {"nonexpansive", "lipschitz"} & set(
            dict(function.properties)
        ):
            raise DefinitionError(
                f"fixed_point: got the operator {function.name}, "
                "wanted a nonexpansive or Lipschitz one"
            )
        if part not in self.smallest:
            self.smallest[part] = part
            smallest = isinstance(part, Minimizer)
            self._add(
                function,
                Sample(words_of(part), one, image, self._value(function, words_of(part)), smallest),
            )
        return one

    def sample(self, function: Any, point: Mapping[Any, Any], name: str) -> Sample:
        """What the function has at a point: as before where the point is one that is known,
        else something new.
        """
        for known in self.samples.get(function, ()):
            if not difference(known.point, point) or all(
                sympy.cancel(part) == 0 for part in difference(known.point, point).values()
            ):
                return known
        new = sympy.Symbol(
            f"{'' if isinstance(function, OperatorVariable) else '∇'}{function.name}({name})"
        )
        return self._add(
            function, Sample(name, point, {new: sympy.Integer(1)}, self._value(function, name))
        )

    def _proximal(self, part: Any) -> Mapping[Any, Any]:
        """The point y with point - y = step times the gradient at y."""
        function, step, point = part.args
        if not row_of(function).has_proximal:
            raise DefinitionError(
                f"proximal: got the function {function.name}, wanted a convex one, "
                "or a monotone operator"
            )
        self.needed.append(sympy.Gt(step, 0))
        start, name = self.combination(point), words_of(part)
        key = (function, step, tuple(sorted(start.items(), key=str)))
        if key not in self.smallest:
            new = sympy.Symbol(
                f"{'' if isinstance(function, OperatorVariable) else '∇'}{function.name}({name})"
            )
            reached = difference(start, {new: step})
            self.smallest[key] = reached
            self._add(
                function,
                Sample(name, reached, {new: sympy.Integer(1)}, self._value(function, name)),
            )
        found: Mapping[Any, Any] = self.smallest[key]
        return found

    def _value(self, function: Any, name: str) -> Any:
        if isinstance(function, (OperatorVariable, SetVariable)):
            return sympy.Integer(0)
        return sympy.Symbol(f"{function.name}({name})", real=True)

    def _add(self, function: Any, sample: Sample) -> Sample:
        self.samples.setdefault(function, []).append(sample)
        return sample

    def inner(self, left: Combination, right: Combination) -> Any:
        """The inner product, to be put in terms of a basis later."""
        numbers = []
        for vector in (left, right):
            if not vector:
                return sympy.Integer(0)
            if vector not in self.used:
                self.used.append(dict(vector))
            numbers.append(self.used.index(dict(vector)))
        return _placeholder(*numbers)

    def lowered(self, expression: Any) -> Any:
        """A number or condition with inner products and values in place of vectors and
        functions.
        """
        if isinstance(expression, Dot):
            return self.inner(*map(self.combination, expression.args))
        if isinstance(expression, Norm):
            vector = self.combination(expression.args[0])
            return sympy.sqrt(self.inner(vector, vector))
        if isinstance(expression, Value):
            function, point = expression.args
            sample = self.sample(function, self.combination(point), words_of(point))
            self.asked.add(sample.value)
            return sample.value
        if isinstance(expression, Relational) and any(map(is_vector, expression.args)):
            return self._vectors_equal(expression)
        if not expression.args or not expression.has(Built):
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return expression.func(*map(self.lowered, expression.args), **options)

    def _vectors_equal(self, relation: Any) -> Any:
        vector = self.combination(relation.lhs - relation.rhs)
        square = self.inner(vector, vector)
        return type(relation)(square, 0, evaluate=False)


def row_of(function: Any) -> Class:
    """The class that a function, set or operator belongs to."""
    if isinstance(function, SetVariable):
        return SET
    properties = dict(function.properties)
    return (
        class_of_operator(properties)
        if isinstance(function, OperatorVariable)
        else class_of_function(properties, function.name)
    )


def lower(statement: ForAll) -> Problem:
    """The statement over inner products; exact unless a class's conditions are only necessary.
    Raises DefinitionError for bad use.
    """
    spans = Spans()
    statement = _solved(statement)
    for part in (*conjuncts(statement.given), statement.then):
        if not isinstance(part, Member):
            check(part)
    given: list[Any] = []
    about: list[Any] = []
    members: list[Any] = []
    for part in conjuncts(statement.given):
        (
            members if isinstance(part, Member) else about if part.has(Built, General) else given
        ).append(part)
    for member in members:
        _contain(spans, member)
    supposed = [spans.lowered(part) for part in about]
    goal = spans.lowered(statement.then)
    named: list[tuple[Any, Combination]] = [
        (variable, spans.combination(variable))
        for variable in statement.variables
        if isinstance(variable, VectorVariable)
    ]
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
    return _finished(
        spans,
        parameters,
        sympy.And(*given),
        (*conditions, *linear),
        sympy.And(*others),
        goal,
        named,
        theorems,
    )


def _needs(function: Any) -> Iterator[Any]:
    properties = {} if isinstance(function, SetVariable) else dict(function.properties)
    return row_of(function).needs(properties)


def _said(need: Any, given: list[Any]) -> bool:
    """Whether a hypothesis says as much, or more, as it stands."""
    if not isinstance(need, Relational):
        return bool(need in given)
    strict = {sympy.LessThan: sympy.StrictLessThan, sympy.GreaterThan: sympy.StrictGreaterThan}.get(
        need.func, need.func
    )
    forms = (need, need.reversed, strict(*need.args), strict(*need.args).reversed)
    return any(form in given for form in forms)


def needed(statement: ForAll) -> Any:
    """What proximal steps need of their step, as a condition on the parameters."""
    spans = Spans()
    for part in (*conjuncts(statement.given), statement.then):
        if not isinstance(part, Member):
            check(part)
            spans.lowered(part)
    return sympy.And(*spans.needed)


def _contain(spans: Spans, member: Any) -> None:
    convex_set, point = member.args
    spans._add(convex_set, Sample(words_of(point), spans.combination(point), {}, sympy.Integer(0)))


def _solved(statement: ForAll) -> ForAll:
    """Hypotheses that say what a vector is, put in its place."""
    given, then = list(conjuncts(statement.given)), statement.then
    for part in list(given):
        if not (isinstance(part, sympy.Equality) and any(map(is_vector, part.args))):
            continue
        for left, right in (part.args, part.args[::-1]):
            if isinstance(left, VectorVariable) and left not in right.free_symbols:
                given.remove(part)
                given = [other.xreplace({left: right}) for other in given]
                then = then.xreplace({left: right})
                others = tuple(variable for variable in statement.variables if variable != left)
                return _solved(
                    unchecked(ForAll, variables=others, given=sympy.And(*given), then=then)
                )
    return statement


def _conditions(spans: Spans, given: Any) -> tuple[list[Condition], list[Theorem]]:
    """The conditions of all classes on their samples."""
    found: list[Condition] = []
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
        found += _of_samples(spans, function, row, samples, constants, both_ways)
        if not are_apart(constants, given):
            found += _of_samples(
                spans,
                function,
                replace(row, pair=at_equal_constants),
                samples,
                constants,
                both_ways,
            )
    return found, theorems


def _of_samples(
    spans: Spans,
    function: Any,
    row: Class,
    samples: list[Sample],
    constants: Mapping[str, Any],
    both_ways: bool,
) -> Iterator[Condition]:
    between = permutations if row.ordered and not both_ways else combinations
    for i, j in between(samples, 2):
        pair = Pair(i, j, spans.inner, constants, both_ways)
        for expression in row.pair(pair):
            yield Condition(f"{function.name}: {i.name} and {j.name}", expression)
    for i in samples:
        for expression in row.single(Pair(i, i, spans.inner, constants)):
            yield Condition(f"{function.name}: {i.name}", expression)
        for j in samples:
            if j.smallest and j is not i:
                for expression in row.beside_smallest(Pair(i, j, spans.inner, constants)):
                    yield Condition(f"{function.name}: {i.name} beside {j.name}", expression)


def _sorted(supposed: list[Any], about: list[Any]) -> tuple[list[Condition], list[Any]]:
    """Hypotheses that are linear in inner products and values, and the others."""
    linear, others = [], []
    for part, said in zip(supposed, about, strict=True):
        if isinstance(part, sympy.Equality):
            linear.append(Condition(words_of(said), part.lhs - part.rhs, equation=True))
        elif isinstance(part, (sympy.LessThan, sympy.GreaterThan)):
            linear.append(Condition(words_of(said), part.gts - part.lts))
        else:
            others.append(part)
    return linear, others


def _finished(
    spans: Spans,
    parameters: tuple[Any, ...],
    given: Any,
    conditions: tuple[Condition, ...],
    also: Any,
    goal: Any,
    named: list[tuple[Any, Combination]],
    theorems: list[Theorem],
) -> Problem:
    """The problem over the smallest basis that is seen: what nothing depends on is taken for
    zero.
    """
    basis = _basis(spans)
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
        Condition(each.name, each.expression.xreplace(change), each.equation) for each in conditions
    ]
    also, goal = also.xreplace(change), goal.xreplace(change)
    zeros = values_at_zero(
        spans.samples.values(),
        [*(each.expression for each in lowered), *also.atoms(Relational), *goal.atoms(Relational)],
    )
    lowered = [
        Condition(each.name, sympy.expand(each.expression.xreplace(zeros)), each.equation)
        for each in lowered
    ]
    free = (
        {symbol for each in lowered for symbol in each.expression.free_symbols}
        | also.free_symbols
        | goal.xreplace(zeros).free_symbols
    )
    return Problem(
        parameters,
        given,
        tuple(basis),
        sympy.ImmutableMatrix(matrix),
        tuple(value for value in values if value not in zeros and value in free),
        tuple(each for each in lowered if each.expression != 0),
        also.xreplace(zeros),
        goal.xreplace(zeros),
        (GRAM, *dict.fromkeys(theorems)),
        tuple(_shown_points(spans, named)),
        tuple(
            (sample.value.name, sample.value.xreplace(zeros))
            for all_ in spans.samples.values()
            for sample in all_
            if sample.value != 0
        ),
        tuple((function, tuple(samples)) for function, samples in spans.samples.items()),
    )


def _product_of(left: Any, right: Any) -> Any:
    return sympy.Symbol(f"⟨{left}, {right}⟩", real=True)


def _shown_points(
    spans: Spans, named: list[tuple[Any, Combination]]
) -> Iterator[tuple[str, Combination]]:
    for variable, combination in named:
        yield variable.name, combination
    for samples in spans.samples.values():
        for sample in samples:
            if sample.name not in {words_of(variable) for variable, _ in named}:
                yield sample.name, sample.point
            for base in sample.image:
                if isinstance(base, sympy.Symbol) and not isinstance(base, VectorVariable):
                    yield base.name, sample.image


def _basis(spans: Spans) -> list[Any]:
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


def _products(spans: Spans, basis: list[Any], matrix: Any) -> dict[Any, Any]:
    found = {}
    for i, left in enumerate(spans.used):
        for j, right in enumerate(spans.used[i:], start=i):
            found[_placeholder(i, j)] = sympy.Add(
                *(
                    a * b * matrix[basis.index(u), basis.index(v)]
                    for u, a in left.items()
                    for v, b in right.items()
                )
            )
    return found
