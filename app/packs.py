"""Entries of the user's own: packs that are added, edited, switched off, exported and imported.

A pack is one JSON file in the format of the bundled entries, in the user's folder. CSV, for
spreadsheets, goes in and out through `app.packs_csv`. Nothing is half-imported: a file with a fault
is refused whole, and every fault is named with its row. Own entries win over bundled ones wherever
both have something to say about the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from app import lexicon
from app.errors import Sentence, UserError, reason_of, said
from app.lexicon import Entries, Entry, Lexicon
from app.packs_csv import Fault, read_csv, write_csv
from app.packs_json import read_json, write_json
from app.patterns import later
from app.sentences import HAN
from app.syllables import of_word

OWN = "my-words"
"""The pack that holds entries written in the program."""

_STATE = "switched-off.state"
_HAN = later(f"[{HAN}]+")
_LARGEST = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack of the user's: `name` is its file's, `trouble` why it cannot be used, if so."""

    name: str
    title: str
    entries: tuple[Entry, ...] = ()
    on: bool = True
    trouble: Sentence | str = ""


@dataclass(frozen=True, slots=True)
class _State:
    packs_off: frozenset[str] = frozenset()
    entries_off: frozenset[str] = frozenset()
    as_written: frozenset[str] = frozenset()


class PackRefused(UserError):  # noqa: N818 - named for what happened, as in the remedy
    """A file that was not imported; `faults` names what is wrong, row by row."""

    def __init__(self, name: str, faults: Sequence[Fault]) -> None:
        super().__init__(
            "pack-refused",
            "{name} was not imported. Faults in it: {count}. {shown}",
            "Mend the rows named and import the file again; nothing was changed.",
            name=name,
            count=len(faults),
            shown=" ".join(str(f) for f in faults[:3]),
        )
        self.faults = tuple(faults)


