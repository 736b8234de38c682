"""Unpack a language package from a file nobody vouches for, and find out whether it works.

A package file is a zip archive with one folder: metadata.json, a tokenizer (sentencepiece.model or
bpe.model), a CTranslate2 model in model/, and often stanza/, spacy/ or minisbd/ for sentence
splitting, which are left in the archive. Nothing is written outside the folder that is given, and
nothing is believed before it is checked: neither names nor sizes.
"""

from __future__ import annotations

import re
import shutil
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import msgspec
from packaging.version import InvalidVersion, Version

from app.argos import ArgosEngine
from app.errors import Sentence, UserError, reason_of, said
from app.models import Flag

MAX_BYTES = 2 * 1024**3
"""Unpacked size at most; the largest packages of the Argos index are below 400 MB."""

MAX_RATIO = 60
"""Unpacked to packed size at most: int8 weights hardly shrink, vocabularies to a fifth."""

MAX_MEMBERS = 500
SPARE_BYTES = 100 * 1024**2
"""What must stay free on the disk beside the package."""

_NOT_NEEDED = ("stanza", "spacy", "minisbd")
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})?")
_CHUNK = 1024**2
_PROBES = {
    "zh": "你好，今天天气很好。",
    "zt": "你好，今天天氣很好。",
    "ja": "こんにちは、今日はいい天気です。",
    "ko": "안녕하세요, 오늘 날씨가 좋습니다.",
    "ru": "Здравствуйте, сегодня хорошая погода.",
    "ar": "مرحبا، الطقس جميل اليوم.",
}
_OTHER_PROBE = "Hello, the weather is fine today."
# What zipfile and the decompressors raise, one time or another, for bytes that are no zip archive.
_NOT_A_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_ASK_AGAIN = "Get the file again from where it came, or choose another one."


@dataclass(frozen=True, slots=True)
class Metadata:
    """What metadata.json says, as far as it matters; Argos's own field names."""

    from_code: str
    to_code: str
    package_version: str
    from_name: str = ""
    to_name: str = ""
    target_prefix: str = ""
    type: str = "translate"


def read_metadata(folder: Path) -> Metadata:
    """Read metadata.json. Raises UserError `package-broken` when fields are missing or not sane."""
    try:
        data = msgspec.json.decode((folder / "metadata.json").read_bytes(), type=Metadata)
        Version(data.package_version)
        codes = data.from_code, data.to_code
        sane = data.type == "translate" and all(_CODE.fullmatch(code) for code in codes)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError, InvalidVersion):
        sane = False
    if not sane or data.from_code == data.to_code:
        raise UserError(
            "package-broken",
            "The description of the package (metadata.json) is missing or makes no sense.",
            _ASK_AGAIN,
        )
    return data


