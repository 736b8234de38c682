"""The ways from page to page, and what is done on another page than the one in sight."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.paths import RESOURCES
from ui.bars import UNDO_SECONDS
from ui.chosen import Chosen
from ui.picture_file import SUFFIXES

if TYPE_CHECKING:
    from ui.window import MainWindow

SAMPLE = RESOURCES / "samples" / "welcome.txt"


class Ways(QObject):
    """Goes to the page that something belongs to, and does it there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open_search(self) -> None:
        """Go to the search box of the history."""
        search = self._window.history_page.search
        self._window.show_page("history")
        search.setFocus()
        search.selectAll()

    def open_book(self) -> None:
        """Go to the search box of the slang book."""
        search = self._window.slang_page.finder.search
        self._window.show_page("slang")
        search.setFocus()
        search.selectAll()

    def export(self) -> None:
        """Open the form of an export: of what is read, or on another page of the history."""
        count = self._window.session.comments.rowCount()
        if count and self._window.read_page.isVisible():
            self._export_page(count)
        else:
            self._window.show_page("history")
            self._window.history_page.transfers.ask_export()

    def _export_page(self, count: int) -> None:
        session, notice = self._window.session, self._window.read_page.notice
        paste = session.paste

        def ask() -> None:
            session.archive.keep(paste)  # what was translated a moment ago, too
            page = Chosen(page=paste, count=count)
            self._window.history_page.transfers.ask_export(page, notice)

        def keep() -> None:
            session.tend.keep_page()
            ask()

        if paste.remembered:
            ask()
        else:  # an export is written from the history
            said = self.tr("This page is not remembered. What is written to a file must be.")
            notice.tell(said, self.tr("Remember this page"), keep)

    def import_history(self) -> None:
        """Go to the history and let the reader choose what to take in."""
        self._window.show_page("history")
        self._window.history_page.transfers.ask_import()

    def show_words_met(self) -> None:
        """Show the expressions that were met."""
        self._window.show_page("history")
        self._window.history_page.finder.show_words()

    def find_comments(self, entry_id: str) -> None:
        """Show all remembered comments in which an entry was met."""
        self._window.show_page("history")
        self._window.history_page.find_entry(entry_id)

    def open_entry(self, entry_id: str) -> None:
        """Show an entry in the slang book."""
        self._window.show_page("slang")
        self._window.slang_page.show_entry(entry_id)

    def open_thread(self, thread_id: int, row_id: int) -> None:
        """Read a remembered thread again, at a comment of it (0: at its first)."""
        self._window.show_page("read")
        self._window.session.open_thread(thread_id, row_id)

    def tag(self) -> None:
        """Ask for a tag: for what is chosen in the history, or for the comment that is read."""
        history, read = self._window.history_page, self._window.read_page
        (history.tag if history.isVisible() else read.menu.tag)()

    def paste(self) -> None:
        """Read the clipboard, from whichever page."""
        self._window.show_page("read")
        self._window.read_page.paste()

    def read(self, text: str) -> None:
        """Read a text, from whichever page."""
        self._window.show_page("read")
        self._window.read_page.read(text)

    def read_sample(self) -> None:
        """Read the sample thread."""
        self._window.read_page.read(SAMPLE.read_text("utf-8"))

    def open_file(self) -> None:
        """Let the reader choose a text file with comments, or screenshots of them."""
        pictures = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        chosen, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open comments"),
            "",
            self.tr("Text and pictures (%1);;All files (*)").replace("%1", f"*.txt {pictures}"),
        )
        if chosen:
            self._window.show_page("read")
            self._window.read_page.read_files([Path(path) for path in chosen])

    def clear(self) -> None:
        """Start with an empty page; what was read is a click away, and in the history."""
        self._window.show_page("read")
        session = self._window.session
        back = session.way_back() if session.comments.rowCount() else None
        session.clear()
        if back is not None:
            said = self.tr("The page is empty now.")
            notice = self._window.read_page.notice
            notice.tell(said, self.tr("Undo"), back, seconds=UNDO_SECONDS)
