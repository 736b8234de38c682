"""A translation put back into the language it was made from, by the package for that direction.

Who reads only one of the two languages can see by it what the translation says in the other; two
small engines in a row lose more than one, so it is a hint and no proof.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.errors import UserError
from app.models import Comment, Language, Translation
from app.pipeline import Pipeline


def read_back(
    pipeline: Pipeline,
    translation: Translation,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """Return what a translation says, in the language of its source; "" for an empty one.

    Belongs to the engine's thread. Raises UserError `no-read-back` when there is no package for the
    way back, Cancelled when `cancelled` turned true.
    """
    said = pipeline.analyse(Comment(translation.text))
    # What it was translated into is known; a guess by its letters might be another.
    known = replace(said, language=Language.EN if translation.target == "en" else Language.ZH)
    try:
        (back,) = pipeline.translate([known], target=translation.source, cancelled=cancelled)
    except UserError as error:
        if error.code != "no-package":
            raise
        raise UserError(
            "no-read-back",
            "Reading back needs a language package for the way back, {target} to {source}.",
            "Add one on the language packages page, or with: pinglun packages install FILE",
            target=translation.target,
            source=translation.source,
        ) from error
    return back.translation.text if back.translation else ""
