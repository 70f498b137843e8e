"""What the parent of the workers imports, once for all of them: the engine, as it stands in its files."""

from __future__ import annotations

import sys

from probatum.session.keeper import keep
from probatum.session.sources import compile_own_modules

if any("multiprocessing.forkserver" in argument for argument in sys.orig_argv):  # not where somebody merely imports this
    keep()  # before the engine is imported, of which the keeper needs nothing

compile_own_modules()  # before the engine, which is somebody's own where it is being worked on

import pytest  # noqa: E402, F401 -- each worker runs the imports of the script that started the run

import probatum.judge.finding  # noqa: E402, F401
