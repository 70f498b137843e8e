"""An expression or condition in, its LaTeX and its plain words out."""

from __future__ import annotations

import re
from collections.abc import Hashable
from functools import lru_cache

import sympy
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean
from sympy.printing.latex import LatexPrinter
from sympy.printing.precedence import PRECEDENCE
from sympy.printing.pretty.pretty_symbology import pretty_symbol
from sympy.printing.str import StrPrinter

from probatum.proposition.binders import BOUND
from probatum.proposition.numbers.digit_count import digits_of, short
from probatum.proposition.spelling.upright import escape, upright
from probatum.proposition.subjects.coercion import AFTER
from probatum.proposition.subjects.random import Total
from probatum.proposition.written import as_shown
from probatum.type_names import Condition, Expression, Printer

SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}
OPEN_ENDED = (sympy.Derivative, sympy.Limit, Total)  # of which follows what they are of
LATEX_SIGNS = {"<": "<", "<=": r"\le", ">": ">", ">=": r"\ge", "==": "=", "!=": r"\ne"}
SUPERSCRIPTS = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class _Latex(LatexPrinter):  # type: ignore[misc]
    """SymPy's LaTeX, with words upright and the next state marked as such."""

    def _print_Symbol(self, expr: Expression, style: str = "plain") -> str:  # noqa: N802
        name = expr.name.rstrip(BOUND).removesuffix(AFTER)
        primes = AFTER if expr.name.endswith(AFTER) else ""
        printed = super()._print_Symbol(sympy.Symbol(name))
        return _latex_name(name, name if _reads_as_call(name) else printed) + primes

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

    def parenthesize(
        self, item: Expression, level: int, is_neg: bool = False, strict: bool = False
    ) -> str:
        if isinstance(item, Total) and level >= PRECEDENCE["Pow"]:
            return rf"\left({self._print(item)}\right)"
        return str(super().parenthesize(item, level, is_neg=is_neg, strict=strict))

    def _print_Derivative(self, expr: Expression) -> str:  # noqa: N802
        """With brackets around a product, of which else the first factor alone seems derived."""
        printed = str(super()._print_Derivative(expr))
        inside = str(self.parenthesize(expr.expr, PRECEDENCE["Mul"], strict=True))
        if as_shown(expr.expr).is_Mul and printed.endswith(inside):
            return rf"{printed.removesuffix(inside)}\left({inside}\right)"
        return printed

    def _needs_mul_brackets(
        self, expr: Expression, first: bool = False, last: bool = False
    ) -> bool:
        before_others = not last and isinstance(as_shown(expr), OPEN_ENDED)
        return before_others or bool(super()._needs_mul_brackets(expr, first, last))

    def _needs_add_brackets(self, expr: Expression) -> bool:
        remainder = isinstance(as_shown(expr), sympy.Mod)
        return remainder or bool(super()._needs_add_brackets(expr))

    def _print_Mul(self, expr: Expression) -> str:  # noqa: N802
        remainders = {
            part: sympy.Symbol(rf"{{\left({self._print(part)}\right)}}")
            for part in expr.args
            if isinstance(as_shown(part), sympy.Mod)
        }
        return str(super()._print_Mul(expr.xreplace(remainders) if remainders else expr))

    def _print_Mod(self, expr: Expression, exp: Expression = None) -> str:  # noqa: N802
        number, divisor = expr.args
        left = self._print(number)
        if not (number.is_Atom or number.is_Mul) or left.startswith("-"):
            left = rf"\left({left}\right)"
        printed = rf"{left} \;\mathrm{{mod}}\; {self.parenthesize(divisor, PRECEDENCE['Mul'])}"
        return printed if exp is None else rf"\left({printed}\right)^{{{exp}}}"

    def _print_Piecewise(self, expr: Expression, exp: Expression = None) -> str:  # noqa: N802
        printed = str(super()._print_Piecewise(expr))
        return printed if exp is None else rf"\left({printed}\right)^{{{exp}}}"


