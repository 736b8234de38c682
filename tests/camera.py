"""What the screenshots show: every page in its usual states, and what opens over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.window import MainWindow

PICTURE = Path(__file__).resolve().parent / "data" / "pictures" / "thread.png"
NAMELESS = (
    "这家店真的绝绝子，我和我的姐妹们排了两个小时的队终于吃上了，味道真的是yyds，蹲一个团购链接"
)


class Camera:
    """Takes pictures of one running window."""

    def __init__(self, application: QApplication, window: MainWindow, folder: Path) -> None:
        self.application = application
        self.window = window
        self.folder = folder
        self.name = ""

    def wait(self, done: Callable[[], bool], most_ms: int = 60_000) -> None:
        """Let the program work until something is done, or for a time."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: loop.quit() if done() else None)
        QTimer.singleShot(most_ms, loop.quit)
        timer.start()
        loop.exec()
        self.application.processEvents()

    def rest(self, ms: int = 200) -> None:
        """Let the program work for a time."""
        self.wait(lambda: False, ms)

    def take(self, page: str) -> None:
        """Save the window with what floats over it."""
        from PySide6.QtGui import QPainter

        for _ in range(3):  # what the first round asked to be laid out anew
            self.application.processEvents()
        picture = self.window.grab()
        painter = QPainter(picture)
        for floating in self.application.topLevelWidgets():
            if floating is not self.window and floating.isVisible():
                painter.drawPixmap(floating.pos() - self.window.pos(), floating.grab())
        painter.end()
        picture.save(str(self.folder / f"{self.name}-{page}.png"))

    def pages(self) -> None:
        """Take every page, dialog and pop-up there is."""
        self.window.ways.clear()
        self.take("empty")
        self.window.ways.read_sample()
        self.settle()
        self.reading()
        self.comment()
        self.coming_in()
        self.trouble()
        self.history()
        self.book()
        self.packages()
        self.settings()
        self.window.show_page("read")

    def reading(self) -> None:
        """Take the page where comments are read, and its pop-up at different places."""
        window, page = self.window, self.window.read_page
        view, comments = page.view, window.session.comments
        row = next((i for i, r in enumerate(comments.results) if len(r.notes) > 1), 0)
        view.setCurrentIndex(comments.index(row))
        view.set_annotation(0)
        self.take("read")
        with self.dialog(window.commands.open_palette):
            self.take("palette")
        with self.dialog(window.commands.open_shortcuts):
            self.take("keys")
        view.set_annotation(-1)
        self.wait(lambda: window.session.warming.dictionary is not None, 10_000)
        for name, place in (("popup", 0), ("edge", -1)):
            found = comments.result(row).annotations[place]
            page.explainer.explain(row, found.start)
            page.explainer.pin()
            self.take(name)
            page.explainer.close()
        if page.splitter.sheet:
            page.open_notes()
            self.take("sheet")
            page.close_notes()
        else:
            window.choosing.toggle_notes()
            self.take("folded")
            window.choosing.toggle_notes()

    def comment(self) -> None:
        """Take what can be done to a comment, and a page with all of it."""
        from PySide6.QtCore import QPoint

        window, page = self.window, self.window.read_page
        comments, tend = window.session.comments, window.session.tend
        row = page.view.current_row
        with self.menu(lambda: page.menu.open(page.view.mapToGlobal(QPoint(80, 40)))):
            self.take("menu")
        self.modal(page.menu.tag, "tag")
        self.modal(page.menu.correct, "correct")
        window.choosing.set_view(pinyin=True, tone_colours=True)
        starred = bool(comments.tags(row))
        if not starred:
            tend.set_favourite(row, True)
            tend.add_tag(row, "课堂")
        window.session.other_readings(row)
        tend.read_back(row)
        self.wait(lambda: comments.read_back(row) is not None, 10_000)
        self.rest()
        self.take("pinyin")
        bar = page.notes.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.take("readings")
        tend.hide_read_back(row)
        size = window.size()
        window.choosing.set(zoom=300)
        self.take("huge")
        window.choosing.set(zoom=100)
        window.resize(size)
        window.choosing.set_view(pinyin=False, tone_colours=False)

    def coming_in(self) -> None:
        """Take a picture that is read, and a comment that stands alone."""
        page = self.window.read_page
        desk = page.intake.desk
        page.read_files([PICTURE])
        self.wait(desk.holds_anything)
        self.take("picture")
        desk.clear()
        desk.buttons.cancel.click()
        page.read(NAMELESS)
        self.settle()
        self.take("nameless")
        page.box.fold(False)
        page.box.editor.setPlainText("姐妹")
        self.take("typing")
        page.box.editor.clear()
        page.box.fold(True)
        page.box.show_progress(3, 40, busy=True, stopped=False, minutes=2)
        page.line.set(3, 40)
        page.line.set_on(True)
        self.window.signs.set_work("3/40")
        self.take("busy")
        page.line.set_on(False)
        self.window.signs.set_work("")
        page.box.show_progress(40, 40, busy=False, stopped=False)

    def trouble(self) -> None:
        """Take what is said when something goes wrong."""
        from app.errors import UserError

        window = self.window
        window.show_page("read")
        window.show_error(UserError("no-package", "There is no package.", "Add one."))
        self.take("error")
        window.read_page.notice.end()
        with self.dialog(lambda: window.show_crash(ValueError("made up"))):
            self.take("crash")

    def history(self) -> None:
        """Take the history, what is found in it, and its forms."""
        window, page = self.window, self.window.history_page
        window.show_page("history")
        self.rest(700)  # what a page fetches when it is opened
        self.take("history")
        for name, wanted in (("found", "链接"), ("nothing", "红烧肉")):
            page.search.setText(wanted)
            self.rest(700)
            self.take(name)
        page.search.setText("")
        window.ways.show_words_met()
        self.rest(500)
        self.take("words")
        page.finder.words_button.setChecked(False)
        with self.dialog(window.ways.export):
            self.take("export")
        with self.menu(page.care.button.click):
            self.take("care")
        with self.menu(page.finder.narrow.click):
            self.take("narrowing")
        window.choosing.set(remember=False)
        self.take("forgetting")
        window.choosing.set(remember=True)

    def book(self) -> None:
        """Take the slang book, an entry as a sheet, and the form for words of one's own."""
        window, page = self.window, self.window.slang_page
        window.show_page("slang")
        self.rest(500)
        self.take("slang")
        if page.splitter.sheet:
            page.open_entry()
            self.take("entry")
            page.close_sheet()
        page.finder.search.setText("cat")
        self.rest(300)
        self.take("searched")
        page.finder.search.setText("")
        self.rest(300)
        with self.menu(page.finder.mine_button.click):
            self.take("mine")
        with self.dialog(page.work.add):
            self.take("editor")

    def packages(self) -> None:
        """Take the packages, and one that is on its way."""
        from app.package_index import AvailablePackage

        window, page = self.window, self.window.packages_page
        window.show_page("packages")
        self.rest(300)
        self.take("packages")
        offers = [
            AvailablePackage(code, "zh", name, "Chinese", "1.9", ("https://example.org",))
            for code, name in (("de", "German"), ("fr", "French"))
        ]
        page._offer(offers)
        page._set_busy(True)
        page.cancel_button.show()
        page._fetched(30, 100)
        self.take("download")
        page._offer([])
        page._set_busy(False)
        page.cancel_button.hide()

    def settings(self) -> None:
        """Take the choices, all of them, and a list of fonts."""
        window, page = self.window, self.window.settings_page
        window.show_page("settings")
        self.rest(300)
        self.take("settings")
        page.chinese_box.showPopup()
        self.rest()
        self.take("fonts")
        page.chinese_box.hidePopup()
        bar = page.scroll.verticalScrollBar()
        bar.setValue(bar.maximum())
        self.take("more")
        bar.setValue(0)

    def settle(self) -> None:
        """Wait until all is translated."""
        session = self.window.session
        self.wait(lambda: session.unfinished == 0 and not session.translating)

    @contextmanager
    def dialog(self, open_it: Callable[[], object]) -> Iterator[None]:
        """Open a dialog and close it again."""
        from PySide6.QtWidgets import QDialog

        open_it()
        self.rest()
        yield
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.application.processEvents()

    @contextmanager
    def menu(self, open_it: Callable[[], object]) -> Iterator[None]:
        """Open a menu and close it again."""
        open_it()
        self.wait(lambda: self.application.activePopupWidget() is not None, 2_000)
        yield
        if menu := self.application.activePopupWidget():
            menu.close()
        self.application.processEvents()

    def modal(self, ask: Callable[[], object], name: str) -> None:
        """Take a dialog that waits for its answer, and give it none."""
        from PySide6.QtCore import QTimer

        def answer() -> None:
            self.take(name)
            if dialog := self.application.activeModalWidget():
                dialog.close()

        QTimer.singleShot(200, answer)
        ask()
