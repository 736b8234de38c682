"""What the platform writes beside a comment, in the language of the interface."""

from __future__ import annotations

import re

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from ui.messages import say

_BADGES = {
    "作者": QT_TRANSLATE_NOOP("messages", "author"),
    "置顶": QT_TRANSLATE_NOOP("messages", "pinned"),
    "首评": QT_TRANSLATE_NOOP("messages", "first comment"),
    "作者赞过": QT_TRANSLATE_NOOP("messages", "liked by the author"),
    "作者回复过": QT_TRANSLATE_NOOP("messages", "answered by the author"),
    "你的好友": QT_TRANSLATE_NOOP("messages", "your friend"),
    "热评": QT_TRANSLATE_NOOP("messages", "top comment"),
}
_WHEN = re.compile(r"(?P<count>\d+) ?(?P<unit>秒|分钟|小时|天|周|个月|月|年)前")
_UNITS = {
    "秒": QT_TRANSLATE_NOOP("messages", "%s s ago"),
    "分钟": QT_TRANSLATE_NOOP("messages", "%s min ago"),
    "小时": QT_TRANSLATE_NOOP("messages", "%s h ago"),
    "天": QT_TRANSLATE_NOOP("messages", "%s d ago"),
    "周": QT_TRANSLATE_NOOP("messages", "%s wk ago"),
    "个月": QT_TRANSLATE_NOOP("messages", "%s mo ago"),
    "月": QT_TRANSLATE_NOOP("messages", "%s mo ago"),
    "年": QT_TRANSLATE_NOOP("messages", "%s yr ago"),
}
_DAYS = {
    "刚刚": QT_TRANSLATE_NOOP("messages", "just now"),
    "今天": QT_TRANSLATE_NOOP("messages", "today"),
    "昨天": QT_TRANSLATE_NOOP("messages", "yesterday"),
    "前天": QT_TRANSLATE_NOOP("messages", "two days ago"),
}
_WAN = re.compile(r"(\d+(?:\.\d+)?) ?[万w]\+?")


def badge(text: str) -> str:
    """Return one of the platform's badges in words; unknown ones as they are."""
    return say(_BADGES[text]) if text in _BADGES else text


def posted(text: str) -> str:
    """Return the platform's time in the language of the interface ("3小时前": "3 h ago")."""
    for day, word_ in _DAYS.items():
        if text.startswith(day):
            return say(word_) + text.removeprefix(day)
    hit = _WHEN.fullmatch(text)
    return say(_UNITS[hit["unit"]]) % hit["count"] if hit else text


def likes(text: str) -> str:
    """Return a count of likes; "1.2万" as thousands where nobody counts in ten thousands."""
    hit = _WAN.fullmatch(text)
    if hit is None or QLocale().language() is QLocale.Language.Chinese:
        return "" if text == "赞" else text
    return f"{float(hit[1]) * 10:g}k"
