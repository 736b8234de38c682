"""The two kinds of failure: what the user can mend, and what we must."""

from __future__ import annotations


class UserError(Exception):
    """A failure that the user can understand and act on.

    `code` is a stable kebab-case name (for tests, scripts and translation), `message` says what
    happened in the user's words, `remedy` says what to do now.
    """

    def __init__(self, code: str, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class BugError(Exception):
    """A state that the program's own rules exclude; shown with a report the user may copy."""
