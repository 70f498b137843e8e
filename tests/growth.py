"""What a toy of each kind adds to a copy of the project: new files, and lines in files that stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

ENGINE, PAGE = "verify/probatum", "reports/probatum_reports"


@dataclass(frozen=True, slots=True)
class Addition:
    """What is new, as CONTRIBUTING names it: files of its own, and what is put after which line of others."""

    what: str
    files: dict[str, str] = field(default_factory=dict)
    lines: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def put(self, root: Path) -> None:
        """Add it to a copy of the project."""
        for name, text in self.files.items():
            (root / name).write_text(text, encoding="utf-8")
        for name, pairs in self.lines.items():
            path = root / name
            text = path.read_text(encoding="utf-8")
            for after, more in pairs:
                if text.count(after) != 1:
                    raise LookupError(f"{name}: got {text.count(after)} lines {after!r}, wanted one")
                text = text.replace(after, after + more)
            path.write_text(text, encoding="utf-8")

    @property
    def touched(self) -> set[str]:
        """All files that it takes."""
        return {*self.files, *self.lines}


KIND = Addition(
    "a kind that joins",
    {
        f"{ENGINE}/proposition/neither.py": '''"""None of several propositions."""

from __future__ import annotations

from probatum.proposition.kinds import Joined, Literal

__all__ = ("Neither",)


class Neither(Joined):
    """None of the `parts`."""

    __slots__ = ()
    between = ("; nor ", r" \\quad \\text{nor} \\quad ")
    sense = -1

    def clauses(self) -> list[list[Literal]]:
        return [[(part, False)] for part in self.parts]
'''
    },
)
THEOREM = Addition(
    "a theorem",
    {
        f"{ENGINE}/lowering/rewriting/halves.py": '''"""The sinus cardinalis as a quotient, defined at 0 as well."""

from __future__ import annotations

import sympy

from probatum.lowering.theorem import Rewriting, Theorem
from probatum.proposition.parts import rewrite
from probatum.type_names import Statement

HALVES = Theorem("Toys as halves", "nowhere, section 1", exact=True)
TOY = sympy.Function("toy", real=True)


def in_halves(statement: Statement) -> Statement:
    """The statement with a half in place of a toy."""
    return rewrite(statement, lambda part: part.replace(TOY, lambda u: u / 2))


REWRITINGS = (Rewriting(5, HALVES, in_halves),)
'''
    },
)
ONE = Addition(
    "an engine",
    {
        f"{ENGINE}/engines/toy.py": '''"""An engine that knows one thing."""

from __future__ import annotations

from probatum.decision import Decision, Outcome
from probatum.engines.decider import Ask, nobody
from probatum.proposition.kinds import Equal
from probatum.type_names import Statement

NAME, ENGINE = "toy", "a toy"
TURN = 45


def takes(statement: Statement) -> bool:
    """Equalities."""
    return isinstance(statement, Equal)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Prove those of integers that are the same."""
    same = isinstance(statement, Equal) and statement.left == statement.right
    return Decision(NAME, Outcome.PROVED if same else Outcome.UNDECIDED, "as a toy says")
'''
    },
)
ANOTHER_SMT = Addition(
    "another SMT engine",
    {
        f"{ENGINE}/engines/solvers/smt_toy.py": '''"""Decides by SMT once more: by an engine that believes all."""

from __future__ import annotations

from probatum.decision import Decision
from probatum.engine_catalogue import CREDULOUS
from probatum.engines.decider import Ask, nobody
from probatum.engines.solvers import contradiction
from probatum.type_names import Statement

NAME, ENGINE = contradiction.NAME, CREDULOUS.name
TURN_AGAIN = 5


def takes(statement: Statement) -> bool:
    """What z3 takes, but for existence."""
    return contradiction.translates_without_a_point(statement)


def decide(statement: Statement, ask: Ask = nobody) -> Decision:
    """Give up."""
    return contradiction.found(contradiction.Answer.UNKNOWN)
