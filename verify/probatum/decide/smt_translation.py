"""Translates conditions and nested propositions into z3 terms, with what each term needs in order to mean the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import permutations, product
from math import lcm
from typing import Any

import sympy
import z3
from sympy.core.relational import Relational

from probatum.proposition.definedness import defined
from probatum.proposition.kinds import All, Equal, Exists, ForAll, Multiset, Rounded, is_scalar, rewrite

LARGEST_EXPONENT = 64
LARGEST_ROOT = 12
LARGEST_MULTISET = 4  # elements; the ways to match them grow with the factorial
HYPERBOLIC = (sympy.sinh, sympy.cosh, sympy.tanh, sympy.coth, sympy.sech, sympy.csch)


class NotTranslatableError(Exception):
    """The expression lies outside of the arithmetic that is translated."""


@dataclass(slots=True)
class Scope:
    """Auxiliary variables made while translating, with the constraints that define them."""

    auxiliaries: list[Any] = field(default_factory=list)
    constraints: list[Any] = field(default_factory=list)


class Translator:
    """Translates into one z3 context; `scopes` is a stack, one scope for each open quantifier."""

    def __init__(self, context: Any) -> None:
        self.context = context
        self.symbols: dict[Any, Any] = {}
        self.scopes = [Scope()]
        self.known: list[dict[Any, Any]] = [{}]
        self.exponentials: list[tuple[Any, Any, Any]] = []
        self.fresh = 0

    def variable(self, symbol: sympy.Symbol) -> Any:
        """The z3 constant of a real or integer variable."""
        if symbol not in self.symbols:
            make = z3.Int if symbol.is_integer else z3.Real
            self.symbols[symbol] = make(symbol.name, self.context)
        return self.symbols[symbol]

    def number(self, value: Any) -> Any:
        return z3.RealVal(f"{value.p}/{value.q}", self.context)

    def term(self, expression: Any) -> Any:
        """The z3 real term of a SymPy expression; raises NotTranslatableError."""
        for known in self.known:
            if expression in known:
                return known[expression]
        made = self._term(expression)
        self.known[-1][expression] = made
        return made

    def _term(self, expression: Any) -> Any:
        if expression.is_Symbol:
            variable = self.variable(expression)
            return z3.ToReal(variable) if expression.is_integer else variable
        if expression.is_Rational:
            return self.number(expression)
        if expression.is_Add:
            return z3.Sum([self.term(argument) for argument in expression.args])
        if expression.is_Mul:
            return z3.Product([self.term(argument) for argument in expression.args])
        if isinstance(expression, sympy.exp) or (expression.is_Pow and expression.base is sympy.E):
            return self._exponential(expression.exp)
        if expression.is_Pow:
            return self._power(expression.base, expression.exp)
        return self._function(expression)

    def _function(self, expression: Any) -> Any:
        if isinstance(expression, sympy.Abs):
            inner = self.term(expression.args[0])
            return z3.If(inner >= 0, inner, -inner)
        if isinstance(expression, (sympy.Max, sympy.Min)):
            return self._extreme(expression)
        if isinstance(expression, sympy.Piecewise):
            return self._piecewise(expression)
        if isinstance(expression, sympy.log):
            return self._logarithm(expression.args[0])
        if isinstance(expression, sympy.sign):
            inner = self.term(expression.args[0])
            one, zero = self.number(sympy.Integer(1)), self.number(sympy.Integer(0))
            return z3.If(inner > 0, one, z3.If(inner < 0, -one, zero))
        raise NotTranslatableError(str(expression.func))

    def _extreme(self, expression: Any) -> Any:
        terms = [self.term(argument) for argument in expression.args]
        best = terms[0]
        for term in terms[1:]:
            better = term >= best if isinstance(expression, sympy.Max) else term <= best
            best = z3.If(better, term, best)
        return best

    def _piecewise(self, expression: Any) -> Any:
        branches = [(self.term(branch), self.condition(condition)) for branch, condition in expression.args]
        value = branches[-1][0]
        for branch, condition in reversed(branches[:-1]):
            value = z3.If(condition, branch, value)
        return value

    def _power(self, base: Any, exponent: Any) -> Any:
        if exponent.is_Integer and abs(int(exponent)) <= LARGEST_EXPONENT:
            term = z3.Product([self.term(base)] * abs(int(exponent)))
            return 1 / term if exponent < 0 else term
        if exponent.is_Rational and exponent.q <= LARGEST_ROOT and abs(int(exponent.p)) <= LARGEST_EXPONENT:
            root = z3.Product([self._root(base, int(exponent.q))] * abs(int(exponent.p)))
            return 1 / root if exponent < 0 else root
        raise NotTranslatableError(f"power {exponent}")

    def _root(self, base: Any, degree: int) -> Any:
        key = ("root", base, degree)
        for known in self.known:
            if key in known:
                return known[key]
        inner = self.term(base)
        root = self._auxiliary("root")
        meant = z3.And(root >= 0, z3.Product([root] * degree) == inner)
        self.scopes[-1].constraints.append(z3.Implies(inner >= 0, meant))
        self.known[-1][key] = root
        return root

    def _logarithm(self, argument: Any) -> Any:
        self._outermost_only()
        inner = self.term(argument)
        logarithm = self._auxiliary("log")
        self._declare_exponential(logarithm, inner, inner > 0)
        return logarithm

    def _exponential(self, exponent: Any) -> Any:
        """e^(a + 2b) as u^1 v^2, where u = e^a and v = e^b are positive auxiliary variables."""
        factors = []
        for summand in sympy.Add.make_args(sympy.expand(exponent)):
            coefficient, rest = summand.as_coeff_Mul()
            if rest == 1 or not coefficient.is_Rational or abs(coefficient.p) > LARGEST_EXPONENT:
                raise NotTranslatableError(f"exp({summand})")
            base = self._base_exponential(rest)
            step = coefficient * self.denominators.get(rest, 1)
            if not step.is_Integer or abs(step) > LARGEST_EXPONENT:
                raise NotTranslatableError(f"exp({summand})")
            power = z3.Product([base] * abs(int(step)))
            factors.append(1 / power if step < 0 else power)
        return z3.Product(factors)

    denominators: dict[Any, int] = {}  # noqa: RUF012 -- replaced for each proposition by `prepare`

    def prepare(self, expressions: list[Any]) -> None:
        """Find the roots of exponentials that several exponents share: e^(z/2) and e^(z/3) need e^(z/6)."""
        self.denominators = {}
        for expression in expressions:
            for exponential in expression.atoms(sympy.exp):
                for summand in sympy.Add.make_args(sympy.expand(exponential.exp)):
                    coefficient, rest = summand.as_coeff_Mul()
                    if coefficient.is_Rational:
                        self.denominators[rest] = lcm(self.denominators.get(rest, 1), int(coefficient.q))

    def _base_exponential(self, rest: Any) -> Any:
        key = ("exp", rest)
        for known in self.known:
            if key in known:
                return known[key]
        self._outermost_only()
        exponent = self.term(rest) / self.denominators.get(rest, 1)
        base = self._auxiliary("exp")
        self._declare_exponential(exponent, base, z3.BoolVal(True, self.context))
        self.known[-1][key] = base
        return base

    def _outermost_only(self) -> None:
        """What is known of an exponential leaves it room; inside a quantifier that room could prove what is false."""
        if len(self.scopes) > 1:
            raise NotTranslatableError("an exponential inside a quantifier")

    def _declare_exponential(self, exponent: Any, value: Any, meant: Any) -> None:
        """What is known of value = e^exponent without analysis, where it is meant: sign, tangent at 0, order among exponentials."""
        facts = [z3.Implies(meant, z3.And(value > 0, value >= 1 + exponent, (exponent > 0) == (value > 1), (exponent < 0) == (value < 1)))]
        for other, other_value, other_meant in self.exponentials:
            same_order = z3.And((exponent < other) == (value < other_value), (exponent == other) == (value == other_value))
            facts.append(z3.Implies(z3.And(meant, other_meant), same_order))
        self.exponentials.append((exponent, value, meant))
        self.scopes[-1].constraints += facts

    def _auxiliary(self, name: str) -> Any:
        self.fresh += 1
        made = z3.Real(f"{name}!{self.fresh}", self.context)
        self.scopes[-1].auxiliaries.append(made)
        return made

    def condition(self, condition: Any) -> Any:
        """The z3 formula of a SymPy condition."""
        if condition in (sympy.true, sympy.false):
            return z3.BoolVal(bool(condition), self.context)
        if isinstance(condition, Relational):
            return self._relation(condition)
        parts = [self.condition(argument) for argument in condition.args]
        match condition:
            case sympy.And():
                return z3.And(parts)
            case sympy.Or():
                return z3.Or(parts)
            case sympy.Not():
                return z3.Not(parts[0])
            case sympy.Implies():
                return z3.Implies(*parts)
        raise NotTranslatableError(str(condition.func))

    def _relation(self, relation: Any) -> Any:
        left, right = self.term(relation.lhs), self.term(relation.rhs)
        return {
            "<": lambda: left < right,
            "<=": lambda: left <= right,
            ">": lambda: left > right,
            ">=": lambda: left >= right,
            "==": lambda: left == right,
            "!=": lambda: left != right,
        }[relation.rel_op]()

    def guarded(self, condition: Any) -> Any:
        """The formula that the condition is defined and true."""
        return z3.And(self.condition(defined(condition)), self.condition(condition))

    def formula(self, statement: Any) -> Any:
        """The z3 formula of a proposition, inner quantifiers included."""
        match statement:
            case ForAll():
                with self._quantifier() as scope:
                    given, then = self.guarded(statement.given), self.formula(statement.then)
                    return self._bind(z3.ForAll, statement.variables, scope, lambda facts: z3.Implies(z3.And(*facts, given), then))
            case Exists():
                with self._quantifier() as scope:
                    given, then = self.guarded(statement.given), self.formula(statement.then)
                    return self._bind(z3.Exists, statement.variables, scope, lambda facts: z3.And(*facts, given, then))
            case All():
                return z3.And([self.formula(part) for part in statement.parts])
            case Equal():
                true = z3.BoolVal(True, self.context)  # what is empty is equal to what is empty
                return z3.Or([z3.And([true, *map(self.guarded, each)]) for each in equations(statement)])
            case Rounded():
                return self.guarded(rounding(statement))
        if isinstance(statement, sympy.logic.boolalg.Boolean):
            return self.guarded(statement)
        raise NotTranslatableError(type(statement).__name__)

    @contextmanager
    def _quantifier(self) -> Iterator[Scope]:
        self.scopes.append(Scope())
        self.known.append({})
        try:
            yield self.scopes[-1]
        finally:
            self.scopes.pop()
            self.known.pop()

    def _bind(self, quantifier: Any, variables: tuple[Any, ...], scope: Scope, body: Any) -> Any:
        bound = [self.variable(variable) for variable in variables] + scope.auxiliaries
        made = body([z3.BoolVal(True, self.context), *scope.constraints])
        return quantifier(bound, made) if bound else made


def equations(equal: Equal) -> list[list[Any]]:
    """Lists of component equations: the values are equal where all equations of one list hold.

    Multisets have a list for each way to match their elements. Raises NotTranslatableError for sets and shapes that differ.
    """
    left, right = equal.left, equal.right
    if isinstance(left, Multiset) or isinstance(right, Multiset):
        return [_equations(pairs) for pairs in _matchings(left, right)]
    if is_scalar(left) and is_scalar(right):
        return [_equations([(left, right)])]
    if isinstance(left, sympy.MatrixBase) and isinstance(right, sympy.MatrixBase) and left.shape == right.shape:
        return [_equations(zip(left.flat(), right.flat(), strict=True))]
    if isinstance(left, sympy.Tuple) and isinstance(right, sympy.Tuple) and len(left) == len(right):
        parts = [equations(Equal(a, b)) for a, b in zip(left, right, strict=True)]
        return [[equation for part in chosen for equation in part] for chosen in product(*parts)]
    raise NotTranslatableError("shapes")


def _equations(pairs: Iterable[tuple[Any, Any]]) -> list[Any]:
    return [sympy.Eq(left, right, evaluate=False) for left, right in pairs]


def _matchings(left: Any, right: Any) -> list[list[tuple[Any, Any]]]:
    """The ways to pair the elements of two multisets: in order where all are rational numbers, else every way."""
    sides = [side for side in (left, right) if isinstance(side, (Multiset, sympy.Tuple))]
    both = [tuple(side.elements if isinstance(side, Multiset) else side) for side in sides]
    if len(both) < 2 or len(both[0]) != len(both[1]) or not all(is_scalar(element) for side in both for element in side):
        raise NotTranslatableError("multisets")
    if all(number.is_Rational for side in both for number in side):
        return [list(zip(sorted(both[0]), sorted(both[1]), strict=True))]
    if len(both[0]) > LARGEST_MULTISET:
        raise NotTranslatableError("multisets")
    return [list(zip(both[0], order, strict=True)) for order in permutations(both[1])]


def rounding(rounded: Rounded) -> Any:
    """The inequality that `Rounded` states: at most half a unit of the last printed digit away."""
    distance = sympy.Abs(rounded.expression - rounded.digits.value)
    return sympy.LessThan(distance, rounded.digits.unit / 2, evaluate=False)


def in_exponentials(statement: Any) -> Any:
    """The statement with hyperbolic functions written in exponentials and exponentials of sums split."""
    return rewrite(statement, _in_exponentials)


def _in_exponentials(expression: Any) -> Any:
    hyperbolic = expression.atoms(*HYPERBOLIC)
    return expression.xreplace({function: function.rewrite(sympy.exp) for function in hyperbolic}) if hyperbolic else expression
