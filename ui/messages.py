"""What the program says: names of kinds, flags with their reasons, errors, spoken comments."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from app.errors import Sentence, UserError
from app.models import Flag, Note, Result, Translation


@dataclass(frozen=True, slots=True)
class FlagWords:
    """A flag in words: a short label, why it is there, and what the reader can do."""

    label: str
    why: str
    remedy: str


_FLAGS: dict[Flag, tuple[str, str, str]] = {
    Flag.NO_ENGINE: (
        QT_TRANSLATE_NOOP("messages", "no language package"),
        QT_TRANSLATE_NOOP("messages", "There is no language package for this direction."),
        QT_TRANSLATE_NOOP("messages", "Add one on the Packages page. The notes work without it."),
    ),
    Flag.UNTRANSLATED: (
        QT_TRANSLATE_NOOP("messages", "left as it is"),
        QT_TRANSLATE_NOOP(
            "messages", "The engine found nothing to say to it; the original stands."
        ),
        QT_TRANSLATE_NOOP("messages", "The notes and the dictionary still work."),
    ),
    Flag.COPIED: (
        QT_TRANSLATE_NOOP("messages", "partly copied"),
        QT_TRANSLATE_NOOP("messages", "The engine copied a part of the original unchanged."),
        QT_TRANSLATE_NOOP("messages", "Look at the underlined words in the original."),
    ),
    Flag.LOOPED: (
        QT_TRANSLATE_NOOP("messages", "engine repeated itself"),
        QT_TRANSLATE_NOOP("messages", "The engine said the same again and again; it was cut."),
        QT_TRANSLATE_NOOP("messages", "Take only the first part as a translation."),
    ),
    Flag.SHORTENED: (
        QT_TRANSLATE_NOOP("messages", "probably shortened"),
        QT_TRANSLATE_NOOP(
            "messages", "Words, numbers or names of the original seem to be missing, or much of it."
        ),
        QT_TRANSLATE_NOOP("messages", "Compare it with the notes, or read it back."),
    ),
    Flag.TOO_LITERAL: (
        QT_TRANSLATE_NOOP("messages", "probably too literal"),
        QT_TRANSLATE_NOOP(
            "messages", "Slang in it was translated word for word, or set in roughly."
        ),
        QT_TRANSLATE_NOOP("messages", "Trust the notes more than the sentence."),
    ),
    Flag.UNKNOWN_SLANG: (
        QT_TRANSLATE_NOOP("messages", "unknown expression"),
        QT_TRANSLATE_NOOP(
            "messages",
            "Something in it looks like slang that is not known here; it stayed as it is.",
        ),
        QT_TRANSLATE_NOOP("messages", "Ask whoever wrote it, or add an entry of your own."),
    ),
    Flag.VERY_SHORT: (
        QT_TRANSLATE_NOOP("messages", "very short"),
        QT_TRANSLATE_NOOP("messages", "So few words can mean several things."),
        QT_TRANSLATE_NOOP("messages", "Look at what it answers."),
    ),
    Flag.MIXED_LANGUAGES: (
        QT_TRANSLATE_NOOP("messages", "mixed languages"),
        QT_TRANSLATE_NOOP("messages", "It mixes languages; what was not Chinese was kept."),
        QT_TRANSLATE_NOOP("messages", "Read what was kept as its writer put it."),
    ),
    Flag.CANTONESE: (
        QT_TRANSLATE_NOOP("messages", "Cantonese"),
        QT_TRANSLATE_NOOP(
            "messages",
            "It is Cantonese, put into standard Chinese word by word and then translated.",
        ),
        QT_TRANSLATE_NOOP("messages", "Expect it to be rougher, and little jokes to be lost."),
    ),
    Flag.SARCASM: (
        QT_TRANSLATE_NOOP("messages", "probably ironic"),
        QT_TRANSLATE_NOOP(
            "messages", "A sign or phrase in it often turns the words around, or makes them a joke."
        ),
        QT_TRANSLATE_NOOP("messages", "Read the note, and look at who is speaking to whom."),
    ),
    Flag.FALSE_FRIEND: (
        QT_TRANSLATE_NOOP("messages", "a false friend"),
        QT_TRANSLATE_NOOP(
            "messages", "A word in it looks plain, but people here often mean something else by it."
        ),
        QT_TRANSLATE_NOOP("messages", "Read its note, and see which meaning fits."),
    ),
    Flag.OTHER_LANGUAGE: (
        QT_TRANSLATE_NOOP("messages", "another language"),
        QT_TRANSLATE_NOOP("messages", "It is written in a language that is not translated here."),
        QT_TRANSLATE_NOOP("messages", "Only Chinese and English are; its notes still work."),
    ),
    Flag.CURATED: (
        QT_TRANSLATE_NOOP("messages", "a known expression"),
        QT_TRANSLATE_NOOP("messages", "All of it is in the slang book; no engine was needed."),
        QT_TRANSLATE_NOOP("messages", "Its note says more."),
    ),
}

# Good news is not a warning: it is told in the notes, not under the translation.
QUIET_FLAGS = frozenset({Flag.CURATED})

_WORDS: dict[str, str] = {
    "platform": QT_TRANSLATE_NOOP("messages", "platform slang"),
    "initials": QT_TRANSLATE_NOOP("messages", "initials"),
    "homophone": QT_TRANSLATE_NOOP("messages", "sound-alike"),
    "number": QT_TRANSLATE_NOOP("messages", "number code"),
    "mixed": QT_TRANSLATE_NOOP("messages", "letters and characters"),
    "clipped": QT_TRANSLATE_NOOP("messages", "shortened"),
    "dialect": QT_TRANSLATE_NOOP("messages", "dialect"),
    "loan": QT_TRANSLATE_NOOP("messages", "loan word"),
    "idiom": QT_TRANSLATE_NOOP("messages", "idiom"),
    "meme": QT_TRANSLATE_NOOP("messages", "meme"),
    "fandom": QT_TRANSLATE_NOOP("messages", "fan talk"),
    "gaming": QT_TRANSLATE_NOOP("messages", "gaming"),
    "euphemism": QT_TRANSLATE_NOOP("messages", "euphemism"),
    "swear": QT_TRANSLATE_NOOP("messages", "swearing"),
    "tone": QT_TRANSLATE_NOOP("messages", "tone of voice"),
    "emoji": QT_TRANSLATE_NOOP("messages", "emoji"),
    "sticker": QT_TRANSLATE_NOOP("messages", "sticker"),
    "address": QT_TRANSLATE_NOOP("messages", "form of address"),
    "culture": QT_TRANSLATE_NOOP("messages", "culture"),
    "general": QT_TRANSLATE_NOOP("messages", "slang"),
    "warm": QT_TRANSLATE_NOOP("messages", "warm"),
    "friendly": QT_TRANSLATE_NOOP("messages", "friendly"),
    "polite": QT_TRANSLATE_NOOP("messages", "polite"),
    "playful": QT_TRANSLATE_NOOP("messages", "playful"),
    "neutral": QT_TRANSLATE_NOOP("messages", "neutral"),
    "excited": QT_TRANSLATE_NOOP("messages", "excited"),
    "admiring": QT_TRANSLATE_NOOP("messages", "admiring"),
    "ironic": QT_TRANSLATE_NOOP("messages", "ironic"),
    "sarcastic": QT_TRANSLATE_NOOP("messages", "sarcastic"),
    "self-mocking": QT_TRANSLATE_NOOP("messages", "self-mocking"),
    "sad": QT_TRANSLATE_NOOP("messages", "sad"),
    "resigned": QT_TRANSLATE_NOOP("messages", "resigned"),
    "annoyed": QT_TRANSLATE_NOOP("messages", "annoyed"),
    "anxious": QT_TRANSLATE_NOOP("messages", "anxious"),
    "contemptuous": QT_TRANSLATE_NOOP("messages", "contemptuous"),
    "hostile": QT_TRANSLATE_NOOP("messages", "hostile"),
    "vulgar": QT_TRANSLATE_NOOP("messages", "vulgar"),
    "flirty": QT_TRANSLATE_NOOP("messages", "flirty"),
    "cute": QT_TRANSLATE_NOOP("messages", "cute"),
    "boastful": QT_TRANSLATE_NOOP("messages", "boastful"),
    "hopeful": QT_TRANSLATE_NOOP("messages", "hopeful"),
    "formal": QT_TRANSLATE_NOOP("messages", "formal"),
    "casual": QT_TRANSLATE_NOOP("messages", "casual"),
    "slang": QT_TRANSLATE_NOOP("messages", "slang"),
    "crude": QT_TRANSLATE_NOOP("messages", "crude"),
    "slur": QT_TRANSLATE_NOOP("messages", "slur"),
    "traditional": QT_TRANSLATE_NOOP("messages", "traditional"),
}

# What the window says in other words than the command line.
_ERRORS: dict[str, tuple[str, str]] = {
    "no-package": (
        QT_TRANSLATE_NOOP("messages", "There is no language package for this direction."),
        QT_TRANSLATE_NOOP("messages", "Add one on the Packages page. The notes work without it."),
    ),
    "no-read-back": (
        QT_TRANSLATE_NOOP("messages", "Reading back needs a language package for the way back."),
        QT_TRANSLATE_NOOP("messages", "Add one on the Packages page."),
    ),
}


def say(text: str) -> str:
    """Return one of this module's sentences in the language of the interface."""
    return QCoreApplication.translate("messages", text)


