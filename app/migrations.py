"""The steps that made the database what it is: append-only, each in one transaction.

A step, once released, is never edited: a change is a new step. `user_version` counts the steps
done, so that a program can tell a newer database before it reads any table of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import sqlite_utils
from sqlite_utils.migrations import Migrations

from app.database import writing
from app.errors import UserError

STEPS = Migrations("pinglun")
APPLICATION_ID = 0x50_4C_48_31  # "PLH1": tells our files from any other SQLite database


@STEPS()
def threads_and_comments(db: sqlite_utils.Database) -> None:
    """Make the tables of what was pasted and what was found in it."""
    db.executescript(
        """
        CREATE TABLE deletions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            at TEXT NOT NULL
        );
        CREATE TABLE threads (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            uuid TEXT NOT NULL UNIQUE,      -- recognises the same paste in another database
            created_at TEXT NOT NULL,       -- UTC, ISO 8601 with milliseconds
            title TEXT NOT NULL,
            source_text TEXT NOT NULL,      -- as pasted, whole
            deletion INTEGER REFERENCES deletions(id) ON DELETE CASCADE
        );
        CREATE INDEX threads_newest ON threads(created_at, id) WHERE deletion IS NULL;
        CREATE INDEX threads_deletion ON threads(deletion) WHERE deletion IS NOT NULL;

        CREATE TABLE comments (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            thread_id INTEGER NOT NULL REFERENCES threads(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,      -- place in the thread, from 0
            text TEXT NOT NULL,
            text_key INTEGER NOT NULL,      -- finds the same text again; see rows.text_key
            author TEXT NOT NULL,
            posted TEXT NOT NULL,
            place TEXT NOT NULL,
            likes TEXT NOT NULL,
            reply_to TEXT NOT NULL,
            ordinal INTEGER NOT NULL,
            depth INTEGER NOT NULL,
            badges TEXT NOT NULL,           -- JSON array, or nothing
            language TEXT NOT NULL,
            favourite INTEGER NOT NULL DEFAULT 0,
            remark TEXT NOT NULL DEFAULT '',
            deletion INTEGER REFERENCES deletions(id) ON DELETE CASCADE
        );
        CREATE INDEX comments_thread ON comments(thread_id, position);
        CREATE INDEX comments_text_key ON comments(text_key);
        CREATE INDEX comments_deletion ON comments(deletion) WHERE deletion IS NOT NULL;

        CREATE TABLE entries (              -- the words met
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,      -- the lexicon's or the decoder's id
            times INTEGER NOT NULL DEFAULT 0,
            first_met TEXT NOT NULL DEFAULT '',
            last_met TEXT NOT NULL DEFAULT ''
        );
        CREATE TABLE notes (                -- each distinct note once, as it was shown
            id INTEGER PRIMARY KEY,
            key BLOB NOT NULL UNIQUE,
            body TEXT NOT NULL
        );
        CREATE TABLE annotations (
            comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
            position INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            entry INTEGER NOT NULL REFERENCES entries(id),
            certainty TEXT NOT NULL,
            note INTEGER REFERENCES notes(id),
            PRIMARY KEY (comment_id, position)
        ) WITHOUT ROWID;
        CREATE INDEX annotations_entry ON annotations(entry, comment_id);
        CREATE INDEX annotations_note ON annotations(note) WHERE note IS NOT NULL;

        CREATE TABLE translations (
            comment_id INTEGER PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE,
            text TEXT,                      -- the engine's; NULL when it gave none
            source TEXT NOT NULL,
            target TEXT NOT NULL,
            engine TEXT NOT NULL,
            details TEXT NOT NULL,          -- JSON: alternatives, flags, substitutions; or nothing
            corrected TEXT,                 -- the reader's own wording; the engine's stays in text
            corrected_at TEXT
        );

        CREATE TABLE tags (
            comment_id INTEGER NOT NULL REFERENCES comments(id) ON DELETE CASCADE,
            tag TEXT NOT NULL,
            PRIMARY KEY (comment_id, tag)
        ) WITHOUT ROWID;
        CREATE INDEX tags_tag ON tags(tag, comment_id);
        """
    )


@STEPS()
def search(db: sqlite_utils.Database) -> None:
    """Make the search index and the list of comments that it has yet to take in."""
    db.executescript(
        """
        CREATE TABLE facts (                -- what the database knows of itself
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;

        -- Tokens: see index_text.py. Only candidates are asked of it, in order of rowid, so it
        -- keeps neither the text nor places nor lengths.
        CREATE VIRTUAL TABLE search USING fts5(
            tokens, content = '', columnsize = 0, detail = none,
            tokenize = "ascii tokenchars '.,:=@#+~*_'"
        );
        CREATE TABLE search_pending (
            comment_id INTEGER PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE,
            indexed TEXT NOT NULL           -- the tokens that the index still has of it
        );
        INSERT INTO search_pending SELECT id, '' FROM comments;
        CREATE TABLE readings (             -- the pinyin by which the index finds a comment
            comment_id INTEGER PRIMARY KEY REFERENCES comments(id) ON DELETE CASCADE,
            spelled TEXT NOT NULL           -- see index_text.spell
        );

        CREATE INDEX notes_surface ON notes(json_extract(body, '$.surface'));
        """
    )


@STEPS()
def translation_memory(db: sqlite_utils.Database) -> None:
    """Make the table of what engines answered."""
    db.executescript(
        """
        CREATE TABLE memory (
            key INTEGER PRIMARY KEY,        -- see memory._keys
            "check" INTEGER NOT NULL,
            output TEXT NOT NULL,           -- an engine.EngineOutput, as JSON
            stored_at TEXT NOT NULL
        );
        """
    )


def step_names() -> list[str]:
    """Return the names of all steps, oldest first."""
    in_memory = sqlite_utils.Database(memory=True, execute_plugins=False)
    with closing(in_memory.conn):
        return [step.name for step in STEPS.pending(in_memory)]


def version(db: sqlite_utils.Database) -> int:
    """Return how many steps this database has seen; 0 for a blank one."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    db: sqlite_utils.Database,
    path: Path | None,
    *,
    now: Callable[[], datetime],
    stop_before: str | None = None,
) -> Path | None:
    """Bring the database up to date; return where the copy made beforehand lies, if one was needed.

    A database that holds anything is first copied whole beside itself as
    `<name>.v<version>-<time>.backup`. All pending steps are one transaction. `stop_before` names
    the step to stop at (the tests build every old version so).

    Raises UserError "history-newer" when a newer Pinglun has written the database, and
    "history-foreign" when another program has; sqlite3.Error when a step fails, with the database
    as it was.
    """
    known = step_names()
    target = known.index(stop_before) if stop_before else len(known)
    found = version(db)
    _refuse_strange(db, path, found, len(known))
    if found >= target:
        return None
    copy = _copy_aside(db, path, found, now()) if found and path is not None else None
    with writing(db):
        # Another process may have done the same steps while this one waited for the lock.
        _refuse_strange(db, path, version(db), len(known))
        STEPS.apply(db, stop_before=stop_before)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {target}")
    return copy


def _refuse_strange(db: sqlite_utils.Database, path: Path | None, found: int, known: int) -> None:
    name = path.name if path is not None else "the history"
    if found > known:
        raise UserError(
            "history-newer",
            "{name} was written by a newer Pinglun (version {found} of the "
            "history, this program knows {known}).",
            "Update Pinglun, or start it with another data folder. The file was left untouched.",
            name=name,
            found=found,
            known=known,
        )
    application = int(db.execute("PRAGMA application_id").fetchone()[0])
    if application == APPLICATION_ID:
        return
    if application or found or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
        raise UserError(
            "history-foreign",
            "{name} is a database of another program.",
            "Move it away, or start Pinglun with another data folder. The file was left untouched.",
            name=name,
        )


def _copy_aside(db: sqlite_utils.Database, path: Path, found: int, moment: datetime) -> Path:
    """Copy the database as it is now; the copy gets its name only when it is whole."""
    copy = path.with_name(f"{path.name}.v{found}-{moment:%Y%m%dT%H%M%S%f}.backup")
    unfinished = copy.with_suffix(".unfinished")
    with closing(sqlite3.connect(unfinished)) as target:
        db.conn.backup(target)
    unfinished.replace(copy)
    return copy
