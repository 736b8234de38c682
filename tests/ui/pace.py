"""How evenly the window's thread comes round: a heartbeat and the gaps between its beats."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_SCHEDULED = Path("/proc/thread-self/schedstat")


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two beats, in ms.

    `waited` is the time on the clock without what other programs took, as far as the system tells
    (Linux does); `worked` is the time the window's thread itself was busy.
    """

    waited: float
    worked: float


class Pace(QObject):
    """Beats every two milliseconds, or as soon as the window's thread comes to it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[Gap] = []
        self._last = _now()
        self._timer = QTimer(self, interval=2, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._last = _now()
        self._timer.start()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()

    def waited(self, share: float = 1.0) -> float:
        """Return the gap that this share of all gaps does not go beyond: 1.0 is the longest."""
        return _quantile([gap.waited for gap in self.gaps], share)

    def worked(self, share: float = 1.0) -> float:
        """Return the same of the work of the window's thread."""
        return _quantile([gap.worked for gap in self.gaps], share)

    def _beat(self) -> None:
        now = _now()
        clock, busy, queued = (1000 * (b - a) for a, b in zip(self._last, now, strict=True))
        self._last = now
        self.gaps.append(Gap(clock - queued, busy))


def _now() -> tuple[float, float, float]:
    """Return the clock, the time this thread ran, and the time it stood in line for a core."""
    queued = 0.0
    if _SCHEDULED.exists():
        queued = int(_SCHEDULED.read_text().split()[1]) / 1e9
    return time.perf_counter(), time.thread_time(), queued


def _quantile(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]
