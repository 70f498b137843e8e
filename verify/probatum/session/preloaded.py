"""What the parent of the workers imports, once for all of them: the engine, as it stands in its files."""

from __future__ import annotations

from probatum.session.sources import compile_own_modules

compile_own_modules()  # before the engine, which is somebody's own where it is being worked on

import pytest  # noqa: E402, F401 -- each worker runs the imports of the script that started the run

import probatum.judge.finding  # noqa: E402, F401
