"""The training recipe's word list: English for words that a model met seldom."""

from training.glossary import BY_HAND, Learned, chosen, commonest, learn, said


def test_senses_that_can_stand_in_a_sentence() -> None:
    definitions = [
        "variant of 牛油",
        "to let (water) out; to throw a match",
        "photo album",
        "CL:個|个[ge4]",
        "a kind of very long explanation of something",
    ]
    assert said(definitions) == ["let out", "throw a match", "photo album"]


def test_the_sense_that_translations_use_comes_first() -> None:
    lines = [["exam", "paper"], ["test", "paper"], ["steam", "roll"]]
    assert commonest(["steamed roll", "test paper"], lines) == "steamed roll"
    assert commonest(["steamed roll", "paper"], lines) == "paper"
    assert commonest(["steamed roll", "paper"], []) == "steamed roll"


def test_words_that_stand_in_few_pairs_are_learned() -> None:
    pairs = [
        ("我爱牛油果。", "I love avocados."),
        ("我们走吧。", "Let's go."),
        ("我们走。", "We go."),
    ]
    dictionary = [
        ("牛油果", ["alligator pear", "avocado"]),
        ("我们", ["we"]),
        ("走走吧", ["not a word of the cutter"]),
        ("我", ["I"]),
    ]
    assert learn(pairs, dictionary, known=2) == {"牛油果": Learned("avocado", 1)}
    assert learn(pairs, dictionary, known=3)["我们"] == Learned("we", 2)


def test_what_was_chosen_by_hand_wins_and_a_word_that_is_known_stays_out() -> None:
    learned = {
        "老二": Learned("penis", 3),
        "汉服": Learned("Chinese dress", 9),
        "吸管": Learned("straw", 20),
        "伏特加": Learned("vodka", 90),
        "赶上": Learned("catch up with", 90),
    }
    by_hand = ["汉服\thanfu", "老二\t", "走\tgo", "伏特加\tvodka"]
    assert chosen(learned, by_hand) == {"汉服": "hanfu", "吸管": "straw", "伏特加": "vodka"}


def test_the_corrections_are_one_short_line_a_word() -> None:
    lines = BY_HAND.read_text("utf-8").splitlines()
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))
    for line in lines:
        _, english = line.split("\t")
        assert len(english.split()) <= 4
        assert english.isascii()
