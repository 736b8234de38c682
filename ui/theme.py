"""Colours, type and steps of space: light, dark and high contrast, all scaled by one zoom."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QPalette,
    QRawFont,
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


_EVERYDAY = "评论们这个爱说"
_PINYIN = "āéǐòǜê"


class Theme(QObject):
    """The colours and fonts in force. `changed` tells views to lay out and paint anew."""

    changed = Signal()

    def __init__(
        self,
        choice: str = "system",
        zoom: int = 100,
        latin: str = "",
        han: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._choice = choice
        self._zoom = zoom
        self._wanted = (latin, han)
        self._latin, self._han = families(latin, han)
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

    def set_fonts(self, latin: str, han: str) -> None:
        """Write with these families; "" takes the best one, as does one that is not there."""
        if (latin, han) != self._wanted:
            self._wanted = (latin, han)
            self._latin, self._han = families(latin, han)
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


def families(latin: str = "", han: str = "") -> tuple[str, str]:
    """Return the Latin and the Chinese family to write with, as near to the wishes as can be.

    Nobody having wished, Latin is the desktop's own, if somebody chose one, and Chinese the first
    of those that read well on screens.
    """
    present = {family.split(" [")[0] for family in QFontDatabase.families()}
    chosen = han if han in present else ""
    best = chosen or next((family for family in _HAN_FAMILIES if family in present), "")
    # Not the application's font: that one is ours as soon as the window is dressed.
    own = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).family()
    if latin in present:
        return latin, best or own
    if own.lower() in _NOT_CHOSEN:
        return best or own, best or own
    # A desktop font with Chinese characters would stand in the way of the one that was chosen.
    return (best if chosen and has_han(own) else own), best or own


@lru_cache(maxsize=1)
def chinese_families() -> tuple[str, ...]:
    """Return the families that can write simplified Chinese, by name."""
    writing = QFontDatabase.WritingSystem.SimplifiedChinese
    return tuple(family for family in _listed(writing) if has_han(family))


@lru_cache(maxsize=1)
def latin_families() -> tuple[str, ...]:
    """Return the families for Latin with the marks of pinyin, without those that write Chinese."""
    writing = QFontDatabase.WritingSystem.Latin
    return tuple(f for f in _listed(writing) if _has(f, _PINYIN) and not has_han(f))


def has_han(family: str) -> bool:
    """Say whether a family has the characters of everyday simplified Chinese."""
    return _has(family, _EVERYDAY)


def _listed(writing: QFontDatabase.WritingSystem) -> list[str]:
    """Return families for a script, each once, without fontconfig's names for whatever there is."""
    named = (
        family.split(" [")[0]  # the maker, where several offer fonts under one name
        for family in QFontDatabase.families(writing)
        if QFontDatabase.isSmoothlyScalable(family) and not QFontDatabase.isPrivateFamily(family)
    )
    return [f for f in dict.fromkeys(named) if f not in ("Monospace", "Sans Serif", "Serif")]


def _has(family: str, characters: str) -> bool:
    """Say whether a family itself has characters; fonts that step in for it do not count."""
    raw = QRawFont.fromFont(QFont(family))
    return all(raw.supportsCharacter(ord(character)) for character in characters)
