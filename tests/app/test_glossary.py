"""Words that a package hardly knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.glossary import FILE, Gloss, Glossary
from app.paths import default_paths
from app.sorted_lines import SortedLines


def test_a_word_is_found_as_a_whole_and_nothing_else() -> None:
    glossary = Glossary(SortedLines(["牛油\tbutter", "牛油果\tavocado", "腮红\tblush"]))
    assert glossary.english("牛油果") == "avocado"
    assert glossary.english("牛油") == "butter"
    assert glossary.english("牛") == glossary.english("果") == glossary.english("龘龘") == ""
    assert glossary.find("我爱牛油果和腮红") == [Gloss(2, 5, "avocado"), Gloss(6, 8, "blush")]


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_package_without_a_readable_glossary_has_an_empty_one(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert Glossary.load(tmp_path).find("牛油果") == []


def test_the_bundled_glossary_is_sorted_short_and_of_words_that_can_be_met() -> None:
    (file,) = default_paths().bundled_packages.glob(f"translate-zh_en-*/{FILE}")
    lines = file.read_text("utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    assert len(words) > 40_000
    for line in lines:
        word, english = line.split("\t")
        assert len(word) > 1
        assert english.replace("’", "'").isascii()
        assert 1 <= len(english.split()) <= 4
    glossary = Glossary.load(file.parent)
    for word in words[::500]:
        assert glossary.find(word) == [Gloss(0, len(word), glossary.english(word))]
