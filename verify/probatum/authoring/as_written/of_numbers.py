"""Functions of Python's and of other libraries that take numbers alone: an author who calls them
with variables is told what to write.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from string import Formatter

import sympy
from sympy.core.function import FunctionClass
from sympy.matrices.matrixbase import MatrixBase

from probatum.authoring.as_written.transcription import HOME
from probatum.errors import DefinitionError
from probatum.proposition.complex_numbers import Complex
from probatum.proposition.in_code import in_code
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
    "solve": ("Matrix(...).LUsolve(...)",),
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
    owner = getattr(function, "__self__", None)
    own = (owner,) if _is_group(owner) else ()

    def tell(*arguments: object, **options: object) -> object:
        try:
            return keeping(*arguments, **options)
        except TypeError as error:
            named = [value for value in options.values() if _variables([value])]
            things = (*own, *arguments, *named)
            if not _variables(things) or _is_of_the_author(error):
                raise
            write = _instead(name.rpartition(".")[2], things, alone=not options)
            raise _refused(name, things, write) from error

    return tell


def compared(order: Function, left: object, right: object) -> object:
    """What a comparison gives; raises DefinitionError where one of variables gives nothing."""
    try:
        return order(left, right)
    except TypeError as error:
        if not _variables((left, right)):
            raise
        raise DefinitionError(
            f"got {left} and {right} compared, wanted numbers on both sides; of what stands in "
            "arrays and lists, a condition for each, joined by And(...)"
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
    wanted = f": write {write}" if write else ", or what it does said in SymPy's functions"
    return DefinitionError(f"{name}: got {got}, wanted numbers{wanted}")


def _shown(thing: object) -> str:
    return thing.words if isinstance(thing, Complex) else str(thing)


def _name(function: object) -> str | None:
    """What a function is called by, with its library; None for one that may take variables."""
    name, owner = getattr(function, "__name__", ""), getattr(function, "__self__", None)
    home = getattr(function, "__module__", None)
    if home is None:  # a method of a list or an array, or a function of an array's entries
        home = type(function if owner is None else owner).__module__
        named = name
    else:
        named = ".".join([*(part for part in home.split(".") if part[:1] != "_"), name])
    library = home.partition(".")[0]
    if library == "builtins":
        return name if name in INSTEAD else None
    return named if library in LIBRARIES else None


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
        if places <= {"all", "sum", "squares", "count"}
        else not grouped and len(numbered) in (0, len(things))
    )
    if not (fits and alone) or len(some) > MOST:
        return None if places else form
    shown = list(map(in_code, some))
    return form.format(
        *shown,
        all=", ".join(dict.fromkeys(shown)),
        each=", ".join(shown),
        sum=" + ".join(shown),
        squares=" + ".join(
            f"{said}**2" if isinstance(each, sympy.Symbol) else f"({said})**2"
            for said, each in zip(shown, some, strict=True)
        ),
        count=len(some),
    )


def _is_group(thing: object) -> bool:
    return isinstance(thing, GROUPS) or _is_array(thing)


def _is_array(thing: object) -> bool:
    return type(thing).__module__ == "numpy" and hasattr(thing, "flat")


def _entries(things: Iterable[Authored]) -> Iterator[Authored]:
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


def _is_of_the_author(error: TypeError) -> bool:
    """Whether it came out of an author's function that a library was handed."""
    frames = traceback.walk_tb(error.__traceback__)
    return any(HOME in frame.f_globals for frame, _ in frames)
