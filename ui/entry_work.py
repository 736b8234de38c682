"""What the reader does with entries: switch them off, write, change and delete them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.lexicon import Entry
from app.own_entry import Draft, draft_of
from app.packs import OWN
from ui.bars import UNDO_SECONDS, NoticeBar
from ui.entry_editor import EntryEditor
from ui.entry_finder import EntryFinder
from ui.entry_list import head
from ui.own_words import OwnWords
from ui.theme import Theme


class EntryWork(QObject):
    """Works on the entry that is chosen in `finder`; tells in its bar what was done.

    `added` carries the id of an entry that was written or changed.
    """

    added = Signal(str)

    def __init__(self, own: OwnWords, finder: EntryFinder, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._own = own
        self._finder = finder
        self._theme = theme
        self._page = page
        self._drafts: dict[str, Draft] = {}

    @property
    def _notice(self) -> NoticeBar:
        return self._finder.notice

    def switch(self) -> None:
        """Switch the entry off for good, or on again."""
        one = self._finder.current
        if one is None:
            return
        entry_id, on = one.entry.id, one.off
        if on and any(p.name == one.pack and not p.on for p in self._own.packs):
            self._own.switch_pack(one.pack, True)
            return

        def switch_back() -> None:
            self._own.switch_entry(entry_id, True, lambda: None)

        def told() -> None:
            if not on:
                said = self.tr("Comments are read without %s from now on.") % head(one)
                self._notice.tell(said, self.tr("Undo"), switch_back, seconds=UNDO_SECONDS)

        self._own.switch_entry(entry_id, on, told)

    def leave(self) -> None:
        """Have the engine given the entry as it is written, or in plain words again."""
        one = self._finder.current
        if one is None:
            return
        entry_id, left = one.entry.id, not one.as_written

        def back() -> None:
            self._own.leave_as_written(entry_id, not left, lambda: None)

        def told() -> None:
            if left:
                said = self.tr("The engine gets %s as it is written from now on.") % head(one)
                self._notice.tell(said, self.tr("Undo"), back, seconds=UNDO_SECONDS)

        self._own.leave_as_written(entry_id, left, told)

    def add(self) -> None:
        """Open the form for a new entry; a word that was searched for in vain is in it."""
        draft = self._drafts.get("")
        if draft is None and not self._finder.entries.rowCount():
            draft = Draft(forms=self._finder.search.text().strip())
        self._edit(None, OWN, draft)

    def change(self) -> None:
        """Open the form for the current entry; a bundled one is changed in a copy of one's own."""
        one = self._finder.current
        if one is not None:
            self._edit(one.entry, one.pack or OWN, self._drafts.get(one.entry.id))

    def delete(self) -> None:
        """Delete the current entry, if it is an own one; a bar offers to take that back."""
        one = self._finder.current
        if one is None or not one.pack:
            return

        def told(gone: Entry, undo: Callable[[], None]) -> None:
            changed = self.tr("%s is as it was before.") if one.original else ""
            said = (changed or self.tr("%s was deleted.")) % gone.forms[0]
            self._notice.tell(said, self.tr("Undo"), undo, seconds=UNDO_SECONDS)

        self._own.remove(one.entry.id, one.pack, told)

    def _edit(self, old: Entry | None, pack: str, draft: Draft | None) -> None:
        book = self._own.book
        if book is None:
            return
        taken = [one.entry.id for one in book.entries]
        editor = EntryEditor(self._theme, book.kinds(), taken, self._page, old=old, draft=draft)
        key = old.id if old else ""
        empty = draft_of(old) if old else Draft()

        def end() -> None:
            # Until it is written, what was typed is there when the form is opened again.
            if editor.draft != empty:
                self._drafts[key] = editor.draft
            editor.deleteLater()

        def added(entry: Entry) -> None:
            self._drafts.pop(key, None)
            self._tell_added(entry)

        editor.saved.connect(lambda entry: self._own.put(entry, pack, added))
        editor.finished.connect(end)
        editor.open()

    def _tell_added(self, entry: Entry) -> None:
        self.added.emit(entry.id)
        said = self.tr("%s is in the book now.") % entry.forms[0]
        self._notice.tell(said, seconds=UNDO_SECONDS)
