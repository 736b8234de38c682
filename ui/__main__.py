"""Start the window: the one place where everything is put together."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication, QMessageBox

from app import lexicon, paste, settings
from app.errors import UserError, reason_of
from app.packages import PackageStore
from app.packs import PackStore
from app.paths import RESOURCES, Paths, default_paths
from app.pipeline import Pipeline
from app.settings import Settings
from ui import icons, messages, single
from ui.crash import CrashHook
from ui.garbage import Collector
from ui.housekeeping import Housekeeping
from ui.qtext import tooltip
from ui.rehearsal import Rehearsal
from ui.session import SessionModel
from ui.theme import Theme
from ui.window import MainWindow

if TYPE_CHECKING:
    from app.history import HistoryStore
    from app.models import Result
    from app.recovery import Opened

_WARM_UP_AFTER_MS = 60  # once the window is painted
_TURN_SECONDS = 0.001
_TIDY_UP_AFTER_MS = 5_000  # once what the reader waits for is there


class Languages:
    """Puts the interface into a language, at start and at any later time."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._own = QTranslator(application)
        self._qt = QTranslator(application)

    def set(self, choice: str) -> None:
        """Use "en", "zh_CN", or what the desktop says ("system")."""
        locale = QLocale.system() if choice == "system" else QLocale(choice)
        QLocale.setDefault(locale)
        for translator in (self._own, self._qt):
            self._application.removeTranslator(translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        chinese = locale.language() is QLocale.Language.Chinese
        name = "zh_CN" if chinese else "en"
        if self._qt.load(f"qtbase_{name}", folder):
            self._application.installTranslator(self._qt)
        if self._own.load(f"pinglun_{name}", str(RESOURCES / "i18n")):
            self._application.installTranslator(self._own)


def build(paths: Paths, chosen: Settings, languages: Languages) -> MainWindow:
    """Put window, session and stores together; nothing heavy is loaded yet."""
    packs = PackStore(paths.packs)
    entries = packs.load(lexicon.bundled_files(paths.lexicon))
    packages = PackageStore(paths.bundled_packages, paths.packages)
    pipeline = Pipeline(entries, packages, lambda: _open_memory(paths))
    session = SessionModel(
        pipeline, lambda: _open_history(paths), paste.parse, is_begun=paths.history.exists
    )
    session.remember = chosen.remember
    session.slang = chosen.slang_layer
    session.glossary = chosen.glossary
    theme = Theme(chosen.theme, chosen.zoom, chosen.latin_font, chosen.chinese_font)
    window = MainWindow(session, packages, packs, paths, theme, chosen, languages.set)
    window.settings_changed.connect(lambda changed: _save(paths, changed, window))
    housekeeping = Housekeeping(session.archive, window)
    window.closed.connect(window.hide)  # what is still to be written is written behind it
    window.closed.connect(housekeeping.close)
    window.closed.connect(session.close)
    QTimer.singleShot(_TIDY_UP_AFTER_MS, housekeeping.start)

    def rehearse(results: Sequence[Result]) -> None:
        if not session.comments.rowCount():  # else it came too late
            Rehearsal(theme, window.settings.view, window.read_page).begin(results)

    session.warming.ready.connect(rehearse)
    collector = Collector(lambda: session.translating, window)
    session.warming.ready.connect(collector.start)
    QTimer.singleShot(_WARM_UP_AFTER_MS, session.warming.begin)
    return window


def favour_window() -> None:
    """Give the window's thread its turn soon, and let nothing hold up the start.

    A thread that wants Python's lock waits for 5 ms otherwise, and the window wants it for every
    event. Nothing that is loaded at the start is garbage; afterwards `Collector` looks for it.
    """
    sys.setswitchinterval(_TURN_SECONDS)
    gc.disable()


def _save(paths: Paths, changed: Settings, window: MainWindow) -> None:
    """Save the choices; where that cannot be, they hold until the window is closed."""
    try:
        settings.save(paths.settings, changed)
    except OSError as error:
        if not window.isVisible() or not window.session.archive.lasting:
            return  # nobody is there to be told, or it is told already of the history
        problem = UserError(
            "settings-unwritable",
            "Your choices could not be saved: {reason}. They hold until you close the window.",
            "Check that you may write to the folder of Pinglun's settings.",
            reason=reason_of(error),
        )
        window.show_error(problem)


def _open_history(paths: Paths) -> Opened:
    """Open the history; called in the store lane, which also pays for loading it."""
    from app.recovery import open_history

    return open_history(paths.history)


def _open_memory(paths: Paths) -> HistoryStore:
    """Open the translation memory, a second door to the history; called in the engine lane."""
    from app.history import HistoryStore

    return HistoryStore(paths.history)


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; return the exit code."""
    parser = argparse.ArgumentParser(prog="pinglun")
    parser.add_argument("--home", help="keep data, settings and caches in this folder")
    arguments, rest = parser.parse_known_args(sys.argv[1:] if argv is None else list(argv))
    if arguments.home:
        os.environ["PINGLUN_HOME"] = arguments.home
    favour_window()
    application = QApplication([sys.argv[0], *rest])
    application.setStyle("Fusion")
    application.setApplicationName("Pinglun")
    application.setDesktopFileName("pinglun")
    application.setWindowIcon(icons.app_icon())
    paths = default_paths()
    name = single.name_for(paths.data)
    if single.call_first(name):
        return 0
    hook = CrashHook(application)
    hook.install()
    chosen = settings.load(paths.settings)
    languages = Languages(application)
    languages.set(chosen.language)
    try:
        window = build(paths, chosen, languages)
    except UserError as problem:
        message = " ".join(messages.error(problem))
        print(message, file=sys.stderr)
        QMessageBox.critical(None, "Pinglun", tooltip(message))
        return 1
    hook.crashed.connect(window.show_crash)
    first = single.Single(name, application)
    first.called.connect(window.come_forward)
    window.show()
    return application.exec()


if __name__ == "__main__":
    raise SystemExit(main())
