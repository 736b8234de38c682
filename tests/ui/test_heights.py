from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.heights import Heights

HEIGHT = st.floats(1, 200)
# Chunks are full, begun and missing.
ROWS = st.integers(1, 300).flatmap(lambda n: st.lists(HEIGHT, min_size=n, max_size=n))


@given(ROWS, st.data())
def test_rows_are_found_where_they_lie(rows: list[float], data: st.DataObject) -> None:
    heights = Heights()
    heights.reset(rows)
    assert heights.total == pytest.approx(sum(rows))
    row = data.draw(st.integers(0, len(rows) - 1))
    assert heights.set(row, rows[row] + 7.0) == pytest.approx(7)
    assert heights.total == pytest.approx(sum(rows) + 7)
    assert heights.top(len(rows)) == heights.total
    for each in range(len(rows)):
        assert heights.top(each) == pytest.approx(sum(rows[:each]) + 7 * (each > row))
        assert heights.row_at(heights.top(each)) == each
        assert heights.row_at(heights.top(each) + heights.height(each) - 0.5) == each


def seconds(rows: int) -> float:
    """Return what it takes to change a height and ask where rows lie, at best."""
    heights = Heights()
    heights.reset([100.0] * rows)
    taken = []
    for number in range(60):
        row = number * 7919 % rows
        began = time.thread_time()
        heights.set(row, 101.0 + number)
        assert heights.row_at(heights.top(row)) == row
        assert heights.total > 0
        taken.append(time.thread_time() - began)
    return min(taken)


def test_a_change_costs_little_however_many_rows_there_are() -> None:
    # Summing all rows took a hundred times as long for a hundred times as many.
    assert seconds(100_000) < 25 * seconds(1_000)


def test_outside_is_the_nearest_row() -> None:
    heights = Heights()
    assert heights.row_at(0) == -1
    heights.reset([10.0, 10.0])
    assert heights.row_at(-5) == 0
    assert heights.row_at(500) == 1
