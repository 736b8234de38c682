"""Change pairs the way people type comments, without changing what they say."""

import random
import re

from training.cleaning import Pair

EMOJI = re.findall(
    r"\S+",
    "😂 🤣 😭 🥹 😅 😆 🥺 😍 🥰 😘 😋 🤔 🙄 😤 😱 "
    "🤯 😴 🤤 🙂 😏 👍 🙏 💪 👏 👀 🔥 ✨ 💯 ❤️ 💕 "
    "💔 🎉 🌹 🌸 🐱 🐶 🍉 🍵 ☕ 📌 ✅ 💰 ",
)
_FULL = str.maketrans(",!?:;()", "，！？：；（）")
_HALF = str.maketrans("，！？：；（）", ",!?:;()")
_REPEATED = re.compile(r"([啊哈呀哦嗯呜吧呢！？!?~～])(?=$|[^\1])")
_LATIN = re.compile(r"[A-Za-z]{2,}")
_SHORT = {
    "to be honest": ("tbh",),
    "not gonna lie": ("ngl",),
    "i don't know": ("idk", "dunno"),
    "i don't care": ("idc",),
    "i guess": ("ig",),
    "oh my god": ("omg",),
    "by the way": ("btw",),
    "in my opinion": ("imo",),
    "for real": ("fr",),
    "right now": ("rn",),
    "let me know": ("lmk",),
    "as far as i know": ("afaik",),
    "i love you": ("ily",),
    "haha": ("lol", "lmao"),
    "hahaha": ("lol", "lmao", "lmfao"),
    "hahahaha": ("lmao", "lmaooo", "LOL"),
    "please": ("pls", "plz"),
    "thanks": ("thx", "tysm"),
    "thank you": ("ty", "thank u"),
    "because": ("bc", "cuz", "cause"),
    "though": ("tho",),
    "people": ("ppl",),
    "really": ("rly",),
    "probably": ("prob", "probs"),
    "definitely": ("def",),
    "favorite": ("fav", "fave"),
    "about": ("abt",),
    "without": ("w/o",),
    "with": ("w/",),
    "you": ("u",),
    "you're": ("ur", "youre"),
    "your": ("ur",),
    "are": ("r",),
    "going to": ("gonna",),
    "want to": ("wanna",),
    "got to": ("gotta",),
    "have to": ("gotta",),
    "kind of": ("kinda",),
    "okay": ("ok", "k"),
    "yes": ("yep", "yeah", "ya"),
    "what the hell": ("wth",),
    "what the fuck": ("wtf",),
    "especially": ("esp",),
    "minutes": ("mins",),
    "message": ("msg",),
    "message me": ("dm me",),
    "boyfriend": ("bf",),
    "girlfriend": ("gf",),
    "best friend": ("bff", "bestie"),
    "birthday": ("bday",),
    "tomorrow": ("tmr",),
    "picture": ("pic",),
    "pictures": ("pics",),
}
_LONG = re.compile(
    rf"(?<![\w'])(?:{'|'.join(sorted(map(re.escape, _SHORT), key=len, reverse=True))})(?![\w'])",
    re.I,
)
_STRETCHED = re.compile(r"\b(so|no|yes|oh|love|cute|wow|aw)\b", re.I)


def no_final_stop(pair: Pair) -> Pair:
    """Leave out the last full stop on both sides."""
    zh, en = pair
    if zh[-1:] in tuple("。.！!") and en[-1:] in tuple(".!") and not en.endswith(".."):
        return zh[:-1], en[:-1]
    return pair


def spaces_for_commas(pair: Pair) -> Pair:
    """Write blanks for commas and inner stops in the Chinese; English keeps its own."""
    return re.sub(r"[，,。；]\s*(?=.)", " ", pair[0]), pair[1]


def no_punctuation(pair: Pair) -> Pair:
    """Run the clauses of the Chinese together."""
    return re.sub(r"[，。！；、](?=.)", "", pair[0]), pair[1]


