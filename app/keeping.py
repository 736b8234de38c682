"""What the reader adds to the history, and what the history says back: tags, corrections, met."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import sqlite_utils

from app.errors import UserError
from app.models import BY_HAND, Note, Result
from app.rows import id_list, read_note, storable, text_key


@dataclass(frozen=True, slots=True)
class EntryMet:
    """How often an entry was met in the history, and when first and last (UTC, ISO 8601)."""

    entry_id: str
    times: int
    first_met: str
    last_met: str


def set_favourite(db: sqlite_utils.Database, ids: Sequence[int], favourite: bool) -> list[int]:
    """Mark or unmark comments as favourites; return which of them changed."""
    return _changed(
        db,
        "UPDATE comments SET favourite = :favourite WHERE favourite <> :favourite"
        " AND id IN (SELECT value FROM json_each(:ids)) RETURNING id",
        {"favourite": int(favourite), "ids": id_list(ids)},
    )


def _changed(db: sqlite_utils.Database, sql: str, parameters: dict[str, object]) -> list[int]:
    return [row[0] for row in db.conn.execute(sql, parameters).fetchall()]


def clean_tag(tag: str) -> str:
    """Return a tag as it is kept: no # in front, spaces collapsed.

    Raises UserError "tag-blank" when nothing is left.
    """
    cleaned = " ".join(storable(tag).split()).lstrip("#＃").strip()
    if not cleaned:
        raise UserError("tag-blank", "A tag needs at least one character.", "Type a word.")
    return cleaned


def add_tag(db: sqlite_utils.Database, ids: Sequence[int], tag: str) -> list[int]:
    """Give comments a tag made by `clean_tag`; return which of them did not have it."""
    return _changed(
        db,
        "INSERT INTO tags(comment_id, tag) SELECT id, :tag FROM comments"
        " WHERE id IN (SELECT value FROM json_each(:ids)) ON CONFLICT DO NOTHING"
        " RETURNING comment_id",
        {"tag": tag, "ids": id_list(ids)},
    )


def remove_tag(db: sqlite_utils.Database, ids: Sequence[int], tag: str) -> list[int]:
    """Take a tag away from comments, however it is capitalised; return which of them had it."""
    spellings = [
        spelling
        for (spelling,) in db.execute("SELECT DISTINCT tag FROM tags")
        if spelling.casefold() == tag.casefold()
    ]
    changed: set[int] = set()
    for spelling in spellings:
        changed.update(
            _changed(
                db,
                "DELETE FROM tags WHERE tag = :tag"
                " AND comment_id IN (SELECT value FROM json_each(:ids)) RETURNING comment_id",
                {"tag": spelling, "ids": id_list(ids)},
            )
        )
    return sorted(changed)


def tags(db: sqlite_utils.Database) -> list[tuple[str, int]]:
    """Return all tags in use with how many comments bear them, most used first."""
    return [
        (tag, times)
        for tag, times in db.execute(
            "SELECT t.tag, count(*) FROM tags t JOIN comments c ON c.id = t.comment_id"
            " WHERE c.deletion IS NULL GROUP BY t.tag ORDER BY count(*) DESC, t.tag"
        )
    ]


def set_remark(db: sqlite_utils.Database, row_id: int, remark: str) -> None:
    """Store the reader's own remark on a comment."""
    db.execute("UPDATE comments SET remark = ? WHERE id = ?", (storable(remark), row_id))


