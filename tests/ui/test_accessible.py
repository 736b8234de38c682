"""What a screen reader is told, and where the keyboard can go."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QTextEdit)


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
        found += [
            w
            for w in window.findChildren(QWidget)
            if isinstance(w, CONTROLS) and w.isVisible() and w not in found
        ]
    return found


def test_every_control_has_a_name_and_a_role(full: MainWindow) -> None:
    seen = controls(full)
    assert len(seen) > 15
    for widget in seen:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface is not None
        name = interface.text(QAccessible.Text.Name)
        assert name.strip(), (type(widget).__name__, widget.objectName(), widget.parent())
        assert interface.role() != QAccessible.Role.NoRole


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


def test_focus_can_be_seen(full: MainWindow) -> None:
    box = full.read_page.box
    for button in (box.line, box.paste, box.pinyin, full.rail.buttons["history"]):
        button.clearFocus()
        QApplication.processEvents()
        plain = button.grab().toImage()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert button.hasFocus()
        assert button.grab().toImage() != plain
    view = full.read_page.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    focused = view.viewport().grab().toImage()
    box.paste.setFocus()
    assert view.viewport().grab().toImage() != focused


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
