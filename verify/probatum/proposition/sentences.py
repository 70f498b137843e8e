"""A proposition in, its LaTeX and its plain sentence out."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache

import sympy
from sympy.core.relational import Relational
from sympy.printing.latex import LatexPrinter
from sympy.printing.pretty.pretty_symbology import pretty_symbol
from sympy.printing.str import StrPrinter

from probatum.proposition.binders import BOUND
from probatum.proposition.cardinality import Counted
from probatum.proposition.coercion import AFTER
from probatum.proposition.digit_count import digits_of, short
from probatum.proposition.domains import NAMES, General
from probatum.proposition.joined_words import latex_of_joined, words_of_joined
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
from probatum.proposition.measured import Measured
from probatum.proposition.parts import conjuncts
from probatum.proposition.property import Property
from probatum.proposition.ultimate import Eventually, Ultimate
from probatum.type_names import Condition, Expression, Printer, Symbol, Symbols

WITH_WORDS = (Quantified, Counted, Orbit, Property)  # their sentences begin so
SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
LATEX_SIGNS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "==": "=", "!=": r"\ne"}
LIKE = str.maketrans({"\\": "∖", "~": "∼", "^": "ˆ"})  # signs that LaTeX text cannot hold
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class _Latex(LatexPrinter):  # type: ignore[misc]
    """SymPy's LaTeX, with words upright and the next state marked as such."""

    def _print_Symbol(self, expr: Expression, style: str = "plain") -> str:  # noqa: N802
        name = expr.name.rstrip(BOUND).removesuffix(AFTER)
        primes = AFTER if expr.name.endswith(AFTER) else ""
        return _latex_name(name, super()._print_Symbol(sympy.Symbol(name))) + primes

    _print_Dummy = _print_Symbol  # noqa: N815 -- the name that SymPy looks up

    def _print_Integer(self, expr: Expression) -> str:  # noqa: N802
        return (
            str(expr) if short(expr) else rf"\text{{an integer of {digits_of(int(expr.p))} digits}}"
        )

    def _print_Subs(self, expr: Expression) -> str:  # noqa: N802
        inside, variables, values = expr.args
        there = ",\\,".join(
            f"{self._print(variable)} = {self._print(value)}"
            for variable, value in zip(variables, values, strict=True)
        )
        return rf"\left. {self.parenthesize(inside, 50)} \right|_{{{there}}}"

    def _print_Multiset(self, expr: Expression) -> str:  # noqa: N802
        return r"\{" + ", ".join(map(self._print, expr.elements)) + r"\}"


class _Words(StrPrinter):  # type: ignore[misc]
    """SymPy's plain form, with Unicode names, signs and small powers."""

    def _print_Symbol(self, expr: Expression) -> str:  # noqa: N802
        name = expr.name.rstrip(BOUND).removesuffix(AFTER)
        return str(pretty_symbol(name)) + ("′" if expr.name.endswith(AFTER) else "")

    _print_Dummy = _print_Symbol  # noqa: N815 -- the name that SymPy looks up

    def _print_Pow(self, expr: Expression, rational: bool = False) -> str:  # noqa: N802
        if expr.exp.is_Integer and 1 < abs(expr.exp) < 100 and expr.exp > 0:
            return str(self.parenthesize(expr.base, 100)) + str(expr.exp).translate(SUPERSCRIPTS)
        return str(super()._print_Pow(expr, rational))

    def _print_Integer(self, expr: Expression) -> str:  # noqa: N802
        return (
            str(super()._print_Integer(expr))
            if short(expr)
            else f"[an integer of {digits_of(int(expr.p))} digits]"
        )

    def _print_Abs(self, expr: Expression) -> str:  # noqa: N802
        return f"|{self._print(expr.args[0])}|"

    def _print_Mul(self, expr: Expression) -> str:  # noqa: N802
        return re.sub(r"(?<!\*)\*(?!\*)", "·", super()._print_Mul(expr))

    def _print_Limit(self, expr: Expression) -> str:  # noqa: N802
        inner, variable, point, direction = expr.args
        side = "" if point.is_infinite else {"+": "⁺", "-": "⁻"}.get(str(direction), "")
        return (
            f"lim({self._print(variable)} → {self._print(point)}{side}) "
            f"{self.parenthesize(inner, 50)}"
        )

    def _print_Derivative(self, expr: Expression) -> str:  # noqa: N802
        by = " ".join(f"d/d{self._print(variable)}" for variable in expr.variables)
        return f"{by} {self.parenthesize(expr.expr, 50)}"

    def _print_Subs(self, expr: Expression) -> str:  # noqa: N802
        inside, variables, values = expr.args
        there = ", ".join(
            f"{self._print(variable)} = {self._print(value)}"
            for variable, value in zip(variables, values, strict=True)
        )
        return f"({self._print(inside)} at {there})"

    def _print_Piecewise(self, expr: Expression) -> str:  # noqa: N802
        *cases, (last, condition) = expr.args
        parts = [f"{self._print(branch)} where {words_of(where)}" for branch, where in cases]
        end = (
            f"else {self._print(last)}"
            if condition == sympy.true
            else f"{self._print(last)} where {words_of(condition)}"
        )
        return f"({', '.join([*parts, end])})"

    def _print_Infinity(self, expr: Expression) -> str:  # noqa: N802
        return "∞"

    def _print_Multiset(self, expr: Expression) -> str:  # noqa: N802
        return "{" + ", ".join(map(self._print, expr.elements)) + "}"


