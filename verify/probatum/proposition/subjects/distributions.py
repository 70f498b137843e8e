"""Distributions that random variables are declared to have: uniform, normal, exponential, binomial,
Poisson, geometric.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.subjects.domains import Built, General, a_number
from probatum.proposition.written import evaluated
from probatum.type_names import Authored, Condition, Expression

__all__ = (
    "Bernoulli",
    "Binomial",
    "Exponential",
    "Geometric",
    "Normal",
    "Poisson",
    "Uniform",
)

Printed = Callable[[Expression], tuple[str, str]]  # a constant in LaTeX and in words


class Distribution(Built):
    """A distribution with its parameters, as `random` is told of it."""

    called: ClassVar[str]
    said: ClassVar[tuple[str, ...]]  # before each parameter, in words; and after the last one
    said_in_latex: ClassVar[tuple[str, ...]] = ()  # where that differs
    wanted: ClassVar[str]  # of the parameters, in words

    @property
    def needs(self) -> tuple[Condition, ...]:
        """What is true of the parameters."""
        raise NotImplementedError

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        """Between which numbers a value lies."""
        return ()

    @property
    def parameters(self) -> tuple[Expression, ...]:
        """The parameters, as they are evaluated."""
        return tuple(map(evaluated, self.args))

    def domain(self, printed: Printed) -> tuple[str, str]:
        """What is said of one that has it, in LaTeX and in words."""
        latex, words = zip(*map(printed, self.args), strict=True)
        before = self.said_in_latex or tuple(
            rf"\text{{{each}}}" if each else "" for each in self.said
        )
        return _between(before, latex), _between(self.said, words)

    def _sympystr(self, printer: object) -> str:
        return f"{self.called}({', '.join(map(str, self.args))})"


def _between(said: tuple[str, ...], values: tuple[str, ...]) -> str:
    *pairs, last = [*zip(said, (*values, ""), strict=False)]
    return "".join(f"{before}{value}" for before, value in pairs) + last[0]


class UniformLaw(Distribution):
    """Uniform on an interval."""

    called, wanted = "Uniform", "a < b"
    said = ("uniform on [", ", ", "]")
    said_in_latex = (r"\text{uniform on } \left[", ", ", r"\right]")

    @property
    def needs(self) -> tuple[Condition, ...]:
        low, high = self.parameters
        return (sympy.Lt(low, high),)

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        low, high = self.parameters
        return sympy.Ge(value, low), sympy.Le(value, high)


class NormalLaw(Distribution):
    """Normal with a mean and a variance."""

    called, wanted = "Normal", "a variance above zero"
    said = ("normal with mean ", " and variance ", "")

    @property
    def needs(self) -> tuple[Condition, ...]:
        return (sympy.Gt(self.parameters[1], 0),)

    @property
    def deviation(self) -> Expression:
        """The standard deviation."""
        return sympy.sqrt(self.parameters[1])

    @property
    def variance(self) -> Expression:
        return self.parameters[1]


class NormalLawByDeviation(NormalLaw):
    """Normal with a mean and a standard deviation."""

    wanted = "a standard deviation above zero"
    said = ("normal with mean ", " and standard deviation ", "")

    @property
    def deviation(self) -> Expression:
        return self.parameters[1]

    @property
    def variance(self) -> Expression:
        return self.parameters[1] ** 2


class ExponentialLaw(Distribution):
    """Exponential with a rate."""

    called, wanted = "Exponential", "a rate above zero"
    said = ("exponential with rate ", "")

    @property
    def needs(self) -> tuple[Condition, ...]:
        return (sympy.Gt(self.parameters[0], 0),)

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        return (sympy.Ge(value, 0),)


class BernoulliLaw(Distribution):
    """One with a probability, else zero."""

    called, wanted = "Bernoulli", "a number from 0 to 1"

    @property
    def needs(self) -> tuple[Condition, ...]:
        return _chance(self.parameters[0])


class BinomialLaw(Distribution):
    """The number of successes in independent trials."""

    called, wanted = "Binomial", "an integer that is at least zero, and a number from 0 to 1"
    said = ("binomial with ", " trials of probability ", "")

    @property
    def needs(self) -> tuple[Condition, ...]:
        count, chance = self.parameters
        return (sympy.Ge(count, 0), *_chance(chance))

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        return sympy.Ge(value, 0), sympy.Le(value, self.parameters[0])


class PoissonLaw(Distribution):
    """Poisson with a mean."""

    called, wanted = "Poisson", "a mean above zero"
    said = ("Poisson with mean ", "")

    @property
    def needs(self) -> tuple[Condition, ...]:
        return (sympy.Gt(self.parameters[0], 0),)

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        return (sympy.Ge(value, 0),)


class GeometricLaw(Distribution):
    """The number of trials up to the first success, that one counted."""

    called, wanted = "Geometric", "a number above 0, and at most 1"
    said = ("geometric, the first success of trials of probability ", "")

    @property
    def needs(self) -> tuple[Condition, ...]:
        (chance,) = self.parameters
        return (sympy.Gt(chance, 0), sympy.Le(chance, 1))

    def bounds(self, value: Expression) -> tuple[Condition, ...]:
        return (sympy.Ge(value, 1),)


def _chance(value: Expression) -> tuple[Condition, ...]:
    return (sympy.Ge(value, 0), sympy.Le(value, 1))


def _made(law: type[Distribution], **given: Authored) -> Distribution:
    """The distribution with these parameters.

    Raises DefinitionError for numbers that it cannot have.
    """
    where = law.called
    values = {name: a_number(value, f"{where}: {name}") for name, value in given.items()}
    shown = ", ".join(f"{name}={value}" for name, value in values.items())
    if any(value.atoms(General, Built) for value in values.values()):
        raise DefinitionError(f"{where}: got {shown}, wanted numbers")
    made = law(*values.values())
    if any(need == sympy.false for need in made.needs):
        raise DefinitionError(f"{where}: got {shown}, wanted {law.wanted}")
    return made


def Uniform(a: Authored, b: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """Uniform on [a, b], with a < b."""
    return _made(UniformLaw, a=a, b=b)


def Normal(  # noqa: N802 -- as it is written
    mean: Authored, *unsaid: Authored, variance: Authored = None, deviation: Authored = None
) -> Distribution:
    """Normal with this mean, and with the variance or the standard deviation, which is above zero:
    texts write either as the second parameter.
    """
    if unsaid or (variance is None) == (deviation is None):
        beside = (("variance", variance), ("deviation", deviation))
        said = [f"{name}={value}" for name, value in beside if value is not None]
        got = ", ".join(map(str, (mean, *unsaid, *said)))
        raise DefinitionError(
            f"Normal: got {got}, wanted Normal(mean, variance=...) or Normal(mean, deviation=...)"
        )
    if variance is None:
        return _made(NormalLawByDeviation, mean=mean, deviation=deviation)
    return _made(NormalLaw, mean=mean, variance=variance)


def Exponential(rate: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """Exponential with this rate, which is above zero: its mean is 1/rate."""
    return _made(ExponentialLaw, rate=rate)


def Bernoulli(p: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """1 with probability p, else 0."""
    return _made(BernoulliLaw, p=p)


def Binomial(n: Authored, p: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """How many of n independent trials succeed, each with probability p; n may be zero."""
    count = evaluated(a_number(n, "Binomial: n"))
    if not count.is_integer:
        raise DefinitionError(
            f"Binomial: got n={n}, which need not be one, wanted {BinomialLaw.wanted}"
        )
    return _made(BinomialLaw, n=n, p=p)


def Poisson(mean: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """Poisson with this mean, which is above zero."""
    return _made(PoissonLaw, mean=mean)


def Geometric(p: Authored) -> Distribution:  # noqa: N802 -- as it is written
    """The number of independent trials up to the first that succeeds, that one counted: 1, 2, …"""
    return _made(GeometricLaw, p=p)
