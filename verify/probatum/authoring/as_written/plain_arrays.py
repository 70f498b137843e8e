"""NumPy on numbers, and on arrays that hold no objects: nothing there stands as written, and it
calculates as anywhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import lru_cache
from types import BuiltinFunctionType
from typing import TypeGuard

from probatum.authoring.as_written.of_numbers import told
from probatum.type_names import Authored, Function

OF_PYTHON = frozenset((int, float, complex, bool, str, type(None)))


def is_array(thing: Authored) -> bool:
    """Whether it is an array of NumPy, of no other class, that holds no objects."""
    numpy = sys.modules.get("numpy")
    return numpy is not None and type(thing) is numpy.ndarray and not thing.dtype.hasobject


def are_operands(left: Authored, right: Authored) -> bool:
    """Whether one side is such an array, and the other as well, or a number."""
    if is_array(left):
        return type(right) in OF_PYTHON or is_array(right) or _is_number(right)
    return is_array(right) and (type(left) in OF_PYTHON or _is_number(left))


def is_called(function: Authored) -> TypeGuard[Function]:
    """Whether it is a function of NumPy's own, or a method of such an array."""
    numpy = sys.modules.get("numpy")
    if numpy is None:
        return False
    kind = type(function)
    if kind is BuiltinFunctionType:
        owner = function.__self__
        return is_array(owner) or owner is numpy.zeros.__self__
    return kind in _kinds(numpy)


def called(function: Function, otherwise: Callable[[Function], Function]) -> Function:
    """What is called in its place: itself, with numbers and such arrays; with anything else, what
    stands in place of it otherwise.
    """

    def call(*arguments: Authored, **options: Authored) -> Authored:
        if not all(map(_is_plain, arguments)):
            return otherwise(function)(*arguments, **options)
        try:
            return function(*arguments, **options)
        except (TypeError, ValueError) as error:
            because = told(function, arguments, options, error)
            if because is None:
                raise
            raise because from error

    return call


@lru_cache(maxsize=1)
def _kinds(numpy: Authored) -> frozenset[type[Authored]]:
    return frozenset((numpy.ufunc, type(numpy.stack)))


def _is_number(thing: Authored) -> bool:
    """Whether it is a number of NumPy."""
    return isinstance(thing, sys.modules["numpy"].generic) and not thing.dtype.hasobject


def _is_plain(thing: Authored) -> bool:
    kind = type(thing)
    if kind in OF_PYTHON or is_array(thing):
        return True
    return all(map(_is_plain, thing)) if kind in (list, tuple) else _is_number(thing)
