from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.keeping import EntryMet
from app.lexicon import Lexicon
from app.models import (
    Annotation,
    Certainty,
    Comment,
    Flag,
    HistoryRow,
    Language,
    Note,
    Result,
    Translation,
)
from app.pipeline import Pipeline
from ui import messages
from ui.notes import NotesView
from ui.theme import Theme


class NoEngines:
    def open_engine(self, _source: str, _target: str) -> Engine:
        raise AssertionError("notes need no engine")


@pytest.fixture
def analyse(entries: Lexicon) -> Callable[[str], Result]:
    pipeline = Pipeline(entries, NoEngines())
    return lambda text: pipeline.analyse(Comment(text))


@pytest.fixture
def notes(qtbot: QtBot, theme: Theme, entries: Lexicon) -> NotesView:
    view = NotesView(theme, entries.entries.get)
    qtbot.addWidget(view)
    view.resize(360, 600)
    view.show()
    return view


def test_an_empty_panel_says_what_will_be_there(notes: NotesView) -> None:
    notes.show_result(None, 0)
    assert "underlined word" in notes.toPlainText()


def test_the_pointed_note_stands_first(notes: NotesView, analyse: Callable[[str], Result]) -> None:
    result = analyse("宝子们 蹲一个链接，红烧肉yyds")
    notes.show_result(result)
    assert notes.toPlainText().index("蹲") < notes.toPlainText().index("yyds")
    index = next(i for i, n in enumerate(result.notes) if n.entry_id == "yyds")
    notes.show_result(result, index)
    text = notes.toPlainText()
    assert text.startswith("yyds")
    for part in ("the GOAT", "eternal god", "since 2020", "You may use it.", "妈妈做的红烧肉yyds"):
        assert part in text


def test_a_guess_says_so(notes: NotesView, analyse: Callable[[str], Result]) -> None:
    result = analyse("猫蹲在窗台上，蹲")
    guess = replace(
        result,
        annotations=tuple(replace(a, certainty=Certainty.GUESS) for a in result.annotations),
    )
    notes.show_result(guess)
    assert "Probably" in notes.toPlainText()


def test_hostile_text_stays_text(notes: NotesView) -> None:
    evil = "<img src='http://example.com/x.png'><b>hi</b>"
    note = Note(evil, evil, evil, evil, (evil,), evil, "platform")
    result = Result(Comment(evil), Language.ZH, (Annotation(0, 4, evil, Certainty.KNOWN),), (note,))
    notes.show_result(result)
    assert evil in notes.toPlainText()
    assert notes.loadResource(2, QUrl("http://example.com/x.png")) is None


def test_flags_are_told_with_reason_and_remedy(
    notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    translation = Translation("x", "zh", "en", "e", flags=(Flag.TOO_LITERAL,))
    notes.show_result(replace(analyse("蹲"), translation=translation))
    text = notes.toPlainText()
    assert "probably too literal" in text
    assert "Trust the notes more than the sentence." in text


def test_see_also_leads_to_an_entry_and_back(
    notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    notes.show_result(analyse("红烧肉yyds"))
    notes._follow(QUrl("entry:dun"))
    assert notes.toPlainText().startswith("蹲")
    notes._follow(QUrl("back:"))
    assert notes.toPlainText().startswith("yyds")


def test_links_ask_for_other_translations(qtbot: QtBot, notes: NotesView) -> None:
    with qtbot.waitSignal(notes.take_back) as taken:
        notes._follow(QUrl("take:yyds"))
    assert taken.args == ["yyds"]
    with qtbot.waitSignal(notes.put_back) as put:
        notes._follow(QUrl("put:yyds"))
    assert put.args == ["yyds"]


def test_other_readings_are_offered_and_listed(
    qtbot: QtBot, notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    made = Translation("x", "zh", "en", "translate-zh_en 1.0")
    notes.show_result(replace(analyse("蹲"), translation=made))
    assert "Show other readings" in notes.toPlainText()
    assert "translate-zh_en 1.0" in notes.toPlainText()
    with qtbot.waitSignal(notes.others_wanted):
        notes._follow(QUrl("others:"))
    more = replace(made, alternatives=("y", "z"))
    notes.show_result(replace(analyse("蹲"), translation=more))
    assert "Other readings" in notes.toPlainText()
    assert "Show other readings" not in notes.toPlainText()


def test_what_was_met_before_is_told(
    qtbot: QtBot, notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    notes.show_result(analyse("蹲"))
    notes.set_met({"dun": EntryMet("dun", 1, "", "")})
    assert "you met it" not in notes.toPlainText()
    first, last = "2026-03-01T12:00:00.000+00:00", "2026-04-01T12:00:00.000+00:00"
    notes.set_met({"dun": EntryMet("dun", 3, first, last)})
    assert "you met it" in notes.toPlainText()
    assert "3 time" in notes.toPlainText()
    with qtbot.waitSignal(notes.comments_wanted) as wanted:
        notes.anchorClicked.emit(QUrl("met:dun"))
    assert wanted.args == ["dun"]


def test_a_comment_that_was_read_before_leads_there(
    qtbot: QtBot, notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    result = analyse("蹲")
    notes.show_result(result)
    assert "before" not in notes.toPlainText()
    notes.set_seen(
        [HistoryRow(7, 3, "2026-03-01T12:00:00.000+00:00", result, remark="seen with Mia")]
    )
    assert "You read this comment before: " in notes.toPlainText()
    assert "seen with Mia" in notes.toPlainText()
    with qtbot.waitSignal(notes.thread_wanted) as wanted:
        notes.anchorClicked.emit(QUrl("seen:3.7"))
    assert wanted.args == [3, 7]


def test_the_notes_after_the_first_are_folded_until_asked_for(
    notes: NotesView, analyse: Callable[[str], Result]
) -> None:
    result = analyse("宝子们 蹲一个链接，红烧肉yyds")
    notes.show_result(result)
    story = "The initials of 永远的神"
    assert "the GOAT" in notes.toPlainText()
    assert story not in notes.toPlainText()
    assert "More about yyds" in notes.toPlainText()
    notes._follow(QUrl("more:yyds"))
    assert story in notes.toPlainText()
    notes.show_result(analyse("别的评论，蹲一个，红烧肉yyds"))
    assert story not in notes.toPlainText()


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("2021", "since 2021"),
        ("about 2019", "since about 2019"),
        ("2010s", "since the 2010s"),
        ("traditional", "an old expression"),
        ("", ""),
    ],
)
def test_since_when_it_is_current_is_said_in_words(entries: Lexicon, since: str, said: str) -> None:
    entry = next(iter(entries.entries.values()))
    assert messages.since(replace(entry.to_note(entry.forms[0]), since=since)) == said
