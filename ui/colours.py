"""The colours of each theme, and how they are measured; nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from app.models import Certainty


class Mark(Enum):
    """How slang is underlined: first by shape, so that colour is never needed to tell kinds."""

    PLATFORM = "platform"
    MEME = "meme"
    CODE = "code"
    OTHER = "other"
    GUESS = "guess"


_CODES = frozenset({"initials", "homophone", "number"})


def mark_of(kind: str, certainty: Certainty) -> Mark:
    """Return the mark for a note's kind; a guess looks like a guess whatever its kind."""
    if certainty is Certainty.GUESS:
        return Mark.GUESS
    if kind in _CODES or certainty is Certainty.DECODED:
        return Mark.CODE
    return {"platform": Mark.PLATFORM, "meme": Mark.MEME}.get(kind, Mark.OTHER)


@dataclass(frozen=True, slots=True)
class Colours:
    """One set of colours, as #RRGGBB.

    `marks` are drawn as lines and glyphs, `tints` lie under text, `tones` colour the pinyin of the
    four tones and the neutral one.
    """

    name: str
    paper: str
    surface: str
    ink: str
    second: str
    line: str
    seal: str
    on_seal: str
    hover: str
    current: str
    selection: str
    marks: dict[Mark, str]
    tints: dict[Mark, str]
    tones: tuple[str, str, str, str, str]

    @property
    def dark(self) -> bool:
        """Say whether light text stands on a dark ground."""
        return luminance(self.ink) > luminance(self.paper)


LIGHT = Colours(
    name="light",
    paper="#FBFAF7",
    surface="#FFFFFF",
    ink="#1F1B16",
    second="#6B645A",
    line="#E7E2D8",
    seal="#B8232F",
    on_seal="#FFFFFF",
    hover="#F4F1EA",
    current="#F6F2EA",
    selection="#F3D9C4",
    marks={
        Mark.PLATFORM: "#B8232F",
        Mark.MEME: "#7A3E8E",
        Mark.CODE: "#20697D",
        Mark.OTHER: "#8F6B1E",
        Mark.GUESS: "#857D71",
    },
    tints={
        Mark.PLATFORM: "#FAE7E4",
        Mark.MEME: "#F2E8F4",
        Mark.CODE: "#E3F0F2",
        Mark.OTHER: "#F7EEDA",
        Mark.GUESS: "#F3F0EA",
    },
    tones=("#B8232F", "#80560A", "#1E6B34", "#1F4E9E", "#6B645A"),
)
DARK = Colours(
    name="dark",
    paper="#161513",
    surface="#1F1D1A",
    ink="#EFEAE0",
    second="#A39B8E",
    line="#34302A",
    seal="#F0616A",
    on_seal="#1B0F0F",
    hover="#23211D",
    current="#211F1B",
    selection="#5A3F2C",
    marks={
        Mark.PLATFORM: "#F0616A",
        Mark.MEME: "#C79BE0",
        Mark.CODE: "#7CC4D4",
        Mark.OTHER: "#D9B665",
        Mark.GUESS: "#8E877B",
    },
    tints={
        Mark.PLATFORM: "#3A2223",
        Mark.MEME: "#30263A",
        Mark.CODE: "#1F3136",
        Mark.OTHER: "#353022",
        Mark.GUESS: "#282521",
    },
    tones=("#F0818A", "#E0B04A", "#7CC98A", "#8FB4F5", "#A39B8E"),
)
CONTRAST_LIGHT = Colours(
    name="contrast-light",
    paper="#FFFFFF",
    surface="#FFFFFF",
    ink="#000000",
    second="#262626",
    line="#595959",
    seal="#8F0012",
    on_seal="#FFFFFF",
    hover="#EAEAEA",
    current="#F0F0F0",
    selection="#FFE08A",
    marks={
        Mark.PLATFORM: "#8F0012",
        Mark.MEME: "#5B1575",
        Mark.CODE: "#00485C",
        Mark.OTHER: "#5C4000",
        Mark.GUESS: "#404040",
    },
    tints=dict.fromkeys(Mark, "#FFFFFF"),
    tones=("#8F0012", "#5C4000", "#00451A", "#002F7A", "#262626"),
)
CONTRAST_DARK = Colours(
    name="contrast-dark",
    paper="#000000",
    surface="#000000",
    ink="#FFFFFF",
    second="#E2E2E2",
    line="#8C8C8C",
    seal="#FF8A90",
    on_seal="#000000",
    hover="#262626",
    current="#1A1A1A",
    selection="#005A9E",
    marks={
        Mark.PLATFORM: "#FF8A90",
        Mark.MEME: "#E5B8FF",
        Mark.CODE: "#8CE6FA",
        Mark.OTHER: "#FFD866",
        Mark.GUESS: "#CFCFCF",
    },
    tints=dict.fromkeys(Mark, "#000000"),
    tones=("#FF9CA1", "#FFD866", "#8CF0A0", "#A8C8FF", "#E2E2E2"),
)
ALL_COLOURS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB as WCAG 2.2 defines it."""

    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)
