"""What authors write, made narrow: variables, relations, rows of expressions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean, BooleanAtom, BooleanFunction

from probatum.errors import DefinitionError, EvaluatedError
from probatum.printing import without_addresses
from probatum.proposition.binders import BINDERS
from probatum.proposition.connectives import in_basic_connectives
from probatum.proposition.numbers.exact import exact
from probatum.proposition.parts import Stated
from probatum.proposition.spelling.in_code import membership
from probatum.proposition.spelling.names import check_name
from probatum.proposition.subjects.complex_numbers import Complex
from probatum.proposition.subjects.domains import General, check_once, names_of
from probatum.proposition.subjects.operands import check_compared, check_operands
from probatum.type_names import Authored, Condition, Expression, OneOrMore, Statement, Symbols

__all__ = ("after", "integers", "reals")

INSTEAD = {  # a hypothesis that cannot be one
    "Equal": "Eq(a, b)",
    "Exists": "put its variables in front, ForAll((x, y), given=..., then=...): "
    "what follows from one of them follows from each",
    "ForAll": "say that what follows is so or one breaks it, "
    "then=Any(..., Exists(y, then=Not(...)))",
}
INFINITE = (type(sympy.oo), type(-sympy.oo))
AFTER = "'"  # the name of a state variable one step later: x2'


def reals(names: str) -> OneOrMore:
    """Real variables: one symbol for one name, a tuple for several names split by blanks."""
    return _variables(names, "reals", real=True)


def integers(names: str) -> OneOrMore:
    """Integer variables: one symbol for one name, a tuple for several names split by blanks."""
    return _variables(names, "integers", integer=True)


def _variables(names: Authored, where: str, **assumed: bool) -> OneOrMore:
    """SymPy's symbols, which may be several by one name, such as x1:4, or texts of names."""
    texts = names if names and isinstance(names, (list, tuple)) else (names,)
    for text in texts:
        names_of(text, where, several=True)
    made = sympy.symbols(names, **assumed)
    found = tuple(map(str, sympy.utilities.iterables.flatten([made])))
    check_once(found, where)
    for name in found:
        check_name(name, where)
    return made


def after(variable: sympy.Symbol) -> sympy.Symbol:
    """The state variable one step later, for use in an `Orbit`."""
    return sympy.Symbol(variable.name + AFTER, **variable.assumptions0)


def variables_of(value: Authored, where: str) -> Symbols:
    several = tuple(value) if isinstance(value, (tuple, list, sympy.Tuple)) else (value,)
    variables = tuple(
        variable
        for each in several
        for variable in (each.variables if isinstance(each, Complex) else (each,))
    )
    for variable in variables:
        if isinstance(variable, General):
            continue
        if not isinstance(variable, sympy.Symbol) or variable not in (
            sympy.Symbol(variable.name, real=True),
            sympy.Symbol(variable.name, integer=True),
        ):
            raise DefinitionError(
                f"{where}: got {variable!r} as a variable, wanted one made by reals(...) "
                "or integers(...); what is supposed of it stands in given="
            )
    if len({variable.name for variable in variables}) < len(variables):
        raise DefinitionError(f"{where}: got the variables {variables}, wanted each once")
    return variables


def relation_of(value: Authored, where: str) -> Condition:
    if isinstance(value, (bool, BooleanAtom)):
        raise EvaluatedError(
            f"{where}: got the truth value {value}, wanted a relation: `and`, "
            "`==` and chained comparisons give truth values, and SymPy "
            "evaluates some relations away; write And(...), Eq(a, b), Lt(a, b) "
            "and so on from probatum"
        )
    if not isinstance(value, Boolean) or isinstance(value, sympy.Symbol):
        shown = without_addresses(str(value))[:80]
        raise DefinitionError(
            f"{where}: got {type(value).__name__} {shown!r}, wanted a relation or a proposition"
        )
    for part in _simple_parts(value):
        _check_simple(part, where)
    check_operands(value, where)
    return exact(_in_basic(value, where), where)


def _in_basic(value: Condition, where: str) -> Condition:
    """The condition by connectives that every decider reads."""
    basic = in_basic_connectives(value)
    if isinstance(basic, BooleanAtom):
        raise EvaluatedError(
            f"{where}: got {value}, which SymPy takes for {str(basic).lower()} of all numbers, "
            "wanted one that says something of them"
        )
    return basic


def _simple_parts(condition: Condition) -> Iterator[Condition]:
    """What a condition joins."""
    if isinstance(condition, BooleanFunction) and _is_foreign(condition):
        for part in condition.args:
            yield from _simple_parts(part)
    else:
        yield condition


def _is_foreign(part: Condition) -> bool:
    """Whether SymPy made it, whose connectives join conditions."""
    return type(part).__module__.startswith("sympy.")


