"""What a screen reader is told, and where the keyboard can go."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.__main__ import Languages
from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CONTROLS = (
    QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTextEdit, QPlainTextEdit
)  # fmt: skip


@pytest.fixture
def full(window: MainWindow, session: SessionModel, all_translated: Wait) -> MainWindow:
    window.read_page.read("momo: 宝子们 蹲一个链接\n小林: 红烧肉yyds\n好的呢🙂")
    all_translated(session)
    window.grab()
    return window


def tree(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield interface
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None:
            yield from tree(child)


def controls(window: MainWindow) -> list[QWidget]:
    found = []
    for page in window.pages:
        window.show_page(page)
        QApplication.processEvents()
        found += [w for w in visible(window) if w not in found]
    return found


def visible(root: QWidget) -> list[QWidget]:
    return [w for w in root.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]


ROLES = {
    QComboBox: {QAccessible.Role.ComboBox},
    QLineEdit: {QAccessible.Role.EditableText},
    QPlainTextEdit: {QAccessible.Role.EditableText},
    QCheckBox: {QAccessible.Role.CheckBox},
    QAbstractItemView: {QAccessible.Role.List, QAccessible.Role.Table},
    QAbstractButton: {
        QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ButtonMenu,
        QAccessible.Role.RadioButton,
    },
}  # fmt: skip


def check(widget: QWidget) -> str:
    """Return the name that is said of a control, after a look at its role."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    name = interface.text(QAccessible.Text.Name)
    told = (type(widget).__name__, widget.objectName(), widget.parent(), interface.role())
    assert name.strip(), told
    roles = next((r for kind, r in ROLES.items() if isinstance(widget, kind)), None)
    assert roles is None or interface.role() in roles, told
    assert interface.role() != QAccessible.Role.NoRole, told
    return name


@pytest.fixture(params=["en", "zh_CN"])
def language(request: pytest.FixtureRequest, languages: Languages) -> str:
    languages.set(request.param)
    return str(request.param)


def test_every_control_has_a_name_and_a_role(full: MainWindow, language: str) -> None:
    seen = controls(full)
    assert len(seen) > 15
    names = {check(widget) for widget in seen}
    assert {"en": "Settings", "zh_CN": "设置"}[language] in names


def test_every_control_of_a_dialog_has_a_name_and_a_role(
    qtbot: QtBot, full: MainWindow, language: str
) -> None:
    full.show_page("slang")
    qtbot.waitUntil(lambda: full.slang_page.show_entry("dun"), timeout=WAIT_MS)
    for opening in (
        full.commands.open_palette,
        full.commands.open_shortcuts,
        full.slang_page.work.add,
        lambda: full.show_crash(ValueError()),
    ):
        opening()
        (dialog,) = full.findChildren(QDialog)
        assert dialog.windowTitle()
        seen = visible(dialog)
        assert seen
        for widget in seen:
            check(widget)
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_comments_are_in_the_tree_with_translation_and_notes(full: MainWindow) -> None:
    view = full.read_page.view
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Comments"
    texts = [item.text(QAccessible.Text.Name) for item in tree(interface)]
    first = next(text for text in texts if text.startswith("momo"))
    assert "宝子们 蹲一个链接" in first
    assert "Translation: " in first
    assert "Explained: 蹲一个" in first
    assert sum("Translation: " in text for text in texts) == 3


def test_rows_of_every_list_are_in_the_tree(qtbot: QtBot, full: MainWindow) -> None:
    full.show_page("history")
    threads = full.history_page.finder.list
    qtbot.waitUntil(lambda: threads.model().rowCount() > 0, timeout=WAIT_MS)
    full.show_page("slang")
    entries = full.slang_page.finder.list
    qtbot.waitUntil(lambda: entries.model().rowCount() > 0, timeout=WAIT_MS)
    for view in (threads, entries):
        interface = QAccessible.queryAccessibleInterface(view)
        assert interface.role() == QAccessible.Role.List
        assert interface.childCount() == view.model().rowCount()
        assert interface.child(0).text(QAccessible.Text.Name)


def test_the_window_is_named_and_its_tree_is_whole(full: MainWindow) -> None:
    interface = QAccessible.queryAccessibleInterface(full)
    assert "Pinglun" in interface.text(QAccessible.Text.Name)
    names = {i.text(QAccessible.Text.Name) for i in tree(interface)}
    assert {"Read", "History", "Packages", "Settings", "Notes", "Comments", "Paste"} <= names


def test_every_control_is_reached_with_the_tab_key(full: MainWindow) -> None:
    full.show_page("read")
    wanted = {
        widget
        for widget in full.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    reached = set()
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget() or full, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert wanted <= reached, {type(w).__name__ for w in wanted - reached}


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_focus_can_be_seen_on_every_control(full: MainWindow, colours: str) -> None:
    full.choosing.set(theme=colours)
    looked_at = 0
    for page in full.pages:
        full.show_page(page)
        QApplication.processEvents()
        for widget in visible(full):
            if not widget.isEnabled() or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                continue
            (full.rail.buttons["read"] if page != "read" else full.read_page.box.line).setFocus()
            if widget.hasFocus():
                full.rail.buttons["settings"].setFocus()
            plain = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            assert widget.hasFocus()
            told = (page, type(widget).__name__, widget.accessibleName())
            assert widget.grab().toImage() != plain, told
            looked_at += 1
    assert looked_at > 25
    full.choosing.set(theme="light")


def test_scroll_areas_do_not_swallow_the_keyboard(full: MainWindow) -> None:
    full.show_page("settings")
    for area in full.settings_page.findChildren(QAbstractScrollArea):
        if not isinstance(area, CONTROLS):
            assert not area.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_word_that_is_explained_is_announced(
    full: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(
        QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    full.read_page.explainer.explain(0, "宝子们 蹲一个链接".index("蹲"))
    assert said
    assert said[0].startswith("蹲一个")
    assert "waiting for" in said[0]
