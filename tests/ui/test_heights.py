from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.heights import Heights

ROWS = st.lists(st.integers(1, 200), min_size=1, max_size=40)


@given(ROWS, st.data())
def test_rows_are_found_where_they_lie(rows: list[int], data: st.DataObject) -> None:
    heights = Heights()
    heights.reset(float(r) for r in rows)
    row = data.draw(st.integers(0, len(rows) - 1))
    grown = heights.set(row, rows[row] + 7.0)
    assert grown == 7
    assert heights.total == sum(rows) + 7
    for each in range(len(rows)):
        assert heights.row_at(heights.top(each)) == each
        assert heights.row_at(heights.top(each) + heights.height(each) - 0.5) == each


def test_outside_is_the_nearest_row() -> None:
    heights = Heights()
    assert heights.row_at(0) == -1
    heights.reset([10.0, 10.0])
    assert heights.row_at(-5) == 0
    assert heights.row_at(500) == 1