def word(name: str) -> str:
    """Return a lexicon term (kind, tone, register) in words; unknown ones as they are."""
    return say(_WORDS[name]) if name in _WORDS else name


def as_written() -> str:
    """Return what stands by an expression that was not put into other words."""
    return say(QT_TRANSLATE_NOOP("messages", "as written"))


def own_translation() -> str:
    """Return what stands below a translation that the reader wrote."""
    return say(QT_TRANSLATE_NOOP("messages", "your translation"))


def from_dictionary() -> str:
    """Return what stands for the words that the engine could be given in English."""
    return say(QT_TRANSLATE_NOOP("messages", "Words from the dictionary"))


def language(code: str) -> str:
    """Return the name of a language (ISO 639-1 code) in the language of the interface."""
    which = QLocale(code).language()
    if which is QLocale.Language.C:
        return code
    if QLocale().language() is not QLocale.Language.Chinese:
        return QLocale.languageToString(which)
    # Qt has the names of other languages in English only; these two are always there.
    return {"zh": "中文", "en": "英文"}.get(code) or QLocale(code).nativeLanguageName() or code


def flag(which: Flag) -> FlagWords:
    """Return a flag in words."""
    label, why, remedy = _FLAGS[which]
    return FlagWords(say(label), say(why), say(remedy) if remedy else "")


