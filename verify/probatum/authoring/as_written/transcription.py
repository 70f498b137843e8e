"""Compiles an author's module so that its operators and calls keep what is written."""

from __future__ import annotations

import ast
from types import CodeType

from probatum.type_names import Authored

MODULES = ("operations", "calls", "questions", "generic_answers", "lacking")
HOMES = tuple(f"__probatum_{module}__" for module in MODULES)
HOME, CALLS, QUESTIONS, GENERIC, LACKING = HOMES
HELD = "__probatum_held__"
NAMES: dict[type[ast.operator], str] = {
    ast.Add: "add",
    ast.Sub: "subtract",
    ast.Mult: "multiply",
    ast.Div: "divide",
    ast.FloorDiv: "floor_divide",
    ast.Mod: "modulo",
    ast.Pow: "power",
    ast.MatMult: "matrix_multiply",
    ast.BitAnd: "conjunction",
    ast.BitOr: "disjunction",
    ast.BitXor: "exclusive",
    ast.RShift: "implication",
}
UNARY: dict[type[ast.unaryop], str] = {
    ast.Invert: "negation", ast.USub: "negative", ast.UAdd: "positive",
}  # fmt: skip
ORDERS = ("below", "at_most", "above", "at_least")
COMPARING: dict[type[ast.cmpop], str] = {
    ast.Eq: "same",
    ast.NotEq: "other",
    ast.Lt: "below",
    ast.LtE: "at_most",
    ast.Gt: "above",
    ast.GtE: "at_least",
    ast.In: "inside",
    ast.NotIn: "outside",
}
OF_SETS = {
    "measure", "inf", "sup", "start", "end", "left", "right", "boundary", "interior", "closure",
}  # fmt: skip
OFTEN_SUPPOSED = {  # by authors, of symbols that do not have them
    "T", "abs", "argmin", "average", "clip", "cov", "det", "diagonal", "dot", "eigenvals",
    "eigenvalues", "eigvals", "exp", "expectation", "expected_value", "grad", "gradient", "imag",
    "inner", "inv", "inverse", "max", "mean", "min", "minimizer", "mode", "norm", "outer", "prod",
    "projection", "prox", "proximal", "real", "shape", "size", "sqrt", "std", "sum", "total",
    "trace", "transpose", "value", "values", "var", "variance",
}  # fmt: skip
READING = {"eval", "exec"}
TEXT = "<string>"  # as Python calls what these read
LEFT_ALONE = {"super", "locals", "globals", "vars", "dir", *READING}


def transcribed(source: bytes | str, path: str) -> CodeType:
    """The code of a module whose operators and calls go through `operations` and `calls`."""
    writing = _Transcription()
    tree = writing.visit(ast.parse(source, path))
    if not writing.calls:  # such as the docstring of a package, for which nothing is brought in
        return compile(ast.fix_missing_locations(tree), path, "exec")
    position = _first_statement(tree.body)
    home = ast.ImportFrom(
        "probatum.authoring.as_written",
        [ast.alias(*pair) for pair in zip(MODULES, HOMES, strict=True)],
        0,
    )
    tree.body.insert(
        position,
        ast.copy_location(
            home,
            tree.body[position - 1] if position else ast.Constant(None, lineno=1, col_offset=0),
        ),
    )
    return compile(ast.fix_missing_locations(tree), path, "exec")


def transcribed_part(source: str, mode: str, path: str = TEXT) -> CodeType:
    """The code of text that an author's module has read as Python: of an expression, or
    statements.
    """
    tree = _Transcription().visit(ast.parse(source, path, mode))
    return compile(ast.fix_missing_locations(tree), path, mode)


def _first_statement(body: list[ast.stmt]) -> int:
    """After the docstring and what comes from the future."""
    position = 0
    while position < len(body) and (
        (
            position == 0
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        )
        or (isinstance(body[position], ast.ImportFrom) and body[position].module == "__future__")  # type: ignore[attr-defined]
    ):
        position += 1
    return position


