"""Products, powers and functions as variables of their own: what follows without looking into
them.
"""

from __future__ import annotations

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean

from probatum.calculus.signs.under_bounds import grows
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.theorem import Theorem
from probatum.proposition.kinds import ForAll, for_all
from probatum.type_names import Condition, Expression, Symbol

GENERALIZED = Theorem(
    "What holds of any numbers holds of the values of terms",
    "Tarski, Introduction to Logic, section 47",
    exact=False,
)
MOST_TERMS = 2_000
SEQUENCES = (sympy.Sum, sympy.Product, sympy.factorial, sympy.binomial, sympy.harmonic, sympy.Pow)


def in_atoms(statement: ForAll) -> ForAll:
    """The statement about any numbers in the place of its terms, multiplied out: it proves the
    statement wherever that is defined; raises OutOfScopeError for terms too many.
    """
    known: dict[Expression, Symbol] = {}
    given, then = (_abstract(part, known) for part in (statement.given, statement.then))
    return for_all(tuple(known.values()), given, then)


def sequences_aside(statement: ForAll) -> tuple[ForAll, dict[Expression, Symbol]]:
    """The statement with any number in the place of each sum, product, factorial or power with a
    variable exponent, and these: it proves the statement wherever that is defined.
    """
    parts = statement.given.atoms(*SEQUENCES) | statement.then.atoms(*SEQUENCES)
    numbers = {*statement.variables}  # not what an integral goes over, at which a part varies
    whole = [
        part
        for part in parts
        if part.free_symbols and part.free_symbols <= numbers and not _is_fixed_power(part)
    ]
    outermost = sorted(
        (one for one in whole if not any(one != other and other.has(one) for other in whole)),
        key=sympy.default_sort_key,
    )
    names = {
        part: sympy.Symbol(f"sequence {number}", real=True)
        for number, part in enumerate(outermost, 1)
    }
    given, then = (part.xreplace(names) for part in (statement.given, statement.then))
    variables = (*statement.variables, *names.values())
    return for_all(variables, given, then), names


def _is_fixed_power(part: Expression) -> bool:
    return isinstance(part, sympy.Pow) and not part.exp.free_symbols


def _abstract(condition: Condition, known: dict[Expression, Symbol]) -> Condition:
    if condition in (sympy.true, sympy.false):
        return condition
    if isinstance(condition, Relational):
        difference = _linear(condition.lhs - condition.rhs, known)
        return condition.func(difference, 0, evaluate=False)
    if isinstance(condition, Boolean) and condition.args:
        return condition.func(*(_abstract(part, known) for part in condition.args))
    raise OutOfScopeError(str(condition))


def _linear(expression: Expression, known: dict[Expression, Symbol]) -> Expression:
    """The sum with a variable for each term, its rational factor apart."""
    if grows(expression):
        raise OutOfScopeError("a power of a long sum")
    total = sympy.Integer(0)
    for term in sympy.Add.make_args(sympy.expand(expression)):
        factor, rest = term.as_coeff_Mul()
        if not factor.is_Rational:
            factor, rest = sympy.Integer(1), term
        if rest == 1:
            total += factor
            continue
        if rest not in known:
            if len(known) > MOST_TERMS:
                raise OutOfScopeError("many terms")
            known[rest] = sympy.Symbol(f"term {len(known) + 1}", real=True)
        total += factor * known[rest]
    return total
