"""How Chinese text is read aloud: pinyin for each word, by the words around it.

Words come from the same dictionary cutting as everywhere else. Within a word pypinyin's phrase
dictionary decides (银行, 行业, 长大); for single characters with several readings the rules below
look at their neighbours, since a phrase dictionary has nothing to say there. Readings are those of
a dictionary: the tone changes of 不 and 一 are left to the reader, as in textbooks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app import words
from app.patterns import later
from app.syllables import of_word

_HAN_RUN = later(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_TONES = {"\u0304": 1, "\u0301": 2, "\u030c": 3, "\u0300": 4}
_VOWEL_START = later(r"[aoeāáǎàōóǒòēéěè]")

Tokens = Callable[[str], Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class WordReading:
    """The reading of the word `text[start:end]`: its syllables with tone marks, and their tones.

    A tone is 1 to 4, or 5 for a neutral one.
    """

    start: int
    end: int
    syllables: tuple[str, ...]
    tones: tuple[int, ...]

    @property
    def text(self) -> str:
        """The syllables as one word, with an apostrophe where it is needed (Xī'ān)."""
        return join(self.syllables)


@dataclass(frozen=True, slots=True)
class _Rule:
    """In context, `char` is read `reading`; the words before and after must match as a whole."""

    char: str
    reading: str
    before: str = ""
    after: str = ""


_PRONOUN = "我|你|您|他|她|它|咱|我们|你们|他们|她们|它们|咱们|大家|谁|自己|姐妹们|宝子们"
_NUMBER = "[一二三四五六七八九十百千万两几0-9半]+"
_DEMONSTRATIVE = f"这|那|哪|每|各|某|本|该|同|{_NUMBER}|[这那哪][一几]"
_DEGREE = "很|太|好|真|挺|超|最|更|多|够|特别|非常|有点|有点儿|越来越|这么|那么|不|比较|巨|老"

# The first rule that fits decides; without one, the default of `_DEFAULTS`.
_RULES = (
    _Rule(
        "得",
        "děi",
        f"({_PRONOUN}|都|还|就|也|总|可|又|非|必|那|真|只|不然|否则|以后)",
        r"[\u4e00-\u9fff].*",
    ),
    _Rule("得", "děi", "", "(去|先|赶紧|多|有|看|等|靠|学|买|好好|多少|加|再|问).*"),
    _Rule("得", "dé", "", "(了|奖|第|分|病|癌|流感|新冠|出|过|知|失|罪|票).*"),
    _Rule("得", "dé", "(会|想|能|可|容易|才|刚|没|易|获|也)", ".*"),
    _Rule("得", "de", r"[\u4e00-\u9fff].*", ""),
    _Rule(
        "长",
        "zhǎng",
        "",
        "(得|大|高|胖|痘|草|出|了|成|在|这|那|着|相|个|肉|毛|头发|斑|虫|腿|残|歪|开|期间).*",
    ),
    _Rule(
        "长",
        "zhǎng",
        "(会|能|又|自己|还|刚|别|不|不会|越|才|都|新)",
        "(?!短|时间|久|期|发|裙).*",
    ),
    _Rule("长", "cháng", f"({_DEGREE}|有多|越|变|全|身|拉|米|厘米)", ""),
    _Rule("了", "liǎo", ".*[不得]", r"(|[吗的呢吧啊了，。！？,.!?~～ ].*)"),
    _Rule(
        "行",
        "háng",
        f"(这|那|哪|本|同|内|干|转|入|换|跨|改|第)?({_NUMBER})?(?<=.)",
        "(字|代码|诗|文字|泪|小字|情).*",
    ),
    _Rule("行", "háng", "(哪|本|干这|干一|这一|那一|每一|第.*|换一)", ""),
    _Rule(
        "还",
        "huán",
        "",
        "(钱|书|债|款|清|贷|给|回来|花呗|信用卡|房贷|车贷|我钱|你钱|愿|价).*",
    ),
    _Rule("还", "huán", "(要|不|没|该|偿|归|退|快)", "(我|你|他|她|给|了|的|)$"),
    _Rule("都", "dū", "(首|成|旧|故|古)", ""),
    _Rule(
        "地",
        "de",
        r"(..+|慢|轻|静|猛)",
        r"(?!里|上|下|方|点|址|板|铁|面|图|球|区|道|理|带|摊|沟|位|震|瓜|步)[\u4e00-\u9fff].*",
    ),
    _Rule("着", "zháo", "(不|睡|睡不|找|找不|用|用不|犯不|点|猜|够|够不|买|挨|抓|急)", ""),
    _Rule("着", "zhuó", "", "(装|色|手|陆|重|落|眼).*"),
    _Rule(
        "只",
        "zhī",
        f"({_DEMONSTRATIVE}|另一|单|船)",
        "(?!有|是|要|能|会|想|好|不过|为|求|怕|用|看|买|可).*",
    ),
    _Rule(
        "种",
        "zhòng",
        "",
        "(草|菜|花|树|地|田|瓜|豆|植|下|过|出|活|了|在|点|多肉|葱|水果|睫毛).*",
    ),
    _Rule(
        "种",
        "zhòng",
        "(被|别|不|求|狂|又|想|要|会|在|自己|给我|耕|栽)",
        "(?!子|类|族|植园).*",
    ),
    _Rule(
        "干",
        "gān",
        f"({_DEGREE}|皮肤|嘴|嘴唇|脸|晒|烘|擦|吹|榨|晾|风|饼|豆|肉|抹|哭|口|手|眼睛|头发|掏)",
        "(?!活|嘛|什么|啥|吗|得|不|过|事|架|饭|了什么).*",
    ),
    _Rule(
        "干",
        "gān",
        "",
        "(净|燥|巴|货|脆|杯|果|洗|涉|扰|粉|冰|旱|枯|性|皮|敷|瘪|瘦|湿|锅|煸|爽).*",
    ),
    _Rule(
        "为",
        "wéi",
        ".*(认|称|成|作|视|译|改|变|升|化|定|评|选|列|分|奉|沦|转|封|命名|以|尤|极|更|"
        "最|颇|大|广|人|行|所)",
        "",
    ),
    _Rule(
        "重",
        "chóng",
        "",
        "(新|复|来|做|看|写|启|装|刷|温|现|返|逢|播|生|开|名|洗|听|读|合|庆|阳|组).*",
    ),
    _Rule(
        "发",
        "fà",
        "(头|理|护|染|烫|短|长|秀|假|卷|直|生|毛|洗|美|脱|掉|白|银)",
        "(?!现|生|展|布|型|型师).*",
    ),
    _Rule("好", "hào", "(爱|喜|癖|嗜)", ""),
    _Rule("好", "hào", "", "(奇|客|学|胜|色|战|吃懒做|斗|强).*"),
    _Rule("乐", "yuè", "(音|奏|器|民|声|配)", ""),
    _Rule("数", "shǔ", "(倒|细|没|别|来)", "(一下|数|不清|了|着|钱|到).*"),
    _Rule("空", "kòng", "(有|没|没有|抽|得|得空|填|留)", "(?!气|调|间|军|姐).*"),
    _Rule("背", "bēi", "", "(包|着|书包|锅|个|黑锅|起|上).*"),
    _Rule("假", "jià", "(放|请|休|寒|暑|病|年|产|婚|长|短|度|收|春|事|例|这个)", ""),
    _Rule("便", "pián", "", "宜.*"),
    _Rule("觉", "jiào", "(睡|午|补|回笼|一|个|懒|这|大)", ""),
    _Rule("差", "chāi", "(出|公|美)", ""),
    _Rule("差", "chāi", "", "(事|使|旅).*"),
    _Rule("处", "chù", "(到|四|好|坏|用|益|随|长|短|难|之|何|出|别|远|深|各)", ""),
    _Rule("量", "liáng", "(测|衡|丈)", ""),
    _Rule("量", "liáng", "", "(体温|血压|身高|尺寸|了|一下|体重|三围).*"),
    _Rule("吓", "xià"),
    _Rule("咋", "zǎ"),
    _Rule("哦", "ò"),
    _Rule("嗯", "ǹg"),
    _Rule("呗", "bei"),
    _Rule("嘞", "lei"),
    _Rule("咯", "lo"),
    _Rule("啵", "bo"),
    _Rule("喽", "lou"),
    _Rule("哇", "wa", r".*[\u4e00-\u9fff]", ""),
    _Rule("啊", "a", r".*[\u4e00-\u9fff]", ""),
    _Rule("啦", "la"),
)

_DEFAULTS = dict(
    zip(
        "长得行还只种干为地着都重发啊",
        "cháng dé xíng hái zhǐ zhǒng gàn wèi dì zhe dōu zhòng fā a".split(),
        strict=True,
    )
)


def _compiled() -> dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None, str]]]:
    table: dict[str, list[tuple[re.Pattern[str] | None, re.Pattern[str] | None, str]]] = {}
    for rule in _RULES:
        before = later(rule.before) if rule.before else None
        after = later(rule.after) if rule.after else None
        table.setdefault(rule.char, []).append((before, after, rule.reading))
    return table


