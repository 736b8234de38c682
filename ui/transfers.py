"""What the store lane does to write the history to a file, and to take one in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QFont

from ui.tasks import Job

if TYPE_CHECKING:
    from app.export import ExportOptions, Format
    from app.history import HistoryStore, ThreadSummary
    from app.imports import ImportReport


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written where; `threads` None means everything, `font` is for PDF."""

    path: Path
    format: Format | Literal["pdf"]
    options: ExportOptions
    threads: Sequence[ThreadSummary] | None
    font: QFont


def export(store: HistoryStore, job: Job, order: Order) -> int:
    """Write what was ordered; return how many comments. `job` hears of whole percents.

    Raises UserError "export-unwritable" and "export-over-history".
    """
    chosen = order.threads
    ids = None if chosen is None else [thread.id for thread in chosen]
    total = store.count() if chosen is None else sum(thread.comments for thread in chosen)
    tell = _percents(job)

    def write(path: Path, format: Format, tell_share: Callable[[float], None]) -> int:
        return store.export(
            path,
            format,
            order.options,
            thread_ids=ids,
            progress=lambda written: tell_share(written / max(1, total)),
            cancelled=job.cancelled,
        )

    if order.format != "pdf":
        return write(order.path, order.format, tell)
    from ui.pdf import write_pdf

    with TemporaryDirectory(prefix="pinglun") as folder:
        html = Path(folder) / "history.html"
        write(html, "html", lambda share: tell(share / 10))
        if job.cancelled():
            return 0
        return write_pdf(
            html,
            order.path,
            order.options.title,
            order.font,
            progress=lambda written: tell(0.1 + 0.9 * written / max(1, total)),
            cancelled=job.cancelled,
        )


def take_in(store: HistoryStore, job: Job, path: Path) -> ImportReport:
    """Merge a file into the history; see `HistoryStore.import_file`."""
    return store.import_file(path, progress=_percents(job), cancelled=job.cancelled)


def _percents(job: Job) -> Callable[[float], None]:
    """Return what tells shares to the window: a hundred times at most, however many come."""
    told = 0

    def tell(share: float) -> None:
        nonlocal told
        percent = min(100, int(share * 100))
        if percent > told:
            told = percent
            job.report(percent)

    return tell
