"""The training recipe's text side: cleaning, reading, code-switching, typing habits."""

import json
import lzma
import random
from pathlib import Path

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
from training.measures import copied
from training.senses import Senses, phrases, stem
from training.switching import clauses, invented_word, name_pool, named, put, rendered, switch
from training.typing_habits import (
    joined,
    lower_case,
    no_final_stop,
    no_punctuation,
    other_width,
    spaces_for_commas,
    stretched,
    typed,
    typed_english,
    with_emoji,
)


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


def test_terms_go_in_as_the_dictionary_has_them_for_the_model_to_bend(senses: Senses) -> None:
    pair = ("他跳了三次", "He jumped three times")
    plain, bare = (switch(pair, senses, random.Random(1), 1.0, share) for share in (0.0, 1.0))
    assert plain == (("他 jumped 了三次", "He jumped three times"), ["jumped"])
    assert bare == (("他 jump 了三次", "He jumped three times"), ["jumped"])
    slang = Senses([])
    slang.add("躺平", ["take it easy"])
    made = rendered(("他今天躺平了", "Today he takes it easy"), slang, random.Random(1), bare=1.0)
    assert made is not None
    assert made[0] == ("他今天 take it easy 了", "Today he takes it easy")


def test_nothing_to_switch(senses: Senses) -> None:
    assert switch(("嗯嗯嗯", "Uh-huh"), senses, random.Random(1)) is None


def test_invented_words_are_latin_and_repeatable() -> None:
    words = [invented_word(random.Random(seed)) for seed in range(50)]
    assert words == [invented_word(random.Random(seed)) for seed in range(50)]
    assert all(word.isascii() and len(word) > 1 for word in words)


def test_renderings_are_put_in_as_the_program_does() -> None:
    slang = Senses([])
    slang.add("绝绝子", ["absolutely amazing"])
    made = rendered(("这家店绝绝子啊", "This shop is absolutely amazing"), slang, random.Random(1))
    assert made == (
        ("这家店 absolutely amazing 啊", "This shop is absolutely amazing"),
        ["absolutely amazing"],
    )
    assert rendered(("绝绝子", "absolutely amazing"), slang, random.Random(1)) is None


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


def test_careless_english_keeps_its_chinese() -> None:
    pair = (
        "说实话，我真的不知道你在说什么。",
        "To be honest, I really don't know what you're saying.",
    )
    made = {typed_english(pair, random.Random(seed)) for seed in range(60)}
    assert {zh for zh, _ in made} == {pair[0], pair[0][:-1]}
    written = " / ".join(en for _, en in made)
    for habit in ("tbh", "dont", "to be honest", "what ur saying", "To be honest I"):
        assert habit in written
