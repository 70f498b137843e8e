"""Decides statements that choose numbers before vectors, functions, matrices or what is random are
spoken of, or for vectors: over inner products, by a choice, or by what defies every choice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice, product

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import BooleanFunction

from probatum.counterexample import Counterexample
from probatum.decide.sense.well_posed_in_general import vacuous
from probatum.decide.shared.back_translation import NAME, named, of_opposite
from probatum.decide.shared.prenex import Block, prenex
from probatum.decision import DECISIVE, DEFINEDNESS, Decided, Decision, Outcome, Reason, Truth
from probatum.engines.decider import Ask
from probatum.engines.multipliers.linear import squared
from probatum.errors import DefinitionError, ProbatumError
from probatum.lowering.chance.finite_distributions import special_cases
from probatum.lowering.chance.random_variables import is_random
from probatum.lowering.classes.simple_members import NoTrialError, at_ends, diagonal, on_a_line
from probatum.lowering.every_case import follows
from probatum.lowering.vectors.existence import by_existence
from probatum.lowering.vectors.gram import GRAM, lower
from probatum.proposition.evaluated import plain
from probatum.proposition.kinds import Exists, ForAll, for_all
from probatum.proposition.parts import conjuncts, unchecked, with_parts
from probatum.proposition.phrases.symmetric import MatrixVariable
from probatum.proposition.sense.definedness import defined
from probatum.proposition.subjects.domains import Built, General, VectorVariable
from probatum.proposition.subjects.functions import FunctionVariable
from probatum.proposition.subjects.random import RandomVariable
from probatum.proposition.truth import truth_at
from probatum.proposition.written import Written
from probatum.type_names import Condition, Expression, Point, Statement, Symbol, Symbols

About = Callable[[ForAll], tuple[Decision, ...]]
CONSTANTS = tuple(map(sympy.Rational, ["1", "2", "1/2", "1/4", "4", "0", "-1", "10", "100"]))
MOST_PROPOSED = 400
MOST_SETTLED = 6  # choices that are handed to all deciders
MOST_SPECIAL = 4  # kinds of distributions that are to defy every choice
ENTIRE = (
    Relational,
    BooleanFunction,
    sympy.Add,
    sympy.Mul,
    sympy.exp,
    sympy.cos,
    sympy.sin,
    sympy.Abs,
    sympy.Max,
    sympy.Min,
)
EVERY_DIMENSION = "in every dimension"
NOT_DEFINED = "not known to be defined wherever its hypotheses hold"


@dataclass(frozen=True, slots=True)
class Alternating:
    """A statement with its quantifiers in front: those over numbers before the one that speaks of
    more, that one, with what stands innermost, and those over numbers after it.
    """

    before: tuple[Block, ...]
    about: ForAll
    after: tuple[Block, ...]

    @property
    def supposed(self) -> Condition:
        """What is supposed of numbers outside of the quantifier that speaks of more."""
        return sympy.And(*(block.given for block in self.before))

    @property
    def numbers(self) -> Symbols:
        """The numbers outside of that quantifier."""
        return tuple(variable for block in self.before for variable in block.variables)

    @property
    def chosen(self) -> set[Symbol]:
        """Those of them that are chosen."""
        return {each for block in self.before if block.exists for each in block.variables}

    @property
    def open(self) -> ForAll:
        """What is said of the numbers outside, and of all that they are chosen for."""
        variables = (*self.numbers, *self.about.variables)
        return for_all(variables, sympy.And(self.supposed, self.about.given), self.about.then)

    def around(self, inner: ForAll) -> Statement:
        """The quantifiers before around another statement."""
        return _around(self.before, inner)


def with_chosen_numbers(written: Statement, ask: Ask, about: About) -> tuple[Decision, ...] | None:
    """What is found of a statement in which quantifiers over numbers alternate with one over
    vectors, functions, matrices or random variables; None for others.

    ask: decides statements about numbers; about: those that are for all of all.
    """
    found = prenex(plain(written))
    if found is None or len({block.exists for block in found[0]}) < 2:
        return None
    blocks, condition = found
    spoken_of = [number for number, block in enumerate(blocks) if is_general(block)]
    within = blocks[spoken_of[0] : spoken_of[-1] + 1] if spoken_of else []
    if len({block.exists for block in within}) != 1:
        return None
    opposite = within[0].exists
    if opposite:
        blocks = [Block(not each.exists, each.variables, each.given) for each in blocks]
        condition = sympy.Not(condition)
    variables = tuple(each for block in within for each in block.variables)
    given = sympy.And(*(block.given for block in within))
    stated = Alternating(
        tuple(blocks[: spoken_of[0]]),
        for_all(variables, given, condition),
        tuple(blocks[spoken_of[-1] + 1 :]),
    )
    if not _is_decided(stated):
        return None
    decisions = not_defined(written, stated.about, about) or _decided(stated, ask, about)
    return tuple(map(of_opposite, decisions)) if opposite else decisions


def is_general(block: Block) -> bool:
    """Whether a quantifier speaks of more than numbers."""
    return any(isinstance(variable, General) for variable in block.variables)


def _is_decided(stated: Alternating) -> bool:
    """Whether numbers are chosen for vectors alone, and before others that are the same for all
    choices.
    """
    general = [each for each in stated.about.variables if isinstance(each, General)]
    alone = all(type(each) is VectorVariable for each in general)
    if stated.after:
        return alone
    constants = (value for each in general for value in each.constants.values())
    return not any(value.free_symbols & stated.chosen for value in constants)


def not_defined(written: Statement, stated: ForAll, about: About) -> tuple[Decision, ...]:
    """A doubt where what is said is not known to have a value wherever it is asked for one."""
    doubt = (Decision(DEFINEDNESS, Outcome.UNDECIDED, NOT_DEFINED),)
    found = prenex(written)
    if found is None:
        return doubt
    blocks, condition = found
    general = [each for each in stated.variables if isinstance(each, General)]
    constants = [value for each in general for value in each.constants.values()]
    chosen = {each for block in blocks if block.exists for each in block.variables}
    variables: Symbols = ()
    known: list[Condition] = []
    if any(map(_has_gaps, constants)):
        return doubt
    for block in (*blocks, Block(False, (), condition)):
        own, said = conjuncts(block.given), block.given
        variables = (*variables, *(each for each in block.variables if each not in chosen))
        if is_random(stated) and not _is_entire(said):
            return doubt
        for needed in conjuncts(defined(said)):
            supposed = [*known, *own] if block.variables else known
            if follows(needed, sympy.And(*supposed)):
                continue
            kept = [part for part in known if not part.free_symbols & chosen]
            if needed.free_symbols & chosen:
                return doubt
            there = about(for_all(variables, sympy.And(*kept), needed))
            outcomes = {each.outcome for each in there}
            if outcomes & {Outcome.REFUTED} or not outcomes & set(DECISIVE):
                return doubt
        known += map(plain, own)
    return ()


def _has_gaps(constant: Expression) -> bool:
    return bool(defined(constant) != sympy.true)


def _is_entire(said: Expression) -> bool:
    """Whether all functions of what is random in it have a value everywhere."""
    return all(
        isinstance(part, ENTIRE) or _is_whole_power(part)
        for mean in said.atoms(Built)
        for part in sympy.preorder_traversal(mean)
        if part.args and part.has(RandomVariable) and not isinstance(part, (Built, sympy.Symbol))
    )


def _is_whole_power(part: Expression) -> bool:
    """Whether it is a power with a positive integer as exponent, as it is written or not."""
    if isinstance(part, Written):
        exponent = part.operands[-1] if part.operation == "**" else sympy.Integer(0)
        return part.operation in ("+", "-", "*") or (exponent.is_Integer and exponent > 0)
    return bool(part.is_Pow and part.exp.is_Integer and part.exp > 0)


def _decided(stated: Alternating, ask: Ask, about: About) -> tuple[Decision, ...]:
    if stated.after or (not is_random(stated.about) and not _has_matrix(stated.about)):
        doubt = vacuous(_with_inner(stated))
        if doubt and _are_there(stated, ask):
            return (doubt,)
        found = _over_inner_products(stated, ask)
        if found:
            return found
    if not stated.after:
        found = _defied(stated, ask) or _by_choice(stated, about)
        if found:
            return found
    return (Decision(NAME, Outcome.UNDECIDED, Reason.UNKNOWN),)


def _are_there(stated: Alternating, ask: Ask) -> bool:
    """Whether there are numbers as is supposed of them before more is spoken of: where there are
    none to choose, that is what is wrong.
    """
    if stated.supposed == sympy.true:
        return True
    some = unchecked(Exists, variables=stated.numbers, given=sympy.true, then=stated.supposed)
    found = asked_of_numbers(some, ask)
    return found is not None and found.truth is Truth.TRUE


def _has_matrix(about: ForAll) -> bool:
    return any(isinstance(each, MatrixVariable) for each in about.variables)


def _with_inner(stated: Alternating) -> ForAll:
    """All as if it were for all numbers inside as well."""
    inner = tuple(each for block in stated.after for each in block.variables)
    made = stated.open
    return with_parts(made, variables=(*made.variables, *inner), then=_innermost(stated))


def _innermost(stated: Alternating) -> Condition:
    """What stands after all quantifiers, where those inside suppose nothing beside it."""
    said = stated.about.then
    for block in reversed(stated.after):
        said = (
            sympy.And(block.given, said) if block.exists else sympy.Or(sympy.Not(block.given), said)
        )
    return said


def _around(blocks: tuple[Block, ...], inner: Statement) -> Statement:
    for block in reversed(blocks):
        kind = Exists if block.exists else ForAll
        inner = unchecked(kind, variables=block.variables, given=block.given, then=inner)
    return inner


def _over_inner_products(stated: Alternating, ask: Ask) -> tuple[Decision, ...]:
    """What is found over inner products, in which numbers are chosen as before: of functions it
    proves only, for what they are at points that coincide is not said there.
    """
    made = _with_inner(stated)
    if len(by_existence(made)) > 1:
        return ()
    problem = lower(made)
    supposed = set(conjuncts(made.given))
    if any(
        part.free_symbols & stated.chosen
        for part in conjuncts(problem.given)
        if part not in supposed
    ):
        return ()
    inside = {each for block in stated.after for each in block.variables}
    form = squared(problem).in_inner_products()
    apart = [part for part in conjuncts(form.given) if part.free_symbols & inside]
    given = sympy.And(*(part for part in conjuncts(form.given) if part not in apart))
    said = sympy.And(*apart, form.then)  # that squares of lengths are not negative
    if stated.after and not stated.after[-1].exists:
        said = sympy.Or(sympy.Not(sympy.And(*apart)), form.then)
    after = tuple(Block(block.exists, block.variables, sympy.true) for block in stated.after)
    outside = {*stated.numbers, *inside}
    variables = tuple(each for each in form.variables if each not in outside)
    numbers = stated.around(for_all(variables, given, _around(after, said)))
    found = asked_of_numbers(numbers, ask)
    if found is None or not found.is_strong:
        return ()
    if found.truth is Truth.TRUE:
        proofs = tuple(each for each in found.all_decisions if each.outcome in DECISIVE)
        return named(proofs[:1], problem.theorems, EVERY_DIMENSION)
    if found.truth is Truth.FALSE and problem.theorems == (GRAM,):
        where = f"false in dimension {max(1, len(problem.basis))} and above"
        broken = [each for each in found.all_decisions if each.outcome is Outcome.REFUTED]
        return named(tuple(broken[:1]), problem.theorems, where)
    return ()


def asked_of_numbers(statement: Statement, ask: Ask) -> Decided | None:
    """What is found of a form about numbers; None where it has no value somewhere."""
    try:
        return ask(statement)
    except ProbatumError:
        return None


def _defied(stated: Alternating, ask: Ask) -> tuple[Decision, ...]:
    """A refutation by cases of a special kind that are enough to defy every choice."""
    for special in _special(stated.open):
        variables = tuple(each for each in special.variables if each not in stated.numbers)
        found = asked_of_numbers(
            stated.around(for_all(variables, special.given, special.then)), ask
        )
        if found is not None and found.truth is Truth.FALSE and found.is_strong:
            broken = [each for each in found.all_decisions if each.outcome is Outcome.REFUTED]
            return tuple(
                replace(each, reason=f"already in a special case: {each.reason}")
                for each in broken[:1]
            )
    return ()


def _special(about: ForAll) -> Iterator[ForAll]:
    """Special cases of what is to hold for all, which speak of numbers alone."""
    general = [each for each in about.variables if isinstance(each, General)]
    with suppress(DefinitionError, NoTrialError):
        if _has_matrix(about):
            yield from (diagonal(about, 1), at_ends(about))
        elif is_random(about):
            if all(map(_is_single, general)):
                yield from (each.statement for each in islice(special_cases(about), MOST_SPECIAL))
        elif any(isinstance(each, FunctionVariable) for each in general):
            yield on_a_line(about)


def _is_single(variable: General) -> bool:
    """Whether it is one random variable, and no copies of one."""
    return isinstance(variable, RandomVariable) and "of" not in variable.known


def _by_choice(stated: Alternating, about: About) -> tuple[Decision, ...]:
    """A proof for one choice, or what is the matter with all of them."""
    settled = 0
    for choice in islice(_choices(stated), MOST_PROPOSED):
        made = _for_choice(stated, choice)
        if made is None:
            continue
        settled += 1
        with suppress(ProbatumError):
            proofs = [each for each in about(made) if each.outcome is Outcome.PROVED]
            if proofs:
                shown = Counterexample(tuple((each.name, to) for each, to in choice.items()))
                return (replace(proofs[0], counterexample=shown),)
        if settled == MOST_SETTLED:
            break
    return ()


def _choices(stated: Alternating) -> Iterator[Point]:
    """Constants, and simple terms of what comes before."""
    terms: list[list[tuple[Symbol, Expression]]] = []
    outer: list[Expression] = []
    for block in stated.before:
        if not block.exists:
            outer = [*block.variables, *outer]
            continue
        simple = [term for each in outer for term in (each, 1 / each, 2 * each, each**2)]
        terms += [[(each, term) for term in (*simple, *CONSTANTS)] for each in block.variables]
    yield from map(dict, product(*terms))


def _for_choice(stated: Alternating, choice: Point) -> ForAll | None:
    """What is said of a choice; None where it is not seen to be one of those that may be made."""
    supposed: list[Condition] = []
    for block in stated.before:
        here = block.given.xreplace(choice)
        if not block.exists:
            supposed.append(here)
            continue
        needed = [here, *(defined(choice[each]) for each in block.variables)]
        if any(each.is_integer and not choice[each].is_integer for each in block.variables):
            return None
        if not all(_is_so(part, supposed) for part in conjuncts(sympy.And(*needed))):
            return None
    numbers = tuple(each for each in stated.numbers if each not in choice)
    given = sympy.And(*supposed, stated.about.given.xreplace(choice))
    variables = (*numbers, *stated.about.variables)
    return for_all(variables, given, stated.about.then.xreplace(choice))


def _is_so(part: Condition, supposed: list[Condition]) -> bool:
    known = follows(part, sympy.And(*supposed)) if part.free_symbols else truth_at(part, {})
    return known is True
