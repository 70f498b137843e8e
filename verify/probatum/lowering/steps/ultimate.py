"""What is so from some number on, or for small enough ones, as two quantifiers; and numbers from
which on it may be so.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import sympy
from sympy.core.relational import Relational
from sympy.polys.polyerrors import BasePolynomialError

from probatum.calculus.forms.inverting import solutions
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.theorem import Theorem
from probatum.proposition.joining import condition_of
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.parts import unchecked, with_parts
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.ultimate import Eventually, Ultimate
from probatum.type_names import Condition, Expression, Statement, Symbol

FROM_SOME_ON = Theorem(
    "What is so from some number on", "Hardy, A Course of Pure Mathematics, section 55", exact=True
)
MOST_ABSOLUTE = 3  # absolute values that are split into cases
MOST_BOUNDARIES = 6


def unfolded(statement: Ultimate) -> Exists:
    """That there is a number from which on, or below which, it is defined and true."""
    variable = statement.variable
    later = isinstance(statement, Eventually)
    bound = sympy.Symbol(f"{'start' if later else 'size'} of {variable.name}", real=True)
    inner = for_all(statement.variables, beyond(statement, bound), meant(statement.then))
    positive = sympy.true if later else sympy.Gt(bound, 0)
    found: Exists = unchecked(Exists, variables=(bound,), given=positive, then=inner)
    return found


def beyond(statement: Ultimate, bound: Expression) -> Condition:
    """That the variable is on its way: from a number on, or between zero and a number."""
    variable = statement.variable
    if isinstance(statement, Eventually):
        return sympy.Ge(variable, bound, evaluate=False)
    return sympy.And(sympy.Gt(variable, 0), sympy.Lt(variable, bound, evaluate=False))


def meant(then: Statement) -> Statement:
    """That it is defined and true, also below quantifiers inside."""
    condition = condition_of(then)
    if condition is not None:
        return sympy.And(condition, defined(condition))
    if isinstance(then, (ForAll, Exists)):
        return with_parts(then, then=meant(then.then))
    return then


def never(statement: Ultimate) -> Ultimate:
    """That the opposite is so from some number on, which says more than that the statement is
    false; raises OutOfScopeError where there are quantifiers inside.
    """
    condition = condition_of(statement.then)
    if condition is None:
        raise OutOfScopeError("quantifiers inside of what is so from some number on")
    return with_parts(statement, then=sympy.Not(meant(condition)))


def boundaries(condition: Condition, variable: Symbol) -> list[Expression]:
    """Where relations in a condition may change for a variable: where their sides meet,
    absolute values split into cases.
    """
    found: dict[Expression, None] = {}
    for relation in sorted(condition.atoms(Relational), key=sympy.default_sort_key):
        for difference in _cases(relation.lhs - relation.rhs, variable):
            found |= dict.fromkeys(_roots(difference, variable))
        found |= dict.fromkeys(solutions(relation, variable))
    real = (root for root in found if root.is_extended_real is not False and root != 0)
    return list(itertools.islice(real, MOST_BOUNDARIES))


def _cases(difference: Expression, variable: Symbol) -> Iterator[Expression]:
    """The difference for either sign of each absolute value of the variable."""
    sizes = sorted(
        (size for size in difference.atoms(sympy.Abs) if size.has(variable)),
        key=sympy.default_sort_key,
    )[:MOST_ABSOLUTE]
    for signs in itertools.product((1, -1), repeat=len(sizes)):
        inside = (sign * size.args[0] for sign, size in zip(signs, sizes, strict=True))
        yield difference.xreplace(dict(zip(sizes, inside, strict=True)))


def _roots(difference: Expression, variable: Symbol) -> Iterator[Expression]:
    """Zeros of what is linear or quadratic in the variable, once it stands above one line."""
    numerator, _ = sympy.fraction(sympy.together(difference))
    try:
        terms = sympy.Poly(numerator, variable).all_coeffs()
    except BasePolynomialError:
        return
    if any(term.has(variable) for term in terms):
        return
    if len(terms) == 2:
        yield -terms[1] / terms[0]
    elif len(terms) == 3:
        a, b, c = terms
        root = sympy.sqrt(sympy.Abs(b**2 - 4 * a * c))
        yield from ((-b + root) / (2 * a), (-b - root) / (2 * a))