def unpack(archive: Path, into: Path) -> Path:
    """Unpack what is needed of a package file into the folder `into`; return the package folder.

    Raises UserError: `not-a-package`, `package-unsafe`, `package-too-large`, `disk-full`,
    `package-broken`. What was unpacked till then is left for the caller to remove with `into`.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            members = _needed(opened)
            _check_sizes(members, archive, into)
            for member in members:
                _unpack_member(opened, member, into)
    except _NOT_A_ZIP as error:
        raise UserError(
            "not-a-package", "{name} is not a whole zip archive.", _ASK_AGAIN, name=archive.name
        ) from error
    except OSError as error:
        raise UserError(
            "not-readable",
            "{name} cannot be unpacked: {reason}.",
            _ASK_AGAIN,
            name=archive.name,
            reason=reason_of(error),
        ) from error
    folder = into / PurePosixPath(members[0].filename).parts[0]
    tokenizers = (folder / "sentencepiece.model", folder / "bpe.model")
    if not (folder / "model" / "model.bin").is_file() or not any(t.is_file() for t in tokenizers):
        raise UserError("package-broken", "The package has no model or no tokenizer.", _ASK_AGAIN)
    read_metadata(folder)
    return folder


def probe(folder: Path) -> None:
    """Load the package and translate a sentence with it. Raises UserError `package-broken`."""
    engine = ArgosEngine(folder)
    try:
        [output] = engine.translate([_PROBES.get(engine.source, _OTHER_PROBE)])
        works = bool(output.text) and Flag.UNTRANSLATED not in output.flags
    except Exception as error:
        raise _does_not_translate() from error
    if not works:
        raise _does_not_translate()


def _does_not_translate() -> UserError:
    return UserError(
        "package-broken", "The package loads, but does not translate a test sentence.", _ASK_AGAIN
    )


def _needed(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """Return the files to unpack, after a look at every name and kind in the archive."""
    infos = [i for i in archive.infolist() if not i.filename.startswith("__MACOSX/")]
    if len(infos) > MAX_MEMBERS:
        raise _unsafe(said("it holds {count} files", count=len(infos)))
    for info in infos:
        _check_member(info)
    names = [info.filename.rstrip("/").casefold() for info in infos]
    if len(set(names)) < len(names):
        raise _unsafe(said("two of its files have the same name"))
    files = [info for info in infos if not info.is_dir()]
    tops = {PurePosixPath(info.filename).parts[0] for info in files}
    if len(tops) != 1 or not any(i.filename == f"{min(tops)}/metadata.json" for i in files):
        raise UserError(
            "not-a-package",
            "The archive is not one folder with a metadata.json in it.",
            "Choose an .argosmodel file.",
        )
    return [i for i in files if PurePosixPath(i.filename).parts[1] not in _NOT_NEEDED]


def _check_member(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    parts = name.rstrip("/").split("/")
    if not name.isprintable() or any(sign in name for sign in '\\:*?"<>|'):
        raise _unsafe(said("a file name in it has forbidden characters"))
    if any(part in ("", ".", "..") or part != part.strip(" ") for part in parts):
        raise _unsafe(said("the file name {name} leads out of its folder", name=name))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise _unsafe(said("{name} is a link or a device, not a file", name=name))
    plain = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    if not plain or info.flag_bits & 1:
        raise _unsafe(said("it is encrypted or packed in an unusual way"))


def _unsafe(why: Sentence) -> UserError:
    return UserError("package-unsafe", "The package was refused: {reason}.", _ASK_AGAIN, reason=why)


def _check_sizes(members: list[zipfile.ZipInfo], archive: Path, into: Path) -> None:
    total = sum(info.file_size for info in members)
    if total > MAX_BYTES or total > MAX_RATIO * archive.stat().st_size:
        raise UserError(
            "package-too-large",
            "The package would unpack to {megabytes} MB, which no real package does.",
            _ASK_AGAIN,
            megabytes=f"{total / 1024**2:,.0f}",
        )
    require_space(into, total)


def require_space(folder: Path, size: int) -> None:
    """Raise UserError `disk-full` unless `size` bytes and a reserve are free where `folder` is."""
    free = shutil.disk_usage(folder).free
    if free < size + SPARE_BYTES:
        wanted = (size + SPARE_BYTES) / 1024**2
        raise UserError(
            "disk-full",
            "The disk has {free} MB free; the package needs {needed} MB.",
            "Free some space and try again.",
            free=f"{free / 1024**2:,.0f}",
            needed=f"{wanted:,.0f}",
        )


def _unpack_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, into: Path) -> None:
    """Write one file, and stop where it grows beyond the size that its header declares."""
    target = into.joinpath(*info.filename.split("/"))
    target.parent.mkdir(parents=True, exist_ok=True)
    written = 0
    with archive.open(info) as source, target.open("xb") as out:
        while chunk := source.read(_CHUNK):
            written += len(chunk)
            if written > info.file_size:
                raise _unsafe(said("{name} is larger than it says", name=info.filename))
            out.write(chunk)
