"""How many threads to train with on a machine that others use as well.

Threads wait for each other at every matrix product. Where another program holds one of two cores,
a pair of threads at low priority gets a small part of what a single one would.
"""

import time
from collections.abc import Callable
from pathlib import Path

_STAT = Path("/proc/stat")


def idle_seconds() -> float:
    """Return how long the cores have been idle since the start, summed; Linux only, else 0."""
    if not _STAT.exists():
        return 0.0
    fields = _STAT.read_text().split("\n", 1)[0].split()
    return (int(fields[4]) + int(fields[5])) / 100  # idle and waiting for disks, in ticks


class ThreadChooser:
    """One thread more where a core lies idle, one less where that did not pay."""

    def __init__(
        self,
        most: int,
        use: Callable[[int], None],
        stretch: int = 10,
        clock: Callable[[], tuple[float, float]] = lambda: (time.monotonic(), idle_seconds()),
    ) -> None:
        """Choose from 1 to `most`; `use` sets the number, `stretch` is in steps between looks.

        `clock` gives the seconds now and the idle seconds of all cores.
        """
        self.most, self.use, self.stretch, self.clock = most, use, stretch, clock
        self.current = 1
        self.count = 0
        self.last = clock()
        self.took: dict[int, float] = {}  # seconds a stretch, by threads
        self.patience = 1  # stretches to wait after a step up that did not pay
        self.wait = 0
        use(1)

    def step(self) -> int:
        """Count one finished step and return the number of threads for the next one."""
        self.count += 1
        slow = self.current > 1 and self._passed() > 1.2 * self.took.get(self.current - 1, 1e9)
        if self.count % self.stretch == 0 or slow:
            self._look(slow)
        return self.current

    def _passed(self) -> float:
        return self.clock()[0] - self.last[0]

    def _look(self, slow: bool) -> None:
        now, idle = self.clock()
        passed, idle_cores = now - self.last[0], (idle - self.last[1]) / (now - self.last[0])
        self.last, self.count = (now, idle), 0
        if slow:
            self.patience = min(32, 2 * self.patience)
            self._set(self.current - 1, wait=self.patience)
            return
        self.took[self.current] = passed
        if self.current > 1:
            self.patience = 1
        if self.wait:
            self.wait -= 1
        elif self.current < self.most and idle_cores > 0.5:
            self._set(self.current + 1)

    def _set(self, number: int, wait: int = 0) -> None:
        self.current, self.wait = number, wait
        self.use(number)
