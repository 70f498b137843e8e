"""What is asked of things whose variables have no value yet: the algebra system and Python answer
about how they are written, which is true of most values, and not of all.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import partial

import sympy
from sympy.assumptions.assume import AppliedPredicate, Predicate
from sympy.geometry.entity import GeometryEntity
from sympy.matrices.matrixbase import MatrixBase
from sympy.series.sequences import SeqBase

from probatum.authoring.as_written.keeping import needs, unknowns, value_of
from probatum.authoring.as_written.questions import asked, inside, may_be_same, unknown_answer
from probatum.authoring.as_written.sympy_methods import (
    OF_ONE_VARIABLE,
    OF_UNKNOWNS,
    tells_at_each_value,
)
from probatum.authoring.as_written.transcription import OF_SETS
from probatum.errors import DefinitionError
from probatum.proposition.written import Written
from probatum.type_names import Authored, Function, Symbol

ABOUT_WRITING = {
    "has", "has_free", "has_xfree", "count", "count_ops", "is_polynomial", "is_rational_function",
    "is_algebraic_expr", "is_meromorphic", "could_extract_minus_sign", "compare", "dummy_eq",
    "match", "find",
}  # fmt: skip
GENERIC = {
    "degree", "degree_list", "total_degree", "homogeneous_order", "LC", "LM", "LT", "EC", "EM",
    "ET", "count_roots", "rank", "quo", "rem", "div", "exquo", "pquo", "monic", "gcdex",
    "half_gcdex", "invert", "groebner", "reduced", "sturm", "cofactors", "factor_list", "sqf_list",
    "values", "todok",
}  # fmt: skip
OF_POLYNOMIALS = {"degree", "degree_list", "LC", "LM", "LT"}
OF_TWO = {"quo", "rem", "div", "exquo", "pquo", "gcdex", "half_gcdex", "invert", "cofactors"}
OFTEN = {"eigenvals", "roots"}  # how often each is there
IDENTITIES = {
    "equals", "is_symmetric", "is_anti_symmetric", "is_diagonal", "is_hermitian",
}  # fmt: skip  # which are true of all values, where they are
MAY_BE_UNSAID = {"ask", "equals"}
COPYING = frozenset(map(id, (list, sorted, dict, builtins.reversed)))
FORGETTING = (sympy.NDimArray, sympy.MatrixExpr, sympy.Quaternion, GeometryEntity, SeqBase)
OF_LISTS = {"count", "index", "remove"}
OF_SHAPES = {"is_square", "is_Matrix", "is_MatrixExpr"}  # which do not hang on entries


class Several(list[object]):
    """What there is for most values of the parameters: how many, hangs on them."""


class Counted(dict[object, object]):
    """What there is for most values of the parameters, each with how often it is there."""

    def __getitem__(self, key: object) -> object:
        raise unknown_answer(f"how often {key} is there")


def telling(name: str, function: Function, *owner: Authored) -> Function:
    """The function, or method of an owner, where its answer is so for all values of variables.

    Raises DefinitionError where it hangs on them.
    """

    def tell(*arguments: Authored, **options: Authored) -> Authored:
        result = function(*arguments, **options)
        things = (*owner, *arguments)
        if forgets(type(result)) and _free(list(things)):
            raise forgotten(name)
        parameters = _parameters(name, things)
        if not _free(list(things)) or name in ABOUT_WRITING or type(result) is str:
            return result
        assuming = any(isinstance(thing, (Predicate, AppliedPredicate)) for thing in things[1:])
        if (assuming or not _known(name, options)) and _hangs(name, things):
            raise unknown_call(name, things)
        if not parameters:
            return result
        unsaid = result is None and (name in MAY_BE_UNSAID or name.startswith("is_"))
        if result is True and name in IDENTITIES:
            return result
        if unsaid or name in GENERIC or isinstance(result, (bool, int)):
            raise unknown_answer(f"{name} of {', '.join(map(str, value_of(things)))}")
        if type(result) is list:
            return Several(result)
        return Counted(result) if name in OFTEN and type(result) is dict else result

    return tell


def _known(name: str, options: Mapping[str, object]) -> bool:
    """Whether it is known of what is called by this name that, or where, it is so of variables."""
    asking = name in GENERIC | OFTEN | IDENTITIES | MAY_BE_UNSAID or name.startswith("is_")
    return asking or tells_at_each_value(name, options)


def _hangs(name: str, things: tuple[object, ...]) -> bool:
    """Whether there are variables besides those that a call is told to be about."""
    if isinstance(things[0], sympy.Poly):
        return bool(_in_coefficients(things))
    if name in OF_ONE_VARIABLE and len(_free(list(things))) == 1:
        return False
    return bool(_free(list(things)) - (unknowns(things) if name in OF_UNKNOWNS else set()))


def unknown_call(name: str, things: tuple[object, ...]) -> DefinitionError:
    shown = ", ".join(map(str, value_of(things)))
    return DefinitionError(
        f"{name}: got {shown}, whose variables may have values for which SymPy's answer is "
        "another or none, wanted numbers, or the result written down and what it is stated of it"
    )


def forgets(kind: type[object]) -> bool:
    """Whether it is a kind of which the operators do not keep what is written."""
    vector = (kind.__module__ or "").startswith("sympy.vector.")  # which is not imported for this
    sparse = issubclass(kind, sympy.SparseMatrix)  # which leaves out what only its value makes 0
    return vector or sparse or (issubclass(kind, FORGETTING) and not issubclass(kind, MatrixBase))


def forgotten(name: str) -> DefinitionError:
    return DefinitionError(
        f"{name}: got variables, of which it would forget where what is calculated with it is "
        "defined, wanted numbers, or a Matrix or list of expressions"
    )


def of_numbers(kind: type[Authored]) -> Function:
    """A kind of SymPy's own, whose operators do not keep what is written, of numbers alone."""

    def make(*arguments: Authored, **options: Authored) -> Authored:
        made = kind(*map(value_of, arguments), **options)
        if made.free_symbols:
            raise forgotten(kind.__name__)
        return made

    return make


