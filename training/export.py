"""Checkpoint -> CTranslate2 model (int8) -> Argos package folder, and the packed file of it."""

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import sentencepiece
from ctranslate2.specs import common_spec, transformer_spec

from training.checkpoint import load_weights
from training.model import sinusoids
from training.variables import variable_names

NAMES = {"zh": "Chinese", "en": "English"}
POSITIONS = 512  # longest input in pieces; the program splits long before that


def _place(spec: Any, variable: str, value: Any) -> None:
    """Set `encoder/layer_0/ffn/linear_0/weight` and the like on a specification."""
    *path, last = variable.split("/")
    for step in path:
        name, _, index = step.rpartition("_")
        if name and index.isdigit() and isinstance(getattr(spec, name, None), list):
            spec = getattr(spec, name)[int(index)]
        else:
            spec = getattr(spec, step)
    setattr(spec, last, value)


def with_byte_names(pieces: list[str], vocabulary: Path) -> list[str]:
    """Name the byte of an ASCII sign after the sign, where the list lacks the sign itself.

    SentencePiece cuts "50%" into pieces that include "%". A side that never saw it enough was
    taught its byte instead (see `tokens`), and must find that byte under the sign's own name.
    """
    model = str(vocabulary / "sentencepiece.model")
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    known, names = set(pieces), list(pieces)
    for code in range(0x21, 0x7F):
        sign, byte = chr(code), f"<0x{code:02X}>"
        if sign not in known and byte in known and processor.piece_to_id(sign) != 0:
            names[names.index(byte)] = sign
    return names


_WIDE = str.maketrans(",!?;()", "，！？；（）")


def with_full_width(pieces: list[str]) -> list[str]:
    """Name Western punctuation by its full-width form, for a side that writes Chinese.

    SentencePiece's normalisation makes ， a comma before training; a reader of Chinese expects it
    back. Pieces with Latin letters or digits stay.
    """
    known = set(pieces)

    def wide(piece: str) -> str:
        named = piece.translate(_WIDE)
        latin = any(c.isascii() and c.isalnum() for c in piece)
        return piece if latin or named in known else named

    return [wide(piece) for piece in pieces]


def export(
    checkpoint: Path, vocabulary: Path, out: Path, direction: str, version: str, card: Path | None
) -> Path:
    """Write `out/translate-DIRECTION-VERSION/` ("zh_en", "0.3") and return the folder.

    The averaged weights of the checkpoint are taken where it has them. For "en_zh" the two
    vocabularies of the folder change places.
    """
    shape, weights = load_weights(checkpoint)
    state = {name: value.numpy() for name, value in weights.items()}
    spec = transformer_spec.TransformerSpec.from_config(
        (shape.encoders, shape.decoders),
        shape.heads,
        pre_norm=True,
        activation=common_spec.Activation.RELU,
    )
    for ours, variable in variable_names(shape.encoders, shape.decoders).items():
        _place(spec, variable, state[ours])
    spec.decoder.projection.weight = state["te.weight"]
    table = sinusoids(POSITIONS, shape.width).numpy()
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = True
        side.position_encodings.encodings = table
    sides = ["source", "target"] if direction == "zh_en" else ["target", "source"]
    read = [json.loads((vocabulary / f"{s}_vocabulary.json").read_text("utf-8")) for s in sides]
    spec.register_source_vocabulary(with_byte_names(read[0], vocabulary))
    chinese = direction.endswith("zh")
    spec.register_target_vocabulary(with_full_width(read[1]) if chinese else read[1])
    spec.config.add_source_bos = spec.config.add_source_eos = False
    spec.config.decoder_start_token = "<s>"
    spec.validate()
    spec.optimize(quantization="int8")
    folder = out / f"translate-{direction}-{version.replace('.', '_')}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "model").mkdir(parents=True)
    spec.save(str(folder / "model"))
    shutil.copy(vocabulary / "sentencepiece.model", folder / "sentencepiece.model")
    source, target = direction.split("_")
    about = {
        "package_version": version,
        "argos_version": "1.9",
        "from_code": source,
        "from_name": NAMES[source],
        "to_code": target,
        "to_name": NAMES[target],
    }
    (folder / "metadata.json").write_text(json.dumps(about, indent=2) + "\n", "utf-8")
    if card:
        shutil.copy(card, folder / "README.md")
    return folder


def archive(folder: Path) -> Path:
    """Write the folder as an `.argosmodel` file beside it, the same bytes every time."""
    path = folder.with_suffix(".argosmodel")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(p for p in folder.rglob("*") if p.is_file()):
            info = zipfile.ZipInfo(str(Path(folder.name) / file.relative_to(folder)))
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, file.read_bytes())
    return path
