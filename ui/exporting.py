"""Out and in: the form of an export, and the bar that exports and imports on the history page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.archive import Archive
from ui.bars import NoticeBar, ProgressLine
from ui.controls import Check, Choice
from ui.theme import Theme
from ui.transfers import Order, export, take_in

if TYPE_CHECKING:
    from app.export import Format
    from app.history import ThreadSummary
    from app.imports import ImportReport
    from ui.tasks import Job

_TOLD_SECONDS = 20


class Wish(NamedTuple):
    """What to write: a format ("pdf", "html", "md", "csv", "jsonl"), and what it shows."""

    format: Format | Literal["pdf"]
    everything: bool
    pinyin: bool
    notes: bool
    names: bool


class ExportDialog(QDialog):
    """Asks for format and content; `wanted` carries the Wish when it was accepted."""

    wanted = Signal(object)

    def __init__(self, selected: int, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self.scope = Choice(theme, self)
        self.scope.addItem(self.tr("Everything"), True)
        if selected:
            self.scope.addItem(self.tr("%n selected thread(s)", "", selected), False)
        # One thread is always selected; several are so because somebody chose them.
        self.scope.setCurrentIndex(1 if selected > 1 else 0)
        self.format = Choice(theme, self)
        for name, text in (
            ("pdf", self.tr("PDF, for printing")),
            ("html", self.tr("Web page (HTML)")),
            ("md", self.tr("Markdown")),
            ("csv", self.tr("Table for spreadsheets (CSV)")),
            ("jsonl", self.tr("Complete, to import again (JSON Lines)")),
        ):
            self.format.addItem(text, name)
        self.pinyin = Check(theme, self)
        self.notes = Check(theme, self)
        self.names = Check(theme, self)
        self.ok_button = QPushButton(self.tr("Choose a file …"), self)
        self.ok_button.setProperty("primary", True)
        self.ok_button.setDefault(True)
        self.ok_button.clicked.connect(self._accept)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self._boxes = (self.pinyin, self.notes, self.names)
        self.pinyin.setText(self.tr("With pinyin"))
        self.notes.setText(self.tr("With notes"))
        self.names.setText(self.tr("With names"))
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        for text, box in ((self.tr("What"), self.scope), (self.tr("As"), self.format)):
            label = QLabel(text, self)
            label.setBuddy(box)
            label.setFont(theme.font(13))
            label.setProperty("second", True)
            box.setAccessibleName(text)
            column.addWidget(label)
            column.addWidget(box)
        for box in self._boxes:
            box.setChecked(True)
            column.addWidget(box)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.ok_button)
        column.addStretch(1)
        column.addLayout(buttons)
        for part in (self.scope, self.format, *self._boxes, self.ok_button, self.cancel_button):
            part.setFont(theme.font(14))
        self.format.currentIndexChanged.connect(self._offer)
        self.setMinimumWidth(min(px(400), parent.window().width() - px(24)))
        self._offer()

    def wish(self) -> Wish:
        """Return what is chosen."""
        shown = (box.isChecked() or box.isHidden() for box in self._boxes)
        return Wish(self.format.currentData(), self.scope.currentData(), *shown)

    def _accept(self) -> None:
        self.accept()
        self.wanted.emit(self.wish())

    def _offer(self) -> None:
        """Offer only what makes a difference: JSON Lines holds all, tables have no pinyin."""
        chosen = self.format.currentData()
        self.pinyin.setVisible(chosen in ("pdf", "html"))
        self.notes.setVisible(chosen != "jsonl")
        self.names.setVisible(chosen != "jsonl")


class ExportBar(QWidget):
    """The buttons of export and import, and how far they are; `selected` gives threads."""

    def __init__(
        self,
        archive: Archive,
        selected: Callable[[], list[ThreadSummary]],
        notice: NoticeBar,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._archive = archive
        self._selected = selected
        self._notice = notice
        self._theme = theme
        self._job: Job | None = None
        self._stopped = ""
        self.line = ProgressLine(theme, self)
        self.export_button = QPushButton(self)
        self.import_button = QPushButton(self)
        self.stop_button = QPushButton(self)
        self.export_button.clicked.connect(self.ask_export)
        self.import_button.clicked.connect(self.ask_import)
        self.stop_button.clicked.connect(self.stop)
        row = QHBoxLayout()
        for button in (self.export_button, self.import_button, self.stop_button):
            button.setProperty("flat", True)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addLayout(row)
        theme.changed.connect(self._restyle)
        self.stop_button.hide()
        self._restyle()
        self._words()

    @property
    def busy(self) -> bool:
        """Say whether something is being written or read."""
        return self._job is not None

    def ask_export(self) -> None:
        """Open the form of an export; nothing while another is on its way."""
        if self.busy:
            return
        threads = self._selected()
        dialog = ExportDialog(len(threads), self._theme, self.window())
        dialog.wanted.connect(lambda wish: self._choose(wish, threads))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_import(self) -> None:
        """Let the reader choose an export or another history to take in."""
        if self.busy:
            return
        kinds = self.tr("Exports and histories (*.jsonl *.db *.sqlite);;All files (*)")
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Import into the history"), "", kinds)
        if file:
            self._begin(self.tr("Stopped. What had come in by then is kept."))
            self._job = self._archive.transfer(
                lambda store, job: take_in(store, job, Path(file)),
                self._imported,
                self._failed,
                self._progress,
                changes=True,
            )

    def stop(self) -> None:
        """Give up what is being written or read."""
        if self._job is not None:
            self._job.cancel()
            self._end()
            self._notice.tell(self._stopped, seconds=_TOLD_SECONDS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _choose(self, wish: Wish, threads: list[ThreadSummary]) -> None:
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
                self._notice.tell(self.tr("%s is there already. Choose another name.") % path.name)
                return
        self._begin(self.tr("Stopped. No unfinished file is left."))

        def told(count: int) -> None:
            self._end()
            said = self.tr("%n comment(s) written to %1.", "", count)
            self._notice.tell(said.replace("%1", path.name), seconds=_TOLD_SECONDS)

        order = Order(
            path,
            wish.format,
            ExportOptions(pinyin=wish.pinyin, notes=wish.notes, authors=wish.names),
            None if wish.everything else threads,
            self._theme.font(14),
        )
        self._job = self._archive.transfer(
            lambda store, job: export(store, job, order),
            told,
            self._failed,
            self._progress,
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

    def _progress(self, percent: int) -> None:
        self.line.set(percent, 100)

    def _begin(self, stopped: str) -> None:
        self._stopped = stopped
        self._notice.end()
        self._set_busy(True)

    def _end(self) -> None:
        self._job = None
        self._set_busy(False)

    def _set_busy(self, busy: bool) -> None:
        self.line.set(0, 0)
        self.line.set_on(busy)
        self.stop_button.setVisible(busy)
        for button in (self.export_button, self.import_button):
            button.setEnabled(not busy)

    def _restyle(self) -> None:
        for button in (self.export_button, self.import_button, self.stop_button):
            button.setFont(self._theme.font(14))

    def _words(self) -> None:
        self.export_button.setText(self.tr("Export …"))
        self.export_button.setToolTip(self.tr("Write threads to a file (Ctrl+S)"))
        self.import_button.setText(self.tr("Import …"))
        self.import_button.setToolTip(self.tr("Take in an export, or another history"))
        self.stop_button.setText(self.tr("Stop"))
