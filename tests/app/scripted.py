"""A translator whose answers a test decides, under an engine that is otherwise the real one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

from app.argos import ArgosEngine


class Scripted:
    """Stands in for the CTranslate2 translator: answers by what it is told about each text."""

    def __init__(self, engine: ArgosEngine, answer: Callable[[str, dict[str, Any]], list[str]]):
        self._tokenizer = engine._tokenizer
        self._answer = answer
        self.calls: list[tuple[list[str], dict[str, Any]]] = []

    def translate_batch(self, batch: Sequence[list[str]], **options: Any) -> list[SimpleNamespace]:
        texts = [self._tokenizer.decode(tokens) for tokens in batch]
        self.calls.append((texts, options))
        return [
            SimpleNamespace(result=lambda text=text: self._read(text, options)) for text in texts
        ]

    def _read(self, text: str, options: dict[str, Any]) -> SimpleNamespace:
        readings = self._answer(text, options)
        return SimpleNamespace(hypotheses=[["▁" + reading] for reading in readings])
