"""The window: rail and pages, put together; what went wrong, and how it ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from app.errors import UserError
from app.lexicon import bundled_files
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import Paths
from app.settings import Settings
from ui import icons, messages, window_shape
from ui.archive import RETRIABLE
from ui.choosing import Choosing
from ui.crash import CrashDialog, report
from ui.history_page import HistoryPage
from ui.own_words import OwnWords
from ui.packages_page import PackagesPage
from ui.packaging import Packaging
from ui.rail import Rail
from ui.read_page import ReadPage
from ui.session import SessionModel
from ui.settings_page import SettingsPage
from ui.sheet import style_sheet
from ui.signs import Signs
from ui.slang_page import SlangPage
from ui.theme import Theme
from ui.tray import Tray
from ui.watch import ClipboardWatch
from ui.ways import SAMPLE, Ways
from ui.window_commands import WindowCommands

_NARROW = 760


class MainWindow(QMainWindow):
    """All pages. `settings_changed` carries what is to be saved; `closed` comes at the end."""

    settings_changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        session: SessionModel,
        packages: PackageStore,
        packs: PackStore,
        paths: Paths,
        theme: Theme,
        settings: Settings,
        set_language: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.session = session
        self._theme = theme
        # First of all that follow the theme: a style sheet undoes fonts that were set before it.
        theme.changed.connect(self._dress)
        self._dress()
        self._quitting = False
        self.setAcceptDrops(True)
        self.setWindowTitle("Pinglun 评论")
        self.setWindowIcon(icons.app_icon())
        # From the outside in: a widget that gets another parent gets back the font that it had
        # before its first style sheet, and so does all that is in it.
        body = QWidget(self)
        self.setCentralWidget(body)
        self.rail = Rail(theme, body)
        self.stack = QStackedWidget(body)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.watch = ClipboardWatch(self)
        self.tray = Tray(self)
        self.read_page = ReadPage(session, theme, settings.view, self.stack)
        self.history_page = HistoryPage(session.archive, theme, self.stack)
        self.own_words = OwnWords(packs, bundled_files(paths.lexicon), session, self)
        self.slang_page = SlangPage(
            self.own_words, session, theme, settings.view.starred, self.stack
        )
        self.packaging = Packaging(packages, paths, session.pipeline, session.engine_lane, self)
        self.packages_page = PackagesPage(self.packaging, theme, self.stack)
        self.settings_page = SettingsPage(settings, theme, self.stack)
        self.pages: dict[str, QWidget] = {}
        self._add("read", self.read_page)
        self._add("history", self.history_page, "history")
        self._add("slang", self.slang_page, "slang")
        self._add("packages", self.packages_page, "packages")
        self.rail.add_space()
        self._add("settings", self.settings_page, "settings")
        self.choosing = Choosing(self, settings, theme, set_language)
        self.signs = Signs(self)
        self.ways = Ways(self)
        self._connect()
        self._restyle()
        self._words()
        self.commands = WindowCommands(self, theme)
        self.choosing.show()
        self.read_page.box.set_welcome(not settings.welcomed)
        self.read_page.box.sample.setEnabled(SAMPLE.is_file())
        window_shape.restore(self)

    @property
    def settings(self) -> Settings:
        """The choices in force."""
        return self.choosing.settings

    def show_page(self, page: str) -> None:
        """Go to a page by its name."""
        self.rail.select(page)
        self.stack.setCurrentWidget(self.pages[page])

    def show_error(self, problem: UserError) -> None:
        """Say what went wrong and what to do, in a bar on the page that is read.

        What concerns the file of the history is said on both pages that need it.
        """
        bars = [self.read_page.notice, self.history_page.notice]
        if not problem.code.startswith("history-"):
            bars = bars[1:] if self.stack.currentWidget() is self.history_page else bars[:1]
        archive = self.session.archive
        parts = [*messages.error(problem)]
        if problem.code.startswith("history-") and not archive.lasting:
            parts.append(self.tr("Until then what you read is kept only while the window is open."))

        def again() -> None:
            for bar in bars:
                bar.end()
            archive.retry()

        retry = again if problem.code in RETRIABLE else None
        for bar in bars:
            bar.tell(" ".join(parts), self.tr("Try again") if retry else "", retry)

    def show_crash(self, error: BaseException) -> None:
        """Open the report of a fault of ours; the window stays usable behind it."""
        self.open(CrashDialog(report(error), self))

    def open(self, dialog: QDialog) -> None:
        """Open a dialog over the window; it is gone when it is closed."""
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def quit(self) -> None:
        """End the program, also where closing the window would only put it away."""
        self._quitting = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        window_shape.remember(self)
        if self._goes_to_tray():
            event.ignore()
            self.hide()
            return
        self._quitting = True
        super().closeEvent(event)
        self.tray.show(False)
        self.packages_page.finish()
        self.packaging.close()
        self.read_page.intake.desk.work.stop()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.read_page.intake.accepts(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped on a page that has no use for it."""
        event.acceptProposedAction()
        self.show_page("read")
        self.read_page.intake.take(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < self._theme.px(_NARROW))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _add(self, name: str, page: QWidget, icon: str = "read") -> None:
        self.pages[name] = page
        self.stack.addWidget(page)
        self.rail.add(name, icon)

    def _connect(self) -> None:
        ways, choosing = self.ways, self.choosing
        read, history, slang = self.read_page, self.history_page, self.slang_page
        self.rail.chosen.connect(self.show_page)
        choosing.changed.connect(self.settings_changed)
        read.word_changed.connect(self.signs.set_work)
        read.known_wanted.connect(choosing.toggle_known)
        read.notes_wanted.connect(lambda notes: choosing.set_view(notes=notes))
        read.box.pinyin_wanted.connect(lambda pinyin: choosing.set_view(pinyin=pinyin))
        read.sample_wanted.connect(ways.read_sample)
        read.notes.comments_wanted.connect(ways.find_comments)
        read.notes.thread_wanted.connect(ways.open_thread)
        read.notes.leave_wanted.connect(self.leave_as_written)
        history.opened.connect(ways.open_thread)
        history.book_wanted.connect(ways.open_entry)
        history.remember_wanted.connect(lambda on: choosing.set(remember=on))
        slang.comments_wanted.connect(ways.find_comments)
        slang.stars_changed.connect(lambda starred: choosing.set_view(starred=starred))
        self.settings_page.changed.connect(choosing.apply)
        self.watch.copied.connect(ways.read)
        self.tray.open_wanted.connect(self.come_forward)
        self.tray.paste_wanted.connect(self._paste_from_tray)
        self.tray.watch_wanted.connect(lambda on: choosing.set_view(watch_clipboard=on))
        self.tray.quit_wanted.connect(self.quit)
        self.session.failed.connect(self.show_error)
        self.session.archive.lasting_changed.connect(lambda _on: self.signs.show())
        self.session.page_changed.connect(choosing.welcomed)
        for worker in (self.session, self.packaging, self.own_words):
            worker.crashed.connect(self.show_crash)
        self._theme.changed.connect(self._restyle)

    def _goes_to_tray(self) -> bool:
        """Say whether closing only puts the window away: if that was chosen, and can be undone."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        ending = self._quitting or application.isSavingSession()
        return self.settings.close_to_tray and self.tray.visible and not ending

    def leave_as_written(self, entry_id: str, left: bool) -> None:
        """Give the engine an entry as it is written in all comments, or in plain words again."""
        page = self.read_page

        def told() -> None:
            page.notes.refresh()
            if left:
                page.tell_left(entry_id, lambda: self.leave_as_written(entry_id, False))

        row = page.view.current_row
        if not left and row >= 0 and entry_id in self.session.comments.undone(row):
            self.session.put_back(row, entry_id)
        self.own_words.leave_as_written(entry_id, left, told)

    def come_forward(self) -> None:
        """Show the window, in front of others if the desktop allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _paste_from_tray(self) -> None:
        self.come_forward()
        self.ways.paste()

    def _dress(self) -> None:
        """Put font, colours and style sheet of the theme into force for every widget."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setFont(self._theme.font(14))
        application.setPalette(self._theme.palette())
        application.setStyleSheet(style_sheet(self._theme))

    def _restyle(self) -> None:
        # Columns become sheets as the window gets narrow, so what they need now is no limit.
        room = self.screen().availableSize()
        self.setMinimumSize(QSize(self._theme.px(360), self._theme.px(320)).boundedTo(room))
        self.rail.set_narrow(self.width() < self._theme.px(_NARROW))

    def _words(self) -> None:
        for page, text in (
            ("read", self.tr("Read")),
            ("history", self.tr("History")),
            ("slang", self.tr("Slang book")),
            ("packages", self.tr("Packages")),
            ("settings", self.tr("Settings")),
        ):
            button = self.rail.buttons[page]
            button.setText(text)
            button.setAccessibleName(text)
        self.rail.set_narrow(self.width() < self._theme.px(_NARROW))
