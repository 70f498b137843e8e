"""Tests of each decider alone: seen proving, refuting and giving up, for the reason that it says."""

from __future__ import annotations

from types import ModuleType
from typing import Any as Value

import pytest
import sympy
from hypothesis import assume
from hypothesis import strategies as st

from probatum.counterexample import Run
from probatum.decide.deciding import settle
from probatum.decide.numbers import (
    arithmetic,
    contact,
    continuity,
    crossing,
    curves,
    distant,
    incongruence,
    integer_induction,
    interval,
    joined,
    measurement,
    nullity,
    opposite,
    orbits,
    residues,
    symbolic,
    witnesses,
)
from probatum.decide.registry import DECIDERS
from probatum.decide.shared.attempt import attempt
from probatum.decision import Decision, Outcome, Reason
from probatum.engines.polynomials import polynomial
from probatum.engines.solvers import smt
from probatum.engines.trying import search
from probatum.proposition.kinds import All, AlmostAll, Any, Equal, Exists, ForAll, Iff, Multiset, Orbit, Rounded
from probatum.proposition.numbers.exact import Printed
from probatum.proposition.relation import Eq, Ge, Gt, Le, Lt, Ne
from probatum.proposition.subjects.coercion import after, integers, reals
from probatum.proposition.subjects.property import Property
from tests.each import each
from tests.experiments import measured, single

x, y, a, b = reals("x y a b")
n, m = integers("n m")
R, sqrt, exp, And = sympy.Rational, sympy.sqrt, sympy.exp, sympy.And
PROVED, ENCLOSED, SUPPORTED, REFUTED, UNDECIDED, VACUOUS = (
    Outcome.PROVED,
    Outcome.ENCLOSED,
    Outcome.SUPPORTED,
    Outcome.REFUTED,
    Outcome.UNDECIDED,
    Outcome.VACUOUS,
)
POSITIVE = (PROVED, ENCLOSED, SUPPORTED)
unit = sympy.And(Ge(x, 0), Le(x, 1))


def never(k: int) -> bool:
    """A predicate that admits nothing."""
    assume(False)
    return True


def continuous(f: Value, at: Value, value: Value) -> ForAll:
    """For every distance of values a distance of places."""
    near = ForAll(x, given=Lt(sympy.Abs(x - at), b), then=Lt(sympy.Abs(f(x) - value), y))
    return ForAll(y, given=Gt(y, 0), then=Exists(b, given=Gt(b, 0), then=near))


def uniformly(within: Value) -> ForAll:
    """Squares differ little where places do, the same distance everywhere."""
    near = ForAll((x, y), given=And(Lt(sympy.Abs(x - y), b), within), then=Lt(sympy.Abs(x**2 - y**2), a))
    return ForAll(a, given=Gt(a, 0), then=Exists(b, given=Gt(b, 0), then=near))


