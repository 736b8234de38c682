"""The list of packages that Argos offers; fetched only when the user asked for it."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from dataclasses import dataclass

import msgspec
from packaging.version import InvalidVersion, Version

from app.argos import import_argos_package
from app.errors import UserError
from app.http_stream import SILENCE_SECONDS, RefusedError, Stream, no_connection, refused

MAX_INDEX_BYTES = 10 * 1024**2


@dataclass(frozen=True, slots=True)
class AvailablePackage:
    """A package of the index; `links` are addresses of the same file."""

    source: str
    target: str
    source_name: str
    target_name: str
    version: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    from_code: str
    to_code: str
    package_version: str
    from_name: str = ""
    to_name: str = ""
    links: tuple[str, ...] = ()
    type: str = "translate"


def index_address() -> str:
    """Return where Argos keeps its package index."""
    import_argos_package()
    import argostranslate.settings

    return str(argostranslate.settings.remote_package_index)


def fetch_index(
    address: str,
    *,
    cancelled: Callable[[], bool] = lambda: False,
    silence: float = SILENCE_SECONDS,
) -> tuple[AvailablePackage, ...]:
    """Fetch the list of packages, sorted by their languages' names, newest first.

    Raises UserError `no-connection`, `download-refused`, `not-https`, `index-broken`; Cancelled.
    """
    data = b""
    try:
        stream = Stream(address, {}, timeout=silence, cancelled=cancelled)
        for chunk in stream.chunks():
            data += chunk
            if len(data) > MAX_INDEX_BYTES:
                stream.close()
                raise _broken_index()
    except RefusedError as error:
        raise refused(error) from error
    except (OSError, http.client.HTTPException) as error:
        raise no_connection() from error
    return parse_index(data)


def parse_index(data: bytes) -> tuple[AvailablePackage, ...]:
    """Read an index; entries that are no translation packages or make no sense are passed over."""
    try:
        entries = msgspec.json.decode(data, type=list[msgspec.Raw])
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _broken_index() from error
    packages = [package for entry in entries if (package := _listed(entry))]
    packages.sort(key=lambda p: Version(p.version), reverse=True)
    return tuple(sorted(packages, key=lambda p: (p.source_name, p.target_name)))


def _listed(entry: msgspec.Raw) -> AvailablePackage | None:
    try:
        data = msgspec.json.decode(entry, type=_Listed)
        Version(data.package_version)
    except (msgspec.MsgspecError, InvalidVersion, UnicodeDecodeError, RecursionError):
        return None
    if data.type != "translate" or not data.links:
        return None
    return AvailablePackage(
        data.from_code,
        data.to_code,
        data.from_name or data.from_code,
        data.to_name or data.to_code,
        data.package_version,
        data.links,
    )


def _broken_index() -> UserError:
    return UserError(
        "index-broken", "What the server sent is no list of packages.", "Try again later."
    )
