"""Faces drawn with characters, by family: what the drawing shows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.models import Annotation, Certainty, Note, Segment, SegmentKind

# What is drawn decides, so the order matters: arms and tables before eyes, eyes before mouths.
_FAMILIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (r"┻|┴|彡┬", "flipping a table in anger or despair", ("annoyed", "playful")),
    (r"¯\\?_|ㄟ|乁|╮.*╭|┐.*┌", "a shrug: nothing to be done", ("resigned",)),
    (r"orz|_\(|_ノ|m\(|○\|_|囧rz|シ_ _\)m", "bowing low, in thanks, apology or defeat", ("resigned",)),
    (r"づ|つ|っ|⊂|ε>|\\\(.*\)/|ヽ.*ノ|╰.*╯|ﾉ.*ﾉ|٩.*۶|\(ﾉ", "arms thrown up or open, in joy or for a hug", ("warm", "excited")),
    (r"з|3[)）]|ε|ˇ3ˇ|◕3|♡|❤|❥|♥", "a kiss, or full of love", ("warm", "cute")),
    (r"[#＃╬💢]|`д|益|皿|ಠ|▼|凸|눈_눈|一_一\+|ヾ\(`", "angry or glaring", ("annoyed",)),
    (r"[;；]|tt|t_t|т|ಥ|qaq|｡ﾟ|ﾟ｡|༎ຶ|╥|╯︵|>_<|>﹏<|﹏|。゜", "crying, or near it", ("sad",)),
    (r"゜д|ﾟд|°д|Д|дﾟ|口|ロ|⊙|o_o|°o°|O\.O|□", "shocked, mouth open", ("anxious", "playful")),
    (r"=_=|-_-|一一|￣_￣|¬|→_→|←_←|눈|￢|¬_¬|ˉ▽|￣へ|へ", "tired of it, or giving a side look", ("annoyed", "ironic")),
    (r"//|///|⁄|｡>|〃|\*/ω", "blushing, shy", ("cute",)),
    (r"ω|ᴥ|ﻌ|•ᴗ|ᵕ|∀|▽|‿|◡|▿|ᗜ|\^|˘|꒳|๑|◕|≧|>ω<|˃", "happy and cute", ("cute", "warm")),
)  # fmt: skip


def find(text: str, segments: Sequence[Segment]) -> list[tuple[Annotation, Note]]:
    """Return a note for each kaomoji whose family is known; certain, since it is only drawing."""
    found = []
    for segment in segments:
        if segment.kind is not SegmentKind.KAOMOJI:
            continue
        surface = text[segment.start : segment.end]
        for pattern, meaning, tone in _FAMILIES:
            if re.search(pattern, surface, re.I):
                note = Note(
                    entry_id="decode-kaomoji",
                    surface=surface,
                    literal="",
                    meaning=meaning,
                    renderings=(),
                    note="A face drawn upright with characters, 颜文字 (yánwénzì), from Japanese "
                    "message boards. The eyes tell the mood. It softens a sentence as an emoji does.",
                    kind="emoji",
                    tone=tone,
                )
                found.append(
                    (
                        Annotation(segment.start, segment.end, "decode-kaomoji", Certainty.DECODED),
                        note,
                    )
                )
                break
    return found
