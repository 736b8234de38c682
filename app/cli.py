"""The same jobs without a window: translate, explain, packages, history.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 something
could not be done (said on standard error), 2 the call's words are off, 130 interrupted.
"""

from __future__ import annotations

import json
import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import click

from app import __version__, lexicon, paste
from app.errors import UserError
from app.history import HistoryStore
from app.models import Comment, Flag, HistoryRow, Result, Translation
from app.packages import PackageStore
from app.paths import Paths, default_paths
from app.pipeline import Pipeline

_BATCH = 64


@dataclass
class Program:
    """What the commands work with, put together when it is first needed."""

    paths: Paths
    open_window: Callable[[], int] | None = None

    @cached_property
    def packages(self) -> PackageStore:
        """The language packages."""
        return PackageStore(self.paths.bundled_packages, self.paths.packages)

    @cached_property
    def pipeline(self) -> Pipeline:
        """The way of a comment, with all entries in force."""
        files = [
            *lexicon.bundled_files(self.paths.lexicon),
            *lexicon.bundled_files(self.paths.packs),
        ]
        return Pipeline(lexicon.load(files), self.packages)


def as_json(result: Result) -> dict[str, Any]:
    """Return what the JSON Lines format says about a result; offsets are code points."""
    translation = result.translation
    return {
        "text": result.comment.text,
        "language": str(result.language),
        "translation": translation.text if translation else None,
        "engine": translation.engine if translation else "",
        "flags": [str(f) for f in translation.flags] if translation else [],
        "notes": [
            {
                "start": a.start,
                "end": a.end,
                "surface": n.surface,
                "entry": n.entry_id,
                "certainty": str(a.certainty),
                "meaning": n.meaning,
                "renderings": list(n.renderings),
                "note": n.note,
            }
            for a, n in zip(result.annotations, result.notes, strict=True)
        ],
    }


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="pinglun")
@click.option(
    "--home",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep data, settings and caches in this folder.",
)
@click.pass_context
def cli(context: click.Context, home: Path | None) -> None:
    """Read Xiaohongshu comments: what they say and what they mean.

    Without a command the window opens.
    """
    program: Program = context.obj
    if home is not None:
        os.environ["PINGLUN_HOME"] = str(home)
        program.paths = default_paths()
    if context.invoked_subcommand is None:
        if program.open_window is None:
            click.echo(context.get_help())
            return
        context.exit(program.open_window())


@cli.command()
@click.argument("text", required=False)
@click.option("--to", "target", type=click.Choice(["en", "zh"]), default="en", show_default=True)
@click.option("--lines", is_flag=True, help="Every line of the input is one comment.")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@click.option("--no-slang", is_flag=True, help="Translate the words as they stand, for comparison.")
@click.pass_obj
def translate(
    program: Program, text: str | None, target: str, lines: bool, form: str, no_slang: bool
) -> None:
    """Translate TEXT, or standard input where TEXT is - or missing."""
    out = _Printer(form, bare=lines)
    failed = False
    for batch in _comments(text, lines):
        results = [program.pipeline.analyse(c) for c in batch]
        done = 0

        def show(index: int, result: Result) -> None:
            nonlocal done
            done = index + 1
            out.show(result)

        try:
            program.pipeline.translate(results, target=target, slang=not no_slang, on_result=show)
        except UserError as error:
            # The notes need no engine: they are shown all the same.
            if not failed:
                click.echo(f"pinglun: {error}", err=True)
            failed = True
            for result in results[done:]:
                source = "zh" if target == "en" else "en"
                nothing = Translation("", source, target, "", flags=(Flag.NO_ENGINE,))
                out.show(replace(result, translation=nothing))
    if failed:
        sys.exit(1)


@cli.command()
@click.argument("text", required=False)
@click.option("--lines", is_flag=True, help="Every line of the input is one comment.")
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True
)
@click.pass_obj
def explain(program: Program, text: str | None, lines: bool, form: str) -> None:
    """Explain the slang in TEXT, or in standard input, without any engine."""
    out = _Printer(form)
    for batch in _comments(text, lines):
        for comment in batch:
            out.show(program.pipeline.analyse(comment))


@cli.group()
def packages() -> None:
    """Language packages: what is there, and adding one from a file."""


@packages.command("list")
@click.pass_obj
def packages_list(program: Program) -> None:
    """List the installed language packages, the preferred ones first."""
    for package in program.packages.installed():
        origin = "bundled" if package.bundled else "added"
        size = f"{package.size / 1e6:.1f} MB"
        click.echo(f"{package.source} -> {package.target}\t{package.version}\t{origin}\t{size}")


