"""Packs of one's own: added, edited, switched off, exported, imported; nothing half done."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import words
from app.annotate import Annotator
from app.errors import UserError
from app.lexicon import bundled_files
from app.packs import OWN, PackRefused, PackStore, own_id
from app.packs_csv import COLUMNS, read_csv, write_csv
from app.paths import default_paths
from app.slang_book import gather
from tests.app.lexica import context, entry

BUNDLED = bundled_files(default_paths().lexicon)


@pytest.fixture
def store(tmp_path):
    return PackStore(tmp_path / "lexicon")


def table(*rows, heading=("forms", "meaning")):
    out = io.StringIO(newline="")
    csv.writer(out).writerows([heading, *rows])
    return out.getvalue().encode("utf-8")


def ids(lexicon, text):
    return [a.entry_id for a in Annotator(lexicon, words.tokens).annotate(text)]


def test_an_entry_of_ones_own_is_found_at_once(store):
    store.put(entry("own-x", "我校黑话"))
    assert ids(store.load(BUNDLED), "这是我校黑话") == ["own-x"]
    assert [p.title for p in store.packs()] == ["My words"]


def test_own_entries_win_over_bundled_ones(store):
    store.put(entry("own-yyds", "yyds"))
    assert ids(store.load(BUNDLED), "真的yyds") == ["own-yyds"]


def test_putting_an_entry_again_replaces_it_and_removing_gives_it_back(store):
    store.put(entry("own-x", "甲乙丙"))
    store.put(entry("own-x", "甲乙丁"))
    (pack,) = store.packs()
    assert [e.forms for e in pack.entries] == [("甲乙丁",)]
    gone = store.remove_entry("own-x")
    assert store.packs()[0].entries == ()
    store.put(gone)
    assert len(store.packs()[0].entries) == 1
    assert store.remove_entry("nowhere") is None


def test_any_entry_can_be_switched_off_and_on_for_good(store):
    store.switch_entry("yyds", False)
    again = PackStore(store.folder)
    assert again.is_off("yyds")
    assert "yyds" not in again.load(BUNDLED).entries
    again.switch_entry("yyds", True)
    assert "yyds" in PackStore(store.folder).load(BUNDLED).entries


def test_an_entry_can_be_left_as_written_for_good(store):
    store.leave_as_written("yyds", True)
    again = PackStore(store.folder)
    left = again.load(BUNDLED)
    assert left.as_written == {"yyds"}
    assert ids(left, "真的yyds") == ["yyds"]
    assert next(one.as_written for one in gather(again, BUNDLED) if one.entry.id == "yyds")
    again.leave_as_written("yyds", False)
    put = PackStore(store.folder).load(BUNDLED)
    assert put.as_written == frozenset()
    assert put.version != left.version


def test_a_pack_can_be_switched_off_removed_and_put_back(store, tmp_path):
    (tmp_path / "Class 3.csv").write_bytes(table(["甲乙丙", "a test"]))
    pack = store.import_file(tmp_path / "Class 3.csv")
    assert pack.name == "class-3"
    store.switch_pack(pack.name, False)
    assert ids(store.load(BUNDLED), "甲乙丙") == []
    store.switch_pack(pack.name, True)
    assert len(ids(store.load(BUNDLED), "甲乙丙")) == 1
    gone = store.remove_pack(pack.name)
    assert store.packs() == []
    store.restore(gone)
    assert [p.name for p in store.packs()] == ["class-3"]


def test_the_version_tells_every_change(store):
    versions = [store.load(BUNDLED).version]
    for change in (
        lambda: store.put(entry("own-x", "甲乙丙")),
        lambda: store.put(entry("own-x", "甲乙丁")),
        lambda: store.switch_entry("yyds", False),
        lambda: store.switch_pack(OWN, False),
        lambda: store.leave_as_written("yyds", True),
    ):
        change()
        versions.append(store.load(BUNDLED).version)
    assert len(set(versions)) == len(versions)


def test_only_forms_and_meaning_must_be_filled():
    entries, faults = read_csv(table(["蹲守|蹲守中", "to keep waiting"]))
    assert faults == []
    (made,) = entries
    assert made.forms == ("蹲守", "蹲守中")
    assert made.renderings == ("to keep waiting",)
    assert made.id == "own-dun-shou"


def test_semicolons_tabs_and_byte_order_marks_are_what_spreadsheets_write():
    for delimiter in ";\t":
        data = f"\ufeffforms{delimiter}meaning\r\n甲乙{delimiter}a, b\r\n".encode()
        assert [e.meaning for e in read_csv(data)[0]] == ["a, b"]


@pytest.mark.parametrize(
    ("data", "row", "column", "part"),
    [
        (b"", 0, "", "empty"),
        (table(heading=("forms",)), 0, "meaning", "missing"),
        (table(heading=("forms", "meaning", "colour")), 0, "colour", "no such column"),
        (table(["", "x"]), 1, "forms", "must be filled"),
        (table(["a", "ok"], ["b", ""]), 2, "meaning", "must be filled"),
        (table(["a", "x", "joke"], heading=("forms", "meaning", "kind")), 1, "kind", "not known"),
        (table(["a", "x", "soon"], heading=("forms", "meaning", "since")), 1, "since", "year"),
        (
            table(["a", "x", "例"], heading=("forms", "meaning", "example_zh")),
            1,
            "example_en",
            "English",
        ),
        (table(["a", "x", "b c"], heading=("forms", "meaning", "id")), 1, "id", "small Latin"),
        (
            table(["a", "x", "i"], ["b", "x", "i"], heading=("forms", "meaning", "id")),
            2,
            "id",
            "twice",
        ),
        (table(["a", "x", "more"]), 1, "", "more cells"),
        (table(["a", "x" * 5000]), 1, "meaning", "too long"),
        ("forms,meaning\n蹲,等\n".encode("gbk"), 0, "", "UTF-8"),
        (b'forms,meaning\n"a,b', 0, "", "no table"),
        (b"\x00\x01", 0, "", "no text"),
    ],
)
def test_every_fault_is_named_with_its_row(data, row, column, part):
    _, faults = read_csv(data)
    assert any((f.row, f.column) == (row, column) and part in str(f.text) for f in faults), faults


def test_all_faults_are_named_and_nothing_is_half_imported(store, tmp_path):
    (tmp_path / "bad.csv").write_bytes(table(["好的词", "good"], ["", "x"], ["b", ""]))
    with pytest.raises(PackRefused) as refused:
        store.import_file(tmp_path / "bad.csv")
    assert [(f.row, f.column) for f in refused.value.faults] == [(2, "forms"), (3, "meaning")]
    assert "Faults in it: 2" in str(refused.value)
    assert store.packs() == []


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "{}",
        '{"entries": 3}',
        '{"entries": []}',
        '{"entries": [{"id": "x"}]}',
        "[" * 100_000,
    ],
)
def test_a_json_file_that_is_no_pack_is_refused(store, tmp_path, content):
    (tmp_path / "bad.json").write_text(content)
    with pytest.raises(PackRefused):
        store.import_file(tmp_path / "bad.json")
    assert store.packs() == []


def test_a_frame_that_cannot_be_read_is_refused(store, tmp_path):
    store.put(entry("own-x", "甲乙丙"))
    store.export_file(OWN, tmp_path / "x.json")
    data = json.loads((tmp_path / "x.json").read_text("utf-8"))
    data["entries"][0]["frames"] = ["甲乙"]
    (tmp_path / "x.json").write_text(json.dumps(data))
    with pytest.raises(PackRefused) as refused:
        store.import_file(tmp_path / "x.json")
    assert "The frame 甲乙 cannot be used: it has no slot" in str(refused.value)


def test_json_keeps_everything(store, tmp_path):
    mine = entry(
        "own-x",
        "甲乙丙",
        context=context("guess", plain_in=("甲乙丙丁",)),
        frames=("甲{n}丙",),
        slots={"n": "[乙丁]"},
    )
    store.put(mine)
    assert store.export_file(OWN, tmp_path / "out.json") == 1
    other = PackStore(tmp_path / "other")
    assert other.import_file(tmp_path / "out.json").entries == (mine,)


@given(
    st.lists(
        st.tuples(
            st.text(alphabet="蹲一个yyds=+-@'\",;\t 🙂", min_size=1, max_size=8)
            .map(str.strip)
            .filter(bool),
            st.text(alphabet="wait for=+-@'\",;\n🙂", min_size=1, max_size=20)
            .map(str.strip)
            .filter(bool),
        ),
        min_size=1,
        max_size=6,
        unique_by=lambda row: row[0],
    )
)
def test_what_goes_out_as_csv_comes_back(rows):
    made = [entry(f"own-{i}", form, meaning=m, renderings=(m,)) for i, (form, m) in enumerate(rows)]
    text = write_csv(made)
    back, faults = read_csv(text.encode("utf-8-sig"))
    assert faults == []
    assert [(e.id, e.forms, e.meaning) for e in back] == [(e.id, e.forms, e.meaning) for e in made]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_begins_a_formula(start):
    text = write_csv([entry("own-x", start, meaning=start, literal=start, note=start)])
    rows = list(csv.reader(io.StringIO(text)))
    assert tuple(rows[0]) == COLUMNS
    assert not [cell for cell in rows[1] if cell.startswith(("=", "+", "-", "@"))]


def test_a_damaged_pack_is_told_of_and_kept_out(store):
    store.put(entry("own-x", "甲乙丙"))
    (store.folder / "broken.json").write_text("{")
    lexicon = store.load(BUNDLED)
    assert "own-x" in lexicon.entries
    assert [p.name for p in store.packs() if p.trouble] == ["broken"]
    with pytest.raises(UserError, match="cannot be changed"):
        store.put(entry("own-y", "丁"), pack="broken")


def test_a_damaged_note_of_what_is_off_switches_nothing_off(store):
    store.switch_entry("yyds", False)
    (store.folder / "switched-off.state").write_text("{")
    assert "yyds" in PackStore(store.folder).load(BUNDLED).entries


def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path):
    (tmp_path / "lexicon").write_text("a file in the way")
    with pytest.raises(UserError) as refused:
        PackStore(tmp_path / "lexicon").put(entry("own-x", "甲"))
    assert refused.value.code == "pack-unwritable"


@pytest.mark.parametrize(
    ("form", "expected"), [("蹲守", "own-dun-shou"), ("yyds", "own-yyds"), ("🙂", "own-entry")]
)
def test_ids_are_made_of_the_pinyin_and_free(form, expected):
    assert own_id(form, {}) == expected
    assert own_id(form, {expected: 1}) == f"{expected}-2"
