"""Imports: our own JSON Lines, and another Pinglun's database, merged without duplicates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec
import sqlite_utils

from app.database import timestamp, writing
from app.errors import Sentence, UserError, reason_of, said
from app.records import CommentRecord, Merged, ThreadRecord, ThreadWithRows, merge

LONGEST_LINE = 64 * 2**20
"""Bytes; no honest record comes near it, and a file without line ends does not fill the memory."""

_BATCH = 200


class _Kind(msgspec.Struct):
    kind: Literal["thread", "comment"]


_KIND = msgspec.json.Decoder(_Kind)
_THREAD = msgspec.json.Decoder(ThreadRecord)
_COMMENT = msgspec.json.Decoder(CommentRecord)


@dataclass(slots=True)
class ImportReport:
    """What came in, and which lines (from 1) could not be used, with the reason."""

    merged: Merged = field(default_factory=Merged)
    skipped: list[tuple[int, Sentence | str]] = field(default_factory=list)


def import_json_lines(
    db: sqlite_utils.Database,
    path: Path,
    *,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Merge an export. A line that cannot be read is skipped and reported, the rest comes in.

    `progress` gets the share done, from 0 to 1; cancelling keeps what has come in. Raises
    UserError "import-unreadable" or, when not one line is ours, "import-foreign".
    """
    report = ImportReport()
    try:
        size = max(1, path.stat().st_size)
        pending: list[tuple[ThreadRecord, list[CommentRecord]]] = []
        for share, thread, comments in _threads(path, size, report):
            pending.append((thread, comments))
            if len(pending) >= _BATCH:
                _store(db, pending, report.merged)
                progress(share)
                if cancelled():
                    return report
        _store(db, pending, report.merged)
    except OSError as error:
        raise UserError(
            "import-unreadable",
            "{path} could not be read: {reason}.",
            "Check that the file is there and may be read.",
            path=path,
            reason=reason_of(error),
        ) from error
    merged = report.merged
    if report.skipped and not (merged.threads or merged.comments or merged.known):
        raise UserError(
            "import-foreign",
            "{name} is not an export of Pinglun (line 1: {reason}).",
            "Choose a .jsonl file that Pinglun wrote.",
            name=path.name,
            reason=report.skipped[0][1],
        )
    progress(1.0)
    return report


def merge_threads(
    db: sqlite_utils.Database,
    threads: Iterator[ThreadWithRows],
    total: int,
    *,
    progress: Callable[[float], None] = lambda _share: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ImportReport:
    """Merge `total` threads read from another database; see `import_json_lines`."""
    report = ImportReport()
    pending: list[tuple[ThreadRecord, list[CommentRecord]]] = []
    for number, thread in enumerate(threads, 1):
        pending.append((thread.thread, list(thread.comments)))
        if len(pending) >= _BATCH:
            _store(db, pending, report.merged)
            progress(number / total)
            if cancelled():
                return report
    _store(db, pending, report.merged)
    progress(1.0)
    return report


def _store(
    db: sqlite_utils.Database,
    pending: list[tuple[ThreadRecord, list[CommentRecord]]],
    merged: Merged,
) -> None:
    with writing(db):
        for thread, comments in pending:
            merge(db, thread, comments, merged)
    pending.clear()


def _threads(
    path: Path, size: int, report: ImportReport
) -> Iterator[tuple[float, ThreadRecord, list[CommentRecord]]]:
    """Yield (share of the file read, thread, its comments)."""
    current: tuple[ThreadRecord, list[CommentRecord]] | None = None
    read = 0
    with path.open("rb") as lines:
        number = 0
        while line := lines.readline(LONGEST_LINE + 1):
            number += 1
            read += len(line)
            if len(line) > LONGEST_LINE:
                report.skipped.append((number, said("the line is too long")))
                while line and not line.endswith(b"\n"):
                    line = lines.readline(LONGEST_LINE)
                    read += len(line)
                continue
            text = line.removeprefix(b"\xef\xbb\xbf").strip()
            if not text:
                continue
            try:
                if _KIND.decode(text).kind == "thread":
                    if current is not None:
                        yield read / size, *current
                    current = (_checked_thread(_THREAD.decode(text)), [])
                else:
                    comment = _checked_comment(_COMMENT.decode(text))
                    if current is None or comment.thread != current[0].uuid:
                        raise ValueError("its thread does not come before it")
                    current[1].append(comment)
            except (msgspec.MsgspecError, ValueError) as error:
                report.skipped.append((number, str(error)))
    if current is not None:
        yield 1.0, *current


def _checked_thread(thread: ThreadRecord) -> ThreadRecord:
    return replace(thread, created_at=_moment(thread.created_at))


def _checked_comment(record: CommentRecord) -> CommentRecord:
    """Refuse what would fit the format and yet break whoever shows it."""
    result = record.result
    numbers = (record.position, result.comment.ordinal, result.comment.depth)
    if not all(0 <= number < 2**31 for number in numbers):
        raise ValueError("a number is out of range")
    if len(result.notes) != len(result.annotations):
        raise ValueError("there must be one note for each annotation")
    length = len(result.comment.text)
    if not all(0 <= mark.start <= mark.end <= length for mark in result.annotations):
        raise ValueError("an annotation lies outside the comment")
    if record.corrected_at is None:
        return record
    return replace(record, corrected_at=_moment(record.corrected_at))


def _moment(written: str) -> str:
    moment = datetime.fromisoformat(written)
    if moment.tzinfo is None:
        raise ValueError("a time has no time zone")
    return timestamp(moment)
