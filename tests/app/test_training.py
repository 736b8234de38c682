"""The training recipe's data side: everything that needs no PyTorch."""

import json
import lzma
import random
import struct
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from training.cleaning import (
    by_sentence,
    cap_abstracts,
    clean,
    is_held_out,
    is_sound,
    same_key,
    tidy,
)
from training.corpora import evaluation_keys, read_lexicon, read_pairs, read_renderings, without
from training.ct2_file import as_float, read_variables
from training.dataset import END, START, Lines, Pairs, batches
from training.measures import copied, copy_rate, percent
from training.pack import join, pack, split, unpack
from training.senses import Senses, phrases, stem
from training.switching import clauses, invented_word, name_pool, named, put, switch
from training.threads import ThreadChooser
from training.typing_habits import (
    joined,
    lower_case,
    no_final_stop,
    no_punctuation,
    other_width,
    spaces_for_commas,
    stretched,
    typed,
    with_emoji,
)
from training.variables import variable_names

ROOT = Path(__file__).parents[2]


@pytest.fixture
def senses() -> Senses:
    return Senses(
        [
            ("漂亮", ["pretty", "beautiful"]),
            ("女孩", ["girl (young)", "lass"]),
            ("链接", ["link (on a website)"]),
            ("等", ["to wait for; to await"]),
            ("是", ["to be"]),
            ("跳", ["surname Tiao", "to jump"]),
        ]
    )


# cleaning


def test_tidy_evens_out_spaces() -> None:
    assert tidy("  Hello , world .Next\u3000one ") == "Hello, world. Next one"


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("今天天气很好。", "The weather is fine today."),
        ("这支黄皮能涂吗", "Can't wear this one with yellow skin?"),
        ("他在2010年6月19日赢了", "He won on June 19, 2010"),
        ("大约一千五百人参加了会议", "About 1,500 people came to the meeting"),
        ("好看😂", "Pretty 😂"),
    ],
)
def test_sound_pairs_pass(zh: str, en: str) -> None:
    assert is_sound(zh, en)


@pytest.mark.parametrize(
    ("zh", "en", "why"),
    [
        ("他们说这个", "They said 这个 is", "Chinese in the English"),
        ("這個東西很好", "This thing is good", "Traditional"),
        ("信靠是敬拜的行动，就好象孩子信靠父母的爱与智慧", "I am so", "too short"),
        ("好", "This is a long sentence for a word of one", "too long"),
        ("采购了1200台设备", "They bought 3500 machines here", "other number"),
        ("右心室功能不全的结果", "It resulted m ainly from failure", "broken by a scan"),
        ("请接受我的歉意", "Please accePt our apologies", "broken case"),
        ("hello world abc", "hello world abc", "no Chinese"),
    ],
)
def test_unsound_pairs_are_refused(zh: str, en: str, why: str) -> None:
    assert not is_sound(zh, en), why


def test_clean_takes_each_pair_once_and_keeps_written_ones_as_they_are() -> None:
    seen: set[str] = set()
    assert clean([("你好。", "Hello."), ("你好", "hello")], seen) == [("你好。", "Hello.")]
    assert clean([("yyds", "the greatest"), ("", "x")], seen, strict=False) == [
        ("yyds", "the greatest")
    ]


def test_abstracts_are_capped_to_a_share() -> None:
    plain = [(f"这是第{i}句话", f"This is sentence {i}") for i in range(200)]
    odd = [(f"结果表明第{i}组好", f"Results show group {i} is good") for i in range(200)]
    kept = cap_abstracts(plain + odd, 0.1)
    assert [p for p in kept if p in plain] == plain
    assert 0 < len(kept) - len(plain) < 45


def test_held_out_lines_depend_on_the_chinese_alone() -> None:
    lines = [f"第{i}句" for i in range(2000)]
    share = sum(is_held_out(line, 20) for line in lines) / len(lines)
    assert 0.03 < share < 0.07
    assert [is_held_out(line, 20) for line in lines] == [is_held_out(line, 20) for line in lines]


def test_same_key_forgets_case_and_marks() -> None:
    assert same_key("Good, morning!") == same_key("good morning")


