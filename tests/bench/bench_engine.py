"""Measure the engine and the program against bare CTranslate2 and argostranslate itself.

    python -m tests.bench.bench_engine [--comments 1000] [--repeats 3] [--argos PYTHON]
        [--argos-threads 1] [--stanza FOLDER] [--json FILE]
    python -m tests.bench.bench_engine --curve FILE.json [--argos PYTHON]

PYTHON is an interpreter that has argostranslate 1.11.0: make an environment, `pip install torch`
first (a CPU build is enough), then `pip install stanza argostranslate==1.11.0`. It gets the same
package and the same comments. FOLDER is the `stanza` folder of an Argos package for Chinese; without
it `tests/bench/argos_itself.py` says what is used. One thread is where argostranslate takes the
least of the processor (two took twice as much); its default is `--argos-threads 0`, all cores.

`--curve` measures 1 to 10,000 comments instead and draws FILE.svg, as in the README. Everything is
taken in turn, so that a busy machine is busy for all; figures are medians. Where other work goes on,
compare the processor's seconds: those of the clock then say little about idle cores.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import os
import statistics
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from app import lexicon
from app.argos import ArgosEngine
from app.engine import Cancelled
from app.history import HistoryStore
from app.models import Comment
from app.packages import PackageStore
from app.paths import default_paths
from app.pipeline import Pipeline
from tests.bench.contestants import ENGINE_START, ArgosItself, Cost, Ours, cold_start, cost
from tests.bench.plot import picture_of
from tests.bench.thread import comments as make_comments

COUNTS = (1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000)
ARGOS_UP_TO = 1_000  # further on its line would only go on, for a long time
ARGOS, PROGRAM, ENGINE, BARE = "argostranslate", "program", "engine", "bare"
FIRST = "姐妹们这个链接可以发我吗"


def cancelling(engine: ArgosEngine, comments: list[str]) -> float:
    """Return how long the engine went on after somebody cancelled in the middle of the work."""
    asked: list[float] = []
    began = time.perf_counter()

    def cancelled() -> bool:
        # Asked between two calls only: the wait is from one question to the next.
        asked.append(time.perf_counter())
        return asked[-1] - began > 1

    with contextlib.suppress(Cancelled):
        engine.translate(comments, cancelled=cancelled)
    return max((after - before for before, after in itertools.pairwise(asked)), default=0.0)


def again(pipeline: Pipeline, comments: list[str]) -> tuple[Cost, Cost]:
    """Return what a thread costs at first, and when it is pasted again after a restart."""
    results = [pipeline.analyse(Comment(text)) for text in comments]

    def work() -> None:
        pipeline.translate(results, remember=True)

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "history.db"
        with HistoryStore(file) as store:
            pipeline._open_memory = lambda: store
            first = cost(work)
        pipeline._memory = None
        with HistoryStore(file) as store:
            pipeline._open_memory = lambda: store
            second = cost(work)
        pipeline._memory = pipeline._open_memory = None
    return first, second


def curve(ours: Ours, argos: ArgosItself | None, repeats: int, about: str, file: Path) -> None:
    """Measure every contestant at every count, the small ones more often; draw what is known."""
    lines: dict[str, dict[int, list[float]]] = defaultdict(dict)
    comments = make_comments(COUNTS[-1] + COUNTS[-4])
    for count in COUNTS:
        taken: dict[str, list[Cost]] = defaultdict(list)
        rounds = max(repeats if count <= 1_000 else 1, min(15, 100 // count))
        for number in range(rounds):
            # Other comments every time: one comment may be short or long.
            start = number * count % (len(comments) - count + 1)
            some = comments[start : start + count]
            taken[PROGRAM].append(ours.program(some))
            taken[ENGINE].append(ours.engine(some))
            taken[BARE].append(ours.bare())
            if argos and count <= ARGOS_UP_TO:
                taken[ARGOS].append(argos.translate(some))
        for name, costs in taken.items():
            wall, cpu = _median(costs).wall, _median(costs).cpu
            lines[name][count] = [wall, cpu]
            print(f"{count:6d} {name:15s} {wall:9.3f} s, processor {cpu:9.3f} s", flush=True)
        file.write_text(json.dumps({"about": about, "lines": lines}, indent=1) + "\n")
        picture_of(file)


def table(
    ours: Ours,
    engine: ArgosEngine,
    pipeline: Pipeline,
    argos: ArgosItself | None,
    folder: Path,
    bytecode: str,
    comments: list[str],
    repeats: int,
) -> dict[str, float]:
    """Measure everything but the curve; return figures by name.

    `folder` is the package's, `bytecode` one that `cold_start` may use.
    """
    taken: dict[str, list[Cost]] = defaultdict(list)
    seconds: dict[str, list[float]] = defaultdict(list)

    def note(name: str, measure: Callable[[], float]) -> None:
        seconds[name].append(measure())

    engine_start = ["-c", ENGINE_START, str(folder), FIRST]
    program_start = ["-m", "ui.start", "translate", FIRST]
    for command in (engine_start, program_start):
        cold_start(command, bytecode)
    for _ in range(repeats):
        taken["program"].append(ours.program(comments))
        taken["bare, the program's pieces"].append(ours.bare())
        taken["engine"].append(ours.engine(comments))
        taken["bare, the engine's pieces"].append(ours.bare())
        taken["bare, with the shortlist"].append(ours.bare(shortlist=True))
        if argos:
            taken[ARGOS].append(argos.translate(comments))
        note("longest wait for a cancel", lambda: cancelling(engine, comments))
        note("start, engine", lambda: cold_start(engine_start, bytecode))
        note("start, program", lambda: cold_start(program_start, bytecode))
        if argos:
            note("start, argostranslate", lambda: argos.cold_start(FIRST))
        one = FIRST + str(len(seconds["one comment, warm"]))
        note("one comment, warm", lambda one=one: ours.program([one]).wall)  # type: ignore[misc]
        first, second = again(pipeline, comments)
        taken["first paste, remembered"].append(first)
        taken["same paste again"].append(second)
    figures = {name: statistics.median(values) for name, values in seconds.items()}
    for name, costs in taken.items():
        figures[name] = _median(costs).wall
        figures[f"{name}, processor"] = _median(costs).cpu

    def ratio(name: str, these: str, those: str) -> None:
        # Taken round by round, since the rounds differ more than the contestants.
        for kind in ("wall", "cpu"):
            pairs = zip(taken[these], taken[those], strict=True)
            values = [getattr(a, kind) / getattr(b, kind) for a, b in pairs]
            figures[f"{name}, {kind}"] = statistics.median(values)

    ratio("engine to bare", "engine", "bare, the engine's pieces")
    ratio("engine to bare with the shortlist", "engine", "bare, with the shortlist")
    ratio("program to bare", "program", "bare, the program's pieces")
    ratio("paste again to first paste", "same paste again", "first paste, remembered")
    if argos:
        ratio("argostranslate to engine", ARGOS, "engine")
        ratio("argostranslate to program", ARGOS, "program")
        ratio("argostranslate to bare", ARGOS, "bare, the engine's pieces")
        start = figures["start, argostranslate"]
        figures["start, argostranslate to engine"] = start / figures["start, engine"]
        figures["start, argostranslate to program"] = start / figures["start, program"]
        figures["memory, argostranslate, MB"] = argos.memory_mb
    return figures


def _median(costs: list[Cost]) -> Cost:
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--comments", type=int, default=1_000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--argos", metavar="PYTHON")
    parser.add_argument("--argos-threads", type=int, default=1, metavar="N")
    parser.add_argument("--stanza", type=Path, metavar="FOLDER")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures there")
    parser.add_argument("--curve", type=Path, metavar="FILE", help="measure 1 to 10,000 comments")
    options = parser.parse_args()

    paths = default_paths()
    packages = PackageStore(paths.bundled_packages, paths.packages)
    package = packages.best("zh", "en")
    if package is None:
        parser.error("there is no zh_en package")
    pipeline = Pipeline(lexicon.load(lexicon.bundled_files(paths.lexicon)), packages)
    engine = pipeline.engine("zh", "en")
    assert isinstance(engine, ArgosEngine)
    comments = make_comments(options.comments)
    ours = Ours(pipeline, engine)
    ours.program(comments[:20])
    with contextlib.ExitStack() as stack:
        argos = None
        if options.argos:
            argos = stack.enter_context(
                ArgosItself(options.argos, package, options.argos_threads, options.stanza)
            )
        about = f"{engine.name}, {os.cpu_count()} cores"
        if argos:
            threads = {0: "its default of threads", 1: "one thread"}.get(
                options.argos_threads, f"{options.argos_threads} threads"
            )
            about += f"; argostranslate with {threads}, sentences split by {argos.splitter}"
        print(about, flush=True)
        if options.curve:
            curve(ours, argos, options.repeats, about, options.curve)
            return
        print(f"{len(comments)} comments, median of {options.repeats}")
        bytecode = stack.enter_context(tempfile.TemporaryDirectory())
        figures = table(
            ours, engine, pipeline, argos, package.folder, bytecode, comments, options.repeats
        )
    for name, value in figures.items():
        print(f"{name:40s} {value:10.3f}")
    if options.json:
        options.json.write_text(json.dumps({"about": about} | figures, indent=1))


if __name__ == "__main__":
    main()
