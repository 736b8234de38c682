"""The engine: one Argos language package, run by CTranslate2.

`argostranslate.package` and `.tokenizer` read the package; `argostranslate.translate` is never
imported, since it needs PyTorch. All of this belongs to one thread.
"""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from app.arrival import different
from app.engine import Cancelled, EngineOutput
from app.errors import UserError
from app.glossary import Glossary
from app.guards import faults, figures, lost, once, translatable
from app.models import Flag
from app.phrases import Phrases
from app.sentences import Piece, calm, join, split
from app.stand_ins import put_back, stand_in, unglue

BEAM = 4
"""Hypotheses kept while decoding: 2 are 1.4 times as fast, at 0.4 chrF2 less (see `SOFT_TOKENS`).

Returning all of them changes neither the best one nor the time, so guards may choose among them.
"""

COVERAGE_PENALTY = 0.1
"""Makes the engine attend to every token of the source: chrF2 +0.7 on the same data, time + 5 %."""

SHORTLIST = "vmap.txt"
"""CTranslate2's file of which pieces can become which (`python -m training shortlist`).

Where a package has it, only those are weighed: a third less time, at 0.03 chrF2 and 0.1 BLEU less
on the same data. What comes out faulty is tried again with all pieces.
"""

CHUNK_TOKENS = 128
"""Source tokens given to CTranslate2 at once.

Small enough to be cancelled in time (below 0.1 s on a core of 2020), large enough to lose no speed.
It does not adapt to how fast things go, because what stands in a batch with a piece can change its
int8 rounding and so its translation: the same paste shall give the same answer twice.
"""

_MEASURED_CHARACTERS = 2_000


def import_argos_package() -> ModuleType:
    """Import `argostranslate.package` without letting it make folders in the user's home.

    Importing `argostranslate.settings` creates folders under XDG_DATA_HOME and its like and reads
    ARGOS_* variables (a bad value makes the import fail). It is shown a copy of the environment
    that points into a temporary folder. The real one stays as it is: `putenv` while another thread
    is in `getenv`, as Qt may be, can crash.
    """
    real = os.environ
    with tempfile.TemporaryDirectory(prefix="pinglun-") as folder:
        copy = {key: value for key, value in real.items() if not key.startswith("ARGOS_")}
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "ARGOS_PACKAGES_DIR"):
            copy[name] = folder
        os.environ = copy  # type: ignore[assignment]  # noqa: B003
        try:
            import argostranslate.package
        finally:
            os.environ = real  # noqa: B003
    module: ModuleType = argostranslate.package
    return module


@dataclass(frozen=True, slots=True)
class _Readings:
    """What the engine makes of one piece, best first, and what is wrong with the best."""

    texts: tuple[str, ...]
    flags: tuple[Flag, ...]