'''
    },
    {
        f"{ENGINE}/engine_catalogue.py": (
            ('CVC5 = Implementation("cvc5", Method.SMT, "cvc5")\n', 'CREDULOUS = Implementation("Credulous", Method.SMT, "tomlkit")\n'),
            ("IMPLEMENTATIONS = (Z3, CVC5, ", "CREDULOUS, "),
        ),
    },
)
NOTES = '    """The fields of a claim for readers: a list of texts, or one text or number or none."""\n\n'
FIELD = Addition(
    "a field of a claim",
    lines={
        f"{ENGINE}/claim_notes.py": (
            (
                NOTES,
                '    dated: Annotated[list[str], SaidBy("dated", "When it was said.", title="Said")]\n'
                '    replaces: Annotated[list[Name], SaidBy("instead_of", "Former claims.", title="Instead of", cites=True)]\n',
            ),
        ),
    },
)
NO_TEXT = Addition(
    "a field of a claim that is no text",
    lines={
        f"{ENGINE}/claim_notes.py": (
            (
                NOTES,
                '    since: Annotated[int | None, SaidBy("since", "The year.", title="Since")]\n',
            ),
        ),
    },
)
VERDICT = Addition(
    "a verdict",
    lines={
        f"{ENGINE}/vocabulary.py": (
            (
                '    ERROR = "error", "error", "in error", "it could not be completed"\n',
                '    TOY = "toy", "a toy", "toys", "it is not meant"\n',
            ),
        ),
    },
)
ROLE = Addition(
    "a role of a version",
    lines={
        f"{ENGINE}/vocabulary.py": (
            ('    UNDEFINED = "undefined", "Where it has no value"\n', '    PLAYED = "played", "As children play"\n'),
        )
    },
)
TRUTH = Addition(
    "a truth",
    lines={f"{ENGINE}/decision.py": (('    UNDEFINED = "undefined", "without a value"\n', '    PLAYFUL = "playful", "true in play"\n'),)},
)
STRENGTH = Addition(
    "a strength",
    lines={f"{ENGINE}/decision.py": (("    PROVED = 4\n", "    PLAYED = 5\n"),)},
)
OPTION = Addition(
    "a pytest option",
    lines={
        f"{ENGINE}/plugin.py": (
            (
                "    declare(parser)\n",
                '    parser.getgroup("probatum").addoption("--claims-toy", action="store_true", help="play with claims")\n',
            ),
        ),
        f"{ENGINE}/settings.py": (
            (
                '    return any(getattr(options, name, False) for name in ("in_process", "usepdb", "trace"))\n',
                '\n\ndef plays(options: Any) -> bool:\n    """Whether it is a toy run."""\n'
                '    return bool(getattr(options, "claims_toy", False))\n',
            ),
        ),
    },
)
TAME = '    if "tame" in properties:\n        yield sympy.Ge(curvature, 0)\n'
FUNCTION_CLASS = Addition(
    "a function class",
    lines={
        f"{ENGINE}/proposition/subjects/functions.py": (
            ('    "quadratic": "quadratic",\n', '    "tame": "{}-tame",\n'),
            ("    bounded_growth: Authored = None,\n", "    tame: Authored = None,\n"),
            ('        "bounded_growth": bounded_growth, ', '"tame": tame, '),
        ),
        f"{ENGINE}/proposition/subjects/possible.py": (('dict.fromkeys(("smooth", ', '"tame", '),),
        f"{ENGINE}/lowering/classes/simple_members.py": (
            ('PARABOLAS = frozenset((\n    "convex", ', '"tame", '),
            ('    if "convex" in properties:\n        yield sympy.Ge(curvature, 0)\n', TAME),
        ),
        f"{ENGINE}/lowering/classes/interpolation.py": (
            ('    frozenset(("convex",)): CONVEX,\n', '    frozenset(("tame",)): Class("tame interpolation", "nowhere", _convex),\n'),
        ),
    },
)
MALFORMED = Addition(
    "an error of a malformed claim",
    lines={
        f"{ENGINE}/errors.py": (
            (
                '    slug = "not-exact"\n',
                '\n\nclass ToyError(DefinitionError):\n    """A toy stands where a statement is wanted."""\n\n    slug = "a-toy"\n',
            ),
        ),
        f"{ENGINE}/proposition/subjects/coercion.py": (
            ("from probatum.errors import DefinitionError, EvaluatedError", ", ToyError"),
            (
                "def relation_of(value: Authored, where: str) -> Condition:\n",
                "    if value == 1999:\n        raise ToyError(f'{where}: got a toy, wanted a relation')\n",
            ),
        ),
        f"{ENGINE}/authoring/definition.py": (
            ("from probatum.errors import DefinitionError, ProbatumError", ", ToyError"),
            (
                '    check_wording(claim.wording, "wording")\n',
                "    if claim.wording == 'A toy.':\n        raise ToyError('wording: got a toy, wanted a sentence')\n",
            ),
        ),
    },
)
ADDITIONS = (KIND, THEOREM, ONE, ANOTHER_SMT, FIELD, NO_TEXT, VERDICT, ROLE, TRUTH, STRENGTH, OPTION, FUNCTION_CLASS, MALFORMED)
# What one file has all of.
DECLARED = (KIND, THEOREM, ONE, FIELD, NO_TEXT, VERDICT, ROLE, TRUTH, STRENGTH)
