"""Download a package file, going on where it stopped; only ever when the user asked for it."""

from __future__ import annotations

import http.client
import re
import time
import urllib.parse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from app.errors import UserError
from app.http_stream import (
    SILENCE_SECONDS,
    RefusedError,
    Stream,
    no_connection,
    refused,
    require_https,
)
from app.package_check import MAX_BYTES, require_space
from app.packages import sha256_of

ATTEMPTS = 4
_REPORT_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes that are there, bytes in all if the server said so, and bytes per second."""

    received: int
    total: int | None
    speed: float


@dataclass(frozen=True, slots=True)
class Download:
    """A file that came whole: its size in bytes, its SHA-256, and where it came from."""

    file: Path
    size: int
    sha256: str
    address: str


@dataclass(frozen=True, slots=True)
class _State:
    """What must be the same for a download to go on where it stopped."""

    address: str
    validator: str = ""
    total: int | None = None


class _RestartError(Exception):
    """What came so far is of no use; begin at the beginning."""


def download(
    links: Sequence[str],
    folder: Path,
    *,
    progress: Callable[[Progress], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
    silence: float = SILENCE_SECONDS,
    attempts: int = ATTEMPTS,
) -> Download:
    """Download a package file into `folder`, going on where an earlier attempt stopped.

    The first link that may be used is. What came is kept when the connection breaks or the user
    cancels, and used again if the server says that its file is still the same. `silence` is how
    many seconds a server may say nothing. Raises UserError `no-connection`, `download-cut`,
    `download-refused`, `not-https`, `package-too-large`, `disk-full`; Cancelled.
    """
    address = _usable(links)
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w.-]", "_", urllib.parse.urlsplit(address).path.rsplit("/", 1)[-1])
    part = _Part(folder / f"{name.strip('.') or 'package'}.part", address)
    for _ in range(attempts):
        try:
            if part.is_whole or _fetch(part, progress, cancelled, silence):
                file = part.finish()
                return Download(file, file.stat().st_size, sha256_of(file), address)
        except _RestartError:
            part.discard()
        except RefusedError as error:
            if error.status != http.client.REQUESTED_RANGE_NOT_SATISFIABLE:
                raise refused(error) from error
            part.discard()
        except (OSError, http.client.HTTPException) as error:
            if isinstance(error, OSError) and error.filename is not None:
                raise  # the disk, not the network
    if not part.size:
        raise no_connection()
    raise UserError(
        "download-cut",
        "The connection broke again and again; {megabytes} MB are here.",
        "Try again later: the download goes on where it stopped.",
        megabytes=f"{part.size / 1024**2:,.1f}",
    )


class _Part:
    """A file that is not whole yet, and beside it what the server said of it."""

    def __init__(self, file: Path, address: str) -> None:
        self.file = file
        self._state_file = file.with_name(f"{file.name}.json")
        try:
            self.state = msgspec.json.decode(self._state_file.read_bytes(), type=_State)
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            self.state = _State("")
        if self.state.address != address:
            self.state = _State(address)
            self.discard()

    @property
    def size(self) -> int:
        return self.file.stat().st_size if self.file.exists() else 0

    @property
    def is_whole(self) -> bool:
        """Tell whether all of it came, and the program was stopped just then."""
        return self.state.total is not None and self.size == self.state.total

    def headers(self) -> dict[str, str]:
        """Return what asks the server to go on, if what is here can be trusted to fit."""
        if not self.size or not self.state.validator:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": self.state.validator}

    def remember(self, state: _State) -> None:
        self.state = state
        self._state_file.write_bytes(msgspec.json.encode(state))

    def discard(self) -> None:
        self.file.unlink(missing_ok=True)
        self._state_file.unlink(missing_ok=True)
        self.state = _State(self.state.address)

    def finish(self) -> Path:
        target = self.file.with_suffix("")
        self.file.replace(target)
        self._state_file.unlink(missing_ok=True)
        return target


def _fetch(
    part: _Part,
    progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    silence: float,
) -> bool:
    """Read one answer into the file; tell whether the file is whole now."""
    stream = Stream(part.state.address, part.headers(), timeout=silence, cancelled=cancelled)
    try:
        start, total = _place(stream, part)
        if total is not None and total > MAX_BYTES:
            raise _too_large()
        require_space(part.file.parent, (total or 0) - start)
        part.remember(_State(part.state.address, _validator(stream), total))
        received = start
        began = reported = time.monotonic()
        with part.file.open("ab" if start else "wb") as out:
            for chunk in stream.chunks():
                out.write(chunk)
                received += len(chunk)
                if received > (MAX_BYTES if total is None else total):
                    raise _RestartError if total is not None else _too_large()
                now = time.monotonic()
                if now - reported >= _REPORT_SECONDS:
                    reported = now
                    progress(Progress(received, total, (received - start) / (now - began)))
        if total is not None and received < total:
            return False
        speed = (received - start) / max(time.monotonic() - began, 1e-6)
        progress(Progress(received, total, speed))
        return True
    finally:
        stream.close()


def _place(stream: Stream, part: _Part) -> tuple[int, int | None]:
    """Return where in the file the answer begins, and how long the file will be, if known."""
    headers = {name.lower(): value for name, value in stream.headers.items()}
    if stream.status == http.client.PARTIAL_CONTENT:
        found = re.fullmatch(r"bytes (\d+)-(\d+)/(\d+)", headers.get("content-range", ""))
        if not found or int(found[1]) != part.size or _validator(stream) != part.state.validator:
            raise _RestartError
        if part.state.total not in (None, int(found[3])):
            raise _RestartError
        return part.size, int(found[3])
    length = headers.get("content-length", "")
    return 0, int(length) if length.isdecimal() else None


def _validator(stream: Stream) -> str:
    """Return the strong ETag or else the date of the file; "" if it cannot be known again."""
    headers = {name.lower(): value for name, value in stream.headers.items()}
    tag = headers.get("etag", "")
    return tag if tag and not tag.startswith("W/") else headers.get("last-modified", "")


def _usable(links: Sequence[str]) -> str:
    for link in links:
        try:
            require_https(link)
        except UserError:
            continue
        return link
    require_https(links[0] if links else "")
    raise AssertionError("require_https refused every link but the first")


def _too_large() -> UserError:
    return UserError(
        "package-too-large",
        "The file is larger than any real package.",
        "Get the package elsewhere and install it from the file.",
    )
