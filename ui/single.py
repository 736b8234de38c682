"""One window a user: a second start brings the first window forward and ends."""

from __future__ import annotations

import getpass
import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 400


def name_for(data: Path) -> str:
    """Return the name under which the program with this data folder is found."""
    whose = f"{getpass.getuser()}\n{data.absolute()}"
    return "pinglun-" + hashlib.sha256(whose.encode()).hexdigest()[:16]


def call_first(name: str) -> bool:
    """Ask a running program to come forward; say whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(b"forward\n")
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


class Single(QObject):
    """Listens for later starts on a local socket that only this user can open.

    `called` comes when one asks for the window.
    """

    called = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._heard)
        if not self._server.listen(name):
            # Nobody answered under this name, so the socket is what a crash left behind.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    @property
    def listening(self) -> bool:
        """Say whether later starts will find this one."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _heard(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.called.emit()