_LATEX = _Latex({"mat_str": "matrix", "mat_delim": "[", "ln_notation": True, "mul_symbol": r"\,"})
_WORDS = _Words()


def _printed(printer: Printer, value: Expression) -> str:
    """A value by a printer; controls print most of what the claim prints,
    so what cannot change is kept.
    """
    return _kept(printer, value) if isinstance(value, Hashable) else str(printer.doprint(value))


@lru_cache(maxsize=4096)
def _kept(printer: Printer, value: Expression) -> str:
    return str(printer.doprint(value))


def _latex_name(name: str, printed: str) -> str:
    """Names of several letters upright, unless they are Greek or a letter with an index."""
    stem, _, index = name.partition("_")
    if len(stem) > 1 and stem.isalpha() and not printed.lstrip("{").startswith("\\"):
        return rf"\mathrm{{{stem}}}" + (rf"_{{\mathrm{{{_escape(index)}}}}}" if index else "")
    return printed


def _escape(text: str) -> str:
    return re.sub(r"([{}$&#_%])", r"\\\1", text.translate(LIKE))


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
            return rf"\text{{{_escape(value.says)}}}"
        case Measured():
            return (
                rf"\text{{{_escape(value.words)}}} {LATEX_SIGNS[value.relation.kind.rel_op]} "
                rf"{latex_of(value.threshold)}"
            )
        case Relational():
            return f"{latex_of(value.lhs)} {LATEX_SIGNS[value.rel_op]} {latex_of(value.rhs)}"
        case sympy.And() | sympy.Or():
            return _latex_connective(value)
        case sympy.Not() if not isinstance(value.args[0], Relational):
            return rf"\lnot \left({latex_of(value.args[0])}\right)"
        case sympy.Implies():
            return rf"{latex_of(value.args[0])} \Rightarrow {latex_of(value.args[1])}"
        case str():
            return rf"\text{{{_escape(value)}}}"
    return _printed(_LATEX, value)


def _as_beside(right: Expression, left: Expression) -> Side:
    """A tuple compared with a multiset is read as one."""
    return (
        Multiset(tuple(right))
        if isinstance(left, Multiset) and isinstance(right, sympy.Tuple)
        else right
    )


def _latex_connective(value: Expression) -> str:
    joint = r" \land " if isinstance(value, sympy.And) else r" \lor "
    wrap = (sympy.Or,) if isinstance(value, sympy.And) else (sympy.And, sympy.Implies)
    parts = [
        (rf"\left({latex_of(part)}\right)" if isinstance(part, wrap) else latex_of(part))
        for part in ordered(value)
    ]
    return joint.join(parts)


def ordered(connective: Condition) -> tuple[Condition, ...]:
    """The parts of a conjunction or disjunction in a fixed order."""
    return tuple(sorted(connective.args, key=sympy.default_sort_key))


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
    given = ",\\; ".join(latex_of(part) for part in conjuncts(value.given))
    joint = r"\;\Rightarrow\;" if not isinstance(value, Exists) else r"\;\land\;"
    return rf"{head}:\; {given} {joint} {then}"


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
    begins_with_word = isinstance(value, WITH_WORDS) and getattr(value, "variables", True)
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
        case Relational():
            return f"{words_of(value.lhs)} {SIGNS[value.rel_op]} {words_of(value.rhs)}"
        case sympy.And() | sympy.Or():
            joint, wrapped = (
                (" and ", sympy.Or) if isinstance(value, sympy.And) else (" or ", sympy.And)
            )
            return joint.join(
                f"({words_of(part)})" if isinstance(part, wrapped) else words_of(part)
                for part in ordered(value)
            )
        case sympy.Not():
            return f"not ({words_of(value.args[0])})"
        case sympy.Implies():
            return f"{words_of(value.args[0])} implies {words_of(value.args[1])}"
        case sympy.MatrixBase():
            return words_of(value.tolist() if value.cols > 1 else list(value))
        case list():
            return "[" + ", ".join(map(words_of, value)) + "]"
        case str():
            return value
    return _printed(_WORDS, value).replace("**", "^")


def _words_quantified(value: Expression) -> str:
    if not value.variables:
        return words_of(value.then)
    names = _words_domain(value.variables)
    given = " and ".join(
        f"({words_of(part)})" if isinstance(part, sympy.Or) else words_of(part)
        for part in conjuncts(value.given)
    )
    if isinstance(value, Exists):
        joined = f"{given} and {words_of(value.then)}" if given else words_of(value.then)
        return f"there {'are' if len(value.variables) > 1 else 'is'} {names} with {joined}"
    start = "for almost all" if isinstance(value, AlmostAll) else "for all"
    return f"{start} {names}{' with ' + given if given else ''}: {words_of(value.then)}"


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
