"""Writes trigonometric functions by sine and cosine of angles of which all others are sums and
multiples.
"""

from __future__ import annotations

from math import lcm

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.in_place import Place, changed, in_place
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import leaves, rewrite
from probatum.type_names import Expression, Point, Statement, Symbol

CIRCLE = Theorem(
    "Sine and cosine are a point of the unit circle",
    "DLMF, section 4.21, addition formulas 4.21.2 and 4.21.3",
    exact=False,
)
FUNCTIONS = (sympy.sin, sympy.cos, sympy.tan, sympy.cot, sympy.sec, sympy.csc)
LARGEST_MULTIPLE = 12  # of an angle; sines of larger ones are long polynomials


def on_circle(statement: Statement) -> Statement:
    """The statement with the sines and cosines of base angles alone; others are left where a
    multiple is too large. Angles of which none is a sum of multiples of others are their own bases.
    """
    angles: set[Expression] = set()

    def note(expression: Expression) -> Expression:
        angles.update(function.args[0] for function in expression.atoms(*FUNCTIONS))
        return expression

    rewrite(statement, note)
    if not angles:
        return statement
    parts = _denominators(angles)
    alone = _independent(angles)

    def turned(part: Expression) -> Expression:
        if part.args[0] in alone:
            return _by_both(part, sympy.sin(part.args[0]), sympy.cos(part.args[0]))
        return _expanded(part, parts)

    return rewrite(statement, lambda expression: expression.replace(_is_turning, turned))


def of_points_on_circle(statement: Statement) -> Statement:
    """The statement about the coordinates of points of the unit circle, in place of sines and
    cosines of angles that stand fast: it proves the statement. As it is where it is not a universal
    one with any.
    """
    turned = on_circle(statement)
    if not isinstance(turned, ForAll):
        return statement
    angles = {
        part.args[0]
        for leaf in leaves(turned)
        for part, place in in_place(leaf)
        if _stands_fast(part, place) and part.free_symbols <= {*turned.variables}
    }
    return _with_points(turned, angles) if angles else statement


def _stands_fast(part: Expression, place: Place) -> bool:
    """Whether it is the sine or cosine of one angle, and not of all that an integral goes over or a
    derivative varies.
    """
    return isinstance(part, (sympy.sin, sympy.cos)) and not place.near(part)


def _with_points(statement: ForAll, angles: set[Expression]) -> ForAll:
    known: Point = {}
    given = []
    for angle in sorted(angles, key=sympy.default_sort_key):
        sine, cosine = (sympy.Dummy(f"{name} {angle}", real=True) for name in ("sin", "cos"))
        known |= {sympy.sin(angle): sine, sympy.cos(angle): cosine}
        given.append(sympy.Eq(sine**2 + cosine**2, 1))

    def point(part: Expression, place: Place) -> Expression | None:
        return known.get(part) if _stands_fast(part, place) else None

    return for_all(
        (*statement.variables, *known.values()),
        sympy.And(changed(statement.given, point), *given),
        rewrite(statement.then, lambda part: changed(part, point)),
    )


def _is_turning(expression: Expression) -> bool:
    return isinstance(expression, FUNCTIONS)


def _denominators(angles: set[Expression]) -> dict[Expression, int]:
    """For each summand of angles, without its rational factor, the common denominator of the
    factors.
    """
    found: dict[Expression, int] = {}
    for angle in angles:
        for summand in sympy.Add.make_args(sympy.expand(angle)):
            factor, rest = summand.as_coeff_Mul()
            if factor.is_Rational and rest.free_symbols:
                found[rest] = lcm(found.get(rest, 1), int(factor.q))
    return found


def _independent(angles: set[Expression]) -> set[Expression]:
    """The angles that share summands with none but such as none of them is a sum of multiples of
    the others.
    """
    summands = {angle: _multiples(angle) for angle in angles}
    found: set[Expression] = set()
    for together in _sharing(summands):
        names = sorted({name for each in together for name in summands[each]}, key=str)
        rows = [[summands[each].get(name, 0) for name in names] for each in together]
        if names and sympy.Matrix(rows).rank() == len(together):
            found.update(together)
    return found


def _multiples(angle: Expression) -> dict[Expression, Expression]:
    """The summands of an angle that vary, each with the number of times it stands there."""
    pairs = [each.as_coeff_Mul() for each in sympy.Add.make_args(sympy.expand(angle))]
    return {rest: factor for factor, rest in pairs if rest.free_symbols}


def _sharing(summands: dict[Expression, dict[Expression, Expression]]) -> list[list[Expression]]:
    """The angles in groups that share no summand with one another."""
    groups: list[list[Expression]] = []
    for angle in sorted(summands, key=sympy.default_sort_key):
        near = [
            group
            for group in groups
            if any(summands[angle].keys() & summands[other].keys() for other in group)
        ]
        apart = [group for group in groups if group not in near]
        groups = [*apart, [angle, *(other for group in near for other in group)]]
    return groups


def _expanded(function: Symbol, parts: dict[Expression, int]) -> Expression:
    return _by_both(function, *_of_sum(sympy.Add.make_args(sympy.expand(function.args[0])), parts))


def _by_both(function: Symbol, sine: Expression, cosine: Expression) -> Expression:
    """The function by the sine and the cosine of its angle."""
    match function:
        case sympy.sin():
            return sine
        case sympy.cos():
            return cosine
        case sympy.tan():
            return sine / cosine
        case sympy.cot():
            return cosine / sine
    return 1 / cosine if isinstance(function, sympy.sec) else 1 / sine


def _of_sum(
    summands: tuple[Expression, ...], parts: dict[Expression, int]
) -> tuple[Expression, Expression]:
    """Sine and cosine of a sum, by the addition formulas."""
    sine, cosine = sympy.Integer(0), sympy.Integer(1)
    for summand in summands:
        s, c = _of_multiple(summand, parts)
        sine, cosine = sine * c + cosine * s, cosine * c - sine * s
    return sine, cosine


def _of_multiple(
    summand: Expression, parts: dict[Expression, int]
) -> tuple[Expression, Expression]:
    factor, rest = summand.as_coeff_Mul()
    times, angle = factor * parts.get(rest, 0), rest / parts.get(rest, 1)
    if not (times.is_Integer and 0 < abs(times) <= LARGEST_MULTIPLE):
        return sympy.sin(summand), sympy.cos(summand)
    s, c = sympy.sin(angle), sympy.cos(angle)
    sine, cosine = sympy.Integer(0), sympy.Integer(1)
    for _ in range(int(abs(times))):
        sine, cosine = sympy.expand(sine * c + cosine * s), sympy.expand(cosine * c - sine * s)
    return (sine if times >= 0 else -sine), cosine


REWRITINGS = (Rewriting(90, CIRCLE, of_points_on_circle),)
