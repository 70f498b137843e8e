"""What is raised where a theorem or an engine does not reach."""

from __future__ import annotations


class OutOfScopeError(Exception):
    """The statement lies outside of what a theorem or an engine takes."""
