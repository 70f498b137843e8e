"""A statement about vectors as one about real numbers: parameters, values,
and matrices that are positive semidefinite.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import combinations

import sympy

from probatum.lowering.every_case import known_where_defined
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Comparison, Condition, Expression, Matrix, Point

Symbols = tuple[sympy.Symbol, ...]
Combination = Mapping[Expression, Expression]  # basis vectors with their coefficients


@dataclass(frozen=True, slots=True)
class NamedCondition:
    """`expression` is at least zero, or zero, by what is supposed; `name` says why, in words."""

    name: str
    expression: Expression
    equation: bool = False

    @property
    def relation(self) -> Comparison:
        """The condition as a relation."""
        kind = sympy.Equality if self.equation else sympy.GreaterThan
        return kind(self.expression, 0, evaluate=False)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be shown for all `parameters` and `values` that satisfy `given`,
    and all matrices that are positive semidefinite.

    basis: the vectors whose inner products `gram` holds.
    conditions: those on values and inner products that are linear in them; also: the others.
    shown: what readers are told of a counterexample, as combinations and values by name.
    """

    parameters: Symbols
    given: Condition
    basis: Symbols
    gram: Matrix
    values: Symbols
    conditions: tuple[NamedCondition, ...]
    also: Condition
    goal: Condition
    theorems: tuple[Theorem, ...]
    points: tuple[tuple[str, Combination], ...] = ()
    worths: tuple[tuple[str, Expression], ...] = ()
    functions: tuple[Expression, ...] = field(default=())

    @property
    def exact(self) -> bool:
        """Whether what breaks the conditions breaks the statement."""
        return all(theorem.exact for theorem in self.theorems)

    def at(self, point: Point) -> Problem:
        """The problem with these values for parameters."""
        return replace(
            self,
            parameters=tuple(each for each in self.parameters if each not in point),
            given=self.given.xreplace(point),
            conditions=tuple(
                replace(each, expression=each.expression.xreplace(point))
                for each in self.conditions
            ),
            also=self.also.xreplace(point),
            goal=self.goal.xreplace(point),
            points=tuple((name, _at(each, point)) for name, each in self.points),
            functions=tuple(
                (
                    function.xreplace(point),
                    tuple(
                        replace(each, point=_at(each.point, point), image=_at(each.image, point))
                        for each in samples
                    ),
                )
                for function, samples in self.functions
            ),
        )

    @property
    def reduced(self) -> Problem:
        """The problem without parameters that equations of the hypotheses determine by sums of
        multiples of others.
        """
        determined = self._determined
        return self.at(determined).reduced if determined else self

    def completed(self, point: Point) -> Point:
        """Values of the parameters that are left in the reduced problem, with those that they
        determine.
        """
        determined = self._determined
        if not determined:
            return point
        found = self.at(determined).completed(point)
        return found | {parameter: value.xreplace(found) for parameter, value in determined.items()}

    @property
    def _determined(self) -> Point:
        """A parameter with what an equation of the hypotheses says it is, if there is one."""
        for part in conjuncts(self.given):
            if isinstance(part, sympy.Equality):
                difference = sympy.expand(part.lhs - part.rhs)
                for parameter in self.parameters:
                    share = difference.coeff(parameter)
                    rest = sympy.expand(difference - share * parameter)
                    if share.is_Rational and share != 0 and not rest.has(parameter):
                        return {parameter: sympy.expand(-rest / share)}
        return {}

    @property
    def entries(self) -> Symbols:
        """The inner products, each once."""
        size = len(self.basis)
        return tuple(self.gram[i, j] for i in range(size) for j in range(i, size))

    def in_inner_products(self) -> ForAll:
        """The statement with inner products as variables: all principal minors of their matrix are
        at least zero.
        """
        known = self.known
        entries = [entry for entry in self.entries if entry not in known]
        roots = {
            power.base
            for power in (self.goal.atoms(sympy.Pow) | self.also.atoms(sympy.Pow))
            if power.exp == sympy.Rational(1, 2)
        }
        lengths = [
            length
            for root in roots
            if _is_squared_length(root, self.gram) and (length := _of_sign(root)) is not None
        ]
        return self._stated(
            (*self.parameters, *self.values, *entries),
            [*minors(self.gram.xreplace(known)), *(root.xreplace(known) for root in lengths)],
            known,
        )

    @property
    def known(self) -> Point:
        """The inner products that equations of the hypotheses say, by numbers and parameters."""
        found: Point = {}
        entries = set(self.entries)
        for condition in self.conditions:
            said = sympy.expand(condition.expression.xreplace(found))
            within = said.free_symbols & entries
            if not condition.equation or len(within) != 1:
                continue
            (entry,) = within
            share = said.coeff(entry)
            rest = sympy.expand(said - share * entry)
            if share.is_Rational and share != 0 and rest.free_symbols <= set(self.parameters):
                found[entry] = -rest / share
        return found

    @property
    def squares(self) -> Expression:
        """The sum of the squared lengths of the basis."""
        return sympy.Add(*(self.gram[i, i] for i in range(len(self.basis))))

    def some_not_zero(self) -> ForAll:
        """The statement with inner products as variables, where some vector is not zero."""
        form = self.in_inner_products()
        some = sympy.Gt(self.squares.xreplace(self.known), 0)
        return with_parts(form, given=sympy.And(form.given, some))

    def at_right_angles(self) -> ForAll:
        """The special case of vectors at right angles to one another, of which some is not zero."""
        lengths = self.squares
        apart = {entry: sympy.Integer(0) for entry in set(self.entries) - lengths.free_symbols}
        kept = tuple(entry for entry in self.entries if entry not in apart)
        form = self._stated((*self.parameters, *self.values, *kept), list(kept), apart)
        return with_parts(form, given=sympy.And(form.given, sympy.Gt(lengths, 0)))

    def in_coordinates(self, dimension: int) -> ForAll:
        """The statement in R^dimension, in coordinates in which the first vectors have as few as
        can be.
        """
        coordinates = self.coordinates(dimension)
        return self._stated(
            (*self.parameters, *self.values, *self.free(coordinates)),
            [],
            self.products(coordinates),
        )

    def coordinates(self, dimension: int) -> list[list[Expression]]:
        """The coordinates of the basis: triangular, so that turning the axes has nothing left to
        change.
        """
        return [
            [
                sympy.Symbol(f"{vector} {axis + 1}", real=True) if axis <= row else sympy.Integer(0)
                for axis in range(dimension)
            ]
            for row, vector in enumerate(self.basis)
        ]

    @staticmethod
    def free(coordinates: list[list[Expression]]) -> Symbols:
        """Those coordinates that are not zero by choice."""
        return tuple(entry for row in coordinates for entry in row if entry != 0)

    def products(self, coordinates: list[list[Expression]]) -> Point:
        """The inner products in coordinates."""
        size = range(len(self.basis))
        return {
            self.gram[i, j]: sympy.Add(
                *(left * right for left, right in zip(coordinates[i], coordinates[j], strict=True))
            )
            for i in size
            for j in size
            if i <= j
        }

    def _stated(
        self, variables: Symbols, more: list[Expression], put: Mapping[Expression, Expression]
    ) -> ForAll:
        conditions = [
            known_where_defined(condition.relation.xreplace(put), self.given, self.parameters)
            for condition in self.conditions
        ]
        given = sympy.And(
            self.given,
            *conditions,
            self.also.xreplace(put),
            *(sympy.Ge(entry, 0) for entry in more),
        )
        return for_all(variables, given, self.goal.xreplace(put))


