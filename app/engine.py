"""What a translation engine is, and what it answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.glossary import Glossary
from app.models import Flag


@dataclass(frozen=True, slots=True)
class EngineOutput:
    """The translation of one piece of text; `alternatives` are other readings, best first."""

    text: str
    alternatives: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """What an answer depends on besides the text; a change in any of it asks anew.

    `engine` is the package with its version, `lexicon` the version of the entries in force,
    `settings` whatever else changes what the engine is given or how it answers.
    """

    engine: str
    source: str
    target: str
    lexicon: str = ""
    settings: str = ""


class Engine(Protocol):
    """A translator for one direction. It is used from one thread only.

    `name` names package and version ("translate-zh_en 0.3"); `source` and `target` are language
    codes.
    """

    @property
    def name(self) -> str:
        """Package and version."""
        ...

    @property
    def source(self) -> str:
        """Code of the language that is read."""
        ...

    @property
    def target(self) -> str:
        """Code of the language that is written."""
        ...

    @property
    def glossary(self) -> Glossary:
        """The words of the language that is read which it hardly knows."""
        ...

    def translate(
        self,
        texts: Sequence[str],
        *,
        alternatives: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[EngineOutput]:
        """Translate texts that hold no line breaks, in order, as one batch.

        An empty text gives an empty output. When `cancelled` turns true the engine stops between
        batches and raises Cancelled. Raises UserError when the package cannot be used.
        """
        ...


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The work was given up because somebody asked for that; nothing went wrong."""
