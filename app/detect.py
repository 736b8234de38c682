"""What language a comment is written in.

Comments are short, so scripts and telling words decide, not statistics. Only TEXT segments count.
The rules, in order:

- Thai, Cyrillic, Arabic and other letters in the majority: OTHER. Hangul and kana: KO and JA,
  unless they decorate Chinese or stand beside it (好吃の店, 哈哈哈ㅋㅋㅋ, 사랑해 哥哥) or English.
- Han with a stretch of real English beside it, two words with a function word or three without:
  MIXED. Loanwords, product names and single words (今天的ootd, Dior 999) leave it ZH or YUE.
- Latin alone: ZH where every word is an internet initialism (yyds, xswl, u1s1: no vowels, or
  known) or a pinyin syllable (ni hao); OTHER where it reads like another European language or
  Indonesian or Vietnamese; otherwise EN.
- No letters at all: NONE.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import opencc

from app.models import Language, Segment, SegmentKind
from app.patterns import later

_HAN = later(r"[\u3005-\u3007\u3105-\u312f\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# の is ordinary decoration in Chinese; つ, ノ, ツ and the like are limbs of kaomoji.
_KANA = later(r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff6f\uff71-\uff9d]")
_DECORATION = later(r"[のノツシつっヽへ]")
_HANGUL = later(r"[\uac00-\ud7a3]")
_JAMO = later(r"[\u1100-\u11ff\u3131-\u318e]")
_LATIN_WORD = (
    r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f]*"
    r"(?:['’][A-Za-z]+)*"
)
_LATIN = later(_LATIN_WORD)
# Letters and digits in turn are one word: u1s1, 3Q, 2G.
_TOKEN = later(rf"(?:(?<![0-9])[0-9]{{1,4}})?{_LATIN_WORD}(?:[0-9]+[A-Za-z]*)*")
_OTHER = later(
    r"[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u0590-\u05ff\u0600-\u06ff\u0900-\u0dff\u0e01-\u0eff"
    r"\u0f00-\u0fff\u1000-\u10ff\u1200-\u137f\u1780-\u17ff\u1800-\u18af]"
)

# In Chinese of any length these turn up soon; in Japanese they do not.
_CHINESE_ONLY = later(
    r"[吗呢吧啊们这那没很你您她么哪怎呀哦啦谢说让给嗎們這沒麼謝說讓給哈我语话请还见谁钱听爱东车买卖长时间问门开关样觉处]"
)

# Greek, Cyrillic, Armenian, Hebrew, Arabic, the scripts of South Asia, Ethiopic, Khmer, Hangul.
_LETTERS = (
    r"\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u0590-\u06ff\u0900-\u0eff\u0f00-\u11ff"
    r"\u1200-\u137f\u1780-\u18af\u3131-\u318e\uac00-\ud7a3"
)
OTHER_SCRIPT = later(
    r"[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d][\u3041-\u3096\u30a1-\u30fc\uff66-\uff9d]+"
    rf"|[{_LETTERS}]{{2,}}(?: [{_LETTERS}]+)*"
)
"""Words in kana, Hangul, Cyrillic and the like: among Chinese they are carried over.

