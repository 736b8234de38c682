"""One compressed file with all that training needs, to carry to another machine; and back."""

import io
import lzma
import tarfile
from pathlib import Path

LIMIT = 60_000_000  # bytes that a machine lent for training takes in


def pack(data: Path, out: Path, extra: tuple[Path, ...] = (), limit: int = LIMIT) -> int:
    """Write the data folder, and `extra` files beside it, as `.tar.xz`; return its size in bytes.

    Times and owners are left out, so that the same data gives the same file.
    """
    files = [(path.name, path) for path in sorted(data.iterdir()) if path.is_file()]
    files += [(path.name, path) for path in extra]
    with lzma.open(out, "wb", preset=6) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
        for name, path in files:
            content = _plain(path)
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    size = out.stat().st_size
    if size > limit:
        raise ValueError(f"{out}: {size} bytes, more than the limit of {limit}")
    return size


def _plain(path: Path) -> bytes:
    return path.read_bytes()  # `.npz` is written uncompressed: xz does better on the whole


def unpack(packed: Path, out: Path) -> list[str]:
    """Unpack into a folder; return the names of the files."""
    out.mkdir(parents=True, exist_ok=True)
    with lzma.open(packed, "rb") as content, tarfile.open(fileobj=content, mode="r|") as tar:
        names = []
        for member in tar:
            if Path(member.name).name != member.name:
                raise ValueError(f"{packed}: {member.name} leads out of the folder")
            names.append(member.name)
            body = tar.extractfile(member)
            (out / member.name).write_bytes(body.read() if body else b"")
    return names
