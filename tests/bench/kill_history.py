"""Kill writers in the middle: python -m tests.bench.kill_history [--kills 500] [--seed N].

In every round two processes open the same history and write without pause: pastes, translations,
tags, deletions, purges, searches. Each says what it is about to do and, when the store has
returned, that it is done. At a random moment both are killed (SIGKILL), and the history is opened
and looked at: what was said to be done is all there, what was begun is there whole or not at all,
and the file is sound. Every tenth round begins with no file, so that creating it is hit too.
"""

from __future__ import annotations

import argparse
import multiprocessing
import multiprocessing.connection
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from app.history import HistoryStore
from tests.bench import history_writer

WRITERS = 2
LONGEST_LIFE = 0.25  # seconds that writers have, from opening the history to their end
FRESH_EVERY = 10

Message = tuple[str, str, object]
"""(begun or done, what, about what)."""


@dataclass
class Thread:
    """What is known of one paste; it is found again by its source text, which is unique."""

    texts: list[str]
    english: dict[int, str] = field(default_factory=dict)
    tagged: bool = False
    deleted: bool = False


class Round:
    """One pair of writers from their start to what the file says after their end."""

    def __init__(self, path: Path, number: int, seed: int) -> None:
        self.path = path
        self.number = number
        self.dice = random.Random(seed * 1_000_003 + number)
        self.confirmed = 0

    def run(self) -> None:
        """Start, kill, look. Raises AssertionError with what was lost."""
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            context.set_forkserver_preload([history_writer.__name__])
        ends, writers = [], []
        for writer in range(WRITERS):
            mine, theirs = context.Pipe(duplex=False)
            name = f"{self.number}-{writer}"
            process = context.Process(
                target=history_writer.write_without_pause,
                args=(self.path, name, self.dice.randrange(10**9), theirs),
                daemon=True,
            )
            process.start()
            theirs.close()
            ends.append(mine)
            writers.append(process)
        said: list[list[Message]] = [[] for _ in ends]
        for end, heard in zip(ends, said, strict=True):
            assert _hear(end, heard), "a writer did not start"
        until = time.monotonic() + self.dice.random() * LONGEST_LIFE
        while (left := until - time.monotonic()) > 0:
            # Listening is also what keeps the pipes from filling up.
            for ready in multiprocessing.connection.wait(ends, left):
                which = ends.index(ready)  # type: ignore[arg-type]
                assert _hear(ends[which], said[which]), "a writer gave up"
        for process in writers:
            process.kill()
        for process, end, heard in zip(writers, ends, said, strict=True):
            process.join()
            while _hear(end, heard):
                pass
            end.close()
            process.close()
        self._look(said)

    def _look(self, said: list[list[Message]]) -> None:
        with HistoryStore(self.path) as store:
            problems = store.integrity()
            assert not problems, problems
            found = {store.source_text(t.id): t.id for t in store.threads(limit=10**6)}
            for heard in said:
                threads, open_step = _replay(heard)
                self.confirmed += sum(1 for message in heard if message[0] == "done")
                for source, thread in threads.items():
                    self._compare(store, source, thread, found.get(source), open_step)
            page = store.search("蹲", limit=5)
            assert len(page.found) == min(5, store.count()), "search does not find what is there"

    def _compare(
        self,
        store: HistoryStore,
        source: str,
        thread: Thread,
        thread_id: int | None,
        open_step: Message | None,
    ) -> None:
        begun = open_step[1] if open_step is not None and _about(open_step) == source else ""
        if thread_id is None:
            assert thread.deleted or begun in ("remember", "delete", "purge"), f"lost: {source}"
            return
        assert not thread.deleted, f"came back: {source}"
        rows = store.thread(thread_id)
        assert [row.result.comment.text for row in rows] == thread.texts, f"cut short: {source}"
        assert all(row.result.notes == (history_writer.NOTE,) for row in rows), (
            f"notes lost: {source}"
        )
        assert store.seen_before(thread.texts[0]), f"not seen before: {source}"
        have = {
            place: row.result.translation.text
            for place, row in enumerate(rows)
            if row.result.translation is not None
        }
        if begun == "translate":
            assert have in ({}, thread.english), f"translated in part: {source}"
        else:
            assert have == thread.english, f"translations lost: {source}"
        tagged = {row.tags == ("kept",) for row in rows}
        assert tagged == {thread.tagged} or (begun == "tag" and len(tagged) == 1), source


def _hear(end: Connection, heard: list[Message]) -> bool:
    """Take one message; false when the writer has said its last, or died while saying it."""
    with suppress(EOFError, OSError):
        heard.append(end.recv())
        return True
    return False


def _about(message: Message) -> str:
    subject = message[2]
    return str(subject[0] if isinstance(subject, tuple) else subject)


def _replay(heard: list[Message]) -> tuple[dict[str, Thread], Message | None]:
    """Return the threads as the writer left them, and the step it was in, if any.

    A step that was begun counts as done, but for tags and deletions; `_compare` allows for both.
    """
    threads: dict[str, Thread] = {}
    open_step: Message | None = None
    for message in heard:
        state, what, subject = message
        open_step = message if state == "begun" else None
        source = _about(message)
        if what == "remember":
            threads[source] = Thread(subject[1])  # type: ignore[index]
        elif what == "translate":
            threads[source].english = dict(subject[1])  # type: ignore[index]
        elif state == "done" and what == "tag":
            threads[source].tagged = True
        elif state == "done" and what in ("delete", "purge"):
            threads[source].deleted = True
    return threads, open_step


def kill_often(folder: Path, kills: int, seed: int) -> Iterator[Round]:
    """Run rounds until `kills` writers were killed; yield each round after it was looked at."""
    path = folder / "history.db"
    for number in range((kills + WRITERS - 1) // WRITERS):
        if number % FRESH_EVERY == 0:
            path = folder / f"history-{number}.db"
        one = Round(path, number, seed)
        one.run()
        yield one


def main() -> None:
    """Run from the command line."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=500)
    arguments.add_argument("--seed", type=int, default=random.randrange(10**6))
    chosen = arguments.parse_args()
    print(f"seed {chosen.seed}")
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as temporary:
        confirmed = sum(
            one.confirmed for one in kill_often(Path(temporary), chosen.kills, chosen.seed)
        )
    print(
        f"{chosen.kills} writers killed in {time.monotonic() - start:.0f} s; all of {confirmed} "
        "confirmed steps were there, every file was sound"
    )


if __name__ == "__main__":
    main()
