"""The slang and culture entries: what one is, how they are loaded, what they are indexed by.

The files are `resources/lexicon/*.json`; their format is `resources/lexicon/lexicon.schema.json`,
which says what every field means. Loading reads what entries are found by, and the rest of each
when it is first asked for: of thousands, a comment has a few. What does not fit the dataclasses
below is refused; the schema adds rules of style that the tests and `app.lexicon_check` apply.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from app import frames
from app.errors import UserError, reason_of
from app.models import Example, Note

Verdict = Literal["known", "guess", "plain"]
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rule:
    """One context rule: when all conditions given hold, `then` is the verdict.

    `before` must match up to the start of the form, `after` from its end on, `clause` and `comment`
    anywhere in the clause or comment; all are regular expressions on the folded text. `alone` asks
    that nothing but the form has a letter, digit or Han character in that stretch.
    """

    then: Verdict
    before: str = ""
    after: str = ""
    clause: str = ""
    comment: str = ""
    alone: Literal["", "clause", "comment"] = ""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What makes a form slang here and what makes it a plain word.

    A match that lies in (or overlaps) one of `plain_in` is plain; then the first rule that holds
    decides; then `otherwise`.
    """

    plain_in: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    otherwise: Verdict = "known"


@dataclass(frozen=True, slots=True)
class Entry:
    """One expression with its variants; the schema documents each field."""

    id: str
    forms: tuple[str, ...]
    kind: str
    pos: str
    literal: str
    meaning: str
    renderings: tuple[str, ...]
    note: str
    tone: tuple[str, ...]
    register: str
    use: str
    since: str
    certainty: str
    examples: tuple[Example, ...]
    pinyin: str = ""
    repeat: bool = False
    frames: tuple[str, ...] = ()
    slots: dict[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    alone: str = ""
    standard: str = ""
    engine: Literal["", "standard", "rendering", "keep"] = ""
    offence: int = 0
    use_note: str = ""
    region: str = ""
    boundary: Literal["", "free"] = ""
    context: Context | None = None
    plain_examples: tuple[Example, ...] = ()
    see: tuple[str, ...] = ()

    def fillers(self, surface: str) -> dict[str, str]:
        """Return what fills the slots of this entry's frame where it stands as `surface`."""
        return frames.read(self.frames, self.slots, surface) if self.frames else {}

    def to_note(
        self,
        surface: str,
        chinese: Mapping[str, str] = _NOTHING,
        english: Mapping[str, str] = _NOTHING,
    ) -> Note:
        """Return what is shown about this entry where it stands as `surface`.

        `chinese` and `english` say what fills the slots of a frame (`app.frames`); an empty slot is
        shown as "…". `{}` in a rendering is the surface: some entries stand for many words that
        English shares. The pinyin is left empty for a variant that is read otherwise than the head
        form.
        """
        return Note(
            entry_id=self.id,
            surface=surface,
            literal=self.literal,
            meaning=self.meaning,
            renderings=tuple(
                frames.fill(r, english).replace("{}", surface) for r in self.renderings
            ),
            note=self.note,
            kind=self.kind,
            standard=frames.fill(self.standard, chinese),
            pinyin=self.pinyin if self._reads_as_head(surface) else "",
            tone=self.tone,
            register=self.register,
            offence=self.offence,
            use=self.use,
            use_note=self.use_note,
            since=self.since,
            certainty=self.certainty,
            examples=self.examples,
            see=self.see,
        )

    def _reads_as_head(self, surface: str) -> bool:
        """Say whether the pinyin, which is that of the head form, is also that of `surface`."""
        head = self.forms[0].casefold()
        return surface.casefold() == head or not any("\u3400" <= c <= "\u9fff" for c in surface)


@dataclass(frozen=True, slots=True)
class LexiconFile:
    """One JSON file: a title, who may use it, and its entries."""

    title: str
    licence: str
    entries: tuple[Entry, ...]
    schema: str = field(default="")


class Head(msgspec.Struct, frozen=True, gc=False):
    """What an entry is found by; the fields are those of `Entry`."""

    id: str
    forms: tuple[str, ...]
    repeat: bool = False
    frames: tuple[str, ...] = ()


class _File:
    """A file whose entries are read one by one."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self.data = data

    @cached_property
    def entries(self) -> Sequence[msgspec.Raw]:
        """The entries as they stand there."""
        return _CUT.decode(self.data).entries

    def read(self, number: int) -> Entry:
        """Read an entry, by its place. Raises UserError "lexicon-invalid"."""
        try:
            return _ENTRY.decode(self.entries[number])
        except msgspec.ValidationError as error:
            raise _invalid(self.name, f"entry {number + 1}: {error}") from error


class _Unread(msgspec.Struct, frozen=True, gc=False):
    """An entry of which only the head was read, and its place in its file."""

    head: Head
    file: _File
    number: int


class Entries(Mapping[str, Entry]):
    """Entries by id, some of which are read when they are first asked for.

    Asking for one that does not fit the format raises UserError "lexicon-invalid".
    """

    def __init__(self, items: Mapping[str, Entry | _Unread]) -> None:
        self._items = dict(items)

    @classmethod
    def of(cls, entries: Mapping[str, Entry]) -> Entries:
        """Return entries as these, which any mapping of them can be."""
        return entries if isinstance(entries, cls) else cls(entries)

    def __getitem__(self, entry_id: str) -> Entry:
        item = self._items[entry_id]
        if isinstance(item, _Unread):
            item = self._items[entry_id] = item.file.read(item.number)
        return item

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def heads(self) -> Iterator[Head | Entry]:
        """Yield what the entries are found by, without reading more."""
        return (i.head if isinstance(i, _Unread) else i for i in self._items.values())

    def changed(self, more: Mapping[str, Entry], without: Collection[str]) -> Entries:
        """Return these entries with `more`, which win, and less those `without`."""
        items = {**self._items, **more}
        return Entries({i: item for i, item in items.items() if i not in without})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries in force, by id, and a version that changes when any of them does.

    `own` names those of the user's own packs, which win where several have something to say;
    `as_written` those that the engine is always given as they stand in a comment.
    """

    entries: Mapping[str, Entry]
    version: str
    own: frozenset[str] = frozenset()
    as_written: frozenset[str] = frozenset()

    def __len__(self) -> int:
        return len(self.entries)


class _Heads(msgspec.Struct):
    """The heads of a file's entries."""

    entries: list[Head]


class _Cut(msgspec.Struct):
    """A file's entries, none of them read."""

    entries: list[msgspec.Raw]


_FILE = msgspec.json.Decoder(LexiconFile)
_CUT = msgspec.json.Decoder(_Cut)
_HEADS = msgspec.json.Decoder(_Heads)
_ENTRY = msgspec.json.Decoder(Entry)


def read_file(path: Path) -> LexiconFile:
    """Return the entries of one file, all of them read.

    Raises UserError "lexicon-unreadable" or "lexicon-invalid", naming the file and the place.
    """
    try:
        return _FILE.decode(_bytes(path))
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise _invalid(path.name, error) from error


def load(paths: Iterable[Path]) -> Lexicon:
    """Load entry files in the order given; an id that comes again replaces the earlier entry.

    Raises what `read_file` does where a file is no JSON or an entry has no id or forms; what else
    is wrong with an entry is raised when it is asked for.
    """
    items: dict[str, Entry | _Unread] = {}
    parts: list[bytes] = []
    for path in paths:
        data = _bytes(path)
        parts.append(data)
        try:
            heads = _HEADS.decode(data).entries
        except (msgspec.ValidationError, msgspec.DecodeError) as error:
            raise _invalid(path.name, error) from error
        file = _File(path.name, data)
        items.update((head.id, _Unread(head, file, n)) for n, head in enumerate(heads))
    return Lexicon(Entries(items), version_of(parts))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "lexicon-unreadable",
            "The entries in {name} could not be read: {reason}.",
            "Check that the file is there and may be read.",
            name=path.name,
            reason=reason_of(error),
        ) from error


def _invalid(name: str, reason: object) -> UserError:
    return UserError(
        "lexicon-invalid",
        "The entries in {name} do not fit the format: {reason}.",
        "Mend the file, or remove it to go on without it.",
        name=name,
        reason=reason,
    )


def version_of(parts: Iterable[bytes]) -> str:
    """Return a short name for what a lexicon is made of."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:16]


def bundled_files(folder: Path) -> Sequence[Path]:
    """Return the entry files in `folder`, in a stable order, without the schema."""
    return sorted(p for p in folder.glob("*.json") if not p.name.endswith(".schema.json"))
