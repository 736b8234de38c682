"""Who is measured: the program, its engine alone, bare CTranslate2, and argostranslate itself."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.argos import BEAM, ArgosEngine
from app.models import Comment
from app.packages import InstalledPackage
from app.pipeline import Pipeline

ROOT = Path(__file__).resolve().parents[2]
BARE_BATCH = 512
"""Source tokens a batch: of 128, 256, 512, 1024 and 2048 the quickest, by a hair."""

# The engine reads a package and translates, in a process that has imported nothing yet.
ENGINE_START = """
import sys
from pathlib import Path
from app.argos import ArgosEngine
print(ArgosEngine(Path(sys.argv[1])).translate([sys.argv[2]])[0].text)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock, and seconds that processors worked for it."""

    wall: float
    cpu: float


def cost(work: Callable[[], object]) -> Cost:
    """Return what a call costs in this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


class Recorder:
    """Stands before a CTranslate2 translator and keeps what it was given."""

    def __init__(self, translator: Any) -> None:
        self.translator = translator
        self.given: list[tuple[list[list[str]], dict[str, Any]]] = []

    def translate_batch(self, tokens: list[list[str]], **options: Any) -> Any:
        self.given.append((tokens, options))
        return self.translator.translate_batch(tokens, **options)

    def pieces(self) -> list[list[str]]:
        """Return each text that was given with the engine's beam, once."""
        found = {tuple(t) for tokens, o in self.given for t in tokens if o["beam_size"] == BEAM}
        return [list(tokens) for tokens in found]


class Ours:
    """The program's two ways, and bare CTranslate2 on what they gave it."""

    def __init__(self, pipeline: Pipeline, engine: ArgosEngine) -> None:
        self._pipeline = pipeline
        self._engine = engine
        self._recorder = Recorder(engine._translator)
        engine._translator = self._recorder

    def engine(self, comments: Sequence[str]) -> Cost:
        """Translate comments as they stand."""
        self._recorder.given.clear()
        return cost(lambda: self._engine.translate(comments))

    def program(self, comments: Sequence[str]) -> Cost:
        """Find the slang, put it into plain words, translate, put everything in place."""
        self._recorder.given.clear()
        return cost(
            lambda: self._pipeline.translate(
                [self._pipeline.analyse(Comment(text)) for text in comments]
            )
        )

    def bare(self, *, shortlist: bool = False) -> Cost:
        """Do what nobody can undercut with the pieces of the call before.

        Each different piece once, its tokens ready, sorted by length, all in one call with the
        engine's beam; nothing is checked, nothing tried again. With the `shortlist` the package's
        list of target pieces is used, as by the engine; CTranslate2 does not by itself.
        """
        pieces = sorted(self._recorder.pieces(), key=len)
        _, options = self._recorder.given[0]
        same = {name: options[name] for name in ("beam_size", "coverage_penalty")}

        def work() -> None:
            results = self._recorder.translator.translate_batch(
                pieces,
                max_batch_size=BARE_BATCH,
                batch_type="tokens",
                use_vmap=shortlist,
                **same,
            )
            for result in results:
                self._engine._decode(result.hypotheses[0])

        return cost(work)


class ArgosItself:
    """argostranslate in its own Python, on a copy of the package; use it as a context."""

    def __init__(
        self, python: str, package: InstalledPackage, threads: int = 1, stanza: Path | None = None
    ) -> None:
        self._folder = tempfile.TemporaryDirectory()
        copy = Path(self._folder.name) / "packages" / package.folder.name
        shutil.copytree(package.folder, copy)
        if stanza is not None:
            shutil.copytree(stanza, copy / "stanza")
        script = Path(__file__).with_name("argos_itself.py")
        self._command = [python, str(script), self._folder.name, package.source, package.target]
        self._threads = str(threads)
        self._process = self._start()
        self.splitter = str(_ask(self._process, ["这个链接可以发我吗，谢谢"])["splitter"])
        self.memory_mb = 0.0

    def __enter__(self) -> ArgosItself:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._folder.cleanup()

    def translate(self, comments: Sequence[str]) -> Cost:
        """Call `argostranslate.translate.translate` once per comment."""
        answer = _ask(self._process, comments)
        self.memory_mb = answer["mb"]
        return Cost(answer["wall"], answer["cpu"])

    def cold_start(self, comment: str) -> float:
        """Return the seconds from starting Python to the first translation."""
        began = time.perf_counter()
        with self._start() as process:
            _ask(process, [comment])
            return time.perf_counter() - began

    def _start(self) -> subprocess.Popen[str]:
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"ARGOS_INTRA_THREADS": self._threads},
        )


def _ask(process: subprocess.Popen[str], comments: Sequence[str]) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps(comments) + "\n")
    process.stdin.flush()
    line = process.stdout.readline()
    if not line:
        raise SystemExit("argostranslate gave no answer; does its Python have all it needs?")
    answer: dict[str, Any] = json.loads(line)
    return answer


def cold_start(command: Sequence[str], bytecode: str) -> float:
    """Return the seconds from starting Python with `command` to what it prints, a translation.

    `bytecode` is a folder for what Python compiles when it imports something for the first time:
    the first start is slower, as it is after an installation, and not to be counted.
    """
    environment = os.environ | {"PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        taken = time.perf_counter() - began
        process.stdout.read()
    if process.returncode or not said:
        raise SystemExit(f"there was no translation from: {' '.join(command)}")
    return taken
