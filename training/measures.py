"""What a translation is measured by. The two libraries it needs are loaded when first used."""

import re
import unicodedata
from collections.abc import Sequence

HIT = 80.0  # partial_ratio above which a gold rendering counts, as in CCN-MTBench


def fold(text: str) -> str:
    """Bring a text to compatibility form, straight quotes, single spaces and no case."""
    text = unicodedata.normalize("NFKC", text)
    text = text.translate(str.maketrans("‘’“”", "''\"\""))
    return re.sub(r"\s+", " ", text).strip().casefold()


def corpus_scores(
    hypotheses: Sequence[str], references: Sequence[str], target: str
) -> tuple[float, float]:
    """Return (chrF2, BLEU) of a whole set; `target` is "en" or "zh" and picks the tokeniser."""
    import sacrebleu

    tokenize = {"en": "13a", "zh": "zh"}[target]
    chrf = sacrebleu.corpus_chrf(list(hypotheses), [list(references)]).score
    bleu = sacrebleu.corpus_bleu(list(hypotheses), [list(references)], tokenize=tokenize).score
    return float(chrf), float(bleu)


def term_hit(hypothesis: str, golds: Sequence[str]) -> bool:
    """Tell whether one of the gold renderings of a noisy term stands in the hypothesis."""
    from rapidfuzz import fuzz

    text = fold(hypothesis)
    wanted = [fold(gold) for gold in golds]
    wanted = [gold for gold in wanted if len(gold) >= 2 and not re.fullmatch(r"[\W_]*", gold)]
    return bool(text) and any(fuzz.partial_ratio(gold, text) > HIT for gold in wanted)


def percent(hits: Sequence[bool]) -> float:
    """Return the share of hits in per cent; none of nothing."""
    return 100 * sum(hits) / len(hits) if hits else 0.0


def copied(hypothesis: str, term: str) -> bool:
    """Tell whether a term put into the source stands in the hypothesis, whole and unchanged.

    Case is not compared, since the beginning of a sentence changes it.
    """
    text, wanted = fold(hypothesis), fold(term)
    return bool(re.search(rf"(?<![^\W_]){re.escape(wanted)}(?![^\W_])", text))


def copy_rate(hypotheses: Sequence[str], terms: Sequence[Sequence[str]]) -> float:
    """Return the per cent of all put-in terms that came through."""
    pairs = zip(hypotheses, terms, strict=True)
    return percent([copied(line, term) for line, put_in in pairs for term in put_in])
