"""Several programs that open the same new history at the same moment."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.history import HistoryStore
from app.models import Comment, Language, Result

OPENERS = 6


@pytest.mark.parametrize("turn", range(8))
def test_all_of_them_get_in_and_write(tmp_path: Path, turn: int) -> None:
    path = tmp_path / f"history-{turn}.db"
    gate = threading.Barrier(OPENERS)
    failures: list[Exception] = []

    def open_and_write(number: int) -> None:
        gate.wait()
        try:
            with HistoryStore(path) as store:
                store.remember(str(number), [Result(Comment(f"第{number}条"), Language.ZH)])
        except Exception as error:
            failures.append(error)

    threads = [threading.Thread(target=open_and_write, args=(n,)) for n in range(OPENERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with HistoryStore(path) as store:
        assert store.count() == OPENERS
