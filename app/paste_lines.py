"""What one line of a copied thread can be: times, places, like counts, badges, buttons.

The wording is that of Xiaohongshu's website and app, in simplified and traditional Chinese and in
English. Every pattern is matched against a whole line; inside a sentence none of them applies.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from app.patterns import later

# Bidirectional overrides, embeddings and isolates could make a comment read backwards; the byte
# order mark is no text. Other invisible characters (joiners, word breaks) stay in comment texts.
_UNWANTED = later(
    r"[\u202a-\u202e\u2066-\u2069\ufeff\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]"
)
_SURROGATE = later(r"[\ud800-\udfff]")
_NEWLINES = later(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = later(r"[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2060-\u2064]")
# A joiner belongs to an emoji only between two pictures.
_LOOSE_JOINER = later(r"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d")
_SPACES = later(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t ]+")

# Lines that need none of this are most of them.
_UNTIDY = later(
    r"[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u2060-\u2064\u00a0\u2000-\u200a\u202f\u205f"
    r"\u3000\t]|  |^\s|\s\Z"
)

_PLACES = frozenset(
    """
    北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北
    湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 甘肃 青海 宁夏 新疆 香港 澳门 台湾
    中国香港 中国澳门 中国台湾 中国 內蒙古 遼寧 黑龍江 江蘇 山東 廣東 廣西 重慶 貴州 雲南 陝西
    甘肅 寧夏 澳門 臺灣 台灣 美国 英国 加拿大 澳大利亚 新西兰 日本 韩国 朝鲜 新加坡 马来西亚
    泰国 越南 印度尼西亚 菲律宾 印度 缅甸 柬埔寨 老挝 蒙古 法国 德国 意大利 西班牙 葡萄牙 荷兰
    比利时 瑞士 瑞典 挪威 丹麦 芬兰 冰岛 爱尔兰 奥地利 波兰 捷克 匈牙利 希腊 土耳其 俄罗斯
    乌克兰 墨西哥 巴西 阿根廷 智利 秘鲁 哥伦比亚 古巴 南非 埃及 摩洛哥 肯尼亚 尼日利亚
    沙特阿拉伯 阿联酋 卡塔尔 以色列 伊朗 巴基斯坦 孟加拉国 斯里兰卡 尼泊尔 哈萨克斯坦 海外 美國
    英國 澳洲 澳大利亞 紐西蘭 新西蘭 韓國 馬來西亞 泰國 法國 德國 義大利 荷蘭 俄羅斯 未知 Anhui
    Beijing Chongqing Fujian Gansu Guangdong Guangxi Guizhou Hainan Hebei Heilongjiang Henan
    Hubei Hunan Jiangsu Jiangxi Jilin Liaoning Ningxia Qinghai Shaanxi Shandong Shanghai Shanxi
    Sichuan Tianjin Tibet Xinjiang Yunnan Zhejiang China Macau Macao Taiwan Australia Austria
    Brazil Canada Chile Denmark Egypt Finland France Germany Greece India Indonesia Ireland
    Italy Japan Malaysia Mexico Netherlands Norway Philippines Poland Portugal Russia Singapore
    Spain Sweden Switzerland Thailand Turkey UK USA Ukraine Vietnam
    """.split()
) | {
    "Inner Mongolia",
    "Hong Kong",
    "Hong Kong, China",
    "Taiwan, China",
    "Macao, China",
    "United States",
    "United Kingdom",
    "New Zealand",
    "South Korea",
    "South Africa",
    "Saudi Arabia",
}
_PLACE = "(?:" + "|".join(sorted(map(re.escape, _PLACES), key=len, reverse=True)) + ")[省市]?"
_IP = r"(?:IP\s*(?:属地|屬地|地址|location)?\s*[:：]?|发布于|發佈於|来自|來自|from)"
_PLACE_LINE = later(
    rf"(?:{_IP}\s*)?(?P<place>{_PLACE})|IP\s*(?:属地|屬地|location)\s*[:：]?\s*(?P<ip>\S{{1,12}})"
)

_CLOCK = r"\s?(?:[01]?\d|2[0-3])[:：][0-5]\d(?:[:：][0-5]\d)?"
_MONTH = r"(?:0[1-9]|1[0-2])"
_DAY = r"(?:0[1-9]|[12]\d|3[01])"
_MONTH_NAME = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEAK_TIME = r"刚刚|剛剛|今天|昨天|前天|[Jj]ust now|[Nn]ow|[Tt]oday|[Yy]esterday"
_TIME = (
    rf"(?:刚刚|剛剛|(?:今天|昨天|前天)(?:{_CLOCK})?"
    r"|\d{1,3}\s?(?:秒|分钟|分鐘|小时|小時|天|日|周|週|个月|個月|年)前"
    rf"|(?:20\d\d[-/.])?{_MONTH}[-/]{_DAY}(?:{_CLOCK})?"
    rf"|20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?:{_CLOCK})?"
    rf"|(?:20\d\d年)?1?\d月[123]?\d日(?:{_CLOCK})?"
    rf"|[Jj]ust now|[Nn]ow|(?:[Tt]oday|[Yy]esterday)(?:,?(?: at)?{_CLOCK})?"
    r"|\d{1,3}\s?(?:s|m|min|mins|h|hr|hrs|d|w|mo|y)(?: ago)?"
    r"|\d{1,3} (?:second|minute|hour|day|week|month|year)s? ago"
    rf"|{_MONTH_NAME} [123]?\d(?:, 20\d\d)?)"
)
_EDITED = r"(?:(?:编辑于|編輯於|[Ee]dited(?: on)?)\s*)"
_REPLY = r"(?:回复|回覆|Reply)"
_COUNT = r"\d{1,7}(?:[.,]\d{1,3})?\s?[万萬千wWkK]?\+?"
_HEART = r"(?:[♡♥❤👍🤍]\ufe0f?|赞|讚|点赞)"
_REPLIES = r"\s+(?:💬\s?|评论\s?)?(?P<replies>\d{1,5})"
_META = later(
    rf"(?P<posted>{_EDITED}?{_TIME})(?:[\s·]*(?:{_IP}\s*)?(?P<place>{_PLACE}))?"
    rf"(?P<reply>[\s·]*{_REPLY})?(?:[\s·]+(?:{_HEART}\s*)?(?P<likes>{_COUNT})(?:{_REPLIES})?)?"
    rf"(?P<reply2>[\s·]*{_REPLY})?"
)
_MAYBE_META = later(rf"\d|{_WEAK_TIME}")
_WEAK = later(_WEAK_TIME)
_LIKES = later(
    rf"(?:{_HEART}\s*)?(?P<likes>{_COUNT})(?:\s*(?:赞|讚|[Ll]ikes?))?(?:{_REPLIES})?|{_HEART}|[Ll]ikes?"
)
_BADGE_WORDS = (
    r"作者赞过|作者讚過|作者回复过|作者|置顶评论|置頂評論|置顶|置頂|首评|首評|你的好友|你的关注|你的粉丝"
    r"|Liked by author|Liked by creator|Author|Pinned comment|Pinned|First comment|Friend|Creator"
)
_BADGE = later(_BADGE_WORDS)
_BADGES_AT_END = later(rf"^(?P<name>.{{1,40}}?)(?P<badges>(?:[ ·]+(?:{_BADGE_WORDS}))+)$")
_BUTTON = later(_REPLY)
_HEADER = later(
    r"共\s?[\d.,万萬wkK+]+\s?[条條则則]?(?:评论|評論|留言)"
    r"|[\d.,kK]+ [Cc]omments?|Comments \([\d.,kK]+\)"
)
_EXPAND = later(
    r"(?:[—–\-]+\s?)?(?:展开|展開|查看|View|Show)\s?(?:全部|更多|all|more)?\s?(?P<count>\d{1,6})?\s?"
    r"(?:more )?(?:[条條]?(?:更多)?(?:回复|回覆|评论|評論)|repl(?:y|ies)|comments?)(?:\s?[>›∨⌄▾])?"
)
_OTHER_CHROME = later(
    r"收起(?:回复|回覆)?|[-—–\s]*(?:THE END|没有更多了|到底了)[-—–\s]*|加载中(?:\.{3}|…+)?"
    r"|说点什么(?:\.{3}|…+)|說點什麼(?:\.{3}|…+)|查看翻译"
    r"|Hide replies|Add a comment(?:\.{3}|…+)?|See translation"
)

_REPLY_TO = later(
    r"^(?:回复|回覆|[Rr]eply(?:ing)? to)(?P<gap>\s{0,4}@?\s{0,4})"
    r"(?P<name>[^\s:：，。！？,.!?@][^:：，。！？\n]{0,38}?)\s{0,4}[:：]\s{0,4}"
)
_NAMED_REPLY = later(
    r"^(?P<name>[^:：]{1,30}?)\s(?:回复|回覆|[▸▶›→]|replied to)\s@?(?P<to>[^:：]{1,30}?)$"
)


@dataclass(frozen=True, slots=True)
class Meta:
    """A time line and what else stands in it. `weak` times are words that people also write."""

    posted: str
    place: str
    likes: str
    reply: bool
    weak: bool
    replies: int = 0


def clean(text: str) -> str:
    """Return pasted text with one kind of line end and without what no comment needs.

    Taken out: control characters, the byte order mark, bidirectional overrides, embeddings and
    isolates. A lone surrogate, which no file could store, becomes U+FFFD.
    """
    text = _UNWANTED.sub("", _NEWLINES.sub("\n", text))
    return _SURROGATE.sub("\ufffd", text)


def label(line: str) -> str:
    """Return a line as it is compared with the patterns, and as names and times are kept."""
    if _UNTIDY.search(line) is None:
        return line
    line = _SPACES.sub(" ", _INVISIBLE.sub("", line))
    return _LOOSE_JOINER.sub("", line).strip()


def is_blank(line: str) -> bool:
    """Say whether nothing in a line can be seen."""
    if not line or line.isspace():
        return True
    if line[0].isalnum():
        return False
    return all(unicodedata.category(c) in ("Cf", "Zs", "Cc") for c in line)


def may_hold_times(text: str) -> bool:
    """Say whether any line of `text` could be a time line at all; quick, and often no."""
    return _MAYBE_META.search(text) is not None


def meta(line: str) -> Meta | None:
    """Read a line that says when a comment was written; the rest of it is optional."""
    if _MAYBE_META.search(line) is None:
        return None
    hit = _META.fullmatch(line)
    if hit is None:
        return None
    return Meta(
        hit["posted"],
        hit["place"] or "",
        (hit["likes"] or "").replace(" ", ""),
        bool(hit["reply"] or hit["reply2"]),
        _WEAK.fullmatch(hit["posted"]) is not None,
        int(hit["replies"] or 0),
    )


def place(line: str) -> str:
    """Return the place that a line names, or nothing."""
    hit = _PLACE_LINE.fullmatch(line)
    return (hit["place"] or hit["ip"] or "") if hit else ""


def likes(line: str) -> tuple[str, int] | None:
    """Return the like count of a line ("" for the bare label 赞) and the reply count beside it."""
    hit = _LIKES.fullmatch(line)
    return (
        None if hit is None else ((hit["likes"] or "").replace(" ", ""), int(hit["replies"] or 0))
    )


def is_badge(line: str) -> bool:
    """Say whether a line is a badge: 作者, 置顶, 首评 and the like."""
    return _BADGE.fullmatch(line) is not None


def split_badges(name: str) -> tuple[str, tuple[str, ...]]:
    """Return an author line as a name and the badges that follow it in the same line."""
    hit = _BADGES_AT_END.match(name)
    if hit is None:
        return name, ()
    return hit["name"], tuple(m.group() for m in _BADGE.finditer(hit["badges"]))


def is_button(line: str) -> bool:
    """Say whether a line is the reply button."""
    return _BUTTON.fullmatch(line) is not None


def is_header(line: str) -> bool:
    """Say whether a line counts the comments; comments start after it."""
    return _HEADER.fullmatch(line) is not None


def expands(line: str) -> int | None:
    """Return how many replies a line offers to show (0: it does not say), or None."""
    hit = _EXPAND.fullmatch(line)
    return None if hit is None else int(hit["count"] or 0)


def is_chrome(line: str) -> bool:
    """Say whether a line belongs to the page and not to any comment."""
    return is_header(line) or expands(line) is not None or bool(_OTHER_CHROME.fullmatch(line))


def split_reply(text: str, known: frozenset[str] = frozenset()) -> tuple[str, str] | None:
    """Return who is answered and the answer, for text that begins "回复 name：".

    Without a space or @ after 回复 the name must be one of `known`: 回复率：50% is no reply. A
    reply without text is left as it is.
    """
    hit = _REPLY_TO.match(text)
    if hit is None:
        return None
    name, rest = label(hit["name"]), text[hit.end() :].strip()
    if not name or is_blank(rest) or not (hit["gap"] or name in known):
        return None
    return name, rest


def split_names(author: str) -> tuple[str, str]:
    """Return who writes and, for "name 回复 name" or "name ▸ name", who is answered."""
    hit = _NAMED_REPLY.match(author)
    return (hit["name"], hit["to"]) if hit else (author, "")
