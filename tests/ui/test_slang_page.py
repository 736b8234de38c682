"""The slang book page: found, starred, switched off, written, imported, taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.lexicon import Lexicon
from app.packs import OWN, PackStore
from app.paths import default_paths
from app.settings import ViewChoices
from tests.app.lexica import entry
from ui.entry_editor import EntryEditor
from ui.entry_list import ENTRY
from ui.own_words import OwnWords
from ui.packs_menu import FaultsDialog
from ui.session import SessionModel
from ui.slang_page import SlangPage
from ui.theme import Theme
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CORE = default_paths().lexicon / "core.json"


@pytest.fixture
def store(tmp_path: Path) -> PackStore:
    return PackStore(tmp_path / "packs")


@pytest.fixture
def own(session: SessionModel, store: PackStore) -> OwnWords:
    return OwnWords(store, [CORE], session)


@pytest.fixture
def page(qtbot: QtBot, own: OwnWords, session: SessionModel, theme: Theme) -> SlangPage:
    made = SlangPage(own, session, theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        made.show()
    return made


def shown(page: SlangPage) -> list[str]:
    rows = range(page.finder.entries.rowCount())
    return [page.finder.entries.index(row).data(ENTRY).entry.id for row in rows]


def find(page: SlangPage, query: str) -> list[str]:
    page.finder.search.setText(query)
    page.finder.find()
    return shown(page)


def choose(page: SlangPage, scope: str) -> list[str]:
    page.finder.scope.setCurrentIndex(page.finder.scope.findData(scope))
    return shown(page)


def drop(page: SlangPage, file: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, left, none))


def editor(page: SlangPage) -> EntryEditor:
    return page.findChildren(EntryEditor)[-1]


def test_the_book_opens_with_all_entries_and_one_of_them_read(page: SlangPage) -> None:
    count = len(page._own.book)
    assert page.finder.entries.rowCount() == count > 3
    assert page.finder.count.text() == f"{count} entries"
    assert page.finder.kind.itemText(0) == f"All kinds ({count})"
    assert page.finder.list.currentIndex().data(ENTRY).entry.use == "yes"
    assert page.view.toPlainText().startswith(page.finder.list.currentIndex().data())


def test_typing_finds_and_the_keyboard_leads_on(qtbot: QtBot, page: SlangPage) -> None:
    page.finder.search.setFocus()
    QTest.keyClicks(page.finder.search, "dun")
    qtbot.waitUntil(lambda: shown(page)[:1] == ["dun"], timeout=WAIT_MS)
    assert "dūn" in page.view.toPlainText()
    QTest.keyClick(page.finder.search, Qt.Key.Key_Down)
    assert page.finder.list.hasFocus()
    QTest.keyClick(page.finder.list, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert page.finder.list.hasFocus()
    QTest.keyClick(page.finder.list, Qt.Key.Key_Up)
    assert page.finder.search.hasFocus()
    QTest.keyClick(page.finder.search, Qt.Key.Key_Escape)
    assert page.finder.search.text() == ""
    page.finder.list.setFocus()
    QTest.keyClick(page.finder.list, Qt.Key.Key_Y)
    assert page.finder.search.text() == "y"


def test_kinds_narrow_the_list(page: SlangPage) -> None:
    page.finder.kind.setCurrentIndex(page.finder.kind.findData("initials"))
    kinds = {
        page.finder.entries.index(r).data(ENTRY).entry.kind
        for r in range(page.finder.entries.rowCount())
    }
    assert kinds == {"initials"}
    assert page.finder.kind.currentText() == f"Initials ({page.finder.entries.rowCount()})"


def test_nothing_found_says_what_can_be_searched(page: SlangPage) -> None:
    assert find(page, "zzzz") == []
    assert not page.finder.list.isVisible()
    assert not page.panel.isVisible()
    assert "pinyin" in page.finder.empty.text()
    for scope, word in (("starred", "star"), ("mine", "My words"), ("off", "switched off")):
        page.finder.search.clear()
        assert choose(page, scope) == []
        assert word in page.finder.empty.text()


def test_see_also_leads_on_and_back(page: SlangPage) -> None:
    page.show_entry("dun")
    find(page, "蹲")
    page.view.entry_wanted.emit("yyds")
    assert page.finder.list.currentIndex().data(ENTRY).entry.id == "yyds"
    assert "Back to 蹲" in page.view.toPlainText()
    page.view.back_wanted.emit()
    assert page.finder.list.currentIndex().data(ENTRY).entry.id == "dun"
    assert "Back to" not in page.view.toPlainText()
    assert not page.show_entry("nowhere")


def test_copying_gives_word_pinyin_and_meaning(page: SlangPage) -> None:
    page.show_entry("dun")
    QTest.keyClick(page.finder.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("蹲  dūn\nwaiting for")
    page.panel.copy.click()
    assert QGuiApplication.clipboard().text() == copied


def test_stars_are_kept(qtbot: QtBot, page: SlangPage) -> None:
    page.show_entry("dun")
    with qtbot.waitSignal(page.stars_changed) as told:
        QTest.keyClicks(page.finder.list, "*")
    assert told.args == [frozenset({"dun"})]
    assert page.panel.star.isChecked()
    assert choose(page, "starred") == ["dun"]
    page.panel.star.click()
    assert page.starred == frozenset()


def test_an_entry_is_switched_off_for_good_and_on_again(
    qtbot: QtBot, page: SlangPage, own: OwnWords, store: PackStore, session: SessionModel
) -> None:
    page.show_entry("yyds")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.work.switch()
    assert PackStore(store.folder).is_off("yyds")
    assert "yyds" not in session.pipeline.lexicon.entries
    assert "switched off" in page.finder.list.currentIndex().data(
        Qt.ItemDataRole.AccessibleTextRole
    )
    assert choose(page, "off") == ["yyds"]
    assert "Switch it on" in page.view.toPlainText()
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert "yyds" in session.pipeline.lexicon.entries
    assert shown(page) == []


def test_a_new_entry_explains_the_open_comments_at_once(
    qtbot: QtBot,
    page: SlangPage,
    own: OwnWords,
    session: SessionModel,
    all_translated: Wait,
) -> None:
    session.read("我校黑话真多\n今天好累")
    all_translated(session)
    find(page, "我校黑话")
    page.work.add()
    form = editor(page)
    assert form.fields["forms"].text() == "我校黑话"
    form.save_button.click()
    assert form.isVisible()
    assert form._faults["meaning"].text() == "Say in English what it means."
    form.fields["meaning"].setText("the slang of our school")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        QTest.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    assert page.finder.list.currentIndex().data() == "我校黑话"
    qtbot.waitUntil(lambda: bool(session.comments.result(0).notes), timeout=WAIT_MS)
    assert session.comments.result(0).notes[0].surface == "我校黑话"
    assert not session.comments.result(1).notes
    all_translated(session)
    assert choose(page, "mine") == [own.packs[0].entries[0].id]

    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        QTest.keyClick(page.finder.list, Qt.Key.Key_Delete)
    assert shown(page) == []
    qtbot.waitUntil(lambda: not session.comments.result(0).notes, timeout=WAIT_MS)
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert len(shown(page)) == 1


def test_what_was_typed_is_there_when_the_form_is_opened_again(page: SlangPage) -> None:
    page.work.add()
    editor(page).fields["note"].setPlainText("half a thought")
    editor(page).reject()
    page.work.add()
    assert editor(page).fields["note"].toPlainText() == "half a thought"


def test_what_could_not_be_written_is_not_lost(
    qtbot: QtBot, page: SlangPage, own: OwnWords, store: PackStore
) -> None:
    store.folder.parent.mkdir(parents=True, exist_ok=True)
    store.folder.write_text("a file where the folder should be")
    page.work.add()
    editor(page).fields["forms"].setText("甲乙丙")
    editor(page).fields["meaning"].setText("one")
    with qtbot.waitSignal(own.failed, timeout=WAIT_MS):
        editor(page).save()
    assert "could not be written" in page.notice.label.text()
    page.work.add()
    assert editor(page).fields["forms"].text() == "甲乙丙"


def test_a_bundled_entry_is_changed_in_a_copy_that_can_be_given_up(
    qtbot: QtBot, page: SlangPage, own: OwnWords, session: SessionModel
) -> None:
    page.show_entry("dun")
    rules = session.pipeline.lexicon.entries["dun"].context
    page.work.change()
    editor(page).fields["meaning"].setText("to lurk")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        editor(page).save()
    changed = session.pipeline.lexicon.entries["dun"]
    assert (changed.meaning, changed.context) == ("to lurk", rules)
    assert "To lurk." in page.view.toPlainText()
    assert "You changed this entry" in page.view.toPlainText()
    assert [a.text() for a in page.panel.menu().actions()][-1] == "Go back to the first version"
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.work.delete()
    assert session.pipeline.lexicon.entries["dun"].meaning != "to lurk"
    assert page.notice.label.text() == "蹲 is as it was before."


def test_a_pack_is_dropped_switched_off_exported_and_removed(
    qtbot: QtBot,
    page: SlangPage,
    own: OwnWords,
    session: SessionModel,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "Class 3.csv"
    file.write_text("forms,meaning\n甲乙丙,one\n丁戊己,two\n", "utf-8")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        drop(page, file)
    assert page.notice.label.text() == "2 entries of Class 3 are in the book now."
    (pack,) = own.packs
    actions = page.packs.build().actions()
    assert actions[-1].text() == "Class 3 (2 entries)"
    use, export, remove = actions[-1].menu().actions()

    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        use.trigger()
    assert len(session.pipeline.lexicon.own) == 0
    assert len(choose(page, "off")) == 2
    page.work.switch()
    qtbot.waitUntil(lambda: len(session.pipeline.lexicon.own) == 2, timeout=WAIT_MS)
    page.finder.scope.setCurrentIndex(0)

    out = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(out), "(*.json)"))
    export.trigger()
    qtbot.waitUntil(lambda: "were written" in page.notice.label.text(), timeout=WAIT_MS)
    assert (tmp_path / "out.csv").is_file()

    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        remove.trigger()
    assert not own.packs
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert [p.name for p in own.packs] == [pack.name]


def test_an_import_that_took_the_place_of_own_words_can_be_taken_back(
    qtbot: QtBot, page: SlangPage, own: OwnWords, store: PackStore, tmp_path: Path
) -> None:
    store.put(entry("own-x", "甲乙丙"))
    file = tmp_path / "my-words.csv"
    file.write_text("forms,meaning\n丁戊己,two\n", "utf-8")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        drop(page, file)
    assert [e.forms for e in own.packs[0].entries] == [("丁戊己",)]
    assert "took the place" in page.notice.label.text()
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert [e.forms for e in own.packs[0].entries] == [("甲乙丙",)]

    other = file.rename(tmp_path / "other.csv")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        drop(page, other)
    assert len(own.packs) == 2
    assert "took the place" not in page.notice.label.text()
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert [p.name for p in own.packs] == [OWN]


def test_a_pack_with_faults_is_refused_row_by_row(
    qtbot: QtBot, page: SlangPage, own: OwnWords, store: PackStore, tmp_path: Path
) -> None:
    file = tmp_path / "bad.csv"
    file.write_text("forms,meaning,kind\n甲,one,\n,two,\n乙,,nonsense\n", "utf-8")
    with qtbot.waitSignal(own.refused, timeout=WAIT_MS):
        drop(page, file)
    (dialog,) = page.findChildren(FaultsDialog)
    lines = dialog.list.toPlainText().split("\n\n")
    assert len(lines) == 3
    assert lines[0].startswith("Row 2, forms")
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "\n".join(lines)
    assert store.packs() == []


def test_a_damaged_pack_is_told_of_and_comes_back_as_it_was(
    qtbot: QtBot, page: SlangPage, own: OwnWords, store: PackStore
) -> None:
    store.folder.mkdir(parents=True, exist_ok=True)
    damaged = store.folder / f"{OWN}.json"
    damaged.write_bytes(b"{half")
    page.show_entry("dun")
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        own.switch_entry("dun", True, lambda: None)
    inside = page.packs.build().actions()[-1]
    assert "damaged" in inside.text()
    why, remove = inside.menu().actions()
    why.trigger()
    assert "do not fit the format" in page.notice.label.text()
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        remove.trigger()
    assert not damaged.exists()
    with qtbot.waitSignal(own.changed, timeout=WAIT_MS):
        page.notice.button.click()
    assert damaged.read_bytes() == b"{half"


def test_a_json_pack_is_chosen_from_the_menu(
    qtbot: QtBot,
    page: SlangPage,
    own: OwnWords,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "p.json"
    file.write_text(json.dumps({"title": "P", "entries": []}))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(file), ""))
    with qtbot.waitSignal(own.refused, timeout=WAIT_MS):
        page.packs.build().actions()[1].trigger()


def test_in_a_narrow_window_the_entry_comes_as_a_sheet(qtbot: QtBot, page: SlangPage) -> None:
    page.resize(500, 700)
    qtbot.waitUntil(lambda: not page.panel.isVisible(), timeout=WAIT_MS)
    page.open_entry()
    assert page.panel.isVisible()
    assert page.panel.close_button.isVisible()
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    page.resize(1000, 700)
    qtbot.waitUntil(page.panel.isVisible, timeout=WAIT_MS)


def test_the_window_keeps_stars_and_finds_the_comments_of_a_word(
    qtbot: QtBot, window: MainWindow, session: SessionModel, all_translated: Wait
) -> None:
    window.read_page.read("宝子们 蹲一个链接\n今天好累")
    all_translated(session)
    window.ways.open_book()
    page = window.slang_page
    assert page.finder.search.hasFocus()
    qtbot.waitUntil(lambda: page.show_entry("dun"), timeout=WAIT_MS)
    with qtbot.waitSignal(window.settings_changed) as told:
        page.star()
    assert told.args[0].view == ViewChoices(starred=frozenset({"dun"}))
    page.panel.comments.click()
    assert window.stack.currentWidget() is window.history_page
    found = window.history_page.found
    qtbot.waitUntil(lambda: found.rowCount() == 1, timeout=WAIT_MS)
    assert found.index(0).data() == "宝子们 蹲一个链接"


def test_other_entries_in_force_keep_corrections(
    qtbot: QtBot, session: SessionModel, all_translated: Wait
) -> None:
    session.read("宝子们 蹲一个链接")
    all_translated(session)
    session.tend.correct(0, "by hand")
    session.pipeline.use(_without(session.pipeline.lexicon, "dun"))
    session.read_again()
    qtbot.waitUntil(
        lambda: "dun" not in [n.entry_id for n in session.comments.result(0).notes],
        timeout=WAIT_MS,
    )
    all_translated(session)
    assert session.comments.result(0).translation.text == "by hand"


def _without(lexicon: Lexicon, entry_id: str) -> Lexicon:
    return replace(lexicon, entries={k: v for k, v in lexicon.entries.items() if k != entry_id})
