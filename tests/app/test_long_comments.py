"""A comment can be as long as a book: what is done with it grows with its length and no faster."""

from __future__ import annotations

import time
from functools import cache

import pytest

from app.engine import EngineOutput
from app.lexicon import bundled_files, load
from app.models import Comment
from app.paths import default_paths
from app.pipeline import Pipeline
from tests.app.test_pipeline import Echo, Engines
from tests.bench.thread import comments


class Talker(Echo):
    """An engine that says a word for every three characters."""

    def translate(self, texts, *, alternatives=0, cancelled=lambda: False):
        return [EngineOutput("word " * (1 + len(text) // 3)) for text in texts]


@cache
def pipeline() -> Pipeline:
    return Pipeline(load(bundled_files(default_paths().lexicon)), Engines(Talker()))


def seconds(text: str, times: int = 1) -> float:
    """Return what a comment costs the processor at best, but for the engine."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        pipeline().translate([pipeline().analyse(Comment(text))])
        taken.append(time.process_time() - began)
    return min(taken)


THREAD = comments(2_000)


@pytest.mark.parametrize(
    "text",
    [
        "，".join(THREAD),
        "\n".join(THREAD),
        "".join(THREAD),
        "这也太绝了😂蹲一个" * 4_000,
        "[笑哭R]绝绝子" * 4_000,
        "@小红薯 15w 蹲 " * 3_000,
        "get the link pls " * 2_000,
        "吃不了一点 可爱到" * 4_000,
        "https://www.xhslink.com/a1 看 " * 2_000,
        "“good night my friend” 好 " * 2_000,
    ],
    ids=[
        "thread",
        "lines",
        "run-on",
        "emoji",
        "stickers",
        "names",
        "English",
        "frames",
        "links",
        "quoted",
    ],
)
def test_eight_times_as_long_takes_about_eight_times_as_long(text: str) -> None:
    assert len(text) >= 32_000
    seconds(text[:1_000])  # what is loaded or compiled when it is first met
    # 6 to 9 as measured; comparing each thing found with each other made it 24.
    assert seconds(text[:32_000]) < 16 * seconds(text[:4_000], times=3)
