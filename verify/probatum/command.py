"""The command line: `probatum COMMAND`, with the commands that packages register."""

from __future__ import annotations

import sys
from importlib.metadata import entry_points
from typing import Any

from probatum.standard_streams import whole_output

GROUP = "probatum.commands"


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 fine, 1 something is not as expected, 2 bad
    input, or an output that cannot be written.
    """
    with whole_output("probatum"):
        return _called(sys.argv[1:] if arguments is None else arguments)


def _called(arguments: list[str]) -> int:
    commands: dict[str, Any] = {entry.name: entry for entry in entry_points(group=GROUP)}
    if not arguments or arguments[0] in ("-h", "--help"):
        print(_help({name: _purpose(commands[name]) for name in sorted(commands)}))
        return 0
    if arguments[0] == "--version":
        from probatum import __version__

        print(f"probatum {__version__}")
        return 0
    if arguments[0] not in commands:
        print(
            f"probatum: got the command {arguments[0]!r}, "
            f"wanted one of {', '.join(sorted(commands))}",
            file=sys.stderr,
        )
        return 2
    code: int = commands[arguments[0]].load()(arguments[1:])
    return code


def _purpose(entry: Any) -> str:
    """What a command does: the first line of what its function says of itself."""
    return (entry.load().__doc__ or "").strip().partition("\n")[0]


def _help(purposes: dict[str, str]) -> str:
    lines = [
        "usage: probatum COMMAND ...",
        "",
        "The claims of a document are verified by pytest, those of many documents by `verify`. "
        "`outline` prepares a document; the other commands work on the ledgers that these write.",
        "",
        "commands:",
    ]
    told = [f"  {name:<9} {purpose}" for name, purpose in purposes.items()]
    return "\n".join(
        [*lines, *told, "", "`probatum COMMAND --help` lists the options of a command."]
    )
