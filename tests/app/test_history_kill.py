from __future__ import annotations

from pathlib import Path

from tests.bench.kill_history import kill_often


def test_killing_writers_loses_nothing_that_was_confirmed(tmp_path: Path) -> None:
    """The short form of `python -m tests.bench.kill_history`."""
    rounds = list(kill_often(tmp_path, kills=16, seed=20260301))
    assert len(rounds) == 8
    assert sum(one.confirmed for one in rounds) > 0
