"""Does what the tutorial says, in a new folder: its files, its commands, and what these print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from probatum.authoring.outline import read_outline
from probatum.authoring.text import digest
from tests.each import each

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.md"
STEP = re.compile(r"<!-- (.+?) -->\n```\w+\n(.*?)```", re.DOTALL)


def changed(text: str, new: str) -> str:
    """The text with what `new` is about in its place: an entry, by what it quotes first, or all of a function above its docstring."""
    lines = text.splitlines(keepends=True)
    last = new.splitlines(keepends=True)[-1]
    if last.startswith("def "):
        end = lines.index(last) + 1
        start = next(number for number in range(end - 1, 0, -1) if not lines[number - 1].strip())
    else:
        name = re.search(r'"[^"]+"', new)
        assert name is not None
        start = next(number for number, line in enumerate(lines) if name[0] in line)
        end = next((number for number in range(start, len(lines)) if not lines[number].strip()), len(lines))
    assert "".join(lines[start:end]) != new
    return "".join([*lines[:start], new, *lines[end:]])


def test_the_tutorial_works(tmp_path: Path) -> None:
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    steps = STEP.findall(TUTORIAL.read_text(encoding="utf-8"))
    (tmp_path / "pyproject.toml").write_text(dict(steps)["pyproject.toml"], encoding="utf-8")
    output, done = "", set()
    for what, block in each(steps):
        kind, _, rest = what.partition(" ")
        done.add(kind)
        if kind in ("run", "run,"):
            ended = subprocess.run(block, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
            output = ended.stdout
            assert (ended.returncode == 0) is (kind == "run"), output + ended.stderr
        elif kind == "printed":
            assert block in output
        elif kind == "change":
            path = tmp_path / rest
            path.write_text(changed(path.read_text(encoding="utf-8"), block), encoding="utf-8")
        else:
            (tmp_path / what).write_text(block, encoding="utf-8")
    assert {"run", "run,", "printed", "change", "means.txt"} <= done
    passages = [digest(line) for line in (tmp_path / "means.txt").read_text(encoding="utf-8").splitlines()[2:]]
    assert [passage.sha256 for passage in read_outline(tmp_path / "claims/means").passages] == passages
    page = (tmp_path / "build/probatum/report.html").read_text(encoding="utf-8")
    assert "The two means are the same if the numbers are." in page, "the text itself, which no claim repeats"
    assert "A product can exceed the sum" in page
