"""What calls in an author's module do: functions of the algebra system keep what they would
evaluate away.
"""

from __future__ import annotations

import builtins
import contextlib
import math
import operator
from fractions import Fraction
from functools import partial

import sympy
from sympy.assumptions.assume import Predicate
from sympy.core.relational import Relational
from sympy.logic.boolalg import Boolean
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written import (
    arrays,
    by_definition,
    generic_answers,
    lacking,
    of_numbers,
    plain_arrays,
    questions,
    solving,
    sympy_errors,
    usage,
)
from probatum.authoring.as_written.callbacks import handing_on, operator_method
from probatum.authoring.as_written.conditions import (
    CONNECTIVES,
    connective,
    member,
    put_in_condition,
)
from probatum.authoring.as_written.constructs import STANDING, carried_out, stands_for_many
from probatum.authoring.as_written.deriving import derivative, derived, hessian, jacobian
from probatum.authoring.as_written.keeping import (
    Call,
    is_exact,
    kept,
    needs,
    provided,
    rewritten,
    value_of,
)
from probatum.authoring.as_written.operations import (
    BY_PYTHON,
    IN_PLACE,
    divide,
    floor_divide,
    magnitude,
    modulo,
    power,
    product,
    raised,
    related,
    total,
    updated,
)
from probatum.authoring.as_written.questions import check_conditions
from probatum.authoring.as_written.reading import as_code as as_code
from probatum.authoring.as_written.reading import reading
from probatum.authoring.as_written.reading import with_names as with_names
from probatum.authoring.as_written.substituting import placed, substituted
from probatum.authoring.as_written.sympy_methods import BUILDING, KEEPING, ways
from probatum.errors import DefinitionError
from probatum.proposition.numbers.digit_count import INDEXED, large_index
from probatum.proposition.written import applied
from probatum.type_names import Authored, Expression, Function, Matrix

ROOTS = {id(function) for function in (sympy.sqrt, sympy.cbrt, sympy.root)}


def _reckoning(kind: Authored, as_written: Function) -> Function:
    """An operation that is carried out as its options say, where all of that surely has a value;
    else it is kept as written, whatever they say.
    """

    def reckon(*operands: Authored, **options: Authored) -> Authored:
        numbers = (each for each in operands if isinstance(each, sympy.Basic))
        sure = options and all(needs(each) == sympy.true for each in numbers)
        return kind(*operands, **options) if sure else as_written(*operands)

    return reckon


OPERATORS: dict[Authored, Function] = {
    **{getattr(operator, name): operate for name, operate in BY_PYTHON.items()},
    **{in_place: partial(updated, name) for name, (_, in_place) in IN_PLACE.items()},
    builtins.pow: raised,
    builtins.divmod: lambda left, right: (floor_divide(left, right), modulo(left, right)),
    sympy.Add: _reckoning(sympy.Add, lambda *terms: total(terms)),
    sympy.Mul: _reckoning(sympy.Mul, lambda *factors: product(factors)),
    sympy.Pow: _reckoning(sympy.Pow, power),
}


# What an author calls may be such that it cannot be looked up or compared.
AS_OPERATORS = {id(function): as_written for function, as_written in OPERATORS.items()}
READERS, SOLVERS = (frozenset(map(id, some)) for some in (solving.READERS, solving.SOLVERS))


def called(function: Authored) -> Authored:
    """What is called in place of a function: it keeps what is written, or says what to write."""
    if plain_arrays.is_called(function):
        return plain_arrays.called(function, _called)
    return _called(function)


def _called(function: Authored) -> Authored:
    told = of_numbers.telling(function, _keeping(function))
    return sympy_errors.telling(function, usage.telling(function, told))


def _keeping(function: Authored) -> Authored:
    """The function itself, or one that keeps what the algebra system would evaluate away."""
    if function is builtins.sum:
        return total
    if function is math.prod or function is sympy.prod:
        return product
    if function is builtins.abs:
        return lambda thing: (
            _application(sympy.Abs)(thing) if isinstance(thing, sympy.Expr) else magnitude(thing)
        )
    if (coding := solving.of_code(function)) is not None:
        return coding
    if isinstance(function, sympy.Lambda):
        return solving.applied(function)
    if isinstance(function, sympy.Poly):
        return solving.applied(sympy.Lambda(function.gens, function.as_expr()))
    by_something_else = (
        handing_on(function, called) or operator_method(function) or reading(function)
    )
    if by_something_else is not None:
        return by_something_else
    if (asking := generic_answers.of_python(function)) is not None:
        return asking
    if _of_numpy(function):
        return arrays.through(function)
    if id(function) in READERS:
        return solving.reading(function)
    if id(function) in SOLVERS:
        return generic_answers.telling(function.__name__, solving.solving(function))
    if id(function) in AS_OPERATORS:
        return AS_OPERATORS[id(function)]
    if function is contextlib.suppress:
        return questions.Suppressing
    if function is builtins.bool:
        return generic_answers.truth
    if function is sympy.nsimplify:
        return partial(of_numbers.exactly, function)
    if function is builtins.isinstance:
        return lambda thing, kinds: isinstance(value_of(thing), kinds)
    if isinstance(function, type):
        return _class(function)
    if id(function) in ROOTS:
        return _root(function)
    if isinstance(function, sympy.Expr) and not callable(function):
        return lacking.not_called(function)
    owner = getattr(function, "__self__", None)
    if id(owner) in AS_OPERATORS and getattr(function, "__name__", "") == "fromiter":
        return lambda parts: AS_OPERATORS[id(owner)](*parts)
    if isinstance(owner, (sympy.Basic, MatrixBase)) and not isinstance(owner, type):
        return _method(function, owner)
    home = (getattr(function, "__module__", "") or "").partition(".")[0]
    if home == "sympy" and not isinstance(function, Predicate):
        return _of_the_algebra_system(function)
    return function


