from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.download import Download, Progress, download
from app.engine import Cancelled
from app.errors import UserError
from app.package_index import fetch_index, index_address, parse_index
from app.packages import PackageStore
from tests.app.file_server import FileServer, serve
from tests.app.package_files import bundled_folder, make_folder, pack


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    monkeypatch.setenv("no_proxy", "*")
    with serve() as running:
        yield running


def fetch(server: FileServer, folder: Path, attempts: int = 4) -> Download:
    return download([server.address], folder, silence=5, attempts=attempts)


def code_of(server: FileServer, folder: Path, attempts: int = 4) -> str:
    with pytest.raises(UserError) as failure:
        fetch(server, folder, attempts)
    return failure.value.code


def whole(got: Download, server: FileServer) -> bool:
    leftovers = [p for p in got.file.parent.iterdir() if p != got.file]
    return got.file.read_bytes() == server.data and not leftovers


def test_a_file_arrives_whole_with_its_checksum(server: FileServer, tmp_path: Path) -> None:
    seen: list[Progress] = []
    got = download([server.address], tmp_path, progress=seen.append)
    assert whole(got, server)
    assert got.file.name == "translate-zh_en-1_9.argosmodel"
    assert got.sha256 == hashlib.sha256(server.data).hexdigest()
    assert got.size == len(server.data)
    assert (seen[-1].received, seen[-1].total) == (got.size, got.size)
    assert seen[-1].speed > 0


def test_cut_connections_are_taken_up_where_they_broke(server: FileServer, tmp_path: Path) -> None:
    server.cuts = [100_000, 150_000]
    assert whole(fetch(server, tmp_path), server)
    assert [r.get("range") for r in server.requests] == [None, "bytes=100000-", "bytes=250000-"]
    assert server.requests[1]["if-range"] == server.etag


def test_what_came_before_giving_up_is_used_the_next_time(
    server: FileServer, tmp_path: Path
) -> None:
    server.cuts = [100_000, 1000]
    assert code_of(server, tmp_path, attempts=2) == "download-cut"
    assert whole(fetch(server, tmp_path), server)
    assert server.requests[-1]["range"] == "bytes=101000-"


def test_a_file_that_changed_meanwhile_is_fetched_anew(server: FileServer, tmp_path: Path) -> None:
    server.cuts = [100_000]
    assert code_of(server, tmp_path, attempts=1) == "download-cut"
    server.data, server.etag = server.data[::-1], '"two"'
    assert whole(fetch(server, tmp_path), server)


@pytest.mark.parametrize("etag", ["", 'W/"weak"'])
def test_without_a_reliable_tag_nothing_is_pieced_together(
    server: FileServer, tmp_path: Path, etag: str
) -> None:
    server.etag = etag
    server.cuts = [100_000]
    assert whole(fetch(server, tmp_path), server)
    assert all("range" not in request for request in server.requests)


def test_a_server_that_ignores_ranges_starts_over(server: FileServer, tmp_path: Path) -> None:
    server.ranges = False
    server.cuts = [100_000]
    assert whole(fetch(server, tmp_path), server)


@pytest.mark.parametrize("lie", ["bytes 0-511999/512000", "bytes 100000-5/9", "nonsense"])
def test_a_server_that_lies_about_its_ranges_is_not_believed(
    server: FileServer, tmp_path: Path, lie: str
) -> None:
    server.cuts = [100_000]
    server.range_lie = lie
    assert whole(fetch(server, tmp_path), server)


def test_a_server_that_promises_more_than_it_sends_never_counts_as_done(
    server: FileServer, tmp_path: Path
) -> None:
    server.declared = len(server.data) + 1000
    server.ranges = False
    assert code_of(server, tmp_path) == "download-cut"
    assert not (tmp_path / "translate-zh_en-1_9.argosmodel").exists()


def test_a_file_of_absurd_size_is_refused_before_it_is_fetched(
    server: FileServer, tmp_path: Path
) -> None:
    server.declared = 10**12
    assert code_of(server, tmp_path) == "package-too-large"


def test_a_full_disk_is_noticed_before_anything_is_fetched(
    server: FileServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 1000))
    assert code_of(server, tmp_path) == "disk-full"


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_refusal_is_said(server: FileServer, tmp_path: Path, status: int) -> None:
    server.status = status
    assert code_of(server, tmp_path) == "download-refused"
    assert len(server.requests) == 1


def test_a_server_that_is_not_there_is_said(server: FileServer, tmp_path: Path) -> None:
    nobody = server.address.replace("127.0.0.1", "localhost").rsplit(":", 1)[0] + ":1/a"
    with pytest.raises(UserError) as failure:
        download([nobody], tmp_path, silence=1)
    assert failure.value.code == "no-connection"


