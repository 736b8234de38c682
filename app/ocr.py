"""Text read off a picture, offline: lines with their places and how sure each of them is.

The networks are PP-OCRv6 (Apache 2.0) as the `rapidocr` wheel carries them. As with Argos, only the
files are used: RapidOCR's own code would bring OpenCV and eight more libraries, and can download;
here onnxruntime runs the two networks and numpy does the rest. Nothing is loaded before the first
picture, and nothing is ever fetched.

A picture of any height is read in slices that overlap, each no larger than `_SLICE`; memory and the
time until a cancel is heard depend on a slice, not on the picture.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from app.engine import Cancelled
from app.errors import UserError
from app.ocr_boxes import Box, boxes
from app.ocr_pixels import Map, Pixels, after_icon, contrast, holds_picture, resized

if TYPE_CHECKING:
    import onnxruntime

_DETECTOR = "PP-OCRv6_det_small.onnx"
_RECOGNISER = "PP-OCRv6_rec_small.onnx"
_PHONE = 736  # px; a phone's picture is searched at this width: 15 px letters and more
_WIDEST = 1920
_LEAST = 480
_SLICE = 832  # px of height of the searched picture
_OVERLAP = 128  # px; two lines and more
_HEIGHT = 48  # px; what the recogniser takes
_LONGEST = 3200  # px of a line at that height, some 70 characters
_BATCH = 2400  # px of line read between two looks at cancel
_MOST_THREADS = 4
_MARGIN = 4  # px left before a count whose heart was cut off
_SURE_COUNT = 0.9
_UNREAD = 0.5  # the most for a line with an emoji that was not read
# What is colourful and was read: emoji, and the badge behind a name.
_COLOURED = re.compile(
    r"[\u2600-\u27bf\U0001f000-\U0001faff]|(?:作者|置顶|首评|热评|好友|关注|Author|Pinned)\S*$"
)
# What a heart with a count, or a heart alone, is read as.
_AMOUNT = re.compile(r"[\d.,万萬千wWkK+\W√vVO口小卡七]{1,8}")


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line as it stands in the picture.

    `confidence` is that of its least sure letter, `contrast` how far their colour is from what lies
    behind them; both 0 to 1. A line with an emoji that was not read is no sure one.
    """

    text: str
    box: Box
    confidence: float
    contrast: float = 1.0


def available() -> bool:
    """Say whether what reads pictures is installed; imports nothing."""
    return _models() is not None and importlib.util.find_spec("onnxruntime") is not None


def _models() -> Path | None:
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(spec.submodule_search_locations[0]) / "models"
    return folder if (folder / _DETECTOR).is_file() and (folder / _RECOGNISER).is_file() else None