def test_long_pairs_are_cut_by_sentence_where_the_counts_agree() -> None:
    pair = ("今天很好。明天呢？走吧", "Today was good. And tomorrow? Let's go")
    assert by_sentence([pair, ("好。走。", "Good, go."), ("嗯", "Yes")]) == [
        ("今天很好。", "Today was good."),
        ("明天呢？", "And tomorrow?"),
        ("走吧", "Let's go"),
    ]


# corpora


def test_reading_and_barring(tmp_path: Path) -> None:
    with lzma.open(tmp_path / "tatoeba.tsv.xz", "wt", encoding="utf-8") as f:
        f.write("我喜欢你\tI like you\tp1\n这句在测试里\tThis is a test row\n单列\n")
    (tmp_path / "lexicon.json").write_text(
        json.dumps({"entries": [{"id": "x", "examples": [{"zh": "蹲一个", "en": "Waiting!"}] * 2}]})
    )
    (tmp_path / "dev.tsv").write_text("1\tcomment\t这句,在测试里!\tSome reference\n")
    pairs = read_pairs(tmp_path, "tatoeba")
    assert len(pairs) == 2
    assert without(pairs, evaluation_keys(tmp_path)) == [("我喜欢你", "I like you")]
    assert read_lexicon(tmp_path) == [("蹲一个", "Waiting!")]
    assert read_lexicon(None) == []
    (tmp_path / "lexicon.json").write_text(
        json.dumps({"entries": [{"forms": ["yyds", "永远的神"], "renderings": ["the greatest"]}]})
    )
    assert [form for form, _ in read_renderings(tmp_path)] == ["yyds", "永远的神"]
    assert evaluation_keys(None) == set()


# dictionary senses and code-switching


def test_matches_find_senses_with_endings(senses: Senses) -> None:
    found, share = senses.matches("女孩跳了", "The girls jumped")
    assert [(m.zh_start, m.zh_end) for m in found] == [(0, 2), (2, 3)]
    assert share == 1.0
    assert stem("crouched") == stem("crouch")


def test_latin_slang_matches_whole_words_only(senses: Senses) -> None:
    senses.add("yyds", ["the greatest"])
    (match,), _ = senses.matches("他YYDS", "He is the greatest")
    assert (match.zh_start, match.zh_end) == (1, 5)
    assert senses.matches("他yydss", "He is the greatest")[0] == []


def test_a_sense_that_stands_twice_is_no_match(senses: Senses) -> None:
    assert senses.matches("女孩", "girl girl")[0] == []


def test_neighbouring_matches_make_a_phrase(senses: Senses) -> None:
    zh, en = "漂亮的女孩来了", "A pretty girl came"
    (phrase,) = phrases(senses.matches(zh, en)[0], zh, en)
    assert en[phrase.en_start : phrase.en_end] == "pretty girl"
    assert zh[phrase.zh_start : phrase.zh_end] == "漂亮的女孩"


def test_clauses_pair_up_only_when_there_are_as_many() -> None:
    zh, en = "太好看了，等个链接", "So pretty, waiting for the link"
    found = [(zh[m.zh_start : m.zh_end], en[m.en_start : m.en_end]) for m in clauses(zh, en)]
    assert found == [("太好看了", "So pretty"), ("等个链接", "waiting for the link")]
    assert clauses("太好看了，等个链接", "So pretty") == []


@pytest.mark.parametrize(("spaced", "want"), [(True, "姐妹 waiting 呀"), (False, "姐妹waiting呀")])
def test_put_terms(spaced: bool, want: str) -> None:
    assert put("姐妹蹲呀", [(2, 3, "waiting")], spaced) == want


def test_put_keeps_latin_words_apart() -> None:
    assert put("买ipad好", [(0, 1, "buy")], False) == "buy ipad好"


def test_switched_terms_stand_on_both_sides(senses: Senses) -> None:
    pair = ("我看见一个漂亮的女孩在等链接", "I saw a pretty girl await the link")
    for seed in range(60):
        made = switch(pair, senses, random.Random(seed))
        assert made is not None
        (zh, en), terms = made
        assert terms
        for term in terms:
            assert term.lower() in zh.lower()
            assert copied(en, term)


def test_nothing_to_switch(senses: Senses) -> None:
    assert switch(("嗯嗯嗯", "Uh-huh"), senses, random.Random(1)) is None


