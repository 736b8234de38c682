from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import UserError
from app.history import HistoryStore
from app.models import BY_HAND
from tests.app.history_samples import Clock, result, translation


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HistoryStore]:
    with HistoryStore(tmp_path / "history.db", clock=Clock()) as opened:
        yield opened


def test_favourites_tags_and_remarks(store: HistoryStore) -> None:
    _, ids = store.remember("…", [result("一"), result("二")])
    store.set_favourite(ids, True)
    store.set_favourite(ids[:1], False)
    store.add_tag(ids, "  # week   3 ")
    store.add_tag(ids, "week 3")
    store.add_tag(ids[:1], "讽刺")
    store.set_remark(ids[1], "ask Li about this")
    first, second = store.rows(ids)
    assert (first.favourite, first.tags, first.remark) == (False, ("week 3", "讽刺"), "")
    assert (second.favourite, second.tags, second.remark) == (
        True,
        ("week 3",),
        "ask Li about this",
    )
    assert store.tags() == [("week 3", 2), ("讽刺", 1)]
    store.remove_tag(ids, "#week 3")
    assert store.tags() == [("讽刺", 1)]
    with pytest.raises(UserError) as caught:
        store.add_tag(ids, " # ")
    assert caught.value.code == "tag-blank"


def test_a_tag_is_one_however_it_is_capitalised(store: HistoryStore) -> None:
    _, ids = store.remember("…", [result("一")])
    store.index_pending()
    store.add_tag(ids, "Week")
    store.add_tag(ids, "week")
    assert len(store.search("tag:WEEK").found) == 1
    store.remove_tag(ids, "wEEk")
    assert store.tags() == []
    assert store.search("tag:week").found == ()


def test_a_correction_stays_beside_the_engines_and_is_offered_again(store: HistoryStore) -> None:
    _, ids = store.remember("绝绝子", [result("绝绝子", english="Absolutely")])
    store.correct_translation(ids[0], "So good!")
    shown = store.rows(ids)[0].result.translation
    assert shown is not None
    assert (shown.text, shown.engine, shown.alternatives) == ("So good!", BY_HAND, ("Absolutely",))
    assert store.correction_for(" 绝绝子\n", "en") == "So good!"
    assert store.correction_for("绝绝子", "zh") is None
    store.add_translation(ids[0], translation("Never"))
    again = store.rows(ids)[0].result.translation
    assert again is not None
    assert (again.text, again.alternatives) == ("So good!", ("Never",))
    store.correct_translation(ids[0], None)
    assert store.rows(ids)[0].result.translation == translation("Never")
    assert store.correction_for("绝绝子", "en") is None


def test_a_comment_without_translation_can_be_translated_by_hand(store: HistoryStore) -> None:
    _, ids = store.remember("绝绝子", [result("绝绝子")])
    store.correct_translation(ids[0], "So good!")
    shown = store.rows(ids)[0].result.translation
    assert shown is not None
    assert (shown.text, shown.alternatives) == ("So good!", ())
    store.correct_translation(ids[0], None)
    assert store.rows(ids)[0].result.translation is None


def test_a_comment_seen_before_says_so(store: HistoryStore) -> None:
    first, _ = store.remember("…", [result("蹲 链接"), result("别的")])
    second, ids = store.remember("…", [result("蹲链接")])
    assert [row.thread_id for row in store.seen_before("蹲链接 ")] == [second, first]
    assert [row.thread_id for row in store.seen_before("蹲链接", thread_id=second)] == [first]
    assert store.seen_before("没见过") == []
    store.delete_comments(ids)
    assert [row.thread_id for row in store.seen_before("蹲链接")] == [first]


def test_words_met_count_with_first_and_last_time(store: HistoryStore) -> None:
    first, ids = store.remember("…", [result("蹲蹲", ("蹲", "dun"), ("蹲", "dun"))])
    store.remember("…", [result("绝了", ("绝", "jue"))])
    last, more = store.remember("…", [result("蹲", ("蹲", "dun"))])
    (dun, jue) = store.words_met()
    assert (dun.entry_id, dun.times, jue.entry_id, jue.times) == ("dun", 3, "jue", 1)
    assert dun.first_met == store.thread(first)[0].created_at
    assert dun.last_met == store.thread(last)[0].created_at
    assert [row.id for row in store.occurrences("dun")] == [more[0], ids[0]]
    assert [row.id for row in store.occurrences("dun", before=more[0])] == ids
    token = store.delete_threads([last])
    assert store.times_met(["dun", "never"])["dun"].last_met == dun.first_met
    store.undo(token)
    assert store.times_met(["dun"])["dun"] == dun
