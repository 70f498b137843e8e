"""Tests of what stands as an author wrote it: it is defined, decided and shown so, and nothing else changes."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import sympy

from probatum.authoring.as_written.keeping import LARGEST, kept, value_of
from probatum.authoring.as_written.transcription import transcribed
from probatum.decide.deciding import decide
from probatum.errors import DefinitionError, UndefinedError
from probatum.judge.telling.record import statement as shown_as
from probatum.proposition.written import Written, as_decided, evaluated

SOURCE = '''"""Statements as an author writes them."""
from __future__ import annotations
from functools import reduce
import math
import operator
import sympy
from sympy import Abs, Derivative, Integral, Limit, Matrix, Max, Piecewise, Rational, acos, cancel, cos, diff, exp, floor, log, oo, sign
from sympy import Mul, Sum, simplify, sin, sqrt, tan, tanh
from probatum import AlmostAll, And, Eq, Equal, Exists, ForAll, Ge, Gt, Implies, Le, Lt, Multiset, Ne, Or, Orbit, Printed, integers, reals

x, y, z = reals("x y z")
m, n = integers("m n")
ONE = x / x

def ratio(above, below):
    return above / below

def grown(times):
    grown = x
    for _ in range(times):
        grown += 1 / y
        grown -= 1 / y
    return grown

def says(then, *given):
    return ForAll((x, y), given=And(*given), then=then)

def build(name):
    return eval(name)
'''
UNDEFINED = (
    "Equal(Limit(sqrt(x) ** 2, x, 0, '+-'), 0)",
    "Equal(Limit(sqrt(5 - x) ** 2 / x, x, oo), -1)",
    "says(Ge(x // x + x**2, 1))",
    "says(Ge(x % x + x**2, 0))",
    "says(Ge(divmod(x, x)[0] + x**2, 1))",
    "says(Eq(Mul(x, 1 / x) * (x + 1), x + 1))",
    "says(Ge(operator.truediv(x, x) + x**2, 1))",
    "says(Ge(reduce(operator.mul, [x, 1 / x]) + x**2, 1))",
    "says(Eq(pow(sqrt(x), 2) * (x + 1), x**2 + x))",
    "says(Eq(pow(1 / x, 0, 2), 1))",
    "Equal(Sum(n / n, (n, 0, 3)), 4)",
    "Equal(Integral(sqrt(x) ** 2, (x, -1, 1)), 0)",
    "says(Eq(x / x, 1))",
    "says(Eq(ONE, 1))",
    "says(Eq(ONE + y, 1 + y))",
    "says(Eq(ratio(y, y), 1))",
    "says(Eq(x * (1 / x), 1))",
    "says(Eq(sqrt(x) ** 2, x))",
    "says(Eq(exp(log(x)), x))",
    "says(Eq(diff(Abs(x), x), sign(x)))",
    "says(Eq(Abs(x).diff(x), sign(x)))",
    "says(Eq(diff(Max(x, 0), x), Max(sign(x), 0)))",
    "says(Eq(cancel((x**2 - 1) / (x - 1)), x + 1))",
    "says(Eq(simplify((x**2 - 1) / (x - 1)), x + 1))",
    "says(Eq(0 * log(x), 0))",
    "says(Eq((1 / x) ** 0, 1))",
    "says(Eq(log(x) - log(x), 0))",
    "says(Eq(sum([1 / x, y, -1 / x]), y))",
    "says(Eq(math.prod([1 / x, y, x]), y))",
    "says(Eq(x**y / x**y, 1))",
    "says(Eq((y / y).subs(y, x), 1))",
    "says(Eq((x / y).subs(y, x), 1))",
    "says(Eq((x / y).xreplace({y: x}), 1))",
    "says(Eq(cos(acos(x)), x))",
    "says(Eq(0 * tan(x), 0))",
    "says(Eq(x ** Rational(1, 3) * x ** Rational(2, 3), x))",
    "says(Gt(x / x, 0))",
    "says(Gt(y / y + x**2, 0))",
    "says(Equal(Matrix([x]) * Matrix([x]).inv(), Matrix([1])))",
    "says(Equal(Matrix([[1 / x, 0], [0, x]]) * Matrix([x, 1 / x]), Matrix([1, 1])))",
    "says(Eq(Matrix([[1 / x, 0], [0, x]]).det(), 1))",
    "says(Equal((x / x, y), (1, y)))",
    "says(Equal(Multiset((x / x, y)), (y, 1)))",
    "says(Eq(Piecewise((x / x, x > 0), (y / y, True)), 1))",
    "says(Or(Eq(x, 0), Eq(y / y, 1)))",
    "says(Eq(grown(2), x))",
    "says(Eq(x / x, 1), x >= 0)",
    "ForAll(x, given=x > 0, then=Equal(Integral(y / y, (y, -x, x)), 2 * x))",
    "ForAll(x, given=x > 1, then=Equal(Integral(sqrt(y) ** 2, (y, x, -x)), 0))",
    "ForAll(x, given=x > 0, then=Equal(Integral((y - x) / (y - x), (y, 0, 1)), 1))",
    "ForAll(m, given=m >= 3, then=Equal(Sum((n - 1) / (n - 1), (n, 0, m)), m + 1))",
    "Equal(Integral(x / x, (x, 1, -1)), -2)",
)
TRUE = (
    "ForAll(n, given=n >= 0, then=Eq(pow(4, n, 3), 1))",
    "ForAll(n, then=Eq(pow(n, 3, 3), n % 3))",
    "Equal(Limit(sqrt(x + Rational(1, 5000)) ** 2, x, 0, '+-'), Rational(1, 5000))",
    "Equal(Limit((x - 2000) / (x - 2000), x, oo), 1)",
    "ForAll(x, given=x > 0, then=Equal(Integral(y / y, (y, 0, x)), x))",
    "Equal(Limit(sqrt(x) ** 2, x, 0, '+'), 0)",
    "Equal(Limit((x - 1) / (x - 1), x, 1, '+-'), 1)",
    "ForAll(x, then=Equal(Integral((y**2 + 1) / (y**2 + 1), (y, 0, x)), x))",
    "ForAll(m, given=m >= 2, then=Equal(Sum(n * (n - 1) / (n - 1), (n, 2, m)), m * (m + 1) / 2 - 1))",
    "Equal(sum(Matrix([[1, 1, 0], [1, 2, 1], [0, 1, 5]]).eigenvals(multiple=True)), 8)",
    "says(Eq(x / x, 1), Ne(x, 0))",
    "says(Eq(ONE * y, y), Ne(x, 0))",
    "says(Eq(sqrt(x) ** 2, x), x >= 0)",
    "says(Eq(exp(log(x)), x), x > 0)",
    "says(Eq(log(exp(x)), x))",
    "says(Eq(sqrt(x**2), Abs(x)))",
    "says(Eq(x**0, 1))",
    "says(Eq(2 * x - x, x))",
    "says(Eq(diff(Abs(x), x), 1), x > 0)",
    "says(Eq(diff(x**3, x), 3 * x**2))",
    "says(Eq(diff(Piecewise((x, x > 0), (0, True)), x), 1), x > 0)",
    "says(Eq(diff(x * Abs(x), x), 2 * Abs(x)), x > 1)",
    "says(Equal(Matrix([x * y, x + y]).jacobian([x, y]), Matrix([[y, x], [1, 1]])))",
    "says(Eq(diff(tanh(x), x), 1 - tanh(x) ** 2))",
    "says(Eq(diff(x**2 * y, x, y), 2 * x))",
    "says(Eq(cancel((x**2 - 1) / (x - 1)), x + 1), Ne(x, 1))",
    "says(Eq(Piecewise((x / x, Ne(x, 0)), (1, True)), 1))",
    "says(Implies(Ne(x, 0), Eq(x / x, 1)))",
    "says(Or(Eq(x, 0), Eq(x / x, 1)))",
    "says(Eq(Matrix([[1 / x, 0], [0, x]]).det(), 1), Ne(x, 0))",
    "says(Equal(Matrix([[x, y], [y, x]]) * Matrix([x, y]), Matrix([x**2 + y**2, 2 * x * y])))",
    "says(Gt(y, 0), Gt(x / x + y, 1))",
    "says(Ne(x, 0), Gt(x / x + y, y))",
    "Exists(x, then=Eq(x / x, 1))",
    "Equal(sympy.integrate(x**2, (x, 0, 1)), Rational(1, 3))",
)
FALSE = (
    "Equal(sum(Matrix([[1, 1, 0], [1, 2, 1], [0, 1, 5]]).eigenvals(multiple=True)), 9)",
    "says(Eq(x / x, 2), Ne(x, 0))",
    "says(Eq(diff(x**3, x), 2 * x**2))",
    "says(Eq(diff(Abs(x), x), 1), Ne(x, 0))",
    "says(Eq(sqrt(x**2), x))",
    "says(Gt(y, 1), Gt(x / x + y, 1))",
    "Exists(x, then=Eq(x / x, 2))",
    "Exists(x, given=Le(Abs(x), 0), then=Eq(x / x, 1))",
)
HOLLOW = (
    "says(Eq(x / x, x / x))",
    "says(Eq(ONE, ONE), Ne(x, 0))",
    "says(Eq(x + 0, x))",
    "says(Gt(x / x, y), Gt(x / x, y))",
)
MAY_EXIST = ("says(Eq(diff(x * Abs(x), x), 2 * Abs(x)))", "says(Eq(diff(Max(x, -x) - Abs(x) + x, x), 1))")
INSIDE = "Integral((y - 3)/(y - 3), (y, 0, x))"
NOT_KNOWN = {
    "ForAll(x, given=x > 0, then=Or(x < 1, Eq(Integral((y - 3) / (y - 3), (y, 0, x)), x)))": INSIDE,
    "Exists(x, given=x > 0, then=Eq(Integral((y - 3) / (y - 3), (y, 0, x)), x))": INSIDE,
}
SHOWN = {
    "says(Eq(x / x, 1))": "For all real x, y: x/x = 1.",
    "says(Eq(sqrt(x) ** 2, x))": "For all real x, y: (sqrt(x))² = x.",
    "says(Eq(diff(tanh(x), x), 1 - tanh(x) ** 2))": "For all real x, y: d/dx tanh(x) = 1 - (tanh(x))².",
    "says(Eq(diff(x**2, x).subs(x, 3), 6))": "For all real x, y: (d/dx x² at x = 3) = 6.",
    "says(Eq(x - x, 0))": "For all real x, y: -x + x = 0.",
    "says(Gt(x / x + y, y))": "For all real x, y: y + x/x > y.",
    "says(Gt(x + y + x, 0))": "For all real x, y: 2·x + y > 0.",
}


@pytest.fixture(scope="module")
def author() -> ModuleType:
    """A module of an author, as it is compiled where claims stand."""
    made = ModuleType("author")
    exec(transcribed(SOURCE.replace("eval(name)", "STATEMENTS[name]()"), "author.py"), vars(made))
    names = (*UNDEFINED, *TRUE, *FALSE, *HOLLOW, *SHOWN, *MAY_EXIST, *NOT_KNOWN)
    exec(transcribed("STATEMENTS = {" + ", ".join(f"{name!r}: lambda: {name}" for name in names) + "}", "author.py"), vars(made))
    return made


@pytest.mark.parametrize("statement", UNDEFINED)
def test_what_is_evaluated_away_is_still_undefined_where_it_was(statement: str, author: ModuleType) -> None:
    with pytest.raises(UndefinedError, match="the hypotheses admit a point at which the proposition is undefined: "):
        decide(author.build(statement))


DECIDED = [(statement, truth) for truth, several in {"true": TRUE, "false": FALSE, "hollow": HOLLOW}.items() for statement in several]


@pytest.mark.parametrize(("statement", "truth"), DECIDED)
def test_what_is_written_is_what_is_decided(statement: str, truth: str, author: ModuleType) -> None:
    assert decide(author.build(statement)).truth == truth


@pytest.mark.parametrize("statement", SHOWN)
def test_what_is_written_is_shown_where_evaluation_leaves_nothing_to_see_or_a_value_elsewhere(statement: str, author: ModuleType) -> None:
    assert shown_as(author.build(statement))["sentence"] == SHOWN[statement]


def test_a_derivative_that_may_exist_is_not_called_undefined(author: ModuleType) -> None:
    assert [decide(author.build(statement)).truth in ("undecided", "true") for statement in MAY_EXIST] == [True, True]


@pytest.mark.parametrize("statement", NOT_KNOWN)
def test_what_need_not_be_undefined_is_not_known_to_be_defined(statement: str, author: ModuleType) -> None:
    (decision,) = decide(author.build(statement)).decisions
    assert (decision.decider, decision.reason) == ("definedness", f"not known to be defined: {NOT_KNOWN[statement]}")


def test_an_identity_by_evaluation_is_decided_from_what_was_written(author: ModuleType) -> None:
    decided = decide(author.build("says(Eq(diff(tanh(x), x), 1 - tanh(x) ** 2))"))
    assert decided.agreeing == ("FLINT", "z3")
    side = as_decided(author.build("says(Eq(diff(tanh(x), x), 1 - tanh(x) ** 2))").then.lhs)
    assert not side.has(sympy.Derivative)
    assert side == 1 - sympy.tanh(author.x) ** 2


def module(source: str, path: str = "author.py") -> dict[str, Any]:
    """The names of a module of an author."""
    names: dict[str, Any] = {}
    exec(transcribed(source, path), names)
    return names


def test_ordinary_python_is_left_as_it_is() -> None:
    names = module(
        "import math\n"
        "numbers = [1]; numbers += [2]; alias = numbers; alias += (3,)\n"
        "text = 'a' + 'b' * 2; text += 'c'\n"
        "half = 1 / 2; rest = half - 0.25; squared = math.sqrt(16) ** 2\n"
        "total = sum([0.5, 0.25]); joined = sum([[1], [2]], []); three = sum([1, 2])\n"
        "class Base:\n    def name(self): return 'base'\n"
        "class Child(Base):\n    def name(self): return super().name() + '!'\n"
        "called = Child().name(); different = [1] != [2]; same = 1 == 1.0\n"
        "def match_it(thing):\n    match thing:\n        case -1: return 'minus'\n        case _: return 'other'\n"
    )
    assert names["numbers"] == [1, 2, 3]
    assert names["text"] == "abbc"
    assert (names["half"], names["rest"], names["squared"], names["total"], names["joined"]) == (0.5, 0.25, 16.0, 0.75, [1, 2])
    assert (names["called"], names["different"], names["same"], names["three"]) == ("base!", True, True, 3)
    assert names["match_it"](-1) == "minus"


def run(source: str) -> dict[str, Any]:
    """The names that an author's module with this source has."""
    names: dict[str, Any] = {}
    exec(transcribed("from sympy import *\nfrom probatum import *\nx = reals('x')\nn = integers('n')\n" + source, "a.py"), names)
    return names


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("x**2 >= 0", "x**2 >= 0"),
        ("Abs(x) < 0", "Abs(x) < 0"),
        ("n**2 + 1 > 0", "n**2 + 1 > 0"),
        ("sqrt(-1 - x**2) <= 1", "sqrt(-x**2 - 1) <= 1"),
        ("sympy.Ge(x**2, 0)", "x**2 >= 0"),
        ("0 < x < 1", "(x > 0) & (x < 1)"),
        ("0 <= 1 < x", "x > 1"),
    ],
)
def test_relations_stand_as_written(written: str, shown: str) -> None:
    assert str(run(f"import sympy\nstated = {written}")["stated"]) == shown


