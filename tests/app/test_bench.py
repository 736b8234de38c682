"""What the speed figures stand on: the thread that is translated, and the picture of them."""

from __future__ import annotations

import itertools
import statistics
from xml.etree import ElementTree

import pytest

from app.sentences import split
from tests.bench.plot import draw
from tests.bench.thread import comments

SVG = "{http://www.w3.org/2000/svg}"


def test_thread_does_not_repeat() -> None:
    thread = comments(2_000)
    assert len(set(thread)) == 2_000
    pieces = [piece.text for text in thread for piece in split(text, len)]
    # What comes twice is translated once; a thread that repeats would flatter the program.
    assert len(set(pieces)) > 0.9 * len(pieces)


def test_thread_is_as_long_as_real_comments() -> None:
    lengths = sorted(map(len, comments(2_000)))
    assert 12 <= statistics.median(lengths) <= 20
    assert 30 <= lengths[1_800] <= 60
    assert lengths[-1] > 100


def test_thread_begins_the_same_whatever_its_length() -> None:
    assert comments(500)[:100] == comments(100)


def lines() -> dict[str, dict[int, float]]:
    return {
        "argostranslate": {1: 0.0125, 100: 1.25},
        "bare": {1: 0.01, 100: 0.3, 1000: 3.0},
        "program": {1: 0.012, 100: 0.5, 1000: 3.5},
    }


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_plot_names_everyone_and_the_ratio_where_their_line_ends() -> None:
    said = texts(draw(lines(), "Time", "here & now"))
    assert {"argostranslate", "bare CTranslate2", "Pinglun", "Time", "here & now"} <= set(said)
    assert "2.5×" in said


def test_plot_of_the_first_measurement_can_be_drawn() -> None:
    assert "Pinglun" in texts(draw({"program": {1: 0.01}}, "", ""))


def test_plot_without_argostranslate_has_no_ratio() -> None:
    shown = lines()
    del shown["argostranslate"]
    assert not any("×" in text for text in texts(draw(shown, "", "")))


@pytest.mark.parametrize("name", ["argostranslate", "bare", "program"])
def test_plot_keeps_lines_inside_the_picture(name: str) -> None:
    root = ElementTree.fromstring(draw(lines(), "", ""))
    group = next(g for g in root.iter(f"{SVG}g") if g.get("class") == name)
    heights = [float(c.get("cy", "nan")) for c in group.iter(f"{SVG}circle")]
    assert len(heights) == len(lines()[name])
    assert heights == sorted(heights, reverse=True)
    assert all(56 <= y <= 372 for y in heights)


def test_plot_labels_do_not_lie_on_each_other() -> None:
    close = {"bare": {1: 1.0, 10: 9.9}, "engine": {1: 1.0, 10: 10.0}, "program": {1: 1.0, 10: 10.1}}
    root = ElementTree.fromstring(draw(close, "", ""))
    heights = sorted(
        float(text.get("y", "nan"))
        for text in root.iter(f"{SVG}text")
        if text.get("class") == "name"
    )
    assert min(b - a for a, b in itertools.pairwise(heights)) >= 15
