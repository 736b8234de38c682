"""Run argostranslate as its own documentation calls it; `contestants.ArgosItself` talks to it.

Runs in a Python that has argostranslate 1.11.0. Usage: argos_itself.py FOLDER FROM TO, where
FOLDER/packages holds the package and the rest of FOLDER what argostranslate wants to keep. Every line of
input is a JSON list of comments; every answer is a JSON object: seconds and processor seconds for
calling `translate` once per comment, memory in MB, and the last translation.

Sentences: a package that brings a `stanza` folder has them split by stanza, as argostranslate does.
(argostranslate then asks the network for stanza's list of models at every start.) Ours brings
none, and argostranslate would fetch a model. It is given the cheapest splitter it can use instead:
its spaCy way with an empty pipeline, to which it adds spaCy's rules for punctuation. So what it
would spend on a network that splits sentences is not counted against it.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path


def main() -> None:
    folder, source, target = sys.argv[1:]
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = folder
    packages = Path(folder) / "packages"
    os.environ["ARGOS_PACKAGES_DIR"] = str(packages)
    splitter = "stanza" if list(packages.glob("*/stanza")) else "rules"
    if splitter == "rules":
        os.environ["ARGOS_CHUNK_TYPE"] = "SPACY"
        spacy_folder = Path(folder) / "argos-translate" / "spacy"
        if not spacy_folder.exists():
            import spacy

            spacy_folder.mkdir(parents=True)
            spacy.blank("xx").to_disk(spacy_folder)
            # The file by which argostranslate knows that it need not download anything.
            (spacy_folder / "senter").mkdir()
            (spacy_folder / "senter" / "model").touch()
    from argostranslate.translate import translate  # noqa: TID251 - not in the program itself

    for line in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        last = ""
        for comment in json.loads(line):
            last = translate(comment, source, target)
        answer = {
            "wall": time.perf_counter() - wall,
            "cpu": time.process_time() - processor,
            "mb": _resident_mb(),
            "splitter": splitter,
            "last": last,
        }
        print(json.dumps(answer), flush=True)


def _resident_mb() -> float:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:  # not Linux
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
