"""Measure the engine, against bare CTranslate2 and, if asked, against argostranslate itself.

    python -m tests.bench.bench_engine [--comments 1000] [--repeats 3] [--argos PYTHON]

PYTHON is an interpreter that has argostranslate 1.11.0 with stanza; it gets the same package and
the same comments, and calls `argostranslate.translate.translate` once per comment. All times are
medians in seconds, taken in turn so that a busy machine is busy for all.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.argos import BEAM, COVERAGE_PENALTY, ArgosEngine
from app.engine import Cancelled
from app.packages import PackageStore
from app.paths import default_paths
from tests.bench.thread import comments as make_comments

ROOT = Path(__file__).resolve().parents[2]
COLD_START = """
import resource, sys
from pathlib import Path
from app.argos import ArgosEngine
ArgosEngine(Path(sys.argv[1])).translate(["姐妹们这个链接可以发我吗"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def cold_start(folder: Path) -> tuple[float, float]:
    """Return the seconds from starting Python to the first translation, and the memory in MB."""
    began = time.perf_counter()
    command = [sys.executable, "-c", COLD_START, str(folder)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return time.perf_counter() - began, int(done.stdout) / 1024


def bare(engine: ArgosEngine, comments: list[str]) -> None:
    """Do what nobody can undercut: all comments whole, in one call, sorted, and nothing checked."""
    tokens = sorted((engine._tokenizer.encode(text) for text in comments), key=len)
    results = engine._translator.translate_batch(
        tokens,
        beam_size=BEAM,
        coverage_penalty=COVERAGE_PENALTY,
        max_batch_size=1024,
        batch_type="tokens",
    )
    for result in results:
        engine._decode(result.hypotheses[0])


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
    return max(after - before for before, after in itertools.pairwise(asked))


def argos_itself(python: str, folder: Path, comments: list[str]) -> dict[str, float]:
    """Run argostranslate in its own Python on a copy of the package."""
    with tempfile.TemporaryDirectory() as packages:
        shutil.copytree(folder, Path(packages) / folder.name)
        source, target = folder.name.split("-")[1].split("_")
        script = Path(__file__).with_name("argos_itself.py")
        done = subprocess.run(
            [python, str(script), packages, source, target],
            input="\n".join(comments),
            check=True,
            capture_output=True,
            text=True,
        )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--comments", type=int, default=1000)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--argos", metavar="PYTHON")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    options = parser.parse_args()

    paths = default_paths()
    package = PackageStore(paths.bundled_packages, paths.packages).best("zh", "en")
    if package is None:
        sys.exit("no zh_en package")
    comments = make_comments(options.comments)
    engine = ArgosEngine(package.folder)
    engine.translate(comments[:20])

    times: dict[str, list[float]] = {}

    def note(name: str, value: float) -> None:
        times.setdefault(name, []).append(value)

    for _ in range(options.repeats):
        seconds, memory = cold_start(package.folder)
        note("cold start to first translation", seconds)
        note("memory with the engine, MB", memory)
        note("one comment, warm", timed(lambda: engine.translate(["这个链接可以发我吗，谢谢"])))
        note("all comments", timed(lambda: engine.translate(comments)))
        note("all comments, bare CTranslate2", timed(lambda: bare(engine, comments)))
        note("longest wait for a cancel", cancelling(engine, comments))
        if options.argos:
            theirs = argos_itself(options.argos, package.folder, comments)
            note("cold start, argostranslate", theirs["first"])
            note("all comments, argostranslate", theirs["all"])

    medians = {name: statistics.median(values) for name, values in times.items()}
    ours, least = medians["all comments"], medians["all comments, bare CTranslate2"]
    medians["ratio to bare CTranslate2"] = ours / least
    if options.argos:
        medians["times faster than argostranslate"] = medians["all comments, argostranslate"] / ours
        medians["times faster to start"] = (
            medians["cold start, argostranslate"] / medians["cold start to first translation"]
        )
    print(f"{engine.name}, {len(comments)} comments, median of {options.repeats}")
    for name, value in medians.items():
        print(f"{name:36s} {value:10.3f}")
    if options.json:
        options.json.write_text(json.dumps(medians, indent=2))


if __name__ == "__main__":
    main()
