"""Lowers what is said of given matrices, of roots, of complex numbers and of steps to what is said
of real numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.lowering.matrices.schur_cohn import SCHUR_COHN, compared
from probatum.lowering.rewriting.definitions import by_definition, definitions
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import Equal, ForAll, for_all
from probatum.proposition.parts import leaves, rewrite
from probatum.proposition.phrases.spectra import (
    Eigenvalues,
    Modulus,
    Orthogonal,
    SpectralRadius,
    characteristic,
    real_and_imaginary,
)
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.complex_numbers import SameNumber
from probatum.proposition.written import PROVIDED, Written, is_written
from probatum.type_names import Condition, Expression, Statement

COEFFICIENTS = Theorem(
    "A polynomial is known by its roots",
    "Horn, Johnson, Matrix Analysis, 2nd ed., section 1.2",
    exact=True,
)
GRAM = Theorem(
    "Orthogonal matrices by their columns",
    "Horn, Johnson, Matrix Analysis, 2nd ed., section 2.1",
    exact=True,
)
PAIRS = Theorem("Complex numbers as pairs of real ones", "DLMF, section 1.9(i)", exact=True)
TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def theorems(statement: Statement) -> tuple[Theorem, ...]:
    """What the lowering of a statement rests on; none where it says nothing that is lowered."""
    parts = [part for part in leaves(statement) if isinstance(part, sympy.Basic)]
    rows = (
        (Modulus, SCHUR_COHN),
        (Eigenvalues, COEFFICIENTS),
        (Orthogonal, GRAM),
        (SameNumber, PAIRS),
    )
    by_kind = [theorem for kind, theorem in rows if any(_inside(part, kind) for part in parts)]
    return tuple(dict.fromkeys(chain(by_kind, *map(definitions, parts))))


def _inside(part: Expression, kind: type[sympy.Basic]) -> bool:
    return any(isinstance(each, kind) for each in sympy.preorder_traversal(part))


def over_the_reals(statement: Statement) -> Statement:
    """The statement with conditions on coefficients in place of those on roots, and with what
    stands for something else written out; DefinitionError where a relation cannot be solved for
    the one modulus that it holds.
    """
    if _is_equality(statement):
        related = sympy.Eq(statement.left, statement.right, evaluate=False)
        return for_all((), sympy.true, _lowered(related))
    if isinstance(statement, ForAll) and _is_equality(statement.then):
        given, inner = rewrite(statement.given, _lowered), over_the_reals(statement.then)
        return for_all(statement.variables, given, inner.then)
    return rewrite(statement, _lowered)


def _is_equality(statement: Statement) -> bool:
    return isinstance(statement, Equal) and any(
        isinstance(side, sympy.Basic) and _inside(side, Modulus)
        for side in (statement.left, statement.right)
    )


def _lowered(part: Expression) -> Expression:
    part = by_definition(part)
    if isinstance(part, Eigenvalues):
        return _same_polynomial(characteristic(part.matrix), part.values)
    if isinstance(part, Orthogonal):
        return _equations(part.equations)
    if isinstance(part, SameNumber):
        return _equations(part.parts)
    if isinstance(part, Relational) and _inside(part, Modulus):
        return compared(*_isolated(part))
    if isinstance(part, sympy.logic.boolalg.BooleanFunction):
        return part.func(*map(_lowered, part.args))
    if isinstance(part, sympy.Basic) and _inside(part, Modulus):
        raise DefinitionError(_elsewhere(part))
    return part


def _isolated(relation: Relational) -> tuple[Modulus, str, Expression]:
    """The modulus that a relation holds, or its power, alone on the left, with what is right of
    it.
    """
    left, right = relation.args
    if isinstance(left, Modulus) and not _inside(right, Modulus):
        return left, relation.rel_op, right
    if isinstance(right, Modulus) and not _inside(left, Modulus):
        return right, TURNED[relation.rel_op], left
    moduli = relation.atoms(Modulus)
    unknown = sympy.Dummy(real=True)
    difference = sympy.expand((left - right).xreplace(dict.fromkeys(moduli, unknown)))
    if len(moduli) > 1 or not difference.is_polynomial(unknown):
        raise DefinitionError(_elsewhere(relation))
    (modulus,), ((power, factor), *rest) = moduli, sympy.Poly(difference, unknown).terms()
    (exponent,) = power
    if any(exponents != (0,) for exponents, _ in rest) or not (exponent and factor.is_Rational):
        raise DefinitionError(_elsewhere(relation))
    bound = sympy.Add(*(-constant / factor for _, constant in rest))
    where = defined(relation)
    if where != sympy.true:  # what cancels must be defined as well
        bound = Written(PROVIDED, bound, where)
    sign = relation.rel_op if factor > 0 else TURNED[relation.rel_op]
    return _to_the(exponent, modulus, relation), sign, bound


def _to_the(exponent: int, modulus: Modulus, relation: Relational) -> Modulus:
    """The power of a spectral radius as that of the power of the matrix."""
    if exponent == 1:
        return modulus
    if not isinstance(modulus, SpectralRadius):
        raise DefinitionError(_elsewhere(relation))
    return SpectralRadius((modulus.args[0] ** exponent).applyfunc(sympy.expand))


def _equations(pairs: Sequence[tuple[Expression, Expression]]) -> Condition:
    """That each two are equal, as written but for what is the same number."""
    return sympy.And(
        *(
            sympy.Eq(left, right, evaluate=False)
            for left, right in pairs
            if left != right or is_written(left)
        )
    )


def _elsewhere(part: Expression) -> str:
    return (
        f"got {part}, wanted a relation that can be solved for one modulus, by a factor that is a "
        "number or a power of a spectral radius, such as spectral_radius(A) < 1, or "
        "2*spectral_radius(A)**2 + a <= 3"
    )


def _same_polynomial(coefficients: Sequence[Expression], values: Sequence[Expression]) -> Condition:
    """That the product of t - value has these coefficients."""
    t = sympy.Dummy("t", real=True)
    parts = (real_and_imaginary(value) for value in values)
    apart = (real + sympy.I * imaginary for real, imaginary in parts)
    product = sympy.Poly(sympy.prod(t - value for value in apart), t).all_coeffs()
    conditions = [sympy.Eq(coefficients[0], 1, evaluate=False)]
    for known, wanted in zip(coefficients[1:], product[1:], strict=True):
        real, imaginary = real_and_imaginary(sympy.expand(wanted))
        conditions.append(sympy.Eq(known, real, evaluate=False))
        if imaginary != 0:
            conditions.append(sympy.Eq(imaginary, 0, evaluate=False))
    return sympy.And(*conditions, evaluate=False)
