"""Decides alternating quantifiers: proposes what there is as a function of what it is for,
and has the rest decided.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.calculus.forms.inverting import solutions
from probatum.calculus.forms.linear_part import linear
from probatum.calculus.forms.systems import solved_together
from probatum.counterexample import Counterexample
from probatum.decide.shared.composed import proofs
from probatum.decide.shared.far_out import GROWTH, so_far_out
from probatum.decide.shared.prenex import Block, prenex
from probatum.decide.shared.samples import POINTS, Samples
from probatum.decision import Decided, Decision, Outcome, Reason, Truth
from probatum.engine_catalogue import EXACT_SEARCH
from probatum.engines.decider import Ask
from probatum.engines.trying import search
from probatum.errors import ProbatumError
from probatum.lowering.every_case import follows
from probatum.proposition.kinds import ForAll, for_all
from probatum.proposition.numbers.integrality import is_whole
from probatum.proposition.parts import conjuncts, put
from probatum.proposition.sense.bodies import holds_construct
from probatum.proposition.sense.definedness import defined
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.sense.obligations import as_witness
from probatum.proposition.truth import truth_at
from probatum.proposition.written import evaluated
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Symbols

NAME = "witnesses"
ENGINE = EXACT_SEARCH.name  # of what is proposed; a proof names the engines of its parts
TURN = 150
MOST_PROPOSED = 1_500
MOST_AGAIN = 60  # where another engine has proved it
MOST_SEARCHED = 150  # proposals that few points do not break, each searched for many
MOST_SETTLED = 3  # proposals that samples do not break, handed to all deciders
CONSTANTS = tuple(map(sympy.Rational, ["1", "0", "2", "-1", "1/2", "1/4", "10"]))
SHARES = (1, 2, 3, 4, 5, 6, 8, 10, 12, 20)


def takes(statement: Statement) -> bool:
    """Statements whose quantifiers alternate before one condition."""
    blocks = prenex(statement)
    return blocks is not None and len({block.exists for block in blocks[0]}) == 2


def decide(statement: Statement, ask: Ask) -> Decision | tuple[Decision, ...]:
    """Prove the statement or its opposite by a proposal for each thing that is said to exist."""
    found = prenex(statement)
    assert found is not None
    blocks, condition = found
    parts, _ = _proved(blocks, condition, ask)
    if parts:
        return tuple(proofs(NAME, Reason.FUNCTIONS, parts))
    opposite = [Block(not block.exists, block.variables, block.given) for block in blocks]
    witnessed = as_witness(condition) if blocks[-1].exists else condition
    parts, chosen = _proved(opposite, sympy.Not(witnessed), ask)
    if parts:
        first = tuple(
            (variable.name, chosen[variable])
            for variable in opposite[0].variables
            if variable in chosen
        )
        shown = Counterexample(first) if first else None
        return Decision(
            NAME, Outcome.REFUTED, Reason.OPPOSITE_FUNCTIONS, shown, engine=_engine(parts)
        )
    if so_far_out(blocks, condition):
        return Decision(NAME, Outcome.PROVED, Reason.LIMITS, engine=GROWTH)
    if so_far_out(opposite, sympy.Not(condition)):
        return Decision(NAME, Outcome.REFUTED, Reason.LIMITS, engine=GROWTH)
    return Decision(NAME, Outcome.UNDECIDED, Reason.NO_FUNCTION)


@dataclass(frozen=True, slots=True)
class Again:
    """Proves once more what another engine has proved: by fewer proposals, and no refutation."""

    NAME = NAME
    ENGINE = ENGINE

    def takes(self, statement: Statement) -> bool:
        return takes(statement)

    def decide(self, statement: Statement, ask: Ask) -> tuple[Decision, ...]:
        found = prenex(statement)
        assert found is not None
        parts, _ = _proved(*found, ask, MOST_AGAIN)
        return tuple(proofs(NAME, Reason.FUNCTIONS, parts)) if parts else ()


def _engine(parts: list[Expression]) -> str:
    return " and ".join(sorted({part.agreeing[0] for part in parts}))


def _proved(
    blocks: list[Block], condition: Condition, ask: Ask, most: int = MOST_PROPOSED
) -> tuple[list[Decided], Point]:
    """The decided parts of the first proposal all of which are proved, and the proposal."""
    settled, searched, samples = 0, 0, Samples(blocks, condition)
    for chosen in itertools.islice(_proposals(blocks, condition), most):
        if samples.break_it(chosen):
            continue
        statements = _universal(blocks, condition, chosen)
        if any(map(_nonsense, statements)):
            continue
        searched += 1
        if searched > MOST_SEARCHED:
            break
        if any(map(_broken, statements)):
            continue
        settled += 1
        answers = [_settled(statement, ask) for statement in statements]
        parts = [part for part in answers if part and part.truth is Truth.TRUE and part.agreeing]
        if len(parts) == len(statements):
            return parts, chosen
        if settled == MOST_SETTLED:
            break
    return [], {}


def _nonsense(statement: Statement) -> bool:
    """Whether a statement fails at one of a few points that satisfy what it supposes."""
    for values in POINTS:
        point = {
            variable: sympy.ceiling(value) if variable.is_integer else value
            for variable, value in zip(statement.variables, itertools.cycle(values), strict=False)
        }
        if (
            truth_at(statement.given, point, exactly=False)
            and truth_at(statement.then, point, exactly=False) is False
        ):
            return True
    return False


def _broken(statement: Statement) -> bool:
    """Whether samples break it: most proposals end here."""
    if statement.then in (sympy.true, sympy.false):
        return bool(statement.then == sympy.false)
    if not statement.variables or not search.takes(statement):
        return False
    try:
        return search.decide(statement).outcome is Outcome.REFUTED
    except (
        ProbatumError,
        ArithmeticError,
        TypeError,
        ValueError,
    ):  # of a proposal that makes no sense there
        return True


def _settled(statement: Statement, ask: Ask) -> Decided | None:
    try:
        return ask(statement)
    except ProbatumError:  # the proposal is undefined somewhere
        return None


def _universal(blocks: list[Block], condition: Condition, chosen: Point) -> list[ForAll]:
    """The universal statements that together say that the chosen functions do what they should."""
    variables: Symbols = ()
    given: Condition = sympy.true
    found = []
    for block in blocks:
        here = _placed(block.given, chosen)
        variables = (
            *variables,
            *(variable for variable in block.variables if variable not in chosen),
        )
        if block.exists:
            found += _defined_terms(block, variables, given, chosen)
            given = sympy.And(given, *_besides(block, chosen))
            found += [] if here == sympy.true else [_for_all(variables, given, here, chosen)]
        else:
            given = sympy.And(given, here)
    found.append(_for_all(variables, given, _placed(condition, chosen), chosen))
    return found


def _placed(condition: Condition, chosen: Point) -> Condition:
    """A condition on what is chosen, with where it was defined that can no longer be seen: SymPy
    takes 1/0 for other than any number. What has no value in a sum or an integral has none then.
    """
    if holds_construct(condition):
        return put_inside(condition, chosen)
    there = put(condition, chosen)
    needed = put(evaluated(defined(condition)), chosen)
    seen = conjuncts(defined(there))
    return sympy.And(there, *(part for part in conjuncts(needed) if part not in seen))


def _besides(block: Block, chosen: Point) -> list[Condition]:
    """What is supposed of the integers that are chosen beside real numbers."""
    return [chosen[key] for key in map(_beside, block.variables) if key in chosen]


def _defined_terms(
    block: Block, variables: Symbols, given: Condition, chosen: Point
) -> list[ForAll]:
    """That what is chosen has a value for all that it is chosen for, and so has a number that an
    integer is chosen beside: where it had none, what is supposed of it later would leave these out.
    """
    terms = (chosen[one] for one in block.variables if one in chosen)
    needed = sympy.And(*map(defined, (*terms, *_besides(block, chosen))))
    if needed == sympy.true or follows(needed, given):
        return []
    stated = for_all(variables, given, needed)
    return [stated]


def _for_all(variables: Symbols, given: Condition, then: Statement, chosen: Point) -> ForAll:
    needed = [defined(term) for variable, term in chosen.items() if not isinstance(variable, tuple)]
    return for_all(variables, given, sympy.And(then, *needed))


def _proposals(blocks: list[Block], condition: Condition) -> Iterator[Point]:
    """Terms for all that is said to exist: what solves equations first, then the simplest."""
    yield from _solving(blocks, condition)
    stages = [
        (variable, _outer(blocks, block), block.given)
        for block in blocks
        if block.exists
        for variable in block.variables
    ]
    yield from _chosen(stages, condition, {})


def _solving(blocks: list[Block], condition: Condition) -> Iterator[Point]:
    """Solutions of the equations that all that is said to exist must satisfy."""
    unknowns = [variable for block in blocks if block.exists for variable in block.variables]
    if blocks[-1].exists and not any(variable.is_integer for variable in unknowns):
        asked = (*(block.given for block in blocks if block.exists), condition)
        parts = (part for each in asked for part in conjuncts(each))
        equations = [part for part in parts if isinstance(part, sympy.Equality)]
        for chosen in solved_together(equations, unknowns):
            if all(
                chosen[variable].free_symbols <= set(_outer(blocks, block))
                for block in blocks
                if block.exists
                for variable in block.variables
            ):
                yield chosen


def _outer(blocks: list[Block], inner: Block) -> list[Symbol]:
    """The universal variables that a choice may depend on."""
    before = blocks[: blocks.index(inner)]
    return [variable for block in before if not block.exists for variable in block.variables]


def _chosen(
    stages: list[tuple[Symbol, list[Symbol], Condition]], condition: Condition, chosen: Point
) -> Iterator[Point]:
    if not stages:
        yield chosen
        return
    (variable, outer, given), *rest = stages
    terms = _terms(variable, outer, put(given, chosen), put(condition, chosen))
    for term in _once(term for term in terms if term.free_symbols <= set(outer)):
        if variable.is_integer and not is_whole(term):
            beside = sympy.And(
                sympy.Le(term, variable), sympy.Le(variable, term + 1)
            )  # such an integer there always is
            yield from _chosen(rest, condition, {**chosen, _beside(variable): beside})
        else:
            yield from _chosen(rest, condition, {**chosen, variable: term})


def _once(terms: Iterator[Expression]) -> Iterator[Expression]:
    """Each term when it is first met; what comes after the one that serves is never made."""
    met: set[Expression] = set()
    for term in terms:
        if term not in met:
            met.add(term)
            yield term


def _beside(variable: Symbol) -> tuple[str, Symbol]:
    """Under what the hypothesis stands on an integer that is chosen beside a real number."""
    return ("beside", variable)


def _terms(
    variable: Symbol, outer: list[Symbol], given: Condition, condition: Condition
) -> Iterator[Expression]:
    """Solutions of equations first, then what bounds suggest, then shares and inverses of outer
    variables, then constants.
    """
    for equation in condition.atoms(sympy.Equality):
        found = linear(equation.lhs - equation.rhs, variable)
        if found is not None and found[0].is_Rational and found[0] != 0:
            yield -found[1] / found[0]
        else:
            yield from solutions(equation, variable)
    yield from _within(variable, given)
    yield from _turned(variable, sympy.And(given, condition))
    if not outer:
        yield from CONSTANTS
    yield from _of_outer(outer)
    yield from CONSTANTS if outer else ()


def _turned(variable: Symbol, condition: Condition) -> Iterator[Expression]:
    """Where the sides of an inequality meet, and what lies beside that; the whole numbers there of
    an integer.
    """
    for relation in sorted(condition.atoms(Relational), key=sympy.default_sort_key):
        left, right = relation.lhs, relation.rhs
        beside = (
            (right,) if variable.is_integer else (right + 1, right - 1, right / 2, 2 * right, right)
        )
        for other in beside:
            meeting = sympy.Eq(left, other, evaluate=False)
            for term in solutions(meeting, variable):
                if not variable.is_integer or is_whole(term):
                    yield term
                else:
                    below = sympy.floor(term)
                    yield from (below, sympy.ceiling(term), below + 1)


def _within(variable: Symbol, given: Condition) -> Iterator[Expression]:
    """Middles and places near the ends of the bounds on a variable."""
    lower, upper = [], []
    for relation in conjuncts(given):
        if not isinstance(relation, Relational) or not hasattr(relation, "gts"):
            continue
        small, large = relation.lts, relation.gts
        if isinstance(small, sympy.Abs) and small.args[0].has(variable) and not large.has(variable):
            slope, rest = linear(small.args[0], variable) or (0, small)
            if slope in (1, -1):
                centre = -slope * rest
                yield from (
                    centre + large / 2,
                    centre - large / 2,
                    sympy.expand(centre),
                    centre + large / 4,
                )
        if large == variable and not small.has(variable):
            lower.append(small)
        if small == variable and not large.has(variable):
            upper.append(large)
    yield from ((low + high) / 2 for low in lower for high in upper)
    yield from (low + shift for low in lower if low != 0 for shift in (1, sympy.Rational(1, 2)))
    yield from (high - 1 for high in upper)


def _of_outer(outer: list[Symbol]) -> Iterator[Expression]:
    """Shares of one variable, cut off at 1, made smaller for large values of the others;
    its inverse, and itself.
    """
    for main in reversed(outer):
        others = [abs(other) for other in outer if other is not main]
        size = sum(others, sympy.Integer(0))
        yield from (main, main / 2, 1 / main, 2 * main, main + 1, -main, 1 / main + 1)
        if len(others) == 1:  # as for 1/x and the root of x, from zero on
            yield sympy.Min(size / 2, size**2 * main / 2)
            yield sympy.Min(size, sympy.sqrt(size) * main)
        for share in SHARES:
            yield sympy.Min(1, main / (share * (1 + size)))
        if others:
            yield sympy.Min(1, main / (3 * size**2 + 3 * size + 1))
        yield from (main / 3, main - 1, 2 / main, 3 / main, sympy.sqrt(main), main**2)
