"""The history as one HTML file that stands alone, for the browser, the printer and the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from app.export_words import ENGLISH, ExportWords, local_day
from app.models import BY_HAND, Annotation, Certainty, HistoryRow, Note
from app.pinyin import readings
from app.records import ThreadWithRows

# What HTML has no place for, be it escaped: controls, half surrogates, noncharacters.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LANGUAGE_TAGS = {
    "zh": "zh", "yue": "yue", "en": "en", "ja": "ja", "ko": "ko", "mixed": "zh",
}  # fmt: skip

# No script, no picture, no font, no address is ever asked for.
_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --line: #8886; --soft: #666; --mark: #c2410c; }}
@media (prefers-color-scheme: dark) {{ :root {{ --soft: #aaa; --mark: #fdba74; }} }}
body {{ font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC",
  "Microsoft YaHei", sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.6rem; }}
h2 {{ font-size: 1.15rem; margin: 2.5rem 0 0; border-bottom: 1px solid var(--line); }}
time, .about, .by-hand, .tags {{ color: var(--soft); font-size: .85rem; }}
article {{ margin: 1.2rem 0; break-inside: avoid; }}
article.reply {{ margin-left: 2rem; }}
p {{ margin: .2rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }}
.comment {{ font-size: 1.25rem; line-height: 2; }}
rt {{ font-size: .55em; color: var(--soft); padding: 0 .2em; }}
u {{ text-decoration: underline 2px var(--mark); text-underline-offset: .2em; }}
u.decoded {{ text-decoration-style: dashed; }}
u.guess {{ text-decoration-style: dotted; }}
dl {{ margin: .4rem 0 0; padding-left: .8rem; border-left: 3px solid var(--line);
  font-size: .9rem; }}
dt {{ font-weight: 600; }}
dd {{ margin: 0 0 .4rem; }}
.remark {{ font-style: italic; }}
@media print {{
  :root {{ color-scheme: light; --soft: #444; --mark: #000; }}
  @page {{ margin: 18mm; }}
  body {{ font-size: 11pt; max-width: none; margin: 0; padding: 0; }}
  h2 {{ break-after: avoid; }}
}}
</style>
</head>
<body>
<h1>{title}</h1>
"""


def html_pages(
    threads: Iterable[ThreadWithRows],
    *,
    words: ExportWords = ENGLISH,
    pinyin: bool = True,
    notes: bool = True,
    authors: bool = True,
) -> Iterator[str]:
    """Yield the document in pieces. All that was pasted or typed is escaped."""
    yield _HEAD.format(title=html_text(words.title), language=html_text(words.language))
    for thread in threads:
        day = html_text(local_day(thread.thread.created_at))
        yield f'<section>\n<h2 dir="auto">{html_text(thread.thread.title) or day}</h2>\n'
        yield f'<time datetime="{html_text(thread.thread.created_at)}">{day}</time>\n'
        for row in thread.rows:
            yield "".join(_article(row, words, pinyin, notes, authors))
        yield "</section>\n"
    yield "</body>\n</html>\n"


def html_text(text: str) -> str:
    """Return `text` escaped for HTML, also between quotes; what HTML forbids becomes U+FFFD."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


def _article(
    row: HistoryRow, words: ExportWords, pinyin: bool, notes: bool, authors: bool
) -> Iterator[str]:
    result, comment = row.result, row.result.comment
    yield '<article class="reply">\n' if comment.depth else "<article>\n"
    reply_to = f"→ {comment.reply_to}" if comment.reply_to else ""
    names = (comment.author, reply_to) if authors else ()
    about = [*names, *comment.badges, comment.posted, comment.place]
    if any(about):
        spans = " · ".join(f"<bdi>{html_text(part)}</bdi>" for part in about if part)
        yield f'<p class="about">{spans}</p>\n'
    language = _LANGUAGE_TAGS.get(result.language, "und")
    marked = _marked(comment.text, result.annotations if notes else (), pinyin)
    yield f'<p class="comment" lang="{language}" dir="auto">{marked}</p>\n'
    if result.translation is not None and result.translation.text:
        target = html_text(result.translation.target)
        yield f'<p lang="{target}" dir="auto">{html_text(result.translation.text)}</p>\n'
        if result.translation.engine == BY_HAND:
            yield f'<p class="by-hand">{html_text(words.by_hand)}</p>\n'
    if notes and result.notes:
        yield "<dl>\n"
        yield from map(_note, dict.fromkeys(result.notes))
        yield "</dl>\n"
    if row.remark:
        yield f'<p class="remark" dir="auto">{html_text(row.remark)}</p>\n'
    if row.tags or row.favourite:
        marks = ["★"] * row.favourite + [html_text("#" + tag) for tag in row.tags]
        yield f'<p class="tags">{" ".join(marks)}</p>\n'
    yield "</article>\n"


def _note(note: Note) -> str:
    said = f" <small>{html_text(note.pinyin)}</small>" if note.pinyin else ""
    literal = f" <small>“{html_text(note.literal)}”</small>" if note.literal else ""
    story = f"<br>{html_text(note.note)}" if note.note else ""
    return (
        f'<dt><span lang="zh">{html_text(note.surface)}</span>{said}{literal}</dt>\n'
        f"<dd>{html_text(note.meaning)}{story}</dd>\n"
    )


def _marked(text: str, annotations: tuple[Annotation, ...], pinyin: bool) -> str:
    """Return the comment with pinyin over its characters and what is explained underlined."""
    over = _pinyin(text) if pinyin else {}
    pieces: list[str] = []
    at = 0
    for mark in sorted(annotations, key=lambda a: (a.start, -a.end)):
        # Offsets may come from a file that somebody made: whatever they are, no text is lost.
        start, end = max(at, mark.start), min(mark.end, len(text))
        if start >= end:
            continue
        kind = "" if mark.certainty is Certainty.KNOWN else f' class="{mark.certainty}"'
        pieces += _ruby(text, at, start, over), f"<u{kind}>", _ruby(text, start, end, over), "</u>"
        at = end
    pieces.append(_ruby(text, at, len(text), over))
    return "".join(pieces)


def _ruby(text: str, start: int, end: int, over: dict[int, str]) -> str:
    return "".join(
        f"<ruby>{html_text(text[at])}<rp>(</rp><rt>{html_text(over[at])}</rt><rp>)</rp></ruby>"
        if at in over
        else html_text(text[at])
        for at in range(start, end)
    )


def _pinyin(text: str) -> dict[int, str]:
    """Return pinyin with tone marks by the place of the character."""
    return {
        word.start + at: syllable
        for word in readings(text)
        for at, syllable in enumerate(word.syllables)
    }
