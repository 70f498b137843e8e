"""Tests of what is supposed of conditional means: of noise given what it is added to, of guesses, of signs."""

from __future__ import annotations

import pytest

from probatum import random, reals
from probatum.decision import Truth
from probatum.errors import DefinitionError
from tests.authored import truth_of

a, s = reals("a s")
U, V = random("U V", independent=False)
Q, R = random("Q R", independent=True)
NAMES = {"a": a, "s": s, "U": U, "V": V, "Q": Q, "R": R}
NOISE = "ForAll((U, V), given=Eq(E(U, given=V), 0), then="
GUESS = "ForAll((U, V), given=Eq(E(U, given=V), V), then="
STEP = (
    "ForAll((U, V, s, a), given=And(Eq(E(U, given=V), 0), E(U**2, given=V) <= s**2),"
    " then=E((V - a*(V + U))**2) <= (1 - a)**2*E(V**2) + a**2*s**2)"
)
SAME = "ForAll((U, V), given=Eq(E(U, given=V), E(U)), then="
SPREAD = "ForAll((U, V, s), given=And(Eq(E(U, given=V), V), Eq(Var(U, given=V), s**2)), then=Eq(Var(U), Var(V) + s**2))"
TWICE = "ForAll((U, V), given=And(Eq(E(U, given=V), 0), Eq(E(U, given=V), V)), then="
TWICE_IN_TURN = "ForAll((U, V), given=And(Eq(E(U, given=V), V), Eq(0, E(U, given=V))), then="
TRUE = [
    NOISE + "Eq(Cov(U, V), 0))",
    NOISE + "Eq(E(U*V**2), 0))",
    NOISE + "Eq(E(U*exp(V)), 0))",
    NOISE + "Eq(Var(U + V), Var(U) + Var(V)))",
    GUESS + "Var(U) >= Var(V))",
    GUESS + "Eq(Cov(U, V), Var(V)))",
    "ForAll((U, V), given=And(Eq(E(U, given=V), V), Eq(E(V, given=U), U)), then=Eq(E((U - V)**2), 0))",
    "ForAll((U, V), given=E(U, given=V) > 0, then=E(U) > 0)",
    "ForAll((U, V), given=And(E(U, given=V) <= 1, V >= 0), then=E(U*V) <= E(V))",
    STEP,
    SPREAD,
    SAME + "Eq(Cov(U, V), 0))",
    SAME + "Eq(E(U*V**2), E(U)*E(V**2)))",
    SAME + "Eq(E(U*exp(V)), E(U)*E(exp(V))))",
    SAME + "Eq(Var(U), E(Var(U, given=V))))",
    "ForAll((U, V), given=And(E(U, given=V) <= 2*E(U), V >= 0), then=E(U*V) <= 2*E(U)*E(V))",
    "ForAll((U, V, a), given=Eq(E(U, given=V), a*V + E(U) - a*E(V)), then=Eq(Cov(U, V), a*Var(V)))",
    TWICE + "Eq(E(U), 0))",
    TWICE_IN_TURN + "Eq(E(U), 0))",
]
FALSE = [
    TWICE + "Eq(E(U), 1))",
    TWICE_IN_TURN + "Eq(Var(U), 0))",
    NOISE + "Eq(E(U**2*V), 0))",
    NOISE + "Eq(E(U*exp(U)), 0))",
    NOISE + "Eq(E(U*exp(V)), 1))",
    NOISE.replace("E(U, given=V)", "E(U)") + "Eq(Cov(U, V), 0))",
    GUESS + "Var(U) <= Var(V))",
    "ForAll((U, V), given=E(U, given=V) >= 0, then=E(U*V) >= 0)",
    "ForAll((U, V), given=E(U, given=V) <= 1, then=E(U*V) <= E(V))",
    STEP.replace("Eq(E(U, given=V), 0), ", ""),
    SPREAD.replace("Eq(E(U, given=V), V), ", ""),
    SAME + "Eq(E(U**2*V), E(U**2)*E(V)))",
    SAME + "Eq(E(V*exp(U)), E(V)*E(exp(U))))",
    "ForAll((U, V), given=E(U, given=V) <= 2*E(U), then=E(U*V) <= 2*E(U)*E(V))",
    "ForAll((U, V, a), given=Eq(E(U, given=V), a*V + E(U) - a*E(V)), then=Eq(Cov(U, V), a*Var(U)))",
]


@pytest.mark.parametrize("source", TRUE)
def test_what_is_supposed_given_a_variable_holds_beside_functions_of_it(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.TRUE


@pytest.mark.parametrize("source", FALSE)
def test_and_beside_no_others(source: str) -> None:
    assert truth_of(source, **NAMES) is Truth.FALSE


def test_conditional_means_that_there_are_not_are_about_nothing() -> None:
    assert truth_of("ForAll((U, V), given=E(U, given=V) > E(U), then=E(U) > 5)", **NAMES) is Truth.VACUOUS
    assert truth_of("ForAll((U, V), given=And(E(U, given=V) > 0, E(U) <= 0), then=E(U) > 0)", **NAMES) is Truth.VACUOUS


def test_of_independent_variables_none_is_given() -> None:
    with pytest.raises(DefinitionError, match=r"got E\[Q \| R\], wanted a mean given a variable of the same call"):
        truth_of("ForAll((Q, R), given=Eq(E(Q, given=R), 0), then=Eq(E(Q), 0))", **NAMES)
