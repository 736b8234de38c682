"""Results to remember, made by hand and made up by hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from app.history import HistoryStore
from app.models import (
    Annotation,
    Certainty,
    Comment,
    Example,
    Flag,
    Language,
    Note,
    Result,
    Substitution,
    Translation,
)
from app.records import all_threads


class Clock:
    """A clock that moves on a second each time it is read, from the given moment."""

    def __init__(self, start: datetime = datetime(2026, 3, 1, 12, tzinfo=UTC)) -> None:
        self.now = start

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def note(entry_id: str = "dun", surface: str = "蹲", **more: object) -> Note:
    values: dict[str, object] = {
        "literal": "to squat",
        "meaning": "to wait in the comments for a link",
        "renderings": ("waiting for", "following for"),
        "note": "People picture themselves squatting by the roadside.",
        "kind": "platform",
        "pinyin": "dūn",
        "tone": ("friendly",),
        "examples": (Example("蹲一个链接", "Waiting for a link"),),
        **more,
    }
    return Note(entry_id=entry_id, surface=surface, **values)  # type: ignore[arg-type]


def result(text: str, *marks: tuple[str, str], author: str = "", english: str = "") -> Result:
    """Return a result for `text`; a mark is (surface, entry id), explained by a note of its own."""
    found = [(text.index(surface), surface, entry_id) for surface, entry_id in marks]
    return Result(
        comment=Comment(text, author=author),
        language=Language.ZH,
        annotations=tuple(
            Annotation(start, start + len(surface), entry_id, Certainty.KNOWN)
            for start, surface, entry_id in found
        ),
        notes=tuple(note(entry_id, surface) for _, surface, entry_id in found),
        translation=translation(english) if english else None,
    )


def translation(text: str, **more: object) -> Translation:
    return Translation(text, "zh", "en", "translate-zh_en 0.3", **more)  # type: ignore[arg-type]


# Half surrogates cannot be stored, and are replaced one by one: see rows.storable.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)
names = st.tuples(*[words] * 2).map(tuple)


@st.composite
def results(draw: st.DrawFn) -> Result:
    text = draw(texts)
    comment = Comment(
        text,
        author=draw(texts),
        posted=draw(texts),
        place=draw(texts),
        likes=draw(texts),
        reply_to=draw(texts),
        ordinal=draw(st.integers(0, 10_000)),
        depth=draw(st.integers(0, 1)),
        badges=tuple(draw(st.lists(texts, max_size=2))),
    )
    annotations, notes = [], []
    for _ in range(draw(st.integers(0, 3))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        entry_id = draw(words)
        annotations.append(Annotation(start, end, entry_id, draw(st.sampled_from(list(Certainty)))))
        notes.append(
            note(
                entry_id,
                text[start:end],
                meaning=draw(texts),
                renderings=tuple(draw(st.lists(texts, max_size=2))),
                offence=draw(st.integers(0, 3)),
                see=tuple(draw(st.lists(words, max_size=2))),
                examples=tuple(Example(*pair) for pair in draw(st.lists(names, max_size=2))),
            )
        )
    return Result(
        comment,
        draw(st.sampled_from(list(Language))),
        tuple(annotations),
        tuple(notes),
        draw(st.none() | translations()),
    )


@st.composite
def translations(draw: st.DrawFn) -> Translation:
    return Translation(
        draw(texts),
        draw(st.sampled_from(["zh", "yue", "en"])),
        draw(st.sampled_from(["en", "zh"])),
        draw(words),
        tuple(draw(st.lists(texts, max_size=2))),
        tuple(draw(st.lists(st.sampled_from(list(Flag)), max_size=3, unique=True))),
        tuple(
            Substitution(start, start + 1, draw(texts), draw(words))
            for start in draw(st.lists(st.integers(0, 20), max_size=2))
        ),
        tuple(draw(st.lists(words, max_size=2))),
    )


def contents(store: HistoryStore) -> list[object]:
    """Return all that a history holds, without the ids that mean nothing elsewhere."""
    with store._read() as db:
        return [(thread.thread, thread.comments) for thread in all_threads(db)]


def fill(store: HistoryStore) -> None:
    """Remember two threads with everything that a comment can have."""
    _, ids = store.remember(
        "小红\n蹲一个链接",
        [result("蹲一个链接", ("蹲", "dun"), author="小红"), result("=1+1", english="=2")],
    )
    store.add_translations([(ids[0], translation("Squat for a link", alternatives=("x",)))])
    store.correct_translation(ids[0], "Following for the link")
    store.correct_translation(ids[1], "two")
    store.add_tag(ids, "week 3")
    store.set_favourite(ids[:1], True)
    store.set_remark(ids[1], "a <b>remark</b>")
    store.remember("nothing but this", [])
