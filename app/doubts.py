"""What gives cause for doubt in a comment and its translation, as flags in words, never a score.

What can be seen in a piece of engine output alone is in `app.guards`; here the comment and its
notes are at hand, too.
"""

from __future__ import annotations

import re

from app import detect, segments
from app.arrival import arrived
from app.models import Annotation, Certainty, Flag, Language, Note, Result, SegmentKind
from app.views import HAN

# A comment of so few Han characters leaves the engine nothing to go by.
_VERY_SHORT = 3
# Who asks how, how much or whether is understood however short the question.
_QUESTION = re.compile(r"[几哪谁吗呢么]")
_LATIN = re.compile(r"[A-Za-z0-9]")
# What is seen rather than read stays in the translation, and its second meaning with it.
_SIGNS = ("emoji", "sticker", "tone")
_IRONY = ("sarcastic", "ironic")
# 👍 and 谢谢你啊 can be turned around, but mostly are what they seem.
_KIND = ("friendly", "warm", "polite", "neutral", "admiring")
# Kinds whose entries mean what they say, only more of it.
_NOT_FALSE = (*_SIGNS, "address", "culture")
# Readings that only say that something is to be read.
_UNREAD = ("decode-initials", "decode-pinyin")
_ASKED = re.compile(
    r"[“\"「『]?(?P<what>[^\s，。！？,.!?“”\"「」『』]{1,8})[”\"」』]?是?(?:什么|啥)(?:意思|梗)"
)
_INITIALS = re.compile(r"(?<![A-Za-z0-9@#_./\-])[b-df-hj-np-tv-z]{3,6}(?![A-Za-z0-9@#_./\-])")


def of_comment(result: Result, translation: str) -> tuple[Flag, ...]:
    """Return what the reader should know about a comment whose translation is `translation`."""
    text = _words(result)
    found = {
        Flag.UNKNOWN_SLANG: _has_unknown_slang(result, text),
        Flag.FALSE_FRIEND: any(
            _is_false_friend(annotation, note, translation)
            for annotation, note in zip(result.annotations, result.notes, strict=True)
        ),
        Flag.SARCASM: any(_is_ironic(note, translation) for note in result.notes),
        Flag.MIXED_LANGUAGES: result.language is Language.MIXED
        or detect.OTHER_SCRIPT.search(text) is not None,
        Flag.CANTONESE: result.language is Language.YUE,
        Flag.VERY_SHORT: _is_very_short(result, text),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def _words(result: Result) -> str:
    """Return the comment without what is carried over."""
    text = result.comment.text
    parts = segments.split(text)
    return " ".join(text[s.start : s.end] for s in parts if s.kind is SegmentKind.TEXT)


def _is_very_short(result: Result, text: str) -> bool:
    return (
        0 < len(HAN.findall(text)) <= _VERY_SHORT
        and all(note.kind in _SIGNS for note in result.notes)
        and not _LATIN.search(text)
        and not _QUESTION.search(text)
    )


def _has_unknown_slang(result: Result, text: str) -> bool:
    """Say whether something is slang by its shape or company, and nobody here knows it."""
    # Brands and models are written in capitals; slang in haste, and small.
    if any(n.entry_id in _UNREAD and n.surface.islower() for n in result.notes):
        return True
    if result.language is Language.ZH and not HAN.search(text) and _INITIALS.search(text):
        return not result.annotations
    asked = _ASKED.search(text)
    return asked is not None and not any(n.surface in asked["what"] for n in result.notes)


def _is_false_friend(annotation: Annotation, note: Note, translation: str) -> bool:
    """Say whether the translation leaves a word that means something else to who reads it.

    English words that Chinese uses in its own way stand in the translation as they are; what the
    context does not decide may have been taken for the plain word.
    """
    if note.kind in _NOT_FALSE or not note.renderings or arrived(note.renderings, translation):
        return False
    if HAN.search(note.surface):
        return annotation.certainty is Certainty.GUESS
    stands = re.search(rf"(?<!\w){re.escape(note.surface)}(?!\w)", translation, re.IGNORECASE)
    return stands is not None


def _is_ironic(note: Note, translation: str) -> bool:
    """Say whether a note's expression is meant ironically, and the translation does not show it.

    A phrase whose rendering stands in the translation says there what is meant; a sign stays.
    """
    if not note.tone or note.tone[0] in _KIND:
        return False
    if note.kind in _SIGNS:
        return any(tone in _IRONY for tone in note.tone[:2])
    return note.tone[0] in _IRONY and not arrived(note.renderings, translation)
