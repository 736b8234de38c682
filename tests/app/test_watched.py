"""Long acts tell how far they are, and leave nothing behind when they are given up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app import copies, deleting
from app.engine import Cancelled
from app.history import HistoryStore
from app.watched import Watched
from tests.app.history_samples import Clock, contents, result


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HistoryStore]:
    monkeypatch.setattr(deleting, "MARK_STEP", 7)
    monkeypatch.setattr(copies, "_PAGES_AT_ONCE", 5)
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        for number in range(6):
            opened.remember(
                "…", [result(f"蹲{number}{place}", ("蹲", "dun")) for place in range(5)]
            )
        while opened.index_pending():
            pass
        yield opened


Act = Callable[[HistoryStore, Watched, Path], object]
ACTS: dict[str, Act] = {
    "delete all": lambda store, watched, _: store.delete_all(watched),
    "delete threads": lambda store, watched, _: store.delete_threads([1, 2, 3, 4], watched),
    "delete comments": lambda store, watched, _: store.delete_comments(range(3, 28), watched),
    "back up": lambda store, watched, folder: store.backup(folder / "out.db", watched),
    "restore": lambda store, watched, folder: store.restore(folder / "blank.db", watched),
}


def names(folder: Path) -> set[str]:
    """Return the names of all files but those that SQLite keeps while it reads."""
    return {file.name for file in folder.iterdir() if not file.name.startswith("blank.db-")}


@pytest.mark.parametrize("name", ACTS)
def test_the_share_rises_to_the_end(store: HistoryStore, tmp_path: Path, name: str) -> None:
    HistoryStore(tmp_path / "blank.db").close()
    told: list[float] = []
    ACTS[name](store, Watched(told.append), tmp_path)
    assert len(told) > 2
    assert told == sorted(told)
    assert 0 <= told[0] < 0.5
    assert 0.6 < told[-1] <= 1


@pytest.mark.parametrize(
    ("name", "at"), [*((name, at) for name in ACTS for at in (0.0, 0.3, 0.45)), ("restore", 0.75)]
)
def test_what_is_given_up_leaves_all_as_it_was(
    store: HistoryStore, tmp_path: Path, name: str, at: float
) -> None:
    HistoryStore(tmp_path / "blank.db").close()
    before, files = contents(store), names(tmp_path)
    reached = 0.0

    def progress(share: float) -> None:
        nonlocal reached
        reached = share

    with pytest.raises(Cancelled):
        ACTS[name](store, Watched(progress, lambda: reached >= at), tmp_path)
    assert contents(store) == before
    assert store.times_met(["dun"])["dun"].times == 30
    assert names(tmp_path) == files
    assert len(store.search("蹲").found) == 30


def test_undo_that_is_given_up_can_be_asked_for_again(store: HistoryStore) -> None:
    before = contents(store)
    token = store.delete_all()
    with pytest.raises(Cancelled):
        store.undo(token, Watched(cancelled=lambda: True))
    assert store.count() == 0
    assert store.undo(token)
    assert contents(store) == before
