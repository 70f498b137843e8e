"""Which deciders there are, and in which order they are asked: what modules say of themselves.

`python -m probatum.decide.registry` prints it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import cast

from probatum.discovery import declaring
from probatum.engines import decider
from probatum.engines.decider import Decider, InTurn
from probatum.engines.polynomials import polynomial
from probatum.engines.solvers import smt
from probatum.lowering.theorem import Rewriting

IN_TURN = sorted(
    (
        cast("InTurn", module)
        for package in ("probatum.engines", "probatum.decide")
        for module in declaring(package, "TURN")
    ),
    key=attrgetter("TURN"),
)
DECIDERS: tuple[Decider, ...] = tuple(IN_TURN)
COSTLY = tuple(module for module in IN_TURN if module.TURN >= decider.COSTLY)
ALGEBRA: tuple[Decider, ...] = (polynomial, smt)  # asked first about what is written otherwise
# Theorems that write a statement otherwise, tried one after the other where nothing else decides.
OTHERWISE: tuple[Rewriting, ...] = tuple(
    sorted(
        (
            rewriting
            for module in declaring("probatum.lowering", "REWRITINGS")
            for rewriting in module.REWRITINGS
        ),
        key=attrgetter("turn"),
    )
)
WITNESSES = 2  # engines that decide, after which no other is asked

if __name__ == "__main__":
    for module in IN_TURN:
        print(module.TURN, module.NAME, module.ENGINE, sep="\t")
    for rewriting in OTHERWISE:
        print(rewriting.turn, rewriting.theorem.name, rewriting.theorem.source, sep="\t")
