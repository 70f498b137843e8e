"""The kinds of proposition: a formal statement as data, checked when it is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, TypeAlias

import sympy
from sympy.logic.boolalg import Boolean, BooleanAtom

from probatum.errors import DefinitionError, EvaluatedError
from probatum.proposition import sympy_patches
from probatum.proposition.connectives import equivalent
from probatum.proposition.numbers.exact import Printed, exact
from probatum.proposition.parts import Stated, put, set_fields, subpropositions, unchecked
from probatum.proposition.subjects.coercion import (
    after,
    check_next,
    check_shadowing,
    expressions_of,
    hypotheses_of,
    invariant_of,
    multipliers_of,
    relation_of,
    variables_of,
)
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.operands import check_operands
from probatum.proposition.subjects.property import Property
from probatum.type_names import (
    Authored,
    Condition,
    Expression,
    Matrix,
    Row,
    Statement,
    Symbol,
    Symbols,
)

__all__ = (
    "All", "AlmostAll", "Any", "Equal", "Exists", "ForAll", "Iff", "Multiset", "Orbit", "Rounded",
)  # fmt: skip

# Whatever is stated passes here: nothing is made of SymPy before it is right about numbers.
sympy_patches.apply()

Side: TypeAlias = "Expression | Matrix | Multiset"
Literal: TypeAlias = "tuple[Statement, bool]"  # a part, said to be true or to be false
Proposition: TypeAlias = "Equal | Rounded | Quantified | Orbit | Joined | Property | Measured"


@dataclass(frozen=True, slots=True)
class Multiset(Stated):
    """Values in no order, each as often as it occurs: the eigenvalues of a matrix, say."""

    inside: ClassVar = ("elements",)
    is_proposition: ClassVar = False
    elements: tuple[Expression, ...]

    def __post_init__(self) -> None:
        set_fields(self, elements=tuple(exact(element, "Multiset") for element in self.elements))

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        return set().union(*(element.free_symbols for element in self.elements))


@dataclass(frozen=True, slots=True)
class Equal(Stated):
    """Two exact values are the same: expressions, matrices, tuples, sets or multisets.

    Against a `Multiset` a tuple is read as one; a set forgets multiplicity.
    `called` is LaTeX that names the left side for readers, where its value says less than its name.
    """

    inside: ClassVar = ("left", "right")
    left: Side
    right: Side
    called: str = ""

    def __post_init__(self) -> None:
        for side in ("left", "right"):
            value = getattr(self, side)
            if isinstance(value, (bool, BooleanAtom)):
                raise EvaluatedError(
                    f"Equal: got the truth value {value} on the {side}, wanted an expression, "
                    "matrix, tuple or multiset"
                )
            if not isinstance(value, Multiset):
                value = exact(value, "Equal")
                check_operands(value, "Equal")
            set_fields(self, **{side: value})


@dataclass(frozen=True, slots=True)
class Rounded(Stated):
    """`expression` lies within half a unit of the last digit of a printed decimal."""

    inside: ClassVar = ("expression",)
    expression: Expression
    digits: Printed

    def __post_init__(self) -> None:
        digits = self.digits
        set_fields(
            self,
            expression=exact(self.expression, "Rounded"),
            digits=digits if isinstance(digits, Printed) else Printed(digits),
        )


@dataclass(frozen=True, slots=True)
class Quantified(Stated):
    """What is said of `variables` that satisfy `given`: `then`."""

    inside: ClassVar = ("given", "then")
    variables: Symbols
    given: Condition = field(default=sympy.true, kw_only=True)
    then: Statement = field(kw_only=True)

    def __post_init__(self) -> None:
        where = type(self).__name__
        given = hypotheses_of(self.given, f"{where}: given=")
        then = self._checked_then(where)
        variables = variables_of(self.variables, where)
        inner = subpropositions(then) if isinstance(then, KINDS) else ()
        check_shadowing(variables, inner, where)
        set_fields(self, variables=variables, given=given, then=then)

    def _checked_then(self, where: str) -> Statement:
        if not isinstance(self.then, KINDS):
            return relation_of(self.then, f"{where}: then=")
        if isinstance(self.then, (Property, Measured)):
            raise DefinitionError(
                f"{where}: got a {type(self.then).__name__} as then=, "
                "wanted a relation or a formal proposition"
            )
        return self.then

    def bound(self, part: str) -> Symbols:
        return self.variables


@dataclass(frozen=True, slots=True)
class ForAll(Quantified):
    """For all `variables` that satisfy `given`, `then`; `certificate` multiplies what proves it,
    `invariant` helps an induction.
    """

    hints: ClassVar = ("certificate", "invariant")
    certificate: Mapping[Authored, Expression] | None = field(
        default=None, kw_only=True, repr=False, hash=False
    )
    invariant: Condition | None = field(default=None, kw_only=True, repr=False)

    def __post_init__(self) -> None:
        Quantified.__post_init__(self)
        set_fields(self, certificate=multipliers_of(self.certificate, "ForAll: certificate="))
        if self.invariant is not None:
            set_fields(self, invariant=invariant_of(self.invariant, self.variables))


def for_all(variables: Symbols, given: Condition, then: Statement) -> ForAll:
    """What is said of all variables, from parts that are known to be well formed."""
    return unchecked(ForAll, variables=variables, given=given, then=then)


class Exists(Quantified):
    """There are `variables` that satisfy `given` for which `then`."""

    __slots__ = ()


class AlmostAll(Quantified):
    """`then` fails on a set of measure zero at most among the `variables` that satisfy `given`."""

    __slots__ = ()

    def __post_init__(self) -> None:
        Quantified.__post_init__(self)
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
class Orbit(Stated):
    """At every step of the iteration from `start` by `step`, `then`;
    `invariant` helps the induction.

    state: the state variables; start, step: as many expressions.
    `after(x)` in `then` is x one step later. Where that is all that the step says of x,
    any value is meant that `given` admits, which says how the next state goes with the present one.
    """

    inside: ClassVar = ("start", "step", "given", "then", "invariant")
    state: Symbols
    start: Row
    step: Row
    then: Condition = field(kw_only=True)
    invariant: Condition | None = field(default=None, kw_only=True)
    given: Condition = field(default=sympy.true, kw_only=True)

    def __post_init__(self) -> None:
        state = variables_of(self.state, "Orbit")
        for variable in set(state) & set(map(after, state)):
            raise DefinitionError(
                f"Orbit: got the state variable {variable}, wanted another name: "
                "it is that of the next state"
            )
        start, step = (
            expressions_of(self.start, "Orbit: start"),
            expressions_of(self.step, "Orbit: step"),
        )
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
            None if self.invariant is None else relation_of(self.invariant, "Orbit: invariant=")
        )
        given = hypotheses_of(self.given, "Orbit: given=")
        check_next(state, step, given)
        set_fields(
            self,
            state=state,
            start=start,
            step=step,
            given=given,
            then=relation_of(self.then, "Orbit: then="),
            invariant=invariant,
        )

    @property
    def open(self) -> Symbols:
        """The values one step later of which only `given` knows."""
        following = map(after, self.state)
        return tuple(
            later for later, move in zip(following, self.step, strict=True) if later == move
        )

    @property
    def here(self) -> Condition:
        """What it states, as a condition on the present state and open values alone."""
        return put(self.then, self._moves)

    @property
    def is_about_a_step(self) -> bool:
        """Whether it speaks of an open value, which the present state does not tell."""
        return bool(self.here.free_symbols & set(self.open))

    @property
    def admitted(self) -> Condition:
        """What is given of a step, as a condition on the present state and open values alone."""
        return put(self.given, self._moves)

    @property
    def _moves(self) -> dict[Symbol, Expression]:
        return dict(zip(map(after, self.state), self.step, strict=True))

    def bound(self, part: str) -> Symbols:
        return () if part == "start" else (*self.state, *map(after, self.state))


@dataclass(frozen=True, slots=True, init=False)
class Joined(Stated):
    """Several propositions, of whose truth values something is said.

    between: what stands between them, in words and in LaTeX; sense: whether it says more as they
    do (1) or less (-1); 0 for neither.
    """

    inside: ClassVar[tuple[str, ...]] = ("parts",)
    between: ClassVar[tuple[str, str]] = ("; ", r";\quad ")
    sense: ClassVar[int] = 1
    parts: tuple[Proposition, ...]

    def __init__(self, *parts: Authored) -> None:
        where = type(self).__name__
        flat = parts[0] if len(parts) == 1 and isinstance(parts[0], (list, tuple)) else parts
        if not flat:
            raise DefinitionError(f"{where}: got no parts, wanted at least one proposition")
        set_fields(self, parts=tuple(proposition(part, where) for part in flat))
        self._check(where)

    def _check(self, where: str) -> None:
        informal = next((part for part in self.parts if isinstance(part, INFORMAL)), None)
        if informal is not None:
            raise DefinitionError(
                f"{where}: got a {type(informal).__name__}, wanted formal propositions: "
                "relations, Equal, ForAll, Exists and such"
            )

    @property
    def as_condition(self) -> Condition | None:
        """What its clauses say, where every part is a condition."""
        said = {id(part): _relation(part) for part in self.parts}
        if None in said.values():
            return None
        return sympy.And(
            *(
                sympy.Or(
                    *(
                        said[id(part)] if true else sympy.Not(said[id(part)])
                        for part, true in clause
                    )
                )
                for clause in self.clauses()
            )
        )

    def clauses(self) -> list[list[Literal]]:
        """Lists of parts that together say the same: in each list, one is true that is said to be
        true, or false that is said to be false.
        """
        raise NotImplementedError

    @property
    def beginning(self) -> str:
        """What is said before the parts."""
        return ""


class All(Joined):
    """Every one of the `parts`."""

    __slots__ = ()
    between = ("; and ", r" \quad \text{and} \quad ")

    def clauses(self) -> list[list[Literal]]:
        return [[(part, True)] for part in self.parts]

    def _check(self, where: str) -> None:
        """Experiments may stand beside one another."""


class Any(Joined):
    """At least one of the `parts`: this, or that, or both."""

    __slots__ = ()
    between = ("; or ", r" \quad \text{or} \quad ")

    def clauses(self) -> list[list[Literal]]:
        return [[(part, True) for part in self.parts]]


class Iff(Joined):
    """Both parts are true, or both are false: this exactly if that."""

    __slots__ = ()
    between = (" exactly if ", r" \;\Longleftrightarrow\; ")
    sense = 0

    def clauses(self) -> list[list[Literal]]:
        one, other = self.parts
        return [[(one, False), (other, True)], [(one, True), (other, False)]]

    @property
    def as_condition(self) -> Condition | None:
        one, other = map(_relation, self.parts)
        return None if None in (one, other) else equivalent(one, other)

    def _check(self, where: str) -> None:
        Joined._check(self, where)
        if len(self.parts) != 2:
            raise DefinitionError(f"{where}: got {len(self.parts)} propositions, wanted two")


def _relation(part: Proposition) -> Condition | None:
    """What a part says as one condition; None where it speaks of variables of its own."""
    if isinstance(part, ForAll) and not part.variables and part.given == sympy.true:
        part = part.then
    return part if isinstance(part, Boolean) else part.as_condition


KINDS = (Equal, Rounded, Quantified, Orbit, Joined, Property, Measured)
INFORMAL = (Property, Measured)  # decided by cases alone


def proposition(value: Authored, where: str) -> Proposition:
    """Return `value` as a proposition; a bare relation is the closed statement that it holds."""
    if isinstance(value, KINDS):
        return value
    return ForAll((), then=relation_of(value, where))
