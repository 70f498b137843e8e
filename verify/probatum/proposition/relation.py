"""The six relations, built so that SymPy does not evaluate them away."""

from __future__ import annotations

from dataclasses import dataclass

import sympy
from sympy.core.relational import Relational

from probatum.errors import DefinitionError
from probatum.proposition.numbers.exact import exact
from probatum.proposition.subjects.complex_numbers import Complex, related
from probatum.type_names import Authored, Comparison

__all__ = ("Eq", "Ge", "Gt", "Le", "Lt", "Ne")


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation as a value: call it to relate two exact expressions;
    a claim may take it as a result.
    """

    name: str
    kind: type[Relational]
    sign: str
    reversed_name: str

    def __call__(self, left: Authored, right: Authored, *, evaluate: bool = False) -> Comparison:
        """The relation as written; SymPy's `evaluate=False` may be said, and changes nothing."""
        if evaluate:
            raise DefinitionError(
                f"{self.name}: got evaluate=True, wanted none: a relation is decided as written"
            )
        if isinstance(left, Complex) or isinstance(right, Complex):
            return related(self.name, left, right)
        return self.kind(exact(left, self.name), exact(right, self.name), evaluate=False)

    @property
    def reversed(self) -> Relation:
        """The relation that must not hold where this one does: `<` for `>`, `≠` for `=`."""
        return RELATIONS[self.reversed_name]

    def __repr__(self) -> str:
        return self.name


Lt = Relation("Lt", sympy.StrictLessThan, "<", "Gt")
Le = Relation("Le", sympy.LessThan, "≤", "Ge")
Gt = Relation("Gt", sympy.StrictGreaterThan, ">", "Lt")
Ge = Relation("Ge", sympy.GreaterThan, "≥", "Le")
Eq = Relation("Eq", sympy.Equality, "=", "Ne")
Ne = Relation("Ne", sympy.Unequality, "≠", "Eq")
RELATIONS = {relation.name: relation for relation in (Lt, Le, Gt, Ge, Eq, Ne)}