class Ocr:
    """The two networks. Belongs to one thread."""

    def __init__(self) -> None:
        """Load the networks; about half a second, and 100 MB.

        Raises UserError "pictures-missing" where they are not installed.
        """
        folder = _models()
        if folder is None or not available():
            raise UserError(
                "pictures-missing",
                "What reads pictures is not installed.",
                "Start Pinglun once with: python3 run.py",
            )
        import onnxruntime

        onnxruntime.disable_telemetry_events()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(_MOST_THREADS, os.cpu_count() or 1)
        # Both would keep memory for every length of line that was ever read.
        options.enable_cpu_mem_arena = False
        options.enable_mem_pattern = False
        options.log_severity_level = 3
        self._detector = self._session(onnxruntime, folder / _DETECTOR, options)
        self._recogniser = self._session(onnxruntime, folder / _RECOGNISER, options)
        letters = self._recogniser.get_modelmeta().custom_metadata_map["character"]
        # The first class is the blank between letters, the last one the space.
        self._letters = ["", *letters.split("\n"), " "]

    @staticmethod
    def _session(library: Any, path: Path, options: Any) -> onnxruntime.InferenceSession:
        return library.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def read(
        self,
        pixels: Pixels,
        on_progress: Callable[[float], None] = lambda _share: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[TextLine, ...]:
        """Return the lines of a picture from top to bottom.

        `on_progress` is told the share that is done, 0 to 1, after each slice. Raises Cancelled
        within one network run of `cancelled` turning true.
        """
        lines: list[TextLine] = []
        cuts = list(_slices(pixels.shape[1], pixels.shape[0]))
        for number, cut in enumerate(cuts):
            _heed(cancelled)
            part = pixels[cut.start : cut.end]
            found = [
                box
                for box in self._find(part, cut.scale)
                if cut.first <= box.middle + cut.start < cut.last
            ]
            done = 0
            for batch in _batches(found):
                _heed(cancelled)
                for line in self._recognise(part, batch):
                    line = replace(line, box=line.box.lowered(cut.start))
                    if not any(line.box.shared(other.box) > 0.6 for other in lines[-40:]):
                        lines.append(line)
                done += len(batch)
                on_progress((number + 0.4 + 0.6 * done / len(found)) / len(cuts))
            on_progress((number + 1) / len(cuts))
        return tuple(sorted(lines, key=lambda line: (line.box.top, line.box.left)))

    def _find(self, part: Pixels, scale: float) -> list[Box]:
        high = max(32, round(part.shape[0] * scale / 32) * 32)
        wide = max(32, round(part.shape[1] * scale / 32) * 32)
        small = resized(part, wide, high)
        result = self._detector.run(None, {"x": _normal(small[None, :, :, ::-1])})
        down, across = part.shape[0] / high, part.shape[1] / wide
        return [
            Box(box.left * across, box.top * down, box.right * across, box.bottom * down)
            for box in boxes(np.asarray(result[0], dtype=np.float32)[0, 0])
        ]

    def _recognise(self, part: Pixels, batch: Sequence[Box]) -> Iterator[TextLine]:
        crops = [_crop(part, box) for box in batch]
        again: list[tuple[Box, Map]] = []
        for box, crop, (text, confidence) in zip(batch, crops, self._texts(crops), strict=True):
            # A count that was read surely has no heart in it.
            doubtful = confidence < _SURE_COUNT and _AMOUNT.fullmatch(text)
            start = after_icon(crop) if doubtful else 0
            if start:
                left = box.left + (start - _MARGIN) * box.width / crop.shape[1]
                rest = np.ascontiguousarray(crop[:, max(0, start - _MARGIN) :])
                again.append((Box(left, box.top, box.right, box.bottom), rest))
            elif text and start is not None:
                if holds_picture(crop) and not _COLOURED.search(text):
                    confidence = min(confidence, _UNREAD)
                yield TextLine(text, box, confidence, contrast(crop))
        if again:
            texts = self._texts([crop for _, crop in again])
            for (box, crop), (text, confidence) in zip(again, texts, strict=True):
                if text:
                    yield TextLine(text, box, confidence, contrast(crop))

    def _texts(self, crops: Sequence[Map]) -> list[tuple[str, float]]:
        """Read crops of the recogniser's height, padded to one width."""
        width = max(crop.shape[1] for crop in crops)
        block = np.full((len(crops), _HEIGHT, width, 3), 127.5, dtype=np.float32)
        for i, crop in enumerate(crops):
            block[i, :, : crop.shape[1]] = crop
        result = self._recogniser.run(None, {"x": _normal(block[..., ::-1])})
        return [self._spell(scores) for scores in np.asarray(result[0], dtype=np.float32)]

    def _spell(self, scores: Map) -> tuple[str, float]:
        """Read the letters of a line: the best class a step, repeats and blanks left out (CTC)."""
        best = scores.argmax(axis=1)
        kept = (best != 0) & (np.concatenate(([True], best[1:] != best[:-1])))
        text = "".join(self._letters[i] for i in best[kept])
        # Whether there is a space is often doubtful and hardly ever matters.
        letters = kept & (best != len(self._letters) - 1)
        if not letters.any():
            return "", 0.0
        return text.strip(), float(scores.max(axis=1)[letters].min())


def _heed(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise Cancelled


def _normal(block: Map) -> Map:
    """Return pictures as the networks take them: channels first, from -1 to 1."""
    return np.ascontiguousarray(block.transpose(0, 3, 1, 2)) / np.float32(127.5) - np.float32(1)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A slice of a picture: its rows, the heights between which its lines count, the scale."""

    start: int
    end: int
    first: float
    last: float
    scale: float


def _slices(width: int, height: int) -> Iterator[_Cut]:
    """Yield the slices; a line counts in the one in which it lies farther from the cut."""
    wanted = _PHONE if height > width else _WIDEST
    scale = wanted / width if width > wanted else 1.0
    if width < _LEAST:
        scale = min(2.0, _PHONE / width)
    high, overlap = round(_SLICE / scale), round(_OVERLAP / scale)
    start = 0
    while True:
        end = min(height, start + high)
        # A last slice of a few lines is not worth its own run.
        if height - end < overlap:
            end = height
        first = start + overlap / 2 if start else 0.0
        last = end - overlap / 2 if end < height else float("inf")
        yield _Cut(start, end, first, last, scale)
        if end == height:
            return
        start = end - overlap


def _batches(found: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield boxes in groups of similar length, each small enough to be read in one go."""
    batch: list[Box] = []
    for box in sorted(found, key=lambda b: b.width / max(1.0, b.height)):
        if batch and _length(box) * (len(batch) + 1) > _BATCH:
            yield batch
            batch = []
        batch.append(box)
    if batch:
        yield batch


def _length(box: Box) -> int:
    return min(_LONGEST, max(16, round(_HEIGHT * box.width / max(1.0, box.height))))


def _crop(part: Pixels, box: Box) -> Map:
    top, left = int(box.top), int(box.left)
    bottom, right = max(top + 1, round(box.bottom)), max(left + 1, round(box.right))
    return resized(part[top:bottom, left:right], _length(box), _HEIGHT)
