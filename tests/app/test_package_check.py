from __future__ import annotations

import json
import random
import shutil
import stat
import struct
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import package_check
from app.errors import UserError
from app.package_check import read_metadata, unpack
from app.packages import PackageStore
from tests.app.package_files import bundled_folder, make_folder, pack

TOP = "translate-zh_en-1_0"
METADATA = json.dumps({"package_version": "1.0", "from_code": "zh", "to_code": "en"})
GOOD = {
    f"{TOP}/metadata.json": METADATA,
    f"{TOP}/model/model.bin": "x",
    f"{TOP}/sentencepiece.model": "x",
}


def write(archive: Path, members: dict[str, str], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(archive, "w", compression) as opened:
        for name, text in members.items():
            opened.writestr(name, text)
    return archive


def refusal(archive: Path, into: Path) -> str:
    """Return the code of the refusal, having seen that nothing lies outside `into`."""
    into.mkdir(exist_ok=True)
    before = {path for path in into.parent.rglob("*") if into not in path.parents}
    with pytest.raises(UserError) as failure:
        unpack(archive, into)
    assert {path for path in into.parent.rglob("*") if into not in path.parents} == before
    assert failure.value.remedy
    return failure.value.code


def test_a_package_is_unpacked_without_its_sentence_splitter(tmp_path: Path) -> None:
    extra = {f"{TOP}/stanza/zh/a.pt": "x", f"{TOP}/minisbd/a": "x", "__MACOSX/._a": "x"}
    folder = unpack(write(tmp_path / "a.zip", {**GOOD, **extra}), tmp_path)
    assert sorted(p.name for p in folder.iterdir()) == [
        "metadata.json",
        "model",
        "sentencepiece.model",
    ]


@pytest.mark.parametrize(
    "name",
    [
        "../evil",
        f"{TOP}/../../evil",
        "/etc/evil",
        "C:/evil",
        "C:\\evil",
        f"{TOP}\\..\\evil",
        f"{TOP}//evil",
        f"{TOP}/./evil",
        f"{TOP}/a\x00b",
        f"{TOP}/a\nb",
        f"{TOP}/ .. /evil",
        f"{TOP}/METADATA.json",
    ],
)
def test_a_name_that_plays_tricks_is_refused(tmp_path: Path, name: str) -> None:
    archive = write(tmp_path / "a.zip", {**GOOD, "placeholder" + "_" * len(name): "x"})
    raw = archive.read_bytes()
    fake = name.encode()
    old = ("placeholder" + "_" * len(name)).encode()
    # The names are changed in the bytes, since zipfile would tidy them on writing.
    padded = fake + b"_" * (len(old) - len(fake))
    archive.write_bytes(raw.replace(old, padded))
    if name.endswith("METADATA.json"):
        archive = write(tmp_path / "b.zip", {**GOOD, name: "x"})
    assert refusal(archive, tmp_path / "into") == "package-unsafe"


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFIFO, stat.S_IFSOCK])
def test_links_and_devices_are_refused(tmp_path: Path, kind: int) -> None:
    archive = write(tmp_path / "a.zip", GOOD)
    with zipfile.ZipFile(archive, "a") as opened:
        info = zipfile.ZipInfo(f"{TOP}/link")
        info.external_attr = (kind | 0o777) << 16
        opened.writestr(info, "/etc/passwd")
    assert refusal(archive, tmp_path / "into") == "package-unsafe"


def test_too_many_files_are_refused(tmp_path: Path) -> None:
    many = {f"{TOP}/{number}": "" for number in range(package_check.MAX_MEMBERS)}
    archive = write(tmp_path / "a.zip", {**GOOD, **many})
    assert refusal(archive, tmp_path / "into") == "package-unsafe"


def test_a_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in GOOD.items():
            opened.writestr(name, text)
        opened.writestr(f"{TOP}/bomb", bytes(20_000_000))
    assert refusal(tmp_path / "a.zip", tmp_path / "into") == "package-too-large"


