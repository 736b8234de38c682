"""Stretches of a text, and which of them another one meets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.spans import Spans


@given(st.lists(st.integers(1, 5), max_size=12), st.integers(0, 40), st.integers(1, 10))
def test_the_same_are_met_as_by_looking_at_each(widths: list[int], start: int, size: int) -> None:
    spans, at = [], 0
    for number, width in enumerate(widths):
        if number % 3:  # every third is a gap
            spans.append((at, at + width))
        at += width
    end = start + size
    met = [(s, e) for s, e in spans if s < end and start < e]
    assert list(Spans(reversed(spans)).met(start, end)) == met
    assert Spans(spans).meet(start, end) == bool(met)
