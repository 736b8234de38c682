"""The page of language packages: which are there, where they are from, how to add one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.packages import InstalledPackage
from app.paths import Paths
from PySide6.QtCore import QEvent, QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.page import Page
from ui.theme import SEPARATOR, Theme


class PackagesPage(Page):
    """Lists packages each time it is shown; `installed` is asked then."""

    def __init__(
        self,
        installed: Callable[[], Sequence[InstalledPackage]],
        paths: Paths,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._installed = installed
        self._paths = paths
        self.about = self.label(15, second=True)
        self.folder_button = QPushButton(self)
        self.folder_button.clicked.connect(self._open_folder)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self.body.addWidget(self.about)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._fill)
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
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.theme.px(12))
        packages = self._installed() if self.isVisible() else ()
        in_use: set[tuple[str, str]] = set()
        for package in packages:
            pair = (package.source, package.target)
            column.addWidget(self._row(package, pair not in in_use))
            in_use.add(pair)
        if not packages:
            none = self.label(15)
            none.setText(self.tr("There is no language package. The notes work without one."))
            column.addWidget(none)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self.folder_button.setFont(self.theme.font(14))

    def _row(self, package: InstalledPackage, in_use: bool) -> QWidget:
        row = QFrame()
        inside = QVBoxLayout(row)
        inside.setContentsMargins(0, self.theme.px(8), 0, self.theme.px(8))
        inside.setSpacing(self.theme.px(4))
        name = self.label(17)
        name.setText(f"{package.source_name} → {package.target_name}")
        size = QLocale().formattedDataSize(package.size)
        parts = [
            self.tr("version %s") % package.version,
            size,
            self.tr("came with the program") if package.bundled else self.tr("added by you"),
            self.tr("in use") if in_use else self.tr("replaced by a newer one"),
        ]
        facts = self.label(13, second=True)
        facts.setText(SEPARATOR.join(parts))
        inside.addWidget(name)
        inside.addWidget(facts)
        about = next((line for line in package.about.splitlines() if _is_prose(line)), "")
        if about:
            words = self.label(14)
            words.setText(about.strip())
            inside.addWidget(words)
        return row

    def _open_folder(self) -> None:
        self._paths.packages.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._paths.packages)))

    def _words(self) -> None:
        self.title.setText(self.tr("Language packages"))
        self.about.setText(
            self.tr(
                "A language package is what translates the sentences. One is in the box; any "
                "Argos package can be put beside it, and then wins over the one in the box. "
                "Nothing is downloaded unless you ask for it."
            )
        )
        self.folder_button.setText(self.tr("Open the folder for packages"))


def _is_prose(line: str) -> bool:
    return len(line.strip()) > 40 and line.lstrip()[:1] not in "#-|*`<["