def _parameters(name: str, things: tuple[object, ...]) -> set[Symbol]:
    """The variables that are no unknowns, and no variables of a polynomial."""
    first, *rest = things if things else (None,)
    if isinstance(first, sympy.Poly):
        return _in_coefficients(things)
    unknowns = rest[1:] if name in OF_TWO else rest
    flat = [part for part in sympy.flatten(unknowns) if isinstance(part, sympy.Symbol)]
    free = _free(list(things[:2]) if name in OF_TWO else first)
    if name in OF_POLYNOMIALS | OF_ONE_VARIABLE and not flat and len(free) == 1:
        return set()
    return free - set(flat)


def _in_coefficients(things: tuple[object, ...]) -> set[Symbol]:
    polynomials = (thing for thing in things if isinstance(thing, sympy.Poly))
    return {symbol for each in polynomials for symbol in each.free_symbols_in_domain}


def _free(thing: object) -> set[Symbol]:
    if isinstance(thing, (list, tuple, set, frozenset)):
        return {symbol for part in thing for symbol in _free(part)}
    found = thing.free_symbols if isinstance(thing, (sympy.Basic, MatrixBase)) else ()
    return {symbol for symbol in found if isinstance(symbol, sympy.Symbol)}  # nothing random


def of_python(function: Authored) -> Function | None:
    """A function or method of Python's own that asks what things are; None for any other."""
    name = getattr(function, "__name__", "")
    if function is builtins.len:
        return counted
    if function is builtins.any or function is builtins.all:
        return lambda things: function(map(asked, things))
    if function is builtins.filter:
        return _kept
    if id(function) in COPYING:
        return partial(_copied, function)
    owner = getattr(function, "__self__", None)
    if isinstance(owner, (list, tuple)) and name in OF_LISTS:
        return partial(_among, owner, function)
    if isinstance(owner, Counted) and name in ("values", "items", "get", "pop", "popitem"):
        raise unknown_answer(f"how often {', '.join(map(str, owner))} are there")
    return None


def truth(thing: object) -> bool:
    """bool(thing)"""
    return bool(asked(thing))


def counted(things: Sized) -> int:
    """len(things)"""
    if isinstance(things, (Several, Counted)):
        raise unknown_answer(f"how many of {', '.join(map(str, things))} there are")
    if isinstance(things, (set, frozenset, dict, sympy.FiniteSet)):
        names = not isinstance(things, sympy.FiniteSet)  # which of several variables are there
        parts = [part for part in things if not (names and isinstance(part, sympy.Symbol))]
        others = list(things)
        if any(may_be_same(one, other) for one in parts for other in others if one is not other):
            raise unknown_answer(f"how many of {', '.join(map(str, others))} differ")
    return len(things)


def property_of(thing: object, name: str) -> object:
    """thing.is_..., where it is not said, it hangs on variables; or what a set is taken to have."""
    if name in OF_SETS and isinstance(thing, sympy.Set) and _free(thing):
        raise unknown_call(name, (thing,))
    answer = getattr(thing, name)
    if not name.startswith("is_"):
        return answer
    if not isinstance(thing, (sympy.Basic, MatrixBase)):
        return answer
    generic = isinstance(thing, sympy.Poly) and bool(thing.free_symbols_in_domain)
    generic |= isinstance(thing, MatrixBase) and name not in OF_SHAPES and bool(_free(thing))
    if (answer is None and _free(thing)) or (generic and isinstance(answer, bool)):
        raise unknown_answer(f"{thing}.{name}")
    return answer


def taken_apart(thing: object) -> object:
    """A thing whose parts are asked for: these are as they were written. Of what stands whole as it
    was written, what the algebra system makes of it.

    Raises DefinitionError where those parts would not tell where the expression is defined.
    """
    if not isinstance(thing, Written):
        return thing
    value = value_of(thing)
    if needs(thing) != needs(value):
        raise DefinitionError(
            f"got the parts of {thing} asked for, which is not defined everywhere and would be "
            f"taken for {value}, wanted one that is written as it is taken"
        )
    return value


def _kept(function: Authored, things: Iterable[object]) -> Iterator[object]:
    """filter(function, things)"""
    return filter(asked if function is None or function is bool else function, things)


def _copied(function: Function, *things: Authored, **options: Authored) -> Authored:
    """A copy that is as many as what it is made of."""
    result = function(*things, **options)
    if things and isinstance(things[0], (Several, Counted)):
        return Counted(result) if isinstance(result, dict) else Several(result)
    return result


def _among(owner: Authored, function: Function, *arguments: Authored) -> Authored:
    """A method of a list that compares its items with one."""
    if arguments:
        others = [item for item in owner if item != arguments[0]]
        inside(arguments[0], others)
    return function(*arguments)
