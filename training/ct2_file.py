"""Read the variables of a CTranslate2 `model.bin`, and undo its int8 quantisation.

Layout of binary version 6 (little-endian): u32 version, string spec name, u32 revision,
u32 count, then per variable: string name, u8 rank, u32 per dimension, u8 data type,
u32 size in bytes, the bytes; at the end u32 count of aliases, each two strings (alias, name).
A string is a u16 length, counting the closing NUL, and its bytes.
"""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

BINARY_VERSION = 6
_DTYPES: dict[int, type[np.generic]] = {
    0: np.float32,
    1: np.int8,
    2: np.int16,
    3: np.int32,
    4: np.float16,
}


class _Reader:
    """A cursor over the bytes of the file."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.offset = 0

    def number(self, code: str) -> int:
        """Read one unsigned number; `code` is its struct letter."""
        (value,) = struct.unpack_from("<" + code, self.data, self.offset)
        self.offset += struct.calcsize(code)
        return int(value)

    def string(self) -> str:
        """Read one length-prefixed, NUL-terminated string."""
        return self.take(self.number("H")).rstrip(b"\0").decode()

    def take(self, size: int) -> bytes:
        """Read `size` raw bytes."""
        piece = self.data[self.offset : self.offset + size]
        if len(piece) != size:
            raise ValueError("the model file ends too early")
        self.offset += size
        return piece


def read_variables(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return every variable of the model file by name, aliases resolved."""
    reader = _Reader(path.read_bytes())
    version = reader.number("I")
    if version != BINARY_VERSION:
        raise ValueError(f"{path}: binary version {version}, expected {BINARY_VERSION}")
    reader.string()
    reader.number("I")
    variables: dict[str, NDArray[np.generic]] = {}
    for _ in range(reader.number("I")):
        name = reader.string()
        shape = [reader.number("I") for _ in range(reader.number("B"))]
        dtype = reader.number("B")
        if dtype not in _DTYPES:
            raise ValueError(f"{path}: {name} has unknown data type {dtype}")
        raw = reader.take(reader.number("I"))
        variables[name] = np.frombuffer(raw, _DTYPES[dtype]).reshape(shape)
    for _ in range(reader.number("I")):
        alias, name = reader.string(), reader.string()
        variables[alias] = variables[name]
    return variables


def as_float(variables: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    """Return a variable as float32; int8 rows are divided by their own scale."""
    value = variables[name].astype(np.float32)
    if variables[name].dtype == np.int8:
        scale = variables.get(name + "_scale")
        if scale is None:  # an aliased weight has its scale under the other name
            raise KeyError(f"{name} is quantised but has no scale")
        value = value / scale.astype(np.float32)[:, None]
    return value
