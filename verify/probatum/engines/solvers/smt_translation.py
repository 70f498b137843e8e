"""Translates conditions and nested propositions into an engine's logic,
with what each term needs in order to mean the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import lcm

import sympy
from sympy.core.relational import Relational

from probatum.engines.solvers import whole_parts
from probatum.engines.solvers.increasing import INCREASING, facts
from probatum.engines.solvers.logic import Formula, Logic, Term
from probatum.engines.solvers.whole_parts import Key, apart
from probatum.lowering.out_of_scope import OutOfScopeError
from probatum.lowering.rewriting.components import equations
from probatum.lowering.whole_numbers.rounding import rounding
from probatum.proposition.kinds import Equal, Exists, ForAll, Joined, Rounded
from probatum.proposition.sense.definedness import defined
from probatum.type_names import Condition, Expression, Statement, Symbol

LARGEST_EXPONENT = 64
LARGEST_ROOT = 12


@dataclass(slots=True)
class Scope:
    """Auxiliary variables made while translating, with the constraints that define them."""

    auxiliaries: list[Expression] = field(default_factory=list)
    constraints: list[Condition] = field(default_factory=list)


class Translator:
    """Translates into the logic of one engine; `scopes` is a stack,
    one scope for each open quantifier.
    """

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.zero, self.one = (logic.number(sympy.Integer(value)) for value in (0, 1))
        self.symbols: dict[Symbol, Term] = {}
        self.scopes = [Scope()]
        self.known: list[dict[Key, Term]] = [{}]
        self.exponentials: list[tuple[Term, Term, Formula]] = []
        self.increasing: dict[type, list[tuple[Term, Term]]] = {}
        self.denominators: dict[Expression, int] = {}  # of roots of exponentials; see `prepare`
        self.floors: list[Term] = []  # outside of quantifiers
        self.turns: dict[Symbol, int] = {}  # of what several floors round; see `prepare`

    def variable(self, symbol: sympy.Symbol) -> Term:
        """The constant of a real or integer variable."""
        if symbol not in self.symbols:
            make = self.logic.integer if symbol.is_integer else self.logic.real
            self.symbols[symbol] = make(symbol.name)
        return self.symbols[symbol]

    def term(self, expression: Expression) -> Term:
        """The real term of a SymPy expression; raises OutOfScopeError."""
        if (known := self._known(expression)) is not None:
            return known
        made = self._term(expression)
        self.known[-1][expression] = made
        return made

    def _known(self, key: Key) -> Term | None:
        """What was made of it here or outside of the quantifiers that are open."""
        for known in self.known:
            if key in known:
                return known[key]
        return None

    def once(self, key: Key, make: Callable[[], Term]) -> Term:
        """What was made under a key here or outside, or is made now."""
        if (known := self._known(key)) is None:
            known = self.known[-1][key] = make()
        return known

    def _term(self, expression: Expression) -> Term:
        if expression.is_Symbol:
            variable = self.variable(expression)
            return self.logic.as_real(variable) if expression.is_integer else variable
        if expression.is_Rational:
            return self.logic.number(expression)
        if expression.is_Add:
            return self.logic.total([self.term(argument) for argument in expression.args])
        if expression.is_Mul:
            return self.logic.product([self.term(argument) for argument in expression.args])
        if isinstance(expression, sympy.exp) or (expression.is_Pow and expression.base is sympy.E):
            return self._exponential(expression.exp)
        if expression.is_Pow:
            return self._power(expression.base, expression.exp)
        return self._function(expression)

    def _function(self, expression: Expression) -> Term:
        match expression:
            case sympy.Abs():
                return self._absolute(self.term(expression.args[0]))
            case sympy.Max() | sympy.Min():
                return self._extreme(expression)
            case sympy.Piecewise():
                return self._piecewise(expression)
            case sympy.log():
                return self._logarithm(expression.args[0])
            case sympy.sign():
                return self._sign(self.term(expression.args[0]))
            case sympy.sin() | sympy.cos():
                return self._on_circle(expression.args[0], sine=isinstance(expression, sympy.sin))
            case sympy.floor() if not whole_parts.of_integers(expression):
                return whole_parts.floor(expression.args[0], self)
            case sympy.ceiling() if not whole_parts.of_integers(expression):
                return self.logic.negative(whole_parts.floor(-expression.args[0], self))
            case sympy.Mod() if expression.args[1].is_Rational and expression.args[1] != 0:
                return whole_parts.remainder(expression, self)
        if expression.func in INCREASING:
            return self._increasing(expression)
        raise OutOfScopeError(str(expression.func))

    def _increasing(self, expression: Expression) -> Term:
        """A function of which the order of its values is known, but not these."""
        (argument,) = expression.args
        if not argument.free_symbols:
            raise OutOfScopeError(str(expression))
        self._outermost_only(str(expression.func))
        others = self.increasing.setdefault(expression.func, [])
        pair = (self.term(argument), self._auxiliary(str(expression.func)))
        self.scopes[-1].constraints += facts(expression.func, pair, others, self.logic)
        others.append(pair)
        return pair[1]

    def _absolute(self, inner: Term) -> Term:
        return self.logic.choice(
            self.logic.compare(inner, ">=", self.zero), inner, self.logic.negative(inner)
        )

    def _sign(self, inner: Term) -> Term:
        below = self.logic.choice(
            self.logic.compare(inner, "<", self.zero), self.logic.negative(self.one), self.zero
        )
        return self.logic.choice(self.logic.compare(inner, ">", self.zero), self.one, below)

    def _on_circle(self, angle: Expression, *, sine: bool) -> Term:
        """Sine and cosine of an angle are a point of the unit circle; more is not known of them,
        nor of the angle.
        """
        if not angle.free_symbols:  # a number, whose sine is known better than that
            raise OutOfScopeError(str(angle))
        wanted = ("sin" if sine else "cos", angle)
        if (known := self._known(wanted)) is not None:
            return known
        self._outermost_only("a sine or cosine")
        point = {(name, angle): self._auxiliary(name) for name in ("sin", "cos")}
        squares = self.logic.total([self._to_the(point[key], 2) for key in point])
        self.scopes[-1].constraints.append(self.logic.compare(squares, "==", self.one))
        self.known[-1] |= point
        return point[wanted]

    def floor(self, inner: Term) -> Term:
        """The integer from which on it is less than one to the number."""
        integer = self.logic.integer("floor")
        self.scopes[-1].auxiliaries.append(integer)
        whole = self.logic.as_real(integer)
        if len(self.scopes) == 1:
            integers = [self.term(symbol) for symbol in self.symbols if symbol.is_integer]
            self.scopes[0].constraints += apart(whole, integers + self.floors, self.logic)
            self.floors.append(whole)
        above = self.logic.compare(inner, "<", self.logic.total([whole, self.one]))
        self.scopes[-1].constraints.append(
            self.logic.every([self.logic.compare(whole, "<=", inner), above])
        )
        return whole

    def _extreme(self, expression: Expression) -> Term:
        terms = [self.term(argument) for argument in expression.args]
        operator = ">=" if isinstance(expression, sympy.Max) else "<="
        best = terms[0]
        for term in terms[1:]:
            best = self.logic.choice(self.logic.compare(term, operator, best), term, best)
        return best

    def _piecewise(self, expression: Expression) -> Term:
        branches = [
            (self.term(branch), self.condition(condition)) for branch, condition in expression.args
        ]
        value = branches[-1][0]
        for branch, condition in reversed(branches[:-1]):
            value = self.logic.choice(condition, branch, value)
        return value

    def _power(self, base: Expression, exponent: Expression) -> Term:
        if exponent.is_Integer and abs(int(exponent)) <= LARGEST_EXPONENT:
            return self._to_the(self.term(base), int(exponent))
        if (
            exponent.is_Rational
            and exponent.q <= LARGEST_ROOT
            and abs(int(exponent.p)) <= LARGEST_EXPONENT
        ):
            return self._to_the(self._root(base, int(exponent.q)), int(exponent.p))
        raise OutOfScopeError(f"power {exponent}")

    def _to_the(self, base: Term, exponent: int) -> Term:
        power = self.logic.product([base] * abs(exponent))
        return self.logic.quotient(self.one, power) if exponent < 0 else power

    def _root(self, base: Expression, degree: int) -> Term:
        key = ("root", base, degree)
        if (known := self._known(key)) is not None:
            return known
        inner = self.term(base)
        root = self._auxiliary("root")
        power = self.logic.compare(self._to_the(root, degree), "==", inner)
        meant = self.logic.every([self.logic.compare(root, ">=", self.zero), power])
        admitted = self.logic.compare(inner, ">=", self.zero)
        self.scopes[-1].constraints.append(self.logic.implication(admitted, meant))
        self.known[-1][key] = root
        return root

    def _logarithm(self, argument: Expression) -> Term:
        self._outermost_only("a logarithm")
        inner = self.term(argument)
        logarithm = self._auxiliary("log")
        self._declare_exponential(logarithm, inner, self.logic.compare(inner, ">", self.zero))
        return logarithm

    def _exponential(self, exponent: Expression) -> Term:
        """e^(a + 2b) as u^1 v^2, where u = e^a and v = e^b are positive auxiliary variables;
        where these powers would be high, as one such variable.
        """
        factors = []
        for summand in sympy.Add.make_args(sympy.expand(exponent)):
            coefficient, rest = summand.as_coeff_Mul()
            steps = coefficient * self.denominators.get(rest, 1)
            if rest == 1 or not steps.is_Integer or abs(steps) > LARGEST_EXPONENT:
                if not exponent.free_symbols:
                    raise OutOfScopeError(f"exp({summand})")
                return self._base_exponential(exponent, 1)
            factors.append((rest, int(steps)))
        return self.logic.product(
            [
                self._to_the(self._base_exponential(rest, self.denominators.get(rest, 1)), steps)
                for rest, steps in factors
            ]
        )

    def prepare(self, expressions: list[Expression]) -> None:
        """Find the roots of exponentials that several exponents share: e^(z/2) and e^(z/3)
        need e^(z/6).
        """
        self.denominators, self.turns = {}, whole_parts.turns(expressions)
        for expression in expressions:
            for exponential in expression.atoms(sympy.exp):
                for summand in sympy.Add.make_args(sympy.expand(exponential.exp)):
                    coefficient, rest = summand.as_coeff_Mul()
                    if coefficient.is_Rational:
                        self.denominators[rest] = lcm(
                            self.denominators.get(rest, 1), int(coefficient.q)
                        )

    def _base_exponential(self, rest: Expression, root: int) -> Term:
        """That root of the exponential of the rest."""
        key = ("exp", rest, root)
        if (known := self._known(key)) is not None:
            return known
        self._outermost_only("an exponential")
        exponent = self.logic.quotient(self.term(rest), self.logic.number(sympy.Integer(root)))
        base = self._auxiliary("exp")
        self._declare_exponential(exponent, base, self.logic.truth(True))
        self.known[-1][key] = base
        return base

    def _outermost_only(self, what: str) -> None:
        """What is known of such a function leaves it room; inside a quantifier that room could
        prove what is false.
        """
        if len(self.scopes) > 1:
            raise OutOfScopeError(f"{what} inside a quantifier")

    def _declare_exponential(self, exponent: Term, value: Term, meant: Formula) -> None:
        """What is known of value = e^exponent without analysis, where it is meant: sign,
        tangent, which it meets at 0 alone, order among exponentials.
        """
        logic = self.logic
        line = logic.total([self.one, exponent])
        meets = self._alike("==", (value, line), (exponent, self.zero))
        at_zero = (exponent, self.zero), (value, self.one)
        order = [self._alike(operator, *at_zero) for operator in (">", "<")]
        told = [
            logic.implication(
                meant,
                logic.every(
                    [
                        logic.compare(value, ">", self.zero),
                        logic.compare(value, ">=", line),
                        meets,
                        *order,
                    ]
                ),
            )
        ]
        for other, other_value, other_meant in self.exponentials:
            pairs = (exponent, other), (value, other_value)
            same_order = logic.every([self._alike(operator, *pairs) for operator in ("<", "==")])
            told.append(logic.implication(logic.every([meant, other_meant]), same_order))
        self.exponentials.append((exponent, value, meant))
        self.scopes[-1].constraints += told

    def _alike(self, operator: str, terms: tuple[Term, Term], others: tuple[Term, Term]) -> Formula:
        """That two terms stand in the relation exactly if two others do."""
        one, other = (self.logic.compare(left, operator, right) for left, right in (terms, others))
        return self.logic.compare(one, "==", other)

    def _auxiliary(self, called: str) -> Term:
        made = self.logic.real(called)
        self.scopes[-1].auxiliaries.append(made)
        return made

    def condition(self, condition: Condition) -> Formula:
        """The formula of a SymPy condition."""
        if condition in (sympy.true, sympy.false):
            return self.logic.truth(bool(condition))
        if isinstance(condition, Relational):
            return self.logic.compare(
                self.term(condition.lhs), condition.rel_op, self.term(condition.rhs)
            )
        parts = [self.condition(argument) for argument in condition.args]
        match condition:
            case sympy.And():
                return self.logic.every(parts)
            case sympy.Or():
                return self.logic.some(parts)
            case sympy.Not():
                return self.logic.opposite(parts[0])
            case sympy.Implies():
                return self.logic.implication(*parts)
        raise OutOfScopeError(str(condition.func))

    def guarded(self, condition: Condition) -> Formula:
        """The formula that the condition is defined and true."""
        return self.logic.every([self.condition(defined(condition)), self.condition(condition)])

    def formula(self, statement: Statement) -> Formula:
        """The formula of a proposition, inner quantifiers included."""
        match statement:
            case ForAll() | Exists():
                return self._quantified(statement)
            case Joined():
                return self._joined(statement)
            case Equal():  # what is empty is equal to what is empty
                return self.logic.some(
                    [self.logic.every([*map(self.guarded, each)]) for each in equations(statement)]
                )
            case Rounded():
                return self.guarded(rounding(statement))
        if isinstance(statement, sympy.logic.boolalg.Boolean):
            return self.guarded(statement)
        raise OutOfScopeError(type(statement).__name__)

    def _joined(self, statement: Joined) -> Formula:
        known = {id(part): self.formula(part) for part in statement.parts}
        return self.logic.every(
            [
                self.logic.some(
                    [
                        known[id(part)] if truth else self.logic.opposite(known[id(part)])
                        for part, truth in clause
                    ]
                )
                for clause in statement.clauses()
            ]
        )

    def _quantified(self, statement: Statement) -> Formula:
        with self._quantifier() as scope:
            given, then = self.guarded(statement.given), self.formula(statement.then)
            bound = [
                self.variable(variable) for variable in statement.variables
            ] + scope.auxiliaries
            admitted = [*scope.constraints, given]
        if isinstance(statement, Exists):
            inside = self.logic.every([*admitted, then])
            return self.logic.there_is(bound, inside) if bound else inside
        inside = self.logic.implication(self.logic.every(admitted), then)
        return self.logic.for_all(bound, inside) if bound else inside

    @contextmanager
    def _quantifier(self) -> Iterator[Scope]:
        self.scopes.append(Scope())
        self.known.append({})
        try:
            yield self.scopes[-1]
        finally:
            self.scopes.pop()
            self.known.pop()