@pytest.mark.parametrize(
    "asked",
    [
        "if x**2 >= 0: found = 1",
        "found = 1 if Abs(x) >= 0 else 0",
        "assert x**2 >= 0\nfound = 1",
        "found = [1 for _ in 'a' if n**2 >= 0][0]",
        "found = 1 * (x**2 >= 0 and not x**2 < 0)",
        "found = 1\nwhile x**2 < 0: found = 0",
        "found = 1 if 0 < 1 <= 2 else 0",
        "match 1:\n    case found if x**2 >= 0: pass",
        "found = 1 * (0 < 1 < 2)",
    ],
)
def test_where_python_asks_relations_have_the_truth_that_they_always_had(asked: str) -> None:
    assert run(asked)["found"] == 1


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("gcd(n, n + 2)", "gcd: got n, n [+] 2, wanted numbers: of variables SymPy's gcd is that of polynomials"),
        ("lcm(n, 6)", "lcm: got n, 6, wanted numbers"),
        ("Or(1/x > 1, 1/x <= 1)", r"got Or[(]1/x > 1, 1/x <= 1[)], which SymPy takes for true"),
        ("(sqrt(x) > 1) | (sqrt(x) <= 1)", "which SymPy takes for true"),
        ("Xor(1/x > 0, x**2 > 1, 1/x > 0)", r"takes for x[*][*]2 > 1, wanted that alone, or beside it the condition under which 1/x > 0"),
        ("(1/x > 0) ^ (x**2 > 1) ^ (1/x > 0)", "wanted that alone"),
        ("ITE(log(x) > 0, x**2 > 1, x**2 > 1)", "wanted that alone"),
        ("Contains(1/x, FiniteSet(1/x, 1))", "wanted the condition under which 1/x has a value"),
        ("0 < 1/x <= 0", "which SymPy takes for false"),
        ("ForAll(x, given=Contains(x, Interval(0, oo)), then=x > 0)", "ForAll: given=: got Contains .*, wanted relations"),
        ("ForAll(x, given=x < oo, then=x > 0)", "ForAll: given=: got 'x < oo', wanted numbers"),
        ("ForAll(x, then=Ne(x, oo))", "ForAll: then=: got 'Ne[(]x, oo[)]', wanted numbers"),
    ],
)
def test_what_would_be_read_otherwise_than_it_is_meant_is_refused(source: str, message: str) -> None:
    with pytest.raises(DefinitionError, match=message):
        run(f"stated = {source}")


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("gcd(12, 18)", "6"),
        ("log(x, 2)", "log(x)/log(2)"),
        ("integrate(1/x**2, (x, 1, n))", "Integral(x**(-2), (x, 1, n))"),
        ("summation(x, (x, 1, n))", "Sum(x, (x, 1, n))"),
        ("limit(x, x, oo)", "Limit(x, x, oo, dir='-')"),
        ("integrate(x, x)", "x**2/2"),
        ("Or(x > 1, x <= 1)", "True"),
    ],
)
def test_functions_of_the_algebra_system_say_what_is_written(source: str, shown: str) -> None:
    assert str(run(f"stated = {source}")["stated"]) == shown


