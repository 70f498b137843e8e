"""A statement in, the same with its closed integrals, series, products,
limits and derivatives carried out.
"""

from __future__ import annotations

from dataclasses import replace

import sympy
from sympy.core.relational import Relational
from sympy.functions.elementary.piecewise import ExprCondPair
from sympy.matrices.matrixbase import MatrixBase

from probatum.calculus import derivatives, proposals
from probatum.calculus.closed_value import Answer, Enclosed, Exact, Missing, Open, Undefined
from probatum.calculus.forms.lacking import lacking_end, lacking_inside
from probatum.calculus.forms.real_form import real_form
from probatum.calculus.integration import integrals
from probatum.calculus.integration.integral_formulas import integral_formula
from probatum.calculus.limits import limit as limits
from probatum.calculus.summation import products, series
from probatum.claim_cache import cached_for_claim
from probatum.decision import DECISIVE, Decision, Outcome
from probatum.proposition.binders import BINDERS, COUNTING, called
from probatum.proposition.numbers.constant import ANSWERS, OPEN, UNDEFINED, Constant, Lacking
from probatum.proposition.numbers.integrality import is_whole_where_defined
from probatum.proposition.parts import rewrite
from probatum.proposition.sense.definedness import defined, fixed
from probatum.proposition.sense.inside import put_inside
from probatum.proposition.slopes.derivative import by_the_algebra_system, derivative
from probatum.proposition.slopes.smoothness import NotKnownError
from probatum.proposition.subjects.few_terms import OPERATIONS, indices, written_out
from probatum.proposition.unknown import is_unknown
from probatum.proposition.written import evaluated, is_written
from probatum.type_names import Condition, Expression, Statement

WITH_INFINITIES = (sympy.Equality, ExprCondPair, sympy.Tuple)  # where an infinity may be an answer
RECKONING = (sympy.Add, sympy.Mul, sympy.Pow, sympy.Function, sympy.Max, sympy.Min)
AGREED = "two methods agree on a value in it, and neither is a proof: "


def carried_out(statement: Statement) -> Statement:
    """The statement with the values of what is closed in it; what has none, or none that is known,
    says so.
    """
    return rewrite(statement, value)


def carried_out_inside(statement: Statement) -> Statement:
    """The statement with the values of what is closed inside of sums, products, integrals and
    limits, which are as written: what they are of may take them away (0 times a series).
    """
    return rewrite(statement, _inside)


def in_formulas(statement: Statement) -> Statement:
    """The statement with open sums, integrals and derivatives in closed form,
    right wherever they are defined.
    """
    return rewrite(statement, _formula)


def capped(statement: Statement, decision: Decision) -> Decision:
    """What is proved of a value on which two methods agree is as good as enclosed."""
    if decision.outcome in DECISIVE and agreed(statement):
        return replace(decision, outcome=Outcome.ENCLOSED, reason=f"{AGREED}{decision.reason}")
    return decision


def agreed(statement: Statement) -> bool:
    """Whether any value in the statement rests on the agreement of two methods."""
    found: list[bool] = []

    def note(expression: Expression) -> Expression:
        found.append(_agreed(expression))
        return expression

    rewrite(statement, note)
    return any(found)


def _agreed(expression: Expression) -> bool:
    if isinstance(expression, MatrixBase):
        return any(map(_agreed, expression))
    if isinstance(expression, BINDERS) and not expression.free_symbols:
        inner = _rebuilt(expression)
        found = answer(inner) if isinstance(inner, BINDERS) else Exact(inner)
        if isinstance(found, (Exact, Missing)) and found.agreed:
            return True
    return any(map(_agreed, expression.args))


@cached_for_claim(1024)
def value(expression: Expression) -> Expression:
    """The expression or condition with the values of what is closed in it,
    real numbers without imaginary parts.
    """
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(value)
    expression = real_form(expression)
    if not expression.has(*BINDERS):
        return expression
    if is_unknown(expression) and isinstance(expression.lhs.args[0], BINDERS):
        return _known(expression)
    if isinstance(expression, BINDERS):
        expression = _inside(expression)
        lacking = lacking_inside(expression)
        if lacking is not None:
            return lacking
    rebuilt = _rebuilt(evaluated(expression) if isinstance(expression, BINDERS) else expression)
    if isinstance(rebuilt, BINDERS):
        lacking = lacking_end(expression, rebuilt)
        if lacking is not None:
            return lacking
    return (
        _as_expression(rebuilt, answer(rebuilt))
        if isinstance(rebuilt, BINDERS) and not rebuilt.free_symbols
        else rebuilt
    )


def _known(condition: Condition) -> Condition:
    """Whether what is asked for has a value, where all of it is carried out."""
    found = _finite(condition.lhs.args[0])
    if isinstance(found, Lacking) and found.kind != OPEN:
        return sympy.false
    closed = not found.free_symbols and not found.has(Lacking, *BINDERS)
    return sympy.true if closed and defined(found) == sympy.true else condition


