"""Random variables by what is known of them, and expectations, variances,
covariances and sums of equal terms as what they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

import sympy

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.subjects.distributions import BernoulliLaw, Distribution
from probatum.proposition.subjects.domains import (
    NAMES,
    Built,
    General,
    VectorVariable,
    a_number,
    is_vector,
    names_of,
)
from probatum.proposition.subjects.possible import check_possible
from probatum.type_names import Authored, Condition, Expression, OneOrMore, Printer

__all__ = ("Cov", "E", "P", "Var", "average", "features", "noise", "random", "total")


class RandomVariable(General):
    """A real random variable; with `of` n independent copies, the general one of them."""

    asked = "E({0}), Var({0}), Cov({0}, Y), P({0} >= t); of copies, total({0}), average({0})"
    assumed: ClassVar[dict[str, bool]] = {"real": True}

    @property
    def known(self) -> dict[str, Expression]:
        """What is known of it, by name."""
        return dict(self.properties)

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        known = self.known
        alone = known["independent"] and "of" not in known
        kind = "independent random variables" if alone else "random variables"
        words, texts = f"{kind} {NAMES}", [rf"\text{{{kind}}}"]
        if "of" in known:
            latex, number = printed(known["of"])
            words += f" of which there are {number} {_copies(known)}"
            texts = [rf"\text{{{kind} of which there are }} {latex} \text{{ {_copies(known)}}}"]
        for name, say in (
            ("mean", "mean"),
            ("variance", "variance"),
            ("bernoulli", "values 0 and 1, and 1 with probability"),
            ("drawn_from", "a number of values to draw from of"),
            ("correlation", "the correlation of any two"),
        ):
            if name in known:
                constant = printed(known[name])
                joint = "and" if " with " in words else "with"
                words += f" {joint} {say} {constant[1]}"
                texts.append(rf"\text{{ {joint} {say} }} {constant[0]}")
        if "distribution" in known:
            law = known["distribution"].domain(printed)
            each = ", each " if "of" in known else " "
            words += f"{each}{law[1]}"
            texts.append(rf"\text{{{each}}} {law[0]}")
        if known.get("symmetric"):
            words += " that are symmetric about zero"
            texts.append(r"\text{ that are symmetric about zero}")
        return " ".join(texts), words


class OneFeature(RandomVariable):
    """The number at an index, whichever that is, as one that is random."""


class FeatureVariable(OneFeature):
    """Numbers x_1 to x_n, of which `total` is the sum; what is said of x is said of each."""

    asked = "total({0}), average({0})"

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        latex, words = printed(self.known["of"])
        return (
            rf"\text{{numbers with indices from 1 to }} {latex}",
            f"numbers {NAMES} with indices from 1 to {words}",
        )


def features(names: str, *, of: Authored) -> OneOrMore:
    """Numbers with an index from 1 to n, as the features of an example are: `total` is a sum over
    the index, `average` that by n, and a hypothesis about one is about each.
    """
    listed = names_of(names, "features")
    known = (("call", "features"), ("independent", False), ("of", a_number(of, "features: of=")))
    check_possible("features", dict(known))
    found = tuple(FeatureVariable(name, known) for name in listed)
    return found if len(found) > 1 else found[0]


def _copies(known: dict[str, Expression]) -> str:
    if "drawn_from" in known:
        return "draws without replacement"
    return "equally correlated copies" if "correlation" in known else "independent copies"


class Noise(VectorVariable):
    """A random vector of mean zero, independent of all that it is added to."""

    def domain(self, printed: Callable[[Expression], tuple[str, str]]) -> tuple[str, str]:
        """What it ranges over, in LaTeX and in words."""
        latex, words = printed(self.constants["spread"])
        return (
            rf"\text{{random vectors with mean zero and mean square at most }} {latex}",
            f"random vectors {NAMES} with mean zero and mean square at most {words}",
        )


class Expectation(Built):
    """The mean of something random."""

    averages: ClassVar[bool] = True
    is_real = True
    letters = ("\\mathbb{E}", "E")

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        inside = ", ".join(map(printer._print, self.args))
        text = rf"{self.letters[0]}\left[{inside}\right]"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"{self.letters[1]}[{', '.join(map(printer._print, self.args))}]"


class Variance(Expectation):
    """The variance of something random."""

    is_nonnegative = True
    letters = (r"\mathrm{Var}", "Var")


DECLARED = (("mean", Expectation), ("bernoulli", Expectation), ("variance", Variance))


class Covariance(Expectation):
    """The covariance of two random things."""

    letters = (r"\mathrm{Cov}", "Cov")


class Probability(Expectation):
    """The probability of what is said of something random."""

    is_nonnegative = True
    letters = (r"\mathrm{P}", "P")

    def _sympystr(self, printer: Printer) -> str:
        text = super()._sympystr(printer)
        return text.replace(">=", "≥").replace("<=", "≤")


class Conditional(Built):
    """The mean of something random given another random variable: random itself."""

    averages: ClassVar[bool] = True
    is_real = True

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        inside, given = map(printer._print, self.args)
        text = rf"\mathbb{{E}}\left[{inside} \mid {given}\right]"
        return text if exp is None else rf"{text}^{{{exp}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"E[{printer._print(self.args[0])} | {printer._print(self.args[1])}]"


class Total(Built):
    """The sum of a term over all independent copies of the random variables in it."""

    averages: ClassVar[bool] = True
    is_real = True

    def _latex(self, printer: Printer, exp: Expression = None) -> str:
        text = rf"\sum_{{i}} {printer.parenthesize(self.args[0], 50)}"
        return text if exp is None else rf"\left({text}\right)^{{{exp}}}"

    def _sympystr(self, printer: Printer) -> str:
        return f"Σ({printer._print(self.args[0])})"


def random(
    names: str,
    *,
    independent: bool | None = None,
    mean: Authored = None,
    variance: Authored = None,
    bernoulli: Authored = None,
    symmetric: bool | None = None,
    of: Authored = None,
    drawn_from: Authored = None,
    correlation: Authored = None,
    distribution: Authored = None,
) -> OneOrMore:
    """Real random variables with the moments that are used: one for one name,
    a tuple for several names split by blanks.

    independent: whether those of one call are, which several must say.
    mean, variance: where they are known.
    bernoulli=p: 1 with probability p, else 0.
    symmetric=True: X and -X have one distribution.
    of=n: there are n independent copies of each; see `total`.
    drawn_from=N: the n copies are draws without replacement from N values, of which mean and
        variance (the mean squared deviation) are those given.
    correlation=r: any two copies have it.
    distribution=Uniform(a, b): each has this distribution; of several names, a tuple says that of
        each.

    Raises DefinitionError for what contradicts itself or leaves the dependence unsaid.
    """
    listed = names_of(names, "random")
    if len(listed) > 1 and not isinstance(independent, bool):
        raise DefinitionError(
            f"random: got {names!r} without independent=, wanted independent=True, "
            "or independent=False"
        )
    if bernoulli is not None and not (mean is None and variance is None and symmetric is None):
        raise DefinitionError(
            "random: got bernoulli= beside mean=, variance= or symmetric=, wanted it alone: "
            "it says all of them"
        )
    if symmetric and mean is not None:
        raise DefinitionError(
            "random: got symmetric=True beside mean=, wanted one of them: "
            "a symmetric one has mean zero"
        )
    given = {"mean": mean, "variance": variance, "bernoulli": bernoulli, "of": of}
    given |= {"drawn_from": drawn_from, "correlation": correlation}
    laws = _laws(listed, distribution, {**given, "symmetric": symmetric})
    _check_copies(listed, given)
    known = [
        (name, a_number(value, f"random: {name}="))
        for name, value in given.items()
        if value is not None
    ]
    check_possible("random", dict(known))
    known += [("symmetric", True)] if symmetric else []
    properties = (
        ("call", " ".join(listed)),
        ("independent", independent is not False or len(listed) == 1),
        *known,
    )
    found = tuple(
        RandomVariable(name, (*properties, *law)) for name, law in zip(listed, laws, strict=True)
    )
    return found if len(found) > 1 else found[0]


def _laws(
    listed: tuple[str, ...], distribution: Authored, beside: dict[str, Authored]
) -> list[tuple[tuple[str, Expression], ...]]:
    """What is known of each by its distribution; of a Bernoulli variable, the probability."""
    if distribution is None:
        return [()] * len(listed)
    several = isinstance(distribution, (tuple, list))
    laws = list(distribution) if several else [distribution] * len(listed)
    if len(laws) != len(listed) or not all(isinstance(each, Distribution) for each in laws):
        raise DefinitionError(
            f"random: got distribution={distribution} for {' '.join(listed)!r}, wanted one such as "
            "Uniform(a, b), or one for each name"
        )
    said = [name for name, value in beside.items() if name != "of" and value is not None]
    if said:
        raise DefinitionError(
            f"random: got distribution={distribution} beside {said[0]}={beside[said[0]]}, wanted "
            "it alone: it says all of them"
        )
    return [
        (("bernoulli", law.args[0]) if isinstance(law, BernoulliLaw) else ("distribution", law),)
        for law in laws
    ]


def _check_copies(listed: tuple[str, ...], given: dict[str, Authored]) -> None:
    ways = [name for name in ("drawn_from", "correlation") if given[name] is not None]
    if len(ways) > 1:
        raise DefinitionError("random: got drawn_from= beside correlation=, wanted one of them")
    if ways and (given["of"] is None or len(listed) > 1):
        raise DefinitionError(
            f"random: got {ways[0]}= for {' '.join(listed)!r}, wanted it for one name with of=n"
        )


def noise(names: str, *, spread: Expression) -> OneOrMore:
    """Random vectors of mean zero that are independent of all else, with E |e|^2 at most `spread`,
    for use in E(...).
    """
    properties = (("spread", a_number(spread, "noise: spread=")),)
    check_possible("noise", dict(properties))
    found = tuple(Noise(name, properties) for name in names_of(names, "noise"))
    return found if len(found) > 1 else found[0]


def _random(value: Authored, where: str) -> Expression:
    value = exact(value, where)
    if is_vector(value):
        raise DefinitionError(
            f"{where}: got the vector {value}, wanted a number, such as norm({value})**2"
        )
    if not value.atoms(RandomVariable, Noise):
        raise DefinitionError(
            f"{where}: got {value}, in which nothing is random, "
            "wanted something made of random(...) or noise(...)"
        )
    return value


def declared(condition: Condition) -> Iterator[Condition]:
    """The equations that the random variables in a condition were declared by."""
    for variable in condition.atoms(RandomVariable):
        for name, moment in DECLARED:
            if name in variable.known:
                yield sympy.Eq(moment(variable), variable.known[name], evaluate=False)


def _both(given: Authored, inside: Expression, where: str) -> Expression:
    if not isinstance(given, RandomVariable) or inside.atoms(Noise, Total):
        raise DefinitionError(
            f"{where}: got given={given}, wanted one random variable, and others in what it is "
            "given for"
        )
    return given


def E(value: Authored, *, given: Authored = None) -> Expression:  # noqa: N802 -- as it is written
    """The expectation of something random; `given` a random variable, which is random itself."""
    inside = _random(value, "E")
    return Expectation(inside) if given is None else Conditional(inside, _both(given, inside, "E"))


def Var(value: Authored, *, given: Authored = None) -> Expression:  # noqa: N802 -- as it is written
    """The variance of something random; `given` a random variable, which is random itself."""
    inside = _random(value, "Var")
    if given is None:
        return Variance(inside)
    condition = _both(given, inside, "Var")
    return Conditional(inside**2, condition) - Conditional(inside, condition) ** 2


def P(condition: Authored) -> Expression:  # noqa: N802 -- as it is written
    """The probability of a condition on random variables."""
    if (
        not isinstance(condition, sympy.logic.boolalg.Boolean)
        or isinstance(condition, sympy.Symbol)
        or not condition.atoms(RandomVariable)
    ):
        raise DefinitionError(
            f"P: got {condition}, wanted a relation of something random, such as X >= t"
        )
    return Probability(condition)


def Cov(left: Authored, right: Authored) -> Expression:  # noqa: N802 -- as it is written
    """The covariance of two random things."""
    return Covariance(_random(left, "Cov"), _random(right, "Cov"))


def total(term: Authored) -> Expression:
    """The sum of a term over the copies of the random variables in it, which all have as many."""
    term = exact(term, "total")
    if not is_vector(term) and not term.atoms(RandomVariable):
        raise DefinitionError(
            f"total: got {term}, in which nothing has an index, wanted a term in features(...) or "
            "random(...) with of=n; the sum of n equal numbers is n times one"
        )
    term = _random(term, "total")
    copies = {variable.known.get("of") for variable in term.atoms(RandomVariable)}
    if len(copies) != 1 or None in copies:
        raise DefinitionError(
            f"total: got {term}, wanted a term in random variables that all have of=n with one n"
        )
    return Total(term)


def average(term: Authored) -> Expression:
    """The mean of a term over the copies of the random variables in it."""
    summed = total(term)
    return summed / next(variable.known["of"] for variable in summed.atoms(RandomVariable))
