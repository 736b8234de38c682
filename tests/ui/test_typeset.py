from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.theme import Theme
from ui.typeset import Reading, Typeset, advance

TEXT = st.text(st.sampled_from("宝子们蹲一个，。！「」 ab-\n😀👩‍👧é"), max_size=80)
relaxed = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)


@pytest.fixture
def font(theme: Theme) -> QFont:
    return theme.font(20)


def lay(text: str, font: QFont, width: float, readings: tuple[Reading, ...] = ()) -> Typeset:
    small = QFont(font)
    small.setPixelSize(11)
    return Typeset(text, font, width, 32, readings, small)


@relaxed
@given(TEXT, st.integers(30, 400))
def test_lines_cover_the_text_and_fit(qapp: QApplication, text: str, width: int) -> None:
    font = Theme("light").font(20)
    laid = lay(text, font, width)
    assert [line.start for line in laid.lines[1:]] == [line.end for line in laid.lines[:-1]]
    assert laid.lines[0].start == 0
    assert laid.lines[-1].end == len(text)
    for line in laid.lines:
        shown = text[line.start : line.end].rstrip()
        if len(line.units) > 1 or len(shown) > 4:
            assert advance(shown, font) <= width + 1
    assert laid.height == pytest.approx(32 * len(laid.lines))


@relaxed
@given(TEXT, st.integers(60, 400), st.data())
def test_what_is_pointed_at_is_found_again(
    qapp: QApplication, text: str, width: int, data: st.DataObject
) -> None:
    font = Theme("light").font(20)
    laid = lay(text, font, width)
    if not text.strip():
        return
    at = data.draw(st.sampled_from([i for i, c in enumerate(text) if c in "宝子们蹲一个"] or [0]))
    boxes = laid.rects(at, at + 1)
    if text[at] not in "宝子们蹲一个":
        return
    centre = boxes[0].center()
    assert laid.offset_under(centre.x(), centre.y()) == at
    caret = laid.hit(boxes[0].left() + 1, centre.y())
    assert caret <= at
    assert advance(text[caret:at], font) == 0  # joiners have no width of their own


def test_a_closing_mark_stays_with_its_word(font: QFont) -> None:
    laid = lay("真的很好吃，对", font, advance("真的很好吃", font) + 2)
    assert laid.lines[1].start == 4


def test_a_long_latin_word_is_broken_rather_than_cut_off(font: QFont) -> None:
    laid = lay("a" * 100, font, 120)
    assert len(laid.lines) > 3


def test_a_sticker_is_not_broken(font: QFont) -> None:
    text = "真的很好吃[害羞R]"
    laid = Typeset(text, font, advance("真的很好吃[害", font) + 2, 32, whole=((5, 10),))
    assert [line.start for line in laid.lines] == [0, 5]


def test_readings_take_room_and_stay_whole(font: QFont) -> None:
    text = "宝子们行长得了"
    readings = (Reading(0, 3, "bǎozimen"), Reading(3, 5, "hángzhǎng"), Reading(5, 7, "déliǎo"))
    plain, read = lay(text, font, 500), lay(text, font, 500, readings)
    assert read.height > plain.height
    assert [u.text for u in read.lines[0].units] == ["宝子们", "行长", "得了"]
    for unit in read.lines[0].units:
        assert unit.advance >= unit.reading_width
    narrow = lay(text, font, 75, readings)
    assert [line.start for line in narrow.lines] == [0, 3, 5]


def test_a_mark_after_a_word_with_a_reading_is_not_left_alone(font: QFont) -> None:
    readings = (Reading(0, 2, "hǎochī"), Reading(2, 4, "zhēnde"))
    first = lay("好吃真的，", font, 1000, readings).lines[0]
    width = sum(unit.advance for unit in first.units[:2]) + 1
    laid = lay("好吃真的，", font, width, readings)
    assert [line.start for line in laid.lines] == [0, 2]


def test_empty_text_has_one_line(font: QFont) -> None:
    assert len(lay("", font, 100).lines) == 1
    assert lay("", font, 100).hit(5, 5) == 0
