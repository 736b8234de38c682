"""An icon among those of the desktop, for who wants Pinglun at hand without its window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from ui import icons


def has_room() -> bool:
    """Say whether the desktop shows such icons at all; some do only with an extension."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Shows the icon while that is wanted; its menu asks for what can be done without a window."""

    open_wanted = Signal()
    paste_wanted = Signal()
    watch_wanted = Signal(bool)
    quit_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._watching = False
        self.menu: QMenu | None = None

    @property
    def visible(self) -> bool:
        """Say whether the icon can be seen, so that a hidden window can be found again."""
        return self._icon is not None and has_room()

    def show(self, wanted: bool, *, watching: bool = False) -> None:
        """Show the icon or take it away; `watching` says that the clipboard is read along."""
        self._watching = watching
        if wanted and self._icon is None:
            self._icon = QSystemTrayIcon(icons.app_icon(), self)
            self.menu = QMenu()
            self.menu.aboutToShow.connect(self._fill)
            self._icon.setContextMenu(self.menu)
            self._icon.activated.connect(self._clicked)
            self._fill()
            self._icon.show()
        elif not wanted and self._icon is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._icon = None
        if self._icon is not None:
            self._icon.setToolTip(self.tr("Pinglun, reading along") if watching else "Pinglun")
        # A dialog that closes while the window is away must not end the program.
        QApplication.setQuitOnLastWindowClosed(self._icon is None)

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (
            QSystemTrayIcon.ActivationReason.Trigger,
            QSystemTrayIcon.ActivationReason.DoubleClick,
        ):
            self.open_wanted.emit()

    def _fill(self) -> None:
        """Write the menu anew each time, in the language that is in force then."""
        self.menu.clear()
        self.menu.addAction(self.tr("Open Pinglun"), self.open_wanted.emit)
        self.menu.addAction(self.tr("Read what is on the clipboard"), self.paste_wanted.emit)
        watch = self.menu.addAction(self.tr("Read along as I copy"))
        watch.setCheckable(True)
        watch.setChecked(self._watching)
        watch.toggled.connect(self.watch_wanted)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Quit"), self.quit_wanted.emit)
