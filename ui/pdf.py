"""The history as PDF: the standalone HTML export, set on pages one comment at a time.

Qt's rich text knows neither ruby nor most of CSS, so characters with pinyin over them are objects
that we draw, and the style sheet is one of ours. A comment is not torn apart unless it is longer
than a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from html import unescape
from pathlib import Path

from PySide6.QtCore import (
    QEventLoop,
    QIODevice,
    QMarginsF,
    QPointF,
    QRectF,
    QSaveFile,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QPyTextObject,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.errors import UserError
from ui.qtext import places_of

_DPI = 300
_MARGIN_MM = 18.0
_POINTS = 14  # of a comment, as in the style sheet
_STYLE = """
h1 { font-size: 18pt; }
h2 { font-size: 13pt; margin-top: 16px; }
time, .about, .by-hand, .tags { color: #555; font-size: 9pt; }
p { margin: 2px 0; white-space: pre-wrap; }
div { margin: 10px 0; }
div.reply { margin-left: 28px; }
.comment { font-size: 14pt; }
dl { font-size: 10pt; margin: 4px 0; }
dt { font-weight: 600; }
.remark { font-style: italic; }
"""
# Markup only: in what was pasted or typed every < is escaped.
_MARKUP = (
    ('<article class="reply">', '<div class="reply">'),
    ("<article>", "<div>"),
    ("</article>", "</div>"),
)
_RUBY = re.compile("<ruby>(.*?)<rp>\\(</rp><rt>(.*?)</rt><rp>\\)</rp></ruby>")
_PLACE = "\ufffc"  # what Qt takes for an object; in what was pasted it stands for nothing
_OBJECT = QTextFormat.ObjectTypes.UserObject + 1
_CHARACTER, _PINYIN = QTextFormat.Property.UserProperty + 1, QTextFormat.Property.UserProperty + 2
_SMALL = 0.5  # of the size of the characters


def write_pdf(
    html: Path,
    path: Path,
    title: str,
    font: QFont,
    *,
    progress: Callable[[int], None] = lambda _comments: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> int:
    """Set an HTML export on A4 pages; return how many comments were written. Any thread may call.

    `font` gives the families; sizes are for print. When `cancelled` turns true 0 is returned and
    what was at `path` before stays, as it does on failure. Raises UserError "export-unwritable".
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _unwritable(path, file.errorString())
    writer = QPdfWriter(file)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Pinglun")
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    pages = _Pages(writer, font)
    written = 0
    stopped = False
    with html.open(encoding="utf-8", newline="\n") as lines:
        for comments, piece in _pieces(lines):
            stopped = cancelled()
            if stopped:
                break
            pages.add(piece)
            written += comments
            progress(written)
    pages.end()
    if stopped:
        file.cancelWriting()
        return 0
    if not file.commit():
        raise _unwritable(path, file.errorString())
    return written


def _unwritable(path: Path, why: str) -> UserError:
    return UserError(
        "export-unwritable",
        "{path} could not be written: {reason}.",
        "Choose another folder, or free some space on the disk.",
        path=path,
        reason=why,
    )


def _pieces(lines: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield comments as (1, HTML), with the headings that stand before each; then any rest."""
    body = iter(lines)
    for line in body:
        if line == "<body>\n":
            break
    kept: list[str] = []
    for line in body:
        if line in ("</section>\n", "<section>\n", "</body>\n", "</html>\n"):
            continue
        kept.append(line)
        if line == "</article>\n":
            yield 1, "".join(kept)
            kept.clear()
    if kept:
        yield 0, "".join(kept)


class _Ruby(QPyTextObject):
    """Draws a character with its pinyin over it; the character stands on the line."""

    def __init__(self, device: QPdfWriter, font: QFont) -> None:
        super().__init__()
        self._fonts = QFont(font), QFont(font)
        for one, points in zip(self._fonts, (_POINTS, _POINTS * _SMALL), strict=True):
            one.setPointSizeF(points)
        self._metrics = [QFontMetricsF(one, device) for one in self._fonts]

    @lru_cache(maxsize=8192)  # noqa: B019 - lives as long as one export
    def _size(self, character: str, pinyin: str) -> QSizeF:
        large, small = self._metrics
        over = small.horizontalAdvance(pinyin + "  ")
        width = max(large.horizontalAdvance(character), over)
        return QSizeF(width, large.ascent() + small.height())

    def intrinsicSize(self, document: QTextDocument, place: int, format: QTextFormat) -> QSizeF:
        return self._size(format.property(_CHARACTER), format.property(_PINYIN))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF,
        document: QTextDocument,
        place: int,
        format: QTextFormat,
    ) -> None:
        top = rect.top() + self._metrics[1].ascent()
        texts = (format.property(_CHARACTER), "#000000", rect.bottom()), (
            format.property(_PINYIN), "#555555", top,
        )  # fmt: skip
        for (text, colour, base), font, metrics in zip(
            texts, self._fonts, self._metrics, strict=True
        ):
            x = rect.x() + (rect.width() - metrics.horizontalAdvance(text)) / 2
            painter.setFont(font)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(x, base), text)
        if format.toCharFormat().fontUnderline():
            thick = rect.height() / 24
            line = QRectF(rect.x(), rect.bottom() + 2 * thick, rect.width(), thick)
            painter.fillRect(line, QColor("#000000"))


def _set_ruby(document: QTextDocument, over: Sequence[tuple[str, str]]) -> None:
    """Put characters with pinyin in their places, which were left in the text in this order."""
    places = places_of(_PLACE, document.toRawText())
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for place, (character, pinyin) in zip(places, over, strict=True):
        cursor.setPosition(place)
        cursor.setPosition(place + 1, QTextCursor.MoveMode.KeepAnchor)
        format = cursor.charFormat()
        format.setObjectType(_OBJECT)
        format.setProperty(_CHARACTER, character)
        format.setProperty(_PINYIN, pinyin)
        cursor.setCharFormat(format)
    cursor.endEditBlock()


class _Pages:
    """Pages that are filled from the top; each has its number at the foot."""

    def __init__(self, writer: QPdfWriter, font: QFont) -> None:
        self._writer = writer
        self._font = QFont(font)
        self._font.setPointSizeF(11)
        self._small = QFont(font)
        self._small.setPointSizeF(8)
        self._ruby = _Ruby(writer, self._font)
        self._painter = QPainter(writer)
        self._width = float(writer.width())
        self._foot = writer.logicalDpiY() / 3
        self._height = writer.height() - self._foot
        self._number = 1
        self._y = 0.0
        # Long texts start timers, which a thread without a dispatcher warns about; this makes one.
        self._events = QEventLoop()

    def add(self, html: str) -> None:
        """Put a piece below what is there, or on the next page if it does not fit."""
        for old, new in _MARKUP:
            html = html.replace(old, new)
        over = [(unescape(one), unescape(other)) for one, other in _RUBY.findall(html)]
        html = _RUBY.sub(_PLACE, html.replace(_PLACE, "\ufffd"))
        document = QTextDocument()
        document.setDefaultFont(self._font)
        document.setDefaultStyleSheet(_STYLE)
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self._writer)
        document.documentLayout().registerHandler(_OBJECT, self._ruby)
        document.setHtml(html)
        _set_ruby(document, over)
        document.setTextWidth(self._width)
        tall = document.size().height()
        if self._y and "<h2 " in html:
            self._y += self._writer.logicalDpiY() / 8
        if self._y and self._y + tall > self._height:
            self._next()
        if tall <= self._height:
            self._draw(document, 0.0, tall)
            self._y += tall + self._writer.logicalDpiY() / 12
            return
        document.setPageSize(QSizeF(self._width, self._height))
        for page in range(document.pageCount()):
            if page:
                self._next()
            self._draw(document, page * self._height, self._height)
        self._y = self._height

    def end(self) -> None:
        """Finish the last page."""
        self._number_page()
        self._painter.end()

    def _draw(self, document: QTextDocument, top: float, height: float) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        # Paper is white, whatever theme the window has.
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        context.clip = QRectF(0, top, self._width, height)
        self._painter.save()
        self._painter.translate(0, self._y - top)
        self._painter.setClipRect(context.clip)
        document.documentLayout().draw(self._painter, context)
        self._painter.restore()

    def _next(self) -> None:
        self._number_page()
        self._writer.newPage()
        self._number += 1
        self._y = 0.0

    def _number_page(self) -> None:
        self._painter.setFont(self._small)
        self._painter.setPen(Qt.GlobalColor.darkGray)
        foot = QRectF(0, self._height, self._width, self._foot)
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        self._painter.drawText(foot, centre, str(self._number))
