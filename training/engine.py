"""Translate lines with a package folder, the way the program drives it."""

import re
from collections.abc import Sequence
from pathlib import Path

import ctranslate2
import sentencepiece

_SENTENCE = re.compile(r"[^。！？!?;；…\n]+[。！？!?;；…]*|[。！？!?;；…]+")
_ENGLISH_SENTENCE = re.compile(r".+?[.!?…]+(?=\s|$)|.+$")
LONGEST = 120  # characters of Chinese; English may be three times as long


def sentences(line: str, source: str) -> list[str]:
    """Cut a line into sentences, and over-long ones after a comma or blank."""
    han = source == "zh"
    limit = LONGEST if han else 3 * LONGEST
    found = []
    for part in (_SENTENCE if han else _ENGLISH_SENTENCE).findall(line):
        while len(part) > limit:
            cut = max(part.rfind(c, limit // 6, limit) for c in "，,、 ") + 1 or limit
            found.append(part[:cut])
            part = part[cut:]
        found.append(part)
    return [part.strip() for part in found if part.strip()]


def source_of(package: Path) -> str:
    """Return the language that a package translates from, by its folder: translate-zh_en-0_6."""
    return package.name.split("-")[1].split("_")[0]


class Engine:
    """A loaded package: SentencePiece and CTranslate2 on the CPU, in int8."""

    def __init__(self, package: Path, threads: int = 2) -> None:
        model = str(package / "sentencepiece.model")
        self.processor = sentencepiece.SentencePieceProcessor(model_file=model)
        self.translator = ctranslate2.Translator(
            str(package / "model"), device="cpu", intra_threads=threads, compute_type="int8"
        )
        self.source = source_of(package)

    def translate(self, lines: Sequence[str], beam: int = 4) -> list[str]:
        """Translate each line; its sentences go through the model one by one and are joined."""
        parts = [sentences(line, self.source) for line in lines]
        flat = [part for line in parts for part in line]
        results = self.translator.translate_batch(
            self.processor.encode(flat, out_type=str),
            beam_size=beam,
            max_batch_size=2048,
            batch_type="tokens",
            no_repeat_ngram_size=4,
            max_decoding_length=160,
        )
        texts = iter(self.processor.decode(result.hypotheses[0]) for result in results)
        glue = " " if self.source == "zh" else ""
        return [glue.join(next(texts) for _ in line) for line in parts]
