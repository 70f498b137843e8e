"""The conditions under which an expression and a condition are defined."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import sympy
from sympy.core.function import AppliedUndef
from sympy.core.relational import Relational
from sympy.matrices.matrixbase import MatrixBase

from probatum.proposition.kinds import Multiset
from probatum.proposition.numbers.constant import OPEN, Lacking, extended, perhaps_infinite
from probatum.proposition.parts import conjuncts, put, put_standing
from probatum.proposition.sense.middle import SLOPE, in_the_middle
from probatum.proposition.sense.powers import power_defined
from probatum.proposition.sense.throughout import multiplied_out, throughout
from probatum.proposition.slopes.derivative import by_the_algebra_system, decides, differentiable
from probatum.proposition.slopes.differentiability import by_sides
from probatum.proposition.slopes.smoothness import is_smooth
from probatum.proposition.subjects.domains import Built
from probatum.proposition.subjects.few_terms import all_written_out, indices
from probatum.proposition.unknown import unknown
from probatum.proposition.written import (
    DERIVATIVE,
    OPERATORS,
    PROVIDED,
    REWRITTEN,
    SUBSTITUTION,
    Written,
    evaluated,
    is_written,
)
from probatum.type_names import Condition, Expression, Function, Symbol

UNEVALUATED = (sympy.Limit, sympy.Integral, sympy.Sum, sympy.Product, sympy.Subs, sympy.Derivative)
COUNTED = (sympy.Sum, sympy.Product)
SMOOTH = (
    sympy.exp,
    sympy.sin,
    sympy.cos,
    sympy.sinh,
    sympy.cosh,
    sympy.tanh,
    sympy.atan,
    AppliedUndef,
)
TOTAL = (
    *SMOOTH, sympy.sech, sympy.asinh, sympy.erf, sympy.erfc, sympy.erfi, sympy.Si, sympy.Shi,
    sympy.fresnels, sympy.fresnelc, sympy.Abs, sympy.sign, sympy.floor, sympy.ceiling, sympy.frac,
    sympy.Max, sympy.Min, sympy.Heaviside,
)  # fmt: skip
RULES: dict[Expression, Callable[..., Expression]] = {
    sympy.log: lambda x: sympy.Gt(x, 0),
    sympy.asin: lambda x: sympy.And(sympy.Ge(x, -1), sympy.Le(x, 1)),
    sympy.acos: lambda x: sympy.And(sympy.Ge(x, -1), sympy.Le(x, 1)),
    sympy.acosh: lambda x: sympy.Ge(x, 1),
    sympy.atanh: lambda x: sympy.And(sympy.Gt(x, -1), sympy.Lt(x, 1)),
    sympy.atan2: lambda y, x: sympy.Or(sympy.Ne(x, 0), sympy.Ne(y, 0)),
    sympy.tan: lambda x: sympy.Ne(sympy.cos(x), 0),
    sympy.sec: lambda x: sympy.Ne(sympy.cos(x), 0),
    sympy.cot: lambda x: sympy.Ne(sympy.sin(x), 0),
    sympy.csc: lambda x: sympy.Ne(sympy.sin(x), 0),
    sympy.coth: lambda x: sympy.Ne(x, 0),
    sympy.csch: lambda x: sympy.Ne(x, 0),
    sympy.Mod: lambda x, y: sympy.Ne(y, 0),
    sympy.Ci: lambda x: sympy.Gt(x, 0),
    sympy.Chi: lambda x: sympy.Gt(x, 0),
    sympy.Ei: lambda x: sympy.Ne(x, 0),
    sympy.loggamma: lambda x: sympy.Gt(x, 0),
    sympy.gamma: lambda x: sympy.Or(sympy.Gt(x, 0), sympy.Ne(x, sympy.floor(x))),
    sympy.beta: lambda x, y: sympy.Or(
        sympy.And(sympy.Gt(x, 0), sympy.Gt(y, 0)), unknown(sympy.beta(x, y))
    ),
    sympy.zeta: lambda s, *a: unknown(sympy.zeta(s, *a)) if a else sympy.Ne(s, 1),
    sympy.LambertW: lambda x, *k: (
        unknown(sympy.LambertW(x, *k)) if k else sympy.Ge(x, -sympy.exp(-1))
    ),
    sympy.besselj: lambda n, x: sympy.true if n.is_integer else unknown(sympy.besselj(n, x)),
    sympy.factorial: lambda n: sympy.Ge(n, 0) if n.is_integer else sympy.Gt(n, -1),
    sympy.harmonic: lambda n, *power: _defined_harmonic(n, *power),
    sympy.fibonacci: lambda n: sympy.Ge(n, 0) if n.is_integer else unknown(sympy.fibonacci(n)),
    sympy.binomial: lambda n, k: _defined_binomial(n, k),
    sympy.KroneckerDelta: lambda i, j, *between: (
        unknown(sympy.KroneckerDelta(i, j, *between)) if between else sympy.true
    ),
}


def _defined_binomial(n: Expression, k: Expression) -> Condition:
    """For integers from zero on; what authors mean by others differs."""
    return (
        sympy.And(sympy.Ge(n, 0), sympy.Ge(k, 0))
        if n.is_integer and k.is_integer
        else unknown(sympy.binomial(n, k))
    )


def _defined_harmonic(n: Expression, power: Expression = sympy.S.One) -> Condition:
    """For integers from zero on, and powers from one on."""
    known = n.is_integer and power.is_integer and power.is_positive
    return sympy.Ge(n, 0) if known else unknown(sympy.harmonic(n, power))


UNDEFINED = (sympy.zoo, sympy.nan, sympy.oo, -sympy.oo)


@lru_cache(maxsize=4096)
def defined(expression: Expression) -> Condition:
    """The condition under which a real expression or condition has a value."""
    if isinstance(expression, Written):
        return _defined_written(expression)
    if isinstance(expression, (tuple, sympy.Tuple, sympy.FiniteSet)):
        return sympy.And(*(defined(item) for item in expression))
    if hasattr(expression, "real_parts"):  # of complex numbers
        return sympy.And(*map(defined, expression.real_parts))
    if isinstance(expression, Multiset):
        return defined(expression.elements)
    if isinstance(expression, MatrixBase):
        return sympy.And(*(defined(item) for item in expression))
    if isinstance(expression, (sympy.And, sympy.Or, sympy.Not, sympy.Implies)):
        return _defined_connective(expression)
    if isinstance(expression, sympy.Piecewise):
        return _defined_piecewise(expression)
    if (
        expression in UNDEFINED
        or expression == sympy.I
        or (isinstance(expression, sympy.CRootOf) and not expression.is_real)
    ):
        return sympy.false
    if isinstance(expression, Lacking):
        return unknown(expression) if expression.kind == OPEN else sympy.false
    if isinstance(expression, sympy.Equality) and any(map(extended, expression.args)):
        return sympy.And(*map(defined_side, expression.args))
    if isinstance(expression, sympy.Derivative):
        return _defined_derivative(expression.expr, expression.variables)
    if isinstance(expression, UNEVALUATED) and expression.has(sympy.I):
        return sympy.false
    if isinstance(expression, UNEVALUATED):
        whole = sympy.And(_defined_ends(expression), _defined_throughout(expression))
        if not expression.free_symbols:
            return whole
        return sympy.And(whole, _defined_open(evaluated(expression)))
    lost = _values_lost(expression) if isinstance(expression, Relational) else ()
    return sympy.And(_own(expression), *map(defined, expression.args), *lost)


def defined_side(side: Expression) -> Condition:
    """Beside an equality sign an infinity, or that there is no value, is an answer."""
    if isinstance(side, sympy.Tuple):
        return sympy.And(*map(defined_side, side))
    return sympy.true if extended(side) else defined(side)


def among_answers(equality: Condition) -> Condition:
    """Whether two answers are the same, where one is no real number and the other is known, or a
    number wherever it has a value.
    """
    if any(map(perhaps_infinite, equality.args)) and all(map(extended, equality.args)):
        return equality
    if all(map(extended, equality.args)) and {*equality.args} & {*UNDEFINED}:
        return sympy.true if equality.lhs == equality.rhs else sympy.false
    numbers = [side for side in equality.args if not extended(side)]
    if len(numbers) != 1 or not isinstance(numbers[0], sympy.Expr):
        return equality
    never = sympy.Eq(numbers[0], numbers[0] + 1, evaluate=False)  # and undefined where that is
    return sympy.false if defined(numbers[0]) == sympy.true else never


def _own(expression: Expression) -> Condition:
    """What the outermost operation of the expression needs."""
    if isinstance(expression, sympy.Pow):
        return _needed(power_defined, evaluated(expression.base), evaluated(expression.exp))
    if isinstance(expression, Built):
        return evaluated(expression.needed)
    if not isinstance(expression, sympy.Function) or isinstance(expression, (*TOTAL, AppliedUndef)):
        return sympy.true
    rule = RULES.get(expression.func)
    return _needed(rule, *expression.args) if rule else unknown(expression)


def _needed(rule: Function, *operands: Expression) -> Condition:
    """What a rule says, which no operand meets that is no real number."""
    try:
        return rule(*operands)
    except TypeError:  # SymPy compares it with nothing
        return sympy.false


def _defined_written(expression: Written) -> Condition:
    """What was written is defined where its operands are, and where the operation can be carried
    out.
    """
    first, *rest = expression.operands
    match expression.operation:
        case name if name in OPERATORS:
            own = _own_operator(name, evaluated(first), evaluated(rest[0]))
            return sympy.And(own, defined(first), defined(rest[0]), *_values_lost(expression))
        case name if name == DERIVATIVE:
            return _defined_derivative(first, rest)
        case name if name == SUBSTITUTION:
            values = dict(zip(rest[::2], map(evaluated, rest[1::2]), strict=True))
            return sympy.And(put(evaluated(defined(first)), values), *map(defined, rest[1::2]))
        case name if name == PROVIDED:
            return sympy.And(rest[0], defined(rest[0]))
        case name if name == REWRITTEN:
            return sympy.And(defined(first), defined(rest[0]))
    function = getattr(sympy, expression.operation)
    rule, operands = RULES.get(function), map(evaluated, expression.operands)
    own = _needed(rule, *operands) if rule else defined(evaluated(expression))
    return sympy.And(own, *map(defined, expression.operands))


def _values_lost(expression: Expression) -> Iterator[Condition]:
    """That what is closed has a value, where evaluation takes it away, as in 0 times a series."""
    if expression.has(*UNEVALUATED):
        left = evaluated(expression)
        for construct in sorted(expression.atoms(*UNEVALUATED), key=sympy.default_sort_key):
            if not construct.free_symbols and not left.has(evaluated(construct)):
                yield unknown(evaluated(construct))


def _own_operator(name: str, left: Expression, right: Expression) -> Condition:
    if name == "/":
        return sympy.Ne(right, 0)
    return _needed(power_defined, left, right) if name == "**" else sympy.true


def _defined_derivative(expression: Expression, variables: Sequence[Symbol]) -> Condition:
    """Where an expression and its derivatives are defined: in the middle of its domain, and of that
    of what tells cases apart.
    """
    inside, plain = defined(expression), all_written_out(evaluated(expression))
    hidden = plain != expression or plain.has(sympy.Piecewise)
    middle = in_the_middle(inside, set(variables)) if hidden else sympy.true
    return sympy.And(inside, middle, _derivable(plain, variables))


def _derivable(expression: Expression, variables: Sequence[Symbol]) -> Condition:
    """Where the expression has a derivative by one variable after the other."""
    conditions = []
    for variable in variables:
        condition = differentiable(expression, variable)
        if condition is None or not decides(expression, variable):
            condition = _derivable_at_kinks(expression, variable, condition)
        conditions.append(condition)
        expression = by_the_algebra_system(expression, variable)
    return sympy.And(*conditions)


def _derivable_at_kinks(
    expression: Expression, variable: Symbol, otherwise: Condition | None
) -> Condition:
    """Where the expression has a derivative, kinks or not; `otherwise` suffices."""
    told = by_sides(expression, variable)
    if told is not None and told.sure == told.possible:
        return told.sure
    open_question = unknown(SLOPE(expression))
    if told is None:
        return open_question if otherwise is None else sympy.Or(open_question, otherwise)
    enough = told.sure if otherwise is None else sympy.Or(otherwise, told.sure)
    return sympy.Or(enough, sympy.And(open_question, told.possible))


def _defined_ends(expression: Expression) -> Condition:
    """Where its ends are as written, or the place of a limit."""
    ends = (
        expression.args[2:3]
        if isinstance(expression, sympy.Limit)
        else [end for limit in getattr(expression, "limits", ()) for end in limit[1:]]
    )
    return sympy.And(*(defined(end) for end in ends if is_written(end)))


def _defined_throughout(expression: Expression) -> Condition:
    """What its body needs whatever the bound variables are; where nothing is added or multiplied,
    nothing.
    """
    if isinstance(expression, sympy.Subs):
        return sympy.true
    limits = () if isinstance(expression, sympy.Limit) else expression.limits
    bound = {limit[0] for limit in limits} or {expression.args[1]}
    needed = sympy.And(*fixed(defined(expression.args[0]), bound))
    if not isinstance(expression, COUNTED) or needed == sympy.true:
        return needed
    ends = [limit[1:] for limit in limits if len(limit) == 3]
    return sympy.Or(needed, *(sympy.Lt(high, low) for low, high in ends))


def fixed(condition: Condition, bound: set[Symbol]) -> list[Condition]:
    """The parts of a condition in which no bound variable stands."""
    return [part for part in conjuncts(condition) if not part.has(*bound)]


def _defined_open(expression: Expression) -> Condition:
    """A sum or product of defined terms, from an end to one no lower; a smooth integral;
    what is closed is for the decider that carries it out.
    """
    if isinstance(expression, COUNTED) and (few := indices(expression)) is not None:
        needed = defined(expression.function)
        return sympy.And(*(put_standing(needed, each) for each in few))
    if not isinstance(expression, (*COUNTED, sympy.Integral)) or [
        len(limit) for limit in expression.limits
    ] != [3]:
        return unknown(expression)
    variable, low, high = expression.limits[0]
    if low.is_infinite or high.is_infinite:
        return unknown(expression)
    ends = sympy.And(defined(low), defined(high))
    if isinstance(expression, COUNTED) and low.is_integer and high.is_integer:
        terms = _defined_terms(expression, variable, low, high)
        return sympy.And(ends, sympy.Ge(high, low - 1), sympy.Or(sympy.Lt(high, low), terms))
    return (
        ends
        if isinstance(expression, sympy.Integral) and is_smooth(expression.function, variable)
        else unknown(expression)
    )


def _defined_terms(
    total: Expression, index: Symbol, low: Expression, high: Expression
) -> Condition:
    """Where all terms from one end to the other are defined; of some that hang on the index,
    where they surely are; the first and the last must be.
    """
    from_one = low == 1 or (low.is_positive and not low.is_Integer)
    further = sympy.Dummy(
        "i", integer=True, **({"positive": True} if from_one else {"nonnegative": True})
    )
    term, at = total.function, further if from_one else low + further
    condition = multiplied_out(defined(term.xreplace({index: at})), further)
    if not condition.has(further):
        return condition
    sufficient = throughout(defined(term), index, low, high)
    ends = (defined(term.xreplace({index: end})) for end in (low, high))
    possible = sympy.And(unknown(total), *ends)
    return sympy.Or(sympy.false if sufficient is None else sufficient, possible)


def _defined_connective(expression: Expression) -> Condition:
    """Kleene: defined where all parts are, or where one defined part decides the whole."""
    if isinstance(expression, sympy.Implies):
        premise, conclusion = expression.args
        return one_decides((sympy.Not(premise), conclusion), lambda part: part)
    if isinstance(expression, sympy.Not):
        return defined(expression.args[0])
    deciding = sympy.Not if isinstance(expression, sympy.And) else (lambda part: part)
    return one_decides(expression.args, deciding)


def one_decides(args: Sequence[Condition], deciding: Callable[..., Condition]) -> Condition:
    """Where all are defined, or one that is defined decides the whole.

    What a part needs where another one does not decide, is not asked for again: where it is not so,
    the other one decides.
    """
    undecided = {sympy.Not(deciding(part)) for part in args}
    parts = [(part, _beside(undecided, defined(part))) for part in args]
    if all(condition == sympy.true for _, condition in parts):
        return sympy.true
    whole = sympy.And(*(condition for _, condition in parts))
    least = set(conjuncts(whole))
    return sympy.Or(
        whole,
        *(
            sympy.And(condition, deciding(part))
            for part, condition in parts
            if not least <= set(conjuncts(condition))
        ),
    )


def _beside(known: set[Condition], needed: Condition) -> Condition:
    """What is needed apart from what is known."""
    return sympy.And(*(part for part in conjuncts(needed) if part not in known))


def _defined_piecewise(expression: Expression) -> Condition:
    conditions: list[Condition] = []
    earlier: Condition = sympy.false
    for branch, condition in expression.args:
        here = sympy.And(sympy.Not(earlier), condition)
        conditions.append(sympy.Or(earlier, defined(condition)))
        conditions.append(sympy.Or(sympy.Not(here), defined(branch)))
        earlier = sympy.Or(earlier, condition)
    return sympy.And(earlier, *conditions)
