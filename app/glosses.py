"""One English word for a Chinese one that fills a slot: 吃 in 吃不了一点 is "eat"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from app import words
from app.lexicon import Entry

Senses = Callable[[str], Sequence[str]]
LookUp = Callable[[str], Entry | None]

_LONGEST = 3  # words; a longer sense explains rather than translates
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NOT_TODAY = re.compile(
    r"\((?:bound form|old|archaic|literary|dialect|Tw|classical)|(?:\w+ )?variant of|CL:"
    r"|surname |abbr\.|used in |see |particle|classifier|also pr\."
)
_CAPITAL = re.compile(r"[A-Z]")
# What the words mean as comments use them, where the dictionary begins with another sense.
_COMMON = {
    "v": {
        "吃": "eat", "喝": "drink", "装": "pretend", "忍": "stand it", "笑": "laugh", "睡": "sleep",
        "学": "study", "上": "go", "干": "do it", "卷": "hustle", "等": "wait", "爱": "love",
        "冲": "go for it", "美": "be pretty", "香": "tempt", "穿": "wear", "夸": "praise",
        "晒": "tan", "闻": "smell", "停": "stop", "起": "get up", "走": "walk", "看": "watch",
        "玩": "play", "听": "listen", "想": "think", "懒": "be lazy", "熬": "stay up late",
        "买": "buy", "动": "move", "信": "believe", "骂": "scold", "改": "change",
        "社交": "socialize", "低调": "keep a low profile", "共情": "relate", "吓": "scare",
    },
    "n": {
        "饭": "meal", "奶": "milk", "包包": "bag", "颜": "looks", "脸": "face", "声音": "voice",
        "酒": "drinking", "麻将": "mahjong", "学习": "study", "考研": "grad school",
        "旅游": "travel", "健身": "gym", "减肥": "diet", "逛街": "shopping", "事业": "career",
        "恋爱": "romance", "搞钱": "money-making", "穿搭": "outfit", "女生": "girl",
        "帅哥": "hot guy", "美女": "beauty", "氛围": "vibe", "高级": "class", "拍照": "photo",
        "咖啡": "coffee", "口红": "lipstick", "睡眠": "sleep", "上班": "work", "吃饭": "meal",
        "睡觉": "sleep", "游戏": "gaming", "电影": "movie", "演唱会": "concert",
        "追星": "fangirling", "打工": "work", "干饭": "feasting", "面条": "noodle",
        "穿衣": "wardrobe", "猪": "pig",
        "美妆": "makeup", "护肤": "skincare", "甜品": "dessert", "娱乐圈": "showbiz",
        "职场": "workplace", "宿舍": "dorm", "学校": "school", "游泳": "swimming",
    },
    "a": {
        "帅": "handsome", "美": "beautiful", "甜": "sweet", "酷": "cool", "香": "tasty",
        "好看": "good-looking", "好吃": "delicious", "可爱": "cute", "爽": "satisfying",
        "累": "tired", "困": "sleepy", "热": "hot", "冷": "cold", "贵": "expensive", "丑": "ugly",
        "尴尬": "awkward", "好听": "beautiful", "舒服": "comfortable", "好用": "good",
        "好喝": "tasty", "漂亮": "pretty", "绝": "amazing", "卷": "competitive",
        "离谱": "outrageous", "嫩": "tender", "飒": "badass", "高级": "classy", "温柔": "gentle",
        "辣": "spicy",
        "便宜": "cheap", "方便": "convenient", "搞笑": "funny", "好笑": "funny", "快乐": "happy",
        "开心": "happy", "幸福": "happy", "难": "hard", "难吃": "disgusting", "饿": "hungry",
        "真实": "real", "土": "tacky", "潮": "trendy", "治愈": "comforting", "感动": "moved",
        "震撼": "blown away", "惊艳": "stunning", "满足": "satisfied", "白": "fair", "瘦": "thin",
    },
}  # fmt: skip


class Glosses:
    """What fills a slot, in plain Chinese and in English."""

    def __init__(self, senses: Senses) -> None:
        """`senses` gives those of CC-CEDICT, which writes verbs with "to"."""
        self._senses = senses

    def of(
        self, fillers: Mapping[str, str], look_up: LookUp
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Return for each slot its plain Chinese and its English, "" where that is not known.

        `look_up` finds the entry that has exactly the given form: slang in a slot is read as slang.
        """
        chinese, english = dict(fillers), {}
        for slot, word in fillers.items():
            entry = look_up(word)
            if entry and entry.context is None and entry.standard and "{" not in entry.standard:
                chinese[slot] = entry.standard
                english[slot] = entry.renderings[0]
            else:
                english[slot] = self.gloss(word, slot)
        return chinese, english

    def gloss(self, word: str, slot: str) -> str:
        """Return a short English word for what fills `slot` (its name in the frame), "" for none.

        Latin letters stand for themselves.
        """
        if word.isascii():
            return word
        part = slot[0]
        for kind in _COMMON if part == "x" else (part,):
            if word in _COMMON[kind]:
                return _COMMON[kind][word]
        plain = list(_plain(self._senses(word)))
        verbs = [s.removeprefix("to ") for s in plain if s.startswith("to ")]
        others = [s for s in plain if not s.startswith("to ")]
        if part == "v":
            return verbs[0] if verbs else f"be {others[0]}" if others else ""
        if part == "a":
            return others[0] if others else ""
        if part == "n":
            return others[0] if others else _gerund(verbs[0]) if verbs else self._compound(word)
        return plain[0].removeprefix("to ") if plain else ""

    def _compound(self, word: str) -> str:
        """Return the nouns that make up one which the dictionary has not (blueberry cake)."""
        parts = [word[start:end] for start, end in words.tokens(word)]
        said = [self.gloss(part, "n") for part in parts] if len(parts) > 1 else [""]
        return " ".join(said) if all(said) else ""


def _plain(senses: Sequence[str]) -> Iterator[str]:
    """Yield senses as one would say them in a sentence, leaving out what is not said today."""
    for sense in senses:
        if _NOT_TODAY.search(sense):
            continue
        for part in sense.split(";"):
            said = " ".join(_ASIDE.sub(" ", part).split())
            size = len(said.removeprefix("to ").split())
            if 0 < size <= _LONGEST and not _CAPITAL.match(said) and " etc" not in said:
                yield said


def _gerund(verb: str) -> str:
    """Return the -ing form of a verb with what follows it ("get up early": "getting up early")."""
    word, _, rest = verb.partition(" ")
    if re.fullmatch(r"(?:[^aeiou]*)[aeiou][^aeiouwxy]", word):
        word += word[-1]
    elif word.endswith("e") and not word.endswith(("ee", "ye")) and word != "be":
        word = word[:-1]
    return f"{word}ing {rest}".strip()