@dataclass(slots=True)
class PackStore:
    """The packs in the user's folder, and what of all entries is switched off or left as it is."""

    folder: Path
    _state: _State = field(default_factory=_State, init=False)

    def __post_init__(self) -> None:
        """Read what is switched off; a damaged note of that switches nothing off."""
        try:
            data = (self.folder / _STATE).read_bytes()
            self._state = msgspec.json.decode(data, type=_State)
        except (OSError, msgspec.DecodeError, msgspec.ValidationError):
            self._state = _State()

    # Reading

    def packs(self) -> list[Pack]:
        """Return all packs by title; one that cannot be read says why and is empty."""
        found = []
        for path in lexicon.bundled_files(self.folder):
            on = path.stem not in self._state.packs_off
            try:
                file = lexicon.read_file(path)
            except UserError as error:
                found.append(Pack(path.stem, path.stem, on=on, trouble=error.said))
            else:
                found.append(Pack(path.stem, file.title, file.entries, on))
        return sorted(found, key=lambda p: (p.name != OWN, p.title.casefold()))

    def load(self, bundled: Sequence[Path]) -> Lexicon:
        """Return the entries in force: the bundled ones, then the user's, less what is off.

        Packs that cannot be read are passed over; `packs` tells of them.
        """
        base = lexicon.load(bundled)
        own = {e.id: e for p in reversed(self.packs()) if p.on for e in p.entries}
        state = self._state
        entries = Entries.of(base.entries).changed(own, state.entries_off)
        mine = [*own.values(), *sorted(state.entries_off), "", *sorted(state.as_written)]
        version = lexicon.version_of([base.version.encode(), msgspec.json.encode(mine)])
        return Lexicon(entries, version, frozenset(own) & entries.keys(), state.as_written)

    # Switching

    def is_off(self, entry_id: str) -> bool:
        """Say whether an entry is switched off."""
        return entry_id in self._state.entries_off

    def switch_entry(self, entry_id: str, on: bool) -> None:
        """Switch one entry, bundled or own, on or off for good."""
        off = self._state.entries_off
        self._keep(replace(self._state, entries_off=off - {entry_id} if on else off | {entry_id}))

    def is_as_written(self, entry_id: str) -> bool:
        """Say whether the engine is always given an entry as it stands in a comment."""
        return entry_id in self._state.as_written

    def leave_as_written(self, entry_id: str, left: bool) -> None:
        """Give the engine an entry as it stands in every comment from now on, or no more."""
        ids = self._state.as_written
        self._keep(replace(self._state, as_written=ids | {entry_id} if left else ids - {entry_id}))

    def switch_pack(self, name: str, on: bool) -> None:
        """Switch a pack on or off; its entries stay where they are."""
        off = self._state.packs_off
        self._keep(replace(self._state, packs_off=off - {name} if on else off | {name}))

    # Writing

    def put(self, entry: Entry, pack: str = OWN) -> None:
        """Add an entry to a pack, or replace the one with its id."""
        current = self._find(pack)
        others = tuple(e for e in current.entries if e.id != entry.id)
        self._write(replace(current, entries=(*others, entry)))

    def remove_entry(self, entry_id: str, pack: str = OWN) -> Entry | None:
        """Take an entry out of a pack and return it, so that it can be put back."""
        current = self._find(pack)
        gone = next((e for e in current.entries if e.id == entry_id), None)
        if gone is not None:
            self._write(replace(current, entries=tuple(e for e in current.entries if e != gone)))
        return gone

    def remove_pack(self, name: str) -> Pack:
        """Delete a pack and return it, so that it can be put back with `restore`."""
        gone = self._find(name)
        self._path(name).unlink(missing_ok=True)
        return gone

    def restore(self, pack: Pack) -> None:
        """Put back a pack that was removed."""
        self._write(pack)

    # Out and in

    def import_file(self, path: Path) -> Pack:
        """Add the pack in a CSV or JSON file; a pack of the same name is replaced.

        Raises PackRefused with every fault, or UserError "pack-unreadable"; nothing is changed
        then.
        """
        try:
            if path.stat().st_size > _LARGEST:
                raise UserError(
                    "pack-too-large",
                    "{name} is larger than {megabytes} MB, which no pack is.",
                    "Check that it is the right file.",
                    name=path.name,
                    megabytes=_LARGEST // 2**20,
                )
            data = path.read_bytes()
        except OSError as error:
            raise UserError(
                "pack-unreadable",
                "{name} could not be read: {reason}.",
                "",
                name=path.name,
                reason=reason_of(error),
            ) from error
        if path.suffix.casefold() == ".json":
            title, entries, faults = read_json(data, path.stem)
        else:
            title = path.stem
            entries, faults = read_csv(data)
        if not faults and not entries:
            faults = [Fault(0, "", said("There is no entry in it."))]
        if faults:
            raise PackRefused(path.name, faults)
        pack = Pack(_slug(path.stem), title, tuple(entries))
        self._write(pack)
        return pack

    def export_file(self, name: str, path: Path) -> int:
        """Write a pack as CSV or JSON, by the ending of `path`; return how many entries."""
        pack = self._find(name)
        data = (
            write_json(pack.title, pack.entries)
            if path.suffix.casefold() == ".json"
            else write_csv(pack.entries).encode("utf-8-sig")
        )
        _replace_file(path, data)
        return len(pack.entries)

    def _find(self, name: str) -> Pack:
        known = next((p for p in self.packs() if p.name == name), None)
        if known is None:
            return Pack(name, "My words" if name == OWN else name)
        if known.trouble:
            raise UserError(
                "pack-damaged",
                "The pack {name} cannot be changed: {reason}",
                "Mend its file or remove the pack.",
                name=known.title,
                reason=known.trouble,
            )
        return known

    def _write(self, pack: Pack) -> None:
        _replace_file(self._path(pack.name), write_json(pack.title, pack.entries))

    def _path(self, name: str) -> Path:
        return self.folder / f"{_slug(name)}.json"

    def _keep(self, state: _State) -> None:
        self._state = state
        _replace_file(self.folder / _STATE, msgspec.json.encode(state))


def own_id(form: str, taken: Mapping[str, object]) -> str:
    """Return a free id for an own entry with this head form."""
    spelt = _HAN.sub(lambda run: "-".join(("", *of_word(run[0]), "")), form)
    bare = unicodedata.normalize("NFKD", spelt.casefold())
    letters = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", bare)).strip("-")
    base = f"own-{letters or 'entry'}"[:60]
    number = 1
    while (candidate := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    return candidate


def _slug(name: str) -> str:
    """Return a name that is safe as a file name everywhere."""
    return re.sub(r"[^\w-]+", "-", name.casefold()).strip("-_")[:80] or "pack"


def _replace_file(path: Path, data: bytes) -> None:
    """Write a file in one step. Raises UserError "pack-unwritable"."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(path.name + ".new")
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        raise unwritable(path.name, error) from error


def unwritable(name: str, error: OSError) -> UserError:
    """Return what to tell the user when a pack's file could not be written."""
    return UserError(
        "pack-unwritable",
        "{name} could not be written: {reason}.",
        "Check that there is space and that the folder may be written.",
        name=name,
        reason=reason_of(error),
    )