def _is_path(thing: ast.expr) -> bool:
    """Whether it is a name, or an attribute of such: it may be read twice."""
    return isinstance(thing, ast.Name) or (
        isinstance(thing, ast.Attribute) and _is_path(thing.value)
    )


class _Transcription(ast.NodeTransformer):
    """Operators and calls become calls of our own; places in the source stay,
    so that errors name the author's line.
    """

    calls = False  # whether there is any

    def __init__(self) -> None:
        self.asked: set[ast.AST] = set()

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        name = NAMES.get(type(node.op))
        numbers = isinstance(node.left, ast.Constant) and isinstance(node.right, ast.Constant)
        constant = numbers and not isinstance(node.op, ast.BitXor)
        return (
            node if name is None or constant else self._calling(node, name, node.left, node.right)
        )

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        if isinstance(node.op, ast.Not):
            self._visit_asking(node, node.operand)
            node.operand = self._asked(node.operand)
            return node
        self.generic_visit(node)
        plain = isinstance(node.operand, ast.Constant)
        return node if plain else self._calling(node, UNARY[type(node.op)], node.operand)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        name, target = NAMES.get(type(node.op)), node.target
        if name is None:
            return node
        if isinstance(target, ast.Subscript):
            place = [target.value, self._index(target.slice)]
            change = self._calling(node, "update_at", ast.Constant(name), *place, node.value)
            return ast.copy_location(ast.Expr(change), node)
        if isinstance(target, ast.Attribute) and not _is_path(target.value):
            return self._update_held(node, name, target)
        present = (
            ast.Name(target.id, ast.Load())
            if isinstance(target, ast.Name)
            else ast.Attribute(target.value, target.attr, ast.Load())
        )
        ast.copy_location(present, target)
        changed = self._calling(node, "updated", ast.Constant(name), present, node.value)
        return ast.copy_location(ast.Assign([target], changed), node)

    def _update_held(self, node: ast.AugAssign, name: str, target: ast.Attribute) -> list[ast.stmt]:
        """holders[0].value += x: what has the attribute is asked for once."""

        def held(context: ast.expr_context) -> ast.expr:
            return ast.copy_location(ast.Name(HELD, context), target)

        present = ast.copy_location(
            ast.Attribute(held(ast.Load()), target.attr, ast.Load()), target
        )
        place = ast.copy_location(ast.Attribute(held(ast.Load()), target.attr, ast.Store()), target)
        changed = self._calling(node, "updated", ast.Constant(name), present, node.value)
        statements: list[ast.stmt] = [
            ast.Assign([held(ast.Store())], target.value),
            ast.Assign([place], changed),
            ast.Delete([held(ast.Del())]),
        ]
        return [ast.copy_location(each, node) for each in statements]

    def _index(self, index: ast.expr) -> ast.expr:
        """An index as an expression of its own, slices included."""
        if isinstance(index, ast.Tuple):
            made = ast.Tuple([self._index(part) for part in index.elts], ast.Load())
            return ast.copy_location(made, index)
        if not isinstance(index, ast.Slice):
            return index
        ends = [part or ast.Constant(None) for part in (index.lower, index.upper, index.step)]
        return self._calling(index, "between", *ends)

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        names = [COMPARING[kind] for kind in map(type, node.ops) if kind in COMPARING]
        known = len(names) == len(node.ops)
        if not known or (node in self.asked and {*names} & {*ORDERS}):
            return node
        sides = [node.left, *node.comparators]
        if len(names) == 1:
            return self._calling(node, names[0], *sides)
        said = ast.Tuple([ast.Constant(name) for name in names], ast.Load())
        return self._calling(node, "chained", said, *sides)

    def visit_If(self, node: ast.If) -> ast.AST:
        return self._testing(node)

    def visit_While(self, node: ast.While) -> ast.AST:
        return self._testing(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.AST:
        return self._testing(node)

    def visit_Assert(self, node: ast.Assert) -> ast.AST:
        return self._testing(node)

    def _testing(self, node: ast.If | ast.While | ast.IfExp | ast.Assert) -> ast.AST:
        self._visit_asking(node, node.test)
        node.test = self._asked(node.test)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        self._visit_asking(node, *node.values)
        *earlier, last = node.values  # of the last it is not asked: it is the result
        node.values = [*map(self._asked, earlier), last]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.AST:
        self._visit_asking(node, *node.ifs)
        node.ifs = [*map(self._asked, node.ifs)]
        return node

    def visit_Match(self, node: ast.Match) -> ast.AST:
        self.generic_visit(node)
        patterns = [part for case in node.cases for part in ast.walk(case.pattern)]
        if any(isinstance(part, ast.MatchValue) for part in patterns):
            node.subject = self._calling(node.subject, "matched", node.subject, home=QUESTIONS)
        return node

    def visit_match_case(self, node: ast.match_case) -> ast.AST:
        self._visit_asking(node, *([] if node.guard is None else [node.guard]))
        node.guard = None if node.guard is None else self._asked(node.guard)
        return node

    def _visit_asking(self, node: ast.AST, *tests: ast.expr) -> None:
        """Of these it is asked whether they are true: a relation could not say."""
        self.asked |= {*tests}
        self.generic_visit(node)

    def _asked(self, test: ast.expr) -> ast.expr:
        return self._calling(test, "asked", test, home=QUESTIONS)

    def visit_Try(self, node: ast.Try) -> ast.AST:
        return self._catching(node)

    def visit_TryStar(self, node: ast.TryStar) -> ast.AST:
        return self._catching(node)

    def _catching(self, node: ast.Try | ast.TryStar) -> ast.AST:
        """What is refused goes through whatever catches errors."""
        self.generic_visit(node)
        for body in (*(handler.body for handler in node.handlers), node.finalbody):
            if body:
                refused = self._calling(body[0], "refused_still", home=QUESTIONS)
                body.insert(0, ast.copy_location(ast.Expr(refused), body[0]))
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name in READING and node.args:
            said = ast.Constant(name)
            node.args[0] = self._calling(node, "as_code", node.args[0], said, home=CALLS)
            if len(node.args) > 1:
                node.args[1] = self._calling(node, "with_names", node.args[1], home=CALLS)
            for each in (each for each in node.keywords if each.arg == "globals"):
                each.value = self._calling(node, "with_names", each.value, home=CALLS)
        if name not in LEFT_ALONE:
            node.func = self._calling(node.func, "called", node.func, home=CALLS)
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.ctx, ast.Load) and node.attr in ("args", "func"):
            node.value = self._calling(node.value, "taken_apart", node.value, home=GENERIC)
        if isinstance(node.ctx, ast.Load) and (node.attr.startswith("is_") or node.attr in OF_SETS):
            name = ast.Constant(node.attr)
            return self._calling(node, "property_of", node.value, name, home=GENERIC)
        if isinstance(node.ctx, ast.Load) and node.attr in OFTEN_SUPPOSED:
            name = ast.Constant(node.attr)
            return self._calling(node, "attribute_of", node.value, name, home=LACKING)
        return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        return self._calling(node, "item_of", node.value, self._index(node.slice), home=LACKING)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._defining(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._defining(node)

    def _defining(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ast.AST:
        annotation, node.returns = node.returns, None  # which stays
        self.generic_visit(node)
        node.returns = annotation
        return node

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return node  # annotations stay

    def visit_MatchValue(self, node: ast.MatchValue) -> ast.AST:
        return node  # patterns allow no calls

    def _calling(
        self, place: Authored, name: str, *arguments: ast.expr, home: str = HOME
    ) -> ast.expr:
        self.calls = True
        function = ast.Attribute(ast.Name(home, ast.Load()), name, ast.Load())
        return ast.copy_location(ast.Call(function, list(arguments), []), place)
