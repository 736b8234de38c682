"""Time argostranslate as its own documentation calls it; run by `bench_engine` in a Python that has it.

Usage: argos_itself.py FOLDER FROM TO < comments
FOLDER holds the package's folder. Prints JSON: seconds to the first translation, seconds for all.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main() -> None:
    folder, source, target = sys.argv[1:]
    comments = sys.stdin.read().splitlines()
    os.environ["ARGOS_PACKAGES_DIR"] = folder
    began = time.perf_counter()
    from argostranslate.translate import translate  # noqa: TID251 - not in the program itself

    translate(comments[0], source, target)
    first = time.perf_counter() - began
    began = time.perf_counter()
    for comment in comments:
        translate(comment, source, target)
    print(json.dumps({"first": first, "all": time.perf_counter() - began}))


if __name__ == "__main__":
    main()
