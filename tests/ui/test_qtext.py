from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.qtext import graphemes, line_breaks, tooltip

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(TEXT)
def test_boundaries_rise_to_the_end(text: str) -> None:
    for stops in (graphemes(text), line_breaks(text)):
        assert stops == sorted(set(stops))
        assert (stops[-1] if stops else 0) == len(text)


def test_a_family_is_one_caret_stop() -> None:
    family = "👩‍👩‍👧"
    assert graphemes(f"好{family}。") == [1, 1 + len(family), 2 + len(family)]


def test_closing_marks_do_not_begin_a_line() -> None:
    assert 2 not in line_breaks("好吃。真的")


def test_tooltips_show_what_was_pasted_as_it_is() -> None:
    assert "<img" not in tooltip("<img src='http://x'>")
    assert "&lt;img" in tooltip("<img src='http://x'>")