def test_what_is_kept_counts_as_its_value_where_python_asks() -> None:
    names = module(
        "import sympy\nx = sympy.Symbol('x', real=True)\none = x / x\n"
        "is_one = one == 1; not_one = one != 1; below = one < 2; number = float(one); whole = int(one)\n"
        "kind = isinstance(x / x, sympy.Integer); parts = (x * x).args\n"
        "denominator = (3 * x / x).q\n"
    )
    assert isinstance(names["one"], Written)
    assert (names["is_one"], names["not_one"], names["number"], names["whole"]) == (True, False, 1.0, 1)
    assert names["below"] == sympy.StrictLessThan(names["one"], 2, evaluate=False), "a hypothesis that keeps where it is defined"
    assert (names["kind"], names["parts"], names["denominator"]) == (True, (names["x"], 2), 1)
    assert value_of([names["one"], {"a": (names["one"],)}]) == [1, {"a": (1,)}]


def test_a_sequence_of_substitutions_stays_one() -> None:
    names = module(
        "import sympy\nx, y = sympy.symbols('x y', real=True)\nput = (x / y).subs([(y, x), (x, 2)])\n"
        "both = (x / y).subs({x: y, y: x}, simultaneous=True)\n"
    )
    assert evaluated(names["put"]) == 1
    assert evaluated(names["both"]) == names["y"] / names["x"]