class ArgosEngine:
    """A translator for the direction of one package; see `app.engine.Engine`."""

    def __init__(self, folder: Path, *, threads: int = 0) -> None:
        """Load the package in `folder`; `threads` 0 takes what the machine can spare.

        Raises UserError `package-broken`.
        """
        import ctranslate2

        self._workers = threads or _spare_cores()
        try:
            package = import_argos_package().Package(folder)
            self._translator = ctranslate2.Translator(
                str(folder / "model"),
                device="cpu",
                compute_type="auto",
                # Threads within one batch wait for each other most of the time: on two cores that
                # took half as much time again as two workers with a batch each.
                inter_threads=self._workers,
                intra_threads=1,
            )
            self._tokenizer = package.tokenizer
            self._tokenizer.encode("1")
        except Exception as error:
            raise UserError(
                "package-broken",
                "The language package {name} cannot be loaded.",
                "Remove it on the language packages page, or install it again.",
                name=folder.name,
            ) from error
        self._prefix: str = package.target_prefix or ""
        self.source: str = package.from_code
        self.target: str = package.to_code
        self.name = f"translate-{self.source}_{self.target} {package.package_version}"
        self.glossary = Glossary.load(folder)
        self._phrases = Phrases.load(folder, self.source)
        self._shortlist = (folder / "model" / SHORTLIST).is_file()

    def translate(
        self,
        texts: Sequence[str],
        *,
        alternatives: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[EngineOutput]:
        """Translate texts in order as one batch; see `app.engine.Engine.translate`.

        What looks wrong (see `app.guards`) is tried once more: in smaller pieces, with settings
        against its fault, and with stand-ins for what was lost; what still does is flagged. A piece
        without a word of the source language is left as it is, and so is, with a flag, a piece for
        which the engine finds nothing.
        """
        cut = [split(text, self._measure) for text in texts]
        sources = list(dict.fromkeys(piece.text for pieces in cut for piece in pieces))
        try:
            found = self._first(sources, cancelled)
            self._retry(found, cancelled)
            if alternatives:
                self._widen(found, 2 * alternatives + 2, cancelled)
        except RuntimeError as error:
            raise UserError(
                "package-broken",
                "The language package {name} failed while translating.",
                "Install it again, or prefer another one on the language packages page.",
                name=self.name,
            ) from error
        return [self._assemble(pieces, found, alternatives) for pieces in cut]

    def _first(self, sources: Sequence[str], cancelled: Callable[[], bool]) -> dict[str, _Readings]:
        """Translate pieces as they are, those that are no phrase and hold anything to translate."""
        said = {text: self._phrases.find(text) for text in sources}
        asked = [t for t in sources if not said[t] and translatable(t, self.source)]
        read = self._run(asked, cancelled)
        return {
            text: self._judge(text, read[text])
            if text in read
            else _Readings((said[text] or text,), ())
            for text in sources
        }

    def _widen(self, found: dict[str, _Readings], beam: int, cancelled: Callable[[], bool]) -> None:
        """Add what a wider beam finds, after what was found: the best reading stays the best."""
        words = [text for text in found if translatable(text, self.source)]
        for text, more in self._run(words, cancelled, beam_size=beam).items():
            readings = tuple(dict.fromkeys((*found[text].texts, *more)))
            found[text] = _Readings(readings, found[text].flags)

    def _judge(self, text: str, readings: Sequence[str]) -> _Readings:
        """Put the first reading with the fewest faults before the others."""
        best, flags = readings[0], faults(text, readings[0], self.target)
        for reading in readings[1:] if flags else ():
            found = faults(text, reading, self.target)
            if len(found) < len(flags):
                best, flags = reading, found
        return _Readings(tuple(dict.fromkeys((best, *readings))), flags)

    def _retry(self, found: dict[str, _Readings], cancelled: Callable[[], bool]) -> None:
        """Look for better readings of the pieces whose best one has a fault."""
        bad = [text for text, readings in found.items() if readings.flags]
        loops = [text for text in bad if Flag.LOOPED in found[text].flags]
        others = [text for text in bad if Flag.LOOPED not in found[text].flags]
        parts = {text: split(text, self._measure, soft=self._measure(text) // 2) for text in bad}
        smaller = [p.text for pieces in parts.values() if len(pieces) > 1 for p in pieces]
        against_loops = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}
        against_others = {"beam_size": 8, "coverage_penalty": 0.3, "length_penalty": 1.3}
        again = self._run(loops, cancelled, use_vmap=False, **against_loops)
        again |= self._run(others, cancelled, use_vmap=False, **against_others)
        small = self._first(list(dict.fromkeys(smaller)), cancelled)
        swaps = {text: stand_in(text, lost(text, found[text].texts[0])) for text in bad}
        counted = {text: figures(text) for text in bad if figures(text) != text}
        swapped = self._run(
            list(dict.fromkeys([*(s[0] for s in swaps.values() if s), *counted.values()])),
            cancelled,
        )
        for text in bad:
            readings = [*found[text].texts, *again[text]]
            if swap := swaps[text]:
                readings += filter(None, (put_back(r, swap[1]) for r in swapped[swap[0]]))
            if text in counted:
                readings += swapped[counted[text]]
            if len(parts[text]) > 1:
                best = [small[piece.text].texts[0] for piece in parts[text]]
                readings.append(join(parts[text], best, self.target))
            if Flag.LOOPED in found[text].flags:
                readings += map(once, readings[:])
            found[text] = self._judge(text, readings)

    def _assemble(
        self, pieces: Sequence[Piece], found: dict[str, _Readings], alternatives: int
    ) -> EngineOutput:
        """Join the readings of the pieces of one text: the best ones, then the second best."""
        parts = [found[piece.text] for piece in pieces]
        flags = tuple(dict.fromkeys(flag for part in parts for flag in part.flags))
        # Where the engine finds nothing the source stands: nothing is dropped silently.
        best = [
            piece.text if Flag.UNTRANSLATED in part.flags else part.texts[0]
            for piece, part in zip(pieces, parts, strict=True)
        ]
        text = join(pieces, best, self.target)
        if not alternatives:
            return EngineOutput(text, (), flags)
        ways = [
            [first, *(t for t in part.texts[1:] if not faults(piece.text, t, self.target))]
            for piece, part, first in zip(pieces, parts, best, strict=True)
        ]
        others = [
            join(pieces, [way[min(n, len(way) - 1)] for way in ways], self.target)
            for n in range(1, max(map(len, ways), default=0))
        ]
        return EngineOutput(text, different(text, others)[:alternatives], flags)

    def _run(
        self, texts: Sequence[str], cancelled: Callable[[], bool], **options: Any
    ) -> dict[str, list[str]]:
        """Give texts to CTranslate2, sorted by length, and return their readings, best first."""
        tokens = {text: self._tokenizer.encode(calm(text)) for text in texts}
        usual = {"beam_size": BEAM, "coverage_penalty": COVERAGE_PENALTY}
        options = usual | {"use_vmap": self._shortlist} | options
        found: dict[str, list[str]] = {}
        running: deque[tuple[list[str], list[Any]]] = deque()

        def collect() -> None:
            chunk, answers = running.popleft()
            for text, answer in zip(chunk, answers, strict=True):
                readings = map(self._decode, answer.result().hypotheses)
                found[text] = list(dict.fromkeys(unglue(text, reading) for reading in readings))

        for chunk in _chunks(tokens, self._workers):
            if cancelled():
                raise Cancelled
            # One more than there are workers, so that none waits for this thread.
            if len(running) > self._workers:
                collect()
            answers = self._translator.translate_batch(
                [tokens[text] for text in chunk],
                target_prefix=[[self._prefix]] * len(chunk) if self._prefix else None,
                num_hypotheses=options["beam_size"],
                replace_unknowns=True,
                max_decoding_length=3 * len(tokens[chunk[-1]]) + 30,
                asynchronous=True,
                **options,
            )
            running.append((chunk, answers))
        while running:
            if cancelled():
                raise Cancelled
            collect()
        return found

    def _measure(self, text: str) -> int:
        # Counting the tokens of megabytes again at every cut would take minutes.
        return len(text if len(text) > _MEASURED_CHARACTERS else self._tokenizer.encode(text))

    def _decode(self, tokens: list[str]) -> str:
        if self._prefix and tokens[:1] == [self._prefix]:
            tokens = tokens[1:]
        if hasattr(self._tokenizer, "lazy_processor"):
            # The SentencePiece tokenizer's own decode() turns every "_" into a space.
            text: str = self._tokenizer.lazy_processor().decode_pieces(tokens)
            return text.replace("▁", " ").strip()
        return str(self._tokenizer.decode(tokens)).strip()


def _spare_cores() -> int:
    """Return how many threads to use: of more than two cores one is left to the window."""
    cores = (
        len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    )
    return min(8, cores - 1 if cores > 2 else cores)


def _chunks(tokens: Mapping[str, list[str]], workers: int) -> Iterator[list[str]]:
    """Yield groups of texts of similar length, small enough that every worker gets some."""
    share = sum(map(len, tokens.values())) // workers + 1
    limit = max(min(CHUNK_TOKENS, share), CHUNK_TOKENS // 2)
    chunk: list[str] = []
    size = 0
    for text in sorted(tokens, key=lambda text: (len(tokens[text]), text)):
        if chunk and size + len(tokens[text]) > limit:
            yield chunk
            chunk, size = [], 0
        chunk.append(text)
        size += len(tokens[text])
    if chunk:
        yield chunk