def test_invented_words_are_latin_and_repeatable() -> None:
    words = [invented_word(random.Random(seed)) for seed in range(50)]
    assert words == [invented_word(random.Random(seed)) for seed in range(50)]
    assert all(word.isascii() and len(word) > 1 for word in words)


def test_names_stand_on_both_sides(senses: Senses) -> None:
    pool = name_pool(["i met Taylor Swift there", "we saw Taylor Swift", "The cat", "a new iPhone"])
    assert pool == ["Taylor Swift"]
    made = named(("那个女孩在等我", "That girl is waiting"), senses, pool, random.Random(1))
    assert made is not None
    zh, en = made
    assert en.startswith("That ")
    assert en.removeprefix("That ").removesuffix(" is waiting") in zh
    assert named(("嗯嗯嗯嗯", "Uh-huh"), senses, pool, random.Random(1)) is None


# how people type


def test_habits() -> None:
    rng = random.Random(3)
    assert no_final_stop(("好的。", "Fine.")) == ("好的", "Fine")
    assert no_final_stop(("好的？", "Fine?")) == ("好的？", "Fine?")
    assert spaces_for_commas(("好，走吧。", "Fine, go."))[0] == "好 走吧。"
    assert no_punctuation(("好，走吧。", "Fine, go."))[0] == "好走吧。"
    assert other_width(("好，走！", "x"))[0] == "好,走!"
    assert other_width(("好,走!", "x"))[0] == "好，走！"
    assert lower_case(("用iPhone吧", "Use an iPhone")) == ("用iphone吧", "Use an iPhone")
    assert stretched(("好哈", "ok"), rng)[0].startswith("好哈哈")
    zh, en = with_emoji(("好", "Good"), rng)
    assert zh.removeprefix("好") == en.removeprefix("Good")
    zh, en = joined(("好。", "Good"), ("走。", "Go."), rng)
    assert en == "Good. Go."
    assert zh in {"好 走", "好，走"}


def test_typing_is_seeded_and_leaves_something() -> None:
    pair = ("今天好开心啊，真的！", "I'm so happy today, really!")
    first = [typed(pair, random.Random(seed)) for seed in range(40)]
    assert first == [typed(pair, random.Random(seed)) for seed in range(40)]
    assert len(set(first)) > 5
    assert all(zh and en for zh, en in first)


# tokens on disk and in batches


def test_pairs_survive_the_disk_and_turn_round(tmp_path: Path) -> None:
    pairs = Pairs(Lines.of([[5, 6], [7]]), Lines.of([[8], [9, 10, 11]]))
    pairs.save(tmp_path / "a.npz")
    back = Pairs.load(tmp_path / "a.npz").reversed()
    assert back.target.flat.tolist() == [5, 6, 7]
    assert back.source.length.tolist() == [1, 3]


def test_batches_feed_the_target_one_late() -> None:
    pairs = Pairs(Lines.of([[5, 6]]), Lines.of([[8, 9]]))
    ((source, fed, wanted),) = batches({"a": pairs}, {}, 64, None)
    assert source[0].tolist() == [5, 6, 0, 0, 0, 0, 0, 0]
    assert fed[0, :4].tolist() == [START, 8, 9, 0]
    assert wanted[0, :4].tolist() == [8, 9, END, 0]


def test_an_epoch_follows_the_mix_and_leaves_out_long_pairs() -> None:
    lines = Lines.of([[i + 4] for i in range(64)] + [[3] * 60])
    pairs = Pairs(lines, lines)
    seen = [
        int(n)
        for source, _, _ in batches({"a": pairs}, {"a": 2.5}, 16, np.random.default_rng(1))
        for n in source[:, 0]
    ]
    assert len(seen) == 160
    assert set(seen) == set(range(4, 68))


# packing