def test_substitution_comes_after_derivation() -> None:
    names = module("import sympy\nx, y = sympy.symbols('x y', real=True)\nslope = sympy.diff(x**2 * y, x).xreplace({x: 3, y: x})\n")
    assert evaluated(names["slope"]) == 6 * names["x"]


def test_what_grows_is_kept_as_a_value_and_where_it_is_defined(author: ModuleType) -> None:
    grown = author.grown(LARGEST)
    assert evaluated(grown) == author.x
    assert len(str(grown)) < 20 * LARGEST
    with pytest.raises(UndefinedError, match="y = 0"):
        decide(author.says(sympy.Eq(grown, author.x, evaluate=False)))
    assert kept("+", (author.x, author.x)) == Written("+", author.x, author.x)


def test_errors_name_the_line_of_the_author(tmp_path: Path) -> None:
    path = tmp_path / "author.py"
    path.write_text('"""Words."""\n\n\ndef fails():\n    return 1 + "a"\n', encoding="utf-8")
    names: dict[str, Any] = {}
    exec(transcribed(path.read_bytes(), str(path)), names)
    with pytest.raises(TypeError) as caught:
        names["fails"]()
    assert any((entry.path, entry.lineno + 1) == (path, 5) for entry in caught.traceback)


def test_where_the_loader_does_not_come_evaluation_goes_on_as_ever() -> None:
    x = sympy.Symbol("x", real=True)
    assert x / x == 1
