"""Calls and operators that SymPy, or Python, answers with an error: an author is told what to write
in their place.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable

import sympy
from sympy.core.function import FunctionClass
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import is_condition
from probatum.authoring.as_written.lacking import CONDITIONS
from probatum.authoring.as_written.of_numbers import is_of_the_author
from probatum.authoring.as_written.usage import parameters_of, written
from probatum.errors import DefinitionError, ProbatumError
from probatum.proposition.kinds import KINDS
from probatum.proposition.subjects.complex_numbers import Complex
from probatum.proposition.subjects.operands import INDICATOR
from probatum.proposition.subjects.random import E
from probatum.type_names import Authored, Function

SYMPYS = "sympy."
SOLUTIONS = "the solution written down, and the equation stated of it"
EXTREME = (
    "the value written down: ForAll(x, then=f <= value), and Exists(x, then=Eq(f, value)), "
    "or smallest(f, x, at=...)"
)
COUNTED, BETWEEN = "(term, (k, first, last))", "(f, (x, from, to))"
DERIVED = "diff(f, x), diff(f, x, 2) or diff(f, x, y)"
PUT_IN = "f.subs(x, value), or f.subs({x: value, y: other})"
INVERTIBLE = "a square matrix with an inverse, which is where its determinant is not 0"
OF_CONDITIONS = ("reduce_inequalities", "solve_univariate_inequality")
FORMS = {  # how a call is written, or what in its place
    **dict.fromkeys(("Sum", "summation"), f"Sum{COUNTED}"),
    **dict.fromkeys(("Product", "product"), f"Product{COUNTED}"),
    **dict.fromkeys(("Integral", "integrate"), f"Integral{BETWEEN}"),
    **dict.fromkeys(("Limit", "limit"), "Limit(f, x, point)"),
    **dict.fromkeys(("diff", "Derivative"), DERIVED),
    **dict.fromkeys(("subs", "xreplace"), PUT_IN),
    **dict.fromkeys(("solve", "solveset", "linsolve", "nonlinsolve", "roots", "dsolve"), SOLUTIONS),
    **dict.fromkeys(("maximum", "minimum", "stationary_points"), EXTREME),
    **dict.fromkeys(("inv", "LUsolve", "solve_linear_system"), INVERTIBLE),
    **dict.fromkeys(("det", "trace"), "a square matrix"),
    **dict.fromkeys(("Max", "Min"), "numbers, one by one, as in {name}(x, y)"),
    **dict.fromkeys(
        ("sympify", "parse_expr", "S"), "a formula as SymPy reads it, such as '2*x + 1'"
    ),
    **dict.fromkeys(OF_CONDITIONS, "the solutions written down, in Iff(the inequality, ...)"),
    "nsolve": "Exists(x, given=And(a < x, x < b), then=Eq(f, 0))",
    "Piecewise": "Piecewise((value, condition), ..., (other, True))",
    "hessian": "hessian(f, (x, y))",
    "jacobian": "Matrix([f, g]).jacobian([x, y])",
    "Poly": "a polynomial and its variables, Poly(x**2 + 1, x)",
    "Matrix": "Matrix([[a, b], [c, d]]), whose rows are of one length",
    "series": "series(f, x, point, order)",
    "dot": "vectors of one length",
    "cross": "vectors of three entries",
}
UNTELLING = (AttributeError, LookupError)  # which speak of SymPy's own parts
INTERNAL = (
    "unpack", "object is not", "sympify ", "convert dictionary", "unsupported", "ExprCondPair",
    "<class",
)  # fmt: skip
NOT_OURS = (ProbatumError, RecursionError, MemoryError, KeyboardInterrupt)
AUTHORS = {  # names of what SymPy calls otherwise
    "MutableDenseMatrix": "Matrix", "ImmutableDenseMatrix": "Matrix", "SingletonRegistry": "S",
}  # fmt: skip
CONNECTING = ("&", "|", ">>", "^")
MOST_SHOWN, MOST_SAID = 80, 160  # characters of what is called, and of what SymPy says of it


def telling(function: object, keeping: Function) -> Function:
    """What is called in place of a function or method of SymPy's: where it fails, it says what to
    write.

    Raises DefinitionError there.
    """
    if not _is_of_sympy(function):
        return keeping

    def tell(*arguments: object, **options: object) -> object:
        try:
            return keeping(*arguments, **options)
        except Exception as error:
            if isinstance(error, NOT_OURS) or is_of_the_author(error):
                raise
            raise _told(function, arguments, options, error) from error

    return tell


def _is_of_sympy(function: object) -> bool:
    owner = getattr(function, "__self__", None)
    home = getattr(function, "__module__", None)
    if isinstance(owner, (sympy.Basic, MatrixBase)) and not isinstance(owner, type):
        return True
    return type(home) is str and home.startswith(SYMPYS)


def _told(
    function: Authored,
    arguments: tuple[object, ...],
    options: dict[str, object],
    error: Exception,
) -> DefinitionError:
    name = getattr(function, "__name__", type(function).__name__)
    name = AUTHORS.get(name, name)
    owner = getattr(function, "__self__", None)
    method = isinstance(owner, (sympy.Basic, MatrixBase)) and not isinstance(owner, type)
    called = f"({owner}).{name}" if method else name
    said = [*map(_shown, arguments), *(f"{key}={_shown(options[key])}" for key in options)]
    got = f"{called}({', '.join(said)})"
    if len(got) > MOST_SHOWN:
        got = f"{called if len(called) <= MOST_SHOWN else name}(...)"
    misfit = _misfit(function, arguments, options)
    why = misfit or _reason(error)
    known = FORMS.get(name, "").replace("{name}", name)
    form = known if name in OF_CONDITIONS else _instead(arguments) or known
    wanted = form or _form(function, name, misfit=bool(misfit))
    return DefinitionError(f"{name}: got {got}{why and f', {why}'}, wanted {wanted}")


def _shown(thing: object) -> str:
    if isinstance(thing, Complex):
        return thing.words
    if inspect.isroutine(thing):
        return str(thing.__name__)
    return repr(thing) if isinstance(thing, str) else str(thing)


def _misfit(
    function: Authored, arguments: tuple[object, ...], options: dict[str, object]
) -> str | None:
    """What a call lacks or has too much of; None where it fits."""
    if isinstance(function, FunctionClass) and function.nargs:
        counts = function.nargs
        return None if len(arguments) in counts else f"{len(arguments)} arguments"
    try:
        inspect.Signature(parameters_of(function)).bind(*arguments, **options)
    except TypeError as unfit:
        return str(unfit)
    except ValueError:  # it does not say what it takes
        return None
    return None


def _reason(error: Exception) -> str:
    """What SymPy says, where that is about what an author wrote."""
    said = " ".join(str(error).split()).rstrip(".,")
    if not said or isinstance(error, UNTELLING) or any(part in said for part in INTERNAL):
        return ""
    return f"of which SymPy says: {said if len(said) <= MOST_SAID else said[:MOST_SAID] + '...'}"


def _form(function: Authored, name: str, *, misfit: bool) -> str:
    if isinstance(function, FunctionClass) and function.nargs:
        counts = sorted(function.nargs)
        few = f"{counts[0]} number" + ("s" if counts[0] != 1 else "")
        return f"{name} of {few}" + (" or more" if len(counts) > 1 else "")
    if not misfit:
        return f"what {name} makes of them written down, and what it is stated of it"
    return f"{name}({written(parameters_of(function))}"


def _instead(things: Iterable[object]) -> str | None:
    """What to write where one of these is no number; None where each may be one."""
    for thing in things:
        if is_condition(thing):
            return f"numbers: {INDICATOR}"
        if isinstance(thing, KINDS):
            return "numbers; propositions are joined by All(...), Any(...), Iff(...)"
        if thing is E:
            return "exp(1), Euler's number: E(X) is the expectation of X"
        if isinstance(thing, FunctionClass) or inspect.isroutine(thing):
            return f"the function of something, such as {_shown(thing)}(x)"
    return None


def attempted(sign: str, operate: Function, *operands: Authored) -> Authored:
    """The operation. Raises DefinitionError where what is made of symbols has none."""
    try:
        return operate(*operands)
    except TypeError as error:
        told = not_operated(sign, *operands)
        raise told or error from error


def not_operated(name: str, *sides: object) -> DefinitionError | None:
    """The error for an operator that one or two such do not have; None where none of them is what a
    statement is made of.
    """
    ours = (sympy.Basic, MatrixBase, FunctionClass, *KINDS)
    if not any(isinstance(side, ours) or inspect.isroutine(side) for side in sides):
        return None
    shown = [f"({side})" if is_condition(side) else _shown(side) for side in sides]
    got = f" {name} ".join(shown) if len(sides) == 2 else f"{name} of {shown[0]}"
    return DefinitionError(f"got {got}, wanted {_operands(name, sides)}")


def _operands(name: str, sides: tuple[object, ...]) -> str:
    """What an operator joins, by what it was given."""
    matrices = [side for side in sides if isinstance(side, MatrixBase)]
    if any(map(is_condition, sides)):
        return f"{CONDITIONS}; {INDICATOR}"
    if name in CONNECTING and not matrices:
        return CONDITIONS
    if (write := _instead(sides)) is not None:
        return write
    if len(matrices) == 2:
        shapes = " and ".join(str(side.shape) for side in matrices)
        return f"matrices whose shapes fit, where these are {shapes}"
    if matrices:
        return "a matrix beside it, such as x*eye(2), or the inverse, A.inv()"
    if name == "@":
        return "matrices or arrays on both sides; * multiplies numbers"
    return "numbers on both sides; of several, a Matrix or a formula for each"
