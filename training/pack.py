"""One compressed file with all that training needs, to carry to another machine; and back."""

import io
import lzma
import tarfile
from collections.abc import Mapping
from pathlib import Path

from training.dataset import Pairs

LIMIT = 60_000_000  # bytes that a machine lent for training takes in
SHARD = 15_000_000  # bytes of one file that such a machine gives back
# Two-byte numbers: telling the compressor so saves a few per cent.
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 6, "lc": 0, "lp": 1, "pb": 1}]


def pack(
    data: Path,
    out: Path,
    extra: tuple[Path, ...] = (),
    keep: Mapping[str, float] | None = None,
    limit: int = LIMIT,
) -> int:
    """Write the data folder, and `extra` files beside it, as `.tar.xz`; return its size in bytes.

    `keep` thins out parts ({"general": 0.7} keeps 70 % of its pairs). Times and owners are left
    out, so that the same data gives the same file.
    """
    files = [path for path in sorted(data.iterdir()) if path.is_file()] + list(extra)
    with (
        lzma.open(out, "wb", filters=_FILTERS) as packed,
        tarfile.open(fileobj=packed, mode="w") as tar,
    ):
        for path in files:
            content = path.read_bytes()
            share = (keep or {}).get(path.stem, 1.0)
            if path.suffix == ".npz" and share < 1:
                thin = io.BytesIO()
                Pairs.load(path).thinned(share).save(thin)
                content = thin.getvalue()
            info = tarfile.TarInfo(path.name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    size = out.stat().st_size
    if size > limit:
        raise ValueError(f"{out}: {size} bytes, more than the limit of {limit}")
    return size


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


def split(path: Path, out: Path, size: int = SHARD) -> list[Path]:
    """Cut a file into shards `NAME.000`, `NAME.001`, ... of at most `size` bytes."""
    out.mkdir(parents=True, exist_ok=True)
    content = path.read_bytes()
    shards = []
    for number, at in enumerate(range(0, len(content), size)):
        shard = out / f"{path.name}.{number:03d}"
        shard.write_bytes(content[at : at + size])
        shards.append(shard)
    return shards


def join(folder: Path, name: str, out: Path) -> int:
    """Put the shards of `name` in a folder together again; return the number of bytes."""
    shards = sorted(folder.glob(f"{name}.[0-9][0-9][0-9]"))
    if not shards:
        raise FileNotFoundError(f"no shards of {name} in {folder}")
    content = b"".join(shard.read_bytes() for shard in shards)
    out.write_bytes(content)
    return len(content)
