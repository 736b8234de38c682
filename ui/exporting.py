"""Out and in: exports and imports, and the buttons for them on the history page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from ui.archive import Archive
from ui.bars import NoticeBar
from ui.chosen import Chosen
from ui.export_dialog import ExportDialog, Wish
from ui.export_words import export_words
from ui.flow_row import FlowRow
from ui.history_finder import HistoryFinder
from ui.long_work import EXPORTING, IMPORTING
from ui.theme import Theme
from ui.transfers import Order, export, take_in

if TYPE_CHECKING:
    from app.imports import ImportReport

_TOLD_SECONDS = 20


class ExportBar(QWidget):
    """The buttons of export and import; `finder` knows what is chosen.

    `busy` says whether something is being written or read.
    """

    def __init__(
        self,
        archive: Archive,
        finder: HistoryFinder,
        notice: NoticeBar,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._finder = finder
        self._notice = notice
        self._theme = theme
        self._told_in = notice  # where the reader hears of the work that goes on
        self.busy = False
        self.export_button = QPushButton(self)
        self.import_button = QPushButton(self)
        self.export_button.clicked.connect(lambda _on: self.ask_export())
        self.import_button.clicked.connect(self.ask_import)
        self._row = FlowRow()
        for button in (self.export_button, self.import_button):
            button.setProperty("flat", True)
            self._row.addWidget(button)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._row)
        archive.ended.connect(self._end)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._words()

    def set_beside(self, button: QWidget, check: QWidget) -> None:
        """Put another button after those of export and import, and a box to tick at the end."""
        for widget in (button, check):
            self._row.addWidget(widget)

    def ask_export(self, chosen: Chosen | None = None, notice: NoticeBar | None = None) -> None:
        """Open the form of an export, of `chosen` or of what the reader says there.

        How it went is told in `notice`, or on the history page. Nothing happens while another
        export is on its way.
        """
        if self.busy:
            return
        self._told_in = notice or self._notice
        found = self._finder.searching and self._finder.found.rowCount() > 0
        of_page = chosen is not None and chosen.page is not None
        query = self._finder.search.text() if found and not of_page else ""
        selected = chosen if chosen is not None else self._finder.selection()
        dialog = ExportDialog(
            selected, query, self._theme, self.window(), wanted=chosen is not None
        )
        dialog.wanted.connect(self._choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_import(self) -> None:
        """Let the reader choose an export or another history to take in."""
        if self.busy:
            return
        kinds = self.tr("Exports and histories (*.jsonl *.db *.sqlite);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import into the history"), "", kinds)
        if file:
            self._told_in = self._notice
            self._begin()
            self._archive.work_long(
                IMPORTING,
                lambda store, watched: take_in(store, watched, Path(file)),
                self._imported,
                self._failed,
                stores=True,
            )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _choose(self, wish: Wish) -> None:
        # The history brings sqlite-utils; by now it is there.
        from app.export import ExportOptions

        ending = f".{wish.format}"
        file, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the history"), f"Pinglun{ending}", f"*{ending}"
        )
        if not file:
            return
        path = Path(file)
        if path.suffix.casefold() != ending:
            path = path.with_name(path.name + ending)
            if path.exists():  # the file dialog asked about another name
                self._told_in.tell(self.tr("%s is there already. Choose another name.") % path.name)
                return
        self._begin()

        def told(count: int) -> None:
            self._end()
            said = self.tr("%n comment(s) written to %1.", "", count)
            self._told_in.tell(said.replace("%1", path.name), seconds=_TOLD_SECONDS)

        order = Order(
            path,
            wish.format,
            ExportOptions(export_words(), wish.pinyin, wish.notes, wish.names),
            wish.chosen,
            self._theme.font(14),
        )
        self._archive.work_long(
            EXPORTING,
            lambda store, watched: export(store, watched, order),
            told,
            self._failed,
            changes=False,
        )

    def _imported(self, report: ImportReport) -> None:
        self._end()
        merged, skipped = report.merged, len(report.skipped)
        said = [self.tr("%n new comment(s) came in.", "", merged.comments)]
        if merged.completed:
            said.append(self.tr("%n got something more.", "", merged.completed))
        if merged.known:
            said.append(self.tr("%n were here already.", "", merged.known))
        if skipped:
            said.append(self.tr("%n line(s) could not be read and were left out.", "", skipped))
        self._notice.tell(" ".join(said))

    def _failed(self, error: Exception) -> None:
        self._end()
        self._archive.fail(error)

    def _begin(self) -> None:
        self._told_in.end()
        self._set_busy(True)

    def _end(self) -> None:
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.busy = busy
        for button in (self.export_button, self.import_button):
            button.setEnabled(not busy)

    def _restyle(self) -> None:
        for button in (self.export_button, self.import_button):
            button.setFont(self._theme.font(14))

    def _words(self) -> None:
        self.export_button.setText(self.tr("Export …"))
        self.export_button.setToolTip(self.tr("Write threads to a file (Ctrl+S)"))
        self.import_button.setText(self.tr("Import …"))
        self.import_button.setToolTip(self.tr("Take in an export, or another history"))
