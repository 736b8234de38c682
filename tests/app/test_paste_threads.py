"""The threads in tests/data/threads, each beside what must be read from it."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from app.models import Comment
from app.paste import parse
from app.paths import RESOURCES

THREADS = sorted((Path(__file__).parent.parent / "data" / "threads").glob("*.txt"))


def fields(comment: Comment) -> dict[str, object]:
    """Return what a comment says, without its place in the order and without what is empty."""
    values = dataclasses.asdict(comment)
    del values["ordinal"]
    return {k: list(v) if isinstance(v, tuple) else v for k, v in values.items() if v}


def test_there_are_threads_of_every_sort() -> None:
    assert len(THREADS) >= 24


@pytest.mark.parametrize("path", THREADS, ids=lambda path: path.stem)
def test_thread(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    comments = parse(path.read_bytes().decode("utf-8"))
    assert [fields(c) for c in comments] == expected
    assert [c.ordinal for c in comments] == list(range(len(comments)))


def test_a_reading_is_stable_under_line_ends() -> None:
    for path in THREADS:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        assert parse(text.replace("\n", "\r\n")) == parse(text) == parse(text.replace("\n", "\r"))


def test_the_welcome_thread_shows_what_a_thread_has() -> None:
    comments = parse((RESOURCES / "samples" / "welcome.txt").read_text("utf-8"))
    assert len(comments) == 10
    assert all(c.author and c.posted and c.place and c.text for c in comments)
    assert [c.reply_to for c in comments if c.depth] == [
        "猫猫统治地球",
        "芋圆不加糖",
        "今天也被种草了",
    ]
    assert comments[0].badges == ("作者", "置顶")