def _of_numpy(function: Authored) -> bool:
    """A function of NumPy, or the method of an array."""
    owner = getattr(function, "__self__", None)
    home = getattr(function, "__module__", None) or type(function).__module__ or ""
    return type(owner).__module__ == "numpy" or (
        home.partition(".")[0] == "numpy" and not isinstance(function, type)
    )


def _class(kind: type[Authored]) -> Authored:
    if issubclass(kind, CONNECTIVES):
        return connective(kind)
    if issubclass(kind, Relational):
        return related(kind)
    if issubclass(kind, sympy.Contains):
        return member
    if issubclass(kind, (sympy.Rational, Fraction)):
        return partial(of_numbers.exactly, kind)
    if issubclass(kind, sympy.Number):
        return lambda *arguments: kind(*map(value_of, arguments))
    if issubclass(kind, sympy.Poly):
        return solving.polynomial
    if kind is sympy.Piecewise:
        return _cases
    if kind is sympy.Derivative:
        return derivative
    if kind is sympy.Limit:
        return lambda *arguments, **options: carried_out(kind, arguments, options)
    if kind is sympy.Subs:
        return placed
    if generic_answers.forgets(kind):
        return generic_answers.of_numbers(kind)
    applied = issubclass(kind, (sympy.Function, sympy.Max, sympy.Min)) and not issubclass(
        kind, sympy.Piecewise
    )
    return _application(kind) if applied else kind


def _cases(*cases: Authored, **options: Authored) -> Authored:
    """A distinction of cases; where cases with one value are merged, their conditions must still be
    defined.
    """
    *earlier, last = (case[1] for case in cases if isinstance(case, (tuple, sympy.Tuple)))
    check_conditions("Piecewise", [*earlier, *([last] if last is False else [])])
    result = sympy.Piecewise(*cases, **options)
    as_said = sympy.Piecewise(*cases, evaluate=False)
    merged = not isinstance(result, sympy.Piecewise) or len(result.args) < len(as_said.args)
    return provided(result, needs(as_said)) if merged and not options else result


def _application(function: Authored) -> Function:
    def apply(*arguments: Authored, **options: Authored) -> Authored:
        if not arguments:
            raise TypeError("it is called without any")
        if (
            not options
            and issubclass(function, INDEXED)
            and any(map(large_index, map(sympy.sympify, arguments)))
        ):
            return function(
                *map(sympy.sympify, arguments), evaluate=False
            )  # it has too many digits
        if function is sympy.log and len(arguments) == 2 and not options:
            return divide(*map(apply, arguments))
        if options or not all(isinstance(a, sympy.Expr) or is_exact(a) for a in arguments):
            return function(*arguments, **options)
        operands = tuple(map(sympy.sympify, arguments))
        result = applied(function, operands)
        if not isinstance(result, sympy.Expr):
            return result
        stands = result.func == function and set(result.args) == set(operands)
        known = getattr(sympy, function.__name__, None) is function
        return result if stands or not known else kept(function.__name__, operands)

    return apply


def _root(function: Function) -> Function:
    def take(base: Authored, *degree: Authored, **options: Authored) -> Authored:
        result = function(base, *degree, **options)
        if options or not is_exact(base):
            return result
        radicand = sympy.sympify(base)
        exponent = (
            sympy.Rational(1, 2 if function is sympy.sqrt else 3)
            if not degree
            else 1 / sympy.sympify(degree[0])
        )
        stands = radicand.is_Number or (result.is_Pow and result.args == (radicand, exponent))
        return result if stands else kept("**", (radicand, exponent))

    return take


