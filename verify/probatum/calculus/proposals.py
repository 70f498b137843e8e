"""What SymPy proposes for integrals, sums, products and limits: candidates,
of which nothing is believed unchecked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from inspect import CO_GENERATOR
from types import FrameType
from typing import TypeVar

import sympy
from sympy.concrete.gosper import gosper_term
from sympy.integrals.manualintegrate import manualintegrate

from probatum.claim_cache import cached_for_claim
from probatum.type_names import Ball, Expression, Number, Polynomial, Symbol

Found = TypeVar("Found")
WORK = 1_000_000  # calls: about a second
SHARED = 4_000_000  # calls of all proposals for one value
PLAIN = sympy.Dummy("x", real=True)  # stands for any variable of integration: what is found is kept
_shared: dict[str, int | None] = {"left": None}  # outside of a share each has its own
DIGITS = 120  # that a polynomial with small coefficients must fit
HIGHEST_DEGREE = 6
LARGEST_COEFFICIENT = 10**8
BINDERS = (sympy.Integral, sympy.Sum, sympy.Product, sympy.Limit, sympy.Derivative, sympy.Subs)
STRANGE = (sympy.exp_polar, sympy.polar_lift, sympy.meijerg, sympy.AccumBounds, *BINDERS)


class TooMuchWorkError(Exception):
    """A proposal took more calls than it may."""


@contextmanager
def share(calls: int) -> Iterator[None]:
    """Let all proposals made inside take so many calls together."""
    before, _shared["left"] = _shared["left"], calls
    try:
        yield
    finally:
        _shared["left"] = before


def sharing(proposals: Iterator[Found], calls: int) -> Iterator[Found]:
    """The proposals one by one; making them takes so many calls together, and what is done with
    them in between takes none of these.
    """
    left: int | None = calls
    while left is not None:
        with share(left):
            following = next(proposals, None)
            left = None if following is None else _shared["left"]
        if following is not None:
            yield following


@contextmanager
def at_most(calls: int) -> Iterator[None]:
    """Stop what is done inside after so many calls of Python functions, or of those that are left
    of a share: SymPy has no budget of its own.
    """
    shared = _shared["left"]
    calls = calls if shared is None else min(calls, shared)
    left, before = calls, sys.getprofile()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        nonlocal left
        if event == "call":  # most are calls of C functions, and returns
            left -= 1
            # a generator that is closed swallows what is raised in it, and with it this limit
            if left < 0 and not frame.f_code.co_flags & CO_GENERATOR:
                raise TooMuchWorkError(f"more than {calls} calls")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(before)
        if _shared["left"] is not None:
            _shared["left"] -= calls - max(left, 0)


def _proposed(propose: Callable[[], Expression]) -> Expression | None:
    """A real candidate in closed form; None where SymPy has none, or raises:
    of its errors there is no list.
    """
    try:
        with at_most(WORK):
            found = propose()
    except Exception:
        return None
    return _closed(found)


def simpler(rewrite: Callable[[], Expression]) -> Expression | None:
    """What rewriting makes of an expression; None where it takes more work than it may."""
    try:
        with at_most(WORK):
            return rewrite()
    except TooMuchWorkError:
        return None


def _closed(found: Expression | None) -> Expression | None:
    if not isinstance(found, sympy.Expr) or found.has(sympy.I, sympy.zoo, sympy.nan, *STRANGE):
        return None
    return found


@cached_for_claim(256)
def value(construct: Expression) -> Expression:
    """A closed form of the whole, or None."""
    return _proposed(lambda: construct.doit())


def limit(
    expression: Expression, variable: Symbol, point: Expression, direction: str
) -> Expression:
    """A one-sided limit, or None."""
    return _closed(_limit(expression, variable, point, direction))


def oscillates(expression: Expression, variable: Symbol, point: Expression) -> bool:
    """Whether SymPy takes the expression to swing between bounds at the point,
    rather than to have a limit.
    """
    return isinstance(_limit(expression, variable, point, "-"), sympy.AccumBounds)


def _limit(
    expression: Expression, variable: Symbol, point: Expression, direction: str
) -> Expression | None:
    try:
        return _limit_by_all_work(expression, variable, point, direction)
    except TooMuchWorkError:
        return None


@cached_for_claim(256)
def _limit_by_all_work(
    expression: Expression, variable: Symbol, point: Expression, direction: str
) -> Expression | None:
    """What SymPy takes for the limit; None where it raises, or takes more work than one may."""
    return _by_all_work(lambda: sympy.limit(expression, variable, point, direction))


def antiderivatives(integrand: Expression, variable: Symbol) -> Iterator[Expression]:
    """Expressions whose derivative may be the integrand, the quickest first; of what SymPy tells by
    cases, each: some of its conditions are wrong.
    """
    named = PLAIN if variable.assumptions0 == PLAIN.assumptions0 else variable
    for method in (manualintegrate, _without_special_functions):
        try:
            found = _antiderivative(method, integrand.xreplace({variable: named}), named)
        except TooMuchWorkError:  # less was left of a share than one may take
            continue
        if found is None:
            continue
        by_cases = isinstance(found, sympy.Piecewise)
        for branch in [each for each, _ in found.args] if by_cases else [found]:
            closed = _closed(branch)
            if closed is not None and not closed.has(sympy.Piecewise):
                yield closed.xreplace({named: variable})


@cached_for_claim(256)
def _antiderivative(
    method: Callable[[Expression, Symbol], Expression], integrand: Expression, variable: Symbol
) -> Expression | None:
    """What a method finds with all the work that one may take."""
    return _by_all_work(lambda: method(integrand, variable))


def _by_all_work(propose: Callable[[], Expression]) -> Expression | None:
    """What is found with all the work that one may take, or None, which may be kept; raises
    TooMuchWorkError where less was left, and did not do.
    """
    whole = _shared["left"] is None or _shared["left"] >= WORK
    try:
        with at_most(WORK):
            return propose()
    except TooMuchWorkError:
        if whole:
            return None
        raise
    except Exception:
        return None


def _without_special_functions(integrand: Expression, variable: Symbol) -> Expression:
    return sympy.integrate(integrand, variable, meijerg=False, conds="none")


def telescoping(term: Expression, index: Symbol, start: Expression) -> Iterator[Expression]:
    """Expressions G with G(k + 1) - G(k) = term, perhaps."""
    ratio = _proposed(lambda: gosper_term(term, index))
    if ratio is not None:
        yield sympy.cancel(ratio * term) if term.is_rational_function(index) else ratio * term
    if term.is_rational_function(index):
        return
    upper = sympy.Dummy("n", integer=True)
    partial = _proposed(lambda: sympy.Sum(term, (index, start, upper - 1)).doit())
    if partial is not None and not partial.has(sympy.Piecewise):
        yield partial.xreplace({upper: index})


def partial_products(factor: Expression, index: Symbol, start: Expression) -> Iterator[Expression]:
    """Expressions P with P(start) = 1 and P(k + 1)/P(k) = factor, perhaps."""
    upper = sympy.Dummy("n", integer=True)
    partial = _proposed(lambda: sympy.Product(factor, (index, start, upper - 1)).doit())
    if partial is not None:
        for form in (
            lambda: sympy.gammasimp(partial.rewrite(sympy.gamma)),
            lambda: sympy.combsimp(partial),
            lambda: partial,
        ):
            found = _proposed(form)
            if found is not None:
                yield found.xreplace({upper: index})


def zeros(
    expression: Expression, variable: Symbol, low: Expression, high: Expression
) -> list[Expression] | None:
    """What may be all zeros between two ends, in no order; None where SymPy cannot list them."""
    interval = sympy.Interval(low, high)
    try:
        with at_most(WORK):
            found = sympy.solveset(expression, variable, interval)
        return list(found) if isinstance(found, (sympy.FiniteSet, type(sympy.S.EmptySet))) else None
    except Exception:
        return None


def without_imaginary_parts(number: Number) -> Expression | None:
    """The number in a form without imaginary parts, perhaps; or None."""
    for form in (sympy.expand, sympy.radsimp):
        found = _proposed(lambda form=form: form(number))  # type: ignore[misc]
        if found is not None:
            return found
    return None


def polynomials_with_root(number: Number, ball: Ball) -> Iterator[Polynomial]:
    """Polynomials over the integers, of low degree first, of which a real number that a small ball
    holds is a root, perhaps.
    """
    import mpmath  # type: ignore[import-untyped]  # it has none

    variable = sympy.Dummy("z")
    with mpmath.workdps(DIGITS):
        near = mpmath.mpf(ball.mid().str(DIGITS, radius=False))
        for degree in range(1, HIGHEST_DEGREE + 1):
            coefficients = mpmath.findpoly(
                near, degree, maxcoeff=LARGEST_COEFFICIENT, tol=mpmath.mpf(10) ** (10 - DIGITS)
            )
            if coefficients:
                yield sympy.Poly([int(coefficient) for coefficient in coefficients], variable)
                return


def expanded(number: Number) -> Expression:
    """A closed number multiplied out, with roots taken out of denominators, perhaps; or None."""
    return _proposed(lambda: sympy.radsimp(sympy.expand(number)))
