"""The notes beside the comments: what each marked expression means, and how it lands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import QEvent, QTimer, QUrl, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from app.lexicon import Entry
from app.models import Certainty, HistoryRow, Note, Result
from app.pinyin import readings
from ui import messages
from ui.colours import mark_of
from ui.met_before import write_met, write_seen
from ui.notepaper import Notepaper
from ui.notes_translation import write_translation
from ui.qtext import sentence
from ui.substituted import write_substitution
from ui.theme import Theme

if TYPE_CHECKING:
    from app.keeping import EntryMet

_POINT_DELAY_MS = 90
_FACT_INDENT = 92
_LONGEST = 16  # characters of an expression in its heading: 哈哈哈… may go on for lines


class NotesView(Notepaper):
    """Shows the notes of one comment, the current or pointed-at one first.

    Its links lead to entries and actions. `take_back` and `put_back` ask for a translation without
    or with an entry, `leave_wanted` to leave an entry as written everywhere (or no more),
    `others_wanted` for other translations, `comments_wanted` for the remembered comments with an
    entry, `thread_wanted` for a remembered thread and a comment in it.
    """

    take_back = Signal(str)
    put_back = Signal(str)
    leave_wanted = Signal(str, bool)
    others_wanted = Signal()
    comments_wanted = Signal(str)
    thread_wanted = Signal(int, int)

    def __init__(
        self,
        theme: Theme,
        entry: Callable[[str], Entry | None],
        left: Callable[[str], bool] = lambda _entry_id: False,
        parent: QWidget | None = None,
    ) -> None:
        """`left` says whether the reader leaves an entry as written in all comments."""
        super().__init__(theme, parent)
        self._entry = entry
        self._left = left
        self._result: Result | None = None
        self._undone: frozenset[str] = frozenset()
        self._first = -1
        self._looked_up: Entry | None = None
        self._met: dict[str, EntryMet] = {}
        self._seen: Sequence[HistoryRow] = ()
        self._unfolded: frozenset[str] = frozenset()
        self._awaited = False
        self._readings = -1  # the block in which they begin
        self.anchorClicked.connect(self._follow)
        self._later = QTimer(self, interval=_POINT_DELAY_MS, singleShot=True)
        self._later.timeout.connect(self._write)
        theme.changed.connect(self._write)
        self._name()

    def show_result(
        self,
        result: Result | None,
        first: int = -1,
        undone: frozenset[str] = frozenset(),
        *,
        at_once: bool = True,
    ) -> None:
        """Show a comment's notes with annotation `first` (-1: in order) at the top."""
        same = (result, first, undone) == (self._result, self._first, self._undone)
        if same and self._looked_up is None:
            return
        if self._result is None or result is None or result.comment != self._result.comment:
            self._unfolded = frozenset()
            self._awaited = False
            at_top = True
        else:  # who follows a link that changes the translation reads on from there
            at_top = first != self._first or self._looked_up is not None
        self._result, self._first, self._undone = result, first, undone
        self._looked_up = None
        if at_once:
            self._later.stop()
            (self._write if at_top else self._write_in_place)()
        else:
            self._later.start()

    def await_readings(self) -> None:
        """Bring the other readings of this comment into sight, now or as soon as they are there."""
        self._awaited = True
        self._show_readings()

    def set_met(self, met: dict[str, EntryMet]) -> None:
        """Say how often the expressions of this comment were met before."""
        if met != self._met:
            self._met = met
            self._write_in_place()

    def set_seen(self, seen: Sequence[HistoryRow]) -> None:
        """Say where this very comment was read before; newest first."""
        if seen != self._seen:
            self._seen = seen
            self._write_in_place()

    def refresh(self) -> None:
        """Write the notes again where they stand, after what they ask for changed."""
        self._write_in_place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self._write()

    # Writing

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Notes"))

    def _write(self) -> None:
        cursor = self.fresh()
        self._readings = -1
        cursor.beginEditBlock()
        if self._looked_up is not None:
            entry = self._looked_up
            self._write_note(cursor, entry.to_note(entry.forms[0]), Certainty.KNOWN)
            if self._result is not None:
                self.block(cursor, 12)
                self.link(cursor, self.tr("Back to the comment"), "back:")
        elif self._result is None:
            self.block(cursor, 4)
            self.say(cursor, self.tr("Notes"), 20, "ink", bold=True)
            self.block(cursor, 8)
            self.say(
                cursor,
                self.tr(
                    "Choose a comment, or point at an underlined word. What it means, where it "
                    "comes from and whether you may use it will stand here."
                ),
                15,
                "second",
            )
        else:
            self._write_result(cursor, self._result)
        cursor.endEditBlock()
        self.verticalScrollBar().setValue(0)
        self._show_readings()

    def _write_in_place(self) -> None:
        place = self.verticalScrollBar().value()
        awaited = self._awaited
        self._write()
        if self._awaited == awaited:
            self.verticalScrollBar().setValue(place)

    def _show_readings(self) -> None:
        if self._awaited and self._readings >= 0:
            self._awaited = False
            block = self.document().findBlockByNumber(self._readings)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top))

    def _write_result(self, cursor: QTextCursor, result: Result) -> None:
        write_seen(self, cursor, self._seen)
        order = list(range(len(result.notes)))
        if 0 <= self._first < len(order):
            order.remove(self._first)
            order.insert(0, self._first)
        seen: set[str] = set()
        for index in order:
            note = result.notes[index]
            if note.entry_id in seen:
                continue
            if seen:
                self.rule(cursor)
            whole = not seen or note.entry_id in self._unfolded
            seen.add(note.entry_id)
            self._write_note(cursor, note, result.annotations[index].certainty, whole=whole)
            if whole:
                write_substitution(
                    self,
                    cursor,
                    note,
                    result.translation,
                    undone=note.entry_id in self._undone,
                    left=self._left(note.entry_id) if self._entry(note.entry_id) else None,
                )
        if not seen:
            self.block(cursor, 4)
            self.say(cursor, self.tr("No slang found in this comment."), 15, "second")
        translation = result.translation
        if translation is None:
            return
        self._readings = write_translation(self, cursor, translation)

    def _write_note(
        self, cursor: QTextCursor, note: Note, certainty: Certainty, *, whole: bool = True
    ) -> None:
        """Write a note; folded, it is the expression and its meaning with a link to the rest."""
        surface = note.surface if len(note.surface) <= _LONGEST else note.surface[:_LONGEST] + "…"
        self.word(cursor, surface, mark_of(note.kind, certainty))
        pinyin = note.pinyin or " ".join(w.text for w in readings(surface))
        if pinyin:
            self.say(cursor, "   " + pinyin, 15, "second")
        if note.renderings:
            self.block(cursor, 10)
            self.say(cursor, ", ".join(note.renderings[:3]), 17, "ink", bold=True)
        self.block(cursor, 4)
        self.say(cursor, sentence(note.meaning), 15, "ink")
        sure = messages.certainty_line(
            note, certainty is Certainty.GUESS, certainty is Certainty.DECODED
        )
        if sure:
            self.block(cursor, 4)
            self.say(cursor, sure, 14, "seal")
        if not whole:
            self.block(cursor, 4)
            self.link(cursor, self.tr("More about %s") % surface, "more:" + quote(note.entry_id))
            return
        if note.note:
            self.block(cursor, 10)
            self.say(cursor, note.note, 15, "ink")
        self._facts(cursor, note)
        if note.examples:
            self.heading(cursor, self.tr("Examples"))
            for example in note.examples:
                self.block(cursor, 6)
                self.say(cursor, example.zh, 16, "ink")
                self.block(cursor, 0)
                self.say(cursor, example.en, 14, "second")
        known = [(i, e) for i in note.see if (e := self._entry(i)) is not None]
        if known:
            self.heading(cursor, self.tr("See also"))
            self.block(cursor, 6)
            for index, (entry_id, entry) in enumerate(known):
                if index:
                    self.say(cursor, "   ", 16, "ink")
                self.link(cursor, entry.forms[0], "entry:" + quote(entry_id), size=16)

    def _facts(self, cursor: QTextCursor, note: Note) -> None:
        facts = [
            (self.tr("literally"), note.literal),
            (self.tr("tone"), ", ".join(messages.word(t) for t in note.tone)),
            (
                self.tr("kind"),
                ", ".join(dict.fromkeys(messages.word(w) for w in (note.kind, note.register) if w)),
            ),
            (self.tr("may I say it"), messages.may_use(note)),
            (self.tr("current"), messages.since(note)),
        ]
        first = True
        for name, value in facts:
            if not value:
                continue
            self.block(cursor, 10 if first else 2, hang=_FACT_INDENT)
            first = False
            self.say(cursor, name + "\t", 13, "second")
            self.say(cursor, value, 14, "ink")
        write_met(self, cursor, self._met.get(note.entry_id), _FACT_INDENT)

    def _follow(self, url: QUrl) -> None:
        what, _, name = url.toString().partition(":")
        name = unquote(name)
        if what == "entry":
            self._looked_up = self._entry(name)
            self._write()
        elif what == "more":
            self._unfolded |= {name}
            self._write_in_place()
        elif what == "back":
            self._looked_up = None
            self._write()
        elif what == "take":
            self.take_back.emit(name)
        elif what == "put":
            self.put_back.emit(name)
        elif what in ("leave", "unleave"):
            self.leave_wanted.emit(name, what == "leave")
        elif what == "others":
            self.others_wanted.emit()
        elif what == "met":
            self.comments_wanted.emit(name)
        elif what == "seen":
            thread, _, row = name.partition(".")
            self.thread_wanted.emit(int(thread), int(row))
