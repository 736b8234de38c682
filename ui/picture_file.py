"""Pictures as they come in: decoded within limits, from a file, a drop or the clipboard.

A picture is refused by what its header says before any of it is unpacked, so a small file cannot
fill the memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QMimeData, QUrl
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.errors import UserError
from app.ocr_pixels import Pixels
from ui.messages import say

SUFFIXES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")
# What is a picture all the same, so that nobody is told it were no text.
_OTHERS = (".heic", ".heif", ".avif", ".tif", ".tiff", ".svg", ".pdf")
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"bmp", b"gif"})
LARGEST_FILE = 60_000_000  # bytes
MOST_PIXELS = 48_000_000  # a phone's width and over 40,000 px of scrolling
LEAST_SIDE = 16
MOST_PICTURES = 20


@dataclass(frozen=True, slots=True)
class Source:
    """Where a picture comes from: a file still to be read, or an image that is there already."""

    path: Path | None = None
    image: QImage | None = None

    def load(self) -> QImage:
        """Return the picture as red, green and blue.

        Raises UserError "picture-unreadable", "picture-too-large" or "picture-too-small". May be
        called from any thread.
        """
        image = self.image if self.image is not None else _read(self.path or Path())
        if min(image.width(), image.height()) < LEAST_SIDE:
            raise UserError(
                "picture-too-small",
                say(QT_TRANSLATE_NOOP("messages", "This picture is too small to hold text.")),
                say(QT_TRANSLATE_NOOP("messages", "Take a screenshot of the comments themselves.")),
            )
        if image.width() * image.height() > MOST_PIXELS:
            raise _too_large()
        if image.hasAlphaChannel():
            # What shows through is white, as on the pages that such pictures come from.
            ground = QImage(image.size(), QImage.Format.Format_RGB888)
            ground.fill(0xFFFFFFFF)
            painter = QPainter(ground)
            painter.drawImage(0, 0, image)
            painter.end()
            return ground
        return image.convertToFormat(QImage.Format.Format_RGB888)


def pixels(image: QImage) -> Pixels:
    """Return a picture of `Source.load` as an array; a copy, which outlives the picture."""
    flat = np.frombuffer(image.constBits(), dtype=np.uint8)
    rows = flat.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 3]
    return rows.reshape(image.height(), image.width(), 3).copy()


def is_picture(path: Path) -> bool:
    """Say whether a file's name is that of a picture."""
    return path.suffix.lower() in (*SUFFIXES, *_OTHERS)


def pictures_in(mime: QMimeData) -> list[Source]:
    """Return the pictures of what was pasted or dropped; text beside a picture goes first."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    found = [Source(path=path) for path in paths if is_picture(path)]
    if found:
        return found
    if mime.hasImage() and not paths and _is_no_text(mime.text()):
        image = QImage(mime.imageData())
        if not image.isNull():
            return [Source(image=image)]
    return []


def _is_no_text(text: str) -> bool:
    """Say whether the text beside a picture is nothing, or only its address."""
    text = text.strip()
    return not text or (
        not text.count("\n") and bool(QUrl(text, QUrl.ParsingMode.StrictMode).scheme())
    )


def _read(path: Path) -> QImage:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UserError(
                "picture-too-large",
                say(QT_TRANSLATE_NOOP("messages", "%s is too large to be read.")) % path.name,
                say(QT_TRANSLATE_NOOP("messages", "Save it as a file of at most 60 MB.")),
            )
    except OSError as error:
        raise _unreadable(path) from error
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in _FORMATS or not size.isValid():
        raise _unreadable(path)
    if size.width() * size.height() > MOST_PIXELS:
        raise _too_large()
    image = reader.read()
    if image.isNull():
        raise _unreadable(path)
    return image


def _unreadable(path: Path) -> UserError:
    return UserError(
        "picture-unreadable",
        say(QT_TRANSLATE_NOOP("messages", "%s could not be read as a picture.")) % path.name,
        say(QT_TRANSLATE_NOOP("messages", "Save it as PNG or JPEG, or take the screenshot again.")),
    )


def _too_large() -> UserError:
    return UserError(
        "picture-too-large",
        say(QT_TRANSLATE_NOOP("messages", "This picture is too large to be read.")),
        say(QT_TRANSLATE_NOOP("messages", "Cut it into pieces of at most 48 million pixels.")),
    )
