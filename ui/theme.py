"""Colours, type and steps of space: light, dark and high contrast, all scaled by one zoom."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QPalette,
)

from ui.colours import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Colours

ZOOMS = (75, 90, 100, 110, 125, 150, 175, 200, 250, 300)

# The middle dot of Chinese fonts is as wide as a character.
SEPARATOR = "  \u22c5  "

_HAN_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "WenQuanYi Micro Hei",
)
# What fontconfig answers when nobody chose a font; the Latin of the Chinese face reads better.
_NOT_CHOSEN = ("dejavu sans", "bitstream vera sans", "sans", "sans serif", "sans-serif", "")


class Theme(QObject):
    """The colours and fonts in force. `changed` tells views to lay out and paint anew."""

    changed = Signal()

    def __init__(self, choice: str = "system", zoom: int = 100, parent: QObject | None = None):
        super().__init__(parent)
        self._choice = choice
        self._zoom = zoom
        self._latin, self._han = _families()
        self.colours = self._pick()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._desktop_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._desktop_changed)

    @property
    def zoom(self) -> int:
        """The scale of all text and space in per cent."""
        return self._zoom

    @property
    def choice(self) -> str:
        """What the user chose: system, light or dark."""
        return self._choice

    def set_choice(self, choice: str) -> None:
        """Follow the desktop ("system"), or stay "light" or "dark"."""
        self._choice = choice
        self._desktop_changed()

    def set_zoom(self, zoom: int) -> None:
        """Scale everything; values outside 75 to 300 are brought inside."""
        zoom = max(ZOOMS[0], min(ZOOMS[-1], zoom))
        if zoom != self._zoom:
            self._zoom = zoom
            self.changed.emit()

    def step_zoom(self, step: int) -> None:
        """Go to the next larger (1) or smaller (-1) of the usual sizes."""
        if step > 0:
            self.set_zoom(next((z for z in ZOOMS if z > self._zoom), ZOOMS[-1]))
        else:
            self.set_zoom(next((z for z in reversed(ZOOMS) if z < self._zoom), ZOOMS[0]))

    def px(self, size: float) -> int:
        """Return a length in device-independent pixels at the present zoom."""
        return max(1, round(size * self._zoom / 100))

    def font(self, size: float, *, bold: bool = False, tabular: bool = False) -> QFont:
        """Return the font for mixed Chinese and Latin text at `size` px before zoom."""
        font = QFont([self._latin, self._han] if self._latin != self._han else [self._han])
        font.setPixelSize(self.px(size))
        if bold:
            font.setWeight(QFont.Weight.Bold)
        if tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
            font.setFeature(QFont.Tag("lnum"), 1)
        return font

    def line_height(self, font: QFont) -> float:
        """Return the distance between baselines: 1.6 times the size, never less than the glyphs."""
        return max(font.pixelSize() * 1.6, QFontMetricsF(font).height())

    def colour(self, name: str) -> QColor:
        """Return one of the plain colours by its field name."""
        return QColor(getattr(self.colours, name))

    def palette(self) -> QPalette:
        """Return the colours as Qt's own roles, for the widgets that Qt paints."""
        c = self.colours
        palette = QPalette()
        role = QPalette.ColorRole
        for which, value in (
            (role.Window, c.paper),
            (role.Base, c.surface),
            (role.AlternateBase, c.hover),
            (role.Button, c.surface),
            (role.ToolTipBase, c.surface),
            (role.WindowText, c.ink),
            (role.Text, c.ink),
            (role.ButtonText, c.ink),
            (role.ToolTipText, c.ink),
            (role.PlaceholderText, c.second),
            (role.Highlight, c.selection),
            (role.HighlightedText, c.ink),
            (role.Accent, c.seal),
            (role.Link, c.seal),
            (role.LinkVisited, c.seal),
            (role.Mid, c.line),
            (role.Midlight, c.line),
            (role.Dark, c.line),
            (role.Light, c.surface),
        ):
            palette.setColor(which, QColor(value))
        for which in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(c.second))
        return palette

    def _desktop_changed(self) -> None:
        colours = self._pick()
        if colours is not self.colours:
            self.colours = colours
            self.changed.emit()

    def _pick(self) -> Colours:
        desktop_dark, high_contrast = desktop()
        dark = self._choice == "dark" or (self._choice == "system" and desktop_dark)
        if high_contrast:
            return CONTRAST_DARK if dark else CONTRAST_LIGHT
        return DARK if dark else LIGHT


def desktop() -> tuple[bool, bool]:
    """Say whether the desktop is dark, and whether it asks for high contrast."""
    hints = QGuiApplication.styleHints()
    contrast = hints.accessibility().contrastPreference()
    return (
        hints.colorScheme() is Qt.ColorScheme.Dark,
        contrast is Qt.ContrastPreference.HighContrast,
    )


def _families() -> tuple[str, str]:
    """Return the Latin family (the desktop's own, if somebody chose one) and the Chinese one."""
    present = set(QFontDatabase.families())
    han = next((family for family in _HAN_FAMILIES if family in present), "")
    own = QFontInfo(QGuiApplication.font()).family()
    latin = own if own.lower() not in _NOT_CHOSEN else han
    return latin or own, han or own
