"""Vectors of a statement as combinations of a few, functions as their samples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import sympy
from sympy.core.relational import Relational

from probatum.calculus.signs.under_bounds import sign_under
from probatum.errors import DefinitionError
from probatum.lowering.classes.interpolation import (
    SET,
    Class,
    Sample,
    class_of_function,
    class_of_operator,
    difference,
)
from probatum.lowering.problem import Combination
from probatum.proposition.phrases.symmetric import Applied
from probatum.proposition.reading.sentences import words_of
from probatum.proposition.subjects.domains import Built, VectorVariable, is_vector
from probatum.proposition.subjects.functions import (
    FixedPoint,
    Gradient,
    Minimizer,
    OperatorVariable,
    Proximal,
    SetVariable,
    Value,
)
from probatum.proposition.subjects.products import Dot, Norm, components
from probatum.type_names import Comparison, Condition, Expression, Symbol, Values, Vector


def placeholder(left: int, right: int) -> Symbol:
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

    samples: dict[Expression, list[Sample]] = field(default_factory=dict)
    used: list[dict[Expression, Expression]] = field(default_factory=list)
    named: dict[str, Expression] = field(default_factory=dict)
    smallest: dict[Expression, Expression] = field(default_factory=dict)
    needed: list[Condition] = field(default_factory=list)
    asked: set[Expression] = field(default_factory=set)
    solved: dict[Expression, dict[Expression, Expression]] = field(
        default_factory=dict
    )  # what equations say of vectors

    def combination(self, vector: Vector) -> dict[Expression, Expression]:
        """A vector over the basis."""
        found: dict[Expression, Expression] = {}
        for part, coefficient in components(vector).items():
            for base, share in self._of(part).items():
                found[base] = sympy.cancel(found.get(base, 0) + coefficient * share)
        return self.resolved(found)

    def resolved(self, vector: Combination) -> dict[Expression, Expression]:
        """A combination without the vectors that equations express by others."""
        found = dict(vector)
        while known := self.solved.keys() & found.keys():
            base = min(known, key=str)
            share = found.pop(base)
            for other, part in self.solved[base].items():
                found[other] = sympy.cancel(found.get(other, 0) + share * part)
        return {base: coefficient for base, coefficient in found.items() if coefficient != 0}

    def with_solved(self, sample: Sample) -> Sample:
        """The sample, point and image without the vectors that equations express by others."""
        point, image = map(self.resolved, (sample.point, sample.image))
        return replace(sample, point=point, image=image)

    def supposes(self, relation: Relational, given: Condition = sympy.true) -> bool:
        """Whether a hypothesis that two vectors are equal expresses one of the basis by others,
        where numbers are as given.
        """
        if not (isinstance(relation, sympy.Equality) and any(map(is_vector, relation.args))):
            return False
        vector = self.combination(relation.lhs - relation.rhs)
        chosen = _expressed(vector) or self._divided(vector, given)
        if vector and chosen is None:
            return False
        if chosen is not None:
            share = vector.pop(chosen)
            self.solved[chosen] = {
                base: sympy.cancel(-other / share) for base, other in vector.items()
            }
        return True

    def _divided(self, vector: Combination, given: Condition) -> Expression:
        """A gradient whose share is a number that is not zero, such as the length of a step."""
        known = sympy.And(given, *self.needed)
        named = (VectorVariable, Minimizer, FixedPoint)
        gradients = [base for base in vector if not isinstance(base, named)]
        return next((base for base in reversed(gradients) if _is_apart(vector[base], known)), None)

    def _of(self, part: Expression) -> Mapping[Expression, Expression]:
        match part:
            case VectorVariable():
                return {part: sympy.Integer(1)}
            case Gradient():
                return self._spoken_of(
                    part.args[0],
                    self.sample(
                        part.args[0], self.combination(part.args[1]), words_of(part.args[1])
                    ),
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

    def _special(
        self, part: Expression, image: Mapping[Expression, Expression]
    ) -> Mapping[Expression, Expression]:
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
            self.add(
                function,
                Sample(words_of(part), one, image, self._value(function, words_of(part)), smallest),
            )
        return one

    def sample(self, function: Symbol, point: Values, name: str) -> Sample:
        """What the function has at a point: as before where the point is one that is known,
        else something new.
        """
        for known in self.samples.get(function, ()):
            apart = self.resolved(difference(known.point, point))
            if all(sympy.cancel(part) == 0 for part in apart.values()):
                return known
        new = sympy.Symbol(
            f"{'' if isinstance(function, OperatorVariable) else '∇'}{function.name}({name})"
        )
        return self.add(
            function, Sample(name, point, {new: sympy.Integer(1)}, self._value(function, name))
        )

    def _spoken_of(self, function: Symbol, sample: Sample) -> Sample:
        """The sample, kept as one whose gradient the statement speaks of."""
        samples = self.samples[function]
        samples[samples.index(sample)] = spoken = replace(sample, spoken_of=True)
        return spoken

    def _proximal(self, part: Expression) -> Mapping[Expression, Expression]:
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
            self.add(
                function,
                Sample(name, reached, {new: sympy.Integer(1)}, self._value(function, name)),
            )
        found: Mapping[Expression, Expression] = self.smallest[key]
        return found

    def _value(self, function: Symbol, name: str) -> Expression:
        if isinstance(function, (OperatorVariable, SetVariable)):
            return sympy.Integer(0)
        return sympy.Symbol(f"{function.name}({name})", real=True)

    def add(self, function: Symbol, sample: Sample) -> Sample:
        """Keeps a sample of a function; that sample."""
        self.samples.setdefault(function, []).append(sample)
        return sample

    def inner(self, left: Combination, right: Combination) -> Expression:
        """The inner product, to be put in terms of a basis later."""
        numbers = []
        for vector in map(self.resolved, (left, right)):
            if not vector:
                return sympy.Integer(0)
            if vector not in self.used:
                self.used.append(vector)
            numbers.append(self.used.index(vector))
        return placeholder(*numbers)

    def lowered(self, expression: Expression) -> Expression:
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
        if not expression.args or not expression.has(Built, VectorVariable):
            return expression
        options = {"evaluate": False} if isinstance(expression, Relational) else {}
        return expression.func(*map(self.lowered, expression.args), **options)

    def _vectors_equal(self, relation: Comparison) -> Condition:
        vector = self.combination(relation.lhs - relation.rhs)
        square = self.inner(vector, vector)
        return type(relation)(square, 0, evaluate=False)


def _expressed(vector: Combination) -> Expression:
    """A vector with a share that is a number: a gradient first, then a minimizer,
    of each the one that came last.
    """
    numbered = [base for base, share in vector.items() if share.is_number and share.is_nonzero]
    named = (VectorVariable, Minimizer, FixedPoint)
    gradients = [base for base in numbered if not isinstance(base, named)]
    others = [base for base in numbered if not isinstance(base, VectorVariable)]
    return next((group[-1] for group in (gradients, others, numbered) if group), None)


def _is_apart(share: Expression, known: Condition) -> bool:
    sign, strictly = sign_under(share, known)
    return sign != 0 and strictly


def row_of(function: Symbol) -> Class:
    """The class that a function, set or operator belongs to."""
    if isinstance(function, SetVariable):
        return SET
    properties = dict(function.properties)
    return (
        class_of_operator(properties)
        if isinstance(function, OperatorVariable)
        else class_of_function(properties, function.name)
    )
