from __future__ import annotations

import errno
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import WAIT_MS
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.errors import UserError, reason_of, said
from app.packs_csv import Fault
from tests.i18n import FOLDER, all_sentences, collect, compile_ts, sentences
from tests.screenshots import longer
from ui import messages, platform_words
from ui.__main__ import Languages
from ui.popup import WordPopup
from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
PLACES = re.compile(r"%(?:\d|n|s|L\d)|\{\w+\}")


def sources(ts: Path) -> set[tuple[str, str]]:
    found = set()
    for context in ET.parse(ts).getroot().iter("context"):
        name = context.findtext("name") or ""
        found |= {(name, m.findtext("source") or "") for m in context.iter("message")}
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_translations_are_complete_and_compiled(language: str, tmp_path: Path) -> None:
    kept = FOLDER / f"pinglun_{language}.ts"
    fresh = tmp_path / kept.name
    collect(language, fresh)
    assert sources(fresh) == sources(kept), "run: python -m tests.i18n"
    copy, compiled = tmp_path / "copy.ts", tmp_path / "copy.qm"
    shutil.copy(kept, copy)
    compile_ts(copy, compiled)
    assert compiled.read_bytes() == kept.with_suffix(".qm").read_bytes()


def test_nothing_is_unfinished_and_places_are_kept() -> None:
    for ts in FOLDER.glob("*.ts"):
        for message in ET.parse(ts).getroot().iter("message"):
            source = message.findtext("source") or ""
            translation = message.find("translation")
            assert translation is not None
            assert translation.get("type") is None, source
            forms = [f.text or "" for f in translation.iter("numerusform")]
            for text in forms or [translation.text or ""]:
                assert text, source
                assert sorted(PLACES.findall(text)) == sorted(PLACES.findall(source)), source


def test_no_context_is_without_a_name() -> None:
    for ts in FOLDER.glob("*.ts"):
        assert all(context for context, _ in sources(ts))


def test_the_language_changes_without_a_new_start(
    qapp: QApplication,
    window: MainWindow,
    session: SessionModel,
    languages: Languages,
    all_translated: Wait,
) -> None:
    window.read_page.read("宝子们 蹲一个链接")
    all_translated(session)
    languages.set("zh_CN")
    qapp.processEvents()
    assert window.rail.buttons["history"].text() == "历史"
    assert window.read_page.box.paste.text() == "粘贴"
    assert "语气" in window.read_page.notes.toPlainText()
    assert window.settings_page.theme_box.currentText() == "浅色：纸"
    assert window.commands.all()[0].text == "阅读剪贴板里的内容"
    assert platform_words.posted("3小时前") == "3小时前"
    assert platform_words.likes("1.2万") == "1.2万"
    languages.set("en")
    qapp.processEvents()
    assert window.rail.buttons["history"].text() == "History"
    assert "tone" in window.read_page.notes.toPlainText()
    assert platform_words.posted("3小时前") == "3 h ago"
    assert platform_words.posted("昨天 12:30") == "yesterday 12:30"
    assert platform_words.posted("01-19") == "01-19"
    assert platform_words.likes("1.2万") == "12k"
    assert platform_words.badge("作者") == "author"


def test_plurals_are_right_in_both_languages(window: MainWindow, languages: Languages) -> None:
    tr = window.history_page.threads.tr
    languages.set("en")
    assert tr("%n comment(s)", "", 1) == "1 comment"
    assert tr("%n comment(s)", "", 2) == "2 comments"
    languages.set("zh_CN")
    assert tr("%n comment(s)", "", 2) == "2 条评论"


def test_what_app_says_is_written_out_so_that_it_can_be_translated() -> None:
    written = all_sentences()
    assert len(written) > 100
    known = sources(FOLDER / "pinglun_zh_CN.ts")
    assert [text for text in written if ("app", text) not in known] == []
    with pytest.raises(ValueError, match="line 1"):
        list(sentences("raise UserError('code', f'{name} is gone.')"))


