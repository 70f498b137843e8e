"""A counterexample over inner products as what readers see: vectors, values, and functions that are
written down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import sympy

from probatum.lowering.classes.interpolants import VARIABLE, Node, explicit, with_values
from probatum.lowering.classes.interpolation import Sample
from probatum.lowering.problem import Combination, Problem
from probatum.proposition.parts import put
from probatum.type_names import Condition, Expression, Point

LETTERS = ("x", "t", "u", "variable")  # of a function that is written down


def single_values(problem: Problem, dimension: int) -> Iterator[Condition]:
    """That points of a function are apart, or have the same gradient if the statement speaks of
    it, as conditions on coordinates.
    """
    rows = dict(zip(problem.basis, problem.coordinates(dimension), strict=True))
    none = [sympy.Integer(0)] * dimension

    def apart(one: Combination, other: Combination, axis: int) -> Expression:
        shares = [(share, base) for base, share in one.items()]
        shares += [(-share, base) for base, share in other.items()]
        return sympy.expand(
            sympy.Add(*(share * rows.get(base, none)[axis] for share, base in shares))
        )

    for one, other in _of_one_gradient(problem):
        points = [apart(one.point, other.point, axis) for axis in range(dimension)]
        images = [apart(one.image, other.image, axis) for axis in range(dimension)]
        same = [sympy.Eq(image, 0) for image in images]
        yield sympy.Or(*(sympy.Ne(point, 0) for point in points), sympy.And(*same))


def is_single_valued(problem: Problem, found: dict[str, Expression], dimension: int) -> bool:
    """Whether each function has one gradient where two of its points coincide, and the statement
    speaks of it.
    """
    at = entries_of(problem, found, dimension)
    return not any(
        at(one.point) == at(other.point) and at(one.image) != at(other.image)
        for one, other in _of_one_gradient(problem)
    )


def _of_one_gradient(problem: Problem) -> Iterator[tuple[Sample, Sample]]:
    """The pairs of points that have one gradient where they coincide: where the statement speaks
    of neither, as of the ends of two proximal steps, there may be several subgradients.
    """
    for _, samples in problem.functions:
        for one, other in combinations(samples, 2):
            if one.spoken_of or other.spoken_of:
                yield one, other


def explicit_values(
    problem: Problem, found: dict[str, Expression], dimension: int
) -> tuple[tuple[str, Expression], ...]:
    """The parameters, the vectors as tuples of coordinates, and the values of functions."""
    at, point = entries_of(problem, found, dimension), numbers_of(problem, found)
    shown: dict[str, Expression] = {
        parameter.name: found[parameter.name]
        for parameter in problem.parameters
        if parameter.name in found
    }
    for name, combination in problem.points:
        entries = at(combination)
        shown.setdefault(name, entries[0] if dimension == 1 else sympy.Tuple(*entries))
    for name, worth in problem.worths:
        if not put(worth, point).free_symbols:  # else nothing depends on it
            shown.setdefault(name, put(worth, point))
    written = _written(problem, at, point, shown) if dimension == 1 else {}
    return tuple((written | shown).items())


def _written(
    problem: Problem,
    at: Callable[[Combination], list[Expression]],
    point: Point,
    shown: dict[str, Expression],
) -> dict[str, Expression]:
    """Functions and operators of one variable through the points, as formulas."""
    worths = {name: put(worth, point) for name, worth in problem.worths}
    letter = next(letter for letter in LETTERS if letter not in shown)
    found = {}
    for variable, samples in problem.functions:
        nodes = [
            Node(at(each.point)[0], at(each.image)[0], worths.get(str(each.value), each.value))
            for each in samples
        ]
        constants = {
            name: True if value is True else put(value, point)
            for name, value in variable.properties
        }
        function = explicit(variable, with_values(nodes), constants)
        if function is not None:
            here = {VARIABLE: sympy.Symbol(letter, real=True)}
            found[f"{variable.name}({letter})"] = function.xreplace(here)
    return found


def entries_of(
    problem: Problem, found: dict[str, Expression], dimension: int
) -> Callable[[Combination], list[Expression]]:
    """What tells the coordinates of a combination of vectors; those that nothing depends on are
    zero.
    """
    point, none = numbers_of(problem, found), [sympy.Integer(0)] * dimension
    rows = problem.coordinates(dimension)
    symbols = {sympy.Symbol(name, real=True): value for name, value in found.items()}
    known = {
        base: [put(entry, symbols) for entry in row]
        for base, row in zip(problem.basis, rows, strict=True)
    }

    def entries(combination: Combination) -> list[Expression]:
        shares = [
            (put(sympy.sympify(share), point), known.get(base, none))
            for base, share in combination.items()
        ]
        return [
            sympy.expand(sympy.Add(*(share * row[axis] for share, row in shares)))
            for axis in range(dimension)
        ]

    return entries


def numbers_of(problem: Problem, found: dict[str, Expression]) -> Point:
    """The parameters and values with the numbers that are found for them."""
    return {
        symbol: found[symbol.name]
        for symbol in (*problem.parameters, *problem.values)
        if symbol.name in found
    }
