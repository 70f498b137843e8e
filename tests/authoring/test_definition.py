"""Tests of claims as their authors write them: what decorators keep, in any order, and what is wrong with them."""

from __future__ import annotations

import functools
import inspect
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import probatum
from probatum.authoring.declarations import MADE, claim_of, declarations_of
from probatum.authoring.decorators import (
    Passage,
    decided_for,
    exactly_if,
    fails_with,
    holds_with,
    limits,
    minimum_strength,
    refuted,
    strict_reading_of,
    true_if,
)
from probatum.authoring.definition import Claim, Scope
from probatum.authoring.expectation import Conditional, Holds, Refuted
from probatum.authoring.facts import facts_of
from probatum.authoring.note_decorators import assuming, not_shown, rests_on
from probatum.authoring.placeable import UNCHECKABLE
from probatum.errors import DefinitionError
from probatum.proposition.kinds import Equal, ForAll
from probatum.proposition.relation import Gt, Lt
from probatum.proposition.subjects.coercion import reals
from tests.each import each

x = reals("x")
passage = Passage("opening.1")


def by_halves() -> Any:
    """A reduction."""
    return Equal(1, 1)


@passage.implies
@exactly_if(Gt(x, 1), "exactly if it is above 1")
@minimum_strength("sampled")
@strict_reading_of("squares-grow-mostly")
@decided_for(Scope("one number", by_halves))
@rests_on("one-is-one")
@assuming("Peano's axioms.", "And logic.")
@not_shown("That it lasts.")
@limits(seconds=5, megabytes=100)
@fails_with("another base", base="11")
@holds_with("a third base", "Every base does.", base="12")
def squares_grow(grows: Any = Gt, *, base: Any = "10") -> Any:
    r"""A square $x^2$ is larger than $x$,
    whatever the base $\beta$."""
    return ForAll(x, given=Gt(x, base * 0), then=grows(x**2, x))


@squares_grow.because
def why() -> Any:
    yield "because", Gt(x**2, x)


def test_a_claim_stays_a_plain_function() -> None:
    assert isinstance(squares_grow, types.FunctionType)
    assert squares_grow(Lt, base=10).then == Lt(x**2, x)


def test_the_decorators_keep_what_the_author_said() -> None:
    made = claim_of(squares_grow)
    assert made.defect is None
    assert (made.id, made.at, made.implied) == ("squares-grow", "opening.1", True)
    assert made.wording == r"A square $x^2$ is larger than $x$, whatever the base $\beta$."
    assert made.expect == Conditional(Gt(x, 1), sharp=True, wording="exactly if it is above 1", strength="sampled")
    assert (made.said, made.reading_of, made.notes["rests_on"]) == ("strict", "squares-grow-mostly", ["one-is-one"])
    assert (made.scope, made.reduction) == ("one number", by_halves)
    assert (made.notes["assumes"], made.notes["not_shown"]) == (["Peano's axioms.", "And logic."], ["That it lasts."])
    assert (made.seconds, made.megabytes) == (5, 100)
    assert made.controls == {"another base": {"base": "11"}}
    assert made.still_true == {"a third base": ({"base": "12"}, "Every base does.")}
    assert made.because is why
    assert [(fact.name, fact.role) for fact in made.facts] == [("grows", "result"), ("base", "setting")]


def plain(value: Any = 2) -> Any:
    """Two is two."""
    return Equal(2, value)


def copy(function: Callable[..., Any] = plain, **names: Any) -> Any:
    """A function of the same code, of which nothing has been said."""
    code = function.__code__.replace(**names)
    made = types.FunctionType(code, function.__globals__, code.co_name, function.__defaults__)
    made.__doc__ = function.__doc__
    return made


def said(*decorators: Callable[[Any], Any], function: Any = None) -> Claim:
    """The claim that a function becomes, the last decorator being the highest."""
    function = copy() if function is None else function
    for decorator in decorators:
        decorator(function)
    return claim_of(function)


def test_the_order_of_decorators_does_not_matter() -> None:
    words = [
        passage.implies,
        true_if(Gt(x, 1), "so", too_weak=Gt(x, 0)),
        assuming("One."),
        fails_with("a", value=3),
        minimum_strength("proved"),
    ]
    claims = [said(*words), said(*words[::-1]), said(*words[2:], *words[:2])]
    assert {(each.at, each.implied, each.expect, (*each.notes["assumes"],), each.defect) for each in claims} == {
        ("opening.1", True, Conditional(Gt(x, 1), weaker=Gt(x, 0), wording="so", strength="proved"), ("One.",), None)
    }


