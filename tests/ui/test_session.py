from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import WAIT_MS, FakeEngine
from pytestqt.qtbot import QtBot

from app.deleting import UndoToken
from app.errors import UserError
from app.history import HistoryStore, ThreadSummary
from app.models import Comment, Language, Result
from app.paths import Paths
from ui.chosen import EVERYTHING
from ui.session import SessionModel
from ui.shelf import Shelf

THREAD = "momo: 宝子们 蹲一个链接\n小林: 妈妈做的红烧肉yyds\n这个软件一个月20刀"
Wait = Callable[[SessionModel], None]


def threads_of(paths: Paths) -> list[ThreadSummary]:
    with HistoryStore(paths.history) as store:
        return store.threads()


def test_notes_are_there_before_any_engine_answers(
    session: SessionModel, engine: FakeEngine
) -> None:
    engine.gate.clear()
    assert session.read(THREAD) == 3
    results = session.comments.results
    assert [n.entry_id for n in results[0].notes][:1] == ["dun"]
    assert [r.comment.author for r in results] == ["momo", "小林", ""]
    assert all(r.translation is None for r in results)
    assert session.translating


def test_translations_follow_and_are_remembered(
    session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    session.read(THREAD)
    all_translated(session)
    session.close()
    (thread,) = threads_of(paths)
    assert (thread.comments, thread.translated) == (3, 3)
    with HistoryStore(paths.history) as store:
        assert store.source_text(thread.id) == THREAD
        rows = store.thread(thread.id)
    assert [r.result for r in rows] == list(session.comments.results)


def test_closing_in_the_middle_loses_nothing(
    session: SessionModel, engine: FakeEngine, paths: Paths
) -> None:
    engine.gate.clear()
    session.read("\n".join(f"蹲第{i}个链接" for i in range(400)))
    session.close()
    (thread,) = threads_of(paths)
    assert (thread.comments, thread.translated) == (400, 0)


def test_a_new_paste_replaces_the_page_and_drops_stale_answers(
    session: SessionModel, engine: FakeEngine, all_translated: Wait, paths: Paths
) -> None:
    engine.gate.clear()
    session.read("\n".join(["第一页的很长的一句话" * 3] * 30))
    session.read("第二页")
    engine.gate.set()
    all_translated(session)
    assert [r.comment.text for r in session.comments.results] == ["第二页"]
    session.close()
    assert [t.comments for t in threads_of(paths)] == [1, 30]


def test_nothing_to_read_leaves_the_page_alone(session: SessionModel) -> None:
    session.read("蹲一个")
    assert session.read("  \n ") == 0
    assert session.comments.rowCount() == 1


def test_stop_keeps_what_is_done_and_go_on_does_the_rest(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait
) -> None:
    engine.close_after = 1
    session.read("\n".join(f"第{i}条评论" for i in range(60)))
    qtbot.waitUntil(lambda: session.unfinished < 60, timeout=WAIT_MS)
    session.stop()
    assert not session.translating
    assert 0 < session.unfinished < 60
    engine.gate.set()
    session.go_on()
    all_translated(session)


def test_what_is_in_sight_is_translated_first(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait
) -> None:
    engine.gate.clear()
    session.read("\n".join(f"第{i}条评论" for i in range(100)))
    session.prefer(70, 80)
    engine.gate.set()
    all_translated(session)
    # The first batch was chosen before the reader scrolled, the second was not.
    order = engine.asked
    assert order.index("第70条评论") < order.index("第20条评论")


def test_a_substitution_can_be_taken_back_and_put_back(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait
) -> None:
    session.read("妈妈做的红烧肉yyds，每次回家都要吃三碗饭")
    all_translated(session)
    (first,) = session.comments.results
    assert first.translation is not None
    assert [s.entry_id for s in first.translation.substitutions] == ["yyds"]
    session.take_back(0, "yyds")
    assert session.comments.undone(0) == {"yyds"}

    def without() -> None:
        translation = session.comments.result(0).translation
        assert translation is not None
        assert not translation.substitutions

    qtbot.waitUntil(without, timeout=WAIT_MS)
    session.put_back(0, "yyds")

    def again() -> None:
        translation = session.comments.result(0).translation
        assert translation is not None
        assert translation.substitutions

    qtbot.waitUntil(again, timeout=WAIT_MS)
    assert not session.comments.undone(0)


def test_without_a_package_there_are_notes_and_one_clear_message(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine
) -> None:
    engine.missing = True
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        session.read(THREAD)
    assert isinstance(failed.args[0], UserError)
    assert failed.args[0].code == "no-package"
    assert session.comments.result(0).notes
    assert not session.translating


def test_a_fault_of_ours_is_told_as_one(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine
) -> None:
    engine.broken = True
    with qtbot.waitSignal(session.crashed, timeout=WAIT_MS) as crashed:
        session.read(THREAD)
    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_a_remembered_thread_opens_and_is_finished(
    qtbot: QtBot,
    session: SessionModel,
    new_session: Callable[[], SessionModel],
    engine: FakeEngine,
    all_translated: Wait,
    paths: Paths,
) -> None:
    engine.gate.clear()
    session.read(THREAD)
    session.close()
    engine.gate.set()
    (thread,) = threads_of(paths)
    later = new_session()
    later.open_thread(thread.id)
    all_translated(later)
    assert later.source == THREAD
    assert later.comments.result(0).notes
    later.close()
    (thread,) = threads_of(paths)
    assert thread.translated == 3


def test_deleting_can_be_undone(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    session.read(THREAD)
    all_translated(session)
    tokens: list[UndoToken] = []
    shelf = Shelf(session.archive)
    shelf.delete(EVERYTHING, tokens.append)
    qtbot.waitUntil(lambda: bool(tokens), timeout=WAIT_MS)
    assert not threads_of(paths)
    with qtbot.waitSignal(session.archive.changed, timeout=WAIT_MS):
        shelf.undo(tokens[0])
    assert len(threads_of(paths)) == 1


def test_not_remembering_writes_nothing(
    session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    session.remember = False
    session.read(THREAD)
    all_translated(session)
    session.close()
    assert not paths.history.exists() or not threads_of(paths)


def test_switching_the_slang_layer_translates_again(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait
) -> None:
    session.read("妈妈做的红烧肉yyds，每次回家都要吃三碗饭")
    all_translated(session)
    session.set_help(slang=False, glossary=True)
    all_translated(session)
    translation = session.comments.result(0).translation
    assert translation is not None
    assert not translation.substitutions


@pytest.mark.parametrize("count", [1, 50])
def test_busy_is_told_only_when_it_takes_long(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait, count: int
) -> None:
    told: list[bool] = []
    session.busy.connect(told.append)
    engine.gate.clear()
    session.read("\n".join(["蹲一个链接"] * count))
    assert True not in told
    with qtbot.waitSignal(session.busy, timeout=WAIT_MS, check_params_cb=bool):
        pass
    engine.gate.set()
    all_translated(session)
    assert told[-1] is False


def test_a_damaged_history_is_told_and_does_not_stop_anybody(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    paths.history.parent.mkdir(parents=True)
    paths.history.write_bytes(b"SQLite format 3\0" + b"nonsense" * 400)
    with qtbot.waitSignal(session.failed, timeout=WAIT_MS) as failed:
        session.read(THREAD)
    assert failed.args[0].code.startswith("history")
    all_translated(session)


def test_other_readings_come_beside_the_best(
    qtbot: QtBot, session: SessionModel, all_translated: Wait
) -> None:
    session.read("妈妈做的红烧肉真好吃")
    all_translated(session)
    session.other_readings(0)

    def there() -> None:
        translation = session.comments.result(0).translation
        assert translation is not None
        assert translation.alternatives

    qtbot.waitUntil(there, timeout=WAIT_MS)


def test_a_correction_outlives_translating_again(
    qtbot: QtBot, session: SessionModel, all_translated: Wait
) -> None:
    session.read("妈妈做的红烧肉真好吃")
    all_translated(session)
    session.tend.correct(0, "Mum cooks the best pork")
    session.other_readings(0)

    def beside() -> None:
        translation = session.comments.result(0).translation
        assert translation is not None
        assert len(translation.alternatives) > 2
        assert translation.text == "Mum cooks the best pork"

    qtbot.waitUntil(beside, timeout=WAIT_MS)


def test_an_answer_for_a_page_that_was_left_goes_to_the_history_only(
    qtbot: QtBot, session: SessionModel, engine: FakeEngine, all_translated: Wait, paths: Paths
) -> None:
    session.read("妈妈做的红烧肉yyds，每次回家都要吃三碗饭")
    all_translated(session)
    engine.gate.clear()
    session.take_back(0, "yyds")
    session.read("第二页上的一句话")
    engine.gate.set()
    all_translated(session)
    assert session.comments.result(0).comment.text == "第二页上的一句话"
    session.close()
    with HistoryStore(paths.history) as store:
        first = store.threads()[1]
        (row,) = store.thread(first.id)
    assert row.result.translation is not None
    assert not row.result.translation.substitutions


def test_comments_of_which_only_the_text_is_left_are_read_when_they_are_opened(
    qtbot: QtBot, session: SessionModel, all_translated: Wait, paths: Paths
) -> None:
    with HistoryStore(paths.history) as store:
        thread_id, _ = store.remember("…", [Result(Comment("蹲一个链接"), Language.NONE)])
    session.open_thread(thread_id)
    qtbot.waitUntil(lambda: session.comments.rowCount() == 1, timeout=WAIT_MS)
    all_translated(session)
    qtbot.waitUntil(lambda: bool(session.comments.result(0).notes), timeout=WAIT_MS)
    assert len(threads_of(paths)) == 1
