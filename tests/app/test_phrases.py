"""Short comments that are translated once and for all."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.paths import default_paths
from app.phrases import FILE, Phrases
from app.sorted_lines import SortedLines
from training.phrases import key_of, phrases

KNOWN = Phrases(
    SortedLines(
        [
            "好吃\tIt's delicious",
            "好吃?\tIs it good?",
            "好的\tOkay",
            "我\tI",
            "真的吗\tReally?",
            "谢谢\tThank you",
        ]
    )
)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("好的", "Okay"),
        (" 好的。", "Okay."),
        ("好的！！", "Okay!"),
        ("好的～", "Okay~"),
        ("好的…", "Okay..."),
        ("好的呀", "Okay"),
        ("好的好的", "Okay, okay"),
        ("好的，谢谢！", "Okay, thank you!"),
        ("好的 谢谢", "Okay, thank you"),
        ("好吃", "It's delicious"),
        ("好吃啊", "It's delicious"),
        ("好吃？", "Is it good?"),
        ("真的吗", "Really?"),
        ("真的吗？？", "Really?"),
        ("謝謝", "Thank you"),
    ],
)
def test_what_everybody_writes_is_said_as_everybody_says_it(text: str, english: str) -> None:
    assert KNOWN.find(text) == english


@pytest.mark.parametrize(
    "text",
    [
        "好的？",  # no question is known for it
        "好的吧",  # an ending that changes what is meant
        "好的不行",
        "真的吗，好的",  # a question in the middle
        "我我",  # a stammer
        "好的 好的 好的 好的 好的",
        "",
        "。",
        "？",
    ],
)
def test_what_is_not_known_as_a_whole_is_left_to_the_engine(text: str) -> None:
    assert KNOWN.find(text) == ""


REPLIES = Phrases(
    SortedLines(
        [
            "i love it\t太喜欢了",
            "im new here\t我是新来的",
            "thank you\t谢谢",
            "where is it?\t在哪？",
        ]
    ),
    "en",
)


@pytest.mark.parametrize(
    ("text", "chinese"),
    [
        ("Thank you", "谢谢"),
        ("thank  you!!", "谢谢！"),
        ("Thank you. I love it!", "谢谢，太喜欢了！"),
        ("I’m new here…", "我是新来的…"),
        ("I'm new here.", "我是新来的。"),
        ("WHERE IS IT?", "在哪？"),
        ("where is it", ""),
        ("thank you thank you very much indeed", ""),
    ],
)
def test_replies_in_english(text: str, chinese: str) -> None:
    assert REPLIES.find(text) == chinese


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_package_without_readable_phrases_has_none(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / FILE).write_bytes(content)
    assert Phrases.load(tmp_path, "zh").find("好的") == ""


def test_the_commonest_english_wins_and_what_is_written_by_hand_before_it() -> None:
    pairs = [
        ("好的。", "Okay."),
        ("好的", "Fine"),
        ("好的！", "Okay!"),
        ("能吃吗", "Is it edible?!"),
        ("好", "Good"),
        ("买了3个", "Bought 3"),
        ("这一句比短的评论长得多了", "This is much longer than a short comment"),
        ("随便", "Whatever"),
    ]
    assert phrases(pairs, ["随便\t", "好\tOkay"]) == {
        "好的": "Okay",
        "能吃吗": "Is it edible?",
        "好": "Okay",
    }


def test_they_are_learned_for_replies_as_well() -> None:
    pairs = [("在哪买的", "Where did you get it?"), ("我的猫🐱", "My cat 🐱"), ("好的", "Okay")]
    assert phrases(pairs, ["okay\t好"], "en") == {"where did you get it?": "在哪买的", "okay": "好"}


@pytest.mark.parametrize(("source", "direction"), [("zh", "zh_en"), ("en", "en_zh")])
def test_the_bundled_phrases_are_sorted_and_each_is_found(source: str, direction: str) -> None:
    (file,) = default_paths().bundled_packages.glob(f"translate-{direction}-*/{FILE}")
    lines = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    keys = [key for key, _ in lines]
    assert keys == sorted(set(keys))
    assert len(keys) > 3_000
    known = Phrases.load(file.parent, source)
    for key, said in lines:
        assert key_of(key, source) == key
        assert known.find(key) == said
        assert said == said.rstrip(" .!,~…。！，～")