class _Words(StrPrinter):  # type: ignore[misc]
    """SymPy's plain form, with Unicode names, signs and small powers."""

    def _print_Symbol(self, expr: Expression) -> str:  # noqa: N802
        name = expr.name.rstrip(BOUND).removesuffix(AFTER)
        printed = name if _reads_as_call(name) else str(pretty_symbol(name))
        return printed + ("′" if expr.name.endswith(AFTER) else "")

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

    def parenthesize(self, item: Expression, level: int, strict: bool = False) -> str:
        """With brackets around what begins with a sign and has no end, and around 1/x below 1."""
        if not isinstance(item, sympy.Expr):  # rows of a matrix
            return str(super().parenthesize(item, level, strict=strict))
        shown = as_shown(item)
        inverted = shown.is_Pow and shown.exp.is_Rational and shown.exp.is_negative
        open_ended = isinstance(shown, (sympy.Limit, sympy.Derivative)) or inverted
        if (open_ended and level >= PRECEDENCE["Mul"]) or (
            isinstance(shown, Total) and level >= PRECEDENCE["Pow"]
        ):
            return f"({self._print(item)})"
        return str(super().parenthesize(item, level, strict=strict))

    def _print_Mul(self, expr: Expression) -> str:  # noqa: N802
        """A last factor needs no brackets: nothing follows that could be taken to be inside."""
        printed = re.sub(r"(?<!\*)\*(?!\*)", "·", super()._print_Mul(expr))
        for factor in expr.args:
            if isinstance(as_shown(factor), (sympy.Limit, sympy.Derivative)):
                last = self._print(factor)
                before = printed.removesuffix(f"({last})")
                if before != printed and before.endswith(("·", "-")):
                    return f"{before}{last}"
        return printed

    def _print_condition(self, expr: Condition) -> str:
        return words_of_condition(expr)

    _print_Relational = _print_And = _print_Or = _print_Not = _print_Implies = _print_condition  # noqa: N815

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
        parts = [f"{self._print(branch)} where {self._print(where)}" for branch, where in cases]
        end = (
            f"else {self._print(last)}"
            if condition == sympy.true
            else f"{self._print(last)} where {self._print(condition)}"
        )
        return f"({', '.join([*parts, end])})"

    def _print_Infinity(self, expr: Expression) -> str:  # noqa: N802
        return "∞"

    def _print_Pi(self, expr: Expression) -> str:  # noqa: N802
        return "π"

    def _print_Exp1(self, expr: Expression) -> str:  # noqa: N802
        return "e"

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
        return rf"\mathrm{{{stem}}}" + (rf"_{{\mathrm{{{escape(index)}}}}}" if index else "")
    return printed


def _reads_as_call(name: str) -> bool:
    """Whether SymPy would print bars around a name, as of xabs."""
    return not set("|‖⟨⟩").isdisjoint(pretty_symbol(name))


def latex_of_condition(value: Expression) -> str:
    """The LaTeX of a condition or expression."""
    match value:
        case Relational():
            left, right = map(latex_of_condition, (value.lhs, value.rhs))
            return f"{left} {LATEX_SIGNS[value.rel_op]} {right}"
        case sympy.And():
            return r" \land ".join(_latex_parts(value, (sympy.Or, sympy.Implies)))
        case sympy.Or():
            return r" \lor ".join(_latex_parts(value, (sympy.And, sympy.Implies)))
        case sympy.Not() if not isinstance(value.args[0], Relational):
            return rf"\lnot \left({latex_of_condition(value.args[0])}\right)"
        case sympy.Implies():
            return r" \Rightarrow ".join(_latex_parts(value, (sympy.Implies,)))
        case str():
            return upright(value)
    return _printed(_LATEX, value)


def words_of_condition(value: Expression) -> str:
    """The words of a condition, an expression, or several of them."""
    match value:
        case Relational():
            left, right = map(words_of_condition, (value.lhs, value.rhs))
            return f"{left} {SIGNS[value.rel_op]} {right}"
        case sympy.And():
            return " and ".join(_worded_parts(value, (sympy.Or, sympy.Implies)))
        case sympy.Or():
            return " or ".join(_worded_parts(value, (sympy.And, sympy.Implies)))
        case sympy.Not():
            return f"not ({words_of_condition(value.args[0])})"
        case sympy.Implies():
            return " implies ".join(_worded_parts(value, (sympy.Implies,)))
        case sympy.MatrixBase():
            return words_of_condition(value.tolist() if value.cols > 1 else list(value))
        case list():
            return "[" + ", ".join(map(words_of_condition, value)) + "]"
        case str():
            return value
    return _printed(_WORDS, value).replace("**", "^")


def _latex_parts(connective: Condition, wrapped: tuple[type[Boolean], ...]) -> list[str]:
    return [
        rf"\left({latex_of_condition(part)}\right)"
        if isinstance(part, wrapped)
        else latex_of_condition(part)
        for part in _ordered(connective)
    ]


def _worded_parts(connective: Condition, wrapped: tuple[type[Boolean], ...]) -> list[str]:
    return [
        f"({words_of_condition(part)})" if isinstance(part, wrapped) else words_of_condition(part)
        for part in _ordered(connective)
    ]


def _ordered(connective: Condition) -> tuple[Condition, ...]:
    """The parts of a conjunction or disjunction in a fixed order; of an implication in its own."""
    if isinstance(connective, sympy.Implies):
        return tuple(connective.args)
    return tuple(sorted(connective.args, key=sympy.default_sort_key))
