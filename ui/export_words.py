"""The program's own words in an export, in the language of the interface."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from ui.messages import say

if TYPE_CHECKING:  # the history brings sqlite-utils: the store lane loads it, not the start
    from app.export_words import ExportWords

_COLUMNS = (
    QT_TRANSLATE_NOOP("messages", "thread"),
    QT_TRANSLATE_NOOP("messages", "remembered"),
    QT_TRANSLATE_NOOP("messages", "author"),
    QT_TRANSLATE_NOOP("messages", "posted"),
    QT_TRANSLATE_NOOP("messages", "place"),
    QT_TRANSLATE_NOOP("messages", "likes"),
    QT_TRANSLATE_NOOP("messages", "reply to"),
    QT_TRANSLATE_NOOP("messages", "language"),
    QT_TRANSLATE_NOOP("messages", "comment"),
    QT_TRANSLATE_NOOP("messages", "translation"),
    QT_TRANSLATE_NOOP("messages", "by hand"),
    QT_TRANSLATE_NOOP("messages", "notes"),
    QT_TRANSLATE_NOOP("messages", "tags"),
    QT_TRANSLATE_NOOP("messages", "favourite"),
    QT_TRANSLATE_NOOP("messages", "remark"),
)


def export_words() -> ExportWords:
    """Return what an export says besides what was pasted."""
    from app.export_words import ExportWords

    chinese = QLocale().language() is QLocale.Language.Chinese
    return ExportWords(
        title=say(QT_TRANSLATE_NOOP("messages", "Pinglun history")),
        by_hand=say(QT_TRANSLATE_NOOP("messages", "translated by hand")),
        yes=say(QT_TRANSLATE_NOOP("messages", "yes")),
        columns=tuple(map(say, _COLUMNS)),
        language="zh-CN" if chinese else "en",
    )
