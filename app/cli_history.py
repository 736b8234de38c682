"""The history's commands: list, search, export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_base import Printer, Program
from app.errors import UserError

if TYPE_CHECKING:
    from app.export import Format
    from app.history import HistoryStore

_FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
}


@click.group()
def history() -> None:
    """Show what was read before: list, search, export."""


def _history(program: Program) -> HistoryStore:
    """Open the history; an empty one in memory where nothing was ever remembered."""
    # What needs no history starts without the database behind it.
    from app.history import HistoryStore

    if not program.paths.history.exists():
        click.echo("pinglun: Nothing is remembered yet.", err=True)
        return HistoryStore.in_memory()
    return HistoryStore(program.paths.history)


@history.command("list")
@click.option("--limit", type=click.IntRange(1), default=20, show_default=True)
@click.pass_obj
def history_list(program: Program, limit: int) -> None:
    """List the threads that are remembered, the newest first."""
    with _history(program) as store:
        for thread in store.threads(limit):
            click.echo(f"{thread.id}\t{thread.created_at}\t{thread.comments}\t{thread.title}")


@history.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@click.pass_obj
def history_search(program: Program, words: Sequence[str], limit: int, form: str) -> None:
    """Find comments by Chinese, pinyin, initials or English, tag:, entry:, author:, before:."""
    out = Printer(form)
    with _history(program) as store:
        while store.index_pending():
            pass
        left, after = limit, None
        while left > 0:
            page = store.search(" ".join(words), left, after)
            for found in page.found:
                out.show(found.row.result, found.row)
            left -= len(page.found)
            if page.after is None:
                break
            after = page.after


@history.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--no-pinyin", is_flag=True, help="Leave the pinyin out.")
@click.option("--no-notes", is_flag=True, help="Leave the notes out.")
@click.option("--no-authors", is_flag=True, help="Leave the names out.")
@click.pass_obj
def history_export(
    program: Program, file: Path, no_pinyin: bool, no_notes: bool, no_authors: bool
) -> None:
    """Write the whole history to FILE, in the format of its ending: .jsonl .csv .md .html."""
    form = _FORMATS.get(file.suffix.casefold())
    if form is None:
        raise UserError(
            "export-format",
            "The ending of {name} names no format that can be written.",
            "Use one of {endings}.",
            name=file.name,
            endings=" ".join(_FORMATS),
        )
    from app.export import ExportOptions

    options = ExportOptions(pinyin=not no_pinyin, notes=not no_notes, authors=not no_authors)
    with _history(program) as store:
        count = store.export(file, form, options)
    what = "1 comment was" if count == 1 else f"{count} comments were"
    click.echo(f"pinglun: {what} written to {file.name}.", err=True)
