"""Python code as runs, each with the role that it is coloured by."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pygments.lexer import Lexer
    from pygments.token import _TokenType

LONGEST = 20_000  # characters; longer code stays plain


@dataclass(frozen=True, slots=True)
class CodeRun:
    """Some code of one role: keyword, string, comment, name (one being defined, or a decorator);
    empty: plain.
    """

    text: str
    role: str = ""


def function_of(code: str) -> str:
    """The first function of some code, as its statement is written:
    what its decorators and its docstring say, the card shows in words.
    """
    try:
        function = next(node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef))
    except (SyntaxError, ValueError, StopIteration, RecursionError, MemoryError):
        return code  # of the last two, the parser nests too deeply
    lines = code.splitlines(keepends=True)
    first, *others = function.body
    words = (
        isinstance(first, ast.Expr)
        and isinstance(first.value, ast.Constant)
        and first.lineno > function.lineno
        and bool(others)
    )
    head = lines[function.lineno - 1 : first.lineno - 1] if words else []
    body = lines[
        (int(first.end_lineno or 0) if words else function.lineno - 1) : function.end_lineno
    ]
    return "".join([*head, *body])


@cache
def code_runs(code: str) -> tuple[CodeRun, ...]:
    """The code's runs; joined they are the code. Many claims may share a function."""
    if len(code) > LONGEST:
        return (CodeRun(code),)
    return tuple(
        CodeRun("".join(text for _, text in group), role)
        for role, group in groupby(_roles(code), key=lambda pair: pair[0])
    )


def _roles(code: str) -> Iterator[tuple[str, str]]:
    for _, token, text in _lexer().get_tokens_unprocessed(code):
        yield _role(token), text


@cache
def _role(token: _TokenType) -> str:
    from pygments.token import Token

    roles = (
        (Token.Comment, "comment"),
        (Token.Keyword, "keyword"),
        (Token.Operator.Word, "keyword"),
        (Token.Literal.String, "string"),
        (Token.Name.Function, "name"),
        (Token.Name.Class, "name"),
        (Token.Name.Decorator, "name"),
    )
    return next((role for kind, role in roles if token in kind), "")


@cache
def _lexer() -> Lexer:
    from pygments.lexers.python import PythonLexer

    return PythonLexer()