Single characters are decoration (の) or belong to faces and formulas (α, ω, Д).
"""

_FUNCTION = frozenset(
    """
    i i'm i've i'll i'd me my you your you're we our us they their them he she his her it it's its
    the a an is are was were am be been do does did don't didn't can can't could will would should
    have has had to of in on at for from with and or but so if not no this that these those there
    here what where when who why how which just too very really all any some more than then because
    about into out up please let's everyone
    """.split()
)
# Function words that also stand in Chinese comments beside one borrowed word, and in brands.
_SMALL = frozenset("so very too no not and or but the a an of for in on at to all just by".split())
# Words that Chinese comments use as their own; alone they make nothing English.
_LOANS = frozenset(
    """
    ok okay vlog plog ootd emo app vip diy ins cp ip up pk kpi ppt pdf cpu pua ktv nb get
    tag cute cool nice hi hello bye sorry wow omg look style brand city walk citywalk date
    crush chill high low man girl lady baby sweet case by dna bug buff npc ai
    iphone ipad mac pro max plus mini air live show bgm mv dj rap hiphop idol fans
    """.split()
)
# Initialisms of Chinese words that do hold a vowel, or a digit.
_INITIALISMS = frozenset(["awsl", "u1s1", "3q", "3x", "ysxl", "yyjl", "xuw", "ahsl", "wuli"])
# English that has no vowel either.
_VOWELLESS_ENGLISH = frozenset(
    """
    my by why try cry dry fly sky shy fry sly spy gym hmm hm mm mmm shh pfft psst brr brb btw tbh
    thx ty np nvm pls plz tmr tmrw sry lmk ngl smh wtf ffs msg txt rn hbd gm gn gg gf
    bf mr mrs ms dr tv
    dm pm hr ltd vs ft lb kg cm mm km ml rhythm myth nth pst cya bb w k x c b d n r u y ppl bc bcz
    rly wdym fr lgbt ppt pdf ktv nb dj mv
    """.split()
)
_PINYIN = later(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])?"
    r"(?:[iu]?ang|i?ong|[ei]ng|[iuü]?an|[eiuvü]n|uai|i?ao|[aeu]i|[oi]u|i[ae]|u[aoe]|[vü]e?|er|[aeiou])"
)
# Pinyin syllables that are English words first.
_ENGLISH_SYLLABLES = frozenset(
    """
    a i o he me we she the can man men fan pan tan ban ran sun run fun gun bun nun pen ten den hen
    long song bang sang rang gang pang fang hang wang die lie pie tie sue due cue hue chance so to
    no go do be by hi ha la ma pa bin pin sin tin win bang king sing wing ping ding shed wen yes
    you hey may pay lay gay day lei ban fa ya yo mu nu lu ding an en er ai nan dang tang dan hun
    sushi mama papa dada wan ge ling chi tai shi pi
    """.split()
)
_FOREIGN = {
    word
    for words in (
        # Spanish, Portuguese, Italian, French, German, Dutch, Indonesian, Turkish, Vietnamese
        "el los las una que por para con pero muy este esta como más estoy tengo gracias hola qué"
        " dónde cómo está eres todo bien yo tu mi",
        "não você muito obrigado obrigada isso são uma para com também estou meu minha",
        "che sono questo questa molto grazie per non della ciao perché anche bello bella",
        "le les des une est et je tu il elle nous vous pas pour avec c'est j'ai merci très où"
        " beaucoup bonjour mais dans sur qui",
        "der die das und ist nicht ich du wir sie ein eine mit auf für danke sehr schön aber auch",
        "het een niet ik jij mooi heel bedankt wat leuk ook voor maar",
        "yang dan ini itu di saya aku kamu tidak bagus banget sangat terima kasih untuk ada lucu",
        "bu bir çok güzel ve için değil teşekkürler ben sen var mı",
        "tôi bạn là và không của đẹp quá cái này rất cảm ơn người được",
    )
    for word in words.split()
} - _FUNCTION

_CANTONESE_STRONG = later(
    r"[嘅咗喺佢嚟啲咁攞嗰哋嘢瞓攰㗎噉諗谂冚嘥]|邊度|边度|點解|点解|係咪|系咪|唔(?=[係系好使知該该得同想會会通])|而家|[食买買卖賣睇用講讲]晒|冇(?=[人得錢钱時时])"
)
_CANTONESE_WEAK = later(r"[唔冇咩睇搵畀俾啱乜靚靓係囉啩喎嬲]|鍾意|钟意|仲有|聽日|琴日|尋日|好似")
_MANDARIN = later(r"[的了吗嗎是不没沒这這那他她们們什么麼怎哪在把给給]")


def language(text: str, segments: Sequence[Segment]) -> Language:
    """Return the language of a comment, judged by its TEXT segments alone."""
    plain = "\n".join(text[s.start : s.end] for s in segments if s.kind is SegmentKind.TEXT)
    han = len(_HAN.findall(plain))
    kana = len(_KANA.findall(plain)) - len(_DECORATION.findall(plain))
    hangul = len(_HANGUL.findall(plain))
    if not han and not kana and not hangul:
        hangul = len(_JAMO.findall(plain))
    other = len(_OTHER.findall(plain))
    words = [hit.group() for hit in _TOKEN.finditer(plain)]
    if other > 4 * han + kana + hangul and other > 2 * len(words):
        return Language.OTHER
    asian = _asian(plain, han, kana, hangul)
    if asian is not None and kana + hangul + han >= len(words):
        return asian
    if han:
        if _has_english(plain):
            return Language.MIXED
        return Language.YUE if _is_cantonese(plain) else Language.ZH
    if words:
        return _latin([word.lower().replace("’", "'") for word in words])
    if other:
        return Language.OTHER
    # Kana that decorated nothing is Japanese after all (の, ノ), and so is a lone long vowel.
    return Language.JA if _KANA.search(plain) else Language.NONE


def _asian(plain: str, han: int, kana: int, hangul: int) -> Language | None:
    """Return JA or KO where kana or hangul carry the text."""
    if hangul and hangul >= kana:
        # Korean is written without Han today: 사랑해 哥哥 is Chinese beside Korean.
        return Language.KO if hangul > 4 * han else None
    if kana < 1 or (kana < 2 and han > 2):
        return None
    telling = len(_CHINESE_ONLY.findall(plain))
    if telling > 1 or (telling and kana <= han):
        return None
    return Language.JA if kana / (kana + han) >= 0.2 else None


def _has_english(plain: str) -> bool:
    """Say whether English runs on beside the Chinese: a phrase, not a borrowed word or a name."""
    for stretch in filter(None, _HAN.split(plain)):  # mostly, nothing stands between two Han
        words = [hit.group() for hit in _LATIN.finditer(stretch)]
        lower = [word.lower().replace("’", "'") for word in words]
        telling = any(word in _FUNCTION and word not in _SMALL for word in lower)
        # One word beside a borrowed one is no English yet: cp be了.
        if telling and sum(word not in _LOANS for word in lower) >= 2:
            return True
        # Capitals make a product's name: Charlotte Tilbury Pillow Talk.
        real = [w for w in words if w.islower() and len(w) > 1 and w not in _LOANS]
        if len([w for w in real if re.search("[aeiouy]", w)]) >= 3:
            return True
    return False


def _latin(words: Sequence[str]) -> Language:
    """Tell Chinese in Latin letters from English and from the rest; `words` are in lower case."""
    if all(map(_is_initialism, words)):
        return Language.ZH
    if (
        len(words) >= 2
        and all(_PINYIN.fullmatch(word) for word in words)
        and any(word not in _ENGLISH_SYLLABLES for word in words)
        and not sum(word in _FUNCTION for word in words) * 2 > len(words)
    ):
        return Language.ZH
    english = sum(word in _FUNCTION for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    marked = sum(not word.isascii() for word in words)
    if foreign > english and (foreign >= 2 or marked):
        return Language.OTHER
    if marked * 3 > len(words) and not english and len(words) > 1:
        return Language.OTHER
    return Language.EN


def _is_initialism(word: str) -> bool:
    if word in _INITIALISMS:
        return True
    return (
        2 <= len(word) <= 8
        and word.isascii()
        and word.isalnum()
        and word not in _VOWELLESS_ENGLISH
        and not re.search(r"[aeiou]", word)
        and not re.fullmatch(r"\d+[a-z]+\d*|[a-z]\d+", word)
    )


def _is_cantonese(plain: str) -> bool:
    """Weigh Cantonese words against Mandarin ones; one telling word is enough where none is."""
    strong = len(_CANTONESE_STRONG.findall(plain))
    score = 2 * strong + len(_CANTONESE_WEAK.findall(plain))
    return score >= 2 and score > len(_MANDARIN.findall(plain))


@lru_cache(maxsize=2)
def _converter(config: str) -> Any:
    return opencc.OpenCC(config)


@lru_cache(maxsize=8192)
def _changes(char: str, config: str) -> bool:
    converted: str = _converter(config).convert(char)
    return converted != char


def is_traditional(text: str) -> bool:
    """Say whether more characters of `text` are traditional only than simplified only."""
    han = _HAN.findall(text)
    # The way back is asked only where it can matter: its table takes 50 ms to load.
    traditional = sum(_changes(char, "t2s") for char in han)
    return traditional > 0 and traditional > sum(_changes(char, "s2t") for char in han)
