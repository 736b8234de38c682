"""The engine: one Argos language package, run by CTranslate2.

`argostranslate.package` and `.tokenizer` read the package; `argostranslate.translate` is never
imported, since it needs PyTorch. All of this belongs to one thread.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from app.engine import Cancelled, EngineOutput
from app.errors import UserError
from app.models import Flag
from app.sentences import Piece, join, split

BEAM = 4
PIECE_TOKENS = 110
CHUNK_TOKENS = 512


def argos_package_module() -> Any:
    """Import `argostranslate.package` without letting it make folders in the user's home.

    Importing `argostranslate.settings` creates folders under XDG_DATA_HOME and its like and reads
    ARGOS_* variables (one bad value there makes the import fail). It sees a copy of the environment
    that points into a temporary folder. The real environment is not touched: `putenv` while another
    thread calls `getenv`, as Qt does, can crash.
    """
    real = os.environ
    with tempfile.TemporaryDirectory(prefix="pinglun-") as folder:
        copy = {key: value for key, value in real.items() if not key.startswith("ARGOS_")}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
            copy[name] = folder
        os.environ = copy  # type: ignore[assignment] # noqa: B003
        try:
            import argostranslate.package
        finally:
            os.environ = real  # noqa: B003
    return argostranslate.package


class ArgosEngine:
    """A translator for the direction of one package folder; see `app.engine.Engine`."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load the package; `threads` 0 takes all cores. Raises UserError `package-broken`."""
        import ctranslate2

        try:
            package = argos_package_module().Package(folder)
            self._translator = ctranslate2.Translator(
                str(folder / "model"),
                device="cpu",
                compute_type="auto",
                intra_threads=threads or os.cpu_count() or 1,
            )
            self._tokenizer = package.tokenizer
            self._tokenizer.encode("1")
        except Exception as error:
            raise UserError(
                "package-broken",
                f"The language package {folder.name} cannot be loaded.",
                "Remove it, or install it again.",
            ) from error
        self._prefix: str = package.target_prefix or ""
        self.source: str = package.from_code
        self.target: str = package.to_code
        self.name = f"translate-{self.source}_{self.target} {package.package_version}"

    def translate(
        self,
        texts: Sequence[str],
        *,
        alternatives: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[EngineOutput]:
        """Translate texts in order as one batch; see `app.engine.Engine.translate`."""
        pieces = [split(text, PIECE_TOKENS, self._measure) for text in texts]
        wanted = dict.fromkeys(piece.text for parts in pieces for piece in parts)
        found = self._run(list(wanted), alternatives + 1, cancelled)
        return [self._output(parts, found, alternatives) for parts in pieces]

    def _output(
        self, pieces: Sequence[Piece], found: dict[str, list[str]], alternatives: int
    ) -> EngineOutput:
        texts = [
            join(
                pieces, [found[p.text][min(n, len(found[p.text]) - 1)] for p in pieces], self.target
            )
            for n in range(alternatives + 1)
        ]
        best, *others = dict.fromkeys(texts)
        flags = (Flag.UNTRANSLATED,) if pieces and not best else ()
        return EngineOutput(best, tuple(others), flags)

    def _run(
        self, texts: Sequence[str], hypotheses: int, cancelled: Callable[[], bool]
    ) -> dict[str, list[str]]:
        tokens = {text: self._tokenizer.encode(text) for text in texts}
        found: dict[str, list[str]] = {}
        for chunk in _chunks(sorted(texts, key=lambda text: len(tokens[text])), tokens):
            if cancelled():
                raise Cancelled
            results = self._translator.translate_batch(
                [tokens[text] for text in chunk],
                target_prefix=[[self._prefix]] * len(chunk) if self._prefix else None,
                beam_size=max(BEAM, hypotheses),
                num_hypotheses=hypotheses,
                replace_unknowns=True,
                max_decoding_length=2 * PIECE_TOKENS + 30,
            )
            for text, result in zip(chunk, results, strict=True):
                found[text] = [self._decode(tokens) for tokens in result.hypotheses]
        return found

    def _measure(self, text: str) -> int:
        return len(self._tokenizer.encode(text))

    def _decode(self, tokens: list[str]) -> str:
        if self._prefix and tokens[:1] == [self._prefix]:
            tokens = tokens[1:]
        if hasattr(self._tokenizer, "lazy_processor"):
            # The tokenizer's own decode() turns every "_" into a space.
            text: str = self._tokenizer.lazy_processor().decode_pieces(tokens)
            return text.replace("▁", " ").strip()
        return str(self._tokenizer.decode(tokens)).strip()


def _chunks(texts: Sequence[str], tokens: dict[str, list[str]]) -> Iterator[list[str]]:
    """Group texts so that each call is short enough to be cancelled in time."""
    chunk: list[str] = []
    size = 0
    for text in texts:
        if chunk and size + len(tokens[text]) > CHUNK_TOKENS:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(tokens[text])
    if chunk:
        yield chunk