@packages.command("install")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def packages_install(program: Program, file: Path) -> None:
    """Check and install the language package in FILE (.argosmodel)."""
    package = program.packages.install(file)
    click.echo(f"Installed {package.source} -> {package.target}, version {package.version}.")


def _history(program: Program) -> HistoryStore:
    """Open the history; an empty one in memory where nothing was ever remembered."""
    if not program.paths.history.exists():
        click.echo("pinglun: Nothing is remembered yet.", err=True)
        return HistoryStore.in_memory()
    return HistoryStore(program.paths.history)


@cli.group()
def history() -> None:
    """Show what was read before: list, search, export."""


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
    out = _Printer(form)
    with _history(program) as store:
        left, after = limit, None
        while left > 0:
            page = store.search(" ".join(words), left, after)
            for found in page.found:
                out.show(found.row.result, found.row)
            left -= len(page.found)
            if page.after is None:
                break
            after = page.after


class _Printer:
    """Print results as they come, as text for people or one JSON object a line."""

    def __init__(self, form: str, *, bare: bool = False) -> None:
        self._form = form
        self._bare = bare

    def show(self, result: Result, row: HistoryRow | None = None) -> None:
        """Print a result; `row` adds what the history knows of it."""
        if self._form == "jsonl":
            kept = {"id": row.id, "thread": row.thread_id, "created": row.created_at} if row else {}
            line = json.dumps({**as_json(result), **kept}, ensure_ascii=False)
        elif self._bare and result.translation:
            line = result.translation.text.replace("\n", " ")
        else:
            line = _card(result)
        print(line, flush=True)


def _card(result: Result) -> str:
    comment = result.comment
    meta = " · ".join(p for p in (comment.author, comment.place, comment.posted) if p)
    lines = [meta] if meta else []
    lines.append(comment.text)
    if result.translation and result.translation.text:
        lines.append(result.translation.text)
    for annotation, note in zip(result.annotations, result.notes, strict=True):
        doubt = "" if annotation.certainty == "known" else f" ({annotation.certainty})"
        lines.append(f"  {note.surface}{doubt}: {note.meaning}")
    indent = "    " * comment.depth
    return "\n".join(indent + part for line in lines for part in line.splitlines()) + "\n"


def _comments(text: str | None, lines: bool) -> Iterator[Sequence[Comment]]:
    """Yield comments in batches: of TEXT, of a pasted thread, or of each line as it comes."""
    if text is not None and text != "-":
        yield (
            [Comment(line, ordinal=i) for i, line in enumerate(text.splitlines())]
            if lines
            else paste.parse(text)
        )
    elif lines:
        yield from _batches(sys.stdin)
    else:
        if sys.stdin.isatty():
            click.echo("Paste the comments, then end with Ctrl+D.", err=True)
        yield paste.parse(sys.stdin.read())


def _batches(stream: Iterator[str]) -> Iterator[list[Comment]]:
    """Yield the lines that are there already, at most a batch; wait only when there are none."""
    waiting: queue.Queue[str | None] = queue.Queue(maxsize=4 * _BATCH)

    def read() -> None:
        for line in stream:
            waiting.put(line)
        waiting.put(None)

    threading.Thread(target=read, daemon=True).start()
    ordinal, ended = 0, False
    while not ended:
        batch: list[Comment] = []
        line = waiting.get()
        while line is not None:
            batch.append(Comment(line.rstrip("\r\n"), ordinal=ordinal))
            ordinal += 1
            if len(batch) == _BATCH:
                break
            try:
                line = waiting.get_nowait()
            except queue.Empty:
                break
        ended = line is None
        if batch:
            yield batch


def run(arguments: Sequence[str], open_window: Callable[[], int] | None = None) -> int:
    """Run the command line and return the exit code; no failure of the user's shows a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    program = Program(default_paths(), open_window)
    try:
        code = cli.main(list(arguments), prog_name="pinglun", standalone_mode=False, obj=program)
    except UserError as error:
        click.echo(f"pinglun: {error}", err=True)
        return 1
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except BrokenPipeError:
        # The reader went away, as head does: nothing is wrong, and Python must not say so again.
        sys.stdout = None
        return 0
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else 1
    return code if isinstance(code, int) else 0


def main() -> None:
    """Entry point of the command line without a window."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
