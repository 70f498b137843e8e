"""Values of a function of a class at random points, by what its tangents elsewhere leave: a smooth
one lies between two parabolas, a convex one above its tangents, a Lipschitz one near its values.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy
from sympy.core.relational import _Inequality

from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll
from probatum.proposition.parts import conjuncts, with_parts
from probatum.proposition.subjects.functions import FunctionVariable, Gradient, Minimizer, Value
from probatum.proposition.subjects.products import components, dot, norm
from probatum.proposition.subjects.random import Expectation, Noise
from probatum.type_names import Condition, Expression, Vector

TANGENTS = Theorem(
    "a smooth function lies between parabolas on its tangents, a convex one above these",
    "Nesterov, Introductory Lectures on Convex Optimization, 2004, sections 1.2.3 and 2.1",
    exact=False,
)
MOST = 2  # points of which tangents are tried


def by_tangents(statement: ForAll) -> Iterator[ForAll]:
    """Statements that say more, in which no function is taken at a random point; each with the
    tangents of one point.
    """
    if not isinstance(statement.then, _Inequality) or _at_random(statement.given):
        return
    then = _one_sided(statement.then)
    for point in _points(statement)[:MOST]:
        parts = [_bounded(part, point) for part in conjuncts(then)]
        found = [part for part in parts if part is not None]
        if len(found) == len(parts) and not any(map(_at_random, found)):
            yield with_parts(statement, then=sympy.And(*found))


def _one_sided(then: Condition) -> Condition:
    """That an amount is at most something, said of both signs."""
    if isinstance(then.lts, sympy.Abs):
        (inside,) = then.lts.args
        kind = sympy.Ge if isinstance(then, (sympy.Ge, sympy.Le)) else sympy.Gt
        return sympy.And(*(kind(then.gts, sign * inside, evaluate=False) for sign in (1, -1)))
    return then


def _at_random(part: Condition) -> list[Expression]:
    """What is taken at random points."""
    return [each for each in part.atoms(Value, Gradient) if each.atoms(Noise)]


def _points(statement: ForAll) -> list[Vector]:
    """Where functions are taken that is not random, and no minimizer."""
    parts = (statement.given, statement.then)
    taken = {each.args[1] for part in parts for each in part.atoms(Gradient, Value)}
    plain = (each for each in taken if not each.atoms(Noise) and not isinstance(each, Minimizer))
    return sorted(plain, key=str)


def _bounded(part: Condition, point: Vector) -> Condition | None:
    """The relation with bounds that make it say more, in place of values at random points."""
    difference = sympy.expand(_linear(part.gts) - _linear(part.lts))
    for value in sorted((each for each in difference.atoms(Value) if each.atoms(Noise)), key=str):
        mean = Expectation(value)
        share = difference.coeff(mean)
        rest = sympy.expand(difference - share * mean)
        if not share.is_Rational or share == 0 or rest.has(mean):
            return None
        bound = _bound(value, point, above=bool(share < 0))
        if bound is None:
            return None
        difference = rest + share * Expectation(sympy.expand(bound))
    kind = sympy.Ge if isinstance(part, (sympy.Ge, sympy.Le)) else sympy.Gt
    return kind(difference, 0, evaluate=False)


def _linear(side: Expression) -> Expression:
    """With means of sums as sums of means."""
    return side.replace(
        lambda found: type(found) is Expectation, lambda found: _mean(sympy.expand(found.args[0]))
    )


def _mean(inside: Expression) -> Expression:
    terms = []
    for term in sympy.Add.make_args(inside):
        factor, rest = term.as_independent(*term.atoms(Noise), as_Add=False)
        terms.append(factor * Expectation(rest) if rest.atoms(Noise) else term)
    return sympy.Add(*terms)


def _bound(value: Expression, point: Vector, *, above: bool) -> Expression | None:
    """What a value is at most, or at least, by what is known at a point."""
    function, taken = value.args
    assert isinstance(function, FunctionVariable)
    known = dict(function.properties)
    shares = components(taken - point)
    step = sympy.Add(*(share * base for base, share in shares.items()))
    tangent = Value(function, point) + dot(Gradient(function, point), step)
    if above and "smooth" in known:
        return tangent + known["smooth"] / 2 * norm(step) ** 2
    if not above and ("convex" in known or "strongly" in known):
        return tangent + known.get("strongly", 0) / 2 * norm(step) ** 2
    if not above and "smooth" in known:
        return tangent - known["smooth"] / 2 * norm(step) ** 2
    if "lipschitz" in known:
        return Value(function, point) + (1 if above else -1) * known["lipschitz"] * norm(step)
    return None
