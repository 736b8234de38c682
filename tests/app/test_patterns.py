"""Patterns that are compiled when they are first used are patterns like any other."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import app
from app.patterns import later

MODULES = sorted(path.stem for path in Path(app.__file__).parent.glob("[a-z]*.py"))


def test_it_does_what_the_pattern_does() -> None:
    words = later("(?P<word>[a-z]+)", re.IGNORECASE)
    for _ in range(2):  # when it is compiled, and afterwards
        assert words.sub("-", "Aa 1 b") == "- 1 -"
        assert [hit["word"] for hit in words.finditer("Aa 1 b")] == ["Aa", "b"]
        assert words.match("a1", 1) is None
    assert words.pattern == "(?P<word>[a-z]+)"


def test_it_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = []
    compile_now = re.compile
    monkeypatch.setattr(re, "compile", lambda *a: compiled.append(a) or compile_now(*a))
    pattern = later("a+")
    assert compiled == []
    assert pattern.search("baa")
    assert pattern.fullmatch("aa")
    assert compiled == [("a+", 0)]


@pytest.mark.parametrize("name", MODULES)
def test_every_pattern_can_be_compiled(name: str) -> None:
    module = importlib.import_module(f"app.{name}")
    kind = type(later(""))
    for value in vars(module).values():
        if isinstance(value, kind):
            assert re.compile(value.pattern, value.flags)
