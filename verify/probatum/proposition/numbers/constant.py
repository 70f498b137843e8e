"""Numbers that no closed form stands for: known by their enclosures alone, or not there at all."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import sympy

from probatum.type_names import Ball, Expression, Printer

MISSING, UNDEFINED, OPEN = "missing", "undefined", "open"
NO_NUMBER = "no number"  # missing, or infinite
ANSWERS = (MISSING, NO_NUMBER)


class Constant(sympy.AtomicExpr):  # type: ignore[misc]
    """A real number of which a ball is known at every precision: the value of an integral, say.

    construct: what it is the value of, for readers; ball: its enclosure at the present precision.
    """

    __slots__ = ("ball", "construct")
    is_real = True
    is_commutative = True
    is_number = False  # SymPy asks a number for digits, and believes them

    def __new__(cls, construct: Expression, ball: Callable[[], Ball]) -> Constant:
        made: Constant = sympy.AtomicExpr.__new__(cls)
        made.construct, made.ball = construct, ball
        return made

    def _hashable_content(self) -> tuple[Hashable, ...]:
        return (self.construct,)

    def _sympystr(self, printer: Printer) -> str:
        return str(printer._print(self.construct))

    def _latex(self, printer: Printer) -> str:
        return str(printer._print(self.construct))


class Lacking(sympy.AtomicExpr):  # type: ignore[misc]
    """What stands where there is no real number: `missing` where that is an answer, `no number`
    where it may be infinite as well, else `undefined`, or `open` where it is not known.
    """

    __slots__ = ("construct", "kind", "reason")
    is_commutative = True
    is_number = False

    def __new__(cls, construct: Expression, kind: str, reason: str) -> Lacking:
        made: Lacking = sympy.AtomicExpr.__new__(cls)
        made.construct, made.kind, made.reason = construct, kind, reason
        return made

    def _hashable_content(self) -> tuple[Hashable, ...]:
        return (self.construct, self.kind)

    def _sympystr(self, printer: Printer) -> str:
        return self.reason if self.kind in ANSWERS else str(printer._print(self.construct))

    def _latex(self, printer: Printer) -> str:
        return (
            rf"\text{{{self.reason}}}"
            if self.kind in ANSWERS
            else str(printer._print(self.construct))
        )


def extended(side: Expression) -> bool:
    """Whether one side of an equality is an answer other than a real number: an infinity,
    or that there is no value.
    """
    return side in (sympy.oo, -sympy.oo) or (isinstance(side, Lacking) and side.kind in ANSWERS)


def perhaps_infinite(side: Expression) -> bool:
    """Whether one side of an equality is no real number, and it is not known whether an infinity is
    its value.
    """
    return isinstance(side, Lacking) and side.kind == NO_NUMBER
