"""The two kinds of failure: what the user can mend, and what we must."""

from __future__ import annotations

import errno
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in English with places such as {name}, and what stands in them.

    The command line prints it as it is, the window says `text` in the language of the interface and
    fills the places then; what fills them may be a Sentence, too. `tests.i18n` collects `text`,
    which therefore is written out where a Sentence is made.
    """

    text: str
    places: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.places) if self.places else self.text


def said(text: str, /, **places: object) -> Sentence:
    """Return a sentence that can be said in another language."""
    return Sentence(text, places)


class UserError(Exception):
    """A failure that the user can understand and act on.

    `code` is a stable kebab-case name (for tests and scripts), `message` says what happened in the
    user's words, `remedy` says what to do now. Both may have places, such as {name}, for `places`.
    """

    def __init__(self, code: str, message: str, remedy: str = "", /, **places: object) -> None:
        self.code = code
        self.said = Sentence(message, places)
        self.advised = Sentence(remedy, places)
        super().__init__(self.message)

    @property
    def message(self) -> str:
        """What happened, in English."""
        return str(self.said)

    @property
    def remedy(self) -> str:
        """What to do now, in English; may be empty."""
        return str(self.advised)

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


_REASONS = {
    errno.ENOENT: said("it is not there"),
    errno.EACCES: said("you may not do that there"),
    errno.EPERM: said("you may not do that there"),
    errno.EISDIR: said("it is a folder"),
    errno.ENOTDIR: said("what should be a folder is a file"),
    errno.EEXIST: said("it is there already"),
    errno.ENOSPC: said("the disk is full"),
    errno.EDQUOT: said("the disk is full"),
    errno.EROFS: said("the disk can only be read"),
    errno.ENAMETOOLONG: said("its name is too long"),
    errno.EIO: said("the disk does not answer"),
    errno.EBUSY: said("another program is using it"),
}


def reason_of(error: OSError) -> Sentence | str:
    """Return why the system refused, in words; rare reasons in the system's own."""
    known = _REASONS.get(error.errno or 0)
    return known if known is not None else error.strerror or type(error).__name__
