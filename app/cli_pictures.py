"""Reading screenshots on the command line: their text, as copying the comments would give it."""

from __future__ import annotations

from pathlib import Path

import click

from app.cli_base import Program
from app.errors import UserError


@click.command()
@click.argument(
    "pictures",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.pass_obj
def read(program: Program, pictures: tuple[Path, ...]) -> None:
    """Read the comments off PICTURES (PNG, JPEG, WebP) and print them as text.

    The text can be piped on: pinglun read a.png | pinglun translate
    """
    from app.ocr import Ocr
    from app.picture_layout import Row, arrange, follow_on

    if program.load_picture is None:
        raise UserError("no-pictures", "Pictures can be read only where the window is installed.")
    ocr = Ocr()
    rows: list[Row] = []
    for path in pictures:
        pixels = program.load_picture(path)
        found = arrange(ocr.read(pixels), pixels.shape[1], pixels.shape[0]).rows
        rows += found[follow_on(rows, found) :]
    if not any(row.text for row in rows):
        raise UserError("picture-empty", "No text was found.", "Try a sharper screenshot.")
    for row in rows:
        click.echo(row.text)
