from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlite_utils

from app import migrations
from app.database import connect
from app.errors import UserError
from app.history import HistoryStore
from tests.app.history_samples import Clock, result


def structure(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as db:
        return [
            (name, " ".join(sql.split()))
            for name, sql in db.execute(
                "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
            )
        ]


def build(path: Path, version: int) -> None:
    """Make the database that the program of that version would have made."""
    names = [*migrations.step_names(), None]
    db = connect(path)
    migrations.migrate(db, path, now=Clock(), stop_before=names[version])
    db.close()


def test_a_blank_database_is_brought_up_to_date_without_a_copy(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as store:
        assert store.copied_before_migration is None
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone()[0] == len(migrations.step_names())
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert [file.name for file in tmp_path.iterdir()] == ["history.db"]


@pytest.mark.parametrize("version", range(1, len(migrations.step_names())))
def test_every_old_version_becomes_the_same_as_a_new_one(tmp_path: Path, version: int) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    HistoryStore(new).close()
    build(old, version)
    with closing(sqlite3.connect(old)) as db, db:
        db.execute(
            "INSERT INTO threads VALUES (7, 'u', '2026-01-01T00:00:00.000', 't', '蹲', NULL)"
        )
        db.execute(
            "INSERT INTO comments(id, thread_id, position, text, text_key, author, posted, place,"
            " likes, reply_to, ordinal, depth, badges, language)"
            " VALUES (9, 7, 0, '蹲', 1, '小红', '', '', '', '', 0, 0, '', 'zh')"
        )
    with HistoryStore(old, clock=Clock()) as store:
        assert [row.result.comment.text for row in store.thread(7)] == ["蹲"]
        copy = store.copied_before_migration
    assert structure(old) == structure(new)
    assert copy is not None
    assert copy.name.startswith(f"old.db.v{version}-20260301T")
    with closing(sqlite3.connect(copy)) as db:
        assert db.execute("SELECT text FROM comments").fetchall() == [("蹲",)]
        assert db.execute("PRAGMA user_version").fetchone()[0] == version


# What each released step left behind: its name, and a digest of the structure after it. A line is
# added with each step; that an old line does not hold any more means that a step was edited.
RELEASED = [
    ("threads_and_comments", "9952d01999c7b269"),
    ("search", "943e6f15e7bdfaf2"),
    ("translation_memory", "a3718bb4bc6c3967"),
]


def test_steps_are_added_and_never_changed(tmp_path: Path) -> None:
    made = []
    for number, name in enumerate(migrations.step_names()):
        build(path := tmp_path / f"{number}.db", number + 1)
        ours = [one for one in structure(path) if not one[0].startswith(("_sqlite", "search_"))]
        made.append((name, hashlib.sha256(repr(ours).encode()).hexdigest()[:16]))
    assert made == RELEASED


def test_a_newer_database_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as store:
        store.remember("一", [result("一")])
    newer = len(migrations.step_names()) + 1
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {newer}")
    before = path.read_bytes()
    with pytest.raises(UserError, match=f"version {newer}") as caught:
        HistoryStore(path)
    assert caught.value.code == "history-newer"
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused_and_left_untouched(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE threads(id)")
    with pytest.raises(UserError) as caught:
        HistoryStore(path)
    assert caught.value.code == "history-foreign"
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT sql FROM sqlite_master").fetchall() == [
            ("CREATE TABLE threads(id)",)
        ]


def test_a_step_that_fails_leaves_the_database_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path) as store:
        store.remember("一", [result("一")])
    steps = sqlite_utils.migrations.Migrations("pinglun")
    for step in migrations.STEPS._migrations:
        steps(name=step.name)(step.fn)

    @steps()
    def a_later_step(db: sqlite_utils.Database) -> None:
        db.execute("DELETE FROM comments")
        db.execute("CREATE TABLE half_done(id)")
        raise sqlite3.OperationalError("no such thing")

    monkeypatch.setattr(migrations, "STEPS", steps)
    before = structure(path)
    with pytest.raises(sqlite3.OperationalError, match="no such thing"):
        HistoryStore(path)
    monkeypatch.undo()
    assert structure(path) == before
    with HistoryStore(path) as store:
        assert store.count() == 1
    assert len(list(tmp_path.glob("*.backup"))) == 1


def test_two_processes_may_migrate_at_once(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    first, second = connect(path), connect(path)
    versions = (migrations.version(first), migrations.version(second))
    migrations.migrate(first, path, now=Clock())
    migrations.migrate(second, path, now=Clock())
    assert versions == (0, 0)
    assert migrations.version(second) == len(migrations.step_names())
    first.close()
    second.close()
