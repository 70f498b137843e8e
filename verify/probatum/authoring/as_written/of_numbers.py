"""Functions of Python's and of other libraries that take numbers alone: an author who calls them
with variables is told what to write.
"""

from __future__ import annotations

import inspect
import sys
import traceback
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from numbers import Number, Rational
from string import Formatter

import sympy
from sympy.core.function import FunctionClass
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.keeping import value_of
from probatum.authoring.as_written.lacking import is_thing, lacking
from probatum.authoring.as_written.transcription import HOME
from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.parts import Stated
from probatum.proposition.spelling.in_code import in_code
from probatum.proposition.subjects.complex_numbers import Complex
from probatum.proposition.subjects.domains import General, is_vector
from probatum.type_names import Authored, Function

LIBRARIES = {
    "math", "cmath", "statistics", "fractions", "decimal", "random", "numpy", "scipy",
}  # fmt: skip
GROUPS = (list, tuple, set, frozenset, sympy.Tuple, MatrixBase)
AS_IN_SYMPY = {  # what is named otherwise there
    "ceil": "ceiling", "fabs": "Abs", "absolute": "Abs", "comb": "binomial", "perm": "ff",
    "lgamma": "loggamma", "gammaln": "loggamma", "maximum": "Max", "fmax": "Max",
    "minimum": "Min", "fmin": "Min", "mod": "Mod", "arcsin": "asin", "arccos": "acos",
    "arctan": "atan", "arctan2": "atan2", "arcsinh": "asinh", "arccosh": "acosh",
    "arctanh": "atanh", "sqrt": "sqrt", "cbrt": "cbrt", "pow": "Pow", "power": "Pow",
}  # fmt: skip
ITSELF = ("{0} itself, which is exact",)
CUT = ("floor({0}) where it is at least 0 and ceiling({0}) where it is less",)
HALVES = ("floor({0} + Rational(1, 2)), which rounds halves up",)
LARGEST, SMALLEST = ("Max({all})", "Max(...)"), ("Min({all})", "Min(...)")
MEAN = ("({sum})/{count}", "the sum over how many there are")
SQUARES = "the squares of the distances from the mean"
SPREAD = (f"the mean of {SQUARES}, or its root",)
SAMPLED = (f"the sum of {SQUARES} over one less than there are, or its root",)
ORDERED = ("Max(...), Min(...), or which order is meant in given=, such as x <= y",)
COUNTED = ("Sum(..., (k, first, last)) or Product(...), or a ForAll over integers",)
DIVIDED = ("Eq(Mod(a, b), 0) for divisibility",)
WITHOUT_TYPE = ("an array without a dtype, which holds expressions",)
EIGENVALUES = ("has_eigenvalues(...)",)
NEAR = ("close_to(..., within=...)",)
PRIME = ("that it is at least 2 and no product of two that are",)
LENGTH = ("sqrt({squares})", "Matrix(...).norm(...)")
INSTEAD = {  # the first whose places can be filled
    "max": LARGEST, "amax": LARGEST, "min": SMALLEST, "amin": SMALLEST, "hypot": LENGTH,
    "norm": LENGTH, "mean": MEAN, "fmean": MEAN, "fsum": ("{sum}", "the sum"),
    "log2": ("log({0}, 2)",), "log10": ("log({0}, 10)",), "log1p": ("log(1 + {0})",),
    "expm1": ("exp({0}) - 1",), "exp2": ("Pow(2, {0})",), "square": ("Pow({0}, 2)",),
    "isqrt": ("floor(sqrt({0}))",), "clip": ("Min(Max({0}, {1}), {2})", "Min(Max(...), ...)"),
    "where": ("Piecewise(({1}, {0}), ({2}, True))", "Piecewise(...)"),
    "round": HALVES, "int": CUT, "trunc": CUT, "float": ITSELF, "float64": ITSELF,
    "complex": ITSELF, "Fraction": ITSELF, "Decimal": ITSELF, "sorted": ORDERED, "sort": ORDERED,
    "argsort": ORDERED, "argmax": ORDERED, "argmin": ORDERED, "median": ORDERED, "std": SPREAD,
    "stdev": SAMPLED, "pstdev": SPREAD, "variance": SAMPLED, "pvariance": SPREAD, "range": COUNTED,
    "arange": COUNTED, "gcd": DIVIDED, "lcm": DIVIDED, "array": WITHOUT_TYPE,
    "asarray": WITHOUT_TYPE, "astype": WITHOUT_TYPE, "eig": EIGENVALUES, "eigh": EIGENVALUES,
    "eigvals": EIGENVALUES, "eigvalsh": EIGENVALUES, "isclose": NEAR, "allclose": NEAR,
    "det": ("Matrix(...).det()",), "inv": ("Matrix(...).inv()",),
    "solve": ("Matrix(...).LUsolve(...)",), "isprime": PRIME, "Rational": ("{quotient}", *ITSELF),
    "Integer": CUT,
}  # fmt: skip
OF_SYMPY = ("sympy.ntheory.", "sympy.core.numbers")  # whose functions of numbers these are
GOING_THROUGH = {  # what is in one thing
    "sum", "len", "list", "tuple", "set", "frozenset", "dict", "iter", "enumerate", "zip",
    "reversed", "any", "all",
}  # fmt: skip
OF_PYTHON = {*INSTEAD, *GOING_THROUGH}
CHOOSING = {"max", "min"}
OF_SEVERAL = {  # that one number makes no sense of
    "max", "min", "sorted", "fsum", "mean", "fmean", "median", "stdev", "pstdev", "variance",
    "pvariance", "average", "var", "std", "cov", "cumsum", "norm", "prod", "amax", "amin",
}  # fmt: skip
MOST = 6  # of things that are shown


