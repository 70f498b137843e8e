"""A proposition in, its LaTeX and its plain sentence out."""

from __future__ import annotations

import sympy

from probatum.proposition.kinds import (
    AlmostAll,
    Equal,
    Exists,
    ForAll,
    Joined,
    Multiset,
    Orbit,
    Quantified,
    Rounded,
    Side,
)
from probatum.proposition.parts import conjuncts
from probatum.proposition.reading.joined_words import latex_of_joined, words_of_joined
from probatum.proposition.reading.printers import (
    LATEX_SIGNS,
    latex_of_condition,
    words_of_condition,
)
from probatum.proposition.spelling.upright import upright
from probatum.proposition.subjects.cardinality import Counted
from probatum.proposition.subjects.domains import NAMES, General
from probatum.proposition.subjects.measured import Measured
from probatum.proposition.subjects.property import Property
from probatum.proposition.subjects.ultimate import Eventually, Ultimate
from probatum.type_names import Expression, Statement, Symbol, Symbols

WITH_WORDS = (Quantified, Counted, Orbit, Property)  # their sentences begin so
BEGINNINGS = ("for ", "there ", "starting ", "at ", "exactly ", "not ", "the eigenvalues ")
LOOSE = (sympy.Or, sympy.Implies)  # conditions that are put in brackets beside others


def latex_of(value: Expression) -> str:
    """The LaTeX of a value, condition or proposition."""
    match value:
        case Ultimate():
            head = rf"\text{{{_on_its_way(value)} }} {latex_of(value.variable)}"
            return rf"{head}:\; {latex_of(value.then)}"
        case Quantified():
            return _latex_quantified(value)
        case Joined():
            return latex_of_joined(value, latex_of)
        case Equal():
            return (
                f"{value.called or latex_of(value.left)} = "
                f"{latex_of(_as_beside(value.right, value.left))}"
            )
        case Rounded():
            return rf"{latex_of(value.expression)} \approx {value.digits}"
        case Orbit():
            return _latex_orbit(value)
        case Property():
            return upright(value.says)
        case Measured():
            return (
                f"{upright(value.words)} {LATEX_SIGNS[value.relation.kind.rel_op]} "
                rf"{latex_of(value.threshold)}"
            )
    return latex_of_condition(value)


def _as_beside(right: Expression, left: Expression) -> Side:
    """A tuple compared with a multiset is read as one."""
    return (
        Multiset(tuple(right))
        if isinstance(left, Multiset) and isinstance(right, sympy.Tuple)
        else right
    )


def _latex_quantified(value: Expression) -> str:
    then = latex_of(value.then)
    if not value.variables:
        return then
    sign = {ForAll: r"\forall\,", Exists: r"\exists\,", AlmostAll: r"\text{for almost all } "}[
        type(value)
    ]
    head = sign + _latex_domain(value.variables)
    if value.given == sympy.true:
        return rf"{head}:\; {then}"
    parts = list(conjuncts(value.given))
    several = len(parts) > 1 or isinstance(value, Exists)
    given = ",\\; ".join(_latex_beside(part, several) for part in parts)
    joint = r"\;\Rightarrow\;" if not isinstance(value, Exists) else r"\;\land\;"
    if isinstance(value.then, (sympy.Implies, Joined)) or (
        isinstance(value, Exists) and isinstance(value.then, sympy.Or)
    ):
        then = rf"\left({then}\right)"
    return rf"{head}:\; {given} {joint} {then}"


def _latex_beside(part: Expression, several: bool) -> str:
    """A hypothesis, in brackets where it could be taken to go on into the next."""
    loose = isinstance(part, sympy.Implies) or (several and isinstance(part, LOOSE))
    return rf"\left({latex_of(part)}\right)" if loose else latex_of(part)


def _on_its_way(value: Ultimate) -> str:
    kind = "integer" if value.variable.is_integer else "real"
    later = isinstance(value, Eventually)
    return f"for every large enough {kind}" if later else "for every small enough positive"


def _latex_domain(variables: Symbols) -> str:
    groups = [
        (r"\mathbb{Z}", [v for v in variables if v.is_integer]),
        (r"\mathbb{R}", [v for v in variables if is_real(v)]),
    ]
    groups += [(domain[0], group) for domain, group in _general(variables)]
    return ",\\; ".join(
        rf"{', '.join(map(latex_of, group))} \in {domain}" for domain, group in groups if group
    )


def is_real(variable: Symbol) -> bool:
    """Whether a variable is a real number that need not be an integer."""
    return not variable.is_integer and not isinstance(variable, General)


