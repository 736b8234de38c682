"""The page of language packages: which are there, how to add one, what the network offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.errors import UserError
from app.packages import InstalledPackage
from ui import messages
from ui.bars import UNDO_SECONDS, ProgressLine
from ui.flow_row import FlowRow
from ui.packaging import Packaging
from ui.page import Page
from ui.theme import SEPARATOR, Theme

if TYPE_CHECKING:
    from app.package_index import AvailablePackage

_LONGEST_ABOUT = 300  # characters


class PackagesPage(Page):
    """Lists packages each time it is shown; all work is done by Packaging."""

    def __init__(self, packaging: Packaging, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._packaging = packaging
        self._offered: Sequence[AvailablePackage] = ()
        self._going: InstalledPackage | None = None
        self.about = self.label(15, second=True)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(self._choose_file)
        self.online_button = QPushButton(self)
        self.online_button.clicked.connect(packaging.look_online)
        self.cancel_button = QPushButton(self)
        self.cancel_button.clicked.connect(packaging.cancel)
        self.line = ProgressLine(theme, self)
        self._list = QWidget(self)
        row = FlowRow()
        for button in (self.add_button, self.online_button, self.cancel_button):
            row.addWidget(button)
        self.body.addWidget(self.about)
        self.body.addLayout(row)
        self.body.addWidget(self.line)
        self.body.addWidget(self._list)
        self.body.addStretch(1)
        packaging.changed.connect(self._changed)
        packaging.offered.connect(self._offer)
        packaging.busy.connect(self._set_busy)
        packaging.fetching.connect(self.cancel_button.setVisible)
        packaging.fetched.connect(self._fetched)
        packaging.failed.connect(self._failed)
        theme.changed.connect(self._fill)
        self.cancel_button.hide()
        self._words()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()
            self._fill()

    def _fill(self) -> None:
        for button in (self.add_button, self.online_button, self.cancel_button):
            button.setFont(self.theme.font(14))
        if not self.isVisible():
            return
        inside = QWidget(self._list.parentWidget())
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        packages = [p for p in self._packaging.installed() if p != self._going]
        in_use: set[str] = set()
        for package in packages:
            column.addWidget(self._installed(package, package.pair not in in_use))
            in_use.add(package.pair)
        if not packages:
            none = self.label(15)
            none.setText(self.tr("There is no language package. The notes work without one."))
            column.addWidget(none)
        if self._offered:
            heading = self.label(17)
            heading.setText(self.tr("Offered by Argos"))
            column.addWidget(heading)
            for offer in self._offered:
                column.addWidget(self._offer_row(offer))
        self.body.replaceWidget(self._list, inside)
        self._list.hide()
        self._list.setParent(None)
        self._list.deleteLater()  # not at once: one of its buttons may be at work
        self._list = inside
        inside.show()

    def _installed(self, package: InstalledPackage, in_use: bool) -> QWidget:
        parts = [
            self.tr("version %s") % package.version,
            QLocale().formattedDataSize(package.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat),
            self.tr("came with the program") if package.bundled else self.tr("added by you"),
            self.tr("in use") if in_use else self.tr("not in use"),
        ]
        actions: list[tuple[str, Callable[[], None]]] = []
        if not in_use:
            actions.append((self.tr("Use this one"), lambda: self._packaging.prefer(package)))
        elif previous := self._packaging.previous(package):
            back = self.tr("Go back to version %s") % previous.version
            actions.append((back, lambda: self._roll_back(package)))
        if not package.bundled:
            actions.append((self.tr("Remove"), lambda: self._remove(package)))
        name = _direction(package.source, package.target)
        return self._row(name, SEPARATOR.join(parts), self._about(package), actions)

    def _about(self, package: InstalledPackage) -> str:
        """Return what a package is for: of the bundled ones in the language of the interface."""
        if not package.bundled:
            return _first_prose(package.about)
        return {
            ("zh", "en"): self.tr("Made for the comments under Xiaohongshu posts."),
            ("en", "zh"): self.tr("Made for what a newcomer answers under Xiaohongshu posts."),
        }.get((package.source, package.target), _first_prose(package.about))

    def _offer_row(self, offer: AvailablePackage) -> QWidget:
        name = _direction(offer.source, offer.target)
        version = self.tr("version %s") % offer.version
        get = (self.tr("Download"), lambda: self._packaging.download(offer))
        return self._row(name, version, "", [get])

    def _row(
        self,
        name: str,
        facts: str,
        about: str,
        actions: Sequence[tuple[str, Callable[[], None]]],
    ) -> QWidget:
        row = QFrame()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, self.theme.px(8), 0, self.theme.px(8))
        inside.setSpacing(self.theme.px(4))
        for size, second, text in ((17, False, name), (13, True, facts), (14, False, about)):
            if text:
                label = self.label(size, second=second)
                label.setText(text)
                inside.addWidget(label)
        buttons = FlowRow()
        buttons.setSpacing(self.theme.px(8))
        for text, act in actions:
            button = QPushButton(text, row)
            button.setAccessibleName(f"{text}: {name}")
            button.setFont(self.theme.font(13))
            button.clicked.connect(act)
            buttons.addWidget(button)
        inside.addSpacing(self.theme.px(4) if actions else 0)
        inside.addLayout(buttons)
        return row

    def finish(self) -> None:
        """Do what was only waiting for the reader to think better of it."""
        self.notice.end()

    def _remove(self, package: InstalledPackage) -> None:
        """Take a package off the list, and away for good once undo is no longer offered."""
        name = f"{_direction(package.source, package.target)} {package.version}"

        def back() -> None:
            self._going = None
            self._fill()

        def away() -> None:
            self._going = None
            self._packaging.remove(package)

        self.notice.tell(
            self.tr("%s was removed.") % name,
            self.tr("Undo"),
            back,
            seconds=UNDO_SECONDS,
            ended=away,
        )
        self._going = package
        self._fill()

    def _roll_back(self, package: InstalledPackage) -> None:
        self.finish()  # what waits to be removed must not be moved from under that
        self._packaging.roll_back(package)

    def _choose_file(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Add a language package"), "", self.tr("Argos packages (*.argosmodel)")
        )
        if file:
            self._packaging.install(Path(file))

    def _changed(self) -> None:
        self.notice.tell(self.tr("Done. What you read next is translated with it."), seconds=8)
        self._fill()

    def _offer(self, packages: Sequence[AvailablePackage]) -> None:
        """Show what leads to or from Chinese first; that is what people come for."""
        chinese = [p for p in packages if "zh" in (p.source, p.target)]
        self._offered = (*chinese, *(p for p in packages if p not in chinese))
        self._fill()

    def _set_busy(self, busy: bool) -> None:
        self.line.set(0, 0)
        self.line.set_on(busy)
        self.add_button.setEnabled(not busy)
        self.online_button.setEnabled(not busy)

    def _fetched(self, received: int, total: int) -> None:
        self.line.set(received, total)

    def _failed(self, problem: UserError) -> None:
        self.notice.tell(" ".join(messages.error(problem)))

    def _words(self) -> None:
        self.title.setText(self.tr("Language packages"))
        self.about.setText(
            self.tr(
                "A language package is what translates the sentences. Two are in the box, one for "
                "each direction; any Argos package can be put beside them, and then wins. "
                "Nothing is downloaded unless you ask for it."
            )
        )
        self.add_button.setText(self.tr("Add from a file …"))
        self.online_button.setText(self.tr("Ask the network what there is"))
        self.online_button.setToolTip(
            self.tr("Fetches the list of packages from Argos; nothing of yours is sent.")
        )
        self.cancel_button.setText(self.tr("Stop"))


def _direction(source: str, target: str) -> str:
    """Return "Chinese → English" in the language of the interface."""
    return f"{messages.language(source)} → {messages.language(target)}"


def _first_prose(about: str) -> str:
    """Return the first paragraph of a package's README that is neither heading nor table."""
    for paragraph in about.split("\n\n"):
        text = " ".join(paragraph.split())
        if len(text) > 40 and text[0] not in "#-|*`<[":
            return text if len(text) <= _LONGEST_ABOUT else text[: _LONGEST_ABOUT - 1] + "…"
    return ""
