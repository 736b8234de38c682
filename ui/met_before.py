"""What the notes say of earlier meetings: with an expression, and with this very comment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from app.models import HistoryRow
from ui.notepaper import Notepaper
from ui.threads import day, when
from ui.words_met import WordModel

if TYPE_CHECKING:
    from app.keeping import EntryMet


def write_met(paper: Notepaper, cursor: QTextCursor, met: EntryMet | None, indent: int) -> None:
    """Say how often an expression was met, when it was more than this once, and lead there."""
    if met is None or met.times < 2:
        return
    paper.block(cursor, 2, hang=indent)
    paper.say(cursor, QCoreApplication.translate("met", "you met it") + "\t", 13, "second")
    times = WordModel.tr("%n time(s)", "", met.times)
    first = QCoreApplication.translate("met", "the first on %s") % day(met.first_met)
    paper.say(cursor, f"{times}, {first}  ", 14, "ink")
    shown = QCoreApplication.translate("met", "show them")
    paper.link(cursor, shown, "met:" + quote(met.entry_id), size=14)


def write_seen(paper: Notepaper, cursor: QTextCursor, seen: Sequence[HistoryRow]) -> None:
    """Say that a comment was read before, when the last time, and lead there."""
    if not seen:
        return
    last = seen[0]
    said = QCoreApplication.translate("met", "You read this comment before: %s.")
    paper.block(cursor, 4)
    paper.say(cursor, said % when(last.created_at) + " ", 13, "second")
    shown = QCoreApplication.translate("met", "show it")
    paper.link(cursor, shown, f"seen:{last.thread_id}.{last.id}", size=13)
    if last.remark:
        paper.block(cursor, 2)
        paper.say(cursor, last.remark, 14, "ink")
    paper.block(cursor, 8)
