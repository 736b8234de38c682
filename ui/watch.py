"""Reads Chinese text as it is copied, for those who switched that on."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QClipboard, QGuiApplication

from ui.qtext import is_han

# How password managers mark what they copy, on KDE, macOS and Windows.
_SECRET = (
    "x-kde-passwordManagerHint",
    "application/x-nspasteboard-concealed-type",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
    'application/x-qt-windows-mime;value="Clipboard Viewer Ignore"',
)
_FEWEST_HAN = 2
_LONGEST = 200_000  # characters; who copies more than that reads it when they paste it


def wanted(mime: QMimeData) -> str:
    """Return the text of a clipboard if it is Chinese and no secret, else nothing."""
    if any(mime.hasFormat(name) for name in _SECRET) or not mime.hasText() or mime.hasUrls():
        return ""
    text = mime.text()
    if len(text) > _LONGEST:
        return ""
    return text if sum(map(is_han, text[:5000])) >= _FEWEST_HAN else ""


class ClipboardWatch(QObject):
    """`copied` carries Chinese text that was copied in another program while `on`."""

    copied = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = False
        self._last = ""
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._clipboard.dataChanged.connect(self._changed)

    def _changed(self) -> None:
        # What we copied ourselves, and what is copied while our window is in use, is not news.
        if not self.on or self._clipboard.ownsClipboard() or QGuiApplication.focusWindow():
            return
        text = wanted(self._clipboard.mimeData())
        if text and text != self._last:
            self._last = text
            self.copied.emit(text)
