"""Our own line icons, drawn in the colours of the theme and sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import RESOURCES

FOLDER = RESOURCES / "icons"
_SCALES = (1.0, 2.0, 3.0)


@lru_cache(maxsize=64)
def _source(name: str) -> str:
    return (FOLDER / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Return an icon of `size` device-independent pixels in a colour (#RRGGBB)."""
    image = QPixmap(round(size * scale), round(size * scale))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    data = QByteArray(_source(name).replace("#000000", colour).encode())
    QSvgRenderer(data).render(painter, QRectF(0, 0, size * scale, size * scale))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


@lru_cache(maxsize=256)
def icon(name: str, colour: str, size: int, disabled: str = "") -> QIcon:
    """Return an icon for buttons and menus, for all usual screen densities."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(name, colour, size, scale))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size, scale), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(Path(FOLDER / "pinglun.svg")))
