"""The choices in force: they are made at many places, and all of them show what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings import Settings, ViewChoices
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.window import MainWindow


class Choosing(QObject):
    """Puts choices into force; `changed` carries what is to be saved."""

    changed = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        theme: Theme,
        set_language: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self.settings = settings
        self._window = window
        self._theme = theme
        self._set_language = set_language

    @property
    def view(self) -> ViewChoices:
        """How the reader likes the page."""
        return self.settings.view

    def apply(self, settings: Settings) -> None:
        """Put choices into force, wherever they were made, and have them saved."""
        before = self.settings
        if settings == before:
            return
        self.settings = settings
        window = self._window
        self._theme.set_choice(settings.theme)
        self._theme.set_zoom(settings.zoom)
        self._theme.set_fonts(settings.latin_font, settings.chinese_font)
        window.session.remember = settings.remember
        window.session.set_help(settings.slang_layer, settings.glossary)
        if settings.language != before.language:
            self._set_language(settings.language)
        if settings.view != before.view:
            window.read_page.view.set_choices(settings.view)
        self.show()
        self.changed.emit(settings)

    def set(self, **choices: object) -> None:
        """Put single choices into force, named as in Settings."""
        self.apply(replace(self.settings, **choices))

    def set_view(self, **choices: object) -> None:
        """Put single choices about the page into force, named as in ViewChoices."""
        self.set(view=replace(self.view, **choices))

    def show(self) -> None:
        """Show at all places what is chosen."""
        window, settings, view = self._window, self.settings, self.view
        window.watch.on = view.watch_clipboard
        window.signs.show()
        window.tray.show(settings.tray, watching=view.watch_clipboard)
        window.read_page.box.pinyin.setChecked(view.pinyin)
        window.read_page.show_notes(view.notes)
        window.settings_page.show_settings(settings)
        window.history_page.set_remember(settings.remember)

    def toggle_notes(self) -> None:
        """Fold the notes away, or bring them back."""
        page = self._window.read_page
        self._window.show_page("read")
        if not page.splitter.sheet:
            self.set_view(notes=not self.view.notes)
        elif not page.close_notes():
            page.open_notes()

    def toggle_remember(self) -> None:
        """Remember what is read from now on, or no more."""
        self.set(remember=not self.settings.remember)

    def toggle_known(self, word: str) -> None:
        """Take a word for known, so that it has no pinyin, or no more."""
        self.set_view(known=self.view.known ^ {word})

    def welcomed(self) -> None:
        """Greet the reader no more, once there was something to read."""
        if self._window.session.comments.rowCount():
            self.set(welcomed=True)
