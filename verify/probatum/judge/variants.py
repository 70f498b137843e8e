"""The other versions of a statement: under a condition, outside of it, and its negation."""

from __future__ import annotations

import sympy

from probatum.errors import DefinitionError
from probatum.lowering.rewriting.joined import FIRST_STEPS
from probatum.lowering.steps.orbits import broken
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import (
    All,
    Equal,
    Exists,
    ForAll,
    Joined,
    Orbit,
    for_all,
    proposition,
)
from probatum.proposition.kinds import Any as Either
from probatum.proposition.parts import free_symbols, is_scalar, unchecked
from probatum.proposition.relation import Ge, Gt, Le, Lt, Relation
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.obligations import as_witness
from probatum.proposition.subjects.cardinality import AtMost
from probatum.proposition.subjects.measured import Measured
from probatum.type_names import Condition, Statement, Symbol

NEGATED = {"Lt": Ge, "Le": Gt, "Gt": Le, "Ge": Lt}


def conditioned(statement: Statement, condition: Condition) -> Statement:
    """The statement under one more hypothesis on its parameters;
    raises DefinitionError where it has none.
    """
    names = parameters(statement, condition)
    if isinstance(statement, Measured):
        return _among(statement, plain(condition))
    return for_all(names, sympy.And(statement.given, condition), statement.then)


def _among(statement: Measured, condition: Condition, **changes: Relation) -> Measured:
    """An experiment in those specifications that satisfy a condition."""
    fields = {name: getattr(statement, name) for name in statement.__dataclass_fields__}
    given = sympy.And(statement.given, condition)
    return unchecked(Measured, **fields | changes | {"given": given})


def outside(statement: Statement, condition: Condition) -> Statement:
    """That for every admitted parameter outside of the condition the inner statement is false."""
    names = parameters(statement, condition)
    if isinstance(statement, Measured):
        opposite = NEGATED[statement.relation.name]
        return _among(statement, sympy.Not(plain(condition)), relation=opposite)
    given = sympy.And(statement.given, sympy.Not(sympy.And(defined(condition), condition)))
    return for_all(names, given, negated(statement.then))


def nowhere(statement: Statement, condition: Condition) -> Statement:
    """That for no admitted parameter outside of the condition the inner statement has a value and
    is true.
    """
    names = parameters(statement, condition)
    given = sympy.And(statement.given, sympy.Not(sympy.And(defined(condition), condition)))
    somewhere = unchecked(Exists, variables=names, given=given, then=statement.then)
    return AtMost(0, somewhere)


def follows(statement: Statement, condition: Condition, weaker: Condition) -> Statement:
    """That wherever the statement is supposed and the condition holds,
    the weaker condition does.
    """
    names = parameters(statement, weaker)
    given = sympy.true if isinstance(statement, Measured) else statement.given
    return for_all(names, sympy.And(given, condition), weaker)


def parameters(statement: Statement, condition: Condition) -> tuple[Symbol, ...]:
    if not isinstance(statement, (ForAll, Measured)):
        raise DefinitionError(
            f"condition: got a {type(statement).__name__}, wanted a ForAll whose variables the "
            "condition restricts, or an experiment with free choices"
        )
    variables = (
        tuple(free.choice for free in statement.over if free.is_numeric)
        if isinstance(statement, Measured)
        else tuple(statement.variables)
    )
    foreign = sorted(symbol.name for symbol in free_symbols(condition) - set(variables))
    if foreign:
        names = ", ".join(variable.name for variable in variables)
        raise DefinitionError(
            f"condition: got the variable {foreign[0]}, wanted parameters only: {names}"
        )
    return variables


def negated(statement: Statement) -> Statement:
    """A statement that implies that `statement` is false (for orbits:
    that one of the first steps breaks it).
    """
    match statement:
        case ForAll() if not statement.variables and statement.given == sympy.true:
            return negated(statement.then)
        case ForAll():
            return unchecked(
                Exists,
                variables=statement.variables,
                given=statement.given,
                then=negated(statement.then),
            )
        case Exists():
            meant = as_witness(statement.then, known=statement.given)
            return for_all(statement.variables, statement.given, negated(meant))
        case Orbit():
            return broken(statement, FIRST_STEPS)
        case Equal() if is_scalar(statement.left) and is_scalar(statement.right):
            return sympy.Unequality(statement.left, statement.right, evaluate=False)
        case Equal() if isinstance(statement.left, sympy.MatrixBase) and isinstance(
            statement.right, sympy.MatrixBase
        ):
            pairs = zip(statement.left.flat(), statement.right.flat(), strict=True)
            return sympy.Or(*(sympy.Ne(left, right) for left, right in pairs))
        case Joined():
            return _opposites(statement)
    if isinstance(statement, sympy.logic.boolalg.Boolean):
        return sympy.Not(statement)
    raise DefinitionError(
        f"exactly_if: got a {type(statement).__name__} inside, whose opposite cannot be stated, "
        "wanted @true_if with a condition too weak"
    )


def _opposites(statement: Joined) -> Statement:
    """In each list of which a part must be as it is said, none is: for one of the lists."""
    broken = [
        [negated(part) if truth else part for part, truth in clause]
        for clause in statement.clauses()
    ]
    if all(isinstance(part, sympy.logic.boolalg.Boolean) for clause in broken for part in clause):
        return sympy.Or(*(sympy.And(*clause) for clause in broken))
    found = [All(*(proposition(part, "exactly_if") for part in clause)) for clause in broken]
    return found[0] if len(found) == 1 else Either(*found)
