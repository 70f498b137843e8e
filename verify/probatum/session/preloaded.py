"""What the parent of the workers imports, once for all of them: the engine,
as it stands in its files.
"""

from __future__ import annotations

import gc
import sys
from multiprocessing import spawn

from probatum.garbage import uncollected
from probatum.session.reaper import under_reaper
from probatum.session.sources import compile_own_modules

if any(
    "multiprocessing.forkserver" in argument for argument in sys.orig_argv
):  # not where somebody merely imports this
    under_reaper()  # before the engine is imported, of which the reaper needs nothing
    # Workers need nothing of the script that started the run, which may start another where it is
    # imported, or leave.
    spawn._fixup_main_from_path = lambda main_path: None  # type: ignore[attr-defined]

compile_own_modules()  # before the engine, which is somebody's own where it is being worked on

with uncollected():
    import probatum.judge.finding  # noqa: F401

    gc.freeze()  # so that no worker looks through it for garbage, which would copy it
