"""The history written out: JSON Lines (lossless), CSV, Markdown, standalone HTML.

Pasted text stays text in all of them: no formula starts in a spreadsheet, no markup or script in
HTML or Markdown. Files are written beside their place and moved there when they are whole.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from app.csv_cells import csv_cell
from app.errors import UserError, reason_of
from app.export_html import html_pages
from app.export_words import ENGLISH, ExportWords, local_day, local_minute
from app.models import BY_HAND, HistoryRow, Note
from app.records import ThreadWithRows

Format = Literal["jsonl", "csv", "md", "html"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What the readable formats show, and in which words; JSON Lines always holds everything."""

    words: ExportWords = ENGLISH
    pinyin: bool = True
    notes: bool = True
    authors: bool = True


DEFAULTS = ExportOptions()


def write(
    threads: Iterable[ThreadWithRows],
    path: Path,
    format: Format,
    options: ExportOptions = DEFAULTS,
    *,
    progress: Callable[[int], None] = lambda _comments: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Write threads to `path`; return how many comments were written.

    `progress` is told the number of comments after each thread. When `cancelled` turns true the
    file is given up and 0 returned; what was at `path` before stays, as it does on failure.
    Raises UserError "export-unwritable".
    """
    unfinished = path.with_name(path.name + ".unfinished")
    written = 0

    def counted() -> Iterator[ThreadWithRows]:
        nonlocal written
        for thread in threads:
            if cancelled():
                return
            yield thread
            written += len(thread.rows)
            progress(written)

    try:
        with unfinished.open("w", encoding="utf-8", newline="") as out:
            for piece in _WRITERS[format](counted(), options):
                out.write(piece)
        if cancelled():
            return 0
        unfinished.replace(path)
    except OSError as error:
        raise UserError(
            "export-unwritable",
            "{path} could not be written: {reason}.",
            "Choose another folder, or free some space on the disk.",
            path=path,
            reason=reason_of(error),
        ) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return written


def json_lines(threads: Iterable[ThreadWithRows], _options: ExportOptions) -> Iterator[str]:
    """Yield one line a record: a thread, then its comments."""
    encoder = msgspec.json.Encoder()
    for thread in threads:
        for record in (thread.thread, *thread.comments):
            yield encoder.encode(record).decode() + "\n"


def csv_lines(threads: Iterable[ThreadWithRows], options: ExportOptions) -> Iterator[str]:
    """Yield a table, one comment a row; UTF-8 with a byte order mark, for Excel's sake."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n", quoting=csv.QUOTE_ALL)

    def taken() -> str:
        text = buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        return text

    writer.writerow(options.words.columns)
    yield "\ufeff" + taken()
    for thread in threads:
        for row in thread.rows:
            writer.writerow([csv_cell(cell) for cell in _cells(thread, row, options)])
        yield taken()


def _cells(thread: ThreadWithRows, row: HistoryRow, options: ExportOptions) -> list[str]:
    comment, translation = row.result.comment, row.result.translation
    return [
        thread.thread.title,
        local_minute(row.created_at),
        comment.author if options.authors else "",
        comment.posted,
        comment.place,
        comment.likes,
        comment.reply_to if options.authors else "",
        row.result.language,
        comment.text,
        translation.text if translation else "",
        options.words.yes if translation and translation.engine == BY_HAND else "",
        "\n".join(map(_note_line, row.result.notes)) if options.notes else "",
        "\n".join(row.tags),
        options.words.yes if row.favourite else "",
        row.remark,
    ]


def _note_line(note: Note) -> str:
    return f"{note.surface}: {note.meaning}"


_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~&$^=!:@(){}])")
# At the start of a line these would begin a list, a rule or a heading; GitHub makes links of www.
_MARKDOWN_START = re.compile(r"^(\d*)([-+.)])")
_MARKDOWN_LINK = re.compile(r"(www)(\.)", re.IGNORECASE)


def markdown_text(text: str) -> str:
    """Return text that Markdown shows as it is, ends of lines included."""
    return "\\\n".join(map(_markdown_line, text.splitlines()))


def _markdown_line(line: str) -> str:
    escaped = _MARKDOWN.sub(r"\\\1", line.strip())
    for rule in (_MARKDOWN_START, _MARKDOWN_LINK):
        escaped = rule.sub(r"\1\\\2", escaped)
    return escaped


def markdown(threads: Iterable[ThreadWithRows], options: ExportOptions) -> Iterator[str]:
    """Yield a document: a heading for each thread, a quotation for each comment."""
    yield f"# {markdown_text(options.words.title)}\n"
    for thread in threads:
        day = local_day(thread.thread.created_at)
        yield f"\n## {markdown_text(thread.thread.title) or day}\n\n*{day}*\n"
        for row in thread.rows:
            yield "\n" + "".join(f"{line}\n" for line in _markdown_comment(row, options))


def _markdown_comment(row: HistoryRow, options: ExportOptions) -> Iterator[str]:
    comment, translation = row.result.comment, row.result.translation
    who = [comment.author] if options.authors and comment.author else []
    about = " · ".join([*who, *filter(None, (comment.posted, comment.place))])
    paragraphs = [
        f"**{markdown_text(about)}**" if about else "",
        markdown_text(comment.text),
        markdown_text(translation.text) if translation else "",
    ]
    if options.notes:
        notes = dict.fromkeys(row.result.notes)
        paragraphs.append("\n".join(map(_markdown_note, notes)))
    if row.remark:
        paragraphs.append(f"*{markdown_text(row.remark)}*")
    if row.tags or row.favourite:
        marks = ["★"] * row.favourite + [markdown_text("#" + tag) for tag in row.tags]
        paragraphs.append(" ".join(marks))
    for paragraph in filter(None, paragraphs):
        for line in paragraph.split("\n"):
            yield f"> {line}"
        yield ">"


def _markdown_note(note: Note) -> str:
    return f"- **{markdown_text(note.surface)}** {markdown_text(note.meaning)}"


_WRITERS: dict[
    Format, Callable[[Iterable[ThreadWithRows], ExportOptions], Iterator[str]]
] = {
    "jsonl": json_lines,
    "csv": csv_lines,
    "md": markdown,
    "html": lambda threads, options: html_pages(
        threads,
        words=options.words,
        pinyin=options.pinyin,
        notes=options.notes,
        authors=options.authors,
    ),
}  # fmt: skip
