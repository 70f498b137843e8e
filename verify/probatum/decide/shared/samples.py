"""Points at which a proposal is tried before a solver is asked."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import sympy

from probatum.decide.shared.prenex import Block
from probatum.engines.trying.bulk import Columns, NotVectorizedError, bounds_of_truth, values
from probatum.type_names import Column, Condition, Point, Symbol

POINTS = tuple(
    tuple(map(sympy.Rational, text.split()))
    for text in ("1", "1/3 2", "3 1/7 5", "1/9 4 1/2", "7 1/100", "1/50 1/60")
)
SAMPLES = 200
REALS = (0, 1, -1, 1 / 2, -2, 3, 1 / 50, -1 / 9, 1 / 3, 7, -1 / 100, 10, 1 / 7, -5, 100, 2 / 3)
INTEGERS = (0.0, 1.0, 2.0, 3.0, 5.0, 8.0, -1.0, -2.0, 13.0, -7.0)
TOLERANCE = 1e-9  # below which two sides are not told apart


class Samples:
    """Values of all that is universal, at which what is proposed for the rest is tried in floating
    point: what breaks there is not worth asking about.
    """

    def __init__(self, blocks: Sequence[Block], condition: Condition) -> None:
        self.blocks = blocks
        self.condition = condition
        draw = np.random.default_rng(0)
        self.columns: dict[Symbol, Column] = {
            variable: draw.choice(INTEGERS if variable.is_integer else REALS, SAMPLES)
            for block in blocks
            if not block.exists
            for variable in block.variables
        }

    def break_it(self, chosen: Point) -> bool:
        """Whether one of them surely breaks the proposal; False where that cannot be told."""
        try:
            with np.errstate(all="ignore"):
                return self._broken(chosen)
        except (NotVectorizedError, ArithmeticError, TypeError, ValueError):
            return False

    def _broken(self, chosen: Point) -> bool:
        columns = dict(self.columns)
        admitted: Column = np.bool_(True)
        for block in self.blocks:
            if block.exists:
                if not chosen.keys() >= set(block.variables):  # such as an integer beside a number
                    return False
                for variable in block.variables:
                    columns[variable] = values(chosen[variable], columns)
                if _fails(block.given, columns, admitted):
                    return True
            else:
                admitted = admitted & bounds_of_truth(block.given, columns, TOLERANCE)[0]
        return _fails(self.condition, columns, admitted)


def _fails(condition: Condition, columns: Columns, admitted: Column) -> bool:
    return bool(np.any(admitted & ~bounds_of_truth(condition, columns, TOLERANCE)[1]))
