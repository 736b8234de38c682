from __future__ import annotations

import pytest

from app.arrival import different


@pytest.mark.parametrize(
    ("best", "others", "expected"),
    [
        ("I'm waiting for the link", ("Waiting for the link!", "I wait for a link"), ("Waiting for the link!",)),
        ("I like it", ("I like it.", "I love it"), ("I love it",)),
        ("So good", ("So good!", "so good"), ()),
        (
            "the boss of the noodle shop gave me one more bowl of soup every night",
            ("the boss of the noodle shop gave me one more bowl of broth every night",
             "the owner of the noodle place left me another bowl every evening"),
            ("the owner of the noodle place left me another bowl every evening",),
        ),
        ("你好呀", ("你好呀。", "您好"), ("您好",)),
    ],
)  # fmt: skip
def test_readings_that_say_the_same_are_left_out(
    best: str, others: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert different(best, others) == expected
