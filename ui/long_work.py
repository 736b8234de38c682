"""What may take long with a history, and the line that says how far it is; it can be stopped."""

from __future__ import annotations

import time

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.bars import NoticeBar, ProgressLine
from ui.messages import say
from ui.store_lane import Doing, StoreLane
from ui.theme import SEPARATOR, Theme

DELETING = Doing(
    QT_TRANSLATE_NOOP("messages", "Deleting …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. Nothing was deleted."),
)
BRINGING_BACK = Doing(QT_TRANSLATE_NOOP("messages", "Bringing it back …"), "")
CHANGING = Doing(
    QT_TRANSLATE_NOOP("messages", "Changing the comments …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. A part of the comments is changed."),
)
EXPORTING = Doing(
    QT_TRANSLATE_NOOP("messages", "Writing the file …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. No unfinished file is left."),
)
IMPORTING = Doing(
    QT_TRANSLATE_NOOP("messages", "Taking in the file …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. What had come in by then is kept."),
)
BACKING_UP = Doing(
    QT_TRANSLATE_NOOP("messages", "Copying the history …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. No unfinished copy is left."),
)
RESTORING = Doing(
    QT_TRANSLATE_NOOP("messages", "Putting the backup in place …"),
    QT_TRANSLATE_NOOP("messages", "Stopped. The history is as it was."),
)

_BUSY_AFTER_MS = 500
_PACE_SECONDS = 3.0  # before that nothing can be told of how long it takes
_TOLD_SECONDS = 20


class WorkBar(QWidget):
    """Shows the long work whose turn it is, once it has taken half a second."""

    def __init__(self, lane: StoreLane, notice: NoticeBar, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._lane = lane
        self._notice = notice
        self._theme = theme
        self._doing: Doing | None = None
        self._share = 0.0
        self._began = 0.0
        self.line = ProgressLine(theme, self)
        self.label = QLabel(self)
        self.label.setProperty("second", True)
        self.stop_button = QPushButton(self)
        self.stop_button.setProperty("flat", True)
        self.stop_button.clicked.connect(self.stop)
        row = QHBoxLayout()
        row.addWidget(self.label, 1)
        row.addWidget(self.stop_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addLayout(row)
        self._wait = QTimer(self, interval=_BUSY_AFTER_MS, singleShot=True)
        self._wait.timeout.connect(self._show)
        lane.began.connect(self._begin)
        lane.progressed.connect(self._progress)
        lane.ended.connect(self._end)
        theme.changed.connect(self._restyle)
        self.hide()
        self._restyle()
        self._words()

    def stop(self) -> None:
        """Give up what is being done, and say what that means."""
        doing = self._doing
        self._lane.stop()
        if doing is not None:
            self._notice.tell(say(doing.stopped), seconds=_TOLD_SECONDS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._words()

    def _begin(self, doing: Doing) -> None:
        self._doing, self._share, self._began = doing, 0.0, time.monotonic()
        self._wait.start()

    def _progress(self, share: float) -> None:
        self._share = share
        self.line.set(round(share * 1000), 1000)
        self._words()

    def _show(self) -> None:
        self.line.set(round(self._share * 1000), 1000)
        self.line.set_on(True)
        self._words()
        self.show()

    def _end(self) -> None:
        self._doing = None
        self._wait.stop()
        self.line.set_on(False)
        self.hide()

    def _words(self) -> None:
        self.stop_button.setText(self.tr("Stop"))
        if self._doing is None:
            return
        self.stop_button.setVisible(bool(self._doing.stopped))
        parts = [say(self._doing.text)]
        if self._share:
            parts.append(f"{int(self._share * 100)} %")
        parts.append(self._time_left())
        self.label.setText(SEPARATOR.join(filter(None, parts)))

    def _time_left(self) -> str:
        """Return about how long it will take, when that can be told and is worth telling."""
        passed = time.monotonic() - self._began
        if passed < _PACE_SECONDS or not self._share:
            return ""
        seconds = passed * (1 - self._share) / self._share
        if seconds >= 55:
            return self.tr("about %n minute(s) left", "", max(1, round(seconds / 60)))
        return self.tr("less than a minute left") if seconds >= 5 else ""

    def _restyle(self) -> None:
        self.label.setFont(self._theme.font(13, tabular=True))
        self.stop_button.setFont(self._theme.font(14))
