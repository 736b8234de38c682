"""Language packages: the bundled ones and those the user added."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from packaging.version import InvalidVersion, Version

from app.argos import ArgosEngine
from app.errors import UserError


@dataclass(frozen=True, slots=True)
class InstalledPackage:
    """One package folder; `size` is in bytes, `about` the text of its README.md, if any."""

    source: str
    target: str
    source_name: str
    target_name: str
    version: str
    folder: Path
    bundled: bool
    size: int
    about: str = ""


class PackageStore:
    """The packages in two folders, `bundled` (read only) and `user`."""

    def __init__(self, bundled: Path, user: Path) -> None:
        self._bundled = bundled
        self._user = user

    def installed(self) -> tuple[InstalledPackage, ...]:
        """Return all packages, those of the user first, then the newest first."""
        found = [
            package
            for root, bundled in ((self._user, False), (self._bundled, True))
            for folder in _folders(root)
            if (package := _read(folder, bundled))
        ]
        return tuple(
            sorted(found, key=lambda p: (not p.bundled, _version(p.version)), reverse=True)
        )

    def best(self, source: str, target: str) -> InstalledPackage | None:
        """Return the package for a direction: user-added before bundled, then the newest."""
        pair = (source, target)
        return next((p for p in self.installed() if (p.source, p.target) == pair), None)

    def open_engine(self, source: str, target: str) -> ArgosEngine:
        """Load the engine for a direction. Raises UserError `no-package` or `package-broken`."""
        package = self.best(source, target)
        if package is None:
            raise UserError(
                "no-package",
                f"There is no language package for {source} to {target}.",
                "Add one on the language packages page, or with: pinglun packages install FILE",
            )
        return ArgosEngine(package.folder)


def _folders(root: Path) -> list[Path]:
    return sorted(path.parent for path in root.glob("*/metadata.json"))


def _read(folder: Path, bundled: bool) -> InstalledPackage | None:
    try:
        data = json.loads((folder / "metadata.json").read_text("utf-8"))
        source, target = data["from_code"], data["to_code"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    readme = folder / "README.md"
    return InstalledPackage(
        source=source,
        target=target,
        source_name=data.get("from_name", source),
        target_name=data.get("to_name", target),
        version=data.get("package_version", ""),
        folder=folder,
        bundled=bundled,
        size=sum(p.stat().st_size for p in folder.rglob("*") if p.is_file()),
        about=readme.read_text("utf-8", "replace") if readme.is_file() else "",
    )


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")
