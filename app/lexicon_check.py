"""Check entry files: `python -m app.lexicon_check [FILE ...]`, all bundled ones without arguments.

`--counts` prints instead how many entries there are of each kind, for the lexicon's README.

Says row by row what is wrong: the schema, ids and see-also, frames and what fills them, forms that
two entries claim without context rules, and the examples, which are the first tests of an entry:
read with that entry alone, each example must show it (known or guessed); among all entries one
example at least must show it, and no plain example may show it as known.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

import jsonschema

from app import frames, words
from app.annotate import Annotator
from app.errors import UserError
from app.lexicon import Entry, Lexicon, bundled_files, load, read_file
from app.models import Certainty
from app.views import fold

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "lexicon"


def check(paths: Sequence[Path], folder: Path = FOLDER) -> list[str]:
    """Return what is wrong in `paths`, one sentence each; other files give context."""
    problems: list[str] = []
    schema = json.loads((FOLDER / "lexicon.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    mine: set[str] = set()
    for path in paths:
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            problems.append(f"{path.name}: no JSON: {error}")
            continue
        rows = data.get("entries", []) if isinstance(data, dict) else []
        for fault in validator.iter_errors(data):
            where = list(fault.absolute_path)
            if len(where) > 1 and where[0] == "entries" and isinstance(where[1], int):
                name = (
                    rows[where[1]].get("id", where[1]) if isinstance(rows[where[1]], dict) else "?"
                )
                place = "/".join(map(str, where[2:]))
                problems.append(f"{path.name}: {name}: {place}: {fault.message[:160]}")
            else:
                problems.append(f"{path.name}: {fault.message[:160]}")
        ids = [row.get("id", "") for row in rows if isinstance(row, dict)]
        problems += [
            f"{path.name}: {i}: id stands twice"
            for i in sorted({i for i in ids if ids.count(i) > 1})
        ]
        mine.update(ids)
    everything = sorted({p.resolve() for p in (*paths, *bundled_files(folder))})
    good = []
    for path in everything:
        try:
            read_file(path)
        except UserError as error:
            problems.append(str(error))
        else:
            good.append(path)
    lexicon = load(good)
    if sum(len(load([p])) for p in good) != len(lexicon):
        seen: dict[str, str] = {}
        for path in good:
            for i in load([path]).entries:
                if i in seen and (i in mine):
                    problems.append(f"{path.name}: {i}: also in {seen[i]}")
                seen[i] = path.name
    annotator = Annotator(lexicon, words.tokens)
    claims: dict[str, list[Entry]] = defaultdict(list)
    for entry in lexicon.entries.values():
        for form in {fold(f) for f in entry.forms}:
            claims[form].append(entry)
    for form, owners in claims.items():
        open_owners = [e.id for e in owners if e.context is None]
        if len(owners) > 1 and open_owners and mine & {e.id for e in owners}:
            names = ", ".join(e.id for e in owners)
            problems.append(
                f"form {form} is claimed by {names}, of which {open_owners[0]} has no context rules"
            )
    for entry in lexicon.entries.values():
        if entry.id in mine:
            problems += _frames(entry)
            problems += _examples(entry, annotator)
            problems += [
                f"{entry.id}: see {s}: no such entry" for s in entry.see if s not in lexicon.entries
            ]
    return problems


def _frames(entry: Entry) -> list[str]:
    """Return what is wrong with the slots of an entry: all that is said of one must be filled."""
    problems = [f"{entry.id}: {fault}" for fault in frames.faults(entry.frames, entry.slots)]
    if problems:
        return problems
    said = {s for text in (*entry.renderings, entry.standard) for s in frames.SLOT.findall(text)}
    for text in entry.frames:
        missing = said.difference(frames.SLOT.findall(text))
        problems += [f"{entry.id}: frame {text} has no slot {name}" for name in sorted(missing)]
    if said:
        problems += [
            f"{entry.id}: form {form} fits no frame, and nothing fills the slots"
            for form in entry.forms
            if not entry.fillers(form)
        ]
    if "{" in entry.alone:
        problems.append(f"{entry.id}: alone: slots belong in renderings")
    return problems


def _examples(entry: Entry, annotator: Annotator) -> list[str]:
    problems = []
    alone = Annotator(Lexicon({entry.id: entry}, ""), words.tokens)
    for example in entry.examples:
        if not alone.annotate(example.zh):
            problems.append(f"{entry.id}: example does not show it: {example.zh}")
    if not problems and not any(_shows(entry, annotator, e.zh) for e in entry.examples):
        problems.append(f"{entry.id}: longer entries hide it in all its examples")
    for example in entry.plain_examples:
        if _shows(entry, annotator, example.zh, Certainty.KNOWN):
            problems.append(f"{entry.id}: plain example shows it: {example.zh}")
    return problems


def _shows(
    entry: Entry, annotator: Annotator, text: str, certainty: Certainty | None = None
) -> bool:
    found = annotator.annotate(text)
    return any(a.entry_id == entry.id and certainty in (None, a.certainty) for a in found)


def counts(paths: Sequence[Path]) -> str:
    """Return a Markdown table of entries and forms by kind, the largest first."""
    entries = load(paths).entries.values()
    kinds = Counter(e.kind for e in entries)
    forms: Counter[str] = Counter()
    for entry in entries:
        forms[entry.kind] += len(entry.forms)
    rows = [f"| {kind} | {count} | {forms[kind]} |" for kind, count in kinds.most_common()]
    total = f"| **all** | **{sum(kinds.values())}** | **{sum(forms.values())}** |"
    return "\n".join(["| kind | entries | forms |", "| --- | ---: | ---: |", *rows, total])


def main(arguments: Sequence[str]) -> int:
    """Print the problems; the exit code says whether there were any."""
    if list(arguments) == ["--counts"]:
        print(counts(bundled_files(FOLDER)))
        return 0
    paths = [Path(a) for a in arguments] or list(bundled_files(FOLDER))
    problems = check(paths)
    print("\n".join(problems) if problems else f"{len(load(paths))} entries, nothing to mend")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