def test_a_file_that_is_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in GOOD.items():
            opened.writestr(name, text)
        opened.writestr(f"{TOP}/bomb", bytes(4_000_000))
    raw = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(raw.replace(struct.pack("<I", 4_000_000), b"\x10\0\0\0"))
    assert refusal(tmp_path / "a.zip", tmp_path / "into") in ("not-a-package", "package-unsafe")
    bombs = list((tmp_path / "into").rglob("bomb"))
    assert all(path.stat().st_size <= 16 for path in bombs)


def test_no_room_on_the_disk_is_noticed_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage(10, 10, 1000))
    archive = write(tmp_path / "a.zip", GOOD)
    assert refusal(archive, tmp_path / "into") == "disk-full"
    assert not list((tmp_path / "into").iterdir())


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({}, "not-a-package"),
        ({"a/metadata.json": "{}", "b/metadata.json": "{}"}, "not-a-package"),
        ({"metadata.json": METADATA}, "not-a-package"),
        ({f"{TOP}/readme": "x"}, "not-a-package"),
        ({f"{TOP}/metadata.json": METADATA}, "package-broken"),
        ({k: v for k, v in GOOD.items() if "sentence" not in k}, "package-broken"),
    ],
)
def test_an_archive_that_is_no_package_is_refused(
    tmp_path: Path, members: dict[str, str], code: str
) -> None:
    assert refusal(write(tmp_path / "a.zip", members), tmp_path / "into") == code


@pytest.mark.parametrize(
    "metadata",
    [
        "",
        "[]",
        '{"from_code": "zh", "to_code": "en"}',
        '{"x":' * 9999,
        '{"from_code": "zh", "to_code": "zh", "package_version": "1"}',
        '{"from_code": "../..", "to_code": "en", "package_version": "1"}',
        '{"from_code": "zh", "to_code": "en", "package_version": "new/../.."}',
        '{"from_code": "zh", "to_code": 1, "package_version": "1"}',
        '{"from_code": "zh", "to_code": "en", "package_version": "1", "type": "sbd"}',
    ],
)
def test_metadata_that_makes_no_sense_are_refused(tmp_path: Path, metadata: str) -> None:
    (tmp_path / "metadata.json").write_text(metadata)
    with pytest.raises(UserError) as failure:
        read_metadata(tmp_path)
    assert failure.value.code == "package-broken"


@pytest.mark.parametrize("cut", [0, 10, 1000, 1_000_000])
def test_half_an_archive_is_refused(tmp_path: Path, cut: int) -> None:
    archive = pack(make_folder(tmp_path / "made"), tmp_path / "whole.zip")
    half = tmp_path / "half.zip"
    half.write_bytes(archive.read_bytes()[:cut])
    assert refusal(half, tmp_path / "into") == "not-a-package"


def test_a_damaged_archive_is_refused_by_its_checksums(tmp_path: Path) -> None:
    archive = pack(make_folder(tmp_path / "made"), tmp_path / "a.zip")
    raw = bytearray(archive.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    archive.write_bytes(raw)
    assert refusal(archive, tmp_path / "into") == "not-a-package"


def test_a_model_that_does_not_load_is_not_installed(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "made")
    model = folder / "model" / "model.bin"
    noise = random.Random(1).randbytes(10_000)
    for bytes_now in (b"", noise, model.read_bytes()[:1_000_000]):
        model.write_bytes(bytes_now)
        archive = pack(folder, tmp_path / "a.argosmodel")
        store = PackageStore(bundled_folder().parent, tmp_path / "user")
        with pytest.raises(UserError) as failure:
            store.install(archive)
        assert failure.value.code == "package-broken"
        assert not list((tmp_path / "user").iterdir())


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(
    st.binary(max_size=40),
    st.integers(0, 600),
    st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA]),
)
def test_no_bytes_in_an_archive_lead_to_anything_but_a_refusal(
    tmp_path: Path, noise: bytes, at: int, compression: int
) -> None:
    raw = bytearray(write(tmp_path / "a.zip", GOOD, compression).read_bytes())
    raw[at : at + len(noise)] = noise
    (tmp_path / "a.zip").write_bytes(raw)
    into = tmp_path / "into"
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir()
    try:
        folder = unpack(tmp_path / "a.zip", into)
    except UserError:
        pass
    else:
        assert folder.parent == into
    assert {path.name for path in tmp_path.iterdir()} == {"a.zip", "into"}
