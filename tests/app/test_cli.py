"""The command line as scripts and people use it, with the bundled package and entries."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from app import cli
from app.history import HistoryStore
from app.models import Comment, Language, Result, Translation
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import default_paths
from tests.app.package_files import make_folder, pack


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("PINGLUN_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def type_in(monkeypatch):
    def put(text):
        stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8")), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)

    return put


def objects(capsys):
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_one_comment_is_translated_and_explained(capsys):
    assert cli.run(["translate", "宝子们 蹲一个链接"]) == 0
    out = capsys.readouterr().out
    assert "宝子们 蹲一个链接" in out
    assert "waiting" in out.casefold()
    assert "蹲一个: to wait" in out


def test_a_translation_can_be_read_back(capsys, type_in):
    assert cli.run(["translate", "--read-back", "今天天气很好"]) == 0
    assert "  Read back: 今天" in capsys.readouterr().out
    type_in("今天天气很好\n谢谢姐妹\n")
    assert cli.run(["translate", "--read-back", "--lines", "--format", "jsonl", "-"]) == 0
    assert [bool(o["read_back"]) for o in objects(capsys)] == [True, True]


def test_without_a_package_for_the_way_back_the_translation_still_comes(capsys, monkeypatch):
    best = PackageStore.best
    monkeypatch.setattr(
        PackageStore, "best", lambda self, a, b: None if a == "en" else best(self, a, b)
    )
    assert cli.run(["translate", "--read-back", "--lines", "今天天气很好\n谢谢"]) == 1
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 2
    assert said.err.count("Reading back needs a language package") == 1


def test_lines_become_one_object_each_in_order(capsys, type_in):
    type_in("蹲蹲\r\n\n太好看了\n")
    assert cli.run(["translate", "--lines", "--format", "jsonl", "-"]) == 0
    found = objects(capsys)
    assert [o["text"] for o in found] == ["蹲蹲", "", "太好看了"]
    assert found[0]["notes"][0] == {
        "start": 0,
        "end": 2,
        "surface": "蹲蹲",
        "entry": "dun",
        "certainty": "known",
        "meaning": found[0]["notes"][0]["meaning"],
        "renderings": found[0]["notes"][0]["renderings"],
        "note": found[0]["notes"][0]["note"],
    }
    assert set(found[0]) == {"text", "language", "translation", "engine", "flags", "notes"}
    assert found[2]["engine"].startswith("translate-zh_en ")


def test_lines_as_text_give_one_line_each(capsys, type_in):
    type_in("蹲蹲\n太好看了\n你好")
    assert cli.run(["translate", "--lines"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_thread_is_read_as_a_thread(capsys, type_in):
    type_in(
        "momo\n太好看了\n昨天 12:30 广东\n赞\n回复\n小王\n回复 momo：真的\n3天前 美国\n赞\n回复\n"
    )
    assert cli.run(["translate", "--format", "jsonl"]) == 0
    assert [o["text"] for o in objects(capsys)] == ["太好看了", "真的"]


def test_offsets_count_code_points(capsys):
    assert cli.run(["translate", "--format", "jsonl", "😂👩‍👩‍👧 yyds"]) == 0
    (found,) = objects(capsys)
    note = next(n for n in found["notes"] if n["entry"] == "yyds")
    assert found["text"][note["start"] : note["end"]] == "yyds"


def test_without_slang_the_notes_stay_but_nothing_is_substituted(capsys):
    cli.run(["translate", "--format", "jsonl", "蹲蹲"])
    cli.run(["translate", "--format", "jsonl", "--no-slang", "蹲蹲"])
    slang, plain = objects(capsys)
    assert slang["notes"] == plain["notes"]
    assert slang["flags"] == ["curated"]
    assert "curated" not in plain["flags"]


def test_a_word_can_be_left_as_it_stands(capsys):
    cli.run(["translate", "--format", "jsonl", "真是yyds"])
    for word in ("yyds", "永远的神"):  # by its id, by another of its forms
        cli.run(["translate", "--format", "jsonl", "--without", word, "真是yyds"])
    with_it, *without = objects(capsys)
    assert "the best" in with_it["translation"]
    for one in without:
        assert "the best" not in one["translation"]
        assert one["notes"] == with_it["notes"]


def test_a_word_that_means_no_entry_is_refused(capsys):
    assert cli.run(["translate", "--without", "桌子", "宝子们"]) == 2
    assert "there is no entry for 桌子" in capsys.readouterr().err


def test_what_the_window_leaves_as_written_for_good_is_left_here_too(capsys):
    for left in (True, False):
        PackStore(default_paths().packs).leave_as_written("yyds", left)
        cli.run(["translate", "--format", "jsonl", "真是yyds"])
    left_so, put = objects(capsys)
    assert "the best" not in left_so["translation"]
    assert "the best" in put["translation"]
    assert left_so["notes"] == put["notes"]


def test_explaining_needs_no_engine(capsys, monkeypatch):
    monkeypatch.setattr("app.packages.PackageStore.open_engine", lambda *_: pytest.fail("asked"))
    assert cli.run(["explain", "--format", "jsonl", "这也太yyds了"]) == 0
    (found,) = objects(capsys)
    assert found["translation"] is None
    assert [n["entry"] for n in found["notes"]] == ["yyds"]


def test_without_packages_the_notes_still_come_and_the_reason_is_said_once(
    capsys, type_in, monkeypatch, tmp_path
):
    monkeypatch.setattr("app.paths.Paths.bundled_packages", tmp_path / "none")
    type_in("这也太yyds了\n" * 100)
    assert cli.run(["translate", "--lines", "--format", "jsonl"]) == 1
    captured = capsys.readouterr()
    found = [json.loads(line) for line in captured.out.splitlines()]
    assert len(found) == 100
    assert all(o["flags"] == ["no-engine"] and o["notes"] for o in found)
    assert captured.err.count("no language package") == 1
    assert "Traceback" not in captured.err


def test_packages_are_listed(capsys):
    assert cli.run(["packages", "list"]) == 0
    assert "zh -> en\t" in capsys.readouterr().out


def test_a_package_that_was_replaced_can_be_gone_back_to(capsys, tmp_path):
    assert cli.run(["packages", "roll-back"]) == 1
    assert "no earlier package" in capsys.readouterr().err
    for version in ("7.1", "7.2"):
        file = pack(make_folder(tmp_path / version, version), tmp_path / f"{version}.argosmodel")
        assert cli.run(["packages", "install", str(file)]) == 0
    assert cli.run(["packages", "roll-back"]) == 0
    assert "zh -> en is now version 7.1." in capsys.readouterr().out


def test_a_file_that_is_no_package_is_refused_with_a_reason(capsys, tmp_path):
    broken = tmp_path / "x.argosmodel"
    broken.write_bytes(b"no archive")
    assert cli.run(["packages", "install", str(broken)]) == 1
    error = capsys.readouterr().err
    assert error.startswith("pinglun: ")
    assert "Traceback" not in error


@pytest.mark.parametrize(
    "words",
    [
        ["translate", "--to", "fr", "x"],
        ["nonsense"],
        ["packages", "install", "/nowhere"],
        ["--bad"],
    ],
)
def test_wrong_words_give_code_2(capsys, words):
    assert cli.run(words) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_without_a_command_the_window_opens():
    assert cli.run([], lambda: 7) == 7


def test_the_home_folder_can_be_given(tmp_path, capsys):
    with HistoryStore(tmp_path / "other" / "data" / "history.db") as store:
        store.remember("很好", [Result(Comment("很好"), Language.ZH)])
    assert cli.run(["--home", str(tmp_path / "other"), "history", "list"]) == 0
    assert "很好" in capsys.readouterr().out


def test_an_empty_history_says_so_and_makes_no_file(capsys, home):
    assert cli.run(["history", "list"]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Nothing is remembered yet" in captured.err
    assert not (home / "data").exists()


def test_the_history_is_searched(capsys, home):
    moment = datetime(2026, 1, 2, tzinfo=UTC)
    with HistoryStore(home / "data" / "history.db", clock=lambda: moment) as store:
        store.remember(
            "a", [Result(Comment(t, author="小王"), Language.ZH) for t in ("蹲链接", "好看")]
        )
        _, (row,) = store.remember("b", [Result(Comment("晚安"), Language.ZH)])
        store.add_translation(row, Translation("Good night", "zh", "en", "x"))
    assert cli.run(["history", "search", "链接", "--format", "jsonl"]) == 0
    assert cli.run(["history", "search", "night", "--format", "jsonl"]) == 0
    assert cli.run(["history", "search", "没有这个"]) == 0
    assert [(o["text"], o["created"][:10]) for o in objects(capsys)] == [
        ("蹲链接", "2026-01-02"),
        ("晚安", "2026-01-02"),
    ]


def test_a_reader_that_goes_away_is_no_error():
    command = f"{sys.executable} -m app.cli translate --lines --format jsonl | head -1"
    done = subprocess.run(
        command, shell=True, input="太好看了\n" * 50, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)["text"] == "太好看了"


def test_results_come_before_the_input_ends():
    process = subprocess.Popen(
        [sys.executable, "-m", "app.cli", "translate", "--lines", "--format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("蹲蹲\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["text"] == "蹲蹲"
    process.stdin.write("你好\n")
    process.stdin.close()
    assert json.loads(process.stdout.readline())["text"] == "你好"
    assert process.wait(timeout=60) == 0
    process.stdout.close()


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.md", "out.html"])
def test_the_history_is_exported_in_the_format_of_the_ending(home, tmp_path, capsys, name):
    with HistoryStore(home / "data" / "history.db") as store:
        store.remember("a", [Result(Comment("蹲链接"), Language.ZH)])
    assert cli.run(["history", "export", str(tmp_path / name)]) == 0
    assert "蹲" in (tmp_path / name).read_text(encoding="utf-8")
    assert "1 comment was written" in capsys.readouterr().err


def test_an_unknown_ending_is_refused_before_anything_is_written(tmp_path, capsys):
    assert cli.run(["history", "export", str(tmp_path / "out.doc")]) == 1
    assert ".html" in capsys.readouterr().err
    assert not (tmp_path / "out.doc").exists()