def test_controls_stand_in_the_order_in_which_they_are_read() -> None:
    made = said(fails_with("last", value=5), fails_with("middle", value=4), fails_with("first", value=3), passage.states)
    assert list(made.controls) == ["first", "middle", "last"]


def test_without_more_words_a_claim_holds_and_is_read_as_it_is_meant() -> None:
    made = said(passage.states)
    assert (made.id, made.implied, made.expect, made.said, made.reading_of) == ("plain", False, Holds(), "stated", None)
    assert said(passage.states(id="two-is-two")).id == "two-is-two"


@passage.states
@refuted
def two_is_three(value: Any = 3) -> Any:
    """Two is three."""
    return Equal(2, value)


@two_is_three.corrected(value=2)
def two_is_two() -> None:
    """Two is two."""


@passage.states
@refuted
def two_is_four(value: Any = 4) -> Any:
    """Two is four."""
    return Equal(2, value)


@two_is_four.corrected
def one_is_one(value: Any = 1) -> Any:
    """One is
    one."""
    return Equal(1, value)


def test_a_correction_is_other_facts_or_a_function_of_its_own() -> None:
    assert claim_of(two_is_three).expect == Refuted("Two is two.", {"value": 2})
    assert claim_of(two_is_four).expect == Refuted("One is one.", one_is_one)
    assert one_is_one().left == 1


def test_a_claim_knows_its_code_with_its_reasons_and_its_correction() -> None:
    made = claim_of(squares_grow)
    assert made.path == __file__
    assert made.code.startswith("@passage.implies\n@exactly_if(")
    assert made.code.endswith('@squares_grow.because\ndef why() -> Any:\n    yield "because", Gt(x**2, x)\n')
    lines = Path(__file__).read_text(encoding="utf-8").splitlines()
    assert lines[made.line - 1] == "@passage.implies"
    assert claim_of(two_is_four).code.count("def ") == 2
    assert claim_of(two_is_four).code.endswith("    return Equal(1, value)\n")


def test_the_code_is_what_python_finds() -> None:
    made = [claim_of(function) for function in (squares_grow, two_is_three, two_is_four)]
    for claim in each(made):
        found = [inspect.getsource(function).rstrip() + "\n" for function in (claim.function, *claim.beside)]
        assert claim.code == "\n\n".join(found)


def test_the_code_of_what_is_no_plain_function_is_found_as_well() -> None:
    wrapped = functools.wraps(one_is_one)(lambda **facts: facts)
    assert Claim("one", "One is one.", "opening.1", wrapped).code == inspect.getsource(one_is_one)
    unnamed = lambda **facts: facts  # noqa: E731
    assert Claim("one", "One is one.", "opening.1", unnamed).code.strip() == inspect.getsource(unnamed).strip()


@pytest.mark.parametrize("name", ["", "Two", "two is", "two_", "-two", "two-", "two--three", "zwölf", "two\n", 2])
def test_an_id_is_lower_case_words_joined_by_hyphens(name: Any) -> None:
    assert str(said(passage.states(id=name)).defect) == f"id: got {name!r}, wanted lower-case words joined by hyphens"


@pytest.mark.parametrize("name", ["Two", "zwölf", "_two", "two__three"])
def test_a_function_whose_name_is_no_id_says_one(name: str) -> None:
    function = copy(co_name=name)
    assert str(said(passage.states, function=function).defect).startswith(f"id: got {name.replace('_', '-')!r}, wanted lower-case words")
    assert said(passage.states(id="two"), function=copy(co_name=name)).defect is None


def without_default(value: Any) -> Any:
    """A claim without a fact."""
    return Equal(2, value)


def test_a_malformed_claim_has_no_facts_its_defect_and_no_parameters() -> None:
    function = copy(without_default)
    made = said(passage.states, function=function)
    assert made.facts == ()
    assert "got the parameter 'value' without a default" in str(made.defect)
    assert facts_of(function) == (), "a parameter would send pytest looking for a fixture"


