from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.engine import EngineOutput, Scope
from app.history import HistoryStore
from app.models import Flag
from tests.app.history_samples import Clock, result, texts

SCOPE = Scope("translate-zh_en 0.3", "zh", "en", "lexicon-1", "slang")

outputs = st.builds(
    EngineOutput,
    texts,
    st.lists(texts, max_size=3).map(tuple),
    st.lists(st.sampled_from(list(Flag)), max_size=3, unique=True).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(st.dictionaries(texts, outputs, max_size=5), texts)
def test_answers_come_back_as_they_were(said: dict[str, EngineOutput], other: str) -> None:
    with HistoryStore.in_memory() as store:
        store.memorise(SCOPE, said)
        assert store.recall(SCOPE, [*said, other]) == said | (
            {other: said[other]} if other in said else {}
        )


@pytest.mark.parametrize(
    "other",
    [
        Scope("translate-zh_en 0.4", "zh", "en", "lexicon-1", "slang"),
        Scope("translate-zh_en 0.3", "zh", "en", "lexicon-2", "slang"),
        Scope("translate-zh_en 0.3", "zh", "en", "lexicon-1", "no slang"),
        Scope("translate-zh_en 0.3", "zh", "enlexicon-1", "", "slang"),
    ],
)
def test_whatever_an_answer_depends_on_asks_anew(other: Scope) -> None:
    with HistoryStore.in_memory() as store:
        store.memorise(SCOPE, {"蹲": EngineOutput("waiting")})
        assert store.recall(other, ["蹲"]) == {}
        store.memorise(other, {"蹲": EngineOutput("squat")})
        assert store.recall(SCOPE, ["蹲"]) == {"蹲": EngineOutput("waiting")}


def test_two_texts_that_share_a_key_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.memory._keys", lambda _scope, text: (1, len(text)))
    with HistoryStore.in_memory() as store:
        store.memorise(SCOPE, {"一": EngineOutput("one")})
        assert store.recall(SCOPE, ["一", "一一"]) == {"一": EngineOutput("one")}


def test_half_an_emoji_asked_or_answered_does_no_harm() -> None:
    with HistoryStore.in_memory() as store:
        store.memorise(SCOPE, {"\ud83d": EngineOutput("x\ud83d")})
        assert store.recall(SCOPE, ["\ud83d"]) == {"\ud83d": EngineOutput("x\ufffd")}


def test_the_oldest_answers_go_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.memory.MOST_ANSWERS", 20)
    with HistoryStore.in_memory(clock=Clock()) as store:
        for number in range(21):
            store.memorise(SCOPE, {str(number): EngineOutput(str(number))})
        left = store.recall(SCOPE, [str(number) for number in range(21)])
    assert sorted(map(int, left)) == list(range(3, 21))


def test_what_was_deleted_for_good_is_not_remembered_here_either(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with HistoryStore(path, clock=Clock()) as store:
        thread_id, _ = store.remember("秘密", [result("秘密")])
        store.memorise(SCOPE, {"秘密": EngineOutput("nobodyknows")})
        store.delete_threads([thread_id])
        assert store.recall(SCOPE, ["秘密"]) == {"秘密": EngineOutput("nobodyknows")}
        store.purge()
        assert store.recall(SCOPE, ["秘密"]) == {}
    assert b"nobodyknows" not in path.read_bytes()
