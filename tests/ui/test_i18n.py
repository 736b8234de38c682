from __future__ import annotations

import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.i18n import FOLDER, collect, compile_ts
from ui import messages
from ui.__main__ import Languages
from ui.session import SessionModel
from ui.window import MainWindow

Wait = Callable[[SessionModel], None]
PLACES = re.compile(r"%(?:\d|n|s|L\d)")


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    before = QLocale()
    made = Languages(qapp)
    yield made
    made.set("en")
    QLocale.setDefault(before)


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
    assert messages.posted("3小时前") == "3小时前"
    assert messages.likes("1.2万") == "1.2万"
    languages.set("en")
    qapp.processEvents()
    assert window.rail.buttons["history"].text() == "History"
    assert "tone" in window.read_page.notes.toPlainText()
    assert messages.posted("3小时前") == "3 h ago"
    assert messages.posted("昨天 12:30") == "yesterday 12:30"
    assert messages.posted("01-19") == "01-19"
    assert messages.likes("1.2万") == "12k"
    assert messages.badge("作者") == "author"


def test_plurals_are_right_in_both_languages(window: MainWindow, languages: Languages) -> None:
    tr = window.history_page.threads.tr
    languages.set("en")
    assert tr("%n comment(s)", "", 1) == "1 comment"
    assert tr("%n comment(s)", "", 2) == "2 comments"
    languages.set("zh_CN")
    assert tr("%n comment(s)", "", 2) == "2 条评论"


class Longer(QTranslator):
    """Makes every text 40 % longer."""

    def translate(self, _context: str, text: str, _comment: str | None = None, _n: int = -1) -> str:
        return text + "m" * max(1, len(text) * 2 // 5)

    def isEmpty(self) -> bool:
        return False


def test_longer_words_fit(qapp: QApplication, window: MainWindow) -> None:
    longer = Longer(qapp)
    qapp.installTranslator(longer)
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
        qapp.removeTranslator(longer)