def test_a_server_that_falls_silent_is_left_and_what_came_is_kept(
    server: FileServer, tmp_path: Path
) -> None:
    server.hang.clear()
    with pytest.raises(UserError) as failure:
        download([server.address], tmp_path, silence=0.1, attempts=1)
    assert failure.value.code == "download-cut"
    server.hang.set()
    assert whole(fetch(server, tmp_path), server)
    assert server.requests[-1]["range"] == "bytes=1000-"


def test_cancelling_does_not_wait_for_the_server(server: FileServer, tmp_path: Path) -> None:
    server.hang.clear()
    began = time.perf_counter()
    with pytest.raises(Cancelled):
        download([server.address], tmp_path, silence=30, cancelled=lambda: len(server.requests) > 0)
    assert time.perf_counter() - began < 5
    server.hang.set()
    assert whole(fetch(server, tmp_path), server)


def test_a_download_that_was_complete_when_the_program_stopped_needs_no_server(
    server: FileServer, tmp_path: Path
) -> None:
    part = tmp_path / "translate-zh_en-1_9.argosmodel.part"
    part.write_bytes(server.data)
    state = {"address": server.address, "validator": server.etag, "total": len(server.data)}
    (tmp_path / f"{part.name}.json").write_text(json.dumps(state))
    assert whole(fetch(server, tmp_path), server)
    assert server.requests == []


@pytest.mark.parametrize("state", ["", "{", '{"address": "https://elsewhere/"}'])
def test_a_part_of_unknown_origin_is_thrown_away(
    server: FileServer, tmp_path: Path, state: str
) -> None:
    part = tmp_path / "translate-zh_en-1_9.argosmodel.part"
    part.write_bytes(b"junk")
    (tmp_path / f"{part.name}.json").write_text(state)
    assert whole(fetch(server, tmp_path), server)


@pytest.mark.parametrize(
    "links",
    [["http://example.org/a"], ["ftp://example.org/a"], ["file:///etc/passwd"], ["http://["], []],
)
def test_only_https_is_used(tmp_path: Path, links: list[str]) -> None:
    with pytest.raises(UserError) as failure:
        download(links, tmp_path)
    assert failure.value.code == "not-https"


def test_a_redirect_may_not_leave_https(server: FileServer, tmp_path: Path) -> None:
    server.redirect = "http://example.org/translate.argosmodel"
    assert code_of(server, tmp_path) == "not-https"


def test_an_address_cannot_choose_where_the_file_goes(server: FileServer, tmp_path: Path) -> None:
    server.address = server.address.rsplit("/", 1)[0] + "/..%2F..\\..\\evil name"
    got = fetch(server, tmp_path)
    assert got.file.parent == tmp_path
    assert whole(got, server)


def test_a_downloaded_package_installs_and_remembers_where_it_came_from(
    server: FileServer, tmp_path: Path
) -> None:
    archive = pack(make_folder(tmp_path / "made"), tmp_path / "a.zip")
    server.data = archive.read_bytes()
    got = fetch(server, tmp_path / "downloads")
    store = PackageStore(bundled_folder().parent, tmp_path / "user")
    package = store.install(got.file, address=got.address)
    assert package.origin is not None
    assert package.origin.address == server.address
    assert package.origin.sha256 == got.sha256


ENTRY = {
    "package_version": "1.9",
    "argos_version": "1.9",
    "from_code": "zh",
    "from_name": "Chinese",
    "to_code": "en",
    "to_name": "English",
    "links": ["https://example.org/translate-zh_en-1_9.argosmodel"],
    "code": "translate-zh_en",
}


def test_the_index_is_read_and_what_makes_no_sense_is_passed_over(server: FileServer) -> None:
    bad = [{**ENTRY, "package_version": "x"}, {**ENTRY, "links": []}, {**ENTRY, "type": "sbd"}, 7]
    older = {**ENTRY, "package_version": "1.10"}
    arabic = {**ENTRY, "from_code": "ar", "from_name": "Arabic"}
    server.data = json.dumps([ENTRY, *bad, older, arabic]).encode()
    found = fetch_index(server.address)
    assert [(p.source, p.target, p.version) for p in found] == [
        ("ar", "en", "1.9"),
        ("zh", "en", "1.10"),
        ("zh", "en", "1.9"),
    ]
    assert found[-1].links == tuple(ENTRY["links"])


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff", b"<html>", b"[" * 5000])
def test_what_is_no_index_is_said(data: bytes) -> None:
    with pytest.raises(UserError) as failure:
        parse_index(data)
    assert failure.value.code == "index-broken"


def test_an_index_that_does_not_end_is_refused(server: FileServer) -> None:
    server.data = b"[" + b" " * (11 * 1024**2)
    with pytest.raises(UserError) as failure:
        fetch_index(server.address)
    assert failure.value.code == "index-broken"


def test_the_index_address_is_argos_own_and_safe() -> None:
    assert index_address().startswith("https://")
    assert index_address().endswith("index.json")
