"""What the reader does to single comments: stars, tags, translations of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.models import BY_HAND, Result, Translation
from ui.comments import Role

if TYPE_CHECKING:
    from ui.session import SessionModel
    from ui.tasks import Job


class Tending:
    """Changes comments of the session's page, on the page and in the history."""

    def __init__(self, session: SessionModel) -> None:
        self._session = session

    def set_favourite(self, row: int, favourite: bool) -> None:
        """Give a comment a star, or take it away."""
        self._session.comments.set_favourite(row, favourite)
        self._session.archive.set_favourite(self._session.paste, row, favourite)

    def add_tag(self, row: int, tag: str) -> None:
        """Give a comment a tag. Raises UserError "tag-blank"."""
        from app.keeping import clean_tag

        cleaned = clean_tag(tag)
        self._session.comments.set_tags(row, (*self._session.comments.tags(row), cleaned))
        self._session.archive.add_tag(self._session.paste, row, cleaned)

    def remove_tag(self, row: int, tag: str) -> None:
        """Take a tag away."""
        left = tuple(t for t in self._session.comments.tags(row) if t != tag)
        self._session.comments.set_tags(row, left)
        self._session.archive.remove_tag(self._session.paste, row, tag)

    def correct(self, row: int, text: str) -> None:
        """Put the reader's own translation in place of the engine's, which stays beside it."""
        result = self._session.comments.result(row)
        made = result.translation
        if made is None or text.strip() in ("", made.text):
            return
        others = made.alternatives if made.engine == BY_HAND else (made.text, *made.alternatives)
        corrected = replace(
            made,
            text=text.strip(),
            engine=BY_HAND,
            alternatives=others,
            flags=(),
            substitutions=(),
        )
        self._session.comments.replace(row, replace(result, translation=corrected))
        self._session.archive.correct(self._session.paste, row, text.strip())

    def offer_corrections(self) -> None:
        """Put the reader's own translations of these very comments in place, where there are any.

        It is done once a page: who goes back to the engine's translation is not asked again.
        """
        session, paste = self._session, self._session.paste
        texts = [result.comment.text for result in session.comments.results]
        if paste.offered or not texts:
            return
        paste.offered = True

        def put(found: dict[str, str]) -> None:
            if paste is not session.paste:
                return
            for row, result in enumerate(session.comments.results):
                text = found.get(result.comment.text)
                if text is not None:
                    self.put(row, text)

        session.archive.corrections(texts, paste.target, put)

    def put(self, row: int, text: str) -> None:
        """Put a translation of the reader's in place; the engine's comes beside it later."""
        session = self._session
        result = session.comments.result(row)
        if result.translation is not None:
            self.correct(row, text)
            return
        source = "zh" if session.paste.target == "en" else "en"
        made = Translation(text, source, session.paste.target, BY_HAND)
        session.comments.replace(row, replace(result, translation=made))
        session.archive.correct(session.paste, row, text)

    def drop_correction(self, row: int) -> None:
        """Go back from the reader's own translation to the engine's."""
        result = self._session.comments.result(row)
        made = result.translation
        if made is None or made.engine != BY_HAND:
            return
        self._session.comments.replace(row, replace(result, translation=None))
        self._session.archive.correct(self._session.paste, row, None)
        self._session.translate_again(row)

    def keep_page(self) -> None:
        """Remember the page with all that the reader added to it, whatever else is remembered."""
        session, paste, comments = self._session, self._session.paste, self._session.comments
        session.archive.remember(paste, comments.results)
        session.archive.keep(paste)
        for row in range(comments.rowCount()):
            if comments.index(row).data(Role.FAVOURITE):
                session.archive.set_favourite(paste, row, True)
            for tag in comments.tags(row):
                session.archive.add_tag(paste, row, tag)

    def read_back(self, row: int) -> None:
        """Put a translation back into the language of its comment, beside the work that goes on.

        What comes is shown under the translation; without a package `session.failed` tells.
        """
        session, paste = self._session, self._session.paste
        made = session.comments.result(row).translation
        if made is None or not made.text:
            return

        def work(job: Job) -> str:
            from app.read_back import read_back

            return read_back(session.pipeline, made, cancelled=job.cancelled)

        def is_shown() -> bool:
            # "" says that an answer is waited for; another translation took that away.
            return paste is session.paste and session.comments.read_back(row) == ""

        def show(text: str) -> None:
            if is_shown():
                session.comments.set_read_back(row, text)

        def fail(error: Exception) -> None:
            if is_shown():
                session.comments.set_read_back(row, None)
            session.archive.fail(error)

        session.comments.set_read_back(row, "")
        session.engine_lane.submit(work, show, fail)

    def hide_read_back(self, row: int) -> None:
        """Show no more what a translation says when read back."""
        self._session.comments.set_read_back(row, None)


def keeping_correction(result: Result, before: Translation | None) -> Result:
    """Return a new result in which the reader's own translation still stands, if there was one."""
    made = result.translation
    if made is None or before is None:
        return result
    if before.engine != BY_HAND:
        return result
    beside = (made.text, *made.alternatives)
    return replace(result, translation=replace(before, alternatives=beside))
