"""The kinds of proposition: a formal statement as data, checked when it is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import sympy
from sympy.logic.boolalg import Boolean, BooleanAtom

from probatum.errors import DefinitionError, EvaluatedError
from probatum.proposition.domains import General
from probatum.proposition.exact import Printed, exact
from probatum.proposition.measured import Measured

Symbols = tuple[sympy.Symbol, ...]
Proposition = "Equal | Rounded | ForAll | Exists | AlmostAll | Orbit | All | Property | Measured"
AFTER = "'"  # the name of a state variable one step later: x2'


@dataclass(frozen=True, slots=True)
class Multiset:
    """Values in no order, each as often as it occurs: the eigenvalues of a matrix, say."""

    elements: tuple[Any, ...]

    def __post_init__(self) -> None:
        _fix(self, elements=tuple(exact(element, "Multiset") for element in self.elements))

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        return set().union(*(element.free_symbols for element in self.elements))


@dataclass(frozen=True, slots=True)
class Equal:
    """Two exact values are the same: expressions, matrices, tuples, sets or multisets.

    Against a `Multiset` a tuple is read as one; a set forgets multiplicity.
    `called` is LaTeX that names the left side for readers, where its value says less than its name.
    """

    left: Any
    right: Any
    called: str = ""

    def __post_init__(self) -> None:
        for side in ("left", "right"):
            value = getattr(self, side)
            if isinstance(value, (bool, BooleanAtom)):
                raise EvaluatedError(
                    f"Equal: got the truth value {value} on the {side}, wanted an expression, "
                    "matrix, tuple or multiset"
                )
            _fix(self, **{side: value if isinstance(value, Multiset) else exact(value, "Equal")})


@dataclass(frozen=True, slots=True)
class Rounded:
    """`expression` lies within half a unit of the last digit of a printed decimal."""

    expression: Any
    digits: Printed

    def __post_init__(self) -> None:
        digits = self.digits
        _fix(
            self,
            expression=exact(self.expression, "Rounded"),
            digits=digits if isinstance(digits, Printed) else Printed(digits),
        )


@dataclass(frozen=True, slots=True)
class ForAll:
    """For all `variables` that satisfy `given`, `then`."""

    variables: Any
    given: Any = field(default=sympy.true, kw_only=True)
    then: Any = field(kw_only=True)

    def __post_init__(self) -> None:
        _check_quantified(self)


@dataclass(frozen=True, slots=True)
class Exists:
    """There are `variables` that satisfy `given` for which `then`."""

    variables: Any
    given: Any = field(default=sympy.true, kw_only=True)
    then: Any = field(kw_only=True)

    def __post_init__(self) -> None:
        _check_quantified(self)


@dataclass(frozen=True, slots=True)
class AlmostAll:
    """`then` fails on a set of measure zero at most among the `variables` that satisfy `given`."""

    variables: Any
    given: Any = field(default=sympy.true, kw_only=True)
    then: Any = field(kw_only=True)

    def __post_init__(self) -> None:
        _check_quantified(self)
        if any(variable.is_integer for variable in self.variables):
            raise DefinitionError(
                f"AlmostAll: got the integer variables {self.variables}, wanted real ones: "
                "a set of integers has no measure"
            )
        if not isinstance(self.then, Boolean):
            raise DefinitionError(
                f"AlmostAll: got {type(self.then).__name__} as then=, "
                "wanted a relation or relations joined by And, Or"
            )


@dataclass(frozen=True, slots=True)
class Orbit:
    """At every step of the iteration from `start` by `step`, `then`;
    `invariant` helps the induction.

    state: the state variables; start, step: as many expressions.
    `after(x)` in `then` is x one step later.
    """

    state: Any
    start: Any
    step: Any
    then: Any = field(kw_only=True)
    invariant: Any = field(default=None, kw_only=True)

    def __post_init__(self) -> None:
        state = _variables(self.state, "Orbit")
        for variable in set(state) & set(map(after, state)):
            raise DefinitionError(
                f"Orbit: got the state variable {variable}, wanted another name: "
                "it is that of the next state"
            )
        start, step = _sequence(self.start, "Orbit: start"), _sequence(self.step, "Orbit: step")
        if not len(state) == len(start) == len(step):
            raise DefinitionError(
                f"Orbit: got {len(state)} state variables, {len(start)} start values, "
                f"{len(step)} steps, wanted as many"
            )
        for variable, first, following in zip(state, start, step, strict=True):
            if variable.is_integer and not (first.is_integer and following.is_integer):
                raise DefinitionError(
                    f"Orbit: got {first} and then {following} for {variable}, "
                    "wanted integers at every step, or a real variable"
                )
        invariant = (
            None if self.invariant is None else _relation(self.invariant, "Orbit: invariant=")
        )
        _fix(
            self,
            state=state,
            start=start,
            step=step,
            then=_relation(self.then, "Orbit: then="),
            invariant=invariant,
        )


@dataclass(frozen=True, slots=True, init=False)
class All:
    """Every one of the `parts`."""

    parts: tuple[Any, ...]

    def __init__(self, *parts: Any) -> None:
        flat = parts[0] if len(parts) == 1 and isinstance(parts[0], (list, tuple)) else parts
        if not flat:
            raise DefinitionError("All: got no parts, wanted at least one proposition")
        _fix(self, parts=tuple(proposition(part, "All") for part in flat))


@dataclass(frozen=True, slots=True)
class Property:
    """`predicate` is true of whatever the Hypothesis `strategies` generate;
    `says` words it for readers.

    Supports at best: `examples` is the number of generated cases to try.
    """

    strategies: Mapping[str, Any]
    predicate: Callable[..., bool]
    says: str
    examples: int = 200

    def __post_init__(self) -> None:
        if not isinstance(self.strategies, Mapping) or not self.strategies:
            raise DefinitionError(
                f"Property: got {self.strategies!r} as strategies, "
                "wanted a mapping of argument names to strategies"
            )
        if not callable(self.predicate):
            raise DefinitionError(
                f"Property: got {self.predicate!r} as predicate, wanted a function"
            )
        if not isinstance(self.examples, int) or not 1 <= self.examples <= 100_000:
            raise DefinitionError(
                f"Property: got examples={self.examples!r}, wanted an integer from 1 to 100000"
            )


KINDS = (Equal, Rounded, ForAll, Exists, AlmostAll, Orbit, All, Property, Measured)


def proposition(value: Any, where: str) -> Any:
    """Return `value` as a proposition; a bare relation is the closed statement that it holds.

    Raises DefinitionError for anything else, EvaluatedError for a truth value.
    """
    if isinstance(value, KINDS):
        return value
    return ForAll((), then=_relation(value, where))


def reals(names: str) -> Any:
    """Real variables: one symbol for one name, a tuple for several names split by blanks."""
    return sympy.symbols(names, real=True)


def integers(names: str) -> Any:
    """Integer variables: one symbol for one name, a tuple for several names split by blanks."""
    return sympy.symbols(names, integer=True)


def after(variable: sympy.Symbol) -> sympy.Symbol:
    """The state variable one step later, for use in an `Orbit`."""
    return sympy.Symbol(variable.name + AFTER, **variable.assumptions0)


def free_symbols(statement: Any) -> set[sympy.Symbol]:
    """The variables of a proposition or expression that nothing in it binds."""
    match statement:
        case ForAll() | Exists() | AlmostAll():
            return (free_symbols(statement.given) | free_symbols(statement.then)) - set(
                statement.variables
            )
        case Orbit():
            bound = set(statement.state) | {after(variable) for variable in statement.state}
            inner = (
                free_symbols(statement.then)
                | free_symbols(statement.step)
                | free_symbols(statement.invariant)
            )
            return (inner - bound) | free_symbols(statement.start)
        case All():
            return set().union(*map(free_symbols, statement.parts))
        case Equal():
            return free_symbols(statement.left) | free_symbols(statement.right)
        case Rounded():
            return free_symbols(statement.expression)
        case Measured():
            return free_symbols(statement.threshold)
        case Property() | None:
            return set()
        case tuple():
            return set().union(*map(free_symbols, statement))
    return set(statement.free_symbols)


def rewrite(statement: Any, change: Callable[[Any], Any]) -> Any:
    """The statement with `change` applied to each expression and condition in it;
    relations stay as they are built.
    """
    match statement:
        case ForAll() | Exists() | AlmostAll():
            given, then = rewrite(statement.given, change), rewrite(statement.then, change)
            return unchecked(type(statement), variables=statement.variables, given=given, then=then)
        case Orbit():
            changed = {
                name: rewrite(getattr(statement, name), change)
                for name in ("start", "step", "then", "invariant")
            }
            return unchecked(Orbit, state=statement.state, **changed)
        case All():
            return unchecked(All, parts=rewrite(statement.parts, change))
        case Equal():
            return unchecked(
                Equal,
                left=rewrite(statement.left, change),
                right=rewrite(statement.right, change),
                called=statement.called,
            )
        case Rounded():
            return unchecked(
                Rounded, expression=rewrite(statement.expression, change), digits=statement.digits
            )
        case Multiset():
            return Multiset(rewrite(statement.elements, change))
        case tuple():
            return tuple(rewrite(item, change) for item in statement)
        case Property() | Measured() | None:
            return statement
    return change(statement)


def substitute(statement: Any, values: Mapping[Any, Any]) -> Any:
    """The statement with exact values put in for free variables."""
    return rewrite(statement, lambda expression: put(expression, values)) if values else statement


def put(expression: Any, values: Mapping[Any, Any]) -> Any:
    """`expression` with `values` in place of symbols, all at once."""
    return expression.xreplace(values) if values else expression


def unchecked(kind: type[Any], **fields: Any) -> Any:
    """A proposition of `kind` from fields that are known to be well formed:
    a substitution may evaluate a relation.
    """
    made = object.__new__(kind)
    _fix(made, **fields)
    return made


def is_scalar(value: Any) -> bool:
    """Whether a value is an expression and no matrix (which SymPy counts among the expressions)."""
    return isinstance(value, sympy.Expr) and not isinstance(value, sympy.MatrixBase)


@lru_cache(maxsize=1024)
def conjuncts(condition: Any) -> tuple[Any, ...]:
    """The parts of a conjunction in a fixed order; none of `true`."""
    if condition == sympy.true:
        return ()
    return (
        tuple(sorted(condition.args, key=sympy.default_sort_key))
        if isinstance(condition, sympy.And)
        else (condition,)
    )


def subpropositions(statement: Any) -> Iterator[Any]:
    """The statement and all propositions inside it."""
    yield statement
    inner: Iterable[Any] = ()
    if isinstance(statement, All):
        inner = statement.parts
    elif isinstance(statement, (ForAll, Exists)) and isinstance(statement.then, KINDS):
        inner = (statement.then,)
    for part in inner:
        yield from subpropositions(part)


def _check_quantified(statement: Any) -> None:
    where = type(statement).__name__
    given = statement.given
    parts = given if isinstance(given, (tuple, list)) else (given,)
    given = sympy.And(
        *(
            part if isinstance(part, BooleanAtom) else _relation(part, f"{where}: given=")
            for part in parts
        )
    )
    then = (
        statement.then
        if isinstance(statement.then, KINDS)
        else _relation(statement.then, f"{where}: then=")
    )
    if isinstance(then, (Property, Measured)):
        raise DefinitionError(
            f"{where}: got a {type(then).__name__} as then=, "
            "wanted a relation or a formal proposition"
        )
    variables = _variables(statement.variables, where)
    _check_shadowing(variables, then, where)
    _fix(statement, variables=variables, given=sympy.sympify(given), then=then)


def _check_shadowing(variables: Symbols, then: Any, where: str) -> None:
    for inner in subpropositions(then) if isinstance(then, KINDS) else ():
        bound = (
            (*inner.state, *map(after, inner.state))
            if isinstance(inner, Orbit)
            else getattr(inner, "variables", ())
        )
        twice = sorted(variable.name for variable in set(variables) & set(bound))
        if twice:
            raise DefinitionError(
                f"{where}: got the variable {twice[0]} bound again inside, "
                "wanted another name there"
            )


def _relation(value: Any, where: str) -> Any:
    if isinstance(value, (bool, BooleanAtom)):
        raise EvaluatedError(
            f"{where}: got the truth value {value}, wanted a relation: `and`, "
            "`==` and chained comparisons give truth values, and SymPy "
            "evaluates some relations away; write And(...), Eq(a, b), Lt(a, b) "
            "and so on from probatum"
        )
    if not isinstance(value, Boolean) or isinstance(value, sympy.Symbol):
        raise DefinitionError(
            f"{where}: got {type(value).__name__} {str(value)[:80]!r}, "
            "wanted a relation or a proposition"
        )
    return exact(value, where)


def _variables(value: Any, where: str) -> Symbols:
    variables = tuple(value) if isinstance(value, (tuple, list, sympy.Tuple)) else (value,)
    for variable in variables:
        if isinstance(variable, General):
            continue
        if not isinstance(variable, sympy.Symbol) or variable not in (
            reals(variable.name),
            integers(variable.name),
        ):
            raise DefinitionError(
                f"{where}: got {variable!r} as a variable, wanted one made by reals(...) "
                "or integers(...)"
            )
    if len({variable.name for variable in variables}) < len(variables):
        raise DefinitionError(f"{where}: got the variables {variables}, wanted each once")
    return variables


def _sequence(value: Any, where: str) -> tuple[Any, ...]:
    value = list(value) if isinstance(value, sympy.MatrixBase) else value
    return tuple(
        exact(item, where)
        for item in (value if isinstance(value, (tuple, list, sympy.Tuple)) else (value,))
    )


def _fix(instance: Any, **fields: Any) -> None:
    for name, value in fields.items():
        object.__setattr__(instance, name, value)
