"""What is taken for a picture, and what is refused before it can do harm."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from app.errors import UserError
from ui import picture_file
from ui.picture_file import Source, is_picture, pictures_in, pixels


@pytest.fixture
def image() -> QImage:
    made = QImage(33, 20, QImage.Format.Format_RGB32)
    made.fill(QColor("#102030"))
    made.setPixelColor(32, 19, QColor("#FF0000"))
    return made


def code(source: Source) -> str:
    with pytest.raises(UserError) as caught:
        source.load()
    assert caught.value.remedy
    return caught.value.code


def png(width: int, height: int) -> bytes:
    """Return a PNG whose header promises a size and whose data hold almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


def test_pixels_are_what_was_drawn_and_outlive_the_picture(image: QImage) -> None:
    array = pixels(Source(image=image).load())
    assert array.shape == (20, 33, 3)
    assert array[0, 0].tolist() == [0x10, 0x20, 0x30]
    assert array[19, 32].tolist() == [255, 0, 0]
    assert array.dtype == np.uint8


def test_what_shows_through_is_white() -> None:
    clear = QImage(20, 20, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    assert pixels(Source(image=clear).load()).min() == 255


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "bmp"])
def test_usual_files_are_read(image: QImage, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a.{suffix}"
    assert image.save(str(path))
    assert pixels(Source(path=path).load()).shape == (20, 33, 3)


def test_a_bomb_is_refused_by_its_header(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png(100_000, 100_000))
    assert code(Source(path=path)) in ("picture-too-large", "picture-unreadable")
    path.write_bytes(png(8_000, 8_000))
    assert code(Source(path=path)) == "picture-too-large"


def test_large_files_are_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_file, "LARGEST_FILE", 10)
    path = tmp_path / "a.png"
    path.write_bytes(png(20, 20))
    assert code(Source(path=path)) == "picture-too-large"


@pytest.mark.qt_log_ignore("JPEG datastream", extend=True)
def test_what_is_no_picture_is_refused(tmp_path: Path, image: QImage) -> None:
    path = tmp_path / "a.png"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg' width='50' height='50'/>")
    assert code(Source(path=path)) == "picture-unreadable"
    assert code(Source(path=tmp_path / "missing.png")) == "picture-unreadable"
    assert image.save(str(tmp_path / "whole.jpg"))
    path.write_bytes((tmp_path / "whole.jpg").read_bytes()[:120])
    assert code(Source(path=path)) == "picture-unreadable"
    assert code(Source(image=image.copy(0, 0, 5, 5))) == "picture-too-small"


def test_pictures_of_a_clipboard_or_drop(image: QImage, tmp_path: Path) -> None:
    mime = QMimeData()
    assert pictures_in(mime) == []
    mime.setImageData(image)
    assert len(pictures_in(mime)) == 1
    mime.setText("https://example.com/a.png")
    assert len(pictures_in(mime)) == 1
    mime.setText("蹲一个链接")
    assert pictures_in(mime) == []
    files = QMimeData()
    files.setUrls(
        [QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.PNG", "b.jpg", "c.txt")]
    )
    assert [source.path.name for source in pictures_in(files) if source.path] == ["a.PNG", "b.jpg"]
    files.setUrls([QUrl("https://example.com/a.png")])
    assert pictures_in(files) == []


def test_pictures_that_cannot_be_read_are_not_taken_for_text(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.HEIC"
    path.write_bytes(b"\0\0\0 ftypheic" + bytes(100))
    assert is_picture(path)
    assert code(Source(path=path)) == "picture-unreadable"
