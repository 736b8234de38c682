"""The way of a comment: notes at once, the translation after.

`analyse` needs no engine and is what the reader sees first. `translate` gives all pieces of all
comments to the engine in batches and hands each result out as soon as its batch is done.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from app import decode, detect, segments, words
from app.annotate import Annotator
from app.assemble import Outcome, assemble, lost
from app.cantonese import to_standard
from app.engine import Cancelled, Engine, EngineOutput, Scope
from app.errors import UserError
from app.glossary import EMPTY, ENTRY_ID, Glossary
from app.glosses import Glosses
from app.lexicon import Lexicon
from app.models import Comment, Flag, Language, Result, Translation
from app.normalise import PieceKind, Plan, plan, take_apart
from app.views import fold, simplified

if TYPE_CHECKING:
    from app.dictionary import Dictionary

# Comments a batch. The first is small, so that the first screenful comes soon; later ones are as
# large as the engine likes them.
_FIRST_BATCH = 8
_BATCH = 128
# Readings of the beam that are looked through where the first one lost a meaning.
_READINGS = 3
_CHINESE = (Language.ZH, Language.YUE, Language.MIXED)


class Engines(Protocol):
    """Where engines come from; `app.packages.PackageStore` is one."""

    def open_engine(self, source: str, target: str) -> Engine:
        """Return the engine of a direction, or raise UserError."""
        ...


class Memory(Protocol):
    """What engines answered before; `app.history.HistoryStore` is one."""

    def recall(self, scope: Scope, texts: Sequence[str]) -> dict[str, EngineOutput]:
        """Return the answers that are known, by text."""
        ...

    def memorise(self, scope: Scope, outputs: Mapping[str, EngineOutput]) -> None:
        """Keep answers for the next time."""
        ...


class Pipeline:
    """Everything between a pasted comment and its result.

    `analyse` is quick and may be called from any thread once the object is built; `translate`
    belongs to the engine's thread.
    """

    def __init__(
        self,
        lexicon: Lexicon,
        engines: Engines,
        open_memory: Callable[[], Memory] | None = None,
    ) -> None:
        """`open_memory` is called in the engine's thread when the memory is first asked for."""
        self._in_force = lexicon, Annotator(lexicon, words.tokens)
        self._engines = engines
        self._open: dict[tuple[str, str], Engine] = {}
        self._glosses = Glosses(_Senses())
        self._open_memory = open_memory
        self._memory: Memory | None = None

    @property
    def lexicon(self) -> Lexicon:
        """The entries in force."""
        return self._in_force[0]

    def use(self, lexicon: Lexicon) -> None:
        """Put other entries in force, from any thread; takes as long as building their index."""
        self._in_force = lexicon, Annotator(lexicon, words.tokens)

    def analyse(self, comment: Comment) -> Result:
        """Return the language, annotations and notes of a comment, without any engine."""
        text = comment.text
        lexicon, annotator = self._in_force
        parts = segments.split(text)
        folded = fold(text)
        found = decode.combine(
            annotator.annotate(text, parts),
            decode.decode(text, folded, parts, annotator.exact),
            text,
            lexicon,
            lambda fillers: self._glosses.of(fillers, annotator.exact),
        )
        return Result(
            comment,
            detect.language(text, parts),
            tuple(annotation for annotation, _ in found),
            tuple(note for _, note in found),
        )

    def translate(
        self,
        results: Sequence[Result],
        *,
        target: str = "en",
        slang: bool = True,
        without: Collection[str] = (),
        alternatives: int = 0,
        remember: bool = False,
        on_result: Callable[[int, Result], None] = lambda _i, _r: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[Result]:
        """Return the results with their translations, in order.

        `without` names entries that are not to be substituted; with `remember` what was translated
        before is not translated again, and what is translated now is kept. `on_result` is called in
        this thread with each index and result as soon as it is done. Raises UserError when there is
        no usable language package, Cancelled when `cancelled` turned true.
        """
        done: list[Result] = []
        source = "zh" if target == "en" else "en"
        start = 0
        while start < len(results):
            if cancelled():
                raise Cancelled
            batch = results[start : start + (_BATCH if start else _FIRST_BATCH)]
            plans = [self.plan(r, target, slang=slang, without=without) for r in batch]
            ask = partial(self._ask, source, target, cancelled, remember)
            outputs = ask(_wordings(plans), alternatives)
            outputs |= ask(_lost_wordings(plans, outputs), max(alternatives, _READINGS))
            engine = self._open[source, target].name if (source, target) in self._open else ""
            for result, its_plan in zip(batch, plans, strict=True):
                outcome = assemble(its_plan, outputs, result, target)
                left = tuple(sorted({a.entry_id for a in result.annotations} & set(without)))
                made = _translation(outcome, source, target, engine, left)
                finished = replace(result, translation=made)
                done.append(finished)
                on_result(len(done) - 1, finished)
            start += len(batch)
        return done

    def plan(
        self,
        result: Result,
        target: str = "en",
        *,
        slang: bool = True,
        without: Collection[str] = (),
    ) -> Plan | None:
        """Return what is to be done for a result; None where it stays as it is."""
        text = result.comment.text
        chinese = result.language in _CHINESE or any(n.renderings for n in result.notes)
        if target == "en":
            if not chinese or result.language in (Language.JA, Language.KO):
                return None
            return plan(
                text,
                segments.split(text),
                result.annotations,
                result.notes,
                self.lexicon,
                slang=slang,
                without=without,
                spell=_speller(result),
                glossary=self._glossary() if slang and ENTRY_ID not in without else EMPTY,
            )
        if result.language not in (Language.EN, Language.MIXED):
            return None
        return plan(text, segments.split(text), (), (), self.lexicon, source="en")

    def engine(self, source: str, target: str) -> Engine:
        """Return the opened engine of a direction. Raises UserError when there is none."""
        key = (source, target)
        if key not in self._open:
            self._open[key] = self._engines.open_engine(source, target)
        return self._open[key]

    def reload_engines(self) -> None:
        """Forget opened engines, after packages were added or removed."""
        self._open.clear()

    def _glossary(self) -> Glossary:
        """Return the words that the engine from Chinese hardly knows; without an engine none."""
        try:
            return self.engine("zh", "en").glossary
        except UserError:
            return EMPTY

    def _ask(
        self,
        source: str,
        target: str,
        cancelled: Callable[[], bool],
        remember: bool,
        texts: Sequence[str],
        alternatives: int,
    ) -> dict[str, EngineOutput]:
        """Return what the engine says to each text, from memory where it said so before."""
        if not texts:
            return {}
        engine = self.engine(source, target)
        scope = Scope(engine.name, source, target, settings=f"readings={alternatives}")
        known = self._recall(scope, texts) if remember else {}
        new = [text for text in texts if text not in known]
        outputs = engine.translate(new, alternatives=alternatives, cancelled=cancelled)
        made = dict(zip(new, outputs, strict=True))
        if remember and made and self._memory is not None:
            # A memory that cannot be written now costs time later, and nothing else.
            with suppress(UserError):
                self._memory.memorise(scope, made)
        return known | made

    def _recall(self, scope: Scope, texts: Sequence[str]) -> dict[str, EngineOutput]:
        try:
            if self._memory is None and self._open_memory is not None:
                self._memory = self._open_memory()
            return self._memory.recall(scope, texts) if self._memory is not None else {}
        except UserError:
            return {}


class _Senses:
    """The senses of a word; the dictionary is loaded when first asked."""

    def __init__(self) -> None:
        self._dictionary: Dictionary | None = None

    def __call__(self, word: str) -> Sequence[str]:
        if self._dictionary is None:
            from app.dictionary import Dictionary

            self._dictionary = Dictionary.load()
        return [sense for entry in self._dictionary.lookup(word) for sense in entry.senses]


def _speller(result: Result) -> Callable[[str], str]:
    """Return how the text of a comment is written for the engine."""
    text = result.comment.text
    if result.language is Language.YUE:
        return lambda text: to_standard(simplified(text))
    if "の" in text:  # between Chinese words it is 的
        return lambda text: simplified(text.replace("の", "的"))
    return simplified if detect.is_traditional(text) else str


def _wordings(plans: Sequence[Plan | None]) -> list[str]:
    """Return every wording of every plan once."""
    pieces = (piece for p in plans if p is not None for piece in p.pieces)
    return list(dict.fromkeys(w.text for piece in pieces for w in piece.wordings))


def _lost_wordings(plans: Sequence[Plan | None], outputs: Mapping[str, EngineOutput]) -> list[str]:
    """Return what to ask for pieces in which a meaning was lost: other readings, and in parts."""
    texts: dict[str, None] = {}
    for piece in (piece for p in plans if p is not None for piece in p.pieces):
        gone = lost(piece, outputs) if piece.kind is PieceKind.ENGINE else frozenset()
        if gone:
            texts.update((w.text, None) for w in piece.wordings)
            parts = take_apart(piece, gone)
            texts.update((w.text, None) for part in parts for w in part.wordings[:1])
    return list(texts)


def _translation(
    outcome: Outcome, source: str, target: str, engine: str, without: tuple[str, ...]
) -> Translation:
    name = engine if outcome.used_engine else ""
    if not name and Flag.CURATED in outcome.flags:
        name = "lexicon"
    return Translation(
        outcome.text,
        source,
        target,
        name,
        outcome.alternatives,
        outcome.flags,
        outcome.substitutions,
        without,
    )