def test_what_goes_wrong_is_said_in_the_language_of_the_interface(languages: Languages) -> None:
    problem = UserError(
        "export-unwritable",
        "{path} could not be written: {reason}.",
        "Choose another folder, or free some space on the disk.",
        path="{a}.pdf",
        reason=reason_of(OSError(errno.ENOSPC, "No space left on device")),
    )
    assert str(problem).startswith("{a}.pdf could not be written: the disk is full. Choose")
    languages.set("zh_CN")
    assert messages.error(problem) == (
        "无法写入 {a}.pdf：磁盘已满。",
        "请选择别的文件夹，或在磁盘上腾出一些空间。",
    )
    fault = Fault(2, "forms", said("This cell must be filled."))
    assert messages.sentence(fault.sentence()) == "第 2 行，forms：这个单元格必须填写。"


LATIN = re.compile(r"[A-Za-z]{3,}")
# Names, keys and endings are the same in every language.
SAME_EVERYWHERE = frozenset(
    """Pinglun Ctrl Shift Alt Enter Return Esc Del Menu Down Right Left Argos English Xiaohongshu
    PDF HTML CSV JSON Lines Markdown jsonl txt UTF Anki MiB KiB MB yyds emoji Home End favourite
    tag from before entry by Delete""".split()
)


def texts(widget: QWidget) -> list[str]:
    """Return what a control shows or says, without what was pasted or is in the slang book."""
    found = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
    if isinstance(widget, QLabel | QAbstractButton):
        found.append(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found.append(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found += [widget.itemText(i) for i in range(widget.count())]
    if isinstance(widget, QMenu):
        found += [a.text() for a in widget.actions() if " → " not in a.text()]
    if isinstance(widget, QDialog):
        found.append(widget.windowTitle())
    return found


def test_no_english_is_left_in_the_chinese_interface(
    qtbot: QtBot,
    qapp: QApplication,
    window: MainWindow,
    session: SessionModel,
    languages: Languages,
    all_translated: Wait,
) -> None:
    window.read_page.read("宝子们 蹲一个链接\n妈妈做的红烧肉yyds")
    all_translated(session)
    languages.set("zh_CN")
    settings = window.settings_page
    content = {settings.preview, settings.chinese_box, settings.latin_box}
    left: set[tuple[str, str]] = set()

    def look(root: QWidget) -> None:
        qapp.processEvents()
        for widget in (root, *root.findChildren(QWidget)):
            if widget in content or isinstance(widget.parent(), WordPopup):
                continue
            for text in texts(widget):
                for word in LATIN.findall(text):
                    if word not in SAME_EVERYWHERE:
                        left.add((type(widget).__name__, text))

    for page in window.pages:
        window.show_page(page)
        look(window)
    qtbot.waitUntil(lambda: window.slang_page.show_entry("dun"), timeout=WAIT_MS)
    for menu in (
        window.read_page.menu.build(),
        window.slang_page.packs.build(),
        window.slang_page.panel.menu(),
    ):
        look(menu)
    for opening in (
        window.slang_page.work.add,
        window.commands.open_palette,
        window.commands.open_shortcuts,
    ):
        opening()
        (dialog,) = window.findChildren(QDialog)
        look(dialog)
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left |= {
        ("Command", c.text)
        for c in window.commands.all()
        if set(LATIN.findall(c.text)) - SAME_EVERYWHERE
    }
    assert sorted(left) == []


def test_longer_words_fit(qapp: QApplication, window: MainWindow) -> None:
    translator = longer()
    qapp.installTranslator(translator)
    qapp.processEvents()
    try:
        for page in window.pages:
            window.show_page(page)
            qapp.processEvents()
            qapp.processEvents()  # what the first round asked to be laid out anew
            visible = [w for w in window.findChildren(QAbstractButton) if w.isVisible()]
            assert visible
            for button in visible:
                assert button.width() >= button.minimumSizeHint().width(), button.text()
            for label in window.findChildren(QLabel):
                if label.isVisible() and label.text():
                    assert label.height() >= label.heightForWidth(label.width()), label.text()
    finally:
        qapp.removeTranslator(translator)
