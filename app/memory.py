"""The translation memory: what an engine answered once, it need not be asked again.

It is a cache in the history database. It holds answers under digests of what was asked, never the
text that was asked; when comments are deleted for good it is emptied, since an answer tells of
the question, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import msgspec
import sqlite_utils

from app.engine import EngineOutput, Scope
from app.rows import id_list, to_json

MOST_ANSWERS = 200_000
"""About 30 MB. When there are more, the oldest tenth goes."""

_OUTPUTS = msgspec.json.Decoder(EngineOutput)


def recall(
    db: sqlite_utils.Database, scope: Scope, texts: Sequence[str]
) -> dict[str, EngineOutput]:
    """Return the answers that are remembered, by text."""
    keys = {text: _keys(scope, text) for text in texts}
    found = {
        (key, check): output
        for key, check, output in db.execute(
            'SELECT key, "check", output FROM memory WHERE key IN (SELECT value FROM json_each(?))',
            (id_list([key for key, _ in keys.values()]),),
        )
    }
    return {text: _OUTPUTS.decode(found[both]) for text, both in keys.items() if both in found}


def memorise(
    db: sqlite_utils.Database, scope: Scope, outputs: Mapping[str, EngineOutput], at: str
) -> None:
    """Remember answers by text, in place of earlier ones."""
    db.conn.executemany(
        'INSERT OR REPLACE INTO memory(key, "check", output, stored_at) VALUES (?, ?, ?, ?)',
        [(*_keys(scope, text), to_json(output), at) for text, output in outputs.items()],
    )
    (count,) = db.execute("SELECT count(*) FROM memory").fetchone()
    if count > MOST_ANSWERS:
        db.execute(
            "DELETE FROM memory WHERE key IN (SELECT key FROM memory ORDER BY stored_at LIMIT ?)",
            (count - MOST_ANSWERS * 9 // 10,),
        )


def forget(db: sqlite_utils.Database) -> None:
    """Empty the memory."""
    db.execute("DELETE FROM memory")


def _keys(scope: Scope, text: str) -> tuple[int, int]:
    """Return a key and a second one, since two texts may share the first."""
    parts = (scope.engine, scope.source, scope.target, scope.lexicon, scope.settings, text)
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    whole = digest.digest()
    return (
        int.from_bytes(whole[:8], "big", signed=True),
        int.from_bytes(whole[8:], "big", signed=True),
    )
