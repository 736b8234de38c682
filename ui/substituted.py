"""What the notes say of the plain words that the engine was given, and the ways to change that."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from app.models import Note, Translation
from ui.notepaper import Notepaper


def write_substitution(
    paper: Notepaper,
    cursor: QTextCursor,
    note: Note,
    translation: Translation | None,
    *,
    undone: bool,
    left: bool | None,
) -> None:
    """Say what the engine was given for an expression, with links that change it.

    `undone` says that it stays as written in this comment, `left` that it does in all of them; None
    where that cannot be chosen: what rules read is no entry.
    """
    name = quote(note.entry_id)
    if left:
        said = QCoreApplication.translate("substituted", "You leave this as written everywhere.")
        again = QCoreApplication.translate("substituted", "Use plain words again")
        _say(paper, cursor, said, (again, "unleave:" + name))
        return
    for_good = QCoreApplication.translate("substituted", "Leave it as written everywhere")
    always = [(for_good, "leave:" + name)] if left is False else []
    if undone:
        said = QCoreApplication.translate("substituted", "The engine was given this as written.")
        again = QCoreApplication.translate("substituted", "Use plain words again")
        _say(paper, cursor, said, (again, "put:" + name), *always)
        return
    for made in translation.substitutions if translation else ():
        if made.entry_id == note.entry_id:
            said = QCoreApplication.translate("substituted", "For the engine this was put as: %s.")
            here = QCoreApplication.translate("substituted", "Translate without that")
            _say(paper, cursor, said % made.replacement, (here, "take:" + name), *always)
            return


def _say(paper: Notepaper, cursor: QTextCursor, text: str, *links: tuple[str, str]) -> None:
    paper.block(cursor, 10)
    paper.say(cursor, text, 14, "second")
    for shown, target in links:
        paper.say(cursor, "  ", 14, "second")
        paper.link(cursor, shown, target)
