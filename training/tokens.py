"""Text -> piece numbers, with the SentencePiece model and the two vocabularies of a package."""

import json
from collections.abc import Sequence
from pathlib import Path

import sentencepiece

UNKNOWN = 3  # <blank> <s> </s> <unk> open every vocabulary


class Vocabulary:
    """One SentencePiece model and the list of pieces that one side knows."""

    def __init__(self, folder: Path, side: str) -> None:
        """Read `sentencepiece.model` and `source_` or `target_vocabulary.json` in `folder`."""
        model = folder / "sentencepiece.model"
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
        text = (folder / f"{side}_vocabulary.json").read_text("utf-8")
        self.pieces: list[str] = json.loads(text)
        self.number = {piece: i for i, piece in enumerate(self.pieces)}

    def encode(self, lines: Sequence[str], spell: bool) -> list[list[int]]:
        """Return the piece numbers of each line, without start and end marks.

        A piece that this side does not know becomes `<unk>`, as it will when the engine reads it;
        with `spell` (for what the model is to write) it is spelt in the bytes of its text, which
        every vocabulary holds, so that a rare name can still be written.
        """
        split = self.processor.encode(list(lines), out_type=str)
        return [[n for piece in line for n in self._numbers(piece, spell)] for line in split]

    def _numbers(self, piece: str, spell: bool) -> list[int]:
        if piece in self.number:
            return [self.number[piece]]
        if not spell:
            return [UNKNOWN]
        text = piece.replace("\u2581", " ").encode()
        return [self.number.get(f"<0x{byte:02X}>", UNKNOWN) for byte in text]
