"""The same jobs without a window: translate, explain, read, packages, history.

Results go to standard output, everything else to standard error. Exit codes: 0 done, 1 something
could not be done (said on standard error), 2 the call's words are off, 130 interrupted.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import __version__, paste
from app.cli_base import Printer, Program
from app.cli_history import history
from app.cli_pictures import read
from app.errors import UserError
from app.models import Comment, Flag, Result, Translation
from app.paths import default_paths
from app.read_back import read_back as read_back_of

if TYPE_CHECKING:
    from app.ocr_pixels import Pixels

_BATCH = 64


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
@click.option(
    "--without",
    multiple=True,
    metavar="WORD",
    help="Give the engine this expression as it stands; may be said more than once.",
)
@click.option(
    "--read-back", is_flag=True, help="Put each translation back into its first language."
)
@click.pass_obj
def translate(
    program: Program,
    text: str | None,
    target: str,
    lines: bool,
    form: str,
    no_slang: bool,
    without: tuple[str, ...],
    read_back: bool,
) -> None:
    """Translate TEXT, or standard input where TEXT is - or missing."""
    out = Printer(form, bare=lines)
    left = {entry for word in without for entry in _named(program, word)}
    failed = False

    def back_of(result: Result) -> str | None:
        nonlocal failed, read_back
        if not read_back or result.translation is None:
            return None
        try:
            return read_back_of(program.pipeline, result.translation)
        except UserError as error:
            click.echo(f"pinglun: {error}", err=True)
            failed, read_back = True, False
            return None

    for batch in _comments(text, lines):
        results = [program.pipeline.analyse(c) for c in batch]
        done = 0

        def show(index: int, result: Result) -> None:
            nonlocal done
            done = index + 1
            out.show(result, read_back=back_of(result))

        try:
            program.pipeline.translate(
                results, target=target, slang=not no_slang, without=left, on_result=show
            )
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
    out = Printer(form)
    for batch in _comments(text, lines):
        for comment in batch:
            out.show(program.pipeline.analyse(comment))


@cli.group()
def packages() -> None:
    """Language packages: what is there, adding one from a file, going back to the one before."""


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


@packages.command("roll-back")
@click.argument("source", default="zh")
@click.argument("target", default="en")
@click.pass_obj
def packages_roll_back(program: Program, source: str, target: str) -> None:
    """Put back the package that was replaced last from SOURCE to TARGET (zh and en).

    Said twice, it brings back the present one.
    """
    package = program.packages.roll_back(source, target)
    click.echo(f"{package.source} -> {package.target} is now version {package.version}.")


def _named(program: Program, word: str) -> set[str]:
    """Return the entries that a word means: by its id, by one of its forms, as a comment."""
    entries = program.pipeline.lexicon.entries
    found = {i for i, e in entries.items() if word == i or word in e.forms}
    found = found or {a.entry_id for a in program.pipeline.analyse(Comment(word)).annotations}
    if not found:
        raise click.BadParameter(f"there is no entry for {word}.", param_hint="--without")
    return found


def _comments(text: str | None, lines: bool) -> Iterator[Sequence[Comment]]:
    """Yield comments in batches: of TEXT, of a pasted thread, or of each line as it comes."""
    if text is not None and text != "-":
        yield (
            [paste.parse_line(line, i) for i, line in enumerate(text.rstrip("\r\n").split("\n"))]
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
            batch.append(paste.parse_line(line, ordinal))
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


cli.add_command(history)
cli.add_command(read)


def run(
    arguments: Sequence[str],
    open_window: Callable[[], int] | None = None,
    load_picture: Callable[[Path], Pixels] | None = None,
) -> int:
    """Run the command line and return the exit code; no failure of the user's shows a traceback."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    program = Program(default_paths(), open_window, load_picture)
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
