"""How well, how fast and with how much memory screenshots are read.

    python -m tests.bench.bench_pictures [NAME ...]

Reads the pictures that `tests.pictures` draws: made-up comments in the layout of the app, light and
dark, at 0.8 to 3 px a point, with answers, stickers, JPEG noise, one of them 75 comments long. They are
no photographs of the platform: real screenshots have other fonts, adverts and crops, so expect less.

For each picture: comments found of comments drawn; those whose name and text are right as a whole;
the character error rate of the texts without spaces (emoji counted, punctuation taken as one width);
right names, times with places, like counts, and who is an answer; rows marked as doubtful; seconds of
wall clock and of processor time. At the end the peak memory of the process.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication

from app import paste
from app.models import Comment
from app.ocr import Ocr
from app.picture_layout import arrange
from tests.pictures import pictures
from ui.picture_file import Source, pixels
from ui.picture_text import DOUBTFUL

_WIDE = str.maketrans("：，！？（）；", ":,!?();")


def distance(one: str, two: str) -> int:
    """Return how many characters must be put in, taken out or changed to make one of the other."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(two, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
    return row[-1]


def bare(text: str) -> str:
    """Return a text without spaces and without the width of its punctuation."""
    return "".join(text.split()).translate(_WIDE)


def compare(drawn: Sequence[Comment], read: Sequence[Comment]) -> dict[str, float]:
    """Return the measures of one picture; every drawn comment is set beside the nearest one read."""
    rest = list(read)
    wrong = letters = 0
    right = dict.fromkeys(("whole", "names", "times", "likes", "depth"), 0)
    for comment in drawn:
        text = bare(comment.text)
        letters += len(text)
        near = min(rest, key=lambda r: distance(text, bare(r.text)), default=None)
        if near is None:
            wrong += len(text)
            continue
        rest.remove(near)
        missed = distance(text, bare(near.text))
        wrong += missed
        right["whole"] += not missed and near.author == comment.author
        right["names"] += near.author == comment.author
        right["times"] += (bare(near.posted), near.place) == (bare(comment.posted), comment.place)
        right["likes"] += near.likes == comment.likes
        right["depth"] += near.depth == comment.depth
    wrong += sum(len(bare(r.text)) for r in rest)
    return {"found": len(read), "wrong": wrong, "letters": letters, **right}


def main(names: Sequence[str]) -> None:
    """Measure the pictures of these names, or all."""
    reader = Ocr()
    totals: dict[str, float] = {}
    head = "picture drawn found whole names times likes depth doubtful error% wall_s cpu_s".split()
    print(f"{head[0]:24}" + "".join(f"{name:>9}" for name in head[1:]))
    for style, drawn, image in pictures():
        if names and style.name not in names:
            continue
        array = pixels(Source(image=image).load())
        wall, cpu = time.monotonic(), time.process_time()
        lines = reader.read(array)
        rows = arrange(lines, image.width(), image.height()).rows
        wall, cpu = time.monotonic() - wall, time.process_time() - cpu
        read = paste.parse("\n".join(row.text for row in rows))
        measured = {
            "drawn": len(drawn),
            **compare(drawn, read),
            "doubtful": sum(row.confidence < DOUBTFUL for row in rows),
            "wall_s": wall,
            "cpu_s": cpu,
        }
        for name, value in measured.items():
            totals[name] = totals.get(name, 0) + value
        _show(style.name, head[1:], measured)
    _show("all", head[1:], totals)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process: {peak:.0f} MB")


def _show(name: str, head: Sequence[str], measured: dict[str, float]) -> None:
    error = 100 * measured["wrong"] / measured["letters"]
    cells = {**measured, "error%": error}
    texts = (
        f"{cells[h]:.2f}" if h in ("error%", "wall_s", "cpu_s") else f"{cells[h]:.0f}" for h in head
    )
    print(f"{name:24}" + "".join(f"{text:>9}" for text in texts), flush=True)


if __name__ == "__main__":
    application = QGuiApplication(["pictures", "-platform", "offscreen"])
    main(sys.argv[1:])
