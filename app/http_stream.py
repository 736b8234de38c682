"""Read an address over HTTP in a way that can be given up at any moment.

A socket that waits for a server cannot be asked to stop, so a thread of its own reads and hands
over what came; whoever cancels goes away at once, and the thread ends with its socket's timeout.
"""

from __future__ import annotations

import contextlib
import http.client
import queue
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from typing import IO

from app.engine import Cancelled
from app.errors import UserError

SILENCE_SECONDS = 20.0
"""How long a server may say nothing."""

CHUNK_BYTES = 64 * 1024
_LOOK_UP_SECONDS = 0.05
_ADDRESS_SIGNS = "%/:?#[]@!$&'()*+,;=~"
_LOCAL = ("localhost", "127.0.0.1", "::1")


class RefusedError(Exception):
    """The server answered with a failure; `status` is its number."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.status = status


class Stream:
    """An answer that is being read: `status`, `headers`, and then `chunks()`.

    Opening and reading raise OSError or http.client.HTTPException when the connection fails,
    RefusedError when the server says no, UserError `not-https`, and Cancelled.
    """

    def __init__(
        self,
        address: str,
        headers: Mapping[str, str],
        *,
        timeout: float,
        cancelled: Callable[[], bool],
    ) -> None:
        """Ask for `address` and wait for the answer to begin; `timeout` in seconds of silence."""
        require_https(address)
        self._cancelled = cancelled
        self._abandoned = threading.Event()
        self._parts: queue.Queue[bytes | Exception | tuple[int, Mapping[str, str]]]
        self._parts = queue.Queue(maxsize=8)
        request = urllib.request.Request(
            urllib.parse.quote(address, safe=_ADDRESS_SIGNS),
            headers={"User-Agent": "Pinglun", "Accept-Encoding": "identity", **headers},
        )
        self._thread = threading.Thread(target=self._read, args=(request, timeout), daemon=True)
        self._thread.start()
        first = self._take()
        if not isinstance(first, tuple):
            raise OSError("an answer without a beginning")
        self.status, self.headers = first

    def chunks(self) -> Iterator[bytes]:
        """Yield the bytes of the answer as they come, until the server closes or all is there."""
        while chunk := self._take():
            if isinstance(chunk, bytes):
                yield chunk

    def close(self) -> None:
        """Stop caring; the thread ends as soon as its socket lets it."""
        self._abandoned.set()

    def _take(self) -> bytes | tuple[int, Mapping[str, str]]:
        while True:
            if self._cancelled():
                self.close()
                raise Cancelled
            try:
                part = self._parts.get(timeout=_LOOK_UP_SECONDS)
            except queue.Empty:
                continue
            if isinstance(part, Exception):
                raise part
            return part

    def _read(self, request: urllib.request.Request, timeout: float) -> None:
        opener = urllib.request.build_opener(_CarefulRedirects)
        try:
            with opener.open(request, timeout=timeout) as answer:
                self._hand_over((answer.status, dict(answer.headers.items())))
                self._read_body(answer)
            self._hand_over(b"")
        except urllib.error.HTTPError as error:
            error.close()
            self._hand_over(RefusedError(error.code))
        except (OSError, http.client.HTTPException, UserError, ValueError) as error:
            self._hand_over(error)

    def _read_body(self, answer: IO[bytes]) -> None:
        read1: Callable[[int], bytes] = getattr(answer, "read1", answer.read)
        while not self._abandoned.is_set() and (chunk := read1(CHUNK_BYTES)):
            self._hand_over(chunk)

    def _hand_over(self, part: bytes | Exception | tuple[int, Mapping[str, str]]) -> None:
        while not self._abandoned.is_set():
            try:
                self._parts.put(part, timeout=_LOOK_UP_SECONDS)
            except queue.Full:
                continue
            return


class _CarefulRedirects(urllib.request.HTTPRedirectHandler):
    """Follow redirects, but never away from https."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        try:
            require_https(newurl)
        except UserError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def require_https(address: str) -> None:
    """Raise UserError `not-https` unless the address is https, or http on this very machine."""
    with contextlib.suppress(ValueError):
        parts = urllib.parse.urlsplit(address)
        if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL):
            return
    raise UserError(
        "not-https",
        "The address does not begin with https, so anybody on the way could change the file.",
        "Download it in a browser you trust and install it from the file.",
    )


def no_connection() -> UserError:
    """Return what to tell the user when the network failed."""
    return UserError(
        "no-connection",
        "The server cannot be reached, or it stopped answering.",
        "Check the connection and try again, or install the package from a file.",
    )


def refused(error: RefusedError) -> UserError:
    """Return what to tell the user when the server said no."""
    return UserError(
        "download-refused",
        "The server refused with status {status}.",
        "Try again later, or get the package elsewhere and install it from the file.",
        status=error.status,
    )
