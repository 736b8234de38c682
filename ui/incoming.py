"""What comes in: the text of the clipboard, of a drop, of a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QMimeData

from app.errors import UserError
from ui.messages import say

LARGEST_FILE = 8_000_000  # bytes; a paste of 5 MB must work, a film that was dropped must not


def text_of(mime: QMimeData) -> str:
    """Return the text of what was pasted or dropped; of dropped text files, one after the other.

    Raises UserError "file-unreadable", "file-not-text" or "file-too-large".
    """
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return read_text_files(files)
    return mime.text() if mime.hasText() else ""


def read_text_files(paths: Sequence[Path]) -> str:
    """Return the texts of files as one; a fault in one of them is raised as of `read_text_file`."""
    return "\n".join(read_text_file(path) for path in paths)


def read_text_file(path: Path) -> str:
    """Return the text of a file in UTF-8 or GB 18030. Raises UserError as `text_of` does."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(
                "file-too-large",
                say(QT_TRANSLATE_NOOP("messages", "%s is too large to be read.")) % path.name,
                say(QT_TRANSLATE_NOOP("messages", "Cut it into files of at most 8 MB.")),
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserError(
            "file-unreadable",
            say(QT_TRANSLATE_NOOP("messages", "%s could not be read.")) % path.name,
            say(QT_TRANSLATE_NOOP("messages", "Check that it is a file which you may open.")),
        ) from error
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError(
        "file-not-text",
        say(QT_TRANSLATE_NOOP("messages", "%s is not a text file.")) % path.name,
        say(QT_TRANSLATE_NOOP("messages", "Save the comments as a .txt file, or paste them.")),
    )
