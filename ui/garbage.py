"""Python's search for garbage, done in the window's thread and never in another.

Left to itself Python searches in whichever thread happens to make the next object. A widget or a
timer found there would be destroyed there, and Qt then leaves its timers and events behind in the
window's thread, where they end the program.
"""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 500
"""How often to ask whether enough was made to be worth a search."""


class Collector(QObject):
    """Searches for garbage from `start` on, by Python's own thresholds, in Python's stead.

    Python's own search must have been switched off (`gc.disable`). The search through everything
    that lived long takes longest: it waits while `busy()` holds.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._busy = busy
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._search)

    def start(self) -> None:
        """Begin; what is there by now was loaded to stay and is not looked at again."""
        gc.freeze()
        self._timer.start()

    def _search(self) -> None:
        oldest = 1 if self._busy() else 2
        for generation in range(oldest, -1, -1):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