_BY_CHAR = _compiled()


def readings(text: str, tokens: Tokens = words.tokens) -> tuple[WordReading, ...]:
    """Return the readings of the Chinese words in `text`, in order.

    What is not Chinese (Latin, digits, emoji, punctuation) has none. Offsets are code points.
    """
    spans = [(start, end) for start, end in tokens(text) if end > start]
    found = []
    for index, (first, last) in enumerate(spans):
        before = text[spans[index - 1][0] : first] if index else ""
        # A word may hold letters, too (T恤, 卡拉OK): they have no reading.
        for run in _HAN_RUN.finditer(text, first, last):
            start, end = run.span()
            word, after = run.group(), text[end : end + 6]
            known = _by_context(word, before, after) if last - first == 1 else ""
            read = [known] if known else list(of_word(word))
            if not read:
                continue  # characters without a known reading
            mended = _inside(word, _soften(word, read), after)
            found.append(WordReading(start, end, tuple(mended), tuple(map(tone, mended))))
    return tuple(found)


def tone(syllable: str) -> int:
    """Return the tone of a syllable with tone marks; 5 when it has none."""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            return _TONES[char]
    return 5


def join(syllables: Sequence[str]) -> str:
    """Join syllables to one word, with an apostrophe before a, o and e (GB/T 16159)."""
    out = ""
    for syllable in syllables:
        if out and _VOWEL_START.match(syllable.lower()):
            out += "'"
        out += syllable
    return out