def _at(combination: Combination, point: Point) -> Combination:
    return {base: sympy.sympify(share).xreplace(point) for base, share in combination.items()}


def _is_squared_length(root: Expression, gram: Matrix) -> bool:
    """Whether what is under a root is seen to be a sum of products of shares and inner products, as
    the squared length of a combination is, which is never negative.
    """
    size = range(gram.rows)
    shares = sympy.Matrix(
        gram.rows, gram.rows, lambda i, j: root.diff(gram[i, j]) / (1 if i == j else 2)
    )
    products = (shares[i, j] * gram[i, j] for i in size for j in size)
    pivot = next((i for i in size if shares[i, i] != 0), None)
    if pivot is None or shares.has(*gram) or sympy.cancel(root - sympy.Add(*products)) != 0:
        return False
    own = shares[pivot, pivot]
    of_one = all(
        sympy.cancel(shares[i, j] * own - shares[i, pivot] * shares[pivot, j]) == 0
        for i, j in combinations(size, 2)
    ) and all(sympy.cancel(shares[i, i] * own - shares[i, pivot] ** 2) == 0 for i in size)
    return of_one and bool(sympy.factor(sympy.Mul(*sympy.fraction(own))).is_nonnegative)


def _of_sign(root: Expression) -> Expression | None:
    """An expression of the same sign that has a value everywhere: where what is under a root has
    none, nothing must be supposed of it. None where none is known.
    """
    above, below = sympy.fraction(sympy.together(root))
    same = above * below
    return same if defined(same) == sympy.true else None


def minors(matrix: Matrix, most: int | None = None) -> Iterator[Expression]:
    """All principal minors of a symmetric matrix, the smallest first; up to a size."""
    for size in range(1, (most or matrix.rows) + 1):
        for chosen in combinations(range(matrix.rows), size):
            yield sympy.expand(matrix.extract(list(chosen), list(chosen)).det(method="berkowitz"))