def _check_simple(part: Condition, where: str) -> None:
    """Refuse what no decider reads as a text means it."""
    if _is_foreign(part) and not isinstance(part, (Relational, BooleanAtom)):
        said = f": write {membership(*part.args)}" if isinstance(part, sympy.Contains) else ""
        raise DefinitionError(
            f"{where}: got {type(part).__name__} {str(part)[:80]!r}, wanted relations, joined by "
            f"And(...), Or(...), Not(...), Implies(...){said}"
        )
    if isinstance(part, Relational) and any(isinstance(side, Boolean) for side in _sides(part)):
        raise DefinitionError(
            f"{where}: got a condition as a side of {str(part)[:80]!r}, wanted numbers on both; "
            "And(...), Or(...), Not(...), Implies(...) join conditions"
        )
    if isinstance(part, Relational):
        check_compared(part, where)
    infinite = any(isinstance(side, INFINITE) for side in part.args)
    if infinite and not (isinstance(part, sympy.Equality) and part.has(*BINDERS)):
        raise DefinitionError(
            f"{where}: got {str(part)[:80]!r}, wanted numbers: every variable is a real number, "
            "and infinity stands in Eq(...) beside limits, sums and integrals alone"
        )


def _sides(relation: Relational) -> list[Expression]:
    """What it compares; a symbol is a number here."""
    return [side for side in relation.args if not isinstance(side, sympy.Symbol)]


def hypotheses_of(value: Authored, where: str) -> Condition:
    """One condition or several as one; a truth value is none, or makes all of them so."""
    parts = value if isinstance(value, (tuple, list)) else (value,)
    said = (_supposed(part, where) if isinstance(part, Stated) else part for part in parts)
    checked = (part if isinstance(part, BooleanAtom) else relation_of(part, where) for part in said)
    return sympy.sympify(sympy.And(*checked))


def _supposed(part: Stated, where: str) -> Condition:
    """A proposition as a condition; of those without variables of their own there is one."""
    condition = part.as_condition
    if condition is None:
        kind = type(part).__name__
        raise DefinitionError(f"{where}: got a proposition, {kind}, {_instead_of(kind)}")
    if isinstance(condition, BooleanAtom):  # which may be undefined for some numbers
        raise EvaluatedError(
            f"{where}: got {type(part).__name__} of what SymPy takes for {str(condition).lower()} "
            "of all numbers, wanted one that says something of them"
        )
    return condition


def _instead_of(kind: str) -> str:
    """What can be stated where a proposition cannot be a hypothesis."""
    return f"wanted a condition: {INSTEAD.get(kind, 'And(...), Or(...), Not(...) of relations')}"


def invariant_of(value: Authored, variables: Symbols) -> Condition:
    """What goes through an induction in place of what is stated of all integers."""
    where = "ForAll: invariant="
    invariant = relation_of(value, where)
    if not any(variable.is_integer for variable in variables):
        raise DefinitionError(
            f"{where}: got no integer among the variables {variables}, wanted one to count by"
        )
    foreign = sorted(symbol.name for symbol in invariant.free_symbols - set(variables))
    if foreign:
        raise DefinitionError(
            f"{where}: got the variable {foreign[0]}, wanted those of the statement: {variables}"
        )
    return invariant


def expressions_of(value: Authored, where: str) -> tuple[Expression, ...]:
    value = list(value) if isinstance(value, sympy.MatrixBase) else value
    return tuple(
        exact(item, where)
        for item in (value if isinstance(value, (tuple, list, sympy.Tuple)) else (value,))
    )


def check_next(state: Symbols, step: tuple[Expression, ...], given: Condition) -> None:
    """That each step uses the future only where `given` speaks of it."""
    following = tuple(map(after, state))
    opened = {later for later, move in zip(following, step, strict=True) if later == move}
    for later in following:
        if later in opened and later not in given.free_symbols:
            raise DefinitionError(
                f"Orbit: got {later} as the step of a state variable and nothing of it in given=, "
                "wanted a condition such as given=after(x) <= c * x"
            )
        if later not in opened and any(move.has(later) for move in step):
            raise DefinitionError(
                f"Orbit: got a step that depends on {later}, which is known by its own step only, "
                "wanted that step written out"
            )


def multipliers_of(value: Authored, where: str) -> Mapping[Authored, Expression] | None:
    """What an author says to add, each exact, by what it multiplies; None where nothing is said."""
    if value is None:
        return None
    if not isinstance(value, Mapping) or not value:
        raise DefinitionError(
            f"{where}: got {value!r}, wanted a dictionary of multipliers, such as "
            '{"claim": 2, (f, x, y): 1}'
        )
    return {key: exact(multiplier, where) for key, multiplier in value.items()}


def check_shadowing(variables: Symbols, inner: Iterable[Statement], where: str) -> None:
    """That no variable is bound again inside, nor another of its name."""
    names = {variable.name for variable in variables}
    for part in inner:
        twice = sorted(names & {variable.name for variable in part.binds})
        if twice:
            raise DefinitionError(
                f"{where}: got the variable {twice[0]} bound again inside, "
                "wanted another name there"
            )
