"""Pasted text as comments: a whole copied thread, several lines, or one comment.

A thread is recognised by its time lines, never by its wording alone, and only in a recognised
thread may a line be anything but comment text. There a comment is

    author, badges | text over any number of lines | badges | time, place | likes | replies, 回复

and what stands between the author and the time is text even if it says 赞, 广东 or 2025. Lines that
belong to the page (展开 12 条回复, 共 123 条评论, - THE END -) are left out only where the page has
them: between two comments.

Without a thread each line is a comment, unless lines read on into each other (see `_flows`) or
blank lines part the comments (see `_plain`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from app import paste_lines as lines
from app.models import Comment

# No name, time or button of the platform is longer.
_LONGEST_LABEL = 60
_INDENT = re.compile(r"(?:\t| {2,}|\u3000+)|[ \u3000]*[↳└┗╰]")
_ITEM = re.compile(r"(?:\d{1,2}[.、)）]|[①-⑳]|[-•·▪✅☑]|第[一二三四五六七八九十]+)\s?\S")
_READS_ON = re.compile(r"[，、,：:；;—（(“「/&+]$")
_ENDS = re.compile(r"[。！？!?….~～」”)）\]]$")


@dataclass(slots=True)
class _Draft:
    """A comment while its lines are being read."""

    body: list[str] = field(default_factory=list)
    meta: lines.Meta | None = None
    place: str = ""
    likes: str | None = None
    replies: int = 0
    button: bool = False
    folded: int | None = None
    badges: list[str] = field(default_factory=list)
    is_post: bool = False


def parse(text: str) -> tuple[Comment, ...]:
    """Read what was pasted; every visible line of it is in some field of some comment.

    Only in a recognised thread do the platform's own buttons and labels vanish. Text of any size is
    read in time in proportion to its length; text without anything visible gives no comments.
    """
    text = lines.clean(text)
    rows = text.split("\n")
    drafts = _drafts(rows) if lines.may_hold_times(text) else None
    if drafts is None:
        return tuple(_single(body, i) for i, body in enumerate(_plain(rows)))
    return tuple(replace(comment, ordinal=i) for i, comment in enumerate(_thread(drafts)))


def parse_line(line: str, ordinal: int = 0) -> Comment:
    """Return one line as a comment, its wording unread; only what cannot be seen is left out."""
    return Comment(lines.clean(line).replace("\n", " ").strip(), ordinal=ordinal)


def _drafts(rows: Sequence[str]) -> list[_Draft] | None:
    """Cut a copied thread into its comments; None if this is no copied thread."""
    shown = [row for row in rows if not lines.is_blank(row)]
    labels = [lines.label(row) if len(row) <= _LONGEST_LABEL else "" for row in shown]
    metas = [lines.meta(name) if name else None for name in labels]
    if not any(metas):
        return None
    drafts: list[_Draft] = []
    pending: list[str] = []
    buttons = any(map(lines.is_button, labels)) or any(m and m.reply for m in metas)
    timed = False
    i = 0
    while i < len(shown):
        name, meta = labels[i], metas[i]
        if not pending and lines.is_chrome(name):
            if drafts:
                _note_chrome(drafts[-1], name)
        elif not timed and lines.is_header(name):
            # What stands above the comments is the post itself.
            drafts.append(_Draft(pending, is_post=True))
            pending = []
        elif meta and pending and not (len(pending) == 1 and i + 1 < len(shown) and metas[i + 1]):
            draft = _Draft(pending, meta)
            pending = []
            i = _tail(draft, labels, i + 1, buttons)
            drafts.append(draft)
            timed = True
            continue
        else:
            pending.append(shown[i])
        i += 1
    if pending:
        drafts.append(_Draft(pending))
    return drafts if _is_thread(drafts, first_is_time=metas[0] is not None) else None


def _tail(draft: _Draft, labels: Sequence[str], i: int, buttons: bool) -> int:
    """Read the lines below a comment's time; return where the next comment starts."""
    assert draft.meta is not None
    draft.place = draft.meta.place
    draft.likes = draft.meta.likes or None
    draft.button, draft.replies = draft.meta.reply, draft.meta.replies
    counted = False
    while i < len(labels):
        name = labels[i]
        if not draft.place and draft.likes is None and lines.place(name):
            draft.place = lines.place(name)
        elif not draft.button and lines.is_button(name):
            draft.button = True
        elif draft.likes is None and (count := lines.likes(name)) is not None:
            draft.likes, draft.replies = count[0], draft.replies or count[1]
        elif buttons and not draft.button and not counted and name.isdecimal() and len(name) < 6:
            # The website shows the number of replies where it otherwise says 回复.
            draft.replies = int(name)
            counted = True
        elif not draft.button and draft.body[1:] and lines.is_badge(name):
            draft.badges.append(name)
        elif lines.is_chrome(name):
            _note_chrome(draft, name)
        else:
            break
        i += 1
    return i


def _note_chrome(draft: _Draft, name: str) -> None:
    folded = lines.expands(name)
    if folded is not None:
        draft.folded = folded
    # The date of a post has no button and no likes beside it; a comment's has.
    bare = not draft.button and draft.likes is None
    draft.is_post = draft.is_post or (bare and lines.is_header(name))