@cached_for_claim(1024)
def _inside(expression: Expression) -> Expression:
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(_inside)
    if not expression.has(*BINDERS):
        return expression
    first, *others = map(_inside, expression.args)
    if isinstance(expression, BINDERS):
        kept = any(map(_is_open_as_written, first.atoms(*BINDERS)))
        return expression.func(first if kept else _finite(first), *others)
    if (first, *others) == expression.args:
        return expression
    options = {"evaluate": False} if isinstance(expression, Relational) else {}
    return expression.func(first, *others, **options)


def _is_open_as_written(construct: Expression) -> bool:
    """Whether its value, where it has one for each parameter, would lose what it needs."""
    return bool(construct.free_symbols) and is_written(construct.args[0])


def _rebuilt(expression: Expression) -> Expression:
    unevaluated = isinstance(expression, (Relational, sympy.Derivative))
    inside = value if isinstance(expression, WITH_INFINITIES) else _finite
    parts = (
        [_finite(expression.args[0]), *map(_ends, expression.args[1:])]
        if isinstance(expression, BINDERS)
        else [inside(part) for part in expression.args]
    )
    made = expression.func(*parts, **({"evaluate": False} if unevaluated else {}))
    if isinstance(expression, RECKONING) and not _holds_all(made, parts):
        return expression.func(*parts, evaluate=False)
    return made


def _ends(limit: Expression) -> Expression:
    """The variable and the ends of an integral or a sum; what else stands beside a body."""
    if not isinstance(limit, sympy.Tuple):
        return _finite(limit)
    return sympy.Tuple(*map(_finite, limit.args))


def _holds_all(made: Expression, parts: list[Expression]) -> bool:
    """Whether all is there that may have no value, which a factor 0 would take away."""
    return all(made.has(each) for part in parts for each in part.atoms(Lacking, *BINDERS))


def _finite(operand: Expression) -> Expression:
    """The value of what is reckoned with: where it is infinite, or there is none, there is nothing
    to reckon with, though SymPy has 1/oo for 0.
    """
    return _to_reckon_with(operand, value(operand))


def _to_reckon_with(operand: Expression, found: Expression) -> Expression:
    if isinstance(found, Lacking) and found.kind in ANSWERS:
        return Lacking(operand, UNDEFINED, found.reason)
    infinite = found in (sympy.oo, -sympy.oo) and isinstance(operand, BINDERS)
    return Lacking(operand, UNDEFINED, f"{operand} is infinite") if infinite else found


def as_answered(construct: Expression, found: Answer, *, beside: bool) -> Expression:
    """What stands in place of a construct of which that is known; `beside` a sign of equality an
    infinity, or that there is no value, is an answer.
    """
    known = _as_expression(construct, found)
    return known if beside else _to_reckon_with(construct, known)


def _as_expression(construct: Expression, found: Answer) -> Expression:
    match found:
        case Exact():
            return found.value
        case Enclosed():
            return Constant(construct, found.ball)
        case Missing():
            return Lacking(construct, found.kind, found.reason)
        case Undefined():
            return Lacking(construct, UNDEFINED, found.reason)
    return Lacking(construct, OPEN, found.reason)


@cached_for_claim(1024)
def answer(construct: Expression) -> Answer:
    """What is known of one closed construct, all inside it being carried out."""
    if any(isinstance(part, Lacking) for part in construct.atoms(Lacking)):
        return Open(
            "what stands inside has no value: "
            f"{min(part.reason for part in construct.atoms(Lacking))}"
        )
    try:
        with proposals.share(proposals.SHARED):
            return _answer(construct)
    except (NotImplementedError, NotKnownError) as error:
        return Open(f"no method takes {called(construct)}: {error}")


def _answer(construct: Expression) -> Answer:
    match construct:
        case sympy.Limit():
            inner, variable, point, direction = construct.args
            if point == sympy.oo and inner.has(sympy.Sum):
                inner = _formula(inner)
            return limits.limit(inner, variable, point, str(direction))
        case sympy.Subs():
            return _at_point(construct)
    if construct.function.has(*BINDERS) or any(len(limit) != 3 for limit in construct.limits):
        return Open(f"no method takes what is inside {called(construct)}")
    first, *outer = construct.limits
    if outer:
        inner = _where_defined(construct.func(construct.function, first))
        return (
            _term_by_term(construct)
            if inner.has(*BINDERS)
            else answer(construct.func(inner, *outer))
        )
    method = {
        sympy.Integral: integrals.integral,
        sympy.Sum: series.series,
        sympy.Product: products.product,
    }[construct.func]
    return method(construct.function, *first)


