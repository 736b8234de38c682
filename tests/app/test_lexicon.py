"""The bundled entries fit their format, and what does not fit is refused with a reason."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from app.errors import UserError
from app.lexicon import bundled_files, load
from app.lexicon_check import FOLDER, check, counts, main

MODEL = json.loads((FOLDER / "core.json").read_text(encoding="utf-8"))["entries"]


def write(path: Path, *entries: dict) -> Path:
    data = {"title": "Test", "licence": "CC0", "entries": list(entries)}
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return path


def model(**changes: object) -> dict:
    entry = copy.deepcopy(MODEL[1])
    entry.update(changes)
    return {k: v for k, v in entry.items() if v is not None}


def test_all_bundled_entries_are_sound():
    assert check(list(bundled_files(FOLDER))) == []


def test_every_field_reaches_the_note():
    entry = load(bundled_files(FOLDER)).entries["dun"]
    note = entry.to_note("蹲蹲")
    assert note.surface == "蹲蹲"
    assert (note.entry_id, note.meaning, note.renderings) == (
        entry.id,
        entry.meaning,
        entry.renderings,
    )
    assert note.examples[0].zh


def test_a_rendering_can_be_the_text_itself(tmp_path):
    path = write(tmp_path / "a.json", model(renderings=["{}", "a {} person"]))
    assert load([path]).entries["yyds"].to_note("ENFP").renderings == ("ENFP", "a ENFP person")


def test_a_later_file_replaces_entries_of_an_earlier_one(tmp_path):
    one = write(tmp_path / "a.json", model(meaning="the first"))
    two = write(tmp_path / "b.json", model(meaning="the second"))
    assert load([one, two]).entries["yyds"].meaning == "the second"


def test_the_version_changes_with_any_entry(tmp_path):
    one = write(tmp_path / "a.json", model())
    before = load([one]).version
    write(tmp_path / "a.json", model(meaning="another"))
    assert load([one]).version != before


@pytest.mark.parametrize(
    ("changes", "part"),
    [
        ({"renderings": None}, "'renderings' is a required property"),
        ({"renderings": []}, "renderings"),
        ({"kind": "joke"}, "kind"),
        ({"note": "Too short."}, "note"),
        ({"use": "care"}, "'use_note' is a required property"),
        ({"since": "last year"}, "since"),
        ({"id": "Not An Id"}, "id"),
        ({"colour": "red"}, "colour"),
        ({"tone": ["angry"]}, "tone"),
        ({"examples": [{"zh": "yyds", "en": "The GOAT"}]}, "examples"),
        ({"context": {"otherwise": "guess"}}, "'plain_examples' is a required property"),
        (
            {"context": {"rules": [{"then": "known"}]}, "plain_examples": MODEL[1]["examples"]},
            "rules",
        ),
    ],
)
def test_what_does_not_fit_the_schema_is_named(tmp_path, changes, part):
    path = write(
        tmp_path / "own.json",
        model(id=changes.get("id", "own"), **{k: v for k, v in changes.items() if k != "id"}),
    )
    problems = check([path], folder=tmp_path)
    assert any(part in p for p in problems), problems


def test_an_example_that_does_not_show_its_entry_is_named(tmp_path):
    examples = [{"zh": "没有这个词", "en": "None"}, {"zh": "yyds", "en": "The GOAT"}]
    problems = check([write(tmp_path / "a.json", model(examples=examples))], folder=tmp_path)
    assert problems == ["yyds: example does not show it: 没有这个词"]


def test_a_plain_example_that_shows_its_entry_is_named(tmp_path):
    plain = [{"zh": "他说yyds", "en": "He says it"}]
    entry = model(context={"otherwise": "known"}, plain_examples=plain)
    problems = check([write(tmp_path / "a.json", entry)], folder=tmp_path)
    assert problems == ["yyds: plain example shows it: 他说yyds"]


def test_two_entries_may_not_claim_a_form_without_context(tmp_path):
    path = write(tmp_path / "a.json", model(), model(id="other"))
    assert any("form yyds is claimed by" in p for p in check([path], folder=tmp_path))


def test_an_unknown_see_also_is_named(tmp_path):
    path = write(tmp_path / "a.json", model(see=["nowhere"]))
    assert check([path], folder=tmp_path) == ["yyds: see nowhere: no such entry"]


def test_one_id_twice_is_named(tmp_path):
    path = write(tmp_path / "a.json", model(), model())
    assert "a.json: yyds: id stands twice" in check([path], folder=tmp_path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"title": "x", "entries": [{"id": 1}]}'])
def test_a_broken_file_is_refused_by_name(tmp_path, content):
    path = tmp_path / "broken.json"
    path.write_text(content)
    with pytest.raises(UserError) as refused:
        load([path])
    assert refused.value.code == "lexicon-invalid"
    assert "broken.json" in refused.value.message


def test_an_entry_is_read_when_it_is_asked_for_and_refused_by_name_then(tmp_path):
    path = write(tmp_path / "a.json", model(), model(id="odd", offence="strong"))
    entries = load([path]).entries
    assert set(entries) == {"yyds", "odd"}
    assert entries["yyds"] is entries["yyds"]
    with pytest.raises(UserError) as refused:
        entries["odd"]
    assert refused.value.code == "lexicon-invalid"
    assert "a.json" in refused.value.message
    assert "entry 2: Expected `int`, got `str` - at `$.offence`" in refused.value.message
    assert any("offence" in p for p in check([path], folder=tmp_path))


def test_a_missing_file_is_refused_by_name(tmp_path):
    with pytest.raises(UserError) as refused:
        load([tmp_path / "none.json"])
    assert refused.value.code == "lexicon-unreadable"


def test_the_command_says_what_is_wrong(tmp_path, capsys):
    assert main([str(write(tmp_path / "a.json", model(id="own", see=["nowhere"])))]) == 1
    assert "no such entry" in capsys.readouterr().out


def test_the_readme_counts_what_is_there():
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert counts(bundled_files(FOLDER)) in readme, "run: python -m app.lexicon_check --counts"


def test_there_are_two_thousand_entries():
    assert len(load(bundled_files(FOLDER)).entries) >= 2000
