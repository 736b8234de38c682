"""Which pairs are fit to learn from, how their text is evened out, and which are held out."""

import hashlib
import re
from collections.abc import Iterable

Pair = tuple[str, str]  # Chinese, English

HAN = re.compile(r"[\u4e00-\u9fff]")
_WORD = re.compile(r"[A-Za-z']+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# A character of these stands in Traditional text only, and is frequent there.
_TRADITIONAL = frozenset("們這個來說時國學會對過還沒點業樣開關與為發經長進種實後應從現")
_SPACED = re.compile(r"\s+([,.?!;:])")
_GLUED = re.compile(r"(?<=[a-z])([.!?])(?=[A-Z][a-z])")
# Openings and words of paper abstracts and patents, which fill part of the example corpus.
_ABSTRACT = re.compile(
    r"^(目的|方法|结果|结论|摘要|关键词|背景|本文|文章|文中|论文|该文|绪论|采用|通过对|针对|介绍了)"
    r"|本发明|实用新型|本研究|研究了|分析了|探讨|综述|阐述|实验结果|结果表明|试验|仿真|患者|血清|细胞|蛋白"
    r"|浓度|算法|参数|机理|合成了|测定|有限元|数值|模型的|样品|催化|疗效|临床|病理|基因|发育|种群"
)
_SPLIT_WORD = re.compile(
    r"(?<![\w'’.&-])[b-hj-z] [a-z]{2,}\b"
)  # "ma inly", "m in": broken by a bad scan
_BROKEN = re.compile(r"[a-z][A-Z]{1}[a-z]+[A-Z]|accePt|\?\?|[\ufffd\u00c2\u00c3]|&[a-z]+;|<[a-z/]")


def tidy(text: str) -> str:
    """Even out spaces: none before Western punctuation, single ones elsewhere."""
    text = _SPACED.sub(r"\1", text.replace("\u00a0", " ").replace("\u3000", " "))
    return re.sub(r"\s+", " ", _GLUED.sub(r"\1 ", text)).strip()


def is_abstract(zh: str) -> bool:
    """Tell the style of scientific abstracts and patents, of which only a share is kept."""
    return bool(_ABSTRACT.search(zh))


def _numbers(text: str) -> set[str]:
    return {n.replace(",", "") for n in _NUMBER.findall(text)}


def is_sound(zh: str, en: str, max_zh: int = 60, max_en: int = 40) -> bool:
    """Tell whether a pair looks like a translation: scripts, lengths, numbers, no debris.

    `max_zh` is in characters, `max_en` in words.
    """
    han, words = len(HAN.findall(zh)), len(en.split())
    letters = sum(c.isascii() and c.isalpha() for c in zh)
    if not han or not words or HAN.search(en) or len(zh) > max_zh or words > max_en:
        return False
    if len(zh) < 0.5 * words or len(zh) > 6 * words + 6 or letters > 0.4 * len(zh):
        return False
    # Characters a Chinese character: outside this range one side says more than the other.
    if han > 6 and not 1.4 <= len(en) / len(zh) <= 6.5:
        return False
    if any(c in _TRADITIONAL for c in zh) or any(ord(c) > 0x2FFF for c in en if ord(c) < 0x1F000):
        return False
    if _BROKEN.search(en) or _SPLIT_WORD.search(en):
        return False
    # A long number on one side that the other lacks: misaligned (万 and 亿 change short ones).
    long = {n for n in _numbers(zh) ^ _numbers(en) if len(n) >= 3 and "." not in n}
    return not (long and not re.search(r"[万亿千百十世纪]|\bth|illion|hundred", zh + en))


def same_key(text: str) -> str:
    """Reduce a text to what counts when two are compared: letters, digits, Han; no case."""
    return re.sub(r"[\W_]+", "", text).casefold()


def digest(text: str) -> int:
    """Return a number that depends on the text alone, the same on every machine."""
    return int(hashlib.md5(text.encode()).hexdigest(), 16)


def is_held_out(zh: str, one_in: int) -> bool:
    """Tell whether a pair belongs to the development part of its corpus, by its Chinese."""
    return digest(zh) % one_in == 0


def clean(pairs: Iterable[Pair], seen: set[str], strict: bool = True) -> list[Pair]:
    """Tidy pairs and keep them once each; of crawled ones (`strict`) the sound ones only.

    `seen` grows by the pairs taken, so that a later corpus does not repeat an earlier one.
    """
    kept = []
    for raw_zh, raw_en in pairs:
        zh, en = tidy(raw_zh), tidy(raw_en)
        key = same_key(zh) + "\t" + same_key(en)
        if zh and en and key not in seen and (not strict or is_sound(zh, en)):
            seen.add(key)
            kept.append((zh, en))
    return kept


_SENTENCES = {
    "zh": re.compile(r"[^。！？!?…\n]+[。！？!?…]*\s*"),
    "en": re.compile(r".+?(?:(?<!\bMr)(?<!\bDr)(?<!\bMrs)[.!?…]+(?=\s|$)|$)\s*"),
}


def by_sentence(pairs: Iterable[Pair]) -> list[Pair]:
    """Cut pairs of several sentences into pairs of one, where both sides have as many.

    The program translates sentence by sentence, and long notes would not fit a batch.
    """
    cut = []
    for zh, en in pairs:
        left, right = _SENTENCES["zh"].findall(zh), _SENTENCES["en"].findall(en)
        if len(left) == len(right) > 1:
            both = [(z.strip(), e.strip()) for z, e in zip(left, right, strict=True)]
            # One side far longer: a boundary lies elsewhere, and all that follow are off.
            if all(z and e and 0.8 <= len(e) / len(z) <= 9 for z, e in both):
                cut += both
    return cut


def cap_abstracts(pairs: list[Pair], share: float) -> list[Pair]:
    """Drop abstract-like pairs beyond `share` of the whole, choosing by hash, order kept."""
    abstract = [is_abstract(zh) for zh, _ in pairs]
    room = share / (1 - share) * (len(pairs) - sum(abstract))
    keep = room / max(1, sum(abstract))
    return [
        pair
        for pair, odd in zip(pairs, abstract, strict=True)
        if not odd or digest("cap" + pair[0]) % 10_000 < keep * 10_000
    ]
