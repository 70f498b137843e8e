"""Has SymPy hand out the parts of an expression from where they lie, without a call of Python:
nothing else is asked of expressions so often.
"""

from __future__ import annotations

from sympy import Basic


def quicken() -> None:
    """Have SymPy do so from now on, but for the kinds that make their parts up."""
    Basic.args = vars(Basic)["_args"]
