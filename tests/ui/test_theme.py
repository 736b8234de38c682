from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from app.models import Certainty
from ui.colours import ALL_COLOURS, Colours, Mark, contrast, mark_of
from ui.theme import ZOOMS, Theme, chinese_families, families, has_han, latin_families
from ui.window import MainWindow

GROUNDS = ("paper", "surface", "hover", "current")


def test_contrast_of_known_pairs() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", ALL_COLOURS, ids=lambda c: c.name)
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    for ground in GROUNDS:
        for text in ("ink", "second", "seal"):
            assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
        for tone in colours.tones:
            assert contrast(tone, getattr(colours, ground)) >= 4.5, (tone, ground)
    assert contrast(colours.on_seal, colours.seal) >= 4.5
    assert contrast(colours.ink, colours.selection) >= 4.5
    for tint in colours.tints.values():
        assert contrast(colours.ink, tint) >= 4.5


@pytest.mark.parametrize("colours", ALL_COLOURS, ids=lambda c: c.name)
def test_marks_can_be_seen_on_every_ground(colours: Colours) -> None:
    for mark in Mark:
        for ground in (*(getattr(colours, g) for g in GROUNDS), colours.tints[mark]):
            assert contrast(colours.marks[mark], ground) >= 3


def test_a_guess_looks_like_a_guess_whatever_its_kind() -> None:
    assert mark_of("platform", Certainty.KNOWN) is Mark.PLATFORM
    assert mark_of("meme", Certainty.KNOWN) is Mark.MEME
    assert mark_of("swear", Certainty.KNOWN) is Mark.OTHER
    assert mark_of("swear", Certainty.DECODED) is Mark.CODE
    assert {mark_of(k, Certainty.GUESS) for k in ("platform", "meme", "number")} == {Mark.GUESS}


def test_zoom_goes_by_steps_and_stays_inside(theme: Theme) -> None:
    seen = []
    for _ in range(20):
        theme.step_zoom(1)
        seen.append(theme.zoom)
    assert seen[-1] == ZOOMS[-1]
    theme.set_zoom(1)
    assert theme.zoom == ZOOMS[0]
    assert theme.font(20).pixelSize() == 15
    theme.set_zoom(100)


def test_dark_and_light_reach_qt(theme: Theme) -> None:
    light = theme.palette().color(QPalette.ColorRole.Window)
    theme.set_choice("dark")
    assert theme.colours.dark
    assert theme.palette().color(QPalette.ColorRole.Window).lightness() < light.lightness()


def test_the_fonts_of_the_start_are_those_of_the_theme(window: MainWindow) -> None:
    def fonts() -> dict[QWidget, str]:
        # A box that drops down is a window of its own.
        inside = (w for w in window.findChildren(QWidget) if w.window() is window)
        return {w: w.font().toString() for w in inside}

    def dress() -> None:
        window.read_page._theme.changed.emit()

    at_start = fonts()
    dress()
    assert {w: f for w, f in fonts().items() if at_start.get(w, f) != f} == {}
    window.read_page.panel.setParent(window.read_page)  # as a sheet gets it
    assert {w: f for w, f in fonts().items() if at_start.get(w, f) != f} == {}


def test_fonts_and_sizes_reach_what_qt_paints_at_once(window: MainWindow) -> None:
    family = chinese_families()[-1]
    sizes = {
        window.read_page.popup.word: 20,
        window.settings_page.preview: 20,
        window.slang_page.finder.title: 24,
    }
    default = families()
    window.choosing.set(chinese_font=family, zoom=150)
    for label, size in sizes.items():
        assert label.font().pixelSize() == round(size * 1.5)
        assert family in label.font().families()
    assert families() == default  # what is chosen for you does not follow what you chose
    window.choosing.set(chinese_font="", zoom=100)
    for label, size in sizes.items():
        assert label.font().pixelSize() == size
        assert family not in label.font().families()


def test_only_fonts_with_the_characters_are_offered() -> None:
    chinese, latin = chinese_families(), latin_families()
    assert chinese
    assert all(has_han(family) for family in chinese)
    assert not any(has_han(family) for family in latin)
    assert families("not there", "not there") == families()
