"""Cantonese put into the words of standard Chinese, for an engine that knows no other.

Word by word and longest first; both share their grammar closely enough for a reader's translation.
Only what is never standard Chinese is changed, or what a Cantonese comment never means otherwise.
Senses as in CC-Canto and the Words.hk dictionary, written down from knowledge of the language.
"""

from __future__ import annotations

import re

from app.patterns import later

_STANDARD = {
    "点解": "为什么", "点样": "怎么样", "点算": "怎么办", "边个": "谁", "边度": "哪里", "边位": "哪位",
    "几时": "什么时候", "几多": "多少", "乜嘢": "什么", "乜野": "什么", "乜": "什么", "咩": "什么",
    "而家": "现在", "依家": "现在", "宜家": "现在", "琴日": "昨天", "寻日": "昨天", "听日": "明天",
    "今日": "今天", "头先": "刚才", "呢度": "这里", "嗰度": "那里", "呢个": "这个", "嗰个": "那个",
    "呢啲": "这些", "嗰啲": "那些", "呢边": "这边", "呢间": "这家", "嗰": "那",
    "我哋": "我们", "你哋": "你们", "佢哋": "他们", "佢": "他", "哋": "们",
    "唔该": "谢谢", "多谢晒": "非常感谢", "唔使": "不用", "唔好": "不要", "唔系": "不是",
    "系咪": "是不是", "系唔系": "是不是", "唔知": "不知道", "唔得": "不行",
    "有冇": "有没有", "冇": "没有", "未": "还没", "唔": "不", "系": "是",
    "钟意": "喜欢", "中意": "喜欢", "识得": "认识", "识": "会", "谂住": "打算", "谂": "想", "睇": "看",
    "倾偈": "聊天", "搵": "找", "揾": "找", "攞": "拿", "俾": "给", "畀": "给", "比佢": "给他",
    "返工": "上班", "收工": "下班", "返学": "上学", "返屋企": "回家", "屋企": "家里", "返嚟": "回来",
    "食饭": "吃饭", "食": "吃", "饮": "喝", "瞓觉": "睡觉", "瞓": "睡", "行街": "逛街", "落雨": "下雨",
    "靓仔": "帅哥", "靓女": "美女", "靓": "漂亮", "劲": "非常", "好鬼": "非常",
    "细路": "孩子", "老豆": "爸爸", "老母": "妈妈", "嘢食": "吃的东西", "嘢": "东西", "野食": "吃的东西",
    "咁样": "这样", "咁": "这么", "噉": "这样", "先至": "才", "仲有": "还有", "仲": "还", "都系": "还是",
    "同埋": "和", "啱啱": "刚刚", "啱": "对", "嚟": "来", "嘅": "的", "咗": "了", "晒": "完",
    "啲": "些", "喺": "在", "喎": "呢", "啩": "吧", "咋": "而已", "嘞": "了", "嗱": "看",
}  # fmt: skip
_WORDS = later("|".join(sorted(map(re.escape, _STANDARD), key=len, reverse=True)))
# Plain Chinese words that begin or end with one of the single characters above.
_PLAIN = later(
    "未来|未必|未婚|未成年|食品|食物|食堂|美食|零食|饮料|饮食|知识|认识|意识|常识|晒太阳|防晒|晒黑"
    "|关系|系统|系列|联系|体系|干劲|仲夏|使劲|咋舌"
)


def to_standard(text: str) -> str:
    """Return Cantonese text, in simplified characters, in standard Chinese; plain words stay."""
    out: list[str] = []
    at = 0
    for plain in _PLAIN.finditer(text):
        out += [_word_by_word(text[at : plain.start()]), plain.group()]
        at = plain.end()
    return "".join([*out, _word_by_word(text[at:])])


def _word_by_word(text: str) -> str:
    return _WORDS.sub(lambda hit: _STANDARD[hit.group()], text)
