"""Corpora -> cleaned, varied, tokenised parts. The same input gives the same output, always."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from training.cleaning import Pair, by_sentence, cap_abstracts, clean, is_held_out, tidy
from training.corpora import (
    evaluation_keys,
    read_given,
    read_lexicon,
    read_pairs,
    read_renderings,
    without,
)
from training.dataset import Lines, Pairs
from training.senses import Senses
from training.switching import invented_word, name_pool, named, rendered, switch
from training.tokens import Vocabulary
from training.typing_habits import joined, typed, typed_english

MIN_MATCHED = 0.12  # share of longer words with a sense on the other side, below: misaligned
# One line in so many.
HELD_OUT = {"authored_comments": 20, "own_comments": 50, "tatoeba": 50, "jiyu_examples": 800}
BARE = 0.35  # share of put-in terms that stand in their dictionary form
COPY_TEST_TERMS = 400
CopyRow = tuple[str, str, list[str]]  # Chinese with English terms, English, the terms


@dataclass(frozen=True, slots=True)
class Sources:
    """Where things are: corpora, vocabulary, and what is optional."""

    corpora: Path
    vocabulary: Path
    lexicon: Path | None = None
    evaluation: Path | None = None
    extra: Path | None = None  # what `training.as_given` wrote


def aligned(pairs: list[Pair], senses: Senses) -> list[Pair]:
    """Drop pairs of which the dictionary finds next to nothing on the other side."""
    kept = []
    for zh, en in pairs:
        matches, share = senses.matches(zh, en)
        if share >= MIN_MATCHED or matches or len(zh) < 9:
            kept.append((zh, en))
    return kept


def varied(pairs: list[Pair], share: float, rng: random.Random) -> list[Pair]:
    """Return the pairs, a share of them as people type them."""
    return [typed(pair, rng) if rng.random() < share else pair for pair in pairs]


def switched(
    pairs: list[Pair], senses: Senses, rng: random.Random, limit: int
) -> tuple[list[Pair], list[list[str]]]:
    """Return up to `limit` code-switched copies, and the terms put into each."""
    found, terms = [], []
    for pair in rng.sample(pairs, len(pairs)):
        made = switch(pair, senses, rng, bare=BARE)
        if made is not None:
            found.append(typed(made[0], rng) if rng.random() < 0.25 else made[0])
            terms.append(made[1])
            if len(found) >= limit:
                break
    return found, terms


def copies(pairs: list[Pair], rng: random.Random, count: int) -> list[Pair]:
    """Return lines that are to come out as they went in: phrases, names, prices, model numbers."""
    made = []
    for _, en in rng.sample(pairs, min(count, len(pairs))):
        words = en.split()
        start = rng.randrange(len(words))
        text = " ".join(words[start : start + rng.randint(1, 5)])
        if rng.random() < 0.3:
            text = rng.choice((invented_word(rng), f"{text} {invented_word(rng)}"))
        made.append((text, text))
    return made


def names(pairs: list[Pair], senses: Senses, rng: random.Random, limit: int) -> list[Pair]:
    """Return up to `limit` pairs with a Latin name put in on both sides."""
    pool = name_pool(en for _, en in pairs)
    made = (named(pair, senses, pool, rng) for pair in rng.sample(pairs, len(pairs)))
    return list(islice((pair for pair in made if pair), limit))


def gather(sources: Sources, seed: int, note: Callable[[str], None]) -> dict[str, list[Pair]]:
    """Return all parts as text; names that begin with `dev-` are held out from training."""
    rng = random.Random(seed)
    senses = Senses.cedict()
    slang = Senses([])
    for form, renderings in read_renderings(sources.lexicon):
        senses.add(form, renderings)
        slang.add(form, renderings)
    barred = evaluation_keys(sources.evaluation)
    seen: set[str] = set()
    train: dict[str, list[Pair]] = {}
    parts: dict[str, list[Pair]] = {}
    for name, one_in in HELD_OUT.items():
        raw = read_pairs(sources.corpora, name)
        pairs = without(clean(raw, seen, strict=name == "jiyu_examples"), barred)
        if name == "jiyu_examples":
            pairs = cap_abstracts(aligned(pairs, senses), 0.03)
        # By the Chinese as it stands in the corpus, and it alone: no other rendering of a
        # held-out line can come in, and changes to the cleaning move no line over.
        out = {tidy(zh) for zh, _ in raw if is_held_out(zh, one_in)}
        parts[f"dev-{name}"] = [p for p in pairs if p[0] in out]
        train[name] = [p for p in pairs if p[0] not in out]
        note(f"{name}: {len(raw)} read, {len(train[name])} to train, {len(pairs)} clean")
    authored, own, tatoeba, general = train.values()
    comments = authored + own
    lexicon = without(clean(read_lexicon(sources.lexicon), seen, strict=False), barred)
    parts["dev-lexicon"] = [p for p in lexicon if is_held_out(p[0], 20)]
    held = {p[0] for pairs in parts.values() for p in pairs}
    lexicon = [p for p in lexicon if p[0] not in held]
    everyday = [p for p in general if len(p[0]) <= 28]
    short = tatoeba + [p for p in general if len(p[0]) <= 12]
    parts["general"] = varied(general, 0.2, rng)
    parts["tatoeba"] = varied(tatoeba, 0.3, rng)
    parts["comments"] = comments
    parts["comments-typed"] = [typed(p, rng) for p in comments]
    parts["english-typed"] = [typed_english(p, rng) for p in comments + tatoeba]
    parts["comments-cut"] = varied(by_sentence(comments), 0.2, rng)
    parts["lexicon"] = varied(lexicon, 0.3, rng)
    parts["joined"] = [
        joined(rng.choice(short), rng.choice(short), rng) for _ in range(len(short) // 4)
    ]
    parts["switched"], _ = switched(everyday + tatoeba, senses, rng, 160_000)
    twice = comments + comments + parts["comments-cut"] + lexicon * 3
    parts["switched-comments"], _ = switched(twice, senses, rng, len(twice))
    made = (rendered(pair, slang, rng, bare=BARE) for pair in comments + lexicon)
    parts["rendered"] = [both[0] for both in made if both]
    given = [p for zh, p in read_given(sources.extra) if tidy(zh) not in held]
    parts["as-given"] = without(given, barred)
    parts["names"] = names(comments + tatoeba + everyday, senses, rng, 60_000)
    parts["copies"] = copies(comments + tatoeba + everyday[:50_000], rng, 12_000)
    return parts


def copy_test(parts: dict[str, list[Pair]], seed: int, spaced: float) -> list[CopyRow]:
    """Return rows made from held-out lines with dictionary senses and clauses."""
    rng = random.Random(seed)
    senses = Senses.cedict()
    rows: list[CopyRow] = []
    share = {"dev-authored_comments": 0.6, "dev-tatoeba": 0.15, "dev-jiyu_examples": 0.25}
    for name, part in share.items():
        count = 0
        for pair in parts[name]:
            made = switch(pair, senses, rng, spaced)
            if made is not None and count < part * COPY_TEST_TERMS:
                rows.append((*made[0], made[1]))
                count += len(made[1])
    return rows


def rendering_test(parts: dict[str, list[Pair]], lexicon: Path | None, seed: int) -> list[CopyRow]:
    """Return rows made from held-out lines with the renderings that the program would put in."""
    rng = random.Random(seed)
    slang = Senses([])
    for form, renderings in read_renderings(lexicon):
        slang.add(form, renderings)
    lines = parts["dev-authored_comments"] + parts["dev-lexicon"]
    made = (rendered(pair, slang, rng) for pair in lines)
    return [(*both[0], both[1]) for both in made if both]


def prepare(sources: Sources, out: Path, seed: int = 7) -> dict[str, int]:
    """Write every part as tokens, the development lines as text, and a manifest; return sizes."""
    out.mkdir(parents=True, exist_ok=True)
    parts = gather(sources, seed, lambda line: print(line, flush=True))
    source = Vocabulary(sources.vocabulary, "source")
    target = Vocabulary(sources.vocabulary, "target")
    for file in ("sentencepiece.model", "source_vocabulary.json", "target_vocabulary.json"):
        (out / file).write_bytes((sources.vocabulary / file).read_bytes())
    for name, pairs in parts.items():
        x = source.encode([zh for zh, _ in pairs], spell=False)
        y = target.encode([en for _, en in pairs], spell=True)
        Pairs(Lines.of(x), Lines.of(y)).save(out / f"{name}.npz")
        if name.startswith("dev-"):
            text = "".join(f"{zh}\t{en}\n" for zh, en in pairs)
            (out / f"{name}.tsv").write_text(text, "utf-8")
        print(f"{name}: {len(pairs)} pairs", flush=True)
    sizes = {name: len(pairs) for name, pairs in parts.items()}
    tests = {
        "copy-test": copy_test(parts, seed, 1.0),
        "copy-test-unspaced": copy_test(parts, seed, 0.0),
        "copy-test-renderings": rendering_test(parts, sources.lexicon, seed),
    }
    for name, rows in tests.items():
        text = "".join(f"{zh}\t{en}\t{'‖'.join(terms)}\n" for zh, en, terms in rows)
        (out / f"{name}.tsv").write_text(text, "utf-8")
        sizes[name] = len(rows)
    (out / "manifest.json").write_text(json.dumps({"seed": seed, "pairs": sizes}, indent=2))
    return sizes
