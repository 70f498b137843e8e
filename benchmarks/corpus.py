"""Writes a corpus: documents of real propositions as Probatum projects, the same for the same seed;
`python -m benchmarks.corpus FOLDER --documents 1000`.

The propositions are those of the fuzz families that are true by construction, and the elementary
statements with their false twins, which are refuted with what is true instead.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import sympy
from benchmarks.pair import ELEMENTARY
from sympy.printing.str import StrPrinter

sys.path.insert(0, str(Path(__file__).parents[1]))  # the families are the tests' own

from tests.soundness import counting, engines  # noqa: F401
from tests.soundness.propositions import TRUE, generate

from probatum.authoring.outline import parsed
from probatum.authoring.passages import adopted
from probatum.authoring.passages import written as recorded
from probatum.proposition.kinds import Equal, Orbit, Quantified, Rounded

CLAIMS = 50  # of a document
SECTIONS = ("elementary", "families")
# True by construction, decided quickly, and written back as plain formulas.
FAMILIES = (
    "algebraic_point", "almost_all_inequality", "arithmetic_geometric_mean", "cauchy_schwarz",
    "exponential_bounds", "fastest_direction",
    "integers_have_gaps", "limit_of_quotient", "logarithm", "logistic_slope",
    "orbit_sign", "polynomial_inequality", "reciprocal_sum",
    "rounding", "step_size", "sum_of_squares", "triangle_inequality",
)  # fmt: skip
# Elementary statements that as claims do not come out as expected, or turn under no change of a side.
LEFT_OUT = {
    "(1 + 1/n)^n < e", "(1 + 1/n)^(n + 1) > e", "powers of the mean", "even powers are not negative", "n(n + 1) is even",
    "n^3 - n is divisible by 6", "n^5 - n is divisible by 30", "3^(2n + 1) + 2^(n + 2) is divisible by 7", "10^n leaves 1 by 9",
    "odd squares leave 1 by 8", "no square leaves 2 by 3", "log n/n", "Cusa", "e^x >= x^e", "(1 + x) log(1 + x) >= x",
    "cosh x <= e^(x^2/2)", "Young's inequality", "the tangent of half an angle", "whole turns", "|sin nx| <= n |sin x|",
    "sums of arctangents", "twice an arctangent", "the logarithm of a square", "hyperbolic Pythagoras", "a symmetric matrix",
    "a Jordan block", "a quarter turn", "the path of three nodes", "a triangular matrix", "a rotation", "moduli multiply",
    "roots of unity", "cos x = x somewhere", "a quintic has a root", "every number has a larger one", "cubes reach every number",
    "Pell's equation", "a smallest value",
}  # fmt: skip
RELATIONS = {"==": "Eq", "!=": "Ne", "<": "Lt", "<=": "Le", ">": "Gt", ">=": "Ge"}
CONFIGURATION = '[tool.pytest]\nminversion = "9.2"\nclaims_paths = ["."]\n'


@dataclass(frozen=True, slots=True)
class Stated:
    """One claim as source: its name, its facts, what it says, its formula, and the true one where
    that is false.
    """

    name: str
    says: str
    formula: str
    facts: str = ""
    instead: str = ""

    def written(self, passage: str) -> str:
        """The claim as its author would write it."""
        refuted = "@refuted\n" if self.instead else ""
        claim = (
            f'@Passage("{passage}").states\n{refuted}def {self.name}({self.facts}):\n    r"""{self.says}"""\n    return {self.formula}\n'
        )
        if not self.instead:
            return claim
        corrected = f"@{self.name}.corrected\ndef {self.name}_instead():\n"
        return claim + f'\n\n{corrected}    r"""As it stands in the source."""\n    return {self.instead}\n'


class Formula(StrPrinter):  # type: ignore[misc]  # SymPy has no types
    """SymPy's expressions as the source that an author writes."""

    def _print_Relational(self, relation: Any) -> str:  # noqa: N802 -- SymPy's names
        left, right = (self._print(side) for side in relation.args)
        return f"{RELATIONS[relation.rel_op]}({left}, {right})"

    def _print_And(self, condition: Any) -> str:  # noqa: N802
        parts = sorted(condition.args, key=sympy.default_sort_key)
        return f"And({', '.join(map(self._print, parts))})"

    def _print_Rational(self, number: Any) -> str:  # noqa: N802
        return f"Rational({number.p}, {number.q})"