@pytest.mark.parametrize(
    ("decorators", "wanted"),
    [
        ([assuming("One.")], "got no passage, wanted @passage.states or @passage.implies above it"),
        ([assuming("One."), assuming("Two."), passage.states], "got @assuming twice, wanted it once"),
        ([exactly_if(Gt(x, 1)), exactly_if(Gt(x, 2)), passage.states], "got @exactly_if twice, wanted it once"),
        ([passage.states, passage.states], "got @states twice, wanted it once"),
        ([passage.states, passage.implies], "got @passage.implies and @passage.states, wanted one of them"),
        ([fails_with("a", value=3), fails_with("a", value=4), passage.states], "got @fails_with twice for 'a', wanted a name for each"),
        ([exactly_if(Gt(x, 1)), true_if(Gt(x, 1)), passage.states], "got @exactly_if and @true_if, wanted one of them"),
        ([refuted, passage.states], "got @refuted alone, wanted below it what is true instead: @plain.corrected"),
        ([true_if(Gt(x, 1)), passage.states], "true_if: got no too_weak=, wanted a weaker condition, or @exactly_if"),
        ([limits(seconds=-1), passage.states], "@limits: got seconds=-1, wanted a number of seconds above 0"),
        ([limits(seconds=float("nan")), passage.states], "@limits: got seconds=nan, wanted a number of seconds above 0"),
        ([limits(megabytes=10**20), passage.states], f"@limits: got megabytes={10**20}, wanted a whole number of megabytes above 0"),
        ([assuming(), passage.states], "@assuming: got (), wanted one or more texts"),
        ([assuming(5), passage.states], "@assuming: got (5,), wanted one or more texts"),
        ([rests_on(["a"]), passage.states], "@rests_on: got (['a'],), wanted one or more texts"),
        ([strict_reading_of(5), passage.states], "@strict_reading_of: got 5, wanted a str"),  # type: ignore[arg-type]
        ([minimum_strength("sure"), passage.states], "minimum_strength: got 'sure', wanted one of proved, enclosed, sampled, measured"),
        ([decided_for(""), passage.states], "Scope: got '', wanted a sentence"),
        ([fails_with("slower"), passage.states], "@fails_with: got 'slower', wanted a name and other facts"),
        ([fails_with("slower", rate=1), passage.states], "fails_with 'slower': got the fact 'rate', wanted one of value"),
        ([holds_with("value up"), passage.states], "@holds_with: got 'value up', wanted a control's name and why it leaves the claim true"),
        ([Passage(5).states], "Passage: got 5, wanted the id of a passage, such as 'answer-1.3'"),  # type: ignore[arg-type]
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_what_is_said_wrongly_is_the_defect_of_its_claim(decorators: list[Any], wanted: str) -> None:
    assert str(said(*decorators).defect).startswith(wanted)


MISCALLED: dict[str, Callable[[], Any]] = {
    "got @limits(1, 2), too many positional arguments, wanted @limits(...), with seconds=, megabytes=": lambda: limits(1, 2),  # type: ignore[call-arg]
    "got @limits(minutes=3), got an unexpected keyword argument 'minutes', wanted @limits(...), with": lambda: limits(minutes=3),  # type: ignore[call-arg]
    "got @fails_with(value=3), missing a required argument: 'name', wanted @fails_with(name, **facts)": lambda: fails_with(value=3),  # type: ignore[call-arg]
    "got @true_if(), missing a required argument: 'condition', wanted @true_if(condition), or with words=, too_weak=": lambda: true_if(),  # type: ignore[call-arg]
    "got @assuming(text='One.'), got an unexpected keyword argument 'text', wanted @assuming(*values)": lambda: assuming(text="One."),
    "got @refuted with brackets, wanted @refuted, and below it @name.corrected": lambda: refuted(),
    "got @refuted with brackets, wanted @refuted, ": lambda: refuted("It is not."),
    "got @refuted with brackets, wanted ": lambda: refuted(Gt(x, 1)),
}


@pytest.mark.parametrize("wanted", MISCALLED)
def test_a_decorator_that_is_called_otherwise_than_it_takes_is_the_defect_of_its_claim(wanted: str) -> None:
    assert str(said(MISCALLED[wanted](), passage.states).defect).startswith(wanted)


@pytest.mark.parametrize(
    "decorator", [limits, fails_with, assuming, not_shown, rests_on, exactly_if, true_if, minimum_strength, strict_reading_of, decided_for]
)
def test_a_decorator_without_its_brackets_says_so(decorator: Any) -> None:
    function = copy()
    assert decorator(function) is function
    assert (
        str(said(passage.states, function=function).defect)
        == f"got @{decorator.__name__} without brackets, wanted @{decorator.__name__}(...)"
    )


def nothing_said(value: Any = 2) -> Any:
    return Equal(2, value)


def bell(value: Any = 2) -> Any:
    """The angle $\alpha$."""
    return Equal(2, value)


def broken(value: Any = 2) -> Any:
    """The slope $\nabla f$."""
    return Equal(2, value)


def wrapped(value: Any = 2) -> Any:
    """The sum of $x$
    and $y$."""
    return Equal(2, value)


def test_a_claim_says_in_its_docstring_what_it_states() -> None:
    for function, wanted in ((nothing_said, "got no docstring, wanted what it says"), (bell, "docstring: got a control character in")):
        made = said(passage.states, function=copy(function))
        assert str(made.defect).startswith(wanted)
        assert made.defect is not None
        assert made.defect.place == (__file__, function.__code__.co_firstlineno)
    assert "wanted LaTeX in a raw docstring" in str(said(passage.states, function=copy(broken)).defect)
    assert said(passage.states, function=copy(wrapped)).wording == "The sum of $x$ and $y$."


def own_formula() -> Any:
    """Another thing."""
    return Equal(2, 2)


def five() -> Any:
    """Another thing."""
    return 5


def only_words() -> None:
    """It is two."""


@pytest.mark.parametrize(
    ("mark", "below", "wanted"),
    [
        (None, lambda it: it.corrected(own_formula), "got a correction of a claim that is not refuted, wanted @refuted above the claim"),
        (exactly_if(Gt(x, 1)), lambda it: it.corrected(own_formula), "got a correction of a claim that is not refuted"),
        (refuted, lambda it: it.corrected()(only_words), "got @corrected() without a fact, wanted @corrected, or the facts"),
        (refuted, lambda it: it.corrected(value=2)(own_formula), "corrected: got other facts and a formula, wanted facts and a docstring"),
        (refuted, lambda it: it.corrected(value=2)(five), "corrected: got other facts and a formula"),
        (refuted, lambda it: it.corrected(valeu=2)(only_words), "corrected: got the fact 'valeu', wanted one of value"),
        (refuted, lambda it: it.corrected(nothing_said), "got no docstring, wanted what it says in words as its docstring"),
        (refuted, lambda it: (it.corrected(own_formula), it.corrected(own_formula)), "got @corrected twice, wanted it once"),
        (
            lambda it: refuted(fails_with("larger", value=3)(it)),
            lambda it: it.corrected(own_formula),
            "fails_with 'larger': got a control of a refuted claim whose correction is a formula of its own",
        ),
        (None, lambda it: it.because("words"), "@because: got 'words', wanted a function below it"),
        (None, lambda it: (it.because(five), it.because(five)), "got @because twice, wanted it once"),
    ],
)
def test_what_is_said_wrongly_below_a_claim_is_its_defect(mark: Any, below: Any, wanted: str) -> None:
    function = copy()
    stated = passage.states(function)
    if mark is not None:
        mark(function)
    below(stated)
    assert str(claim_of(function).defect).startswith(wanted)


def test_a_correction_that_fits_no_claim_is_named_by_its_own_line() -> None:
    stated = passage.states(copy())
    stated.corrected(own_formula)
    defect = claim_of(stated).defect
    assert defect is not None
    assert defect.place == (__file__, own_formula.__code__.co_firstlineno)


class Called:
    """An object that can be called as a function."""

    def __call__(self, value: int = 2) -> None: ...


NO_FUNCTIONS: dict[str, tuple[Any, str, str]] = {
    "a number": (5, "int", "5"),
    "a class": (Called, "Called", f"<class '{__name__}.Called'>"),
    "an object": (Called(), "Called", f"<{__name__}.Called object>"),
    "a partial function": (functools.partial(own_formula), "own-formula", "functools.partial(<function own_formula>)"),
    "a cached function": (functools.lru_cache(own_formula), "own-formula", "<functools._lru_cache_wrapper object>"),
}


@pytest.mark.parametrize("name", NO_FUNCTIONS)
def test_what_is_no_function_is_one_claims_error(name: str) -> None:
    value, id, words = NO_FUNCTIONS[name]
    claim = claim_of(passage.states(refuted(assuming("One.")(value))))
    assert str(claim.defect) == f"got {words} below a decorator of claims, wanted a function"
    assert (claim.id, claim.path, claim.function.__module__) == (id, __file__, __name__)
    called_at = test_what_is_no_function_is_one_claims_error.__code__.co_firstlineno + 3
    assert claim.line == (own_formula.__code__.co_firstlineno if "cached" in name else called_at)


def test_an_id_is_no_longer_than_an_address() -> None:
    longest = "a-" * 99 + "aa"
    assert said(passage.states(id=longest)).defect is None
    assert str(said(passage.states(id=longest + "a")).defect) == "id: got 201 letters, a-a-a-a-a-a-a-a-a-a-..., wanted at most 200"


def test_what_is_said_later_counts_too() -> None:
    function = copy()
    assert said(assuming("One."), function=function).defect is not None
    assert said(passage.states, function=function).at == "opening.1"
    assert MADE[-1] is declarations_of(function)


def entries(reason: Any, function: Any, **more: Any) -> Any:
    """What a module that says that something is not checkable remembers."""
    module = types.ModuleType("claims_of_a_test")
    made = types.FunctionType(function.__code__, vars(module), function.__name__)
    made.__doc__ = function.__doc__
    Passage("opening.2").not_checkable(reason, **more)(made)
    return vars(module)[UNCHECKABLE]


def lovely() -> None:
    """Sums are
    beautiful."""


def test_what_cannot_be_checked_is_kept_with_its_reason_and_place() -> None:
    (entry,) = entries("No formula says what is beautiful.", lovely)
    assert (entry.id, entry.at, entry.defect, entry.line) == ("lovely", "opening.2", None, lovely.__code__.co_firstlineno)
    assert (entry.wording, entry.reason) == ("Sums are beautiful.", "No formula says what is beautiful.")
    assert UNCHECKABLE not in vars(sys.modules[__name__])
    assert entries("Taste.", lovely, id="taste")[0].id == "taste"


@pytest.mark.parametrize(
    ("reason", "function", "more", "wanted"),
    [
        ("Why.", lovely, {"id": "Taste"}, "id: got 'Taste', wanted lower-case words joined by hyphens"),
        ("Why.", nothing_said, {}, "docstring: got '', wanted a sentence"),
        ("$", lovely, {}, "reason: got an odd number of $"),
        ("Why.", five, {}, "got a function with a body, wanted a docstring alone"),
    ],
)
def test_a_malformed_entry_is_kept_with_its_defect(reason: str, function: Any, more: dict[str, str], wanted: str) -> None:
    (entry,) = entries(reason, function, **more)
    assert entry.defect.startswith(wanted)


def test_a_reason_is_wanted_for_what_cannot_be_checked() -> None:
    with pytest.raises(
        DefinitionError, match=r"test_definition\.py:\d+: got @passage\.not_checkable without a reason, wanted the words why"
    ):
        Passage("opening.2").not_checkable(lovely)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["claim", "not_checkable", "Conditional", "Holds", "Refuted"])
def test_the_former_form_says_what_took_its_place(name: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        getattr(probatum, name)("two-is-two", "Two is two.", at="opening.1")
    text = str(caught.value)
    assert text.startswith(f"{__file__}:")
    assert f": got {name}(...), wanted a claim as a theorem and its proof:" in text
    assert "@passage.states" in text
    assert "@squares_are_smaller.because" in text


def test_a_passage_that_says_nothing_of_a_function_names_what_it_can_say() -> None:
    wanted = r"wanted @passage\.states, @passage\.implies or @passage\.not_checkable$"
    with pytest.raises(DefinitionError, match=rf"test_definition\.py:\d+: got @passage alone, {wanted}"):
        Passage("opening.2")(lovely)
    with pytest.raises(AttributeError, match=rf"^got @passage\.state, {wanted}"):
        _ = Passage("opening.2").state
