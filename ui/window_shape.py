"""What is remembered of the window: its place, its columns, the page that was open."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

if TYPE_CHECKING:
    from ui.window import MainWindow


def restore(window: MainWindow) -> None:
    """Give a window the shape that it had; what makes no sense is passed over."""
    settings = window.settings
    room = window.screen().availableSize()
    window.resize(min(1280, room.width() * 9 // 10), min(860, room.height() * 9 // 10))
    window.restoreGeometry(_unpacked(settings.geometry))
    window.read_page.splitter.set_columns(_unpacked(settings.splitter))
    window.slang_page.splitter.set_columns(_unpacked(settings.book_splitter))
    window.show_page(settings.page if settings.page in window.pages else "read")


def remember(window: MainWindow) -> None:
    """Have the shape of a window saved with the choices."""
    current = window.stack.currentWidget()
    window.choosing.set(
        geometry=_packed(window.saveGeometry()),
        splitter=_packed(window.read_page.splitter.columns()),
        book_splitter=_packed(window.slang_page.splitter.columns()),
        page=next(name for name, page in window.pages.items() if page is current),
    )


def _packed(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _unpacked(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
