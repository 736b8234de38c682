"""The writer that `kill_history` kills: a process of its own, that loads nothing else."""

from __future__ import annotations

import random
from multiprocessing.connection import Connection
from pathlib import Path

from app.history import HistoryStore
from app.models import Annotation, Certainty, Comment, Language, Note, Result, Translation

NOTE = Note("dun", "蹲", "to squat", "to wait for", ("waiting for",), "A note.", "platform")


def write_without_pause(path: Path, name: str, seed: int, out: Connection) -> None:
    """Be the writer: every step is announced and confirmed through `out`, until killed."""
    dice = random.Random(seed)
    out.send(("begun", "open", ""))
    with HistoryStore(path) as store:
        for number in range(10**9):
            source = f"{name}-{number}"
            texts = [f"蹲 {source} {place}" for place in range(dice.randint(1, 30))]
            out.send(("begun", "remember", (source, texts)))
            thread_id, ids = store.remember(source, [_result(text) for text in texts])
            out.send(("done", "remember", (source, texts)))
            english = [(place, f"{source} in English") for place in range(0, len(ids), 2)]
            out.send(("begun", "translate", (source, english)))
            store.add_translations(
                [(ids[place], Translation(text, "zh", "en", "x")) for place, text in english]
            )
            out.send(("done", "translate", (source, english)))
            what = dice.choice(("tag", "delete", "purge", "search", "nothing"))
            out.send(("begun", what, source))
            if what == "tag":
                store.add_tag(ids, "kept")
            elif what in ("delete", "purge"):
                store.delete_threads([thread_id])
                if what == "purge":
                    store.purge()
            elif what == "search":
                store.search("蹲")
            out.send(("done", what, source))


def _result(text: str) -> Result:
    return Result(Comment(text), Language.ZH, (Annotation(0, 1, "dun", Certainty.KNOWN),), (NOTE,))