def _by_context(char: str, before: str, after: str) -> str:
    """Return the reading of a single character between other words, or nothing."""
    line = after.split("\n")[0]
    for left, right, reading in _BY_CHAR.get(char, ()):
        if left is not None and not left.fullmatch(before):
            continue
        if right is not None and not right.fullmatch(line):
            continue
        return reading
    return _DEFAULTS.get(char, "")


def _soften(word: str, syllables: list[str]) -> list[str]:
    """Give the suffixes 子 and 们 their neutral tone in new words, too."""
    softened = list(syllables)
    for index, char in enumerate(word[: len(syllables)]):
        if index and char == "们":
            softened[index] = "men"
        elif index and char == "子" and (index == len(word) - 1 or word[index + 1] == "们"):
            softened[index] = _SUFFIX_ZI.get(word[: index + 1], "zi")
    return softened


_LINES = later("[一二两三四五六七八九十几数半]行")
_VERBS_ANEW = frozenset("刷做看写来读听温洗装启修拍买选")


def _inside(word: str, syllables: list[str], after: str) -> list[str]:
    """Mend what the phrase dictionary does not know inside words that the cutting joined."""
    mended = list(syllables)
    if len(word) != len(mended):
        return mended
    if word.endswith("不着") and len(word) > 2:
        mended[-1] = "zháo"
    elif len(word) == 3 and word[1] == "得" and word[0] not in "不了":
        mended[1] = "de"
        if word[2] == "了":
            mended[2] = "liǎo"
    elif _LINES.fullmatch(word) and not after.startswith("人"):
        mended[-1] = "háng"
    elif len(word) == 2 and word[0] == "重" and word[1] in _VERBS_ANEW:
        mended[0] = "chóng"
    elif word == "头发":
        mended[1] = "fa"
    return mended


# Where 子 at the end is no suffix and keeps its third tone.
_SUFFIX_ZI = dict.fromkeys(
    (
        "男子 女子 电子 原子 分子 父子 母子 弟子 孔子 老子 君子 游子 亲子 王子 才子 量子 瓜子 "
        "精子 卵子 质子 粒子 天子 孟子 庄子 浪子 赤子 独生子 棋子 莲子 松子 杏子"
    ).split(),
    "zǐ",
)
