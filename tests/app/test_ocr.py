"""What happens around the networks: slices, boxes, sizes, hearts, spelling, cancelling."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import ocr
from app.engine import Cancelled
from app.errors import UserError
from app.ocr_boxes import Box, boxes
from app.ocr_pixels import after_icon, contrast, holds_picture, resized


def blank(height: int, width: int) -> np.ndarray:
    return np.full((height, width, 3), 255, dtype=np.uint8)


@pytest.fixture(scope="module")
def engine() -> ocr.Ocr:
    return ocr.Ocr()


@settings(deadline=None)
@given(st.integers(16, 4000), st.integers(16, 40_000))
def test_slices_cover_a_picture_and_each_line_counts_once(width: int, height: int) -> None:
    cuts = list(ocr._slices(width, height))
    assert cuts[0].start == 0
    assert cuts[-1].end == height
    assert all(b.start < a.end for a, b in pairwise(cuts))
    for y in (0.0, height / 3, height / 2, height - 0.5):
        inside = [c for c in cuts if c.first <= y < c.last]
        assert len(inside) == 1
        assert inside[0].start <= y <= inside[0].end


@settings(deadline=None)
@given(st.integers(16, 4000), st.integers(16, 40_000))
def test_no_slice_is_larger_than_memory_allows(width: int, height: int) -> None:
    for cut in ocr._slices(width, height):
        searched = width * cut.scale * (cut.end - cut.start) * cut.scale
        assert searched <= 2000 * 1000


def test_regions_of_the_map_become_lines_grown_to_their_height() -> None:
    probability = np.zeros((100, 300), dtype=np.float32)
    probability[20:28, 50:250] = 0.9
    probability[60:68, 50:150] = 0.9
    probability[60:68, 180:250] = 0.4  # seen, but not surely
    probability[90:92, 10:12] = 1.0  # dust
    first, second = boxes(probability)
    assert first.top < 20
    assert first.bottom > 28
    assert first.left < 50
    assert first.right > 250
    assert first.height == pytest.approx(8 + 2 * 8 * 200 * 1.6 / (2 * 208))
    assert (second.top > first.bottom, second.right < 180) == (True, True)


def test_bent_regions_stay_one() -> None:
    probability = np.zeros((40, 40), dtype=np.float32)
    probability[5:35, 5:10] = probability[5:35, 30:35] = probability[30:35, 5:35] = 1.0
    probability[5:30, 10:30] = 0.29  # below the core, so the U stays open, but counted in its mean
    assert len(boxes(probability)) == 1


def test_resizing_keeps_colours_and_takes_means() -> None:
    picture = np.zeros((40, 60, 3), dtype=np.uint8)
    picture[:, 30:] = (200, 100, 50)
    small = resized(picture, 30, 20)
    assert small.shape == (20, 30, 3)
    assert small[5, 25] == pytest.approx([200, 100, 50])
    assert small[5, 3] == pytest.approx([0, 0, 0])
    assert small.mean() == pytest.approx(picture.mean(), rel=0.05)
    large = resized(picture, 120, 80)
    assert large[40, 100] == pytest.approx([200, 100, 50])


def drawing(*blobs: tuple[int, int, int, int]) -> np.ndarray:
    crop = np.full((48, 200, 3), 255, dtype=np.float32)
    for left, right, top, bottom in blobs:
        crop[top:bottom, left:right] = 100
    return crop


def test_a_heart_before_a_count_is_found() -> None:
    digits = ((60, 75, 10, 38), (80, 95, 10, 38))
    assert after_icon(drawing((10, 40, 8, 40), *digits)) == 60
    # The box may begin inside the heart.
    assert after_icon(drawing((0, 6, 12, 30), *digits)) == 60
    assert after_icon(drawing((3, 9, 2, 46), *digits)) == 60
    assert after_icon(drawing(*digits)) == 0
    assert after_icon(drawing((10, 40, 8, 40))) is None
    assert after_icon(drawing((10, 25, 8, 40))) == 0
    assert after_icon(drawing()) is None


def test_an_emoji_is_seen_in_a_line_and_coloured_letters_are_none() -> None:
    crop = drawing((10, 12, 10, 38), (20, 22, 10, 38))
    assert not holds_picture(crop)
    crop[:, :, 0] = np.where(crop[:, :, 1] < 200, 255, crop[:, :, 0])
    assert not holds_picture(crop)
    crop[8:40, 60:92] = (250, 200, 40)
    assert holds_picture(crop)
    assert not holds_picture(crop[:, :10])


def test_contrast_tells_grey_from_black() -> None:
    black, grey = drawing(), drawing()
    black[10:20] = 0
    grey[10:20] = 150
    assert contrast(black) == pytest.approx(1.0)
    assert contrast(grey) == pytest.approx(105 / 255)


def test_an_empty_picture_has_no_lines(engine: ocr.Ocr) -> None:
    told: list[float] = []
    assert engine.read(blank(400, 400), told.append) == ()
    assert told[-1] == 1.0


def test_a_drawn_bar_is_no_text_but_does_no_harm(engine: ocr.Ocr) -> None:
    picture = blank(64, 64)
    picture[:32] = 0
    assert len(engine.read(picture)) <= 1


def test_cancelling_is_heard_between_slices(engine: ocr.Ocr) -> None:
    told: list[float] = []
    with pytest.raises(Cancelled):
        engine.read(blank(5000, 400), told.append, lambda: len(told) >= 1)
    assert len(told) == 1


def test_letters_are_read_without_repeats_and_blanks(engine: ocr.Ocr) -> None:
    a, b = engine._letters.index("好"), engine._letters.index("的")
    scores = np.zeros((7, len(engine._letters)), dtype=np.float32)
    for step, letter in enumerate([0, a, a, 0, a, b, len(engine._letters) - 1]):
        scores[step, letter] = 0.9
    assert engine._spell(scores) == ("好好的", pytest.approx(0.9))


def test_boxes_share_what_they_share() -> None:
    box = Box(0, 0, 10, 10)
    assert box.shared(Box(5, 0, 15, 10)) == 0.5
    assert box.shared(Box(2, 2, 4, 4)) == 1.0
    assert box.shared(Box(20, 0, 30, 10)) == 0.0
    assert box.shared(Box(5, 5, 5, 5)) == 0.0


def test_without_its_parts_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "_models", lambda: None)
    assert not ocr.available()
    with pytest.raises(UserError, match=r"run\.py") as caught:
        ocr.Ocr()
    assert caught.value.code == "pictures-missing"


def test_nothing_heavy_is_loaded_before_the_first_picture() -> None:
    probe = (
        "import sys, app.ocr, app.picture_layout;"
        "app.ocr.available();"
        "print([m for m in ('onnxruntime', 'cv2', 'PySide6', 'PIL', 'requests') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