def correct_translation(db: sqlite_utils.Database, row_id: int, text: str | None, at: str) -> None:
    """Store the reader's own translation beside the engine's, or remove it with None."""
    if text is None:
        db.execute(
            "UPDATE translations SET corrected = NULL, corrected_at = NULL WHERE comment_id = ?",
            (row_id,),
        )
        db.execute("DELETE FROM translations WHERE comment_id = ? AND text IS NULL", (row_id,))
        return
    # A comment that no engine has translated gets a row with nothing of an engine's in it.
    db.execute(
        "INSERT INTO translations(comment_id, text, source, target, engine, details, corrected,"
        " corrected_at) SELECT id, NULL, language, iif(language = 'en', 'zh', 'en'), '', '', ?, ?"
        " FROM comments WHERE id = ?"
        " ON CONFLICT(comment_id) DO UPDATE SET corrected = excluded.corrected,"
        " corrected_at = excluded.corrected_at",
        (storable(text), at, row_id),
    )


def apart(result: Result) -> tuple[Result, str | None]:
    """Return a result as the engine made it, and the reader's own translation, if it has one."""
    made = result.translation
    if made is None or made.engine != BY_HAND:
        return result, None
    machine = None
    if made.alternatives:
        first, *others = made.alternatives
        machine = replace(made, text=first, engine="", alternatives=tuple(others))
    return replace(result, translation=machine), made.text


def correction_for(db: sqlite_utils.Database, text: str, target: str) -> str | None:
    """Return the newest correction of a translation of this text into `target`."""
    found = db.execute(
        "SELECT t.corrected FROM comments c JOIN translations t ON t.comment_id = c.id"
        " WHERE c.text_key = ? AND c.deletion IS NULL AND t.corrected IS NOT NULL"
        " AND t.target = ? ORDER BY t.corrected_at DESC, c.id DESC LIMIT 1",
        (text_key(text), target),
    ).fetchone()
    return found[0] if found else None


def same_text(db: sqlite_utils.Database, text: str, thread_id: int, limit: int) -> list[int]:
    """Return the ids of comments with this text outside one thread, newest first."""
    return [
        row[0]
        for row in db.execute(
            "SELECT id FROM comments WHERE text_key = ? AND thread_id <> ?"
            " AND deletion IS NULL ORDER BY id DESC LIMIT ?",
            (text_key(text), thread_id, limit),
        )
    ]


def times_met(db: sqlite_utils.Database, entry_ids: Sequence[str]) -> dict[str, EntryMet]:
    """Return how often, first and last these entries were met."""
    wanted = json.dumps([storable(name) for name in entry_ids])
    return {
        row[0]: EntryMet(*row)
        for row in db.execute(
            "SELECT name, times, first_met, last_met FROM entries WHERE times > 0"
            " AND name IN (SELECT value FROM json_each(?))",
            (wanted,),
        )
    }


def words_met(db: sqlite_utils.Database, limit: int, offset: int) -> list[EntryMet]:
    """Return the entries met, most often first."""
    return [
        EntryMet(*row)
        for row in db.execute(
            "SELECT name, times, first_met, last_met FROM entries WHERE times > 0"
            " ORDER BY times DESC, name LIMIT ? OFFSET ?",
            (limit, offset),
        )
    ]


def newest_note(db: sqlite_utils.Database, entry_id: str) -> Note | None:
    """Return the note that was shown on an entry the last time, if any was."""
    found = db.execute(
        "SELECT n.body FROM annotations a JOIN notes n ON n.id = a.note"
        " WHERE a.entry = (SELECT id FROM entries WHERE name = ?)"
        " ORDER BY a.comment_id DESC LIMIT 1",
        (entry_id,),
    ).fetchone()
    return read_note(found[0]) if found else None


def occurrences(
    db: sqlite_utils.Database, entry_id: str, limit: int, before: int | None
) -> list[int]:
    """Return the ids of comments in which an entry was met, newest first."""
    return [
        row[0]
        for row in db.execute(
            "SELECT DISTINCT c.id FROM annotations a JOIN comments c ON c.id = a.comment_id"
            " WHERE a.entry = (SELECT id FROM entries WHERE name = ?) AND a.comment_id < ?"
            " AND c.deletion IS NULL ORDER BY a.comment_id DESC LIMIT ?",
            (entry_id, before if before is not None else 1 << 62, limit),
        )
    ]