def _general(variables: Symbols) -> list[tuple[tuple[str, str], list[Expression]]]:
    """The domains other than numbers, in LaTeX and in words, each with its variables."""
    found: dict[tuple[str, str], list[Expression]] = {}
    for variable in variables:
        if isinstance(variable, General):
            found.setdefault(
                variable.domain(lambda value: (latex_of(value), words_of(value))), []
            ).append(variable)
    return list(found.items())


def _latex_orbit(orbit: Orbit) -> str:
    state = (
        latex_of(sympy.Tuple(*orbit.state)) if len(orbit.state) > 1 else latex_of(orbit.state[0])
    )
    start = (
        latex_of(sympy.Tuple(*orbit.start)) if len(orbit.state) > 1 else latex_of(orbit.start[0])
    )
    step = latex_of(sympy.Tuple(*orbit.step)) if len(orbit.state) > 1 else latex_of(orbit.step[0])
    given = "" if orbit.given == sympy.true else rf"\text{{ with }} {latex_of(orbit.given)}"
    return (
        rf"{{{state}}}_{{0}} = {start},\; {state} \mapsto {step}{given}:\; "
        rf"\text{{always }} {latex_of(orbit.then)}"
    )


def sentence_of(value: Expression) -> str:
    """The statement as a plain sentence with Unicode signs, without its full stop inside larger
    sentences.
    """
    text = words_of(value)
    begins_with_word = text.startswith(BEGINNINGS) or (
        isinstance(value, WITH_WORDS) and getattr(value, "variables", True)
    )
    return f"{text[:1].upper()}{text[1:]}." if begins_with_word else f"{text}."


def words_of(value: Expression) -> str:
    """The words of a value, condition or proposition."""
    match value:
        case Ultimate():
            return f"{_on_its_way(value)} {words_of(value.variable)}: {words_of(value.then)}"
        case Quantified():
            return _words_quantified(value)
        case Joined():
            return words_of_joined(value, words_of)
        case Equal():
            return f"{words_of(value.left)} = {words_of(_as_beside(value.right, value.left))}"
        case Rounded():
            return f"{words_of(value.expression)} rounds to {value.digits}"
        case Orbit():
            return _words_orbit(value)
        case Property():
            return value.says.rstrip(".")
        case Measured():
            return f"{value.words}: {value.relation.sign} {words_of(value.threshold)}"
    return words_of_condition(value)


def _words_quantified(value: Expression) -> str:
    if not value.variables:
        return words_of(value.then)
    names = _words_domain(value.variables)
    given = " and ".join(
        f"({words_of(part)})" if isinstance(part, LOOSE) else words_of(part)
        for part in conjuncts(value.given)
    )
    if isinstance(value, Exists):
        joined = f"{given} and {_words_beside(value.then)}" if given else words_of(value.then)
        return f"there {'are' if len(value.variables) > 1 else 'is'} {names} with {joined}"
    start = "for almost all" if isinstance(value, AlmostAll) else "for all"
    return f"{start} {names}{' with ' + given if given else ''}: {_words_under(value.then)}"


def _words_beside(then: Statement) -> str:
    """What is said of something after what is supposed of it."""
    loose = isinstance(then, LOOSE) or _is_listed(then)
    return f"({words_of(then)})" if loose else words_of(then)


def _words_under(then: Statement) -> str:
    """What is said of all: parts with a semicolon between them in brackets, so that it is of each
    part.
    """
    return f"({words_of(then)})" if _is_listed(then) else words_of(then)


def _is_listed(then: Statement) -> bool:
    return isinstance(then, Joined) and not then.beginning and then.between[0].startswith(";")


def _words_domain(variables: Symbols) -> str:
    groups = [
        ("integer", [v for v in variables if v.is_integer]),
        ("real", [v for v in variables if is_real(v)]),
    ]
    groups += [(domain[1], group) for domain, group in _general(variables)]
    return " and ".join(
        _with_names(kind, ", ".join(map(words_of, group))) for kind, group in groups if group
    )


def _with_names(kind: str, names: str) -> str:
    return kind.replace(NAMES, names) if NAMES in kind else f"{kind} {names}"


def _words_orbit(orbit: Orbit) -> str:
    state = ", ".join(map(words_of, orbit.state))
    start, step = ", ".join(map(words_of, orbit.start)), ", ".join(map(words_of, orbit.step))
    given = "" if orbit.given == sympy.true else f" with {words_of(orbit.given)}"
    return (
        f"starting from ({state}) = ({start}) and repeating ({state}) ↦ ({step}){given}, "
        f"at every step {words_of(orbit.then)}"
    )