printed: Callable[[Any], str] = Formula({"order": "lex"}).doprint


def formula(statement: Any) -> str:
    """A statement of the families as source; raises TypeError for a kind that is not among them."""
    if isinstance(statement, Quantified):
        given = "" if statement.given == sympy.true else f"given={printed(statement.given)}, "
        variables = "".join(f"{variable}, " for variable in statement.variables)
        return f"{type(statement).__name__}(({variables}), {given}then={formula(statement.then)})"
    if isinstance(statement, Equal):
        return f"Equal({printed(statement.left)}, {printed(statement.right)})"
    if isinstance(statement, Rounded):
        return f'Rounded({printed(statement.expression)}, "{statement.digits}")'
    if isinstance(statement, Orbit):
        state, start, step = (printed(part[0]) for part in (statement.state, statement.start, statement.step))
        then = re.sub(r"(\w+)'", r"after(\1)", printed(statement.then))
        return f"Orbit({state}, {start}, {step}, then={then})"
    if isinstance(statement, sympy.Basic):
        return printed(statement)
    raise TypeError(f"got {type(statement).__name__}, wanted a statement of {FAMILIES}")


def of_families(random: Random) -> Iterator[Stated]:
    """True statements of the families without end; where one is a relation, that is its fact."""
    number = 0
    while True:
        known = generate(random, random.choice(FAMILIES))
        if known.truth == TRUE:
            says = f"{known.family.replace('_', ' ').capitalize()}, statement {number + 1}."
            stated = with_fact(f"{known.family}_{number + 1}", says, formula(known.proposition))
            if stated is not None:
                number += 1
                yield stated


def with_fact(name: str, says: str, source: str) -> Stated | None:
    """A claim whose relation, right side or printed digits can be turned; None where there is nothing to turn."""
    tree = ast.parse(source, mode="eval").body
    inner = tree
    while isinstance(inner, ast.Call) and ast.unparse(inner.func) in ("ForAll", "AlmostAll", "Orbit"):
        inner = next(each.value for each in inner.keywords if each.arg == "then")
    kind = ast.unparse(inner.func) if isinstance(inner, ast.Call) else ""
    if not isinstance(inner, ast.Call) or kind not in ("Lt", "Le", "Gt", "Ge", "Eq", "Equal", "Rounded"):
        return None
    if kind in ("Lt", "Le", "Gt", "Ge"):
        inner.func = ast.Name("relation")
        return Stated(name, says, ast.unparse(tree), facts=f"relation={kind}")
    fact, value = ("digits" if kind == "Rounded" else "value"), ast.unparse(inner.args[1])
    inner.args[1] = ast.Name(fact)
    return Stated(name, says, ast.unparse(tree), facts=f"{fact}={value}")


def rows(source: str) -> Iterator[tuple[str, str, str]]:
    """What each row of the elementary statements says, its statement and its twin, as source."""
    for node in ast.parse(source).body:
        call = node.value if isinstance(node, ast.Expr) else None
        if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
            continue
        if call.func.id == "of":
            variables, given, _, says, true, twin = call.args
            head = f"ForAll({ast.unparse(variables)}, given={ast.unparse(given)}, then="
            yield ast.literal_eval(says), *(f"{head}{ast.unparse(then)})" for then in (true, twin))
        elif call.func.id == "plain":
            _, says, true, twin = call.args[:4]
            yield ast.literal_eval(says), ast.unparse(true), ast.unparse(twin)