def _term_by_term(construct: Expression) -> Answer:
    """A sum or product whose outermost index takes few values, by what it is at each of them."""
    *inner, (index, *ends) = construct.limits
    few = (
        indices(construct.func(index, (index, *ends))) if isinstance(construct, COUNTING) else None
    )
    if few is None:
        return Open(f"no method takes {called(construct)}")
    placed = [put_inside(construct.func(construct.function, *inner), each) for each in few]
    if any(map(is_written, placed)):  # where an index takes away what has no value
        return Open(f"not known to be defined: {called(construct)}")
    terms = list(map(answer, placed))
    lacking = [each for each in terms if isinstance(each, Undefined)]
    known = [each for each in terms if isinstance(each, Exact) and each.value.is_finite]
    if lacking or len(known) < len(terms):
        return lacking[0] if lacking else Open(f"no method takes {called(construct)}")
    total = OPERATIONS[construct.func](*(each.value for each in known))
    return Exact(total, any(each.agreed for each in known))


def _where_defined(construct: Expression) -> Expression:
    """A formula for a sum or product inside of another one, without a value where one of its terms
    has none: they may cancel.
    """
    found, where = _formula(construct), defined(construct.function)
    if not isinstance(construct, COUNTING):
        return found
    (index, low, high), few = construct.limits[0], indices(construct)
    if few is None:
        forwards = sympy.Ge(high, low - 1)  # others differ on what it is backwards
        terms = sympy.Or(sympy.And(*fixed(where, {index})), sympy.Lt(high, low))
        needed = sympy.And(forwards, terms)
    else:
        needed = sympy.And(*map(where.xreplace, few))
    return found if needed == sympy.true else sympy.Piecewise((found, needed))


def _at_point(construct: Expression) -> Answer:
    point = dict(zip(construct.variables, construct.point, strict=True))
    if isinstance(construct.expr, sympy.Derivative):
        return derivatives.at_point(construct.expr, point)
    if construct.expr.has(sympy.Derivative):
        return Open(f"a derivative inside of {construct.expr}")
    return Exact(construct.expr.xreplace(point))


@cached_for_claim(1024)
def _formula(expression: Expression) -> Expression:
    """Open sums of polynomials or of few terms, products of few factors, integrals of what is
    smooth everywhere, and derivatives, in closed form.
    """
    if isinstance(expression, MatrixBase):
        return expression.applyfunc(_formula)
    if not expression.has(sympy.Sum, sympy.Product, sympy.Integral, sympy.Derivative):
        return expression
    if isinstance(expression, Relational) and not isinstance(expression, sympy.Equality):
        expression = _derived(expression)  # an equation of derivatives is FLINT's
    if isinstance(expression, sympy.Derivative):
        return _derivative_formula(expression)
    unevaluated = isinstance(expression, (Relational, sympy.Derivative))
    parts = expression.func(
        *map(_formula, expression.args), **({"evaluate": False} if unevaluated else {})
    )
    if not isinstance(parts, (*COUNTING, sympy.Integral)) or any(
        len(limit) != 3 for limit in parts.limits
    ):
        return parts
    one = len(parts.limits) == 1
    found = FORMULAS[type(parts)](parts) if one and type(parts) in FORMULAS else None
    if found is None and isinstance(parts, COUNTING):
        found = written_out(parts)
    return parts if found is None else found


def _derived(expression: Expression) -> Expression:
    """The derivatives in an expression by the rules of the textbook, right wherever they exist."""
    if not expression.has(sympy.Derivative):
        return expression
    if isinstance(expression, sympy.Derivative):
        return derivative(_derived(expression.expr), *expression.variables)
    parts = map(_derived, expression.args)
    return expression.func(
        *parts, **({"evaluate": False} if isinstance(expression, Relational) else {})
    )


def _derivative_formula(construct: Expression) -> Expression:
    """By the rules, right wherever there is a derivative."""
    found = by_the_algebra_system(construct.expr, *construct.variables)
    return construct if found.has(sympy.DiracDelta, sympy.Derivative) else found


def _sum_formula(total: Expression) -> Expression | None:
    """By what telescopes; the sum of no terms is zero, whether they would be defined or not, that
    of others has no value where these have none.
    """
    index, low, high = total.limits[0]
    if not (
        total.function.is_polynomial(index)
        and is_whole_where_defined(low)
        and is_whole_where_defined(high)
    ):
        return None
    certificate = series.telescoped(total.function, index, low)
    if certificate is None or not certificate.is_polynomial(index):
        return None
    form = certificate.xreplace({index: high + 1}) - certificate.xreplace({index: low})
    needed = sympy.And(*fixed(defined(total.function), {index}))
    if needed == sympy.true:
        return form
    return sympy.Piecewise((form, needed), (0, sympy.Lt(high, low)))


FORMULAS = {sympy.Sum: _sum_formula, sympy.Integral: integral_formula}