SIGNS = (ForAll(x, then=Ge(a * x**2, 0)), ForAll(x, then=Le(a * x**2, 0)))
Row = tuple[ModuleType, str, Value, Outcome, str]
ROWS: list[Row] = [
    (polynomial, "multiplied out", Equal((a + b) ** 2, a**2 + 2 * a * b + b**2), PROVED, Reason.MULTIPLIED_OUT),
    (polynomial, "different numbers", Equal((1, sympy.Rational(1, 2)), (1, sympy.Rational(1, 3))), REFUTED, Reason.DIFFERENT),
    (polynomial, "apart by a number", ForAll(x, then=Equal((x + 1) ** 2, x**2 + 2 * x)), REFUTED, Reason.DIFFERENT),
    (polynomial, "roots of numbers", Equal(sqrt(3 + 2 * sqrt(2)), 1 + sqrt(2)), UNDECIDED, Reason.RESIDUE),
    (polynomial, "different for some", ForAll(x, then=Equal(x**2, x)), UNDECIDED, Reason.RESIDUE),
    (polynomial, "a limit", Equal(sympy.Limit(1 / x, x, sympy.oo), 0), UNDECIDED, Reason.SCOPE),
    (symbolic, "an identity", Equal((a + b) ** 2, a**2 + 2 * a * b + b**2), PROVED, Reason.IDENTITY),
    (symbolic, "roots", Equal(sqrt(3 + 2 * sqrt(2)), 1 + sqrt(2)), PROVED, Reason.IDENTITY),
    (symbolic, "different numbers", Equal(sqrt(2) + sqrt(3), sqrt(10)), REFUTED, Reason.DIFFERENT),
    (symbolic, "different expressions", ForAll(x, then=Equal(x**2, x)), REFUTED, Reason.DIFFERENT),
    (symbolic, "under hypotheses", ForAll(x, given=Gt(x, 0), then=Equal(sqrt(x**2), x)), PROVED, Reason.IDENTITY),
    (symbolic, "a residue", ForAll(x, given=Gt(x, 1), then=Equal(x**2, x)), UNDECIDED, Reason.RESIDUE),
    (symbolic, "an unknown function", Equal(sympy.airyai(1), R(23, 170)), UNDECIDED, Reason.RESIDUE),
    (symbolic, "matrices", Equal(sympy.Matrix([[1, 2], [2, 1]]) ** 2, sympy.Matrix([[5, 4], [4, 5]])), PROVED, Reason.IDENTITY),
    (symbolic, "a wrong entry", Equal(sympy.Matrix([[1, 2]]), sympy.Matrix([[1, 3]])), REFUTED, Reason.DIFFERENT),
    (symbolic, "wrong shapes", Equal(sympy.Matrix([[1, 2]]), sympy.Matrix([[1], [2]])), REFUTED, Reason.DIFFERENT),
    (symbolic, "multisets", Equal(Multiset((2, 50)), (50, 2)), PROVED, Reason.IDENTITY),
    (symbolic, "multiplicity counts", Equal(Multiset((2, 2, 50)), (2, 50, 50)), REFUTED, Reason.DIFFERENT),
    (symbolic, "sets forget multiplicity", Equal(sympy.FiniteSet(2, 50), (2, 2, 50)), PROVED, Reason.IDENTITY),
    (symbolic, "sets differ", Equal(sympy.FiniteSet(2, 50), (2, 51)), REFUTED, Reason.DIFFERENT),
    (symbolic, "order counts", Equal((2, 50), (50, 2)), REFUTED, Reason.DIFFERENT),
    (symbolic, "a limit", Equal(sympy.Limit(sympy.sin(x) / x, x, 0), 1), PROVED, Reason.IDENTITY),
    (symbolic, "a limit that is not", Equal(sympy.Limit(sympy.sin(x) / x, x, 0), 0), REFUTED, Reason.DIFFERENT),
    (symbolic, "a limit that does not exist", Equal(sympy.Limit(sympy.sin(1 / x), x, 0), 0), REFUTED, Reason.DIFFERENT),
    (symbolic, "a sign", ForAll((a, b), given=(Gt(a, 0), Gt(b, a)), then=Gt(b**2 - a * b, 0)), PROVED, Reason.SIGNS),
    (symbolic, "closed and false", ForAll((), then=Lt(R(3, 10), R(1, 10) + R(2, 10))), REFUTED, Reason.DIFFERENT),
    (symbolic, "closed and true", ForAll((), then=Eq(R(3, 10), R(1, 10) + R(2, 10))), PROVED, Reason.SIGNS),
    (symbolic, "no sign", ForAll(x, then=Gt(x**2 - x + 1, 0)), UNDECIDED, Reason.NO_SIGN),
    (symbolic, "almost all", AlmostAll((a, b), then=Ne(a**2 - b, 0)), PROVED, Reason.NULL_SET),
    (symbolic, "nowhere", AlmostAll(a, then=Ne((a + 1) ** 2 - a**2 - 2 * a, 1)), REFUTED, Reason.EVERYWHERE),
    (symbolic, "no polynomial", AlmostAll(a, then=Ne(sympy.sin(a), 0)), UNDECIDED, Reason.SCOPE),
    (smt, "a square", ForAll(x, then=Gt(x**2 - x + 1, 0)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "a counterexample", ForAll(x, given=Gt(x, 0), then=Gt(x**2, x)), REFUTED, Reason.COUNTEREXAMPLE),
    (smt, "a root as counterexample", ForAll(x, then=Ne(x**2, 2)), REFUTED, Reason.COUNTEREXAMPLE),
    (smt, "division", ForAll(x, given=Gt(x, 1), then=Lt(1 / x, 1)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "absolute values", ForAll((a, b), then=Le(sympy.Abs(a + b), sympy.Abs(a) + sympy.Abs(b))), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "extremes", ForAll((a, b), then=Eq(sympy.Max(a, b) + sympy.Min(a, b), a + b)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "branches", ForAll(x, then=Ge(sympy.Piecewise((x, Gt(x, 0)), (-x, True)), 0)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "roots", ForAll(x, given=Gt(x, 1), then=Lt(sqrt(x), x)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "exponentials", ForAll(x, then=sympy.And(Lt(sympy.tanh(x), 1), Gt(sympy.tanh(x), -1))), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "integers", ForAll(n, then=Ne(2 * n, 1)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "a witness", Exists((a, b), given=Gt(a, 1), then=Eq(a * b, 1)), PROVED, Reason.WITNESS),
    (smt, "none exists", Exists(x, then=Lt(x**2 + 1, 0)), REFUTED, Reason.NONE_EXISTS),
    (smt, "nested", ForAll(a, given=Gt(a, 0), then=Exists(y, then=Eq(y**2, a))), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "nested and false", ForAll(a, then=Exists(y, then=Eq(y**2, a))), REFUTED, Reason.COUNTEREXAMPLE),
    (smt, "exists for all", Exists(a, then=ForAll(y, then=Ge(y**2, a))), PROVED, Reason.WITNESS),
    (smt, "almost all", AlmostAll(x, then=Ge(x**2, 0)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "an open set", AlmostAll(x, then=Gt(x, 0)), REFUTED, Reason.OPEN_SET),
    (smt, "a null set", AlmostAll(x, then=Gt(x**2, 0)), PROVED, Reason.NO_OPEN_SET),
    (smt, "a rounding", Rounded(sqrt(2), Printed("1.414")), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "a wrong rounding", Rounded(sqrt(2), Printed("1.415")), REFUTED, Reason.COUNTEREXAMPLE),
    (smt, "analysis", ForAll(x, given=unit, then=Lt(exp(x), 3)), UNDECIDED, Reason.NOT_PUT_BACK),
    (smt, "trigonometry", ForAll(x, then=Le(sympy.sin(x), 1)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "inverse trigonometry", ForAll(x, then=Lt(sympy.atan(x), 2)), PROVED, Reason.NO_COUNTEREXAMPLE),
    (smt, "inverse trigonometry of no order", ForAll(x, then=Lt(sympy.acot(x), 2)), UNDECIDED, Reason.SCOPE),
    (smt, "shapes", Equal(sympy.Matrix([[1, 2]]), sympy.Matrix([[1], [2]])), UNDECIDED, Reason.SCOPE),
    (interval, "digits", Rounded(sympy.pi, Printed("3.14159")), ENCLOSED, Reason.ENCLOSURE),
    (interval, "wrong digits", Rounded(sympy.pi, Printed("3.14158")), REFUTED, Reason.ENCLOSURE),
    (interval, "exactly half a unit", Rounded(R(1, 8), Printed("0.12")), UNDECIDED, Reason.TOUCHING),
    (interval, "apart", Equal(sympy.pi, R(355, 113)), REFUTED, Reason.ENCLOSURE),
    (
        interval,
        "equal algebraic numbers",
        Equal(sqrt(2) * sqrt(3), sqrt(6) + sympy.sin(sympy.pi / 7) - sympy.cos(5 * sympy.pi / 14)),
        PROVED,
        Reason.SEPARATION,
    ),
    (interval, "equal values touch", Equal(sympy.sin(1) ** 2 + sympy.cos(1) ** 2, 1), UNDECIDED, Reason.TOUCHING),
    (interval, "closed", ForAll((), then=Lt(exp(sympy.pi), 24)), ENCLOSED, Reason.ENCLOSURE),
    (interval, "closed and false", ForAll((), then=Lt(exp(sympy.pi), 23)), REFUTED, Reason.ENCLOSURE),
    (interval, "boxes", ForAll(x, given=unit, then=Lt(exp(x), 3)), ENCLOSED, Reason.BOXES),
    (interval, "a broken box", ForAll(x, given=unit, then=Lt(exp(x), 2)), REFUTED, Reason.COUNTEREXAMPLE),
    (interval, "a bound that touches", ForAll(x, given=unit, then=Le(sympy.sin(x), x)), UNDECIDED, ""),
    (interval, "no bounds", ForAll(x, then=Lt(sympy.sin(x), 2)), UNDECIDED, Reason.UNBOUNDED),
    (interval, "expressions", Equal(x, x), UNDECIDED, Reason.SCOPE),
    (orbits, "shrinks", Orbit(x, 1, x / 2, then=Gt(x, 0)), PROVED, Reason.INDUCTION),
    (orbits, "alternates", Orbit(x, 1, -x / 2, then=Lt(after(x) * x, 0)), PROVED, Reason.INDUCTION),
    (
        orbits,
        "with an invariant",
        Orbit((x, y), (1, 1), (x / 2, y / 3), then=Le(y, x), invariant=(Gt(y, 0) & Le(y, x))),
        PROVED,
        Reason.INDUCTION,
    ),
    (orbits, "with parameters", ForAll(a, given=(Gt(a, 0), Lt(a, 1)), then=Orbit(x, a, a * x, then=Gt(x, 0))), PROVED, Reason.INDUCTION),
    (orbits, "breaks late", Orbit(x, 1, x + 1, then=Lt(x, 40)), REFUTED, Reason.RUN),
    (orbits, "breaks for a parameter", ForAll(a, given=Gt(a, 0), then=Orbit(x, 1, a * x, then=Le(after(x), x))), REFUTED, Reason.RUN),
    (orbits, "breaks after running stops", Orbit(x, 1, x + 1, then=Lt(x, 10**5)), UNDECIDED, Reason.NOT_INDUCTIVE),
    (orbits, "without an invariant", Orbit(x, R(1, 2), x**2, then=Lt(x, R(3, 4))), UNDECIDED, Reason.NOT_INDUCTIVE),
    (
        orbits,
        "with the right one",
        Orbit(x, R(1, 2), x**2, then=Lt(x, R(3, 4)), invariant=(Gt(x, 0) & Lt(x, R(3, 4)))),
        PROVED,
        Reason.INDUCTION,
    ),
    (orbits, "with a wrong one", Orbit(x, R(1, 2), x**2, then=Lt(x, R(3, 4)), invariant=Gt(x, 0)), UNDECIDED, Reason.NOT_INDUCTIVE),
    (search, "all cases", ForAll(n, given=(Ge(n, 0), Le(n, 40)), then=Ne(n**2, 40)), PROVED, Reason.EXHAUSTED),
    (search, "one case", ForAll(n, given=(Ge(n, 0), Le(n, 40)), then=Ne(n**2, 36)), REFUTED, Reason.COUNTEREXAMPLE),
    (search, "named cases", ForAll(x, given=sympy.Or(Eq(x, 1), Eq(x, R(1, 2))), then=Le(x, 1)), PROVED, Reason.EXHAUSTED),
    (search, "no case", ForAll(n, given=(Gt(n, 0), Lt(n, 1)), then=Lt(n, 0)), VACUOUS, Reason.EXHAUSTED),
    (search, "no case exists", Exists(n, given=(Ge(n, 0), Le(n, 9)), then=Eq(n**2, 7)), REFUTED, Reason.EXHAUSTED),
    (search, "samples", ForAll(x, given=Gt(x, 0), then=Lt(sympy.sin(x), x)), SUPPORTED, Reason.SAMPLED),
    (search, "a sample breaks it", ForAll((x, y), given=Gt(y, 0), then=Lt(sympy.sin(x), y)), REFUTED, Reason.COUNTEREXAMPLE),
    (search, "a witness", Exists(x, then=Lt(exp(x), R(1, 100))), PROVED, Reason.WITNESS),
    (search, "no witness", Exists(x, then=Eq(exp(x), -7 + sympy.sin(x))), UNDECIDED, Reason.NOT_FOUND),
    (arithmetic, "no fraction", ForAll((n, m), given=Gt(m, 0), then=Ne(n / m, sqrt(2))), PROVED, Reason.SAID_OTHERWISE),
    (arithmetic, "zero alone", ForAll(n, then=Lt(sympy.cos(n), 1)), REFUTED, Reason.COUNTEREXAMPLE),
    (arithmetic, "a curve", ForAll((n, m), then=Ne(sympy.pi * n**2, sympy.pi * (m**3 + 7))), UNDECIDED, Reason.NOT_SAID_OTHERWISE),
    (contact, "where the sides meet", Exists(x, then=Eq(exp(x), 7)), PROVED, Reason.WITNESS),
    (contact, "a multiple of pi that no list has", ForAll(x, given=unit, then=Ne(sympy.cos(5 * x), -1)), REFUTED, Reason.COUNTEREXAMPLE),
    (contact, "sides that touch", ForAll(x, given=Gt(x, 0), then=Gt((sympy.cosh(x) - 3) ** 2, 0)), REFUTED, Reason.COUNTEREXAMPLE),
    (contact, "a surd", ForAll(x, then=Ne(sympy.atan(x), sympy.pi / 12)), REFUTED, Reason.COUNTEREXAMPLE),
    (contact, "a meeting without a name", ForAll(x, then=Ne(sympy.cos(x), x)), REFUTED, Reason.BETWEEN),
    (contact, "one exists without a name", Exists(x, then=Eq(sympy.cos(x), x)), PROVED, Reason.BETWEEN),
    (contact, "sides that touch nobody knows where", ForAll(x, then=Gt((sympy.cos(x) - x) ** 2, 0)), UNDECIDED, Reason.NOT_CONFIRMED),
    (contact, "sides that meet where nothing is said", ForAll(x, given=Gt(x, 5), then=Ne(exp(x), 7)), UNDECIDED, Reason.NO_CONTACT),
    (contact, "and where none is wanted", Exists(x, given=Gt(x, 5), then=Eq(exp(x), 7)), UNDECIDED, Reason.NO_CONTACT),
    (contact, "a meeting where more is said", ForAll(x, then=sympy.Or(Ne(sympy.cos(x), x), Gt(x, 0))), UNDECIDED, Reason.NOT_CONFIRMED),
    (
        contact,
        "a meeting where more is wanted",
        Exists(x, then=sympy.And(Eq(sympy.cos(x), x), Lt(exp(x), 1))),
        UNDECIDED,
        Reason.NOT_CONFIRMED,
    ),
    (
        contact,
        "sides that touch where more is said",
        ForAll(x, given=Gt(x, 0), then=sympy.Or(Gt((sympy.cosh(x) - 3) ** 2, 0), Gt(x, 1))),
        UNDECIDED,
        Reason.NO_CONTACT,
    ),
    (
        contact,
        "a counterexample of which a part has none",
        ForAll(x, given=Gt(x, 0), then=sympy.Or(Ne(exp(x), 7), Gt(sympy.log(-x), 5))),
        UNDECIDED,
        Reason.NOT_CONFIRMED,
    ),
    (contact, "a point without a value", Exists(x, then=Eq(x / (exp(x) - 1), 1)), UNDECIDED, Reason.NO_CONTACT),
    (contact, "what is supposed", ForAll(x, given=Eq(sympy.sin(x), R(1, 7)), then=Lt(x**2, -1)), REFUTED, Reason.COUNTEREXAMPLE),
    (distant, "a square by Pell's equation", Exists((n, m), given=Gt(m, 0), then=Eq(n**2, 61 * m**2 + 1)), PROVED, Reason.WITNESS),
    (distant, "nearly a half turn", ForAll(n, then=Gt(sympy.cos(n), -1 + R(1, 10**14))), REFUTED, Reason.COUNTEREXAMPLE),
    (distant, "no integer is a half turn", ForAll(n, then=Gt(sympy.cos(n), -1)), UNDECIDED, Reason.NOT_FOUND),
    (nullity, "no angle but a few", ForAll(a, then=AlmostAll(x, then=Ne(sympy.sin(x), a))), PROVED, Reason.NULL_ZEROS),
    (nullity, "open intervals", AlmostAll(x, then=Ne(sympy.floor(x), 3)), REFUTED, Reason.OPEN_SET),
    (nullity, "everywhere at one of them", ForAll(a, then=AlmostAll(x, then=Ne(sympy.sin(a * x), 0))), REFUTED, Reason.EVERYWHERE),
    (nullity, "a function of no theorem", AlmostAll(x, then=Ne(sympy.gamma(x**2 + 1), 7)), UNDECIDED, Reason.NO_NULL_SET),
    (
        opposite,
        "a bound that is not reached",
        Exists(x, given=unit, then=Gt(sympy.sin(x) * exp(-x), R(322398, 10**6))),
        REFUTED,
        Reason.OPPOSITE,
    ),
    (opposite, "a bound that is passed", Exists(x, given=unit, then=Gt(x * sympy.cos(x), R(561096, 10**6))), PROVED, Reason.WITNESS),
    (opposite, "undefined somewhere", Exists(x, given=unit, then=Gt(sympy.log(x), sympy.cos(x))), UNDECIDED, Reason.NO_OPPOSITE),
    (contact, "sides that meet where it is true", Exists(x, then=Eq(exp(x), -7 + sympy.sin(x))), UNDECIDED, Reason.NO_CONTACT),
    (joined, "one sign or the other", ForAll(a, then=Any(SIGNS[0], SIGNS[1])), PROVED, Reason.IN_FRONT),
    (
        joined,
        "one side or the other",
        ForAll(a, then=Any(ForAll(x, then=Ge(a * x, 0)), ForAll(x, then=Le(a * x, 0)))),
        REFUTED,
        Reason.A_PART,
    ),
    (joined, "deep inside", ForAll(a, then=Any(Iff(SIGNS[0], Orbit(x, 1, x + a, then=Gt(x, 0))), Gt(a, 3))), UNDECIDED, Reason.SCOPE),
    (witnesses, "continuous at a point", continuous(lambda x: x**2, 1, 1), PROVED, Reason.FUNCTIONS),
    (witnesses, "not to another value", continuous(lambda x: x**2, 1, 2), REFUTED, Reason.OPPOSITE_FUNCTIONS),
    (witnesses, "continuous everywhere", ForAll(a, then=continuous(lambda x: 3 * x + 1, a, 3 * a + 1)), PROVED, Reason.FUNCTIONS),
    (continuity, "continuous everywhere", ForAll(a, then=continuous(exp, a, exp(a))), PROVED, Reason.LIMIT_THERE),
    (continuity, "not to another value", continuous(lambda x: x**2, 1, 2), REFUTED, Reason.OTHER_LIMIT),
    (continuity, "no value there", continuous(sympy.log, 0, 0), UNDECIDED, Reason.NO_LIMIT_THERE),
    (witnesses, "uniformly", uniformly(sympy.true), REFUTED, Reason.OPPOSITE_FUNCTIONS),
    (witnesses, "uniformly on an interval", uniformly(And(Ge(x, 0), Le(x, 1), Ge(y, 0), Le(y, 1))), PROVED, Reason.FUNCTIONS),
    (
        witnesses,
        "an integer beyond",
        ForAll(a, given=Gt(a, 0), then=Exists(n, given=Ge(n, 1), then=Lt(1 / n, a))),
        PROVED,
        Reason.FUNCTIONS,
    ),
    (witnesses, "half of an even product", ForAll(n, then=Exists(m, then=Eq(n * (n + 1), 2 * m))), PROVED, Reason.FUNCTIONS),
    (
        witnesses,
        "no root for all",
        ForAll(a, then=Exists(x, then=ForAll(y, given=Ge(y, x), then=Gt(a * y, -1)))),
        UNDECIDED,
        Reason.NO_FUNCTION,
    ),
    (crossing, "no formula is needed", ForAll(a, then=Exists(x, then=Eq(x + exp(x), a))), PROVED, Reason.BETWEEN),
    (crossing, "none is left out", Exists(a, then=ForAll(x, then=Ne(x + exp(x), a))), REFUTED, Reason.OPPOSITE),
    (crossing, "not all numbers are reached", ForAll(a, then=Exists(x, then=Eq(x * exp(x), a))), UNDECIDED, Reason.NO_FUNCTION),
    (witnesses, "no formula", ForAll(a, then=Exists(x, then=Eq(x**5 + x, a))), UNDECIDED, Reason.NO_FUNCTION),
    (incongruence, "squares", ForAll((n, m), then=Ne(n**2 - 2 * m**2, 5)), PROVED, Reason.INCONGRUENT),
    (incongruence, "no such squares", Exists((n, m), then=Eq(n**2 + m**2, 4 * n + 3)), REFUTED, Reason.INCONGRUENT),
    (incongruence, "squares and cubes", ForAll((n, m), then=Ne(n**2, m**3 + 7)), UNDECIDED, Reason.NO_MODULUS),
    (residues, "signs", ForAll(n, then=Ge((-1) ** (n * (n + 1) / 2), -1)), PROVED, Reason.REMAINDERS),
    (residues, "remainders", ForAll(n, then=Eq(sympy.Mod(n**5 - n, 30), 0)), PROVED, Reason.REMAINDERS),
    (residues, "of odd ones", ForAll(n, given=Eq(sympy.Mod(n, 2), 1), then=Eq(sympy.Mod(n**2, 8), 1)), PROVED, Reason.REMAINDERS),
    (
        residues,
        "of odd ones, wrong",
        ForAll(n, given=Eq(sympy.Mod(n, 2), 1), then=Eq(sympy.Mod(n**2, 16), 1)),
        REFUTED,
        Reason.COUNTEREXAMPLE,
    ),
    (
        residues,
        "one of two remainders",
        ForAll(n, given=sympy.And(sympy.Or(Eq(sympy.Mod(n, 6), 1), Eq(sympy.Mod(n, 6), 5)), n >= 4), then=Eq(sympy.Mod(n**2, 24), 1)),
        PROVED,
        Reason.REMAINDERS,
    ),
    (
        residues,
        "squares",
        ForAll((n, m), given=Eq(sympy.Mod(n**2 + m**2, 3), 0), then=Eq(sympy.Mod(n * m, 9), 0)),
        PROVED,
        Reason.REMAINDERS,
    ),
    (
        residues,
        "squares, wrong",
        ForAll((n, m), given=Eq(sympy.Mod(n**2 + m**2, 5), 0), then=Eq(sympy.Mod(n * m, 5), 0)),
        REFUTED,
        Reason.COUNTEREXAMPLE,
    ),
    (residues, "two variables", ForAll((n, m), then=Eq(sympy.Mod(n * m * (n + m), 2), 0)), PROVED, Reason.REMAINDERS),
    (residues, "a floor", ForAll(n, then=Eq(sympy.floor(n * (n + 1) / 2), n * (n + 1) / 2)), PROVED, Reason.REMAINDERS),
    (
        residues,
        "half turns",
        ForAll(n, then=Eq(sympy.cos(sympy.pi * n * (n + 1) / 2), (-1) ** (n * (n + 1) / 2))),
        PROVED,
        Reason.REMAINDERS,
    ),
    (residues, "a wrong remainder", ForAll(n, then=Eq(sympy.Mod(n * (n + 1) * (n + 3), 6), 0)), REFUTED, Reason.COUNTEREXAMPLE),
    (residues, "not admitted", ForAll(n, given=Gt(sympy.sin(n), 2), then=Eq(sympy.Mod(n, 2), 0)), UNDECIDED, Reason.A_REMAINDER),
    (residues, "the size matters", ForAll(n, then=Ge(sympy.Mod(n, 2), n - n**2)), UNDECIDED, Reason.SCOPE),
    (residues, "a long period", ForAll(n, then=Lt(sympy.Mod(n, 10007), 10007)), UNDECIDED, Reason.SCOPE),
    (search, "no admitted sample", ForAll(x, given=Gt(x**2, 10**13), then=Gt(x**2, 0)), UNDECIDED, Reason.NO_CASE),
    (search, "a function without NumPy", ForAll(x, given=Gt(x, 0), then=Gt(sympy.zeta(x + 2), 1)), UNDECIDED, Reason.SCOPE),
    (search, "code", Property({"k": st.integers()}, lambda k: k * k >= 0, "squares"), SUPPORTED, Reason.SAMPLED),
    (search, "code that is wrong", Property({"k": st.integers()}, lambda k: k < 7, "small"), REFUTED, Reason.COUNTEREXAMPLE),
    (
        search,
        "nothing generated",
        Property({"k": st.integers().filter(lambda k: False)}, lambda k: True, "nothing"),
        UNDECIDED,
        Reason.NONE_MET,
    ),
    (search, "nothing assumed", Property({"k": st.integers()}, never, "nothing"), UNDECIDED, Reason.NONE_MET),
    (search, "nothing of all", Property({"k": st.integers(0, 40)}, never, "nothing"), VACUOUS, Reason.NO_CASE),
    (search, "no value", Property({"k": st.nothing()}, lambda k: True, "nothing"), VACUOUS, Reason.NO_CASE),
    (curves, "from an end", ForAll(x, given=Ge(x, 0), then=Le(sympy.sin(x), x)), ENCLOSED, Reason.SLOPES),
    (curves, "touching inside", ForAll(x, then=Le(x * exp(-x), exp(-1))), ENCLOSED, Reason.SLOPES),
    (curves, "below the top", ForAll(x, then=Le(x * exp(-x), R(9, 25))), REFUTED, Reason.COUNTEREXAMPLE),
    (curves, "not seen", ForAll(x, given=Gt(x, 0), then=Gt(sympy.gamma(x), R(4, 5))), UNDECIDED, Reason.NO_SLOPE),
    (curves, "along one of two", ForAll((x, y), then=Ge(exp(x), exp(y) * (1 + x - y))), ENCLOSED, Reason.SLOPES),
    (residues, "powers repeat", ForAll(n, given=Ge(n, 1), then=Eq(sympy.Mod(10**n, 9), 1)), PROVED, Reason.REMAINDERS),
    (residues, "one residue", ForAll(n, given=Ge(n, 0), then=Eq(sympy.Mod(2**n, 3), 1)), REFUTED, Reason.COUNTEREXAMPLE),
    (
        residues,
        "an exponent that is no multiple",
        ForAll(n, given=Ge(n, 0), then=Eq(sympy.Mod(2 ** (n**2), 3), 1)),
        UNDECIDED,
        Reason.SCOPE,
    ),
    (integer_induction, "induction", ForAll(n, given=Ge(n, 4), then=Gt(sympy.factorial(n), 2**n)), ENCLOSED, "induction over n"),
    (
        integer_induction,
        "signs of powers",
        ForAll((x, n), given=(Gt(x, 1), Ge(n, 0)), then=Gt(x ** (n + 1), x**n)),
        PROVED,
        "sequences taken",
    ),
    (integer_induction, "a false start", ForAll(n, given=Ge(n, 2), then=Gt(sympy.factorial(n), 2**n)), REFUTED, Reason.COUNTEREXAMPLE),
    (integer_induction, "false far out", ForAll(n, given=Ge(n, 1), then=Lt(n**6, 7**n + 300)), REFUTED, Reason.COUNTEREXAMPLE),
    (
        integer_induction,
        "no step",
        ForAll(n, given=Ge(n, 1), then=Le(sympy.factorial(n), (2 * n + 1) ** n)),
        UNDECIDED,
        "no step from one n to the next",
    ),
    (measurement, "a large effect", measured(), SUPPORTED, Reason.MEASURED),
    (measurement, "an effect too small", measured(treatment="small"), REFUTED, Reason.MEASURED_NOT),
    (measurement, "an effect at the threshold", measured(threshold=3), UNDECIDED, Reason.STRADDLING),
    (measurement, "a list of cases", single(data=("a", "ab"), threshold=5), SUPPORTED, Reason.MEASURED),
    (measurement, "one case of the list", single(data=("a", "ab"), threshold=6), REFUTED, Reason.MEASURED_NOT),
]


def ask(statement: Value) -> Value:
    """What induction asks for its parts."""
    return settle(statement)


def found(decider: ModuleType, statement: Value) -> Decision:
    """The decision of one decider alone."""
    assert decider.takes(statement)
    return attempt(decider, statement, ask)[0]


@pytest.mark.parametrize(
    ("decider", "statement", "outcome", "reason"), [(row[0], *row[2:]) for row in ROWS], ids=[f"{row[0].NAME}: {row[1]}" for row in ROWS]
)
def test_a_decider_finds(decider: ModuleType, statement: Value, outcome: Outcome, reason: str) -> None:
    decision = found(decider, statement)
    assert (decision.decider, decision.outcome) == (decider.NAME, outcome), decision
    assert decision.reason.startswith(reason)


@pytest.mark.parametrize("decider", DECIDERS, ids=lambda decider: str(decider.NAME))
def test_each_decider_is_seen_proving_refuting_and_giving_up(decider: ModuleType) -> None:
    outcomes = {row[3] for row in ROWS if row[0] is decider}
    missing = [
        name for name, wanted in (("prove", POSITIVE), ("refute", (REFUTED,)), ("give up", (UNDECIDED,))) if not outcomes & set(wanted)
    ]
    assert not missing, f"no row of ROWS sees {decider.NAME} {' and '.join(missing)}"


@pytest.mark.parametrize("decider", DECIDERS, ids=lambda decider: str(decider.NAME))
def test_a_decider_takes_no_more_than_it_says(decider: ModuleType) -> None:
    kinds = [Equal(1, 1), Rounded(1, Printed("1")), ForAll(x, then=Gt(x, 0)), Exists(x, then=Gt(x, 0)), AlmostAll(x, then=Gt(x, 0))]
    kinds += [
        ForAll(n, given=Ge(n, 0), then=Gt(2**n, n)),
        ForAll(n, given=Ge(n, 1), then=Ne(sympy.sin(n), 0)),
        ForAll(n, given=Ge(n, 0), then=Eq(sympy.Mod(2**n, 3), 1)),
        ForAll(n, then=Eq(sympy.Mod(n, 2), 0)),
        ForAll((n, m), then=Ne(n**2, m**3 + 7)),
        ForAll(a, then=Exists(y, then=Gt(y, a))),
        ForAll(a, then=Exists(y, then=Eq(y, a))),
        continuous(lambda x: x, 0, 0),
        Orbit(x, 1, x, then=Gt(x, 0)),
        All(Equal(1, 1)),
        Iff(Equal(1, 1), Exists(x, then=Gt(x, 0))),
        Property({"k": st.none()}, lambda k: True, "says"),
        single(),
    ]
    for statement in each([kind for kind in kinds if decider.takes(kind)]):
        assert isinstance(found(decider, statement), Decision)
    assert any(map(decider.takes, kinds))
    assert not decider.takes(All(Equal(1, 1)))


def breaks_somewhere(row: Row) -> bool:
    """Whether a row is of a refutation at a point: not of all that there is, and not of printed digits."""
    return (
        row[3] is REFUTED
        and row[4] not in (Reason.NONE_EXISTS, Reason.EXHAUSTED, Reason.EVERYWHERE, Reason.OPPOSITE, Reason.INCONGRUENT)
        and not isinstance(row[2], Rounded)
    )


@pytest.mark.parametrize("row", each(row for row in ROWS if breaks_somewhere(row)), ids=lambda row: f"{row[0].NAME}: {row[1]}")
def test_a_refutation_shows_what_breaks(row: Row) -> None:
    decision = found(row[0], row[2])
    assert decision.counterexample is not None
    assert decision.counterexample.values


@pytest.mark.parametrize(
    ("statement", "values"),
    [
        (ForAll(x, given=Gt(x, 0), then=Gt(x**2, x)), (("x", 1),)),
        (ForAll(x, then=Ne(x**2, 2)), (("x", -sqrt(2)),)),
        (ForAll((n, m), given=Gt(n, m), then=Gt(n, m + 1)), (("n", 0), ("m", -1))),
        (ForAll(a, then=Exists(y, then=Eq(y**2, a))), (("a", -1),)),
    ],
    ids=str,
)
def test_the_solver_shows_simple_exact_counterexamples(statement: Value, values: Value) -> None:
    counterexample = found(smt, statement).counterexample
    assert counterexample is not None
    assert counterexample.values == values


def test_the_solver_names_idle_hypotheses() -> None:
    needed, idle = Gt(x, 1), Lt(y, 7)
    assert smt.idle_hypotheses(ForAll((x, y), given=(needed, idle), then=Gt(x**2, x))) == (idle,)
    assert smt.idle_hypotheses(ForAll(x, given=needed, then=Gt(x**2, x))) == ()


def test_the_solver_stops_by_counted_work() -> None:
    decision = smt.decide(ForAll((x, y, a, b), then=Ge((x * y - a * b) ** 4 + (x - b) ** 2, 0)), budget=10)
    assert (decision.outcome, decision.reason) == (UNDECIDED, Reason.BUDGET)


def test_bisection_stops_by_counted_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(interval, "MOST_BOXES", 5)
    decision = found(interval, ForAll(x, given=unit, then=Lt(x * (1 - x), R(26, 100))))
    assert (decision.outcome, decision.reason, decision.tried) == (UNDECIDED, Reason.BUDGET, 5)


def test_search_counts_what_it_tried_and_admitted() -> None:
    decision = found(search, ForAll(n, given=(Ge(n, 1), Le(n, 10), Ne(n, 5)), then=Ge(n, 1)))
    assert (decision.tried, decision.admitted) == (10, 9)
    sampled = found(search, ForAll(x, given=Gt(x, 0), then=Lt(sympy.sin(x), x)))
    assert sampled.tried is not None
    assert sampled.admitted is not None
    assert 0 < sampled.admitted < sampled.tried
    generated = found(search, Property({"k": st.integers()}, lambda k: True, "all", examples=50))
    assert (generated.tried, generated.admitted) == (50, 50)


def test_search_finds_the_same_on_every_run() -> None:
    for statement in each(row[2] for row in ROWS if row[0] is search):
        assert found(search, statement) == found(search, statement)


def test_generated_counterexamples_are_shrunk() -> None:
    decision = found(search, Property({"k": st.integers(), "text": st.text()}, lambda k, text: k < 7, "small"))
    assert decision.counterexample is not None
    assert dict(decision.counterexample.values) == {"k": "7", "text": ""}


def test_induction_says_who_proved_its_parts() -> None:
    decision = found(orbits, Orbit(x, 1, x / 2, then=Gt(x, 0)))
    assert decision.reason.startswith(f"{Reason.INDUCTION} (its parts by ")
    enclosed = Orbit(x, 1, exp(x) / 4, then=Lt(x, 2), invariant=sympy.And(Ge(x, 0), Le(x, 1)))
    assert found(orbits, enclosed).outcome is ENCLOSED


def test_induction_names_the_step_that_breaks() -> None:
    decision = found(orbits, Orbit(x, 1, x + 1, then=Lt(x, 40)))
    assert decision.counterexample is not None
    assert decision.counterexample == Run((("x", 40),), step=39)