def test_pack_is_repeatable_and_comes_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "b.txt").write_text("b" * 1000)
    (data / "a.txt").write_text("a")
    size = pack(data, tmp_path / "one.tar.xz")
    pack(data, tmp_path / "two.tar.xz")
    assert (tmp_path / "one.tar.xz").read_bytes() == (tmp_path / "two.tar.xz").read_bytes()
    assert size < 1000
    assert unpack(tmp_path / "one.tar.xz", tmp_path / "back") == ["a.txt", "b.txt"]
    assert (tmp_path / "back" / "b.txt").read_text() == "b" * 1000
    with pytest.raises(ValueError, match="more than the limit"):
        pack(data, tmp_path / "three.tar.xz", limit=10)


def test_thinned_parts_and_shards(tmp_path: Path) -> None:
    lines = Lines.of([[i, i] for i in range(100)])
    thin = Pairs(lines, lines).thinned(0.3)
    assert len(thin.source.length) == 30
    assert (thin.source.flat == thin.target.flat).all()
    assert sorted(thin.source.flat.tolist()) == thin.source.flat.tolist()
    whole = tmp_path / "big.bin"
    whole.write_bytes(bytes(range(100)))
    assert len(split(whole, tmp_path / "shards", 30)) == 4
    assert join(tmp_path / "shards", "big.bin", tmp_path / "again.bin") == 100
    assert (tmp_path / "again.bin").read_bytes() == whole.read_bytes()
    with pytest.raises(FileNotFoundError):
        join(tmp_path, "none", tmp_path / "x")


# a CTranslate2 file


def _string(text: str) -> bytes:
    raw = text.encode() + b"\0"
    return struct.pack("<H", len(raw)) + raw


def _variable(name: str, value: np.ndarray, dtype: int) -> bytes:
    raw = value.tobytes()
    shape = struct.pack(f"<B{value.ndim}I", value.ndim, *value.shape)
    return _string(name) + shape + struct.pack("<BI", dtype, len(raw)) + raw


def test_int8_rows_come_back_as_floats(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    weight, scale = np.array([[127, -64], [10, 0]], np.int8), np.array([127.0, 10.0], np.float32)
    path.write_bytes(
        struct.pack("<I", 6) + _string("TransformerSpec") + struct.pack("<II", 7, 2)
        + _variable("w", weight, 1) + _variable("w_scale", scale, 0)
        + struct.pack("<I", 1) + _string("v") + _string("w")
    )  # fmt: skip
    values = read_variables(path)
    assert np.allclose(as_float(values, "w"), [[1, -64 / 127], [1, 0]])
    assert (values["v"] == weight).all()
    path.write_bytes(struct.pack("<I", 5))
    with pytest.raises(ValueError, match="binary version 5"):
        read_variables(path)


def test_every_parameter_has_its_own_variable() -> None:
    names = variable_names(6, 2)
    assert len(names) == len(set(names.values())) == 3 + 4 + 6 * 12 + 2 * 20
    assert names["dec.1.ca.kv.weight"] == "decoder/layer_1/attention/linear_1/weight"


# measures and threads


def test_copy_rate_counts_whole_unchanged_terms() -> None:
    assert copied("So pretty, waiting for the link!", "Waiting for the link")
    assert not copied("They linked it", "link")
    assert not copied("waiting for a link", "waiting for the link")
    assert copy_rate(["a link here", "none"], [["link"], ["XK-92", "none"]]) == pytest.approx(
        200 / 3
    )
    assert percent([]) == 0.0


def test_a_thread_more_where_a_core_is_idle_and_back_where_it_does_not_pay() -> None:
    used: list[int] = []
    now = idle = 0.0
    chooser = ThreadChooser(2, used.append, stretch=5, clock=lambda: (now, idle))

    def run(steps: int, one: float, two: float, free: float) -> None:
        nonlocal now, idle
        for _ in range(steps):
            took = one if chooser.current == 1 else two
            now, idle = now + took, idle + took * free
            chooser.step()

    run(20, one=1.0, two=9.0, free=0.1)  # another program holds the second core
    assert used == [1]
    run(6, one=1.0, two=0.6, free=0.9)
    assert used == [1, 2]
    run(20, one=1.0, two=0.6, free=0.0)
    assert used == [1, 2]
    run(2, one=1.0, two=9.0, free=0.0)
    assert used == [1, 2, 1]


def test_the_data_side_needs_no_pytorch() -> None:
    code = (
        "import sys; sys.modules['torch'] = None\n"
        "import training.prepare, training.pack, training.measures, training.__main__\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
