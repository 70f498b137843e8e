"""What is so from some number on, or for every small enough one, without saying from which."""

from __future__ import annotations

from probatum.errors import DefinitionError
from probatum.proposition.kinds import Quantified
from probatum.type_names import Authored, Symbol

__all__ = ("Eventually", "ForSmall")


class Ultimate(Quantified):
    """Of one variable, `then`, as soon as it is far enough on its way."""

    __slots__ = ()

    def __init__(self, variable: Authored, then: Authored) -> None:
        Quantified.__init__(self, variable, then=then)
        where = type(self).__name__
        if len(self.variables) != 1:
            raise DefinitionError(
                f"{where}: got the variables {self.variables}, wanted one: what is said of "
                "several stands one inside of the other"
            )
        self._check(where)

    def _check(self, where: str) -> None:
        """What its variable must be."""

    @property
    def variable(self) -> Symbol:
        """The variable that is on its way."""
        (variable,) = self.variables
        return variable


class Eventually(Ultimate):
    """From some value of the variable on, `then`: what comes before need not even be defined."""

    __slots__ = ()


class ForSmall(Ultimate):
    """For every positive value of the variable that is small enough, `then`."""

    __slots__ = ()

    def _check(self, where: str) -> None:
        if self.variable.is_integer:
            raise DefinitionError(
                f"{where}: got the integer variable {self.variable}, wanted a real one: "
                "no positive integer is as small as one likes"
            )
