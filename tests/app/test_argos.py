from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.argos import CHUNK_TOKENS, ArgosEngine
from app.engine import Cancelled, Engine
from app.errors import UserError
from app.guards import is_loop
from app.models import Flag
from app.phrases import Phrases
from tests.app.package_files import bundled_folder, make_folder
from tests.app.scripted import Scripted

LOOPING = (
    Path(__file__).parent.parent.joinpath("data", "looping.txt").read_text("utf-8").splitlines()
)
"""What makes the bundled packages, versions 0.2 to 0.6, repeat themselves when nobody watches."""


@pytest.fixture(scope="module")
def engine() -> ArgosEngine:
    return ArgosEngine(bundled_folder(), threads=1)


@pytest.fixture
def scripted(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted]:
    def install(answer: Callable[[str, dict[str, Any]], list[str]]) -> Scripted:
        stand_in = Scripted(engine, answer)
        monkeypatch.setattr(engine, "_translator", stand_in)
        monkeypatch.setattr(engine, "_phrases", Phrases())  # all of it goes to the translator
        return stand_in

    return install


def test_a_known_phrase_needs_no_translator(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_translator", None)
    assert [o.text for o in engine.translate(["好的，谢谢！", "真的吗？"])] == [
        "Okay, thank you!",
        "Really?",
    ]


def test_the_engine_is_what_the_rest_of_the_program_expects(engine: ArgosEngine) -> None:
    as_engine: Engine = engine
    assert (as_engine.source, as_engine.target) == ("zh", "en")
    assert as_engine.name.startswith("translate-zh_en ")


def test_it_translates_chinese_into_english(engine: ArgosEngine) -> None:
    [output] = engine.translate(["姐妹们这个链接可以发我吗"])
    assert "link" in output.text
    assert output.flags == ()
    assert output.alternatives == ()


def test_outputs_stand_in_the_order_of_the_texts(engine: ArgosEngine) -> None:
    texts = ["谢谢", "", "多少钱？", "这个链接可以发我吗，谢谢姐妹", "谢谢", "   "]
    outputs = [output.text for output in engine.translate(texts)]
    assert outputs[0] == outputs[4] == engine.translate(["谢谢"])[0].text
    assert "link" in outputs[3]
    assert outputs[1] == outputs[5] == ""
    assert all(outputs[place] for place in (0, 2, 3))


def test_the_same_texts_give_the_same_answer_twice(engine: ArgosEngine) -> None:
    texts = ["第一次来美国，什么都不懂 大家有什么建议吗？", "价格是99元", "谢谢"]
    assert engine.translate(texts, alternatives=2) == engine.translate(texts, alternatives=2)


def test_what_is_not_chinese_is_left_as_it_is(engine: ArgosEngine) -> None:
    texts = ["666", "OK thank you so much!", "iPhone 15 Pro", "a_b_c", "——"]
    outputs = engine.translate(texts)
    assert [output.text for output in outputs] == texts
    assert all(output.flags == () for output in outputs)


def test_english_between_chinese_sentences_comes_through_whole(engine: ArgosEngine) -> None:
    [output] = engine.translate(["谢谢姐妹们 nice to meet you all 大家好呀"])
    assert "nice to meet you all" in output.text


def test_underscores_survive_decoding(engine: ArgosEngine) -> None:
    assert engine._decode(engine._tokenizer.encode("a_b_c")) == "a_b_c"


def test_every_sentence_of_a_long_text_is_translated(engine: ArgosEngine) -> None:
    numbers = range(101, 131)
    [output] = engine.translate(["".join(f"价格是{number}元。" for number in numbers)])
    missing = [number for number in numbers if str(number) not in output.text]
    assert len(missing) <= 1


def test_the_bundled_package_does_loop_when_nobody_watches(engine: ArgosEngine) -> None:
    raw = engine._run(LOOPING, lambda: False)
    loops = [text for text in LOOPING if is_loop(text, raw[text][0])]
    assert len(loops) >= 3, "look for texts on which the present package loops"


@pytest.mark.parametrize("text", LOOPING)
def test_what_makes_the_engine_loop_is_caught_or_flagged(engine: ArgosEngine, text: str) -> None:
    [output] = engine.translate([text])
    assert output.text
    assert Flag.LOOPED in output.flags or not is_loop(text, output.text)


def test_alternatives_differ_and_leave_the_best_as_it_is(engine: ArgosEngine) -> None:
    texts = ["第一次来美国，什么都不懂 大家有什么建议吗？", "求链接", "666", *LOOPING]
    plain = engine.translate(texts)
    outputs = engine.translate(texts, alternatives=3)
    assert [output.text for output in outputs] == [output.text for output in plain]
    assert all(len({o.text, *o.alternatives}) == 1 + len(o.alternatives) <= 4 for o in outputs)
    assert outputs[0].alternatives
    assert outputs[2].alternatives == ()


def test_a_loop_is_tried_again_with_other_settings(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    def answer(_: str, options: dict[str, Any]) -> list[str]:
        return ["I know"] if "no_repeat_ngram_size" in options else ["I know " * 9]

    stand_in = scripted(answer)
    [output] = engine.translate(["我知道"])
    assert output.text == "I know"
    assert output.flags == ()
    assert len(stand_in.calls) == 2


def test_what_fails_as_a_whole_is_put_together_from_smaller_pieces(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    scripted(lambda text, _: ["He came in" if len(text) < 11 else "He 来了"])
    [output] = engine.translate(["他从外面走了进来，然后坐了下来"])
    assert output.text == "He came in, he came in"
    assert output.flags == ()


@pytest.mark.parametrize(
    ("reading", "flag", "text"),
    [
        ("", Flag.UNTRANSLATED, "这个怎么用"),
        ("how 用 this", Flag.COPIED, "how 用 this"),
        ("so so so so so so so", Flag.LOOPED, "so so so so so so so"),
    ],
)
def test_what_cannot_be_mended_is_flagged(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
    reading: str,
    flag: Flag,
    text: str,
) -> None:
    scripted(lambda *_: [reading])
    [output] = engine.translate(["这个怎么用"])
    assert output.flags == (flag,)
    assert output.text == text


def test_of_the_readings_the_first_without_a_fault_is_taken(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    stand_in = scripted(lambda *_: ["It costs a lot", "It costs 99 yuan", "99 yuan"])
    [output] = engine.translate(["价格是99元"], alternatives=2)
    assert output.text == "It costs 99 yuan"
    assert output.alternatives == ("99 yuan",)
    assert len(stand_in.calls) == 2


def test_a_failure_inside_the_engine_is_said_in_words(
    engine: ArgosEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> list[Any]:
        raise RuntimeError("out of memory")

    monkeypatch.setattr(engine, "_translator", SimpleNamespace(translate_batch=fail))
    with pytest.raises(UserError) as failure:
        engine.translate(["今天的风太大了"])
    assert failure.value.code == "package-broken"


def test_equal_pieces_are_translated_once(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    stand_in = scripted(lambda *_: ["thanks"])
    assert [o.text for o in engine.translate(["谢谢"] * 1000)] == ["thanks"] * 1000
    assert [texts for texts, _ in stand_in.calls] == [["谢谢"]]


def test_no_call_is_larger_than_what_can_be_cancelled_in_time(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    stand_in = scripted(lambda *_: ["fine"])
    engine.translate([f"今天是第{number}天，天气很好" for number in range(500)])
    sizes = [sum(map(engine._measure, texts)) for texts, _ in stand_in.calls]
    assert len(sizes) > 10
    assert max(sizes) <= CHUNK_TOKENS


def test_a_name_that_the_engine_drops_is_carried_past_it(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    scripted(lambda text, _: ["Bought at KTV" if "KTV" in text else "Bought at a shop"])
    [output] = engine.translate(["在Costco买的"])
    assert output.text == "Bought at Costco"
    assert output.flags == ()


def test_an_engine_for_chinese_that_answers_in_english_is_flagged(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, from_code="en", to_code="zh")
    output, number = ArgosEngine(folder, threads=1).translate(["where do you live now?", "666"])
    assert Flag.COPIED in output.flags
    assert number.text == "666"


def test_cancelling_stops_before_the_next_call(
    engine: ArgosEngine,
    scripted: Callable[[Callable[[str, dict[str, Any]], list[str]]], Scripted],
) -> None:
    stand_in = scripted(lambda *_: ["fine"])
    texts = [f"今天是第{number}天，天气很好" for number in range(500)]
    with pytest.raises(Cancelled):
        engine.translate(texts, cancelled=lambda: len(stand_in.calls) == 3)
    assert len(stand_in.calls) == 3


def test_cancelling_takes_effect_at_once_while_it_works(engine: ArgosEngine) -> None:
    stop = threading.Event()
    asked: list[float] = []

    def cancel() -> None:
        asked.append(time.perf_counter())
        stop.set()

    timer = threading.Timer(0.3, cancel)
    timer.start()
    texts = [f"我昨天在店里买了{number}件，今天又去了一次，真的超级划算" for number in range(2000)]
    with pytest.raises(Cancelled):
        engine.translate(texts, cancelled=stop.is_set)
    timer.join()
    # 0.2 s on a free machine (tests/bench measures that); generous here, where others compute too.
    assert time.perf_counter() - asked[0] < 2


def test_a_folder_that_is_no_package_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError) as failure:
        ArgosEngine(tmp_path)
    assert failure.value.code == "package-broken"
    assert failure.value.remedy


def test_loading_leaves_no_trace_and_brings_no_pytorch(tmp_path: Path) -> None:
    code = (
        "import sys, os\n"
        "import app.argos, app.packages\n"
        "assert not [m for m in sys.modules if m.startswith(('argostranslate', 'ctranslate2'))]\n"
        "before = dict(os.environ)\n"
        f"app.argos.ArgosEngine(__import__('pathlib').Path({str(bundled_folder())!r}))\n"
        "assert dict(os.environ) == before\n"
        "bad = {'torch', 'stanza', 'spacy', 'argostranslate.translate', 'argostranslate.sbd'}\n"
        "assert not bad & set(sys.modules), bad & set(sys.modules)\n"
    )
    environment = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    environment |= {"HOME": str(tmp_path), "ARGOS_MODEL_PROVIDER": "nonsense"}
    subprocess.run(
        [sys.executable, "-c", code], check=True, env=environment, cwd=Path(__file__).parents[2]
    )
    assert list(tmp_path.iterdir()) == []


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("我好的价格是 99元abc，。！?~_\U0001f923é\u200b", max_size=30), max_size=4))
def test_any_text_gets_an_answer(engine: ArgosEngine, texts: list[str]) -> None:
    outputs = engine.translate(texts)
    assert len(outputs) == len(texts)
    assert all(bool(o.text) == bool(t.strip()) for o, t in zip(outputs, texts, strict=True))
