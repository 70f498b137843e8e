"""Which deciders there are, and in which order they are asked."""

from __future__ import annotations

from probatum.decide.numbers import (
    contact,
    continuity,
    curves,
    integer_induction,
    interval,
    joined,
    measurement,
    opposite,
    orbits,
    residues,
    symbolic,
    witnesses,
)
from probatum.engines import polynomial, search, smt
from probatum.engines.decider import Decider
from probatum.lowering.analysis.geometric_sums import GEOMETRIC_SUMS, by_geometric_sums
from probatum.lowering.counting.between_integrals import INTEGRALS, between_integrals
from probatum.lowering.counting.euler_constant import EULER, by_logarithms
from probatum.lowering.counting.integers_as_reals import REALS, as_reals
from probatum.lowering.counting.tails import TAILS, by_tails
from probatum.lowering.counting.telescoped import GOSPER, in_closed_form
from probatum.lowering.rewriting.circle import CIRCLE, of_points_on_circle
from probatum.lowering.rewriting.exponentiated import GROWING, exponentiated
from probatum.lowering.rewriting.logarithms import LOGARITHMS, PRODUCTS, in_logarithms, of_factors
from probatum.lowering.rewriting.power_bounds import POWERS, by_power_bounds
from probatum.lowering.rewriting.squares import SQUARES, of_squares

DECIDERS: tuple[Decider, ...] = (
    search,
    residues,
    continuity,
    polynomial,
    smt,
    joined,
    symbolic,
    interval,
    contact,
    curves,
    opposite,
    orbits,
    integer_induction,
    measurement,
    witnesses,
)  # the cheapest that may refute goes first
COSTLY = (
    contact,
    curves,
    opposite,
    integer_induction,
    witnesses,
)  # asked only where no other decides
ALGEBRA: tuple[Decider, ...] = (polynomial, smt)  # asked first about what is written otherwise
# Theorems that write a statement otherwise, tried one after the other where nothing else decides.
OTHERWISE = (
    (GOSPER, in_closed_form),
    (GEOMETRIC_SUMS, by_geometric_sums),
    (INTEGRALS, between_integrals),
    (EULER, by_logarithms),
    (TAILS, by_tails),
    (PRODUCTS, of_factors),
    (LOGARITHMS, in_logarithms),
    (GROWING, exponentiated),
    (CIRCLE, of_points_on_circle),
    (SQUARES, of_squares),
    (POWERS, by_power_bounds),
    (REALS, as_reals),
)
WITNESSES = 2  # engines that decide, after which no other is asked
