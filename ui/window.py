"""The window: rail, pages, shortcuts that work everywhere, and what is remembered of it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
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
from app.settings import Settings
from ui import icons, messages
from ui.choices import ViewChoices
from ui.commands import Command, CommandDialog
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
from ui.slang_page import SlangPage
from ui.theme import Theme
from ui.watch import ClipboardWatch

SAMPLE = RESOURCES / "samples" / "welcome.txt"
_NARROW = 760
# Keys that mean something only while a view has the keyboard; the view listens to them itself.
_KEYS_OF_VIEWS = ("Ctrl+C", "*")


class MainWindow(QMainWindow):
    """All pages.

    `settings_changed` and `choices_changed` carry what is to be saved; `closed` comes at the end.
    """

    settings_changed = Signal(object)
    choices_changed = Signal(object)
    closed = Signal()

    def __init__(
        self,
        session: SessionModel,
        packages: PackageStore,
        paths: Paths,
        theme: Theme,
        settings: Settings,
        choices: ViewChoices,
        set_language: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.settings = settings
        self.choices = choices
        self._session = session
        self._theme = theme
        self._set_language = set_language
        self._word = ""
        self.setWindowTitle("Pinglun 评论")
        self.setWindowIcon(icons.app_icon())
        self.rail = Rail(theme, self)
        self.watch = ClipboardWatch(self)
        self.stack = QStackedWidget(self)
        self.read_page = ReadPage(session, theme, choices, self)
        self.history_page = HistoryPage(session.archive, theme, self)
        self.own_words = OwnWords(
            PackStore(paths.packs), bundled_files(paths.lexicon), session, self
        )
        self.slang_page = SlangPage(self.own_words, session, theme, choices.starred, self)
        self.packaging = Packaging(packages, paths, session.pipeline, session.engine_lane, self)
        self.packages_page = PackagesPage(self.packaging, theme, self)
        self.settings_page = SettingsPage(settings, choices, theme, self)
        self.pages: dict[str, QWidget] = {}
        self._add("read", self.read_page)
        self._add("history", self.history_page, "history")
        self._add("slang", self.slang_page, "slang")
        self._add("packages", self.packages_page, "packages")
        self.rail.add_space()
        self._add("settings", self.settings_page, "settings")
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(body)
        self._connect()
        self._restyle()
        self._words()
        self._shortcuts()
        self._restore()

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
        """Say what went wrong and what to do, in a bar on the page that is read."""
        page = self.stack.currentWidget()
        bar = page.notice if isinstance(page, HistoryPage) else self.read_page.notice
        bar.tell(" ".join(messages.error(problem)))

    def show_crash(self, error: BaseException) -> None:
        """Open the report of a fault of ours; the window stays usable behind it."""
        self._open(CrashDialog(report(error), self))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(360), self._theme.px(320))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._change(
            replace(
                self.settings,
                geometry=_packed(self.saveGeometry()),
                splitter=_packed(self.read_page.splitter.saveState()),
                page=next(n for n, p in self.pages.items() if p is self.stack.currentWidget()),
            )
        )
        super().closeEvent(event)
        self.packages_page.finish()
        self.packaging.close()
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
        self.watch.copied.connect(self._copied)
        self.read_page.sample_wanted.connect(self.read_sample)
        self.history_page.opened.connect(self._open_thread)
        self.slang_page.comments_wanted.connect(self._find_comments)
        self.slang_page.stars_changed.connect(self._keep_stars)
        self.own_words.crashed.connect(self.show_crash)
        self.settings_page.changed.connect(self._apply)
        self.settings_page.choices_changed.connect(self.choose)
        self.read_page.box.pinyin_wanted.connect(self._set_pinyin)
        self._session.failed.connect(self.show_error)
        self._session.crashed.connect(self.show_crash)
        self.packaging.crashed.connect(self.show_crash)
        self._session.page_changed.connect(self._welcomed)
        self._theme.changed.connect(self._restyle)

    def commands(self) -> tuple[Command, ...]:
        """Return everything that can be done by name, in the language of the interface."""
        page, view = self.read_page, self.read_page.view
        names = {name: self.rail.buttons[name].text() for name in self.pages}
        go = [
            Command(
                self.tr("Go to: %s") % names[name],
                (f"Ctrl+{number}",),
                partial(self.show_page, name),
            )
            for number, name in enumerate(self.pages, 1)
        ]
        return (
            Command(self.tr("Read what is on the clipboard"), ("Ctrl+V",), self.paste),
            Command(self.tr("Open a text file …"), ("Ctrl+O",), self.open_file),
            Command(self.tr("Find in the history"), ("Ctrl+F",), self.open_search),
            Command(self.tr("Export the history …"), ("Ctrl+S",), self.export_history),
            Command(self.tr("Import into the history …"), (), self.import_history),
            Command(self.tr("Find in the slang book"), ("Ctrl+B",), self.open_book),
            Command(self.tr("Pinyin above the words"), ("Ctrl+P",), self._toggle_pinyin),
            Command(self.tr("Colour the pinyin by tone"), (), self._toggle_tones),
            Command(self.tr("Show or hide names"), (), self._toggle_names),
            Command(self.tr("Copy the comment, or what is selected"), ("Ctrl+C",), view.copy),
            Command(self.tr("Favourite, or no more"), ("*",), page.menu.star),
            Command(self.tr("Tag this comment …"), ("Ctrl+T",), page.menu.tag),
            Command(self.tr("Correct the translation …"), ("Ctrl+E",), page.menu.correct),
            Command(self.tr("Stop translating"), (), self._session.stop),
            Command(self.tr("Translate the rest"), (), self._session.go_on),
            Command(self.tr("Start with an empty page"), ("Ctrl+N",), self.clear),
            Command(self.tr("Read the sample thread"), (), self.read_sample),
            *go,
            Command(self.tr("Larger"), ("Ctrl++", "Ctrl+="), partial(self._zoom, 1)),
            Command(self.tr("Smaller"), ("Ctrl+-",), partial(self._zoom, -1)),
            Command(self.tr("Size of 100 %"), ("Ctrl+0",), partial(self._zoom, 0)),
            Command(self.tr("All commands"), ("Ctrl+K",), self.open_palette),
            Command(self.tr("All shortcuts"), ("F1",), self.open_shortcuts),
            Command(self.tr("Next or previous comment"), ("Down", "Up")),
            Command(self.tr("Next or previous note in a comment"), ("Right", "Left")),
            Command(self.tr("Next or previous word, explained"), ("Ctrl+Right", "Ctrl+Left")),
            Command(self.tr("I know this word, or not yet: hide or show its pinyin"), ("K",)),
            Command(self.tr("Open the notes, or keep the pop-up open"), ("Return",)),
            Command(self.tr("Close what is open"), ("Esc",)),
            Command(self.tr("Quit"), ("Ctrl+Q",), self.close),
        )

    def open_palette(self) -> None:
        """Let the reader do anything by its name."""
        commands = [c for c in self.commands() if c.act is not None]
        title, hint = self.tr("Commands"), self.tr("What would you like to do?")
        self._open(CommandDialog(title, hint, commands, self._theme, self, palette=True))

    def open_shortcuts(self) -> None:
        """List all keys."""
        commands = [c for c in self.commands() if c.keys]
        title, hint = self.tr("Shortcuts"), self.tr("Which one are you looking for?")
        self._open(CommandDialog(title, hint, commands, self._theme, self, palette=False))

    def open_file(self) -> None:
        """Let the reader choose a text file with comments."""
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open comments"), "", self.tr("Text files (*.txt);;All files (*)")
        )
        if chosen:
            self.show_page("read")
            self.read_page.read_file(Path(chosen))

    def clear(self) -> None:
        """Start with an empty page; the history keeps what was read."""
        self.show_page("read")
        self._session.clear()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _shortcuts(self) -> None:
        """Bind the keys of all commands; what a command does is looked up when it is wanted."""
        for number, command in enumerate(self.commands()):
            if command.act is None:
                continue
            for keys in command.keys:
                if keys in _KEYS_OF_VIEWS:
                    continue
                shortcut = QShortcut(QKeySequence(keys), self)
                shortcut.activated.connect(partial(self._do, number))

    def _do(self, number: int) -> None:
        act = self.commands()[number].act
        if act is not None:
            act()

    def _zoom(self, step: int) -> None:
        if step:
            self._theme.step_zoom(step)
        else:
            self._theme.set_zoom(100)
        self._change(replace(self.settings, zoom=self._theme.zoom))
        self.settings_page.show_settings(self.settings)

    def _open_thread(self, thread_id: int, row_id: int) -> None:
        self.show_page("read")
        self._session.open_thread(thread_id, row_id)

    def _welcomed(self) -> None:
        if self._session.comments.rowCount() and not self.settings.welcomed:
            self._change(replace(self.settings, welcomed=True))

    def _apply(self, settings: Settings) -> None:
        """Put choices from the settings page into force."""
        before = self.settings
        self._change(settings)
        self._theme.set_choice(settings.theme)
        self._theme.set_zoom(settings.zoom)
        self._session.remember = settings.remember
        self._session.set_slang(settings.slang_layer)
        if settings.language != before.language:
            self._set_language(settings.language)

    def choose(self, choices: ViewChoices) -> None:
        """Put choices about the page into force, and have them saved."""
        if choices == self.choices:
            return
        self.choices = choices
        self.watch.on = choices.watch_clipboard
        self._set_word(self._word)
        self.read_page.view.set_choices(choices)
        self.read_page.box.pinyin.setChecked(choices.pinyin)
        self.settings_page.show_choices(choices)
        self.choices_changed.emit(choices)

    def _keep_stars(self, starred: frozenset[str]) -> None:
        """Have the stars of the slang book saved; nothing else looks different for them."""
        self.choices = replace(self.choices, starred=starred)
        self.settings_page.show_choices(self.choices)
        self.choices_changed.emit(self.choices)

    def _find_comments(self, entry_id: str) -> None:
        """Show all remembered comments in which an entry was met."""
        self.show_page("history")
        self.history_page.search.setText(f"entry:{entry_id}")

    def _set_word(self, word: str) -> None:
        """Show what is being done in the rail, or else that the clipboard is watched."""
        self._word = word
        self.rail.word.set(word or (self.tr("reading along") if self.watch.on else ""))

    def _copied(self, text: str) -> None:
        self.show_page("read")
        self.read_page.read(text)

    def come_forward(self) -> None:
        """Show the window, in front of others if the desktop allows."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _toggle_pinyin(self) -> None:
        self._set_pinyin(not self.choices.pinyin)

    def _toggle_known(self, word: str) -> None:
        known = self.choices.known ^ {word}
        self.choose(replace(self.choices, known=known))

    def _toggle_tones(self) -> None:
        self.choose(replace(self.choices, tone_colours=not self.choices.tone_colours))

    def _toggle_names(self) -> None:
        self.choose(replace(self.choices, names=not self.choices.names))

    def _set_pinyin(self, pinyin: bool) -> None:
        self.choose(replace(self.choices, pinyin=pinyin))

    def _change(self, settings: Settings) -> None:
        if settings != self.settings:
            self.settings = settings
            self.settings_changed.emit(settings)

    def _restyle(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setFont(self._theme.font(14))
        application.setPalette(self._theme.palette())
        application.setStyleSheet(style_sheet(self._theme))
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
        self.watch.on = self.choices.watch_clipboard
        self._set_word("")
        self.read_page.box.pinyin.setChecked(self.choices.pinyin)
        self.read_page.box.set_welcome(not self.settings.welcomed)
        self.read_page.box.sample.setEnabled(SAMPLE.is_file())
        room = self.screen().availableSize()
        self.resize(min(1280, room.width() * 9 // 10), min(860, room.height() * 9 // 10))
        self.restoreGeometry(_unpacked(self.settings.geometry))
        self.read_page.splitter.restoreState(_unpacked(self.settings.splitter))
        self.show_page(self.settings.page if self.settings.page in self.pages else "read")


def _packed(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _unpacked(text: str) -> QByteArray:
    try:
        return QByteArray(base64.b64decode(text, validate=True))
    except ValueError:
        return QByteArray()
