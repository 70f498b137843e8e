"""The reaper's parts, each in a process of its own: what it reads, holds open and waits for."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from probatum.session import reaper

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at open files in /proc")
HELD = """
import os
from probatum.session import reaper

for _ in range(9):
    os.dup(2)
reading, writing = os.pipe()
os.dup2(reading, 4095)
wake = reaper._let_go_of_files(reading)
listed = {int(name) for name in os.listdir("/proc/self/fd")}
held = sorted(name for name in listed - {0, 1, 2, wake, wake + 1} if os.path.exists(f"/proc/self/fd/{name}"))
open(os.environ["HELD"], "w").write(f"{held} {reading} {os.get_blocking(reading)} {os.getcwd()}")
"""


def test_the_keeper_holds_no_file_open_but_its_own(tmp_path: os.PathLike[str]) -> None:
    told = os.path.join(tmp_path, "held")
    subprocess.run([sys.executable, "-c", HELD], env=os.environ | {"HELD": told}, check=True, timeout=60)
    with open(told, encoding="utf-8") as file:
        held, reading, blocking, folder = file.read().rsplit(" ", 3)
    assert held == f"[{reading}]"
    assert blocking == "False"
    assert folder == os.sep


def test_the_keeper_reads_whole_process_ids() -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    assert reaper._registered(reading) == set()
    numbers = (1, 70_000, 2**22)
    os.write(writing, b"".join(map(reaper.PROCESS_ID.pack, numbers)) + b"\1\2")
    assert reaper._registered(reading) == set(numbers)
    os.close(reading)
    os.close(writing)


ENDED = """
import os
from probatum.session import reaper

assert reaper._ended(0), "there is nobody to wait for"
assert not reaper.orphans_left()
reading, writing = os.pipe()
child = os.fork()
if not child:
    os.close(writing)
    os.read(reading, 1)
    os._exit(0)
assert not reaper._ended(child)
assert reaper.orphans_left()
assert reaper._children() == {child}
os.close(writing)
while not reaper._ended(child):
    pass
assert reaper._children() == set()
"""


def test_the_keeper_knows_who_is_left() -> None:
    subprocess.run([sys.executable, "-c", ENDED], check=True, timeout=60)
