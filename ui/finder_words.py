"""What is said over the lists of the history: how much there is, or why there is nothing."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject


class FinderWords(QObject):
    """Sentences in the language of the interface; `rows` is how many rows a list has."""

    def threads(self, rows: int) -> str:
        """Return how many threads there are."""
        return _written(self.tr("%n thread(s)", "", rows), rows)

    def expressions(self, rows: int) -> str:
        """Return how many expressions there are."""
        return _written(self.tr("%n expression(s)", "", rows), rows)

    def comments(self, rows: int, *, more: bool, all_chosen: bool) -> str:
        """Return how many comments were found; with `more` these are only those fetched so far."""
        if more and all_chosen:
            return self.tr("all that were found are chosen")
        if more:
            return _written(self.tr("the newest %n, more below", "", rows), rows)
        return _written(self.tr("%n comment(s)", "", rows), rows)

    def no_threads(self, *, remembering: bool) -> str:
        """Return what will be in the history, and how to begin."""
        if not remembering:
            return self.tr(
                "Nothing is here, and what you read now is not remembered. To keep it, tick "
                "“Remember what I read” below."
            )
        return self.tr(
            "What you read will be kept here, on this computer only, so that you find it "
            "again tomorrow. Paste something on the Read page to begin."
        )

    def no_expressions(self, *, asked: bool) -> str:
        """Return why no expression is listed; `asked` says whether some were searched for."""
        if asked:
            return self.tr("You have met no expression like that.")
        return self.tr("The expressions that you meet in comments will be listed here.")

    def no_comments(self, *, more: bool, waiting: int) -> str:
        """Return why no comment is listed; `waiting` are those that cannot be found yet."""
        if more:
            return self.tr("Looking further back …")
        said = self.tr(
            "Nothing found. Chinese, pinyin (also without tones) and "
            "English are searched, in comments, translations and notes."
        )
        if waiting:
            # Told where it matters: what is looked for may be among them.
            said += " " + self.tr("%n comment(s) are still being read in.", "", waiting)
        return said


def _written(said: str, number: int) -> str:
    """Return a sentence with its number as the reader's language writes it."""
    return said.replace(str(number), QLocale().toString(number))
