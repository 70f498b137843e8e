"""What powers of a symmetric matrix do to vectors: a sum over its eigenvectors, so that numbers in
place of matrix and vectors decide.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational

from probatum.lowering.matrices.moments import combination, matrix_of
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.parts import conjuncts
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.proposition.subjects.products import Dot, Norm
from probatum.type_names import Condition, Expression, Point, Symbol

EACH_EIGENVALUE = Theorem(
    "a form in powers of a symmetric matrix is a sum over its eigenvectors",
    "Horn, Johnson, Matrix Analysis, 2nd ed., sections 2.5 and 4.2",
    exact=True,
)
EIGENVALUE = sympy.Symbol("an eigenvalue", real=True)  # no name of an author's


def at_each_eigenvalue(statement: ForAll) -> ForAll | None:
    """The statement about any one eigenvalue in the interval: for forms in one vector, or in the
    difference of two, and norms against norms; for forms in several where nothing is supposed of
    these; None for others.
    """
    return _of_one_vector(statement) or _of_several(statement)


def _of_several(statement: ForAll) -> ForAll | None:
    """With a number in place of each vector."""
    goals = list(conjuncts(statement.then))
    if statement.given.has(Built) or not all(_is_additive(each, moving=False) for each in goals):
        return None
    if not all(map(_is_a_form, goals)):
        return None
    bases = {each for each in statement.variables if isinstance(each, VectorVariable)}
    numbers = {each: sympy.Symbol(f"share of {each.name}", real=True) for each in bases}
    known = {}
    for product in statement.then.atoms(Dot, Norm):
        left, right = (
            sympy.Add(
                *(
                    share * EIGENVALUE**power * numbers[base]
                    for (base, power), share in combination(product.args[end]).items()
                )
            )
            for end in (0, -1)
        )
        known[product] = sympy.Abs(left) if isinstance(product, Norm) else left * right
    return _at_eigenvalue(statement, tuple(numbers.values()), known)


def _at_eigenvalue(statement: ForAll, more: tuple[Symbol, ...], known: Point) -> ForAll:
    alone = [part for part in conjuncts(statement.given) if not part.has(Built)]
    ends = matrix_of(statement).constants
    numbers = tuple(each for each in statement.variables if not isinstance(each, General))
    inside = (sympy.Ge(EIGENVALUE, ends["low"]), sympy.Le(EIGENVALUE, ends["high"]))
    return for_all(
        (*numbers, EIGENVALUE, *sorted(more, key=str)),
        sympy.And(*alone, *inside),
        sympy.And(*(goal.xreplace(known) for goal in conjuncts(statement.then))),
    )


def _of_one_vector(statement: ForAll) -> ForAll | None:
    parts = (*conjuncts(statement.given), statement.then)
    products = {each for part in parts for each in part.atoms(Dot, Norm)}
    known = _in_numbers(products)
    if known is None:
        return None
    about = [part for part in conjuncts(statement.given) if part.has(Built)]
    goals = list(conjuncts(statement.then))
    moving = bool(about)
    if not all(map(_moves, about)) or not all(_is_additive(goal, moving) for goal in goals):
        return None
    return _at_eigenvalue(statement, (), known)


def _in_numbers(products: set[Expression]) -> Point | None:
    """Inner products and norms of one vector's images, as for the number 1 in its place."""
    known, bases = {}, set()
    for product in products:
        left, right = (_polynomial(product.args[end]) for end in (0, -1))
        if left is None or right is None:
            return None
        known[product] = (
            sympy.Abs(left[0]) if isinstance(product, Norm) else sympy.Mul(left[0], right[0])
        )
        bases |= {left[1], right[1]}
    return known if len(bases) == 1 else None


def _polynomial(vector: Expression) -> tuple[Expression, frozenset[Expression]] | None:
    """What multiplies one vector, or the first of two that are in differences alone."""
    powers = combination(vector)
    bases = sorted({base for base, _ in powers}, key=str)
    if not 1 <= len(bases) <= 2:
        return None
    found = [
        sympy.Add(*(c * EIGENVALUE**power for (base, power), c in powers.items() if base == one))
        for one in bases
    ]
    if len(found) == 2 and sympy.expand(found[0] + found[1]) != 0:
        return None
    return found[0], frozenset(bases)


def _moves(part: Condition) -> bool:
    """Whether a hypothesis says that an image of the vector, and so the vector, is not zero."""
    if not isinstance(part, (sympy.StrictGreaterThan, sympy.StrictLessThan)):
        return False
    return part.lts == 0 and isinstance(part.gts, Norm)


def _is_additive(goal: Condition, moving: bool) -> bool:
    """Whether it adds up over eigenvectors; a strict one only where the vector is not zero."""
    kinds = (sympy.Equality, sympy.LessThan, sympy.GreaterThan)
    strict = (sympy.StrictGreaterThan, sympy.StrictLessThan)
    if not isinstance(goal, (*kinds, *strict) if moving else kinds):
        return False
    return all(map(_is_a_norm, goal.args)) or _is_a_form(goal)


def _is_a_norm(side: Expression) -> bool:
    """A number times a norm, or zero."""
    if side == 0:
        return True
    norms = side.atoms(Norm)
    if len(norms) != 1:
        return False
    factor, rest = side.as_independent(*norms, as_Add=False)
    return bool(rest in norms and not factor.has(Built))


def _is_a_form(goal: Relational) -> bool:
    """Inner products and squared norms times numbers, added up."""
    for addend in sympy.Add.make_args(sympy.expand(goal.lhs - goal.rhs)):
        products = addend.atoms(Dot, Norm)
        if len(products) != 1:
            return False
        (product,) = products
        _, rest = addend.as_independent(product, as_Add=False)
        if rest != (product**2 if isinstance(product, Norm) else product):
            return False
    return True
