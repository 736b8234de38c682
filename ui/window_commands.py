"""Everything the window can do by name, and the keys that do it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QKeySequence, QShortcut

from ui.commands import Command, CommandDialog
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.window import MainWindow

# Keys that mean something only while a view has the keyboard; the view listens to them itself.
_KEYS_OF_VIEWS = ("Ctrl+C", "*")


class WindowCommands(QObject):
    """The commands of a window, for the palette (Ctrl+K), the list of keys (F1), and the keys."""

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        for number, command in enumerate(self.all()):
            if command.act is None:
                continue
            for keys in command.keys:
                if keys not in _KEYS_OF_VIEWS:
                    shortcut = QShortcut(QKeySequence(keys), window)
                    shortcut.activated.connect(partial(self._do, number))

    def all(self) -> tuple[Command, ...]:
        """Return everything that can be done by name, in the language of the interface."""
        window, page = self._window, self._window.read_page
        ways, choosing = window.ways, window.choosing
        chinese = QLocale().language() is QLocale.Language.Chinese
        other = "en" if chinese else "zh_CN"
        return (
            Command(self.tr("Read what is on the clipboard"), ("Ctrl+V",), ways.paste),
            Command(self.tr("Open a text file or pictures …"), ("Ctrl+O",), ways.open_file),
            Command(self.tr("Find in the history"), ("Ctrl+F",), ways.open_search),
            Command(self.tr("Export the page, or the history …"), ("Ctrl+S",), ways.export),
            Command(self.tr("Import into the history …"), (), ways.import_history),
            Command(self.tr("Expressions I met"), (), ways.show_words_met),
            Command(
                self.tr("Remember what I read, or no more"),
                ("Ctrl+Shift+H",),
                choosing.toggle_remember,
            ),
            Command(self.tr("Find in the slang book"), ("Ctrl+B",), ways.open_book),
            Command(self.tr("Pinyin above the words"), ("Ctrl+P",), self._switch("pinyin")),
            Command(self.tr("Colour the pinyin by tone"), (), self._switch("tone_colours")),
            Command(self.tr("Show or hide names"), (), self._switch("names")),
            Command(self.tr("Show or fold the notes"), ("F9",), choosing.toggle_notes),
            Command(self.tr("Copy the comment, or what is selected"), ("Ctrl+C",), page.view.copy),
            Command(self.tr("Favourite, or no more"), ("*",), page.menu.star),
            Command(self.tr("Tag this comment …"), ("Ctrl+T",), ways.tag),
            Command(self.tr("Correct the translation …"), ("Ctrl+E",), page.menu.correct),
            Command(
                self.tr("Read the translation back, or hide that"), ("Ctrl+R",), page.menu.read_back
            ),
            Command(self.tr("Other readings of this comment"), (), page.menu.other_readings),
            Command(self.tr("Stop translating"), (), window.session.stop),
            Command(self.tr("Translate the rest"), (), window.session.go_on),
            Command(self.tr("Start with an empty page"), ("Ctrl+N",), ways.clear),
            Command(self.tr("Read the sample thread"), (), ways.read_sample),
            Command(
                self.tr("Read along: take Chinese text as it is copied, or no more"),
                (),
                self._switch("watch_clipboard"),
            ),
            *self._ways(),
            Command(self.tr("Larger"), ("Ctrl++", "Ctrl+="), partial(self._zoom, 1)),
            Command(self.tr("Smaller"), ("Ctrl+-",), partial(self._zoom, -1)),
            Command(self.tr("Size of 100 %"), ("Ctrl+0",), partial(self._zoom, 0)),
            Command(self.tr("As light as the desktop"), (), self._set(theme="system")),
            Command(self.tr("Light colours"), (), self._set(theme="light")),
            Command(self.tr("Dark colours"), (), self._set(theme="dark")),
            Command("English" if chinese else "简体中文", (), self._set(language=other)),
            Command(self.tr("All commands"), ("Ctrl+K",), self.open_palette),
            Command(self.tr("All shortcuts"), ("F1",), self.open_shortcuts),
            Command(self.tr("Next or previous comment"), ("Down", "Up")),
            Command(self.tr("Next or previous note in a comment"), ("Right", "Left")),
            Command(self.tr("Next or previous word, explained"), ("Ctrl+Right", "Ctrl+Left")),
            Command(self.tr("I know this word, or not yet: hide or show its pinyin"), ("K",)),
            Command(self.tr("Plain words for the engine, or as written: the current note"), ("S",)),
            Command(self.tr("Open the notes, or keep the pop-up open"), ("Return",)),
            Command(self.tr("Everything to do with this comment"), ("Menu",)),
            Command(
                self.tr("Read what was typed, or corrected beside a picture"), ("Ctrl+Return",)
            ),
            Command(self.tr("Next line of a picture that may be misread"), ("F8",)),
            Command(self.tr("Lines of a picture that were left out"), ("F7",)),
            Command(self.tr("Delete what is selected, with undo"), ("Del",)),
            Command(self.tr("Bring back what was just deleted in the history"), ("Ctrl+Z",)),
            Command(self.tr("Close what is open"), ("Esc",)),
            Command(self.tr("Quit"), ("Ctrl+Q",), window.quit),
        )

    def open_palette(self) -> None:
        """Let the reader do anything by its name."""
        commands = [c for c in self.all() if c.act is not None]
        title, hint = self.tr("Commands"), self.tr("What would you like to do?")
        self._window.open(
            CommandDialog(title, hint, commands, self._theme, self._window, palette=True)
        )

    def open_shortcuts(self) -> None:
        """List all keys."""
        commands = [c for c in self.all() if c.keys]
        title, hint = self.tr("Shortcuts"), self.tr("Which one are you looking for?")
        self._window.open(
            CommandDialog(title, hint, commands, self._theme, self._window, palette=False)
        )

    def _ways(self) -> list[Command]:
        """Return the ways to the pages, in the order of the rail."""
        window = self._window
        return [
            Command(
                self.tr("Go to: %s") % window.rail.buttons[name].text(),
                (f"Ctrl+{number}",),
                partial(window.show_page, name),
            )
            for number, name in enumerate(window.pages, 1)
        ]

    def _do(self, number: int) -> None:
        # What a command does is looked up when it is wanted: it may depend on the settings.
        act = self.all()[number].act
        if act is not None:
            act()

    def _zoom(self, step: int) -> None:
        if step:
            self._theme.step_zoom(step)
        else:
            self._theme.set_zoom(100)
        self._window.choosing.set(zoom=self._theme.zoom)

    def _set(self, **choice: object) -> Callable[[], None]:
        return lambda: self._window.choosing.set(**choice)

    def _switch(self, name: str) -> Callable[[], None]:
        choosing = self._window.choosing
        return lambda: choosing.set_view(**{name: not getattr(choosing.view, name)})
