"""What the store lane does to write the history to a file, and to take one in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from PySide6.QtGui import QFont

from ui.chosen import Chosen

if TYPE_CHECKING:
    from app.export import ExportOptions, Format
    from app.history import HistoryStore
    from app.imports import ImportReport
    from app.watched import Watched


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written where; `font` is for PDF."""

    path: Path
    format: Format | Literal["pdf"]
    options: ExportOptions
    chosen: Chosen
    font: QFont


def export(store: HistoryStore, watched: Watched, order: Order) -> int:
    """Write what was ordered; return how many comments.

    Raises UserError "export-unwritable" and "export-over-history".
    """
    threads, comments = order.chosen.threads_and_comments(store, watched.cancelled)
    if comments is not None:
        total = len(comments)
    else:
        total = store.count() if threads is None else len(store.comment_ids(threads))
    tell = watched.progress

    def write(path: Path, format: Format, tell_share: Callable[[float], None]) -> int:
        return store.export(
            path,
            format,
            order.options,
            thread_ids=threads,
            row_ids=comments,
            progress=lambda written: tell_share(written / max(1, total)),
            cancelled=watched.cancelled,
        )

    if order.format != "pdf":
        return write(order.path, order.format, tell)
    from ui.pdf import write_pdf

    with TemporaryDirectory(prefix="pinglun") as folder:
        html = Path(folder) / "history.html"
        write(html, "html", lambda share: tell(share / 10))
        if watched.cancelled():
            return 0
        return write_pdf(
            html,
            order.path,
            order.options.words.title,
            order.font,
            progress=lambda written: tell(0.1 + 0.9 * written / max(1, total)),
            cancelled=watched.cancelled,
        )


def take_in(store: HistoryStore, watched: Watched, path: Path) -> ImportReport:
    """Merge a file into the history; see `HistoryStore.import_file`."""
    return store.import_file(path, progress=watched.progress, cancelled=watched.cancelled)