def stretched(pair: Pair, rng: random.Random) -> Pair:
    """Repeat an interjection or a mark in the Chinese: one 哈 becomes three."""
    places = list(_REPEATED.finditer(pair[0]))
    if not places:
        return pair
    m = rng.choice(places)
    return pair[0][: m.start()] + m[1] * rng.randint(2, 4) + pair[0][m.end() :], pair[1]


def other_width(pair: Pair) -> Pair:
    """Swap half-width and full-width punctuation in the Chinese."""
    zh = pair[0]
    half = any(ord(c) in _FULL for c in zh)
    return zh.translate(_FULL if half else _HALF), pair[1]


def lower_case(pair: Pair) -> Pair:
    """Write Latin words of the Chinese side in small letters; the English keeps its capitals."""
    return _LATIN.sub(lambda m: m[0].lower(), pair[0]), pair[1]


def with_emoji(pair: Pair, rng: random.Random) -> Pair:
    """End both sides with the same emoji, one to three of them."""
    tail = rng.choice(EMOJI) * rng.choices((1, 2, 3), (6, 2, 1))[0]
    gap = rng.choice(("", " "))
    return pair[0] + gap + tail, pair[1].rstrip() + gap + tail


def typed(pair: Pair, rng: random.Random) -> Pair:
    """Apply one to three habits, drawn at random."""
    for habit in rng.sample(range(8), rng.choices((1, 2, 3), (5, 3, 1))[0]):
        if habit in (0, 1):
            pair = no_final_stop(pair)
        elif habit == 2:
            pair = spaces_for_commas(pair)
        elif habit == 3 and len(pair[0]) <= 16:  # in longer ones the clauses would be lost
            pair = no_punctuation(pair)
        elif habit == 4:
            pair = stretched(pair, rng)
        elif habit == 5:
            pair = other_width(pair)
        elif habit == 6:
            pair = lower_case(pair)
        elif habit == 7 and rng.random() < 0.5:
            pair = with_emoji(pair, rng)
    return pair


def joined(first: Pair, second: Pair, rng: random.Random) -> Pair:
    """Set two short pairs side by side as one comment; the Chinese parts by a blank or comma."""
    zh = first[0].rstrip("。.") + rng.choice((" ", " ", "，")) + second[0].rstrip("。.")
    en = first[1] if first[1][-1:] in ".!?" else first[1] + "."
    return zh, f"{en} {second[1]}"


def shortened(text: str, rng: random.Random) -> str:
    """Write some of the English the short way of chats: *to be honest* as *tbh*."""

    def short(m: re.Match[str]) -> str:
        return rng.choice(_SHORT[m[0].lower()]) if rng.random() < 0.6 else m[0]

    return _LONG.sub(short, text)


def _stretched_word(m: re.Match[str]) -> str:
    return m[0] + m[0][-1] * 3


def typed_english(pair: Pair, rng: random.Random) -> Pair:
    """Type the English carelessly, one to four habits drawn at random; the Chinese stays."""
    zh, en = pair
    for habit in sorted(rng.sample(range(6), rng.choices((1, 2, 3, 4), (3, 4, 2, 1))[0])):
        if habit == 0:
            en = shortened(en, rng)
        elif habit == 1:
            en = en.lower()
        elif habit == 2:
            en = re.sub("['’]", "", en)
        elif habit == 3 and rng.random() < 0.5:
            en = re.sub(r"[,;](?=\s)|(?<=\w)\.(?=\s|$)", "", en)
        elif habit == 4 and rng.random() < 0.5:
            en = _STRETCHED.sub(_stretched_word, en, count=1)
            en = re.sub(r"[!?]$", lambda m: m[0] * rng.randint(2, 3), en)
        elif habit == 5:
            zh, en = no_final_stop((zh, en))
            en = en.removesuffix(".") if not en.endswith("..") else en
    return zh, en
