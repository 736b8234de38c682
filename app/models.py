"""The words everything else speaks: frozen values, no behaviour beyond what they are.

Offsets are code points in `Comment.text`. Sequences are tuples. Identity (row ids) lives only in
storage.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """What a comment is written in, as far as the program tells languages apart."""

    ZH = "zh"
    YUE = "yue"
    EN = "en"
    JA = "ja"
    KO = "ko"
    MIXED = "mixed"
    OTHER = "other"
    NONE = "none"


class SegmentKind(StrEnum):
    """TEXT goes to the engine; everything else is carried over unchanged."""

    TEXT = "text"
    EMOJI = "emoji"
    STICKER = "sticker"
    TOPIC = "topic"
    MENTION = "mention"
    URL = "url"
    KAOMOJI = "kaomoji"
    CODE = "code"


class Certainty(StrEnum):
    """How an annotation was reached: a curated entry, a rule, or a guess that says so."""

    KNOWN = "known"
    DECODED = "decoded"
    GUESS = "guess"


class Flag(StrEnum):
    """What the reader should know about a translation; a word, never a score."""

    NO_ENGINE = "no-engine"
    UNTRANSLATED = "untranslated"
    COPIED = "copied"
    LOOPED = "looped"
    SHORTENED = "shortened"
    TOO_LITERAL = "too-literal"
    UNKNOWN_SLANG = "unknown-slang"
    VERY_SHORT = "very-short"
    MIXED_LANGUAGES = "mixed-languages"
    CANTONESE = "cantonese"
    SARCASM = "sarcasm"
    FALSE_FRIEND = "false-friend"
    OTHER_LANGUAGE = "other-language"
    CURATED = "curated"


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment as it was pasted.

    `posted`, `place` and `likes` keep the platform's own wording ("3天前", "广东", "1.2万");
    `reply_to` is the name that is answered; `ordinal` is the place in the paste, from 0;
    `depth` is 0 for a comment and 1 for a reply; `badges` holds 作者, 置顶, 首评 and the like.
    """

    text: str
    author: str = ""
    posted: str = ""
    place: str = ""
    likes: str = ""
    reply_to: str = ""
    ordinal: int = 0
    depth: int = 0
    badges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of `Comment.text`; the segments of a comment cover it without gap or overlap."""

    start: int
    end: int
    kind: SegmentKind


@dataclass(frozen=True, slots=True)
class Annotation:
    """Where in the comment something is explained. `entry_id` names a lexicon entry or decoder."""

    start: int
    end: int
    entry_id: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Example:
    """A Chinese sentence and its English."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Note:
    """What is shown about one annotation.

    `surface` is the text as it stands in the comment, `standard` what plain Chinese would say in
    its place, if that can be said in the same sentence.
    """

    entry_id: str
    surface: str
    literal: str
    meaning: str
    renderings: tuple[str, ...]
    note: str
    kind: str
    standard: str = ""
    pinyin: str = ""
    tone: tuple[str, ...] = ()
    register: str = ""
    offence: int = 0
    use: str = ""
    use_note: str = ""
    since: str = ""
    certainty: str = ""
    examples: tuple[Example, ...] = ()
    see: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Substitution:
    """What the engine was given in place of `Comment.text[start:end]`, and why."""

    start: int
    end: int
    replacement: str
    entry_id: str


BY_HAND = "by hand"
"""The engine named in a translation that the reader corrected; the engine's own wording is then
the first of the alternatives."""


@dataclass(frozen=True, slots=True)
class Translation:
    """What came back, with everything carried over in its place.

    `source` and `target` are language codes; `engine` names the package and version that made it.
    `without` are the entries that the reader did not want substituted in this comment.
    """

    text: str
    source: str
    target: str
    engine: str
    alternatives: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    substitutions: tuple[Substitution, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A comment and what is known of it. `notes[i]` explains `annotations[i]`."""

    comment: Comment
    language: Language
    annotations: tuple[Annotation, ...] = ()
    notes: tuple[Note, ...] = ()
    translation: Translation | None = None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """A remembered result. `thread_id` groups what was pasted together."""

    id: int
    thread_id: int
    created_at: str
    result: Result
    favourite: bool = False
    tags: tuple[str, ...] = ()
    remark: str = ""