def _method(method: Function, owner: Expression | Matrix) -> Function:
    name = method.__name__
    if isinstance(owner, MatrixBase) and name == "applyfunc":
        return lambda function: owner.applyfunc(called(function))
    if name == "diff" and isinstance(owner, (sympy.Expr, MatrixBase)):
        return partial(derived, owner)
    if name in ("integrate", "limit") and isinstance(owner, sympy.Expr):
        function = getattr(sympy, name)
        return lambda *rest, **options: carried_out(function, (owner, *rest), options)
    if name == "doit" and stands_for_many(owner):
        return lambda **_: owner
    if name == "jacobian" and isinstance(owner, MatrixBase):
        return partial(jacobian, owner)
    if name in ("subs", "xreplace", "replace") and isinstance(owner, (sympy.Expr, MatrixBase)):
        return lambda *pairs, **options: substituted(method, owner, pairs, options)
    if name in ("subs", "xreplace", "replace") and isinstance(owner, Boolean):
        return lambda *pairs, **options: put_in_condition(method, owner, pairs, options)
    if name in ("subs", "xreplace", "replace") and isinstance(owner, sympy.Poly):
        return _method(getattr(owner.as_expr(), name), owner.as_expr())
    if name == "pow" and isinstance(owner, MatrixBase):
        return lambda exponent, **_: power(owner, exponent)
    if name in KEEPING:
        return method
    if isinstance(owner, MatrixBase) and name in by_definition.OF_MATRICES:
        return partial(by_definition.OF_MATRICES[name], owner)
    if name in solving.PIVOTING and isinstance(owner, MatrixBase):
        solving.pivoting(name, owner)

    def of_evaluated(first: Authored, *more: Authored, **options: Authored) -> Authored:
        try:
            return getattr(first, name)(*more, **options)
        except ValueError as error:
            if name not in OF_SINGULAR_VALUES:
                raise
            raise DefinitionError(OF_SINGULAR_VALUES[name]) from error

    if name in solving.INVERTING and isinstance(owner, MatrixBase):
        return lambda *rest, **options: rewritten(
            Call(of_evaluated, (owner, *rest), options), owner if owner.is_square else None
        )

    def written(*rest: Authored, **options: Authored) -> Authored:
        call = Call(of_evaluated, (owner, *rest), options)
        return rewritten(call, **ways(name, options))

    return generic_answers.telling(name, written, owner)


def _of_the_algebra_system(function: Authored) -> Authored:
    name = getattr(function, "__name__", "")
    if "." in getattr(function, "__qualname__", "") and "<" not in function.__qualname__:
        return _unbound(function)
    if function is sympy.diff:
        return derived
    if function is sympy.hessian:
        return hessian
    if function is sympy.wronskian:
        return partial(by_definition.wronskian, derived)
    if function is sympy.stationary_points:
        return by_definition.stationary_points
    if function is sympy.discriminant:
        return by_definition.discriminant
    if function.__module__.startswith("sympy.stats."):
        function = partial(by_definition.statistic, function)
    if name in BUILDING:
        return function
    if function in OF_POLYNOMIALS:
        return partial(_of_numbers, function)
    if function in STANDING:
        return lambda *arguments, **options: carried_out(function, arguments, options)

    def written(*arguments: Authored, **options: Authored) -> Authored:
        call = Call(function, arguments, options)
        return rewritten(call, **ways(name, options))

    return generic_answers.telling(name, written)


def _unbound(function: Authored) -> Function:
    """A method asked of its class: of the first of its arguments, or, where it belongs to the
    class, of it.
    """
    name, owner = function.__name__, getattr(function, "__self__", None)

    def call(*arguments: Authored, **options: Authored) -> Authored:
        if owner is None and arguments and getattr(type(arguments[0]), name, None) is function:
            return called(getattr(arguments[0], name))(*arguments[1:], **options)
        if name in BUILDING:
            return function(*arguments, **options)
        made = Call(function, arguments, options)
        return generic_answers.telling(name, lambda *_, **__: rewritten(made, rewriting=False))(
            *arguments, **options
        )

    return call


OF_POLYNOMIALS = (sympy.gcd, sympy.lcm)
OF_SINGULAR_VALUES = {
    name: f"{name}: got a matrix whose singular values SymPy does not put in order, wanted {write}"
    for name, write in (
        ("norm", "spectral_radius(A.T*A), the square of the largest, in a relation to numbers"),
        (
            "condition_number",
            "relations of spectral_radius(A.T*A) and spectral_radius((A.T*A).inv()) to numbers: "
            "its square is their product",
        ),
    )
}


def _of_numbers(function: Authored, *arguments: Authored, **options: Authored) -> Authored:
    """What the algebra system takes for a divisor of polynomials, of numbers alone."""
    if any(getattr(part, "free_symbols", ()) for part in sympy.flatten(arguments)):
        name = function.__name__
        raise DefinitionError(
            f"{name}: got {', '.join(map(str, arguments))}, wanted numbers: of variables SymPy's "
            f"{name} is that of polynomials; divisibility is Eq(Mod(a, b), 0)"
        )
    return function(*arguments, **options)
