"""Tests that each word for a verdict, a truth, a strength or a role has one home, from which everything else takes it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from probatum.decision import BY_WORD, Outcome, Strength, Truth
from probatum.vocabulary import FactRole, Kind, Necessity, Origin, PassageRole, Role, Said, Verdict
from probatum_reports.formats.comparison import RANKS
from probatum_reports.words.verdicts import BY_NAME
from tests.each import each
from tests.schema import SCHEMA
from tests.test_architecture import ENGINE, REPORTS, modules

HOMES = {ENGINE / "decision.py", ENGINE / "vocabulary.py"}
ENUMERATIONS: tuple[type[Enum], ...] = (Verdict, Truth, Outcome, Role, FactRole, Origin, Said, Necessity, PassageRole)
WORDS = [{str(member.value) for member in enumeration} for enumeration in ENUMERATIONS] + [set(BY_WORD)]
ALL_WORDS = set().union(*WORDS)
TEMPLATES = sorted((REPORTS / "templates").glob("*.j2"))
# The same letters for something else: a decorator, an attribute of HTML, a field of a certificate, a kind of run in prose.
OTHERWISE = {("declarations.py", "refuted"), ("web_page.py", "true"), ("linear_certificates.py", "claim"), ("macros.html.j2", "citation")}
OTHERWISE |= {("specifications.py", "measured")}  # a field of a decision
OTHERWISE |= {("showing.py", "undefined"), ("constant.py", "undefined"), ("constant.py", "open")}  # of numbers, not of claims
IN_TEMPLATE = re.compile(r"""[=!]= *["'](\w+)["']|in *\(([^)]*)\)""")


def written(node: ast.AST) -> set[str]:
    """The texts that stand in a display, or on either side of a comparison."""
    inside: list[ast.expr | None] = []
    if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        inside = [*node.elts]
    elif isinstance(node, ast.Dict):
        inside = [*node.keys]
    elif isinstance(node, ast.Compare):
        inside = [node.left, *node.comparators]
    return {entry.value for entry in inside if isinstance(entry, ast.Constant) and isinstance(entry.value, str)}


def lists_of_words(source: str) -> Iterator[tuple[int, set[str]]]:
    """Where a source lists two words of one enumeration, or compares something with one."""
    for node in ast.walk(ast.parse(source)):
        texts = written(node)
        for words in WORDS:
            if len(texts & words) > (0 if isinstance(node, ast.Compare) else 1):
                yield node.lineno, texts & words  # type: ignore[attr-defined]  # each of these has a line


def test_no_module_lists_words_that_have_a_home() -> None:
    for path in each(path for folder in (ENGINE, REPORTS) for path in modules(folder) if path not in HOMES):
        found = [word for _, words in lists_of_words(path.read_text(encoding="utf-8")) for word in sorted(words)]
        assert [word for word in found if (path.name, word) not in OTHERWISE] == [], path


@pytest.mark.parametrize(
    "source",
    [
        'STRENGTHS = ("proved", "enclosed")',
        'found = {"true": 1, "false": 2}',
        'chosen = version["role"] == "stated"',
        'x = "a" in ["holds", "refuted"]',
    ],
)
def test_a_list_of_words_would_be_seen(source: str) -> None:
    assert list(lists_of_words(source))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_compares_with_a_word(path: Path) -> None:
    found = compared(path.read_text(encoding="utf-8")) & ALL_WORDS
    assert {word for word in found if (path.name, word) not in OTHERWISE} == set()


def compared(template: str) -> set[str]:
    return {word for match in IN_TEMPLATE.finditer(template) for word in re.findall(r"\w+", match[1] or match[2] or "")}


def test_a_template_that_compares_with_a_word_would_be_seen() -> None:
    assert compared('{% if it.role in ("outside", "weaker") %}{% if it.said == "strict" %}') == {"outside", "weaker", "strict"}


def enumerated(schema: Any) -> Iterator[list[str]]:
    """Every enumeration anywhere in a schema, without null."""
    if isinstance(schema, dict):
        if "enum" in schema:
            yield [word for word in schema["enum"] if word is not None]
        for part in schema.values():
            yield from enumerated(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from enumerated(part)


@pytest.mark.parametrize("words", [*([member.value for member in enumeration] for enumeration in ENUMERATIONS), list(BY_WORD)], ids=str)
def test_the_schema_has_the_words_in_their_order(words: list[str]) -> None:
    assert words in list(enumerated(SCHEMA))


def test_every_word_is_told_on_the_page() -> None:
    assert [word for word in each((*Verdict, *Role, *Truth, *Kind)) if not word.in_words] == []
    assert list(BY_NAME) == list(Verdict)
    assert [RANKS[verdict] for verdict in Verdict] == sorted(RANKS[verdict] for verdict in Verdict)


def test_strengths_are_ordered_and_the_better_half_are_proofs() -> None:
    assert list(BY_WORD.values()) == sorted(Strength, reverse=True)
    assert [strength.word for strength in each(BY_WORD.values()) if strength.is_proof] == ["proved", "enclosed"]