def _is_thread(drafts: Sequence[_Draft], *, first_is_time: bool) -> bool:
    """Say whether the cut proves a thread and is not a diary, or chat about times."""
    timed = [d for d in drafts if d.meta is not None]
    if any(d.meta and (d.place or d.button) for d in timed):
        return True
    whole = [d for d in timed if len(d.body) >= 2]
    extras = [d for d in whole if d.likes is not None or d.folded is not None or d.is_post]
    if extras or any(lines.is_badge(lines.label(d.body[1])) for d in whole):
        return True
    strong = [d for d in whole if d.meta and not d.meta.weak]
    if first_is_time or not strong:
        return False
    return len(whole) >= 2 or (
        drafts[-1] is whole[0] and len(whole[0].body) <= 3 and _is_name(whole[0].body[0])
    )


def _is_name(row: str) -> bool:
    return len(row.strip()) <= 24 and not re.search(r"[，。！？!?：:；]", row)


def _thread(drafts: Sequence[_Draft]) -> list[Comment]:
    kept = [draft for draft in drafts if draft.body]
    authors = frozenset(c.author for c in map(_comment, kept) if c.author)
    comments = [_comment(draft, authors) for draft in kept]
    for i, draft in enumerate(kept):
        for j in _answers(kept, i, draft.replies):
            if comments[j].depth == 0:
                to = comments[j].reply_to or comments[i].author
                comments[j] = replace(comments[j], depth=1, reply_to=to)
    return comments


def _answers(drafts: Sequence[_Draft], i: int, count: int) -> range:
    """Return which comments answer comment `i`, where its reply count proves it.

    The page shows the first answers and folds the rest: what is shown and what "展开 N 条回复"
    counts must add up to the number under the comment.
    """
    if count == 1 and i + 1 < len(drafts):
        return range(i + 1, i + 2)
    for j in range(i + 1, min(i + 1 + count, len(drafts), i + 20)):
        folded = drafts[j].folded
        if folded is not None:
            return range(i + 1, j + 1) if j - i + folded == count else range(0)
    return range(0)


def _comment(draft: _Draft, known: frozenset[str] = frozenset()) -> Comment:
    """Read author, badges and text from a draft's lines; `known` names may be answered."""
    body = draft.body
    author, to, badges = "", "", []
    depth = 0
    if len(body) >= 2 and not draft.is_post:
        start, end = 0, len(body)
        while end - start > 2 and lines.is_badge(lines.label(body[start])):
            badges.append(lines.label(body[start]))
            start += 1
        first = body[start]
        start += 1
        depth = 1 if _INDENT.match(first) else 0
        author, beside = lines.split_badges(lines.label(first).lstrip("↳└┗╰ "))
        author, to = lines.split_names(author)
        badges += beside
        while end - start > 1 and lines.is_badge(lines.label(body[start])):
            badges.append(lines.label(body[start]))
            start += 1
        closing: list[str] = []
        while end - start > 1 and lines.is_badge(lines.label(body[end - 1])):
            end -= 1
            closing.append(lines.label(body[end]))
        badges += closing[::-1] + draft.badges
        body = body[start:end]
    text = "\n".join(row.strip() for row in body)
    reply = lines.split_reply(text, known)
    if reply is not None:
        to, text = reply
    return Comment(
        text=text,
        author=author,
        posted=draft.meta.posted if draft.meta else "",
        place=draft.place,
        likes=draft.likes or "",
        reply_to=to,
        depth=1 if to or depth else 0,
        badges=tuple(badges),
    )


def _plain(rows: Sequence[str]) -> Iterator[str]:
    """Yield the comments of a paste that is no thread: paragraph by paragraph, line by line.

    Where at least three paragraphs stand apart and half of them or more are single lines, the blank
    lines are what parts the comments, and a paragraph of several lines is one comment.
    """
    paragraphs: list[list[str]] = [[]]
    for row in rows:
        if not lines.is_blank(row):
            paragraphs[-1].append(row.strip())
        elif paragraphs[-1]:
            paragraphs.append([])
    if not paragraphs[-1]:
        paragraphs.pop()
    single = sum(len(p) == 1 for p in paragraphs)
    parted = len(paragraphs) >= 3 and single * 2 >= len(paragraphs)
    for paragraph in paragraphs:
        if len(paragraph) > 1 and (_flows(paragraph) or (parted and single < len(paragraphs))):
            yield "\n".join(paragraph)
        else:
            yield from paragraph


def _single(text: str, ordinal: int) -> Comment:
    reply = lines.split_reply(text)
    if reply is None:
        return Comment(text, ordinal=ordinal)
    return Comment(reply[1], reply_to=reply[0], ordinal=ordinal, depth=1)


def _flows(paragraph: Sequence[str]) -> bool:
    """Say whether lines are one text: a numbered list, clauses that read on, or a wrapped column.

    A column is three lines or more, all but the last of one length, of 12 characters at least, and
    none of them ending a sentence.
    """
    if len(paragraph) > 40:
        return False
    items = sum(bool(_ITEM.match(row)) for row in paragraph)
    if items >= 2 and items * 2 >= len(paragraph):
        return True
    before = paragraph[:-1]
    reading_on = sum(bool(_READS_ON.search(row)) for row in before)
    if reading_on * 2 > len(before) or (reading_on and len(before) <= 2):
        return True
    lengths = [len(row) for row in before]
    return (
        len(paragraph) >= 3
        and min(lengths) >= 12
        and max(lengths) - min(lengths) <= 2
        and len(paragraph[-1]) <= max(lengths)
        and not any(_ENDS.search(row) for row in before)
    )