def of_elementary(random: Random) -> Iterator[Stated]:
    """Elementary statements without end, in an order of their own; each third one is false."""
    pairs = [row for row in rows(ELEMENTARY.read_text(encoding="utf-8")) if row[0] not in LEFT_OUT]
    number = 0
    while True:
        random.shuffle(pairs)
        for says, true, twin in pairs:
            number += 1
            name = f"elementary_{number}"
            stated = with_fact(name, f"Statement {number}: {says}.", true) if number % 3 else None
            yield stated or Stated(name, f"Statement {number}, changed: {says}.", twin, instead=true)


def preamble() -> str:
    """The names that the elementary statements use, as their module brings them in."""
    tree = ast.parse(ELEMENTARY.read_text(encoding="utf-8"))
    kept = [
        node
        for node in tree.body
        if (isinstance(node, ast.ImportFrom) and node.module in ("sympy", "probatum"))
        or (isinstance(node, ast.Assign) and "topic" not in ast.unparse(node) and "table" not in ast.unparse(node))
    ]
    slope = "def slope(function, variable):\n    return Derivative(function, variable, evaluate=False)\n"
    return "\n".join([*map(ast.unparse, kept), "from sympy import Derivative", "from probatum import Passage, refuted", "", "", slope])


FAMILY_NAMES = (
    "from sympy import E, Abs, Limit, Max, Min, Mod, Piecewise, Rational, cos, exp, log, oo, pi, sin, sqrt, tanh\n\n"
    "from probatum import And, AlmostAll, Eq, Equal, ForAll, Ge, Gt, Le, Lt, Ne, Orbit, Passage, Rounded\n"
    "from probatum import after, integers, reals\n\n"
    'x, y, z, t, a, b, c, d, u, v = reals("x y z t a b c d u v")\nn, m = integers("n m")\n'
)


def outline(name: str, sections: dict[str, list[Stated]]) -> str:
    """The outline of a document: each claim has a passage of its own."""
    lines = ["[document]", f'id = "{name}"', f'title = "Statements of {name}"', 'url = "https://example.org/"']
    lines += ['licence = "CC0"', 'revision = "1"']
    for section, claims in sections.items():
        lines += ["", "[[section]]", f'id = "{section}"', f'title = "{section.capitalize()}"']
        for number, claim in enumerate(claims, 1):
            digest = hashlib.sha256(claim.says.encode()).hexdigest()
            lines += ["", "[[section.passage]]", f'id = "{section}.{number}"', f'sha256 = "{digest}"']
            lines += ['roles = ["claim"]']
    return "\n".join([*lines, ""])


def write_document(folder: Path, seed: int, claims: int = CLAIMS) -> None:
    """Write a document: a folder with its outline, a module of claims for each section, and its answer."""
    random = Random(f"{seed} {folder.name}")
    endless = {"elementary": of_elementary(random), "families": of_families(random)}
    number = {"elementary": claims // 2, "families": claims - claims // 2}
    sections = {name: [next(endless[name]) for _ in range(number[name])] for name in SECTIONS}
    headers = {"elementary": preamble(), "families": FAMILY_NAMES}
    folder.mkdir(parents=True, exist_ok=True)
    for name, stated in sections.items():
        modules = [f'"""{name.capitalize()} claims."""\n', headers[name]]
        modules += [claim.written(f"{name}.{place}") for place, claim in enumerate(stated, 1)]
        (folder / f"{name}.py").write_text("\n\n".join(modules), encoding="utf-8")
    says = outline(folder.name, sections)
    (folder / "outline.toml").write_text(says, encoding="utf-8")
    (folder / "passages.lock").write_text(recorded(adopted(parsed(says, folder / "outline.toml"))), encoding="utf-8")
    cited = sections["families"][0].name.replace("_", "-")
    (folder / "answer.md").write_text(f"These statements come out as they were made [{cited}].\n", encoding="utf-8")
    (folder / "pyproject.toml").write_text(CONFIGURATION, encoding="utf-8")


def main() -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    for number in range(1, options.documents + 1):
        write_document(options.folder / f"d{number:04}", options.seed, options.claims)
    print(f"{options.documents} documents of {options.claims} claims in {options.folder}")


if __name__ == "__main__":
    main()
