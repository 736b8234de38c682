"""Language packages: the bundled ones and those the user added."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import msgspec
from packaging.version import Version

from app.argos import ArgosEngine
from app.errors import UserError
from app.package_check import probe, read_metadata, unpack

_PREVIOUS = ".previous"
_INCOMING = ".incoming-"
_PREFERRED = "preferred.json"
_ORIGIN = "origin.json"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an added package came from: the archive's SHA-256 and size in bytes, and its address.

    `address` is the URL it was downloaded from, or the name of the file it was installed from.
    """

    sha256: str
    size: int
    address: str


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """One package folder; `size` is in bytes, `about` the text of its README.md (licence, sources).

    `origin` is known for packages that the user added.
    """

    source: str
    target: str
    source_name: str
    target_name: str
    version: str
    folder: Path
    bundled: bool
    size: int
    about: str = ""
    origin: Origin | None = None

    @property
    def pair(self) -> str:
        """The direction as package names write it, "zh_en"."""
        return f"{self.source}_{self.target}"


class PackageStore:
    """The packages in two folders, `bundled` (only read) and `user`; one thread changes them."""

    def __init__(self, bundled: Path, user: Path) -> None:
        self._bundled = bundled
        self._user = user

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Return all packages, best first; folders that hold none are passed over."""
        preferred = self._preferred()

        def rank(package: InstalledPackage) -> tuple[bool, bool, Version]:
            chosen = preferred.get(package.pair) == _label(package)
            return chosen, not package.bundled, Version(package.version)

        roots = ((self._user, False), (self._bundled, True))
        found = [
            package
            for root, bundled in roots
            for file in sorted(root.glob("[!.]*/metadata.json"))
            if (package := _read(file.parent, bundled))
        ]
        return tuple(sorted(found, key=rank, reverse=True))

    def best(self, source: str, target: str) -> InstalledPackage | None:
        """Return the preferred package for a direction, or the user's own, or the newest."""
        pair = (source, target)
        return next((p for p in self.installed() if (p.source, p.target) == pair), None)

    def open_engine(self, source: str, target: str) -> ArgosEngine:
        """Load the engine for a direction. Raises UserError `no-package` or `package-broken`."""
        package = self.best(source, target)
        if package is None:
            raise UserError(
                "no-package",
                "There is no language package for {source} to {target}.",
                "Add one on the language packages page, or with: pinglun packages install FILE",
                source=source,
                target=target,
            )
        return ArgosEngine(package.folder)

    def install(self, file: Path, *, address: str = "") -> InstalledPackage:
        """Check a package file and add it; an older one for its direction can be rolled back to.

        `address` is where the file was downloaded from, if it was. Nothing changes unless all
        checks pass and the package translates a sentence. Raises UserError, with the codes of
        `app.package_check.unpack` and `probe`.
        """
        if not file.is_file():
            raise UserError(
                "not-a-package", "{name} is not a file.", "Choose another file.", name=file.name
            )
        self._user.mkdir(parents=True, exist_ok=True)
        self._clear_incoming()
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=self._user) as temporary:
            folder = unpack(file, Path(temporary))
            probe(folder)
            origin = Origin(sha256_of(file), file.stat().st_size, address or file.name)
            (folder / _ORIGIN).write_bytes(msgspec.json.encode(origin))
            data = read_metadata(folder)
            pair = f"{data.from_code}_{data.to_code}"
            self._set_aside(pair)
            version = str(Version(data.package_version)).replace(".", "_")
            folder.replace(self._user / f"translate-{pair}-{version}")
        self._prefer(pair, "")
        package = self.best(data.from_code, data.to_code)
        assert package is not None
        return package

    def remove(self, package: InstalledPackage) -> None:
        """Delete a package that the user added. Raises UserError `bundled-package`."""
        if package.bundled:
            raise UserError(
                "bundled-package",
                "This package came with the program and stays.",
                "Prefer another package for its direction instead.",
            )
        # Renamed first: what is half deleted must not look like a package.
        doomed = package.folder.with_name(f"{_INCOMING}{package.folder.name}")
        package.folder.replace(doomed)
        shutil.rmtree(doomed)

    def prefer(self, package: InstalledPackage) -> None:
        """Use this package for its direction, whatever others there are."""
        self._prefer(package.pair, _label(package))

    def previous(self, source: str, target: str) -> InstalledPackage | None:
        """Return the package that was replaced last in a direction, if it can be gone back to."""
        files = sorted((self._user / _PREVIOUS / f"{source}_{target}").glob("*/metadata.json"))
        return _read(files[0].parent, bundled=False) if files else None

    def roll_back(self, source: str, target: str) -> InstalledPackage:
        """Put back the package that was replaced last, and keep the present one in its stead.

        Raises UserError `no-previous`.
        """
        previous = self.previous(source, target)
        if previous is None:
            raise UserError("no-previous", "There is no earlier package to go back to.")
        pair, folder = previous.pair, previous.folder
        with tempfile.TemporaryDirectory(prefix=_INCOMING, dir=self._user) as temporary:
            waiting = Path(temporary) / folder.name
            folder.replace(waiting)
            self._set_aside(pair)
            waiting.replace(self._user / folder.name)
        self._prefer(pair, "")
        package = self.best(source, target)
        assert package is not None
        return package

    def _set_aside(self, pair: str) -> None:
        """Move the user's package for a direction away, so that it can be rolled back to."""
        current = [p for p in self.installed() if p.pair == pair and not p.bundled]
        if current:
            place = self._user / _PREVIOUS / pair
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir(parents=True)
            for package in current:
                package.folder.replace(place / package.folder.name)

    def _clear_incoming(self) -> None:
        """Remove what an installation left that was killed on the way."""
        for folder in self._user.glob(f"{_INCOMING}*"):
            shutil.rmtree(folder, ignore_errors=True)

    def _preferred(self) -> dict[str, str]:
        try:
            data = (self._user / _PREFERRED).read_bytes()
            return msgspec.json.decode(data, type=dict[str, str])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
            return {}

    def _prefer(self, pair: str, label: str) -> None:
        chosen = self._preferred()
        if chosen.get(pair, "") == label:
            return
        self._user.mkdir(parents=True, exist_ok=True)
        temporary = self._user / f"{_PREFERRED}.new"
        temporary.write_bytes(msgspec.json.encode({**chosen, pair: label}))
        temporary.replace(self._user / _PREFERRED)


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _label(package: InstalledPackage) -> str:
    return f"{'bundled' if package.bundled else 'user'}/{package.folder.name}"


def _read(folder: Path, bundled: bool) -> InstalledPackage | None:
    try:
        data = read_metadata(folder)
    except UserError:
        return None
    readme = folder / "README.md"
    return InstalledPackage(
        source=data.from_code,
        target=data.to_code,
        source_name=data.from_name or data.from_code,
        target_name=data.to_name or data.to_code,
        version=data.package_version,
        folder=folder,
        bundled=bundled,
        size=sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()),
        about=readme.read_text("utf-8", "replace") if readme.is_file() else "",
        origin=_read_origin(folder),
    )


def _read_origin(folder: Path) -> Origin | None:
    try:
        return msgspec.json.decode((folder / _ORIGIN).read_bytes(), type=Origin)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None
