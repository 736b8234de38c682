"""A package made earlier -> a float checkpoint to go on training from.

Only packages survive from one machine to the next, and int8 rows hold enough: after undoing the
quantisation the translations are the same but for a word here and there.
"""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import torch

from training.checkpoint import load_weights
from training.ct2_file import as_float, read_variables
from training.model import Shape, Translator
from training.variables import variable_names


def load_package(package: Path) -> tuple[Shape, dict[str, torch.Tensor]]:
    """Return the shape and the parameters of the model in an unpacked package folder."""
    values = read_variables(package / "model" / "model.bin")

    def depth(side: str) -> int:
        found = {m[1] for name in values if (m := re.match(rf"{side}/layer_(\d+)/", name))}
        return len(found)

    source, width = values["encoder/embeddings_0/weight"].shape
    shape = Shape(
        source=source,
        target=values["decoder/embeddings/weight"].shape[0],
        width=width,
        heads=int(values["encoder/num_heads"]),
        ffn=values["encoder/layer_0/ffn/linear_0/weight"].shape[0],
        encoders=depth("encoder"),
        decoders=depth("decoder"),
    )
    names = variable_names(shape.encoders, shape.decoders)
    state = {ours: torch.from_numpy(as_float(values, name)) for ours, name in names.items()}
    Translator(shape).load_state_dict(state)  # raises where a name or a size is off
    return shape, state


def _pieces(package: Path, side: str) -> list[str]:
    return list(json.loads((package / "model" / f"{side}_vocabulary.json").read_text("utf-8")))


def _with_rows(state: dict[str, torch.Tensor], rows: list[int]) -> torch.Tensor:
    """Append target embeddings to the source table, brought to the usual length of its rows.

    Related words lie near each other in the target table, which is a better beginning than noise.
    """
    table, new = state["se.weight"], state["te.weight"][rows]
    new = new - new.mean(0)
    return torch.cat([table, new * (table.norm(dim=1).mean() / new.norm(dim=1).mean())])


def warm_start(package: Path, checkpoint: Path, vocabulary: Path, extend: bool = True) -> Shape:
    """Write a checkpoint, and the package's SentencePiece model and vocabularies to a folder.

    With `extend`, pieces known to the target side only (English words) join the source
    vocabulary: without them English inside a Chinese sentence reaches the model as `<unk>`.
    """
    shape, state = load_package(package)
    sides = {side: _pieces(package, side) for side in ("source", "target")}
    added = [piece for piece in sides["target"] if piece not in set(sides["source"])]
    if extend and added:
        state["se.weight"] = _with_rows(state, [sides["target"].index(piece) for piece in added])
        sides["source"] += added
        shape = replace(shape, source=len(sides["source"]))
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"shape": shape.as_dict(), "state": state}, checkpoint)
    vocabulary.mkdir(parents=True, exist_ok=True)
    shutil.copy(package / "sentencepiece.model", vocabulary / "sentencepiece.model")
    for side, pieces in sides.items():
        path = vocabulary / f"{side}_vocabulary.json"
        path.write_text(json.dumps(pieces, ensure_ascii=False), "utf-8")
    return shape


def turn_round(checkpoint: Path, out: Path) -> Shape:
    """Write a checkpoint for the other direction, made from one that is trained.

    The embeddings change places with their vocabularies; encoder and decoder keep their layers,
    which know how to attend and mix, if not yet in which language.
    """
    old, state = load_weights(checkpoint)
    shape = replace(old, source=old.target, target=old.source)
    state["se.weight"], state["te.weight"] = state["te.weight"], state["se.weight"]
    # The output bias says how frequent pieces are: unknown yet on the new side.
    state["out_b"] = torch.zeros(shape.target)
    torch.save({"shape": shape.as_dict(), "state": state}, out)
    return shape
