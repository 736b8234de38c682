"""Measure the slang layer: `python -m tests.bench.bench_lexicon [--repeats 9]`.

Processor milliseconds, the best of the repeats: what a program costs that was just started is said
by `bench_engine`. A comment of 100 characters is made of the thread of the other measurements; a long
one says whether time grows with the length and no faster.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from functools import partial

from app import lexicon, words
from app.annotate import Annotator
from app.models import Comment
from app.packages import PackageStore
from app.paths import default_paths
from app.pipeline import Pipeline
from app.segments import split
from tests.bench.thread import comments

COMMENTS = 500


def best(repeats: int, work: Callable[[], object]) -> float:
    """Return what `work` takes of the processor at best, in milliseconds."""
    taken = []
    for _ in range(repeats):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return 1000 * min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=9)
    repeats = parser.parse_args().repeats

    paths = default_paths()
    files = lexicon.bundled_files(paths.lexicon)
    entries = lexicon.load(files)
    annotator = Annotator(entries, words.tokens)
    pipeline = Pipeline(entries, PackageStore(paths.bundled_packages, paths.packages))
    thread = comments(COMMENTS)
    hundreds = len("".join(thread)) / 100

    def say(name: str, milliseconds: float) -> None:
        print(f"{name:36s} {milliseconds:8.2f} ms", flush=True)

    print(f"{len(entries)} entries")
    loading = best(repeats, lambda: lexicon.load(files))
    indexing = best(repeats, lambda: Annotator(entries, words.tokens))
    say("loading", loading)
    say("indexing", indexing)
    say("both", loading + indexing)
    every = best(repeats, lambda: [annotator.annotate(t, split(t)) for t in thread])
    say("annotating 100 characters", every / hundreds)
    every = best(repeats, lambda: [pipeline.analyse(Comment(t)) for t in thread])
    say("everything before the engine, 100", every / hundreds)
    for length in (4_000, 32_000):
        long = Comment(("，".join(thread) * 4)[:length])
        taken = best(3, partial(pipeline.analyse, long))
        say(f"the same, one comment of {len(long.text):,}", taken)


if __name__ == "__main__":
    main()