def telling(function: object, keeping: Function) -> Function:
    """What is called in place of a function: where it takes numbers alone and is called with
    variables, it says what to write.

    Raises DefinitionError there.
    """
    name = _name(function)
    if name is None:
        return keeping
    going = _is_going_through(name)

    def tell(*arguments: object, **options: object) -> object:
        if going and arguments and _is_one(arguments, name):
            raise lacking(arguments[0], name)
        try:
            return keeping(*arguments, **options)
        except (TypeError, ValueError) as error:
            because = told(function, arguments, options, error)
            if because is None:
                raise
            raise because from error

    return tell


def told(
    function: object, arguments: tuple[object, ...], options: dict[str, object], error: Exception
) -> DefinitionError | None:
    """The error for a call that fails because of variables; None where it has another cause."""
    owner, name = getattr(function, "__self__", None), _name(function) or ""
    named = [value for value in options.values() if _variables([value])]
    things = (*([owner] if _is_group(owner) else []), *arguments, *named)
    of_shapes = isinstance(error, ValueError) and any(map(_is_group, things))
    if of_shapes or not _variables(things) or is_of_the_author(error):
        return None
    short = name.rpartition(".")[2]
    several = short in GOING_THROUGH or (len(arguments) == 1 and short in OF_SEVERAL)
    for thing in filter(is_thing, arguments):
        if several or is_vector(thing):
            return lacking(thing, name)
    return _refused(name, things, _instead(short, things, alone=not options))


@lru_cache(maxsize=4096)
def _is_going_through(name: str) -> bool:
    """Whether what is called by a name makes one of several things."""
    short = name.rpartition(".")[2]
    return short in OF_SEVERAL or short in GOING_THROUGH


def _is_one(arguments: tuple[object, ...], name: str) -> bool:
    """Whether what is called goes through one thing, which is a vector, or a term of features or of
    random numbers.
    """
    thing = arguments[0]
    if len(arguments) > 1 and name in CHOOSING:
        return False
    if not isinstance(thing, sympy.Expr):
        return False
    return is_vector(thing) or any(part.is_real for part in thing.atoms(General))


def exactly(kind: Function, *arguments: object, **options: object) -> object:
    """What a kind or function makes of exact numbers; of a float, which would be taken for the
    binary fraction that it is, or for one near it, ExactnessError is raised.
    """
    for number in arguments:
        if isinstance(number, (Number, sympy.Expr)) and not isinstance(number, (Rational, Decimal)):
            exact(number, kind.__name__)
    return kind(*map(value_of, arguments), **options)


def compared(order: Function, left: object, right: object) -> object:
    """What a comparison gives; raises DefinitionError where one of variables gives nothing."""
    try:
        return order(left, right)
    except TypeError as error:
        of_ours = isinstance(left, (FunctionClass, Stated)) or inspect.isroutine(left)
        if not (of_ours or _variables((left, right))):
            raise
        raise DefinitionError(
            f"got {_shown(left)} and {_shown(right)} compared, wanted numbers on both sides; of "
            "what stands in arrays and lists, a condition for each, joined by And(...)"
        ) from error


