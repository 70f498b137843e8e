"""Evidence made for tests of the verdict: what is decided of each version, by its role."""

from __future__ import annotations

from typing import Any

from probatum.decision import Decided, Strength
from probatum.judge.evidence import Evidence, Support, Version
from probatum.vocabulary import Role


def evidence(expected: str, floor: Strength, stated: Decided, **more: Any) -> Evidence:
    """Evidence with the versions that are named; `reduction` is a support, `nowhere` what shows that there is no value."""
    roles = {"nowhere": Role.UNDEFINED} | {str(role): role for role in Role if role is not Role.UNDEFINED}
    found = {"stated": stated} | {name: more.pop(name) for name in [*more] if name in roles}
    versions = [_version(roles[name], value) for name, value in found.items() if value is not None]
    return Evidence(expected, floor, versions=tuple(versions), **more)


def _version(role: Role, found: Decided | Support) -> Version:
    support = found if isinstance(found, Support) else Support(found)
    return Version(support.decided, support.control, support.bears, role=role)
