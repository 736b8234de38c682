"""Rows read straight from the pages of a damaged SQLite file.

SQLite finds rows from the root of a tree downwards: one bad page near the root hides all below it.
The leaves themselves are mostly whole, and can be told by their first byte. The layout is that of
https://www.sqlite.org/fileformat2.html, sections 1.5, 1.6 and 2.1; whatever does not fit it is
passed over. The write-ahead log is not looked at.
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Value = None | int | float | str | bytes

_TABLE_LEAF = 0x0D
_INDEX_LEAF = 0x0A
_WIDTHS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_LARGEST_PAYLOAD = 256 * 2**20


@dataclass(frozen=True, slots=True)
class PageRow:
    """A row of some table. `rowid` is None where the table (or index) has none."""

    rowid: int | None
    values: tuple[Value, ...]


class _BrokenError(Exception):
    """Something does not fit the format."""


def read_rows(path: Path) -> Iterator[PageRow]:
    """Yield every row that lies on a leaf of a table or of an index, in the order of pages.

    Nothing in a leaf says to which table it belongs; that is for the caller to tell from the
    values. Raises OSError.
    """
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return
        with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            size = _page_size(data)
            for number in range(1, len(data) // size + 1):
                yield from _Page(data, size, number).rows()


def _page_size(data: mmap.mmap) -> int:
    """Return the page size from the header, or SQLite's default when the header is gone."""
    if data[:16] == b"SQLite format 3\x00" and len(data) > 100:
        (size,) = struct.unpack_from(">H", data, 16)
        size = 65536 if size == 1 else size
        if 512 <= size <= 65536 and size & (size - 1) == 0:
            return int(size)
    return 4096


class _Page:
    def __init__(self, data: mmap.mmap, size: int, number: int) -> None:
        self._data = data
        self._size = size
        self._start = (number - 1) * size
        self._header = self._start + (100 if number == 1 else 0)
        self._kind = data[self._header]

    def rows(self) -> Iterator[PageRow]:
        if self._kind not in (_TABLE_LEAF, _INDEX_LEAF):
            return
        (count,) = struct.unpack_from(">H", self._data, self._header + 3)
        if self._header + 8 + 2 * count > self._start + self._size:
            return
        for at in struct.unpack_from(f">{count}H", self._data, self._header + 8):
            try:
                yield self._row(self._start + at)
            except (_BrokenError, IndexError, struct.error, UnicodeDecodeError):
                continue

    def _row(self, at: int) -> PageRow:
        length, at = _varint(self._data, at)
        rowid = None
        if self._kind == _TABLE_LEAF:
            rowid, at = _varint(self._data, at)
        return PageRow(rowid, _record(self._payload(length, at)))

    def _payload(self, length: int, at: int) -> bytes:
        """Return a payload, of which a long one goes on in a chain of other pages."""
        if length > _LARGEST_PAYLOAD:
            raise _BrokenError
        usable = self._size  # our files reserve nothing at the end of a page
        least = (usable - 12) * 32 // 255 - 23
        most = usable - 35 if self._kind == _TABLE_LEAF else (usable - 12) * 64 // 255 - 23
        if length <= most:
            return self._data[at : at + length]
        local = least + (length - least) % (usable - 4)
        local = local if local <= most else least
        pieces = [self._data[at : at + local]]
        (following,) = struct.unpack_from(">I", self._data, at + local)
        missing = length - local
        while missing > 0:
            start = (following - 1) * self._size
            if following == 0 or start + usable > len(self._data):
                raise _BrokenError
            (following,) = struct.unpack_from(">I", self._data, start)
            pieces.append(self._data[start + 4 : start + 4 + min(missing, usable - 4)])
            missing -= usable - 4
        return b"".join(pieces)


def _varint(data: mmap.mmap | bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes, and where it ends."""
    value = 0
    for count in range(8):
        byte = data[at + count]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64 if value >> 63 else 0), at + 9


def _record(payload: bytes) -> tuple[Value, ...]:
    """Return the values of a record; its header says of each what it is and how long."""
    header, at = _varint(payload, 0)
    if header > len(payload):
        raise _BrokenError
    kinds = []
    while at < header:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    at = header
    values: list[Value] = []
    for kind in kinds:
        value, at = _value(payload, kind, at)
        values.append(value)
    if at != len(payload):
        raise _BrokenError
    return tuple(values)


def _value(payload: bytes, kind: int, at: int) -> tuple[Value, int]:
    if kind == 0:
        return None, at
    if kind in (8, 9):
        return kind - 8, at
    if kind == 7:
        return struct.unpack_from(">d", payload, at)[0], at + 8
    if kind in _WIDTHS:
        end = at + _WIDTHS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind < 12:
        raise _BrokenError
    end = at + (kind - 12) // 2
    if end > len(payload):
        raise _BrokenError
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end
