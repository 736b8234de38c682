"""The window: rail, pages, the choices in force, and what is remembered of it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from app.errors import UserError
from app.lexicon import bundled_files
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import RESOURCES, Paths
from app.settings import Settings, ViewChoices
from ui import icons, messages
from ui.archive import RETRIABLE
from ui.bars import UNDO_SECONDS
from ui.crash import CrashDialog, report
from ui.history_page import HistoryPage
from ui.own_words import OwnWords
from ui.packages_page import PackagesPage
from ui.packaging import Packaging
from ui.picture_file import SUFFIXES
from ui.rail import Rail
from ui.read_page import ReadPage
from ui.session import SessionModel
from ui.settings_page import SettingsPage
from ui.sheet import style_sheet
from ui.slang_page import SlangPage
from ui.theme import Theme
from ui.tray import Tray
from ui.watch import ClipboardWatch
from ui.window_commands import WindowCommands

SAMPLE = RESOURCES / "samples" / "welcome.txt"
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
        self.settings = settings
        self.session = session
        self._theme = theme
        # First of all that follow the theme: a style sheet undoes fonts that were set before it.
        theme.changed.connect(self._dress)
        self._dress()
        self._set_language = set_language
        self._word = ""
        self._quitting = False
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
        self._connect()
        self._restyle()
        self._words()
        self.commands = WindowCommands(self, theme)
        self._restore()

    @property
    def choices(self) -> ViewChoices:
        """How the reader likes the page."""
        return self.settings.view

    def show_page(self, page: str) -> None:
        """Go to a page by its name."""
        self.rail.select(page)
        self.stack.setCurrentWidget(self.pages[page])

    def open_search(self) -> None:
        """Go to the search box of the history."""
        self.show_page("history")
        self.history_page.search.setFocus()
        self.history_page.search.selectAll()

    def export_history(self) -> None:
        """Go to the history and open the form of an export."""
        self.show_page("history")
        self.history_page.transfers.ask_export()

    def import_history(self) -> None:
        """Go to the history and let the reader choose what to take in."""
        self.show_page("history")
        self.history_page.transfers.ask_import()

    def open_book(self) -> None:
        """Go to the search box of the slang book."""
        self.show_page("slang")
        self.slang_page.finder.search.setFocus()
        self.slang_page.finder.search.selectAll()

    def paste(self) -> None:
        """Read the clipboard, from whichever page."""
        self.show_page("read")
        self.read_page.paste()

    def read_sample(self) -> None:
        """Read the sample thread."""
        self.read_page.read(SAMPLE.read_text("utf-8"))

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
        retry = archive.retry if problem.code in RETRIABLE else None
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
        self._remember_shape()
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
        self.rail.chosen.connect(self.show_page)
        self.read_page.word_changed.connect(self._set_word)
        self.read_page.known_wanted.connect(self._toggle_known)
        self.read_page.notes_wanted.connect(
            lambda notes: self.choose(replace(self.choices, notes=notes))
        )
        self.watch.copied.connect(self._copied)
        self.read_page.sample_wanted.connect(self.read_sample)
        self.history_page.opened.connect(self._open_thread)
        self.history_page.book_wanted.connect(self._open_entry)
        self.history_page.remember_wanted.connect(
            lambda on: self.apply(replace(self.settings, remember=on))
        )
        self.read_page.notes.comments_wanted.connect(self._find_comments)
        self.read_page.notes.thread_wanted.connect(self._open_thread)
        self.read_page.notes.leave_wanted.connect(self.leave_as_written)
        self.slang_page.comments_wanted.connect(self._find_comments)
        self.slang_page.stars_changed.connect(self._keep_stars)
        self.own_words.crashed.connect(self.show_crash)
        self.settings_page.changed.connect(self.apply)
        self.read_page.box.pinyin_wanted.connect(
            lambda pinyin: self.choose(replace(self.choices, pinyin=pinyin))
        )
        self.tray.open_wanted.connect(self.come_forward)
        self.tray.paste_wanted.connect(self._paste_from_tray)
        self.tray.watch_wanted.connect(
            lambda on: self.choose(replace(self.choices, watch_clipboard=on))
        )
        self.tray.quit_wanted.connect(self.quit)
        self.session.failed.connect(self.show_error)
        self.session.archive.lasting_changed.connect(lambda _on: self._set_word(self._word))
        self.session.crashed.connect(self.show_crash)
        self.packaging.crashed.connect(self.show_crash)
        self.session.page_changed.connect(self._welcomed)
        self._theme.changed.connect(self._restyle)

    def open_file(self) -> None:
        """Let the reader choose a text file with comments, or screenshots of them."""
        pictures = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open comments"),
            "",
            self.tr("Text and pictures (%1);;All files (*)").replace("%1", f"*.txt {pictures}"),
        )
        if chosen:
            self.show_page("read")
            self.read_page.read_files([Path(path) for path in chosen])

    def clear(self) -> None:
        """Start with an empty page; what was read is a click away, and in the history."""
        self.show_page("read")
        back = self.session.way_back() if self.session.comments.rowCount() else None
        self.session.clear()
        if back is not None:
            said = self.tr("The page is empty now.")
            self.read_page.notice.tell(said, self.tr("Undo"), back, seconds=UNDO_SECONDS)

    def _open_thread(self, thread_id: int, row_id: int) -> None:
        self.show_page("read")
        self.session.open_thread(thread_id, row_id)

    def _welcomed(self) -> None:
        if self.session.comments.rowCount() and not self.settings.welcomed:
            self.apply(replace(self.settings, welcomed=True))

    def apply(self, settings: Settings) -> None:
        """Put choices into force, wherever they were made, and have them saved."""
        before = self.settings
        if settings == before:
            return
        self.settings = settings
        self._theme.set_choice(settings.theme)
        self._theme.set_zoom(settings.zoom)
        self._theme.set_fonts(settings.latin_font, settings.chinese_font)
        self.session.remember = settings.remember
        self.session.set_help(settings.slang_layer, settings.glossary)
        if settings.language != before.language:
            self._set_language(settings.language)
        if settings.view != before.view:
            self.read_page.view.set_choices(settings.view)
        self._show_choices()
        self.settings_changed.emit(settings)

    def choose(self, view: ViewChoices) -> None:
        """Put choices about the page into force, and have them saved."""
        self.apply(replace(self.settings, view=view))

    def toggle_notes(self) -> None:
        """Fold the notes away, or bring them back."""
        self.show_page("read")
        page = self.read_page
        if not page.splitter.sheet:
            self.choose(replace(self.choices, notes=not self.choices.notes))
        elif not page.close_notes():
            page.open_notes()

    def _show_choices(self) -> None:
        """Show at all places what is chosen."""
        settings, view = self.settings, self.choices
        self.watch.on = view.watch_clipboard
        self._set_word(self._word)
        self.tray.show(settings.tray, watching=view.watch_clipboard)
        self.read_page.box.pinyin.setChecked(view.pinyin)
        self.read_page.show_notes(view.notes)
        self.settings_page.show_settings(settings)
        self.history_page.set_remember(settings.remember)

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

    def _keep_stars(self, starred: frozenset[str]) -> None:
        self.choose(replace(self.choices, starred=starred))

    def _find_comments(self, entry_id: str) -> None:
        """Show all remembered comments in which an entry was met."""
        self.show_page("history")
        self.history_page.find_entry(entry_id)

    def _open_entry(self, entry_id: str) -> None:
        """Show an entry in the slang book."""
        self.show_page("slang")
        self.slang_page.show_entry(entry_id)

    def show_words_met(self) -> None:
        """Show the expressions that were met."""
        self.show_page("history")
        self.history_page.finder.show_words()

    def toggle_remember(self) -> None:
        """Remember what is read from now on, or no more."""
        self.apply(replace(self.settings, remember=not self.settings.remember))

    def tag(self) -> None:
        """Ask for a tag: for what is chosen in the history, or for the comment that is read."""
        on_history = self.stack.currentWidget() is self.history_page
        (self.history_page.tag if on_history else self.read_page.menu.tag)()

    def _set_word(self, word: str) -> None:
        """Show what is being done in the rail, or else what is out of the ordinary."""
        self._word = word
        signs = [word] if word else []
        if not word and not self.settings.remember:
            signs.append(self.tr("not remembering"))
        elif not word and not self.session.archive.lasting:
            signs.append(self.tr("in memory only"))
        # Whatever else is told, this one is: what is copied anywhere is read.
        if self.watch.on:
            signs.append(self.tr("reading along"))
        self.rail.word.set("\n".join(signs))

    def _copied(self, text: str) -> None:
        self.show_page("read")
        self.read_page.read(text)

    def come_forward(self) -> None:
        """Show the window, in front of others if the desktop allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _toggle_known(self, word: str) -> None:
        self.choose(replace(self.choices, known=self.choices.known ^ {word}))

    def _paste_from_tray(self) -> None:
        self.come_forward()
        self.paste()

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

    def _restore(self) -> None:
        self._show_choices()
        self.read_page.box.set_welcome(not self.settings.welcomed)
        self.read_page.box.sample.setEnabled(SAMPLE.is_file())
        room = self.screen().availableSize()
        self.resize(min(1280, room.width() * 9 // 10), min(860, room.height() * 9 // 10))
        self.restoreGeometry(_unpacked(self.settings.geometry))
        self.read_page.splitter.set_columns(_unpacked(self.settings.splitter))
        self.slang_page.splitter.set_columns(_unpacked(self.settings.book_splitter))
        self.show_page(self.settings.page if self.settings.page in self.pages else "read")

    def _remember_shape(self) -> None:
        self.apply(
            replace(
                self.settings,
                geometry=_packed(self.saveGeometry()),
                splitter=_packed(self.read_page.splitter.columns()),
                book_splitter=_packed(self.slang_page.splitter.columns()),
                page=next(n for n, p in self.pages.items() if p is self.stack.currentWidget()),
            )
        )


def _packed(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _unpacked(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