def error(problem: UserError) -> tuple[str, str]:
    """Return what happened and what to do, in the language of the interface."""
    if problem.code in _ERRORS:
        message, remedy = _ERRORS[problem.code]
        return say(message), say(remedy)
    return sentence(problem.said), sentence(problem.advised)


def sentence(said: Sentence | str) -> str:
    """Return a sentence of `app` in the language of the interface, its places filled."""
    if isinstance(said, str):
        return said
    text = QCoreApplication.translate("app", said.text) if said.text else ""
    if not said.places:
        return text
    filled = {
        name: sentence(place) if isinstance(place, Sentence) else place
        for name, place in said.places.items()
    }
    return text.format(**filled)


def since(note: Note) -> str:
    """Return since when an expression is current, or nothing."""
    if not note.since:
        return ""
    if note.since == "traditional":
        return say(QT_TRANSLATE_NOOP("messages", "an old expression"))
    year = note.since.removeprefix("about ")
    if year != note.since:
        return say(QT_TRANSLATE_NOOP("messages", "since about %s")) % year
    decade = year.removesuffix("s")
    if decade != year:
        return say(QT_TRANSLATE_NOOP("messages", "since the %ss")) % decade
    return say(QT_TRANSLATE_NOOP("messages", "since %s")) % year


def may_use(note: Note) -> str:
    """Return whether a newcomer may say it, and why not."""
    verdict = {
        "yes": say(QT_TRANSLATE_NOOP("messages", "You may use it.")),
        "care": say(QT_TRANSLATE_NOOP("messages", "Use it with care.")),
        "no": say(QT_TRANSLATE_NOOP("messages", "Better not use it.")),
    }.get(note.use, "")
    return f"{verdict} {note.use_note}".strip()


def certainty_line(note: Note, guess: bool, decoded: bool) -> str:
    """Return how sure the program is, or nothing where it is simply known."""
    if guess:
        return say(QT_TRANSLATE_NOOP("messages", "Probably; the words around it do not decide."))
    if decoded:
        return say(QT_TRANSLATE_NOOP("messages", "Worked out by a rule, not from the slang book."))
    if note.certainty == "likely":
        return say(QT_TRANSLATE_NOOP("messages", "The editors are fairly sure, not certain."))
    if note.certainty == "disputed":
        return say(QT_TRANSLATE_NOOP("messages", "People disagree about where this comes from."))
    return ""


def read_back(text: str) -> str:
    """Return what a translation says when read back; "" while that is worked out."""
    return say(QT_TRANSLATE_NOOP("messages", "Read back: %s")) % (text or "…")


def read_back_purpose() -> str:
    """Return what reading back is for."""
    return say(
        QT_TRANSLATE_NOOP(
            "messages",
            "The translation, put back into its first language. Where this says something else "
            "than the comment, the translation is probably wrong there, too.",
        )
    )


def spoken(result: Result, *, names: bool = True, read_back: str = "") -> str:
    """Return a comment as a screen reader should say it."""
    comment = result.comment
    parts = [comment.author if names else "", comment.text]
    translation = result.translation
    if translation is not None and translation.text:
        parts.append(say(QT_TRANSLATE_NOOP("messages", "Translation: %s")) % translation.text)
        parts += [flag(f).label for f in loud_flags(translation)]
    if read_back:
        parts.append(say(QT_TRANSLATE_NOOP("messages", "Read back: %s")) % read_back)
    if result.notes:
        surfaces = ", ".join(dict.fromkeys(note.surface for note in result.notes))
        parts.append(say(QT_TRANSLATE_NOOP("messages", "Explained: %s")) % surfaces)
    return ". ".join(part for part in parts if part)


def loud_flags(translation: Translation) -> tuple[Flag, ...]:
    """Return the flags that deserve a word under the translation."""
    return tuple(f for f in translation.flags if f not in QUIET_FLAGS)
