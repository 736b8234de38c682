"""How many threads to train with on a machine that others use as well.

Two threads wait for each other at every matrix product. Where another program holds one of two
cores, a pair of threads at low priority gets a small part of what a single one would.
"""

import time
from collections.abc import Callable


class ThreadChooser:
    """Try each number of threads for a few steps now and then; keep the fastest."""

    def __init__(self, most: int, use: Callable[[int], None], stretch: int = 60) -> None:
        """Choose from 1 to `most`; `use` sets the number; `stretch` is in steps between trials."""
        self.choices = list(range(1, most + 1))
        self.use, self.stretch = use, stretch
        self.trial = 4
        self.count = 0
        self.began = 0.0
        self.took: dict[int, float] = {}
        self.current = most
        use(most)

    def step(self, now: float | None = None) -> int:
        """Count one finished step and return the number of threads for the next one."""
        if len(self.choices) == 1:
            return self.current
        now = time.monotonic() if now is None else now
        place = self.count % (self.stretch + self.trial * len(self.choices))
        trial, within = divmod(place, self.trial)
        if trial < len(self.choices):
            if within == 0:
                self.began = now
                self._set(self.choices[trial])
            elif within == self.trial - 1:
                self.took[self.choices[trial]] = now - self.began
            if trial == len(self.choices) - 1 and within == self.trial - 1:
                self._set(min(self.took, key=lambda n: self.took[n]))
        self.count += 1
        return self.current

    def _set(self, number: int) -> None:
        if number != self.current:
            self.current = number
            self.use(number)
