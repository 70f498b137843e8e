"""The subcommand that verifies a folder of documents: verify."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import NoReturn

from probatum.errors import LedgerError, LostError, WorkersError, in_words
from probatum.printing import printable
from probatum.records.corpus_index import INDEX, Line, is_green
from probatum.vocabulary import Verdict

OUTPUT = Path("build/corpus")
WRITTEN = "probatum.corpus_written"  # entry points that make something of the folder of ledgers
AHEAD = 2  # documents ordered for each worker: none waits for the next


def verify(arguments: list[str]) -> int:
    """Verifies all documents of a folder, one ledger each.

    0 when all is as expected, 1 when something is not, 2 when the folder, an option or the output
    is unusable or the run was stopped.
    """
    from probatum.allowance import unfit
    from probatum.corpus.documents import CorpusError, documents

    options = _parser().parse_args(arguments)
    if problem := unfit():
        return _refused(problem)
    try:
        folders = documents(_followed(options.folder))
        lines = _run(options, folders)
    except (CorpusError, LedgerError, WorkersError) as error:
        return _refused(str(error))
    except LostError as error:
        return _refused(f"{error}: go on by the same command with --decide changed")
    except KeyboardInterrupt:
        _leave(_refused("stopped: go on by the same command with --decide changed"))
    for text in _summary(lines, options.output):
        print(printable(text))
    return int(not (_reported(options.output) and all(map(is_green, lines))))


def _run(options: Namespace, folders: tuple[Path, ...]) -> list[Line]:
    from probatum.corpus.progress import Progress
    from probatum.corpus.run import Run, Settings
    from probatum.records.provenance import Extent, run_record
    from probatum.session.parent import prepare
    from probatum.settings import takes_over

    prepare()
    taken = takes_over(Namespace(claims_decide=options.decide), os.environ)
    settings = Settings(_followed(options.output), options.seconds, options.megabytes, taken)
    template = run_record(options.folder, Extent(0, None, True))
    run = Run(settings, template, Progress(sys.stderr, len(folders)))
    with _executor(options) as (executor, workers):
        return run.over(folders, executor, AHEAD * workers)


@contextmanager
def _executor(options: Namespace) -> Iterator[tuple[Executor, int]]:
    """Who decides, and how many documents at a time: threads that each have processes of their own,
    or a cluster.
    """
    if options.on is None:
        executor, to_its_end = ThreadPoolExecutor(options.workers), True
        try:
            yield executor, options.workers
        except KeyboardInterrupt:
            to_its_end = False
            raise
        finally:
            executor.shutdown(wait=to_its_end, cancel_futures=True)
        return
    from probatum.session.dask_cluster import Cluster

    cluster = Cluster(options.on.removeprefix("dask").removeprefix(":"), options.workers)
    try:
        yield cluster.executor, max(1, sum(cluster.client.nthreads().values()))
    finally:
        cluster.stop()


def _leave(code: int) -> NoReturn:
    """End at once: Python would wait for the threads that wait for a claim; its processes end with
    this one.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def _summary(lines: list[Line], output: Path) -> Iterator[str]:
    """What is not as expected, each document by name, then the verdicts of all together."""
    for line in lines:
        if line["not_as_expected"]:
            yield f"{line['document']}: not as expected: {', '.join(line['not_as_expected'])}"
        for problem in line["problems"]:
            yield f"{line['document']}: error: {' '.join(problem.split())}"
    verdicts = sum((Counter(line["verdicts"]) for line in lines), Counter[str]())
    yield from (f"{verdict:<14} {verdicts[verdict]:>7}" for verdict in Verdict if verdicts[verdict])
    red = [line["document"] for line in lines if not is_green(line)]
    yield f"{'documents':<14} {len(lines):>7}   {len(red)} not as expected"
    yield f"{'ledgers':<14} {output / INDEX}"


def _reported(output: Path) -> bool:
    """Let other packages make something of the ledgers; whether they could."""
    sound = True
    for entry in entry_points(group=WRITTEN):
        try:
            print(f"{entry.name:<14} {entry.load()(output)}")
        except Exception as problem:  # whatever a package does, the ledgers stand
            print(printable(f"{entry.name}: got {in_words(problem)}"), file=sys.stderr)
            sound = False
    return sound


def _refused(reason: str) -> int:
    print(printable(f"probatum verify: {reason}"), file=sys.stderr)
    return 2


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="probatum verify",
        description="Verify all documents of a folder: each folder in it with an outline.toml. One "
        "that cannot be verified is an error, and the others are. The exit code is 0 where "
        "each claim has a finding and all are as expected.",
    )
    add = parser.add_argument
    add("folder", type=Path, metavar="FOLDER", help="the folder of documents")
    add(
        "--output",
        type=Path,
        default=OUTPUT,
        metavar="DIR",
        help="where the ledgers and their index go (default: %(default)s)",
    )
    add(
        "--decide",
        dest="decide",
        choices=("changed", "all"),
        help="changed: take over documents of which nothing has changed, also of a run that was "
        "killed, the default; all: take over nothing, the default where CI is set",
    )
    add(
        "--on",
        type=_cluster,
        metavar="dask[:ADDRESS]",
        help="decide on a Dask cluster: on one of this machine, or on that whose scheduler is at "
        "ADDRESS; its workers need Probatum, and the folder at the same path",
    )
    add(
        "--workers",
        type=_positive,
        default=os.cpu_count() or 1,
        metavar="N",
        help="documents at a time on this machine (default: its processors, %(default)s)",
    )
    add("--seconds", type=_positive, default=60, metavar="S", help="of a claim (default: 60)")
    add(
        "--megabytes", type=_positive, default=2048, metavar="MB", help="its memory (default: 2048)"
    )
    return parser


def _followed(path: Path) -> Path:
    """Where a path leads; a link that leads to itself is left as it is, and cannot be read."""
    return Path(os.path.realpath(path))


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"got {text!r}, wanted a whole number above 0")
    return int(text)


def _cluster(text: str) -> str:
    if not re.fullmatch(r"dask(:.+)?", text):
        raise ArgumentTypeError(f"got {text!r}, wanted dask or dask:ADDRESS")
    if find_spec("distributed") is None:
        raise ArgumentTypeError(
            "got no package 'distributed', wanted it: pip install 'probatum[dask]'"
        )
    return text
