"""Small lexicons for tests: an entry with only the fields a test cares about."""

from __future__ import annotations

from typing import Any

from app import words
from app.annotate import Annotator
from app.lexicon import Context, Entry, Lexicon, Rule
from app.models import Example


def entry(identity: str, *forms: str, **fields: Any) -> Entry:
    """Return an entry with defaults for what is not given."""
    defaults: dict[str, Any] = {
        "kind": "general",
        "pos": "verb",
        "literal": "",
        "meaning": f"meaning of {identity}",
        "renderings": (f"rendering of {identity}",),
        "note": "A note that is long enough to be a note, for the tests.",
        "tone": ("neutral",),
        "register": "casual",
        "use": "yes",
        "since": "",
        "certainty": "sure",
        "examples": (Example("例", "example"),),
    }
    return Entry(id=identity, forms=forms, **{**defaults, **fields})


def context(otherwise: str = "known", *rules: Rule, plain_in: tuple[str, ...] = ()) -> Context:
    """Return a context with its parts in the order in which they are read."""
    return Context(plain_in=plain_in, rules=rules, otherwise=otherwise)  # type: ignore[arg-type]


def lexicon(*entries: Entry) -> Lexicon:
    """Return a lexicon of the given entries."""
    return Lexicon({e.id: e for e in entries}, "test")


def annotator(*entries: Entry) -> Annotator:
    """Return an annotator of the given entries, with the real word cutter."""
    return Annotator(lexicon(*entries), words.tokens)
