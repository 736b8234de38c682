"""A web server on this machine that serves one file, well or badly."""

from __future__ import annotations

import contextlib
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FileServer:
    """How the server behaves, and what it was asked."""

    def __init__(self) -> None:
        self.data = bytes(range(256)) * 2000
        self.etag = '"one"'
        self.ranges = True
        self.cuts: list[int] = []  # bytes to send before each of the next answers breaks off
        self.declared: int | None = None  # a Content-Length that is not true
        self.range_lie = ""  # a Content-Range that is not true
        self.status = 200
        self.redirect = ""
        self.hang = threading.Event()  # set it to let an answer that hangs go on
        self.hang.set()
        self.requests: list[dict[str, str]] = []
        self.address = ""

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        asked = {name.lower(): value for name, value in handler.headers.items()}
        self.requests.append(asked)
        if self.redirect:
            handler.send_response(302)
            handler.send_header("Location", self.redirect)
            handler.end_headers()
            return
        if self.status != 200:
            handler.send_error(self.status)
            return
        start = 0
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.get("range", ""))
        if wanted and self.ranges and asked.get("if-range") == self.etag:
            start = int(wanted[1])
            if start >= len(self.data):
                handler.send_error(416)
                return
            handler.send_response(206)
            truth = f"bytes {start}-{len(self.data) - 1}/{len(self.data)}"
            handler.send_header("Content-Range", self.range_lie or truth)
        else:
            handler.send_response(200)
        body = self.data[start:]
        handler.send_header("Content-Length", str(self.declared or len(body)))
        if self.etag:
            handler.send_header("ETag", self.etag)
        handler.end_headers()
        if not self.hang.is_set():
            handler.wfile.write(body[:1000])
            handler.wfile.flush()
            self.hang.wait(10)
            return
        handler.wfile.write(body[: self.cuts.pop(0)] if self.cuts else body)


@contextlib.contextmanager
def serve() -> Iterator[FileServer]:
    behaviour = FileServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with contextlib.suppress(ConnectionError):
                behaviour.answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Say nothing: a client that goes away is part of the tests."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    behaviour.address = f"http://127.0.0.1:{server.server_port}/v1/translate-zh_en-1_9.argosmodel"
    try:
        yield behaviour
    finally:
        behaviour.hang.set()
        server.shutdown()
        thread.join()
        server.server_close()
