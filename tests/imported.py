"""What a run of claims imports, at once: pytester forgets modules that a run in this process imports first, each run would import them
again, and NumPy and z3 cannot be.
"""

from __future__ import annotations

import multiprocessing.forkserver  # noqa: F401 -- of which a second one would start a parent of workers of its own

import hypothesis  # noqa: F401 -- see above
import math_core  # noqa: F401
import numpy.random  # noqa: F401

import probatum.authoring.as_written.calls
import probatum.authoring.decorators
import probatum.authoring.removed_forms
import probatum.garbage
import probatum.judge.finding
import probatum.proposition.subjects.limit
import probatum.records.provenance
import probatum.session.recorder
import probatum.session.runner
import probatum.session.workers  # noqa: F401
