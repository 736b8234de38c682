from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import pages


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.none()
            | st.integers(-(2**63), 2**63 - 1)
            | st.floats(allow_nan=False)
            | st.text(st.characters(exclude_categories=["Cs"]))
            | st.binary(max_size=50),
            st.text("长x", max_size=9).map(lambda text: text * 3000),
        ),
        max_size=20,
    )
)
def test_pages_give_back_what_sqlite_wrote(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[pages.Value, str]]
) -> None:
    path = tmp_path_factory.mktemp("pages") / "x.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)")
        db.executemany("INSERT INTO t(a, b) VALUES (?, ?)", rows)
    found = [row for row in pages.read_rows(path) if len(row.values) == 3]
    assert [(row.rowid, row.values) for row in sorted(found, key=lambda row: row.rowid or 0)] == [
        (number, (None, *row)) for number, row in enumerate(rows, 1)
    ]


@given(st.binary(min_size=1, max_size=3000))
def test_pages_of_nonsense_give_nothing_and_do_no_harm(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("pages") / "x.db"
    path.write_bytes(b"\x0d" + (junk * 9000)[:8191])
    for row in pages.read_rows(path):
        assert isinstance(row.values, tuple)
