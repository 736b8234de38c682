"""Comments that were lost are read again from what was pasted, which a thread keeps whole."""

from __future__ import annotations

import sqlite_utils

from app import insert, paste
from app.models import Language, Result


def reread(db: sqlite_utils.Database) -> None:
    """Give the threads of which no comment is left those that their text holds.

    What was found in them, and what the reader added, is lost; Language.NONE says that they are to
    be read. Who deletes all comments of a thread deletes the thread, so none comes back that way.
    """
    lost = db.execute(
        "SELECT id, created_at, source_text FROM threads WHERE deletion IS NULL"
        " AND id NOT IN (SELECT thread_id FROM comments) ORDER BY id"
    ).fetchall()
    for thread_id, created_at, source_text in lost:
        results = [Result(comment, Language.NONE) for comment in paste.parse(source_text)]
        insert.insert_results(db, thread_id, created_at, results)
