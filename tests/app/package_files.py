"""Package folders and archives for tests, made from the bundled zh_en package."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

from app.paths import RESOURCES


def bundled_folder(direction: str = "zh_en") -> Path:
    return max((RESOURCES / "packages").glob(f"translate-{direction}-*"))


def make_folder(root: Path, version: str = "1.9", **metadata: str) -> Path:
    """Copy the bundled package as one of another version, in the layout of Argos's own."""
    folder = root / f"translate-zh_en-{version.replace('.', '_')}"
    shutil.copytree(bundled_folder(), folder)
    file = folder / "metadata.json"
    data = json.loads(file.read_bytes())
    file.write_text(json.dumps({**data, "package_version": version, **metadata}))
    return folder


def add_stanza(folder: Path) -> None:
    """Add what Argos's packages bring for their sentence splitter."""
    stanza = folder / "stanza" / "zh-hans" / "tokenize"
    stanza.mkdir(parents=True)
    (stanza / "gsdsimp.pt").write_bytes(b"not for us")
    (folder / "stanza" / "resources.json").write_text("{}")


def make_bpe(folder: Path) -> None:
    """Replace SentencePiece by the older layout: bpe.model and a vocabulary of Moses words."""
    (folder / "sentencepiece.model").unlink()
    (folder / "bpe.model").write_text("#version: 0.2\n你 好</w>\n", "utf-8")
    for name in ("source", "target"):
        file = folder / "model" / f"{name}_vocabulary.json"
        words: list[str] = json.loads(file.read_bytes())
        taken = set(words)
        for place, word in enumerate(words):
            plain = word.removeprefix("▁")
            if word != plain and plain and plain not in taken:
                words[place] = plain
                taken.add(plain)
        file.write_text(json.dumps(words), "utf-8")


def pack(folder: Path, archive: Path) -> Path:
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as opened:
        for path in sorted(folder.rglob("*")):
            opened.write(path, path.relative_to(folder.parent))
    return archive
