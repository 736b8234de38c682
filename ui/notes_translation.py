"""What the notes say about a translation: its flags, other readings, what made it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from app.models import BY_HAND, Translation
from ui import messages
from ui.notepaper import Notepaper


def write_translation(paper: Notepaper, cursor: QTextCursor, translation: Translation) -> int:
    """Write it; return the block in which the other readings begin, or -1."""
    paper.rule(cursor)
    heading = QCoreApplication.translate("translation", "About the translation")
    paper.heading(cursor, heading, first=True)
    for flag in translation.flags:
        words = messages.flag(flag)
        paper.block(cursor, 6)
        paper.say(cursor, f"{words.label}. ", 14, "ink", bold=True)
        paper.say(cursor, f"{words.why} {words.remedy}".strip(), 14, "second")
    readings = -1
    if translation.alternatives:
        paper.heading(cursor, QCoreApplication.translate("translation", "Other readings"))
        readings = cursor.blockNumber()
        for text in translation.alternatives:
            paper.block(cursor, 6)
            paper.say(cursor, text, 15, "ink")
    elif translation.engine:
        paper.block(cursor, 10)
        show = QCoreApplication.translate("translation", "Show other readings")
        paper.link(cursor, show, "others:")
    if translation.engine:
        paper.block(cursor, 10)
        paper.say(cursor, _made_by(translation.engine), 12, "second")
    return readings


def _made_by(engine: str) -> str:
    if engine == BY_HAND:
        return QCoreApplication.translate("translation", "Corrected by you.")
    if engine == "lexicon":
        return QCoreApplication.translate("translation", "Taken from the slang book as a whole.")
    return QCoreApplication.translate("translation", "Made on this computer by: %s") % engine
