"""Spelling that plays: letters and characters set apart, Morse, split characters, initials."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.lexicon import Entry
from app.models import Annotation, Certainty, Note
from app.patterns import later
from app.views import HAN

Finding = tuple[Annotation, Note]

_HAN = "\u3400-\u9fff"
_APART = later(
    rf"(?<![a-zA-Z0-9{_HAN}])[a-zA-Z0-9{_HAN}](?P<gap>[ 　]|[ ]?[！!。.·•～~\-—_|*][ ]?)"
    rf"[a-zA-Z0-9{_HAN}](?:(?P=gap)[a-zA-Z0-9{_HAN}])+(?![a-zA-Z0-9{_HAN}])"
)
_GAPS = frozenset(" 　！!。.·•～~-—_|*")
_PICTURED = later(rf"[（(【\[「]([{_HAN}])[）)】\]」](?:[（(【\[「]([{_HAN}])[）)】\]」])+")
_BRACKETS = frozenset("（(【[「")

_MORSE_RUN = later(r"(?<![.\-/_·−–—])[.\-·−–—]{1,6}(?:[ /|]+[.\-·−–—]{1,6}){2,}(?![.\-·−–—])")
# International Morse code, ITU-R M.1677-1.
_MORSE = {
    ".-": "a", "-...": "b", "-.-.": "c", "-..": "d", ".": "e", "..-.": "f", "--.": "g",
    "....": "h", "..": "i", ".---": "j", "-.-": "k", ".-..": "l", "--": "m", "-.": "n",
    "---": "o", ".--.": "p", "--.-": "q", ".-.": "r", "...": "s", "-": "t", "..-": "u",
    "...-": "v", ".--": "w", "-..-": "x", "-.--": "y", "--..": "z", "-----": "0", ".----": "1",
    "..---": "2", "...--": "3", "....-": "4", ".....": "5", "-....": "6", "--...": "7",
    "---..": "8", "----.": "9",
}  # fmt: skip

# Characters that are written as their halves; only those that no sentence has by chance.
_SPLIT = {
    "弓虽": "强", "走召": "超", "马叉虫": "骚", "口乞": "吃", "女马": "妈", "亻尔": "你",
    "目艮": "眼", "口合": "哈", "犭句": "狗", "忄白": "怕", "扌丁": "打", "氵去": "法",
    "米田共": "粪", "尸米": "屎", "尸水": "尿", "女子子": "好", "讠兑": "说", "钅戋": "钱",
}  # fmt: skip
_SPLIT_RUN = later("|".join(sorted(map(re.escape, _SPLIT), key=len, reverse=True)))

_LETTER = later("[a-z]")

# The syllables of standard Chinese in pinyin, initial and final.
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsryw])(?:iang|uang|iong|ang|eng|ing|ong|uai|iao|ian|uan"
    r"|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ui|uo|ua|ue|ve|a|e|i|o|u|v)"
)
_SYLLABLES = later(rf"(?<![a-z0-9@#_.'-]){_SYLLABLE}(?: {_SYLLABLE})+(?![a-z0-9@_.'-])")
# At least three letters beside a character, for there a short one is mostly a label (b站, a货).
_GLUED = later(
    rf"(?<![a-z0-9@#_.' -])(?=[a-z]{{3}}){_SYLLABLE}(?=[{_HAN}])"
    rf"|(?<=[{_HAN}])(?=[a-z]{{3}}){_SYLLABLE}(?![a-z0-9@_.' -])"
)
# Syllables that are English words or names first.
_ENGLISH_TOO = frozenset(
    "he me we she the can man fan men ten pen den long song bang sang gang king sing wing ping "
    "die lie pie tie sue due cue hue so to no go do be hi ha la ma pa bin pin sin tin win ban sun "
    "run fun gun bun hen you hey may pay lay gay day lei yes yo mu lu hang rang pan tan ran tang "
    "dan han nan ben ken ruin guy nice live cut mark cos max bus tui gei mai hua shein tao hao "
    "get set let yue song peng ins ding ling pang mao bao chai hong kong gen rua cia dian".split()
)
# What may stand between an English word and the next.
_BETWEEN = " ,.'’"
_WORD_AFTER = later(rf"[{_BETWEEN}]*[a-z]")
_LETTERS = later(r"(?<![a-z0-9@#_./\-])[b-df-hj-np-tv-z]{2,6}(?![a-z0-9@_./\-])")
# Letters without a vowel that are units, formats and names the world over.
_NOT_INITIALS = frozenset(
    "kg km cm mm ml mg kw mb gb tb kb hz ph pc tv dvd cd pdf ppt psd png jpg gif svg html css php "
    "js ts sql xml vr hr pr vs mv kpop ktv nba cba fbi ny nyc bmw lv dj mc sd hd cpu gpu ssd "
    "ccd cia gps vpn wps http www mp th nd rd st dr mr ms mrs ltd rtx gtx gdp dna rna hpv nft bbc "
    "cctv bgm bbq pvc psg wc ct mri tvb sk sms pm bb tt hh xx xxx zzz xs xl xxl xxxl ss lp mlb nfl "
    "nhl spf hdmi nfc wwf bts ptsd rpg fps mmd ntr pvp".split()
)


def apart(text: str, folded: str, look_up: Callable[[str], Entry | None]) -> list[Finding]:
    """Read what is spelled with gaps (y y d s, 五！老！师！, 【绝】【了】).

    Known expressions give their entry; Han characters alone are joined again, since nobody sets
    four characters apart by chance; anything else is left as it is.
    """
    # Most comments have none of these marks; Python is slow with the patterns themselves.
    hits = [] if _GAPS.isdisjoint(folded) else [*_APART.finditer(folded)]
    if not _BRACKETS.isdisjoint(folded):
        hits += _PICTURED.finditer(folded)
    found: list[Finding] = []
    for hit in hits:
        joined = re.sub(rf"[^a-z0-9{_HAN}]", "", hit.group())
        end = hit.end()
        if end < len(folded) and folded[end] in "！!。.～~" and hit.group()[1:2] == folded[end]:
            end += 1
        surface = text[hit.start() : end]
        entry = look_up(joined)
        if entry is not None:
            note = entry.to_note(surface)
        elif re.fullmatch(rf"[{_HAN}]{{3,}}", joined):
            note = Note(
                entry_id="decode-apart",
                surface=surface,
                literal="",
                meaning=f"{joined}, every character set apart",
                renderings=(),
                note="Setting each character apart slows the voice down, for stress, for drama or "
                "to slip past a filter. Read together it is an ordinary word.",
                kind="tone",
                standard=joined,
            )
        else:
            continue
        found.append((Annotation(hit.start(), end, note.entry_id, Certainty.DECODED), note))
    return found


def morse(text: str) -> list[Finding]:
    """Read runs of dots and dashes parted by spaces or strokes; all of them must be letters."""
    found: list[Finding] = []
    for hit in _MORSE_RUN.finditer(text):
        marks = hit.group().translate(str.maketrans("·−–—", ".---"))
        groups = [g.split() for g in re.split(r"\s*[/|]\s*|\s{3,}", marks)]
        if any(mark not in _MORSE for group in groups for mark in group):
            continue
        # A stroke parts letters where nothing else does, and words where spaces part letters.
        gap = "" if all(len(group) == 1 for group in groups) else " "
        reading = gap.join("".join(_MORSE[mark] for mark in group) for group in groups)
        note = Note(
            entry_id="decode-morse",
            surface=hit.group(),
            literal="",
            meaning=f"Morse code for “{reading}”",
            renderings=(reading,),
            note="Dots and dashes are Morse code, played as a small riddle in comments. The "
            "letters often hide pinyin initials or an English word.",
            kind="number",
        )
        found.append((Annotation(hit.start(), hit.end(), "decode-morse", Certainty.DECODED), note))
    return found


def split_characters(text: str, folded: str) -> list[Finding]:
    """Read characters that are written as their two halves (弓虽 for 强)."""
    found: list[Finding] = []
    for hit in _SPLIT_RUN.finditer(folded):
        whole = _SPLIT[hit.group()]
        note = Note(
            entry_id="decode-split",
            surface=text[hit.start() : hit.end()],
            literal="",
            meaning=f"the character {whole}, written as its parts",
            renderings=(),
            note="A character is taken apart into its left and right half, as a joke or to slip "
            "past a filter. Push the parts together to read it.",
            kind="clipped",
            standard=whole,
        )
        found.append((Annotation(hit.start(), hit.end(), "decode-split", Certainty.DECODED), note))
    return found


def pinyin(text: str, folded: str) -> list[Finding]:
    """Say of syllables typed in Latin letters among Chinese that they are pinyin, read aloud.

    Two tokens or more in a row (qiu fen xiang), or one that takes the place of a character in a
    word (kou令); a single word on its own is left alone, for English has many that look like one.
    """
    if folded.isascii() or not _LETTER.search(folded) or not HAN.search(folded):
        return []
    found: list[Finding] = []
    done = 0
    for hit in (*_SYLLABLES.finditer(folded), *_GLUED.finditer(folded)):
        tokens = re.findall("[a-z]+", hit.group())
        if all(t in _ENGLISH_TOO for t in tokens) or hit.start() < done:
            continue
        done = max(done, hit.end())
        note = Note(
            entry_id="decode-pinyin",
            surface=text[hit.start() : hit.end()],
            literal="",
            meaning="a word typed in pinyin instead of characters; read it aloud",
            renderings=(),
            note="Words are typed as they sound, in pinyin without tones, for fun, in haste or to "
            "slip past a filter. Which characters are meant only the sentence can tell.",
            kind="homophone",
        )
        found.append((Annotation(hit.start(), hit.end(), "decode-pinyin", Certainty.GUESS), note))
    return found


def initials(text: str, folded: str, look_up: Callable[[str], Entry | None]) -> list[Finding]:
    """Say of letters without a vowel, among Chinese, that they are probably pinyin initials.

    No reading is offered: what they stand for only the thread can tell, and a wrong one is worse
    than none. The engine is given the letters as they stand.
    """
    if folded.isascii() or not _LETTER.search(folded) or not HAN.search(folded):
        return []
    found: list[Finding] = []
    for hit in _LETTERS.finditer(folded):
        letters = hit.group()
        if letters in _NOT_INITIALS or len(set(letters)) == 1 or look_up(letters) is not None:
            continue
        if _ends_with_word(folded, hit.start()) or _WORD_AFTER.match(folded, hit.end()):
            continue  # English stands next to it
        note = Note(
            entry_id="decode-initials",
            surface=text[hit.start() : hit.end()],
            literal="",
            meaning="probably the first letters of a phrase in pinyin, or of a name",
            renderings=(),
            note="Young people shorten phrases and names of stars to the first letters of their "
            f"pinyin: {' '.join(letters)} would be {len(letters)} characters. Often only the "
            "people of one fandom know which, and asking is welcome.",
            kind="initials",
        )
        found.append((Annotation(hit.start(), hit.end(), "decode-initials", Certainty.GUESS), note))
    return found


def _ends_with_word(folded: str, end: int) -> bool:
    """Say whether an English word stands before `end`."""
    while end and folded[end - 1] in _BETWEEN:
        end -= 1
    return end > 0 and "a" <= folded[end - 1] <= "z"
