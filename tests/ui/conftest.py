"""A window without a screen, with a real pipeline and history and an engine we control."""

from __future__ import annotations

import gc
import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import lexicon
from app.engine import Cancelled, EngineOutput
from app.errors import UserError
from app.glossary import EMPTY
from app.models import Comment
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import Paths, default_paths
from app.pipeline import Pipeline
from app.recovery import open_history
from app.settings import Settings
from ui.__main__ import Languages
from ui.session import SessionModel
from ui.theme import Theme
from ui.window import MainWindow

WAIT_MS = 10_000


def _keeps_references() -> bool:
    """Say whether calls that return nothing leave the count of references to None alone.

    PySide6 6.12.0 was compiled as if None were immortal; on Python 3.11 every such call takes a
    reference away, until the interpreter dies with "none_dealloc".
    """
    line = QTextOption()
    before = sys.getrefcount(None)
    for _ in range(200):
        line.setTabStopDistance(1.0)
    return sys.getrefcount(None) > before - 100


if not _keeps_references():
    raise pytest.UsageError(
        f"PySide6 {PySide6.__version__} loses references on Python {sys.version.split()[0]} and "
        "ends in a crash; install PySide6-Essentials 6.11.3"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what the offscreen platform says of every window; all else fails a test."""
    for item in items:
        said = ("This plugin does not support", "systemTrayWindowChanged")
        item.add_marker(pytest.mark.qt_log_ignore(*said, extend=True))


@pytest.fixture(scope="session")
def no_search() -> None:
    """Keep Python from searching for garbage in whichever thread is at work (see `ui.garbage`)."""
    gc.disable()
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def searched(no_search: None) -> Iterator[None]:
    """Search in the window's thread, when all that a test used is gone.

    What is to be deleted later is deleted now: windows that stay are styled again in every test.
    """
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@pytest.fixture(scope="session")
def languages(qapp: QApplication) -> Languages:
    """Put the interface into English, plurals and all, as the program does at its start."""
    made = Languages(qapp)
    made.set("en")
    return made


@pytest.fixture(autouse=True)
def english(searched: None, languages: Languages) -> Iterator[None]:
    """Go back to English after a test that chose another language."""
    yield
    if QLocale().language() is not QLocale.Language.English:
        languages.set("en")


class FakeEngine:
    """Answers how long a text is, in English.

    It waits for `gate` before each batch, closes it itself after `close_after` of them, and can be
    missing or broken.
    """

    name = "translate-fake 1.0"
    source = "zh"
    target = "en"

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.glossary = EMPTY
        self.asked: list[str] = []
        self.close_after = 0
        self.missing = False
        self.broken = False

    def open_engine(self, _source: str, _target: str) -> FakeEngine:
        if self.missing:
            raise UserError("no-package", "There is no package.", "Add one.")
        return self

    def translate(
        self,
        texts: Sequence[str],
        *,
        alternatives: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[EngineOutput]:
        while not self.gate.wait(0.01):
            if cancelled():
                raise Cancelled
        if self.broken:
            raise ZeroDivisionError("秘密 must not be told")
        self.asked += texts
        self.close_after -= 1
        if self.close_after == 0:
            self.gate.clear()
        others = tuple(f"Reading {number}" for number in range(alternatives))
        return [EngineOutput(f"English for {len(text)} characters", others) for text in texts]


def parse(text: str) -> tuple[Comment, ...]:
    """One comment a line; `name: text` has an author."""
    comments = []
    for line in text.splitlines():
        author, _, said = line.rpartition(": ")
        if said.strip():
            comments.append(Comment(said, author=author, ordinal=len(comments)))
    return tuple(comments)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("PINGLUN_HOME", str(tmp_path / "home"))
    return default_paths()


@pytest.fixture
def engine() -> Iterator[FakeEngine]:
    made = FakeEngine()
    yield made
    made.gate.set()


@pytest.fixture(scope="session")
def entries() -> lexicon.Lexicon:
    return lexicon.load([default_paths().lexicon / "core.json"])


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    qapp.setStyle("Fusion")
    return Theme("light")


@pytest.fixture
def new_session(
    qapp: QApplication, engine: FakeEngine, entries: lexicon.Lexicon, paths: Paths
) -> Iterator[Callable[[], SessionModel]]:
    """Sessions on one history, as after a new start; all are closed in the end."""
    made: list[SessionModel] = []

    def make() -> SessionModel:
        session = SessionModel(
            Pipeline(entries, engine),
            lambda: open_history(paths.history),
            parse,
            is_begun=paths.history.exists,
        )
        made.append(session)
        return session

    yield make
    engine.gate.set()
    for session in made:
        session.close()
    qapp.processEvents()  # what the lanes still had to say, while there is a window to hear it


@pytest.fixture
def session(new_session: Callable[[], SessionModel]) -> SessionModel:
    return new_session()


@pytest.fixture
def window(qtbot: QtBot, session: SessionModel, paths: Paths, theme: Theme) -> MainWindow:
    packages = PackageStore(paths.bundled_packages, paths.packages)
    settings = Settings(theme="light")
    packs = PackStore(paths.packs)
    made = MainWindow(session, packages, packs, paths, theme, settings, lambda _l: None)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def all_translated(qtbot: QtBot) -> Callable[[SessionModel], None]:
    """Wait until every comment of the page has its translation."""

    def wait(session: SessionModel) -> None:
        def done() -> None:
            assert session.comments.rowCount()
            assert all(r.translation is not None for r in session.comments.results)
            assert not session.translating

        qtbot.waitUntil(done, timeout=WAIT_MS)

    return wait