def _refused(name: str, things: tuple[object, ...], write: str | None) -> DefinitionError:
    """The error for what is called with variables, with what is written in its place."""
    some = list(_entries(things))
    if any(isinstance(thing, Complex) for thing in some):
        write = "it of .real and .imag, or of modulus(...)"
    variables = _variables(things)
    named = f"the variable{'s' if len(variables) > 1 else ''} {', '.join(variables)}"
    shown = ", ".join(map(_shown, some[:MOST])) + (", ..." if len(some) > MOST else "")
    plain = all(isinstance(thing, sympy.Symbol) for thing in some)
    got = named if plain else f"{shown} with {named}"
    said = "" if name.startswith("sympy.") else ", or what it does said in SymPy's functions"
    wanted = f": write {write}" if write else said
    return DefinitionError(f"{name}: got {got}, wanted numbers{wanted}")


def _shown(thing: object) -> str:
    if inspect.isroutine(thing):
        return str(thing.__name__)
    return thing.words if isinstance(thing, Complex) else str(thing)


def _name(function: object) -> str | None:
    """What a function is called by, with its library; None for one that may take variables."""
    name, home = getattr(function, "__name__", ""), getattr(function, "__module__", None)
    if home == "builtins":
        return name if name in OF_PYTHON else None
    if home is None:  # a method of a list or an array, or a function of an array's entries
        owner = getattr(function, "__self__", None)
        home = type(function if owner is None else owner).__module__
        return name if name in OF_PYTHON or home == "numpy" else None
    known = type(name) is str and type(home) is str  # what an author calls may have anything there
    return _named(name, home) if known else None


@lru_cache(maxsize=4096)
def _named(name: str, home: str) -> str | None:
    if home.startswith(OF_SYMPY):
        return f"sympy.{name}"
    public = [part for part in home.split(".") if part[:1] != "_"]
    return ".".join([*public, name]) if public[:1] and public[0] in LIBRARIES else None


def _instead(name: str, things: tuple[object, ...], *, alone: bool) -> str | None:
    """What to write in place of a call with these things alone, or with options besides; None where
    nothing is known.
    """
    sympys = AS_IN_SYMPY.get(name, name)
    same = name in AS_IN_SYMPY or isinstance(getattr(sympy, name, None), FunctionClass)
    forms = (f"{sympys}({{each}})", f"{sympys}(...) of each") if same else ()
    filled = (_filled(form, things, alone=alone) for form in INSTEAD.get(name, forms))
    return next((form for form in filled if form), None)


def _filled(form: str, things: tuple[object, ...], *, alone: bool) -> str | None:
    """A form with things in its places; None where they are others."""
    places = {place for _, place, _, _ in Formatter().parse(form) if place}
    numbered, grouped = {*filter(str.isdigit, places)}, any(map(_is_group, things))
    some = [*_entries(things)]
    fits = (
        len(things) == 1 or not (places and grouped)
        if places <= {"all", "sum", "squares", "count", "quotient"}
        else not grouped and len(numbered) in (0, len(things))
    )
    if not (fits and alone) or len(some) > MOST:
        return None if places else form
    shown = list(map(in_code, some))
    atoms = (isinstance(each, (sympy.Symbol, int)) for each in some)
    bracketed = [said if atom else f"({said})" for said, atom in zip(shown, atoms, strict=True)]
    return form.format(
        *shown,
        all=", ".join(dict.fromkeys(shown)),
        each=", ".join(shown),
        sum=" + ".join(shown),
        quotient="/".join(bracketed),
        squares=" + ".join(f"{said}**2" for said in bracketed),
        count=len(some),
    )


def _is_group(thing: object) -> bool:
    return isinstance(thing, GROUPS) or _is_array(thing)


def _is_array(thing: object) -> bool:
    """Whether NumPy has its entries one by one; a number of its own would be its own only entry."""
    of_numpy = type(thing).__module__ == "numpy" and hasattr(thing, "flat")
    return of_numpy and not isinstance(thing, sys.modules["numpy"].generic)


def _entries(things: Iterable[Authored]) -> Iterator[object]:
    """Things, and what is in lists, arrays and matrices among them."""
    for thing in things:
        if _is_group(thing):
            yield from _entries(thing.flat if _is_array(thing) else thing)
        else:
            yield thing


def _variables(things: Iterable[object]) -> list[str]:
    """The names of variables in things, and in what these hold."""
    found: dict[str, None] = {}
    for thing in _entries(things):
        both = (thing.x, thing.y) if isinstance(thing, Complex) else (thing,)
        free = (getattr(part, "free_symbols", ()) for part in both if isinstance(part, sympy.Basic))
        found |= dict.fromkeys(sorted(str(symbol) for symbols in free for symbol in symbols))
    return list(found)


def is_of_the_author(error: Exception) -> bool:
    """Whether it came out of an author's function that a library was handed."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(HOME in frame.f_globals for frame, _ in frames)
